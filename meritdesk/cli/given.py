"""What every import command understands alike: the file, its sheet, a remembered mapping, corrections, a dry run."""

from __future__ import annotations

import argparse
from pathlib import Path

from meritdesk.cli.answers import Answer, imported
from meritdesk.cli.progress import step
from meritdesk.core.given import GivenTable, ToldFault
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome


def given_grammar(verb: argparse.ArgumentParser) -> None:
    """The words of an import."""
    verb.add_argument("file", type=Path)
    verb.add_argument("--dry-run", action="store_true")
    verb.add_argument("--sheet", default="", metavar="NAMA", help="lembar mana dari buku kerja")
    verb.add_argument("--mapping", default="", metavar="NAMA", help="pemetaan kolom yang tersimpan")
    verb.add_argument("--corrections", type=Path, metavar="FILE", help="tabel BARIS, KOLOM, ISI, JAWABAN")
    verb.add_argument("--errors", type=Path, metavar="FILE", help="tulis baris ditolak ke .xlsx untuk diperbaiki")


def given_source(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Path | GivenTable:
    """What the verb is to be given."""
    tables = desk.upkeep.tables
    told = step("baca", words)
    if chosen.errors and not (chosen.sheet or chosen.mapping or chosen.corrections):
        book = tables.open(chosen.file, told)
        return book.table(tables.fitting_sheet(book))
    return tables.prepare(chosen.file, chosen.sheet, chosen.mapping, chosen.corrections, told)


def given_answer(
    desk: Desk,
    verb: str,
    outcome: ImportOutcome,
    source: Path | GivenTable,
    chosen: argparse.Namespace,
    words: Messages,
) -> Answer:
    """The outcome of an import, and the workbook of refused rows where one was asked for."""
    answer = imported(verb, outcome, words, chosen.dry_run)
    if chosen.errors and outcome.refused and isinstance(source, GivenTable):
        faults = [
            ToldFault(fault.row, fault.column, fault.code, *words.refusal(fault.code, fault.facts))
            for fault in outcome.refused
        ]
        written = desk.upkeep.tables.write_refused(source, faults, chosen.errors, (), step("tulis", words))
        answer.values["errors"] = {"file": str(written.path), "rows": written.rows}
        answer.lines.append(words.reason("CLI-ERRORS-WRITTEN", {"file": written.path.name, "count": written.rows}))
    return answer
