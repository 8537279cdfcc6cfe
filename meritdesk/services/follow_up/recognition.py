"""Employee of the Month and the most improved: the formula suggests, the head chooses, and both stay on record."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import PackRef
from meritdesk.core.history import people_on
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.pay import PayInputKind
from meritdesk.core.people import OrgUnit, Person, person_block
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.recognition import (
    Award,
    AwardState,
    RecognitionState,
    Shortlisted,
    chosen_of,
    counts_for,
    month_before,
    months_between,
    require_over,
    withdrawn,
)
from meritdesk.core.recognition_paper import CertificateFacts, certificate_paper, improved_paper, ranking_paper
from meritdesk.core.recognition_rules import RecognitionRules
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.scoring.recognition import (
    Gain,
    Placed,
    RecognitionFacts,
    RecognitionScore,
    gains,
    rank,
    score,
    suggested,
)
from meritdesk.courtesy import politely
from meritdesk.parting import held
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.discipline import effects_of, within
from meritdesk.services.limits import require_no_limit
from meritdesk.services.months_of_time import months_of_time
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class RecognitionEntry:
    """One line of a month: who, his place with every reason, and whether he was chosen."""

    person: Person
    unit_name: str
    placed: Placed
    is_chosen: bool = False

    @property
    def state(self) -> RecognitionState:
        """How he stands."""
        return RecognitionState.CHOSEN if self.is_chosen else self.placed.state


@dataclass(frozen=True, slots=True)
class RecognitionBoard:
    """A month of a department or of the agency: everybody in order, whom the formula suggests, and who was chosen.

    ``shortlist`` are those of whom one may be chosen, ``counts`` how many stand how: both are made once, where the
    month is read.
    """

    period: Period
    unit_id: str
    unit_name: str
    pack: RulePack
    rules: RecognitionRules
    entries: tuple[RecognitionEntry, ...]
    suggested_id: str
    award: Award | None
    facts_digest: str
    shortlist: tuple[RecognitionEntry, ...]
    counts: Mapping[RecognitionState, int]

    def name_of(self, person_id: str) -> str:
        """The name of whoever was chosen or is suggested; a dash for who is not among those looked at any more."""
        return next((one.person.full_name for one in self.entries if one.person.person_id == person_id), "–")


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One choice with the names in words."""

    award: Award
    person: Person
    unit_name: str
    suggested_name: str

    @property
    def state(self) -> AwardState:
        """Whether it stands."""
        return self.award.state


@dataclass(frozen=True, slots=True)
class AwardOutcome:
    """A choice as it stands after a verb, and what was written."""

    award: Award
    changes: Changes


@dataclass(frozen=True, slots=True)
class ImprovedEntry:
    """One line of the most improved, or why somebody is not among them."""

    person: Person
    unit_name: str
    gain: Gain

    @property
    def is_listed(self) -> bool:
        """Whether he is one of them."""
        return self.gain.place > 0


@dataclass(frozen=True, slots=True)
class ImprovedBoard:
    """A month or year against the one before."""

    period: Period
    before: Period
    unit_name: str
    pack: RulePack
    rules: RecognitionRules
    entries: tuple[ImprovedEntry, ...]

    @property
    def listed(self) -> tuple[ImprovedEntry, ...]:
        """The most improved."""
        return tuple(one for one in self.entries if one.is_listed)


@dataclass(frozen=True, slots=True)
class _Scope:
    """Who is looked at: everybody, or a unit's whole department."""

    people: Mapping[str, Person]
    units: Mapping[str, OrgUnit]
    name: str

    def unit_name(self, person: Person) -> str:
        unit = self.units.get(person.unit_id)
        return unit.name if unit is not None else ""


