"""The register with time, in one place: what is dated, what held on a day, and who evaluates a period.

``people_on`` and ``lines_on`` answer for a day (planning, printing, today's list); ``timeline`` for one person over a
stretch; ``evaluator_for`` and, for many people at once, ``Evaluators`` for the evaluation of a period.
"""

from meritdesk.core.career import CareerChange, EntryKind, History, HistoryEntry, people_on
from meritdesk.core.evaluation_calendar import EvaluationWindow
from meritdesk.core.evaluators import Evaluator, Evaluators, evaluator_for
from meritdesk.core.standing import Standing, appointments_on, lines_on, standing_on, timeline, tree_on

__all__ = [
    "CareerChange",
    "EntryKind",
    "EvaluationWindow",
    "Evaluator",
    "Evaluators",
    "History",
    "HistoryEntry",
    "Standing",
    "appointments_on",
    "evaluator_for",
    "lines_on",
    "people_on",
    "standing_on",
    "timeline",
    "tree_on",
]
