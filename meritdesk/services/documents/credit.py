"""Credit points of functional officials on paper, from the predicates that the store holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.credit_paper import CreditYear, conversion_paper, sum_paper
from meritdesk.core.credit_rules import CreditRules
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PerformancePlan, plans_in_force
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import MONTHS, CreditPart, CreditSum, conversion, full_months
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.print_job import Selection, chosen_people


@dataclass(frozen=True, slots=True)
class CreditCard:
    """The years of one official with the points of each; the years stand in order and none is missing between them."""

    person: Person
    years: tuple[CreditYear, ...]
    found: CreditSum


@dataclass(frozen=True, slots=True)
class CreditBoard:
    """Whose points can be reckoned, and which functional officials have none, and why."""

    cards: tuple[CreditCard, ...]
    blocked: tuple[Blocked, ...]


@dataclass(frozen=True, slots=True)
class CreditOutcome:
    """What was printed, and who was left out and why."""

    papers: PapersOutcome | None
    sheets: int
    blocked: tuple[Blocked, ...]


@dataclass(slots=True)
class _Reckoning:
    cards: list[CreditCard] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CreditDesk:
    """Verbs of credit-point sheets."""

    around: Surroundings

    def board(self, year: int, selection: Selection, since: int = 0) -> CreditBoard:
        """The points of a year, or of every year from ``since`` on; a year counts by its closed yearly predicate."""
        require(self.around.actor, Action.READ)
        first = since or year
        if first > year:
            raise UsageRefusal("DOC-544", since=first, year=year)
        job = _Reckoning()
        with self.around.store.reading() as work:
            people = chosen_people(work, selection)
            ids = [person.person_id for person in people]
            told = {one: self._year(work, one, ids) for one in range(first, year + 1)}
        for person in people:
            self._judge(person, told, selection, job)
        return CreditBoard(tuple(job.cards), tuple(job.blocked))

    def preview(self, year: int, nip: str, since: int = 0, style: PaperStyle | None = None) -> bytes:
        """The sheet of one person as PDF bytes for the screen, in no register; refused with what is missing."""
        board = self.board(year, Selection(nip=nip), since)
        if not board.cards:
            raise UsageRefusal(board.blocked[0].code, nip=nip, **board.blocked[0].facts)
        return preview_paper(self.around, self._paper(board.cards[0], since), style)

    def print(
        self,
        year: int,
        selection: Selection,
        out: Path,
        since: int = 0,
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> CreditOutcome:
        """Print conversions of a year, or sums from ``since`` on; one named person without points is a refusal."""
        require(self.around.actor, Action.PRINT)
        board = self.board(year, selection, since)
        if not board.cards:
            if selection.nip:
                raise UsageRefusal(board.blocked[0].code, nip=selection.nip, **board.blocked[0].facts)
            return CreditOutcome(None, 0, board.blocked)
        period = Period(year, PeriodKind.YEAR)
        papers = [
            (
                self._paper(card, since),
                Matter(period, f"credit:{since or year}:{card.person.person_id}", card.person.person_id),
            )
            for card in board.cards
        ]
        return CreditOutcome(issue_papers(self.around, papers, out, style, step), len(papers), board.blocked)

    def _paper(self, card: CreditCard, since: int) -> OfficePaper:
        agency = self.around.store.agency
        if since:
            return sum_paper(card.person, card.years, card.found, agency)
        return conversion_paper(card.person, card.years[-1], card.found, agency)

    def _year(self, work: Work, year: int, ids: Sequence[str]) -> _Told:
        period = Period(year, PeriodKind.YEAR)
        evaluations = {one.person_id: one for one in work.evaluations.of_period(period, ids) if one.is_closed}
        plans = plans_in_force(work.plans.of_year(year, list(evaluations)), period.last_day) if evaluations else {}
        rules = self.around.rulebook.pack(PackKind.CREDIT_POINTS, period.last_day).body
        assert isinstance(rules, CreditRules)
        return _Told(rules, evaluations, plans)

    def _judge(self, person: Person, told: dict[int, _Told], selection: Selection, job: _Reckoning) -> None:
        years, parts = [], []
        for year, found in told.items():
            evaluation = found.evaluations.get(person.person_id)
            position = evaluation.parties[0].position if evaluation and evaluation.parties else person.position_title
            tier = found.rules.tier_of(position)
            is_asked = bool(selection.nip) or person.position_kind is PositionKind.JF
            if tier is None:
                if is_asked:
                    job.blocked.append(Blocked(person.nip, person.full_name, "DOC-543", {"position": position or "-"}))
                return
            if evaluation is None or evaluation.predicate is None or len(evaluation.parties) < 2:
                if is_asked:
                    job.blocked.append(Blocked(person.nip, person.full_name, "DOC-542", {"year": year}))
                return
            months = found.months(person.person_id)
            if not months:
                job.blocked.append(Blocked(person.nip, person.full_name, "DOC-545", {"year": year}))
                return
            years.append(CreditYear(year, evaluation.parties[0], evaluation.parties[1], months))
            parts.append(CreditPart(tier, evaluation.predicate, months))
        rules = told[max(told)].rules
        job.cards.append(CreditCard(person, tuple(years), conversion(parts, rules)))


@dataclass(frozen=True, slots=True)
class _Told:
    """One year: the figures in force, the closed evaluations and the plans they stand on."""

    rules: CreditRules
    evaluations: dict[str, Evaluation]
    plans: dict[str, PerformancePlan]

    def months(self, person_id: str) -> int:
        """The full calendar months of the plan; a year without one is taken as whole."""
        plan = self.plans.get(person_id)
        return full_months(plan.starts, plan.ends) if plan is not None else MONTHS
