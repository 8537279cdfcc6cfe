"""Execution on the command line: what was achieved; evidence, feedback and guidance have modules of their own."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from meritdesk.cli.answers import Answer, figure, listed, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import (
    bulk,
    execution_activity,
    execution_attendance,
    execution_evidence,
    execution_guidance,
)
from meritdesk.cli.rooms.execution_places import hint_lines, hint_values, indicator_of, person_of
from meritdesk.cli.rooms.fill_sheets import fill_grammar, fill_verbs
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.execution.grid import CellEntry, GridQuery


def _import_actuals(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.execution.import_actuals(source, step("realisasi", words), chosen.dry_run)
    return given_answer(desk, "execution import", outcome, source, chosen, words)


def _set(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Write one cell, and the leader's words on it where they are given."""
    period = parse_period(chosen.period)
    person = person_of(desk, chosen.nip)
    indicator = indicator_of(desk, person, period, chosen.indicator)
    change_set = ""
    written = 0
    if chosen.value is not None:
        outcome = desk.execution.grid.set([CellEntry(person.person_id, indicator, period, chosen.value)])
        for one in outcome.refused:
            raise UsageRefusal(one.code, **one.facts)
        change_set, written = outcome.changes.change_set_id, outcome.written
    if chosen.feedback is not None or chosen.override is not None:
        cell = desk.execution.grid.cell(person.person_id, indicator, period)
        override = cell.override if chosen.override is None else _class(chosen.override)
        reason = cell.override_reason if chosen.reason is None else chosen.reason
        changes = desk.execution.grid.explain(
            person.person_id,
            indicator,
            period,
            feedback=chosen.feedback,
            override=override,
            override_reason=reason,
        )
        change_set = changes.change_set_id or change_set
        written += bool(changes.change_set_id)
    cell = desk.execution.grid.cell(person.person_id, indicator, period)
    values = {
        "verb": "execution set",
        "nip": chosen.nip,
        "period": period.code,
        "indicator": chosen.indicator,
        "written": written,
        "cell": plain(cell),
        "change_set": change_set,
    }
    facts = {"indicator": chosen.indicator, "period": period.code, "text": cell.text or "-"}
    return Answer(values, [words.reason("CLI-CELL", facts)])


def _class(word: str) -> IndicatorClass | None:
    return None if word == "NONE" else IndicatorClass(word)


def _grid(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    unit_ids = desk.register.branch(chosen.unit) if chosen.unit else ()
    people = (person_of(desk, chosen.nip).person_id,) if chosen.nip else ()
    block = desk.execution.grid.lines(
        GridQuery(chosen.year, unit_ids, chosen.search, people, chosen.offset, chosen.limit)
    )
    periods = desk.execution.grid.columns(chosen.year)
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "NUMBER", "INDICATOR", "TARGET")]
    heads += [period.code for period in periods]
    rows = [
        (
            line.nip,
            line.name,
            line.number,
            _short(line.indicator.text),
            line.indicator.target.text,
            *(line.cells[period.code].text if period.code in line.cells else "" for period in periods),
        )
        for line in block.lines
    ]
    values = {
        "verb": "execution grid",
        "year": chosen.year,
        "periods": [period.code for period in periods],
        "people": block.people,
        "next_offset": block.next_offset,
        "without_plan": list(block.without_plan),
        "lines": plain(block.lines),
    }
    lines = listed(heads, rows, words)
    if block.without_plan:
        names = ", ".join(block.without_plan[:5]) + (", …" if len(block.without_plan) > 5 else "")
        facts = {"count": figure(len(block.without_plan), words), "names": names}
        lines.append(words.reason("CLI-WITHOUT-PLAN", facts))
    return Answer(values, lines)


def _short(text: str) -> str:
    return text if len(text) <= 48 else text[:47] + "…"


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    person = person_of(desk, chosen.nip)
    hints = (*desk.execution.grid.hints(person.person_id, period), *desk.execution.guidance.hints(person.person_id))
    values = {
        "verb": "execution check",
        "nip": chosen.nip,
        "period": period.code,
        "hints": hint_values(hints, words),
    }
    lines = hint_lines(hints, words) or [words.reason("CLI-NOTHING-MISSING", {})]
    return Answer(values, lines, 1 if hints else 0)


VERBS: Mapping[str, Verb] = {
    **fill_verbs("execution", lambda desk: desk.execution.sheets),
    "import": _import_actuals,
    "set": _set,
    "grid": _grid,
    "check": _check,
    **bulk.verbs_of("execution"),
    **execution_evidence.VERBS,
    **execution_guidance.VERBS,
    **execution_attendance.VERBS,
    **execution_activity.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    bulk.grammar("execution", verbs)
    fill_grammar(verbs)
    actuals = verbs.add_parser("import")
    given_grammar(actuals)
    cell = verbs.add_parser("set", help="satu realisasi / one actual")
    cell.add_argument("nip")
    cell.add_argument("--period", required=True)
    cell.add_argument("--indicator", required=True, type=FILLED, metavar="R.I", help="nomor hasil.indikator, mis. 1.2")
    cell.add_argument("--value", default=None, metavar="TEXT", help='teks kosong ("") mengosongkan sel')
    cell.add_argument("--feedback", default=None, metavar="TEXT")
    cell.add_argument("--override", default=None, choices=("ABOVE", "MEETS", "BELOW", "NONE"))
    cell.add_argument("--reason", default=None, metavar="TEXT", help="pertimbangan pimpinan / the leader's reason")
    grid = verbs.add_parser("grid", help="realisasi setahun / the actuals of a year")
    grid.add_argument("--year", type=NUMBER, required=True)
    whose = grid.add_mutually_exclusive_group()
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    grid.add_argument("--search", default="", metavar="TEXT")
    grid.add_argument("--limit", type=NUMBER, default=60, help="banyaknya pegawai / how many people")
    grid.add_argument("--offset", type=NUMBER, default=0)
    check = verbs.add_parser("check", help="yang belum lengkap / what is missing")
    check.add_argument("nip")
    check.add_argument("--period", required=True)
    execution_evidence.grammar(verbs)
    execution_guidance.grammar(verbs)
    execution_attendance.grammar(verbs)
    execution_activity.grammar(verbs)
