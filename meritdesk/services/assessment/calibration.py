"""Calibration: one rater's people side by side, before and after, with reasons, participants and printed minutes."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.calibration import (
    CalibrationEntry,
    CalibrationSession,
    Participant,
    SessionState,
    attended,
    dropped,
    held,
    moved,
    spread_after,
    spread_before,
    taken_over,
)
from meritdesk.core.calibration_minutes import MinutesFacts, minutes_of
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrganisationLevel, Predicate, Rating, Reason
from meritdesk.core.history import Evaluator
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import OrgUnit, Person, PersonBlock, person_block
from meritdesk.core.periods import Period
from meritdesk.core.rules import Curve, RuleSet
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.core.scoring.unit_check import spread_lines
from meritdesk.services.bulk import BulkFate, BulkOutcome, BulkRow
from meritdesk.services.closing import plans_of
from meritdesk.services.evaluation_roll import EvaluationRoll, reading_of
from meritdesk.services.fill_sheets import unit_and_below
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session with what the table shows beside it: level and curve, both spreads, and what they are told."""

    session: CalibrationSession
    unit_name: str
    rater: PersonBlock
    level: OrganisationLevel | None
    curve: Curve | None
    before: Mapping[Predicate, int]
    after: Mapping[Predicate, int]
    lines_before: tuple[Reason, ...]
    lines_after: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Other ratings proposed for one person, with the reason."""

    person_id: str
    result: Rating
    behaviour: Rating
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """The session that was opened, and what that changed."""

    session: CalibrationSession
    changes: Changes


@dataclass(frozen=True, slots=True)
class Calibration:
    """Verbs on calibration sessions; every change of ratings goes through ``finish``, in one step."""

    around: Surroundings

    def open(self, period: Period, led_unit_id: str, held_on: date, place: str = "") -> OpenedSession:
        """Open a session on the people of the rater who leads a unit, from their ratings as they stand.

        ``USE-103`` for an unknown unit, ``ASM-148`` while another session on it is open, ``ASM-149`` when its head
        rates nobody in the period.
        """
        require(self.around.actor, Action.EDIT)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.calibration.open") as work:
            roll = EvaluationRoll.of_period(work, period, self.around.clock().date())
            unit, _ = unit_and_below(work, led_unit_id)
            led_unit_id = unit.unit_id
            sessions = work.calibrations.of_period(period)
            if any(one.led_unit_id == led_unit_id and one.state is SessionState.OPEN for one in sessions):
                raise UsageRefusal("ASM-148", unit=unit.name)
            people = [one for one in roll.due() if one.led_unit_id == led_unit_id]
            if not people:
                raise UsageRefusal("ASM-149", unit=unit.name, period=period.code)
            rater_id = Counter(one.rater_id for one in people).most_common(1)[0][0]
            rater = roll.people[rater_id]
            session = CalibrationSession(
                session_id=str(uuid.uuid4()),
                period=period,
                rater_id=rater_id,
                led_unit_id=led_unit_id,
                held_on=held_on,
                place=place.strip(),
                participants=(Participant(rater.full_name, rater.position_title, rater_id),),
                entries=_entries(work, roll, [one for one in people if one.rater_id == rater_id], rules),
            )
            work.calibrations.save([session])
            return OpenedSession(session, work.commit())

    def attend(self, session_id: str, participants: Sequence[Participant]) -> Changes:
        """Say who is there; the list replaces the one before (``ASM-140``, ``ASM-144``)."""
        return self._change("attend", session_id, "", lambda session: attended(session, participants))

    def note(self, session_id: str, notes: str) -> Changes:
        """Write down what was said in general; it stands in the minutes (``ASM-140``)."""

        def write(session: CalibrationSession) -> CalibrationSession:
            if session.state is not SessionState.OPEN:
                raise UsageRefusal("ASM-140")
            return replace(session, notes=notes.strip())

        return self._change("note", session_id, "", write)

    def move(self, session_id: str, person_id: str, result: Rating, behaviour: Rating, reason: str) -> Changes:
        """Propose other ratings for one person; nothing changes outside the session until it is finished.

        ``ASM-140`` over, ``ASM-141`` not in it, ``ASM-142`` no reason, ``ASM-143`` closed before.
        """
        return self._change(
            "move", session_id, reason, lambda session: moved(session, person_id, result, behaviour, reason)
        )

    def move_all(self, session_id: str, moves: Sequence[Move]) -> BulkOutcome:
        """Propose other ratings for several people in one step; one who is refused (as in ``move``) holds up nobody."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.calibration.move") as work:
            session = _by_id(work, session_id)
            rows = []
            for one in moves:
                row, session = _moved_row(session, one)
                rows.append(row)
            work.calibrations.save([session])
            return BulkOutcome(tuple(rows), work.commit())

    def drop(self, session_id: str) -> Changes:
        """Give a session up: it changed nothing and stays on record (``ASM-140``)."""
        today = self.around.clock().date()
        return self._change("drop", session_id, "", lambda session: dropped(session, today))

    def finish(self, session_id: str) -> Changes:
        """End the session: its ratings become the rater's, all in one step that can be undone as one.

        ``ASM-145`` while the rater or any other participant is missing, ``ASM-146`` when a rating was changed outside
        the session since it began.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.calibration.finish") as work:
            session = _by_id(work, session_id)
            over = held(session, self.around.clock().date())
            people = [entry.person_id for entry in session.changed]
            now = {found.person_id: found for found in work.evaluations.of_period(session.period, people)}
            work.evaluations.save(taken_over(session, now))
            work.calibrations.save([over])
            return work.commit()

    def sessions(self, period: Period) -> tuple[CalibrationSession, ...]:
        """The sessions of a period, oldest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.calibrations.of_period(period)

    def show(self, session_id: str) -> SessionCard:
        """One session with its level, curve and spreads; ``ASM-147`` when there is none of that name."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._card(work, _by_id(work, session_id))

    def minutes(self, session_id: str) -> OfficePaper:
        """The minutes of a session as a sheet, ready for the press or the screen."""
        card = self.show(session_id)
        agency = self.around.store.agency
        facts = MinutesFacts(
            agency_name=agency.name,
            agency_place=agency.place,
            unit_name=card.unit_name,
            rater=card.rater,
            level=card.level.level if card.level is not None else None,
            before=card.before,
            after=card.after,
            lines=card.lines_after,
        )
        return minutes_of(card.session, facts)

    def print_minutes(self, session_id: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the minutes into a folder and enter them in the register of documents; ``ASM-147`` for no session."""
        paper = self.minutes(session_id)
        period = self.show(session_id).session.period
        return issue_papers(self.around, [(paper, Matter(period, session_id))], out, style)

    def preview_minutes(self, session_id: str, style: PaperStyle | None = None) -> bytes:
        """The minutes as PDF bytes for the screen, marked as a draft and in no register."""
        return preview_paper(self.around, self.minutes(session_id), style)

    def _change(
        self, verb: str, session_id: str, reason: str, change: Callable[[CalibrationSession], CalibrationSession]
    ) -> Changes:
        require(self.around.actor, Action.EDIT)
        name = f"assessment.calibration.{verb}"
        with self.around.store.writing(self.around.actor, name, reason=reason.strip()) as work:
            work.calibrations.save([change(_by_id(work, session_id))])
            return work.commit()

    def _card(self, work: Work, session: CalibrationSession) -> SessionCard:
        rules = self.around.rulebook.in_force(session.period.last_day)
        roll_day = self.around.clock().date()
        units: Mapping[str, OrgUnit] = {unit.unit_id: unit for unit in work.units.all()}
        rater: Person | None = work.people.by_ids([session.rater_id]).get(session.rater_id)
        level, _ = level_that_counts(work.levels.all(), session.led_unit_id, session.period, roll_day)
        reading = reading_of(settings_of(work.setting))
        label = _labels(rules)
        before, after = spread_before(session, label), spread_after(session, label)
        unit = units.get(session.led_unit_id)
        return SessionCard(
            session=session,
            unit_name=unit.name if unit is not None else "-",
            rater=person_block(rater, units, rules.rank_name) if rater is not None else PersonBlock("-"),
            level=level,
            curve=rules.pattern.curves[level.level] if level is not None else None,
            before=before,
            after=after,
            lines_before=spread_lines(level.level, before, rules, reading) if level is not None else (),
            lines_after=spread_lines(level.level, after, rules, reading) if level is not None else (),
        )


