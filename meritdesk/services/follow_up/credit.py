"""Credit points of functional officials, from the predicates that the store holds: whose, how many, and on paper."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.career import History
from meritdesk.core.credit_paper import CreditYear, conversion_paper, sum_paper
from meritdesk.core.credit_rules import CreditRules
from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import DocumentRecord, PaperKind, PaperStanding, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.follow_up import CreditState
from meritdesk.core.office_paper import OfficePaper, paper_facts
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import CreditPart, CreditSum, conversion
from meritdesk.parting import held
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.credit_months import CreditOfYear, credit_of_year
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


@dataclass(frozen=True, slots=True)
class CreditEntry:
    """One line of the list: an official with his points and his paper, or why he has none.

    ``number`` is that of his newest sheet that counts; empty when none was printed.
    """

    person: Person
    unit_name: str
    state: CreditState
    card: CreditCard | None = None
    why: Blocked | None = None
    number: str = ""


_STATE_OF = {
    "DOC-542": CreditState.NOT_CLOSED,
    "DOC-543": CreditState.NO_TIER,
    "DOC-545": CreditState.NO_MONTH,
}
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class CreditDesk:
    """Verbs of credit-point sheets."""

    around: Surroundings

    def board(self, year: int, selection: Selection, since: int = 0) -> CreditBoard:
        """The points of a year, or of every year from ``since`` on; a year counts by its closed yearly predicate."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            judged = self._judged(work, year, chosen_people(work, selection), bool(selection.nip), since)
        cards = tuple(one for one in judged if isinstance(one, CreditCard))
        return CreditBoard(cards, tuple(one for one in judged if isinstance(one, Blocked)))

    def lines(self, year: int, selection: Selection | None = None, since: int = 0) -> tuple[CreditEntry, ...]:
        """Every functional official with his points, whether his sheet is printed and still true, or what is missing.

        ``ASM-110`` for years before the rule, ``DOC-544`` when the sum would begin after its end.
        """
        require(self.around.actor, Action.READ)
        selection = selection or Selection()
        with self.around.store.reading() as work:
            people = chosen_people(work, selection)
            judged = self._judged(work, year, people, bool(selection.nip), since)
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            printed = _printed(work, PaperKind.CREDIT_SUM if since else PaperKind.CREDIT_CONVERSION, year)
        by_nip = {person.nip: person for person in people}
        entries = []
        for one in judged:
            if isinstance(one, Blocked):
                person = by_nip[one.nip]
                entries.append(CreditEntry(person, units.get(person.unit_id, ""), _STATE_OF[one.code], why=one))
                continue
            paper = printed.get(_matter(one, year, since))
            entries.append(
                CreditEntry(
                    one.person,
                    units.get(one.person.unit_id, ""),
                    self._state(one, paper, since),
                    one,
                    number=paper.number if paper is not None else "",
                )
            )
        return tuple(entries)

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
        nips: Collection[str] = (),
    ) -> CreditOutcome:
        """Print conversions of a year, or sums from ``since`` on; one named person without points is a refusal.

        ``nips`` keeps only these people of the selection.
        """
        require(self.around.actor, Action.PRINT)
        board = self.board(year, selection, since)
        if nips:
            board = CreditBoard(
                tuple(card for card in board.cards if card.person.nip in nips),
                tuple(one for one in board.blocked if one.nip in nips),
            )
        if not board.cards:
            if selection.nip:
                raise UsageRefusal(board.blocked[0].code, nip=selection.nip, **board.blocked[0].facts)
            return CreditOutcome(None, 0, board.blocked)
        period = Period(year, PeriodKind.YEAR)
        papers = [
            (
                self._paper(card, since),
                Matter(period, _matter(card, year, since), card.person.person_id),
            )
            for card in board.cards
        ]
        return CreditOutcome(issue_papers(self.around, papers, out, style, step), len(papers), board.blocked)

    def _paper(self, card: CreditCard, since: int) -> OfficePaper:
        agency = self.around.store.agency
        if since:
            return sum_paper(card.person, card.years, card.found, agency)
        return conversion_paper(card.person, card.years[-1], card.found, agency)

    def _state(self, card: CreditCard, paper: DocumentRecord | None, since: int) -> CreditState:
        if paper is None:
            return CreditState.TO_PRINT
        digest = self.around.exchange.record_digest(paper_facts(self._paper(card, since)))
        return CreditState.PRINTED if digest == paper.record_digest else CreditState.OUTDATED

    def _judged(
        self, work: Work, year: int, people: Sequence[Person], is_named: bool, since: int
    ) -> list[CreditCard | Blocked]:
        """The card of each of these people or why there is none; who holds no functional post is left out."""
        first = since or year
        if first > year:
            raise UsageRefusal("DOC-544", since=first, year=year)
        history = work.history.all()
        told = {one: self._year(work, one, people, history) for one in range(first, year + 1)}
        judged = (_judge(person, told, is_asked=is_named) for person in people)
        return held([one for one in judged if one is not None])

    def _year(self, work: Work, year: int, people: Sequence[Person], history: History) -> CreditOfYear:
        rules = self.around.rulebook.pack(PackKind.CREDIT_POINTS, Period(year, PeriodKind.YEAR).last_day).body
        assert isinstance(rules, CreditRules)
        return credit_of_year(self.around, work, year, people, history, rules)


def _judge(person: Person, told: Mapping[int, CreditOfYear], *, is_asked: bool) -> CreditCard | Blocked | None:
    is_asked = is_asked or person.position_kind is PositionKind.JF
    years: list[CreditYear] = []
    parts: list[CreditPart] = []
    for year, found in told.items():
        evaluation = found.evaluations.get(person.person_id)
        months = found.months.get(person.person_id)
        position = evaluation.parties[0].position if evaluation else person.position_title
        if found.rules.tier_of(position) is None and (months is None or not months.parts):
            return _blocked(person, "DOC-543", position=position or "-") if is_asked else None
        if evaluation is None or months is None or len(evaluation.parties) < 2:
            return _blocked(person, "DOC-542", year=year) if is_asked else None
        if not months.parts:
            return _blocked(person, "DOC-545", year=year)
        years.append(
            CreditYear(
                year, evaluation.parties[0], evaluation.parties[1], months.months, len(months.parts), months.left_out
            )
        )
        parts += months.parts
    return CreditCard(person, tuple(years), conversion(parts, told[max(told)].rules))


def _blocked(person: Person, code: str, **facts: object) -> Blocked:
    return Blocked(person.nip, person.full_name, code, facts)


def _matter(card: CreditCard, year: int, since: int) -> str:
    """The key of what a sheet tells of; a sum from another year on is another matter."""
    return f"credit:{since or year}:{card.person.person_id}"


def _printed(work: Work, kind: PaperKind, year: int) -> Mapping[str, DocumentRecord]:
    """The newest sheet that counts of each matter of a year."""
    period = Period(year, PeriodKind.YEAR)
    kept = ((DocumentField.FORM, (kind.value,)), (DocumentField.PERIOD, (period.code,)))
    lines = work.documents.lines(DocumentQuery(kept=kept, limit=_ALL))
    standing = [line.document_id for line in lines if line.standing is not PaperStanding.CANCELLED]
    newest: dict[str, DocumentRecord] = {}
    for record in work.documents.by_ids(standing):
        before = newest.get(record.record_id)
        if before is None or record.copy > before.copy:
            newest[record.record_id] = record
    return newest
