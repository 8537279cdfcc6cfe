"""Evidence beside what it proves: files dropped or chosen, seen as thumbnails, taken out again, saved as a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk import pictures
from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.evidence import Evidence, EvidenceFilter, EvidenceKind, MediaKind, in_megabytes
from meritdesk.core.journal import Changes
from meritdesk.pictures import Box, Raster, Unshown, Why
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.execution.evidence import Attached, Place
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.points import icon_of
from meritdesk.ui.wording import Words

THUMBNAIL = QSize(84, 60)
SHRUNK = Box(1600, 1600)
_DRAWN = Box(2 * THUMBNAIL.width(), 2 * THUMBNAIL.height())
_MOST_PICTURES = 200
_UNSHOWN = {Why.DAMAGED: "EXE-237", Why.TOO_LARGE: "EXE-238", Why.GAVE_UP: "EXE-239"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """One file, and whether its content is gone."""

    evidence: Evidence
    is_lost: bool


class EvidencePane(QWidget):
    """The files of one place. Without a place it says what to choose first."""

    message = Signal(str)
    offer_undo = Signal(str, str)

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._place: Place | None = None
        self._too_large: Path | None = None
        self._files: tuple[_Shown, ...] = ()
        self._pictures: dict[str, QIcon | Why] = {}
        self.setAcceptDrops(True)
        self.heading = look.strong(QLabel(self))
        self.files = QListWidget(self)
        self.files.setViewMode(QListView.ViewMode.IconMode)
        self.files.setIconSize(THUMBNAIL)
        self.files.setGridSize(QSize(112, 104))
        self.files.setResizeMode(QListView.ResizeMode.Adjust)
        self.files.setMovement(QListView.Movement.Static)
        self.files.setWordWrap(True)
        self.files.setMinimumHeight(look.in_letters(112))
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.files.currentItemChanged.connect(lambda _now, _before: self._say())
        self.files.itemActivated.connect(lambda _: self.save_copy())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.kind = QComboBox(self)
        for kind in EvidenceKind:
            self.kind.addItem("", kind)
        self.kind.activated.connect(lambda _: self._mark())
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(self.choose_files)
        self.copy_button = QPushButton(self)
        self.copy_button.clicked.connect(lambda: self.save_copy())
        self.remove_button = QPushButton(self)
        self.remove_button.clicked.connect(self.remove)
        self.shrink_button = QPushButton(self)
        self.shrink_button.clicked.connect(self.shrink)
        self.shrink_button.hide()
        self.add_action = page_action(self, "add_evidence", "Ctrl+Shift+E")
        self.add_action.triggered.connect(self.choose_files)
        remove_action = page_action(self.files, "remove_evidence", "Del")
        remove_action.triggered.connect(self.remove)
        buttons = QGridLayout()
        buttons.setSpacing(4)
        for place, widget in enumerate((self.kind, self.remove_button, self.add_button, self.copy_button)):
            buttons.addWidget(widget, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.files, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.shrink_button)
        layout.addLayout(buttons)
        self.retranslate()

    def show_place(self, place: Place | None) -> None:
        """Show the files of a place."""
        if place != self._place:
            self._place = place
            self._files = ()
            self._too_large = None
            self.shrink_button.hide()
            self.files.clear()
        self.reload()
        self._say()

    def reload(self) -> None:
        """Read the files of the place anew."""
        place = self._place
        if place is None:
            return
        wanted = EvidenceFilter(
            person_ids=(place.person_id,),
            owner=place.owner,
            owner_ids=(place.owner_id,),
            period=place.period.code if place.period else "",
        )

        def read(step: Step) -> tuple[_Shown, ...]:
            return tuple(self._found(one) for one in self._desk.execution.evidence.lines(wanted))

        self._lane.ask(read, partial(self._show, place), key=f"execution.evidence.{id(self)}")

    def choose_files(self) -> None:
        """Ask for files and attach them."""
        if self._place is None:
            return
        title = QCoreApplication.translate("EvidencePane", "Choose evidence")
        chosen, _ = QFileDialog.getOpenFileNames(self, title)
        self.attach([Path(name) for name in chosen])

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files to the place, one after the other; each that is refused says why."""
        place = self._place
        if place is None:
            return
        for path in paths:
            self._lane.ask(
                lambda step, path=path: self._desk.execution.evidence.add(place, path),  # type: ignore[misc]
                self._attached,
                partial(self._refused, path),
                title=QCoreApplication.translate("EvidencePane", "Attaching %1").replace("%1", path.name),
            )

    def shrink(self) -> None:
        """Make the image that was too large 1600 pixels wide and attach that."""
        place, path = self._place, self._too_large
        if place is None or path is None:
            return
        self.shrink_button.hide()

        def work(step: Step) -> Attached:
            return self._desk.execution.evidence.add_content(place, f"{path.stem}.jpg", _shrunk(path))

        self._lane.ask(work, self._attached, partial(self._refused, path), title=self.shrink_button.text())

    def save_copy(self, folder: Path | None = None) -> None:
        """Write the chosen file into a folder, where its own program opens it."""
        one = self.chosen
        if one is None:
            return
        if folder is None:
            title = QCoreApplication.translate("EvidencePane", "Save a copy in this folder")
            chosen = QFileDialog.getExistingDirectory(self, title)
            if not chosen:
                return
            folder = Path(chosen)
        target = folder

        def then(paths: tuple[Path, ...]) -> None:
            said = QCoreApplication.translate("EvidencePane", "Saved: %1")
            self.message.emit(said.replace("%1", str(paths[0])))

        self._lane.ask(lambda step: self._desk.execution.evidence.export([one.evidence_id], target, step), then)

    def remove(self) -> None:
        """Take the chosen file out of its place; offered for undo."""
        one = self.chosen
        if one is None:
            return

        def then(changes: Changes) -> None:
            said = QCoreApplication.translate("EvidencePane", "%1 was taken out.").replace("%1", one.file_name)
            self.offer_undo.emit(said, changes.change_set_id)
            self.reload()

        self._lane.ask(lambda step: self._desk.execution.evidence.remove(one.evidence_id), then)

    @property
    def chosen(self) -> Evidence | None:
        """The file that is chosen."""
        row = self.files.currentRow()
        return self._files[row].evidence if 0 <= row < len(self._files) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped where there is a place for them."""
        if self._place is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        self.attach([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        translate = QCoreApplication.translate
        self.heading.setText(translate("EvidencePane", "Evidence"))
        self.add_button.setText(translate("EvidencePane", "&Add…"))
        self.copy_button.setText(translate("EvidencePane", "Save a &copy…"))
        self.remove_button.setText(translate("EvidencePane", "Take &out"))
        self.shrink_button.setText(translate("EvidencePane", "Make the image smaller and attach it"))
        self.files.setAccessibleName(translate("EvidencePane", "Files of evidence"))
        self.kind.setAccessibleName(translate("EvidencePane", "What the file shows"))
        self.kind.setToolTip(translate("EvidencePane", "What the file shows"))
        self.add_action.setText(translate("EvidencePane", "Add evidence"))
        for place, kind in enumerate(EvidenceKind):
            self.kind.setItemText(place, self._words.messages.label_of(kind))
        self._say()

    def _found(self, one: Evidence) -> _Shown:
        """On the lane: whether the content is still there."""
        try:
            self._desk.execution.evidence.content(one.evidence_id)
        except Refusal:
            return _Shown(one, True)
        return _Shown(one, False)

    def _ask_picture(self) -> None:
        """Have the next photo drawn, in a process apart; one at a time, so that nobody waits for all of them."""
        waiting = (
            one.evidence
            for one in self._files
            if one.evidence.media is MediaKind.IMAGE and not one.is_lost and one.evidence.sha256 not in self._pictures
        )
        wanted = next(waiting, None)
        if wanted is None:
            return

        def draw(step: Step) -> Raster | Why:
            _, content = self._desk.execution.evidence.content(wanted.evidence_id)
            try:
                return pictures.small(content, _DRAWN)
            except Unshown as unshown:
                return unshown.why

        def then(drawn: Raster | Why) -> None:
            if len(self._pictures) >= _MOST_PICTURES:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[wanted.sha256] = icon_of(drawn) if isinstance(drawn, Raster) else drawn
            for row, one in enumerate(self._files):
                if one.evidence.sha256 == wanted.sha256:
                    self.files.item(row).setIcon(self._icon(one))
            if isinstance(drawn, Why) and self.chosen is not None and self.chosen.sha256 == wanted.sha256:
                self._say()
            self._ask_picture()

        self._lane.ask(draw, then, lambda _: None, key=f"execution.evidence.picture.{id(self)}")

    def _icon(self, one: _Shown) -> QIcon:
        drawn = self._pictures.get(one.evidence.sha256)
        if isinstance(drawn, QIcon):
            return drawn
        return look.icon("close" if one.is_lost else "documents", 40)

    def _show(self, place: Place, files: tuple[_Shown, ...]) -> None:
        if place != self._place:
            return
        before = self.chosen.evidence_id if self.chosen else ""
        self._files = files
        self.files.clear()
        for one in files:
            item = QListWidgetItem(self._icon(one), one.evidence.title or one.evidence.file_name)
            item.setToolTip(f"{one.evidence.file_name} · {in_megabytes(one.evidence.size)} · {one.evidence.added_by}")
            self.files.addItem(item)
        rows = [row for row, one in enumerate(files) if one.evidence.evidence_id == before]
        if files:
            self.files.setCurrentRow(rows[0] if rows else len(files) - 1)
        self._say()
        self._ask_picture()

    def _attached(self, attached: Attached) -> None:
        self._too_large = None
        self.shrink_button.hide()
        self.reload()
        if attached.hints:
            hint = attached.hints[0]
            self.message.emit(f"⚠ {self._words.messages.reason(hint.code, hint.facts)} ({hint.code})")
        elif not attached.changes.change_set_id:
            self.message.emit(
                QCoreApplication.translate("EvidencePane", "A file with the same content is attached here already.")
            )

    def _refused(self, path: Path, refusal: Exception) -> None:
        code, what, then = self._words.told(refusal)
        self.message.emit(f"⚠ {what} {then} ({code})")
        self.told.setText(f"⚠ {what} {then}")
        look.colour(self.told, look.blocks())
        if code == "EXE-223":
            self._too_large = path
            self.shrink_button.show()

    def _mark(self) -> None:
        one = self.chosen
        kind = EvidenceKind(self.kind.currentData())
        if one is not None and kind is not one.kind:
            self._lane.ask(
                lambda step: self._desk.execution.evidence.mark(one.evidence_id, kind),
                lambda _: self.reload(),
            )

    def _say(self) -> None:
        one = self.chosen
        for button in (self.copy_button, self.remove_button, self.kind):
            button.setEnabled(one is not None)
        self.add_button.setEnabled(self._place is not None)
        look.colour(self.told, look.quiet())
        if one is not None:
            self.kind.setCurrentIndex(list(EvidenceKind).index(one.kind))
            lost = self._files[self.files.currentRow()].is_lost
            if lost:
                self.told.setText(self._words.messages.sentence("EXE-228", {"file": one.file_name}))
                look.colour(self.told, look.blocks())
            elif isinstance(why := self._pictures.get(one.sha256), Why):
                code = _UNSHOWN[why]
                what, then = self._words.messages.refusal(code, {"file": one.file_name})
                self.told.setText(f"⚠ {what} {then} ({code})")
                look.colour(self.told, look.asks())
            elif one.kind is EvidenceKind.ACTIVITY:
                self.told.setText(f"⚠ {self._words.messages.reason('V-51', {})}")
                look.colour(self.told, look.asks())
            else:
                self.told.setText(f"{one.file_name} · {in_megabytes(one.size)}")
        elif self._place is None:
            self.told.setText(QCoreApplication.translate("EvidencePane", "Choose first what the evidence is for."))
        else:
            self.told.setText(
                QCoreApplication.translate(
                    "EvidencePane", "No evidence yet. Drop files here, or add them with Ctrl+Shift+E."
                )
            )


def _shrunk(path: Path) -> bytes:
    """The image as a JPEG of at most 1600 points a side, made in a process apart; ``EXE-237`` to ``EXE-239``."""
    try:
        return pictures.smaller_file(path, SHRUNK)
    except Unshown as unshown:
        raise FileRefusal(_UNSHOWN[unshown.why], file=path.name) from unshown
