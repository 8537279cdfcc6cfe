"""What a package repeats word for word is not read anew, and nobody can tell from what the region holds and answers."""

from __future__ import annotations

from dataclasses import replace

import many_agencies
import pytest
from many_agencies import REGION, ROUNDS
from sqlalchemy import delete, select

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import RecordState
from meritdesk.core.periods import parse_period
from meritdesk.exchange import data_package
from meritdesk.services.handover import Consent, taking_in
from meritdesk.services.handover.receiving import Receiving
from meritdesk.store.tables import standing_words

AGREED = Consent("sudah ditanyakan", "Kepala Bidang")
WIDE = {"unit", "pegawai", "atasan", "rencana"}
FIRST, SECOND, THIRD = ROUNDS


@pytest.fixture
def world(tmp_path):
    with many_agencies.world(tmp_path / "instansi", [4], 3) as (agencies, stack):
        region = stack.enter_context(many_agencies.store(tmp_path / "wilayah", REGION, is_region=True))
        many_agencies.introduce(agencies, region, tmp_path)
        yield agencies[0], region, tmp_path


@pytest.fixture
def left_out(monkeypatch):
    """Which tables each package left out, in the order of judging."""
    seen = []
    judge = taking_in.judge

    def judging(around, work, opened):
        seen.append(set(opened.snapshot.unchanged))
        return judge(around, work, opened)

    monkeypatch.setattr(taking_in, "judge", judging)
    return seen


def closed(agency, period, folder):
    agency.close(period)
    return agency.pack(period, folder / "stik")


def receive(region, file, folder):
    return region.handover.receive(file, folder / "balas", consent=AGREED)


def forget(region):
    """As if nothing were remembered: every table is read."""
    around = region.handover.around
    with around.store.writing(around.actor, "test") as work:
        work._connection.execute(delete(standing_words))
        work._rows.has_unjournaled = True
        work.commit()


def remembered(region):
    with region.handover.around.store.reading() as work:
        return {row[0] for row in work._connection.execute(select(standing_words.c.table_name))}


def test_a_quiet_month_leaves_the_register_and_the_plans_unread_and_counts_them_as_the_same(world, left_out):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    got = receive(region, closed(agency, SECOND, folder), folder)
    assert left_out[0] == set() and left_out[1] >= WIDE
    # 1 unit, 4 people, 4 lines and 4 plans, none of them read.
    assert got.receipt.counts[RecordState.SAME.value] == 13


def test_the_rows_and_the_answers_are_those_of_a_region_that_remembers_nothing(world, left_out):
    agency, region, folder = world
    many_agencies.shutil.copytree(
        folder / "wilayah", folder / "kosong", ignore=many_agencies.shutil.ignore_patterns("*.lock*")
    )
    files = []
    newcomer = agency.person(50)
    agency.hire([newcomer])
    files.append(closed(agency, FIRST, folder))
    files.append(closed(agency, SECOND, folder))
    agency.amend(f"{agency.code}-p1")
    files.append(agency.pack(FIRST, folder / "stik"))
    agency.correct(f"{agency.code}-p2", SECOND)
    files.append(agency.pack(SECOND, folder / "stik"))
    files.append(closed(agency, THIRD, folder))
    agency.hire([agency.person(51)])
    agency.remove(f"{agency.code}-p51")
    files.append(agency.pack(FIRST, folder / "stik"))
    agency.correct(f"{agency.code}-p3", SECOND)
    files.append(agency.pack(SECOND, folder / "stik"))
    files = list(dict.fromkeys(files))
    remembering = [receive(region, file, folder) for file in files]
    assert sum(map(bool, left_out)) >= 3, "hardly anything was left out: the test shows nothing"
    with many_agencies.twin_of(folder, folder / "zwilling") as other:
        forgetful = []
        for file in files:
            forgetful.append(receive(other, file, folder / "zwilling"))
            forget(other)
        assert many_agencies.rows_of_region(other, [agency.code]) == many_agencies.rows_of_region(region, [agency.code])
    assert [(one.code, one.receipt.counts, one.outcomes) for one in remembering] == [
        (one.code, one.receipt.counts, one.outcomes) for one in forgetful
    ]


