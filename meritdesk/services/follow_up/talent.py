"""The talent map of the agency: boxes with their reasons, movement, succession groups, and searches that are kept.

A list of people that decides over careers must be made again by anybody who doubts it: what was asked, what was read
and which packs counted are kept with it, and ``retrace`` makes it anew.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.education import EducationLevel
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import PackRef, Predicate, Reason
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import OrgUnit, Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.reference import LocalPack
from meritdesk.core.rotation import CandidateFacts, PostRules, SearchCriteria
from meritdesk.core.rules import AGENCY_DECIDES, PackKind
from meritdesk.core.scoring.professionalism import score
from meritdesk.core.scoring.suitability import matches, suitability
from meritdesk.core.scoring.talent import figure_text, place
from meritdesk.core.talent import (
    DisciplineRecord,
    ListedPerson,
    ListKind,
    Movement,
    Placement,
    TalentBox,
    TalentFacts,
    TalentList,
    movement,
    talent_facts_values,
)
from meritdesk.core.talent_paper import list_paper, map_paper
from meritdesk.core.talent_rules import NineBoxRules
from meritdesk.courtesy import politely
from meritdesk.parting import held
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.personnel import (
    Personnel,
    departments_of,
    index_pack,
    nine_box_pack,
    personnel,
    predicates_of,
)
from meritdesk.services.local_packs import count_local_packs
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work

_STEP_EVERY = 500
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class TalentEntry:
    """One person on the map: his box and why, the box of the year before, and whether this year's is fixed."""

    person: Person
    unit_name: str
    facts: TalentFacts
    placement: Placement
    before: int
    movement: Movement
    is_fixed: bool
    recommendation: tuple[str, ...]

    @property
    def box(self) -> int:
        """The box, nought while it cannot be told."""
        return self.placement.box


@dataclass(frozen=True, slots=True)
class TalentMap:
    """Everybody on the map of a year, and what is said of all together, counted once where it is read.

    ``counts`` says how many are in each box, nought for those not placed; ``fixed`` how many boxes are fixed,
    ``unfixed`` how many of those who are placed are not yet, ``group`` how many stand in the succession group.
    """

    year: int
    rules: NineBoxRules
    pack: PackRef
    doubt: str
    entries: tuple[TalentEntry, ...]
    counts: Mapping[int, int]
    fixed: int
    unfixed: int
    group: int


