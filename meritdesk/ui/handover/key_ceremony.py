"""The ceremony as a guided dialog: who is there, each holder alone at the keyboard, read aloud, written down, done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.trust_files import RootKeyFile
from meritdesk.services import Desk
from meritdesk.services.handover.key_ceremony import CeremonyDraft, CeremonyOutcome, PresentKey, Seat
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.passphrase_part import PassphrasePart
from meritdesk.ui.handover.key_guide import GROUPS, KEYS, FolderField, GroupsField, stretched
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

HOLDERS = 3
NEEDED = 2
SHORTEST_PASSPHRASE = 12


class CeremonyPage(QWidget):
    """One step of the ceremony: a title, what happens here, and fields."""

    changed = Signal()

    def __init__(self, title: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.why = title, why
        self.form = QFormLayout()
        self.form.setVerticalSpacing(look.RHYTHM)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.form)

    def is_complete(self) -> bool:
        """Whether the next step can be taken."""
        return True

    def line(self, name: str, hint: str = "") -> QLineEdit:
        """A field for a name."""
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setAccessibleName(name.replace("&", ""))
        field.textChanged.connect(lambda _: self.changed.emit())
        self.form.addRow(name, field)
        return field


class PresentPage(CeremonyPage):
    """Everybody by name: the leader, the new holders, two witnesses; at a change also the reason."""

    def __init__(self, holders: int, is_change: bool, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("KeyCeremony", "Who is here"),
            translate(
                "KeyCeremony",
                "Close the room, take the network cable out, and check everybody's identity card. Nobody holds two "
                "keys, and no holder is a witness.",
            ),
            parent,
        )
        self.reason = self.line(translate("KeyCeremony", "&Reason")) if is_change else None
        self.leader = self.line(translate("KeyCeremony", "&Leader of the ceremony"))
        self.holders = [
            self.line(
                translate("KeyCeremony", "Holder &%1").replace("%1", str(place + 1)),
                translate("KeyCeremony", "for example head, head of IT, sealed envelope"),
            )
            for place in range(holders)
        ]
        self.witnesses = [
            self.line(translate("KeyCeremony", "Witness %1").replace("%1", str(place + 1))) for place in range(2)
        ]
        self.column.addStretch(1)

    def is_complete(self) -> bool:
        fields = [self.leader, *self.holders, *self.witnesses]
        fields += [self.reason] if self.reason is not None else []
        names = [" ".join(field.text().split()).casefold() for field in (*self.holders, *self.witnesses)]
        return all(field.text().strip() for field in fields) and len(set(names)) == len(names)


class HolderPage(CeremonyPage):
    """One holder alone at the keyboard: a passphrase only he knows, and his own stick."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("KeyCeremony", "A holder alone"),
            translate(
                "KeyCeremony",
                "Everybody else looks away. The holder puts in a stick of his own, types a passphrase of at least "
                "twelve signs that nobody else knows, and takes the stick with him when the ceremony is over.",
            ),
            parent,
        )
        self.holder = ""
        self.secret = PassphrasePart(words, self)
        self.secret.changed.connect(self.changed)
        self.form.addRow(self.secret)
        name = translate("KeyCeremony", "&Stick of this holder")
        self.place = FolderField(name.replace("&", ""), self, remembers=False)
        self.place.changed.connect(self.changed)
        self.form.addRow(name, self.place)
        self.column.addStretch(1)

    def of(self, holder: str) -> None:
        """Whose turn it is."""
        self.holder = holder
        translate = QCoreApplication.translate
        named = translate("KeyCeremony", "Holder: %1").replace("%1", holder)
        self.title = named if holder else translate("KeyCeremony", "A holder alone")

    def is_complete(self) -> bool:
        is_long = len(self.secret.passphrase) >= SHORTEST_PASSPHRASE
        return self.secret.is_usable and is_long and bool(self.place.text.text().strip())

    def seat(self) -> Seat:
        """The holder's place at the table."""
        return Seat(self.holder, self.secret.passphrase, self.place.folder())


