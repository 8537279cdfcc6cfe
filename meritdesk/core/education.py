"""The level of an education out of the words in which a register writes it; the words are the register's, not law."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class EducationLevel(StrEnum):
    """How far somebody went to school, lowest first; professions and D-IV count as S-1 (PermenPANRB 38/2018)."""

    PRIMARY = "PRIMARY"
    LOWER_SECONDARY = "LOWER_SECONDARY"
    UPPER_SECONDARY = "UPPER_SECONDARY"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"


_WORDS: tuple[tuple[EducationLevel, tuple[str, ...]], ...] = (
    (EducationLevel.S3, ("S3", "S 3", "DOKTOR", "STRATA III", "STRATA 3")),
    (EducationLevel.S2, ("S2", "S 2", "MAGISTER", "MASTER", "STRATA II", "STRATA 2", "SPESIALIS")),
    (
        EducationLevel.S1,
        ("S1", "S 1", "SARJANA", "STRATA I", "STRATA 1", "DIV", "D IV", "D4", "D 4", "DIPLOMA IV", "DIPLOMA 4",
         "PROFESI", "NERS", "APOTEKER", "DOKTER"),
    ),
    (EducationLevel.D3, ("DIII", "D III", "D3", "D 3", "DIPLOMA III", "DIPLOMA 3", "SARJANA MUDA", "AKADEMI")),
    (EducationLevel.D2, ("DII", "D II", "D2", "D 2", "DIPLOMA II", "DIPLOMA 2")),
    (EducationLevel.D1, ("DI", "D I", "D1", "D 1", "DIPLOMA I", "DIPLOMA 1")),
    (EducationLevel.UPPER_SECONDARY, ("SLTA", "SMA", "SMU", "SMK", "MA", "STM", "SMEA",
      "SPG", "SMKK", "SEKOLAH MENENGAH ATAS")),
    (EducationLevel.LOWER_SECONDARY, ("SLTP", "SMP", "MTS", "SEKOLAH MENENGAH PERTAMA")),
    (EducationLevel.PRIMARY, ("SD", "MI", "SEKOLAH DASAR")),
)  # fmt: skip
_LONGEST_FIRST = sorted(
    ((word, level) for level, words in _WORDS for word in words), key=lambda one: (-len(one[0]), one[0])
)
_NOT_WORD = re.compile(r"[^0-9A-Z]+")


@lru_cache(maxsize=4096)
def education_level(text: str) -> EducationLevel | None:
    """The level that a text begins with; ``S-1/Sarjana``, ``D-III KEBIDANAN`` and ``SLTA Kejuruan`` are all met.

    Nothing where the text says no level, such as the bare name of a subject.
    """
    words = f"{_NOT_WORD.sub(' ', text.upper()).strip()} "
    return next((level for word, level in _LONGEST_FIRST if words.startswith(f"{word} ")), None)
