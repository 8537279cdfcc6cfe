"""The dialogs of the teams room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Deed, Stop, does


def _pane(verb: str) -> tuple[Deed, ...]:
    return (lambda page: getattr(page.pane, verb)(),)


_AT_WORK = {"problem": "MSL-2025-0005"}  # of the sample city

STOPS: tuple[Stop, ...] = (
    Stop("teams", "board", "new", "ProblemDialog", (does("open_new"),)),
    Stop("teams", "board", "amend", "ProblemDialog", _pane("open_amend")),
    Stop("teams", "board", "call", "CallDialog", _pane("open_call")),
    Stop("teams", "board", "answer", "AnswerDialog", _pane("open_answer")),
    Stop("teams", "board", "member", "MemberDialog", _pane("open_member")),
    Stop("teams", "board", "lead", "LeadDialog", _pane("open_lead"), _AT_WORK),
    Stop("teams", "board", "task", "TaskDialog", _pane("open_task"), _AT_WORK),
    Stop("teams", "board", "aim", "AimDialog", _pane("open_aim"), _AT_WORK),
    Stop("teams", "board", "guest", "GuestDialog", _pane("open_guest"), _AT_WORK),
    Stop("teams", "board", "contribute", "ContributionDialog", _pane("open_contribution"), _AT_WORK),
    Stop("teams", "board", "speak", "SpeakDialog", _pane("open_speak"), _AT_WORK),
    Stop("teams", "board", "solve", "WordsDialog", _pane("open_solve")),
)