class OpenPage(CeremonyPage):
    """Two holders of the present root open their keys; said is also what is to be changed."""

    def __init__(self, desk: Desk, lane: Lane, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("KeyCeremony", "Two holders open their keys"),
            translate(
                "KeyCeremony",
                "Each holder puts in his stick and types his own passphrase; the others look away. Two of the three "
                "keys are enough. Then mark what is to be changed.",
            ),
            parent,
        )
        self._desk, self._lane = desk, lane
        self.files: list[QLineEdit] = []
        self.secrets: list[QLineEdit] = []
        self.told: list[QLabel] = []
        for place in range(NEEDED):
            number = str(place + 1)
            file_name = translate("KeyCeremony", "Root key file %1").replace("%1", number)
            row, file = QHBoxLayout(), QLineEdit(self)
            file.setAccessibleName(file_name)
            button = QPushButton(translate("KeyCeremony", "Choose…"), self)
            button.setAccessibleName(translate("KeyCeremony", "Choose root key file %1").replace("%1", number))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, file=file: self._choose(file))
            file.textChanged.connect(lambda _, place=place: self._look(place))
            row.addWidget(file, 1)
            row.addWidget(button)
            self.form.addRow(file_name, row)
            secret = self.line(translate("KeyCeremony", "Passphrase %1").replace("%1", number))
            secret.setEchoMode(QLineEdit.EchoMode.Password)
            told = QLabel("-", self)
            look.colour(told, look.quiet())
            self.form.addRow("", told)
            self.files.append(file)
            self.secrets.append(secret)
            self.told.append(told)
        self.replaced = [
            QCheckBox(translate("KeyCeremony", "Another holder for key %1").replace("%1", str(place + 1)), self)
            for place in range(HOLDERS)
        ]
        self.new_list_key = QCheckBox(
            translate("KeyCeremony", "A new key for signing lists (this PC was stolen or replaced)"), self
        )
        for box in (*self.replaced, self.new_list_key):
            box.toggled.connect(lambda _: self.changed.emit())
            self.form.addRow("", box)
        self.column.addStretch(1)

    def places(self) -> tuple[int, ...]:
        """The numbers of the keys that get another holder."""
        return tuple(place + 1 for place, box in enumerate(self.replaced) if box.isChecked())

    def present(self) -> list[PresentKey]:
        """The keys that were brought."""
        return [
            PresentKey(Path(file.text().strip()), secret.text())
            for file, secret in zip(self.files, self.secrets, strict=True)
        ]

    def is_complete(self) -> bool:
        brought = all(field.text().strip() for field in (*self.files, *self.secrets))
        return brought and (bool(self.places()) or self.new_list_key.isChecked())

    def _choose(self, field: QLineEdit) -> None:
        words = QCoreApplication.translate("KeyCeremony", "Which root key file?")
        chosen, _ = QFileDialog.getOpenFileName(self, words, field.text(), "JSON (*.json)")
        if chosen:
            field.setText(chosen)

    def _look(self, place: int) -> None:
        path = Path(self.files[place].text().strip())

        def seen(found: RootKeyFile) -> None:
            said = QCoreApplication.translate("KeyCeremony", "key %1, holder %2")
            self.told[place].setText(said.replace("%1", str(found.number)).replace("%2", found.holder))

        self.told[place].setText("-")
        self._lane.ask(
            lambda step: self._desk.handover.keys.ceremony.look_at(path),
            seen,
            lambda error: self.told[place].setText("✗"),
            key=f"keys.root.{place}",
        )
        self.changed.emit()


