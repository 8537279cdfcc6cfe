"""The ground of the look: style, palette, letter size and the few rules, all that the first paint needs.

Nothing here says ``Qt.Something``: the names of that class are made when one of them is first asked for, all at once,
and that takes as long as everything else before the first paint.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

SMALLEST_POINT_SIZE = 10
STYLE = "Fusion"

# Each pair is light, dark.
ACCENT = ("#1f5f8b", "#8ecbf5")
QUIET = ("#5c6670", "#a7b0b8")


def lay(app: QApplication, is_dark_wanted: bool) -> None:
    """Give the application its style, palette, letter size and the few rules of its own."""
    if app.style().name().casefold() != STYLE.casefold():
        app.setStyle(STYLE)
    app.setPalette(palette(is_dark_wanted))
    font = app.font()
    if font.pointSizeF() < SMALLEST_POINT_SIZE:
        font.setPointSizeF(SMALLEST_POINT_SIZE)
        app.setFont(font)
    app.setStyleSheet(_rules())


def palette(dark: bool) -> QPalette:
    """A calm palette: paper white or slate, with the accent for selections."""
    window, base, other, text, button, line = (
        ("#23282d", "#1b1f23", "#21262b", "#e6e9ec", "#2d343a", "#3d454c")
        if dark
        else ("#f3f5f7", "#ffffff", "#f7f9fa", "#1c2126", "#f8f9fa", "#c9d0d6")
    )
    made = QPalette(QColor(button), QColor(window))
    role = QPalette.ColorRole
    for name, colour in (
        (role.WindowText, text),
        (role.Base, base),
        (role.AlternateBase, other),
        (role.Text, text),
        (role.ButtonText, text),
        (role.ToolTipBase, base),
        (role.ToolTipText, text),
        (role.Mid, line),
        (role.PlaceholderText, QUIET[dark]),
        (role.Highlight, "#2f6f9f" if dark else "#1f5f8b"),
        (role.HighlightedText, "#ffffff"),
        (role.Link, ACCENT[dark]),
        (role.Accent, ACCENT[dark]),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor("#7a838b" if dark else "#8c959d"))
    return made


def box_palette(dark: bool) -> QPalette:
    """Boxes to tick: the style draws their edge darker than the page, which nobody sees on slate."""
    made = palette(dark)
    if dark:
        made.setColor(QPalette.ColorRole.Base, QColor("#4a545d"))
    return made


def _rules() -> str:
    """What the palette cannot say; colours come from it, so that light and dark share one text.

    A height that stands here is the least that a layout gives, whatever the field asks for, so it goes by the letters.
    """
    line = QFontMetrics(QApplication.font()).height()
    fields = f"""
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ min-height: {max(24, line + 8)}px; }}
    QPushButton {{ min-height: {max(22, line + 2)}px; padding: 3px 12px; }}"""
    return f"{fields}{_PLAIN_RULES}"


# A label that was not told otherwise shows words as they are: a name from outside is no markup and draws no picture.
_PLAIN_RULES = """
    QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
    QToolTip { padding: 4px; }
    QLabel[textFormat="AutoText"], QToolTip[textFormat="AutoText"] { qproperty-textFormat: PlainText; }
    QHeaderView::section { padding: 4px 4px; border: 0; border-bottom: 1px solid palette(mid); font-weight: 600;
        background: palette(window); }
    QTableView, QTreeView, QListView { border: 1px solid palette(mid); }
    QTableView { gridline-color: palette(mid); }
    QFrame#head { background: palette(base); border-bottom: 1px solid palette(mid); }
    QFrame#rail { background: palette(base); border-right: 1px solid palette(mid); }
    QFrame#notice { background: palette(base); border: 1px solid palette(mid); border-radius: 4px; }
    QFrame#chip { border: 1px solid palette(mid); border-radius: 4px; background: palette(base); }
    QTabBar::tab { padding: 7px 14px 6px 14px; border: 0; border-bottom: 3px solid transparent; }
    QTabBar::tab:selected { border-bottom: 3px solid palette(highlight); font-weight: 600; }
    QTabBar::tab:focus { background: palette(base); }
    QTabBar#groups::tab { padding: 5px 14px 4px 14px; border: 0; color: palette(placeholder-text); }
    QTabBar#groups::tab:selected { color: palette(text); background: palette(base); font-weight: 600; }
    QTabWidget::pane { border: 0; border-top: 1px solid palette(mid); }
    QPushButton#primary { font-weight: 600; color: palette(highlighted-text); background: palette(highlight);
        border: 1px solid palette(highlight); border-radius: 3px; }
    QPushButton#primary:focus { border: 2px solid palette(text); }
    QPushButton#primary:disabled { color: palette(placeholder-text); background: palette(button);
        border-color: palette(mid); }
"""
