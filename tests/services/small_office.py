"""A small city of ten people, written as the files a clerk has, with the year's work as rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from meritdesk.bootstrap import create_store, join_server, open_desk
from meritdesk.core.evaluation import OrgLevel, Rating
from meritdesk.core.intake import ActualRow, LevelRow, PlanRow, RatingRow
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Perspective, ResultKind
from meritdesk.core.store import AgencyInfo, Practice
from meritdesk.exchange import work_sheets
from meritdesk.services import Desk

PASSPHRASE = "kata sandi untuk uji"
YEAR = parse_period("2025")

UNIT_HEADS = ["ID", "NAMA UNOR", "DIATASAN ID", "ESELON ID", "NAMA JABATAN", "NAMA PEJABAT", "PEMIMPIN PNS ID",
              "PEMIMPIN NON PNS ID", "PLT PNS ID", "ORDER"]  # fmt: skip
UNITS = [
    ["U0", "Pemerintah Kota", "", "", "WALI KOTA", "Sri Hartati", "", "N1", "", "1"],
    ["U1", "-Dinas Kesehatan", "U0", "II.b", "KEPALA DINAS KESEHATAN", "", "P1", "", "", "2"],
    ["U2", "--Bidang Pelayanan", "U1", "III.b", "KEPALA BIDANG PELAYANAN", "", "P2", "", "", "3"],
    ["U3", "--Seksi Farmasi", "U1", "IV.a", "KEPALA SEKSI FARMASI", "", "", "", "P2", "4"],
    ["U4", "--Seksi Promosi", "U1", "IV.a", "KEPALA SEKSI PROMOSI", "", "", "", "", "5"],
]

STAFF_HEADS = ["PNS ID", "NIP BARU", "NAMA", "GELAR BELAKANG", "TANGGAL LAHIR", "JENIS KELAMIN", "JENIS PEGAWAI NAMA",
               "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "GOL AKHIR NAMA", "JENIS JABATAN ID", "JENIS JABATAN NAMA",
               "JABATAN NAMA", "UNOR ID", "UNOR NAMA", "ESELON NAMA", "NIK"]  # fmt: skip


def staff_row(
    source: str, nip: str, name: str, kind: str, post: str, unit: str, echelon: str = "-", status: str = "Aktif"
) -> list[str]:
    born = f"{nip[6:8]}-{nip[4:6]}-{nip[:4]}"
    sex = "M" if nip[14] == "1" else "F"
    word = {"1": "Struktural", "2": "Fungsional Tertentu", "4": "Fungsional Umum"}[kind]
    return [
        source,
        nip,
        name,
        "S.Kes",
        born,
        sex,
        "PNS Pusat",
        status,
        "P",
        "III/c",
        kind,
        word,
        post,
        unit,
        "",
        echelon,
        "3372",
    ]


NIPS = {
    "head": "197001011995011001",
    "bidang": "197502022000012002",
    "nurse": "198003032005011003",
    "clerk": "198504042010012004",
    "pharmacist": "198605052011011005",
    "orphaned": "198706062012012006",
    "resting": "198807072013011007",
}
STAFF = [
    staff_row("P1", NIPS["head"], "Bambang Sutrisno", "1", "KEPALA DINAS KESEHATAN", "U1", "II.b"),
    staff_row("P2", NIPS["bidang"], "Endang Lestari", "1", "KEPALA BIDANG PELAYANAN", "U2", "III.b"),
    staff_row("P3", NIPS["nurse"], "Joko Widagdo", "2", "PERAWAT AHLI MUDA", "U2"),
    staff_row("P4", NIPS["clerk"], "Sari Puspita", "4", "PENGELOLA DATA", "U2"),
    staff_row("P5", NIPS["pharmacist"], "Agus Raharjo", "2", "APOTEKER AHLI MUDA", "U3"),
    staff_row("P6", NIPS["orphaned"], "Dewi Anggraini", "4", "PENGADMINISTRASI", "U4"),
    staff_row("P7", NIPS["resting"], "Hari Santoso", "4", "PENGADMINISTRASI", "U2", status="CLTN"),
]


def write_csv(path: Path, heads: list[str], rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([heads, *rows])
    return path


def plan_rows(nip: str, is_leader: bool = False, results: int = 2) -> list[PlanRow]:
    """A complete quantitative plan: results with two indicators each, one expectation, the three annexes."""
    perspectives = list(Perspective)
    rows = []
    for number in range(1, results + 1):
        for place in (1, 2):
            rows.append(
                PlanRow(
                    nip=nip, year=2025, section="RESULT", approach=Approach.QUANTITATIVE, number=number,
                    kind=ResultKind.MAIN, text=f"Layanan {number} terselenggara sesuai standar",
                    parent_text="Layanan kesehatan bermutu", assigned_by="Kepala Dinas Kesehatan",
                    indicator=f"Persentase layanan {number}.{place}",
                    aspect=None if is_leader else Aspect.QUANTITY,
                    perspective=perspectives[(2 * number + place) % 4] if is_leader else None,
                    target_text="80-90 %", target_low=Decimal(80), target_high=Decimal(90), target_unit="%",
                )
            )  # fmt: skip
    common = {"nip": nip, "year": 2025, "approach": Approach.QUANTITATIVE}
    rows.append(PlanRow(section="EXPECTATION", value=BehaviourValue.SERVICE, text="Menyapa setiap pasien", **common))
    rows.append(PlanRow(section="RESOURCES", text="Dua petugas pendaftaran", **common))
    rows.append(PlanRow(section="ACCOUNTABILITY", text="Dilaporkan setiap bulan", **common))
    rows.append(PlanRow(section="CONSEQUENCES", text="Memenuhi: penghargaan", **common))
    return rows


def actual_rows(nip: str, value: str = "85", results: int = 2) -> list[ActualRow]:
    return [
        ActualRow(nip, YEAR, number, place, f"{value} % menurut laporan", Decimal(value), feedback="Pimpinan: baik")
        for number in range(1, results + 1)
        for place in (1, 2)
    ]


def rating_row(
    nip: str, result: Rating = Rating.MEETS, behaviour: Rating = Rating.MEETS, reason: str | None = None
) -> RatingRow:
    return RatingRow(nip, YEAR, result, behaviour, reason=reason, note="Pertahankan")


LEVELS = [
    LevelRow("U0", YEAR, OrgLevel.GOOD, "LKJiP 2025"),
    LevelRow("U1", YEAR, OrgLevel.GOOD, "LKJiP 2025"),
    LevelRow("U2", YEAR, OrgLevel.GOOD, "LKJiP 2025"),
    LevelRow("U3", YEAR, OrgLevel.GOOD, "LKJiP 2025"),
]


@dataclass
class Office:
    """One opened office with a folder for files; the clock stands still unless a test moves it."""

    folder: Path
    desk: Desk
    moment: list[datetime] = field(default_factory=lambda: [datetime(2026, 1, 12, 8, 0, tzinfo=UTC)])

    def units_file(self, rows: list[list[str]] | None = None) -> Path:
        return write_csv(self.folder / "unor.csv", UNIT_HEADS, UNITS if rows is None else rows)

    def staff_file(self, rows: list[list[str]] | None = None) -> Path:
        return write_csv(self.folder / "profil.csv", STAFF_HEADS, STAFF if rows is None else rows)

    def settle(self) -> None:
        self.desk.register.import_units(self.units_file())
        self.desk.register.import_staff(self.staff_file())

    def plans_file(self, rows: list[PlanRow]) -> Path:
        work_sheets.write_plans(self.folder / "skp.xlsx", rows)
        return self.folder / "skp.xlsx"

    def actuals_file(self, rows: list[ActualRow]) -> Path:
        work_sheets.write_actuals(self.folder / "realisasi.xlsx", rows)
        return self.folder / "realisasi.xlsx"

    def ratings_file(self, rows: list[RatingRow]) -> Path:
        work_sheets.write_ratings(self.folder / "rating.xlsx", rows)
        return self.folder / "rating.xlsx"

    def levels_file(self, rows: list[LevelRow] | None = None) -> Path:
        work_sheets.write_levels(self.folder / "capaian.xlsx", LEVELS if rows is None else rows)
        return self.folder / "capaian.xlsx"

    def plan_everybody(self) -> None:
        """Plans, actuals, levels and ratings for everybody who can be rated."""
        workers = [NIPS[name] for name in ("bidang", "nurse", "clerk", "pharmacist")]
        rows = plan_rows(NIPS["head"], is_leader=True)
        for nip in workers:
            rows += plan_rows(nip)
        self.desk.planning.import_plans(self.plans_file(rows))
        everybody = [NIPS["head"], *workers]
        self.desk.execution.import_actuals(self.actuals_file([row for nip in everybody for row in actual_rows(nip)]))
        self.desk.assessment.import_ratings(self.levels_file())
        self.desk.assessment.import_ratings(self.ratings_file([rating_row(nip) for nip in everybody]))


@contextmanager
def office(
    folder: Path,
    code: str = "3372",
    name: str = "Pemerintah Kota Uji",
    is_region: bool = False,
    practice: Practice = Practice.NONE,
    device: str = "PC01",
    database: Any = None,
) -> Iterator[Office]:
    """An office in a folder, or with its rows in a server's database: made at the first call, opened again later."""
    folder.mkdir(parents=True, exist_ok=True)
    moment = [datetime(2026, 1, 12, 8, 0, tzinfo=UTC)]
    store = folder / "store"
    if not store.exists():
        info = AgencyInfo(code, name, is_region, device, "Surakarta", "REG33", practice)
        if database is None:
            create_store(store, info, PASSPHRASE, lambda: moment[0])
        else:
            join_server(store, database.place(), database.clerk_password, info, PASSPHRASE)
    with open_desk(store, PASSPHRASE, "penguji", lambda: moment[0]) as desk:
        yield Office(folder, desk, moment)
