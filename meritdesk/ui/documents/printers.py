"""The printers of this PC, and what was remembered for each: the last one per form, its shift and its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF, QSettings, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

POINTS_PER_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """How this printer is fed: a shift in millimetres to the right and down, and whether pages are shrunk to fit."""

    right_mm: float = 0.0
    down_mm: float = 0.0
    is_fitted: bool = False


class Printers(Protocol):
    """What the print dialog needs of the machine."""

    def names(self) -> tuple[str, ...]:
        """All installed printers, the standard one first."""
        ...

    def printer(self, name: str) -> QPrinter:
        """A printer ready for a job, at its own resolution."""
        ...


class SystemPrinters:
    """The printers that the operating system knows."""

    def names(self) -> tuple[str, ...]:
        """All installed printers, the standard one first."""
        standard = QPrinterInfo.defaultPrinterName()
        names = list(QPrinterInfo.availablePrinterNames())
        return tuple(sorted(names, key=lambda name: (name != standard, name.casefold())))

    def printer(self, name: str) -> QPrinter:
        """A printer ready for a job, at its own resolution."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def page_layout(width: float, height: float) -> QPageLayout:
    """The layout for a page of so many points; Folio is no standard size of Qt and gets its name here."""
    short, long = sorted((width, height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    if size.id() is QPageSize.PageSizeId.Custom:
        size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "Folio / F4")
    lies = width > height
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def remembered_printer(form: str) -> str:
    """The printer that this form was last printed on; empty when it never was."""
    return str(QSettings().value(f"printer-for/{form}", "") or QSettings().value("printer-for/any", ""))


def remember_printer(form: str, name: str) -> None:
    """Next time this form is offered the same printer; another form that has none yet is offered it too."""
    QSettings().setValue(f"printer-for/{form}", name)
    QSettings().setValue("printer-for/any", name)


def setup_of(name: str) -> PrinterSetup:
    """What was set for a printer after its test page."""
    settings = QSettings()
    place = f"printer-setup/{name.replace('/', '_')}"
    return PrinterSetup(
        _number(settings.value(f"{place}/right", 0.0)),
        _number(settings.value(f"{place}/down", 0.0)),
        str(settings.value(f"{place}/fitted", "false")).casefold() == "true",
    )


def keep_setup(name: str, setup: PrinterSetup) -> None:
    """Remember it for this printer."""
    settings = QSettings()
    place = f"printer-setup/{name.replace('/', '_')}"
    settings.setValue(f"{place}/right", setup.right_mm)
    settings.setValue(f"{place}/down", setup.down_mm)
    settings.setValue(f"{place}/fitted", "true" if setup.is_fitted else "false")


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0
