"""What goes between two agencies about a team they share: the region passes it on with its returns.

The host sends its problems up with every package. The region gives each agency the teams in which its people work with
what lead and host said of them, and gives the host the consent of their raters and whether their SKP holds their part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver, FeedbackMark
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.team_work import TeamAbroad


@dataclass(frozen=True, slots=True)
class TeamWord:
    """A team of the host in which somebody of another agency works, named by his NIP."""

    problem_id: str
    nip: str
    number: str
    host_code: str
    host_name: str
    host_unit: str
    lead_name: str
    title: str
    result: str
    letter_number: str
    letter_on: date | None
    due_on: date
    mode: AssignmentMode
    starts: date | None
    duty: str
    solved_on: date | None


@dataclass(frozen=True, slots=True)
class TeamSaid:
    """What lead or host said of him."""

    entry_id: str
    problem_id: str
    nip: str
    given_on: date
    giver_role: str
    giver_name: str
    mark: FeedbackMark
    text: str


@dataclass(frozen=True, slots=True)
class TeamAnswer:
    """What his own agency says to the host: when his rater agreed, and which result of his SKP holds his part."""

    problem_id: str
    nip: str
    consent_on: date | None
    result_id: str


@dataclass(frozen=True, slots=True)
class TeamWords:
    """Everything that the region passes on to one agency about teams across agencies."""

    teams: tuple[TeamWord, ...] = ()
    said: tuple[TeamSaid, ...] = ()
    answers: tuple[TeamAnswer, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to pass on."""
        return not (self.teams or self.said or self.answers)


def taken(word: TeamWord, person_id: str, before: TeamAbroad | None) -> TeamAbroad:
    """The team as it stands here after the word came; consent and result are this agency's own and stay."""
    return TeamAbroad(
        problem_id=word.problem_id,
        person_id=person_id,
        number=word.number,
        host_code=word.host_code,
        host_name=word.host_name,
        host_unit=word.host_unit,
        lead_name=word.lead_name,
        title=word.title,
        result=word.result,
        letter_number=word.letter_number,
        letter_on=word.letter_on,
        due_on=word.due_on,
        mode=word.mode,
        starts=word.starts,
        duty=word.duty,
        solved_on=word.solved_on,
        consent_on=before.consent_on if before else None,
        result_id=before.result_id if before else "",
    )


def logged(said: TeamSaid, person_id: str, result_id: str) -> FeedbackEntry:
    """What lead or host of another agency said, as it stands in the feedback log with their role (R-42)."""
    return team_feedback(
        said.entry_id, person_id, said.given_on, said.giver_name, said.giver_role, said.mark, said.text, result_id,
        said.problem_id,
    )  # fmt: skip


def team_feedback(
    entry_id: str,
    person_id: str,
    given_on: date,
    giver_name: str,
    giver_role: str,
    mark: FeedbackMark,
    text: str,
    result_id: str,
    problem_id: str,
) -> FeedbackEntry:
    """Feedback of lead or host: on the member's result for the team, or on working together while there is none."""
    return FeedbackEntry(
        entry_id=entry_id,
        person_id=person_id,
        given_on=given_on,
        giver=FeedbackGiver.OTHER,
        giver_name=giver_name,
        text=text,
        mark=mark,
        result_id=result_id,
        behaviour=None if result_id else BehaviourValue.COLLABORATIVE,
        giver_role=giver_role,
        problem_id=problem_id,
    )
