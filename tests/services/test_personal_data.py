"""Personal data: what the office must answer within three days, what stops, and what is destroyed for good (F83)."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
import small_office
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from small_office import NIPS, YEAR

from meritdesk import bootstrap
from meritdesk.core.errors import Cancelled, Refusal, UsageRefusal
from meritdesk.core.personal_data import AskedState, LeakKind, RequestKind
from meritdesk.messages import LANGUAGES, Messages
from meritdesk.services.overview.worklist import WorkKind
from meritdesk.services.personal_words import column_key, columns_key
from meritdesk.services.upkeep.leaks import LeakForm
from meritdesk.store import sqlite, tables

PERSON = NIPS["orphaned"]
MARKS = (PERSON, "Dewi Anggraini", "dewi anggraini", "0819-rahasia")


def pages_in_the_clear(office) -> bytes:
    """Every page of the store's file deciphered, used or not: what whoever has the key could dig out."""
    store = office.desk.upkeep.around.store
    data, key = Path(store.path).read_bytes(), store._vault.data_key
    clear = bytearray()
    for number, start in enumerate(range(0, len(data), sqlite.PAGE_SIZE)):
        page = data[start : start + sqlite.PAGE_SIZE]
        body = page[16 if number == 0 else 0 : -80]
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
        clear += cipher.update(body) + cipher.finalize()
    return bytes(clear)


def found_in_the_clear(office) -> set[str]:
    clear = pages_in_the_clear(office)
    return {mark for mark in MARKS if mark.encode() in clear}


def refused(code, deed, *given, **named):
    with pytest.raises(UsageRefusal) as refusal:
        deed(*given, **named)
    assert refusal.value.code == code


def test_every_table_stands_in_the_register_of_personal_data_or_is_said_to_hold_none(office):
    rules = office.desk.upkeep.personal.rules()
    listed = {one.table for one in rules.records}
    assert listed | set(rules.not_personal) == set(tables.metadata.tables)
    assert not listed & set(rules.not_personal)
    for one in rules.records:
        known = set(tables.metadata.tables[one.table].columns.keys())
        assert set(one.columns) <= known and set(one.about) <= known, one.table
        people = {name for name in known if name == "person_id" or name in ("nip", "actor", "holder", "giver_name")}
        assert people <= set(one.columns) | set(one.about), one.table
    for name in rules.not_personal:
        assert not {"person_id", "nip", "actor"} & set(tables.metadata.tables[name].columns.keys()), name


def test_a_person_gets_everything_that_is_kept_about_him_with_who_worked_on_it(closed, tmp_path):
    personal = closed.desk.upkeep.personal
    made = personal.extract(NIPS["nurse"])
    assert {"person", "plan", "work_result", "indicator", "actual", "evaluation"} <= made.tables.keys()
    assert made.name.startswith("Joko Widagdo")
    assert [one.verb for one in made.log][:2] == ["register.import_staff", "planning.import_plans"]
    personal.export_extract(NIPS["nurse"], tmp_path / "joko.json")
    told = json.loads((tmp_path / "joko.json").read_text(encoding="utf-8"))
    assert told["person"]["nip"] == NIPS["nurse"] and NIPS["pharmacist"] not in json.dumps(told["tables"]["plan"])
    personal.print_extract(NIPS["nurse"], tmp_path)
    newest = closed.desk.upkeep.journal(0, 2)
    assert [one.verb for one in newest] == ["documents.print", "upkeep.personal.extract"]
    refused("PRV-101", personal.extract, "199901012020011001")
    refused("UI-323", personal.export_extract, NIPS["nurse"], tmp_path / "joko.txt")


def test_every_column_that_holds_personal_data_has_a_word_in_both_languages(office):
    records = office.desk.upkeep.personal.rules().records
    for language in LANGUAGES:
        words = Messages(language)
        for one in records:
            for column in one.columns:
                key = column_key(one.table, column)
                said = words.label(key)
                assert words.worded(key) != key and "_" not in said, (language, key)
            assert words.worded(columns_key(one.table, one.columns)).count(":") == 0, one.table


