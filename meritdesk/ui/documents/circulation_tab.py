"""Di luar: which papers are out, with whom and how long; moved in bulk by selecting or by scanning their QR."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.circulation import OUT_STAGES, PaperStage, PaperStep
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.cancelling import CancelOutcome
from meritdesk.services.documents.circulation import CirculationBoard, CirculationQuery, PaperLine
from meritdesk.services.documents.reprinting import ReprintOutcome
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.paper_moves import MoveOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import BranchChip
from meritdesk.ui.documents.circulation_table import CirculationColumn, CirculationTable
from meritdesk.ui.documents.move_dialog import MoveDialog
from meritdesk.ui.documents.paper_html import paper_html
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_REFUSED_SHOWN = 4
FILTERS: Mapping[str, frozenset[PaperStage]] = {
    "out": OUT_STAGES,
    "recalled": OUT_STAGES,
    "overdue": frozenset(PaperStage),
    "printed": frozenset({PaperStage.PRINTED}),
    "returned": frozenset({PaperStage.RETURNED}),
    "scanned": frozenset({PaperStage.SCANNED}),
    "gone": frozenset({PaperStage.LOST, PaperStage.WITHDRAWN}),
    "all": frozenset(PaperStage),
}


class CirculationTab(RoomPage):
    """The papers of the year of the period."""

    room = "documents"
    nouns = frozenset(
        {"documents", "circulation", "processes", "evaluations", "plans", "people", "holidays", "settings"}
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._board: CirculationBoard | None = None
        self._lines: tuple[PaperLine, ...] = ()
        self.branch = BranchChip(self._give, self)
        self.tray: dict[str, PaperLine] = {}
        self._title = look.title(QLabel(self))
        self.move_papers = QPushButton(self)
        self.move_papers.setObjectName("primary")
        self.move_papers.clicked.connect(self.open_move)
        self.call_back = QPushButton(self)
        self.call_back.clicked.connect(self.ask_call_back)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.ask_cancel)
        self.again = QPushButton(self)
        self.again.clicked.connect(self.ask_reprint)
        self.scan = QLineEdit(self)
        self.scan.setClearButtonEnabled(True)
        self.scan.returnPressed.connect(self.take_scanned)
        self.tray_label = QLabel(self)
        self.empty_tray = QPushButton(self)
        self.empty_tray.clicked.connect(self.clear_tray)
        self.refusal = RefusalStrip(words, self)
        self.table = CirculationTable(words, self)
        self.listing = LineList(
            "documents.out",
            self.table,
            self,
            facets=self._facets(),
            at_first={"where": "out"},
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("CirculationTab", "Papers, those to act on first")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._line_chosen)
        self.listing.line_opened.connect(lambda _: self.open_move())
        self.listing.put_beside(self.branch)
        self.listing.selection_moved.connect(self._settle)
        self.listing.settled.connect(self._shown)
        self.view, self.search, self.summary = self.listing.view, self.listing.search, self.listing.summary
        self.detail = QTextBrowser(self)
        self.detail.setOpenLinks(False)
        self.detail.setMinimumWidth(look.in_letters(230))
        self._actions = {}
        for name, key, act in (
            ("scan_papers", "Ctrl+L", self.scan.setFocus),
            ("move_papers", "Ctrl+D", self.open_move),
            ("call_papers_back", "Ctrl+P", self.ask_call_back),
            ("cancel_paper", "Ctrl+B", self.ask_cancel),
            ("print_again", "Ctrl+Shift+P", self.ask_reprint),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        offered = ("move_papers", "print_again", "cancel_paper", "call_papers_back")
        self.listing.offer(*(self._actions[name] for name in offered))
        self._lay_out()
        self.retranslate()
        self._settle()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.again, self.cancel, self.call_back, self.move_papers):
            top.addWidget(button)
        scanning = QHBoxLayout()
        scanning.addWidget(self.scan, 1)
        scanning.addWidget(self.tray_label)
        scanning.addWidget(self.empty_tray)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([930, 255])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addLayout(scanning)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)

    def load(self, period: Period) -> None:
        query = CirculationQuery(period.year, frozenset(PaperStage))

        def work(step: Step) -> CirculationBoard:
            return self.desk.documents.circulation.board(query)

        self.lane.ask(work, self._show, self._cannot, key="circulation")

    def primary_focus(self) -> QWidget:
        return self.scan

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``where`` chooses a filter (out, recalled, overdue, printed, returned, scanned, gone, all).

        ``holder`` keeps what one person has, ``unit`` (``units`` with those below it) whose papers; ``search``.
        """
        self.branch.narrow(filters)
        self._give()
        where = str(filters.get("where", "out"))
        self.listing.narrow_to(
            str(filters.get("search", "") or filters.get("nip", "")),
            where="" if where == "all" else where,
            holder=str(filters.get("holder", "")),
            unit="" if self.branch.units else str(filters.get("unit", "")),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("CirculationTab", "Papers in circulation"))
        self.move_papers.setText(translate("CirculationTab", "What happened…"))
        self.call_back.setText(translate("CirculationTab", "Call-back sheets…"))
        self.cancel.setText(translate("CirculationTab", "Cancel the number…"))
        self.again.setText(translate("CirculationTab", "Print again…"))
        self.scan.setPlaceholderText(translate("CirculationTab", "Scan the QR or type a number, then Enter"))
        self.scan.setAccessibleName(translate("CirculationTab", "Scan the QR or type a number, then Enter"))
        self.empty_tray.setText(translate("CirculationTab", "Empty the tray"))
        self.detail.setAccessibleName(translate("CirculationTab", "History of the selected paper"))
        for name, said in (
            ("scan_papers", translate("CirculationTab", "Scan or type a paper")),
            ("move_papers", translate("CirculationTab", "Note what happened to the chosen papers")),
            ("call_papers_back", translate("CirculationTab", "Print the call-back sheets")),
            ("cancel_paper", translate("CirculationTab", "Cancel the number of the selected paper")),
            ("print_again", translate("CirculationTab", "Print the selected paper again as it was")),
        ):
            self._actions[name].setText(said)
        self.listing.say()
        self._line_chosen(self.listing.current())
        self._shown()

    # The tray

    def take_scanned(self) -> None:
        """Put the paper whose QR or number stands in the line into the tray, ready for the next one."""
        text = self.scan.text().strip()
        if not text:
            return
        self.refusal.tell(None)
        self.scan.clear()
        self.lane.ask(
            lambda step: self.desk.documents.circulation.find(text),
            self._found,
            self.refusal.tell,
        )

    def clear_tray(self) -> None:
        """Take everything out of the tray."""
        self.tray.clear()
        self._tray_changed()
        self.scan.setFocus()

    def _found(self, line: PaperLine) -> None:
        self.tray[line.view.paper.document_id] = line
        self._tray_changed()
        key = line.view.paper.document_id
        place = self.table.rows_of({key}).get(key, -1)
        if place >= 0:
            self.view.choose_row(place)
        else:
            self.detail.setHtml(paper_html(line, self.words))
        self.scan.setFocus()

    def _tray_changed(self) -> None:
        self.table.mark(frozenset(self.tray))
        self._settle()

    def chosen(self) -> tuple[PaperLine, ...]:
        """What is meant: everything in the tray, else the selected rows in the order of the list."""
        if self.tray:
            return tuple(self.tray.values())
        return tuple(self.listing.selected())

    # What can be done

    def open_move(self) -> MoveDialog | None:
        """Ask what happened to the chosen papers; their common next step stands there already."""
        lines = self.chosen()
        if not lines or self._board is None:
            return None
        steps = [line.next_step for line in lines]
        expected = max(dict.fromkeys(steps), key=steps.count)
        paper = lines[0].view.paper
        dialog = MoveDialog(
            self.words, len(lines), f"{paper.number} · {paper.name}", PaperStep(expected), self._board.today, self
        )
        keys = tuple(line.view.paper.document_id for line in lines)

        def enter() -> None:
            noted = dialog.noted()
            self.refusal.tell(None)
            self.lane.ask(
                lambda step: noted.carry_out(self.desk.documents.circulation, keys), self._moved, self.refusal.tell
            )

        dialog.accepted.connect(enter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "documents.move", f"{keys[0]}|{len(keys)}", f"{paper.number} · {paper.name}")
        dialog.open()
        return dialog

    def ask_cancel(self) -> None:
        """Ask for the reason and cancel the number of the selected paper."""
        lines = self.chosen()
        if len(lines) != 1:
            return
        number = lines[0].view.paper.number
        translate = QCoreApplication.translate
        said = translate("CirculationTab", "%1 becomes void with all its copies. Why?").replace("%1", number)
        reason, is_said = QInputDialog.getText(self, translate("CirculationTab", "Cancel the number"), said)
        if is_said:
            self.cancel_number(number, reason)

    def cancel_number(self, number: str, reason: str) -> None:
        """Cancel one number on the lane."""
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.documents.cancel(number, reason), self._cancelled, self.refusal.tell)

    def ask_reprint(self) -> None:
        """Ask for a folder and print the selected paper again as it was."""
        if len(self.chosen()) != 1:
            return
        folder = QFileDialog.getExistingDirectory(self, QCoreApplication.translate("CirculationTab", "Folder"))
        if folder:
            self.reprint(Path(folder))

    def reprint(self, folder: Path) -> None:
        """Print the selected paper again; what no longer stands says so across the page."""
        paper = self.chosen()[0].view.paper
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.documents.circulation.reprint(paper.number, folder, paper.version),
            self._reprinted,
            self.refusal.tell,
        )

    def ask_call_back(self) -> None:
        """Ask for a folder and print one call-back sheet for every holder shown."""
        folder = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("CirculationTab", "Folder for the call-back sheets")
        )
        if folder:
            self.print_call_back(Path(folder))

    def print_call_back(self, folder: Path) -> None:
        """Print the call-back sheets of the holder that is filtered for, or of everybody."""
        if self.period is None:
            return
        year, holder = self.period.year, self.listing.arrangement.only("holder")
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.documents.circulation.print_call_back(year, folder, holder, step=step),
            self._printed,
            self.refusal.tell,
            title=QCoreApplication.translate("CirculationTab", "Printing call-back sheets"),
            shows_progress=True,
        )

    # What came of it

    def _printed(self, outcome: PapersOutcome) -> None:
        facts = {"count": self.words.number(len(outcome.numbers)), "file": Path(outcome.file.path).name}
        self.message.emit(self.words.messages.reason("CLI-CALL-BACK", facts))

    def _reprinted(self, outcome: ReprintOutcome) -> None:
        facts = {
            "number": f"{outcome.number} #{outcome.copy}",
            "standing": self.words.messages.label_of(outcome.standing),
            "file": Path(outcome.file.path).name,
        }
        self.message.emit(self.words.messages.reason("CLI-REPRINTED", facts))

    def _cancelled(self, outcome: CancelOutcome) -> None:
        facts = {"number": outcome.number, "copies": self.words.number(outcome.copies)}
        said = self.words.messages.reason("CLI-CANCELLED", facts)
        if outcome.holders:
            said += " " + self.words.messages.reason("CLI-STILL-OUT", {"holders": ", ".join(outcome.holders)})
        self.tray.clear()
        self._tray_changed()
        self.offer_undo.emit(said, outcome.changes.change_set_id)

    def _moved(self, outcome: MoveOutcome) -> None:
        said = QCoreApplication.translate("CirculationTab", "%1 papers moved, %2 unchanged, %3 refused.")
        for place, number in enumerate((len(outcome.moved), outcome.same, len(outcome.refused)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        told = [self.words.messages.reason(one.code, one.facts) for one in outcome.refused[:_REFUSED_SHOWN]]
        told += [self.words.messages.reason(one.reason) for one in outcome.remarks[:_REFUSED_SHOWN]]
        said = " ".join([said, *told])
        for key in outcome.moved:
            self.tray.pop(key, None)
        self._tray_changed()
        self.scan.setFocus()
        if outcome.changes.change_set_id:
            self.offer_undo.emit(said, outcome.changes.change_set_id)
        else:
            self.message.emit(said)

    def _cannot(self, error: Exception) -> None:
        self._board = None
        self._lines = ()
        self.refusal.tell(error)
        self.listing.show_lines(())

    def _show(self, board: CirculationBoard) -> None:
        self._board = board
        self._lines = board.lines
        self.refusal.tell(None)
        self._give()

    # Filters and words

    def _give(self) -> None:
        """The papers of the units that another page asked for, or all."""
        units = self.branch.units
        if self._board is not None:
            self.listing.show_lines([line for line in self._lines if not units or line.view.paper.unit_id in units])

    def _facets(self) -> tuple[Facet, ...]:
        translate = QCoreApplication.translate
        return (
            Facet(
                "where",
                lambda: translate("CirculationTab", "Where"),
                lambda: [Choice(name, said, self._count(name)) for name, said in self._told_where().items()],
                lambda line, values: any(_is_there(line, name) for name in values),
                is_single=True,
                is_remembered=True,
            ),
            Facet(
                "holder",
                lambda: translate("CirculationTab", "With whom"),
                self._holders,
                lambda line, values: isinstance(line, PaperLine) and line.view.state.holder in values,
            ),
            Facet(
                "unit",
                lambda: translate("CirculationTab", "Unit"),
                lambda: [Choice(key, name) for key, name in (self._board.units if self._board is not None else ())],
                lambda line, values: isinstance(line, PaperLine) and line.view.paper.unit_id in values,
            ),
            column_facet(self.table, CirculationColumn.FORM, lambda: self._lines),
            column_facet(self.table, CirculationColumn.NEXT, lambda: self._lines),
        )

    def _told_where(self) -> dict[str, str]:
        translate = QCoreApplication.translate
        return {
            "out": translate("CirculationTab", "Out"),
            "recalled": translate("CirculationTab", "To be called back"),
            "overdue": translate("CirculationTab", "Overdue"),
            "printed": translate("CirculationTab", "Printed, still here"),
            "returned": translate("CirculationTab", "Returned"),
            "scanned": translate("CirculationTab", "Scanned"),
            "gone": translate("CirculationTab", "Lost or withdrawn"),
        }

    def _count(self, name: str) -> int:
        return sum(_is_there(line, name) for line in self._lines)

    def _holders(self) -> list[Choice]:
        """Who holds papers, whoever has most first."""
        held = Counter(line.view.state.holder for line in self._lines if line.view.state.stage.is_out)
        ranked = sorted(held.items(), key=lambda one: (-one[1], one[0]))
        return [Choice(name, name, count) for name, count in ranked if name]

    def _shown(self) -> None:
        self._tell()
        self._settle()

    def _line_chosen(self, line: PaperLine | None) -> None:
        if line is not None:
            self.detail.setHtml(paper_html(line, self.words))
        else:
            self.detail.clear()

    def _tell(self) -> None:
        board = self._board
        if board is None:
            self.summary.clear()
            return
        said = QCoreApplication.translate(
            "CirculationTab", "%1 shown · %2 out · %3 overdue · %4 to be called back · %5 scanned"
        )
        out = sum(board.stages.get(stage, 0) for stage in OUT_STAGES)
        figures = (
            self.listing.total, out, board.overdue, board.recalled, board.stages.get(PaperStage.SCANNED, 0),
        )  # fmt: skip
        for place, number in enumerate(figures, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate, board = QCoreApplication.translate, self._board
        if board is None:
            return translate("CirculationTab", "The papers are being read.")
        if not self._lines:
            return translate("CirculationTab", "Nothing was printed for this year yet. Print forms on the first tab.")
        out = sum(board.stages.get(stage, 0) for stage in OUT_STAGES)
        if out or arrangement.only("where") != "out":
            return translate("CirculationTab", "No paper fits. Take the filters out to see all.")
        return translate("CirculationTab", "Nothing is out. Scan the papers that you hand out, then “What happened”.")

    def _settle(self) -> None:
        translate = QCoreApplication.translate
        count = len(self.chosen())
        self.move_papers.setEnabled(count > 0)
        self.cancel.setEnabled(count == 1)
        self.again.setEnabled(count == 1)
        self.call_back.setEnabled(self._board is not None and self._board.recalled > 0)
        self.empty_tray.setVisible(bool(self.tray))
        said = singular(translate("CirculationTab", "Tray: %1 papers").replace("%1", self.words.number(len(self.tray))))
        chosen = translate("CirculationTab", "%1 selected").replace("%1", self.words.number(count))
        self.tray_label.setText(said if self.tray else chosen)


def _is_there(line: object, name: str) -> bool:
    """Whether a paper is one of those that a name of ``FILTERS`` keeps."""
    if not isinstance(line, PaperLine) or line.view.state.stage not in FILTERS.get(name, frozenset()):
        return False
    return (name != "recalled" or line.is_recalled) and (name != "overdue" or line.is_overdue)
