"""How the cells of a fill-in sheet look and read: headings, widths and words of each kind (docs/import-layouts.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from meritdesk.core.fill_sheet import FillKind
from meritdesk.exchange.sheet_words import (
    APPROACHES,
    ASPECTS,
    CLASSES,
    DIRECTIONS,
    PERSPECTIVES,
    RATINGS,
    RESULT_KINDS,
    SECTIONS,
    VALUES,
)
from meritdesk.exchange.sheets import normal_heading

KEY_HEADING = "KUNCI"
STORE_SHEET = "_meritdesk"
MAGIC = "MERITDESK LEMBAR ISIAN"


@dataclass(frozen=True, slots=True)
class CellLook:
    """One column on the sheet: its heading, its width in characters, what a clerk is told at the cell, and its words.

    ``reads`` are all spellings of a choice that are understood; ``says`` is the one that is written for a token.
    """

    heading: str
    width: int
    hint: str = ""
    reads: Mapping[str, str] = field(default_factory=dict)

    @property
    def says(self) -> dict[str, str]:
        """For each token the word that is written: the first that is known."""
        written: dict[str, str] = {}
        for spelt, token in self.reads.items():
            written.setdefault(token, spelt)
        return written


def _tokens(words: Mapping[str, StrEnum]) -> dict[str, str]:
    return {spelt: meaning.value for spelt, meaning in words.items()}


_RATING_HINT = "Pilih satu: DIATAS, SESUAI, atau DIBAWAH EKSPEKTASI."
_PEOPLE = {"nip": CellLook("NIP", 21), "name": CellLook("NAMA", 28)}

LOOKS: Mapping[FillKind, Mapping[str, CellLook]] = {
    FillKind.ACTUALS: {
        **_PEOPLE,
        "result_number": CellLook("NO HASIL KERJA", 8),
        "result": CellLook("HASIL KERJA", 36),
        "indicator_number": CellLook("NO INDIKATOR", 10),
        "indicator": CellLook("INDIKATOR", 36),
        "target": CellLook("TARGET", 18),
        "text": CellLook("REALISASI", 36, "Tulis realisasi seperti akan tercetak, misalnya: 85 % menurut laporan."),
        "value": CellLook("NILAI REALISASI", 14, "Angka saja, dalam satuan target, misalnya 85 atau 87,5."),
        "evidence": CellLook("BUKTI DUKUNG", 30, "Nama atau nomor bukti yang menunjukkan hasil, bukan kegiatan."),
        "documented_on": CellLook("TANGGAL", 12, "Tanggal bukti, misalnya 31-12-2025."),
        "feedback": CellLook("UMPAN BALIK", 32, "Umpan balik pimpinan atas hasil ini, bila ada."),
        "class": CellLook(
            "PENILAIAN PIMPINAN", 24, "Hanya bila pimpinan menilai lain dari angkanya; isi ALASAN.", _tokens(CLASSES)
        ),
        "reason": CellLook("ALASAN", 30, "Wajib diisi bila PENILAIAN PIMPINAN diisi."),
    },
    FillKind.RATINGS: {
        **_PEOPLE,
        "position": CellLook("JABATAN", 30),
        "suggested": CellLook("USULAN HASIL KERJA", 22, reads=_tokens(RATINGS)),
        "result": CellLook("RATING HASIL KERJA", 24, _RATING_HINT, _tokens(RATINGS)),
        "behaviour": CellLook("RATING PERILAKU KERJA", 24, _RATING_HINT, _tokens(RATINGS)),
        "reason": CellLook("ALASAN", 30, "Wajib diisi bila rating berbeda dari usulan."),
        "note": CellLook("CATATAN", 30, "Catatan atau rekomendasi untuk dokumen evaluasi."),
        **{value.value: CellLook(f"UMPAN BALIK {name}", 26) for name, value in VALUES.items()},
    },
    FillKind.PLANS: {
        **_PEOPLE,
        "approach": CellLook("PENDEKATAN", 14, "Sama untuk semua baris satu pegawai.", _tokens(APPROACHES)),
        "section": CellLook("BAGIAN", 24, "Pilih bagian SKP untuk baris baru.", SECTIONS),
        "number": CellLook("NO", 6, "Nomor hasil kerja; satu nomor untuk satu hasil kerja."),
        "kind": CellLook("JENIS", 12, "UTAMA atau TAMBAHAN.", _tokens(RESULT_KINDS)),
        "text": CellLook("URAIAN", 44, "Hasil kerja, ekspektasi, atau isi lampiran."),
        "parent": CellLook("RHK PIMPINAN YANG DIINTERVENSI", 34),
        "giver": CellLook("PENUGASAN DARI", 24),
        "indicator": CellLook("INDIKATOR", 36),
        "aspect": CellLook("ASPEK", 13, "Untuk JA dan JF dengan pendekatan kuantitatif.", _tokens(ASPECTS)),
        "perspective": CellLook("PERSPEKTIF", 20, "Untuk JPT dan pimpinan unit mandiri.", _tokens(PERSPECTIVES)),
        "target": CellLook("TARGET", 18),
        "low": CellLook("BATAS BAWAH", 11),
        "high": CellLook("BATAS ATAS", 11),
        "unit": CellLook("SATUAN", 11),
        "direction": CellLook("ARAH", 9, "NAIK bila makin tinggi makin baik.", _tokens(DIRECTIONS)),
        "behaviour": CellLook("NILAI BERAKHLAK", 24, "Untuk baris EKSPEKTASI.", _tokens(VALUES)),
    },
}
SHEET_TITLES: Mapping[FillKind, str] = {
    FillKind.ACTUALS: "Realisasi",
    FillKind.RATINGS: "Rating",
    FillKind.PLANS: "SKP",
}


def headings_of(kind: FillKind) -> dict[str, str]:
    """The heading of each field, as it is written."""
    return {name: look.heading for name, look in LOOKS[kind].items()}


def places_of(kind: FillKind, row: list[str]) -> dict[str, int] | None:
    """Where each field and the key stand in a heading row; nothing when a heading is missing or stands twice."""
    spots: dict[str, int] = {}
    doubled = set()
    for place, text in enumerate(row):
        heading = normal_heading(text)
        if heading in spots:
            doubled.add(heading)
        spots.setdefault(heading, place)
    wanted = {
        "": normal_heading(KEY_HEADING),
        **{name: normal_heading(text) for name, text in headings_of(kind).items()},
    }
    if any(heading not in spots or heading in doubled for heading in wanted.values()):
        return None
    return {name: spots[heading] for name, heading in wanted.items()}
