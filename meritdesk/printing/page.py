"""One page as it is being composed: boxes, text, strike lines and repeated drawings, turned into PDF operators last."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.people import PersonBlock
from meritdesk.printing.ink import Ink
from meritdesk.printing.text import Line, Run
from meritdesk.printing.typefaces import Face

HEADING_FILL = "0.871 0.922 0.969 rg"
_GREY = "0.482 g"
_HAIRLINE = 0.48


@dataclass(frozen=True, slots=True)
class Anchor:
    """One end of a bracket that joins two framed rows; both ends carry the same name."""

    name: str
    is_end: bool


class Page:
    """Everything that stands on one page, in points from the lower left corner.

    ``anchors`` are the framed rows that a bracket joins: anchor, left edge, top and bottom.
    """

    def __init__(self) -> None:
        self.anchors: list[tuple[Anchor, float, float, float]] = []
        self._fills: list[str] = []
        self._boxes: list[str] = []
        self._drawings: list[str] = []
        self._strikes: list[str] = []
        self._texts: list[tuple[float, float, str, Run, float]] = []
        self.signatures: list[tuple[PersonBlock, float, float, float, float]] = []

    def box(self, left: float, bottom: float, width: float, height: float) -> None:
        """A thin black frame."""
        self._boxes.append(f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re")

    def fill(self, left: float, bottom: float, width: float, height: float) -> None:
        """The light blue ground of a heading."""
        self._fills.append(f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re")

    def rule(self, left: float, right: float, y: float) -> None:
        """A thin horizontal line."""
        self._boxes.append(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l")

    def upright(self, x: float, bottom: float, top: float) -> None:
        """A thin vertical line."""
        self._boxes.append(f"{x:.2f} {bottom:.2f} m {x:.2f} {top:.2f} l")

    def drawing(self, operators: str) -> None:
        """Operators drawn under the text, kept apart from the rest of the page."""
        self._drawings.append(f"q {operators} Q")

    def signature(self, signer: PersonBlock, left: float, bottom: float, width: float, height: float) -> None:
        """Note the room in which a person signs; nothing is drawn."""
        self.signatures.append((signer, left, bottom, width, height))

    def line(self, line: Line, left: float, baseline: float) -> None:
        """One set line of text."""
        size = line.style.size
        for part in line.segments:
            x = left + part.x
            self._texts.append((x, baseline, part.text, part.run, size))
            if part.run.is_struck:
                y = baseline + 0.24 * size
                self._strikes.append(f"{x:.2f} {y:.2f} m {x + part.width:.2f} {y:.2f} l")

    def word(self, text: str, x: float, baseline: float, size: float, face: Face = Face.REGULAR) -> None:
        """A piece of text that needs no breaking."""
        self._texts.append((x, baseline, text, Run(text, face), size))

    def content(self, ink: Ink, watermark: str = "") -> str:
        """The page as PDF operators; ``watermark`` is drawn over the grounds and under everything else."""
        parts: list[str] = []
        if self._fills:
            parts += [HEADING_FILL, *self._fills, "f 0 g"]
        if watermark:
            parts.append(watermark)
        if self._boxes:
            parts += [f"{_HAIRLINE} w", *self._boxes, "S"]
        parts += self._drawings
        parts += text_operators(ink, self._texts)
        if self._strikes:
            parts += ["0.8 w", *self._strikes, "S"]
        return "\n".join(parts)


def text_operators(ink: Ink, texts: list[tuple[float, float, str, Run, float]]) -> list[str]:
    """PDF operators for placed pieces of text: x, baseline, text, run, size."""
    operators = ["BT"]
    font, is_grey = ("", 0.0), False
    for x, y, text, run, size in texts:
        if run.is_grey is not is_grey:
            is_grey = run.is_grey
            operators.append(_GREY if is_grey else "0 g")
        operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for name, string in ink.shown(text, run.face):
            if (name, size) != font:
                font = name, size
                operators.append(f"/{name} {size:g} Tf")
            operators.append(f"({string})Tj")
    if is_grey:
        operators.append("0 g")
    operators.append("ET")
    return operators
