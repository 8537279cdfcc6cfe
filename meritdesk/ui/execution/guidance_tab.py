"""Guidance: coaching, mentoring, training, what followed, and what is confidential, one person at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.access import Action, may
from meritdesk.core.confidential import ConfidentialKind, ConfidentialRecord
from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.guidance import GuidanceKind, GuidanceRecord
from meritdesk.core.guidance_content import FORM_OF_KIND
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents import Selection
from meritdesk.services.execution.confidential import OpenedRecord
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.guidance import GuidanceDraft, KeptGuidance
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import Draw, Issue, SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.execution.evidence_pane import EvidencePane
from meritdesk.ui.execution.guidance_table import RecordColumn, RecordLine, RecordTable, line_of
from meritdesk.ui.execution.record_dialog import RecordDialog
from meritdesk.ui.execution.record_parts import Kind
from meritdesk.ui.execution.record_sheet import record_html
from meritdesk.ui.likely_day import likely_day
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.people_list import NamesAndPosts, PeopleList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class _Answer:
    lines: tuple[RecordLine, ...]
    hints: tuple[Hint, ...]
    proofs: dict[str, str]


class GuidanceTab(RoomPage):
    """Bimbingan: the records of one person; confidential ones are opened, and that is written down."""

    room = "execution"
    nouns = frozenset({"guidance", "confidential", "people", "plans", "feedback"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._hints: tuple[Hint, ...] = ()
        self._proofs: dict[str, str] = {}
        self._opened: OpenedRecord | None = None
        self._wanted = ""
        self._lines: tuple[RecordLine, ...] = ()
        self.people = PeopleList("execution.people", NamesAndPosts(words, self), self)
        self.people.chosen.connect(self._load_records)
        self.heading = look.strong(QLabel(self))
        self.new_button = QPushButton(self)
        self.new_button.setObjectName("primary")
        self.menu = QMenu(self)
        self.new_button.setMenu(self.menu)
        self.kinds = {}
        for kind in (*GuidanceKind, *ConfidentialKind):
            if kind is ConfidentialKind.BEHAVIOUR_PROBLEM:
                self.menu.addSeparator()
            self.kinds[kind] = self.menu.addAction("", partial(self.write, kind))
        self.open_button = QPushButton(self)
        self.open_button.clicked.connect(self.open_record)
        self.amend_button = QPushButton(self)
        self.amend_button.clicked.connect(self.amend)
        self.print_button = QPushButton(self)
        self.print_button.clicked.connect(self.print_record)
        self.table = RecordTable(words, self)
        self.listing = LineList(
            "execution.guidance",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._lines)
                for column in (RecordColumn.KIND, RecordColumn.WHO)
            ],
            led_by=self.people,
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("GuidanceTab", "Records of guidance")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(lambda _: self._record_chosen())
        self.listing.line_opened.connect(lambda _: self.open_record())
        self.view = self.listing.view
        self.sheet = QTextBrowser(self)
        self.sheet.setOpenLinks(False)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.evidence = EvidencePane(desk, lane, words, self)
        self.evidence.message.connect(self.message)
        self.evidence.offer_undo.connect(self.offer_undo)
        self.new_action = page_action(self, "new_record", "Ctrl+N")
        self.new_action.triggered.connect(self.new_button.showMenu)
        self.open_action = page_action(self, "open_record", "Ctrl+Return")
        self.open_action.triggered.connect(self.open_record)
        self.print_action = page_action(self, "print", "Ctrl+P")
        self.print_action.triggered.connect(self.print_record)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.open_button)
        top.addWidget(self.print_button)
        top.addWidget(self.amend_button)
        top.addWidget(self.new_button)
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self.listing)
        middle.addWidget(self.sheet)
        middle.setSizes([240, 290])
        middle.setChildrenCollapsible(False)
        work = QWidget(self)
        work_layout = QVBoxLayout(work)
        work_layout.setContentsMargins(0, 0, 0, 0)
        work_layout.addLayout(top)
        work_layout.addWidget(middle, 1)
        work_layout.addWidget(self.told)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("guidanceSplitter")
        for widget in (self.people, work, self.evidence):
            self.splitter.addWidget(widget)
        self.splitter.setSizes([250, 640, 260])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.splitter, 1)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.people.say()
        self.listing.say()
        self.evidence.retranslate()
        self.new_button.setText(translate("GuidanceTab", "&New record"))
        self.open_button.setText(translate("GuidanceTab", "&Open the confidential record"))
        self.amend_button.setText(translate("GuidanceTab", "&Put right…"))
        self.print_button.setText(translate("GuidanceTab", "Print…"))
        self.print_action.setText(translate("GuidanceTab", "Print the chosen record"))
        for kind, action in self.kinds.items():
            action.setText(self.words.messages.label_of(kind))
        self.new_action.setText(translate("GuidanceTab", "New record"))
        self.open_action.setText(translate("GuidanceTab", "Open the confidential record"))
        self.sheet.setAccessibleName(translate("GuidanceTab", "Contents of the record"))
        self._show_sheet()
        self._say()

    def primary_focus(self) -> QWidget:
        return self.people.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``nip`` finds the person."""
        self.people.narrow(filters)

    def load(self, period: Period) -> None:
        if self.people.total:
            self._load_records()
        else:
            self.people.reload()

    def write(self, kind: Kind) -> RecordDialog | None:
        """The form for a new record of a kind."""
        person = self.people.person
        if person is None:
            return None
        guide = "" if kind is GuidanceKind.TRAINING else person.rater_name
        dialog = RecordDialog(self.words, kind, person.name, self._day(), guide, tuple(self._proofs.items()), self)
        dialog.save.clicked.connect(partial(self._save, dialog, person.person_id, ""))
        keep_drafts(
            dialog,
            self,
            "execution.record.new",
            f"{kind.name}|{person.person_id}",
            person.name,
            is_confidential=dialog.is_confidential,
            facts={"nip": person.nip, "kind": kind.name},
        )
        return self._open_dialog(dialog)

    def amend(self) -> RecordDialog | None:
        """The form of the chosen record, to put it right; a confidential one has to be open."""
        line, person = self._chosen(), self.people.person
        record = self._readable(line)
        if line is None or person is None or record is None:
            return None
        dialog = RecordDialog(self.words, line.kind, person.name, self._day(), "", tuple(self._proofs.items()), self)
        dialog.show_record(record)
        dialog.save.clicked.connect(partial(self._save, dialog, person.person_id, line.record_id))
        keep_drafts(
            dialog,
            self,
            "execution.record",
            line.record_id,
            person.name,
            record_id=line.record_id if line.is_confidential else "",
            facts={"nip": person.nip},
        )
        return self._open_dialog(dialog)

    def open_record(self) -> None:
        """Open the chosen confidential record; the journal says who did before anything is shown."""
        line = self._chosen()
        if line is None or not line.is_confidential:
            return
        self.lane.ask(
            lambda step: self.desk.execution.confidential.open(line.record_id),
            self._show_opened,
            title=self.open_action.text(),
        )

    def print_record(self) -> SheetDialog | None:
        """Look at the chosen record as it will be printed, and print it; of a confidential one that is an opening."""
        line, person = self._chosen(), self.people.person
        if line is None or person is None or line.kind is GuidanceKind.TRAINING:
            return None
        title = f"{self.words.messages.label_of(line.kind)} · {person.name}"
        draw, issue = self._paper_of(line, person.nip)
        dialog = SheetDialog(self.desk, self.lane, self.words, title, draw, issue, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet_dialog = dialog
        dialog.open()
        return dialog

    def _paper_of(self, line: RecordLine, nip: str) -> tuple[Draw, Issue]:
        """How the paper of a record is drawn and issued: on its form, or as the office's own sheet of counselling."""
        desk = self.desk
        if line.kind is ConfidentialKind.COUNSELLING:
            confidential = desk.execution.confidential
            return (
                lambda style: confidential.preview_counselling(line.record_id, style),
                lambda folder, style: Path(confidential.print_counselling(line.record_id, folder, style).file.path),
            )
        form = Form.B_1_10 if isinstance(line.kind, ConfidentialKind) else FORM_OF_KIND[line.kind]
        period = Period(line.held_on.year, PeriodKind.YEAR)

        def issue(folder: Path, style: PaperStyle) -> Path:
            selection = Selection(nip=nip, record_id=line.record_id)
            outcome = desk.documents.print(form, period, selection, folder, style)
            assert outcome.file is not None, "one named sheet is printed or refused"
            return Path(outcome.file.path)

        return lambda style: desk.documents.preview(form, period, nip, style, line.record_id), issue

    def _day(self) -> date:
        today = date.today()  # noqa: DTZ011 - the clerk's own day
        return likely_day(Period(self.period.year, PeriodKind.YEAR), today) if self.period is not None else today

    def _open_dialog(self, dialog: RecordDialog) -> RecordDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _save(self, dialog: RecordDialog, person_id: str, record_id: str) -> None:
        body, held_on = dialog.body(), dialog.held_on
        readers, is_confidential = dialog.names(), dialog.is_confidential
        draft = GuidanceDraft(held_on, body, guide_name=dialog.guide.text(), place=dialog.place.text())

        def work(step: Step) -> KeptGuidance | OpenedRecord:
            execution = self.desk.execution
            if is_confidential:
                if record_id:
                    return execution.confidential.amend(record_id, held_on, body)
                return execution.confidential.add(person_id, held_on, body, readers)
            if record_id:
                return execution.guidance.amend(record_id, draft)
            return execution.guidance.add(person_id, draft)

        def then(kept: KeptGuidance | OpenedRecord) -> None:
            self._wanted = kept.record.record_id
            if isinstance(kept, OpenedRecord):
                self._opened = kept
            dialog.accept()
            said = QCoreApplication.translate("GuidanceTab", "Record saved.")
            self.message.emit(" ".join([said, *map(self._hinted, kept.hints)]))
            self._load_records()

        def failed(refusal: Exception) -> None:
            code, what, next_step = self.words.told(refusal)
            dialog.refuse(f"{what} {next_step} ({code})")

        self.lane.ask(work, then, failed, title=dialog.windowTitle())

    def _load_records(self) -> None:
        person, period = self.people.person, self.period
        if person is None or period is None:
            self._lines = ()
            self.listing.show_lines(())
            self._show_sheet()
            self._say()
            return

        def read(step: Step) -> _Answer:
            execution = self.desk.execution
            lines = [line_of(one) for one in execution.guidance.lines(person.person_id, period.year)]
            # Whoever may read no confidential record sees the others all the same.
            if may(self.desk.upkeep.accounts.actor, Action.CONFIDE):
                lines += [
                    line_of(one)
                    for one in execution.confidential.lines(person.person_id)
                    if one.held_on.year == period.year
                ]
            log = execution.feedback.log(person.person_id, Period(period.year, PeriodKind.YEAR))
            proofs = {line.entry.entry_id: self._proof(line.entry.given_on, line.entry.text) for line in log.lines}
            ordered = tuple(sorted(lines, key=lambda line: (line.held_on, line.record_id)))
            return _Answer(ordered, execution.guidance.hints(person.person_id), proofs)

        self.lane.ask(read, partial(self._show, person.person_id), key="execution.guidance")

    def _proof(self, day: object, text: str) -> str:
        return f"{day}: {' '.join(text.split())[:90]}"

    def _show(self, person_id: str, answer: _Answer) -> None:
        if self.people.person is None or self.people.person.person_id != person_id:
            return
        before = self._chosen()
        wanted = self._wanted or (before.record_id if before else "")
        self._wanted = ""
        self._hints, self._proofs = answer.hints, answer.proofs
        self._lines = answer.lines
        known = [line.record_id for line in answer.lines]
        if known:
            shown = wanted if wanted in known else known[-1]
            self.listing.choose(lambda line: line.record_id == shown)
        self.listing.show_lines(answer.lines)
        self._show_sheet()
        self._say()

    def _show_opened(self, opened: OpenedRecord) -> None:
        self._opened = opened
        self._show_sheet()
        said = QCoreApplication.translate("GuidanceTab", "Opened; the journal says that you did.")
        self.message.emit(" ".join([said, *map(self._hinted, opened.hints)]))
        self._say()

    def _chosen(self) -> RecordLine | None:
        return self.listing.current()

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        if self.people.person is None:
            return QCoreApplication.translate("GuidanceTab", "Choose a person on the left")
        return QCoreApplication.translate(
            "GuidanceTab", "No records of guidance in this year yet. Write the first one with Ctrl+N."
        )

    def _readable(self, line: RecordLine | None) -> GuidanceRecord | ConfidentialRecord | None:
        if line is None or line.record is not None:
            return line.record if line is not None else None
        is_open = self._opened is not None and self._opened.record.record_id == line.record_id
        return self._opened.record if is_open and self._opened is not None else None

    def _record_chosen(self) -> None:
        line = self._chosen()
        if line is None or (self._opened is not None and self._opened.record.record_id != line.record_id):
            self._opened = None
        self._show_sheet()
        self._say()

    def _show_sheet(self) -> None:
        line, person = self._chosen(), self.people.person
        record = self._readable(line)
        if record is not None:
            self.sheet.setHtml(record_html(record, self.words, self._proofs) + self._openings())
        elif line is not None:
            self.sheet.setPlainText(
                QCoreApplication.translate(
                    "GuidanceTab",
                    "Confidential. Open it with Ctrl+Enter to read it; who opens it is written into the journal.",
                )
            )
        elif person is not None:
            self.sheet.setPlainText(
                QCoreApplication.translate(
                    "GuidanceTab", "No records of guidance in this year yet. Write the first one with Ctrl+N."
                )
            )
        else:
            self.sheet.clear()
        if line is None or person is None or record is None:
            self.evidence.show_place(None)
        else:
            owner = EvidenceOwner.CONFIDENTIAL if line.is_confidential else EvidenceOwner.GUIDANCE
            self.evidence.show_place(Place(person.person_id, owner, line.record_id))

    def _openings(self) -> str:
        line = self._chosen()
        if self._opened is None or line is None or not line.is_confidential:
            return ""
        said = QCoreApplication.translate("GuidanceTab", "Opened by")
        told = "".join(
            f"<p>{self.words.moment(one.opened_at)} · {escape(one.opened_by)} · {escape(one.device)}</p>"
            for one in self._opened.openings
        )
        return f"<p><b>{said}</b></p>{told}" if told else ""

    def _hinted(self, hint: Hint) -> str:
        return f"⚠ {self.words.messages.reason(hint.code, hint.facts)} ({hint.code})"

    def _say(self) -> None:
        person, line = self.people.person, self._chosen()
        self.new_button.setEnabled(person is not None)
        self.open_button.setVisible(line is not None and line.is_confidential and self._readable(line) is None)
        self.amend_button.setEnabled(self._readable(line) is not None)
        self.print_button.setEnabled(line is not None and line.kind is not GuidanceKind.TRAINING)
        if person is None or self.period is None:
            self.heading.setText(QCoreApplication.translate("GuidanceTab", "Choose a person on the left"))
        else:
            self.heading.setText(f"{self.words.person(person.name, person.nip)} · {self.period.year}")
        hints = [*self._hints]
        if self._opened is not None and self._readable(line) is not None and line is not None and line.is_confidential:
            hints += self._opened.hints
        self.told.setText("\n".join(map(self._hinted, hints)))
        self.told.setVisible(bool(hints))
        look.colour(self.told, look.asks())
