"""The national hand-over on the command line: what is new, the files, the re-key sheets, and what was uploaded."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, figure, more, nothing_found, plain, table
from meritdesk.cli.options import FILLED
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.national import OBSTACLE_CODES, NationalFact, NationalState
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.handover.national_lines import NationalLine

_HEADS = ("STATE", "NIP", "NAME", "UNIT", "PREDICATE", "CODE")


def _preview(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    board = desk.handover.national.preview(parse_period(chosen.period), unit_ids, step("SIASN", words))
    values = {
        "verb": "handover national preview",
        "period": board.period.code,
        "counts": {state.value: board.count(state) for state in NationalState},
        "people": [_line_values(line, words) for line in board.lines],
    }
    facts = {state.value.lower(): figure(board.count(state), words) for state in NationalState}
    lines = [words.reason("CLI-NATIONAL", facts)]
    shown = [line for line in board.lines if line.state is not NationalState.SAME]
    if shown:
        rows = [
            (
                words.label_of(line.state),
                line.person.nip or "-",
                line.person.full_name,
                line.unit_name,
                line.facts.get(NationalFact.PREDICATE, "-"),
                line.code or "-",
            )
            for line in shown[:SHOWN]
        ]
        lines += table([words.label(f"COLUMN:{name}") for name in _HEADS], rows, words)
        lines += more(len(shown) - SHOWN, words)
    for code in dict.fromkeys(line.code for line in board.lines if line.code):
        what, then = words.refusal(code, {})
        lines += [f"{code}: {what}", f"  → {then}"]
    return Answer(values, lines)


def _line_values(line: NationalLine, words: Messages) -> dict[str, object]:
    return {
        "nip": line.person.nip,
        "name": line.person.full_name,
        "unit": line.unit_name,
        "state": line.state.value,
        "facts": plain(line.facts),
        "changed": [{"fact": fact.value, "before": before, "now": now} for fact, before, now in line.changed],
        "code": line.code,
        "message": words.sentence(line.code, {}) if line.code else "",
        "hints": list(line.hints),
        "batch": line.batch,
        "told_at": plain(line.told_at),
    }


def _write(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.national.write(
        parse_period(chosen.period),
        chosen.out,
        {code: words.refusal(code, {}) for code in OBSTACLE_CODES.values()},
        desk.register.branch(chosen.unit) if chosen.unit else (),
        chosen.papers,
        chosen.all,
        step("SIASN", words),
    )
    values = {
        "verb": "handover national write",
        "batch": outcome.batch,
        "folder": str(outcome.folder),
        "files": [path.name for path in outcome.files],
        "rows": outcome.rows,
        "withdrawn": outcome.withdrawn,
        "documents": outcome.documents,
        "without_document": outcome.without_document,
        "stays": outcome.stays,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "batch": outcome.batch,
        "rows": figure(outcome.rows, words),
        "documents": figure(outcome.documents, words),
        "withdrawn": figure(outcome.withdrawn, words),
        "stays": figure(outcome.stays, words),
        "folder": outcome.folder,
    }
    lines = [words.reason("CLI-NATIONAL-WRITTEN", facts), words.reason("CLI-NATIONAL-THEN", facts)]
    return Answer(values, lines, 1 if outcome.stays else 0)


def _mark(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.national.mark(chosen.batch, chosen.nip)
    values = {
        "verb": "handover national mark",
        "batch": outcome.batch,
        "marked": outcome.marked,
        "withdrawn": outcome.withdrawn,
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "batch": outcome.batch,
        "marked": figure(outcome.marked, words),
        "withdrawn": figure(outcome.withdrawn, words),
    }
    return Answer(values, [words.reason("CLI-NATIONAL-MARKED", facts)])


def _batches(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.national.batches(parse_period(chosen.period))
    lines = [
        words.reason(
            "CLI-NATIONAL-BATCH",
            {"batch": one.batch, "rows": figure(one.rows, words), "waiting": figure(one.waiting, words)},
        )
        for one in found
    ]
    values = {"verb": "handover national batches", "batches": plain(found)}
    return Answer(values, lines or nothing_found(words))


def _rekey(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.national.print_rekey(chosen.batch, chosen.out, style_of(chosen), step("SIASN", words))
    return papers_answer("handover national rekey", outcome, words)


VERBS: Mapping[str, Verb] = {
    "national": chosen_deed({"preview": _preview, "write": _write, "mark": _mark, "batches": _batches, "rekey": _rekey})
}


def grammar(verbs: Verbs) -> None:
    """The words of the national hand-over."""
    deeds = verbs.add_parser("national").add_subparsers(dest="deed", metavar="VERB", required=True)
    preview, writing = deeds.add_parser("preview"), deeds.add_parser("write")
    for parser in (preview, writing):
        parser.add_argument("--period", required=True)
        parser.add_argument("--unit", default="", metavar="ID")
    writing.add_argument("--out", type=Path, required=True, metavar="DIR")
    writing.add_argument("--papers", type=Path, default=None, metavar="DIR", help="folder PDF dokumen / folder of PDFs")
    writing.add_argument("--all", action="store_true", help="juga yang sama / those that are the same too")
    mark = deeds.add_parser("mark")
    mark.add_argument("batch", type=FILLED)
    mark.add_argument("--nip", action="append", default=[], metavar="NIP")
    deeds.add_parser("batches").add_argument("--period", required=True)
    rekey = deeds.add_parser("rekey")
    rekey.add_argument("batch", type=FILLED)
    paper_grammar(rekey)
