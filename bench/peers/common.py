"""What every peer may use: type, colours, paper, pictures and the modules of a QR."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import segno

from meritdesk.core.documents import PaperStyle
from meritdesk.core.evaluation import OrgLevel
from meritdesk.printing.curve import add_curve
from meritdesk.printing.emblem import add_emblem, load_emblem
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.resources import resource

FONTS = {
    "regular": resource("fonts", "MeritDeskBonum-Regular.ttf"),
    "italic": resource("fonts", "MeritDeskBonum-Italic.ttf"),
    "bold": resource("fonts", "MeritDeskBonum-Bold.ttf"),
}
FONT_FOLDER = FONTS["regular"].parent
FILL = (222, 235, 247)
SIZE, LEADING = 11, 13.2
# The table of results has narrow columns.
TIGHT = 9.5
DOCUMENT_PAPER, RESULTS_PAPER = (612.0, 936.0), (936.0, 612.0)
QR_SIDE = 50.0
STYLE = PaperStyle()


def qr_matrix(text: str) -> list[bytes]:
    """The modules of a QR, with the fixed mask that saves two thirds of the time."""
    return [bytes(row) for row in segno.make(text, error="m", mask=3, boost_error=False, micro=False).matrix]


def qr_bars(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """How many modules a side has, and the dark ones as bars: column, row from the top, length."""
    matrix = qr_matrix(text)
    bars = []
    for row, bits in enumerate(matrix):
        start = bits.find(1)
        while start >= 0:
            end = bits.find(0, start)
            end = len(bits) if end < 0 else end
            bars.append((start, row, end - start))
            start = bits.find(1, end)
    return len(matrix), bars


def qr_svg(text: str) -> str:
    """A QR as a drawing."""
    code = segno.make(text, error="m", mask=3, boost_error=False, micro=False)
    return code.svg_inline(scale=1, border=4)


def pictures(workshop: Path) -> dict[str, Path]:
    """The emblem and the five curves as pictures, made once before any clock starts."""
    made = {"emblem": workshop / "emblem.png"}
    made |= {level.value: workshop / f"curve-{level.value}.png" for level in OrgLevel}
    if all(path.exists() for path in made.values()):
        return made
    emblem = load_emblem()
    _picture(made["emblem"], "Emblem", (emblem.width, emblem.height), add_emblem)
    for level in OrgLevel:
        _picture(
            made[level.value], f"Curve{level.value}", (430.0, 190.0), lambda pdf, level=level: add_curve(pdf, level)
        )
    return made


def _picture(target: Path, name: str, size: tuple[float, float], add: object) -> None:
    page = target.with_suffix(".pdf")
    with page.open("wb") as stream:
        pdf = PdfFile(stream, name)
        add(pdf)
        pdf.add_page(*size, f"q /{name} Do Q")
        pdf.close()
    document = pypdfium2.PdfDocument(page)
    document[0].render(scale=200 / 72).to_pil().save(target)
    document.close()