@dataclass(frozen=True, slots=True)
class RecognitionDesk:
    """Verbs of recognition; without a unit the whole agency is looked at, with one the branch below it."""

    around: Surroundings

    def departments(self) -> tuple[OrgUnit, ...]:
        """The units for which a choice of their own can be made: the departments below the root."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            units = {unit.unit_id: unit for unit in work.units.all()}
        roots = {unit.unit_id for unit in units.values() if unit.parent_id not in units}
        return tuple(unit for unit in units.values() if unit.parent_id in roots)

    def board(self, period: Period, unit_id: str = "", step: Step = no_step) -> RecognitionBoard:
        """Everybody of a month in the order of the formula; ``REC-101`` for what is no month."""
        require(self.around.actor, Action.READ)
        if period.kind is not PeriodKind.MONTH:
            raise UsageRefusal("REC-101", period=period.code)
        with self.around.store.reading() as work:
            return self._board(work, period, _unit_id(work, unit_id), step)

    def choose(self, period: Period, nip: str, reason: str = "", unit_id: str = "") -> AwardOutcome:
        """Choose one of the shortlist; the reason is needed where the formula suggests somebody else, or several.

        ``REC-101`` no month, ``REC-107`` not over, ``REC-102`` nobody can be chosen, ``REC-103`` not on the shortlist,
        ``REC-104`` no reason, ``REC-105`` chosen already.
        """
        require(self.around.actor, Action.CLOSE)
        today = self.around.clock().date()
        require_over(period, today)
        with self.around.store.writing(
            self.around.actor, "follow_up.recognition.choose", reason=reason.strip() or period.code
        ) as work:
            board = self._board(work, period, _unit_id(work, unit_id))
            if board.award is not None:
                name = work.people.by_ids([board.award.person_id])[board.award.person_id].full_name
                raise UsageRefusal("REC-105", period=period.code, name=name)
            shortlist = [
                Shortlisted(
                    one.placed.place, one.person.person_id, one.person.nip, one.person.full_name,
                    one.placed.score.total or Decimal(0), one.placed.is_tied,
                )
                for one in board.shortlist
            ]  # fmt: skip
            chosen = chosen_of(shortlist, nip, board.suggested_id, reason)
            require_no_limit(work, [chosen.person_id])
            award = Award(
                award_id=str(uuid.uuid4()),
                period=period,
                unit_id=board.unit_id,
                suggested_id=board.suggested_id,
                person_id=chosen.person_id,
                points=chosen.total,
                reason=reason.strip(),
                chosen_on=today,
                chosen_by=self.around.actor.name,
                pack=PackRef(board.pack.pack_id, board.pack.digest),
                facts_digest=board.facts_digest,
                looked_at=len(board.entries),
                shortlist=tuple(shortlist),
            )
            work.awards.save([award])
            return AwardOutcome(award, work.commit())

    def withdraw(self, period: Period, reason: str, unit_id: str = "") -> AwardOutcome:
        """Take the choice of a month back; it stays on record (``REC-106`` there is none, ``REC-108`` no reason)."""
        require(self.around.actor, Action.CLOSE)
        with self.around.store.writing(
            self.around.actor, "follow_up.recognition.withdraw", reason=reason.strip() or period.code
        ) as work:
            award = withdrawn(_standing(work, period, _unit_id(work, unit_id)), self.around.clock().date(), reason)
            work.awards.save([award])
            return AwardOutcome(award, work.commit())

    def given(self, year: int = 0) -> tuple[AwardLine, ...]:
        """Who was chosen, of a year or of all, the newest month first and what stands before what was withdrawn."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = [one for one in work.awards.all() if not year or one.period.year == year]
            ids = [one.person_id for one in found] + [one.suggested_id for one in found if one.suggested_id]
            people = work.people.by_ids(ids)
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        return tuple(
            AwardLine(
                one,
                people[one.person_id],
                units.get(one.unit_id, "") if one.unit_id else "",
                people[one.suggested_id].full_name if one.suggested_id in people else "",
            )
            for one in sorted(found, key=_newest_first)
            if one.person_id in people
        )

    def improved(self, period: Period, unit_id: str = "", step: Step = no_step) -> ImprovedBoard:
        """The most improved of a month or year against the one before; everybody else with the reason why not.

        A year is compared by its closed yearly evaluations alone. ``REC-109`` for a quarter.
        """
        require(self.around.actor, Action.READ)
        if period.kind not in (PeriodKind.MONTH, PeriodKind.YEAR):
            raise UsageRefusal("REC-109", period=period.code)
        before = month_before(period)
        with self.around.store.reading() as work:
            pack, rules = self._rules(period)
            unit_id = _unit_id(work, unit_id)
            scope = _scope(work, period, unit_id, rules)
            used = rules.for_gains(of_a_year=period.kind is PeriodKind.YEAR)
            old = self._scores(work, before, scope, replace(used, vetoes=frozenset()), unit_id, step)
            new = self._scores(work, period, scope, used, unit_id, step)
        found = tuple(
            ImprovedEntry(scope.people[one.person_id], scope.unit_name(scope.people[one.person_id]), one)
            for one in politely(held(gains(old, new, used)))
        )
        order = sorted(found, key=lambda one: (not one.is_listed, one.gain.place, one.person.name, one.person.nip))
        return ImprovedBoard(period, before, scope.name, pack, used, tuple(order))

    def preview_certificate(self, period: Period, unit_id: str = "", style: PaperStyle | None = None) -> bytes:
        """The certificate of a month as PDF bytes for the screen; ``REC-106`` when nobody was chosen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._certificate(period, unit_id)[0], _on_a4(style))

    def print_certificate(
        self, period: Period, out: Path, unit_id: str = "", style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the certificate, A4 lying; ``REC-106`` when nobody was chosen."""
        require(self.around.actor, Action.PRINT)
        paper, award = self._certificate(period, unit_id)
        matter = Matter(period, f"award:{award.award_id}", award.person_id)
        return issue_papers(self.around, [(paper, matter)], out, _on_a4(style))

    def preview_list(self, period: Period, unit_id: str = "", style: PaperStyle | None = None) -> bytes:
        """The ranking of a month with its formula as PDF bytes for the screen."""
        return preview_paper(self.around, self._ranking(period, unit_id), style)

    def print_list(
        self, period: Period, out: Path, unit_id: str = "", style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the ranking of a month with its formula; who is kept off is counted and not named."""
        require(self.around.actor, Action.PRINT)
        matter = Matter(period, f"ranking:{unit_id}:{period.code}")
        return issue_papers(self.around, [(self._ranking(period, unit_id), matter)], out, style)

    def preview_improved(self, period: Period, unit_id: str = "", style: PaperStyle | None = None) -> bytes:
        """The list of the most improved as PDF bytes for the screen."""
        return preview_paper(self.around, self._improved(period, unit_id), style)

    def print_improved(
        self, period: Period, out: Path, unit_id: str = "", style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the list of the most improved with its formula."""
        require(self.around.actor, Action.PRINT)
        matter = Matter(period, f"improved:{unit_id}:{period.code}")
        return issue_papers(self.around, [(self._improved(period, unit_id), matter)], out, style)

    def _certificate(self, period: Period, unit_id: str) -> tuple[OfficePaper, Award]:
        with self.around.store.reading() as work:
            unit_id = _unit_id(work, unit_id)
            award = _standing(work, period, unit_id)
            units = {unit.unit_id: unit for unit in work.units.all()}
            stood = people_on(work.people.all(), work.history.all(), period.last_day)
            person = next(one for one in stood if one.person_id == award.person_id)
            ranks = self.around.rulebook.in_force(period.last_day).rank_name
            rules = self.around.rulebook.pack(PackKind.RECOGNITION, period.last_day)
        block = person_block(person, units, ranks)
        unit_name = units[unit_id].name if unit_id in units else ""
        facts = CertificateFacts(award, block, unit_name, rules.regulation)
        return certificate_paper(facts, self.around.store.agency), award

    def _ranking(self, period: Period, unit_id: str) -> OfficePaper:
        board = self.board(period, unit_id)
        placed = [(one.person, one.unit_name, one.placed) for one in board.entries]
        return ranking_paper(
            period, board.unit_name, placed, board.award, board.pack, board.rules, board.facts_digest,
            self.around.store.agency,
        )  # fmt: skip

    def _improved(self, period: Period, unit_id: str) -> OfficePaper:
        board = self.improved(period, unit_id)
        gained = [(one.person, one.unit_name, one.gain) for one in board.entries]
        return improved_paper(
            period, board.before, board.unit_name, gained, board.pack, board.rules, self.around.store.agency
        )

    def _board(self, work: Work, period: Period, unit_id: str, step: Step = no_step) -> RecognitionBoard:
        pack, rules = self._rules(period)
        scope = _scope(work, period, unit_id, rules)
        placed = rank(self._scores(work, period, scope, rules, unit_id, step), rules)
        award = next(
            (
                one
                for one in work.awards.all()
                if (one.period, one.unit_id, one.state) == (period, unit_id, AwardState.GIVEN)
            ),
            None,
        )
        entries = []
        for one in politely(placed):
            person = scope.people[one.score.person_id]
            is_chosen = award is not None and award.person_id == person.person_id
            entries.append(RecognitionEntry(person, scope.unit_name(person), one, is_chosen))
        entries.sort(key=lambda one: (one.placed.place or 10**9, one.person.name, one.person.nip))
        told = [
            [one.person_id, str(one.total), [[reason.code, dict(reason.facts)] for reason in one.reasons]]
            for one in politely(sorted((entry.placed.score for entry in entries), key=lambda score: score.person_id))
        ]
        digest = self.around.exchange.record_digest({"pack": pack.digest, "period": period.code, "people": told})
        return RecognitionBoard(
            period, unit_id, scope.name, pack, rules, tuple(entries), suggested(placed), award, digest,
            shortlist=tuple(one for one in entries if one.placed.state is RecognitionState.SHORTLISTED),
            counts=Counter(one.state for one in politely(entries)),
        )  # fmt: skip

    def _rules(self, period: Period) -> tuple[RulePack, RecognitionRules]:
        pack = self.around.rulebook.pack(PackKind.RECOGNITION, period.last_day)
        assert isinstance(pack.body, RecognitionRules)
        return pack, pack.body

    def _scores(
        self, work: Work, period: Period, scope: _Scope, rules: RecognitionRules, unit_id: str, step: Step
    ) -> list[RecognitionScore]:
        """The score of everybody who is looked at; a year knows no attendance."""
        is_month = period.kind is PeriodKind.MONTH
        ids = list(scope.people)
        ratings = work.awards.ratings(counts_for(period))
        times = months_of_time(self.around, work, period, ids if unit_id else None, step) if is_month else {}
        inputs = work.pay.inputs(period) if is_month else ()
        innovation = {one.subject: one for one in inputs if one.kind is PayInputKind.INNOVATION}
        negative = {one.subject: int(one.value) for one in inputs if one.kind is PayInputKind.NEGATIVE}
        sanctions = within(effects_of(self.around, work, ids if unit_id else None), period.first_day, period.last_day)
        habits = work.habits.counts(period.first_day, period.last_day)
        last = _last_chosen(work.awards.all(), period, unit_id) if is_month else {}
        found = []
        for person_id in politely(ids):
            evaluated, predicate, behaviour = ratings.get(person_id, (None, None, None))
            innovated, chosen = innovation.get(person_id), last.get(person_id)
            facts = RecognitionFacts(
                person_id=person_id,
                predicate=predicate,
                evaluated=evaluated,
                behaviour=behaviour,
                time=times.get(person_id),
                innovation=innovated.value if innovated is not None else Decimal(0),
                innovation_words=innovated.words if innovated is not None else "",
                has_sanction=person_id in sanctions,
                negative=negative.get(person_id, 0),
                habits=habits.get(person_id, 0),
                chosen_in=chosen,
                rested=months_between(chosen, period) if chosen is not None else 0,
            )
            found.append(score(facts, rules))
        return held(found)


def _scope(work: Work, period: Period, unit_id: str, rules: RecognitionRules) -> _Scope:
    """Everybody at work on the last day of a period, of the agency or of the branch of a unit."""
    units = {unit.unit_id: unit for unit in work.units.all()}
    those = _branch(units, unit_id)
    people = {
        person.person_id: person
        for person in people_on(work.people.all(), work.history.all(), period.last_day)
        if rules.looks_at(person) and (not unit_id or person.unit_id in those)
    }
    return _Scope(people, units, units[unit_id].name if unit_id else "")


def _unit_id(work: Work, asked: str) -> str:
    """The unit of this key or of this id in the national system; nothing for the whole agency. ``USE-103``."""
    if not asked:
        return ""
    unit = next((one for one in work.units.all() if asked in (one.unit_id, one.source_id)), None)
    if unit is None:
        raise UsageRefusal("USE-103", unit=asked)
    return unit.unit_id


def _branch(units: Mapping[str, OrgUnit], unit_id: str) -> frozenset[str]:
    """A unit with everything below it."""
    found, ahead = {unit_id}, True
    while ahead:
        more = {one.unit_id for one in units.values() if one.parent_id in found} - found
        found |= more
        ahead = bool(more)
    return frozenset(found)


def _standing(work: Work, period: Period, unit_id: str) -> Award:
    for one in work.awards.all():
        if (one.period, one.unit_id, one.state) == (period, unit_id, AwardState.GIVEN):
            return one
    raise UsageRefusal("REC-106", period=period.code)


def _newest_first(award: Award) -> tuple[int, int, str, bool, str]:
    """The order of choices: months backwards, what stands before what was withdrawn."""
    period = award.period
    return -period.year, -period.index, award.unit_id, award.withdrawn_on is not None, award.award_id


def _last_chosen(awards: Sequence[Award], period: Period, unit_id: str) -> Mapping[str, Period]:
    """The last month before this one for which each person was chosen in the same department, or in the agency."""
    found: dict[str, Period] = {}
    for one in awards:
        if one.state is AwardState.GIVEN and one.unit_id == unit_id and months_between(one.period, period) > 0:
            before = found.get(one.person_id)
            if before is None or months_between(before, one.period) > 0:
                found[one.person_id] = one.period
    return found


def _on_a4(style: PaperStyle | None) -> PaperStyle:
    """A certificate lies on A4, whatever the office prints its forms on."""
    return replace(style or PaperStyle(), size=PaperSize.A4)
