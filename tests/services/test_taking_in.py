"""What the region is asked about before it takes a file: people gone missing, closed evaluations, people held twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import small_office
from small_office import NIPS, YEAR
from sqlalchemy import delete, update

from meritdesk.core.conflicts import ConflictState
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import ReceiptCode, RecordState
from meritdesk.core.three_way import OWN
from meritdesk.services.handover import Consent
from meritdesk.store import tables

NEWCOMER = "199001012015011008"


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened:
        yield opened


def introduce(agency, region, folder):
    name = agency.desk.agency.code
    agency.desk.handover.card(folder / f"{name}.json")
    region.desk.handover.card(folder / "wilayah.json")
    region.desk.handover.trust(folder / f"{name}.json")
    agency.desk.handover.trust(folder / "wilayah.json")


@pytest.fixture
def joined(closed, region, tmp_path):
    introduce(closed, region, tmp_path)
    return closed, region, tmp_path / "stick"


def at_region(region, code="3372"):
    return region.desk.handover.around.store.reading(code)


def change(office, verb, write):
    """Something no page of ours does: rows changed behind the services."""
    around = office.desk.handover.around
    with around.store.writing(around.actor, verb) as work:
        write(work)
        work.commit()


def behind_the_back(office, evaluation_id, **values):
    """A closed evaluation changed with another program; no verb of ours does it."""
    around = office.desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        work.set_setting("touched", evaluation_id)
        place = tables.evaluation.c.evaluation_id == evaluation_id
        work._connection.execute(update(tables.evaluation).where(place).values(**values))
        work.commit()


def add_newcomer(agency):
    rows = [small_office.staff_row("P8", NEWCOMER, "Orang Baru", "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))


def lose_newcomer(agency):
    with agency.desk.handover.around.store.reading() as work:
        person_id = work.people.by_nip(NEWCOMER).person_id
    change(agency, "register.import", lambda work: gone_without_a_word(work, person_id))
    return person_id


def gone_without_a_word(work, person_id):
    """A person taken out with another program, so that no journal knows of it."""
    for table in (tables.reporting_line, tables.person):
        work._connection.execute(delete(table).where(table.c.person_id == person_id))
    work.set_setting("touched", person_id)


def test_people_removed_aloud_go_and_an_older_file_does_not_bring_them_back(joined):
    agency, region, stick = joined
    add_newcomer(agency)
    first = agency.desk.handover.pack(YEAR, stick)
    with agency.desk.handover.around.store.reading() as work:
        person_id = work.people.by_nip(NEWCOMER).person_id
    change(agency, "register.import", lambda work: work.merging.removed_now("pegawai", [person_id]))
    second = agency.desk.handover.pack(YEAR, stick)
    region.desk.handover.receive(second.path)
    region.desk.handover.receive(first.path)
    with at_region(region) as work:
        assert not work.people.by_ids([person_id])


def test_the_dry_run_tells_every_fate_and_changes_nothing(joined):
    agency, region, stick = joined
    first = agency.desk.handover.pack(YEAR, stick)
    head = region.desk.overview.status(YEAR).journal
    arrival = region.desk.handover.look_into(first.path)
    assert arrival.counts["added"] == len(arrival.records) and not arrival.needs_consent
    assert region.desk.overview.status(YEAR).journal == head and not region.desk.handover.receipts().incoming
    region.desk.handover.receive(first.path)
    rows = [small_office.staff_row("P3", NIPS["nurse"], "Joko Widagdo Baru", "2", "PERAWAT AHLI MADYA", "U3")]
    agency.desk.register.import_staff(agency.staff_file(rows))
    arrival = region.desk.handover.look_into(agency.desk.handover.pack(YEAR, stick).path)
    person = next(one for one in arrival.records if one.table == "pegawai")
    assert (person.state, person.label) == (RecordState.CHANGED, f"Joko Widagdo Baru ({NIPS['nurse']})")
    assert {one.field for one in person.differences} >= {"name", "position_title"}


def test_people_gone_missing_stop_the_file_until_somebody_agrees(joined):
    agency, region, stick = joined
    add_newcomer(agency)
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    person_id = lose_newcomer(agency)
    packed = agency.desk.handover.pack(YEAR, stick)
    head = region.desk.overview.status(YEAR).journal
    arrival = region.desk.handover.look_into(packed.path)
    assert arrival.needs_consent and arrival.needs_second
    assert any(one.label.startswith("Orang Baru") for one in arrival.missing)
    for consent, code in (
        (None, "PKG-650"),
        (Consent("sudah ditanyakan"), "PKG-651"),
        (Consent(" ", "Kepala"), "PKG-654"),
        (Consent("sudah ditanyakan", region.desk.handover.around.actor.name), "PKG-656"),
    ):
        with pytest.raises(UsageRefusal) as refusal:
            region.desk.handover.receive(packed.path, consent=consent)
        assert refusal.value.code == code
        assert region.desk.overview.status(YEAR).journal == head
    received = region.desk.handover.receive(packed.path, consent=Consent("sudah ditanyakan", "Kepala Bidang"))
    assert received.code is ReceiptCode.ACCEPTED
    with at_region(region) as work:
        assert person_id in work.people.by_ids([person_id]), "missing is never deleted"
        (absent,) = [one for one in work.merging.absences() if one.table == "pegawai"]
    assert (absent.record_id, absent.second, absent.reason) == (person_id, "Kepala Bidang", "sudah ditanyakan")
    add_newcomer(agency)
    with agency.desk.handover.around.store.reading() as work:
        newcomer = work.people.by_nip(NEWCOMER)
    change(agency, "register.import", lambda work: work.people.save([replace(newcomer, person_id=person_id)]))
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path, consent=Consent("x", "y"))
    with at_region(region) as work:
        absent = {one.table for one in work.merging.absences()}
        assert "pegawai" not in absent, "whoever is back is absent no longer"


def test_a_closed_evaluation_changed_without_a_version_waits_with_both_values(joined):
    agency, region, stick = joined
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    evaluation = agency.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    behind_the_back(agency, evaluation.evaluation_id, note="lain")
    packed = agency.desk.handover.pack(YEAR, stick)
    received = region.desk.handover.receive(packed.path)
    assert received.code is ReceiptCode.ERRORS and received.receipt.counts["conflict"] == 1
    with at_region(region) as work:
        (waiting,) = work.merging.conflicts()
        kept = {one.evaluation_id: one for one in work.evaluations.of_period(YEAR)}[evaluation.evaluation_id]
    assert kept.note == evaluation.note
    assert (waiting.field, waiting.standing, waiting.state) == ("note", OWN, ConflictState.WAITING)
    assert waiting.label == f"Joko Widagdo ({NIPS['nurse']})", "the file leaves out the people, who are unchanged"
    assert (waiting.base, waiting.candidates[OWN].by) == (evaluation.note, packed.header.sender)
    assert {stream: one.value for stream, one in waiting.candidates.items()} == {
        OWN: evaluation.note,
        packed.header.sender: "lain",
    }


def test_a_person_whom_two_agencies_hold_waits_for_a_decision_and_neither_loses_the_record(joined, tmp_path):
    agency, region, stick = joined
    region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path)
    assert region.desk.handover.custody.lines(2025) == ()
    with small_office.office(tmp_path / "sragen", "3314", "Kabupaten Sragen") as other:
        other.settle()
        other.plan_everybody()
        other.desk.assessment.close(YEAR)
        introduce(other, region, tmp_path)
        region.desk.handover.receive(other.desk.handover.pack(YEAR, stick).path)
    lines = region.desk.handover.custody.lines(2025)
    nurse = next(line for line in lines if line.key == NIPS["nurse"])
    assert [claim.agency for claim in nurse.claims] == ["3314", "3372"] and nurse.is_waiting
    custody = region.desk.handover.custody
    custody.decide(nurse.key, 2025, "3372", date(2025, 7, 1), "SK mutasi 820/1")
    decided = next(line for line in custody.lines(2025) if line.key == nurse.key)
    assert decided.decision.owner == "3372" and not decided.is_waiting
    assert custody.lines(2025)[-1] == decided, "those who wait come first"
    for code in ("3314", "3372"):
        with at_region(region, code) as work:
            assert work.people.by_nip(NIPS["nurse"]) is not None


@pytest.mark.parametrize(
    ("key", "owner", "reason", "code"),
    [("0", "3372", "sebab", "PKG-710"), (NIPS["nurse"], "9999", "sebab", "PKG-710"), ("0", "3372", " ", "PKG-654")],
)
def test_custody_of_nobody_or_without_a_reason_is_refused(joined, key, owner, reason, code):
    _, region, _ = joined
    with pytest.raises(UsageRefusal) as refusal:
        region.desk.handover.custody.decide(key, 2025, owner, None, reason)
    assert refusal.value.code == code
