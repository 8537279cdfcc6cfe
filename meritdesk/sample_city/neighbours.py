"""The regional office of the sample city with a second government, and its word to the city: no tab of it is empty.

The city's own package has arrived as it really does; the neighbour is written as ``region`` writes its governments.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from meritdesk import bootstrap
from meritdesk.core.conflicts import Candidate, Conflict, conflict_id
from meritdesk.core.merging import EVALUATIONS, PEOPLE
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.three_way import OWN
from meritdesk.sample_city import region as governments
from meritdesk.sample_city.city_clock import CityClock
from meritdesk.sample_city.year import CODE
from meritdesk.services import Desk

NEIGHBOUR = 1
"""The place of the second government among the names of ``region``; it sends late."""


def bring_neighbours(city: Path, year: int, staff: int = 14) -> None:
    """Fill the region of a lived city: a second government, someone held twice, a conflict, questions, a word given.

    The return is taken in at the city, so that corrections and reference data of the region wait there too.
    """
    passphrase = (city / "passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
    clock = CityClock(date(year + 1, 3, 2))
    whole = Period(year, PeriodKind.YEAR)
    with bootstrap.open_desk(city / "region", passphrase, clock=clock) as desk:
        held = _people(desk)
        _let_neighbour_arrive(desk, year, staff, held[0])
        _let_fields_differ(desk, whole, held[1])
        lower = next(one for one in held[2:] if one.education != "S-2")
        for person, field, wish in ((lower, "education", "S-2"), (held[-1], "back_title", "")):
            desk.handover.corrections.propose(CODE, whole.code, PEOPLE, person.person_id, field, wish, "Cek ijazah")
        closed = desk.handover.corrections.records_of(CODE, whole.code, EVALUATIONS)[0][0]
        desk.handover.corrections.propose(CODE, whole.code, EVALUATIONS, closed, "note", "", "Rekomendasi kurang jelas")
        desk.handover.reference.wish_setting("window_opens_before", "14")
        desk.handover.approvals.complete(CODE, whole, "Yang belum selesai sudah dijelaskan dengan surat")
        desk.handover.approvals.approve(CODE, whole)
        desk.handover.approvals.lock(CODE, whole, "Rekapitulasi provinsi sudah disusun")
        returned = desk.handover.returns.make(CODE, city / "stick")
    with bootstrap.open_desk(city / "agency", passphrase, clock=clock) as desk:
        desk.handover.receive(returned.path)


def _people(desk: Desk) -> tuple[Person, ...]:
    with desk.overview.around.store.reading(CODE) as work:
        serving = [one for one in work.people.all() if one.nip and one.legal_status is LegalStatus.ACTIVE]
    return tuple(sorted(serving, key=lambda one: one.nip))


def _let_neighbour_arrive(desk: Desk, year: int, staff: int, moved: Person) -> None:
    """Two years of the neighbour; its first clerk is someone whom the city still holds."""
    for number, one_year in enumerate((year - 1, year), 1):
        period = Period(one_year, PeriodKind.YEAR)
        made = governments.make_government(NEIGHBOUR, staff, period, random.Random(33 + number))
        people = list(made.people)
        clerk = people[2].person
        people[2] = replace(people[2], person=replace(clerk, nip=moved.nip, name=moved.name))
        arrived = datetime(one_year + 1, 2, 20, 2, 0, tzinfo=UTC)
        refused = 2 if one_year == year else 0
        governments.let_arrive(desk, replace(made, people=tuple(people)), period, number, arrived, refused=refused)


def _let_fields_differ(desk: Desk, period: Period, person: Person) -> None:
    """What two PCs of the city keyed in differently stands in the region's queue."""
    around = desk.overview.around
    at = datetime(period.year + 1, 2, 2, 2, 0, tzinfo=UTC)
    label = f"{person.full_name} ({person.nip})"
    waiting = [
        Conflict(
            conflict_id(PEOPLE, person.person_id, field), period.code, PEOPLE, person.person_id, label, field, before,
            {OWN: Candidate(here, "Dewi", at.isoformat()), f"{CODE}/PC02": Candidate(there, f"{CODE}/PC02", "")},
            OWN, "", at,
        )
        for field, before, here, there in (("education", "S-1", "S-1", "S-2"), ("grade", "III/c", "III/d", "IV/a"))
    ]  # fmt: skip
    with around.store.writing(around.actor, "handover.receive", agency_code=CODE) as work:
        work.merging.save(waiting)
        work.commit()
