"""Stores come back, are rehearsed, copied to practise on, get another sheet; after a restore sending waits."""

from __future__ import annotations

import pytest
import small_office
from small_office import PASSPHRASE, YEAR

from meritdesk import bootstrap
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.store import Practice


@pytest.fixture
def backed_up(settled, tmp_path):
    return settled, settled.desk.upkeep.backup(tmp_path / "satu", second=tmp_path / "dua")


def test_a_backup_goes_to_both_places_and_says_what_is_in_it(backed_up, tmp_path):
    office, backup = backed_up
    assert len(list((tmp_path / "dua").glob("*.meritbackup"))) == 1
    told = bootstrap.backup_contents(backup, PASSPHRASE)
    assert (told.agency.code, told.people, told.plans) == ("3372", office.desk.register.count(StaffQuery()), 0)
    assert told == office.desk.upkeep.rehearse(backup)
    with pytest.raises(UsageRefusal) as refused:
        bootstrap.backup_contents(backup, "bukan ini")
    assert refused.value.code == "STO-610"


def test_the_drill_refuses_a_backup_of_another_store_and_a_damaged_one(backed_up, tmp_path):
    office, backup = backed_up
    with small_office.office(tmp_path / "lain", "3373", "Kota Lain") as other:
        with pytest.raises(FileRefusal) as refused:
            other.desk.upkeep.rehearse(backup)
        assert refused.value.code == "STO-698"
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    with pytest.raises(FileRefusal) as refused:
        office.desk.upkeep.rehearse(backup)
    assert refused.value.code == "STO-641"


def test_after_a_restore_sending_waits_for_the_clerks_word(backed_up, tmp_path):
    _, backup = backed_up
    bootstrap.restore_store(backup, tmp_path / "kembali", PASSPHRASE)
    with bootstrap.open_desk(tmp_path / "kembali", PASSPHRASE) as desk:
        assert desk.handover.restored().backup_of.startswith("2026-01-12")
        with pytest.raises(UsageRefusal) as refused:
            desk.handover.pack(YEAR, tmp_path / "stick")
        assert refused.value.code == "STO-694"
        desk.handover.resume_sending()
        assert desk.handover.restored() is None
        with pytest.raises(UsageRefusal) as refused:
            desk.handover.pack(YEAR, tmp_path / "stick")
        assert refused.value.code == "PKG-590", "now only the region's card is missing"
        with pytest.raises(UsageRefusal) as refused:
            desk.upkeep.undo(desk.upkeep.journal(0, 1)[0].change_set_id)
        assert refused.value.code == "USE-112"


def test_a_practice_copy_is_marked_has_keys_of_its_own_and_touches_nothing_real(backed_up, tmp_path):
    office, backup = backed_up
    folder = tmp_path / "latihan"
    bootstrap.make_practice_copy(backup, folder, PASSPHRASE)
    with bootstrap.open_desk(folder, PASSPHRASE) as copy:
        assert copy.agency.practice is Practice.COPY
        assert copy.handover.own_card().card.minisign_key != office.desk.handover.own_card().card.minisign_key
        assert copy.register.count(StaffQuery()) == office.desk.register.count(StaffQuery())
        copy.upkeep.settings.change({"working_week": "SIX"})
    assert office.desk.upkeep.settings.current().working_week.value == "FIVE"
    beginning = bootstrap.practice_beginning(folder)
    bootstrap.make_practice_copy(beginning, folder, PASSPHRASE)
    with bootstrap.open_desk(folder, PASSPHRASE) as copy:
        assert copy.upkeep.settings.current().working_week.value == "FIVE", "begun anew"


def test_no_practice_copy_is_laid_over_anything_else(backed_up, tmp_path):
    office, backup = backed_up
    with pytest.raises(FileRefusal) as refused:
        bootstrap.make_practice_copy(backup, office.folder, PASSPHRASE)
    assert refused.value.code == "STO-697"


def test_a_new_recovery_sheet_makes_the_old_one_void(settled, tmp_path, page_words):
    upkeep = settled.desk.upkeep
    first, second = upkeep.new_recovery_key(), upkeep.new_recovery_key()
    upkeep.change_recovery_key(first)
    upkeep.change_recovery_key(second)
    path = upkeep.print_recovery_sheet(second, tmp_path / "lembar.pdf")
    said = page_words(path)
    assert all(group in said for group in second.split("-")) and "Pemerintah Kota Uji" in said
    told = upkeep.journal(0, 1)[0]
    assert told.verb == "upkeep.change_recovery_key" and second not in str(told)
    backup = upkeep.backup(tmp_path / "cadangan")
    assert bootstrap.backup_contents(backup, recovery_key=second).people
    with pytest.raises(UsageRefusal) as refused:
        bootstrap.backup_contents(backup, recovery_key=first)
    assert refused.value.code == "STO-611"
    with pytest.raises(UsageRefusal) as refused:
        upkeep.change_recovery_key("1234")
    assert refused.value.code == "STO-614"
    assert upkeep.journal(0, 1)[0].verb == "upkeep.backup"


@pytest.fixture
def page_words():
    import pypdfium2

    def read(path):
        document = pypdfium2.PdfDocument(path)
        return " ".join(page.get_textpage().get_text_range() for page in document)

    return read
