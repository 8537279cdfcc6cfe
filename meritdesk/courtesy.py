"""Work that goes through thousands of lines rests now and then where a window waits: whoever runs it says how.

A verb knows its lines and nothing of windows. The window names a place to rest for the threads of its lanes
(``ui/giving_way.py`` says why); on the command line there is none, and the lines go by as they are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Rest = Callable[[], None]

LOOK_EVERY = 32
"""So many lines are worked through between two looks: one to three milliseconds."""

_rest: ContextVar[Rest | None] = ContextVar("rest", default=None)


@contextlib.contextmanager
def resting(rest: Rest) -> Iterator[None]:
    """On this thread, ``politely`` rests in this way while this lasts."""
    before = _rest.set(rest)
    try:
        yield
    finally:
        _rest.reset(before)


def politely(lines: Iterable[T]) -> Iterator[T]:
    """The same lines, with a rest in between when somebody waits."""
    rest = _rest.get()
    if rest is None:
        yield from lines
        return
    left = LOOK_EVERY
    for line in lines:
        yield line
        left -= 1
        if not left:
            left = LOOK_EVERY
            rest()