def test_an_extract_speaks_words_and_writes_days_as_an_office_does(closed):
    paper, _ = closed.desk.upkeep.personal.extract_sheet(NIPS["nurse"])
    told = [cell for part in paper.sections for row in getattr(part, "rows", ()) for cell in row]
    words = Messages("id")
    assert not [cell for cell in map(words.worded, told) if cell in {"person_id", "valid_from", "birth_date"}]
    assert "DATACOLUMN:BIRTH_DATE" in told and not [cell for cell in told if re.fullmatch(r"\d{4}-\d\d-\d\d.*", cell)]
    made = dict(paper.facts)["PRIVACY:MADE"]
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4} pukul \d\d\.\d\d( WIB| WITA| WIT)?", made)
    record = closed.desk.upkeep.personal.processing_sheet()[0].sections[0]
    assert all(words.worded(row[1]) != row[1] for row in record.rows)
    assert not [row for row in record.rows if "(" in row[0] and "_" in row[0]]


def test_an_extract_says_how_far_it_is_and_stops_when_it_is_told_to(closed, tmp_path):
    personal, steps = closed.desk.upkeep.personal, []
    personal.extract(NIPS["nurse"], lambda done, total: steps.append((done, total)))
    assert len(steps) > 20 and steps[-1][0] == steps[-1][1] and sorted(steps) == steps

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    before = closed.desk.upkeep.journal(0, 1)
    for deed in (
        lambda: personal.export_extract(NIPS["nurse"], tmp_path / "joko.json", stop),
        lambda: personal.print_extract(NIPS["nurse"], tmp_path / "cetak", step=stop),
        lambda: personal.preview_extract(NIPS["nurse"], step=stop),
    ):
        with pytest.raises(Cancelled):
            deed()
    assert not (tmp_path / "joko.json").exists() and not (tmp_path / "cetak").exists()
    assert closed.desk.upkeep.journal(0, 1) == before


def test_a_request_is_answered_within_three_days_or_stands_in_the_work_of_the_day(settled):
    personal = settled.desk.upkeep.personal
    refused("PRV-102", personal.register_request, PERSON, RequestKind.CORRECTION, "  ")
    one = personal.register_request(PERSON, RequestKind.CORRECTION, "Gelar saya S.KM")
    assert one.due_at - one.received_at == timedelta(hours=72)
    assert WorkKind.PERSON_REQUESTS in {item.kind for item in settled.desk.overview.work(YEAR).items}
    settled.moment[0] += timedelta(hours=73)
    assert personal.requests()[0].is_late
    refused("PRV-105", personal.answer_request, one.number, "")
    personal.answer_request(one.number, "Bukan gelar yang diakui", refused=True)
    assert personal.requests()[0].request.state is AskedState.REFUSED
    assert WorkKind.PERSON_REQUESTS not in {item.kind for item in settled.desk.overview.work(YEAR).items}
    refused("PRV-104", personal.answer_request, one.number, "dua kali")


def test_a_lost_stick_is_one_click_and_its_notice_is_due_in_three_days(settled, tmp_path):
    leaks = settled.desk.upkeep.leaks
    lost = leaks.note_lost("MD1-3372-PC01-2025.merit")
    assert lost.due_at - lost.noticed_at == timedelta(hours=72) and lost.people == 8
    assert WorkKind.LEAK_NOTICE in {item.kind for item in settled.desk.overview.work(YEAR).items}
    leaks.amend(lost.number, LeakForm(LeakKind.LOST_STICK, "Flashdisk hilang di angkot", people=8))
    assert leaks.print(lost.number, tmp_path).file.path
    leaks.told(lost.number, "Semua pegawai dan Kementerian")
    assert WorkKind.LEAK_NOTICE not in {item.kind for item in settled.desk.overview.work(YEAR).items}
    refused("PRV-107", leaks.told, lost.number, "lagi")
    refused("PRV-106", leaks.note, LeakForm(LeakKind.OTHER, " "))


