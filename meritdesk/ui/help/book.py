"""A chapter of the manual as a document to read or print: anchors on its headings, calm type, pictures that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from meritdesk.messages.manual import ANCHOR, HEADING, Chapter
from meritdesk.resources import manual_root
from meritdesk.ui import look

PICTURE_WIDTH = 660
PRINTED_PICTURE_WIDTH = 560
_HEADING_SIZES = {1: 1.7, 2: 1.35, 3: 1.12, 4: 1.0}
_SPACE_BEFORE = {1: 4.0, 2: 26.0, 3: 18.0, 4: 12.0}


class Pages(QTextDocument):
    """A document that finds the pictures of the manual and draws them no wider than the column."""

    def __init__(self, folder: Path, widest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._widest = widest

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the chapters, scaled once with care; everything else is not for us."""
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return super().loadResource(kind, name)
        path = (self._folder / (name.toString() if isinstance(name, QUrl) else name)).resolve()
        if not path.is_relative_to(manual_root().resolve()) or not path.is_file():
            return QImage()
        picture = QImage(str(path))
        ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
        width = round(self._widest * ratio)
        if picture.width() > width:
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture


def chapter_pages(chapters: Iterable[Chapter], language: str, font: QFont, for_paper: bool = False) -> QTextDocument:
    """Chapters as one document in the colours of the window, or in black for paper."""
    chosen = tuple(chapters)
    document = Pages(manual_root() / language, PRINTED_PICTURE_WIDTH if for_paper else PICTURE_WIDTH)
    document.setDefaultFont(font)
    document.setDocumentMargin(0 if for_paper else 3 * look.RHYTHM)
    text = "\n\n".join(_without_anchors(chapter.text) for chapter in chosen)
    document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    sections = [section for chapter in chosen for section in chapter.sections]
    _mark_headings(document, [section.anchor for section in sections], font)
    _calm(document, for_paper)
    return document


def note_pages(markdown: str, font: QFont) -> QTextDocument:
    """A short text, such as the answer to *why?*, in the same type as the manual."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(2 * look.RHYTHM)
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    _mark_headings(document, [], font)
    _calm(document, for_paper=False)
    return document


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph of a document, in its order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def escaped(text: str) -> str:
    """A text that stands in Markdown as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)


def _without_anchors(text: str) -> str:
    return "\n".join("" if ANCHOR.match(line) else line for line in text.splitlines())


def _mark_headings(document: QTextDocument, anchors: list[str], font: QFont) -> None:
    """Give each heading its size, air and anchor; headings come in the order of the sections."""
    waiting = iter(anchors)
    size = font.pointSizeF()
    for block in blocks_of(document):
        level = block.blockFormat().headingLevel()
        if not level:
            continue
        anchor = next(waiting, "")
        for cursor, style in _spans(block):
            # Qt enlarges headings by an adjustment of its own; ours alone counts.
            style.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            style.setFontPointSize(size * _HEADING_SIZES.get(level, 1.0))
            style.setFontWeight(QFont.Weight.DemiBold)
            if anchor:
                style.setAnchor(True)
                style.setAnchorNames([anchor])
            cursor.setCharFormat(style)


def _calm(document: QTextDocument, for_paper: bool) -> None:
    """Air between paragraphs, colours of links, lines of tables."""
    palette = QGuiApplication.palette()
    link = QColor("#1f4f7a") if for_paper else palette.color(QPalette.ColorRole.Link)
    text = QColor("#000000") if for_paper else palette.color(QPalette.ColorRole.Text)
    line = QColor("#b0b6bc") if for_paper else palette.color(QPalette.ColorRole.Mid)
    for block in blocks_of(document):
        level = block.blockFormat().headingLevel()
        is_listed = block.textList() is not None
        roomy = QTextBlockFormat()
        # A picture is one line: a taller line would leave a gap below it.
        percent = 100 if any(span.format.isImageFormat() for span in block.textFormats()) else 122
        roomy.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        roomy.setTopMargin(_SPACE_BEFORE.get(level, 0.0) if level else 0)
        roomy.setBottomMargin(3 if is_listed else 8)
        if for_paper and level == 1 and block.position():
            roomy.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).mergeBlockFormat(roomy)
        for cursor, style in _spans(block):
            is_link = style.isAnchor() and bool(style.anchorHref())
            ink = QTextCharFormat()
            ink.setForeground(link if is_link else text)
            cursor.mergeCharFormat(ink)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            looks = frame.format()
            looks.setBorder(1)
            looks.setBorderBrush(line)
            looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            looks.setBorderCollapse(True)
            looks.setCellPadding(5)
            looks.setCellSpacing(0)
            looks.setTopMargin(6)
            looks.setBottomMargin(10)
            looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(looks)


def _spans(block: QTextBlock) -> Iterator[tuple[QTextCursor, QTextCharFormat]]:
    """The runs of one look in a paragraph, each with a cursor over it."""
    for span in block.textFormats():
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + span.start)
        cursor.setPosition(block.position() + span.start + span.length, QTextCursor.MoveMode.KeepAnchor)
        yield cursor, span.format


def heading_lines(text: str) -> int:
    """How many headings a Markdown text has, as the window counts them."""
    return sum(bool(HEADING.match(line)) for line in text.splitlines())


def fits(size: QSize) -> QSize:
    """A window of help that leaves the edge of a small screen free."""
    screen = QGuiApplication.primaryScreen()
    return size if screen is None else size.boundedTo(screen.availableSize() - QSize(40, 60))