class AloudPage(CeremonyPage):
    """The fingerprint of the root is read aloud, and a witness types what he wrote down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("KeyCeremony", "Read aloud and write down"),
            translate(
                "KeyCeremony",
                "The leader reads the six groups aloud, slowly and digit by digit. A witness writes them on paper "
                "without seeing the screen, and then types them from his paper. Only when both agree "
                "is anything written.",
            ),
            parent,
        )
        self.fingerprint = QLabel(self)
        font = QFont(self.fingerprint.font())
        font.setPointSize(font.pointSize() + 10)
        font.setBold(True)
        self.fingerprint.setFont(font)
        self.fingerprint.setAccessibleName(translate("KeyCeremony", "Fingerprint of the root"))
        self.form.addRow(self.fingerprint)
        self.heard = GroupsField(range(1, GROUPS + 1), self)
        self.heard.changed.connect(self.changed)
        self.form.addRow(translate("KeyCeremony", "&What the witness wrote"), self.heard)
        self.column.addStretch(1)

    def is_complete(self) -> bool:
        return self.heard.is_full()

    def show_draft(self, draft: CeremonyDraft) -> None:
        """The fingerprint to read."""
        self.fingerprint.setText("   ".join(draft.fingerprint))


class CeremonyDialog(ByKeyboard, QDialog):
    """The first ceremony, or a change of the root; ``did`` carries the outcome, cancelling leaves nothing."""

    did = Signal(object)

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, is_change: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._desk, self._lane, self._words, self._is_change = desk, lane, words, is_change
        self._draft: CeremonyDraft | None = None
        self.setWindowTitle(
            translate("KeyCeremony", "Change the root keys")
            if is_change
            else translate("KeyCeremony", "Ceremony of the root keys")
        )
        self.open_page = OpenPage(desk, lane, self) if is_change else None
        self.present: PresentPage = PresentPage(HOLDERS, is_change, self)
        self.seats = [HolderPage(words, self) for _ in range(HOLDERS)]
        self.aloud = AloudPage(self)
        self.stack = QStackedWidget(self)
        first: list[CeremonyPage] = [self.open_page] if self.open_page is not None else []
        self.pages: list[CeremonyPage] = [*first, self.present, *self.seats, self.aloud]
        for page in self.pages:
            page.changed.connect(self._settle)
            self.stack.addWidget(page)
        self._steps = [QLabel(self) for _ in self.pages]
        self._title = look.title(QLabel(self))
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        look.colour(self._why, look.quiet())
        self.refusal = RefusalStrip(words, self)
        self.cancel_button = QPushButton(translate("KeyCeremony", "Cancel"), self)
        self.back_button = QPushButton(translate("KeyCeremony", "« &Back"), self)
        self.next_button = QPushButton(self)
        self.next_button.setObjectName("primary")
        self.next_button.setDefault(True)
        for button in (self.cancel_button, self.back_button):
            button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        self._arrange()
        self._show(0)

    def _arrange(self) -> None:
        steps = QVBoxLayout()
        for label in self._steps:
            label.setMinimumWidth(220)
            label.setWordWrap(True)
            steps.addWidget(label)
        steps.addStretch(1)
        inside = QVBoxLayout()
        inside.setSpacing(look.RHYTHM)
        inside.addWidget(self._title)
        inside.addWidget(self._why)
        inside.addSpacing(look.RHYTHM)
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.refusal)
        middle = QHBoxLayout()
        middle.setSpacing(3 * look.RHYTHM)
        middle.addLayout(steps)
        middle.addLayout(inside, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel_button, self.back_button, self.next_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addLayout(middle, 1)
        column.addLayout(buttons)
        stretched(self, 1000, 640)

    @property
    def page(self) -> CeremonyPage:
        """The page in front."""
        return self.pages[self.stack.currentIndex()]

    def way(self) -> list[CeremonyPage]:
        """The pages that are walked: at a change only the holders who are new sit down."""
        if self.open_page is None:
            return self.pages
        count = len(self.open_page.places())
        return [self.open_page, self.present, *self.seats[:count], self.aloud]

    def forward(self) -> None:
        """To the next page when this one is complete; the last page lets it stand."""
        self.refusal.tell(None)
        way = self.way()
        here = way.index(self.page)
        if self.page is self.aloud:
            self._finish()
        elif way[here + 1] is self.aloud:
            self._prepare()
        else:
            self._show(here + 1)

    def back(self) -> None:
        """To the page before; what was typed stays, a draft is thrown away."""
        self.refusal.tell(None)
        here = self.way().index(self.page)
        if here:
            self._show(here - 1)

    def _show(self, place: int) -> None:
        way = self.way()
        if self.open_page is not None:
            wanted = len(self.open_page.places())
            for number, field in enumerate(self.present.holders):
                field.setEnabled(number < wanted)
                if number >= wanted:
                    field.setText(f"- {number + 1}")
                elif field.text() == f"- {number + 1}":
                    field.clear()
        for seat, field in zip(self.seats, self.present.holders, strict=True):
            seat.of(field.text().strip())
        self.stack.setCurrentWidget(way[place])
        self._say()
        way[place].setFocus()

    def _say(self) -> None:
        translate = QCoreApplication.translate
        way = self.way()
        here = way.index(self.page)
        ink = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        for place, label in enumerate(self._steps):
            label.setVisible(place < len(way))
            if place >= len(way):
                continue
            sign = "✓" if place < here else "▸" if place == here else " "
            label.setText(f"{sign} {place + 1}. {way[place].title}")
            font = label.font()
            font.setBold(place == here)
            label.setFont(font)
            look.colour(label, ink if place <= here else look.quiet())
        self._title.setText(self.page.title)
        self._why.setText(self.page.why)
        self.next_button.setText(
            translate("KeyCeremony", "&Let it stand")
            if self.page is self.aloud
            else translate("KeyCeremony", "&Next »")
        )
        self.back_button.setEnabled(here > 0)
        self._settle()

    def _settle(self) -> None:
        self.next_button.setEnabled(self.page.is_complete())

    def _prepare(self) -> None:
        """Make the keys in memory, so that there is a fingerprint to read."""
        ceremony = self._desk.handover.keys.ceremony
        count = len(self.way()) - (3 if self.open_page is not None else 2)
        seats = [page.seat() for page in self.seats[:count]]

        def done(draft: CeremonyDraft) -> None:
            self._draft = draft
            self.aloud.show_draft(draft)
            self.aloud.heard.ask(range(1, GROUPS + 1))
            self._show(len(self.way()) - 1)

        if self.open_page is None:
            job = self._lane.ask(lambda step: ceremony.prepare(seats), done, self.refusal.tell)
        else:
            present, places = self.open_page.present(), self.open_page.places()
            is_new = self.open_page.new_list_key.isChecked()
            reason = self.present.reason.text() if self.present.reason is not None else ""
            job = self._lane.ask(
                lambda step: ceremony.prepare_change(present, seats, places, is_new, reason), done, self.refusal.tell
            )
        self.next_button.setEnabled(False)
        job.ended.connect(self._settle)

    def _finish(self) -> None:
        draft = self._draft
        if draft is None:
            return
        heard, leader = self.aloud.heard.groups(), self.present.leader.text().strip()
        witnesses: Sequence[str] = [field.text().strip() for field in self.present.witnesses]

        def done(outcome: CeremonyOutcome) -> None:
            self.did.emit(outcome)
            self.accept()

        job = self._lane.ask(
            lambda step: self._desk.handover.keys.ceremony.finish(draft, heard, witnesses, leader),
            done,
            self.refusal.tell,
            touches=KEYS,
        )
        self.next_button.setEnabled(False)
        job.ended.connect(self._settle)