def test_what_was_destroyed_is_in_no_page_of_the_file_and_the_chain_still_holds(closed, tmp_path):
    desk = closed.desk
    rows = [small_office.staff_row("P6", PERSON, "Dewi Anggraini", "4", "PENGADMINISTRASI 0819-rahasia", "U4")]
    desk.register.import_staff(closed.staff_file(rows))
    heads = desk.upkeep.audit.sheet()[0].sections[0].text
    assert found_in_the_clear(closed) >= {PERSON, "Dewi Anggraini", "0819-rahasia"}
    erase = desk.upkeep.destruction.erase_person
    refused("PRV-121", erase, PERSON, "Masa simpan habis", "penguji")
    refused("PRV-105", erase, PERSON, " ", "Kepala")
    refused("PRV-122", erase, NIPS["nurse"], "Masa simpan habis", "Kepala")
    one = erase(PERSON, "Masa simpan habis", "Kepala Subbagian", ["cadangan-3372-20260101.meritbackup"])
    assert one.counts["person"] == 1 and one.changes >= 2
    assert found_in_the_clear(closed) == set()
    assert desk.upkeep.audit.verify([heads]).is_whole and desk.upkeep.check().is_sound
    desk.upkeep.destruction.print(one.number, tmp_path)
    newest = next(line for line in desk.upkeep.journal() if line.verb == "upkeep.destruction.erase_person")
    refused("USE-112", desk.upkeep.undo, newest.change_set_id)
    imported = next(line for line in desk.upkeep.journal() if line.verb == "register.import_staff")
    refused("STO-630", desk.upkeep.undo, imported.change_set_id)


def test_a_forged_remainder_of_a_destroyed_change_is_found(closed):
    desk = closed.desk
    desk.upkeep.destruction.erase_person(PERSON, "Masa simpan habis", "Kepala")
    with desk.upkeep.around.store._engine.begin() as connection:
        place = tables.row_change.c.number == 2
        connection.execute(tables.row_change.update().where(place, tables.row_change.c.place == 1).values(kind="x"))
    assert not desk.upkeep.audit.verify().is_whole and not desk.upkeep.check().journal_ok


def test_a_year_goes_only_when_its_time_is_over(closed):
    destruction = closed.desk.upkeep.destruction
    assert destruction.due() == ()
    refused("PRV-124", destruction.erase_year, 2025, "PERFORMANCE", "Habis", "Kepala")
    closed.moment[0] = closed.moment[0].replace(year=2031)
    due = {(one.retention.code, one.year): one.rows for one in destruction.due()}
    assert due[("PERFORMANCE", 2025)] > 5
    refused("PRV-125", destruction.erase_year, 2024, "STAFF", "Habis", "Kepala")
    done = destruction.erase_year(2025, "PERFORMANCE", "Masa simpan habis", "Kepala")
    assert done.counts["evaluation"] == 5 and done.counts["plan"] == 5
    assert destruction.due() == () and closed.desk.upkeep.check().is_sound


def test_a_copy_for_support_names_nobody_and_opens_with_a_passphrase_of_its_own(closed, tmp_path):
    desk, fresh = closed.desk, "sandi untuk pendukung"
    backup = desk.upkeep.personal.copy_for_support(tmp_path / "aside")
    bootstrap.make_support_copy(backup, tmp_path / "salinan", fresh, small_office.PASSPHRASE)
    with bootstrap.open_desk(tmp_path / "salinan", fresh, "pendukung") as copy:
        clear = pages_in_the_clear(small_office.Office(tmp_path, copy))
        people = [word for row in small_office.STAFF for word in (row[1], row[2], row[2].casefold())]
        assert [word for word in people if word.encode() in clear] == []
        assert b"Layanan 1 terselenggara" not in clear and b"Menyapa setiap pasien" not in clear
        theirs, ours = copy.overview.status(YEAR), desk.overview.status(YEAR)
        assert [(line.staff, line.plans, line.closed) for line in theirs.units] == [
            (line.staff, line.plans, line.closed) for line in ours.units
        ]
        assert copy.agency.is_practice and not copy.upkeep.journal()
    with pytest.raises(Refusal), bootstrap.open_desk(tmp_path / "salinan", small_office.PASSPHRASE):
        pass
