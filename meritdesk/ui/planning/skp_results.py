"""The results on the paper of a plan: both sections, each result with its measures, as the form draws them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.plan import (
    Approach,
    Aspect,
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
from meritdesk.core.plan_parts import AssignmentBasis, ControlLevel, Exemption
from meritdesk.core.target_text import read_target
from meritdesk.ui import look
from meritdesk.ui.planning.growing_edit import PaperChoice, PaperLine
from meritdesk.ui.planning.skp_fields import PaperFields, Place, PlanChange
from meritdesk.ui.wording import Words


class ResultFields(PaperFields):
    """The two sections of results."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._picks: list[PaperChoice] = []

    def _build_section(self, kind: ResultKind, results: Sequence[WorkResult]) -> Iterator[None]:
        """One section, a cell or a row at a time; ``results`` bear the slots of the sheet instead of their ids."""
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
        mine = [result for result in results if result.kind is kind]
        for result in mine:
            yield from self._build_result(grid, row, result, len(heads))
            row += max(len(result.indicators), 1) + 1
        if not mine and kind is ResultKind.ADDITIONAL:
            later = QCoreApplication.translate("SkpPaper", "– (may be added during the year)")
            grid.addWidget(self._said(later), row, 0, 1, len(heads))
            row += 1
        add = self._button(
            QCoreApplication.translate("SkpPaper", "+ main result")
            if kind is ResultKind.MAIN
            else QCoreApplication.translate("SkpPaper", "+ additional result"),
            lambda: self.add_result(kind),
        )
        self._keep(("results", kind.value), add)
        grid.addWidget(add, row, 0, 1, len(heads), Qt.AlignmentFlag.AlignLeft)

    def add_result(self, kind: ResultKind) -> None:
        """An empty result at the end of a section, with the keyboard in it."""
        if self.plan is None or self._is_locked:
            return
        giver = self.opened.rater.position_title if self.opened and self.opened.rater else ""
        result = new_result(kind, _new_id, giver)
        self._change((), lambda plan: with_result(plan, result))
        QTimer.singleShot(0, self, lambda: self.go_to(("result", result.result_id, "text")))

    def _build_result(self, grid: QGridLayout, row: int, result: WorkResult, width: int) -> Iterator[None]:
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
        yield
        for place, indicator in enumerate(result.indicators):
            self._build_indicator(grid, row + place, column, result, indicator)
            yield
        add = self._button(
            QCoreApplication.translate("SkpPaper", "+ measure"),
            lambda: self._change((), lambda plan: with_indicator(plan, self.now(name), new_indicator(_new_id))),
        )
        self._keep(("result", name, "indicators"), add)
        grid.addWidget(self._cell(add), row + rows - 1, column, 1, width - column)

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
            (
                "↑",
                QCoreApplication.translate("SkpPaper", "Move up"),
                lambda plan: moved_result(plan, self.now(name), -1),
            ),
            (
                "↓",
                QCoreApplication.translate("SkpPaper", "Move down"),
                lambda plan: moved_result(plan, self.now(name), 1),
            ),
            (
                "B" if other is ResultKind.ADDITIONAL else "A",
                to_other,
                lambda plan: changed_result(plan, self.now(name), lambda found: replace(found, kind=other)),
            ),
            (
                "✕",
                QCoreApplication.translate("SkpPaper", "Remove the result"),
                lambda plan: without_result(plan, self.now(name)),
            ),
        ):
            button = self._small_button(sign, said, deed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            if sign in "AB":
                self._keep(("result", name, "kind"), button)
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
            pick.activated.connect(lambda index: self._take_over(name, pick.itemData(index), pick))
            column.addWidget(pick)
            self._picks.append(pick)
            self._offer_superiors(pick)
        column.addStretch(1)
        return holder

    def _offer_superiors(self, pick: PaperChoice) -> None:
        pick.clear()
        pick.addItem(QCoreApplication.translate("SkpPaper", "Take over from the superior's plan…"), None)
        for superior in self.opened.superiors if self.opened is not None else ():
            for part in superior.indicators or (None,):
                pick.addItem(superior.text, (superior.text, part.text if part else ""))

    def _take_over(self, name: str, chosen: Sequence[str] | None, pick: PaperChoice) -> None:
        pick.setCurrentIndex(0)
        if chosen is None or self.opened is None:
            return
        text, indicator = chosen
        quoted = indicator if self.opened.context.leader_above else ""
        self._change(
            (),
            lambda plan: changed_result(
                plan, self.now(name), lambda found: replace(found, parent_text=text, parent_indicator=quoted)
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
                plan, self.now(name), lambda found: replace(found, basis=chosen or AssignmentBasis.ORDINARY)
            ),
            is_needed=True,
        )
        level = self._choice(
            ("result", name, "control_level"),
            ControlLevel,
            lambda plan, chosen: changed_result(
                plan, self.now(name), lambda found: replace(found, control_level=chosen)
            ),
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
            return lambda plan: changed_indicator(
                plan, self.now(result.result_id), self.now(indicator.indicator_id), inside
            )

        if is_staff and is_figures:
            aspect = self._choice(
                (*place, "aspect"),
                Aspect,
                lambda plan, chosen: change(lambda part: replace(part, aspect=chosen))(plan),
            )
            aspect.keep_whole()
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
            lambda plan: without_indicator(plan, self.now(result.result_id), self.now(indicator.indicator_id)),
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
            if indicator.exemption is None:
                exemption.hide()
            inside.addWidget(exemption)
        else:
            manual = self._button(
                QCoreApplication.translate("SkpPaper", "Manual (A.1.3)…"),
                lambda: self.manual_wanted.emit(self.now(result.result_id), self.now(indicator.indicator_id)),
            )
            self._keep((*place, "manual"), manual)
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
        change: Callable[[Callable[[Indicator], Indicator]], PlanChange],
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
        self._keep((*place, "unit"), unit)
        for field in (low, high, unit):
            field.setMinimumWidth(look.in_letters(30))
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
