"""A newer program on a stick: looked at before anybody starts it; at the region, signed for the agencies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.updates import CheckedUpdate
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.folders import Purpose, last_folder
from meritdesk.ui.notices import asks
from meritdesk.ui.wording import Words

Saying = Callable[[], str]
"""A sentence of the page, said anew when the language is switched."""


class UpdateCard(QFrame):
    """One sentence, and what can be done: check an update file; at the region also make one."""

    refused = Signal(object)
    said = Signal(object)  # Saying

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words = desk, lane, words
        self.setObjectName("notice")
        self._title, self._why = look.strong(QLabel(self)), QLabel(self)
        self._why.setWordWrap(True)
        self.check_button, self.make_button = QPushButton(self), QPushButton(self)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._title)
        told.addWidget(self._why)
        buttons = QVBoxLayout()
        for button in (self.check_button, self.make_button):
            button.setMinimumWidth(look.in_letters(230))
            buttons.addWidget(button)
        self.make_button.setVisible(desk.agency.is_region)
        row = QHBoxLayout(self)
        row.setSpacing(2 * look.RHYTHM)
        row.addLayout(told, 1)
        row.addLayout(buttons)
        self.check_button.clicked.connect(lambda: self.check())
        self.make_button.clicked.connect(lambda: self.make())

    def check(self, file: Path | None = None, folder: Path | None = None) -> None:
        """Look at an update file; its installer is taken out only when everything holds and the clerk wants it."""
        translate = QCoreApplication.translate
        chosen = file or self._ask_file(translate("UpdateCard", "Which update file?"), "MeritDesk (*.update)")
        if chosen is None:
            return
        self._begin()

        def show(update: CheckedUpdate) -> None:
            def holds() -> str:
                said = translate("UpdateCard", "%1 holds: version %2, signed by %3. This program is %4.")
                facts = (chosen.name, update.label.version, update.signer.agency_name, update.running)
                for place, fact in enumerate(facts, 1):
                    said = said.replace(f"%{place}", fact)
                return said

            self.said.emit(lambda: f"✓ {holds()}")
            then = translate("UpdateCard", "Make a backup first. Then close MeritDesk and start the installer.")
            if folder is not None or asks(self, holds(), then, translate("UpdateCard", "Take the installer out...")):
                self._take_out(update, folder or self._ask_folder())

        self.lane.ask(lambda step: self.desk.upkeep.updates.check(chosen), show, self.refused.emit, key="update")

    def make(self, installer: Path | None = None, folder: Path | None = None) -> None:
        """At the region: an installer under this office's signature, written beside it or where the clerk says."""
        translate = QCoreApplication.translate
        chosen = installer or self._ask_file(translate("UpdateCard", "Which installer?"), "MeritDesk (*.exe)")
        target = (folder or self._ask_folder()) if chosen is not None else None
        if chosen is None or target is None:
            return
        self._begin()

        def show(path: Path) -> None:
            self.said.emit(
                lambda: translate(
                    "UpdateCard", "%1 is signed; hand it to the agencies as you hand them files."
                ).replace("%1", path.name)
            )

        self.lane.ask(lambda step: self.desk.upkeep.updates.make(chosen, "", target), show, self.refused.emit)

    def retranslate(self) -> None:
        """Say the card in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(translate("UpdateCard", "Update of the program"))
        self._why.setText(
            translate(
                "UpdateCard",
                "A newer MeritDesk on a stick. Before it is installed, signature, version and every byte are checked; "
                "no network is needed.",
            )
        )
        self.check_button.setText(translate("UpdateCard", "Check an update..."))
        self.make_button.setText(translate("UpdateCard", "Sign an installer..."))

    def _begin(self) -> None:
        """Of the file before nothing stays: its installer must not be told beside the refusal of another."""
        self.refused.emit(None)
        self.said.emit(str)

    def _take_out(self, update: CheckedUpdate, folder: Path | None) -> None:
        if folder is None:
            return

        def show(path: Path) -> None:
            self.said.emit(
                lambda: QCoreApplication.translate(
                    "UpdateCard", "The installer lies in %1. Close MeritDesk, then start it."
                ).replace("%1", str(path))
            )

        self.lane.ask(lambda step: self.desk.upkeep.updates.take_out(update, folder), show, self.refused.emit)

    def _ask_file(self, title: str, pattern: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, title, last_folder(Purpose.STICK), pattern)
        return Path(chosen) if chosen else None

    def _ask_folder(self) -> Path | None:
        title = QCoreApplication.translate("UpdateCard", "Into which folder?")
        chosen = QFileDialog.getExistingDirectory(self, title, last_folder(Purpose.STICK))
        return Path(chosen) if chosen else None
