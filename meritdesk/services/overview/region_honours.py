"""Honours and points by letters of all governments: listed, led back to the sheet, and put on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import DocumentStamp, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.history import people_on
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.recognition import counts_for, month_before
from meritdesk.core.recognition_rules import RecognitionRules
from meritdesk.core.region_board import Provenance
from meritdesk.core.region_honours import CreditAccount, Honour, HonourKind, honours_in_order
from meritdesk.core.region_honours_paper import accounts_paper, honours_paper
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.recognition import RecognitionFacts, gains, score
from meritdesk.core.travel import joined_key
from meritdesk.courtesy import politely
from meritdesk.services.changes import Step, no_step
from meritdesk.services.credit_accounts import StandingLine, determinations, standing_lines, year_of
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.overview.region_scope import RegionScope, region_scope, require_region
from meritdesk.services.ports import Surroundings, Work

AWARDS = "pegawai_teladan"
LETTERS = "riwayat_angka_kredit"
"""The files of a package in which choices and letters stand."""


@dataclass(frozen=True, slots=True)
class AccountDetail:
    """The account of one official as the region has it: his letters, what they and his closed years add up to.

    ``came_with`` is the package that brought the newest letter.
    """

    line: StandingLine
    came_with: Provenance | None


@dataclass(frozen=True, slots=True)
class RegionHonours:
    """Verbs of honours and points at the region; each is refused with ``REG-101`` in the store of an agency."""

    around: Surroundings

    def honours(self, year: int, step: Step = no_step) -> tuple[Honour, ...]:
        """Who was chosen in the months of a year, and who improved most from the year before, agency by agency."""
        require_region(self.around)
        pack = self.around.rulebook.pack(PackKind.RECOGNITION, year_of(year).last_day)
        assert isinstance(pack.body, RecognitionRules)
        with self.around.store.reading() as work:
            scope = region_scope(work, year)
            found = list(work.region_honours.chosen(scope.agencies, year, scope.left_out))
        for place, code in enumerate(scope.codes):
            step(place, len(scope.codes))
            with self.around.store.reading(code) as work:
                found += _improved(work, code, scope, year_of(year), pack.body)
        return honours_in_order(found)

    def accounts(self, year: int, agency: str = "") -> tuple[CreditAccount, ...]:
        """The officials with letters up to the end of a year, of all agencies or of one (``REG-103``)."""
        require_region(self.around)
        with self.around.store.reading() as work:
            scope = region_scope(work, year)
            if agency:
                scope.require_known(agency)
            agencies = {agency: scope.agencies[agency]} if agency else scope.agencies
            return work.region_honours.accounts(agencies, year_of(year).last_day, scope.left_out)

    def account(self, agency: str, person_id: str, year: int) -> AccountDetail:
        """The letters of one official and what they add up to; ``REG-104`` nobody of this key arrived."""
        require_region(self.around)
        with self.around.store.reading(agency) as work:
            person = work.people.by_ids([person_id]).get(person_id)
            if person is None:
                raise UsageRefusal("REG-104", agency=agency, person=person_id, period=str(year))
            (line,) = standing_lines(self.around, work, year, [person], is_named=True)
            came_with = None
            if line.items:
                newest = max(line.items, key=lambda one: (one.ends, one.starts))
                parts = (person_id, newest.kind.value, newest.starts.isoformat(), newest.ends.isoformat())
                came_with = work.origin.of(LETTERS, joined_key(parts), year_of(year))
        return AccountDetail(line, came_with)

    def came_with(self, honour: Honour) -> Provenance | None:
        """Which package brought a choice; a gain is worked out here and came with none."""
        require_region(self.around)
        if not honour.award_id:
            return None
        with self.around.store.reading(honour.agency) as work:
            return work.origin.of(AWARDS, honour.award_id, honour.period)

    def rests_on(self, honour: Honour) -> Period:
        """The period of the evaluation on which an honour rests: of its month, else the next best that is closed.

        ``REG-104`` nothing closed arrived.
        """
        require_region(self.around)
        with self.around.store.reading(honour.agency) as work:
            closed = {one.period for one in work.evaluations.of_person(honour.person_id) if one.is_closed}
        for period in counts_for(honour.period):
            if period in closed:
                return period
        raise UsageRefusal("REG-104", agency=honour.agency, person=honour.name, period=honour.period.code)

    def determination(self, agency: str, person_id: str, year: int, style: PaperStyle | None = None) -> bytes:
        """``PENETAPAN ANGKA KREDIT`` of one official out of what arrived, as PDF bytes marked as a copy.

        ``REG-104`` nobody of this key arrived, ``DOC-543`` his post has no tier.
        """
        require_region(self.around)
        with self.around.store.reading(agency) as work:
            person = work.people.by_ids([person_id]).get(person_id)
            if person is None:
                raise UsageRefusal("REG-104", agency=agency, person=person_id, period=str(year))
            names = [card.agency_name for card in work.ledger.cards() if card.agency_code == agency]
            theirs = replace(self.around.store.agency, name=names[0] if names else agency, place="")
            paper = determinations(self.around, work, year, [person], theirs, is_named=True)[0][0]
        # A copy of what follows from the records: it has no number here, and is no draft of anything.
        paper = replace(paper, stamp=DocumentStamp("", "-", 1, "", 0, ""))
        with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
            target = Path(folder) / "salinan.pdf"
            self.around.press.print_paper(paper, target, replace(style or PaperStyle(), is_copy=True))
            return target.read_bytes()

    def print_honours(
        self, year: int, out: Path, style: PaperStyle | None = None, step: Step = no_step
    ) -> PapersOutcome:
        """Put the honours of a year on paper and enter the sheet in the register; ``REG-106`` when there is none."""
        require(self.around.actor, Action.RECEIVE)
        lines = self.honours(year, step)
        if not lines:
            raise UsageRefusal("REG-106", year=year)
        with self.around.store.reading() as work:
            head = work.journal.head()
        paper = honours_paper(lines, year, self.around.store.agency, head, self.around.clock().date())
        matter = Matter(year_of(year), "region-honours")
        return issue_papers(self.around, [(paper, matter)], out, style, step, Action.RECEIVE)

    def print_accounts(
        self,
        year: int,
        out: Path,
        style: PaperStyle | None = None,
        step: Step = no_step,
        agencies: Collection[str] = (),
    ) -> PapersOutcome:
        """Put the officials with letters on paper, of these agencies or of all; ``REG-107`` when there is none."""
        require(self.around.actor, Action.RECEIVE)
        lines = tuple(one for one in self.accounts(year) if not agencies or one.agency in agencies)
        if not lines:
            raise UsageRefusal("REG-107", year=year)
        with self.around.store.reading() as work:
            head = work.journal.head()
        paper = accounts_paper(lines, year, self.around.store.agency, head, self.around.clock().date())
        matter = Matter(year_of(year), f"region-credit:{','.join(sorted(agencies))}")
        return issue_papers(self.around, [(paper, matter)], out, style, step, Action.RECEIVE)


def _improved(work: Work, code: str, scope: RegionScope, year: Period, rules: RecognitionRules) -> Iterator[Honour]:
    """The most improved of one agency, by the formula of a year.

    Only those are scored whose predicate or behaviour rating changed: whoever is judged as before has gained nothing.
    """
    before = month_before(year)
    old, new = work.awards.ratings(counts_for(before)), work.awards.ratings(counts_for(year))
    is_any = rules.improved_least <= 0
    changed = [one for one, found in new.items() if one in old and (is_any or old[one][1:] != found[1:])]
    changed = [one for one in changed if (code, one) not in scope.left_out]
    known = work.people.by_ids(changed)
    stood = {
        person.person_id: person
        for person in people_on(list(known.values()), work.history.all(), year.last_day)
        if rules.looks_at(person)
    }
    used = rules.for_gains(of_a_year=year.kind is PeriodKind.YEAR)
    free = replace(used, vetoes=frozenset())

    def facts(person_id: str, told: tuple[Period, Predicate, Rating | None]) -> RecognitionFacts:
        period, predicate, behaviour = told
        return RecognitionFacts(person_id, predicate, period, behaviour)

    found = gains(
        [score(facts(one, old[one]), free) for one in politely(stood)],
        [score(facts(one, new[one]), used) for one in politely(stood)],
        used,
    )
    units = {unit.unit_id: unit.name.lstrip("- ") for unit in work.units.all()}
    for one in found:
        if one.place and one.gain is not None:
            person = stood[one.person_id]
            yield Honour(
                agency=code,
                agency_name=scope.agencies[code],
                kind=HonourKind.MOST_IMPROVED,
                period=year,
                person_id=one.person_id,
                nip=person.nip,
                name=person.full_name,
                unit_name=units.get(person.unit_id, ""),
                points=one.gain,
                place=one.place,
                reasons=(one.reason,),
            )
