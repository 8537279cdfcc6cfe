"""Planning on the command line: the plans of the year."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import bulk, cascade, kpi, planning_editor
from meritdesk.cli.rooms.fill_sheets import fill_grammar, fill_verbs
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.validation.plan_rules import FAULT_FACTS
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _import_plans(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.planning.import_plans(source, step("SKP", words), chosen.dry_run)
    return given_answer(desk, "planning import", outcome, source, chosen, words)


def _show_plan(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.planning.show(chosen.nip, chosen.year, chosen.on)
    lines = [f"{card.person.full_name} · SKP {card.plan.year} · {words.label(f'PLAN:{card.plan.state.name}')}"]
    for result in card.plan.results:
        lines.append(f"  {result.number}. {result.text}")
        lines += [f"     - {one.text}: {one.target.text}" for one in result.indicators]
    lines += [f"  {fault}: {words.sentence(fault, FAULT_FACTS)}" for fault in card.faults]
    values = {"verb": "planning show", "plan": plain(card.plan), "faults": list(card.faults)}
    return Answer(values, lines, 1 if card.faults else 0)


VERBS: Mapping[str, Verb] = {
    **fill_verbs("planning", lambda desk: desk.planning.sheets),
    "import": _import_plans,
    "show": _show_plan,
    **bulk.verbs_of("planning"),
    **planning_editor.VERBS,
    **cascade.VERBS,
    **kpi.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    bulk.grammar("planning", verbs)
    fill_grammar(verbs)
    plans = verbs.add_parser("import")
    given_grammar(plans)
    show_plan = verbs.add_parser("show")
    show_plan.add_argument("nip")
    show_plan.add_argument("--year", type=NUMBER, required=True)
    show_plan.add_argument("--on", type=DATE, metavar="DATE", help="SKP yang berlaku pada hari ini / in force on")
    planning_editor.grammar(verbs)
    cascade.grammar(verbs)
    kpi.grammar(verbs)
