"""The regional board on the command line: sendings, completeness, spreads, years, indicators, and down to a sheet."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, listed, nothing_found, plain, table, without
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.rooms.overview_region_honours import awards, credit, determination, period_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.evaluation import Predicate
from meritdesk.core.figures import WORST_TO_BEST
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.region_board import NEW_SCALE, BoardCount, BoardFigure, Provenance
from meritdesk.core.region_paper import BoardLine, WholeBoard
from meritdesk.core.scoring.talent import figure_text
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.overview.region import FEWEST_YEARS
from meritdesk.services.upkeep.lists import ListSheet

_BEST_FIRST = tuple(reversed(WORST_TO_BEST))
Deed = Callable[[Desk, argparse.Namespace, Messages], Answer]


def _board(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Everything of a period side by side; ``--print`` puts it on paper, ``--xlsx`` into a spreadsheet."""
    board = desk.overview.region.board(period_of(desk, chosen))
    heads, rows = _sheet(board, words)
    values: dict[str, object] = {"verb": "overview region", "deed": "board", **_board_values(board)}
    lines = [_head(board, words), *table(heads, rows, words)]
    lines += [f"  {line.name}: {words.reason(one)}" for line in board.lines for one in line.spread.reasons]
    counts = board.counts
    facts = {"closed": counts.closed, "due": counts.due, "missing": counts.due - counts.closed,
             "twice": board.held_twice, "undecided": board.undecided}  # fmt: skip
    lines.append(words.reason("CLI-REGION-WHOLE", {name: figure(number, words) for name, number in facts.items()}))
    if chosen.xlsx is not None:
        sheet = ListSheet("overview.region", f"{words.label('REGION:PERIOD')} {board.period.code}", heads, rows,
                          is_personal=False)  # fmt: skip
        outcome = desk.upkeep.lists.export(sheet, chosen.xlsx)
        values["sheet"] = str(outcome.path)
        told = {"rows": figure(outcome.rows, words), "file": outcome.path.name}
        lines += [words.reason("CLI-REGION-EXPORTED", told), *without(outcome.left_out, words)]
    if chosen.print is not None:
        printed = desk.overview.region.print(board.period, chosen.print)
        values |= {"file": str(printed.file.path), "numbers": list(printed.numbers)}
        name = Path(printed.file.path).name
        lines.append(words.reason("CLI-BOARD-PRINTED", {"file": name, "number": printed.numbers[0]}))
    return Answer(values, lines)


