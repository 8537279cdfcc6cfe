"""Fill-in sheets on the command line: the same two verbs in planning, execution and assessment."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, imported
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.fill_sheets import FillSheets


def fill_verbs(room: str, counter: Callable[[Desk], FillSheets]) -> Mapping[str, Verb]:
    """``sheet`` writes the sheet of a unit, ``sheet-import`` takes it back."""

    def write(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
        written = [counter(desk).write(unit, parse_period(chosen.period), chosen.out) for unit in chosen.unit]
        files = [{"file": str(one.path), "unit": one.unit, "rows": one.rows, "people": one.people} for one in written]
        lines = [
            words.reason(
                "CLI-SHEET",
                {"file": str(one.path), "rows": figure(one.rows, words), "people": figure(one.people, words)},
            )
            for one in written
        ]
        return Answer({"verb": f"{room} sheet", "files": files}, lines)

    def take(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
        sheets = counter(desk)
        source = desk.upkeep.tables.prepare(chosen.file, corrections=chosen.corrections)
        outcome = sheets.take(
            source,
            step("lembar isian", words),
            chosen.dry_run,
            unit_id=chosen.unit or "",
            period=parse_period(chosen.period) if chosen.period else None,
        )
        answer = imported(f"{room} sheet-import", outcome, words, chosen.dry_run)
        if chosen.errors and outcome.has_refusals:
            corrections = sheets.write_corrections(source, chosen.errors)
            answer.values["corrections"] = {
                "file": str(corrections.path),
                "corrected": corrections.corrected,
                "strays": corrections.strays,
            }
            facts = {"file": str(corrections.path), "count": figure(corrections.corrected + corrections.strays, words)}
            answer.lines.append(words.reason("CLI-SHEET-ERRORS", facts))
        return answer

    return {"sheet": write, "sheet-import": take}


def fill_grammar(verbs: Verbs) -> None:
    """The words of both verbs."""
    write = verbs.add_parser("sheet")
    write.add_argument("--unit", required=True, action="append")
    write.add_argument("--period", required=True)
    write.add_argument("--out", required=True, type=Path)
    take = verbs.add_parser("sheet-import")
    take.add_argument("file", type=Path)
    take.add_argument("--dry-run", action="store_true")
    take.add_argument("--corrections", type=Path, metavar="FILE", help="tabel BARIS, KOLOM, ISI, JAWABAN")
    take.add_argument("--errors", type=Path)
    take.add_argument("--unit")
    take.add_argument("--period")
