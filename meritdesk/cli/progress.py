"""Progress on the error stream, only for a person who watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from meritdesk.cli.answers import figure
from meritdesk.messages import Messages


def step(title: str, words: Messages) -> Callable[[int, int], None]:
    """Progress on the error stream, only for a person who watches."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done >= total:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        elif now - last > 0.2:
            last = now
            print(f"\r{title} {figure(done, words)}/{figure(total, words)}", end="", file=sys.stderr, flush=True)

    return show