def _sendings(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region.sendings(period_of(desk, chosen))
    names = ("GOVERNMENT", "STATE", "VERSION", "LAST", "GAPS")
    heads = [words.label(f"REGION:{name}") for name in names]
    rows = [
        (
            f"{line.agency} {line.name}",
            words.label_of(line.state),
            line.version,
            f"{line.last_at:%d-%m-%Y}" if line.last_at else "-",
            ", ".join(map(str, line.missing)) or "-",
        )
        for line in found.lines
    ]
    return Answer({"verb": "overview region", "deed": "sendings", **plain(found)}, table(heads, rows, words))


def _completeness(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region.completeness(period_of(desk, chosen))
    counted = (BoardCount.DUE, BoardCount.PLANNED, BoardCount.RATED, BoardCount.CLOSED, BoardCount.SIGNED,
               BoardCount.MISSING, BoardCount.LATE)  # fmt: skip
    heads = [words.label("REGION:GOVERNMENT"), *(words.label_of(one) for one in counted), words.label("REGION:LEAD")]
    rows = [
        (
            f"{line.agency} {line.name}",
            line.counts.due,
            line.counts.planned,
            line.counts.rated,
            line.counts.closed,
            line.counts.signed,
            line.missing,
            line.late,
            figure(line.median_lead, words) if line.median_lead is not None else "-",
        )
        for line in found.lines
    ]
    values = {"verb": "overview region", "deed": "completeness", **plain(found), "whole": plain(found.whole)}
    for told, line in zip(values["lines"], found.lines, strict=True):
        told["missing"] = line.missing
    return Answer(values, table(heads, rows, words))


def _distributions(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region.distributions(period_of(desk, chosen))
    heads = [words.label(f"REGION:{name}") for name in ("GOVERNMENT", "LEVEL")]
    heads += [*(words.label(f"REGIONSHORT:{label.name}") for label in _BEST_FIRST), words.label("REGION:AGAINST")]
    rows = [
        (
            f"{line.agency} {line.name}",
            words.label_of(line.level) if line.level is not None else "-",
            *(line.counts.get(label, 0) for label in _BEST_FIRST),
            words.label_of(line.against),
        )
        for line in found.lines
    ]
    lines = table(heads, rows, words)
    lines += [f"  {line.name}: {words.reason(one)}" for line in found.lines for one in line.reasons]
    return Answer({"verb": "overview region", "deed": "distributions", **plain(found)}, lines)


def _outliers(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region.outliers(period_of(desk, chosen))
    rule = found.rule
    facts = {"smallest": str(rule.smallest_group), "least": figure((rule.least_distance * 100).normalize(), words),
             "below": figure((rule.uniform_below * 100).normalize(), words)}  # fmt: skip
    lines = [words.reason("CLI-REGION-RULE", facts)]
    for one in found.lines:
        who = " · ".join(part for part in (one.rater_name, one.unit_name) if part)
        lines.append(f"{one.agency} {one.agency_name} · {words.label_of(one.kind)} · {who}")
        lines += [f"  {words.reason(reason)}" for reason in one.reasons]
    if not found.lines:
        lines.append(words.label("REGION:NO-OUTLIERS"))
    return Answer({"verb": "overview region", "deed": "outliers", **plain(found)}, lines)


def _trends(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    last = period_of(desk, chosen).year
    years = chosen.years or range(last - FEWEST_YEARS + 1, last + 1)
    found = desk.overview.region.trends(tuple(years))
    rows = [
        (f"{line.agency} {line.name}", str(line.year), _scale(line.scale, line.part, words), line.total,
         " · ".join(f"{_label(line.scale, name, words)} {figure(count, words)}"
                    for name, count in sorted(line.counts.items())))
        for line in found.lines
    ]  # fmt: skip
    heads = [words.label("REGION:GOVERNMENT"), words.label("COLUMN:PERIOD"), words.label("COLUMN:KIND"),
             words.label("REGION:SIZE"), words.label("COLUMN:PREDICATE")]  # fmt: skip
    lines = listed(heads, rows, words)
    return Answer({"verb": "overview region", "deed": "trends", **plain(found)}, lines)


def _kpi(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region.kpi(period_of(desk, chosen).year)
    lines = []
    for line in found.lines:
        lines.append(line.text)
        for one in found.governments:
            cell = line.cells.get(one.agency)
            told = words.reason("CLI-REGION-NO-KPI", {})
            if cell is not None:
                told = f"{figure(cell.percent, words)} %" if cell.percent is not None else "-"
            lines.append(f"  {one.agency} {one.name}: {told}")
    return Answer({"verb": "overview region", "deed": "kpi", **plain(found)}, lines or nothing_found(words))


def _merit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.overview.region_merit.lines(period_of(desk, chosen).year)
    rows = [
        (
            f"{one.agency} {one.name}",
            one.pack_id or "-",
            words.noted(figure_text(one.index)) if one.index is not None else "-",
            one.category or "-",
            words.noted(figure_text(one.mean_index)) if one.mean_index is not None else "-",
            f"{one.succession} / {one.placed}",
        )
        for one in found
    ]
    heads = [words.label("REGION:GOVERNMENT"), words.label("COLUMN:KIND"), words.label("MERIT:INDEX"),
             words.label("COLUMN:CATEGORY"), words.label("IPASN:MEAN"), words.label("COLUMN:BOX")]  # fmt: skip
    lines = listed(heads, rows, words)
    return Answer({"verb": "overview region", "deed": "merit", "lines": [plain(one) for one in found]}, lines)


def _drill(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The people behind a number."""
    predicate = Predicate(chosen.predicate.upper()) if chosen.predicate else None
    count = BoardCount.PREDICATE if predicate else BoardCount(chosen.count.upper())
    unit_ids = desk.overview.region.branch(chosen.agency, chosen.unit) if chosen.unit else ()
    if unit_ids and predicate is None:
        count = BoardCount.GROUP
    board_figure = BoardFigure(count, chosen.agency, period_of(desk, chosen), predicate, unit_ids, chosen.rater)
    people = desk.overview.region.people(board_figure)
    heads = [words.label(f"COLUMN:{name}") for name in ("RECORD", "NIP", "NAME", "UNIT", "RATER", "PREDICATE")]
    rows = [
        (one.person_id, one.nip, one.name, one.unit_name, one.rater_name,
         words.label_of(one.predicate) if one.predicate else "-")
        for one in people
    ]  # fmt: skip
    lines = listed(heads, rows, words)
    return Answer({"verb": "overview region", "deed": "drill", "people": plain(people)}, lines)


def _copy(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The sheet of one person as it arrived, marked as a copy."""
    found = desk.documents.copies.draw(chosen.agency, chosen.person, period_of(desk, chosen))
    chosen.out.write_bytes(found.data)
    facts = {"form": found.form.value, "file": chosen.out.name}
    values = {"verb": "overview region", "deed": "copy", "form": found.form.value, "file": str(chosen.out),
              "came_with": plain(found.came_with)}  # fmt: skip
    return Answer(values, [words.reason("CLI-REGION-COPY", facts), _came_with(found.came_with, words)])


def _came_with(found: Provenance | None, words: Messages) -> str:
    if found is None:
        return words.reason("CLI-REGION-NO-PACKAGE", {})
    facts = {
        "package": found.package_id, "sequence": str(found.sequence), "sender": found.sender,
        "file": found.file_name, "line": str(found.line or "-"), "key": found.key,
    }  # fmt: skip
    return words.reason("CLI-REGION-CAME-WITH", facts)


def _head(board: WholeBoard, words: Messages) -> str:
    facts = {
        "limit": f"{board.limit:%d-%m-%Y}" if board.limit else "-",
        "packages": figure(board.packages, words),
        "journal": f"{board.journal.count} · {board.journal.digest[:16]}",
    }
    return f"{board.period.code}: {words.reason('CLI-REGION-SENT', facts)}"


def _sheet(board: WholeBoard, words: Messages) -> tuple[list[str], list[list[str | int]]]:
    names = ("GOVERNMENT", "STATE", "VERSION", "LAST", "GAPS", "DUE")
    heads = [words.label(f"REGION:{name}") for name in names]
    heads += [words.label_of(one) for one in (BoardCount.PLANNED, BoardCount.CLOSED, BoardCount.SIGNED)]
    heads += [words.label("REGION:LATE"), words.label("REGION:LEVEL")]
    heads += [words.label(f"REGIONSHORT:{label.name}") for label in _BEST_FIRST]
    return [*heads, words.label("REGION:AGAINST")], [_row(line, words) for line in board.lines]


def _row(line: BoardLine, words: Messages) -> list[str | int]:
    counts = line.complete.counts
    return [
        f"{line.agency} {line.name}",
        words.label_of(line.sending.state),
        line.sending.version,
        f"{line.sending.last_at:%d-%m-%Y}" if line.sending.last_at else "-",
        len(line.sending.missing),
        counts.due,
        counts.planned,
        counts.closed,
        counts.signed,
        line.complete.late,
        words.label_of(line.spread.level) if line.spread.level is not None else "-",
        *(line.spread.counts.get(label, 0) for label in _BEST_FIRST),
        words.label_of(line.spread.against),
    ]


def _board_values(board: WholeBoard) -> Mapping[str, object]:
    return {
        "period": board.period.code,
        "limit": plain(board.limit),
        "packages": board.packages,
        "journal": plain(board.journal),
        "held_twice": board.held_twice,
        "undecided": board.undecided,
        "lines": plain(board.lines),
    }


def _scale(scale: str, part: str, words: Messages) -> str:
    if scale == NEW_SCALE:
        return words.label("REGION:SCALE-2022")
    return f"{words.label(f'OLDSCHEME:{scale}')} · {words.label(f'OLDPART:{part}')}"


def _label(scale: str, name: str, words: Messages) -> str:
    return words.label(f"PREDICATE:{name}" if scale == NEW_SCALE else f"OLDCATEGORY:{name}")


def _period(desk: Desk, chosen: argparse.Namespace) -> Period:
    return parse_period(chosen.period) if chosen.period else desk.overview.status().period


_DEEDS: Mapping[str, Deed] = {
    "board": _board,
    "sendings": _sendings,
    "completeness": _completeness,
    "distributions": _distributions,
    "outliers": _outliers,
    "trends": _trends,
    "merit": _merit,
    "awards": awards,
    "credit": credit,
    "kpi": _kpi,
    "drill": _drill,
    "copy": _copy,
    "determination": determination,
}

VERBS: Mapping[str, Verb] = {"region": chosen_deed(_DEEDS)}
_COUNTS: Sequence[str] = [one.value.lower() for one in BoardCount if one is not BoardCount.PREDICATE]


def grammar(verbs: Verbs) -> None:
    """The words of the regional board, in the room of the overview."""
    deeds = verbs.add_parser("region").add_subparsers(dest="deed", metavar="VERB", required=True)
    for name in _DEEDS:
        deed = deeds.add_parser(name)
        deed.add_argument("--period", default="")
        if name in ("board", "awards", "credit"):
            deed.add_argument("--print", type=Path, metavar="DIR")
            deed.add_argument("--xlsx", type=Path, metavar="FILE")
        if name == "trends":
            deed.add_argument("--years", type=NUMBER, nargs="+", default=())
        if name == "credit":
            deed.add_argument("--agency", default="")
        if name in ("drill", "copy", "determination"):
            deed.add_argument("agency", type=FILLED)
        if name == "drill":
            deed.add_argument("--count", default="closed", choices=_COUNTS)
            deed.add_argument("--predicate", default="", choices=[one.value.lower() for one in Predicate])
            deed.add_argument("--unit", default="", help="unit pejabat penilai / unit led by the rater")
            deed.add_argument("--rater", default="")
        if name in ("copy", "determination"):
            deed.add_argument("person", type=FILLED)
            deed.add_argument("--out", type=Path, required=True, metavar="FILE")
