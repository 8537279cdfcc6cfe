"""The words that stand in clerks' spreadsheets, and what they mean to the office.

Words are compared in capitals without signs (``LAKI-LAKI`` and ``laki laki`` are one); nothing is guessed from part of
a word except where the national system itself adds a tail (``PPPK Guru``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Rating
from meritdesk.core.old_years import OldAspect
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, Sex
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, Perspective, ResultKind

_SIGNS = re.compile(r"[^0-9A-Z]+")
_EMPTY = frozenset({"", "-", "--", "0", "NULL", "N/A", "NONE", "(NULL)", "NIL"})
_LONGEST_EMPTY = max(map(len, _EMPTY))
_PNS_GRADE = re.compile(r"\(?(IV|I{1,3})\s*[/.\-]\s*([A-Ea-e])\)?")
_PPPK_GRADE = re.compile(r"(?:GOLONGAN|GOL)?\.?\s*(XVII|XVI|XV|XIV|XIII|XII|XI|X|IX|VIII|VII|VI|V|IV|III|II|I)")
_ECHELON = re.compile(r"(IV|V|I{1,3})(?:\s*[/.\- ]?\s*([A-E]))?")
_GRADE_LIMITS = {"I": "abcd", "II": "abcd", "III": "abcd", "IV": "abcde"}

SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("M", "L", "1", "PRIA", "LAKI LAKI", "LAKI", "MALE", "LK"), Sex.MALE),
    **dict.fromkeys(("F", "P", "2", "WANITA", "PEREMPUAN", "FEMALE", "PR"), Sex.FEMALE),
}

STATUSES: Mapping[str, LegalStatus] = {
    **dict.fromkeys(("AKTIF", "PNS AKTIF", "CPNS AKTIF", "PPPK AKTIF", "AKTIF BEKERJA"), LegalStatus.ACTIVE),
    **dict.fromkeys(("TUGAS BELAJAR", "TUBEL", "IZIN BELAJAR", "SEDANG TUGAS BELAJAR"), LegalStatus.STUDY_LEAVE),
    **dict.fromkeys(
        ("DIPERBANTUKAN", "DIPEKERJAKAN", "PENUGASAN", "PENUGASAN KHUSUS", "PEGAWAI TITIPAN"), LegalStatus.SECONDED
    ),
    **dict.fromkeys(
        ("CLTN", "PERPANJANGAN CLTN", "CUTI DI LUAR TANGGUNGAN NEGARA", "CUTI DILUAR TANGGUNGAN NEGARA"),
        LegalStatus.UNPAID_LEAVE,
    ),
    **dict.fromkeys(
        ("PEMBERHENTIAN SEMENTARA", "DIBERHENTIKAN SEMENTARA", "PENERIMA UANG TUNGGU", "UANG TUNGGU"),
        LegalStatus.SUSPENDED,
    ),
    **dict.fromkeys(("MASA PERSIAPAN PENSIUN", "MPP", "BEBAS TUGAS MPP"), LegalStatus.PRE_PENSION),
    **dict.fromkeys(
        ("PENSIUN", "BERHENTI", "MENINGGAL", "MENINGGAL DUNIA", "DIBERHENTIKAN", "PINDAH INSTANSI", "PINDAH",
         "MENGUNDURKAN DIRI", "TEWAS", "HILANG", "PUTUS KONTRAK", "BUP"),
        LegalStatus.LEFT,
    ),
}  # fmt: skip

JOB_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("1", "STRUKTURAL", "JABATAN STRUKTURAL"), "STRUCTURAL"),
    **dict.fromkeys(
        ("2", "FUNGSIONAL TERTENTU", "JABATAN FUNGSIONAL TERTENTU", "FUNGSIONAL", "JABATAN FUNGSIONAL", "JF", "JFT"),
        "FUNCTIONAL",
    ),
    **dict.fromkeys(
        ("4", "FUNGSIONAL UMUM", "JABATAN FUNGSIONAL UMUM", "PELAKSANA", "JABATAN PELAKSANA", "JFU"), "STAFF"
    ),
}

APPROACHES: Mapping[str, Approach] = {
    **dict.fromkeys(("KUALITATIF", "QUAL"), Approach.QUALITATIVE),
    **dict.fromkeys(("KUANTITATIF", "QUANT"), Approach.QUANTITATIVE),
}
SECTIONS: Mapping[str, str] = {
    "HASIL KERJA": "RESULT",
    "EKSPEKTASI": "EXPECTATION",
    "EKSPEKTASI KHUSUS": "EXPECTATION",
    "DUKUNGAN SUMBER DAYA": "RESOURCES",
    "SKEMA PERTANGGUNGJAWABAN": "ACCOUNTABILITY",
    "KONSEKUENSI": "CONSEQUENCES",
}
RESULT_KINDS: Mapping[str, ResultKind] = {"UTAMA": ResultKind.MAIN, "TAMBAHAN": ResultKind.ADDITIONAL}
ASPECTS: Mapping[str, Aspect] = {
    "KUANTITAS": Aspect.QUANTITY,
    "KUALITAS": Aspect.QUALITY,
    "WAKTU": Aspect.TIME,
    "BIAYA": Aspect.COST,
}
PERSPECTIVES: Mapping[str, Perspective] = {
    "PENERIMA LAYANAN": Perspective.RECIPIENT,
    "PROSES BISNIS": Perspective.PROCESS,
    "PENGUATAN INTERNAL": Perspective.STRENGTHENING,
    "ANGGARAN": Perspective.BUDGET,
}
DIRECTIONS: Mapping[str, Direction] = {
    **dict.fromkeys(("NAIK", "LEBIH BESAR LEBIH BAIK", "MAKSIMALKAN"), Direction.MORE),
    **dict.fromkeys(("TURUN", "LEBIH KECIL LEBIH BAIK", "MINIMALKAN"), Direction.LESS),
}
VALUES: Mapping[str, BehaviourValue] = {
    "BERORIENTASI PELAYANAN": BehaviourValue.SERVICE,
    "AKUNTABEL": BehaviourValue.ACCOUNTABLE,
    "KOMPETEN": BehaviourValue.COMPETENT,
    "HARMONIS": BehaviourValue.HARMONIOUS,
    "LOYAL": BehaviourValue.LOYAL,
    "ADAPTIF": BehaviourValue.ADAPTIVE,
    "KOLABORATIF": BehaviourValue.COLLABORATIVE,
}

OLD_ASPECTS: Mapping[str, OldAspect] = {
    "ORIENTASI PELAYANAN": OldAspect.SERVICE,
    "INTEGRITAS": OldAspect.INTEGRITY,
    "KOMITMEN": OldAspect.COMMITMENT,
    "DISIPLIN": OldAspect.DISCIPLINE,
    "INISIATIF KERJA": OldAspect.INITIATIVE,
    "KERJA SAMA": OldAspect.COOPERATION,
    "KEPEMIMPINAN": OldAspect.LEADERSHIP,
}


def _three_steps(above: str, meets: str, below: str) -> dict[str, str]:
    """The spellings of the three ratings; 1, 2, 3 are the codes of the national system (other-rules 9.4)."""
    return {
        **dict.fromkeys(("DIATAS EKSPEKTASI", "DI ATAS EKSPEKTASI", "DIATAS", "DI ATAS", "ATAS", "A", "1"), above),
        **dict.fromkeys(("SESUAI EKSPEKTASI", "SESUAI", "S", "2"), meets),
        **dict.fromkeys(("DIBAWAH EKSPEKTASI", "DI BAWAH EKSPEKTASI", "DIBAWAH", "DI BAWAH", "BAWAH", "B", "3"), below),
    }


RATINGS: Mapping[str, Rating] = {word: Rating(name) for word, name in _three_steps("ABOVE", "MEETS", "BELOW").items()}
CLASSES: Mapping[str, IndicatorClass] = {word: IndicatorClass(rating.value) for word, rating in RATINGS.items()}
LEVELS: Mapping[str, OrgLevel] = {
    "ISTIMEWA": OrgLevel.OUTSTANDING,
    "BAIK": OrgLevel.GOOD,
    **dict.fromkeys(("BUTUH PERBAIKAN", "CUKUP"), OrgLevel.NEEDS_IMPROVEMENT),
    "KURANG": OrgLevel.POOR,
    "SANGAT KURANG": OrgLevel.VERY_POOR,
}
YES_OR_NO: Mapping[str, bool] = {
    **dict.fromkeys(("YA", "Y", "1", "TRUE"), True),
    **dict.fromkeys(("TIDAK", "T", "TDK", "FALSE"), False),
}


def usual(words: Mapping[str, object]) -> tuple[str, ...]:
    """One word for each meaning, the first that is known: what a clerk is offered."""
    seen: dict[object, str] = {}
    for spelt, meaning in words.items():
        seen.setdefault(meaning, spelt)
    return tuple(seen.values())


@lru_cache(maxsize=20_000)
def word(text: str) -> str:
    """A word in the form in which words are compared: capitals, signs as one blank."""
    return _SIGNS.sub(" ", text.upper()).strip()


def is_empty(text: str) -> bool:
    """Whether a cell of the national system says nothing: blank, ``-``, ``0`` or ``NULL`` (layouts 1)."""
    return len(text) <= _LONGEST_EMPTY and (text in _EMPTY or text.upper() in _EMPTY)


@lru_cache(maxsize=5_000)
def read_grade(text: str) -> str | None:
    """``III/c`` for a civil servant, ``IX`` for PPPK; nothing when the cell is neither."""
    bare = text.strip()
    found = [match for match in _PNS_GRADE.finditer(bare) if match[2].lower() in _GRADE_LIMITS[match[1]]]
    if len(found) == 1:
        return f"{found[0][1]}/{found[0][2].lower()}"
    plain = _PPPK_GRADE.fullmatch(bare.upper())
    return plain[1] if plain else None


@lru_cache(maxsize=1_000)
def read_echelon(text: str) -> str | None:
    """``II.b`` from ``II.b``, ``II/B``, ``IIB`` or the code ``22``; ``II`` where only that is said.

    Empty for ``99`` (none); nothing if unknown.
    """
    bare = word(text)
    if bare in ("99", "NON ESELON", "NON", "TIDAK ADA"):
        return ""
    if len(bare) == 2 and bare[0] in "12345" and bare[1] in "12345":
        return f"{('I', 'II', 'III', 'IV', 'V')[int(bare[0]) - 1]}.{'abcde'[int(bare[1]) - 1]}"
    match = _ECHELON.fullmatch(bare.removeprefix("ESELON").strip())
    if match is None:
        return None
    return f"{match[1]}.{match[2].lower()}" if match[2] else match[1]


def read_employment(status: str, kind: str, grade: str | None) -> EmploymentType | None:
    """PNS, CPNS or PPPK from STATUS CPNS PNS, JENIS PEGAWAI NAMA and, where both are silent, the shape of the grade."""
    spelt = word(kind)
    if "PPPK" in spelt or "P3K" in spelt or "PERJANJIAN KERJA" in spelt:
        return EmploymentType.PPPK
    flag = word(status)
    if flag in ("C", "CPNS") or spelt.startswith("CPNS"):
        return EmploymentType.CPNS
    if flag in ("P", "PNS") or spelt.startswith("PNS"):
        return EmploymentType.PNS
    if grade:
        return EmploymentType.PNS if "/" in grade else EmploymentType.PPPK
    return None


def position_kind(job_kind: str, echelon: str) -> PositionKind | None:
    """The kind of post from JENIS JABATAN and ESELON (other-rules 9.3); nothing for a structural post without echelon.

    Echelon I and II are high leadership, III administrator, IV supervisor, V counts as staff.
    """
    if job_kind == "FUNCTIONAL":
        return PositionKind.JF
    if job_kind == "STAFF":
        return PositionKind.STAFF
    return {
        "I": PositionKind.JPT,
        "II": PositionKind.JPT,
        "III": PositionKind.ADMINISTRATOR,
        "IV": PositionKind.SUPERVISOR,
        "V": PositionKind.STAFF,
    }.get(echelon.partition(".")[0])
