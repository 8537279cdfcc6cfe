"""Electronic signatures in the window: choose, sign, see what came of it; files are told on the verify tab."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import Form, SignerRole
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.authorities_dialog import AuthoritiesDialog
from meritdesk.ui.documents.signing_outcome import SigningOutcomeDialog
from meritdesk.ui.documents.signing_tab import SigningTab
from meritdesk.ui.documents.verify_tab import VerifyTab, verdict_key
from meritdesk.ui.rooms import make_page
from meritdesk.ui.tabs import TabbedRoom
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
CA = Path(__file__).parents[2] / "signing" / "office_ca.py"


@pytest.fixture(scope="module")
def office_ca() -> ModuleType:
    spec = importlib.util.spec_from_file_location("office_ca_of_the_window", CA)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def room(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> TabbedRoom:
    made = make_page("documents", desk, lane, words)
    assert isinstance(made, TabbedRoom)
    qtbot.addWidget(made)
    lane.changed.connect(made.hear)
    made.resize(1186, 660)
    made.show()
    made.choose("signing")
    made.enter(period)
    at_rest()
    return made


def ask(lane: Lane, at_rest: Rest, work: Callable[[], object]) -> object:
    """Something of the desk, done on the lane as the window does it."""
    got: list[object] = []
    lane.ask(lambda step: work(), got.append, got.append)
    at_rest()
    if isinstance(got[0], Exception):
        raise got[0]
    return got[0]


@pytest.fixture
def paper(desk: Desk, lane: Lane, period: Period, at_rest: Rest, tmp_path: Path) -> Path:
    """All evaluation documents of the city in one file."""
    outcome = ask(lane, at_rest, lambda: desk.documents.print(Form.D_1_1, period, Selection(), tmp_path / "cetak"))
    return Path(outcome.file.path)


def test_a_rater_signs_all_his_sheets_and_sees_what_was_left(
    room: TabbedRoom, paper: Path, desk: Desk, lane: Lane, at_rest: Rest, office_ca: ModuleType, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    tab = room.tab("signing")
    assert isinstance(tab, SigningTab)
    QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert not tab.sign.isEnabled() and "0" not in tab.counts.text()
    tab.look_at([paper])
    at_rest()
    assert tab.table.rowCount() > 5 and tab.role.currentData() == SignerRole.RATER.value
    rater = tab.table.lines[0].signer
    ca = office_ca.OfficeCA(tmp_path / "ca")
    tab.use_certificate(ca.person(rater))
    assert tab.sign.isEnabled()
    tab.passphrase.setText("salah")
    qtbot.keyClick(tab.passphrase, Qt.Key.Key_Return)
    at_rest()
    assert tab.refusal.isVisible() and tab.passphrase.text() == ""
    tab.passphrase.setText(office_ca.PASSPHRASE)
    qtbot.keyClick(tab.passphrase, Qt.Key.Key_Return)
    at_rest()
    (dialog,) = tab.findChildren(SigningOutcomeDialog)
    mine = [one for one in tab.table.lines if rater in one.signed]
    assert mine and all(one.path.parent == paper.parent for one in mine)
    assert dialog.refused.rowCount() + len(mine) == tab.table.rowCount()
    assert tab.words.number(len(mine)) in dialog.summary.text() and rater in dialog.summary.text()
    dialog.accept()
    records = ask(lane, at_rest, lambda: desk.documents.electronic.count())
    assert records == len(mine)


def test_a_signed_file_is_told_and_a_trusted_authority_changes_the_verdict(
    room: TabbedRoom, paper: Path, desk: Desk, lane: Lane, at_rest: Rest, office_ca: ModuleType, tmp_path: Path
) -> None:
    from meritdesk.services.documents.sheets_to_sign import SigningWish

    found = ask(lane, at_rest, lambda: desk.documents.electronic.find([paper]))
    ca = office_ca.OfficeCA(tmp_path / "ca")
    wish = SigningWish(ca.person(found.sheets[0].signer), office_ca.PASSPHRASE, SignerRole.RATER, tmp_path / "ttd")
    outcome = ask(lane, at_rest, lambda: desk.documents.electronic.sign([paper], wish))
    path = outcome.signed[0].path
    room.narrow({"tab": "verify", "file": path})
    at_rest()
    tab = room.tab("verify")
    assert isinstance(tab, VerifyTab)
    for table in (tab.file_table, tab.table, tab.signature_table):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tab._shown is not None and verdict_key(tab._shown.outcome) == "SIGNED-DOUBT"
    assert tab.finding.text().startswith("!") and tab.signatures.isVisible()
    dialog = AuthoritiesDialog(desk, lane, tab.words, tab)
    dialog.take(ca.root_file)
    at_rest()
    assert dialog.table.rowCount() == 1
    dialog.accept()
    tab.verify(path)
    at_rest()
    assert verdict_key(tab._shown.outcome) == "SIGNED" and tab.finding.text().startswith("✓")
    path.write_bytes(path.read_bytes() + b"\n% more")
    tab.verify(path)
    at_rest()
    assert verdict_key(tab._shown.outcome) == "ADDED" and tab.finding.text().startswith("✗")


def test_a_folder_of_files_is_a_list_with_a_verdict_each(
    room: TabbedRoom, paper: Path, at_rest: Rest, tmp_path: Path
) -> None:
    tab = room.tab("verify")
    assert isinstance(tab, VerifyTab)
    room.choose("verify")
    (paper.parent / "bukan.pdf").write_bytes(b"no pdf")
    tab.verify(paper.parent)
    at_rest()
    assert tab.files.isVisible() and tab.file_table.rowCount() == 2
    shown = [tab.file_table.index(row, 1).data() for row in range(2)]
    assert sorted(text[0] for text in shown) == ["✓", "✗"]
    bad = next(row for row, text in enumerate(shown) if text.startswith("✗"))
    tab.files.selectRow(bad)
    assert tab.refusal.isVisible() and tab.finding.text() == ""
    label = tab.refusal.findChild(QLabel)
    assert isinstance(label, QLabel) and "DOC-411" in label.text()


def test_without_the_optional_part_the_tab_says_how_to_get_it(
    room: TabbedRoom, paper: Path, period: Period, at_rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meritdesk.signing._OPTIONAL", "no_such_part_anywhere")
    tab = room.tab("signing")
    assert isinstance(tab, SigningTab)
    tab.look_at([paper])
    tab.refresh()
    at_rest()
    assert tab.missing.isVisible() and "pip install" in tab.missing.text()
    assert tab.table.rowCount() > 5 and not tab.sign.isEnabled()
