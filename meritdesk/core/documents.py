"""A sheet of paper as a value: everything the press needs to draw a form, and the stamp that finds it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.evaluation import Actual, Evaluation, Predicate
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, JobClass, PerformancePlan


class Form(StrEnum):
    """The 24 numbered formats of PermenPANRB 6/2022."""

    A_1_1 = "A.1.1"
    A_1_2 = "A.1.2"
    A_1_3 = "A.1.3"
    A_1_4 = "A.1.4"
    A_1_5 = "A.1.5"
    A_1_6 = "A.1.6"
    A_1_7 = "A.1.7"
    A_1_8 = "A.1.8"
    B_1_1 = "B.1.1"
    B_1_2 = "B.1.2"
    B_1_3 = "B.1.3"
    B_1_4 = "B.1.4"
    B_1_5 = "B.1.5"
    B_1_6 = "B.1.6"
    B_1_7 = "B.1.7"
    B_1_8 = "B.1.8"
    B_1_9 = "B.1.9"
    B_1_10 = "B.1.10"
    C_1_1 = "C.1.1"
    C_1_2 = "C.1.2"
    C_1_3 = "C.1.3"
    D_1_1 = "D.1.1"
    D_1_2 = "D.1.2"
    D_1_3 = "D.1.3"


# The SKP of a person and its annex; the aids of planning; the records of a year; what guidance leaves behind; results.
PLAN_FORMS = frozenset({Form.A_1_1, Form.A_1_2, Form.A_1_6, Form.A_1_7, Form.A_1_8})
AID_FORMS = frozenset({Form.A_1_3, Form.A_1_4, Form.A_1_5})
EXECUTION_FORMS = frozenset({Form.B_1_1, Form.B_1_2, Form.B_1_3, Form.B_1_4, Form.B_1_5})
FEEDBACK_FORMS = frozenset({Form.B_1_3, Form.B_1_4, Form.B_1_5})
GUIDANCE_FORMS = frozenset({Form.B_1_6, Form.B_1_7, Form.B_1_8, Form.B_1_9, Form.B_1_10})
EVALUATION_FORMS = frozenset({Form.C_1_1, Form.C_1_2, Form.C_1_3})
DOCUMENT_FORMS = frozenset({Form.D_1_1, Form.D_1_2, Form.D_1_3})
CONFIDENTIAL_FORMS = frozenset({Form.B_1_10})
"""Forms that are nobody else's business (p. 85 b): neither file name nor register tells whom a sheet is about."""

_BOUND_TO_THE_YEAR = PLAN_FORMS | AID_FORMS | GUIDANCE_FORMS | {Form.B_1_1, Form.B_1_2}


def period_for(form: Form, period: Period) -> Period:
    """What hangs on the SKP belongs to the year, whatever period was asked for (forms 7)."""
    return Period(period.year, PeriodKind.YEAR) if form in _BOUND_TO_THE_YEAR else period


def plan_form(job_class: JobClass, approach: Approach) -> Form:
    """Which SKP form a person gets (forms 9 no. 2)."""
    if job_class is JobClass.JPT_OR_AUTONOMOUS:
        return Form.A_1_1 if approach is Approach.QUALITATIVE else Form.A_1_2
    return Form.A_1_6 if approach is Approach.QUALITATIVE else Form.A_1_7


def feedback_form(job_class: JobClass, approach: Approach) -> Form:
    """Which record of continuous feedback a person gets; the narrative one serves both groups (forms 9 no. 2)."""
    if approach is Approach.QUALITATIVE:
        return Form.B_1_3
    return Form.B_1_4 if job_class is JobClass.JPT_OR_AUTONOMOUS else Form.B_1_5


def evaluation_form(job_class: JobClass, approach: Approach) -> Form:
    """Which evaluation form a person gets; the narrative one serves both groups (forms 9 no. 2)."""
    if approach is Approach.QUALITATIVE:
        return Form.C_1_1
    return Form.C_1_2 if job_class is JobClass.JPT_OR_AUTONOMOUS else Form.C_1_3


