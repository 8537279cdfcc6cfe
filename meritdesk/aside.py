"""A call into a library that cannot be stopped, made on a thread of its own: whoever waits for it may go away.

Only for calls that read and change nothing: the one that is left behind runs to its end and its answer is thrown away.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

BEAT_SECONDS = 0.05


def aside(call: Callable[[], T], beat: Callable[[], None], *, is_left: bool = True) -> T:
    """The answer of a call; ``beat`` is called while it lasts, and what it raises ends the waiting.

    With ``is_left`` that is at once; without it when the call has ended, because its file is to be thrown away.
    """
    answers: list[T] = []
    raised: list[BaseException] = []
    over = threading.Event()

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is waited for
            raised.append(error)
        finally:
            over.set()

    threading.Thread(target=run, name="aside", daemon=True).start()
    try:
        while not over.wait(BEAT_SECONDS):
            beat()
    except BaseException:
        if not is_left:
            over.wait()
        raise
    if raised:
        raise raised[0]
    return answers[0]
