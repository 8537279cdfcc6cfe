"""The icon and the version that Windows shows of the program file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from meritdesk import __version__
from shipping.places import ROOT

DRAWING = ROOT / "resources" / "icons" / "clipboard-check.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
GROUND = "#1f5f8b"


def write_icon(target: Path) -> None:
    """The program's sign, white on blue, in every size that Windows asks for."""
    _ = QGuiApplication.instance() or QGuiApplication(["icon"])
    drawn = [_drawn(size) for size in SIZES]
    drawn[-1].save(target, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])


def _drawn(size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    white = DRAWING.read_text(encoding="utf-8").replace("currentColor", "#ffffff")
    margin = size * 0.14
    QSvgRenderer(QByteArray(white.encode())).render(
        painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin)
    )
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")
    return Image.open(BytesIO(bytes(kept.data().data())))


def version_words(program: str) -> str:
    """The version resource, in PyInstaller's own notation; what Explorer shows under Properties, Details."""
    numbers = tuple([int(part) for part in __version__.split(".")] + [0] * 4)[:4]
    told = {
        "CompanyName": "MeritDesk",
        "FileDescription": "MeritDesk – meja penilaian kinerja / appraisal desk",
        "FileVersion": __version__,
        "InternalName": "meritdesk",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": program,
        "ProductName": "MeritDesk",
        "ProductVersion": __version__,
    }
    strings = ", ".join(f"StringStruct({name!r}, {words!r})" for name, words in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, "
        "fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable('040904B0', "
        f"[{strings}])]), VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )
