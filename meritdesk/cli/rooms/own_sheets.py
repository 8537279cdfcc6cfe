"""Own sheets without a form code on the command line: spread of a unit, receipt, counselling record, credit points."""

from __future__ import annotations

import argparse
from pathlib import Path

from meritdesk.cli.answers import Answer, blocked_lines, blocked_values, figure
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verbs
from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.print_job import Selection


def print_distribution(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``assessment distribution-sheet``."""
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    outcome = desk.assessment.distribution_sheets.print(
        parse_period(chosen.period), chosen.out, unit_ids, style=_style(chosen), step=step("POLA", words)
    )
    return _answer("assessment distribution-sheet", outcome, words)


def print_receipt(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``handover receipt``."""
    return _answer("handover receipt", desk.handover.papers.print(chosen.number, chosen.out, _style(chosen)), words)


def print_counselling(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``execution confidential print``."""
    outcome = desk.execution.confidential.print_counselling(chosen.record, chosen.out, _style(chosen))
    return _answer("execution confidential print", outcome, words)


def print_credit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """``documents credit``."""
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    outcome = desk.documents.credit.print(
        chosen.year, Selection(chosen.nip, unit_ids), chosen.out, chosen.since, _style(chosen), step("AK", words)
    )
    blocked = {"blocked": blocked_values(outcome.blocked, words)}
    lines = blocked_lines(outcome.blocked, words)
    exit_code = 1 if outcome.blocked else 0
    if outcome.papers is None:
        facts = {"sheets": "0", "pages": "0", "file": "-"}
        values = {"verb": "documents credit", "numbers": [], "file": "", "digest": "", "pages": 0, "sheets": 0}
        return Answer({**values, **blocked}, [words.reason("CLI-PRINTED", facts), *lines], exit_code)
    answer = _answer("documents credit", outcome.papers, words)
    return Answer({**answer.values, **blocked}, [*answer.lines, *lines], exit_code)


def distribution_grammar(verbs: Verbs) -> None:
    """The words of the sheet of a unit's spread."""
    spread = verbs.add_parser("distribution-sheet")
    spread.add_argument("--period", required=True)
    spread.add_argument("--unit", default="", metavar="ID")
    _paper(spread)


def receipt_grammar(verbs: Verbs) -> None:
    """The words of the receipt as paper."""
    receipt = verbs.add_parser("receipt")
    receipt.add_argument("number", help="nomor tanda terima / number of the receipt")
    _paper(receipt)


def counselling_grammar(verbs: Verbs) -> None:
    """The words of the counselling record as paper."""
    printing = verbs.add_parser("print")
    printing.add_argument("record", metavar="ID")
    _paper(printing)


def credit_grammar(verbs: Verbs) -> None:
    """The words of credit-point sheets."""
    credit = verbs.add_parser("credit")
    credit.add_argument("--year", type=NUMBER, required=True)
    credit.add_argument(
        "--since", type=NUMBER, default=0, metavar="Y", help="akumulasi sejak tahun ini / sum from this year on"
    )
    whose = credit.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    _paper(credit)


def _paper(printing: argparse.ArgumentParser) -> None:
    printing.add_argument("--out", type=Path, required=True, metavar="DIR")
    printing.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")


def _style(chosen: argparse.Namespace) -> PaperStyle:
    return PaperStyle(PaperSize(chosen.paper))


def _answer(verb: str, outcome: PapersOutcome, words: Messages) -> Answer:
    values = {
        "verb": verb,
        "numbers": list(outcome.numbers),
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
        "sheets": len(outcome.numbers),
    }
    facts = {
        "sheets": figure(len(outcome.numbers), words),
        "pages": figure(outcome.file.pages, words),
        "file": outcome.file.path,
    }
    return Answer(values, [words.reason("CLI-PRINTED", facts)])
