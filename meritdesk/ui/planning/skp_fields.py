"""How fields stand on the paper of a plan: cells, texts, figures and choices, each known by its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.notation import read_decimal
from meritdesk.core.plan import (
    Direction,
    PerformancePlan,
)
from meritdesk.core.plan_editing import (
    changed_result,
)
from meritdesk.core.plan_parts import Exemption
from meritdesk.services.planning.editor import OpenedPlan
from meritdesk.ui import look
from meritdesk.ui.planning.growing_edit import GrowingEdit, PaperChoice, PaperLine
from meritdesk.ui.slices import Slices
from meritdesk.ui.wording import Words

Place = tuple[str, ...]
PlanChange = Callable[[PerformancePlan], PerformancePlan]
_SHORT: Mapping[StrEnum, str] = {
    Direction.MORE: str(QT_TRANSLATE_NOOP("SkpPaper", "↑ better")),
    Direction.LESS: str(QT_TRANSLATE_NOOP("SkpPaper", "↓ better")),
}
"""Choices whose words are longer than their column, as they stand on the paper; they drop down whole."""
_STAFF_EXEMPTIONS = tuple(ground for ground in Exemption if ground is not Exemption.OTHER)
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


class PaperFields(QScrollArea):
    """A sheet of fields. ``edited`` carries the plan after a change and the place typed in (empty for a new shape)."""

    edited = Signal(object, object)  # PerformancePlan, Place
    manual_wanted = Signal(str, str)  # result id, indicator id

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.plan: PerformancePlan | None = None
        self.opened: OpenedPlan | None = None
        self._fields: dict[Place, QWidget] = {}
        self._built: dict[Place, QWidget] = {}  # by the slots of the sheet instead of the ids that stand in them now
        self._ids: dict[str, str] = {}
        self._unfilled: list[Place] = []
        self._wanted: Place = ()
        self._is_locked = False
        self._page = QVBoxLayout()
        self._making = Slices(self)

    @property
    def fields(self) -> dict[Place, QWidget]:
        """Every field by its place; whoever asks for one gets the whole sheet, even while it is still being made."""
        self._making.finish()
        return self._fields

    def now(self, slot: str) -> str:
        """The result or measure that stands in a slot of the sheet now: the next person's plan fills the same sheet."""
        return self._ids.get(slot, slot)

    def _now_at(self, place: Place) -> Place:
        return tuple(map(self.now, place))

    def _keep(self, place: Place, field: QWidget) -> None:
        self._built[place] = field
        self._fields[self._now_at(place)] = field
        self._unfilled.append(self._now_at(place))

    def go_to(self, place: Place) -> bool:
        """Put the keyboard on the field of a hint, or the nearest part around it; in a new sheet it comes last."""
        if self._making.is_working and place not in self._fields:
            self._wanted = place
            return True
        for length in range(len(place), -1, -1):
            for known, field in self._fields.items():
                if known[:length] == place[:length] and field.isEnabled():
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.ensureWidgetVisible(field, 40, 80)
                    return True
        return False

    def focused_place(self) -> Place:
        """The field in which the keyboard is, empty when it is elsewhere."""
        focused = self.window().focusWidget()
        return next((place for place, field in self._fields.items() if field is focused), ())

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

    def _words_on_paper(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setContentsMargins(6, 3, 6, 3)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _said(self, text: str) -> QFrame:
        return self._cell(self._words_on_paper(text))

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
        # Showing what has no parent yet would make a window of it, and take the keyboard away.
        if self._is_locked:
            button.hide()
        return button

    def _text(self, place: Place, change: Callable[[PerformancePlan, str], PerformancePlan]) -> GrowingEdit:
        field = GrowingEdit()
        field.setReadOnly(self._is_locked)
        field.setAccessibleName(self.words.messages.label(_field_name(place)))
        field.typed.connect(lambda text: self._change(place, lambda plan: change(plan, text)))
        self._keep(place, field)
        return field

    def _result_text(self, name: str, attribute: str) -> GrowingEdit:
        return self._text(
            ("result", name, attribute),
            lambda plan, text: changed_result(
                plan,
                self.now(name),
                lambda found: replace(found, **{attribute: text}),  # type: ignore[arg-type]
            ),
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
        self._keep(place, field)
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
            whole = self.words.messages.label_of(member)
            box.addItem(QCoreApplication.translate("SkpPaper", _SHORT[member]) if member in _SHORT else whole, member)
            box.setItemData(box.count() - 1, whole, Qt.ItemDataRole.ToolTipRole)
        box.say_whole()
        if not _SHORT.keys().isdisjoint(kind):
            box.offer_whole()
        box.view().setMinimumWidth(look.in_letters(220))

        def chosen(index: int) -> None:
            # Qt hands a member of an enum back as a plain text.
            stated = box.itemData(index)
            self._change((*place, "choice"), lambda plan: change(plan, kind(stated) if stated else None))

        box.activated.connect(chosen)
        self._keep(place, box)
        return box

    def _change(self, place: Place, change: Callable[[PerformancePlan], PerformancePlan]) -> None:
        if self.plan is not None and not self._is_locked:
            self.edited.emit(change(self.plan), self._now_at(place))


def _field_name(place: Place) -> str:
    """The label key of what a field holds, for readers of the screen."""
    if place[0] == "annex":
        return f"ANNEX:{place[1]}"
    if place[0] == "expectation":
        return f"BEHAVIOUR:{place[1]}"
    if place[-1] == "text" and "indicator" in place:
        return "PLANFIELD:INDICATOR"
    return f"PLANFIELD:{_NAMES.get(place[-1], place[-1].upper())}"
