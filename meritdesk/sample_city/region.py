"""A made-up region: small governments whose packages have arrived, for pictures, tests and benchmarks.

No agency lives a year here: what a package would bring is written as the receiving verb writes it, with the package as
its origin, its line in the ledger and its receipt. A region of a dozen governments is there in a second.
"""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from meritdesk import bootstrap
from meritdesk.core.agreement import AgreementIndicator, UnitActual
from meritdesk.core.credit_history import CreditItem
from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.documents import DocumentRecord, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import (
    Evaluation,
    EvaluationState,
    OrganisationLevel,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
)
from meritdesk.core.handover import LedgerEntry, PackageKind, Receipt, ReceiptCode
from meritdesk.core.lines import IncomingLine
from meritdesk.core.old_years import KeptOutcome, OldCategory, OldEvaluation, OldPart, OldRecord, OldScheme
from meritdesk.core.people import OrgUnit, Person, PersonBlock, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, JobClass, PerformancePlan, PlanState, Target
from meritdesk.core.recognition import Award
from meritdesk.core.store import AgencyInfo, Practice
from meritdesk.exchange import new_device_keys
from meritdesk.resources import resource
from meritdesk.sample_city.region_honours import choices, letters
from meritdesk.sample_city.rooms import make_room
from meritdesk.services import Desk
from meritdesk.services.ports import Clock

