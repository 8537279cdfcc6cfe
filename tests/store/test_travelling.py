"""What travels beside the scored nouns: every journaled table is decided on, and rows come and go unchanged."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import store_samples as samples

from meritdesk.core.circumstances import Revision, RevisionReason
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import SupersededVersion
from meritdesk.core.periods import parse_period
from meritdesk.core.travel import TravelRecord, record_of
from meritdesk.core.travel_layouts import REACHES, STAYS_AT_HOME, TRAVELLING, TRAVELLING_BY_NAME, Reach
from meritdesk.store import tables
from meritdesk.store.rows import shape_of

YEAR = samples.YEAR
TYPED = {
    "org_unit", "person", "reporting_line", "plan", "work_result", "indicator", "plan_note", "workblock", "actual",
    "organisation_level", "evaluation", "behaviour_feedback",
}  # fmt: skip


def waiver(number: int = 1, **more: str) -> TravelRecord:
    fields = {
        "waiver_id": f"w-{number}", "rule": "INCOMPLETE", "record_id": "p-2", "waived_by": "Kepala", "reason": "Sakit",
        "waived_on": "2025-11-01",
    }  # fmt: skip
    return record_of(TRAVELLING_BY_NAME["pengecualian"].table, {**fields, **more})


def wrote(store, verb="handover.receive", reason=""):
    return store.writing(samples.ACTOR, verb, reason)


def test_every_journaled_table_travels_or_stays_for_a_reason():
    journaled = {t.name for t in tables.metadata.sorted_tables if "noun" in t.info and not t.info.get("of_store")}
    flat = {layout.stored_as for layout in TRAVELLING}
    assert not flat & TYPED and not flat & set(STAYS_AT_HOME)
    assert journaled == TYPED | flat | set(STAYS_AT_HOME)


@pytest.mark.parametrize("layout", TRAVELLING, ids=lambda layout: layout.name)
def test_a_layout_has_the_columns_and_the_key_of_its_table(layout):
    shape = shape_of(tables.metadata.tables[layout.stored_as])
    more = {"digest"} if layout.stored_as == "superseded_evaluation" else set()
    assert {column.name for column in layout.table.columns} == set(shape.names) | more
    assert set(layout.table.key) == set(shape.key)
    assert not layout.owner or layout.owner in tables.metadata.tables


def test_records_come_back_as_they_were_written(filled):
    record = waiver(1, letter="77/2025")
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (record, waiver(2))})
        work.commit()
    with filled.reading() as work:
        assert work.travel.read(YEAR)["pengecualian"] == (record, waiver(2))
        assert work.travel.present("pengecualian", ["w-2", "w-9"]) == {"w-2": waiver(2)}
        assert [one.waiver_id for one in work.waivers.of_records(["p-2"])] == ["w-1", "w-2"]
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (waiver(1), waiver(2))})
        changes = work.commit()
    assert changes.change_set_id, "the column of the newer program went"
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (waiver(1), waiver(2))})
        assert not work.commit().change_set_id, "equal rows are left alone"


def test_a_cell_that_cannot_be_a_value_writes_nothing(filled):
    holiday = record_of(
        TRAVELLING_BY_NAME["hari_libur"].table,
        {
            "day": "2025-08-17",
            "name": "",
            "kind": "NATIONAL",
            "is_doubtful": "mungkin",
            "source": "",
            "is_kept": "true",
        },
    )
    with wrote(filled) as work, pytest.raises(FileRefusal) as caught:
        work.travel.write({"hari_libur": (holiday,)})
    assert caught.value.code == "PKG-535"


def test_a_superseded_version_travels_whole_and_is_never_written_over(filled):
    old = samples.closed_evaluation(2)
    revision = Revision(RevisionReason.NEW_EVIDENCE, "Bukti baru", "Sekretaris", date(2026, 2, 1))
    with wrote(filled, "assessment.revise") as work:
        work.evaluations.save([old])
        work.evaluations.keep(SupersededVersion(old, revision))
        work.commit()
    with filled.reading() as work:
        (record,) = work.travel.read(YEAR)["penilaian_lama"]
        assert work.evaluations.versions_of(old.evaluation_id) == (SupersededVersion(old, revision),)
    assert record.fields["version"] == str(old.version) and record.fields["digest"] == old.digest
    other = TravelRecord(record.table, record.key, {**record.fields, "digest": "00" * 32})
    with wrote(filled) as work:
        work.travel.write({"penilaian_lama": (other,)})
        assert not work.commit().change_set_id
    with wrote(filled) as work:
        work.travel.remove("penilaian_lama", [record.key])
        work.commit()
    with wrote(filled) as work:
        work.travel.write({"penilaian_lama": (record,)})
        work.commit()
    with filled.reading() as work:
        assert work.travel.read(YEAR)["penilaian_lama"] == (record,)
        assert work.evaluations.versions_of(old.evaluation_id) == (SupersededVersion(old, revision),)


def test_only_what_belongs_to_the_period_goes(filled):
    with filled.reading() as work:
        assert "dokumen" not in work.travel.read(parse_period("2019"))
        assert work.travel.read(YEAR, [TRAVELLING_BY_NAME["penilaian_lama"]]) == {}
    outlasting = {name for name, reach in REACHES.items() if reach is not Reach.PERIOD}
    assert {"perjanjian", "trajektori", "riwayat_jabatan", "nilai_lama", "butir_lama", "dokumentasi"} <= outlasting
    assert not {"dokumen", "perjalanan_dokumen", "keberatan", "kalibrasi", "bukti", "penilaian_lama"} & outlasting


def test_a_removal_is_said_with_its_reason_until_the_record_comes_back(filled):
    with filled.reading() as work:
        before = work.journal.head().count
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (waiver(1), waiver(2))})
        work.commit()
    with filled.reading() as work:
        assert work.travel.tombstones(before) == ()
    with wrote(filled, "waivers.drop", "Salah orang") as work:
        work.travel.remove("pengecualian", ["w-1", "w-2"])
        work.plans.remove(["plan-2"])
        work.commit()
    with filled.reading() as work:
        said = work.travel.tombstones(before)
        head = work.journal.head().count
    assert [(one.table, one.record_id, one.reason) for one in said if one.table == "pengecualian"] == [
        ("pengecualian", "w-1", "Salah orang"),
        ("pengecualian", "w-2", "Salah orang"),
    ]
    assert all(one.removed_on == samples.NOW.date() for one in said)
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (waiver(2),)})
        work.commit()
    with filled.reading() as work:
        assert [one.record_id for one in work.travel.tombstones(before) if one.table == "pengecualian"] == ["w-1"]
        assert work.travel.tombstones(head) == ()


def test_a_removal_travels_with_the_day_of_utc_wherever_the_pc_stands(filled, monkeypatch):
    early = datetime(2026, 1, 31, 22, 30, tzinfo=UTC)
    monkeypatch.setattr(filled, "_clock", early.astimezone)
    with wrote(filled) as work:
        work.travel.write({"pengecualian": (waiver(1),)})
        work.commit()
    with wrote(filled) as work:
        work.travel.remove("pengecualian", ["w-1"])
        work.commit()
    with filled.reading() as work:
        (gone,) = [one for one in work.travel.tombstones(0) if one.table == "pengecualian"]
        (noted,) = [line.at.date() for line in work.journal.lines(0, 1)]
    assert (gone.removed_on, noted) == (date(2026, 1, 31), date(2026, 2, 1))


def test_what_a_newer_program_wrote_beside_a_typed_record_is_kept(filled):
    with wrote(filled) as work:
        work.travel.keep_unknown({"pegawai": {"p-2": {"blood_type": "O", "nothing": ""}}})
        work.commit()
    with filled.reading() as work:
        assert work.travel.unknown() == {"pegawai": {"p-2": {"blood_type": "O"}}}
    with wrote(filled) as work:
        work.travel.keep_unknown({"pegawai": {"p-2": {}}})
        work.commit()
    with filled.reading() as work:
        assert work.travel.unknown() == {}
