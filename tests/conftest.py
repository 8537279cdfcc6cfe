"""The bench every test stands on: no screen, one clock zone, one locale, and property tests without a stopwatch."""

import os
import time

# All of this must stand before Qt is imported: the xcb plug-in aborts the interpreter where there is no display,
# and Qt reads zone and locale once. The zone is Jakarta's, spelt so that no zone database is needed, because a
# test that only passes in UTC would hide a fault that every office in Indonesia sees.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "WIB-7"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANG"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
# A passphrase file from the developer's own shell must never reach a test's store.
os.environ.pop("MERITDESK_PASSPHRASE_FILE", None)
if hasattr(time, "tzset"):
    time.tzset()

from hypothesis import HealthCheck, settings

# A slow or busy machine is not a fault of the program, so neither deadline nor "too slow" may fail a law.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("house")