REGION_CODE = "REG33"
PASSPHRASE = "kata sandi wilayah contoh"
NAMES = (
    "Kota Surakarta", "Kabupaten Boyolali", "Kabupaten Sukoharjo", "Kabupaten Karanganyar", "Kabupaten Wonogiri",
    "Kabupaten Sragen", "Kabupaten Klaten", "Kota Salatiga", "Kabupaten Semarang", "Kabupaten Grobogan",
    "Kabupaten Blora", "Kabupaten Magelang",
)  # fmt: skip
_INDICATORS = (
    ("Indeks Reformasi Birokrasi", "78", "80"),
    ("Indeks Kepuasan Masyarakat", "85", "86,5"),
    ("Persentase layanan publik tepat waktu", "92", "88"),
    ("Indeks SPBE", "3,2", "3,4"),
    ("Nilai SAKIP", "72", "70"),
)
_DEPARTMENTS = ("Dinas Kesehatan", "Dinas Pendidikan")
_RATINGS = {
    Predicate.VERY_GOOD: (Rating.ABOVE, Rating.ABOVE),
    Predicate.GOOD: (Rating.MEETS, Rating.MEETS),
    Predicate.NEEDS_IMPROVEMENT: (Rating.BELOW, Rating.MEETS),
    Predicate.POOR: (Rating.MEETS, Rating.BELOW),
    Predicate.VERY_POOR: (Rating.BELOW, Rating.BELOW),
}
_SPREADS = {
    # Weights from very good to very poor; the second kind is the one whose people stand above their organisation.
    "usual": (14, 70, 12, 3, 1),
    "generous": (90, 10, 0, 0, 0),
    "strict": (4, 40, 44, 10, 2),
}
_ZERO = "sha256:" + "0" * 64


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One person of a government as the region learns of him; without a predicate nothing was closed."""

    person: Person
    rater_id: str = ""
    led_unit_id: str = ""
    predicate: Predicate | None = None
    closed_on: date | None = None
    is_planned: bool = True
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Government:
    """What one agency sends for a period."""

    code: str
    name: str
    units: tuple[OrgUnit, ...]
    people: tuple[SamplePerson, ...]
    levels: tuple[OrganisationLevel, ...] = ()
    indicators: tuple[AgreementIndicator, ...] = ()
    actuals: tuple[UnitActual, ...] = ()
    old_years: tuple[OldRecord, ...] = field(default_factory=tuple)
    awards: tuple[Award, ...] = ()
    letters: tuple[CreditItem, ...] = ()

    @property
    def device(self) -> str:
        """The PC that sends."""
        return f"{self.code}/PC01"


def found_region(
    folder: Path,
    governments: int = len(NAMES),
    staff: int = 28,
    periods: Sequence[Period] = (),
    seed: int = 33,
    clock: Clock = bootstrap.now,
) -> Path:
    """A regional store with the packages of so many governments taken in; the last of them has sent nothing yet."""
    store = folder / "region"
    make_store(store, clock)
    wanted = tuple(periods) or (Period(2024, PeriodKind.YEAR), Period(2025, PeriodKind.YEAR))
    with bootstrap.open_desk(store, PASSPHRASE, clock=clock) as desk:
        for place in range(governments):
            rng = random.Random(seed * 1000 + place)
            for number, period in enumerate(wanted, 1):
                government = make_government(place, staff, period, rng)
                if place == governments - 1 and period == max(wanted):
                    introduce(desk, government)
                    continue
                # The third government lost its first file on the way, and the second one sends late.
                sequence = number + (1 if place == 2 else 0)
                late = timedelta(days=24 if place == 1 else -4)
                arrived = datetime(period.year + 1, 1, 27, 9, 0, tzinfo=UTC) + late + timedelta(minutes=place)
                let_arrive(desk, government, period, sequence, arrived, refused=3 if place == 4 else 0)
    return store


@dataclass(frozen=True, slots=True)
class SampleRegion:
    """A regional office to look at: where it is, what opens it, and how many people stand in it."""

    folder: str
    store: str
    passphrase: str
    passphrase_file: str
    governments: int
    people: int


def show_region(folder: Path, governments: int, year: int, seed: int, clock: Clock = bootstrap.now) -> SampleRegion:
    """Found a region of so many governments in a folder, with two years of theirs, to be looked at.

    ``CLI-105`` the folder holds something, ``CLI-107`` fewer than two governments or more than there are.
    """
    if not 2 <= governments <= len(NAMES):
        raise UsageRefusal("CLI-107", governments=governments, most=len(NAMES))
    make_room(folder)
    periods = (Period(year - 1, PeriodKind.YEAR), Period(year, PeriodKind.YEAR))
    store = found_region(folder, governments, periods=periods, seed=seed, clock=clock)
    secret = folder / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    with bootstrap.open_desk(store, PASSPHRASE, clock=clock) as desk:
        staff = sum(line.counts.staff for line in desk.overview.region.completeness(periods[1]).lines)
    return SampleRegion(str(folder), str(store), PASSPHRASE, str(secret), governments, staff)


def make_store(folder: Path, clock: Clock = bootstrap.now) -> None:
    """An empty store of a regional office that is for practice."""
    agency = AgencyInfo(
        REGION_CODE, "Kantor Regional Contoh", True, "PC01", "Surakarta", REGION_CODE, Practice.SAMPLE
    )  # fmt: skip
    bootstrap.create_store(folder, agency, PASSPHRASE, clock)


def introduce(desk: Desk, government: Government) -> None:
    """Let the region know an agency by its key card."""
    around = desk.overview.around
    keys = new_device_keys(government.code, government.name, "PC01", False)
    with around.store.writing(around.actor, "handover.trust", origin=f"file:{government.code}.json") as work:
        if government.code not in {card.agency_code for card in work.ledger.cards()}:
            work.ledger.trust(keys.card)
            work.commit()


def let_arrive(
    desk: Desk,
    government: Government,
    period: Period,
    sequence: int,
    arrived: datetime,
    code: ReceiptCode = ReceiptCode.ACCEPTED,
    refused: int = 0,
    epoch: str = "e" * 32,
) -> str:
    """Write what a package of a government brings, as the receiving verb does; answers the id of the package.

    A package that is superseded or forked leaves its line in the ledger and nothing else.
    """
    introduce(desk, government)
    around = desk.overview.around
    place = f"{government.device}:{epoch}:{sequence}:{code.value}"
    package_id = str(uuid.uuid5(uuid.NAMESPACE_URL, place))
    digest = "sha256:" + hashlib.sha256(place.encode()).hexdigest()
    with around.store.writing(
        around.actor, "handover.receive", origin=f"package:{package_id}", agency_code=government.code
    ) as work:
        number = work.ledger.next_receipt_number(arrived.year)
        counts = {"added": len(government.people), "changed": 0, "same": 0, "refused": refused, "conflict": 0}
        shown = ReceiptCode.ERRORS if refused and code is ReceiptCode.ACCEPTED else code
        receipt = Receipt(
            number, shown, package_id, government.device, period.code, epoch, sequence, digest, counts,
            highest_sequence=sequence,
        )  # fmt: skip
        line = IncomingLine(
            government.device, government.name, PackageKind.EXPORT.value, period.code, sequence, shown.value, number,
            arrived, counts,
        )  # fmt: skip
        entry = LedgerEntry(
            government.device, epoch, sequence, digest, _ZERO, period.code, shown, number, arrived
        )  # fmt: skip
        work.ledger.add_incoming(entry, line, receipt)
        if code in (ReceiptCode.ACCEPTED, ReceiptCode.ERRORS):
            people = [one.person for one in government.people]
            closed = [_evaluation(one, government, period) for one in government.people if one.predicate is not None]
            signed = {one.person.person_id for one in government.people if one.is_signed}
            work.units.save(government.units)
            work.people.save(people)
            work.plans.save([_plan(one.person, period.year) for one in government.people if one.is_planned])
            work.levels.save(government.levels)
            work.evaluations.save(closed)
            papers = [one for one in closed if one.person_id in signed]
            work.documents.save([_document(one, government, arrived) for one in papers])
            work.processes.save([_process(one) for one in papers])
            work.agreements.save(government.indicators)
            work.agreements.save_actuals(government.actuals)
            work.old_years.save(government.old_years)
            work.awards.save(government.awards)
            work.credit_history.save(government.letters)
        work.commit()
    return package_id


def make_government(place: int, staff: int, period: Period, rng: random.Random) -> Government:
    """One government: a head, two departments with their heads, and staff below them."""
    code, name = f"33{place + 1:02d}", f"{NAMES[place % len(NAMES)]} (contoh)"
    root = OrgUnit(f"{code}-0", f"Pemerintah {name}", sort_order=1)
    units = [root]
    for number, title in enumerate(_DEPARTMENTS, 1):
        units.append(OrgUnit(f"{code}-{number}", title, parent_id=root.unit_id, sort_order=number + 1))
    heads = [_person(code, number, units[number].unit_id, rng, is_head=True) for number in (1, 2)]
    kind = {3: "generous", 7: "strict"}.get(place, "usual")
    people = [_appraised(head, "", root.unit_id, "usual", place, period, rng) for head in heads]
    for number in range(3, staff + 1):
        department = 1 + number % 2
        # One head in the sixth government gives everybody the best.
        spread = "generous" if place == 5 and department == 1 else kind
        person = _person(code, number, units[department].unit_id, rng)
        head = heads[department - 1].person_id
        people.append(_appraised(person, head, units[department].unit_id, spread, place, period, rng))
    level = OrgLevel.OUTSTANDING if place == 8 else OrgLevel.GOOD
    levels = () if place == 9 else (OrganisationLevel(root.unit_id, period, level, f"LKJiP {period.year}"),)
    indicators, actuals = _figures(code, root.unit_id, place, period)
    old = _old_papers(people, period) if place in (0, 6) else ()
    best = (Predicate.VERY_GOOD, Predicate.GOOD)
    able = [one.person for label in best for one in people if one.predicate is label][:9]
    # The fourth government chooses nobody and has handed over no letters.
    awards = choices(code, able, period.year) if place != 3 else ()
    given = letters([one.person for one in people], period.year) if place != 3 else ()
    return Government(code, name, tuple(units), tuple(people), levels, indicators, actuals, old, awards, given)


def _appraised(
    person: Person, rater_id: str, led_unit_id: str, spread: str, place: int, period: Period, rng: random.Random
) -> SamplePerson:
    predicate = rng.choices(list(_RATINGS), _SPREADS[spread])[0]
    day = date(period.year + 1, 1, 12) + timedelta(days=rng.randint(0, 14) + (22 if place == 1 else 0))
    is_closed = rng.random() > (0.25 if place == 10 else 0.04)
    return SamplePerson(
        person,
        rater_id,
        led_unit_id,
        predicate if is_closed else None,
        day if is_closed else None,
        is_planned=rng.random() > 0.03,
        is_signed=rng.random() < 0.6,
    )


def _person(code: str, number: int, unit_id: str, rng: random.Random, *, is_head: bool = False) -> Person:
    names = resource("sample", "male_first.txt").read_text(encoding="utf-8").split()
    last = resource("sample", "male_last.txt").read_text(encoding="utf-8").split()
    name = f"{names[rng.randrange(len(names))]} {last[rng.randrange(len(last))]}"
    born = date(1970, 1, 1) + timedelta(days=37 * number % 9000)
    nip = f"{born:%Y%m%d}{born.year + 25}011{code[2:]}{number % 10}"
    is_nurse = number % 5 == 0 and not is_head
    title = "Kepala Dinas" if is_head else "Perawat Ahli Muda" if is_nurse else "Pengelola Data"
    kind = PositionKind.JPT if is_head else PositionKind.JF if is_nurse else PositionKind.STAFF
    grade = "IV/b" if is_head else "III/c" if is_nurse else "III/b"
    return Person(
        f"{code}-p{number}", nip, name, grade=grade, position_kind=kind, position_title=title, unit_id=unit_id,
    )  # fmt: skip


def _plan(person: Person, year: int) -> PerformancePlan:
    return PerformancePlan(
        plan_id=f"{person.person_id}-{year}",
        person_id=person.person_id,
        year=year,
        approach=Approach.QUANTITATIVE,
        job_class=JobClass.JA_JF,
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
        state=PlanState.FIXED,
        fixed_on=date(year, 1, 20),
    )


def _evaluation(one: SamplePerson, government: Government, period: Period) -> Evaluation:
    assert one.predicate is not None
    result, behaviour = _RATINGS[one.predicate]
    raters = {other.person.person_id: other.person for other in government.people}
    units = {unit.unit_id: unit.name for unit in government.units}
    rater = raters.get(one.rater_id)
    head = PersonBlock("Kepala Daerah", position="WALI KOTA" if "Kota" in government.name else "BUPATI")
    level = government.levels[0].level if government.levels else None
    key = f"{one.person.person_id}-{period.code}"
    return Evaluation(
        evaluation_id=key,
        person_id=one.person.person_id,
        period=period,
        result_rating=result,
        behaviour_rating=behaviour,
        note="Pertahankan",
        state=EvaluationState.CLOSED,
        rater_id=one.rater_id,
        led_unit_id=one.led_unit_id,
        org_level=level,
        predicate=one.predicate,
        explanation=(Reason("PRE-CELL", "PermenPANRB 6/2022 hlm. 99", {}),),
        packs=(PackRef("predicate-matrix-2022", "0" * 64),),
        closed_on=one.closed_on,
        digest=hashlib.sha256(key.encode()).hexdigest(),
        parties=(_block(one.person, units), _block(rater, units) if rater is not None else head),
    )


def _block(person: Person, units: dict[str, str]) -> PersonBlock:
    return PersonBlock(
        person.full_name, person.nip, f"({person.grade})", person.position_title, units.get(person.unit_id, "")
    )


def _document(one: Evaluation, government: Government, at: datetime) -> DocumentRecord:
    key = f"{one.evaluation_id}-d"
    return DocumentRecord(
        key, f"D.1.1/{government.code}/{one.period.year}/{key}", Form.D_1_1, one.person_id, one.period,
        one.evaluation_id, one.version, one.digest, 1, at, "dokumen.pdf", "f" * 64, 1, 1,
    )  # fmt: skip


def _process(one: Evaluation) -> ProcessDates:
    assert one.closed_on is not None
    signed = one.closed_on + timedelta(days=2)
    return ProcessDates(
        one.evaluation_id, Form.D_1_1, one.version, signed_on=signed, handed_over_on=signed, received_on=signed,
        returned_on=signed + timedelta(days=3),
    )  # fmt: skip


def _figures(
    code: str, root: str, place: int, period: Period
) -> tuple[tuple[AgreementIndicator, ...], tuple[UnitActual, ...]]:
    """Most governments have the same indicators, spelled as each of them spells; some lack one, one has its own."""
    indicators, actuals = [], []
    for number, (text, target, value) in enumerate(_INDICATORS, 1):
        if (place + number) % 6 == 0:
            continue
        spelled = text.upper() if place % 4 == 1 else f"{number}. {text}" if place % 4 == 2 else text
        goal = Decimal(target.replace(",", "."))
        key = f"{code}-i{number}-{period.year}"
        wanted = Target(target, goal, goal)
        indicators.append(AgreementIndicator(key, root, period.year, number, "Tata kelola", spelled, wanted))
        reached = Decimal(value.replace(",", ".")) - Decimal(place % 5) / 2
        actuals.append(UnitActual(key, period, reached, text="menurut laporan"))
    return tuple(indicators), tuple(actuals)


def _old_papers(people: Sequence[SamplePerson], period: Period) -> tuple[OldRecord, ...]:
    """A few papers of 2020, on the scale of then."""
    found = []
    for number, one in enumerate(people[:9]):
        category = (OldCategory.GOOD, OldCategory.VERY_GOOD, OldCategory.FAIR)[number % 3]
        paper = OldEvaluation(
            f"{one.person.person_id}-2020", one.person.person_id, 2020, OldPart.YEAR, OldScheme.PP46
        )  # fmt: skip
        score = Decimal("84.50")
        found.append(OldRecord(paper, KeptOutcome(score, score, score, category)))
    return tuple(found)
