"""What is typed is never lost: kept while typing, offered after a kill, shown beside what changed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.drafts import Draft
from meritdesk.core.periods import Period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.fields import fields_in
from meritdesk.ui.drafts.keeper import DraftKeeper, keep_drafts
from meritdesk.ui.drafts.names import EDITORS
from meritdesk.ui.drafts.offers import Offer, OffersDialog, offers_of, summary
from meritdesk.ui.drafts.strip import ago
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import TABS
from meritdesk.ui.wording import Words

HERE = Path(__file__).parent
PLANNED, OBJECTED = "Hasil kerja yang diketik sebelum listrik padam", "Nilai saya terlalu rendah, mohon dilihat"
Rest = Callable[[], None]


class Page(RoomPage):
    def load(self, period: Period) -> None: ...
    def retranslate(self) -> None: ...
    def primary_focus(self) -> QWidget:
        return self


class Form(QDialog):
    """A dialog as they all are: some fields, two ways out."""

    def __init__(self, parent: QWidget, stored: str = "") -> None:
        super().__init__(parent)
        self.name = QLineEdit(stored, self)
        self.text = QPlainTextEdit(self)
        self.kind = QComboBox(self)
        for kind in ("a", "b"):
            self.kind.addItem(kind.upper(), kind)
        self.late = QCheckBox("late", self)
        self.figure = QDoubleSpinBox(self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        for part in (self.name, self.text, self.kind, self.late, self.figure, self.secret):
            column.addWidget(part)


@pytest.fixture
def page(desk: Desk, lane: Lane, indonesian: Words, qtbot: QtBot) -> Page:
    page = Page(desk, lane, indonesian)
    qtbot.addWidget(page)
    page.show()
    return page


def opened(page: Page, at_rest: Rest, stored: str = "") -> tuple[Form, DraftKeeper]:
    form = Form(page, stored)
    keeper = keep_drafts(form, page, "assessment.objection.new", "o-1", "Agus Sucipto")
    form.open()
    at_rest()
    return form, keeper


def test_a_password_is_no_field_and_every_other_one_has_the_name_it_has_in_the_dialog(page: Page) -> None:
    assert sorted(fields_in(Form(page))) == ["figure", "kind", "late", "name", "text"]


def test_typing_is_kept_when_a_field_is_left_and_offered_when_the_dialog_opens_again(
    page: Page, at_rest: Rest, desk: Desk
) -> None:
    form, keeper = opened(page, at_rest)
    assert not keeper.strip.isVisible()
    form.text.setFocus()
    QTest.keyClicks(form.text, "Nilai saya")
    form.late.setFocus()
    QTest.keyClick(form.late, Qt.Key.Key_Space)
    form.name.setFocus()
    at_rest()
    said: list[str] = []
    page.message.connect(said.append)
    form.reject()
    at_rest()
    assert len(said) == 1
    again, keeper = opened(page, at_rest)
    assert keeper.strip.isVisible() and again.text.toPlainText() == ""
    keeper.strip.on_button.click()
    at_rest()
    assert (again.text.toPlainText(), again.late.isChecked(), keeper.strip.isVisible()) == ("Nilai saya", True, False)
    keeper._save = again.accept
    keeper.save()
    at_rest()
    assert desk.upkeep.drafts.offered() == ()


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_figure_is_kept_and_comes_back_in_any_language(page: Page, language: str) -> None:
    page.words.set_language(language)
    form = Form(page)
    form.figure.setValue(72.5)
    field = fields_in(form)["figure"]
    assert field.read() == "72.50"
    field.write("81.25")
    assert form.figure.value() == 81.25


def test_a_draft_thrown_away_is_gone_and_what_stands_in_the_fields_stays(page: Page, at_rest: Rest, desk: Desk) -> None:
    form, keeper = opened(page, at_rest)
    QTest.keyClicks(form.text, "lama")
    keeper.keep()
    form.reject()
    at_rest()
    again, keeper = opened(page, at_rest)
    QTest.keyClicks(again.text, "baru")
    keeper.keep()
    at_rest()
    assert {draft.subject for draft in desk.upkeep.drafts.offered()} == {"o-1", "o-1|2"}
    keeper.strip.away_button.click()
    at_rest()
    (left,) = desk.upkeep.drafts.offered()
    assert (left.subject, dict(left.typed)["text"], again.text.toPlainText()) == ("o-1", "baru", "baru")


def test_when_what_is_stored_changed_meanwhile_both_are_shown_and_nothing_is_mixed(page: Page, at_rest: Rest) -> None:
    form, keeper = opened(page, at_rest, "nama lama")
    form.name.selectAll()
    QTest.keyClicks(form.name, "nama ketikan")
    QTest.keyClicks(form.text, "alasan")
    keeper.keep()
    form.reject()
    at_rest()
    again, keeper = opened(page, at_rest, "nama tersimpan")
    assert keeper.strip.both_button.isVisible() and not keeper.strip.on_button.isVisible()
    keeper.strip.both_button.click()
    shown = [keeper.both.table.item(0, column).text() for column in range(1, 4)]
    assert shown == ["nama lama", "nama tersimpan", "nama ketikan"]
    keeper.both.typed_button.click()
    at_rest()
    assert (again.name.text(), again.text.toPlainText()) == ("nama ketikan", "alasan")


def test_a_refused_save_leaves_the_draft_in_its_place(page: Page, at_rest: Rest, desk: Desk, lane: Lane) -> None:
    form, keeper = opened(page, at_rest)
    form.accepted.connect(
        lambda: lane.ask(lambda step: desk.register.show("unknown"), None, lambda refusal: None, title="save")
    )
    QTest.keyClicks(form.text, "tidak boleh hilang")
    form.accept()
    at_rest()
    assert [dict(draft.typed)["text"] for draft in desk.upkeep.drafts.offered()] == ["tidak boleh hilang"]
    keeper.throw_away()


@pytest.mark.parametrize("signal_name", ["accepted", "finished"])
@pytest.mark.parametrize("is_refused", [True, False])
def test_a_save_that_is_refused_before_anybody_looks_leaves_the_draft_too(
    page: Page, at_rest: Rest, desk: Desk, lane: Lane, signal_name: str, is_refused: bool
) -> None:
    """The desk answers while the dialog is still closing: nothing of the save stands in the queue afterwards."""
    form, _ = opened(page, at_rest)
    refusals: list[Exception] = []
    verb = desk.register.show if is_refused else desk.register.branch
    known = desk.register.units()[0].unit_id

    def save() -> None:
        lane.ask(lambda step: verb("unknown" if is_refused else known), None, refusals.append, title="save")
        assert lane.ask(lambda step: None, key="behind").over.wait(20)

    getattr(form, signal_name).connect(save)
    QTest.keyClicks(form.text, "tidak boleh hilang")
    form.accept()
    at_rest()
    assert len(refusals) == is_refused
    assert [dict(draft.typed)["text"] for draft in desk.upkeep.drafts.offered()] == (
        ["tidak boleh hilang"] if is_refused else []
    )


def test_ctrl_z_steps_back_through_everything_typed_in_a_dialog_and_ctrl_y_forward(page: Page, at_rest: Rest) -> None:
    form, _ = opened(page, at_rest)
    QTest.keyClicks(form.text, "satu")
    form.kind.setFocus()
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    assert form.kind.currentData() == "b"
    QTest.keyClick(form.kind, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (form.kind.currentData(), form.text.toPlainText()) == ("a", "satu")
    QTest.keyClick(form.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.text.toPlainText() == ""
    QTest.keyClick(form.text, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert form.text.toPlainText() == "satu"


def test_time_is_told_as_people_say_it(indonesian: Words) -> None:
    now = datetime(2025, 12, 1, 12, tzinfo=UTC)
    told = [ago(indonesian, now - timedelta(seconds=seconds), now) for seconds in (5, 720, 7300)]
    assert told == ["baru saja", "12 menit lalu", "2 jam lalu"]


def test_every_editor_that_keeps_drafts_has_a_place_that_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (HERE.parents[2] / "meritdesk/ui").rglob("*.py"))
    for name, place in EDITORS.items():
        assert place.tab in {tab.key for tab in TABS[place.room]}, name
        assert f'"{name}"' in source.replace("EDITORS", ""), name


@pytest.fixture
def killed(places: Any, whole_city: year.City, tmp_path: Path) -> Iterator[tuple[str, Period]]:
    """A second process typed into two editors of the store and was killed in the midst of it."""
    period = whole_city.period
    with bootstrap.open_desk(places.agency, places.passphrase) as desk:
        lines = desk.planning.editor.check_all(period.year + 1, limit=10)
        nip = lines[0].nip
        opened = desk.planning.editor.open(nip, period.year + 1)
        source = desk.planning.editor.open(nip, period.year)
        plan = replace(opened.plan, results=source.plan.results[:1]) if not opened.plan.results else opened.plan
        desk.planning.editor.save(plan, opened.stamp)
    process = subprocess.Popen(
        [
            sys.executable,
            str(HERE / "typing_that_is_killed.py"),
            str(places.agency),
            places.passphrase,
            str(tmp_path / "settings"),
            nip,
            str(period.year + 1),
            PLANNED,
            OBJECTED,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None and process.stderr is not None
    said = process.stdout.readline().strip()
    if said != "typed":
        process.kill()
        pytest.fail(process.stderr.read()[-3000:])
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    yield nip, Period(period.year + 1, period.kind)


def test_after_a_kill_the_window_offers_exactly_what_was_typed_and_stands_where_it_stood(
    killed: tuple[str, Period], desk: Desk, lane: Lane, at_rest: Rest, indonesian: Words, qtbot: QtBot
) -> None:
    nip, period = killed
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    assert (window.room, window.period, QSettings().value("tab/assessment")) == ("assessment", period, "objections")
    dialog = window.session.offers_dialog
    assert isinstance(dialog, OffersDialog)
    offers = {offer.name: offer for offer in dialog.table.lines}
    assert set(offers) == {"planning.skp", "assessment.objection.new"}
    dialog.reject()
    window.session.go_on(offers["assessment.objection.new"])
    at_rest()
    qtbot.waitUntil(lambda: bool(window.findChildren(DraftKeeper, options=Qt.FindChildOption.FindChildrenRecursively)))
    form = next(one for one in window.findChildren(QDialog) if hasattr(one, "reasons") and one.isVisible())
    at_rest()
    keeper = form.findChild(DraftKeeper)
    assert keeper is not None
    keeper.strip.on_button.click()
    assert form.reasons.toPlainText() == OBJECTED  # type: ignore[attr-defined]
    form.reject()
    at_rest()
    window.session.go_on(offers["planning.skp"])
    at_rest()
    page = window.page("planning").tab("editor")
    assert page.plan.results[0].text == PLANNED  # type: ignore[attr-defined]
    assert page.opened.person.nip == nip  # type: ignore[attr-defined]
    page.discard()  # type: ignore[attr-defined]
    at_rest()
    assert [offer.name for offer in offers_of(desk)] == ["assessment.objection.new"]
    assert isinstance(desk.upkeep.drafts.offered()[0], Draft)
    window.session._is_leaving = True
    window.close()


@pytest.mark.parametrize("about", ["", "Siti Rahmawati"])
def test_a_draft_about_nobody_yet_is_said_without_a_gap(words: Words, about: str) -> None:
    said = summary((Offer("time.entries", "", about, datetime.now(UTC)),), words)
    assert " ," not in said and "  " not in said and about in said
