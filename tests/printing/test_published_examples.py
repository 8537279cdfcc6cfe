"""The plans that the regulation prints as examples, on our paper column by column and row by row (p. 131-187).

``published_plans.csv`` holds the rows of results as published, ``published_parts.csv`` expectations and annexes. What
each column of our sheet says, read from top to bottom over all pages, must be exactly those cells in their order.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from meritdesk.core.documents import Form, PaperSize, PaperStyle
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Indicator,
    JobClass,
    Perspective,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.printing.plan_forms import _LOOKS, _STAGE_SIX
from meritdesk.printing.stationery import FOOT_TOP, paper_for

HERE = Path(__file__).parent
ASPECTS = {"Kuantitas": Aspect.QUANTITY, "Kualitas": Aspect.QUALITY, "Waktu": Aspect.TIME, "Biaya": Aspect.COST}
PERSPECTIVES = dict(
    zip(("Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran"), Perspective, strict=True)
)


def table(name):
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


ROWS, PARTS = table("published_plans"), table("published_parts")
EXAMPLES = {row["contoh"]: Form(row["format"]) for row in ROWS}


def results_of(example):
    numbered = defaultdict(list)
    for row in ROWS:
        if row["contoh"] == example:
            numbered[int(row["nomor"])].append(row)
    return tuple(
        WorkResult(
            f"r{number}",
            number,
            ResultKind.MAIN if rows[0]["jenis"] == "UTAMA" else ResultKind.ADDITIONAL,
            rows[0]["hasil"],
            rows[0]["hasil_pimpinan"],
            rows[0]["penugasan"],
            tuple(
                Indicator(
                    f"i{number}.{place}",
                    row["indikator"],
                    Target(row["target"]),
                    ASPECTS.get(row["aspek_atau_perspektif"]),
                    PERSPECTIVES.get(row["aspek_atau_perspektif"]),
                )
                for place, row in enumerate(rows)
            ),
            parent_indicator=rows[0]["indikator_pimpinan"],
        )
        for number, rows in sorted(numbered.items())
    )


def part(example, name):
    return tuple(row["teks"] for row in PARTS if (row["contoh"], row["bagian"]) == (example, name))


@pytest.fixture
def sheet_of(samples):
    def made(example, form=None):
        form = form or EXAMPLES[example]
        sheet = samples.sheet(form)
        plan = replace(
            sheet.plan,
            results=results_of(example),
            expectations={value: part(example, value.name) for value in BehaviourValue},
            resources=part(example, "RESOURCES"),
            accountability=part(example, "ACCOUNTABILITY"),
            consequences=part(example, "CONSEQUENCES"),
            job_class=JobClass.JPT_OR_AUTONOMOUS if form is Form.A_1_2 else JobClass.JA_JF,
            approach=Approach.QUALITATIVE if form is Form.A_1_6 else Approach.QUANTITATIVE,
        )
        return replace(sheet, form=form, plan=plan)

    return made


def columns_of(path, x, has_repeated_heads=True):
    """The text of every column of the table of results, top to bottom over all pages, without heads and blanks."""
    columns = [""] * (len(x) - 1)
    document = pypdfium2.PdfDocument(path)
    is_open = True
    for number, page in enumerate(document):
        text = page.get_textpage()
        whole = text.get_text_range()
        signs = [(text.get_charbox(place, loose=True), whole[place]) for place in range(text.count_chars())]
        lines = defaultdict(list)
        for (left, bottom, right, top), sign in signs:
            # The letters of DRAF across the page are taller than any line.
            if sign.strip() and top - bottom < 40:
                lines[round(bottom)].append(((left + right) / 2, sign))
        # Glyphs of one line may lie a point apart.
        grouped = []
        for y in sorted(lines, reverse=True):
            if grouped and grouped[-1][0] - y <= 2:
                grouped[-1][1].extend(lines[y])
            else:
                grouped.append((y, list(lines[y])))
        is_table = number > 0 and not has_repeated_heads
        for _, places in grouped:
            told = "".join(sign for _, sign in sorted(places))
            if told.startswith("PERILAKUKERJA"):
                is_open = False
            if told.startswith("No.") or not is_open:
                is_table = False
            elif told.startswith(("A.UTAMA", "(1)")):
                is_table = True
            elif is_table and not told.startswith("B.TAMBAHAN"):
                for middle, sign in sorted(places):
                    place = next(one for one in range(len(x) - 1) if x[one] <= middle < x[one + 1])
                    columns[place] += sign
    document.close()
    return columns


def bare(text):
    return re.sub(r"\s", "", text)


def cells(example, key, *, once):
    """The cells of one column in their order; a cell that spans the rows of a result counts once."""
    seen, found = set(), []
    for row in ROWS:
        if row["contoh"] == example and not (once and row["nomor"] in seen):
            seen.add(row["nomor"])
            found.append(key(row))
    return found


def with_giver(row):
    return row["hasil"] + (f"(penugasan dari {row['penugasan']})" if row["penugasan"] else "")


def parent(row):
    quoted = f"Indikator Kinerja Individu: {row['indikator_pimpinan']}" if row["indikator_pimpinan"] else ""
    return row["hasil_pimpinan"] + quoted


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("example", [name for name, form in EXAMPLES.items() if form is not Form.A_1_6])
def test_the_rows_of_a_published_plan_in_figures_stand_in_their_columns(example, size, sheet_of, print_sheets):
    form = EXAMPLES[example]
    path, _ = print_sheets([sheet_of(example)], PaperStyle(size))
    x = paper_for(form, size).columns(*_LOOKS[form].results)
    is_empty = not any(row["jenis"] == "TAMBAHAN" for row in ROWS if row["contoh"] == example)
    dash, later = ("-", "(dapat ditambahkan pada tahun berjalan)") if is_empty else ("", "")
    number = ("".join(cells(example, lambda row: row["nomor"], once=True)) + dash,)
    results = "".join(cells(example, with_giver, once=True)) + later
    indicators = "".join(cells(example, lambda row: row["indikator"], once=False)) + dash
    targets = "".join(cells(example, lambda row: row["target"], once=False)) + dash
    sorts = "".join(cells(example, lambda row: row["aspek_atau_perspektif"], once=False)) + dash
    if form is Form.A_1_7:
        expected = (*number, "".join(cells(example, parent, once=True)) + dash, results, sorts, indicators, targets)
    else:
        expected = (*number, results, indicators, targets, sorts)
    for place, (found, wanted) in enumerate(zip(columns_of(path, x), expected, strict=True), 1):
        assert found == bare(wanted), f"({place})"


def test_the_narrative_example_has_its_measures_under_each_result(sheet_of, print_sheets):
    path, _ = print_sheets([sheet_of("BIDAN")])
    x = paper_for(Form.A_1_6, PaperSize.FOLIO).columns(*_LOOKS[Form.A_1_6].results)
    numbers, told = columns_of(path, x, has_repeated_heads=False)
    assert numbers == "1234"
    label = "Ukuran keberhasilan/ indikator kinerja individu dan Target:"
    expected = ""
    for number in "1234":
        rows = [row for row in ROWS if (row["contoh"], row["nomor"]) == ("BIDAN", number)]
        expected += with_giver(rows[0]) + label + "".join(f"- {row['indikator']}" for row in rows)
    assert told == bare(expected)


@pytest.mark.parametrize("example", ["KASUBDIT-II", "JF-TBP"])
def test_the_published_sheet_of_stage_six_has_number_superior_and_result(example, sheet_of, print_sheets):
    """p. 148-150: the same plans, before their measures were agreed."""
    path, _ = print_sheets([sheet_of(example)], PaperStyle(is_stage_six=True))
    x = paper_for(Form.A_1_7, PaperSize.FOLIO).columns(*_STAGE_SIX[Form.A_1_7])
    expected = (
        "".join(cells(example, lambda row: row["nomor"], once=True)) + "-",
        "".join(cells(example, parent, once=True)) + "-",
        "".join(cells(example, with_giver, once=True)) + "(dapat ditambahkan pada tahun berjalan)",
    )
    assert columns_of(path, x) == [bare(text) for text in expected]


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_the_published_expectations_stand_beside_their_values(example, sheet_of, print_sheets):
    """The right column of the behaviour block, value by value: the label, then the leader's points."""
    form = EXAMPLES[example]
    path, _ = print_sheets([sheet_of(example)])
    left = paper_for(form, PaperSize.FOLIO).columns(*_LOOKS[form].behaviour)[2]
    told = ""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            _, bottom, right, top = page.get_bbox()
            told += text.get_text_bounded(left, bottom + FOOT_TOP, right, top)
    told = bare(told[told.index("Ekspektasi Khusus Pimpinan:") :])
    expected = "".join(
        "Ekspektasi Khusus Pimpinan:" + "".join(f"- {point}" for point in part(example, value.name))
        for value in BehaviourValue
    )
    assert told.startswith(bare(expected))


@pytest.mark.parametrize("example", ["KASUBDIT-II", "BIDAN"])
def test_the_published_annex_numbers_each_part_anew(example, sheet_of, print_sheets):
    """p. 158 and 187."""
    path, _ = print_sheets([sheet_of(example, Form.A_1_8)])
    with pypdfium2.PdfDocument(path) as document:
        text = bare("".join(page.get_textpage().get_text_range() for page in document))
    expected = ""
    for title, name in (
        ("DUKUNGAN SUMBER DAYA", "RESOURCES"),
        ("SKEMA PERTANGGUNGJAWABAN", "ACCOUNTABILITY"),
        ("KONSEKUENSI", "CONSEQUENCES"),
    ):
        expected += title + "".join(f"{number}.{told}" for number, told in enumerate(part(example, name), 1))
    assert bare(expected) in text
