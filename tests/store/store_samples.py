"""Sample values for the tests of the store, and the maker of fossils: ``python store_samples.py FOLDER``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from meritdesk.core.access import Actor, Role
from meritdesk.core.documents import DocumentRecord, Form
from meritdesk.core.errors import BusyRefusal as BusyRefusal
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    IndicatorClass,
    OrganisationLevel,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    SuggestedRating,
)
from meritdesk.core.handover import DeviceKeys, KeyCard, LedgerEntry, Receipt, ReceiptCode, RecordOutcome, RecordState
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.lines import StaffQuery as StaffQuery
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PersonBlock, RaterBasis, ReportingLine, Sex
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.store import AgencyInfo
from meritdesk.store import postgres, server, vault
from meritdesk.store.database import SqliteStore, create_store, open_store

PASSPHRASE = "kata sandi untuk uji"
NOW = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
NOW_HERE = f"{NOW.astimezone():%Y-%m-%d %H:%M}"
"""The same minute as the clock on the wall says it, in whatever zone the tests run."""
YEAR = parse_period("2025")
AGENCY = AgencyInfo("3372", "Kota Contoh", False, "PC01", "Surakarta", "REG33")
ACTOR = Actor("Sari", Role.OPERATOR, "PC01")
CARD = KeyCard("3372", "Kota Contoh", "PC01", False, "RWQ-public", "age1public")
CHEAP = vault.Cost(memory_kib=64, passes=1, lanes=1)


def clock() -> datetime:
    return NOW


def decode_keys(content: bytes) -> DeviceKeys:
    return DeviceKeys(CARD, content, "AGE-SECRET")


def make_store(folder: Path, agency: AgencyInfo = AGENCY, installation: str = "") -> str:
    """A new store whose passphrase is cheap to check, so that tests do not wait for it."""
    usual, vault.COST = vault.COST, CHEAP
    try:
        return create_store(folder, agency, PASSPHRASE, {vault.DEVICE_KEYS: b"secret keys"}, NOW, installation)
    finally:
        vault.COST = usual


def opened(folder: Path, passphrase: str | None = PASSPHRASE, **more: str) -> SqliteStore:
    return open_store(folder, decode_keys=decode_keys, clock=clock, passphrase=passphrase, **more)


def join_server(folder: Path, database: Any, role: str = "operator", agency: AgencyInfo = AGENCY) -> str:
    """A key ring on this PC for the rows on a server; the agency begins there when it is not there yet."""
    usual, vault.COST = vault.COST, CHEAP
    try:
        place = database.place(database.clerk(role))
        return server.join(
            folder, place, database.clerk_password, agency, PASSPHRASE, {vault.DEVICE_KEYS: b"secret keys"}
        )
    finally:
        vault.COST = usual


def opened_on_server(folder: Path) -> server.ServerStore:
    return server.open_store(folder, decode_keys=decode_keys, clock=clock, passphrase=PASSPHRASE)


@contextmanager
def past_the_journal(store: Any) -> Iterator[Connection]:
    """Change rows as nobody at a desk can: in the file by whoever has its key, on a server its administrator."""
    engine = store._engine
    if isinstance(store, server.ServerStore):
        given = sys.modules["servers"].ADMINISTRATORS[store.place.port]
        engine = postgres.engine_for(store.place.under(given[0]), given[1])
    with engine.begin() as connection:
        yield connection
    if engine is not store._engine:
        engine.dispose()


def units() -> tuple[OrgUnit, ...]:
    return (
        OrgUnit("u-1", "Sekretariat Daerah", "unor-1", sort_order=1, head_title="Sekretaris", is_autonomous=True),
        OrgUnit("u-2", "Bagian Umum", "unor-2", parent_id="u-1", head_source_id="pns-1", sort_order=2),
        OrgUnit("u-3", "Bagian Hukum", "unor-3", parent_id="u-1", acting_source_id="pns-2", sort_order=3),
    )


def person(number: int, **more: object) -> Person:
    sample = Person(
        person_id=f"p-{number}",
        nip=f"1985031220100110{number:02d}",
        name=f"Pegawai {number}",
        source_id=f"pns-{number}",
        front_title="Dr.",
        back_title="M.Si.",
        sex=Sex.FEMALE,
        birth_date=date(1985, 3, 12),
        grade="III/c",
        grade_since=date(2020, 4, 1),
        position_title="Analis Kepegawaian",
        unit_id="u-2",
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def people() -> tuple[Person, ...]:
    return (
        person(1, name="Ngurah", unit_id="u-2"),
        person(2, name="Ayu_Sari", unit_id="u-3", position_title="Perancang 100% hukum"),
        person(3, name="Muresan Çağla", unit_id="", front_title="", back_title="", sex=None, birth_date=None),
        person(4, name="Budi", unit_id="u-2", legal_status=LegalStatus.LEFT),
    )


def reporting() -> tuple[ReportingLine, ...]:
    return (
        ReportingLine("p-1", problem="REG-330"),
        ReportingLine("p-2", "p-1", "", "u-1", RaterBasis.ACTING),
        ReportingLine("p-3", "p-1", "p-2", "u-2"),
    )


def plan(number: int = 2, year: int = 2025, **more: object) -> PerformancePlan:
    prefix = f"{number}-{year}"
    target = Target("10 s.d. 12 dokumen", Decimal("10"), Decimal("12.50"), "dokumen")
    results = (
        WorkResult(
            f"r-{prefix}-1",
            1,
            ResultKind.MAIN,
            "Naskah hukum tersusun",
            "Layanan hukum prima",
            "",
            (
                Indicator(f"i-{prefix}-1", "Jumlah naskah", target, Aspect.QUANTITY),
                Indicator(f"i-{prefix}-2", "Mutu naskah", Target("baik"), Aspect.QUALITY),
            ),
        ),
        WorkResult(f"r-{prefix}-2", 2, ResultKind.ADDITIONAL, "Panitia hari jadi", "", "Sekretaris Daerah"),
    )
    sample = PerformancePlan(
        plan_id=f"plan-{prefix}",
        person_id=f"p-{number}",
        year=year,
        approach=Approach.QUANTITATIVE,
        job_class=JobClass.JA_JF,
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
        results=results,
        expectations={BehaviourValue.SERVICE: ("Ramah", "Cepat"), BehaviourValue.LOYAL: ("Setia",)},
        resources=("Anggaran",),
        accountability=("Laporan bulanan",),
        consequences=("Penghargaan", "Pembinaan"),
        fixed_on=date(year, 1, 15),
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def actuals(number: int = 2, period: Period = YEAR) -> tuple[Actual, ...]:
    prefix = f"{number}-{period.year}"
    return (
        Actual(f"i-{prefix}-1", period, "11 dokumen", Decimal("11.0"), "Cukup"),
        Actual(f"i-{prefix}-2", period, "baik sekali", None, "", IndicatorClass.ABOVE, "Mutu tinggi"),
    )


def level(period: Period = YEAR) -> OrganisationLevel:
    return OrganisationLevel("u-1", period, OrgLevel.GOOD, "SK 1/2026", date(2026, 1, 5))


def evaluation(number: int = 2, period: Period = YEAR, **more: object) -> Evaluation:
    sample = Evaluation(
        evaluation_id=f"e-{number}-{period.code}",
        person_id=f"p-{number}",
        period=period,
        result_rating=Rating.ABOVE,
        behaviour_rating=Rating.MEETS,
        reason="Melampaui target",
        feedback={BehaviourValue.SERVICE: "Sangat ramah"},
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def closed_evaluation(number: int = 2, period: Period = YEAR, **more: object) -> Evaluation:
    return replace(
        evaluation(number, period),
        state=EvaluationState.CLOSED,
        rater_id="p-1",
        led_unit_id="u-1",
        org_level=OrgLevel.GOOD,
        suggested=SuggestedRating.MEETS,
        predicate=Predicate.GOOD,
        explanation=(Reason("PRED-1", "Ps. 37", {"hasil": "di atas"}), Reason("PRED-2", "Ps. 38")),
        packs=(PackRef("predicate/2022", "ab" * 32),),
        closed_on=date(2026, 1, 10),
        digest="sha256:" + "cd" * 32,
        parties=(
            PersonBlock("Dr. Ayu_Sari, M.Si.", "198503122010011002", "Penata / III/c", "Perancang", "Bagian Hukum"),
            PersonBlock("Dr. Ngurah, M.Si.", "198503122010011001", "Penata / III/c", "Kepala Bagian", "Bagian Umum"),
        ),
        **more,  # type: ignore[arg-type]
    )


def document(copy: int = 1, number: str = "D.1.1/2025/000001", **more: object) -> DocumentRecord:
    sample = DocumentRecord(
        document_id=f"d-{number}-{copy}",
        number=number,
        form=Form.D_1_1,
        person_id="p-2",
        period=YEAR,
        record_id="e-2-2025",
        record_version=1,
        record_digest="sha256:" + "cd" * 32,
        copy=copy,
        printed_at=NOW.replace(minute=copy),
        file_name="penilaian.pdf",
        file_digest=f"{copy:064d}",
        first_page=1,
        pages=2,
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def package(epoch: str, sequence: int = 1, **more: object) -> OutgoingLine:
    sample = OutgoingLine(
        package_id=f"pkg-{sequence}",
        file_name=f"MD1-3372-PC01-2025-{sequence:06d}.merit",
        kind="export",
        period="2025",
        sequence=sequence,
        epoch=epoch,
        payload_digest=f"sha256:{sequence:064d}",
        packed_at=NOW.replace(minute=sequence),
        state="UNCONFIRMED",
        content_digest="sha256:" + "ee" * 32,
        counts={"pegawai": 3},
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def receipt(sequence: int = 1, code: ReceiptCode = ReceiptCode.ACCEPTED, **more: object) -> Receipt:
    sample = Receipt(
        number=f"TT-REG33-2026-{sequence:05d}",
        code=code,
        package_id=f"pkg-{sequence}",
        sender="3372/PC01",
        period="2025",
        epoch="e" * 32,
        sequence=sequence,
        payload_digest=f"sha256:{sequence:064d}",
        counts={"added": 3, "refused": 1},
        outcomes=(RecordOutcome("pegawai", "p-9", RecordState.REFUSED, "nip", "NIP-201"),),
        missing_sequences=(7,),
    )
    return replace(sample, **more)  # type: ignore[arg-type]


def received(given: Receipt) -> tuple[LedgerEntry, IncomingLine, Receipt]:
    entry = LedgerEntry(
        given.sender, given.epoch, given.sequence, given.payload_digest, "sha256:" + "0" * 64, given.period,
        given.code, given.number, NOW,
    )  # fmt: skip
    line = IncomingLine(
        given.sender, "Kota Contoh", "export", given.period, given.sequence, given.code.value, given.number, NOW,
        dict(given.counts),
    )  # fmt: skip
    return entry, line, given


def fill(store: SqliteStore) -> None:
    """A whole small year, in one change set a room."""
    with store.writing(ACTOR, "register.import", origin="file:pegawai.xlsx") as work:
        work.units.save(units())
        work.people.save(people())
        work.reporting.save(reporting())
        work.commit()
    with store.writing(ACTOR, "planning.import") as work:
        work.plans.save([plan(2), plan(3)])
        work.actuals.save(actuals(2))
        work.levels.save([level()])
        work.commit()
    with store.writing(ACTOR, "assessment.close") as work:
        work.evaluations.save([closed_evaluation(2), evaluation(3)])
        work.set_setting("paper", "FOLIO")
        work.commit()


def make_fossil(folder: Path) -> None:
    """A small store of today's schema, kept under ``fossils/`` when a release is made."""
    make_store(folder)
    with opened(folder) as store:
        fill(store)
        with store.writing(ACTOR, "documents.print") as work:
            work.documents.save([document()])
            work.ledger.add_outgoing(package(work.ledger.epoch()), b"package")
            work.commit()
    for name in ("meritdesk.lock", "meritdesk.lock.json"):
        (folder / name).unlink(missing_ok=True)


if __name__ == "__main__":
    make_fossil(Path(sys.argv[1]))
