"""The tables that travel as flat records, in the order in which they are read and written (schema 2 of the data).

Table names are Indonesian because officials read them in the data package; columns are those of the store. A table of
the store that is journaled and neither here nor in ``STAYS_AT_HOME`` fails a test: whoever adds one must decide.
Confidential records never travel.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from meritdesk.core.travel import Scope, Travelling
from meritdesk.core.travel_layouts.assessment import ASSESSMENT
from meritdesk.core.travel_layouts.cascade import CASCADE
from meritdesk.core.travel_layouts.execution import EXECUTION
from meritdesk.core.travel_layouts.old_years import OLD_YEARS
from meritdesk.core.travel_layouts.papers import PAPERS
from meritdesk.core.travel_layouts.pay import PAY
from meritdesk.core.travel_layouts.recognition import RECOGNITION, RECOGNITION_INSIDE
from meritdesk.core.travel_layouts.register import REGISTER
from meritdesk.core.travel_layouts.returns import RETURNS
from meritdesk.core.travel_layouts.summaries import SUMMARIES
from meritdesk.core.travel_layouts.talent import TALENT, TALENT_INSIDE
from meritdesk.core.travel_layouts.teams import INSIDE, TEAMS
from meritdesk.core.travel_layouts.transfers import TRANSFERS

TRAVELLING: tuple[Travelling, ...] = (
    *REGISTER,
    *CASCADE,
    *EXECUTION,
    *ASSESSMENT,
    *PAPERS,
    *OLD_YEARS,
    *TEAMS,
    *PAY,
    *RETURNS,
    *TALENT,
    *TRANSFERS,
    *RECOGNITION,
    *SUMMARIES,
    *INSIDE,
    *TALENT_INSIDE,
    *RECOGNITION_INSIDE,
)
"""Everything that travels as flat records; an export leaves out what is ``inside``."""

TRAVELLING_BY_NAME: Mapping[str, Travelling] = {layout.name: layout for layout in TRAVELLING}
EXPORTED: tuple[Travelling, ...] = tuple(layout for layout in TRAVELLING if not layout.inside)

_WITH_A_PERSON = (
    "riwayat_jabatan", "rencana_lama", "rencana_aksi", "dokumentasi", "umpan_balik_berkala", "pembinaan", "bukti",
    "penilaian_lama", "proses", "keberatan", "dokumen", "perjalanan_dokumen", "dokumen_batal",
    "tanda_tangan_elektronik", "nilai_lama", "butir_lama", "perilaku_lama", "mutasi", "asal_catatan",
    "riwayat_angka_kredit",
)  # fmt: skip
TRANSFERRED: tuple[Travelling, ...] = tuple(layout for layout in TRAVELLING if layout.name in _WITH_A_PERSON)
"""What goes with a person who moves to another agency; confidential records stay with whoever heard them."""


class Reach(Enum):
    """Which packages of an agency carry the same row, so that an older one must not replace a newer one's."""

    ALWAYS = "ALWAYS"  # every package
    ANNUAL = "ANNUAL"  # every package of a whole year
    YEAR = "YEAR"  # every package of the same year
    PERIOD = "PERIOD"  # only packages of the same period


_REACHES: Mapping[Scope, Reach] = {
    Scope.WHOLE: Reach.ALWAYS,
    Scope.WITH_YEAR: Reach.ANNUAL,
    Scope.YEAR: Reach.YEAR,
    Scope.IN_YEAR: Reach.YEAR,
    Scope.PERIOD: Reach.PERIOD,
    Scope.IN_PERIOD: Reach.PERIOD,
    Scope.EVIDENCE: Reach.PERIOD,
}
_TYPED_OWNERS: Mapping[str, Reach] = {
    "person": Reach.ALWAYS,
    "org_unit": Reach.ALWAYS,
    "plan": Reach.YEAR,
    "work_result": Reach.YEAR,
    "indicator": Reach.YEAR,
    "evaluation": Reach.PERIOD,
}


def reach_of(layout: Travelling) -> Reach:
    """Which packages carry the rows of a table; what hangs on another table goes wherever that goes."""
    if layout.scope is not Scope.OWNER:
        return _REACHES[layout.scope]
    owner = next((one for one in TRAVELLING if one.stored_as == layout.owner), None)
    return reach_of(owner) if owner is not None else _TYPED_OWNERS[layout.owner]


REACHES: Mapping[str, Reach] = {layout.name: reach_of(layout) for layout in TRAVELLING}

SUPERSEDED_EVALUATIONS = "penilaian_lama"
SUPERSEDED_PLANS = "rencana_lama"

STAYS_AT_HOME: Mapping[str, str] = {
    "account": "akun petugas di PC ini: kata sandinya ada di sebelah gantungan kunci PC ini",
    "kept_cell": "kolom program yang lebih baru: ikut di dalam tabelnya sendiri",
    "absent_record": "antrean kantor ini atas berkas yang diterima",
    "approval": "kata wilayah: datang dengan berkas balasan",
    "correction": "kata wilayah: datang dengan berkas balasan; yang naik adalah jawabannya",
    "local_pack": "rujukan wilayah: datang dengan berkas balasan",
    "reference_offer": "rujukan wilayah: datang dengan berkas balasan",
    "unit_naming": "rujukan wilayah: berangkat dengan berkas balasan",
    "merge_conflict": "antrean kantor ini atas berkas yang diterima",
    "removed_record": "ingatan kantor ini atas apa yang dihapus pengirim",
    "confidential": "rahasia: tidak pernah dikirim",
    "person_request": "permintaan pegawai atas datanya: dijawab kantor ini",
    "processing_limit": "pembatasan pemrosesan di kantor ini",
    "leak": "kegagalan pelindungan di kantor ini: diberitahukan dengan surat",
    "erasure": "berita acara pemusnahan kantor ini, tanpa nama",
    "pay_amount": "besaran tunjangan kantor ini; yang naik adalah rekap yang dikunci",
    "pay_input": "data pendukung bulan kantor ini; yang naik adalah rekap yang dikunci",
    "pay_recap": "rekap kantor ini; yang naik adalah angka tiap orang setelah dikunci",
    "habit": "rahasia: kebiasaan kerja negatif tidak pernah dikirim",
    "sanction": "rahasia: yang naik hanya banyaknya tiap tingkat",
    "survey_round": "pandangan 360 dan denyut budaya: yang naik rata-rata perangkat daerah setelah ditutup",
    "survey_ask": "siapa ditanya tentang siapa: tetap di kantor",
    "survey_sheet": "lembar tanpa nama: tetap di kantor",
    "opening": "siapa membuka catatan rahasia: tetap di kantor",
    "merit_file": "bukti penilaian mandiri: berkasnya tetap di kantor ini",
    "scan_batch": "antrean pindaian kantor ini; berkasnya tetap di sini",
    "scan_page": "antrean pindaian kantor ini; berkasnya tetap di sini",
    "national_row": "catatan PC yang mengunggah ke sistem nasional",
    "setting": "setelan kantor ini",
    "absence": "surat izin dan dinas harian: yang naik adalah rekapnya",
    "machine_id": "nomor mesin sidik jari kantor ini",
    "shift_assignment": "jam kerja kantor ini",
    "time_batch": "buku harian kantor ini: yang naik adalah rekapnya",
    "time_closing": "buku harian kantor ini: yang naik adalah rekapnya",
    "work_shift": "jam kerja kantor ini",
    "trust_anchor": "sertifikat yang dipercaya PC ini",
}
"""Journaled tables of the store that do not travel, with the reason."""
