"""The plan as the paper it will be: written on in place, each field reached from the hint about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.people import EmploymentType
from meritdesk.core.plan import (
    BehaviourValue,
    JobClass,
    PerformancePlan,
    ResultKind,
)
from meritdesk.core.plan_parts import Accreditation, StudyLevel, StudyTerms
from meritdesk.core.validation import Severity
from meritdesk.services.planning.editor import OpenedPlan, PlanCheck
from meritdesk.ui import look
from meritdesk.ui.planning.growing_edit import GrowingEdit, PaperChoice, PaperLine
from meritdesk.ui.planning.skp_fields import Place
from meritdesk.ui.planning.skp_results import ResultFields
from meritdesk.ui.wording import Words

_ANNEXES = (("RESOURCES", "resources"), ("ACCOUNTABILITY", "accountability"), ("CONSEQUENCES", "consequences"))


class SkpPaper(ResultFields):
    """The whole sheet: head, results, behaviour and annexes."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._shape: object = None
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
