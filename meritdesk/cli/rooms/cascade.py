"""Agreements, cascade, matrix and the organisation's figures on the command line, as verbs of planning."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from datetime import date

from meritdesk.cli.answers import SHOWN, Answer, figure, more, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.cascade import AssignmentMode, CascadeMethod
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.matrix import MatrixTable
from meritdesk.core.notation import read_date, read_decimal
from meritdesk.core.periods import parse_period
from meritdesk.core.validation import Hint
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.planning.cascade import TreeLine
from meritdesk.services.planning.kpi import KpiEntry
from meritdesk.services.planning.matrix import CellEntry, CellFate, MatrixOutcome


def _import_agreements(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.planning.agreement.import_agreements(source, step("PK", words), chosen.dry_run)
    return given_answer(desk, "planning agreement-import", outcome, source, chosen, words)


def _show_agreement(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.planning.agreement.show(chosen.unit, chosen.year)
    lines = [f"{card.unit.name} · {chosen.year}"]
    for one in card.indicators:
        above = card.parents.get(one.indicator_id)
        up = f"  ↑ {above.text}" if above is not None else ""
        lines.append(f"  {one.number}. {one.text}: {one.target.text}{up}")
        lines += [f"     {point.period.code}: {figure(point.value, words)}" for point in one.trajectory]
    open_here = (*card.hints, *card.remarks)
    lines += _hint_lines(open_here, words)
    values = {
        "verb": "planning agreement-show",
        "unit": card.unit.unit_id,
        "indicators": plain(card.indicators),
        "parents": {key: above.indicator_id for key, above in card.parents.items()},
        "hints": _hint_values(open_here, words),
    }
    return Answer(values, lines, 1 if open_here else 0)


def _adopt_agreement(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.planning.agreement.adopt(chosen.unit, chosen.year)
    values = {
        "verb": "planning agreement-adopt",
        "added": outcome.added,
        "missing": list(outcome.missing),
        "change_set": outcome.changes.change_set_id,
    }
    lines = [
        f"{words.label('COUNT:ADDED')} {figure(outcome.added, words)}",
        *(f"  ! {text}" for text in outcome.missing),
    ]
    return Answer(values, lines, 1 if outcome.missing else 0)


def _tree(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    depth = chosen.depth
    lines: list[str] = []

    def branch(line: TreeLine, level: int) -> dict[str, object]:
        covered = words.label_of(line.coverage)
        owner = f" · {line.owner}" if line.owner else ""
        lines.append(f"{'  ' * (level + 1)}{line.text}{owner} [{covered}]  {line.node}")
        inside = desk.planning.cascade.below(line.node, chosen.year) if level < depth and line.below else ()
        return {**plain(line), "children": [branch(child, level + 1) for child in inside]}

    tops = desk.planning.cascade.top(chosen.unit, chosen.year)
    values = {"verb": "planning cascade", "year": chosen.year, "tree": [branch(line, 0) for line in tops]}
    return Answer(values, lines)


def _link(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    share = None
    if chosen.share is not None:
        share = read_decimal(chosen.share)
        if share is None:
            raise UsageRefusal("PLN-420", text=chosen.share)
    if chosen.method:
        desk.planning.cascade.choose(chosen.parent, chosen.year, CascadeMethod[chosen.method.upper()])
    changes = desk.planning.cascade.link(chosen.child, chosen.parent, chosen.year, chosen.part, share, chosen.note)
    values = {"verb": "planning cascade-link", "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.child} → {chosen.parent}"])


def _unlink(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.planning.cascade.unlink(chosen.link, chosen.year)
    return Answer({"verb": "planning cascade-unlink", "change_set": changes.change_set_id}, [chosen.link])


def _gather(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.planning.cascade.gather(chosen.year, chosen.dry_run)
    values = {
        "verb": "planning cascade-gather",
        "linked": outcome.linked,
        "unmatched": outcome.unmatched,
        "change_set": outcome.changes.change_set_id,
    }
    said = words.reason(
        "CLI-CASCADE-GATHER", {"linked": figure(outcome.linked, words), "left": figure(outcome.unmatched, words)}
    )
    return Answer(values, [said], 1 if outcome.unmatched else 0)


def _stand_in(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.planning.cascade.stand_in(chosen.unit, chosen.year, chosen.text)
    return Answer({"verb": "planning cascade-placeholder", "change_set": changes.change_set_id}, [chosen.text])


def _relink(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    said = dict(pair.partition("=")[::2] for pair in chosen.say)
    outcome = desk.planning.cascade.relink(chosen.year, said)
    values = {
        "verb": "planning cascade-relink",
        "moved": outcome.moved,
        "filled": list(outcome.filled),
        "waiting": plain(outcome.waiting),
        "change_set": outcome.changes.change_set_id,
    }
    lines = [f"{words.label('COUNT:CHANGED')} {figure(outcome.moved, words)}"]
    lines += [f"  … {one.text}  {one.placeholder_id}" for one in outcome.waiting]
    return Answer(values, lines, 1 if outcome.waiting else 0)


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    check = desk.planning.cascade.check(chosen.year, chosen.unit)
    found = (*check.hints, *check.remarks)
    counts: dict[str, int] = {}
    for hint in found:
        counts[hint.code] = counts.get(hint.code, 0) + 1
    values = {
        "verb": "planning cascade-check",
        "counts": dict(sorted(counts.items())),
        "hints": _hint_values(found, words),
    }
    lines = [f"{code} {figure(number, words)}" for code, number in sorted(counts.items())]
    lines += [*_hint_lines(found[:SHOWN], words), *more(len(found) - SHOWN, words)]
    return Answer(values, lines, 0 if check.is_whole else 1)


def _show_matrix(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.planning.matrix.show(chosen.unit, chosen.year)
    lines = [f"{card.unit.name} · {chosen.year}"]
    for table in card.matrix.tables:
        lines += _table_lines(table)
    lines += _hint_lines(card.hints[:SHOWN], words) + more(len(card.hints) - SHOWN, words)
    values = {
        "verb": "planning matrix",
        "unit": card.unit.unit_id,
        "tables": [_table_values(table) for table in card.matrix.tables],
        "assignments": plain(card.assignments),
        "hints": _hint_values(card.hints, words),
    }
    return Answer(values, lines, 1 if card.hints else 0)


def _set_cell(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = desk.register.show(chosen.nip).person
    entry = CellEntry(person.person_id, chosen.column, "\n".join(chosen.role))
    outcome = desk.planning.matrix.write(chosen.unit, chosen.year, [entry], chosen.dry_run)
    return _matrix_answer("planning matrix-set", outcome, words)


def _adopt_roles(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _matrix_answer("planning matrix-adopt", desk.planning.matrix.adopt(chosen.unit, chosen.year), words)


def _team(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lead = desk.register.show(chosen.lead).person
    changes = desk.planning.matrix.save_team(chosen.unit, chosen.year, chosen.name, lead.person_id)
    return Answer({"verb": "planning team", "change_set": changes.change_set_id}, [f"{chosen.name} · {lead.full_name}"])


def _assign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = desk.register.show(chosen.nip).person
    by = desk.register.show(chosen.by).person.person_id if chosen.by else ""
    mode = AssignmentMode.VOLUNTEERED if chosen.volunteered else AssignmentMode.APPOINTED
    changes = desk.planning.matrix.assign(
        chosen.unit, chosen.year, person.person_id, chosen.team, mode, by, _day(chosen.start), _day(chosen.consent)
    )
    return Answer({"verb": "planning assign", "change_set": changes.change_set_id}, [person.full_name])


def _show_kpi(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.planning.kpi.show(chosen.unit, chosen.year)
    lines = [f"{card.unit.name} · {chosen.year}"]
    periods = {}
    for period in card.periods:
        derived, given = card.derived[period.code], card.levels.get(period.code)
        percent = f"{figure(derived.percent, words)} %" if derived.percent is not None else "-"
        suggested = words.label_of(derived.level) if derived.level is not None else "-"
        level = words.label_of(given.level) if given is not None else "-"
        lines.append(f"  {period.code}: {percent} · {suggested} → {level}")
        periods[period.code] = {
            "derived": derived.level.value if derived.level is not None else None,
            "percent": plain(derived.percent),
            "missing": [one.number for one in derived.missing],
            "level": given.level.value if given is not None else None,
            "explanation": [words.reason(reason) for reason in (*derived.reasons, *derived.warnings)],
        }
    values = {
        "verb": "planning kpi",
        "unit": card.unit.unit_id,
        "periods": periods,
        "actuals": [plain(actual) for actual in card.actuals.values()],
    }
    is_open = any(card.derived[period.code].missing for period in card.periods)
    return Answer(values, lines, 1 if is_open or not card.indicators else 0)


def _set_kpi(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    card = desk.planning.agreement.show(chosen.unit, period.year)
    indicator = next((one for one in card.indicators if one.number == chosen.number), None)
    if indicator is None:
        raise UsageRefusal("PLN-402", indicator=chosen.number, year=period.year)
    entry = KpiEntry(indicator.indicator_id, period, chosen.figure, chosen.evidence)
    outcome = desk.planning.kpi.write([entry], period.year)
    refused = [{"code": fate.code, "message": words.sentence(fate.code, fate.facts)} for fate in outcome.refused]
    values = {
        "verb": "planning kpi-set",
        "written": outcome.written,
        "refused": refused,
        "change_set": outcome.changes.change_set_id,
    }
    lines = [f"{indicator.text}: {chosen.figure}", *(f"  {one['code']}: {one['message']}" for one in refused)]
    return Answer(values, lines, 1 if refused else 0)


def _import_kpi(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.planning.kpi.import_actuals(source, step("KPI", words), chosen.dry_run)
    return given_answer(desk, "planning kpi-import", outcome, source, chosen, words)


def _settle(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    level = OrgLevel[chosen.level.upper()] if chosen.level else None
    changes = desk.planning.kpi.settle(chosen.unit, period, level, chosen.reason, chosen.source, _day(chosen.published))
    card = desk.planning.kpi.show(chosen.unit, period.year)
    given, derived = card.levels[period.code], card.derived[period.code]
    values = {
        "verb": "planning level",
        "level": given.level.value,
        "derived": derived.level.value if derived.level is not None else None,
        "percent": plain(derived.percent),
        "change_set": changes.change_set_id,
    }
    return Answer(values, [f"{card.unit.name} · {period.code}: {words.label_of(given.level)} ({given.source})"])


def _day(text: str) -> date | None:
    """A day as the clerk wrote it; ``IMP-220`` when it is none."""
    if not text:
        return None
    day = read_date(text)
    if day is None:
        raise UsageRefusal("IMP-220", value=text)
    return day


def _matrix_answer(verb: str, outcome: MatrixOutcome, words: Messages) -> Answer:
    values = {
        "verb": verb,
        "added": outcome.added,
        "renamed": outcome.renamed,
        "removed": outcome.removed,
        "waiting": [_fate(fate, words) for fate in outcome.waiting],
        "refused": [_fate(fate, words) for fate in outcome.refused],
        "change_set": outcome.changes.change_set_id,
    }
    lines = [f"+{outcome.added} ~{outcome.renamed} -{outcome.removed}"]
    open_here = (*outcome.waiting, *outcome.refused)
    lines += [f"  {fate.code}: {words.sentence(fate.code, fate.facts)}" for fate in open_here]
    return Answer(values, lines, 1 if open_here else 0)


def _fate(fate: CellFate, words: Messages) -> dict[str, object]:
    return {
        "person": fate.person_id,
        "column": fate.column,
        "code": fate.code,
        "message": words.sentence(fate.code, fate.facts),
    }


def _table_lines(table: MatrixTable) -> list[str]:
    lines = [f"— {table.team_name}"] if table.team_id else []
    lines += [f"  [{place}] {column.text}  {column.node.code}" for place, column in enumerate(table.columns, start=1)]
    for row in table.rows:
        lines.append(f"  {row.name} · {row.position}")
        for place, column in enumerate(table.columns, start=1):
            lines.append(f"    [{place}] {' | '.join(table.cell_lines(row.person_id, column.node))}")
        lines += [f"    [-] {text}" for text in row.loose]
    return lines


def _table_values(table: MatrixTable) -> dict[str, object]:
    return {
        "team": table.team_name,
        "columns": [{"node": column.node.code, "text": column.text} for column in table.columns],
        "rows": [
            {
                "person": row.person_id,
                "name": row.name,
                "cells": [list(table.cell_lines(row.person_id, column.node)) for column in table.columns],
                "loose": list(row.loose),
            }
            for row in table.rows
        ],
    }


def _hint_lines(hints: Iterable[Hint], words: Messages) -> list[str]:
    return [f"  {hint.code}: {words.sentence(hint.code, hint.facts)}" for hint in hints]


def _hint_values(hints: Iterable[Hint], words: Messages) -> list[dict[str, object]]:
    return [
        {"code": hint.code, "message": words.sentence(hint.code, hint.facts), "place": list(hint.place)}
        for hint in hints
    ]


VERBS: Mapping[str, Verb] = {
    "agreement-import": _import_agreements,
    "agreement-show": _show_agreement,
    "agreement-adopt": _adopt_agreement,
    "cascade": _tree,
    "cascade-link": _link,
    "cascade-unlink": _unlink,
    "cascade-gather": _gather,
    "cascade-placeholder": _stand_in,
    "cascade-relink": _relink,
    "cascade-check": _check,
    "matrix": _show_matrix,
    "matrix-set": _set_cell,
    "matrix-adopt": _adopt_roles,
    "team": _team,
    "assign": _assign,
    "kpi": _show_kpi,
    "kpi-set": _set_kpi,
    "kpi-import": _import_kpi,
    "level": _settle,
}


def grammar(verbs: Verbs) -> None:
    """The words of agreements, cascade, matrix and figures."""
    for name in ("agreement-import", "kpi-import"):
        file = verbs.add_parser(name)
        given_grammar(file)
    for name in ("agreement-show", "agreement-adopt", "matrix", "matrix-adopt", "kpi"):
        _of_unit(verbs, name)
    _of_unit(verbs, "cascade").add_argument("--depth", type=NUMBER, default=1)
    link = verbs.add_parser("cascade-link")
    link.add_argument("child", type=FILLED)
    link.add_argument("parent", type=FILLED)
    link.add_argument("--year", type=NUMBER, required=True)
    link.add_argument("--method", choices=[method.name.lower() for method in CascadeMethod], default="")
    link.add_argument("--part", default="")
    link.add_argument("--share")
    link.add_argument("--note", default="")
    unlink = verbs.add_parser("cascade-unlink")
    unlink.add_argument("link", type=FILLED)
    unlink.add_argument("--year", type=NUMBER, required=True)
    gather = verbs.add_parser("cascade-gather")
    gather.add_argument("--year", type=NUMBER, required=True)
    gather.add_argument("--dry-run", action="store_true")
    _of_unit(verbs, "cascade-placeholder").add_argument("--text", type=FILLED, required=True)
    relink = verbs.add_parser("cascade-relink")
    relink.add_argument("--year", type=NUMBER, required=True)
    relink.add_argument("--say", action="append", default=[], metavar="ID=NODE")
    check = verbs.add_parser("cascade-check")
    check.add_argument("--year", type=NUMBER, required=True)
    check.add_argument("--unit", default="")
    cell = _of_unit(verbs, "matrix-set")
    cell.add_argument("nip")
    cell.add_argument("--column", type=FILLED, required=True)
    cell.add_argument("--role", action="append", default=[])
    cell.add_argument("--dry-run", action="store_true")
    team = _of_unit(verbs, "team")
    team.add_argument("--name", type=FILLED, required=True)
    team.add_argument("--lead", required=True)
    assign = _of_unit(verbs, "assign")
    assign.add_argument("nip")
    assign.add_argument("--team", default="")
    assign.add_argument("--by", default="")
    assign.add_argument("--volunteered", action="store_true")
    assign.add_argument("--start", default="")
    assign.add_argument("--consent", default="")
    figures = verbs.add_parser("kpi-set")
    figures.add_argument("unit", type=FILLED)
    figures.add_argument("number", type=NUMBER)
    figures.add_argument("figure")
    figures.add_argument("--period", required=True)
    figures.add_argument("--evidence")
    level = verbs.add_parser("level")
    level.add_argument("unit", type=FILLED)
    level.add_argument("--period", required=True)
    level.add_argument("--level", choices=[level.name.lower() for level in OrgLevel], default="")
    level.add_argument("--reason", default="")
    level.add_argument("--source", default="")
    level.add_argument("--published", default="")


def _of_unit(verbs: Verbs, name: str) -> argparse.ArgumentParser:
    """A verb about one unit in a year."""
    verb = verbs.add_parser(name)
    verb.add_argument("unit", type=FILLED)
    verb.add_argument("--year", type=NUMBER, required=True)
    return verb
