"""Charts that leave the window: as a picture, on paper, as text for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QMimeData, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgGenerator

from meritdesk.core.errors import UsageRefusal
from meritdesk.services.upkeep.lists import ListSheet
from meritdesk.ui.charts.chart import Chart, as_text
from meritdesk.ui.charts.painting import PAPER_INK, paint_chart

PICTURE = QSize(900, 520)
ENDINGS = (".png", ".svg", ".pdf")
_PNG_SCALE = 2
_PDF_DPI = 150
_FAMILY = "DejaVu Sans"


def save_picture(chart: Chart, path: Path, language: str) -> None:
    """A chart with its title as .png, .svg or .pdf; ``OVR-103`` another ending, ``OVR-104`` a place that refuses."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageRefusal("OVR-103", file=path.name)
    if ending == ".pdf":
        write_pdf([chart], path, language)
        return
    data = _png(chart, language) if ending == ".png" else _svg(chart, language)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageRefusal("OVR-104", file=path.name) from error


def picture(chart: Chart, language: str) -> QImage:
    """A chart with its title, sharp enough for a report."""
    image = QImage(PICTURE * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint_titled(painter, chart, QRectF(0, 0, PICTURE.width(), PICTURE.height()), language, 11)
    painter.end()
    return image


def clipboard_data(chart: Chart, language: str) -> QMimeData:
    """A chart for the clipboard: a picture for a letter, its numbers for a spreadsheet."""
    data = QMimeData()
    data.setImageData(picture(chart, language))
    data.setText(as_text([chart]))
    return data


def list_sheet(chart: Chart) -> ListSheet:
    """The numbers of a chart as a spreadsheet; nobody is named in it."""
    return ListSheet(
        list_key="overview.figures",
        title=chart.title,
        headings=chart.headings(),
        rows=[list(row) for row in chart.rows()],
        widths=[30, *(18 for _ in chart.series)],
        is_personal=False,
    )


def write_pdf(charts: Sequence[Chart], path: Path, language: str, heading: str = "") -> None:
    """One page a chart: title, picture, the table of its numbers, the notes; ``OVR-104`` a place that refuses."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(15, 15, 15, 15),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(charts[0].title if charts else "")
    painter = QPainter(writer)
    for number, chart in enumerate(charts):
        if number:
            writer.newPage()
        _paint_page(painter, chart, QRectF(0, 0, writer.width(), writer.height()), language, heading)
    painter.end()
    try:
        path.write_bytes(bytes(buffer.data().data()))
    except OSError as error:
        raise UsageRefusal("OVR-104", file=path.name) from error


def _png(chart: Chart, language: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(chart, language).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(chart: Chart, language: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(PICTURE)
    generator.setViewBox(QRect(0, 0, PICTURE.width(), PICTURE.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.description())
    painter = QPainter(generator)
    _paint_titled(painter, chart, QRectF(0, 0, PICTURE.width(), PICTURE.height()), language, 11)
    painter.end()
    return bytes(buffer.data().data())


def _paint_titled(painter: QPainter, chart: Chart, area: QRectF, language: str, points: float) -> None:
    """Title and subtitle above, notes below, the chart between them."""
    letters = QFont(_FAMILY)
    letters.setPointSizeF(points)
    bold = QFont(letters)
    bold.setPointSizeF(points * 1.3)
    bold.setWeight(QFont.Weight.DemiBold)
    inside = area.adjusted(16, 12, -16, -12)
    painter.setPen(PAPER_INK.text)
    y = _write(painter, bold, chart.title, inside, inside.top())
    y = _write(painter, letters, f"{chart.subtitle} ({chart.unit})", inside, y) + 6
    notes = "\n".join(chart.notes)
    metrics = QFontMetricsF(letters, painter.device())
    foot = _height(metrics, notes, inside.width()) if notes else 0.0
    painter.setFont(letters)
    plot = QRectF(inside.left(), y, inside.width(), inside.bottom() - y - foot - 6)
    if chart.is_empty:
        painter.drawText(plot, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), chart.empty)
    else:
        paint_chart(painter, chart, plot, PAPER_INK, language)
    painter.setPen(PAPER_INK.text)
    _write(painter, letters, notes, inside, inside.bottom() - foot)


def _paint_page(painter: QPainter, chart: Chart, page: QRectF, language: str, heading: str) -> None:
    letters = QFont(_FAMILY)
    letters.setPointSizeF(9)
    metrics = QFontMetricsF(letters, painter.device())
    painter.setPen(PAPER_INK.text)
    y = _write(painter, letters, heading, page, page.top()) + metrics.height() * 0.5 if heading else page.top()
    box = QRectF(page.left(), y, page.width(), page.width() * 0.6)
    painter.setPen(QPen(PAPER_INK.grid, 1))
    _paint_titled(painter, chart, box, language, 9)
    if not chart.is_empty:
        below = QRectF(page.left(), box.bottom(), page.width(), page.bottom() - box.bottom())
        _paint_table(painter, chart, below, letters)


def _paint_table(painter: QPainter, chart: Chart, area: QRectF, letters: QFont) -> None:
    """The numbers under the picture; a chart has at most a few dozen categories, which a page holds."""
    metrics = QFontMetricsF(letters, painter.device())
    bold = QFont(letters)
    bold.setWeight(QFont.Weight.DemiBold)
    rows = [chart.headings(), *chart.rows()]
    high = min(metrics.height() * 1.4, area.height() / (len(rows) + 1))
    first = area.width() * (0.4 if len(chart.series) > 1 else 0.6)
    wide = (area.width() - first) / max(len(chart.series), 1)
    y = area.top()
    for number, row in enumerate(rows):
        tall = 2 * high if number == 0 else high
        painter.setFont(bold if number == 0 else letters)
        painter.setPen(PAPER_INK.text)
        for place, cell in enumerate(row):
            left = area.left() if place == 0 else area.left() + first + (place - 1) * wide
            box = QRectF(left + 3, y, (first if place == 0 else wide) - 6, tall)
            side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), cell)
        y += tall
        painter.setPen(QPen(PAPER_INK.grid, 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def _write(painter: QPainter, letters: QFont, words: str, area: QRectF, y: float) -> float:
    """Words from a height on, over as many lines as they take; answers where they end."""
    if not words:
        return y
    metrics = QFontMetricsF(letters, painter.device())
    high = _height(metrics, words, area.width())
    painter.setFont(letters)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF(area.left(), y, area.width(), high), flags, words)
    return y + high


def _height(metrics: QFontMetricsF, words: str, width: float) -> float:
    room = QRectF(0, 0, width, 100_000)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
