"""A calibration session: the people of one rater side by side, before and after, with reasons and who was there.

The regulation asks that people are compared with each other by contribution and behaviour (R-62) and gives the verdict
to the rater alone (R-42): the meeting advises, the rater decides and signs. A session changes nothing until it is
held to its end; then all changed ratings are taken over in one step, and the session is never edited again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Predicate, Rating, SuggestedRating
from meritdesk.core.periods import Period

PredicateOf = Callable[[Rating, Rating, bool], Predicate]
"""The label of two ratings; the flag says whether the drop-out rule counts instead of the quadrant."""


class SessionState(StrEnum):
    """OPEN while people are compared; HELD once the ratings were taken over; DROPPED when it led to nothing."""

    OPEN = "OPEN"
    HELD = "HELD"
    DROPPED = "DROPPED"


@dataclass(frozen=True, slots=True)
class Participant:
    """One who was there; ``role`` is the office's own word (penilai, kepegawaian, pencatat)."""

    name: str
    role: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class CalibrationEntry:
    """One person of the rater in a session: ratings as they were at its start, and as they leave it.

    ``suggested`` is what the figures said at the start; it is shown beside the ratings and never mixed with them.
    """

    person_id: str
    nip: str
    name: str
    position: str = ""
    suggested: SuggestedRating | None = None
    result_before: Rating | None = None
    behaviour_before: Rating | None = None
    result_after: Rating | None = None
    behaviour_after: Rating | None = None
    reason: str = ""
    dropped_out: bool = False
    is_closed: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the person leaves the session with another rating than he came with."""
        return (self.result_before, self.behaviour_before) != (self.result_after, self.behaviour_after)


@dataclass(frozen=True, slots=True)
class CalibrationSession:
    """One meeting on the people whom one rater rates as head of one unit in one period."""

    session_id: str
    period: Period
    rater_id: str
    led_unit_id: str
    held_on: date
    place: str = ""
    notes: str = ""
    state: SessionState = SessionState.OPEN
    participants: tuple[Participant, ...] = ()
    entries: tuple[CalibrationEntry, ...] = ()
    finished_on: date | None = None

    @property
    def changed(self) -> tuple[CalibrationEntry, ...]:
        """The people whose ratings the session changes."""
        return tuple(entry for entry in self.entries if entry.is_changed)

    def entry_of(self, person_id: str) -> CalibrationEntry:
        """The line of one person; ``ASM-141`` when he is not in the session."""
        for entry in self.entries:
            if entry.person_id == person_id:
                return entry
        raise UsageRefusal("ASM-141")


def moved(
    session: CalibrationSession, person_id: str, result: Rating, behaviour: Rating, reason: str
) -> CalibrationSession:
    """The session with other ratings for one person; going back to the ratings before asks for no reason.

    ``ASM-140`` for a session that is over, ``ASM-142`` without a reason, ``ASM-143`` for one who was closed before.
    """
    _require_open(session)
    entry = session.entry_of(person_id)
    if entry.is_closed:
        raise UsageRefusal("ASM-143", name=entry.name)
    after = replace(entry, result_after=result, behaviour_after=behaviour, reason=reason.strip())
    if after.is_changed and not after.reason:
        raise UsageRefusal("ASM-142", name=entry.name)
    if not after.is_changed:
        after = replace(after, reason="")
    entries = tuple(after if one.person_id == person_id else one for one in session.entries)
    return replace(session, entries=entries)


def attended(session: CalibrationSession, participants: Sequence[Participant]) -> CalibrationSession:
    """The session with exactly these people, each once; ``ASM-140`` when it is over, ``ASM-144`` for a blank name."""
    _require_open(session)
    if any(not participant.name.strip() for participant in participants):
        raise UsageRefusal("ASM-144")
    return replace(session, participants=tuple(dict.fromkeys(participants)))


def held(session: CalibrationSession, on: date) -> CalibrationSession:
    """The session at its end; refused while the rater is not among those present or nobody else is (``ASM-145``)."""
    _require_open(session)
    present = {participant.person_id for participant in session.participants}
    if session.rater_id not in present or len(session.participants) < 2:
        raise UsageRefusal("ASM-145")
    return replace(session, state=SessionState.HELD, finished_on=on)


def dropped(session: CalibrationSession, on: date) -> CalibrationSession:
    """The session given up: it changed nothing and stays on record; ``ASM-140`` when it is over."""
    _require_open(session)
    return replace(session, state=SessionState.DROPPED, finished_on=on)


def taken_over(session: CalibrationSession, evaluations: Mapping[str, Evaluation]) -> tuple[Evaluation, ...]:
    """The evaluations with the ratings of the session; ``evaluations`` by person as they stand now.

    ``ASM-146`` when a rating was changed outside the session since it began: then nobody knows which of the two the
    rater meant. A changed result rating carries the reason of the session, which answers V-71 where it differs from
    the suggestion.
    """
    ready = []
    for entry in session.changed:
        now = evaluations.get(entry.person_id)
        ratings = (now.result_rating, now.behaviour_rating) if now is not None else (None, None)
        if now is None or now.is_closed or ratings != (entry.result_before, entry.behaviour_before):
            raise UsageRefusal("ASM-146", name=entry.name)
        is_other_result = entry.result_before is not entry.result_after
        ready.append(
            replace(
                now,
                result_rating=entry.result_after,
                behaviour_rating=entry.behaviour_after,
                reason=entry.reason if is_other_result else now.reason,
            )
        )
    return tuple(ready)


def spread_before(session: CalibrationSession, predicate_of: PredicateOf) -> Mapping[Predicate, int]:
    """How many people carried which label at the start; people with a rating missing are not counted."""
    return _spread(
        [(one.result_before, one.behaviour_before, one.dropped_out) for one in session.entries], predicate_of
    )


def spread_after(session: CalibrationSession, predicate_of: PredicateOf) -> Mapping[Predicate, int]:
    """How many people leave the session with which label."""
    return _spread([(one.result_after, one.behaviour_after, one.dropped_out) for one in session.entries], predicate_of)


def _spread(pairs: Sequence[tuple[Rating | None, Rating | None, bool]], of: PredicateOf) -> Mapping[Predicate, int]:
    return Counter(
        of(result, behaviour, dropped_out)
        for result, behaviour, dropped_out in pairs
        if result is not None and behaviour is not None
    )


def _require_open(session: CalibrationSession) -> None:
    if session.state is not SessionState.OPEN:
        raise UsageRefusal("ASM-140")
