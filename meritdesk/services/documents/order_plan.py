"""What a print order comes to: who has which sheet, who has none and why, and how it all is cut into files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from meritdesk.core.documents import Form, period_for
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.print_arrangement import PlannedPart, WantedSheet, arrange
from meritdesk.core.print_order import (
    REPORT_SET,
    ItemState,
    OrderItem,
    OrderPart,
    PartState,
    PrintOrder,
    PrintWish,
    set_place,
)
from meritdesk.services.changes import Blocked, Step
from meritdesk.services.documents.families import FORMS, source_of
from meritdesk.services.documents.form_choices import as_stage_six
from meritdesk.services.documents.sources import Candidate
from meritdesk.services.paper_trail import cancelled_among
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.print_job import Selection, chosen_people, in_blocks

LONGEST_NAME = 120
_LONGEST_PATH = 250
_SHORTEST_NAME = 40


@dataclass(slots=True)
class Found:
    """Everything a wish comes to before it is cut into files."""

    sheets: list[WantedSheet] = field(default_factory=list)
    digests: dict[tuple[Form, str], str] = field(default_factory=dict)
    blocked: list[tuple[Form, Blocked]] = field(default_factory=list)
    other_form: int = 0
    people: int = 0


def look_up(around: Surroundings, wish: PrintWish, step: Step) -> Found:
    """Ask every family of forms who has a sheet; a person who has one of a family is not asked for its others.

    ``USE-102`` for an unknown NIP.
    """
    found = Found()
    families = _families(wish)
    with around.store.reading() as work:
        step = work.watch(step)
        people = chosen_people(work, Selection(wish.nip, wish.unit_ids))
        units = {unit.unit_id: unit for unit in work.units.all()}
    found.people = len(people)
    for block in in_blocks(people):
        step(0, 0)
        with around.store.reading() as work:
            step = work.watch(step)
            _ask(around, work, wish, families, block, units, found)
    return found


def cut(around: Surroundings, wish: PrintWish, found: Found, folder: Path) -> tuple[PlannedPart, ...]:
    """The files of an order, with names short enough for the folder they go into."""
    mark = around.store.agency.file_mark
    room = max(_SHORTEST_NAME, min(LONGEST_NAME, _LONGEST_PATH - len(str(folder.absolute()))) - len(mark))
    parts = arrange(found.sheets, wish, around.store.agency.code, room)
    return tuple(replace(part, stem=f"{part.stem}{mark}") for part in parts) if mark else parts


def rows_of(
    order: PrintOrder, parts: Sequence[PlannedPart], found: Found, settled: Sequence[OrderItem]
) -> tuple[list[OrderPart], list[OrderItem]]:
    """The rows of a new order: its files, its sheets, those that are printed already, and those that cannot be."""
    files: list[OrderPart] = []
    items: list[OrderItem] = []
    for number, part in enumerate(parts, 1):
        files.append(OrderPart(number, f"{part.stem}.pdf", part.title, len(part.sheets), PartState.WAITING))
        for sheet, section in zip(part.sheets, part.sections, strict=True):
            items.append(
                OrderItem(
                    place=len(items) + 1,
                    part=number,
                    form=sheet.form,
                    key=sheet.key,
                    person_id=sheet.person_id,
                    nip=sheet.nip,
                    name=sheet.name,
                    section=section,
                    record_digest=found.digests[sheet.form, sheet.key],
                )
            )
    items += [replace(item, place=len(items) + place) for place, item in enumerate(settled, 1)]
    for form, blocked in found.blocked:
        items.append(
            OrderItem(
                place=len(items) + 1,
                part=0,
                form=form,
                key=blocked.person_id or blocked.nip,
                person_id=blocked.person_id,
                nip=blocked.nip,
                name=blocked.name,
                state=ItemState.FAILED,
                code=blocked.code,
                facts=blocked.facts,
            )
        )
    return files, items


def leave_out_unchanged(around: Surroundings, work: Work, wish: PrintWish, found: Found, step: Step) -> list[OrderItem]:
    """Sheets that lie in a file which still stands, drawn from the same facts in the same manner: not printed again.

    A file counts only when its bytes are still the ones that were printed; each is looked at once.
    """
    files: dict[str, bool] = {}
    unchanged: dict[tuple[Form, str], OrderItem] = {}
    by_form: dict[Form, list[str]] = {}
    for sheet in found.sheets:
        by_form.setdefault(sheet.form, []).append(sheet.key)
    for form, keys in by_form.items():
        held = work.print_orders.standing(form, period_for(form, wish.period), keys)
        void = cancelled_among(work, (item.document_id for _, _, item in held))
        for order, part, item in held:
            key = form, item.key
            if (
                item.document_id in void
                or key in unchanged
                or item.record_digest != found.digests[key]
                or order.wish.style != wish.style
            ):
                continue
            path = Path(order.folder) / part.file_name
            if str(path) not in files:
                step(0, 0)
                files[str(path)] = around.shop.digest_of(path) == part.digest
            if files[str(path)]:
                unchanged[key] = replace(item, part=0, state=ItemState.UNCHANGED, section="")
    found.sheets = [sheet for sheet in found.sheets if (sheet.form, sheet.key) not in unchanged]
    return list(unchanged.values())


def _families(wish: PrintWish) -> list[list[Form]]:
    """The wanted forms by family, the most usual first: of each family of the print set a person has one form."""
    usual = [Form.D_1_1, Form.A_1_7, Form.C_1_3, Form.A_1_6]
    groups: dict[object, list[Form]] = {}
    for form in wish.wanted_forms:
        if form in FORMS:
            groups.setdefault(set_place(form) if form in REPORT_SET else form, []).append(form)
    return [
        sorted(forms, key=lambda form: usual.index(form) if form in usual else len(usual)) for forms in groups.values()
    ]


def _ask(
    around: Surroundings,
    work: Work,
    wish: PrintWish,
    families: Iterable[Sequence[Form]],
    block: Sequence[Person],
    units: Mapping[str, OrgUnit],
    found: Found,
) -> None:
    # The matrix of a unit is listed under its head, who need not be among those who were asked for.
    people = {person.person_id: person for person in block}
    by_person: dict[str, list[tuple[Form, Candidate]]] = {}
    nips = {person.nip: person.person_id for person in block}
    for family in families:
        left: Sequence[Person] = block
        told: set[tuple[str, str]] = set()
        ready: set[str] = set()
        blocked: list[tuple[Form, Blocked]] = []
        for form in family:
            if not left:
                break
            gathered = source_of(form, around).gather(work, form, period_for(form, wish.period), left)
            gathered = as_stage_six(form, wish.style, gathered)
            for one in gathered.ready:
                # Two people of a unit may both lead to its one matrix.
                if (form, one.key) in found.digests or (wish.record_id and one.record.record_id != wish.record_id):
                    continue
                found.digests[form, one.key] = one.record.digest
                people.setdefault(one.person.person_id, one.person)
                by_person.setdefault(one.person.person_id, []).append((form, one))
                ready.add(one.person.person_id)
            for why in gathered.blocked:
                person_id = why.person_id or nips.get(why.nip, "")
                # Of several forms tried one after the other each tells the same; a form alone means what it says.
                if len(family) == 1 or (person_id, why.code) not in told:
                    told.add((person_id, why.code))
                    blocked.append((form, replace(why, person_id=person_id)))
            if len(family) == 1:
                found.other_form += gathered.other_form
            left = [person for person in left if person.person_id not in ready]
        found.blocked += [(form, why) for form, why in blocked if len(family) == 1 or why.person_id not in ready]
    for person in people.values():
        found.sheets += _wanted(person, by_person.get(person.person_id, ()), units, found)


def _wanted(
    person: Person, sheets: Sequence[tuple[Form, Candidate]], units: Mapping[str, OrgUnit], found: Found
) -> Iterator[WantedSheet]:
    unit = units.get(person.unit_id)
    parties = next((one.record.parties for _, one in sheets if len(one.record.parties) > 1), ())
    rater = parties[1] if parties else None
    for form, one in sheets:
        yield WantedSheet(
            form=form,
            key=one.key,
            person_id=person.person_id,
            nip=person.nip,
            name=person.full_name,
            unit_id=person.unit_id,
            unit_name=unit.name if unit else "",
            unit_place=unit.sort_order if unit else 0,
            rater_id=rater.nip or rater.name if rater else "",
            rater_name=rater.name if rater else "",
        )
