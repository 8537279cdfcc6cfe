"""Charts: no text outside and none over another, at any size; told in words, as a table, on paper and in files."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.figures import (
    WORST_TO_BEST,
    Figure,
    FigureKind,
    FigureUnit,
    ResponseLine,
    Series,
    SeriesName,
    SeriesShape,
    response_figure,
)
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.ui.charts.chart import Chart, chart_of
from meritdesk.ui.charts.chart_table import SORT, ChartTable
from meritdesk.ui.charts.chart_view import ChartView
from meritdesk.ui.charts.layout import Layout, lay_out
from meritdesk.ui.charts.output import clipboard_data, list_sheet, save_picture, write_pdf
from meritdesk.ui.charts.painting import PAPER_INK, paint_chart
from meritdesk.ui.charts.scale import nice_scale
from meritdesk.ui.wording import Words

YEAR = Period(2025, PeriodKind.YEAR)
NUMBERS = st.integers(0, 15_000)


def spread(counts: Sequence[int], curve: Sequence[str] = ("2", "4", "6", "25", "60")) -> Figure:
    return Figure(
        FigureKind.DISTRIBUTION, YEAR, "u", "Dinas Kesehatan", FigureUnit.PEOPLE,
        tuple(f"PREDICATE:{one.name}" for one in WORST_TO_BEST),
        (Series(SeriesName.PEOPLE, SeriesShape.BARS, tuple(map(Decimal, counts))),),
        (Reason("FIG-CURVE", "", {"level": "LEVEL:GOOD"}),), tuple(map(Decimal, curve)),
    )  # fmt: skip


def weeks(counts: Sequence[int], due: int) -> Figure:
    totals = [sum(counts[: place + 1]) for place in range(len(counts))]
    days = tuple(f"2026-{1 + place // 4:02d}-{1 + 7 * (place % 4):02d}" for place in range(len(counts)))
    return Figure(
        FigureKind.SIGNATURES, YEAR, "", "Pemerintah Kota", FigureUnit.PAPERS, days,
        (
            Series(SeriesName.SIGNED_IN_WEEK, SeriesShape.BARS, tuple(map(Decimal, counts))),
            Series(SeriesName.SIGNED_SO_FAR, SeriesShape.LINE, tuple(map(Decimal, totals))),
            Series(SeriesName.TO_BE_SIGNED, SeriesShape.LIMIT, tuple(Decimal(due) for _ in counts)),
        ),
    )  # fmt: skip


def years(percents: Sequence[str | None]) -> Figure:
    known = tuple(None if one is None else Decimal(one) for one in percents)
    codes = tuple(f"2025-TW{place + 1}" for place in range(len(known)))
    return Figure(
        FigureKind.ACHIEVEMENT, YEAR, "", "Kota", FigureUnit.PERCENT, codes,
        (
            Series(SeriesName.ACHIEVED, SeriesShape.LINE, known),
            Series(SeriesName.TARGET, SeriesShape.LIMIT, tuple(Decimal(100) for _ in known)),
        ),
    )  # fmt: skip


def teams(days: Sequence[int]) -> Figure:
    lines = [
        ResponseLine(f"Tim percepatan perizinan {place}", Decimal(day), Decimal(day) / 2)
        for place, day in enumerate(days)
    ]
    return response_figure(lines, YEAR)


def laid_out(chart: Chart, width: int, height: int, points: float = 10, language: str = "id") -> Layout:
    letters = QFont("DejaVu Sans")
    letters.setPointSizeF(points)
    return lay_out(chart, QRectF(0, 0, width, height), QFontMetricsF(letters), language)


def assert_clean(found: Layout, width: int, height: int) -> None:
    """Every text inside, and no two on one another."""
    texts = found.texts()
    for text in texts:
        assert text.box.left() >= -0.5 and text.box.right() <= width + 0.5, text.words
        assert text.box.top() >= -0.5 and text.box.bottom() <= height + 0.5, text.words
    for place, text in enumerate(texts):
        for other in texts[place + 1 :]:
            assert not text.box.adjusted(1, 1, -1, -1).intersects(other.box.adjusted(1, 1, -1, -1)), (
                text.words, other.words,
            )  # fmt: skip


FIGURES = st.one_of(
    st.lists(NUMBERS, min_size=5, max_size=5).map(spread),
    st.tuples(st.lists(NUMBERS, min_size=1, max_size=26), NUMBERS).map(lambda found: weeks(*found)),
    st.lists(st.one_of(st.none(), st.decimals("0", "180", places=2).map(str)), min_size=1, max_size=4).map(years),
    st.lists(st.integers(0, 60), min_size=1, max_size=9).map(teams),
)


@given(FIGURES, st.integers(320, 1400), st.integers(210, 700), st.sampled_from([9.0, 10.0, 14.0]))
@settings(max_examples=60, deadline=None)
def test_no_text_leaves_a_chart_and_none_lies_on_another(
    qapp: QApplication, figure: Figure, width: int, height: int, points: float
) -> None:
    chart = chart_of(figure, Words("id"), "Pola menurut capaian organisasi")
    assert_clean(laid_out(chart, width, height, points), width, height)


@given(st.lists(NUMBERS, min_size=5, max_size=5).filter(any))
@settings(max_examples=30, deadline=None)
def test_bars_are_as_long_as_their_numbers_and_share_the_grid_of_the_curve(
    qapp: QApplication, counts: list[int]
) -> None:
    found = laid_out(chart_of(spread(counts), Words("id")), 500, 300)
    most = max(counts)
    for bar in found.bars:
        assert bar.box.height() == pytest.approx(found.plot.height() * counts[bar.place] / most * 60 / 70, abs=0.01)
    assert found.plot.bottom() - found.curve[-1].y() == pytest.approx(found.plot.height() * 60 / 70)


@given(st.floats(0.01, 1e6), st.booleans())
@settings(max_examples=50, deadline=None)
def test_ticks_are_steps_of_one_two_or_five_and_hold_the_number(most: float, whole: bool) -> None:
    scale = nice_scale(most, whole=whole)
    assert scale.high >= most * (1 - 1e-9) and scale.ticks[0] == 0
    assert len(scale.ticks) <= 8
    lead = f"{scale.step:e}"[0]
    assert lead in "125" and (not whole or scale.step >= 1)


def test_a_gap_in_the_numbers_is_a_gap_in_the_line(qapp: QApplication) -> None:
    found = laid_out(chart_of(years(["90", None, "95.5", "101"]), Words("id")), 500, 300)
    assert [len(piece) for piece in found.lines[0]] == [1, 2]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_chart_is_told_in_words_with_the_numbers_of_the_language(qapp: QApplication, language: str) -> None:
    words = Words(language)
    chart = chart_of(years(["90.25", None, "1095.5"]), words)
    assert ("90,3 %" if language == "id" else "90.3 %") in chart.told(0)
    assert chart.told(1).startswith(words.period(Period(2025, PeriodKind.QUARTER, 2)))
    assert "OVW" not in chart.description() and chart.description().count("\n") >= 3
    words.set_language("en")


def test_the_drawn_curve_is_never_told_as_numbers(qapp: QApplication) -> None:
    chart = chart_of(spread([1, 2, 3, 90, 4]), Words("id"))
    assert len(chart.rows()[0]) == 2 and "60" not in "".join(cell for row in chart.rows() for cell in row)


def test_the_table_says_what_the_picture_shows(qapp: QApplication) -> None:
    chart = chart_of(weeks([3, 0, 5], 20), Words("id"))
    table = ChartTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_chart(chart)
    assert [table.index(row, 2).data() for row in range(3)] == ["3", "3", "8"]
    assert [table.index(row, 2).data(SORT) for row in range(3)] == [3.0, 3.0, 8.0]
    table.show_chart(chart_of(weeks([0], 20), Words("id")))
    assert table.rowCount() == 0


def test_the_arrow_keys_read_a_chart_value_by_value(qtbot: QtBot, indonesian: Words) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(400, 240)
    view.show()
    view.show_chart(chart_of(spread([1, 2, 3, 90, 4]), indonesian), "id")
    view.setFocus()
    assert "Sangat Baik: Pegawai 4" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == 4 and view.accessibleDescription() == "Sangat Baik: Pegawai 4"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.accessibleDescription() == "Baik: Pegawai 90"
    view.grab()
    assert view.laid_out is not None
    qtbot.mouseMove(view, view.laid_out.hits[0].center().toPoint())
    assert view.current == 0


def test_without_numbers_there_is_a_sentence_and_no_picture(qtbot: QtBot, indonesian: Words) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(chart_of(spread([0] * 5), indonesian), "id")
    assert view._empty.text() == indonesian.messages.reason("FIG-NOTHING-DISTRIBUTION")
    assert view.accessibleDescription() == view._empty.text()


def test_a_chart_is_saved_as_picture_drawing_and_page(qapp: QApplication, tmp_path: Path) -> None:
    chart = chart_of(spread([1, 2, 3, 90, 4]), Words("id"), "Pola")
    for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")):
        save_picture(chart, tmp_path / f"grafik{ending}", "id")
        assert (tmp_path / f"grafik{ending}").read_bytes().startswith(start)
    with pytest.raises(UsageRefusal, match="OVR-103"):
        save_picture(chart, tmp_path / "grafik.bmp", "id")
    with pytest.raises(UsageRefusal, match="OVR-104"):
        save_picture(chart, tmp_path / "nowhere" / "grafik.png", "id")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".png", ".svg"]


def test_charts_go_to_paper_a_page_each(qapp: QApplication, tmp_path: Path) -> None:
    charts = [chart_of(one, Words("id")) for one in (spread([1, 2, 3, 90, 4]), weeks([3, 0, 5], 20), teams([4, 9]))]
    write_pdf(charts, tmp_path / "grafik.pdf", "id", "Pemerintah Kota")
    assert (tmp_path / "grafik.pdf").read_bytes().count(b"/Type /Page\n") == 3


def test_the_clipboard_gets_a_picture_and_the_numbers(qapp: QApplication) -> None:
    data = clipboard_data(chart_of(weeks([3, 0, 5], 20), Words("id")), "id")
    assert data.hasImage() and "8\t20" in data.text()
    sheet = list_sheet(chart_of(weeks([3, 0, 5], 20), Words("id")))
    assert len(sheet.headings) == 4 and not sheet.is_personal


def test_on_paper_a_chart_is_legible_without_colour(qapp: QApplication) -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_chart(painter, chart_of(weeks([3, 6, 5], 20), Words("id")), QRectF(0, 0, 600, 400), PAPER_INK, "id")
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    shades = {grey.pixelColor(x, y).value() for x in range(0, 600, 3) for y in range(0, 400, 3)}
    assert {0, 255} <= shades and any(100 < shade < 220 for shade in shades)
