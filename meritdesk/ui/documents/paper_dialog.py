"""Print on paper: which printer, which pages, how; beside it the pages as they will come out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import PaperSize
from meritdesk.core.errors import Refusal
from meritdesk.core.page_ranges import pages_chosen
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.paper_run import PaperRun
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.documents.printers import (
    Printers,
    PrinterSetup,
    SystemPrinters,
    keep_setup,
    remember_printer,
    remembered_printer,
    setup_of,
)
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_SIDES = (QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)
_FURTHEST_SHIFT = 20.0


class PaperDialog(ByKeyboard, QDialog):
    """Sends a PDF to a printer; ``form`` is under which form the printer is remembered."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        path: Path,
        form: str,
        parent: QWidget | None = None,
        printers: Printers | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._form = form
        self._printers = printers or SystemPrinters()
        self._run: PaperRun | None = None
        self.printer = QComboBox()
        self.pages = QLineEdit()
        self.copies = QSpinBox()
        self.copies.setRange(1, 99)
        self.sides = QComboBox()
        self.grey = QCheckBox()
        self.fitted = QCheckBox()
        self.right, self.down = QDoubleSpinBox(), QDoubleSpinBox()
        for box in (self.right, self.down):
            box.setRange(-_FURTHEST_SHIFT, _FURTHEST_SHIFT)
            box.setDecimals(1)
            box.setSingleStep(0.5)
            box.setSuffix(" mm")
        self.test_button = QPushButton()
        self.print_button = QPushButton()
        self.print_button.setObjectName("primary")
        self.print_button.setDefault(True)
        self.stop_button = QPushButton()
        self.stop_button.hide()
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self.test_button.setAutoDefault(False)
        self.progress = QProgressBar()
        self.progress.hide()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.preview = Preview(lane)
        self._labels = {name: QLabel() for name in ("printer", "pages", "copies", "sides", "right", "down")}
        self._arrange()
        self._connect()
        self._say()
        self._fill_printers()
        self.preview.show_pdf(path, self.refusal.tell)
        self.resize(1120, 680)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields: dict[str, QWidget] = {
            "printer": self.printer,
            "pages": self.pages,
            "copies": self.copies,
            "sides": self.sides,
        }
        for name, field in fields.items():
            form.addRow(self._labels[name], field)
            self._labels[name].setBuddy(field)
        form.addRow(self.grey)
        form.addRow(self.fitted)
        shifts: dict[str, QWidget] = {"right": self.right, "down": self.down}
        for name, field in shifts.items():
            form.addRow(self._labels[name], field)
            self._labels[name].setBuddy(field)
        left = QWidget()
        left.setFixedWidth(look.in_letters(340))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(form)
        column.addWidget(self.test_button)
        column.addStretch(1)
        column.addWidget(self.told)
        column.addWidget(self.refusal)
        column.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button, 1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setSpacing(2 * look.RHYTHM)
        whole.addWidget(left)
        whole.addWidget(self.preview, 1)

    def _connect(self) -> None:
        self.printer.currentIndexChanged.connect(lambda _: self._show_setup())
        self.test_button.clicked.connect(self.print_test_page)
        self.print_button.clicked.connect(self.print_now)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)

    # What the clerk does

    def print_now(self) -> None:
        """Send the chosen pages to the chosen printer."""
        file = self.preview.file
        name = self.chosen_printer()
        if file is None or not name or self._run is not None:
            return
        self.refusal.tell(None)
        try:
            pages = pages_chosen(self.pages.text(), file.count)
        except Refusal as refusal:
            self.refusal.tell(refusal)
            self.pages.setFocus()
            return
        remember_printer(self._form, name)
        keep_setup(name, self._setup())
        printer = self._printers.printer(name)
        printer.setCopyCount(self.copies.value())
        printer.setDuplex(_SIDES[self.sides.currentIndex()])
        printer.setColorMode(QPrinter.ColorMode.GrayScale if self.grey.isChecked() else QPrinter.ColorMode.Color)
        printer.setDocName(f"MeritDesk {self._form}")
        run = PaperRun(self._lane, file, printer, pages, self._setup(), self)
        run.progressed.connect(self._progressed)
        run.ended.connect(self._ended)
        run.failed.connect(self._failed)
        self._run = run
        self._set_running(True)
        self._progressed(0, len(pages))
        run.start()

    def print_test_page(self) -> None:
        """Show the test page of margins instead of the document; printing it is the next press of the button."""
        file = self.preview.file
        if file is None:
            return
        desk = self._desk
        page = self.preview.current_page

        def made(step: object) -> bytes:
            width, height = file.size_of(page)
            size = PaperSize.A4 if abs(min(width, height) - 595) < 5 else PaperSize.FOLIO
            with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
                return desk.documents.margin_page(size, width > height, Path(folder)).read_bytes()

        self.pages.clear()
        self._lane.ask(made, lambda data: self.preview.show_pdf(data, self.refusal.tell), self.refusal.tell)
        self._tell(
            QCoreApplication.translate(
                "PaperDialog",
                "The test page is shown. Print it, read off the edges as it says, then set the shift or let pages be "
                "shrunk. Close and open again to return to the document.",
            )
        )

    def reject(self) -> None:
        """Closing while pages are sent stops after the page that is being sent."""
        if self._run is not None:
            self._stop()
            return
        self.preview.clear("")
        super().reject()

    def chosen_printer(self) -> str:
        """The name of the printer; empty when there is none."""
        return str(self.printer.currentData() or "")

    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()

    # What it shows

    def _fill_printers(self) -> None:
        names = self._printers.names()
        for name in names:
            self.printer.addItem(name, name)
        wanted = remembered_printer(self._form)
        self.printer.setCurrentIndex(max(0, self.printer.findData(wanted)) if names else -1)
        self.print_button.setEnabled(bool(names))
        self.printer.setEnabled(bool(names))
        if not names:
            self._tell(
                QCoreApplication.translate(
                    "PaperDialog",
                    "No printer is installed on this PC. Install one in the settings of Windows, or take the PDF to a "
                    "PC that has one.",
                )
            )
        self._show_setup()

    def _show_setup(self) -> None:
        setup = setup_of(self.chosen_printer()) if self.chosen_printer() else PrinterSetup()
        self.right.setValue(setup.right_mm)
        self.down.setValue(setup.down_mm)
        self.fitted.setChecked(setup.is_fitted)

    def _setup(self) -> PrinterSetup:
        return PrinterSetup(self.right.value(), self.down.value(), self.fitted.isChecked())

    def _set_running(self, is_running: bool) -> None:
        self.print_button.setEnabled(not is_running and bool(self.chosen_printer()))
        self.test_button.setEnabled(not is_running)
        self.stop_button.setVisible(is_running)
        self.progress.setVisible(is_running)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        said = QCoreApplication.translate("PaperDialog", "Page %1 of %2 sent.")
        self._tell(said.replace("%1", self._words.number(done)).replace("%2", self._words.number(total)))

    def _ended(self, pages: int, was_stopped: bool) -> None:
        self._run = None
        self._set_running(False)
        translate = QCoreApplication.translate
        said = (
            translate("PaperDialog", "Stopped. %1 pages were sent to %2; print the rest by its page numbers.")
            if was_stopped
            else translate("PaperDialog", "%1 pages were sent to %2.")
        )
        self._tell(singular(said.replace("%1", self._words.number(pages)).replace("%2", self.chosen_printer())))

    def _failed(self, refusal: Exception) -> None:
        self._run = None
        self._set_running(False)
        self._tell("")
        self.refusal.tell(refusal)

    def _tell(self, said: str) -> None:
        self.told.setText(said)

    def _say(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PaperDialog", "Print on paper"))
        said = {
            "printer": translate("PaperDialog", "&Printer"),
            "pages": translate("PaperDialog", "Pa&ges"),
            "copies": translate("PaperDialog", "&Copies"),
            "sides": translate("PaperDialog", "S&ides"),
            "right": translate("PaperDialog", "Shift to the &right"),
            "down": translate("PaperDialog", "Shift &down"),
        }
        for name, words in said.items():
            self._labels[name].setText(words)
        self.pages.setPlaceholderText(translate("PaperDialog", "all, or for example 1-3, 5"))
        for words in (
            translate("PaperDialog", "One side of the paper"),
            translate("PaperDialog", "Both sides, turned like a book"),
            translate("PaperDialog", "Both sides, turned like a pad"),
        ):
            self.sides.addItem(words)
        self.grey.setText(translate("PaperDialog", "Without &colour"))
        self.fitted.setText(translate("PaperDialog", "&Shrink pages to what the printer can reach"))
        self.test_button.setText(translate("PaperDialog", "&Test page for this printer"))
        self.print_button.setText(translate("PaperDialog", "Print"))
        self.stop_button.setText(translate("PaperDialog", "Stop"))
        self.close_button.setText(translate("PaperDialog", "Close"))
