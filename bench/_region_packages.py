"""Agencies without stores of their own, and the packages they send to a region: real ones, made once and kept."""

from __future__ import annotations

import pickle
import random
import shutil
import uuid
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path

from meritdesk import exchange
from meritdesk.core.evaluation import Actual, Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.handover import DeviceKeys, KeyCard, PackageHeader, PackageKind, Snapshot
from meritdesk.core.people import OrgUnit, Person, PersonBlock, ReportingLine
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.store import AgencyInfo

REGION = AgencyInfo("REG33", "Kantor Regional", True, "PC01", "Surakarta", "REG33")
PREDICATES = {
    Rating.ABOVE: Predicate.VERY_GOOD,
    Rating.MEETS: Predicate.GOOD,
    Rating.BELOW: Predicate.NEEDS_IMPROVEMENT,
}


def periods(count: int) -> list[Period]:
    """So many months of 2025; the last of twelve is the year itself."""
    codes = [f"2025-{month:02d}" for month in range(1, count)]
    return [parse_period(code) for code in (*codes, "2025")]


class MadeUp:
    """One agency without a store: its keys, its people and plans, and its packages one after another."""

    def __init__(self, number: int, staff: int) -> None:
        self.code = str(3301 + number)
        self.keys: DeviceKeys = exchange.new_device_keys(self.code, f"Kabupaten {number}", "PC01", False)
        self.epoch, self.sequence, self.previous = uuid.uuid4().hex, 0, exchange.NO_PREVIOUS
        self.chance = random.Random(number)
        self.units = tuple(OrgUnit(f"{self.code}-u{place}", f"Dinas {place}") for place in range(1 + staff // 40))
        self.people = tuple(self._person(place) for place in range(staff))
        self.plans = tuple(self._plan(person) for person in self.people)

    def _person(self, place: int) -> Person:
        unit = self.units[place % len(self.units)].unit_id
        # Nobody stands with two agencies: the year of birth tells the agency, the entry and the last digits the person.
        year, entered = 1960 + int(self.code) - 3301, 2000 + place // 1000
        nip = f"{year}{place % 12 + 1:02d}{place % 28 + 1:02d}{entered}{place // 4 % 12 + 1:02d}1{place % 1000:03d}"
        return Person(f"{self.code}-{place}", nip, f"Pegawai {place}", grade="III/c", position_title="Analis",
                      unit_id=unit)  # fmt: skip

    def _plan(self, person: Person) -> PerformancePlan:
        key = person.person_id
        target = Target("12 laporan", Decimal(12), Decimal(12), "laporan")
        results = tuple(
            WorkResult(
                f"{key}-h{place}",
                place,
                ResultKind.MAIN,
                f"Laporan {place} tersusun tepat waktu",
                indicators=(Indicator(f"{key}-i{place}", "Jumlah laporan", target),),
            )
            for place in (1, 2, 3)
        )
        return PerformancePlan(
            f"{key}-k", key, 2025, Approach.QUALITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31),
            state=PlanState.FIXED, results=results, fixed_on=date(2025, 1, 31),
        )  # fmt: skip

    def package(self, period: Period, regions: Sequence[KeyCard], folder: Path) -> Path:
        """The next package, written to a folder."""
        self.sequence += 1
        header = PackageHeader(
            PackageKind.EXPORT, f"{self.code}/PC01", REGION.code, period.code, self.epoch, self.sequence,
            self.previous, str(uuid.uuid4()),
        )  # fmt: skip
        sealed = exchange.pack(header, self.snapshot(period), self.keys, (*regions, self.keys.card))
        self.previous = sealed.payload_digest
        folder.mkdir(parents=True, exist_ok=True)
        return exchange.write_package(sealed.data, folder, sealed.name)

    def snapshot(self, period: Period) -> Snapshot:
        evaluations = []
        for person in self.people:
            rating = self.chance.choice(tuple(Rating))
            block = PersonBlock(person.name, person.nip, person.grade, person.position_title, "Dinas")
            evaluations.append(
                Evaluation(
                    f"{person.person_id}-{period.code}", person.person_id, period, rating, Rating.MEETS,
                    state=EvaluationState.CLOSED, predicate=PREDICATES[rating], closed_on=period.last_day,
                    parties=(block, block),
                )
            )  # fmt: skip
        actuals = tuple(
            Actual(indicator.indicator_id, period, "selesai", Decimal(self.chance.randrange(50, 120)))
            for plan in self.plans
            for indicator in plan.indicators
        )
        return Snapshot(
            self.code, f"Kabupaten {self.code}", period.code, self.units, self.people,
            tuple(ReportingLine(person.person_id) for person in self.people), self.plans, actuals, (),
            tuple(evaluations),
        )  # fmt: skip


Order = tuple[int, int, int, Sequence[KeyCard], Path]
"""Which agency, how many people and periods, the region's cards, and the folder of the run."""


def all_packages(
    agencies: int, staff: int, periods_asked: int, regions: Sequence[KeyCard], folder: Path
) -> tuple[list[KeyCard], list[Path]]:
    """The cards of the agencies and their packages, month after month; two processes of their own make them."""
    orders: list[Order] = [(number, staff, periods_asked, regions, folder) for number in range(agencies)]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        made = list(pool.map(packages_of, orders))
    cards = [card for card, _ in made]
    return cards, [paths[number] for number in range(periods_asked) for _, paths in made]


def packages_of(order: Order) -> tuple[KeyCard, list[Path]]:
    """The card of an agency and its packages in the order of their periods; kept ones are not made again."""
    number, staff, count, regions, folder = order
    note, stick = folder / f"packages-{number}-{staff}-{count}.pickle", folder / "stick" / f"{number}-{staff}-{count}"
    if not note.exists():
        # Whoever was stopped in the middle of an agency had keys that are gone with him.
        shutil.rmtree(stick, ignore_errors=True)
        agency = MadeUp(number, staff)
        names = [agency.package(period, regions, stick).name for period in periods(count)]
        aside = note.with_suffix(".part")
        aside.write_bytes(pickle.dumps((agency.keys.card, names)))
        aside.replace(note)
    card, names = pickle.loads(note.read_bytes())
    return card, [stick / name for name in names]