class PaperKind(StrEnum):
    """Which own sheet this is; the value is the code in its document number."""

    CALL_SHEET = "LP"  # lembar panggil per unit
    CALIBRATION_MINUTES = "BAK"  # berita acara kalibrasi
    COUNSELLING_RECORD = "KON"
    OBJECTION_DECISION = "KEB"
    OLD_YEAR = "LAMA"
    CHANGE_PREVIEW = "UBAH"
    CALL_BACK = "TRK"  # lembar penarikan per pemegang
    COVER_LIST = "DAF"  # daftar isi berkas
    HANDOVER_RECEIPT = "TT"  # tanda terima penyerahan data
    DISTRIBUTION = "POLA"  # sebaran predikat satu unit
    CREDIT_CONVERSION = "AK"  # konversi predikat kinerja ke angka kredit
    CREDIT_SUM = "AAK"  # akumulasi angka kredit
    UNIT_BOARD = "PAPAN"  # papan keadaan unit
    KEY_FORM = "FPK"  # formulir pendaftaran kunci
    KEY_CEREMONY = "BAUK"  # berita acara upacara kunci
    REGION_BOARD = "PWIL"  # papan wilayah
    NATIONAL_REKEY = "KETIK"  # lembar ketik untuk SIASN / e-Kinerja
    PAY_RECAP = "RTK"  # daftar pembayaran tunjangan kinerja per unit
    PAY_SLIP = "STK"  # rincian tunjangan kinerja per pegawai
    DISCIPLINE_REGISTER = "RHD"  # daftar hukuman disiplin, rahasia
    TRANSFER_NOTE = "MUT"  # surat pengantar berkas mutasi
    KEY_RECORD = "CPK"  # catatan perbuatan kunci
    SURVEY_SHEET = "KUE"  # kuesioner pandangan 360 atau denyut budaya
    SURVEY_LIST = "BAGI"  # daftar pembagian kuesioner
    SURVEY_RESULT = "HP360"  # hasil pandangan 360 atau denyut budaya
    TALENT_MAP = "PETA"  # peta talenta sembilan kotak
    TALENT_LIST = "CALON"  # daftar calon beserta cara membuatnya
    ASN_INDEX = "IPASN"  # indeks profesionalitas satu unit
    KPI_TREE = "KPI"  # pohon indikator kinerja
    MERIT_DOSSIER = "MERIT"  # berkas penilaian mandiri sistem merit
    ATTENDANCE_RECAP = "HADIR"  # rekapitulasi kehadiran sebulan
    ACTIVITY_RECAP = "AKTIF"  # rekapitulasi aktivitas harian sebulan
    ABSENCE_WARNING = "PP94"  # lembar peringatan hari tanpa keterangan
    RECOGNITION_CERTIFICATE = "PIAGAM"  # piagam pegawai terbaik bulanan
    RECOGNITION_LIST = "TELADAN"  # peringkat pegawai terbaik bulanan beserta rumusnya
    IMPROVED_LIST = "MAJU"  # pegawai dengan kemajuan terbesar
    HABIT_REGISTER = "BIASA"  # daftar kebiasaan kerja negatif, rahasia
    CREDIT_DETERMINATION = "PAK"  # penetapan angka kredit
    PERSON_EXTRACT = "DPP"  # data pribadi seorang pegawai
    PROCESSING_RECORD = "RKP"  # rekaman kegiatan pemrosesan data pribadi
    DESTRUCTION = "BAP"  # berita acara pemusnahan
    LEAK_NOTICE = "KPD"  # pemberitahuan kegagalan pelindungan data pribadi
    JOURNAL_HEAD = "KJ"  # kepala jurnal
    JOURNAL_LIST = "JRN"  # daftar perubahan dari jurnal
    CREDIT_NEED = "BUTUH"  # kekurangan angka kredit sampai pangkat dan jenjang berikut
    REGION_HONOURS = "PHWIL"  # penghargaan pegawai seluruh wilayah
    REGION_CREDIT = "AKWIL"  # riwayat angka kredit seluruh wilayah


def document_form(evaluation: Evaluation) -> Form:
    """Which evaluation document a closed evaluation gets: D.1.3 after an objection, D.1.2 by the superior, or D.1.1."""
    revision = evaluation.circumstances.revision
    if revision is not None and revision.reason is RevisionReason.OBJECTION:
        return Form.D_1_3
    return Form.D_1_2 if evaluation.is_by_superior else Form.D_1_1


class PaperSize(StrEnum):
    """Folio (F4, 8.5 x 13 inch) is what the form pages use; A4 is allowed."""

    FOLIO = "FOLIO"
    A4 = "A4"


class ChoiceStyle(StrEnum):
    """How a choice line is printed: the others struck through as in the annex, or the chosen one alone."""

    STRIKE = "STRIKE"
    CHOSEN_ONLY = "CHOSEN_ONLY"


def register_form(code: str) -> Form | PaperKind:
    """What a document in the register is, by its code: a form of the regulation, or an own sheet of the office."""
    try:
        return Form(code)
    except ValueError:
        return PaperKind(code)


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """The office's settings for paper.

    ``is_landscape`` lays the aids down that stand upright (A.1.4, A.1.5); ``is_stage_six`` prints an SKP with its
    results only, always as a draft (p. 148-150, 183). ``is_practice`` marks every page; the press sets it, nobody else.
    ``is_copy`` marks what the region draws from arrived data: the signed paper is with the agency.
    """

    size: PaperSize = PaperSize.FOLIO
    choice: ChoiceStyle = ChoiceStyle.STRIKE
    show_form_code: bool = True
    is_landscape: bool = False
    is_stage_six: bool = False
    is_practice: bool = False
    is_copy: bool = False


