"""The follow-up room on the command line: who is to be guided, and credit points of functional officials."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, blocked_lines, blocked_values, day_told, figure, plain, reason_values, table
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import follow_up_surveys
from meritdesk.cli.rooms.credit_history import CREDIT_DEEDS, credit_history_grammar
from meritdesk.cli.rooms.discipline import DISCIPLINE_VERBS, discipline_grammar
from meritdesk.cli.rooms.follow_up_merit import MERIT_VERBS, merit_grammar
from meritdesk.cli.rooms.follow_up_talent import TALENT_VERBS, talent_grammar
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.rooms.pay import PAY_VERBS, pay_grammar
from meritdesk.cli.rooms.recognition import RECOGNITION_VERBS, recognition_grammar
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.evaluation import Reason
from meritdesk.core.follow_up import CreditState, GuidanceState
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.credit import points_text
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.follow_up.credit import CreditCard, CreditEntry
from meritdesk.services.follow_up.guidance import GuidanceNeed
from meritdesk.services.print_job import Selection


def _guidance(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    board = desk.follow_up.guidance.board(parse_period(chosen.period), unit_ids)
    needs = [need for need in board.needs if not chosen.state or need.state.value == chosen.state]
    values = {
        "verb": "follow-up guidance",
        "period": board.period.code,
        "closed": board.closed,
        "open": board.open,
        "people": [_need_values(need, words) for need in needs],
    }
    if not needs:
        code = "FOL-111" if board.closed else "FOL-110"
        return Answer(values, [words.sentence(code, {"period": board.period.code})])
    names = ("NIP", "NAME", "UNIT", "PREDICATE", "STATE", "SINCE", "RATER")
    rows = [
        (
            need.person.nip,
            need.person.full_name,
            need.unit_name,
            words.label_of(need.predicate),
            words.label_of(need.state),
            day_told(need.since, words),
            need.rater_name or "-",
        )
        for need in needs
    ]
    return Answer(values, table([words.label(f"COLUMN:{name}") for name in names], rows, words))


def _need_values(need: GuidanceNeed, words: Messages) -> dict[str, object]:
    return {
        "nip": need.person.nip,
        "name": need.person.full_name,
        "unit": need.unit_name,
        "rater": need.rater_name,
        "predicate": need.predicate.value,
        "state": need.state.value,
        "since": need.since,
        "records": [{"id": one.record_id, "kind": one.kind.value, "held_on": one.held_on} for one in need.records],
        "hints": [{"code": one.code, "message": words.sentence(one.code, one.facts)} for one in need.hints],
    }


def _credit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    if chosen.deed in CREDIT_DEEDS:
        return CREDIT_DEEDS[chosen.deed](desk, chosen, words)
    return _print_credit(desk, chosen, words) if chosen.deed == "print" else _list_credit(desk, chosen, words)


def _list_credit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    entries = [
        one
        for one in desk.follow_up.credit.lines(chosen.year, _selection(desk, chosen), chosen.since)
        if not chosen.state or one.state.value == chosen.state
    ]
    values = {
        "verb": "follow-up credit list",
        "year": chosen.year,
        "since": chosen.since or chosen.year,
        "officials": [_entry_values(one, words) for one in entries],
    }
    if not entries:
        return Answer(values, [words.sentence("FOL-112", {})])
    names = ("NIP", "NAME", "UNIT", "TIER", "POINTS", "STATE", "NUMBER")
    rows = [
        (
            one.person.nip,
            one.person.full_name,
            one.unit_name,
            one.card.found.lines[-1].part.tier.title if one.card else "-",
            words.noted(points_text(one.card.found.total)) if one.card else "-",
            words.label_of(one.state),
            one.number or "-",
        )
        for one in entries
    ]
    return Answer(values, table([words.label(f"COLUMN:{name}") for name in names], rows, words))


def _entry_values(entry: CreditEntry, words: Messages) -> dict[str, object]:
    card, why = entry.card, entry.why
    return {
        "nip": entry.person.nip,
        "name": entry.person.full_name,
        "unit": entry.unit_name,
        "state": entry.state.value,
        "points": plain(card.found.total) if card else None,
        "tier": card.found.lines[-1].part.tier.title if card else "",
        "reasons": reason_values(_reasons(card), words) if card else [],
        "code": why.code if why else "",
        "message": words.sentence(why.code, why.facts) if why else "",
        "number": entry.number,
    }


def _reasons(card: CreditCard) -> list[Reason]:
    """How the points come about, and what was served and brings none."""
    return [*(line.reason for line in card.found.lines), *(one for year in card.years for one in year.left_out)]


def _print_credit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.credit.print(
        chosen.year, _selection(desk, chosen), chosen.out, chosen.since, style_of(chosen), step("AK", words)
    )
    verb = "follow-up credit print"
    blocked = {"blocked": blocked_values(outcome.blocked, words)}
    lines = blocked_lines(outcome.blocked, words)
    exit_code = 1 if outcome.blocked else 0
    if outcome.papers is None:
        facts = {"sheets": figure(0, words), "pages": figure(0, words), "file": "-"}
        values = {"verb": verb, "numbers": [], "file": "", "digest": "", "pages": 0, "sheets": 0}
        return Answer({**values, **blocked}, [words.reason("CLI-PRINTED", facts), *lines], exit_code)
    answer = papers_answer(verb, outcome.papers, words)
    return Answer({**answer.values, **blocked}, [*answer.lines, *lines], exit_code)


def _selection(desk: Desk, chosen: argparse.Namespace) -> Selection:
    return Selection(chosen.nip, desk.register.branch(chosen.unit) if chosen.unit else ())


VERBS: Mapping[str, Verb] = {
    "guidance": _guidance,
    "credit": _credit,
    "survey": follow_up_surveys.carry_out,
    **DISCIPLINE_VERBS,
    **PAY_VERBS,
    **TALENT_VERBS,
    **MERIT_VERBS,
    **RECOGNITION_VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    discipline_grammar(verbs)
    pay_grammar(verbs)
    guidance = verbs.add_parser("guidance")
    guidance.add_argument("--period", required=True)
    guidance.add_argument("--unit", default="", metavar="ID")
    guidance.add_argument("--state", default="", choices=tuple(state.value for state in GuidanceState))
    deeds = verbs.add_parser("credit").add_subparsers(dest="deed", required=True)
    listing = deeds.add_parser("list")
    _credit_grammar(listing)
    listing.add_argument("--state", default="", choices=tuple(state.value for state in CreditState))
    whose = listing.add_mutually_exclusive_group()
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    printing = deeds.add_parser("print")
    _credit_grammar(printing)
    whose = printing.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    paper_grammar(printing)
    credit_history_grammar(deeds)
    follow_up_surveys.grammar(verbs)
    talent_grammar(verbs)
    merit_grammar(verbs)
    recognition_grammar(verbs)


def _credit_grammar(deed: argparse.ArgumentParser) -> None:
    deed.add_argument("--year", type=NUMBER, required=True)
    deed.add_argument(
        "--since", type=NUMBER, default=0, metavar="Y", help="akumulasi sejak tahun ini / sum from this year on"
    )
