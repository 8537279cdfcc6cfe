"""How the window looks: the few colours that mean something, sizes, icons drawn in the colour of the text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QTreeView,
)

from meritdesk.resources import resource
from meritdesk.ui import ground, icons

RHYTHM = 8
ROW_HEIGHT = 28

# Each pair is light, dark. Red only for what blocks, amber for what asks, green only for what has arrived.
_BLOCKS = ("#b3261e", "#f2b8b5")
_ASKS = ("#8a5000", "#ffb95c")
_ARRIVED = ("#1b6b3a", "#7ddba0")


_USUAL_LETTER = 13
"""How many pixels letters of 10 points have; the sizes that stand in the program were drawn for these."""


def in_letters(pixels: int) -> int:
    """A size of the program in the letters of now: whoever needs larger ones gets larger fields and rows with them."""
    letter = QFontInfo(QApplication.font()).pixelSize()
    return pixels if letter <= _USUAL_LETTER else round(pixels * letter / _USUAL_LETTER)


def ask_in(field: QLineEdit, words: str) -> None:
    """What an empty field asks for; the field is never so narrow that it could not be read."""
    field.setPlaceholderText(words)
    field.setMinimumWidth(max(field.minimumWidth(), field.fontMetrics().horizontalAdvance(words) + 2 * RHYTHM))


def let_wrap(label: QLabel, least: int) -> None:
    """On one line where there is room for it; else on several, in no less than ``least`` of width."""
    whole = label.fontMetrics().horizontalAdvance(label.text()) + 2
    label.setWordWrap(True)
    label.setMinimumWidth(min(whole, least))
    label.setMaximumWidth(max(whole, 1))


def is_dark() -> bool:
    """Whether the window is shown light on dark."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def _pick(pair: tuple[str, str]) -> QColor:
    return QColor(pair[1] if is_dark() else pair[0])


def blocks() -> QColor:
    """For what stops the work."""
    return _pick(_BLOCKS)


def asks() -> QColor:
    """For what waits for an answer."""
    return _pick(_ASKS)


def arrived() -> QColor:
    """For what has arrived, and nothing else."""
    return _pick(_ARRIVED)


def accent() -> QColor:
    """The one colour of the program."""
    return _pick(ground.ACCENT)


def quiet() -> QColor:
    """For what is said in passing."""
    return _pick(ground.QUIET)


def tint(wanted: QColor) -> QColor:
    """A meaning colour as the quiet ground of a cell; text on it keeps its own colour."""
    ground = QColor(wanted)
    ground.setAlpha(40 if is_dark() else 26)
    return ground


def apply(app: QApplication, is_dark_wanted: bool = False) -> None:
    """Give the application its style, palette, letter size and the few rules of its own."""
    ground.lay(app, is_dark_wanted)
    finish(app, is_dark_wanted)


def finish(app: QApplication, is_dark_wanted: bool) -> None:
    """What the first paint goes without (``ui/ground.py``): the borders of the system are light or dark as we are."""
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if is_dark_wanted else Qt.ColorScheme.Light)
    app.setPalette(ground.palette(is_dark_wanted))
    for kind in ("QCheckBox", "QRadioButton"):
        app.setPalette(ground.box_palette(is_dark_wanted), kind)  # type: ignore[arg-type]  # the stub says bytes
    _drawn.cache_clear()


def icon(name: str, size: int = 20) -> QIcon:
    """One of the program's icons in the colour of the text."""
    palette = QGuiApplication.palette()
    drawn = QIcon(_drawn(name, size, palette.color(QPalette.ColorRole.WindowText).name()))
    drawn.addPixmap(
        _drawn(name, size, palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()),
        QIcon.Mode.Disabled,
    )
    return drawn


@lru_cache(maxsize=64)
def _drawn(name: str, size: int, colour: str) -> QPixmap:
    source = resource("icons", f"{icons.FILES[name]}.svg").read_text(encoding="utf-8").replace(icons.INK, colour)
    renderer = QSvgRenderer(QByteArray(source.encode("utf-8")))
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def title(label: QLabel) -> QLabel:
    """Make a label the title of a page."""
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * 1.5)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def strong(label: QLabel) -> QLabel:
    """Make a label the heading of a part of a page."""
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def colour(label: QLabel, wanted: QColor) -> QLabel:
    """Give a label one of the meaning colours; the words beside it say the same."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, wanted)
    label.setPalette(palette)
    return label


def tidy(view: QTableView | QTreeView) -> None:
    """The manners of every list: whole rows, 28 px each, calm lines, no jumping."""
    view.setAlternatingRowColors(True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setFrameShape(QFrame.Shape.StyledPanel)
    if isinstance(view, QTableView):
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(in_letters(ROW_HEIGHT))
        header = view.horizontalHeader()
    else:
        view.setUniformRowHeights(True)
        header = view.header()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    if not (hasattr(view, "copy") or hasattr(view, "copy_block")):  # lists and grids of their own have their own way
        from meritdesk.ui.lists.copying import CopiesLines

        CopiesLines(view)
