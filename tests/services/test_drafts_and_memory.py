"""What the window keeps in the encrypted store beside the journal: drafts, where somebody left off, long work."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from small_office import NIPS

from meritdesk.core.confidential import Counselling
from meritdesk.core.drafts import LONGEST, Draft, fields_of
from meritdesk.core.errors import Refusal
from meritdesk.core.work_record import MOST_ITEMS, ItemFate, WorkFate, WorkItem, WorkRecord
from meritdesk.services.upkeep.memory import MOST_WORK

NOW = datetime(2025, 12, 1, 8, tzinfo=UTC)


def draft(typed: str, subject: str = "o-1", **more: object) -> Draft:
    base, content = fields_of({"reasons": "", "nip": "1"}), fields_of({"reasons": typed, "nip": "1"})
    return replace(Draft("assessment.objection", subject, "Sari Puspita", base, content, NOW), **more)


def record(work_id: str, minute: int = 0) -> WorkRecord:
    began = NOW + timedelta(minutes=minute)
    return WorkRecord(work_id, "Impor pegawai", began, began + timedelta(seconds=90), WorkFate.DONE, 7, 7)


def test_what_is_typed_is_kept_in_the_place_of_what_was_kept_before_and_stands_in_no_journal(office):
    drafts = office.desk.upkeep.drafts
    before = len(office.desk.upkeep.journal())
    drafts.keep(draft("Nilai"))
    kept = drafts.keep(draft("Nilai saya terlalu rendah"))
    assert drafts.offered() == (kept,)
    assert drafts.of("assessment.objection", "o-1") == kept and kept.kept_at != NOW
    assert kept.changed == (("reasons", "Nilai saya terlalu rendah"),)
    assert len(office.desk.upkeep.journal()) == before


def test_a_draft_is_there_when_the_store_is_opened_again_and_gone_when_dropped(office, tmp_path):
    office.desk.upkeep.drafts.keep(draft("Nilai", "o-2"))
    office.desk.upkeep.drafts.drop("assessment.objection", "never kept")
    again = office.desk.upkeep.drafts.offered()
    assert [one.subject for one in again] == ["o-2"]
    office.desk.upkeep.drafts.drop("assessment.objection", "o-2")
    assert office.desk.upkeep.drafts.offered() == ()
    assert office.desk.upkeep.drafts.of("assessment.objection", "o-2") is None


def test_a_whole_book_is_no_draft(office):
    with pytest.raises(Refusal) as refusal:
        office.desk.upkeep.drafts.keep(draft("x" * (LONGEST + 1)))
    assert refusal.value.code == "UI-340"
    assert office.desk.upkeep.drafts.offered() == ()


def test_drafts_are_those_of_one_person_and_confidential_ones_need_a_reader(settled):
    person = settled.desk.register.show(NIPS["clerk"]).person
    body = Counselling(counsellor="Endang Lestari")
    talk = settled.desk.execution.confidential.add(person.person_id, date(2025, 6, 2), body).record
    kept = settled.desk.upkeep.drafts.keep(
        draft("Masalah keluarga", talk.record_id, is_confidential=True, record_id=talk.record_id)
    )
    assert settled.desk.upkeep.drafts.offered() == (kept,)
    around = settled.desk.upkeep.drafts.around
    other = replace(settled.desk.upkeep, around=replace(around, actor=replace(around.actor, name="orang lain")))
    assert other.drafts.offered() == ()
    with pytest.raises(Refusal) as refusal:
        other.drafts.keep(draft("Mengintip", talk.record_id, is_confidential=True, record_id=talk.record_id))
    assert refusal.value.code == "EXE-241"


def test_the_window_remembers_things_by_name(office):
    memory = office.desk.upkeep.memory
    assert memory.recall("place") == ""
    memory.keep("place", '{"room": "register"}')
    memory.keep("place", '{"room": "planning"}')
    assert memory.recall("place") == '{"room": "planning"}'
    with pytest.raises(Refusal) as refusal:
        memory.keep(" ", "x")
    assert refusal.value.code == "UI-341"


def test_long_work_stays_in_the_history_with_the_fate_of_each_item(office):
    memory = office.desk.upkeep.memory
    items = (
        WorkItem("2", "Sari Puspita", ItemFate.ADDED),
        WorkItem("3", "Joko Widagdo", ItemFate.REFUSED, "IMP-201", {"nip": "1"}),
    )
    noted = memory.note_work(record("w-1"), items)
    assert noted.counts == {ItemFate.ADDED: 1, ItemFate.REFUSED: 1}
    assert memory.work() == (noted,) and noted.seconds == 90
    assert memory.items("w-1") == items
    with pytest.raises(Refusal) as refusal:
        memory.items("w-2")
    assert refusal.value.code == "UI-342"


def test_the_history_keeps_the_latest_work_and_of_very_much_what_is_in_trouble(office):
    memory = office.desk.upkeep.memory
    many = [WorkItem(str(number), "", ItemFate.SAME) for number in range(MOST_ITEMS)]
    memory.note_work(record("w-0"), [*many, WorkItem("last", "", ItemFate.REFUSED, "IMP-201")])
    kept = memory.items("w-0")
    assert (len(kept), kept[0].place) == (MOST_ITEMS, "last")
    for number in range(1, MOST_WORK + 1):
        memory.note_work(record(f"w-{number}", number), ())
    found = memory.work()
    assert (len(found), found[0].work_id, found[-1].work_id) == (MOST_WORK, f"w-{MOST_WORK}", "w-1")
