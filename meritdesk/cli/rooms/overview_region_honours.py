"""Honours and points by letters of all governments on the command line, down to the sheet."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, plain, table, without
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.scoring.credit import points_text
from meritdesk.core.scoring.talent import figure_text
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.upkeep.lists import ListCell, ListSheet

Spelled = Callable[[Decimal], str]


def awards(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Who was chosen in the months of a year, and who improved most; ``--print`` and ``--xlsx`` take it along."""
    year = period_of(desk, chosen).year
    found = desk.overview.region_honours.honours(year)
    names = ("REGION:GOVERNMENT", "HONOUR:FOR", "REGION:PERIOD", "COLUMN:NIP", "COLUMN:NAME", "COLUMN:UNIT",
             "REC:TOTAL", "HONOUR:STATE")  # fmt: skip
    rows: list[list[ListCell]] = [
        [
            f"{one.agency} {one.agency_name}",
            words.label_of(one.kind),
            one.period.code,
            one.nip,
            one.name,
            one.unit_name or words.label("HONOUR:WHOLE"),
            one.points,
            words.label_of(one.state) if one.state is not None else "-",
        ]
        for one in found
    ]
    values: dict[str, object] = {"verb": "overview region", "deed": "awards", "lines": [plain(one) for one in found]}
    lines = _table(names, rows, words, figure_text)
    if chosen.xlsx is not None:
        lines.append(_written(desk, values, "overview.region.awards", year, names, rows, chosen.xlsx, words))
    if chosen.print is not None:
        printed = desk.overview.region_honours.print_honours(year, chosen.print)
        lines.append(_printed(values, printed, words))
    return Answer(values, lines)


def credit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The officials with letters of all agencies or of one; ``--print`` and ``--xlsx`` take them along."""
    year = period_of(desk, chosen).year
    found = desk.overview.region_honours.accounts(year, chosen.agency)
    names = ("REGION:GOVERNMENT", "COLUMN:RECORD", "COLUMN:NIP", "COLUMN:NAME", "COLUMN:UNIT", "HONOUR:LETTERS",
             "HONOUR:SUM", "HONOUR:NEWEST")  # fmt: skip
    rows: list[list[ListCell]] = [
        [
            f"{one.agency} {one.agency_name}",
            one.person_id,
            one.nip,
            one.name,
            one.unit_name or "-",
            one.letters,
            one.points,
            " / ".join(part for part in (one.document, one.tier) if part),
        ]
        for one in found
    ]
    values: dict[str, object] = {"verb": "overview region", "deed": "credit", "lines": [plain(one) for one in found]}
    lines = _table(names, rows, words, points_text)
    if chosen.xlsx is not None:
        lines.append(_written(desk, values, "overview.region.credit", year, names, rows, chosen.xlsx, words))
    if chosen.print is not None:
        agencies = (chosen.agency,) if chosen.agency else ()
        printed = desk.overview.region_honours.print_accounts(year, chosen.print, agencies=agencies)
        lines.append(_printed(values, printed, words))
    return Answer(values, lines)


def determination(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """The determination of credit points of one official as it follows from what arrived, marked as a copy."""
    year = period_of(desk, chosen).year
    data = desk.overview.region_honours.determination(chosen.agency, chosen.person, year)
    chosen.out.write_bytes(data)
    values = {"verb": "overview region", "deed": "determination", "file": str(chosen.out)}
    return Answer(values, [words.reason("CLI-HONOUR-DETERMINATION", {"file": chosen.out.name})])


def period_of(desk: Desk, chosen: argparse.Namespace) -> Period:
    """The period that is asked for, or the one that is due."""
    return parse_period(chosen.period) if chosen.period else desk.overview.status().period


def _table(names: tuple[str, ...], rows: list[list[ListCell]], words: Messages, spelled: Spelled) -> list[str]:
    if not rows:
        return [words.reason("CLI-NOTHING-FOUND", {})]
    shown = [[words.noted(spelled(cell)) if isinstance(cell, Decimal) else cell for cell in row] for row in rows]
    return table([words.label(name) for name in names], shown, words)


def _written(
    desk: Desk,
    values: dict[str, object],
    key: str,
    year: int,
    names: tuple[str, ...],
    rows: list[list[ListCell]],
    path: Path,
    words: Messages,
) -> str:
    title = f"{words.label('REGION:PERIOD')} {year}"
    outcome = desk.upkeep.lists.export(ListSheet(key, title, [words.label(name) for name in names], rows), path)
    values["sheet"] = str(outcome.path)
    told = {"rows": figure(outcome.rows, words), "file": outcome.path.name}
    return " ".join([words.reason("CLI-REGION-EXPORTED", told), *without(outcome.left_out, words)])


def _printed(values: dict[str, object], printed: PapersOutcome, words: Messages) -> str:
    values |= {"file": str(printed.file.path), "numbers": list(printed.numbers)}
    told = {"number": printed.numbers[0], "file": Path(printed.file.path).name}
    return words.reason("CLI-HONOUR-PRINTED", told)
