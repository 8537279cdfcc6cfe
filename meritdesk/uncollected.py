"""A verb that makes a hundred thousand values is not interrupted to look through them for garbage.

Python's collector visits all values again and again while they grow, and finds nothing: what a package or a staff
file is made into is all in use. The window collects at moments of its own (``ui/background.py``) and is not meddled
with; on the command line the collector rests while such a verb runs, and goes on after it.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """While this lasts Python looks for no garbage, unless somebody else has told it not to anyway."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
