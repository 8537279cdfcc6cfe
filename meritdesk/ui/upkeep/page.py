"""The upkeep page: is the store sound, the last backup, whose keys these are, and the journal with its undo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.lines import ChangeLine
from meritdesk.core.periods import Period
from meritdesk.core.store import CheckReport
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover import Introduction
from meritdesk.services.overview import Status
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.folders import Purpose, ask_folder
from meritdesk.ui.leaving import SECOND_PLACE
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.journal_table import JournalColumn, JournalTable
from meritdesk.ui.upkeep.journal_words import verb_words
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment

BLOCK = 2000
BACKUP_NOTED = frozenset({"settings"})


@dataclass(frozen=True, slots=True)
class House:
    """What the page shows: backup and journal, the journal, the card of this PC."""

    status: Status
    lines: tuple[ChangeLine, ...]
    own: Introduction


class UpkeepPage(RoomPage):
    """Pemeliharaan."""

    room = "upkeep"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._house: House | None = None
        self._lines: tuple[ChangeLine, ...] = ()
        self._report: CheckReport | None = None
        self._backup_path: Path | None = None
        self._title = look.title(QLabel())
        self.check_button = QPushButton()
        self.backup_button = QPushButton()
        self.backup_button.setObjectName("primary")
        self.undo_button = QPushButton()
        self.copy_button = QPushButton()
        self.check_result = QLabel()
        self.backup_result = QLabel()
        self.keys = QLabel()
        for label in (self.check_result, self.backup_result, self.keys):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels = {name: look.strong(QLabel()) for name in ("check", "backup", "keys", "journal")}
        self.refusal = RefusalStrip(words)
        self.journal = JournalTable(words, self)
        columns = (JournalColumn.WHAT, JournalColumn.WHO, JournalColumn.ORIGIN, JournalColumn.STATE)
        self.listing = LineList(
            "upkeep.journal",
            self.journal,
            self,
            facets=[column_facet(self.journal, column, lambda: self._lines) for column in columns],
            chooses_first=True,
        )
        self.listing.title_words = self._labels["journal"].text
        self.listing.line_chosen.connect(lambda _: self._say_undo())
        self.listing.settled.connect(self._say_count)
        self.view = self.listing.view
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self.backup_button)
        cards = QGridLayout()
        cards.setHorizontalSpacing(2 * look.RHYTHM)
        cards.setVerticalSpacing(look.RHYTHM)
        for row, (name, words, button) in enumerate(
            (
                ("backup", self.backup_result, None),
                ("check", self.check_result, self.check_button),
                ("keys", self.keys, self.copy_button),
            )
        ):
            cards.addWidget(self._labels[name], row, 0)
            cards.addWidget(words, row, 1)
            if button is not None:
                cards.addWidget(button, row, 2)
        cards.setColumnStretch(1, 1)
        self.listing.put_before(self._labels["journal"])
        self.listing.put_beside(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addLayout(cards)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check)
        self.backup_button.clicked.connect(lambda: self.backup_to())
        self.undo_button.clicked.connect(self.undo_chosen)
        self.copy_button.clicked.connect(self._copy_fingerprint)
        self._undo_action = actions.page_action(self, "undo_change", "Ctrl+Z")
        self._undo_action.triggered.connect(self.undo_chosen)
        self._backup_action = actions.page_action(self, "backup", "Ctrl+B")
        self._backup_action.triggered.connect(lambda: self.backup_to())
        self.listing.offer(self._undo_action)

    def load(self, period: Period) -> None:
        """Read the state of the store and the journal."""

        def work(step: Step) -> House:
            own = self.desk.handover.own_card()
            return House(self.desk.overview.status(period), tuple(self._whole_journal()), own)

        self.lane.ask(work, self._show, key="upkeep")

    def primary_focus(self) -> QWidget:
        """The journal."""
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """The backup that another page asked for: the button has the keyboard; ``now`` asks where to write it."""
        if filters.get("task") == "backup":
            self.backup_button.setFocus()
            if filters.get("now"):
                QTimer.singleShot(0, self.backup_button.click)

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(actions.room_name(self.room))
        self._labels["backup"].setText(translate("UpkeepPage", "Backup"))
        self._labels["check"].setText(translate("UpkeepPage", "Health"))
        self._labels["keys"].setText(translate("UpkeepPage", "Keys of this PC"))
        self._labels["journal"].setText(translate("UpkeepPage", "Journal: every change, newest first"))
        self.backup_button.setText(translate("UpkeepPage", "Make a backup..."))
        self.check_button.setText(translate("UpkeepPage", "Check the store"))
        self.copy_button.setText(translate("UpkeepPage", "Copy"))
        self.copy_button.setAccessibleName(translate("UpkeepPage", "Copy the fingerprint"))
        self.undo_button.setText(translate("UpkeepPage", "Take this change back..."))
        self._undo_action.setText(translate("UpkeepPage", "Take the chosen change back"))
        self._backup_action.setText(translate("UpkeepPage", "Make a backup"))
        self.listing.say()
        self._say_count()
        self._say()

    def check(self) -> None:
        """Look at every page, reference, change set and closed evaluation."""
        self.refusal.tell(None)
        self.check_button.setEnabled(False)
        title = QCoreApplication.translate("UpkeepPage", "Checking the store")
        job = self.lane.ask(self.desk.upkeep.check, self._checked, self.refusal.tell, title, shows_progress=True)
        job.ended.connect(lambda: self.check_button.setEnabled(True))

    def backup_to(self, folder: Path | None = None) -> None:
        """Write a backup into a folder; without one, ask for it."""
        asked = QCoreApplication.translate("UpkeepPage", "Where to put the backup? Best on another disk.")
        target = folder or ask_folder(self, asked, Purpose.BACKUP)
        if target is None:
            return
        self.refusal.tell(None)
        self.backup_button.setEnabled(False)
        chosen = str(QSettings().value(SECOND_PLACE, "") or "")
        second = Path(chosen) if chosen else None
        job = self.lane.ask(
            lambda step: self.desk.upkeep.backup(target, step, second),
            self._backed_up,
            self.refusal.tell,
            QCoreApplication.translate("UpkeepPage", "Making a backup"),
            shows_progress=True,
            touches=BACKUP_NOTED,
        )
        job.ended.connect(lambda: self.backup_button.setEnabled(True))

    def undo_chosen(self) -> None:
        """Take the chosen change back after a yes that names it in numbers."""
        line = self._chosen()
        if line is None or line.undone:
            return
        translate = QCoreApplication.translate
        question = translate("UpkeepPage", "Take change %1 back: %2?")
        if not asks(
            self,
            question.replace("%1", self.words.number(line.number)).replace("%2", verb_words(line.verb)),
            translate("UpkeepPage", "%1 rows become again what they were before. The journal keeps both.").replace(
                "%1", self.words.number(line.rows)
            ),
            translate("UpkeepPage", "Take it back"),
        ):
            return
        self.refusal.tell(None)

        def done(_: Changes) -> None:
            said = translate("UpkeepPage", "Change %1 was taken back.")
            self.message.emit(said.replace("%1", self.words.number(line.number)))

        self.lane.ask(
            lambda step: self.desk.upkeep.undo(line.change_set_id, step),
            done,
            self.refusal.tell,
            translate("UpkeepPage", "Taking back"),
            shows_progress=True,
        )

    def _chosen(self) -> ChangeLine | None:
        return self.listing.current()

    def _copy_fingerprint(self) -> None:
        if self._house is not None:
            QGuiApplication.clipboard().setText(" ".join(self._house.own.fingerprint))
            self.message.emit(QCoreApplication.translate("UpkeepPage", "The fingerprint was copied."))

    def _whole_journal(self) -> Iterator[ChangeLine]:
        """Everything, read on the lane a few thousand at a time."""
        offset = 0
        while block := self.desk.upkeep.journal(offset, BLOCK):
            yield from block
            offset += len(block)

    def _say_count(self) -> None:
        said = QCoreApplication.translate("UpkeepPage", "%1 of %2 changes")
        said = said.replace("%1", self.words.number(self.listing.total))
        self.listing.summary.setText(said.replace("%2", self.words.number(len(self._lines))))

    def _show(self, house: House) -> None:
        self._house = house
        self._lines = house.lines
        self.listing.show_lines(house.lines)
        self._say()

    def _checked(self, report: CheckReport) -> None:
        self._report = report
        self._say()

    def _backed_up(self, path: Path) -> None:
        self._backup_path = path
        self._say()
        said = QCoreApplication.translate("UpkeepPage", "Backup written and read back: %1")
        self.message.emit(said.replace("%1", str(path)))

    def _say(self) -> None:
        self._say_backup()
        self._say_check()
        self._say_keys()
        self._say_undo()

    def _say_backup(self) -> None:
        translate = QCoreApplication.translate
        if self._house is None:
            self.backup_result.clear()
            return
        last = self._house.status.last_backup
        if not last:
            self.backup_result.setText("⚠ " + translate("UpkeepPage", "None yet. Make one on another disk today."))
            look.colour(self.backup_result, look.asks())
            return
        said = translate("UpkeepPage", "Last on %1").replace("%1", self.words.moment(noted_moment(last)))
        if self._backup_path is not None:
            said = f"{said} · {self._backup_path}"
        self.backup_result.setText(f"✓ {said}")
        look.colour(self.backup_result, self.palette().windowText().color())

    def _say_check(self) -> None:
        translate = QCoreApplication.translate
        report = self._report
        if report is None:
            self.check_result.setText(translate("UpkeepPage", "Not checked since the window was opened."))
            look.colour(self.check_result, look.quiet())
            return
        counts = singular(
            translate("UpkeepPage", "%1 changes, %2 closed evaluations and %3 files of evidence looked at")
            .replace("%1", self.words.number(report.change_sets))
            .replace("%2", self.words.number(report.evaluations_checked))
            .replace("%3", self.words.number(report.evidence_checked))
        )
        if report.is_sound:
            sound = translate("UpkeepPage", "Everything is sound")
            self.check_result.setText(f"✓ {sound} · {counts}")
            look.colour(self.check_result, look.arrived())
            return
        faults = [
            said
            for is_fine, said in (
                (report.pages_ok, translate("UpkeepPage", "damaged pages")),
                (report.references_ok, translate("UpkeepPage", "broken references")),
                (report.journal_ok, translate("UpkeepPage", "the chain of the journal is broken")),
                (not report.evaluations_damaged, translate("UpkeepPage", "changed closed evaluations")),
                (
                    not (report.evidence_missing or report.evidence_damaged),
                    translate("UpkeepPage", "missing or damaged files of evidence"),
                ),
            )
            if not is_fine
        ]
        advice = translate("UpkeepPage", "Stop working, keep this PC as it is, and restore the last backup.")
        self.check_result.setText(f"✗ {', '.join(faults)} · {counts}. {advice}")
        look.colour(self.check_result, look.blocks())

    def _say_keys(self) -> None:
        if self._house is None:
            self.keys.clear()
            return
        own = self._house.own
        card = own.card
        said = QCoreApplication.translate("UpkeepPage", "%1 · %2 · fingerprint %3")
        self.keys.setText(
            said.replace("%1", card.agency_code).replace("%2", card.device).replace("%3", " ".join(own.fingerprint))
        )

    def _say_undo(self) -> None:
        line = self._chosen()
        self.undo_button.setEnabled(line is not None and not line.undone)
