"""Big answers are not freed in one go where a window waits: whoever works beside it names who takes them apart.

What a verb reads in passing (the plans of everybody, to count them) dies when the verb ends, a tenth of a second long,
with every other thread standing still meanwhile. The window names a holder for the threads of its lanes; on the command
line there is none, and everything dies as Python likes it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Holder = Callable[[object], None]

_holder: ContextVar[Holder | None] = ContextVar("holder", default=None)


@contextlib.contextmanager
def held_by(holder: Holder) -> Iterator[None]:
    """On this thread, what is given to ``held`` goes through these hands while this lasts."""
    before = _holder.set(holder)
    try:
        yield
    finally:
        _holder.reset(before)


def held(answer: T) -> T:
    """The same answer; whoever takes big ones apart holds it too, until nobody else does."""
    holder = _holder.get()
    if holder is not None:
        holder(answer)
    return answer
