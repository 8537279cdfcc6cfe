"""Credit points on paper, as BKN lays them out: conversion of a year, sum of several, and the determination.

The determination (penetapan angka kredit) adds up what earlier letters say and what the closed years bring; a list
shows what is missing to the next rank and tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from meritdesk.core.credit_history import CreditKind
from meritdesk.core.documents import PaperKind
from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import MONTHS as MONTH_NAMES
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
from meritdesk.core.scoring.credit_standing import CreditStanding, Shortfall, time_text
from meritdesk.core.store import AgencyInfo


@dataclass(frozen=True, slots=True)
class CreditYear:
    """One year of a functional official: as he stood when it was closed, who rated him, and the months that count.

    ``parts`` is how many lines of the sum are of this year (several where the tier changed in it), ``left_out`` what
    was served and brings no points.
    """

    year: int
    ratee: PersonBlock
    rater: PersonBlock
    months: int
    parts: int = 1
    left_out: tuple[Reason, ...] = ()


def lines_of_years(years: Sequence[CreditYear], found: CreditSum) -> Iterator[tuple[CreditYear, CreditLine]]:
    """Each line of a sum with its year, in their order."""
    lines = iter(found.lines)
    for one in years:
        for line in islice(lines, one.parts):
            yield one, line


def conversion_paper(person: Person, stood: CreditYear, found: CreditSum, agency: AgencyInfo) -> OfficePaper:
    """``KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT`` of one year; part of a year shows its months in column 3.

    Who changed the tier in the year has a line each, and their sum.
    """
    columns = (
        PaperColumn("AK:PREDICATE", 4),
        PaperColumn("AK:PERCENT", 3, ColumnAlign.RIGHT),
        PaperColumn("AK:COEFFICIENT", 4, ColumnAlign.RIGHT),
        PaperColumn("AK:POINTS", 4, ColumnAlign.RIGHT),
    )
    rows = (("AK:COLUMN-1", "AK:COLUMN-2", "AK:COLUMN-3", "AK:COLUMN-4"), *(_row(line) for line in found.lines))
    total = ("AK:TOTAL", "", "", points_text(found.total)) if len(found.lines) > 1 else ()
    return OfficePaper(
        kind=PaperKind.CREDIT_CONVERSION,
        title="AK:CONVERSION-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=_facts(person, stood, f"{stood.year}", agency),
        sections=(
            PaperTable(columns, rows, "AK:CONVERSION", total=total),
            PaperText((*(line.reason for line in found.lines), *stood.left_out), "AK:HOW", is_list=True),
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
        (str(one.year), _span(line), *_row(line, with_months=False)) for one, line in lines_of_years(years, found)
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


def determination_paper(
    person: Person,
    stood: PersonBlock,
    standing: CreditStanding,
    year: int,
    rater: PersonBlock | None,
    agency: AgencyInfo,
) -> OfficePaper:
    """``PENETAPAN ANGKA KREDIT``: old, new and sum for every row, what is asked for, and whether it is reached.

    Old is what began before the year, new what the year brought. The closing sentence recommends or does not; who
    determines it signs.
    """
    columns = (
        PaperColumn("PAK:NUMBER", 2, ColumnAlign.CENTRE),
        PaperColumn("PAK:WHAT", 12),
        PaperColumn("PAK:OLD", 4, ColumnAlign.RIGHT),
        PaperColumn("PAK:NEW", 4, ColumnAlign.RIGHT),
        PaperColumn("PAK:SUM", 4, ColumnAlign.RIGHT),
        PaperColumn("PAK:REMARK", 6),
    )
    since = date(year, 1, 1)
    rows, sums = [], [Decimal(0), Decimal(0)]
    for number, kind in enumerate(CreditKind, 1):
        those = [line for line in standing.lines if line.kind is kind and line.counts]
        old = sum((line.points for line in those if line.since < since), Decimal(0))
        new = sum((line.points for line in those if line.since >= since), Decimal(0))
        sums[0], sums[1] = sums[0] + old, sums[1] + new
        rows.append((str(number), f"CREDITKIND:{kind.name}", _points(old), _points(new), _points(old + new), ""))
    total = ("", "PAK:TOTAL", *(points_text(one) for one in (*sums, sums[0] + sums[1])), "")
    ways = [(name, way) for name, way in (("RANK", standing.rank), ("TIER", standing.next_tier)) if way is not None]
    needs = tuple(
        (f"PAK:NEED-{name}", points_text(way.needed), f"PAK:{'SHORT' if way.missing else 'OVER'}",
         points_text(way.missing or way.surplus))
        for name, way in ways
    )  # fmt: skip
    is_reached = standing.rank is not None and not standing.rank.missing
    told = {"goal": standing.rank.goal if standing.rank is not None else "-", "grade": standing.grade or "-"}
    closing = Reason("PAK-REACHED" if is_reached else "PAK-NOT-REACHED", "", told)
    doubts = tuple(reason for reason in standing.reasons if reason.code in ("CRS-NO-HISTORY", "CRS-GRADE-OUTSIDE"))
    past = tuple(line.reason for line in standing.lines)
    return OfficePaper(
        kind=PaperKind.CREDIT_DETERMINATION,
        title="PAK:TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=_facts(person, CreditYear(year, stood, rater or PersonBlock(""), MONTHS), str(year), agency),
        sections=(
            PaperTable(columns, tuple(rows), "PAK:HEADING", total=total),
            PaperTable(
                (
                    PaperColumn("PAK:WHAT", 9),
                    PaperColumn("PAK:MINIMUM", 4, ColumnAlign.RIGHT),
                    PaperColumn("PAK:STANDING", 5),
                    PaperColumn("PAK:AMOUNT", 4, ColumnAlign.RIGHT),
                ),
                needs,
                "PAK:NEED",
                "PAK:NO-NEED",
            ),
            PaperText((closing, *doubts)),
            PaperText(past or ("PAK:NO-PAST",), "AK:HOW", is_list=bool(past)),
        ),
        signatures=(PaperSignature("PAK:SIGN"),),
        notes=("AK:COPIES",),
        about=f"{stood.name} · {year}",
    )


def need_paper(lines: Sequence[tuple[Person, str, CreditStanding]], year: int, agency: AgencyInfo) -> OfficePaper:
    """What each official has, what the next rank and tier ask for, what is missing, and for how long at this pace."""
    columns = (
        PaperColumn("PAK:NUMBER", 2, ColumnAlign.CENTRE),
        PaperColumn("AK:NAME", 10),
        PaperColumn("PAK:TIER", 6),
        PaperColumn("PAK:HAS", 4, ColumnAlign.RIGHT),
        PaperColumn("PAK:A-YEAR", 4, ColumnAlign.RIGHT),
        PaperColumn("PAK:TO-RANK", 8),
        PaperColumn("PAK:TO-TIER", 8),
    )
    rows = tuple(
        (
            str(number),
            f"{person.full_name}\n{person.nip}\n{unit}",
            f"{one.tier.title}\n{one.grade or '-'}",
            points_text(one.total) + ("" if one.is_complete else " *"),
            points_text(one.yearly) if one.yearly is not None else "-",
            _way(one.rank),
            _way(one.next_tier),
        )
        for number, (person, unit, one) in enumerate(lines, 1)
    )
    return OfficePaper(
        kind=PaperKind.CREDIT_NEED,
        title="PAK:NEED-TITLE",
        agency_name=agency.name,
        place=agency.place,
        stamp=UNSTAMPED,
        facts=(("AK:PERIOD", str(year)),),
        sections=(PaperTable(columns, rows, "PAK:NEED", "PAK:NOBODY"),),
        signatures=(PaperSignature("PAK:SIGN"),),
        notes=("PAK:NEED-NOTE",),
        is_landscape=True,
        about=str(year),
    )


def _way(way: Shortfall | None) -> str:
    """The goal with what is missing and the time in the words of the paper; a dash where there is none."""
    if way is None:
        return "-"
    if not way.missing:
        return f"{way.goal}: terpenuhi (+{points_text(way.surplus)})"
    if way.months is None:
        return f"{way.goal}: kurang {points_text(way.missing)}"
    years, months = time_text(way.months)
    return f"{way.goal}: kurang {points_text(way.missing)}, {years} tahun {months} bulan"


def _points(points: Decimal) -> str:
    return points_text(points) if points else "-"


def _span(line: CreditLine) -> str:
    """How many months, and which where the year has other parts."""
    part = line.part
    if not part.tells_span:
        return str(part.months)
    names = dict.fromkeys((MONTH_NAMES[part.first_month - 1], MONTH_NAMES[part.last_month - 1]))
    return f"{part.months}\n({' - '.join(names)})"


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
