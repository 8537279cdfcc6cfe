"""The kinds of files that the desk takes over from spreadsheets, each with its words and its verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.fill_sheets import CorrectionOutcome, FillSheets
from meritdesk.services.ports import Source


@dataclass(frozen=True, slots=True)
class ImportVerb:
    """One kind of file that can be taken over: what the clerk reads about it, and the verb of the desk.

    ``layouts`` are the names of the layouts that it reads. ``run`` gets the file or table, the progress, whether it is
    a dry run, and whether the option was ticked. The texts are functions, because the language can change while the
    window is open. ``corrections`` writes the sheet again with a comment at each refused cell, where the kind of file
    can go back to those who filled it in. ``is_in_portions`` says that very long files are written a portion at a time.
    """

    name: Callable[[], str]
    hint: Callable[[], str]
    run: Callable[[Source, Step, bool, bool], ImportOutcome]
    layouts: tuple[str, ...]
    option: Callable[[], str] | None = None
    corrections: Callable[[Source, Path, Step], CorrectionOutcome] | None = None
    is_in_portions: bool = False


def units_verb(desk: Desk) -> ImportVerb:
    """The unit file (UNOR / SOTK)."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Units (UNOR / SOTK)"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "The unit file as SIASN gives it. Import the units before the staff, so that everybody finds their place.",
        ),
        lambda path, step, is_dry, attach: desk.register.import_units(path, step, is_dry, attach),
        ("UNITS",),
        option=lambda: QCoreApplication.translate(
            "ImportVerbs", "Attach units whose parent is missing below the root unit"
        ),
    )


def staff_verb(desk: Desk) -> ImportVerb:
    """The staff file (Profil ASN)."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Staff (ASN profile)"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "The staff file as SIASN gives it. Blank cells never overwrite what is known; "
            "a NIP destroyed by a spreadsheet is refused.",
        ),
        lambda path, step, is_dry, _: desk.register.import_staff(path, step, is_dry),
        ("STAFF",),
    )


def plans_verb(desk: Desk) -> ImportVerb:
    """Plans (SKP)."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Plans (SKP)"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per indicator, special expectation or annex line. "
            "A complete plan is fixed, an incomplete one stays a draft with a remark.",
        ),
        lambda path, step, is_dry, _: desk.planning.import_plans(path, step, is_dry),
        ("PLANS",),
    )


def actuals_verb(desk: Desk) -> ImportVerb:
    """Actuals of a period."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Actuals"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per indicator and period with what was achieved. Rows of closed evaluations are refused.",
        ),
        lambda path, step, is_dry, _: desk.execution.import_actuals(path, step, is_dry),
        ("ACTUALS",),
    )


def ratings_verb(desk: Desk) -> ImportVerb:
    """Ratings of people, or levels of units."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Ratings or levels"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per person with both ratings, or one row per unit with its level: "
            "the headings say which. Closed evaluations are refused.",
        ),
        lambda path, step, is_dry, _: desk.assessment.import_ratings(path, step, is_dry),
        ("RATINGS", "LEVELS"),
    )


def actual_sheets_verb(desk: Desk) -> ImportVerb:
    """Fill-in sheets of actuals that come back from a unit."""
    return _sheets_verb(
        lambda: QCoreApplication.translate("ImportVerbs", "Fill-in sheet: actuals"), desk.execution.sheets
    )


def rating_sheets_verb(desk: Desk) -> ImportVerb:
    """Fill-in sheets of ratings that come back from a rater."""
    return _sheets_verb(
        lambda: QCoreApplication.translate("ImportVerbs", "Fill-in sheet: ratings"), desk.assessment.sheets
    )


def plan_sheets_verb(desk: Desk) -> ImportVerb:
    """Fill-in sheets of plans that come back from a unit."""
    return _sheets_verb(lambda: QCoreApplication.translate("ImportVerbs", "Fill-in sheet: plans"), desk.planning.sheets)


def _sheets_verb(name: Callable[[], str], sheets: FillSheets) -> ImportVerb:
    return ImportVerb(
        name,
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "A sheet that MeritDesk wrote for a unit, filled in. Only cells that the unit touched count; "
            "what the desk changed meanwhile is never overwritten.",
        ),
        lambda path, step, is_dry, _: sheets.take(path, step, is_dry),
        (f"FILL_{sheets.kind.value}",),
        corrections=sheets.write_corrections,
    )


def agreements_verb(desk: Desk) -> ImportVerb:
    """Performance agreements of units."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Performance agreements"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per indicator of a unit, with target, trajectory and the indicator above that it serves. "
            "Blank cells never overwrite a trajectory that is known.",
        ),
        lambda path, step, is_dry, _: desk.planning.agreement.import_agreements(path, step, is_dry),
        ("AGREEMENTS",),
    )


def unit_actuals_verb(desk: Desk) -> ImportVerb:
    """Figures of units on their own indicators."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Figures of units"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per indicator and period with what the unit reached; a percentage where it cannot be measured.",
        ),
        lambda path, step, is_dry, _: desk.planning.kpi.import_actuals(path, step, is_dry),
        ("UNIT_ACTUALS",),
    )