@dataclass(frozen=True, slots=True)
class TalentOutcome:
    """What was fixed: how many boxes, how many stood already, how many people have none."""

    fixed: int
    kept: int
    without: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class SuccessionPost:
    """A post of a head of unit with who holds it and who stands ready; a vacant post has no holder."""

    unit: OrgUnit
    post: str
    echelon: str
    holder: str
    candidates: tuple[ListedPerson, ...]

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds it."""
        return not self.holder


@dataclass(frozen=True, slots=True)
class Found:
    """A list before it is kept: its lines, and everything by which it can be made again."""

    kind: ListKind
    year: int
    criteria: Mapping[str, str]
    packs: tuple[PackRef, ...]
    looked_at: int
    facts_digest: str
    digest: str
    lines: tuple[ListedPerson, ...]


@dataclass(frozen=True, slots=True)
class Retrace:
    """A kept list made again: whether facts, packs and lines are the same today, and who came and went."""

    kept: TalentList
    is_same: bool
    same_facts: bool
    same_packs: bool
    came: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalentDesk:
    """Verbs of the talent map."""

    around: Surroundings

    def map(self, year: int, unit_ids: Sequence[str] = ()) -> TalentMap:
        """Everybody with his box; what was fixed stands as it was, the rest is worked out. ``ASM-110`` before 2022."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._map(work, personnel(work, self.around, year), frozenset(unit_ids))

    def fix(self, year: int, again: bool = False, step: Step = no_step) -> TalentOutcome:
        """Keep the boxes of a year as they are now; those that were fixed stay, unless they are to be fixed again.

        ``TAL-101`` when nobody can be placed.
        """
        require(self.around.actor, Action.CLOSE)
        with self.around.store.writing(self.around.actor, "follow_up.talent.fix", reason=str(year)) as work:
            step = work.watch(step)
            found = self._map(work, personnel(work, self.around, year), frozenset(), ignores_fixed=again)
            today = self.around.clock().date()
            kept = {box.person_id for box in work.talent.boxes(year)} if not again else set()
            boxes = []
            for done, entry in enumerate(found.entries):
                if done % _STEP_EVERY == 0:
                    step(done, len(found.entries))
                at = entry.placement
                if not at.box or entry.person.person_id in kept:
                    continue
                assert at.potential is not None and at.performance is not None and at.points is not None
                boxes.append(
                    TalentBox(
                        entry.person.person_id, year, at.box, at.potential, at.performance, at.points, at.reasons,
                        (found.pack,), today,
                    )
                )  # fmt: skip
            if not boxes and not kept:
                raise UsageRefusal("TAL-101", year=year)
            work.talent.save_boxes(boxes)
            without = sum(not entry.box for entry in found.entries)
            return TalentOutcome(len(boxes), len(kept), without, work.commit())

    def adopt(self, path: Path) -> PackRef:
        """Count by a pack of the agency's own from now on: axes, cut-offs, score table, merit, posts.

        It goes before the shipped one on the days it covers. ``PKG-769`` unreadable, ``ASM-111`` no pack, ``TAL-105``
        a kind that is not the agency's to decide, ``PKG-770`` another pack has its name.
        """
        require(self.around.actor, Action.UPKEEP)
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise FileRefusal("PKG-769", name=path.name) from None
        if len(data) > _MOST_BYTES:
            raise FileRefusal("PKG-769", name=path.name)
        pack = self.around.rulebook.read_local(text)
        if pack.kind not in AGENCY_DECIDES:
            raise UsageRefusal("TAL-105", kind=f"PACK:{pack.kind.name}")
        with self.around.store.writing(
            self.around.actor, "follow_up.talent.adopt", reason=pack.pack_id, origin=f"file:{path.name}"
        ) as work:
            if any(one.pack_id == pack.pack_id and one.digest != pack.digest for one in work.reference.packs()):
                raise UsageRefusal("PKG-770", pack=pack.pack_id)
            today = self.around.clock().date()
            kept = LocalPack(pack.pack_id, pack.kind.value, pack.digest, text, path.name, today)
            work.reference.save_packs([kept])
            work.commit()
        count_local_packs(self.around)
        return pack.ref

    def succession(self, year: int, unit_ids: Sequence[str] = ()) -> tuple[SuccessionPost, ...]:
        """For each post of a head who stands ready: lawful, in a box of the succession group, best box first.

        For high leadership the whole agency is looked at, for every other post its department.
        """
        require(self.around.actor, Action.READ)
        wanted = frozenset(unit_ids)
        with self.around.store.reading() as work:
            reading = YearReading.of(self.around, work, year)
            return reading.succession(wanted)

    def search(self, year: int, criteria: SearchCriteria) -> Found:
        """Who meets what is asked: rank, education, box, discipline, kind of post, words in it. Nothing is kept."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return _searched(YearReading.of(self.around, work, year), criteria)

    def keep(self, year: int, criteria: SearchCriteria, title: str) -> TalentList:
        """Keep a search with its certificate under the next number. ``TAL-102`` nobody found, ``TAL-103`` no title."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.talent.keep", reason=title.strip()) as work:
            found = _searched(YearReading.of(self.around, work, year), criteria)
            kept = kept_list(self.around, work, found, title)
            work.commit()
        return kept

    def keep_succession(self, year: int, unit_id: str, title: str = "") -> TalentList:
        """Keep the succession group of one post with its certificate; as ``keep``, ``USE-103`` for no such unit."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "follow_up.talent.keep", reason=title.strip()) as work:
            found, unit = _succession_found(YearReading.of(self.around, work, year), unit_id)
            kept = kept_list(self.around, work, found, title or unit.head_title or unit.name)
            work.commit()
        return kept

    def lists(self) -> tuple[TalentList, ...]:
        """Every list that was kept, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return tuple(reversed(work.talent.lists()))

    def retrace(self, number: str) -> Retrace:
        """Make a kept list again from what is known today and say whether it is the same (``TAL-104`` no such list)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            kept = _known_list(work, number)
            reading = YearReading.of(self.around, work, kept.year)
            found = _made_again(reading, kept)
        before, now = {one.nip for one in kept.lines}, {one.nip for one in found.lines}
        return Retrace(
            kept,
            found.digest == kept.digest,
            found.facts_digest == kept.facts_digest,
            found.packs == kept.packs,
            tuple(sorted(now - before)),
            tuple(sorted(before - now)),
        )

    def preview_list(self, number: str, style: PaperStyle | None = None) -> bytes:
        """A kept list with its certificate as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            kept = _known_list(work, number)
        return preview_paper(self.around, list_paper(kept, self.around.store.agency), style)

    def print_list(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print a kept list with the certificate of how it was made."""
        require(self.around.actor, Action.PRINT)
        with self.around.store.reading() as work:
            kept = _known_list(work, number)
        matter = Matter(Period(kept.year, PeriodKind.YEAR), f"talent-list:{kept.list_id}")
        return issue_papers(self.around, [(list_paper(kept, self.around.store.agency), matter)], out, style)

    def preview_map(self, year: int, unit_ids: Sequence[str] = (), style: PaperStyle | None = None) -> bytes:
        """The map as PDF bytes for the screen."""
        require(self.around.actor, Action.READ)
        return preview_paper(self.around, self._map_paper(year, unit_ids), style)

    def print_map(
        self, year: int, out: Path, unit_ids: Sequence[str] = (), style: PaperStyle | None = None
    ) -> PapersOutcome:
        """Print the map: how many stand in each box, and who, with what is recommended."""
        require(self.around.actor, Action.PRINT)
        paper = self._map_paper(year, unit_ids)
        matter = Matter(Period(year, PeriodKind.YEAR), f"talent-map:{','.join(sorted(unit_ids))}"[:200])
        return issue_papers(self.around, [(paper, matter)], out, style)

    def _map_paper(self, year: int, unit_ids: Sequence[str]) -> OfficePaper:
        found = self.map(year, unit_ids)
        rows = [
            (
                entry.box, entry.person.full_name, entry.person.nip, entry.person.position_title, entry.unit_name,
                figure_text(entry.placement.points) if entry.placement.points is not None else "-", entry.before,
            )
            for entry in found.entries
        ]  # fmt: skip
        today = self.around.clock().date()
        return map_paper(self.around.store.agency, year, found.rules, found.pack, rows, today)

    def _map(self, work: Work, everybody: Personnel, wanted: frozenset[str], ignores_fixed: bool = False) -> TalentMap:
        year = everybody.year
        pack, rules = nine_box_pack(self.around, year)
        fixed = {} if ignores_fixed else {box.person_id: box for box in work.talent.boxes(year)}
        before = _boxes_before(self.around, work, everybody)
        entries = []
        for person in politely(everybody.people):
            if wanted and person.unit_id not in wanted:
                continue
            facts = everybody.talent_facts(person, rules)
            kept = fixed.get(person.person_id)
            at = _as_fixed(kept) if kept is not None else place(facts, rules)
            last = before.get(person.person_id, 0)
            entries.append(
                TalentEntry(
                    person, everybody.unit_name(person), facts, at, last, movement(at.box, last), kept is not None,
                    rules.recommendations.get(at.box, ()),
                )
            )  # fmt: skip
        entries.sort(key=lambda entry: (-entry.box, -(entry.placement.points or Decimal(-1)), entry.person.name))
        found = Counter(entry.box for entry in entries)
        return TalentMap(
            year, rules, pack.ref, pack.doubt, tuple(entries),
            counts={box: found[box] for box in range(10)},
            fixed=sum(entry.is_fixed for entry in entries),
            unfixed=sum(entry.box > 0 and not entry.is_fixed for entry in entries),
            group=sum(found[box] for box in rules.succession),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class YearReading:
    """Everything that lists are made of, read once."""

    around: Surroundings
    all: Personnel
    rules: NineBoxRules
    posts: PostRules
    packs: tuple[PackRef, ...]
    boxes: Mapping[str, int]
    indices: Mapping[str, str]
    labels: Mapping[int, Mapping[str, Predicate]]
    facts: Mapping[str, TalentFacts]
    ready: tuple[Person, ...]
    departments: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, around: Surroundings, work: Work, year: int) -> YearReading:
        everybody = personnel(work, around, year)
        box_pack, rules = nine_box_pack(around, year)
        ip_pack, index_rules = index_pack(around, year)
        post_pack = around.rulebook.pack(PackKind.POST_REQUIREMENTS, everybody.last_day)
        assert isinstance(post_pack.body, PostRules)
        fixed = {box.person_id: box.box for box in work.talent.boxes(year)}
        kept = {one.person_id: one.total for one in work.talent.indices(year)}
        facts = {person.person_id: everybody.talent_facts(person, rules) for person in everybody.people}
        boxes = {key: fixed[key] if key in fixed else place(one, rules).box for key, one in facts.items()}
        indices = {}
        for person in everybody.people:
            total = kept.get(person.person_id)
            if total is None:
                found = score(everybody.index_facts(person, index_rules), index_rules)
                total = found.total if found.is_scored else None
            indices[person.person_id] = figure_text(total) if total is not None else ""
        back = max((rule.good_years for rule in post_pack.body.posts), default=1)
        labels = predicates_of(work, range(year - max(back, 1) + 1, year + 1))
        packs = (box_pack.ref, ip_pack.ref, post_pack.ref)
        ready = tuple(person for person in everybody.people if boxes[person.person_id] in rules.succession)
        departments = departments_of(everybody.units)
        held((everybody.people, everybody.evaluations, everybody.trainings, everybody.scores))
        held((boxes, indices, facts, ready, *labels.values()))
        return cls(around, everybody, rules, post_pack.body, packs, boxes, indices, labels, facts, ready, departments)

    def candidate(self, person: Person, record_years: int, department: frozenset[str] = frozenset()) -> CandidateFacts:
        return self.all.candidate(
            person,
            self.boxes[person.person_id],
            self.indices[person.person_id],
            self.labels,
            record_years,
            department,
        )

    def succession(self, wanted: frozenset[str] = frozenset()) -> tuple[SuccessionPost, ...]:
        """For each post of a head whom the rules know who stands ready, in the order of the units."""
        holders = self.holders()
        found = tuple(
            _succession(self, unit, holders)
            for unit in sorted(self.all.units.values(), key=lambda one: (one.sort_order, one.name))
            if (not wanted or unit.unit_id in wanted) and self.posts.of(unit.echelon) and unit.parent_id
        )
        held(tuple(line for post in found for line in post.candidates))
        return found

    def holders(self) -> Mapping[tuple[str, str], str]:
        """By unit and echelon who holds the post."""
        return {(person.unit_id, person.echelon): person.full_name for person in reversed(self.all.people)}

    def listed(self, person: Person, is_fit: bool, pros: Sequence[Reason], cons: Sequence[Reason]) -> ListedPerson:
        return ListedPerson(
            person.person_id, person.nip, person.full_name, person.position_title, self.all.unit_name(person),
            person.grade, self.boxes[person.person_id], is_fit, tuple(pros), tuple(cons),
        )  # fmt: skip

    def found(
        self,
        kind: ListKind,
        criteria: Mapping[str, str],
        considered: Sequence[tuple[Person, CandidateFacts]],
        lines: Sequence[ListedPerson],
    ) -> Found:
        values = [
            [*talent_facts_values(self.facts[person.person_id]), *_candidate_values(facts)]
            for person, facts in considered
        ]
        digest = self.around.exchange.record_digest
        ordered = tuple(sorted(lines, key=lambda one: (not one.is_fit, -one.box, one.name, one.nip)))
        return Found(
            kind, self.all.year, dict(criteria), self.packs, len(considered), digest({"facts": values}),
            digest({"lines": [_line_values(one) for one in ordered]}), ordered,
        )  # fmt: skip


def kept_list(around: Surroundings, work: Work, found: Found, title: str) -> TalentList:
    """Give a list its number and keep it; ``TAL-102`` for an empty one, ``TAL-103`` without a title."""
    if not title.strip():
        raise UsageRefusal("TAL-103")
    if not found.lines:
        raise UsageRefusal("TAL-102")
    serial = work.talent.reserve_list(found.year)
    kept = TalentList(
        list_id=str(uuid.uuid4()),
        number=f"DT/{around.store.agency.code}/{found.year}/{serial:04d}",
        kind=found.kind,
        title=title.strip(),
        year=found.year,
        made_at=around.clock(),
        made_by=around.actor.name,
        criteria=found.criteria,
        packs=found.packs,
        looked_at=found.looked_at,
        facts_digest=found.facts_digest,
        digest=found.digest,
        lines=found.lines,
    )
    work.talent.save_list(kept)
    return kept


def post_candidates(reading: YearReading, unit: OrgUnit, echelon: str, is_wide: bool) -> Found:
    """Who may lawfully fill a post, with what speaks for and against each: of the whole agency or of its department.

    Of the department those stand below who miss a single requirement, with that one; whoever misses more is only
    counted. ``ROT-103`` where no rule of the pack knows the echelon.
    """
    rule = reading.posts.of(echelon)
    if rule is None:
        raise UsageRefusal("ROT-103", echelon=echelon or "-")
    department = reading.departments[unit.unit_id]
    considered = []
    lines = []
    for person in reading.all.people:
        is_near = person.unit_id in department
        if not (is_wide or is_near) or (person.unit_id == unit.unit_id and person.echelon == echelon):
            continue
        facts = reading.candidate(person, rule.record_years, department)
        considered.append((person, facts))
        fit = suitability(facts, rule, reading.posts, reading.all.last_day, reading.rules.succession)
        if fit.is_lawful or (is_near and fit.unmet == 1):
            lines.append(reading.listed(person, fit.is_lawful, fit.pros, fit.cons))
    scope = "TALENT:SCOPE-AGENCY" if is_wide else "TALENT:SCOPE-DEPARTMENT"
    criteria = {"unit": unit.unit_id, "post": unit.head_title or unit.name, "echelon": echelon, "scope": scope}
    return reading.found(ListKind.ROTATION, criteria, considered, lines)


def _succession(reading: YearReading, unit: OrgUnit, holders: Mapping[tuple[str, str], str]) -> SuccessionPost:
    rule = reading.posts.of(unit.echelon)
    assert rule is not None
    department = reading.departments[unit.unit_id]
    is_high = unit.echelon.startswith("II.")
    lines, holder = [], holders.get((unit.unit_id, unit.echelon), "")
    for person in reading.ready:
        if person.unit_id == unit.unit_id and person.echelon == unit.echelon:
            continue
        if person.position_kind not in rule.from_kinds or not (is_high or person.unit_id in department):
            continue
        facts = reading.candidate(person, rule.record_years, department)
        found = suitability(facts, rule, reading.posts, reading.all.last_day, reading.rules.succession)
        if found.is_lawful:
            lines.append(reading.listed(person, True, found.pros, found.cons))
    lines.sort(key=lambda one: (-one.box, one.name, one.nip))
    return SuccessionPost(unit, unit.head_title or unit.name, unit.echelon, holder, tuple(lines))


def _succession_found(reading: YearReading, unit_id: str) -> tuple[Found, OrgUnit]:
    unit = next((one for one in reading.all.units.values() if unit_id in (one.unit_id, one.source_id)), None)
    if unit is None:
        raise UsageRefusal("USE-103", unit=unit_id)
    if reading.posts.of(unit.echelon) is None:
        raise UsageRefusal("ROT-103", echelon=unit.echelon or "-")
    post = _succession(reading, unit, reading.holders())
    by_id = {person.person_id: person for person in reading.all.people}
    considered = [(by_id[one.person_id], reading.candidate(by_id[one.person_id], 5)) for one in post.candidates]
    criteria = {"unit": unit.unit_id, "post": post.post, "echelon": unit.echelon}
    return reading.found(ListKind.SUCCESSION, criteria, considered, post.candidates), unit


def _searched(reading: YearReading, criteria: SearchCriteria) -> Found:
    years = reading.rules.discipline_years
    considered = [(person, reading.candidate(person, years)) for person in reading.all.people]
    lines = []
    for person, facts in considered:
        if not matches(facts, criteria, f"{person.position_title} {reading.all.unit_name(person)}"):
            continue
        pros = [Reason("TAL-LISTED", reading.rules.source, _listed_facts(facts))]
        lines.append(reading.listed(person, True, pros, ()))
    told = dict(criteria.told())
    if criteria.unit_ids:
        told["units"] = ", ".join(criteria.unit_ids)
    return reading.found(ListKind.SEARCH, told, considered, lines)


def _made_again(reading: YearReading, kept: TalentList) -> Found:
    if kept.kind is ListKind.SEARCH:
        return _searched(reading, criteria_of(kept.criteria))
    if kept.kind is ListKind.SUCCESSION:
        return _succession_found(reading, kept.criteria["unit"])[0]
    unit = reading.all.units.get(kept.criteria["unit"])
    if unit is None:
        raise UsageRefusal("USE-103", unit=kept.criteria["unit"])
    return post_candidates(reading, unit, kept.criteria["echelon"], kept.criteria["scope"] == "TALENT:SCOPE-AGENCY")


def criteria_of(told: Mapping[str, str]) -> SearchCriteria:
    """The criteria of a kept search out of its certificate."""

    def named(name: str) -> str:
        return told.get(name, "").partition(":")[2]

    return SearchCriteria(
        text=told.get("text", ""),
        least_grade=told.get("least_grade", ""),
        least_education=EducationLevel[named("least_education")] if named("least_education") else None,
        boxes=frozenset(int(box) for box in told.get("boxes", "").split(", ") if box),
        worst_record=DisciplineRecord[named("worst_record")] if named("worst_record") else None,
        kinds=frozenset(PositionKind[one.partition(":")[2]] for one in told.get("kinds", "").split(", ") if one),
        unit_ids=tuple(one for one in told.get("units", "").split(", ") if one),
    )


def _listed_facts(facts: CandidateFacts) -> dict[str, str]:
    return {
        "box": str(facts.box) if facts.box else "-",
        "grade": facts.grade or "-",
        "education": f"EDUCATIONLEVEL:{facts.education.name}" if facts.education else "-",
        "record": f"DISCIPLINERECORD:{facts.record.name}",
        "index": facts.index_total or "-",
    }


def _known_list(work: Work, number: str) -> TalentList:
    kept = work.talent.list_by_number(number)
    if kept is None:
        raise UsageRefusal("TAL-104", number=number)
    return kept


def _as_fixed(box: TalentBox) -> Placement:
    return Placement(box.box, box.potential, box.performance, box.points, box.reasons)


def _boxes_before(around: Surroundings, work: Work, everybody: Personnel) -> Mapping[str, int]:
    """The boxes of the year before: as they were fixed, else as the facts of then say them; none before the rule."""
    year = everybody.year - 1
    fixed = {box.person_id: box.box for box in work.talent.boxes(year)}
    try:
        _, rules = nine_box_pack(around, year)
    except UsageRefusal:
        return fixed
    closed = {
        one.person_id: one for one in work.evaluations.heads_of_period(Period(year, PeriodKind.YEAR)) if one.is_closed
    }
    then = replace(everybody, year=year, evaluations=closed)
    found = {
        person.person_id: place(then.talent_facts(person, rules), rules).box
        for person in everybody.people
        if person.person_id in closed and person.person_id not in fixed
    }
    return {**found, **fixed}


def _candidate_values(facts: CandidateFacts) -> list[object]:
    return [
        facts.employment.value, facts.is_active, facts.position_kind.value, facts.echelon, facts.grade,
        facts.birth_date.isoformat() if facts.birth_date else "",
        facts.position_since.isoformat() if facts.position_since else "", facts.box, facts.index_total,
        [[year, label.value] for year, label in facts.predicates], facts.record.value, facts.unit_id,
    ]  # fmt: skip


def _line_values(line: ListedPerson) -> list[object]:
    told = [[[one.code, dict(one.facts)] for one in some] for some in (line.pros, line.cons)]
    return [line.nip, line.name, line.post, line.unit, line.grade, line.box, line.is_fit, *told]
