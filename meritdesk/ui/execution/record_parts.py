"""The parts of each form of guidance, for the editor and for reading: heading, columns and the field behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from meritdesk.core.confidential import BehaviourProblem, ConfidentialKind, Counselling
from meritdesk.core.guidance import (
    Coaching,
    CoachingFact,
    CoachingGoal,
    CoachingStep,
    CompetencyEvaluation,
    GuidanceFeedback,
    GuidanceKind,
    Mentoring,
    MentoringGoal,
    MentoringMeeting,
    Training,
)

Kind = GuidanceKind | ConfidentialKind


class Shape(StrEnum):
    """How a part is written: lines of a table, a long or a short text, yes or no, a day, scores, proofs."""

    ROWS = "ROWS"
    TEXT = "TEXT"
    LINE = "LINE"
    FLAG = "FLAG"
    CHOICE = "CHOICE"
    DAY = "DAY"
    SCORES = "SCORES"
    PROOFS = "PROOFS"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form: the field of its body, its heading in English, and for a table its columns.

    ``columns`` are field and heading; a field in ``flags`` is a yes or no.
    """

    field: str
    title: str
    shape: Shape
    row: type[object] | None = None
    columns: tuple[tuple[str, str], ...] = ()
    flags: frozenset[str] = frozenset()

    def said(self) -> str:
        """The heading in the current language."""
        return QCoreApplication.translate("RecordParts", self.title)

    def headings(self) -> tuple[str, ...]:
        """The headings of the columns in the current language."""
        return tuple(QCoreApplication.translate("RecordParts", heading) for _, heading in self.columns)


BODIES: Mapping[Kind, type[object]] = {
    GuidanceKind.COACHING: Coaching,
    GuidanceKind.MENTORING: Mentoring,
    GuidanceKind.TRAINING: Training,
    GuidanceKind.FEEDBACK: GuidanceFeedback,
    GuidanceKind.COMPETENCY: CompetencyEvaluation,
    ConfidentialKind.BEHAVIOUR_PROBLEM: BehaviourProblem,
    ConfidentialKind.COUNSELLING: Counselling,
}


def _noop(english: object) -> str:
    return str(english)


