"""What the command line answers: a plain value for machines and lines of text for people, from the same facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from meritdesk.core.errors import Refusal, RowFault
from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import printed_date
from meritdesk.messages import Messages
from meritdesk.messages.figures import Written, written_decimal
from meritdesk.services.changes import Blocked, ImportOutcome
from meritdesk.services.taken_out import TakenOut

SHOWN = 20


@dataclass(slots=True)
class Answer:
    """One answer: ``values`` go out as JSON, ``lines`` as text; the exit code says done (0) or done in part (1)."""

    values: dict[str, Any]
    lines: list[str] = field(default_factory=list)
    exit_code: int = 0

    def as_json(self) -> str:
        """The machine-readable form."""
        return json.dumps(plain(self.values), ensure_ascii=False, indent=2)


def plain(value: object) -> Any:
    """A value as JSON knows it; decimals and dates become text. Only seconds are binary floats."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Decimal, Path)):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")


def figure(number: int | Decimal, words: Messages) -> Written:
    """A number as the reader writes it: ``1.968`` and ``4,0`` in Indonesian, ``1,968`` and ``4.0`` in English."""
    return written_decimal(Decimal(number), words.language)


def day_told(when: date, words: Messages) -> str:
    """A day as the reader writes it: ``1 Januari 2025``, in English ``1 January 2025``."""
    return words.noted(printed_date(when))


def counted(numbers: Mapping[str, int], words: Messages) -> str:
    """Counts in one line, each after its name."""
    return " · ".join(
        f"{words.label(f'COUNT:{name.upper()}')} {figure(number, words)}" for name, number in numbers.items()
    )


def more(left: int, words: Messages) -> list[str]:
    """How many lines were left out of the text; the machine-readable answer has them all."""
    return [f"  … +{figure(left, words)} (--json)"] if left > 0 else []


def refusal(error: Refusal, words: Messages) -> Answer:
    """A refusal as an answer: code, what happened, what to do next."""
    what, then = words.refusal(error.code, error.facts)
    values = {"error": {"code": error.code, "what": what, "next": then}}
    return Answer(values, [f"{error.code}: {what}", f"  → {then}"], error.exit_code)


def imported(verb: str, outcome: ImportOutcome, words: Messages, dry_run: bool) -> Answer:
    """The outcome of an import: counts that add up, every refused row with its reason."""
    counts = outcome.counts
    numbers = {
        "read": counts.read,
        "added": counts.added,
        "changed": counts.changed,
        "same": counts.same,
        "refused": counts.refused,
        "conflict": counts.conflict,
    }
    values = {
        "verb": verb,
        "dry_run": dry_run,
        "counts": numbers,
        "skipped": outcome.skipped,
        "refused": [_fault(fault, words) for fault in outcome.refused],
        "remarks": [_fault(fault, words) for fault in outcome.remarks],
        "change_set": outcome.changes.change_set_id,
    }
    lines = [counted({**numbers, "skipped": outcome.skipped}, words), *fault_lines(outcome.refused, words)]
    if outcome.remarks:
        lines.append(words.reason("CLI-REMARKS", {"count": figure(len(outcome.remarks), words)}))
        lines += fault_lines(outcome.remarks, words)
    if dry_run:
        lines.append(words.reason("CLI-DRY-RUN", {}))
    return Answer(values, lines, 1 if outcome.has_refusals else 0)


def fault_lines(faults: Sequence[RowFault], words: Messages) -> list[str]:
    """The first refused rows as text; the rest is counted."""
    lines = []
    for fault in faults[:SHOWN]:
        where = f"{fault.row}" + (f" [{fault.column}]" if fault.column else "")
        lines.append(f"  {where} {fault.code}: {words.sentence(fault.code, fault.facts)}")
    return lines + more(len(faults) - SHOWN, words)


def blocked_values(blocked: Sequence[Blocked], words: Messages) -> list[dict[str, str]]:
    """People who could not be closed or printed, with the reason in words."""
    return [
        {"nip": one.nip, "name": one.name, "code": one.code, "message": words.sentence(one.code, one.facts)}
        for one in blocked
    ]


def blocked_lines(blocked: Sequence[Blocked], words: Messages) -> list[str]:
    """The first blocked people as text; the rest is counted."""
    lines = [f"  {one.nip} {one.name} · {one.code}: {words.sentence(one.code, one.facts)}" for one in blocked[:SHOWN]]
    return lines + more(len(blocked) - SHOWN, words)


def reason_values(reasons: Sequence[Reason], words: Messages) -> list[dict[str, str]]:
    """Explanation lines in words, each with its article."""
    return [{"code": one.code, "source": one.source, "text": words.reason(one.code, one.facts)} for one in reasons]


def table(heads: Sequence[str], rows: Sequence[Sequence[object]], words: Messages) -> list[str]:
    """Rows under heads, aligned; numbers to the right."""
    cells = [[figure(cell, words) if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    widths = [max([len(head), *(len(row[place]) for row in cells)]) for place, head in enumerate(heads)]
    right = [bool(rows) and all(isinstance(row[place], int) for row in rows) for place in range(len(heads))]
    form = [
        (lambda text, width: text.rjust(width)) if is_right else (lambda text, width: text.ljust(width))
        for is_right in right
    ]
    lines = ["  ".join(form[place](head, widths[place]) for place, head in enumerate(heads)).rstrip()]
    lines.append("  ".join("-" * width for width in widths))
    lines += ["  ".join(form[place](cell, widths[place]) for place, cell in enumerate(row)).rstrip() for row in cells]
    return lines


def listed(heads: Sequence[str], rows: Sequence[Sequence[object]], words: Messages) -> list[str]:
    """What a list answers with: its rows under their heads, or the sentence that nothing was found."""
    return table(heads, rows, words) if rows else nothing_found(words)


def nothing_found(words: Messages) -> list[str]:
    """The one line in place of an empty list, so that silence is never the answer."""
    return [words.reason("CLI-NOTHING-FOUND", {})]


def without(left_out: int, words: Messages) -> list[str]:
    """How many people are not in what was taken along, for a limit of processing; nothing when everybody is."""
    return [words.reason("PRV-LEFT-OUT", {"count": figure(left_out, words)})] if left_out else []


def taken_out(verb: str, noun: str, path: Path, taken: TakenOut, words: Messages) -> Answer:
    """What was written to a file that can be read back, and how many people are not in it; ``noun`` names its rows."""
    values = {"verb": verb, "file": str(path), noun: taken.rows, "left_out": taken.left_out}
    told = words.reason("CLI-ROWS-WRITTEN", {"count": figure(taken.rows, words), "file": path.name})
    return Answer(values, [told, *without(taken.left_out, words)])


def _fault(fault: RowFault, words: Messages) -> dict[str, object]:
    return {
        "row": fault.row,
        "field": fault.column,
        "code": fault.code,
        "message": words.sentence(fault.code, fault.facts),
    }
