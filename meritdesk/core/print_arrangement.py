"""How the sheets of a print order lie: in order, under section sheets, cut into files with names a clerk can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from meritdesk.core.documents import Form
from meritdesk.core.file_names import safe_stem
from meritdesk.core.print_order import FilePer, PrintWish, SheetOrder, form_place


@dataclass(frozen=True, slots=True)
class WantedSheet:
    """One sheet that can be printed, with what decides where it lies: person, unit, rater.

    ``key`` is what the sheet is about: the person, or the record where one person may have several of a form.
    """

    form: Form
    key: str
    person_id: str
    nip: str
    name: str
    unit_id: str = ""
    unit_name: str = ""
    unit_place: int = 0
    rater_id: str = ""
    rater_name: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One file of an order: its name without ending, whose it is, and its sheets in order.

    ``sections`` runs beside ``sheets``: the unit or rater under whose section sheet each one lies.
    """

    stem: str
    title: str
    sheets: tuple[WantedSheet, ...]
    sections: tuple[str, ...]


def arrange(
    sheets: Iterable[WantedSheet],
    wish: PrintWish,
    agency_code: str,
    name_limit: int = 120,
    taken: Iterable[str] = (),
) -> tuple[PlannedPart, ...]:
    """Put sheets in order and cut them into files; every sheet is in exactly one, none holds more than the split.

    The sheets of a person stay together unless a split is smaller than they are. Names of files differ in more than
    case, also from those ``taken``, and none is longer than ``name_limit``.
    """
    ordered = sorted(sheets, key=lambda sheet: _place(sheet, wish))
    parts: list[PlannedPart] = []
    known = {name.casefold() for name in taken}
    for _, group in groupby(ordered, key=lambda sheet: _file_key(sheet, wish.files)):
        whole = tuple(group)
        pieces = tuple(_pieces(whole, wish.split))
        stem, title = _stem(whole[0], wish, agency_code), _title(whole[0], wish.files)
        for number, piece in enumerate(pieces, 1):
            ending = f" {number:02d}-{len(pieces):02d}" if len(pieces) > 1 else ""
            parts.append(
                PlannedPart(
                    safe_stem(stem, name_limit, ending, known),
                    title + ending,
                    piece,
                    tuple(_section(sheet, wish) for sheet in piece),
                )
            )
    return tuple(parts)


def _file_key(sheet: WantedSheet, files: FilePer) -> tuple[object, ...]:
    if files is FilePer.UNIT:
        return sheet.unit_place, sheet.unit_name, sheet.unit_id
    if files is FilePer.RATER:
        return sheet.rater_name.casefold(), sheet.rater_id
    return (sheet.person_id,) if files is FilePer.PERSON else ()


def _place(sheet: WantedSheet, wish: PrintWish) -> tuple[object, ...]:
    first = () if wish.files is FilePer.PERSON else _file_key(sheet, wish.files)
    person = (sheet.name.casefold(), sheet.nip, sheet.person_id)
    within: tuple[object, ...]
    if wish.order is SheetOrder.UNIT:
        within = (sheet.unit_place, sheet.unit_name, sheet.unit_id, *person)
    elif wish.order is SheetOrder.RATER:
        within = (sheet.rater_name.casefold(), sheet.rater_id, *person)
    else:
        within = person if wish.order is SheetOrder.NAME else (sheet.nip, *person)
    # Several sheets of a form for one person stay as the plan has them.
    return (*first, *within, *form_place(sheet.form))


def _pieces(sheets: Sequence[WantedSheet], split: int) -> Iterator[tuple[WantedSheet, ...]]:
    if not split:
        yield tuple(sheets)
        return
    piece: list[WantedSheet] = []
    for _, group in groupby(sheets, key=lambda sheet: sheet.person_id):
        bundle = list(group)
        if piece and len(piece) + len(bundle) > split:
            yield tuple(piece)
            piece = []
        piece += bundle
        while len(piece) > split:
            yield tuple(piece[:split])
            piece = piece[split:]
    if piece:
        yield tuple(piece)


def _forms_code(wish: PrintWish) -> str:
    return "PyB" if wish.is_set else "+".join(form.value for form in wish.wanted_forms)


def _stem(sheet: WantedSheet, wish: PrintWish, agency_code: str) -> str:
    forms, period = _forms_code(wish), wish.period.code
    if wish.files is FilePer.PERSON:
        return f"{sheet.nip} {sheet.name} {forms} {period}"
    if wish.files is FilePer.UNIT:
        return f"{forms} {period} {sheet.unit_name or agency_code}"
    if wish.files is FilePer.RATER:
        return f"{forms} {period} {sheet.rater_name or '-'}"
    return f"{forms} {period} {agency_code}"


def _title(sheet: WantedSheet, files: FilePer) -> str:
    if files is FilePer.UNIT:
        return sheet.unit_name
    if files is FilePer.RATER:
        return sheet.rater_name
    return sheet.name if files is FilePer.PERSON else ""


def _section(sheet: WantedSheet, wish: PrintWish) -> str:
    if not wish.sections:
        return ""
    return sheet.unit_name if wish.order is SheetOrder.UNIT else sheet.rater_name
