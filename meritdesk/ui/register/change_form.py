"""What happened and to whom: the first step of a change in mid-year, with only the fields that the change needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.people import OrgUnit, Person, PositionKind
from meritdesk.ui import look
from meritdesk.ui.day_field import DayField
from meritdesk.ui.wording import Words

_POST = frozenset({CareerChange.MOVE, CareerChange.PROMOTION})
_ACTING = frozenset({CareerChange.PLT_START, CareerChange.PLH_START})
_ACTING_END = frozenset({CareerChange.PLT_END, CareerChange.PLH_END})
_NEEDS_UNIT = _POST | _ACTING | {CareerChange.NEW_RATER} | _ACTING_END
_ENDS = frozenset({
    CareerChange.PLT_END, CareerChange.PLH_END, CareerChange.RATER_ENDS, CareerChange.STUDY_END,
    CareerChange.STUDY_DROPPED, CareerChange.SECONDMENT_END, CareerChange.RETURN,
})  # fmt: skip


class ChangeForm(QWidget):
    """The fields of a change; ``changed`` whenever one of them is."""

    changed = Signal()

    def __init__(self, words: Words, person: Person, units: Sequence[OrgUnit], day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._person = person
        self._raters: tuple[tuple[str, str], ...] = ()
        self.kind = QComboBox(self)
        for change in CareerChange:
            self.kind.addItem(words.messages.label_of(change), change)
        self.since = DayField(day, self)
        self.unit = chooser(self)
        self.unit.addItem("", "")
        for unit in units:
            self.unit.addItem(unit.name, unit.unit_id)
        self.title = QLineEdit(person.position_title, self)
        self.post_kind = QComboBox(self)
        for kind in PositionKind:
            if kind is not PositionKind.OFFICIAL:
                self.post_kind.addItem(words.messages.label_of(kind), kind)
        self.post_kind.setCurrentIndex(self.post_kind.findData(person.position_kind))
        self.echelon = QLineEdit(person.echelon, self)
        self.grade = QLineEdit(self)
        self.leads = QCheckBox(self)
        self.carries = QCheckBox(self)
        self.rater = chooser(self)
        self.may_rate = QCheckBox(self)
        self.is_limited = QCheckBox(self)
        self.until = DayField(day, self)
        self.until.setEnabled(False)
        self.is_limited.toggled.connect(self.until.setEnabled)
        self.note = QLineEdit(self)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        look.colour(self.hint, look.quiet())
        self.form = QFormLayout(self)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setContentsMargins(0, 0, 0, 0)
        self._labels: dict[QWidget, QLabel] = {}
        for field in (
            self.kind, self.since, self.unit, self.title, self.post_kind, self.echelon, self.leads, self.grade,
            self.carries, self.rater, self.may_rate, self.is_limited, self.until, self.note,
        ):  # fmt: skip
            label = QLabel(self)
            label.setBuddy(field)
            self._labels[field] = label
            self.form.addRow(label, field)
        self.form.addRow(self.hint)
        self.kind.currentIndexChanged.connect(self._settle)
        for combo in (self.unit, self.rater, self.post_kind):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        for line in (self.title, self.echelon, self.grade, self.note):
            line.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.leads, self.carries, self.may_rate, self.is_limited):
            box.toggled.connect(lambda _: self.changed.emit())
        for edit in (self.since, self.until):
            edit.dateChanged.connect(lambda _: self.changed.emit())
        self.retranslate()
        self._settle()

    @property
    def change(self) -> CareerChange:
        """What is to happen."""
        return CareerChange(self.kind.currentData())

    def choose(self, change: CareerChange, unit_id: str = "") -> None:
        """Begin with a change, for a unit where one is known."""
        self.kind.setCurrentIndex(self.kind.findData(change))
        if unit_id:
            self.unit.setCurrentIndex(self.unit.findData(unit_id))

    def offer_raters(self, raters: Sequence[tuple[str, str]]) -> None:
        """The officials who may be named as rater: key and words."""
        self.rater.clear()
        self.rater.addItem("", "")
        for person_id, said in raters:
            self.rater.addItem(said, person_id)

    def request(self) -> ChangeRequest:
        """The change as it stands in the fields that are shown."""
        change = self.change
        is_post = change in _POST
        return ChangeRequest(
            change=change,
            person_id=self._person.person_id,
            since=self.since.day,
            unit_id=str(self.unit.currentData() or "") if change in _NEEDS_UNIT else "",
            position_title=self.title.text().strip() if is_post else "",
            position_kind=PositionKind(self.post_kind.currentData()) if is_post else None,
            echelon=self.echelon.text().strip() if is_post else "",
            grade=self.grade.text().strip() if is_post or change is CareerChange.GRADE else "",
            leads_unit=is_post and self.leads.isChecked(),
            rater_id=str(self.rater.currentData() or "") if change is CareerChange.NEW_RATER else "",
            may_rate=self.may_rate.isChecked() and change in (*_ACTING, CareerChange.NEW_RATER),
            until=self.until.day if self.is_limited.isChecked() and self._may_end(change) else None,
            note=self.note.text().strip(),
            carries_results=is_post and self.carries.isChecked(),
        )

    def retranslate(self) -> None:
        """Say the labels in the language of now."""
        for field, text in (
            (self.kind, QCoreApplication.translate("ChangeForm", "&What happened")),
            (self.since, QCoreApplication.translate("ChangeForm", "From (&TMT)")),
            (self.unit, QCoreApplication.translate("ChangeForm", "&Unit")),
            (self.title, QCoreApplication.translate("ChangeForm", "&Post")),
            (self.post_kind, QCoreApplication.translate("ChangeForm", "&Kind of post")),
            (self.echelon, QCoreApplication.translate("ChangeForm", "&Echelon")),
            (self.leads, ""),
            (self.carries, ""),
            (self.grade, QCoreApplication.translate("ChangeForm", "&Grade")),
            (self.rater, QCoreApplication.translate("ChangeForm", "&Rater")),
            (self.may_rate, ""),
            (self.is_limited, ""),
            (self.until, QCoreApplication.translate("ChangeForm", "&Last day")),
            (self.note, QCoreApplication.translate("ChangeForm", "&Letter")),
        ):
            self._labels[field].setText(text)
        self.leads.setText(QCoreApplication.translate("ChangeForm", "&Heads this unit"))
        self.carries.setText(
            QCoreApplication.translate("ChangeForm", "&Copy the results of the old SKP into the new draft")
        )
        self.may_rate.setText(QCoreApplication.translate("ChangeForm", "With the &delegation to rate"))
        self.is_limited.setText(QCoreApplication.translate("ChangeForm", "The letter names a last &day"))
        self.note.setPlaceholderText(QCoreApplication.translate("ChangeForm", "number and date of the decision letter"))
        self.grade.setPlaceholderText(QCoreApplication.translate("ChangeForm", "for example III/d; empty: unchanged"))

    def _settle(self) -> None:
        change = self.change
        is_post = change in _POST
        shown = {
            self.unit: change in _NEEDS_UNIT,
            self.title: is_post,
            self.post_kind: is_post,
            self.echelon: is_post,
            self.leads: is_post,
            self.carries: is_post,
            self.grade: is_post or change is CareerChange.GRADE,
            self.rater: change is CareerChange.NEW_RATER,
            self.may_rate: change in _ACTING or change is CareerChange.NEW_RATER,
            self.is_limited: self._may_end(change),
            self.until: self._may_end(change),
        }
        for field, is_shown in shown.items():
            field.setVisible(is_shown)
            self._labels[field].setVisible(is_shown)
        if change in _ACTING:
            self.may_rate.setChecked(change is CareerChange.PLT_START)
        self.hint.setText(
            QCoreApplication.translate("ChangeForm", "The day is the first day after the end.")
            if change in _ENDS
            else QCoreApplication.translate("ChangeForm", "The day is the first day on which the change counts.")
        )
        self.changed.emit()

    @staticmethod
    def _may_end(change: CareerChange) -> bool:
        return change in _ACTING or change is CareerChange.NEW_RATER


def chooser(parent: QWidget) -> QComboBox:
    """A list in which one types to find; only what stands in it can be chosen."""
    combo = QComboBox(parent)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(30)
    completer = combo.completer()
    assert completer is not None  # an editable list always has one
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line = combo.lineEdit()
    assert line is not None
    combo.currentIndexChanged.connect(lambda _: line.setCursorPosition(0))  # a long name is read from its beginning
    return combo
