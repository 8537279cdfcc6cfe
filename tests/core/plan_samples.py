"""Plans for tests: complete ones that keep every rule, and hypothesis strategies for any plan at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from meritdesk.core.people import PositionKind
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.plan_parts import (
    Accreditation,
    AssignmentBasis,
    ControlLevel,
    Exemption,
    IndicatorManual,
    PlanOccasion,
    ReportingCycle,
    StudyLevel,
    StudyTerms,
    Workblock,
)
from meritdesk.core.rules import PackKind
from meritdesk.core.validation.plan_context import PlanContext
from meritdesk.rulebook import Rulebook

BOOK = Rulebook()
ON = date(2025, 12, 31)
WORDING = BOOK.pack(PackKind.PLAN_WORDING, ON).body
GUIDE = BOOK.pack(PackKind.STUDY_LEAVE, ON).body
MANUAL = IndicatorManual("Mengukur kepuasan", "Definisi", "a / b x 100 %", "%", ControlLevel.OUTCOME, "Survei")
ANNEXES = {
    "resources": ("Dukungan anggaran",),
    "accountability": ("Hasil kerja dilaporkan setiap bulan dengan laporan kegiatan",),
    "consequences": ("Apabila memenuhi ekspektasi Pimpinan maka diusulkan sebagai pegawai teladan",),
}


def ids(prefix="id"):
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def measure(name, **changes):
    target = Target("80-90 %", Decimal(80), Decimal(90), "%")
    return replace(
        Indicator(name, f"Persentase layanan {name} yang sesuai standar", target, Aspect.QUANTITY), **changes
    )


def staff_plan(**changes):
    """A fixed quantitative plan of a JA/JF that no rule objects to."""
    results = (
        WorkResult(
            "r1", 1, ResultKind.MAIN, "Permohonan warga diproses dengan cepat dan akurat",
            "Layanan kelurahan meningkat", "Lurah", (measure("i1"), measure("i2", aspect=Aspect.TIME)),
        ),
        WorkResult(
            "r2", 2, ResultKind.ADDITIONAL, "Arsip kelurahan tersusun sesuai klasifikasi",
            "Tata kelola kelurahan membaik", "Lurah", (measure("i3", aspect=Aspect.QUALITY),),
        ),
    )  # fmt: skip
    plan = PerformancePlan(
        plan_id="p1",
        person_id="person-1",
        year=2025,
        approach=Approach.QUANTITATIVE,
        job_class=JobClass.JA_JF,
        starts=date(2025, 1, 1),
        ends=date(2025, 12, 31),
        results=results,
        expectations={BehaviourValue.HARMONIOUS: ("Membantu rekan kerja yang membutuhkan",)},
        state=PlanState.FIXED,
        fixed_on=date(2025, 1, 20),
        **ANNEXES,
    )
    return replace(plan, **changes)


def leader_plan(**changes):
    """A fixed quantitative plan of a leader that no rule objects to: four perspectives, manuals, all main."""
    results = tuple(
        WorkResult(
            f"r{number}", number, ResultKind.MAIN, f"Layanan dinas bagian {number} meningkat dan diakui warga", "",
            "Wali Kota", (measure(f"i{number}", aspect=None, perspective=perspective, manual=MANUAL),),
        )
        for number, perspective in enumerate(Perspective, start=1)
    )  # fmt: skip
    plan = replace(staff_plan(), job_class=JobClass.JPT_OR_AUTONOMOUS, results=results)
    return replace(plan, **changes)


def context(**changes):
    """A member of staff with a rater who is no high leader, looked at in spring."""
    known = PlanContext(
        today=date(2025, 3, 1),
        wording=WORDING,
        guide=GUIDE,
        position_kind=PositionKind.STAFF,
        position_title="Pengelola Data",
    )
    return replace(known, **changes)


def leader_context(**changes):
    return context(position_kind=PositionKind.JPT, position_title="Kepala Dinas", **changes)


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)
numbers = st.none() | st.decimals(min_value=0, max_value=1000, places=2)


@st.composite
def targets(draw):
    low = draw(numbers)
    high = low if low is None else low + draw(st.decimals(min_value=0, max_value=50, places=2))
    return Target(draw(texts), low, high, draw(texts), draw(st.sampled_from(Direction)))


manuals = st.builds(
    IndicatorManual, texts, texts, texts, texts, st.none() | st.sampled_from(ControlLevel), texts,
    st.none() | st.sampled_from(ReportingCycle),
)  # fmt: skip
studies = st.builds(
    StudyTerms, st.sampled_from(StudyLevel), st.booleans(), st.none() | st.sampled_from(Accreditation),
    st.none() | st.sampled_from(Accreditation), numbers,
)  # fmt: skip


@st.composite
def plans(draw):
    """Any plan with ids of its own, numbered through or not."""
    results = []
    for number in range(draw(st.integers(0, 5))):
        indicators = tuple(
            Indicator(
                f"i{number}-{place}", draw(texts), draw(targets()), draw(st.none() | st.sampled_from(Aspect)),
                draw(st.none() | st.sampled_from(Perspective)), draw(st.none() | st.sampled_from(Exemption)),
                draw(st.none() | manuals),
            )
            for place in range(draw(st.integers(0, 3)))
        )  # fmt: skip
        results.append(
            WorkResult(
                f"r{number}", draw(st.integers(1, 9)), draw(st.sampled_from(ResultKind)), draw(texts), draw(texts),
                draw(texts), indicators, draw(st.sampled_from(AssignmentBasis)),
                draw(st.none() | st.sampled_from(ControlLevel)), draw(texts),
            )
        )  # fmt: skip
    lines = st.lists(texts, max_size=3).map(tuple)
    return PerformancePlan(
        plan_id="p1",
        person_id="person-1",
        year=draw(st.integers(2022, 2030)),
        approach=draw(st.sampled_from(Approach)),
        job_class=draw(st.sampled_from(JobClass)),
        starts=date(2025, 1, 1),
        ends=date(2025, 12, 31),
        results=tuple(results),
        expectations=draw(st.dictionaries(st.sampled_from(BehaviourValue), lines.filter(bool), max_size=3)),
        resources=draw(lines),
        accountability=draw(lines),
        consequences=draw(lines),
        state=draw(st.sampled_from(PlanState)),
        fixed_on=draw(st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31))),
        version=draw(st.integers(1, 9)),
        occasion=draw(st.sampled_from(PlanOccasion)),
        post=draw(texts),
        contract=draw(texts),
        needs_manuals=draw(st.booleans()),
        study=draw(st.none() | studies),
        workblocks=tuple(Workblock(f"w{place}", draw(texts), draw(texts)) for place in range(draw(st.integers(0, 2)))),
        ratee_signed_on=draw(st.none() | st.just(date(2025, 2, 1))),
        rater_signed_on=draw(st.none() | st.just(date(2025, 2, 2))),
    )
