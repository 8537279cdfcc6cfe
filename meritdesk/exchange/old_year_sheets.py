"""The sheets of the years before 2022: one row a paper, or one row an indicator (docs/import-layouts.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from meritdesk.core.intake import Intake, OldLineRow, OldYearRow
from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_years import (
    Cascading,
    LineKind,
    LineScope,
    OldAspect,
    OldCategory,
    OldLine,
    OldPart,
    OldScheme,
    parts_of,
    usual_scheme,
)
from meritdesk.core.plan import Direction, JobClass
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS, OLD_LINE_LAYOUT, OLD_YEAR_LAYOUT
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheet_words import ASPECTS, DIRECTIONS, YES_OR_NO
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import Step
from meritdesk.exchange.table_reading import Source, read_table

M = TypeVar("M")

PARTS: Mapping[str, OldPart] = {
    **dict.fromkeys(("SETAHUN", "TAHUN", "JANUARI DESEMBER", "JAN DES"), OldPart.YEAR),
    **dict.fromkeys(("JANUARI JUNI", "JAN JUN", "SEMESTER 1", "SEMESTER I", "SMT 1"), OldPart.FIRST_HALF),
    **dict.fromkeys(("JULI DESEMBER", "JUL DES", "SEMESTER 2", "SEMESTER II", "SMT 2"), OldPart.SECOND_HALF),
}
SCHEMES: Mapping[str, OldScheme] = {
    **dict.fromkeys(("PP 46 2011", "PP 46", "PP46"), OldScheme.PP46),
    **dict.fromkeys(("PP 30 2019", "PP 30", "PP30"), OldScheme.PP30),
    **dict.fromkeys(("PERMENPANRB 8 2021", "PERMENPAN RB 8 2021", "PERMENPANRB 8", "8 2021", "PAN8"), OldScheme.PAN8),
}
CATEGORIES: Mapping[str, OldCategory] = {
    **dict.fromkeys(("SANGAT BAIK", "SB"), OldCategory.VERY_GOOD),
    **dict.fromkeys(("BAIK", "B"), OldCategory.GOOD),
    **dict.fromkeys(("CUKUP", "C"), OldCategory.FAIR),
    **dict.fromkeys(("KURANG", "K"), OldCategory.POOR),
    **dict.fromkeys(("SANGAT KURANG", "BURUK", "SK"), OldCategory.VERY_POOR),
}
JOB_CLASSES: Mapping[str, JobClass] = {
    **dict.fromkeys(("JPT", "JPT ATAU MANDIRI", "PIMPINAN TINGGI"), JobClass.JPT_OR_AUTONOMOUS),
    **dict.fromkeys(("JA JF", "JA", "JF", "JA ATAU JF"), JobClass.JA_JF),
}
KINDS: Mapping[str, LineKind] = {
    **dict.fromkeys(("UTAMA", "KEGIATAN"), LineKind.MAIN),
    **dict.fromkeys(("RENCANA AKSI", "RENCANA AKSI STRATEGIS"), LineKind.ACTION_PLAN),
    **dict.fromkeys(("TAMBAHAN", "TUGAS TAMBAHAN"), LineKind.ADDITIONAL),
    **dict.fromkeys(("KREATIVITAS",), LineKind.CREATION),
}
CASCADINGS: Mapping[str, Cascading] = {
    **dict.fromkeys(("DIRECT", "LANGSUNG"), Cascading.DIRECT),
    **dict.fromkeys(("NON DIRECT", "TIDAK LANGSUNG"), Cascading.NON_DIRECT),
}
SCOPES: Mapping[str, LineScope] = {
    **dict.fromkeys(("UNIT", "UNIT KERJA"), LineScope.UNIT),
    **dict.fromkeys(("INSTANSI", "UNIT LAIN"), LineScope.AGENCY),
    **dict.fromkeys(("LUAR INSTANSI", "INSTANSI LAIN", "NASIONAL"), LineScope.BEYOND),
}


def read_old_years(source: Source, step: Step) -> Intake[OldYearRow | OldLineRow]:
    """Read old papers, or the lines of old SKPs; the headings say which."""
    table = read_table(source, (OLD_YEAR_LAYOUT, OLD_LINE_LAYOUT), step, KNOWN_LAYOUTS)
    convert: Callable[[Record], OldYearRow | OldLineRow] = _paper if table.layout is OLD_YEAR_LAYOUT else _line
    return read_records(table, convert, step)


def write_old_years(path: Path, rows: Iterable[OldYearRow]) -> int:
    """Write old papers as ``read_old_years`` reads them; answers with the number of rows."""
    headings = tuple(accepted[0] for accepted in OLD_YEAR_LAYOUT.columns.values())
    lines = (
        (
            row.nip, "", str(row.year), _said(PARTS, row.part), _said(SCHEMES, row.scheme),
            _said(JOB_CLASSES, row.job_class), _yes(row.is_leader), _figure(row.skp_score),
            _figure(row.behaviour_score),
            *(_figure(dict(row.aspects).get(aspect)) for aspect in OldAspect),
            _yes(row.asks_peers), _figure(row.peer_score), row.new_idea or "", row.sole_reason or "",
            _figure(row.stated_score), _said(CATEGORIES, row.stated_category), row.rank or "", row.post or "",
            row.unit or "", row.rater_name or "", row.rater_nip or "", row.superior_name or "",
            row.superior_nip or "", row.note or "",
        )
        for row in rows
    )  # fmt: skip
    widths = (20, 24, 7, 16, 20, 8, 10, 10, 14, *(14 for _ in OldAspect), 14, 12, 24, 24, 12, 14)
    return write_table(path, headings, lines, SheetStyle("Tahun lama", (*widths, 18, 24, 24, 24, 20, 24, 20, 24)))


def _paper(record: Record) -> OldYearRow:
    year, part, scheme = _when(record)
    rater_nip, superior_nip = record.text("rater_nip"), record.text("superior_nip")
    return OldYearRow(
        nip=record.nip(),
        year=year,
        part=part,
        scheme=scheme,
        job_class=record.choice("class", JOB_CLASSES),
        is_leader=record.choice("leader", YES_OR_NO),
        skp_score=record.number("skp"),
        behaviour_score=record.number("behaviour"),
        aspects=tuple((aspect, score) for aspect in OldAspect if (score := record.number(aspect.value)) is not None),
        asks_peers=record.choice("asks_peers", YES_OR_NO),
        peer_score=record.number("peers"),
        new_idea=record.text("idea") or None,
        sole_reason=record.text("sole") or None,
        stated_score=record.number("stated"),
        stated_category=record.choice("category", CATEGORIES),
        rank=record.text("rank") or None,
        post=record.text("post") or None,
        unit=record.text("unit") or None,
        rater_name=record.text("rater") or None,
        rater_nip=rater_nip or None,
        superior_name=record.text("superior") or None,
        superior_nip=superior_nip or None,
        note=record.text("note") or None,
    )


def _line(record: Record) -> OldLineRow:
    year, part, scheme = _when(record)
    low, high = record.number("low"), record.number("high")
    low, high = (high if low is None else low), (low if high is None else high)
    line = OldLine(
        number=record.count("number"),
        kind=record.choice("kind", KINDS) or LineKind.MAIN,
        text=record.needed("text"),
        aspect=record.choice("aspect", ASPECTS),
        low=low,
        high=high,
        actual=record.number("actual"),
        direction=record.choice("direction", DIRECTIONS) or Direction.MORE,
        is_highest_target=bool(record.choice("highest", YES_OR_NO)),
        category=record.choice("category", CATEGORIES),
        score=record.number("score"),
        cascading=record.choice("cascading", CASCADINGS) or Cascading.DIRECT,
        scope=record.choice("scope", SCOPES) or LineScope.UNIT,
        scope_weight=record.number("weight"),
    )
    return OldLineRow(record.nip(), year, part, scheme, line)


def _when(record: Record) -> tuple[int, OldPart, OldScheme]:
    """Year, part and rule of a row; a part that the year does not have, or none for 2021, is refused."""
    year = record.number("year")
    if year is None:
        raise Unreadable("year", "IMP-223")
    if year != year.to_integral_value() or not 1000 <= year <= 9999:
        raise Unreadable("year", "USE-101", period=printed_decimal(year))
    known = parts_of(int(year))
    part = record.choice("part", PARTS) or (known[0] if len(known) == 1 else None)
    if part is None:
        raise Unreadable("part", "IMP-223")
    return int(year), part, record.choice("scheme", SCHEMES) or usual_scheme(int(year), part)


def _said(words: Mapping[str, M], value: M | None) -> str:
    return next((spelt for spelt, meaning in words.items() if meaning == value), "")


def _yes(value: bool | None) -> str:
    return "" if value is None else "YA" if value else "TIDAK"


def _figure(value: Decimal | None) -> str:
    return "" if value is None else printed_decimal(value)