def _moved_row(session: CalibrationSession, one: Move) -> tuple[BulkRow, CalibrationSession]:
    """The fate of one proposal, and the session with it."""
    known = {entry.person_id: entry for entry in session.entries}.get(one.person_id)
    nip, name = (known.nip, known.name) if known is not None else (one.person_id, "")
    row = BulkRow(one.person_id, nip, name, "", "", "", BulkFate.SAME)
    try:
        after = moved(session, one.person_id, one.result, one.behaviour, one.reason)
    except UsageRefusal as refusal:
        return replace(row, fate=BulkFate.REFUSED, code=refusal.code, facts=dict(refusal.facts)), session
    return (row if after == session else replace(row, fate=BulkFate.CHANGED)), after


def _labels(rules: RuleSet) -> Callable[[Rating, Rating, bool], Predicate]:
    def label(result: Rating, behaviour: Rating, dropped_out: bool) -> Predicate:
        rule = rules.special_cases.drop_out if dropped_out else None
        return predicate(result, behaviour, rules.predicate_matrix, rule)[0]

    return label


def _entries(
    work: Work, roll: EvaluationRoll, people: Sequence[Evaluator], rules: RuleSet
) -> tuple[CalibrationEntry, ...]:
    ids = [one.person_id for one in people]
    evaluations = {found.person_id: found for found in work.evaluations.of_period(roll.period, ids)}
    plans = plans_of(work, roll.period, ids)
    actuals = work.actuals.of_period(roll.period, ids)
    tallies = work.feedback.tallies(roll.period, ids)
    entries = []
    for one in people:
        evaluation = evaluations.get(one.person_id)
        plan = plans.get(one.person_id)
        suggested = suggest(plan, actuals, rules.suggestion, tallies.get(one.person_id)).rating if plan else None
        if evaluation is not None and evaluation.is_closed:
            suggested = evaluation.suggested
        result = evaluation.result_rating if evaluation is not None else None
        behaviour = evaluation.behaviour_rating if evaluation is not None else None
        entries.append(
            CalibrationEntry(
                person_id=one.person_id,
                nip=one.person.nip,
                name=one.person.full_name,
                position=one.person.position_title,
                suggested=suggested,
                result_before=result,
                behaviour_before=behaviour,
                result_after=result,
                behaviour_after=behaviour,
                dropped_out=evaluation is not None and evaluation.circumstances.drop_out is not None,
                is_closed=evaluation is not None and evaluation.is_closed,
            )
        )
    return tuple(sorted(entries, key=lambda entry: entry.name))


def _by_id(work: Work, session_id: str) -> CalibrationSession:
    session = work.calibrations.by_id(session_id)
    if session is None:
        raise UsageRefusal("ASM-147", session=session_id)
    return session
