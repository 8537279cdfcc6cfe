"""The overview on the command line: where everything stands."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, nothing_found, plain, table, without
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import overview_region
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.finding import FoundKind
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.stages import Cohort, Reach, Stage
from meritdesk.core.worklist import WorkGroup, WorkItem
from meritdesk.messages import Messages, label_key
from meritdesk.services import Desk


def _status(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    status = desk.overview.status(parse_period(chosen.period) if chosen.period else None)
    clocks = desk.overview.clocks(status.period)
    tasks = status.tasks
    whole = status.whole
    values = {
        "verb": "overview status",
        "agency": plain(status.agency),
        "period": status.period.code,
        "totals": {key: value for key, value in plain(whole).items() if isinstance(value, int)},
        "tasks": [
            {
                "code": one.code,
                "count": one.count,
                "due": plain(one.due),
                "room": one.room,
                "text": words.reason(one.code, {"count": one.count, **one.facts}),
            }
            for one in tasks
        ],
        "clocks": {
            "late": clocks.late,
            "due": clocks.due,
            "time_barred": clocks.time_barred,
            "units": plain(clocks.units),
        },
        "units": plain(status.units),
        "agencies": plain(status.agencies),
        "unconfirmed": status.unconfirmed,
        "received": status.received,
        "last_backup": status.last_backup,
        "journal": plain(status.journal),
    }
    lines = [f"{status.agency.name} · {status.period.code}"]
    for sent in status.agencies:
        facts = {name: figure(getattr(sent, name), words) for name in ("files", "staff", "closed")}
        told = words.reason("CLI-AGENCY-SENT" if sent.files else "CLI-AGENCY-SILENT", facts)
        lines.append(f"  {sent.code} {sent.name}: {told}")
    lines += [f"  · {words.reason(one.code, {'count': figure(one.count, words), **one.facts})}" for one in tasks]
    if not tasks:
        lines.append(f"  {words.reason('OVW-QUIET', {})}")
    return Answer(values, lines)


def _work(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """What has to be done, group by group; ``cohort`` in the values names the people behind a row."""
    period = _period(desk, chosen)
    worklist = desk.overview.work(period, chosen.unit)
    lines = [period.code]
    for group in WorkGroup:
        items = worklist.of(group)
        if items:
            lines.append(f"{words.label_of(group)}")
        for item in items:
            told = f"  {figure(item.count, words)} · {_said(item, words)}"
            lines.append(f"{told} · {_until(item, words)}" if item.days is not None else told)
    if worklist.is_quiet:
        lines.append(words.reason("OVW-QUIET-WORK"))
    values = {
        "verb": "overview work",
        "period": period.code,
        "unit": chosen.unit,
        "today": plain(worklist.today),
        "quiet": worklist.is_quiet,
        "items": [
            {
                "group": item.group.value,
                "kind": item.kind.value,
                "count": item.count,
                "text": _said(item, words),
                "due": plain(item.due),
                "days_left": item.days,
                "room": item.room,
                "tab": item.filters.get("tab", ""),
                "duty": item.filters.get("duty", ""),
                "stage": item.cohort.stage.value if item.cohort else "",
                "reach": item.cohort.reach.value if item.cohort else "",
                "units": dict(item.units),
            }
            for item in worklist.items
        ],
    }
    return Answer(values, lines)


def _people(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The people behind a count of the worklist or a cell of the board."""
    period = _period(desk, chosen)
    units = desk.register.branch(chosen.unit) if chosen.unit else ()
    cohort = Cohort(period, Stage(chosen.stage.upper()), Reach(chosen.reach.upper()), tuple(units))
    people = desk.overview.people(cohort)
    lines = [f"{words.label_of(cohort.stage)}: {words.label_of(cohort.reach)} · {figure(len(people), words)}"]
    rows = [(line.nip, line.name, line.unit_name, line.rater_name) for line in people]
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "UNIT", "RATER")]
    values = {
        "verb": "overview people",
        "period": period.code,
        "stage": cohort.stage.value,
        "reach": cohort.reach.value,
        "people": [
            {"nip": line.nip, "name": line.name, "unit": line.unit_name, "rater": line.rater_name,
             "done": sorted(stage.value for stage in line.done)}
            for line in people
        ],
    }  # fmt: skip
    return Answer(values, [*lines, *table(heads, rows, words)])