def test_whoever_writes_such_a_row_at_the_region_makes_the_next_package_be_read(world, left_out):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    around = region.handover.around
    with around.store.writing(around.actor, "test", agency_code=agency.code) as work:
        (person, *_) = work.people.all()
        work.people.save([replace(person, name="Lain Sama Sekali")])
        work.commit()
    assert "pegawai" not in remembered(region) and {"unit", "rencana"} <= remembered(region)
    receive(region, closed(agency, SECOND, folder), folder)
    assert "pegawai" not in left_out[-1]
    with around.store.reading(agency.code) as work:
        assert person in work.people.all(), "what the agency says holds again"


def test_a_package_taken_back_is_forgotten(world, left_out):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    agency.amend(f"{agency.code}-p1")
    got = receive(region, closed(agency, SECOND, folder), folder)
    around = region.handover.around
    with around.store.writing(around.actor, "test", agency_code=agency.code) as work:
        work.journal.undo(got.changes.change_set_id)
        work.commit()
    assert not {"pegawai", "rencana"} & remembered(region)


def test_whoever_writes_between_reading_and_taking_is_noticed(world, left_out, monkeypatch):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    file = closed(agency, SECOND, folder)
    require = Receiving._require_same_world

    def another_clerk(self, header):
        around = self.around
        with around.store.writing(around.actor, "test", agency_code=agency.code) as work:
            (person, *_) = work.people.all()
            work.people.save([replace(person, name="Sementara Itu")])
            work.commit()
        require(self, header)

    monkeypatch.setattr(Receiving, "_require_same_world", another_clerk)
    receive(region, file, folder)
    assert left_out[-1] == set(), "the package was read whole"
    with region.handover.around.store.reading(agency.code) as work:
        assert "Sementara Itu" not in {person.name for person in work.people.all()}


def test_a_late_package_and_a_missing_person_leave_nothing_out(world, left_out):
    agency, region, folder = world
    first, second = closed(agency, FIRST, folder), closed(agency, SECOND, folder)
    receive(region, second, folder)
    receive(region, first, folder)
    assert left_out == [set(), set()]
    around = agency.desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        for table in ("reporting_line", "indicator", "work_result", "plan", "actual", "evaluation", "person"):
            target = many_agencies.tables.metadata.tables[table]
            column = {"indicator": "plan_id", "work_result": "plan_id", "actual": "indicator_id"}.get(
                table, "person_id"
            )
            key = f"{agency.code}-p0" + {"plan_id": "-k", "indicator_id": "-i"}.get(column, "")
            work._connection.execute(delete(target).where(target.c[column] == key))
        work.set_setting("touched", "p0")
        work.commit()
    agency.people.pop(f"{agency.code}-p0")
    receive(region, closed(agency, THIRD, folder), folder)
    agency.correct(f"{agency.code}-p1", THIRD)
    receive(region, agency.pack(THIRD, folder / "stik"), folder)
    assert "pegawai" not in left_out[-1], "somebody stands here whom the file does not have"


def test_totals_that_do_not_fit_are_refused_for_a_table_that_is_left_out_too(world, monkeypatch):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    page = data_package.write_json_page

    def miscounting(value):
        if "tables" in value:
            value["tables"]["rencana"]["rows"] += 1
        return page(value)

    monkeypatch.setattr(data_package, "write_json_page", miscounting)
    file = closed(agency, SECOND, folder)
    monkeypatch.undo()
    with pytest.raises(FileRefusal) as refusal:
        receive(region, file, folder)
    assert refusal.value.code == "PKG-536"


def test_the_plans_of_another_year_are_no_plans_of_this_one(world):
    agency, region, folder = world
    receive(region, closed(agency, FIRST, folder), folder)
    with region.handover.around.store.reading(agency.code) as work:
        assert set(work.words.standing(parse_period("2025-TW2"))) >= WIDE
        assert "rencana" not in work.words.standing(parse_period("2026-TW1"))
        assert work.words.keys("indikator", parse_period("2026")) == frozenset()
        assert len(work.words.keys("indikator", FIRST)) == len(work.words.keys("pegawai", FIRST)) == 4
