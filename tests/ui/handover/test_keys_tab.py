"""Kirim & terima, kunci: a region and an agency at their windows, from the ceremony to a key that lost its right."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.store import AgencyInfo
from meritdesk.core.trust import KeyStatus, RequestState
from meritdesk.core.worklist import WorkItem, WorkKind
from meritdesk.exchange import root_keys
from meritdesk.services import Desk
from meritdesk.services.handover.key_ceremony import Seat
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.handover.dialogs import FactsDialog
from meritdesk.ui.handover.key_ceremony import CeremonyDialog
from meritdesk.ui.handover.key_dialogs import AdmitDialog, ListDialog
from meritdesk.ui.handover.key_guide import GroupsField
from meritdesk.ui.handover.keys_tab import KeysTab
from meritdesk.ui.wording import Words

PASSPHRASE = "kata sandi untuk uji"
MOMENT = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
YEAR = Period(2025, PeriodKind.YEAR)
SECRET = "kata sandi pemegang"


def legible_module():
    if "legible" not in sys.modules:
        path = Path(__file__).parents[1] / "tour" / "legible.py"
        spec = importlib.util.spec_from_file_location("legible", path)
        sys.modules["legible"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["legible"])
    return sys.modules["legible"]


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(root_keys, "COST", root_keys.GuessCost(64, 1, 1))


@dataclass
class Seen:
    """One office at its window."""

    desk: Desk
    lane: Lane
    tab: KeysTab

    def dialog(self, kind: type[QDialog]) -> QDialog:
        rest(self.lane)
        QApplication.processEvents()
        found = [one for one in self.tab.findChildren(kind) if one.isVisible()]
        assert found, f"no {kind.__name__} is open"
        return found[-1]

    def settle(self) -> None:
        rest(self.lane)
        QApplication.processEvents()
        rest(self.lane)
        for one in self.tab.findChildren(QDialog):
            if one.isVisible() and type(one).__name__ == "SheetDialog":
                one.reject()
        QApplication.processEvents()


Open = Callable[..., Seen]


@pytest.fixture
def open_office(tmp_path: Path, qtbot: QtBot, words: Words) -> Iterator[Open]:
    lanes: list[Lane] = []

    def opened(code: str, is_region: bool) -> Seen:
        store = tmp_path / code
        info = AgencyInfo(code, f"Kantor {code}", is_region, "PC01", "Surakarta", "REG33")
        bootstrap.create_store(store, info, PASSPHRASE, lambda: MOMENT)
        lane = Lane()
        lanes.append(lane)
        desks: list[Desk] = []
        lane.open(lambda: bootstrap.open_desk(store, PASSPHRASE, clock=lambda: MOMENT), desks.append)
        rest(lane)
        tab = KeysTab(desks[0], lane, words)
        qtbot.addWidget(tab)
        lane.changed.connect(tab.hear)
        tab.resize(1186, 620)
        tab.show()
        tab.enter(YEAR)
        rest(lane)
        return Seen(desks[0], lane, tab)

    yield opened
    for lane in lanes:
        lane.stop()


@pytest.fixture
def region(open_office: Open, tmp_path: Path) -> Seen:
    """A region whose ceremony was held at the desk."""
    seen = open_office("REG33", True)
    ceremony = seen.desk.handover.keys.ceremony
    seats = [Seat(name, SECRET, tmp_path / name) for name in ("satu", "dua", "tiga")]

    def hold(step: object) -> None:
        draft = ceremony.prepare(seats)
        ceremony.finish(draft, draft.fingerprint, ("Ani", "Budi"))

    seen.lane.ask(hold, lambda _: None)
    seen.settle()
    seen.tab.refresh()
    seen.settle()
    return seen


def on_lane(seen: Seen, verb: Callable[[], object]) -> object:
    answers: list[object] = []
    seen.lane.ask(lambda step: verb(), answers.append)
    seen.settle()
    return answers[0]


def waiting(seen: Seen) -> dict[WorkKind, WorkItem]:
    """What an office has to do this morning."""
    return {item.kind: item for item in seen.desk.overview.work(YEAR).items}


def on_lane_raising(seen: Seen, verb: Callable[[], object]) -> None:
    """Raises here what was refused there."""
    refused: list[Exception] = []
    seen.lane.ask(lambda step: verb(), lambda _: None, refused.append)
    seen.settle()
    raise refused[0]


def fault_free(place: QDialog, words: Words) -> None:
    legible = legible_module()
    english = legible.english_sources() if words.language == "id" else frozenset()
    assert [*legible.cut_parts(place), *legible.nameless_parts(place)] == []
    assert set(legible.said_by(place)) & english == set()


def test_the_ceremony_is_held_page_by_page_and_ends_with_its_protocol(
    open_office: Open, tmp_path: Path, words: Words
) -> None:
    seen = open_office("REG33", True)
    assert seen.tab.primary_focus() is seen.tab.buttons["ceremony"]
    dialog = seen.tab.hold_ceremony()
    assert not dialog.next_button.isEnabled()
    dialog.present.leader.setText("Sri")
    for field, name in zip(dialog.present.holders, ("Kepala", "Kepala TI", "Amplop"), strict=True):
        field.setText(name)
    dialog.present.witnesses[0].setText("Ani")
    dialog.present.witnesses[1].setText("Kepala")
    assert not dialog.next_button.isEnabled(), "a holder is no witness"
    dialog.present.witnesses[1].setText("Budi")
    dialog.forward()
    for number in range(3):
        page = dialog.page
        page.secret.first.setText("terlalu")
        page.secret.second.setText("terlalu")
        page.place.text.setText(str(tmp_path / f"stik{number}"))
        assert not dialog.next_button.isEnabled(), "twelve signs at least"
        page.secret.first.setText(SECRET)
        page.secret.second.setText(SECRET)
        fault_free(dialog, words)
        dialog.forward()
        rest(seen.lane)
    assert dialog.page is dialog.aloud
    fault_free(dialog, words)
    groups = dialog.aloud.fingerprint.text().split()
    for field, group in zip(dialog.aloud.heard.fields, [*groups[:5], "00000"], strict=True):
        field.setText(group)
    dialog.forward()
    rest(seen.lane)
    assert dialog.refusal.isVisible() and not list(tmp_path.glob("stik*"))
    dialog.aloud.heard.fields[5].setText(groups[5])
    dialog.forward()
    rest(seen.lane)
    QApplication.processEvents()
    assert len(list(tmp_path.glob("stik*/*.json"))) == 3
    assert seen.tab.sheet_dialog.isVisible(), "the protocol to sign"
    seen.settle()
    assert [line.device.status for line in seen.tab.devices.lines] == [KeyStatus.ACTIVE]
    assert seen.tab.buttons["change_root"].isVisible() and not seen.tab.buttons["ceremony"].isVisible()


def test_an_enrolment_goes_from_window_to_paper_to_window(
    region: Seen, open_office: Open, tmp_path: Path, words: Words
) -> None:
    agency = open_office("3372", False)
    dialog = agency.tab.enrol()
    fault_free(dialog, words)
    dialog.place.text.setText(str(tmp_path / "stick"))
    dialog.carry_out()
    facts = agency.dialog(FactsDialog)
    facts.accept()
    groups = agency.desk.handover.keys.show().fingerprint
    region.tab.take_request(next((tmp_path / "stick").glob("*.merit")))
    admit = region.dialog(AdmitDialog)
    fault_free(admit, words)
    assert not admit.do_button.isEnabled()
    said = " ".join(legible_module().said_by(admit))
    assert not any(group in said for group in groups), "the digits stand on the paper only"
    for field in admit.groups.fields:
        field.setText("00000")
    admit.carry_out()
    rest(region.lane)
    assert admit.refusal.isVisible()
    places = on_lane(region, lambda: region.desk.handover.keys.admission.requests()[0].places)
    assert [field.text() for field in admit.groups.fields] == ["", ""], "other groups are asked for"
    for field, place in zip(admit.groups.fields, places, strict=True):
        field.setText(groups[place - 1])
    admit.carry_out()
    region.settle()
    assert region.tab.requests.lines[0].state is RequestState.ADMITTED
    path = on_lane(region, lambda: region.desk.handover.keys.export_list(tmp_path / "stick"))
    root = region.desk.handover.keys.show().root_fingerprint
    agency.tab.take_list(path)
    arriving = agency.dialog(ListDialog)
    fault_free(arriving, words)
    for field, group in zip(arriving.groups.fields, root, strict=True):
        field.setText(group)
    arriving.carry_out()
    agency.settle()
    assert agency.desk.handover.keys.show().status is KeyStatus.ACTIVE
    assert len(agency.tab.devices.lines) == 2


def test_the_first_trust_list_comes_with_a_return_and_waits_for_its_groups(
    region: Seen, open_office: Open, tmp_path: Path, words: Words
) -> None:
    agency, stick = open_office("3372", False), tmp_path / "stick"
    keys, root = agency.desk.handover.keys, region.desk.handover.keys.show().root_fingerprint
    on_lane(agency, lambda: keys.enrol(stick))
    request = on_lane(region, lambda: region.desk.handover.keys.admission.take(next(stick.glob("*.merit"))))
    assert waiting(region)[WorkKind.ENROLMENTS_WAIT].filters == {"tab": "keys", "task": "requests"}
    groups = [request.fingerprint[place - 1] for place in request.places]
    on_lane(region, lambda: region.desk.handover.keys.admission.answer(request.request_id, groups))
    on_lane(region, lambda: region.desk.handover.card(tmp_path / "wilayah.json"))
    on_lane(agency, lambda: agency.desk.handover.trust(tmp_path / "wilayah.json"))
    older = on_lane(region, lambda: region.desk.handover.returns.make("3372", tmp_path / "a"))
    on_lane(region, lambda: region.desk.handover.keys.standings.announce())
    newer = on_lane(region, lambda: region.desk.handover.returns.make("3372", tmp_path / "b"))
    for made in (newer, older):
        assert on_lane(agency, lambda made=made: agency.desk.handover.receive(made.path)).brought.waits_for_groups
    assert waiting(agency)[WorkKind.LIST_WAITS].count == 1 and WorkKind.ENROLMENTS_WAIT not in waiting(region)
    assert keys.show().list_waits and keys.show().list_place is None, "nothing is believed before the groups"
    agency.tab.refresh()
    agency.settle()
    assert agency.tab.primary_focus() is agency.tab.buttons["take_list"] and agency.tab.next_step.text()
    agency.tab.narrow({"task": "list"})
    dialog = agency.dialog(ListDialog)
    fault_free(dialog, words)
    for field in dialog.groups.fields:
        field.setText("00000")
    dialog.carry_out()
    rest(agency.lane)
    assert dialog.refusal.isVisible() and keys.show().list_waits, "wrong groups are refused, and the list still waits"
    for field, group in zip(dialog.groups.fields, root, strict=True):
        field.setText(group)
    dialog.carry_out()
    agency.settle()
    held = keys.show()
    assert held.status is KeyStatus.ACTIVE and not held.list_waits
    assert held.list_place == region.desk.handover.keys.show().list_place, "of the two the newer one was taken"
    with pytest.raises(UsageRefusal, match="KEY-580"):
        on_lane_raising(agency, lambda: keys.take_waiting(root))


def test_three_wrong_tries_lock_the_page_and_show_an_incident(region: Seen, open_office: Open, tmp_path: Path) -> None:
    agency = open_office("3372", False)
    written = on_lane(agency, lambda: agency.desk.handover.keys.enrol(tmp_path / "stick"))
    region.tab.take_request(written.file)
    admit = region.dialog(AdmitDialog)
    for _ in range(3):
        for field in admit.groups.fields:
            field.setText("00000")
        admit.carry_out()
        rest(region.lane)
    assert not admit.do_button.isEnabled()
    admit.reject()
    region.settle()
    assert [one.code for one in region.tab.incidents.lines] == ["KEY-546"]
    region.tab.request_view.setCurrentIndex(region.tab.requests.index(0, 0))
    assert not region.tab.buttons["admit"].isEnabled()


def test_retiring_revoking_and_the_next_key_leave_records(
    region: Seen, open_office: Open, tmp_path: Path, words: Words
) -> None:
    agency = open_office("3372", False)
    written = on_lane(agency, lambda: agency.desk.handover.keys.enrol(tmp_path / "stick"))
    admission = region.desk.handover.keys.admission
    request = on_lane(region, lambda: admission.take(written.file))
    typed = [written.fingerprint[place - 1] for place in request.places]
    on_lane(region, lambda: admission.answer(request.request_id, typed))
    region.tab.refresh()
    region.settle()
    region.tab.device_list.choose(lambda line: line.device.sender == "REG33/PC01")
    assert not region.tab.buttons["revoke"].isEnabled(), "the region's own key is changed, not revoked"
    region.tab.device_list.choose(lambda line: line.device.sender == "3372/PC01")
    dialog = region.tab.lay_down(True)
    fault_free(dialog, words)
    assert not dialog.do_button.isEnabled()
    dialog.why.setText("Laptop dicuri")
    dialog.carry_out()
    region.settle()
    following = region.tab.next_key()
    fault_free(following, words)
    following.carry_out()
    region.settle()
    following = region.tab.next_key()
    following.carry_out()
    region.settle()
    kinds = [act.kind.value for act in region.tab.acts.lines]
    assert kinds == ["taken-up", "announced", "revoked", "admitted", "ceremony"]
    region.tab.act_view.setCurrentIndex(region.tab.acts.index(0, 0))
    record = region.tab.show_record()
    assert record is not None
    region.settle()


def test_a_change_of_the_root_walks_only_the_new_holders(region: Seen, tmp_path: Path, words: Words) -> None:
    dialog = region.tab.change_root()
    fault_free(dialog, words)
    for field, name in zip(dialog.open_page.files, ("satu", "dua"), strict=True):
        field.setText(str(next((tmp_path / name).glob("*.json"))))
    for field in dialog.open_page.secrets:
        field.setText(SECRET)
    assert not dialog.next_button.isEnabled(), "something has to change"
    dialog.open_page.replaced[2].setChecked(True)
    rest(region.lane)
    assert "satu" in dialog.open_page.told[0].text()
    dialog.forward()
    dialog.present.reason.setText("Amplop hilang")
    dialog.present.leader.setText("Sri")
    dialog.present.holders[0].setText("Sekretaris")
    for field, name in zip(dialog.present.witnesses, ("Ani", "Budi"), strict=True):
        field.setText(name)
    dialog.forward()
    dialog.page.secret.first.setText(SECRET)
    dialog.page.secret.second.setText(SECRET)
    dialog.page.place.text.setText(str(tmp_path / "baru"))
    dialog.forward()
    rest(region.lane)
    assert dialog.page is dialog.aloud
    for field, group in zip(dialog.aloud.heard.fields, dialog.aloud.fingerprint.text().split(), strict=True):
        field.setText(group)
    dialog.forward()
    region.settle()
    assert region.desk.handover.keys.show().list_place.root_version == 2
    assert isinstance(dialog, CeremonyDialog)


def test_the_lists_keep_the_rules_of_qt(region: Seen) -> None:
    tab = region.tab
    for model in (tab.devices, tab.requests, tab.acts, tab.incidents):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for column in range(model.columnCount()):
            assert model.heading(column)


def test_a_full_group_hands_the_keyboard_on_and_nothing_else_is_taken(qtbot: QtBot, qapp: QApplication) -> None:
    field = GroupsField((2, 5))
    qtbot.addWidget(field)
    field.show()
    assert not field.is_full()
    field.fields[0].setText("12345")
    field.fields[1].setText("1234x")
    assert not field.is_full()
    field.fields[1].setText("12340")
    assert field.is_full() and field.groups() == ("12345", "12340")
    field.ask((1, 6))
    assert field.groups() == ("", "")
