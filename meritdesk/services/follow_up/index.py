"""The professionalism index (IP ASN) of everybody, dimension by dimension, on screen, in a sheet and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import PackRef
from meritdesk.core.index_paper import index_paper
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.professionalism import IndexCategory, IndexDimension, IndexRules, IndexScore, KeptIndex
from meritdesk.core.scoring.professionalism import score
from meritdesk.core.talent import Training
from meritdesk.courtesy import politely
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.personnel import Personnel, index_pack, personnel
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work

_STEP_EVERY = 500
_TENTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One person with his index and why, and the training that was looked at."""

    person: Person
    unit_name: str
    score: IndexScore
    trainings: tuple[Training, ...]
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class IndexSums:
    """What a board says of everybody together, counted once where it is read: a window has no time to count it."""

    scored: int
    unfixed: int
    mean: Decimal | None
    means: Mapping[IndexDimension, Decimal]
    counts: Mapping[IndexCategory, int]


@dataclass(frozen=True, slots=True)
class IndexBoard:
    """Everybody's index of a year; the mean is of those who are scored."""

    year: int
    rules: IndexRules
    pack: PackRef
    doubt: str
    entries: tuple[IndexEntry, ...]
    sums: IndexSums

    @property
    def scored(self) -> tuple[IndexEntry, ...]:
        """Those who have an index."""
        return tuple(entry for entry in self.entries if entry.score.is_scored)

    @property
    def mean(self) -> Decimal | None:
        """The mean of all indices; nothing of nobody."""
        return self.sums.mean

    def means(self) -> Mapping[IndexDimension, Decimal]:
        """The mean of each dimension; none of nobody."""
        return self.sums.means

    @property
    def counts(self) -> Mapping[IndexCategory, int]:
        """How many are in each category."""
        return self.sums.counts


def summed_up(entries: Sequence[IndexEntry]) -> IndexSums:
    """How many are scored and not yet fixed, the means of those who are scored, and how many each category has."""
    scored = [entry for entry in entries if entry.score.is_scored]
    found = Counter(entry.score.category for entry in scored)

    def mean(figures: Iterable[Decimal]) -> Decimal:
        return (sum(figures, Decimal(0)) / len(scored)).quantize(_TENTH, ROUND_HALF_UP)

    return IndexSums(
        len(scored),
        sum(not entry.is_fixed for entry in scored),
        mean(entry.score.total for entry in scored) if scored else None,
        {one: mean(entry.score.points[one] for entry in scored) for one in IndexDimension} if scored else {},
        {one: found[one] for one in IndexCategory},
    )


@dataclass(frozen=True, slots=True)
class IndexOutcome:
    """What was fixed: how many indices, how many stood already, how many people are not scored."""

    fixed: int
    kept: int
    without: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class IndexDesk:
    """Verbs of the professionalism index."""

    around: Surroundings

    def board(self, year: int, unit_ids: Sequence[str] = ()) -> IndexBoard:
        """Everybody's index; what was fixed stands as it was, the rest is worked out. ``ASM-110`` before 2022."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._board(work, personnel(work, self.around, year), frozenset(unit_ids))

    def show(self, nip: str, year: int) -> IndexEntry:
        """The index of one person with its reasons (``USE-102`` unknown, ``IPA-101`` not appraised)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            if work.people.by_nip(nip) is None:
                raise UsageRefusal("USE-102", nip=nip)
            board = self._board(work, personnel(work, self.around, year), frozenset())
        entry = next((one for one in board.entries if one.person.nip == nip), None)
        if entry is None:
            raise UsageRefusal("IPA-101", nip=nip)
        return entry

    def fix(self, year: int, again: bool = False, step: Step = no_step) -> IndexOutcome:
        """Keep the indices of a year as they are now; those that were fixed stay, unless they are to be fixed again.

        ``IPA-102`` when nobody is scored.
        """
        require(self.around.actor, Action.CLOSE)
        with self.around.store.writing(self.around.actor, "follow_up.index.fix", reason=str(year)) as work:
            step = work.watch(step)
            board = self._board(work, personnel(work, self.around, year), frozenset(), ignores_fixed=again)
            today = self.around.clock().date()
            kept = {one.person_id for one in work.talent.indices(year)} if not again else set()
            fresh = []
            for done, entry in enumerate(board.scored):
                if done % _STEP_EVERY == 0:
                    step(done, board.sums.scored)
                if entry.person.person_id in kept:
                    continue
                one = entry.score
                assert one.category is not None
                fresh.append(
                    KeptIndex(
                        entry.person.person_id, year, one.points, one.total, one.category, one.reasons, (board.pack,),
                        today,
                    )
                )  # fmt: skip
            if not fresh and not kept:
                raise UsageRefusal("IPA-102", year=year)
            work.talent.save_indices(fresh)
            without = len(board.entries) - board.sums.scored
            return IndexOutcome(len(fresh), len(kept), without, work.commit())

    def preview(self, year: int, unit_ids: Sequence[str] = (), style: PaperStyle | None = None) -> bytes:
        """The list of indices as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._paper(year, unit_ids), style)

    def print(
        self, year: int, out: Path, unit_ids: Sequence[str] = (), style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the indices of the agency or of some units: the four dimensions of everybody, means and categories.

        ``IPA-102`` when nobody is scored.
        """
        require(self.around.actor, Action.PRINT)
        matter = Matter(Period(year, PeriodKind.YEAR), f"asn-index:{','.join(sorted(unit_ids))}"[:200])
        return issue_papers(self.around, [(self._paper(year, unit_ids), matter)], out, style)

    def _paper(self, year: int, unit_ids: Sequence[str]) -> OfficePaper:
        board = self.board(year, unit_ids)
        if board.mean is None:
            raise UsageRefusal("IPA-102", year=year)
        rows = [(entry.person.full_name, entry.person.nip, entry.unit_name, entry.score) for entry in board.entries]
        return index_paper(
            self.around.store.agency,
            year,
            board.pack,
            rows,
            board.mean,
            board.means(),
            board.counts,
            self.around.clock().date(),
        )

    def _board(
        self, work: Work, everybody: Personnel, wanted: frozenset[str], ignores_fixed: bool = False
    ) -> IndexBoard:
        pack, rules = index_pack(self.around, everybody.year)
        kept = {} if ignores_fixed else {one.person_id: one for one in work.talent.indices(everybody.year)}
        entries = []
        for person in politely(everybody.people):
            if wanted and person.unit_id not in wanted:
                continue
            fixed = kept.get(person.person_id)
            found = _as_fixed(fixed) if fixed else score(everybody.index_facts(person, rules), rules)
            trainings = everybody.trainings.get(person.person_id, ())
            entries.append(IndexEntry(person, everybody.unit_name(person), found, trainings, fixed is not None))
        entries.sort(key=lambda entry: (not entry.score.is_scored, -entry.score.total, entry.person.name))
        return IndexBoard(everybody.year, rules, pack.ref, pack.doubt, tuple(entries), summed_up(entries))


def _as_fixed(kept: KeptIndex) -> IndexScore:
    return IndexScore(kept.points, kept.total, kept.category, kept.reasons)