def kpi_year_verb(desk: Desk) -> ImportVerb:
    """Indicators over the year: targets, trajectories and figures in one row."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Indicators over the year"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per indicator: UNOR ID, TAHUN, NO, and a column for each period, TARGET TW1 or REALISASI JAN. "
            "What a row leaves blank stays as it is.",
        ),
        lambda path, step, is_dry, _: desk.planning.indicators.import_file(path, step, is_dry),
        ("KPI",),
    )


def budgets_verb(desk: Desk) -> ImportVerb:
    """Budget absorption of units by month."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Budget absorption"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row per unit and month: UNOR ID, PERIODE, PAGU BULAN, REALISASI ANGGARAN. It stands beside the "
            "indicators and counts in performance pay.",
        ),
        lambda path, step, is_dry, _: desk.planning.budgets.import_months(path, step, is_dry),
        ("BUDGETS",),
    )


def old_years_verb(desk: Desk) -> ImportVerb:
    """Old papers, or the lines of old SKPs."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Evaluations of old years"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row a paper (scores), or one row an SKP line; the headings say which. "
            "2021 has two papers: January-June and July-December.",
        ),
        lambda path, step, is_dry, _: desk.assessment.old_years.import_papers(path, step, is_dry),
        ("OLD_YEARS", "OLD_LINES"),
    )


def holidays_verb(desk: Desk) -> ImportVerb:
    """The holiday table of the office."""
    return ImportVerb(
        lambda: QCoreApplication.translate("HolidaysTab", "Holidays"),
        lambda: QCoreApplication.translate(
            "HolidaysTab",
            "One row a day: TANGGAL and NAMA HARI LIBUR; JENIS LIBUR, MERAGUKAN, TETAP MASUK KERJA and SUMBER if "
            "you have them.",
        ),
        lambda path, step, is_dry, _: desk.upkeep.holidays.import_file(path, step, is_dry),
        ("HOLIDAYS",),
    )


def trainings_verb(desk: Desk) -> ImportVerb:
    """The register of training."""
    return ImportVerb(
        lambda: QCoreApplication.translate("Talent", "Trainings"),
        lambda: QCoreApplication.translate(
            "Talent",
            "One row a certificate: NIP, JENIS PELATIHAN, NAMA PELATIHAN, TANGGAL PELATIHAN; JP, NOMOR SERTIFIKAT and "
            "PENYELENGGARA if you have them.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.trainings.import_file(path, step, is_dry),
        ("TRAININGS",),
    )


def scores_verb(desk: Desk) -> ImportVerb:
    """Results of the assessment centre."""
    return ImportVerb(
        lambda: QCoreApplication.translate("Talent", "Results of the assessment centre"),
        lambda: QCoreApplication.translate(
            "Talent",
            "One row a person and day: NIP, TANGGAL ASESMEN, NILAI POTENSI; NILAI KOMPETENSI and LEMBAGA PENILAI if "
            "you have them.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.potentials.import_file(path, step, is_dry),
        ("SCORES",),
    )


def merit_verb(desk: Desk) -> ImportVerb:
    """Levels of the self-assessment of the merit system."""
    return ImportVerb(
        lambda: QCoreApplication.translate("Talent", "Levels of the merit system"),
        lambda: QCoreApplication.translate(
            "Talent",
            "One row a sub-aspect: TAHUN, KODE SUB ASPEK, TINGKAT, ALASAN; RENCANA TINDAK LANJUT and BATAS TINDAK "
            "LANJUT if you have them.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.merit.import_levels(path, step, is_dry),
        ("MERIT_LEVELS",),
    )


def attendance_verb(desk: Desk) -> ImportVerb:
    """Fingerprint files in either shape."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Fingerprint file"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row a tap, or one row a person and day: the headings say which. Machine numbers that nobody knows are "
            "refused and asked about in the tab Attendance; import the same file again afterwards.",
        ),
        lambda path, step, is_dry, _: desk.timekeeping.attendance.import_file(path, step, is_dry),
        ("ATTENDANCE_TAPS", "ATTENDANCE_DAYS"),
        is_in_portions=True,
    )


def machine_ids_verb(desk: Desk) -> ImportVerb:
    """Whose the numbers of the machines are."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Machine numbers"),
        lambda: QCoreApplication.translate("ImportVerbs", "One row a number: NOMOR MESIN and NIP."),
        lambda path, step, is_dry, _: desk.timekeeping.attendance.import_ids(path, step, is_dry),
        ("MACHINE_IDS",),
    )


def absences_verb(desk: Desk) -> ImportVerb:
    """Letters of absence."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Letters of absence"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row a letter: NIP, JENIS KETIDAKHADIRAN, MULAI TANGGAL, SAMPAI TANGGAL, NOMOR SURAT.",
        ),
        lambda path, step, is_dry, _: desk.timekeeping.letters.import_file(path, step, is_dry),
        ("ABSENCES",),
    )


