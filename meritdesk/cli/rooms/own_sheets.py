"""Own sheets without a form code on the command line: spread of a unit, receipt, counselling record."""

from __future__ import annotations

import argparse
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, without
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verbs
from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome


def print_distribution(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``assessment distribution-sheet``."""
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    outcome = desk.assessment.distribution_sheets.print(
        parse_period(chosen.period), chosen.out, unit_ids, style=style_of(chosen), step=step("POLA", words)
    )
    return papers_answer("assessment distribution-sheet", outcome, words)


def print_receipt(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``handover receipt``."""
    return papers_answer(
        "handover receipt", desk.handover.papers.print(chosen.number, chosen.out, style_of(chosen)), words
    )


def print_counselling(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``execution confidential print``."""
    outcome = desk.execution.confidential.print_counselling(chosen.record, chosen.out, style_of(chosen))
    return papers_answer("execution confidential print", outcome, words)


def distribution_grammar(verbs: Verbs) -> None:
    """The words of the sheet of a unit's spread."""
    spread = verbs.add_parser("distribution-sheet")
    spread.add_argument("--period", required=True)
    spread.add_argument("--unit", default="", metavar="ID")
    paper_grammar(spread)


def receipt_grammar(verbs: Verbs) -> None:
    """The words of the receipt as paper."""
    receipt = verbs.add_parser("receipt")
    receipt.add_argument("number", help="nomor tanda terima / number of the receipt")
    paper_grammar(receipt)


def counselling_grammar(verbs: Verbs) -> None:
    """The words of the counselling record as paper."""
    printing = verbs.add_parser("print")
    printing.add_argument("record", metavar="ID")
    paper_grammar(printing)


def paper_grammar(printing: argparse.ArgumentParser) -> None:
    """Where a sheet goes, and on which paper."""
    printing.add_argument("--out", type=Path, required=True, metavar="DIR")
    printing.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")


def style_of(chosen: argparse.Namespace) -> PaperStyle:
    """The paper that was chosen."""
    return PaperStyle(PaperSize(chosen.paper))


def papers_answer(verb: str, outcome: PapersOutcome, words: Messages) -> Answer:
    """What every print of own sheets answers."""
    values = {
        "verb": verb,
        "numbers": list(outcome.numbers),
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
        "sheets": len(outcome.numbers),
        "left_out": outcome.left_out,
    }
    facts = {
        "sheets": figure(len(outcome.numbers), words),
        "pages": figure(outcome.file.pages, words),
        "file": outcome.file.path,
    }
    return Answer(values, [words.reason("CLI-PRINTED", facts), *without(outcome.left_out, words)])
