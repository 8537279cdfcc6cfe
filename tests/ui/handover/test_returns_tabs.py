"""Koreksi and Persetujuan at both offices: what the region asks and says, and what the agency makes of it."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QLabel

from meritdesk import bootstrap
from meritdesk.core.approvals import ApprovalState
from meritdesk.core.corrections import CorrectionState
from meritdesk.core.handover import PackageKind
from meritdesk.core.people import Sex
from meritdesk.exchange.record_rows import rows_of
from meritdesk.services.handover.gathering import Gathering
from meritdesk.ui.handover.approvals_tab import ApprovalsTab
from meritdesk.ui.handover.corrections_tab import CorrectionsTab
from meritdesk.ui.handover.merging_words import choices_of, field_words, table_words, value_words
from meritdesk.ui.handover.page import HandoverPage
from meritdesk.ui.handover.return_tables import ApprovalColumn, CorrectionColumn
from meritdesk.ui.wording import Words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture(scope="module")
def asked(tmp_path_factory, whole_city):
    """The city has sent its year; the region has asked, named a setting, locked the year and made a return."""
    folder = tmp_path_factory.mktemp("asked")
    for name, store in (("agency", whole_city.agency), ("region", whole_city.region)):
        shutil.copytree(store, folder / name)
    with bootstrap.open_desk(folder / "agency", whole_city.passphrase) as desk:
        packed = desk.handover.pack(whole_city.period, folder / "stick")
    with bootstrap.open_desk(folder / "region", whole_city.passphrase) as desk:
        received = desk.handover.receive(packed.path)
        people = desk.handover.corrections.records_of("3372", "2025", "pegawai")
        propose = desk.handover.corrections.propose
        propose("3372", "2025", "pegawai", people[0][0], "education", "S-3 Kesehatan", "Cek ijazah")
        propose("3372", "2025", "pegawai", people[1][0], "birth_date", "", "Tanggal lahir tidak cocok")
        desk.handover.reference.wish_setting("window_opens_before", "14")
        for verb in (desk.handover.approvals.complete, desk.handover.approvals.approve, desk.handover.approvals.lock):
            verb("3372", whole_city.period, "Rekap sudah disusun")
        desk.handover.returns.make("3372", folder / "return")
    with bootstrap.open_desk(folder / "agency", whole_city.passphrase) as desk:
        desk.handover.receive(received.reply)
    return folder


@pytest.fixture
def at(asked, whole_city, tmp_path, lane, at_rest):
    """Opens one of the two offices on a copy."""

    def opened(office):
        shutil.copytree(asked / office, tmp_path / office)
        desks = []
        lane.open(lambda: bootstrap.open_desk(tmp_path / office, whole_city.passphrase), desks.append)
        at_rest()
        return desks[0]

    return opened


@pytest.fixture
def tab_of(lane, words, period, qtbot, at_rest):
    def made(kind, desk):
        tab = kind(desk, lane, words)
        qtbot.addWidget(tab)
        lane.changed.connect(tab.hear)
        tab.resize(1186, 620)
        tab.show()
        tab.enter(period)
        at_rest()
        return tab

    return made


def said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_return_says_part_by_part_what_it_brought_and_leads_there(at, asked, tab_of, words, at_rest):
    page = tab_of(HandoverPage, at("agency"))
    (file,) = (asked / "return").glob("*.merit")
    page.receive(file)
    at_rest()
    told = said(page.received_dialog)
    two, locked = words.number(2), words.period(page.period)
    assert two in told and locked in told and "BL-" not in told
    wanted = {"id": ("Koreksi", "Data rujukan", "Daftar kunci"), "en": ("Corrections", "Reference data", "Trust list")}
    assert all(part in told for part in wanted[words.language])
    went = []
    page.go_to.connect(lambda room, filters: went.append((room, dict(filters))))
    for button in page.received_dialog.buttons.buttons():
        if button.text().endswith("…"):
            button.click()
    places = [{"tab": "corrections"}, {"tab": "corrections", "task": "reference"}]
    assert [filters for _, filters in went] == places


def test_the_agency_puts_one_thing_right_and_answers_the_other(at, asked, tab_of, lane, words, at_rest):
    desk = at("agency")
    (file,) = (asked / "return").glob("*.merit")
    lane.ask(lambda step: desk.handover.receive(file), lambda _: None)
    at_rest()
    tab = tab_of(CorrectionsTab, desk)
    QAbstractItemModelTester(tab.table, FATAL)
    fields = {tab.table.index(row, CorrectionColumn.FIELD).data() for row in range(tab.table.rowCount())}
    assert fields == {field_words("education"), field_words("birth_date")}
    by_field = {one.line.correction.field: row for row, one in enumerate(tab.table.lines)}
    tab.view.setCurrentIndex(tab.table.index(by_field["education"], 0))
    dialog = tab.accept()
    assert field_words("education") in said(dialog) and "S-3 Kesehatan" in said(dialog)
    dialog.carry_out()
    at_rest()
    by_field = {one.line.correction.field: row for row, one in enumerate(tab.table.lines)}
    tab.view.setCurrentIndex(tab.table.index(by_field["birth_date"], 0))
    dialog = tab.answer()
    assert not dialog.do_button.isEnabled()
    dialog.words_field.setPlainText("Sesuai akta")
    dialog.carry_out()
    at_rest()
    states = {one.line.state for one in desk.handover.corrections.lines()}
    assert states == {CorrectionState.ACCEPTED, CorrectionState.ANSWERED}
    tab.narrow({"task": "reference"})
    at_rest()
    (dialog,) = [one for one in tab.findChildren(QDialog) if one.isVisible()]
    QAbstractItemModelTester(dialog.model, FATAL)
    dialog.carry_out()
    at_rest()
    (line,) = [one for one in desk.upkeep.settings.lines() if one.name == "window_opens_before"]
    assert line.value == "14"


def test_the_region_chooses_an_agency_by_name_and_sees_what_would_go(at, tab_of, tmp_path, at_rest):
    tab = tab_of(CorrectionsTab, at("region"))
    QAbstractItemModelTester(tab.table, FATAL)
    dialog = tab.make_return()
    at_rest()
    assert dialog.agency.count() == 1 and "(3372)" in dialog.agency.currentText()
    assert "2" in dialog.seen.text() and dialog.do_button.isEnabled()
    dialog._ask_folder = lambda name: None
    dialog.carry_out()
    assert dialog.isVisible(), "without a stick nothing is written and nothing is lost"
    dialog._ask_folder = lambda name: tmp_path / "stick"
    heard = []
    tab.message.connect(heard.append)
    dialog.carry_out()
    at_rest()
    (written,) = (tmp_path / "stick").glob("*.merit")
    assert written.name in heard[0]


def test_a_field_of_few_words_is_chosen_and_others_are_typed(at, tab_of, words, at_rest):
    desk = at("region")
    tab = tab_of(CorrectionsTab, desk)
    dialog = tab.propose()
    at_rest()
    names = [dialog.field.itemData(row) for row in range(dialog.field.count())]
    codes = [name for row, name in enumerate(names) if dialog.field.itemText(row).startswith(f"{name}:")]
    assert codes == [] or words.language == "en"
    dialog.field.setCurrentIndex(names.index("sex"))
    assert dialog.choice.isVisible() and not dialog.value.isVisible()
    assert dialog.choice.findText(words.messages.label_of(Sex.FEMALE)) > 0
    present = desk.handover.corrections.fields_of("3372", "2025", "pegawai", dialog.record.currentData())["sex"]
    other = next(value for value, _ in choices_of("sex", words) if value != present)
    dialog.choice.setCurrentIndex(dialog.choice.findData(other))
    dialog.reason.setPlainText("Salah ketik")
    dialog.carry_out()
    at_rest()
    asked = {one.line.correction.requested for one in desk.handover.corrections.lines()}
    assert other in asked
    dialog = tab.propose()
    at_rest()
    dialog.field.setCurrentIndex(names.index("name"))
    assert dialog.value.isVisible() and not dialog.choice.isVisible()


def test_the_region_opens_a_locked_year_and_says_all_steps_again(at, tab_of, at_rest, qtbot):
    desk = at("region")
    tab = tab_of(ApprovalsTab, desk)
    tab.resize(1500, 678)
    QAbstractItemModelTester(tab.table, FATAL)
    steps = (("unapprove", ApprovalState.OPEN), ("complete", ApprovalState.COMPLETE),
             ("approve", ApprovalState.APPROVED), ("lock", ApprovalState.LOCKED))  # fmt: skip
    for name, state in steps:
        assert [one for one, button in tab.buttons.items() if button.isEnabled() and one != "unapprove"] in (
            [],
            [name],
        )
        dialog = getattr(tab, name)()
        dialog.words_field.setPlainText("Dibaca instansi")
        dialog.carry_out()
        at_rest()
        (line,) = desk.handover.approvals.lines("3372")
        assert line.line.approval.state is state
        if state is ApprovalState.OPEN:
            tab.view.fit()  # as when the page is opened on a year that nobody spoke of yet
    said = tab.table.index(0, ApprovalColumn.STATE).data()
    needs = tab.view.fontMetrics().horizontalAdvance(said)
    qtbot.waitUntil(lambda: tab.view.columnWidth(ApprovalColumn.STATE) > needs)  # the longest word is read whole


def test_an_agency_writes_why_it_works_on_in_a_locked_year(at, asked, tab_of, lane, words, at_rest):
    desk = at("agency")
    (file,) = (asked / "return").glob("*.merit")
    lane.ask(lambda step: desk.handover.receive(file), lambda _: None)
    at_rest()
    tab = tab_of(ApprovalsTab, desk)
    QAbstractItemModelTester(tab.table, FATAL)
    assert words.messages.label_of(ApprovalState.LOCKED) in tab.table.index(0, ApprovalColumn.STATE).data()
    dialog = tab.work_on()
    assert not dialog.do_button.isEnabled()
    dialog.words_field.setPlainText("Putusan keberatan")
    dialog.carry_out()
    at_rest()
    assert tab.table.index(0, ApprovalColumn.AFTER).data() == "Putusan keberatan"
    assert not tab.buttons["work_on"].isEnabled()


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_field_of_a_package_has_words(language, desk, period, qapp):
    """What is merged, asked about and answered is named as a clerk names it, in both languages."""
    spoken = Words(language)
    with desk.handover.around.store.reading() as work:
        snapshot = Gathering.of(desk.handover.around, work, period, PackageKind.EXPORT).whole()
    rows = rows_of(snapshot)
    typed = {"unit", "pegawai", "atasan", "rencana", "butir", "indikator", "realisasi", "capaian", "penilaian"}
    unsaid = [
        f"{table}.{field}"
        for table in sorted(typed & set(rows))
        for field in next(iter(rows[table].values()), {})
        if field_words(field, table) == field and field not in {"version", "text", "level", "nip", "name"}
    ]
    assert typed <= set(rows) and all(table_words(table, spoken) != table for table in typed)
    assert unsaid == [] or language == "en", unsaid
    assert value_words("sex", "F", spoken) == spoken.messages.label_of(Sex.FEMALE)
    assert value_words("sex", "bukan kode", spoken) == "bukan kode"
    spoken.set_language("en")
