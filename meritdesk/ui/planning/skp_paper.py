"""The plan as the paper it will be: written on in place, each field reached from the hint about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.people import EmploymentType
from meritdesk.core.plan import (
    BehaviourValue,
    PerformancePlan,
    ResultKind,
    WorkResult,
)
from meritdesk.core.validation import Severity
from meritdesk.services.planning.editor import OpenedPlan, PlanCheck
from meritdesk.ui import look
from meritdesk.ui.planning.growing_edit import GrowingEdit, PaperChoice, PaperLine
from meritdesk.ui.planning.skp_fields import Place
from meritdesk.ui.planning.skp_head import HeadFields
from meritdesk.ui.wording import Words

_ANNEXES = (("RESOURCES", "resources"), ("ACCOUNTABILITY", "accountability"), ("CONSEQUENCES", "consequences"))


class SkpPaper(HeadFields):
    """The whole sheet: head, results, behaviour and annexes."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._shape: object = None
        self._stands_for: Place = ()
        self._slots: tuple[WorkResult, ...] = ()
        self._sheets = 0
        self._behind: QWidget | None = None
        self._hinted: set[Place] = set()
        self._check: PlanCheck | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_plan(self, opened: OpenedPlan, plan: PerformancePlan, is_locked: bool, *, may_wait: bool = False) -> None:
        """Show a plan. A sheet of the same shape is only filled anew, so that nobody loses the cursor.

        Another shape is made in slices: for another plan from its head downwards in the place of the sheet before, for
        the same plan behind it, so that the clerk goes on where he is until the new one is whole. What nobody sees is
        made at once, unless it ``may_wait``: the page only says itself in another language behind the one in front.
        """
        before = self.opened.superiors if self.opened is not None else ()
        self.opened, self.plan, self._is_locked = opened, plan, is_locked
        shape = self._shape_of(opened, plan)
        stands_for = (opened.person.person_id, plan.plan_id)
        is_same, self._stands_for = stands_for == self._stands_for, stands_for
        if not is_same:
            self._check = None
        if shape != self._shape or (self._making.is_working and not is_same):
            self._shape = shape
            self._build(is_same, may_wait)
            return
        if not is_same or not self._is_in_place():
            self._move_in(is_same)
        if opened.superiors is not before and opened.superiors != before:
            for pick in self._picks:
                self._offer_superiors(pick)
        self._fill(is_anew=not is_same)

    def _shape_of(self, opened: OpenedPlan, plan: PerformancePlan) -> object:
        """What decides which fields there are; names, texts and ids only stand in them."""
        return (
            plan.approach,
            plan.job_class,
            self._is_locked,
            self.words.language,
            plan.study is None,
            opened.context.on_study_leave,
            opened.person.employment is EmploymentType.PPPK or bool(plan.contract),
            bool(opened.superiors),
            tuple((result.kind, result.number, len(result.indicators)) for result in plan.results),
        )

    def clear(self, said: str) -> None:
        """Show nothing but why there is nothing."""
        self._making.stop()
        self.opened = self.plan = self._check = None
        self._shape = None
        self._stands_for = ()
        self._forget_sheet()
        self._drop_behind()
        label = QLabel(said)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        self.setWidget(label)

    def mark(self, check: PlanCheck) -> None:
        """Draw a line beside the fields that have a hint: red blocks, amber asks; a new sheet gets it last."""
        self._check = check
        if not self._making.is_working:
            self._mark(check)

    def _mark(self, check: PlanCheck) -> None:
        wanted: dict[Place, str] = {}
        for found in reversed(check.hints):
            place = self._nearest(found.hint.place)
            if place:
                colour = look.blocks() if found.severity is Severity.ERROR else look.asks()
                wanted[place] = colour.name()
        for place in self._hinted - set(wanted):
            if place in self._fields:
                self._fields[place].setStyleSheet("")
        for place, colour_name in wanted.items():
            kind = type(self._fields[place]).__name__
            self._fields[place].setStyleSheet(f"{kind} {{ border-left: 3px solid {colour_name}; }}")
        self._hinted = set(wanted)
        self._show_exemptions(check)

    def _nearest(self, place: Place) -> Place:
        return place if place in self._fields else ()

    def _show_exemptions(self, check: PlanCheck) -> None:
        asked = {found.hint.place[:4] for found in check.hints if found.hint.code in {"V-15", "V-16"}}
        for place, field in self._fields.items():
            if place[-1] == "exemption" and isinstance(field, PaperChoice):
                field.setVisible(place[:4] in asked or field.currentIndex() > 0)

    def _forget_sheet(self) -> None:
        self._fields, self._built, self._unfilled = {}, {}, []
        self._picks, self._heads, self._hinted = [], [], set()

    def _build(self, is_same: bool, may_wait: bool) -> None:
        """Make a new sheet: a piece now, the others in the turns to come."""
        assert self.plan is not None
        focused, height = self.focused_place(), self.verticalScrollBar().value()
        self._making.stop()
        self._forget_sheet()
        self._drop_behind()
        self._sheets += 1
        self._slots = tuple(_slotted(result, f"{self._sheets}/") for result in self.plan.results)
        self._ids |= self._ids_in(self.plan)
        sheet = QWidget(self.viewport())
        sheet.setObjectName("sheet")
        sheet.setStyleSheet(
            "QWidget#sheet { background: palette(base); } QFrame#cell { border: 1px solid palette(mid); }"
            "QFrame#bar { background: palette(alternate-base); border: 1px solid palette(mid); }"
        )
        self._page = QVBoxLayout(sheet)
        self._page.setContentsMargins(16, 12, 16, 24)
        self._page.setSpacing(0)
        before = self.widget()
        is_behind = is_same and before is not None
        if is_behind and before is not None:
            self._behind = sheet
            sheet.setGeometry(before.geometry())
            sheet.lower()
            sheet.show()
        else:
            if focused:
                self.setFocus()  # what is typed meanwhile must not go to whatever stands beside the paper
            self._put_in_front(sheet)

        def whole() -> None:
            self._ids = self._ids_in(self.plan) if self.plan is not None else {}
            if is_behind:
                self._behind = None
                self._put_in_front(sheet)
                self.verticalScrollBar().setValue(height)
            self._fill()
            if self._check is not None:
                self._mark(self._check)
            wanted, self._wanted = self._wanted or focused, ()
            if wanted:
                QTimer.singleShot(0, self, lambda: self.go_to(wanted))  # gone with the paper

        self._wanted = ()
        self._making.begin(self._pieces(), whole)
        if not self.isVisible() and not may_wait:
            self._making.finish()

    def _ids_in(self, plan: PerformancePlan) -> dict[str, str]:
        """Which result and measure of a plan of this shape stands in which slot."""
        found: dict[str, str] = {}
        for slot, result in zip(self._slots, plan.results, strict=True):
            found[slot.result_id] = result.result_id
            pairs = zip(slot.indicators, result.indicators, strict=True)
            found |= {place.indicator_id: part.indicator_id for place, part in pairs}
        return found

    def _is_in_place(self) -> bool:
        assert self.plan is not None
        return all(self._ids.get(slot) == part for slot, part in self._ids_in(self.plan).items())

    def _move_in(self, is_same: bool) -> None:
        """Another plan of the same shape, or the same one with its results in another order, takes the sheet over."""
        assert self.plan is not None
        focused = self.focused_place()
        for place in self._hinted:
            if place in self._fields:
                self._fields[place].setStyleSheet("")
        self._hinted = set()
        self._ids |= self._ids_in(self.plan)
        self._fields = {self._now_at(place): field for place, field in self._built.items()}
        for label, text in zip(self._heads, self._head_words(), strict=False):
            label.setText(text)
        if not is_same:
            self.verticalScrollBar().setValue(0)
        elif focused in self._fields:
            self._fields[focused].setFocus()

    def _drop_behind(self) -> None:
        """A sheet that was being made and will not come to the front any more."""
        if self._behind is not None:
            self._behind.deleteLater()
            self._behind = None

    def _put_in_front(self, sheet: QWidget) -> None:
        before = self.takeWidget()
        self.setWidget(sheet)
        if before is not None:
            before.deleteLater()

    def _pieces(self) -> Iterator[None]:
        """The sheet from its head to the annexes; each piece has its texts at once."""
        for _ in self._parts():
            self._fill(self._unfilled)
            self._unfilled = []
            yield

    def _parts(self) -> Iterator[None]:
        self._build_head()
        yield
        for kind in ResultKind:
            yield from self._build_section(kind, self._slots)
            yield
        yield from self._build_behaviour()
        yield from self._build_annexes()
        self._page.addStretch(1)

    def _build_behaviour(self) -> Iterator[None]:
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
            yield

    def _build_annexes(self) -> Iterator[None]:
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
            yield

    def _fill(self, places: Sequence[Place] | None = None, is_anew: bool = False) -> None:
        """Put the values of the plan into these fields or all, without saying that they were typed.

        ``is_anew`` is another plan: then also what is half typed in a field goes.
        """
        assert self.plan is not None
        values = _values(self.plan)
        for place in list(self._fields) if places is None else places:
            field = self._fields.get(place)
            if place not in values or field is None:
                continue
            value = values[place]
            if isinstance(field, GrowingEdit):
                field.show_text(str(value))
            elif isinstance(field, PaperLine):
                if is_anew and field.styleSheet():
                    field.setStyleSheet("")
                if is_anew or not field.hasFocus() or field.text().strip() == "" or read_decimal(field.text()) != value:
                    text = printed_decimal(value) if isinstance(value, Decimal) else str(value or "")
                    is_kept = field.hasFocus() and field.text() and value is None and not is_anew
                    if field.text() != text and not is_kept:
                        field.setText(text)
            elif isinstance(field, PaperChoice):
                field.setCurrentIndex(max(field.findData(value), 0))
                if is_anew and place[-1] == "exemption":
                    field.setVisible(value is not None)
            elif isinstance(field, QCheckBox):
                field.blockSignals(True)
                field.setChecked(bool(value))
                field.blockSignals(False)
            elif isinstance(field, QToolButton) and place[-1] == "manual":
                said = QCoreApplication.translate("SkpPaper", "Manual (A.1.3)…")
                field.setText(f"✓ {said}" if value is not None else said)


def _slotted(result: WorkResult, sheet: str) -> WorkResult:
    """A result whose ids are slots of a sheet."""
    parts = tuple(replace(part, indicator_id=f"{sheet}{part.indicator_id}") for part in result.indicators)
    return replace(result, result_id=f"{sheet}{result.result_id}", indicators=parts)


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
