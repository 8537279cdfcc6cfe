"""The scan desk (meja pindai): stacks are read, pages that need a hand are seen large, what was filed is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QSettings
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QPushButton,
    QWidget,
)

from meritdesk import pictures
from meritdesk.core.errors import Refusal
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.scans import ScanPlace
from meritdesk.pictures import Box, Raster
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.scan_views import Assigned, BatchLine, PageLine, ScannedDocument
from meritdesk.services.documents.scans import paths_of
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.scan_layout import PLACES, SPLIT, ScanLayout
from meritdesk.ui.documents.scan_run import ScanRun, summary
from meritdesk.ui.documents.scan_words import doubts, nothing_here, standing
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.notices import asks
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

THUMBNAILS_AT_ONCE = 60
_SMALL = Box(260, 260)
SHOWN = 2
_LAST_FOLDER = "documents/scans/folder"


class ScanTab(ScanLayout):
    """Dokumen, meja pindai."""

    room = "documents"
    nouns = frozenset({"scans", "documents"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.setAcceptDrops(True)
        self._scans = desk.documents.scans
        self.run: ScanRun | None = None
        self._stack_id = ""
        self._stacks_here: tuple[BatchLine, ...] = ()
        self._number = ""
        self._line_for: tuple[str, ScanPlace] | None = None
        self._documents: tuple[ScannedDocument, ...] = ()
        self._make_actions()
        self._connect()
        self.retranslate()

    # --- making ------------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        keys: tuple[tuple[str, tuple[str, ...], Callable[[], None], QPushButton | None], ...] = (
            ("scan_folder", ("Ctrl+Shift+O",), self.choose_folder, self.folder_button),
            ("scan_files", ("Ctrl+Shift+F",), self.choose_files, self.files_button),
            ("scan_assign", ("Ctrl+Return", "Ctrl+Enter"), self.assign, self.file_button),
            ("scan_not_ours", ("Ctrl+Shift+N",), lambda: self.set_aside(False), self.foreign_button),
            ("scan_blank", ("Ctrl+Shift+B",), lambda: self.set_aside(True), self.blank_button),
            ("scan_back", ("Ctrl+Backspace",), self.lay_back, self.back_button),
            ("scan_export", ("Ctrl+Shift+S",), self.choose_export, self.export_button),
        )
        self._actions = {name: actions.page_action(self, name, *own) for name, own, _, _ in keys}
        self._buttons = {name: button for name, _, _, button in keys if button is not None}
        for name, _, verb, button in keys:
            self._actions[name].triggered.connect(lambda _=False, verb=verb: verb())
            if button is not None:
                button.clicked.connect(self._actions[name].trigger)

    def _connect(self) -> None:
        self.stop_button.clicked.connect(self.stop)
        self.splitter.splitterMoved.connect(lambda: QSettings().setValue(SPLIT, self.splitter.saveState()))
        self.stack_list.title_words = lambda: QCoreApplication.translate("ScanTab", "Stacks that were read")
        self.stack_list.empty_words = lambda _: ""
        self.stack_list.line_chosen.connect(self._stack_chosen)
        self.bar.currentChanged.connect(lambda _: self._ask_pages())
        self.go_on_button.clicked.connect(self.go_on)
        self.all_button.clicked.connect(lambda: self.show_number(""))
        self.page_view.selectionModel().currentChanged.connect(lambda now, _: self._page_chosen(now))
        self.page_view.selectionModel().selectionChanged.connect(lambda _now, _before: self._say_buttons())
        self.page_view.activated.connect(lambda _: self.line.number.setFocus())
        self.line.entered.connect(self.assign)
        self.picture.refused.connect(self.refusal.tell)

    # --- the page as the window knows it -----------------------------------------------------------------------------

    def load(self, period: Period) -> None:
        """Stacks and what waits, of all periods: paper does not come back in order."""
        self.lane.ask(lambda step: self._scans.batches(), self._show_stacks, key="scan-stacks")

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A document whose scan is wanted, or a file that was dropped on the window."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.read([file])
        self.show_number(str(filters.get("number", "")))

    def primary_focus(self) -> QWidget:
        """The pages, or the button that reads a folder while there are none."""
        return self.page_view if self.pages.lines else self.folder_button

    def places(self) -> tuple[QWidget, ...]:
        """The keys of the picture are at work too."""
        return (self, self.picture)

    # --- reading -----------------------------------------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Ask for the folder the scanner writes to, and read it."""
        title = QCoreApplication.translate("ScanTab", "Choose the folder of the scanner")
        chosen = QFileDialog.getExistingDirectory(self, title, str(QSettings().value(_LAST_FOLDER, "")))
        if chosen:
            QSettings().setValue(_LAST_FOLDER, chosen)
            self.read([Path(chosen)])

    def choose_files(self) -> None:
        """Ask for files of the scanner, and read them."""
        translate = QCoreApplication.translate
        kinds = translate("ScanTab", "Scans") + " (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        start = str(QSettings().value(_LAST_FOLDER, ""))
        chosen, _ = QFileDialog.getOpenFileNames(self, translate("ScanTab", "Choose scanned files"), start, kinds)
        if chosen:
            QSettings().setValue(_LAST_FOLDER, str(Path(chosen[0]).parent))
            self.read([Path(name) for name in chosen])

    def read(self, paths: Sequence[Path]) -> None:
        """Read folders and files beside the lane; one stack at a time."""
        if self.run is not None:
            self.message.emit(
                QCoreApplication.translate("ScanTab", "A stack is being read. Wait until it ends, or stop it.")
            )
            return
        self.refusal.tell(None)
        run = ScanRun(self._scans, self.lane, paths, self)
        run.progressed.connect(self._progressed)
        run.refused.connect(self._refused)
        run.broke.connect(self.lane.broke)
        run.taken_in.connect(lambda _: self.mark_stale())
        run.ended.connect(self._ended)
        self.run = run
        self._say_run()
        run.start()

    def go_on(self) -> None:
        """Read the rest of the chosen stack, which was interrupted."""
        line = self._stack
        if line is not None and line.is_open:
            self.read(paths_of(line.batch))

    def stop(self) -> None:
        """Stop reading; what was read stays, and the stack goes on when it is read again."""
        if self.run is not None:
            self.run.stop()
            self.stop_button.setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped on the desk."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Everything that was dropped is one stack."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read(paths)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        said = QCoreApplication.translate("ScanTab", "%1 of %2 pages")
        self.progress.setFormat(
            singular(said.replace("%1", self.words.number(done)).replace("%2", self.words.number(total)))
        )

    def _ended(self, is_whole: bool) -> None:
        run = self.run
        self.run = None
        self._say_run()
        if run is None:
            return
        told = summary(run, self.words.number)
        if not is_whole and run.is_stopped and run.places.total():
            stopped = QCoreApplication.translate("ScanTab", "Stopped. Read the same folder again to go on.")
            told = f"{told} {stopped}"
        if is_whole or run.places.total():
            self.message.emit(told)
        run.deleteLater()
        self.mark_stale()

    def _refused(self, error: Exception) -> None:
        self.refusal.tell(error)

    # --- lists -------------------------------------------------------------------------------------------------------

    @property
    def _stack(self) -> BatchLine | None:
        return next((line for line in self._stacks_here if line.batch.batch_id == self._stack_id), None)

    @property
    def place(self) -> ScanPlace:
        """Which pages are shown."""
        return PLACES[self.bar.currentIndex()]

    @property
    def page(self) -> PageLine | None:
        """The page that is chosen."""
        line = self.page_view.currentIndex().data(VALUE)
        return line if isinstance(line, PageLine) else None

    @property
    def marked(self) -> list[PageLine]:
        """All pages that are selected."""
        lines = [index.data(VALUE) for index in self.page_view.selectionModel().selectedIndexes()]
        return [line for line in lines if isinstance(line, PageLine)]

    def show_number(self, number: str) -> None:
        """Show what has come back of one document number; nothing shows the stacks again."""
        self._number = number
        self.of_number.setVisible(bool(number))
        self.all_button.setVisible(bool(number))
        for widget in (self.bar, self.stack_list):
            widget.setVisible(not number)
        self.of_number.setText(QCoreApplication.translate("ScanTab", "Scans of %1").replace("%1", number))
        self._ask_pages()

    def _stack_chosen(self, line: BatchLine | None) -> None:
        if line is not None and line.batch.batch_id != self._stack_id:
            self._stack_id = line.batch.batch_id
            if self.place is ScanPlace.DESK:
                self.bar.setCurrentIndex(PLACES.index(ScanPlace.FILED))
            else:
                self._ask_pages()

    def _show_stacks(self, found: tuple[BatchLine, ...]) -> None:
        kept = self._stack_id
        if all(line.batch.batch_id != kept for line in found):
            self._stack_id = found[0].batch.batch_id if found else kept
        wanted = self._stack_id
        self._stacks_here = found
        self.stack_list.choose(lambda line: line.batch.batch_id == wanted)
        self.stack_list.show_lines(found)
        self._say_tabs()
        self._ask_pages()

    def _ask_pages(self) -> None:
        number, stack, place, is_running = self._number, self._stack_id, self.place, self.run is not None

        def work(step: Step) -> tuple[tuple[PageLine, ...], tuple[ScannedDocument, ...]]:
            if number:
                documents, pages = self._scans.of_number(number)
                return pages, documents
            # While a stack is read the lane is kept free for its portions.
            documents = self._scans.documents(stack) if stack and not is_running else ()
            if place is ScanPlace.DESK:
                return self._scans.desk(), documents
            return self._scans.pages(stack, place) if stack else (), documents

        self.lane.ask(work, lambda answer: self._show_pages(*answer), self._refused, key="scan-pages")

    def _show_pages(self, pages: tuple[PageLine, ...], documents: tuple[ScannedDocument, ...]) -> None:
        before = self.page.page.page_id if self.page else ""
        row_before = max(self.page_view.currentIndex().row(), 0)
        self._documents = documents
        if self.place is ScanPlace.FILED or self._number:
            pages = tuple(sorted(pages, key=lambda one: (one.number, one.version, one.copy, one.page.page)))
        self.pages.show_lines(pages)
        self.list_stack.setCurrentWidget(self.page_view if pages else self.empty)
        if pages:
            row = self.pages.row_of(before)
            # The page that was here may have been filed: the next one took its row.
            row = row if row >= 0 else min(row_before, len(pages) - 1)
            self.page_view.setCurrentIndex(self.pages.index(row, 0))
        else:
            self._page_chosen(QModelIndex())
        self._ask_pictures()
        self._say()

    def _ask_pictures(self) -> None:
        wanted = self.pages.without_picture()[:THUMBNAILS_AT_ONCE]
        if not wanted:
            return

        def draw(step: Step) -> dict[str, Raster | None]:
            found = self._scans.thumbnails(wanted)
            return dict(zip(found, pictures.several(tuple(found.values()), _SMALL), strict=True))

        def show(found: Mapping[str, Raster | None]) -> None:
            self.pages.add_pictures(found or {})
            if found:
                self._ask_pictures()

        self.lane.ask(draw, show, key="scan-thumbnails")

    def _page_chosen(self, index: QModelIndex) -> None:
        line = index.data(VALUE)
        line = line if isinstance(line, PageLine) else None
        self.picture.show_page(line)
        shown = (line.page.page_id, line.page.place) if line else None
        if shown != self._line_for:  # what is being typed outlives a refresh
            self._line_for = shown
            if line is not None and line.page.place is ScanPlace.DESK:
                self.line.say("", 0)
            else:
                self.line.say(line.number if line else "", line.page.page if line and line.pages > 1 else 0)
        self._say_why()
        self._say_buttons()

    # --- by hand -----------------------------------------------------------------------------------------------------

    def assign(self, is_replacing: bool = False) -> None:
        """File the chosen page under the number on the line, then show the next."""
        line = self.page
        number, version, copy, page = self.line.typed
        if line is None or not number:
            self.line.number.setFocus()
            return
        if line.page.place in (ScanPlace.SPARE, ScanPlace.FILED) and number == line.number:
            version, copy, page = line.version, line.copy, page or line.page.page
        page_id = line.page.page_id

        def refused(error: Exception) -> None:
            if isinstance(error, Refusal) and error.code == "DOC-633" and self._agrees(error):
                self._assign(page_id, number, version, copy, page, True, self._refused)
            elif not isinstance(error, Refusal) or error.code != "DOC-633":
                self._refused(error)

        self._assign(page_id, number, version, copy, page, is_replacing, refused)

    def _assign(
        self,
        page_id: str,
        number: str,
        version: int,
        copy: int,
        page: int,
        is_replacing: bool,
        refused: Callable[[Exception], None],
    ) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self._scans.assign(page_id, number, version, copy, page, is_replacing),
            self._assigned,
            refused,
        )

    def set_aside(self, is_blank: bool) -> None:
        """Lay the selected pages aside: not ours, or blank back sides."""
        ids = [line.page.page_id for line in self.marked]
        if not ids:
            return
        self.refusal.tell(None)
        said = singular(
            QCoreApplication.translate("ScanTab", "%1 pages were set aside.").replace("%1", self.words.number(len(ids)))
        )
        self.lane.ask(lambda step: self._scans.set_aside(ids, is_blank), partial(self._decided, said), self._refused)

    def lay_back(self) -> None:
        """Lay the selected pages back on the desk."""
        ids = [line.page.page_id for line in self.marked if line.page.place is not ScanPlace.DESK]
        if not ids:
            return
        said = singular(
            QCoreApplication.translate("ScanTab", "%1 pages lie on the desk again.").replace(
                "%1", self.words.number(len(ids))
            )
        )
        self.lane.ask(lambda step: self._scans.lay_back(ids), partial(self._decided, said), self._refused)

    def choose_export(self) -> None:
        """Ask for a folder and write the scan of the document into it."""
        line = self.page
        if line is None or not line.page.document_id:
            return
        title = QCoreApplication.translate("ScanTab", "Save the scan in this folder")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.export(Path(chosen))

    def export(self, folder: Path) -> None:
        """Write what has come back of the chosen document as one PDF."""
        line = self.page
        if line is None or not line.page.document_id:
            return
        number, version, copy = line.number, line.version, line.copy

        def then(path: Path) -> None:
            self.message.emit(QCoreApplication.translate("ScanTab", "Saved: %1").replace("%1", str(path)))

        self.lane.ask(
            lambda step: self._scans.export(number, folder, version, copy),
            then,
            self._refused,
            QCoreApplication.translate("ScanTab", "Saving the scan of %1").replace("%1", number),
        )

    def _agrees(self, error: Refusal) -> bool:
        translate = QCoreApplication.translate
        _, what, then = self.words.told(error)
        return asks(self, what, then, translate("ScanTab", "Use this one"))

    def _assigned(self, done: Assigned) -> None:
        translate = QCoreApplication.translate
        record = done.scan.record
        said = (
            translate("ScanTab", "Filed: %1, page %2. All pages are here.")
            if done.scan.is_whole
            else translate("ScanTab", "Filed: %1, page %2. Not back yet: page %3.")
        )
        said = (
            said.replace("%1", record.number)
            .replace("%2", self.words.number(done.page.page))
            .replace("%3", ", ".join(map(str, done.scan.missing)))
        )
        self.offer_undo.emit(said, done.changes.change_set_id)

    def _decided(self, said: str, changes: Changes) -> None:
        self.offer_undo.emit(said, changes.change_set_id)

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        words = {
            "scan_folder": translate("ScanTab", "Read a folder..."),
            "scan_files": translate("ScanTab", "Read files..."),
            "scan_assign": translate("ScanTab", "File to this document"),
            "scan_not_ours": translate("ScanTab", "Not ours"),
            "scan_blank": translate("ScanTab", "Blank back side"),
            "scan_back": translate("ScanTab", "Back on the desk"),
            "scan_export": translate("ScanTab", "Save as PDF..."),
        }
        for name, text in words.items():
            self._actions[name].setText(text)
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(f"{text} ({actions.keys_of(self._actions[name])})")
        self.hint.setText(translate("ScanTab", "or drop a folder or PDFs of the scanner here"))
        self.stop_button.setText(translate("ScanTab", "Stop"))
        self.all_button.setText(translate("ScanTab", "Show all stacks"))
        self.go_on_button.setText(translate("ScanTab", "Read the rest of this stack"))
        self.stack_list.say()
        self.page_view.setAccessibleName(translate("ScanTab", "Scanned pages"))
        self.bar.setAccessibleName(translate("ScanTab", "Where the pages lie"))
        self.line.retranslate()
        self.picture.retranslate()
        self.pages.retranslate()
        is_of_number = bool(self._number)
        self.of_number.setVisible(is_of_number)
        self.all_button.setVisible(is_of_number)
        self.of_number.setText(translate("ScanTab", "Scans of %1").replace("%1", self._number))
        self._say_run()
        self._say()

    def _say(self) -> None:
        self._say_tabs()
        self._say_missing()
        self._say_why()
        self._say_buttons()
        self._say_empty()

    def _say_run(self) -> None:
        is_running = self.run is not None
        self.progress.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        self.stop_button.setEnabled(is_running)
        self.hint.setVisible(not is_running)
        for name in ("scan_folder", "scan_files"):
            self._actions[name].setEnabled(not is_running)
            self._buttons[name].setEnabled(not is_running)
        if is_running:
            self.progress.setRange(0, 0)
            self.progress.setFormat("")

    def _say_tabs(self) -> None:
        waiting = sum(line.places.get(ScanPlace.DESK, 0) for line in self._stacks_here)
        stack = self._stack
        self.go_on_button.setVisible(stack is not None and stack.is_open and self.run is None and not self._number)
        for tab, place in enumerate(PLACES):
            count = waiting if place is ScanPlace.DESK else stack.places.get(place, 0) if stack else 0
            label = self.words.messages.label_of(place)
            self.bar.setTabText(tab, f"{label} {self.words.number(count)}" if count else label)

    def _say_missing(self) -> None:
        told = doubts(self._documents, self.words)
        shown = told[:SHOWN]
        if len(told) > SHOWN:
            more = QCoreApplication.translate("ScanTab", "and %1 more documents to look at")
            shown.append(singular(more.replace("%1", self.words.number(len(told) - SHOWN))))
        self.missing.setText("⚠ " + "\n".join(shown) if told else "")
        self.missing.setToolTip("\n".join(told))
        self.missing.setVisible(bool(told))

    def _say_why(self) -> None:
        line = self.page
        self.why.setText(standing(line, self.words) if line else "")
        if line is not None:
            meanings = {ScanPlace.FILED: look.arrived(), ScanPlace.DESK: look.asks()}
            look.colour(self.why, meanings.get(line.page.place, look.quiet()))

    def _say_buttons(self) -> None:
        line = self.page
        has_picture = line is not None and bool(line.page.sha256)
        place = line.page.place if line else None
        translate = QCoreApplication.translate
        self.file_button.setText(
            translate("ScanTab", "Use this one")
            if place is ScanPlace.SPARE
            else translate("ScanTab", "Move to this document")
            if place is ScanPlace.FILED
            else translate("ScanTab", "File to this document")
        )
        shown = {
            "scan_assign": place in (ScanPlace.DESK, ScanPlace.SPARE, ScanPlace.FILED),
            "scan_not_ours": place is ScanPlace.DESK,
            "scan_blank": place is ScanPlace.DESK,
            "scan_back": place is not None and place is not ScanPlace.DESK,
            "scan_export": line is not None and bool(line.page.document_id),
        }
        for name, is_shown in shown.items():
            is_on = is_shown and (has_picture or name != "scan_assign")
            self._actions[name].setEnabled(is_on)
            self._buttons[name].setEnabled(is_on)
            self._buttons[name].setVisible(is_shown)
        self.line.setEnabled(shown["scan_assign"] and has_picture)

    def _say_empty(self) -> None:
        self.empty.setText(nothing_here(self._number, bool(self._stacks_here), self.place))