def rosters_verb(desk: Desk) -> ImportVerb:
    """Rosters of shifts."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Roster of shifts"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row a person and day: NIP, TANGGAL, KODE SHIFT. Whoever has a roster in a month works by it alone.",
        ),
        lambda path, step, is_dry, _: desk.timekeeping.calendars.import_roster(path, step, is_dry),
        ("ROSTERS",),
    )


def activities_verb(desk: Desk) -> ImportVerb:
    """Daily logs."""
    return ImportVerb(
        lambda: QCoreApplication.translate("ImportVerbs", "Daily activity"),
        lambda: QCoreApplication.translate(
            "ImportVerbs",
            "One row an activity: NIP, TANGGAL, JAM MULAI, JAM SELESAI, AKTIVITAS, BUKTI AKTIVITAS. "
            "What was validated is never overwritten.",
        ),
        lambda path, step, is_dry, _: desk.timekeeping.activity.import_file(path, step, is_dry),
        ("ACTIVITIES",),
        is_in_portions=True,
    )


def pay_amounts_verb(desk: Desk) -> ImportVerb:
    """Basic amounts of performance pay."""
    return ImportVerb(
        lambda: QCoreApplication.translate("PayInputs", "Pay: basic amounts"),
        lambda: QCoreApplication.translate(
            "PayInputs",
            "One row an employee (NIP), post (JABATAN) or post class (KELAS JABATAN) with TMT BESARAN and a column for "
            "each component: BEBAN KERJA, PRESTASI KERJA, KONDISI KERJA ...",
        ),
        lambda path, step, is_dry, _: desk.follow_up.pay.inputs.import_amounts(path, step, is_dry),
        ("PAY_AMOUNTS",),
    )


def pay_inputs_verb(desk: Desk) -> ImportVerb:
    """Inputs of pay months."""
    return ImportVerb(
        lambda: QCoreApplication.translate("PayInputs", "Pay: inputs of a month"),
        lambda: QCoreApplication.translate(
            "PayInputs",
            "One row a fact: PERIODE, JENIS DATA TPP (SERAPAN ANGGARAN, LHKPN, INOVASI, KEGIATAN NEGATIF), NIP or "
            "UNIT, NILAI DATA TPP.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.pay.inputs.import_file(path, step, is_dry),
        ("PAY_INPUTS",),
    )


def sanctions_verb(desk: Desk) -> ImportVerb:
    """Decisions of the discipline register."""
    return ImportVerb(
        lambda: QCoreApplication.translate("DisciplineTab", "Disciplinary sanctions"),
        lambda: QCoreApplication.translate(
            "DisciplineTab",
            "One row a decision: NIP, JENIS HUKUMAN DISIPLIN, NOMOR SK HUKUMAN, TANGGAL SK HUKUMAN, PEJABAT YANG "
            "MENGHUKUM, ALASAN HUKUMAN. Only you can read what you import.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.discipline.import_file(path, step, is_dry),
        ("SANCTIONS",),
    )


def credit_items_verb(desk: Desk) -> ImportVerb:
    """Earlier credit points."""
    return ImportVerb(
        lambda: QCoreApplication.translate("Recognition", "Earlier credit points"),
        lambda: QCoreApplication.translate(
            "Recognition",
            "One row a letter: NIP, JENIS ANGKA KREDIT (AK DASAR, AK JF LAMA, AK KONVERSI ...), PERIODE MULAI and "
            "PERIODE SAMPAI, or PERIODE, ANGKA KREDIT, NOMOR PAK.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.credit_history.import_file(path, step, is_dry),
        ("CREDIT_ITEMS",),
    )


def habits_verb(desk: Desk) -> ImportVerb:
    """Entries of the register of habits."""
    return ImportVerb(
        lambda: QCoreApplication.translate("Recognition", "Working habits"),
        lambda: QCoreApplication.translate(
            "Recognition",
            "One row an entry: NIP, JENIS KEBIASAAN, TANGGAL TERLIHAT, JUMLAH KEJADIAN, URAIAN KEBIASAAN. Only you can "
            "read what you import.",
        ),
        lambda path, step, is_dry, _: desk.follow_up.habits.import_file(path, step, is_dry),
        ("HABITS",),
    )


def every_verb(desk: Desk) -> tuple[ImportVerb, ...]:
    """All kinds, in the order in which an office fills its desk."""
    return (
        units_verb(desk),
        staff_verb(desk),
        agreements_verb(desk),
        unit_actuals_verb(desk),
        kpi_year_verb(desk),
        budgets_verb(desk),
        plans_verb(desk),
        actuals_verb(desk),
        ratings_verb(desk),
        old_years_verb(desk),
        holidays_verb(desk),
        trainings_verb(desk),
        scores_verb(desk),
        merit_verb(desk),
        pay_amounts_verb(desk),
        pay_inputs_verb(desk),
        sanctions_verb(desk),
        credit_items_verb(desk),
        habits_verb(desk),
        plan_sheets_verb(desk),
        actual_sheets_verb(desk),
        rating_sheets_verb(desk),
        attendance_verb(desk),
        machine_ids_verb(desk),
        absences_verb(desk),
        rosters_verb(desk),
        activities_verb(desk),
    )
