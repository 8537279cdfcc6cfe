"""What goes out has one number, one content and one state, whatever happens to the PC or the stick on the way."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import small_office
from small_office import YEAR

from meritdesk import exchange
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.handover import PackageKind
from meritdesk.core.snapshot_difference import DifferenceKind
from meritdesk.core.travel_layouts import EXPORTED, TRAVELLING
from meritdesk.services.handover.gathering import Gathering, StayReason
from meritdesk.services.handover.preview import PackingBlocker
from meritdesk.store import rows


@pytest.fixture
def region(tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as opened:
        yield opened


@pytest.fixture
def joined(closed, region, tmp_path):
    closed.desk.handover.card(tmp_path / "kota.json")
    region.desk.handover.card(tmp_path / "wilayah.json")
    region.desk.handover.trust(tmp_path / "kota.json")
    closed.desk.handover.trust(tmp_path / "wilayah.json")
    return closed, region, tmp_path / "stick"


def newcomer(agency, name="Orang Baru"):
    rows = [small_office.staff_row("P8", "199001012015011008", name, "4", "PENGELOLA", "U2")]
    agency.desk.register.import_staff(agency.staff_file(rows))


def states(agency):
    return [(line.sequence, line.state) for line in agency.desk.handover.receipts().outgoing]


def test_a_package_moves_from_packed_to_received_and_never_back(joined):
    agency, region, stick = joined
    packed = agency.desk.handover.pack(YEAR, stick)
    assert (packed.state, states(agency)) == ("ON_STICK", [(1, "ON_STICK")])
    agency.desk.handover.outbox.give_away(packed.header.package_id)
    assert states(agency) == [(1, "UNCONFIRMED")]
    assert agency.desk.handover.pack(YEAR, stick).state == "UNCONFIRMED"
    agency.desk.handover.receive(region.desk.handover.receive(packed.path).reply)
    assert states(agency) == [(1, "A")]
    agency.desk.handover.outbox.give_away(packed.header.package_id)
    assert states(agency) == [(1, "A")]
    with pytest.raises(UsageRefusal, match="PKG-612"):
        agency.desk.handover.outbox.give_away("lain")


def test_a_pc_that_stops_between_number_and_file_uses_the_number_once(joined, monkeypatch):
    agency, _, stick = joined

    def dies(data, folder, name):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(exchange, "write_package", dies)
        with pytest.raises(KeyboardInterrupt):
            agency.desk.handover.pack(YEAR, stick)
    assert states(agency) == [(1, "PACKED")]
    line = agency.desk.handover.receipts().outgoing[0]
    first = agency.desk.handover.outbox.write_again(line.package_id, stick)
    assert states(agency) == [(1, "ON_STICK")]
    again = agency.desk.handover.pack(YEAR, stick)
    assert again.reissued and again.path == first and again.header.package_id == line.package_id
    newcomer(agency)
    assert agency.desk.handover.pack(YEAR, stick).header.sequence == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_program_that_is_killed_while_packing_never_uses_a_number_twice(tmp_path):
    """Killed before the file was read back, and after it got its name (F30)."""
    folder, card = tmp_path / "kota", tmp_path / "wilayah.json"
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        region.desk.handover.card(card)
    with small_office.office(folder) as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(YEAR)
        office.desk.handover.trust(card)
    for number, moment in enumerate(("_read_back", "_settle"), start=1):
        program = Path(__file__).with_name("pack_killed.py")
        done = subprocess.run(
            [sys.executable, str(program), str(folder), moment],
            capture_output=True,
            timeout=120,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert done.returncode == -9, done.stderr.decode()
        with small_office.office(folder) as office:
            assert states(office)[0] == (number, "PACKED")
            again = office.desk.handover.pack(YEAR, folder / "stick")
            assert again.reissued and again.header.sequence == number
            assert [left.name for left in (folder / "stick").glob("*.merit")].count(again.path.name) == 1
            rows = [small_office.staff_row(f"Q{number}", f"19900101201501100{number}", "Baru", "4", "PENGELOLA", "U2")]
            office.desk.register.import_staff(office.staff_file(rows))


@pytest.mark.parametrize("number", [errno.ENOSPC])
def test_a_stick_that_fails_leaves_no_file_and_the_state_says_so(joined, monkeypatch, number):
    agency, _, stick = joined

    def failing(handle):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("meritdesk.exchange.outbox.os.fsync", failing)
        with pytest.raises(FileRefusal):
            agency.desk.handover.pack(YEAR, stick)
    assert states(agency) == [(1, "PACKED")]
    assert list(stick.iterdir()) == []
    assert agency.desk.handover.pack(YEAR, stick).header.sequence == 1


def test_two_who_pack_at_once_never_share_a_number(joined):
    agency, _, stick = joined
    with ThreadPoolExecutor(4) as clerks:
        found = list(clerks.map(lambda _: agency.desk.handover.outbox.pack(YEAR, stick), range(4)))
    assert {one.header.package_id for one in found} == {found[0].header.package_id}
    assert [one.reissued for one in found].count(False) == 1 and len(states(agency)) == 1


def test_what_was_removed_is_said_until_the_region_has_heard_it(joined):
    agency, region, stick = joined
    first = agency.desk.handover.pack(YEAR, stick)
    agency.desk.handover.receive(region.desk.handover.receive(first.path).reply)
    with agency.desk.handover.around.store.writing(agency.desk.handover.around.actor, "test", "Salah orang") as work:
        waiver = replace_waiver(work)
        work.commit()
    second = agency.desk.handover.pack(YEAR, stick)
    agency.desk.handover.receive(region.desk.handover.receive(second.path).reply)

    def travelled(office):
        with office.desk.handover.around.store.reading(agency.desk.agency.code) as work:
            return work.travel.read(YEAR)

    assert "pengecualian" in travelled(agency) and travelled(region) == travelled(agency)
    with agency.desk.handover.around.store.writing(agency.desk.handover.around.actor, "test", "Salah orang") as work:
        work.travel.remove("pengecualian", [waiver])
        work.commit()
    third = agency.desk.handover.pack(YEAR, stick)
    store = agency.desk.handover.around.store
    said = exchange.reopen(third.path.read_bytes(), store.keys)[1].tombstones
    assert [(one.table, one.record_id, one.reason) for one in said] == [("pengecualian", waiver, "Salah orang")]
    assert agency.desk.handover.pack(YEAR, stick).reissued
    region.desk.handover.receive(third.path)
    assert travelled(region) == travelled(agency) and "pengecualian" not in travelled(region)


def replace_waiver(work):
    """One waiver in the store; answers with its key."""
    from meritdesk.core.travel import record_of
    from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME

    fields = {
        "waiver_id": "w-1",
        "rule": "INCOMPLETE",
        "record_id": "x",
        "waived_by": "Kepala",
        "reason": "Cuti",
        "waived_on": "2025-11-01",
    }
    work.travel.write({"pengecualian": (record_of(TRAVELLING_BY_NAME["pengecualian"].table, fields),)})
    return "w-1"


def test_a_colleague_gets_the_work_in_hand_in_a_series_of_its_own(planned, tmp_path):
    desk = planned.desk.handover
    with pytest.raises(UsageRefusal, match="PKG-610"):
        desk.outbox.pack(YEAR, tmp_path / "stick", kind=PackageKind.HANDOVER)
    agency = planned.desk.agency
    colleague = exchange.new_device_keys(agency.code, agency.name, "PC09", False)
    with desk.around.store.writing(desk.around.actor, "test") as work:
        work.ledger.trust(colleague.card)
        work.commit()
    packed = desk.outbox.pack(YEAR, tmp_path / "stick", kind=PackageKind.HANDOVER)
    assert (packed.header.kind, packed.header.recipient) == (PackageKind.HANDOVER, agency.code)
    with desk.around.store.reading() as work:
        assert packed.header.epoch != work.ledger.epoch() and work.ledger.next_sequence() == 1
    assert len(packed.path.name) <= 60 and packed.path.name.isascii()
    content = exchange.reopen(packed.path.read_bytes(), desk.around.store.keys)[1]
    assert content.plans and content.people
    assert desk.outbox.pack(YEAR, tmp_path / "stick", kind=PackageKind.HANDOVER).reissued
    assert planned.desk.overview.status(YEAR).unconfirmed == 0, "a colleague gives no receipt"


@pytest.mark.parametrize("kind", [PackageKind.EXPORT, PackageKind.HANDOVER])
def test_what_is_read_in_portions_is_what_stands_there(closed, monkeypatch, kind):
    around, inside = closed.desk.handover.around, kind is PackageKind.HANDOVER
    with around.store.reading() as work:
        gathering = Gathering.of(around, work, YEAR, kind)
        whole = gathering.whole()
        monkeypatch.setattr(rows, "PORTION", 2)
        portions = list(gathering.portions(lambda stage: None))
        assert gathering.whole() == whole
        assert exchange.weigh(portions, kind=kind) == exchange.weigh([whole], kind=kind)
        assert max(len(one.people) for one in portions) == 2 < len(whole.people)
        assert whole.people == work.people.all() and whole.lines == work.reporting.all()
        assert whole.plans == work.plans.of_year(YEAR.year) and whole.units == work.units.all()
        assert whole.actuals == tuple(work.actuals.of_period(YEAR).values())
        assert whole.evaluations == work.evaluations.of_period(YEAR)
        assert whole.records == work.travel.read(YEAR, TRAVELLING if inside else EXPORTED, inside)
        assert list(whole.records) == [one.name for one in TRAVELLING if one.name in whole.records]


def test_a_packing_that_is_stopped_half_way_through_a_table_keeps_nobody_waiting(joined, monkeypatch):
    agency, _, stick = joined
    monkeypatch.setattr(rows, "PORTION", 1)
    asked = 0

    def step(done, total):
        nonlocal asked
        asked += 1
        if asked > place:
            raise Cancelled

    place = 1_000_000
    agency.desk.handover.outbox.preview(YEAR, step)
    stopped = []
    for place in range(0, asked, max(1, asked // 6)):
        for is_packing in (False, True):
            asked = 0
            with pytest.raises(Cancelled) as caught:
                if is_packing:
                    agency.desk.handover.pack(YEAR, stick, step)
                else:
                    agency.desk.handover.outbox.preview(YEAR, step)
            # Whoever shows what went wrong holds every frame of it.
            stopped.append(caught)
        newcomer(agency, f"Orang {place}")
    assert states(agency) == [] and len(stopped) > 6


def test_the_preview_says_what_would_go_and_writes_nothing(joined):
    agency, region, stick = joined
    head = agency.desk.overview.status(YEAR).journal
    first = agency.desk.handover.outbox.preview(YEAR)
    assert (first.can_pack, first.known, first.same_as, first.sequence, first.recipient) == (
        True,
        None,
        None,
        1,
        "REG33",
    )
    rows = {one.table.name: one for one in first.tables}
    assert rows["penilaian"].table.rows == 5 and rows["penilaian"].table.title == "Evaluasi kinerja pegawai"
    assert agency.desk.overview.status(YEAR).journal == head and states(agency) == []
    packed = agency.desk.handover.pack(YEAR, stick)
    assert agency.desk.handover.outbox.preview(YEAR).same_as.package_id == packed.header.package_id
    agency.desk.handover.receive(region.desk.handover.receive(packed.path).reply)
    newcomer(agency)
    then = agency.desk.handover.outbox.preview(YEAR)
    assert (then.known.sequence, then.same_as, then.sequence) == (1, None, 2)
    new = [one for one in then.differences if one.difference.table == "pegawai"]
    assert [(one.difference.kind, one.about, one.nip) for one in new] == [
        (DifferenceKind.ADDED, "Orang Baru", "199001012015011008")
    ]
    assert {one.table.name: one.added for one in then.tables}["pegawai"] == 1
    newcomer(agency, "Orang Lama")
    changed = agency.desk.handover.outbox.preview(YEAR).differences
    assert all(one.difference.kind is DifferenceKind.ADDED for one in changed if one.difference.table == "pegawai")


def test_the_preview_names_what_stays_and_what_stands_in_the_way(planned):
    found = planned.desk.handover.outbox.preview(YEAR)
    assert found.blockers == (PackingBlocker.NO_REGION, PackingBlocker.NOTHING_CLOSED) and not found.can_pack
    stays = {one.reason: one.count for one in found.stays}
    assert set(stays) <= {StayReason.OPEN_EVALUATION}


def test_a_package_of_another_kind_than_a_snapshot_cannot_be_looked_into(joined):
    agency, region, stick = joined
    reply = region.desk.handover.receive(agency.desk.handover.pack(YEAR, stick).path).reply
    with pytest.raises(FileRefusal, match="PKG-520"):
        exchange.reopen(reply.read_bytes(), region.desk.handover.around.store.keys)
    with pytest.raises(FileRefusal, match="PKG-511"):
        exchange.reopen(reply.read_bytes(), agency.desk.handover.around.store.keys)