class PaperStanding(StrEnum):
    """Whether a paper counts: it stands, is a draft, was replaced by a newer version, or cancelled by the office."""

    CURRENT = "CURRENT"
    DRAFT = "DRAFT"
    REPLACED = "REPLACED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class DocumentStamp:
    """What stands on every page: number, version, digest of the record, copy number and the text of the QR.

    What is no current paper says so across every page: ``DRAF``, ``DIGANTI``, ``BATAL``.
    """

    document_id: str
    number: str
    version: int
    digest: str
    copy: int
    qr_text: str
    standing: PaperStanding = PaperStanding.CURRENT


@dataclass(frozen=True, slots=True)
class ObjectionPart:
    """What a D.1.3 says beyond the verdict: the objection, the rater's explanation, the decision (p. 118).

    ``before`` is the predicate that was objected to; the new one stands in the evaluation of the sheet.
    """

    objection: str
    explanation: str
    decision: str
    before: Predicate | None = None


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What a form shows beyond people, plan and evaluation; each family of forms has its own kind."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form for one person, ready to draw; the press adds no facts of its own.

    ``signed_on`` is the day of the rater (on SKP forms of both, on D.1.2 of his superior); the ratee of a document
    signs later, on an own day, and on D.1.3 the superior as well. ``is_monthly``: the agency evaluates month by
    month, so that the end of the year is no fourth quarter.
    """

    form: Form
    agency_name: str
    place: str
    period: Period
    assessed_from: date
    assessed_to: date
    ratee: PersonBlock
    rater: PersonBlock
    stamp: DocumentStamp
    superior: PersonBlock | None = None
    plan: PerformancePlan | None = None
    evaluation: Evaluation | None = None
    actuals: Mapping[str, Actual] = field(default_factory=dict)
    signed_on: date | None = None
    ratee_signed_on: date | None = None
    superior_signed_on: date | None = None
    objection: ObjectionPart | None = None
    content: SheetContent | None = None
    is_monthly: bool = False


class SignerRole(StrEnum):
    """As what a person signs a sheet; own sheets of the office have other capacities."""

    RATEE = "RATEE"
    RATER = "RATER"
    SUPERIOR = "SUPERIOR"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """The room for the hand above one name on a sheet.

    ``page`` counts from 1 within the sheet; the rectangle is in whole points from the lower left corner of the page.
    """

    role: SignerRole
    name: str
    nip: str
    page: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """Where a sheet ended up inside a printed file and where it is signed; pages count from 1."""

    document_id: str
    first_page: int
    pages: int
    places: tuple[SignaturePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A finished PDF file under its final name; ``digest`` is the SHA-256 of its bytes."""

    path: str
    digest: str
    pages: int
    sheets: tuple[PrintedSheet, ...]


@dataclass(frozen=True, slots=True)
class FileMarks:
    """What a PDF says of itself: the SHA-256 of its bytes and the marks on its pages, each once, in page order."""

    digest: str
    marks: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """The register entry of one printed document; ``standing`` is what was printed across it, draft or nothing.

    ``override_reason`` is why it is not on the form of the job class.
    """

    document_id: str
    number: str
    form: Form | PaperKind
    person_id: str
    period: Period
    record_id: str
    record_version: int
    record_digest: str
    copy: int
    printed_at: datetime
    file_name: str
    file_digest: str
    first_page: int
    pages: int
    places: tuple[SignaturePlace, ...] = ()
    standing: PaperStanding = PaperStanding.CURRENT
    override_reason: str = ""


class Finding(StrEnum):
    """What can be said of a PDF that someone brings."""

    CURRENT = "CURRENT"  # ours, unchanged, and the record still stands
    DRAFT = "DRAFT"  # ours and unchanged, but printed as a draft: not to be signed
    REPLACED = "REPLACED"  # ours, unchanged, but the record has a newer version
    CANCELLED = "CANCELLED"  # ours, unchanged, but the office has cancelled this paper
    ADDED = "ADDED"  # begins as we printed it, but more than good signatures was added behind
    CHANGED = "CHANGED"  # carries our marks but its bytes are not the ones we printed
    UNKNOWN = "UNKNOWN"  # carries marks of MeritDesk but not of this register
    FOREIGN = "FOREIGN"  # not ours
