"""One page as it is being composed: boxes, text, strike lines and repeated drawings, turned into PDF operators last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meritdesk.core.people import PersonBlock
from meritdesk.printing.ink import Ink, Subset, spell
from meritdesk.printing.pages import Stencil
from meritdesk.printing.text import Line, Run, Segment, TextStyle
from meritdesk.printing.typefaces import Face

HEADING_FILL = "0.871 0.922 0.969 rg"
BASELINE = 0.79  # of the leading, from the top of a line
_GREY = "0.482 g"
_HAIRLINE = 0.48
_STRIKE_UP = 0.24
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """One end of a bracket that joins two framed rows; both ends carry the same name."""

    name: str
    is_end: bool


class _Figures(dict[float, str]):
    """Figures as they stand in a file, for those that come again and again."""

    def __missing__(self, value: float) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        text = self[value] = f"{value:.2f}"
        return text


_figures = _Figures()


class Piece(NamedTuple):
    """Text in one face and size: everything but the height at which it stands."""

    name: str
    size: float
    leading: float
    is_grey: bool
    before: str
    """Operators up to the vertical position; empty where the piece goes on behind the one before it."""
    down: float
    """How far below the top of the text the baseline is."""
    after: str


class Strike(NamedTuple):
    """A line through words: from, to, and how far below the top of the text."""

    left: float
    right: float
    down: float


class Written(NamedTuple):
    """Set lines as they can be put on any page at any height."""

    lines: Sequence[Line]
    left: float
    pieces: tuple[Piece, ...]
    strikes: tuple[Strike, ...]
    used: Mapping[Subset, frozenset[str]]


def written(lines: Sequence[Line], left: float) -> Written:
    """Spell set lines from their left edge; a line straight below another of its kind takes only a line feed."""
    pieces: list[Piece] = []
    fed: list[str] = []
    last: tuple[float, str, TextStyle, bool] | None = None
    before, start = "", 0.0
    top = 0.0
    for segments, style in lines:
        if len(segments) != 1:
            return _Writing(lines, left).done()
        ((x, _, text, run),) = segments
        spelled, beyond = spell(text, run.face)
        if len(spelled) != 1 or run.is_struck or beyond:
            return _Writing(lines, left).done()
        ((name, string),) = spelled
        kind = x, name, style, run.is_grey
        if kind == last:
            fed.append(f"({string})'")
        else:
            if last is not None:
                _, name_before, style_before, was_grey = last
                after = "\n".join(fed)
                pieces.append(
                    Piece(name_before, style_before.size, style_before.leading, was_grey, before, start, after)
                )
            last = kind
            # Left edges are few and remembered; where a centred line begins is new nearly every time.
            before = f"1 0 0 1 {left + x:.2f} " if x else f"1 0 0 1 {_figures[left]} "
            start = top + BASELINE * style.leading
            fed = [f" Tm\n({string})Tj"]
        top += style.leading
    if last is not None:
        pieces.append(_piece(last, before, start, fed))
    return Written(lines, left, tuple(pieces), (), {})


def one_word(text: str, x: float, size: float, face: Face = Face.REGULAR) -> Written:
    """A piece of text that needs no breaking, to be put with its baseline as its top."""
    return written((Line((Segment(0.0, 0.0, text, Run(text, face)),), TextStyle(size, 0.0)),), x)


def _piece(kind: tuple[float, str, TextStyle, bool], before: str, down: float, after: Sequence[str]) -> Piece:
    _, name, style, is_grey = kind
    return Piece(name, style.size, style.leading, is_grey, before, down, "\n".join(after))


class _Writing:
    """The same for lines of several runs or fonts, with words struck out, or with letters beyond the usual ones."""

    def __init__(self, lines: Sequence[Line], left: float) -> None:
        self._lines, self._left = lines, left
        self._pieces: list[Piece] = []
        self._strikes: list[Strike] = []
        self._used: dict[Subset, frozenset[str]] = {}
        self._begun: Piece | None = None
        self._fed: list[str] = []  # lines below the piece that has begun
        top = 0.0
        for line in lines:
            self._line(line, top)
            top += line.style.leading

    def done(self) -> Written:
        """What came of it."""
        self._end()
        return Written(self._lines, self._left, tuple(self._pieces), tuple(self._strikes), self._used)

    def _end(self) -> None:
        if self._begun is not None:
            if self._fed:
                self._begun = self._begun._replace(after="\n".join((self._begun.after, *self._fed)))
            self._pieces.append(self._begun)
        self._fed, self._begun = [], None

    def _line(self, line: Line, top: float) -> None:
        segments, (size, leading) = line.segments, (line.style.size, line.style.leading)
        down = top + BASELINE * leading
        if len(segments) != 1:
            self._end()
        for x, width, text, run in segments:
            x += self._left
            if run.is_struck:
                self._strikes.append(Strike(x, x + width, down - _STRIKE_UP * size))
            pieces, used = spell(text, run.face)
            for subset, characters in used.items():
                self._used[subset] = self._used.get(subset, frozenset()) | characters
            kinds = [(name, size, leading, run.is_grey, f"1 0 0 1 {_figures[x]} ") for name, _ in pieces]
            if len(kinds) == 1 == len(segments):
                if self._begun is not None and self._begun[:5] == kinds[0]:
                    self._fed.append(f"({pieces[0][1]})'")
                else:
                    self._end()
                    self._begun = Piece(*kinds[0], down, f" Tm\n({pieces[0][1]})Tj")
                continue
            self._end()
            for place, (kind, (_, string)) in enumerate(zip(kinds, pieces, strict=True)):
                if place:
                    self._pieces.append(Piece(*kind[:4], "", 0.0, f"({string})Tj"))
                else:
                    self._pieces.append(Piece(*kind, down, f" Tm\n({string})Tj"))


class Page:
    """Everything that stands on one page, in points from the lower left corner.

    ``anchors`` are the framed rows that a bracket joins: anchor, left edge, top and bottom. ``under`` is what lies in
    the file once for many pages and is drawn before everything else.
    """

    def __init__(self) -> None:
        self.anchors: list[tuple[Anchor, float, float, float]] = []
        self.signatures: list[tuple[PersonBlock, float, float, float, float]] = []
        self._fills: list[str] = []
        self._boxes: list[str] = []
        self._drawings: list[str] = []
        self.strikes: list[str] = []
        self.placed: list[tuple[Written, float]] = []
        self.under: Stencil | None = None

    def box(self, left: float, bottom: float, width: float, height: float) -> None:
        """A thin black frame."""
        self._boxes.append(f"{_figures[left]} {bottom:.2f} {_figures[width]} {_figures[height]} re")

    def fill(self, left: float, bottom: float, width: float, height: float) -> None:
        """The light blue ground of a heading."""
        self._fills.append(f"{_figures[left]} {bottom:.2f} {_figures[width]} {_figures[height]} re")

    def ground(self, left: float, right: float, bottom: float, height: float, *, is_filled: bool) -> None:
        """The frame of a cell, with the light blue ground where it is a heading."""
        rectangle = f"{_figures[left]} {bottom:.2f} {_figures[right - left]} {_figures[height]} re"
        self._boxes.append(rectangle)
        if is_filled:
            self._fills.append(rectangle)

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

    def text(self, text: Written, top: float) -> None:
        """Set lines with their upper edge at ``top``."""
        self.placed.append((text, top))
        for left, right, down in text.strikes:
            self.strikes.append(f"{left:.2f} {top - down:.2f} m {right:.2f} {top - down:.2f} l")

    def line(self, line: Line, left: float, baseline: float) -> None:
        """One set line of text."""
        self.text(written((line,), left), baseline + BASELINE * line.style.leading)

    def word(self, text: str, x: float, baseline: float, size: float, face: Face = Face.REGULAR) -> None:
        """A piece of text that needs no breaking."""
        self.placed.append((one_word(text, x, size, face), baseline))

    @property
    def texts(self) -> Iterator[tuple[float, float, str, Run, float]]:
        """Every piece of text with its place: x, baseline, text, run, size."""
        for text, top in self.placed:
            for line in text.lines:
                baseline = top - BASELINE * line.style.leading
                for part in line.segments:
                    yield text.left + part.x, baseline, part.text, part.run, line.style.size
                top -= line.style.leading

    def _operators(self, ink: Ink) -> list[str]:
        operators = ["BT"]
        put = operators.append
        fonts: set[str] = set()
        last_name, last_size, last_leading, was_grey = "", 0.0, 0.0, False
        for text, top in self.placed:
            for name, size, leading, is_grey, before, down, after in text.pieces:
                if is_grey is not was_grey:
                    was_grey = is_grey
                    put(_GREY if is_grey else "0 g")
                if name != last_name or size != last_size:
                    last_name, last_size = name, size
                    fonts.add(name)
                    put(f"/{name} {size:g} Tf")
                if leading != last_leading and leading:
                    last_leading = leading
                    put(f"{leading:g} TL")
                put(f"{before}{top - down:.2f}{after}" if before else after)
            if text.used:
                ink.add(text.used)
        if was_grey:
            put("0 g")
        put("ET")
        if self.strikes:
            operators += ["0.8 w", *self.strikes, "S"]
        ink.take(fonts)
        return operators

    def content(self, ink: Ink, watermark: str = "") -> str:
        """The page as PDF operators; ``watermark`` is drawn over the grounds and under everything else."""
        return "\n".join([self.grounds(watermark), *self._operators(ink)])

    def grounds(self, watermark: str = "") -> str:
        """What stands under the text as PDF operators."""
        parts: list[str] = []
        if self._fills:
            parts += [HEADING_FILL, *self._fills, "f 0 g"]
        if watermark:
            parts.append(watermark)
        if self._boxes:
            parts += [f"{_HAIRLINE} w", *self._boxes, "S"]
        return "\n".join([*parts, *self._drawings])


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
