"""The tree of indicators and the budgets of units on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, listed, nothing_found, plain
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.cascade import RollUp
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import read_decimal
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.kpi import Light
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.planning.kpi_papers import target_text
from meritdesk.services.planning.kpi_reading import KpiLine

_FOLLOW = "follow"


def _tree(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    rows = desk.planning.tree.rows(period, chosen.unit, chosen.levels)
    lines = [_told(line, depth, words) for depth, line in rows]
    places = [{"depth": depth, **_values(line)} for depth, line in rows]
    behind = any(line.figures.light in (Light.AMBER, Light.RED) for _, line in rows)
    return Answer({"verb": "planning kpi-tree", "period": period.code, "places": places}, lines, 1 if behind else 0)


def _why(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    why = desk.planning.tree.why(chosen.node, parse_period(chosen.period))
    reasons = [words.reason(reason) for reason in why.reasons]
    lines = [_told(why.line, 1, words), *(f"  {said}" for said in reasons)]
    lines += [_told(line, 2, words) for line in why.below]
    values = {
        "verb": "planning kpi-why",
        "place": _values(why.line),
        "explanation": reasons,
        "steps": [plain(one) for one in why.steps],
        "below": [_values(line) for line in why.below],
        "rolled": plain(why.rolled.value) if why.rolled is not None else None,
        "difference": plain(why.difference),
        "pack": why.pack.ref.pack_id,
        "doubt": why.pack.doubt,
    }
    return Answer(values, lines)


def _gaps(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    gaps = desk.planning.tree.gaps(parse_period(chosen.period), chosen.limit)
    lines = [f"{line.text} ({line.owner})" for line in gaps.goals]
    lines += [f"{one.name} ({one.nip}): {one.text}" for one in gaps.loose.results]
    values = {
        "verb": "planning kpi-gaps",
        "goals": [_values(line) for line in gaps.goals],
        "loose": [plain(one) for one in gaps.loose.results],
        "count": gaps.count,
    }
    return Answer(values, lines or nothing_found(words), 1 if gaps.count else 0)


def _add_up(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    rule = None if chosen.rule == _FOLLOW else RollUp[chosen.rule.upper()]
    changes = desk.planning.tree.add_up(chosen.node, chosen.year, rule)
    values = {"verb": "planning kpi-add-up", "rule": rule.value if rule else None, "change_set": changes.change_set_id}
    return Answer(values, [words.label_of(rule) if rule else chosen.node])


def _import_year(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.planning.indicators.import_file(source, step("KPI", words), chosen.dry_run)
    return given_answer(desk, "planning kpi-year-import", outcome, source, chosen, words)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = Path(chosen.out)
    count = desk.planning.papers.export(parse_period(chosen.period), path, chosen.unit, chosen.levels)
    return Answer({"verb": "planning kpi-export", "path": str(path), "rows": count}, [f"{path} ({count})"])


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    period = parse_period(chosen.period)
    outcome = desk.planning.papers.print_tree(period, Path(chosen.out), chosen.unit, chosen.levels)
    values = {
        "verb": "planning kpi-print",
        "path": str(outcome.file.path),
        "numbers": list(outcome.numbers),
        "change_set": outcome.changes.change_set_id,
    }
    return Answer(values, [f"{outcome.numbers[0]}: {outcome.file.path}"])


def _budget(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.planning.budgets.lines(parse_period(chosen.period))
    heads = [words.label(f"KPIPAPER:{name}") for name in ("UNIT", "CEILING", "REALISED", "ABSORBED")]
    rows = [
        (
            line.unit.name,
            figure(line.absorbed.ceiling, words) if line.absorbed else "-",
            figure(line.absorbed.realised, words) if line.absorbed else "-",
            f"{figure(line.absorbed.percent, words)} %" if line.absorbed and line.absorbed.percent is not None else "-",
        )
        for line in lines
    ]
    values = {"verb": "planning budget", "units": [plain(line) for line in lines]}
    return Answer(values, listed(heads, rows, words))


def _set_budget(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    ceiling = None if chosen.remove else _amount(chosen.ceiling, "--ceiling")
    realised = _amount(chosen.realised, "--realised") if not chosen.remove else Decimal(0)
    changes = desk.planning.budgets.enter(chosen.unit, parse_period(chosen.period), ceiling, realised, chosen.note)
    values = {"verb": "planning budget-set", "change_set": changes.change_set_id}
    return Answer(values, [f"{chosen.unit} · {chosen.period}"])


def _import_budgets(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.planning.budgets.import_months(source, step("KPI", words), chosen.dry_run)
    return given_answer(desk, "planning budget-import", outcome, source, chosen, words)


def _amount(text: str, option: str) -> Decimal:
    found = read_decimal(text)
    if found is None:
        raise UsageRefusal("PLN-420", text=text or option)
    return found


def _values(line: KpiLine) -> dict[str, object]:
    figures = line.figures
    return {
        "node": line.node,
        "kind": line.kind.value,
        "text": line.text,
        "owner": line.owner,
        "nip": line.nip,
        "target": target_text(line.target),
        "expected": plain(figures.expected),
        "actual": plain(figures.actual),
        "percent": plain(figures.percent),
        "light": figures.light.value,
        "forecast": plain(figures.forecast),
        "forecast_percent": plain(figures.forecast_percent),
        "forecast_light": figures.forecast_light.value,
        "rule": line.rule.value,
        "adds": plain(line.added.amount) if line.added else None,
        "share": plain(line.added.share) if line.added else None,
        "is_rolled": line.is_rolled,
        "absorbed": plain(line.absorbed.percent) if line.absorbed else None,
        "below": line.below,
    }


def _told(line: KpiLine, depth: int, words: Messages) -> str:
    figures = line.figures
    percent = f"{figure(figures.percent, words)} %" if figures.percent is not None else "-"
    ahead = f" → {figure(figures.forecast, words)}" if figures.forecast is not None else ""
    adds = f" (+{figure(line.added.amount, words)})" if line.added and line.added.amount is not None else ""
    light = words.label_of(figures.light)
    return f"{'  ' * (depth - 1)}{line.text} ({line.owner}): {percent} · {light}{ahead}{adds}"


VERBS: Mapping[str, Verb] = {
    "kpi-tree": _tree,
    "kpi-why": _why,
    "kpi-gaps": _gaps,
    "kpi-add-up": _add_up,
    "kpi-year-import": _import_year,
    "kpi-export": _export,
    "kpi-print": _print,
    "budget": _budget,
    "budget-set": _set_budget,
    "budget-import": _import_budgets,
}


def grammar(verbs: Verbs) -> None:
    """The words of the tree of indicators and of budgets."""
    for name in ("kpi-year-import", "budget-import"):
        given_grammar(verbs.add_parser(name))
    for name in ("kpi-tree", "kpi-export", "kpi-print"):
        tree = verbs.add_parser(name)
        if name != "kpi-tree":
            tree.add_argument("out", type=FILLED)
        tree.add_argument("--period", required=True)
        tree.add_argument("--unit", default="")
        tree.add_argument("--levels", type=NUMBER, default=2 if name == "kpi-tree" else 3)
    why = verbs.add_parser("kpi-why")
    why.add_argument("node", type=FILLED)
    why.add_argument("--period", required=True)
    gaps = verbs.add_parser("kpi-gaps")
    gaps.add_argument("--period", required=True)
    gaps.add_argument("--limit", type=int, default=500)
    add_up = verbs.add_parser("kpi-add-up")
    add_up.add_argument("node", type=FILLED)
    add_up.add_argument("--year", type=NUMBER, required=True)
    add_up.add_argument("--rule", choices=[*(rule.name.lower() for rule in RollUp), _FOLLOW], required=True)
    budget = verbs.add_parser("budget")
    budget.add_argument("--period", required=True)
    entry = verbs.add_parser("budget-set")
    entry.add_argument("unit", type=FILLED)
    entry.add_argument("--period", required=True)
    entry.add_argument("--ceiling", default="")
    entry.add_argument("--realised", default="0")
    entry.add_argument("--note", default="")
    entry.add_argument("--remove", action="store_true")
