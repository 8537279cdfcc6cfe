"""Papers of the region and of credit points for the press tests, with a name of 110 letters and an agency of 130."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.credit_paper import CreditYear, conversion_paper, determination_paper, need_paper, sum_paper
from meritdesk.core.documents import DocumentStamp
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.handover import AuditHead
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person, PersonBlock, Sex
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.recognition import AwardState
from meritdesk.core.region_honours import CreditAccount, Honour, HonourKind
from meritdesk.core.region_honours_paper import accounts_paper, honours_paper
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import CreditPart, conversion
from meritdesk.core.scoring.credit_standing import ConvertedYear, credit_standing
from meritdesk.core.store import AgencyInfo
from meritdesk.rulebook import Rulebook

NAME = (
    "Prof. Dr. dr. Raden Ayu Siti Khadijatun Wulandari Kusumaningrum Hadiwinata, Sp.PD., Sp.JP(K)., M.Kes., M.Epid."
)  # fmt: skip
AGENCY = (
    "Badan Kepegawaian, Pendidikan dan Pelatihan, serta Pengembangan Sumber Daya Manusia Aparatur di Provinsi "
    "Kepulauan Bangka Belitung"
)
NIP = "198003032005011003"
REGION = AgencyInfo("33", AGENCY, True, "PC01", "Pangkalpinang", "REG33")
HEAD = AuditHead(128, "7a3b5c" + "0" * 58)
TODAY = date(2026, 2, 2)
STAMP = DocumentStamp(
    "d", "PHWIL/33/2025/000001", 1, "7a3b5c" + "0" * 58, 1, "MD1:PHWIL/33/2025/000001:V1:C1:7A3B5C0000000000"
)
_BOOK = Rulebook()
CREDIT = _BOOK.pack(PackKind.CREDIT_POINTS, date(2025, 12, 31)).body
_STANDING = _BOOK.pack(PackKind.CREDIT_STANDING, date(2025, 12, 31)).body
_TIERS = {tier.title: tier for tier in CREDIT.tiers}

HONOURS = (
    Honour("3301", AGENCY, HonourKind.OF_THE_MONTH, Period(2025, PeriodKind.MONTH, 5), "p1", NIP, NAME,
           "Bidang Pelayanan Kesehatan dan Pengendalian Penyakit", Decimal("92.5"), state=AwardState.GIVEN),
    Honour("3302", "Pemerintah Kabupaten Banyumas", HonourKind.OF_THE_MONTH, Period(2025, PeriodKind.MONTH, 8), "p2",
           "198504042010012004", "Ratna Dewi, A.Md.Keb.", "", Decimal("88"), state=AwardState.WITHDRAWN),
    Honour("3302", "Pemerintah Kabupaten Banyumas", HonourKind.MOST_IMPROVED, Period(2025, PeriodKind.YEAR), "p3",
           "198605052011011005", "Agus Prasetyo, S.E.", "Dinas Kesehatan", Decimal("25"), place=1),
)  # fmt: skip
ACCOUNTS = (
    CreditAccount("3301", AGENCY, "p1", NIP, NAME, "DOKTER SPESIALIS PENYAKIT DALAM AHLI MADYA", "IV/b",
                  "Bidang Pelayanan Kesehatan dan Pengendalian Penyakit", 12, Decimal("187.5"), date(2018, 1, 1),
                  date(2024, 12, 31), "800/1234/PAK/BKPSDM/2025", date(2025, 2, 1), "Ahli Madya"),
    CreditAccount("3302", "Pemerintah Kabupaten Banyumas", "p2", "198504042010012004", "Ratna Dewi, A.Md.Keb.", "", "",
                  "", 1, Decimal("7.5"), date(2024, 1, 1), date(2024, 12, 31), "PAK/10", None, ""),
)  # fmt: skip
OFFICIAL = Person(
    "p1", NIP, NAME, sex=Sex.FEMALE, birth_date=date(1980, 3, 3), grade="III/c", grade_since=date(2023, 4, 1),
    position_title="PERAWAT AHLI MUDA", position_since=date(2025, 7, 1),
)  # fmt: skip
STOOD = PersonBlock(
    NAME, NIP, "Penata III/c", "PERAWAT AHLI MUDA", "Bidang Pelayanan Kesehatan dan Pengendalian Penyakit"
)
RATER = PersonBlock("Drs. Bambang Hartono Wijaya, M.Si.", "197205101998031004", "Pembina IV/a", "Kepala Dinas", "Dinas")
PARTS = (
    CreditPart(_TIERS["Ahli Pertama"], Predicate.VERY_GOOD, 3, 1, tells_span=True),
    CreditPart(_TIERS["Ahli Pertama"], Predicate.GOOD, 3, 4, tells_span=True),
    CreditPart(_TIERS["Ahli Muda"], Predicate.GOOD, 6, 7, tells_span=True),
)
LEFT_OUT = (
    Reason("CRD-NO-TIER", "", {"first": "01-01-2024", "last": "31-03-2024", "post": "PENGELOLA DATA"}),
)  # fmt: skip
YEARS = (
    CreditYear(2024, STOOD, RATER, 9, 1, LEFT_OUT),
    CreditYear(2025, STOOD, RATER, 12, len(PARTS)),
)
LETTERS = (
    CreditItem("p1", CreditKind.BASE, date(2018, 1, 1), date(2022, 12, 31), Decimal("75.5"), "PAK/9", tier="Ahli Muda"),
    CreditItem("p1", CreditKind.OLD, date(2015, 1, 1), date(2017, 12, 31), Decimal("100"), "800/12/PAK/2018",
               tier="Ahli Pertama"),
)  # fmt: skip
ACCOUNT = credit_standing(
    _TIERS["Ahli Muda"], "III/c", LETTERS, [ConvertedYear(2025, part) for part in PARTS], CREDIT, _STANDING
)


def honours(lines: tuple[Honour, ...] = HONOURS) -> OfficePaper:
    """The honours of all governments."""
    return honours_paper(lines, 2025, REGION, HEAD, TODAY)


def accounts(lines: tuple[CreditAccount, ...] = ACCOUNTS) -> OfficePaper:
    """The credit letters of all governments."""
    return accounts_paper(lines, 2025, REGION, HEAD, TODAY)


def determination(person: Person = OFFICIAL, stood: PersonBlock = STOOD, agency: AgencyInfo = REGION) -> OfficePaper:
    """The determination of an official who rose in the year."""
    return determination_paper(person, stood, ACCOUNT, 2025, RATER, agency)


_NINE = CreditPart(_TIERS["Ahli Pertama"], Predicate.GOOD, 9, 4)
_DRAFTS = {
    "region-honours": honours(),
    "region-credit": accounts(),
    "determination": determination(),
    "conversion-of-a-move": conversion_paper(OFFICIAL, YEARS[1], conversion(PARTS, CREDIT), REGION),
    "sum-of-a-move": sum_paper(OFFICIAL, YEARS, conversion((_NINE, *PARTS), CREDIT), REGION),
    "credit-need": need_paper([(OFFICIAL, STOOD.unit, ACCOUNT)], 2025, REGION),
}


PAPERS = {name: replace(paper, stamp=STAMP) for name, paper in _DRAFTS.items()}


def with_text(place: str, text: str) -> OfficePaper:
    """One of the papers with a text in one of its places."""
    first, second = HONOURS[0], ACCOUNTS[0]
    return {
        "agency of an honour": lambda: honours((replace(first, agency_name=text), HONOURS[1])),
        "name of an honour": lambda: honours((replace(first, name=text), HONOURS[1])),
        "unit of an honour": lambda: honours((replace(first, unit_name=text), HONOURS[1])),
        "agency of an account": lambda: accounts((replace(second, agency_name=text), ACCOUNTS[1])),
        "name of an account": lambda: accounts((replace(second, name=text), ACCOUNTS[1])),
        "unit of an account": lambda: accounts((replace(second, unit_name=text), ACCOUNTS[1])),
        "post of an account": lambda: accounts((replace(second, position=text), ACCOUNTS[1])),
        "letter of an account": lambda: accounts((replace(second, document=text), ACCOUNTS[1])),
        "name on the determination": lambda: determination(stood=replace(STOOD, name=text)),
        "unit on the determination": lambda: determination(stood=replace(STOOD, unit=text)),
        "post on the determination": lambda: determination(stood=replace(STOOD, position=text)),
    }[place]()


PLACES = (
    "agency of an honour", "name of an honour", "unit of an honour", "agency of an account", "name of an account",
    "unit of an account", "post of an account", "letter of an account", "name on the determination",
    "unit on the determination", "post on the determination",
)  # fmt: skip
