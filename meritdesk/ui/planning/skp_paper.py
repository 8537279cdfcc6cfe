"""The plan as the paper it will be: written on in place, each field reached from the hint about it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.people import EmploymentType
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    ResultKind,
    WorkResult,
)
from meritdesk.core.plan_editing import (
    changed_indicator,
    changed_result,
    moved_result,
    new_indicator,
    new_result,
    with_indicator,
    with_result,
    without_indicator,
    without_result,
)
from meritdesk.core.plan_parts import Accreditation, AssignmentBasis, ControlLevel, Exemption, StudyLevel, StudyTerms
from meritdesk.core.target_text import read_target
from meritdesk.core.validation import Severity
from meritdesk.services.planning.editor import OpenedPlan, PlanCheck
from meritdesk.ui import look
from meritdesk.ui.planning.growing_edit import GrowingEdit, PaperChoice, PaperLine
from meritdesk.ui.wording import Words

Place = tuple[str, ...]
_Change = Callable[[PerformancePlan], PerformancePlan]
_ANNEXES = (("RESOURCES", "resources"), ("ACCOUNTABILITY", "accountability"), ("CONSEQUENCES", "consequences"))
_SIGNS: Mapping[StrEnum, str] = {Direction.MORE: "↑ ", Direction.LESS: "↓ "}
_STAFF_EXEMPTIONS = tuple(ground for ground in Exemption if ground is not Exemption.OTHER)


class SkpPaper(QScrollArea):
    """The sheet. ``edited`` carries the plan after a change and the place that was typed in (empty for a new shape)."""

    edited = Signal(object, object)  # PerformancePlan, Place
    manual_wanted = Signal(str, str)  # result id, indicator id

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.plan: PerformancePlan | None = None
        self.opened: OpenedPlan | None = None
        self.fields: dict[Place, QWidget] = {}
        self._shape: object = None
        self._is_locked = False
        self._hinted: set[Place] = set()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_plan(self, opened: OpenedPlan, plan: PerformancePlan, is_locked: bool) -> None:
        """Show a plan; when only texts differ the fields stay, so that nobody loses the cursor."""
        shape = (
            opened.person.person_id,
            plan.plan_id,
            plan.approach,
            plan.job_class,
            is_locked,
            self.words.language,
            plan.study is None,
            tuple(
                (result.result_id, result.kind, result.number, tuple(part.indicator_id for part in result.indicators))
                for result in plan.results
            ),
        )
        self.opened, self.plan, self._is_locked = opened, plan, is_locked
        if shape != self._shape:
            self._shape = shape
            self._build()
        self._fill()

    def clear(self, said: str) -> None:
        """Show nothing but why there is nothing."""
        self.opened = self.plan = None
        self._shape = None
        self.fields.clear()
        label = QLabel(said)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        self.setWidget(label)

    def go_to(self, place: Place) -> bool:
        """Put the keyboard on the field of a hint, or the nearest part around it."""
        for length in range(len(place), -1, -1):
            for known, field in self.fields.items():
                if known[:length] == place[:length] and field.isEnabled():
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.ensureWidgetVisible(field, 40, 80)
                    return True
        return False

    def focused_place(self) -> Place:
        """The field in which the keyboard is, empty when it is elsewhere."""
        focused = self.window().focusWidget()
        return next((place for place, field in self.fields.items() if field is focused), ())

    def mark(self, check: PlanCheck) -> None:
        """Draw a line beside the fields that have a hint: red blocks, amber asks."""
        wanted: dict[Place, str] = {}
        for found in reversed(check.hints):
            place = self._nearest(found.hint.place)
            if place:
                colour = look.blocks() if found.severity is Severity.ERROR else look.asks()
                wanted[place] = colour.name()
        for place in self._hinted - set(wanted):
            if place in self.fields:
                self.fields[place].setStyleSheet("")
        for place, colour_name in wanted.items():
            kind = type(self.fields[place]).__name__
            self.fields[place].setStyleSheet(f"{kind} {{ border-left: 3px solid {colour_name}; }}")
        self._hinted = set(wanted)
        self._show_exemptions(check)

    def _nearest(self, place: Place) -> Place:
        return place if place in self.fields else ()

    def _show_exemptions(self, check: PlanCheck) -> None:
        asked = {found.hint.place[:4] for found in check.hints if found.hint.code in {"V-15", "V-16"}}
        for place, field in self.fields.items():
            if place[-1] == "exemption" and isinstance(field, PaperChoice):
                field.setVisible(place[:4] in asked or field.currentIndex() > 0)

    # What the paper is made of.

    def _build(self) -> None:
        assert self.plan is not None and self.opened is not None
        focused = self.focused_place()
        self.fields = {}
        self._hinted = set()
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setStyleSheet(
            "QWidget#sheet { background: palette(base); } QFrame#cell { border: 1px solid palette(mid); }"
            "QFrame#bar { background: palette(alternate-base); border: 1px solid palette(mid); }"
        )
        self._page = QVBoxLayout(sheet)
        self._page.setContentsMargins(16, 12, 16, 24)
        self._page.setSpacing(0)
        self._build_head()
        for kind in ResultKind:
            self._build_section(kind)
        self._build_behaviour()
        self._build_annexes()
        self._page.addStretch(1)
        self.setWidget(sheet)
        if focused:
            QTimer.singleShot(0, lambda: self.go_to(focused))

    def _build_head(self) -> None:
        assert self.plan is not None and self.opened is not None
        plan, opened, label = self.plan, self.opened, self.words.messages.label_of
        title = QLabel(QCoreApplication.translate("SkpPaper", "PERFORMANCE PLAN (SKP) {year}").format(year=plan.year))
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._page.addWidget(look.strong(title))
        kind = QLabel(f"{label(plan.approach)} · {label(plan.job_class)}")
        kind.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._page.addWidget(kind)
        span = QLabel(
            QCoreApplication.translate("SkpPaper", "Period of appraisal: {start} to {end}").format(
                start=self.words.day(plan.starts), end=self.words.day(plan.ends)
            )
        )
        span.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.addWidget(span)
        grid = self._grid((1, 3, 1, 3))
        rater = opened.rater
        heads = (
            QCoreApplication.translate("SkpPaper", "RATEE"),
            QCoreApplication.translate("SkpPaper", "RATER"),
        )
        grid.addWidget(self._bar(heads[0]), 0, 0, 1, 2)
        grid.addWidget(self._bar(heads[1]), 0, 2, 1, 2)
        post = plan.post or opened.person.position_title
        rows = (
            (
                QCoreApplication.translate("SkpPaper", "Name"),
                opened.person.full_name,
                rater.full_name if rater else "",
            ),
            (QCoreApplication.translate("SkpPaper", "NIP"), opened.person.nip, rater.nip if rater else ""),
            (QCoreApplication.translate("SkpPaper", "Post"), post, rater.position_title if rater else ""),
            (QCoreApplication.translate("SkpPaper", "Unit"), opened.unit_name, opened.rater_unit),
        )
        for row, (name, left, right) in enumerate(rows, start=1):
            for column, text in enumerate((name, left, name, right or "–")):
                grid.addWidget(self._said(text), row, column)
        if opened.person.employment is EmploymentType.PPPK or plan.contract:
            grid.addWidget(self._said(QCoreApplication.translate("SkpPaper", "Employment contract")), 5, 0)
            field = self._text(("plan", "contract"), lambda plan, text: replace(plan, contract=text))
            field.setPlaceholderText(QCoreApplication.translate("SkpPaper", "Number and date of the contract"))
            grid.addWidget(self._cell(field), 5, 1, 1, 3)
        if plan.job_class is JobClass.JPT_OR_AUTONOMOUS:
            box = QCheckBox(
                QCoreApplication.translate(
                    "SkpPaper", "Not all staff understand the indicators yet: manuals are compulsory"
                )
            )
            box.setEnabled(not self._is_locked)
            box.toggled.connect(lambda on: self._change((), lambda plan: replace(plan, needs_manuals=on)))
            self.fields["plan", "needs_manuals"] = box
            grid.addWidget(self._cell(box), 6, 0, 1, 4)
        if opened.context.on_study_leave or plan.study is not None:
            grid.addWidget(self._said(QCoreApplication.translate("SkpPaper", "Study leave")), 7, 0)
            grid.addWidget(self._cell(self._study()), 7, 1, 1, 3)

    def _study(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(4, 2, 4, 2)

        def with_terms(change: Callable[[StudyTerms], StudyTerms]) -> Callable[[PerformancePlan], PerformancePlan]:
            return lambda plan: replace(plan, study=change(plan.study or StudyTerms(StudyLevel.BACHELOR)))

        level = self._choice(
            ("study", "level"),
            StudyLevel,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, level=chosen or StudyLevel.BACHELOR))(plan),
        )
        abroad = QCheckBox(QCoreApplication.translate("SkpPaper", "abroad"))
        abroad.setEnabled(not self._is_locked)
        abroad.toggled.connect(lambda on: self._change((), with_terms(lambda terms: replace(terms, is_abroad=on))))
        self.fields["study", "is_abroad"] = abroad
        university = self._choice(
            ("study", "university"),
            Accreditation,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, university=chosen))(plan),
        )
        programme = self._choice(
            ("study", "programme"),
            Accreditation,
            lambda plan, chosen: with_terms(lambda terms: replace(terms, programme=chosen))(plan),
        )
        average = self._figure(
            ("study", "expected_average"),
            lambda plan, value: with_terms(lambda terms: replace(terms, expected_average=value))(plan),
        )
        for said, field in (
            ("", level),
            ("", abroad),
            (QCoreApplication.translate("SkpPaper", "University"), university),
            (QCoreApplication.translate("SkpPaper", "Programme"), programme),
            (QCoreApplication.translate("SkpPaper", "Expected GPA"), average),
        ):
            if said:
                row.addWidget(QLabel(said))
            row.addWidget(field)
        row.addStretch(1)
        return holder

    def _build_section(self, kind: ResultKind) -> None:
        assert self.plan is not None
        plan = self.plan
        is_staff = plan.job_class is JobClass.JA_JF
        is_figures = plan.approach is Approach.QUANTITATIVE
        heads = [QCoreApplication.translate("SkpPaper", "NO")]
        stretches = [0]
        if is_staff and is_figures:
            heads.append(QCoreApplication.translate("SkpPaper", "SUPERIOR'S RESULT TAKEN UP"))
            stretches.append(5)
        heads.append(QCoreApplication.translate("SkpPaper", "PLANNED RESULT"))
        stretches.append(6)
        if is_staff and is_figures:
            heads.append(QCoreApplication.translate("SkpPaper", "ASPECT"))
            stretches.append(4)
        heads.append(
            QCoreApplication.translate("SkpPaper", "INDIVIDUAL INDICATOR")
            if is_figures
            else QCoreApplication.translate("SkpPaper", "MEASURE OF SUCCESS AND TARGET")
        )
        stretches.append(6 if is_figures else 8)
        if is_figures:
            heads.append(QCoreApplication.translate("SkpPaper", "TARGET"))
            stretches.append(5)
        if not is_staff:
            heads.append(QCoreApplication.translate("SkpPaper", "PERSPECTIVE"))
            stretches.append(4)
        grid = self._grid(stretches)
        said = (
            QCoreApplication.translate("SkpPaper", "A. MAIN RESULTS")
            if kind is ResultKind.MAIN
            else QCoreApplication.translate("SkpPaper", "B. ADDITIONAL RESULTS")
        )
        grid.addWidget(self._bar(said), 0, 0, 1, len(heads))
        for column, text in enumerate(heads):
            grid.addWidget(self._bar(text, is_small=True), 1, column)
        row = 2
        for result in plan.results:
            if result.kind is kind:
                row = self._build_result(grid, row, result, len(heads))
        if not any(result.kind is kind for result in plan.results) and kind is ResultKind.ADDITIONAL:
            later = QCoreApplication.translate("SkpPaper", "– (may be added during the year)")
            grid.addWidget(self._said(later), row, 0, 1, len(heads))
            row += 1
        add = self._button(
            QCoreApplication.translate("SkpPaper", "+ main result")
            if kind is ResultKind.MAIN
            else QCoreApplication.translate("SkpPaper", "+ additional result"),
            lambda: self.add_result(kind),
        )
        self.fields["results", kind.value] = add
        grid.addWidget(add, row, 0, 1, len(heads), Qt.AlignmentFlag.AlignLeft)

    def add_result(self, kind: ResultKind) -> None:
        """An empty result at the end of a section, with the keyboard in it."""
        if self.plan is None or self._is_locked:
            return
        giver = self.opened.rater.position_title if self.opened and self.opened.rater else ""
        result = new_result(kind, _new_id, giver)
        self._change((), lambda plan: with_result(plan, result))
        QTimer.singleShot(0, lambda: self.go_to(("result", result.result_id, "text")))

    def _build_result(self, grid: QGridLayout, row: int, result: WorkResult, width: int) -> int:
        assert self.plan is not None
        plan, name = self.plan, result.result_id
        is_staff = plan.job_class is JobClass.JA_JF
        is_figures = plan.approach is Approach.QUANTITATIVE
        rows = max(len(result.indicators), 1) + 1
        grid.addWidget(self._cell(self._number_cell(result)), row, 0, rows, 1)
        column = 1
        if is_staff and is_figures:
            grid.addWidget(self._cell(self._parent_cell(name)), row, column, rows, 1)
            column += 1
        grid.addWidget(self._cell(self._result_cell(name)), row, column, rows, 1)
        column += 1
        for place, indicator in enumerate(result.indicators):
            self._build_indicator(grid, row + place, column, result, indicator)
        add = self._button(
            QCoreApplication.translate("SkpPaper", "+ measure"),
            lambda: self._change((), lambda plan: with_indicator(plan, name, new_indicator(_new_id))),
        )
        self.fields["result", name, "indicators"] = add
        grid.addWidget(self._cell(add), row + rows - 1, column, 1, width - column)
        return row + rows

    def _number_cell(self, result: WorkResult) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(2, 4, 2, 4)
        column.setSpacing(2)
        number = QLabel(f"{result.number}.")
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(number)
        name = result.result_id
        other = ResultKind.ADDITIONAL if result.kind is ResultKind.MAIN else ResultKind.MAIN
        to_other = (
            QCoreApplication.translate("SkpPaper", "Move to additional results")
            if other is ResultKind.ADDITIONAL
            else QCoreApplication.translate("SkpPaper", "Move to main results")
        )
        for sign, said, deed in (
            ("↑", QCoreApplication.translate("SkpPaper", "Move up"), lambda plan: moved_result(plan, name, -1)),
            ("↓", QCoreApplication.translate("SkpPaper", "Move down"), lambda plan: moved_result(plan, name, 1)),
            (
                "B" if other is ResultKind.ADDITIONAL else "A",
                to_other,
                lambda plan: changed_result(plan, name, lambda found: replace(found, kind=other)),
            ),
            ("✕", QCoreApplication.translate("SkpPaper", "Remove the result"), lambda plan: without_result(plan, name)),
        ):
            button = self._small_button(sign, said, deed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            if sign in "AB":
                self.fields["result", name, "kind"] = button
        column.addStretch(1)
        return holder

    def _parent_cell(self, name: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parent = self._result_text(name, "parent_text")
        parent.setPlaceholderText(QCoreApplication.translate("SkpPaper", "Result of the superior"))
        column.addWidget(parent)
        quoted = self._result_text(name, "parent_indicator")
        quoted.setPlaceholderText(QCoreApplication.translate("SkpPaper", "Its indicator"))
        column.addWidget(quoted)
        superiors = self.opened.superiors if self.opened else ()
        if superiors and not self._is_locked:
            pick = PaperChoice()
            pick.setAccessibleName(QCoreApplication.translate("SkpPaper", "Take over a result of the superior"))
            pick.addItem(QCoreApplication.translate("SkpPaper", "Take over from the superior's plan…"), None)
            for superior in superiors:
                for part in superior.indicators or (None,):
                    pick.addItem(superior.text, (superior.text, part.text if part else ""))
            pick.activated.connect(lambda index: self._take_over(name, pick.itemData(index), pick))
            column.addWidget(pick)
        column.addStretch(1)
        return holder

    def _take_over(self, name: str, chosen: Sequence[str] | None, pick: PaperChoice) -> None:
        pick.setCurrentIndex(0)
        if chosen is None or self.opened is None:
            return
        text, indicator = chosen
        quoted = indicator if self.opened.context.leader_above else ""
        self._change(
            (),
            lambda plan: changed_result(
                plan, name, lambda found: replace(found, parent_text=text, parent_indicator=quoted)
            ),
        )

    def _result_cell(self, name: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        text = self._result_text(name, "text")
        text.setPlaceholderText(QCoreApplication.translate("SkpPaper", "What will have been achieved"))
        column.addWidget(text)
        given = QLabel(QCoreApplication.translate("SkpPaper", "assigned by"))
        given.setContentsMargins(4, 2, 0, 0)
        column.addWidget(look.colour(given, look.quiet()))
        column.addWidget(self._result_text(name, "assigned_by"))
        basis = self._choice(
            ("result", name, "basis"),
            AssignmentBasis,
            lambda plan, chosen: changed_result(
                plan, name, lambda found: replace(found, basis=chosen or AssignmentBasis.ORDINARY)
            ),
            is_needed=True,
        )
        level = self._choice(
            ("result", name, "control_level"),
            ControlLevel,
            lambda plan, chosen: changed_result(plan, name, lambda found: replace(found, control_level=chosen)),
            empty=QCoreApplication.translate("SkpPaper", "control level: –"),
        )
        choices = QVBoxLayout()
        choices.setContentsMargins(4, 0, 4, 4)
        choices.setSpacing(2)
        choices.addWidget(basis)
        choices.addWidget(level)
        column.addLayout(choices)
        column.addStretch(1)
        return holder

    def _build_indicator(
        self, grid: QGridLayout, row: int, column: int, result: WorkResult, indicator: Indicator
    ) -> None:
        assert self.plan is not None
        plan = self.plan
        is_staff = plan.job_class is JobClass.JA_JF
        is_figures = plan.approach is Approach.QUANTITATIVE
        place = ("result", result.result_id, "indicator", indicator.indicator_id)

        def change(inside: Callable[[Indicator], Indicator]) -> Callable[[PerformancePlan], PerformancePlan]:
            return lambda plan: changed_indicator(plan, result.result_id, indicator.indicator_id, inside)

        if is_staff and is_figures:
            aspect = self._choice(
                (*place, "aspect"),
                Aspect,
                lambda plan, chosen: change(lambda part: replace(part, aspect=chosen))(plan),
            )
            grid.addWidget(self._cell(aspect), row, column)
            column += 1
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 2, 0)
        text = self._text((*place, "text"), lambda plan, said: change(lambda part: replace(part, text=said))(plan))
        text.setPlaceholderText(
            QCoreApplication.translate("SkpPaper", "What is measured")
            if is_figures
            else QCoreApplication.translate("SkpPaper", "What is measured and when it is met, in one narrative")
        )
        line.addWidget(text, 1)
        remove = self._small_button(
            "✕",
            QCoreApplication.translate("SkpPaper", "Remove the measure"),
            lambda plan: without_indicator(plan, result.result_id, indicator.indicator_id),
        )
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(line)
        if is_staff:
            exemption = self._choice(
                (*place, "exemption"),
                Exemption,
                lambda plan, chosen: change(lambda part: replace(part, exemption=chosen))(plan),
                empty=QCoreApplication.translate("SkpPaper", "exemption: –"),
            )
            exemption.setVisible(indicator.exemption is not None)
            inside.addWidget(exemption)
        else:
            manual = self._button(
                QCoreApplication.translate("SkpPaper", "Manual (A.1.3)…"),
                lambda: self.manual_wanted.emit(result.result_id, indicator.indicator_id),
            )
            self.fields[(*place, "manual")] = manual
            inside.addWidget(manual, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        grid.addWidget(self._cell(holder), row, column)
        column += 1
        if is_figures:
            grid.addWidget(self._cell(self._target_cell(place, change)), row, column)
            column += 1
        if not is_staff:
            perspective = self._choice(
                (*place, "perspective"),
                Perspective,
                lambda plan, chosen: change(lambda part: replace(part, perspective=chosen))(plan),
            )
            grid.addWidget(self._cell(perspective), row, column)

    def _target_cell(
        self,
        place: Place,
        change: Callable[[Callable[[Indicator], Indicator]], _Change],
    ) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        text = self._text((*place, "target"), lambda plan, said: change(lambda part: _with_target(part, said))(plan))
        text.setPlaceholderText(QCoreApplication.translate("SkpPaper", "e.g. 80-90 %"))
        column.addWidget(text)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 4)
        row.setSpacing(2)
        low = self._figure(
            (*place, "low"),
            lambda plan, value: change(
                lambda part: replace(part, target=replace(part.target, low=value, high=_high(part.target.high, value)))
            )(plan),
        )
        high = self._figure(
            (*place, "high"),
            lambda plan, value: change(
                lambda part: replace(
                    part, target=replace(part.target, high=value if value is not None else part.target.low)
                )
            )(plan),
        )
        unit = PaperLine()
        unit.setReadOnly(self._is_locked)
        unit.setPlaceholderText(QCoreApplication.translate("SkpPaper", "unit"))
        unit.setAccessibleName(QCoreApplication.translate("SkpPaper", "unit"))
        unit.textEdited.connect(
            lambda said: self._change(
                (*place, "unit"),
                change(lambda part: replace(part, target=replace(part.target, unit=said))),
            )
        )
        self.fields[(*place, "unit")] = unit
        for field in (low, high, unit):
            field.setMinimumWidth(30)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(field, 1)
        column.addLayout(row)
        direction = self._choice(
            (*place, "direction"),
            Direction,
            lambda plan, chosen: change(
                lambda part: replace(part, target=replace(part.target, direction=chosen or Direction.MORE))
            )(plan),
            is_needed=True,
        )
        column.addWidget(direction)
        column.addStretch(1)
        return holder

    def _build_behaviour(self) -> None:
        grid = self._grid((2, 5))
        grid.addWidget(self._bar(QCoreApplication.translate("SkpPaper", "WORK BEHAVIOUR")), 0, 0)
        special = QCoreApplication.translate("SkpPaper", "SPECIAL EXPECTATIONS OF THE LEADER (ONE A LINE)")
        grid.addWidget(self._bar(special), 0, 1)
        for row, value in enumerate(BehaviourValue, start=1):
            grid.addWidget(self._said(f"{row}. {self.words.messages.label_of(value)}"), row, 0)

            def changed(plan: PerformancePlan, text: str, value: BehaviourValue = value) -> PerformancePlan:
                kept = {**plan.expectations, value: tuple(text.split("\n"))}
                return replace(plan, expectations={name: texts for name, texts in kept.items() if any(texts)})

            field = self._text(("expectation", value.value), changed)
            grid.addWidget(self._cell(field), row, 1)

    def _build_annexes(self) -> None:
        grid = self._grid((1,))
        hints: Mapping[str, str] = {
            "RESOURCES": QCoreApplication.translate("SkpPaper", "What the employee needs, one a line"),
            "ACCOUNTABILITY": QCoreApplication.translate(
                "SkpPaper", "When it is reported and with what evidence, one a line"
            ),
            "CONSEQUENCES": QCoreApplication.translate(
                "SkpPaper", "If the expectation is met … / if it is not met …, one a line"
            ),
        }
        grid.addWidget(self._bar(QCoreApplication.translate("SkpPaper", "ANNEX (A.1.8)")), 0, 0)
        for place, (section, name) in enumerate(_ANNEXES):
            said = self.words.messages.label(f"ANNEX:{section}").upper()
            grid.addWidget(self._bar(said, is_small=True), 2 * place + 1, 0)

            def changed(plan: PerformancePlan, text: str, name: str = name) -> PerformancePlan:
                lines = tuple(text.split("\n")) if text else ()
                return replace(plan, **{name: lines})  # type: ignore[arg-type]

            field = self._text(("annex", section), changed)
            field.setPlaceholderText(hints[section])
            grid.addWidget(self._cell(field), 2 * place + 2, 0)

    # Small parts.

    def _grid(self, stretches: Sequence[int]) -> QGridLayout:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setSpacing(0)
        for column, stretch in enumerate(stretches):
            grid.setColumnStretch(column, stretch)
        self._page.addWidget(holder)
        return grid

    def _bar(self, text: str, is_small: bool = False) -> QFrame:
        frame = QFrame()
        frame.setObjectName("bar")
        row = QHBoxLayout(frame)
        row.setContentsMargins(6, 3, 6, 3)
        label = QLabel(text)
        label.setWordWrap(True)
        if is_small:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(label if is_small else look.strong(label))
        return frame

    def _said(self, text: str) -> QFrame:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setContentsMargins(6, 3, 6, 3)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self._cell(label)

    def _cell(self, inside: QWidget) -> QFrame:
        frame = QFrame()
        frame.setObjectName("cell")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(inside, 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _button(self, text: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setEnabled(not self._is_locked)
        button.clicked.connect(deed)
        return button

    def _small_button(self, sign: str, said: str, deed: Callable[[PerformancePlan], PerformancePlan]) -> QToolButton:
        button = self._button(sign, lambda: self._change((), deed))
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.setVisible(not self._is_locked)
        return button

    def _text(self, place: Place, change: Callable[[PerformancePlan, str], PerformancePlan]) -> GrowingEdit:
        field = GrowingEdit()
        field.setReadOnly(self._is_locked)
        field.setAccessibleName(self.words.messages.label(_field_name(place)))
        field.typed.connect(lambda text: self._change(place, lambda plan: change(plan, text)))
        self.fields[place] = field
        return field

    def _result_text(self, name: str, attribute: str) -> GrowingEdit:
        return self._text(
            ("result", name, attribute),
            lambda plan, text: changed_result(plan, name, lambda found: replace(found, **{attribute: text})),  # type: ignore[arg-type]
        )

    def _figure(self, place: Place, change: Callable[[PerformancePlan, Decimal | None], PerformancePlan]) -> PaperLine:
        field = PaperLine()
        field.setReadOnly(self._is_locked)
        said = {
            "low": QCoreApplication.translate("SkpPaper", "from"),
            "high": QCoreApplication.translate("SkpPaper", "to"),
        }.get(place[-1], "")
        field.setPlaceholderText(said)
        field.setAccessibleName(said or self.words.messages.label(_field_name(place)))

        def typed(text: str) -> None:
            value = read_decimal(text)
            is_wrong = value is None and bool(text.strip())
            field.setStyleSheet(f"PaperLine {{ color: {look.blocks().name()}; }}" if is_wrong else "")
            if not is_wrong:
                self._change(place, lambda plan: change(plan, value))

        field.textEdited.connect(typed)
        self.fields[place] = field
        return field

    def _choice(
        self,
        place: Place,
        kind: type[StrEnum],
        change: Callable[[PerformancePlan, Any], PerformancePlan],
        is_needed: bool = False,
        empty: str = "–",
    ) -> PaperChoice:
        box = PaperChoice()
        box.setEnabled(not self._is_locked)
        box.setAccessibleName(self.words.messages.label(_field_name(place)))
        if not is_needed:
            box.addItem(empty, None)
        for member in _STAFF_EXEMPTIONS if kind is Exemption else kind:
            box.addItem(f"{_SIGNS.get(member, '')}{self.words.messages.label_of(member)}", member)
            box.setItemData(box.count() - 1, self.words.messages.label_of(member), Qt.ItemDataRole.ToolTipRole)
        box.view().setMinimumWidth(220)
        box.currentIndexChanged.connect(lambda _: box.setToolTip(box.currentText()))

        def chosen(index: int) -> None:
            # Qt hands a member of an enum back as a plain text.
            stated = box.itemData(index)
            self._change((*place, "choice"), lambda plan: change(plan, kind(stated) if stated else None))

        box.activated.connect(chosen)
        self.fields[place] = box
        return box

    def _change(self, place: Place, change: Callable[[PerformancePlan], PerformancePlan]) -> None:
        if self.plan is not None and not self._is_locked:
            self.edited.emit(change(self.plan), place)

    def _fill(self) -> None:
        """Put the values of the plan into the fields, without saying that they were typed."""
        assert self.plan is not None
        for place, value in _values(self.plan).items():
            field = self.fields.get(place)
            if isinstance(field, GrowingEdit):
                field.show_text(str(value))
            elif isinstance(field, PaperLine):
                if not field.hasFocus() or field.text().strip() == "" or read_decimal(field.text()) != value:
                    text = printed_decimal(value) if isinstance(value, Decimal) else str(value or "")
                    if field.text() != text and not (field.hasFocus() and field.text() and value is None):
                        field.setText(text)
            elif isinstance(field, PaperChoice):
                field.setCurrentIndex(max(field.findData(value), 0))
            elif isinstance(field, QCheckBox):
                field.blockSignals(True)
                field.setChecked(bool(value))
                field.blockSignals(False)
            elif isinstance(field, QToolButton) and place[-1] == "manual":
                said = QCoreApplication.translate("SkpPaper", "Manual (A.1.3)…")
                field.setText(f"✓ {said}" if value is not None else said)


def _values(plan: PerformancePlan) -> dict[Place, object]:
    """What stands in each field."""
    values: dict[Place, object] = {
        ("plan", "contract"): plan.contract,
        ("plan", "needs_manuals"): plan.needs_manuals,
    }
    if plan.study is not None:
        for name in ("level", "is_abroad", "university", "programme", "expected_average"):
            values["study", name] = getattr(plan.study, name)
    for value in BehaviourValue:
        values["expectation", value.value] = "\n".join(plan.expectations.get(value, ()))
    for section, name in _ANNEXES:
        values["annex", section] = "\n".join(getattr(plan, name))
    for result in plan.results:
        for name in ("text", "parent_text", "parent_indicator", "assigned_by", "basis", "control_level"):
            values["result", result.result_id, name] = getattr(result, name)
        for part in result.indicators:
            place = ("result", result.result_id, "indicator", part.indicator_id)
            for name in ("text", "aspect", "perspective", "exemption", "manual"):
                values[(*place, name)] = getattr(part, name)
            values[(*place, "target")] = part.target.text
            for name in ("low", "high", "unit", "direction"):
                values[(*place, name)] = getattr(part.target, name)
    return values


_NAMES = {
    "text": "RESULT",
    "parent_text": "PARENT",
    "parent_indicator": "PARENT_INDICATOR",
    "university": "STUDY_PLACE",
    "programme": "STUDY_PLACE",
    "level": "STUDY_LEVEL",
    "expected_average": "STUDY_AVERAGE",
    "direction": "TARGET",
    "low": "TARGET",
    "high": "TARGET",
}


def _field_name(place: Place) -> str:
    """The label key of what a field holds, for readers of the screen."""
    if place[0] == "annex":
        return f"ANNEX:{place[1]}"
    if place[0] == "expectation":
        return f"BEHAVIOUR:{place[1]}"
    if place[-1] == "text" and "indicator" in place:
        return "PLANFIELD:INDICATOR"
    return f"PLANFIELD:{_NAMES.get(place[-1], place[-1].upper())}"


def _with_target(indicator: Indicator, text: str) -> Indicator:
    """The measure with a new target text; figures that followed from the old text follow from the new one."""
    target = indicator.target
    derived = read_target(target.text, indicator.aspect)
    has_own = (target.low, target.high, target.unit) != (derived.low, derived.high, derived.unit)
    if has_own and target.low is not None:
        return replace(indicator, target=replace(target, text=text))
    found = read_target(text, indicator.aspect)
    return replace(indicator, target=replace(found, direction=found.direction if found.low else target.direction))


def _high(high: Decimal | None, low: Decimal | None) -> Decimal | None:
    """The upper figure beside a new lower one: never below it, and gone when there is none."""
    if low is None:
        return None
    return high if high is not None and high >= low else low


def _new_id() -> str:
    return str(uuid.uuid4())
