"""No thread of the window outlives Python: every one is begun here, and all are ended before the interpreter goes.

Python stops a daemon thread at the moment when it next asks for the interpreter's lock. One that is just speaking to
Qt stands inside C++ then, and the whole process dies natively (an abort, or a crash in ``_PyErr_Fetch``), after the
work is done and with an exit code that says it failed.
"""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from collections.abc import Callable

PATIENCE_SECONDS = 20.0
"""So long a process that ends waits for threads that were told to stop; verbs look far oftener whether to go on."""

_running: weakref.WeakKeyDictionary[threading.Thread, Callable[[], Callable[[], None] | None] | None] = (
    weakref.WeakKeyDictionary()
)


def begin(work: Callable[[], None], name: str, stop: Callable[[], None] | None = None) -> threading.Thread:
    """Let something run on a thread of its own; ``stop``, a method, tells it to come to its end soon.

    The owner of ``stop`` is not kept alive. Work without it must be short.
    """
    thread = threading.Thread(target=work, name=name, daemon=True)
    _running[thread] = weakref.WeakMethod(stop) if stop is not None else None
    thread.start()
    return thread


def end_all(patience: float = PATIENCE_SECONDS) -> tuple[str, ...]:
    """Tell every thread to stop and wait for them together; answers the names of those that did not come to an end."""
    living = [thread for thread in list(_running) if thread.is_alive() and thread is not threading.current_thread()]
    for thread in living:
        kept = _running.get(thread)
        stop = kept() if kept is not None else None
        if stop is not None:
            stop()
    until = time.monotonic() + patience
    for thread in living:
        thread.join(max(until - time.monotonic(), 0.0))
    return tuple(thread.name for thread in living if thread.is_alive())


atexit.register(end_all)
