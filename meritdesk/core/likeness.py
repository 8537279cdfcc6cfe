"""Which of our fields a column of a foreign file may be: by the likeness of its heading, and by what stands in it.

Only a proposal; the clerk decides. A column is proposed for one field and a field for one column, the likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from meritdesk.core.given import FileColumn, Layout

ENOUGH = 62
"""From what likeness, of 100, a column is proposed."""

_APART = re.compile(r"[^A-Z0-9]+")
_NIP = re.compile(r"(?:19|20)\d{16}|(?:1[.,]9|2[.,]0)\d*E\+17")
_PHRASES = (
    ("NOMOR INDUK PEGAWAI", "NIP"),
    ("NOMOR INDUK", "NIP"),
    ("NO INDUK", "NIP"),
    ("N I P", "NIP"),
    ("NAMA PEGAWAI", "NAMA"),
    ("STATUS KEPEGAWAIAN", "JENIS PEGAWAI"),
    ("STATUS PEGAWAI", "JENIS PEGAWAI"),
    ("L P", "JENIS KELAMIN"),
)
_SAME_WORDS: Mapping[str, str] = {
    "LENGKAP": "", "KODE": "ID", "NOMOR": "NO", "TGL": "TANGGAL", "TGLLAHIR": "TANGGAL LAHIR",
    "GOL": "GOLONGAN", "GOLRUANG": "GOLONGAN", "PANGKAT": "GOLONGAN", "JK": "JENIS KELAMIN", "LP": "JENIS KELAMIN",
    "KELAMIN": "JENIS KELAMIN", "OPD": "UNIT KERJA", "SKPD": "UNIT KERJA", "UNOR": "UNIT KERJA", "JAB": "JABATAN",
    "TH": "TAHUN", "THN": "TAHUN", "KET": "KETERANGAN", "INDUK": "ATASAN", "PARENT": "ATASAN ID", "NAME": "NAMA",
    "GENDER": "JENIS KELAMIN", "UNIT": "UNIT KERJA",
}  # fmt: skip


def likeness(heading: str, accepted: str) -> int:
    """How alike two headings are, of 100: words in common count for more than letters in common."""
    one, other = _words(heading), _words(accepted)
    if not one or not other:
        return 0
    if one == other:
        return 100
    shared = set(one) & set(other)
    by_words = 200 * len(shared) // (len(set(one)) + len(set(other)))
    ratio = SequenceMatcher(None, " ".join(one), " ".join(other)).ratio()
    return max(by_words, int(ratio * 100)) - 1


def proposed(columns: Sequence[FileColumn], layout: Layout) -> dict[str, str]:
    """For each field the column that it may stand in; fields without a likely column are left out."""
    scores: list[tuple[int, int, int, str, str]] = []
    for place, column in enumerate(columns):
        holds_nip = bool(column.samples) and 2 * sum(map(_is_nip, column.samples)) >= len(column.samples)
        for order, (name, accepted) in enumerate(layout.columns.items()):
            score = max(likeness(column.name, heading) for heading in accepted)
            if name == "nip":
                score = max(score, 98 if holds_nip else 0) if holds_nip or not any(column.samples) else score // 2
            elif holds_nip and "nip" not in name:
                score //= 2
            if score >= ENOUGH:
                scores.append((-score, order, place, name, column.name))
    found: dict[str, str] = {}
    used: set[int] = set()
    for _, _, place, name, heading in sorted(scores):
        if name not in found and place not in used:
            found[name] = heading
            used.add(place)
    return {name: found[name] for name in layout.columns if name in found}


def _words(heading: str) -> tuple[str, ...]:
    plain = _APART.sub(" ", heading.upper()).strip()
    for phrase, meaning in _PHRASES:
        plain = f" {plain} ".replace(f" {phrase} ", f" {meaning} ").strip()
    return tuple(word for one in plain.split() for word in _SAME_WORDS.get(one, one).split())


def _is_nip(sample: str) -> bool:
    return _NIP.fullmatch(sample.replace(" ", "").lstrip("'")) is not None
