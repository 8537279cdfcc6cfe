"""The smith of keys is the port that services know, and starts the program without the metadata library."""

from __future__ import annotations

import subprocess
import sys

from meritdesk.exchange import keysmith
from meritdesk.services.ports.keys import Keysmith


def test_the_smith_has_every_verb_of_its_port():
    wanted = {name for name in vars(Keysmith) if not name.startswith("_")}
    assert wanted == set(keysmith.__all__)
    assert all(callable(getattr(keysmith, name)) for name in wanted)


def test_the_program_starts_without_the_metadata_library():
    looks = "import sys, meritdesk.bootstrap; print([m for m in sys.modules if m.startswith(('tuf', 'securesystems'))])"
    done = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"
