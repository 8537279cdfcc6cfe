"""Cadangan dan kunci: everything that is done with the store as a whole, each with one sentence and one button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.store import BackupContents, RestoredStore
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.wishes import Way
from meritdesk.ui.leaving import SECOND_PLACE
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.store_dialogs import PassphraseDialog, PracticeCopyDialog, RecoveryDialog, StoreDialog
from meritdesk.ui.upkeep.support_copy_dialog import SupportCopyDialog
from meritdesk.ui.upkeep.update_card import Saying, UpdateCard
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment

_CARDS = ("sending", "restore", "rehearse", "second", "passphrase", "recovery", "practice", "support", "other")


@dataclass(frozen=True, slots=True)
class StoreState:
    """Whether sending waits after a restore, and when the last backup was made."""

    restored: RestoredStore | None
    last_backup: str


class StoreTab(RoomPage):
    """The store as a whole; the first card is only there while sending waits."""

    room = "upkeep"
    nouns = frozenset({"settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._state: StoreState | None = None
        self._saying: Saying = str
        self._title = look.title(QLabel(self))
        self.refusal = RefusalStrip(words, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.cards: dict[str, QFrame] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._names: dict[str, QLabel] = {}
        self._whys: dict[str, QLabel] = {}
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.RHYTHM)
        for name in _CARDS:
            rows.addWidget(self._card(name))
        self.update_card = UpdateCard(desk, lane, words, self)
        self.update_card.refused.connect(self.refusal.tell)
        self.update_card.said.connect(self._tell)
        rows.addWidget(self.update_card)
        rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._title)
        column.addWidget(scroll, 1)
        # Below the cards: what is said must not push the button away on which the mouse stands.
        column.addWidget(self.refusal)
        column.addWidget(self.told)
        self.told.hide()
        does = {
            "sending": self.resume_sending,
            "restore": self.restore,
            "rehearse": lambda: self.rehearse(),
            "second": lambda: self.choose_second(),
            "passphrase": self.change_passphrase,
            "recovery": self.renew_recovery,
            "practice": self.make_practice_copy,
            "support": self.make_support_copy,
            "other": lambda: self.go_to.emit("door", {"way": Way.DOOR.value}),
        }
        for name, verb in does.items():
            self.buttons[name].clicked.connect(lambda _=False, verb=verb: verb())
        self.retranslate()

    def _card(self, name: str) -> QFrame:
        card = QFrame(self)
        card.setObjectName("notice")
        title, why, button = look.strong(QLabel(card)), QLabel(card), QPushButton(card)
        why.setWordWrap(True)
        button.setMinimumWidth(look.in_letters(230))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(why)
        row = QHBoxLayout(card)
        row.setSpacing(2 * look.RHYTHM)
        row.addLayout(words, 1)
        row.addWidget(button)
        self.cards[name], self.buttons[name] = card, button
        self._names[name], self._whys[name] = title, why
        return card

    def load(self, period: Period) -> None:
        def work(step: Step) -> StoreState:
            return StoreState(self.desk.handover.restored(), self.desk.overview.status(period).last_backup)

        self.lane.ask(work, self._show, key="store")

    def primary_focus(self) -> QWidget:
        return self.buttons["sending" if self._state and self._state.restored else "restore"]

    def narrow(self, filters: Mapping[str, object]) -> None:
        wanted = self.buttons.get(str(filters.get("task", "")))
        if wanted is not None:
            wanted.setFocus()

    def resume_sending(self) -> None:
        """Let files go out again after a restore, once the clerk says that he asked the region."""
        translate = QCoreApplication.translate
        if not asks(
            self,
            translate("StoreTab", "Did the regional office say which file it received last?"),
            translate(
                "StoreTab", "What was sent after the backup is not in these data. Enter it again before sending."
            ),
            translate("StoreTab", "Yes, send again"),
        ):
            return

        def done(_: Changes) -> None:
            self.message.emit(translate("StoreTab", "Sending goes on."))
            self.mark_stale()

        self.lane.ask(lambda step: self.desk.handover.resume_sending(), done, self.refusal.tell)

    def restore(self) -> None:
        """Leave the window for the restore dialog at the front door; the store has to be closed for it."""
        translate = QCoreApplication.translate
        if asks(
            self,
            translate("StoreTab", "Close these data and restore a backup?"),
            translate("StoreTab", "Nothing is changed yet: first you see what is in the backup."),
            translate("StoreTab", "Close and go on"),
        ):
            self.go_to.emit("door", {"way": Way.RESTORE.value})

    def rehearse(self, backup: Path | None = None) -> None:
        """The drill: open a backup as a restore would, and tell what is in it."""
        path = backup or self._ask_backup()
        if path is None:
            return
        self.refusal.tell(None)
        self._tell(str)
        title = QCoreApplication.translate("StoreTab", "Restore drill")
        self.lane.ask(
            lambda step: self.desk.upkeep.rehearse(path),
            lambda found: self._rehearsed(path, found),
            self.refusal.tell,
            title,
            shows_progress=True,
        )

    def choose_second(self, folder: Path | None = None) -> None:
        """Where each backup goes a second time; chosen again it is given up."""
        settings = QSettings()
        if folder is None and settings.value(SECOND_PLACE):
            settings.remove(SECOND_PLACE)
            self.retranslate()
            return
        chosen = str(folder or "") or QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("StoreTab", "A second place for backups: another disk, a stick or a share")
        )
        if chosen:
            self.refusal.tell(None)
            keeping = self.desk.upkeep.keeping
            self.lane.ask(
                lambda step: keeping.may_be_second(Path(chosen)), lambda _: self._take_second(chosen), self.refusal.tell
            )

    def _take_second(self, chosen: str) -> None:
        QSettings().setValue(SECOND_PLACE, chosen)
        self.retranslate()
        self.go_to.emit("upkeep", {"tab": "store", "task": "second"})
        self.message.emit(
            QCoreApplication.translate("StoreTab", "From now on each backup is also written to %1.").replace(
                "%1", chosen
            )
        )

    def change_passphrase(self) -> None:
        """Another passphrase for these data."""
        self._open(PassphraseDialog(self.desk, self.lane, self.words, self))

    def renew_recovery(self) -> None:
        """Another recovery sheet."""
        self._open(RecoveryDialog(self.desk, self.lane, self.words, self))

    def make_practice_copy(self) -> None:
        """A copy of these data to practise on; it may be opened at once."""
        dialog = PracticeCopyDialog(self.desk, self.lane, self.words, self)
        dialog.made.connect(self._practise)
        self._open(dialog)

    def make_support_copy(self) -> None:
        """A copy without names for whoever helps."""
        self._open(SupportCopyDialog(self.desk, self.lane, self.words, self))

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(translate("StoreTab", "Backup and keys"))
        second = str(QSettings().value(SECOND_PLACE, "") or "")
        said = {
            "sending": (
                translate("StoreTab", "⚠ Sending is paused"),
                self._paused(),
                translate("StoreTab", "Let sending go on..."),
            ),
            "restore": (
                translate("StoreTab", "Restore a backup"),
                translate(
                    "StoreTab", "After damage or loss. The present state is saved first and can be brought back."
                ),
                translate("StoreTab", "Restore..."),
            ),
            "rehearse": (
                translate("StoreTab", "Restore drill"),
                translate("StoreTab", "Opens a backup as a restore would and tells what is in it; changes nothing."),
                translate("StoreTab", "Try a backup..."),
            ),
            "second": (
                translate("StoreTab", "Second place for backups"),
                translate("StoreTab", "Each backup is also written to: %1").replace("%1", second)
                if second
                else translate("StoreTab", "None yet. A backup on the same disk is lost with it."),
                translate("StoreTab", "Give it up") if second else translate("StoreTab", "Choose..."),
            ),
            "passphrase": (
                translate("StoreTab", "Passphrase"),
                translate("StoreTab", "Change it when somebody leaves who knew it."),
                translate("StoreTab", "Change..."),
            ),
            "recovery": (
                translate("StoreTab", "Recovery sheet"),
                translate("StoreTab", "Make a new one when the sheet is lost or was seen by others."),
                translate("StoreTab", "New sheet..."),
            ),
            "practice": (
                translate("StoreTab", "Practise on a copy of these data"),
                translate("StoreTab", "For new colleagues and for trying things out; nothing reaches the real data."),
                translate("StoreTab", "Make a copy..."),
            ),
            "support": (
                translate("Care", "A copy for support"),
                translate("Care", "Without names, NIPs and texts, with a passphrase of its own."),
                translate("Care", "Make it nameless..."),
            ),
            "other": (
                translate("StoreTab", "Other data"),
                translate("StoreTab", "Close these and open another agency, the sample agency or a practice copy."),
                translate("StoreTab", "To the front door"),
            ),
        }
        for name, (title, why, button) in said.items():
            self._names[name].setText(title)
            self._whys[name].setText(why)
            self.buttons[name].setText(button)
            self.buttons[name].setAccessibleName(f"{title}: {button}")
        self.update_card.retranslate()
        self._tell(self._saying)
        look.colour(self._names["sending"], look.asks())
        self.cards["sending"].setVisible(self._state is not None and self._state.restored is not None)
        self.cards["practice"].setVisible(not self.desk.agency.is_practice)

    def _paused(self) -> str:
        if self._state is None or self._state.restored is None:
            return ""
        moment = self.words.moment(noted_moment(self._state.restored.backup_of))
        said = QCoreApplication.translate(
            "StoreTab",
            "These data came back from a backup of %1. Ask the regional office which file it received last and compare "
            "it with the list of what was sent.",
        )
        return said.replace("%1", moment)

    def _open(self, dialog: StoreDialog) -> None:
        dialog.done_saying.connect(self.message)
        dialog.open()

    def _practise(self, folder: Path) -> None:
        translate = QCoreApplication.translate
        if asks(
            self,
            translate("StoreTab", "Open the copy now?"),
            translate("StoreTab", "These data are closed; they stay as they are."),
            translate("StoreTab", "Open the copy"),
        ):
            self.go_to.emit("door", {"way": Way.OPEN.value, "folder": str(folder)})

    def _show(self, state: StoreState) -> None:
        self._state = state
        self.retranslate()

    def _rehearsed(self, path: Path, found: BackupContents) -> None:
        def say() -> str:
            translate, number = QCoreApplication.translate, self.words.number
            said = translate("StoreTab", "✓ %1 can be restored: made on %2, %3 people, %4 plans, %5 evaluations.")
            made = self.words.moment(noted_moment(found.made_at))
            texts = (path.name, made, number(found.people), number(found.plans), number(found.evaluations))
            for place, text in enumerate(texts, 1):
                said = singular(said.replace(f"%{place}", text))
            return said

        self._tell(say)

    def _tell(self, say: Saying) -> None:
        """What was done, in the language of now; ``str`` says nothing."""
        self._saying = say
        self.told.setText(say())
        self.told.setVisible(bool(self.told.text()))

    def _ask_backup(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            QCoreApplication.translate("StoreTab", "Which backup?"),
            str(QSettings().value("backup-folder", "")),
            "MeritDesk (*.meritbackup)",
        )
        return Path(chosen) if chosen else None
