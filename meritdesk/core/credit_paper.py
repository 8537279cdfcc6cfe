"""Credit points on paper, as BKN lays them out: conversion of one year's predicate, and the sum of several years.

The determination (penetapan angka kredit) needs the points of earlier years and of education, which no record here
holds; it is not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import (
    UNSTAMPED,
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.scoring.credit import MONTHS, CreditLine, CreditSum, points_text
from meritdesk.core.store import AgencyInfo


@dataclass(frozen=True, slots=True)
class CreditYear:
    """One year of a functional official: as he stood when it was closed, who rated him, and the months that count."""

    year: int
    ratee: PersonBlock
    rater: PersonBlock
    months: int


def conversion_paper(person: Person, stood: CreditYear, found: CreditSum, agency: AgencyInfo) -> OfficePaper:
    """``KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT`` of one year; part of a year shows its months in column 3."""
    columns = (
        PaperColumn("AK:PREDICATE", 4),
        PaperColumn("AK:PERCENT", 3, ColumnAlign.RIGHT),
        PaperColumn("AK:COEFFICIENT", 4, ColumnAlign.RIGHT),
        PaperColumn("AK:POINTS", 4, ColumnAlign.RIGHT),
    )
    rows = (("AK:COLUMN-1", "AK:COLUMN-2", "AK:COLUMN-3", "AK:COLUMN-4"), *(_row(line) for line in found.lines))
    return OfficePaper(
        kind=PaperKind.CREDIT_CONVERSION,
        title="AK:CONVERSION-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=_facts(person, stood, f"{stood.year}", agency),
        sections=(
            PaperTable(columns, rows, "AK:CONVERSION"),
            PaperText(tuple(line.reason for line in found.lines), "AK:HOW", is_list=True),
        ),
        signatures=(PaperSignature("AK:SIGN", stood.rater),),
        notes=("AK:COPIES",),
        about=f"{stood.ratee.name} · {stood.year}",
    )


def sum_paper(person: Person, years: Sequence[CreditYear], found: CreditSum, agency: AgencyInfo) -> OfficePaper:
    """``AKUMULASI ANGKA KREDIT``: a line a year, the sum, and what the tier asks for; earlier points are not in it."""
    last = years[-1]
    tier = found.lines[-1].part.tier
    columns = (
        PaperColumn("AK:YEAR", 2),
        PaperColumn("AK:MONTHS", 3, ColumnAlign.CENTRE),
        PaperColumn("AK:PREDICATE", 4),
        PaperColumn("AK:PERCENT", 3, ColumnAlign.RIGHT),
        PaperColumn("AK:COEFFICIENT", 3, ColumnAlign.RIGHT),
        PaperColumn("AK:POINTS", 3, ColumnAlign.RIGHT),
    )
    rows = tuple(
        (str(one.year), str(line.part.months), *_row(line, with_months=False))
        for one, line in zip(years, found.lines, strict=True)
    )
    wanted = [("AK:NEXT-RANK", points_text(tier.next_rank))]
    if tier.next_tier is not None:
        wanted.append(("AK:NEXT-TIER", points_text(tier.next_tier)))
    return OfficePaper(
        kind=PaperKind.CREDIT_SUM,
        title="AK:SUM-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(*_facts(person, last, f"{years[0].year} - {last.year}", agency), *wanted),
        sections=(
            PaperTable(
                columns, rows, "AK:SUM", total=("", "", "AK:TOTAL", "", "", points_text(found.total))
            ),
        ),
        signatures=(PaperSignature("AK:SIGN", last.rater),),
        notes=("AK:SUM-NOTE", "AK:COPIES"),
        about=f"{last.ratee.name} · {years[0].year} - {last.year}",
    )  # fmt: skip


def _row(line: CreditLine, *, with_months: bool = True) -> tuple[str, str, str, str]:
    coefficient = points_text(line.part.tier.coefficient)
    if with_months and line.part.months < MONTHS:
        coefficient = f"{coefficient} x {line.part.months}/{MONTHS}"
    return (
        f"PREDICATE:{line.part.predicate.name}",
        f"{line.percent.normalize():f} %",
        coefficient,
        points_text(line.points),
    )


def _facts(person: Person, stood: CreditYear, period: str, agency: AgencyInfo) -> tuple[tuple[str, str], ...]:
    """The block of the person; place of birth and number of the card are in no record and stay for the hand."""
    born = printed_date(person.birth_date) if person.birth_date else "AK:BY-HAND"
    return (
        ("AK:NUMBER", "AK:BY-HAND"),
        ("AK:PERIOD", period),
        ("AK:NAME", stood.ratee.name),
        ("AK:NIP", stood.ratee.nip),
        ("AK:CARD", "AK:BY-HAND"),
        ("AK:BORN", born),
        ("AK:SEX", f"AK:SEX-{person.sex.name}" if person.sex else "AK:BY-HAND"),
        ("AK:RANK", _since(stood.ratee.rank, printed_date(person.grade_since) if person.grade_since else "")),
        (
            "AK:POSITION",
            _since(stood.ratee.position, printed_date(person.position_since) if person.position_since else ""),
        ),
        ("AK:UNIT", stood.ratee.unit),
        ("AK:AGENCY", agency.name),
    )


def _since(words: str, day: str) -> str:
    return f"{words} / {day}" if day else words
