"""What to print: form, paper, whose sheets; the preview shows the person chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents import PrintOutcome
from meritdesk.services.print_job import Selection
from meritdesk.ui import actions, look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.documents.form_options import FormOptions
from meritdesk.ui.documents.outcome_dialog import PrintOutcomeDialog, summary
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.half_typed import say_choice
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.people_list import NamesAndNumbers, PeopleList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

BLOCK = 200
TYPING_MILLISECONDS = 200


class Scope(IntEnum):
    """Whose sheets are printed."""

    PERSON = 0
    UNIT = 1
    ALL = 2


class PrintTab(RoomPage):
    """Dokumen, cetak."""

    room = "documents"
    nouns = frozenset(
        {"people", "units", "plans", "actuals", "evaluations", "reporting", "action_plans", "feedback", "evidence"}
    )

    printed = Signal(object)  # PrintOutcome

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._wanted_unit = ""
        self._listed_unit = ""
        self._used_form: Form | None = None
        self._job: Job | None = None
        self.form = QComboBox()
        self.options = FormOptions(words)
        self.size_box = QComboBox()
        self.choice = QComboBox()
        self.unit = QComboBox()
        for box in (self.form, self.size_box, self.choice, self.unit):
            box.currentTextChanged.connect(box.setToolTip)
        self.unit.setEditable(True)
        self.unit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for box in (self.form, self.size_box, self.choice, self.unit):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cohort_chip = CohortChip(words, self._ask_people, self)
        self.listing = PeopleList(
            "documents.people",
            NamesAndNumbers(words, self),
            self,
            narrower=self._printable,
            has_unit=False,
            is_aside=False,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("PrintTab", "People to choose from")
        self.listing.put_beside(self.cohort_chip)
        self.people, self.people_view, self.search = self.listing.table, self.listing.view, self.listing.search
        self.scopes = QButtonGroup(self)
        for scope in Scope:
            self.scopes.addButton(QRadioButton(), scope)
        self.scopes.button(Scope.PERSON).setChecked(True)
        self.print_button = QPushButton()
        self.print_button.setObjectName("primary")
        self.stop_button = QPushButton()
        self.stop_button.hide()
        self.which = QLabel()
        self.which.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.preview = Preview(lane)
        self._labels = {name: QLabel() for name in ("form", "paper", "choice", "unit")}
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        fields: dict[str, QWidget] = {
            "form": self.form,
            "paper": self.size_box,
            "choice": self.choice,
            "unit": self.unit,
        }
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(look.RHYTHM)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in fields.items():
            form.addRow(self._labels[name], field)
            self._labels[name].setBuddy(field)
            if name == "form":
                form.addRow(self.options)
        parts = QSplitter(self)  # before what stands in it: what moves to another parent is styled anew
        left = QWidget(parts)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, look.RHYTHM, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(form)
        column.addWidget(self.listing, 1)
        for scope in Scope:
            column.addWidget(self.scopes.button(scope))
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button, 1)
        buttons.addWidget(self.stop_button)
        column.addLayout(buttons)
        right = QWidget(parts)
        shown = QVBoxLayout(right)
        shown.setContentsMargins(0, look.RHYTHM, 0, 0)
        shown.setSpacing(look.RHYTHM)
        shown.addWidget(self.which)
        shown.addWidget(self.refusal)
        shown.addWidget(self.preview, 1)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(2 * look.RHYTHM)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([400, 740])
        parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.RHYTHM, 0, look.RHYTHM, look.RHYTHM)
        whole.addWidget(parts)

    def _connect(self) -> None:
        self.form.activated.connect(lambda _: self.show_preview())
        self.options.changed.connect(self.show_preview)
        self.size_box.activated.connect(lambda _: self._style_chosen())
        self.choice.activated.connect(lambda _: self._style_chosen())
        self.unit.activated.connect(lambda _: self._ask_people())
        self.listing.chosen.connect(self.show_preview)
        self.scopes.idToggled.connect(lambda *_: self._say_print())
        self.print_button.clicked.connect(lambda: self.print_to())
        self.stop_button.clicked.connect(self._stop)
        self._print_action = actions.page_action(self, "print", "Ctrl+P")
        self._print_action.triggered.connect(lambda: self.print_to())

    def load(self, period: Period) -> None:
        """Read the units, then the people; the choices stay."""
        self.lane.ask(lambda step: self.desk.register.units(), self._show_units, key="print-units")

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A form, a person or a unit that another page asked for."""
        form = str(filters.get("form", ""))
        if form:
            self.form.setCurrentIndex(self.form.findData(Form(form)))
            self.options.reset()
        nip, self._wanted_unit = str(filters.get("nip", "")), str(filters.get("unit", ""))
        was_narrowed = self.cohort_chip.cohort is not None
        self.cohort_chip.narrow(filters)
        is_named = bool(nip or self._wanted_unit)
        if not is_named and not was_narrowed and self.cohort_chip.cohort is None:
            return
        if is_named:
            self.scopes.button(Scope.PERSON if nip else Scope.UNIT).setChecked(True)
        self._choose_unit(self._wanted_unit)
        self._listed_unit = self._wanted_unit
        if nip:
            self.listing.seek(nip)
        else:
            self.listing.narrow_to()

    def retranslate(self) -> None:
        """Say the panel in the current language; what was chosen stays chosen."""
        translate = QCoreApplication.translate
        said = {
            "form": translate("PrintTab", "F&orm"),
            "paper": translate("PrintTab", "&Paper"),
            "choice": translate("PrintTab", "&Choices"),
            "unit": translate("PrintTab", "&Unit"),
        }
        for name, words in said.items():
            self._labels[name].setText(words)
        _fill(self.form, [(self.words.messages.label_of(form), form) for form in self.desk.documents.forms], Form.D_1_1)
        _fill(
            self.size_box,
            [(self.words.messages.label_of(size), size) for size in PaperSize],
            PaperSize(str(QSettings().value("paper", PaperSize.FOLIO.value))),
        )
        _fill(
            self.choice,
            [(self.words.messages.label_of(style), style) for style in ChoiceStyle],
            ChoiceStyle(str(QSettings().value("choice", ChoiceStyle.STRIKE.value))),
        )
        if self.unit.count():
            say_choice(self.unit, 0, translate("PrintTab", "The whole agency"))
        self.stop_button.setText(translate("PrintTab", "Stop"))
        self._print_action.setText(translate("PrintTab", "Print what is chosen"))
        self.options.retranslate()
        self.options.align(self._labels.values())
        self.listing.say()
        self.preview.retranslate()
        self._say_print()
        self.show_preview()

    def primary_focus(self) -> QWidget:
        """The list of people."""
        return self.people_view

    def style_chosen(self) -> PaperStyle:
        """The office's settings for paper."""
        return PaperStyle(PaperSize(self.size_box.currentData()), ChoiceStyle(self.choice.currentData()))

    def chosen_person(self) -> StaffLine | None:
        """The person whose sheet is previewed."""
        return self.listing.person

    def show_preview(self) -> None:
        """Draw the sheet of the chosen person, in the format that fits this person."""
        self.refusal.tell(None)
        self.options.show_for(Form(self.form.currentData()))
        self._say_print()
        person, period = self.chosen_person(), self.period
        if person is None or period is None:
            self.which.hide()
            self.preview.clear(QCoreApplication.translate("PrintTab", "Choose a person to see the sheet here."))
            return
        asked = Form(self.form.currentData())
        style, options = self.style_chosen(), self.options.chosen()

        def work(step: Step) -> tuple[Form, bytes]:
            fitting = self.desk.documents.right_form(asked, person.nip, period.year)
            instead, paper = options.instead_of(fitting), options.styled(style, fitting)
            return fitting, self.desk.documents.preview(fitting, period, person.nip, paper, instead=instead)

        def show(answer: tuple[Form, bytes]) -> None:
            self._used_form, data = answer
            self._say_which(person, asked)
            self.preview.show_pdf(data)

        def refused(error: Exception) -> None:
            self._used_form = None
            self.which.hide()
            self.preview.clear("")
            self.refusal.tell(error)
            self._say_print()

        self.lane.ask(work, show, refused, key="print-preview")

    def print_to(self, folder: Path | None = None) -> None:
        """Print what is chosen into a folder; without one, ask for it."""
        selection = self._selection()
        if selection is None or self._job is not None or self.period is None:
            return
        target = folder or ask_folder(self, QCoreApplication.translate("PrintTab", "Into which folder?"))
        if target is None:
            return
        scope, period, style = self.scopes.checkedId(), self.period, self.style_chosen()
        form = Form(self.form.currentData())
        if scope == Scope.PERSON and self._used_form is not None:
            form = self._used_form
        options = self.options.chosen()
        style, override = options.styled(style, form), options.override_of(form)

        def work(step: Step) -> PrintOutcome:
            chosen = selection
            if chosen.unit_ids:
                chosen = Selection(unit_ids=self.desk.register.branch(chosen.unit_ids[0]))
            return self.desk.documents.print(form, period, chosen, target, style, step, override)

        self.refusal.tell(None)
        title = QCoreApplication.translate("PrintTab", "Printing %1").replace("%1", form.value)
        # One sheet is done at once; many take minutes, beside which the other pages stay at work.
        lane = self.lane if scope == Scope.PERSON else self.lane.beside
        self._job = lane.ask(work, self._tell, self.refusal.tell, title, shows_progress=True)
        self._job.ended.connect(self._print_ended)
        self._set_printing(True)

    def _selection(self) -> Selection | None:
        scope = self.scopes.checkedId()
        if scope == Scope.ALL:
            return Selection()
        if scope == Scope.UNIT:
            unit_id = self._unit_id()
            return Selection(unit_ids=(unit_id,)) if unit_id else Selection()
        person = self.chosen_person()
        return Selection(nip=person.nip) if person else None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _tell(self, outcome: PrintOutcome) -> None:
        self.printed.emit(outcome)
        self.message.emit(summary(outcome, self.words))
        dialog = PrintOutcomeDialog(outcome, self.words, self)
        dialog.paper_wanted.connect(lambda path: self.to_paper(path, outcome.form.value))
        dialog.open()

    def to_paper(self, path: Path, form: str) -> None:
        """Send a printed file to a printer."""
        PaperDialog(self.desk, self.lane, self.words, path, form, self).open()

    def _print_ended(self) -> None:
        self._job = None
        self._set_printing(False)

    def _set_printing(self, is_printing: bool) -> None:
        self.stop_button.setVisible(is_printing)
        self._say_print()

    def _style_chosen(self) -> None:
        QSettings().setValue("paper", self.style_chosen().size.value)
        QSettings().setValue("choice", self.style_chosen().choice.value)
        self.show_preview()

    def _unit_id(self) -> str:
        """The unit whose name stands in the box; typed words that name none mean the one chosen before."""
        found = self.unit.findText(self.unit.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.unit.itemData(found if found >= 0 else self.unit.currentIndex()) or "")

    def _choose_unit(self, unit_id: str) -> None:
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit_id)))

    def _show_units(self, units: tuple[OrgUnit, ...]) -> None:
        chosen = self._wanted_unit or self._unit_id()
        self.unit.clear()
        self.unit.addItem(QCoreApplication.translate("PrintTab", "The whole agency"), "")
        for unit in units:
            self.unit.addItem(unit.name, unit.unit_id)
        completer = self.unit.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._choose_unit(chosen)
        self._wanted_unit = ""
        self._listed_unit = self._unit_id()
        self.listing.ask()

    def _ask_people(self) -> None:
        self._listed_unit = self._unit_id()
        self.listing.ask(is_refresh=False)

    def _printable(self, query: StaffQuery) -> StaffQuery:
        """The people of the chosen unit, or those another page counted; the head of region has no NIP and no sheet."""
        unit_id = self._listed_unit
        branch = self.desk.register.branch(unit_id) if unit_id else ()
        return replace(query, unit_ids=branch, cohort=self.cohort_chip.cohort, only_numbered=True)

    def _say_print(self) -> None:
        translate = QCoreApplication.translate
        person = self.chosen_person()
        unit = self.unit.currentText()
        self.scopes.button(Scope.PERSON).setText(
            translate("PrintTab", "Only %1").replace("%1", self.words.person(person.name, person.nip))
            if person
            else translate("PrintTab", "One person")
        )
        self.scopes.button(Scope.UNIT).setText(
            translate("PrintTab", "Everyone in: %1").replace("%1", unit)
            if self._unit_id()
            else translate("PrintTab", "Everyone in the chosen unit")
        )
        self.scopes.button(Scope.UNIT).setEnabled(bool(self._unit_id()))
        self.scopes.button(Scope.ALL).setText(translate("PrintTab", "Everyone in the agency"))
        self.print_button.setText(translate("PrintTab", "Print...  Ctrl+P"))
        is_possible = self.scopes.checkedId() != Scope.PERSON or (person is not None and self._used_form is not None)
        self.print_button.setEnabled(self._job is None and is_possible)

    def _say_which(self, person: StaffLine, asked: Form) -> None:
        translate = QCoreApplication.translate
        assert self._used_form is not None
        instead = self.options.chosen().instead_of(self._used_form)
        if instead is not None:
            said = translate("PrintTab", "Draft of %1 for %2, instead of %3 which fits the post.")
            said = said.replace("%1", instead.value).replace("%3", self._used_form.value)
        elif self._used_form is asked:
            said = translate("PrintTab", "Draft of %1 for %2")
        else:
            said = translate("PrintTab", "Draft of %1 for %2: this is the format that fits the post and the plan.")
        self.which.setText(
            said.replace("%1", self._used_form.value).replace("%2", self.words.person(person.name, person.nip))
        )
        self.which.show()
        self._say_print()


def _fill(box: QComboBox, entries: list[tuple[str, object]], first: object) -> None:
    """Give a box its entries anew and keep what was chosen; Qt hands members of a StrEnum back as plain text."""
    chosen = box.currentData() or first
    box.clear()
    for words, value in entries:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
