"""Two agencies that know each other, and somebody who moves from the one to the other."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import date

import pytest
import small_office
from small_office import NIPS, YEAR

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.periods import parse_period
from meritdesk.services.execution.evidence import Place
from meritdesk.services.handover.transfer_judging import Placing
from meritdesk.services.handover.transfer_packing import TransferOrder

SINCE = date(2026, 1, 1)
NURSE = NIPS["nurse"]
ORDER = TransferOrder((NURSE,), "3314", SINCE, "820/17/2025", date(2025, 12, 20))


def introduce(one, other, folder):
    """Both trust each other's card, as the region's list makes them do."""
    for giver, taker in ((one, other), (other, one)):
        card = folder / f"{giver.desk.agency.code}.json"
        giver.desk.handover.card(card)
        taker.desk.handover.trust(card)


PDF = b"%PDF-1.7 laporan capaian"
QUARTER = parse_period("2025-TW4")


def prepare(folder):
    """Two agencies that know each other: one closed its year, the other has everybody but the one who will move."""
    with (
        small_office.office(folder / "kota") as old,
        small_office.office(folder / "sragen", "3314", "Kabupaten Sragen") as new,
    ):
        old.settle()
        old.plan_everybody()
        attach(old, "laporan.pdf", PDF)
        old.desk.assessment.close(YEAR)
        new.desk.register.import_units(new.units_file())
        new.desk.register.import_staff(new.staff_file([row for row in small_office.STAFF if row[1] != NURSE]))
        introduce(old, new, folder)
    return folder


@contextmanager
def opened(prepared, folder):
    """Copies of both, with a stick between them."""
    shutil.copytree(prepared, folder / "dua")
    with (
        small_office.office(folder / "dua" / "kota") as old,
        small_office.office(folder / "dua" / "sragen", "3314", "Kabupaten Sragen") as new,
    ):
        yield old, new, folder / "stick"


def attach(office, name, content, at=0):
    """A file of evidence under an indicator of the one who moves."""
    person_id = person_at(office).person_id
    with reading(office) as work:
        indicators = [one for plan in work.plans.of_people([person_id]) for one in plan.results]
    indicator_id = indicators[at].indicators[0].indicator_id
    place = Place(person_id, EvidenceOwner.ACTUAL, indicator_id, QUARTER)
    return office.desk.execution.evidence.add_content(place, name, content).evidence


def reading(office, code=""):
    return office.desk.handover.around.store.reading(code)


def person_at(office, nip=NURSE):
    with reading(office) as work:
        return work.people.by_nip(nip)


def unit_at(office, name="--Bidang Pelayanan"):
    with reading(office) as work:
        return next(unit.unit_id for unit in work.units.all() if unit.name == name.lstrip("-"))


def digests(office, person_id):
    with reading(office) as work:
        return {
            one.evaluation_id: (one.person_id, one.version, one.digest) for one in work.evaluations.of_person(person_id)
        }


def taken(pair, order=ORDER):
    old, new, stick = pair
    packed = old.desk.handover.transfers.pack(order, stick)
    placings = {one.person_id: Placing(unit_at(new)) for one in packed.people}
    return packed, new.desk.handover.transfers.take(packed.path, placings=placings)


def at_code(code, deed, *given, **named):
    with pytest.raises((FileRefusal, UsageRefusal)) as refusal:
        deed(*given, **named)
    assert refusal.value.code == code