PARTS: Mapping[Kind, tuple[Part, ...]] = {
    GuidanceKind.COACHING: (
        Part(
            "goals",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Goal: what do I want to reach?")),
            Shape.ROWS,
            CoachingGoal,
            (
                ("indicator", _noop(QT_TRANSLATE_NOOP("RecordParts", "Individual indicator"))),
                ("baseline", _noop(QT_TRANSLATE_NOOP("RecordParts", "Baseline, if any"))),
                ("target", _noop(QT_TRANSLATE_NOOP("RecordParts", "Target"))),
                ("strategy", _noop(QT_TRANSLATE_NOOP("RecordParts", "Strategy to reach the target"))),
            ),
        ),
        Part(
            "facts",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Facts: where am I now?")),
            Shape.ROWS,
            CoachingFact,
            (
                ("target", _noop(QT_TRANSLATE_NOOP("RecordParts", "Target of the plan"))),
                ("progress", _noop(QT_TRANSLATE_NOOP("RecordParts", "Progress"))),
                ("obstacle", _noop(QT_TRANSLATE_NOOP("RecordParts", "Problem or obstacle"))),
                ("cause", _noop(QT_TRANSLATE_NOOP("RecordParts", "Cause"))),
            ),
        ),
        Part("opportunity", _noop(QT_TRANSLATE_NOOP("RecordParts", "Opportunity: what can I do?")), Shape.TEXT),
        Part(
            "steps",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Steps ahead: what shall I do?")),
            Shape.ROWS,
            CoachingStep,
            (
                ("indicator", _noop(QT_TRANSLATE_NOOP("RecordParts", "Individual indicator"))),
                ("strategy", _noop(QT_TRANSLATE_NOOP("RecordParts", "Strategy against the obstacle"))),
                ("adjusts_plan", _noop(QT_TRANSLATE_NOOP("RecordParts", "Adjust measure and target"))),
            ),
            frozenset({"adjusts_plan"}),
        ),
    ),
    GuidanceKind.MENTORING: (
        Part(
            "goals",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Goal: what do I want to reach with mentoring?")),
            Shape.ROWS,
            MentoringGoal,
            (
                ("skill", _noop(QT_TRANSLATE_NOOP("RecordParts", "Skill to be developed"))),
                ("duration", _noop(QT_TRANSLATE_NOOP("RecordParts", "Duration"))),
                ("change", _noop(QT_TRANSLATE_NOOP("RecordParts", "Change hoped for"))),
                ("measure", _noop(QT_TRANSLATE_NOOP("RecordParts", "Measure of success"))),
            ),
        ),
        Part(
            "journal",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Journal of mentoring")),
            Shape.ROWS,
            MentoringMeeting,
            (
                ("when_and_where", _noop(QT_TRANSLATE_NOOP("RecordParts", "Time and place"))),
                ("material", _noop(QT_TRANSLATE_NOOP("RecordParts", "Material"))),
                ("action", _noop(QT_TRANSLATE_NOOP("RecordParts", "Action plan"))),
                ("due", _noop(QT_TRANSLATE_NOOP("RecordParts", "Due"))),
            ),
        ),
    ),
    GuidanceKind.TRAINING: (
        Part("title", _noop(QT_TRANSLATE_NOOP("RecordParts", "Name of the training")), Shape.LINE),
        Part("organiser", _noop(QT_TRANSLATE_NOOP("RecordParts", "Organiser")), Shape.LINE),
        Part("is_formal", _noop(QT_TRANSLATE_NOOP("RecordParts", "Formal training")), Shape.FLAG),
        Part("ends", _noop(QT_TRANSLATE_NOOP("RecordParts", "Last day")), Shape.DAY),
        Part("outcome", _noop(QT_TRANSLATE_NOOP("RecordParts", "Outcome")), Shape.TEXT),
    ),
    GuidanceKind.FEEDBACK: (
        Part("about_employee", _noop(QT_TRANSLATE_NOOP("RecordParts", "About the employee")), Shape.TEXT),
        Part("about_leader", _noop(QT_TRANSLATE_NOOP("RecordParts", "About the leader or coach")), Shape.TEXT),
        Part("about_both", _noop(QT_TRANSLATE_NOOP("RecordParts", "About both")), Shape.TEXT),
    ),
    GuidanceKind.COMPETENCY: (
        Part(
            "scores",
            _noop(QT_TRANSLATE_NOOP("RecordParts", "Competencies, scale 1 to 5")),
            Shape.SCORES,
            None,
            (
                ("competency", _noop(QT_TRANSLATE_NOOP("RecordParts", "Competency"))),
                ("score", _noop(QT_TRANSLATE_NOOP("RecordParts", "Score 1-5"))),
                ("reason", _noop(QT_TRANSLATE_NOOP("RecordParts", "Reason"))),
            ),
        ),
        Part("recommendation", _noop(QT_TRANSLATE_NOOP("RecordParts", "Recommendation")), Shape.TEXT),
    ),
    ConfidentialKind.BEHAVIOUR_PROBLEM: (
        Part("problem", _noop(QT_TRANSLATE_NOOP("RecordParts", "The behaviour problem in detail")), Shape.TEXT),
        Part(
            "expectation", _noop(QT_TRANSLATE_NOOP("RecordParts", "Special expectation, if there is one")), Shape.TEXT
        ),
        Part("others_too", _noop(QT_TRANSLATE_NOOP("RecordParts", "Does it also occur with others?")), Shape.CHOICE),
        Part("done_so_far", _noop(QT_TRANSLATE_NOOP("RecordParts", "What has been done to improve it")), Shape.TEXT),
        Part("told_on", _noop(QT_TRANSLATE_NOOP("RecordParts", "Told to the employee on")), Shape.DAY),
        Part("told_how", _noop(QT_TRANSLATE_NOOP("RecordParts", "How it was told")), Shape.LINE),
        Part("feedback_ids", _noop(QT_TRANSLATE_NOOP("RecordParts", "Feedback that proves it")), Shape.PROOFS),
        Part("reported_to", _noop(QT_TRANSLATE_NOOP("RecordParts", "Reported to (head of the HR unit)")), Shape.LINE),
        Part("reported_on", _noop(QT_TRANSLATE_NOOP("RecordParts", "Reported on")), Shape.DAY),
    ),
    ConfidentialKind.COUNSELLING: (
        Part("counsellor", _noop(QT_TRANSLATE_NOOP("RecordParts", "Counsellor")), Shape.LINE),
        Part("is_rater", _noop(QT_TRANSLATE_NOOP("RecordParts", "The counsellor is the rater")), Shape.FLAG),
        Part("is_trained", _noop(QT_TRANSLATE_NOOP("RecordParts", "Trained in counselling")), Shape.FLAG),
        Part("place", _noop(QT_TRANSLATE_NOOP("RecordParts", "Place")), Shape.LINE),
        Part("subject", _noop(QT_TRANSLATE_NOOP("RecordParts", "Subject")), Shape.TEXT),
        Part("course", _noop(QT_TRANSLATE_NOOP("RecordParts", "Course of the talk")), Shape.TEXT),
        Part("agreement", _noop(QT_TRANSLATE_NOOP("RecordParts", "What was agreed")), Shape.TEXT),
        Part("follow_up", _noop(QT_TRANSLATE_NOOP("RecordParts", "Follow-up")), Shape.TEXT),
    ),
}
"""The parts in the order of the forms B.1.6 to B.1.10; training and counselling have no form of the regulation."""
