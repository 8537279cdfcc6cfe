"""The rooms of the desk as commands: one answer each, for people or (``--json``) for machines.

Exit codes: 0 done, 1 done with refusals or conflicts, 2 usage, 3 file refused, 4 store busy, 70 our bug.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import traceback
from typing import TYPE_CHECKING

from meritdesk.cli import arguments

if TYPE_CHECKING:
    from meritdesk.cli.answers import Answer
    from meritdesk.messages import Messages

__all__ = ["arguments", "run"]

BUG = 70
INTERRUPTED = 130


def run(chosen: argparse.Namespace) -> int:
    """Carry out one command and print its answer; the exit code says how it went."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may still speak a code page that lacks half of our signs.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    # Imported here so that `--help` and misuse answer without loading store, press and exchange.
    from meritdesk.cli import rooms
    from meritdesk.cli.answers import refusal
    from meritdesk.core.errors import Cancelled, Refusal
    from meritdesk.messages import Messages

    words = Messages(chosen.lang)
    try:
        answer = rooms.carry_out(chosen, words)
    except Refusal as error:
        answer = refusal(error, words)
        answer.values["verb"] = verb_of(chosen)
        return _print(answer, chosen.json, to_error=True)
    except (Cancelled, KeyboardInterrupt):
        print(words.sentence("CLI-103", {}), file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: whatever comes here is our own bug
        _report_bug(error, words)
        return BUG
    return _print(answer, chosen.json)


def verb_of(chosen: argparse.Namespace) -> str:
    """The command in words, as it stands in the answer."""
    return f"{chosen.room} {chosen.verb}" if chosen.verb else str(chosen.room)


def _print(answer: Answer, as_json: bool, to_error: bool = False) -> int:
    if as_json:
        print(answer.as_json())
    else:
        print("\n".join(answer.lines), file=sys.stderr if to_error else sys.stdout)
    return answer.exit_code


def _report_bug(error: Exception, words: Messages) -> None:
    """Say where it broke but not with which values: they may be personal data."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    print(words.sentence("CLI-170", {"kind": type(error).__name__, "place": places}), file=sys.stderr)
