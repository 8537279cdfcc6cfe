"""The rooms of the desk as commands: one answer each, for people or (``--json``) for machines.

Exit codes: 0 done, 1 done with refusals or conflicts, 2 usage, 3 file refused, 4 store busy, 70 our bug.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from meritdesk.cli import arguments
from meritdesk.core.errors import Cancelled, FileRefusal, Refusal, UsageRefusal

if TYPE_CHECKING:
    from meritdesk.cli.answers import Answer
    from meritdesk.messages import Messages

__all__ = ["arguments", "misused", "quiet_pipe", "run"]

BUG = 70
INTERRUPTED = 130


def run(chosen: argparse.Namespace) -> int:
    """Carry out one command and print its answer; the exit code says how it went."""
    _speak_utf8()
    # Imported here so that `--help` and misuse answer without loading store, press and exchange.
    from meritdesk.cli import carrying_out
    from meritdesk.messages import Messages

    words = Messages(chosen.lang)
    try:
        answer = carrying_out.carry_out(chosen, words)
    except Refusal as error:
        return _refuse(error, verb_of(chosen), words, chosen.json)
    except (Cancelled, KeyboardInterrupt) as stop:
        told = stop if isinstance(stop, Cancelled) else Cancelled()
        _refuse(UsageRefusal(told.code, **told.facts), verb_of(chosen), words, chosen.json)
        return INTERRUPTED
    except OSError as error:
        return _refuse(_of_the_disk(error), verb_of(chosen), words, chosen.json)
    except Exception as error:  # noqa: BLE001 - the last door: whatever comes here is our own bug
        _refuse(_of_ours(error), verb_of(chosen), words, chosen.json)
        return BUG
    return _print(answer, chosen.json)


def misused(error: UsageRefusal, argv: Sequence[str]) -> int:
    """Answer a command line that could not be read, in the manner that was asked for in it."""
    _speak_utf8()
    from meritdesk.messages import Messages

    as_json, language = arguments.manner(argv)
    verb = str(error.facts.get("command", "")).removeprefix(arguments.PROGRAM).strip()
    return _refuse(error, verb, Messages(language), as_json)


def verb_of(chosen: argparse.Namespace) -> str:
    """The command in words, as it stands in the answer."""
    return " ".join(word for word in (chosen.room, chosen.verb, getattr(chosen, "deed", None)) if word)


@contextlib.contextmanager
def quiet_pipe() -> Iterator[None]:
    """Let a reader such as ``head`` leave early: what nobody reads is dropped, now and when the program ends."""
    try:
        yield
    except BrokenPipeError as error:
        # Help longer than a buffer meets the reader who left while it is written; newer Pythons swallow that.
        raise SystemExit(0) from error
    finally:
        for stream in (sys.stdout, sys.stderr):
            # Without a console a stream may be missing or closed already.
            with contextlib.suppress(AttributeError, ValueError):
                try:
                    stream.flush()
                except OSError:
                    _drop(stream.fileno())


def _drop(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may still speak a code page that lacks half of our signs.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _refuse(error: Refusal, verb: str, words: Messages, as_json: bool) -> int:
    from meritdesk.cli.answers import refusal

    cause = error.__cause__
    if isinstance(cause, OSError) and "detail" in error.facts:
        # The system explains itself in its own language; the clerk reads it in the chosen one.
        error = _worded(error, cause)
    answer = refusal(error, words)
    answer.values["verb"] = verb
    return _print(answer, as_json, to_error=True)


def _worded(error: Refusal, cause: OSError) -> Refusal:
    worded = type(error)(error.code, **{**error.facts, "detail": f"DISK:{_KINDS[_of_the_disk(cause).code]}"})
    worded.__cause__ = cause
    return worded


def _print(answer: Answer, as_json: bool, to_error: bool = False) -> int:
    # A reader that has left does not undo what was done: the exit code stays that of the work.
    with contextlib.suppress(BrokenPipeError):
        if as_json:
            print(answer.as_json())
        else:
            print("\n".join(answer.lines), file=sys.stderr if to_error else sys.stdout)
    return answer.exit_code


_CODES = {
    errno.ENOENT: "CLI-121",
    errno.EACCES: "CLI-122",
    errno.EPERM: "CLI-122",
    errno.EROFS: "CLI-122",
    errno.ENOSPC: "CLI-123",
}
_KINDS = {"CLI-121": "MISSING", "CLI-122": "FORBIDDEN", "CLI-123": "FULL", "CLI-124": "UNUSABLE"}


def _of_the_disk(error: OSError) -> FileRefusal:
    """What the world did to a file or folder of the clerk: no bug of ours."""
    named = error.filename2 or error.filename
    name = Path(os.fsdecode(named)).name if isinstance(named, (str, bytes)) else ""
    return FileRefusal(_CODES.get(error.errno or 0, "CLI-124"), file=name or "-")


def _of_ours(error: Exception) -> Refusal:
    """Say where it broke but not with which values: they may be personal data."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return Refusal("CLI-170", kind=type(error).__name__, place=places)