def _board(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The board of units; ``--print`` puts it on paper as well."""
    period = _period(desk, chosen)
    board = desk.overview.board.lines(period, chosen.unit)
    heads = [words.label("BOARD:UNIT"), words.label("BOARD:DUE")]
    heads += [words.label_of(stage) for stage in _BOARD]
    rows = [
        (line.name, line.due, line.plans, line.with_actuals, line.closed, line.printed, line.signed, line.sent)
        for line in board
    ]
    values: dict[str, object] = {"verb": "overview board", "period": period.code, "units": plain(board)}
    lines = [period.code, *table(heads, rows, words)]
    if chosen.print is not None:
        outcome = desk.overview.board.print(period, chosen.print, chosen.unit)
        name = Path(outcome.file.path).name
        values |= {"file": str(outcome.file.path), "numbers": list(outcome.numbers)}
        lines.append(words.reason("CLI-BOARD-PRINTED", {"file": name, "number": outcome.numbers[0]}))
    return Answer(values, lines)


def _figures(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The numbers behind a chart; decimals are texts, so that none is rounded on the way."""
    period = _period(desk, chosen)
    kinds = {kind.value.lower(): kind for kind in desk.overview.figures.kinds}
    names = [chosen.figure] if chosen.figure else list(kinds)
    values, lines = [], [period.code]
    for name in names:
        if name not in kinds:
            raise UsageRefusal("OVR-101", figure=name, known=", ".join(kinds))
        found = desk.overview.figures.of(kinds[name], period, chosen.unit)
        values.append(plain(found))
        lines.append(f"{words.label_of(found.kind)} · {found.unit_name}")
        if found.is_empty:
            lines.append(f"  {words.reason(f'FIG-NOTHING-{found.kind.value}')}")
            continue
        heads = ["", *(words.label_of(series.name) for series in found.series)]
        rows = [
            (words.worded(category), *(_number(series.values[place], words) for series in found.series))
            for place, category in enumerate(found.categories)
        ]
        lines += table(heads, rows, words)
        lines += [f"  {words.reason(note)}" for note in found.notes]
    return Answer({"verb": "overview figures", "period": period.code, "figures": values}, lines)


_BOARD = (Stage.PLAN, Stage.ACTUALS, Stage.CLOSED, Stage.PRINTED, Stage.SIGNED, Stage.SENT)


def _analysts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.analysts.write(chosen.out, step("analis", words), with_names=chosen.with_names)
    facts = {
        "folder": chosen.out.name,
        "rows": figure(sum(found.rows.values()), words),
        "files": figure(found.files, words),
        "agencies": figure(len(found.agencies), words),
        "periods": ", ".join(found.periods) or "-",
    }
    told = [words.reason("CLI-ANALYSTS", facts), *without(found.left_out, words)]
    return Answer({"verb": "overview analysts", **plain(found)}, told)


def _period(desk: Desk, chosen: argparse.Namespace) -> Period:
    return parse_period(chosen.period) if chosen.period else desk.overview.status().period


def _said(item: WorkItem, words: Messages) -> str:
    return words.reason(item.kind.code, {"count": figure(item.count, words), **item.facts})


def _until(item: WorkItem, words: Messages) -> str:
    days = item.days or 0
    return words.reason("CLI-DAYS-LATE" if days < 0 else "CLI-DAYS-LEFT", {"days": figure(abs(days), words)})


def _number(value: Decimal | None, words: Messages) -> str:
    return figure(value, words) if value is not None else "-"


def _find(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    settings = {line.name: words.label(f"SETTING:{line.name.upper()}") for line in desk.upkeep.settings.lines()}
    findings = desk.overview.find(" ".join(chosen.words), chosen.limit, settings)
    values = {"verb": "overview find", "matches": plain(findings.matches), "more": sorted(findings.more)}
    lines = []
    for kind in FoundKind:
        matches = findings.of_kind(kind)
        if matches:
            lines.append(f"{words.label(label_key(kind))}{' …' if kind in findings.more else ''}")
            lines += [
                f"  {' · '.join(part for part in (one.title, one.detail) if part)}  ({words.label(label_key(one.why))})"
                for one in matches
            ]
    return Answer(values, lines or nothing_found(words))


VERBS: Mapping[str, Verb] = {
    "find": _find,
    "status": _status,
    "work": _work,
    "people": _people,
    "board": _board,
    "figures": _figures,
    "analysts": _analysts,
    **overview_region.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    overview_region.grammar(verbs)
    for name in VERBS:
        if name in overview_region.VERBS:
            continue
        verb = verbs.add_parser(name)
        if name == "find":
            verb.add_argument("words", nargs="+")
            verb.add_argument("--limit", type=NUMBER, default=8)
            continue
        if name == "analysts":
            verb.add_argument("--out", type=Path, required=True, metavar="DIR")
            verb.add_argument("--with-names", action="store_true", help="dengan nama dan NIP / with names and NIP")
            continue
        verb.add_argument("--period", default="")
        if name == "status":
            continue
        verb.add_argument("--unit", default="")
        if name == "people":
            verb.add_argument("--stage", required=True, choices=[stage.value.lower() for stage in Stage])
            verb.add_argument("--reach", default="open", choices=[reach.value.lower() for reach in Reach])
        if name == "board":
            verb.add_argument("--print", type=Path, metavar="DIR")
        if name == "figures":
            verb.add_argument("figure", nargs="?", default="")
