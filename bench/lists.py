"""The staff list and its search on a store of 100,000 people: first block, each keystroke, every order, a deep scroll.

The people are written through the store's own adapter, with journal and index; every question goes through the desk,
as the window asks it. Each question is asked several times; the figures are the median and the worst.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from _measure import against, measured, report, said, workshop

from meritdesk.bootstrap import create_store, open_desk
from meritdesk.core.lines import SortKey, StaffField, StaffFilter, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, Person, PositionKind, RaterBasis, ReportingLine
from meritdesk.core.periods import parse_period
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
from meritdesk.services import Desk

PASSPHRASE = "daftar seratus ribu"
AGENCY = AgencyInfo("9901", "Pemerintah Provinsi Contoh", False, "PC01", "Contoh", "REG99")
BLOCK = 200
RUNS = 5
ANY_MS = 100
TARGETS = {"list_keystroke": 50}
"""What issue 5 asks of a list of 100,000: painted within 100 ms of the question, a keystroke answered within 50."""


def each(text: str) -> list[str]:
    return text.split()


GIVEN = each(
    "Budi Siti Agus Dewi Sri Eko Wahyu Rina Yuni Slamet Ahmad Muhammad Nur Endang Tri Dwi Bambang Ratna "
    "Hendra Indah Joko Lestari Maria Made Ketut Wayan Putu Sutrisno Suparman Suryani Fitri Fajar Galih "
    "Hartono Iwan Kartika Lukman "
)
FAMILY = each(
    "Santoso Wijaya Susilo Handayani Kusuma Pratama Nugroho Setiawan Hidayat Rahayu Saputra Wibowo Permata "
    "Utami Siregar Nasution Simanjuntak Hutabarat Purba Ginting Sembiring Tarigan Sitompul Manurung Harahap "
    "Lubis Daulay "
)
SYLLABLES = each("ba ra di su ti wa ni ko mar jan han so lo pu ri ga ken dra ")
POSTS = (
    "Guru Ahli Pertama", "Guru Ahli Muda", "Perawat Terampil", "Bidan Mahir", "Dokter Ahli Madya", "Arsiparis Terampil",
    "Pengadministrasi Umum", "Analis Kebijakan Ahli Muda", "Pranata Komputer Ahli Pertama", "Penyuluh Pertanian",
)  # fmt: skip
KINDS = ("Puskesmas", "SD Negeri", "SMP Negeri", "Kelurahan", "Bidang", "UPT")
PLACES = ("Gajahan", "Manahan", "Sriwedari", "Banjarsari", "Laweyan", "Jebres", "Kadipiro", "Mojosongo")
GRADES = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")
VERBS = ("Terlaksananya", "Tersusunnya", "Meningkatnya", "Terkelolanya")
THINGS = ("pelayanan imunisasi", "laporan keuangan", "naskah dinas", "pencegahan stunting", "arsip kepegawaian")


def units(number: int) -> list[OrgUnit]:
    """A root and its units."""
    names = (f"{kind} {place} {turn}" for turn in itertools.count(1) for kind in KINDS for place in PLACES)
    root = OrgUnit("u-0", "Sekretariat Daerah")
    return [
        root,
        *(OrgUnit(f"u-{place}", next(names), parent_id="u-0", sort_order=place) for place in range(1, number)),
    ]


def people(number: int, unit_count: int, rng: random.Random) -> Iterator[Person]:
    """Made-up people with likely names; the first of a unit leads it."""
    for place in range(number):
        birth = rng.randint(1966, 2000)
        day, month, turn = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1, 12)
        nip = f"{birth}{month:02}{day:02}{birth + 24}{turn:02}1{place % 1000:03}"
        leads = place < unit_count
        yield Person(
            f"p-{place}",
            nip,
            f"{rng.choice(GIVEN)} {''.join(rng.choices(SYLLABLES, k=3)).title()} {rng.choice(FAMILY)}",
            employment=EmploymentType.PPPK if rng.random() < 0.2 else EmploymentType.PNS,
            legal_status=LegalStatus.LEFT if rng.random() < 0.03 else LegalStatus.ACTIVE,
            grade=rng.choice(GRADES),
            position_kind=PositionKind.SUPERVISOR if leads else PositionKind.JF,
            position_title="Kepala Unit" if leads else rng.choice(POSTS),
            unit_id=f"u-{place % unit_count}",
        )


def plan(place: int, rng: random.Random) -> PerformancePlan:
    """A plan with two results."""
    period = parse_period("2025")
    results = tuple(
        WorkResult(
            f"r-{place}-{turn}", turn, ResultKind.MAIN, f"{rng.choice(VERBS)} {rng.choice(THINGS)}", "", "",
            (Indicator(f"i-{place}-{turn}", f"Jumlah {rng.choice(THINGS)}", Target("12 dokumen")),),
        )
        for turn in (1, 2)
    )  # fmt: skip
    return PerformancePlan(
        f"s-{place}", f"p-{place}", 2025, Approach.QUANTITATIVE, JobClass.JA_JF, period.first_day, period.last_day,
        results, state=PlanState.DRAFT,
    )  # fmt: skip


def fill(desk: Desk, staff: int, plans: int) -> None:
    """Write everything as a large import would: one change set, with the index following it."""
    rng = random.Random(9901)
    unit_count = max(2, staff // 60)
    around = desk.register.around
    with around.store.writing(around.actor, "bench.fill") as work:
        work.units.save(units(unit_count))
        crowd = list(people(staff, unit_count, rng))
        work.people.save(crowd)
        work.reporting.save(
            [
                ReportingLine(one.person_id, f"p-{place % unit_count}", "p-0", one.unit_id, RaterBasis.HEAD)
                if place >= unit_count
                else ReportingLine(one.person_id, problem="REG-330")
                for place, one in enumerate(crowd)
            ]
        )
        work.plans.save([plan(place, rng) for place in range(plans)])
        work.commit()


def asked(name: str, question: Callable[[], object], **facts: object) -> None:
    """Ask a question several times and report its milliseconds."""
    took, worked = [], []
    for _ in range(RUNS):
        started, begun = time.perf_counter(), time.process_time()
        question()
        took.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - begun) * 1000)
    report(
        name,
        median_ms=round(statistics.median(took), 1),
        worst_ms=round(max(took), 1),
        cpu_ms=round(statistics.median(worked), 1),
        **against(TARGETS.get(name, ANY_MS), statistics.median(took), statistics.median(worked)),
        runs=RUNS,
        **facts,
    )


def ask_everything(desk: Desk, staff: int) -> None:
    """The questions of a clerk's day."""
    register = desk.register
    asked("list_first_block", lambda: register.staff(StaffQuery(limit=BLOCK)), staff=staff, rows=BLOCK)
    asked("list_count", lambda: register.count(StaffQuery()), staff=staff)
    for text in ("santoso", "guru ri", "19850312", "puskesmas gajahan si"):
        for end in range(1, len(text) + 1):
            if text[end - 1] == " ":
                continue
            query = StaffQuery(search=text[:end], limit=BLOCK)
            asked(
                "list_keystroke",
                lambda query=query: (register.count(query), register.staff(query)),
                staff=staff,
                typed=text[:end],
                found=register.count(query),
            )
    for field in StaffField:
        for is_descending in (False, True):
            query = StaffQuery(sort=(SortKey(field, is_descending),), limit=BLOCK, year=2025, period="2025")
            asked("list_sorted", lambda query=query: register.staff(query), staff=staff, by=field, down=is_descending)
    two = StaffQuery(sort=(SortKey(StaffField.UNIT), SortKey(StaffField.GRADE, True)), limit=BLOCK)
    asked("list_sorted_by_two", lambda: register.staff(two), staff=staff)
    deep = StaffQuery(offset=staff - staff // 10, limit=BLOCK)
    asked("list_deep_scroll", lambda: register.staff(deep), staff=staff, offset=deep.offset)
    narrowed = StaffQuery(
        filters=(StaffFilter(StaffField.GRADE, ("III/c",)), StaffFilter(StaffField.EMPLOYMENT, ("PPPK",)))
    )
    asked("list_filtered", lambda: (register.count(narrowed), register.staff(narrowed)), staff=staff)
    asked("list_tally", lambda: register.tally(StaffQuery(), StaffField.LEGAL_STATUS), staff=staff)
    for words in ("bud", "stunting", "puskesmas manahan", "198503", "terlaksana imunisasi"):
        asked("find_everything", lambda words=words: desk.overview.find(words), staff=staff, typed=words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="keep the store here, or ask the one that is there")
    chosen = parser.parse_args()
    with workshop() as folder:
        store = chosen.keep or folder / "store"
        is_new = not store.exists()
        if is_new:
            create_store(store, AGENCY, PASSPHRASE)
        with open_desk(store, PASSPHRASE) as desk:
            if is_new:
                measured("list_fill", lambda: fill(desk, chosen.staff, chosen.plans), chosen.staff, "people")
            ask_everything(desk, chosen.staff)
            measured("list_index_anew", desk.upkeep.rebuild_index, chosen.staff, "people")
        said(f"{sum(path.stat().st_size for path in store.iterdir()) >> 20} MB")


if __name__ == "__main__":
    main()
