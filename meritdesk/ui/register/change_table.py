"""Everything a change in mid-year will do, as one list: entries, reporting lines, plans, evaluations, rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.career import HistoryEntry
from meritdesk.core.evaluators import Evaluator
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.services.register.careers import ChangeOutcome
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.register.timeline_pane import span_in_words
from meritdesk.ui.wording import Words


class Part(StrEnum):
    """Which part of the preview a line belongs to."""

    WARNING = "WARNING"
    ENTRY = "ENTRY"
    LINE = "LINE"
    PLAN = "PLAN"
    EVALUATION = "EVALUATION"
    RULE = "RULE"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One thing that will happen: the part, whom it is about, what was, what will be, and by which rule."""

    part: Part
    who: str
    before: str
    after: str
    rule: str = ""


class PreviewColumn(IntEnum):
    """The columns of the preview."""

    PART = 0
    WHO = 1
    BEFORE = 2
    AFTER = 3
    RULE = 4


class PreviewTable(LineTable[PreviewLine]):
    """The preview as a table; the full sentence stands in the tip of a cell as well."""

    columns = PreviewColumn

    def heading(self, column: int) -> str:
        return {
            PreviewColumn.PART: QCoreApplication.translate("PreviewTable", "What"),
            PreviewColumn.WHO: QCoreApplication.translate("PreviewTable", "Who"),
            PreviewColumn.BEFORE: QCoreApplication.translate("PreviewTable", "Until now"),
            PreviewColumn.AFTER: QCoreApplication.translate("PreviewTable", "From then on"),
            PreviewColumn.RULE: QCoreApplication.translate("PreviewTable", "Rule"),
        }[PreviewColumn(column)]

    def shown(self, line: PreviewLine, column: int) -> str:
        if column == PreviewColumn.PART:
            return part_in_words(line.part)
        return (line.who, line.before, line.after, line.rule)[column - 1]

    def value(self, line: PreviewLine, column: int) -> object:
        if column == PreviewColumn.PART:
            return list(Part).index(line.part)
        return self.shown(line, column)

    def colour(self, line: PreviewLine, column: int) -> QColor | None:
        return look.asks() if line.part is Part.WARNING else None


def part_in_words(part: Part) -> str:
    """The words for a part of the preview."""
    return {
        Part.WARNING: QCoreApplication.translate("PreviewTable", "⚠ Look first"),
        Part.ENTRY: QCoreApplication.translate("PreviewTable", "History"),
        Part.LINE: QCoreApplication.translate("PreviewTable", "Reporting line"),
        Part.PLAN: QCoreApplication.translate("PreviewTable", "Plan (SKP)"),
        Part.EVALUATION: QCoreApplication.translate("PreviewTable", "Evaluation"),
        Part.RULE: QCoreApplication.translate("PreviewTable", "Rule"),
    }[part]


def preview_lines(outcome: ChangeOutcome, words: Words) -> list[PreviewLine]:
    """The whole preview in words, what to look at first on top."""
    preview, people, units, messages = outcome.preview, outcome.people, outcome.units, words.messages
    lines = [
        PreviewLine(Part.WARNING, "", "", messages.reason(one), messages.cited(one.source)) for one in preview.warnings
    ]
    for change in preview.draft.entries:
        entry = change.after or change.before
        assert entry is not None
        if change.after is None:
            before, after = _entry(entry, people, units, words), messages.label("WIZARD:FALLS_AWAY")
        elif change.before is None and (entry.until is None or entry.cause is not None):
            before, after = "", _entry(entry, people, units, words)
        else:
            before, after = _entry(entry, people, units, words), messages.label("WIZARD:ENDS")
        lines.append(PreviewLine(Part.ENTRY, _name(people, entry.person_id), before, after))
    lines += [
        PreviewLine(
            Part.LINE,
            _name(people, change.person_id),
            _line(change.before, people, words),
            _line(change.after, people, words),
        )
        for change in preview.lines
    ]
    lines += [
        PreviewLine(
            Part.PLAN, _name(people, one.person_id), "", messages.reason(one.reason), messages.cited(one.reason.source)
        )
        for one in preview.plans
    ]
    lines += [
        PreviewLine(
            Part.EVALUATION,
            f"{words.period(one.period)} · {one.after.person.full_name}",
            _evaluator(one.before, people, units, words),
            _evaluator(one.after, people, units, words),
            ", ".join(dict.fromkeys(messages.cited(reason.source) for reason in one.after.reasons)),
        )
        for one in preview.evaluations
    ]
    lines += [PreviewLine(Part.RULE, "", "", messages.reason(one), messages.cited(one.source)) for one in preview.rules]
    return lines


def _name(people: Mapping[str, Person], person_id: str) -> str:
    return people[person_id].full_name if person_id in people else ""


def _entry(entry: HistoryEntry, people: Mapping[str, Person], units: Mapping[str, OrgUnit], words: Words) -> str:
    unit, other = units.get(entry.unit_id), people.get(entry.other_id)
    parts = [
        entry.position_title,
        unit.name if unit else "",
        entry.grade,
        words.messages.label_of(entry.status) if entry.status else "",
        other.full_name if other else "",
    ]
    said = " · ".join(part for part in parts if part)
    return f"{words.messages.label_of(entry.kind)}: {said} ({span_in_words(entry.since, entry.until)})"


def _line(line: ReportingLine | None, people: Mapping[str, Person], words: Words) -> str:
    if line is None:
        return QCoreApplication.translate("PreviewTable", "not appraised")
    if line.rater_id:
        return _name(people, line.rater_id)
    return words.messages.reason(line.problem, {}) if line.problem else "—"


def _evaluator(answer: Evaluator, people: Mapping[str, Person], units: Mapping[str, OrgUnit], words: Words) -> str:
    if not answer.is_due:
        return QCoreApplication.translate("PreviewTable", "no evaluation")
    if not answer.rater_id:
        return words.messages.reason(answer.problem, {})
    led = units.get(answer.led_unit_id)
    said = _name(people, answer.rater_id)
    if led is not None:
        said = f"{said} · {led.name}"
    if answer.is_final:
        told = QCoreApplication.translate("PreviewTable", "final")
        said = f"{said} · {told}"
    return said
