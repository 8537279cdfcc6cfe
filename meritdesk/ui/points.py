"""Points that a process apart has drawn, as the window shows them: nothing is unpacked here, only copied."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QImage, QPixmap

from meritdesk.pictures import Raster


def image_of(raster: Raster) -> QImage:
    """The points as an image of its own."""
    width, height, points = raster
    return QImage(points, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def icon_of(raster: Raster) -> QIcon:
    """The points as a small picture in a list."""
    return QIcon(QPixmap.fromImage(image_of(raster)))
