"""Objections on the command line: open, hear both sides, decide, look up, print the record of a decision."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, listed, plain
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.rooms.deadlines import hint_values
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Rating
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.assessment.objections import LateWaiver, ObjectionLine, ObjectionOutcome


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    late = LateWaiver(chosen.waived_by, chosen.waiver_reason) if chosen.waived_by or chosen.waiver_reason else None
    outcome = desk.assessment.objections.open(
        chosen.nip, parse_period(chosen.period), chosen.reasons, chosen.received_on, chosen.addressee, late
    )
    return _told("open", outcome, words)


def _statement(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    party = Party(chosen.by)
    return _told("statement", desk.assessment.objections.state(chosen.number, party, chosen.text), words)


def _decide(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.assessment.objections.decide(
        chosen.number,
        ObjectionDecision(chosen.decision),
        chosen.decided_on,
        chosen.grounds,
        Rating(chosen.result) if chosen.result else None,
        Rating(chosen.behaviour) if chosen.behaviour else None,
        chosen.recommendation,
    )
    return _told("decide", outcome, words)


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.assessment.objections.lines(parse_period(chosen.period) if chosen.period else None)
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "NIP", "NAME", "PERIOD", "STATE")]
    heads.append(words.label("CALL:LIMIT"))
    rows = [
        (
            line.objection.register_number,
            line.person.nip,
            line.person.full_name,
            line.objection.period.code,
            words.label(f"OBJECTIONSTATE:{line.objection.state.name}"),
            str(line.clock.limit or "-"),
        )
        for line in found
    ]
    lines = listed(heads, rows, words)
    return Answer({"verb": "assessment objection list", "objections": [_values(line) for line in found]}, lines)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.assessment.objections.show(chosen.number)
    objection = card.line.objection
    values = {
        "verb": "assessment objection show",
        **_values(card.line),
        "reasons": objection.reasons,
        "ratee_statement": objection.ratee_statement,
        "rater_statement": objection.rater_statement,
        "grounds": objection.grounds,
        "recommendation": objection.recommendation,
        "before": plain(objection.before),
        "after": plain(objection.after),
        "is_late_waived": card.is_late_waived,
        "hints": hint_values(card.hints, words),
    }
    state = words.label(f"OBJECTIONSTATE:{objection.state.name}")
    lines = [f"{objection.register_number} · {card.line.person.full_name} · {state}"]
    told = (
        ("KEB:REASONS", objection.reasons),
        ("KEB:RATEE", objection.ratee_statement),
        ("KEB:RATER", objection.rater_statement),
        ("KEB:GROUNDS", objection.grounds),
        ("KEB:RECOMMENDATION", objection.recommendation),
    )
    lines += [f"  {words.label(head)}: {text}" for head, text in told if text]
    if objection.decision is not None:
        lines.append(f"  {words.label(f'OBJECTIONDECISION:{objection.decision.name}')}")
    lines += [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in card.hints]
    return Answer(values, lines)


def _sheet(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    style = PaperStyle(size=PaperSize(chosen.paper))
    outcome = desk.assessment.objections.print_sheet(chosen.number, chosen.out, style)
    values = {
        "verb": "assessment objection sheet",
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
        "numbers": outcome.numbers,
    }
    facts = {"number": outcome.numbers[0], "file": Path(outcome.file.path).name}
    return Answer(values, [words.reason("CLI-DECISION-SHEET", facts)])


def _told(act: str, outcome: ObjectionOutcome, words: Messages) -> Answer:
    objection = outcome.objection
    values = {
        "verb": f"assessment objection {act}",
        "number": objection.register_number,
        "state": objection.state.value,
        "decision": plain(objection.decision),
        "before": plain(objection.before),
        "after": plain(objection.after),
        "hints": hint_values(outcome.hints, words),
        "change_set": outcome.changes.change_set_id,
    }
    lines = [f"{objection.register_number} · {words.label(f'OBJECTIONSTATE:{objection.state.name}')}"]
    lines += [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in outcome.hints]
    return Answer(values, lines)


def _values(line: ObjectionLine) -> dict[str, object]:
    objection = line.objection
    return {
        "number": objection.register_number,
        "nip": line.person.nip,
        "name": line.person.full_name,
        "unit": line.unit_name,
        "period": objection.period.code,
        "state": objection.state.value,
        "received_on": objection.received_on,
        "addressee": line.addressee.full_name if line.addressee else "",
        "decision": plain(objection.decision),
        "decided_on": objection.decided_on,
        "clock": plain(line.clock),
    }


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "open": _open,
    "statement": _statement,
    "decide": _decide,
    "list": _list,
    "show": _show,
    "sheet": _sheet,
}

VERBS: Mapping[str, Verb] = {"objection": lambda desk, chosen, words: _ACTS[chosen.act](desk, chosen, words)}


def grammar(verbs: Verbs) -> None:
    """The words of objections, in the room of assessment."""
    acts = verbs.add_parser("objection").add_subparsers(dest="act", metavar="ACT", required=True)
    opened = acts.add_parser("open")
    opened.add_argument("nip")
    opened.add_argument("--period", required=True)
    opened.add_argument("--received-on", type=DATE, required=True, metavar="DAY")
    opened.add_argument("--reasons", required=True)
    opened.add_argument("--addressee", default="", metavar="NIP")
    opened.add_argument("--waived-by", default="", metavar="NAME")
    opened.add_argument("--waiver-reason", default="", metavar="TEXT")
    statement = acts.add_parser("statement")
    statement.add_argument("number")
    statement.add_argument("--by", required=True, choices=(Party.RATEE.value, Party.RATER.value))
    statement.add_argument("--text", type=FILLED, required=True)
    decide = acts.add_parser("decide")
    decide.add_argument("number")
    decide.add_argument("--decision", required=True, choices=[one.value for one in ObjectionDecision])
    decide.add_argument("--decided-on", type=DATE, required=True, metavar="DAY")
    decide.add_argument("--grounds", required=True, metavar="TEXT")
    decide.add_argument("--result", default="", choices=[one.value for one in Rating])
    decide.add_argument("--behaviour", default="", choices=[one.value for one in Rating])
    decide.add_argument("--recommendation", default="", metavar="TEXT")
    acts.add_parser("list").add_argument("--period", default="")
    acts.add_parser("show").add_argument("number")
    sheet = acts.add_parser("sheet")
    sheet.add_argument("number")
    sheet.add_argument("--out", type=Path, required=True, metavar="DIR")
    sheet.add_argument("--paper", default=PaperSize.FOLIO.value, choices=[size.value for size in PaperSize])
