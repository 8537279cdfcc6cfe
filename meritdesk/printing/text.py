"""Text on paper: runs, paragraphs and the lines they break into. No text is ever lost; what cannot fit is broken."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from meritdesk.printing.typefaces import Face, character_widths, legible, measure, word_widths


class Align(Enum):
    """Where a line stands in its cell."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class TextStyle(NamedTuple):
    """A named size of type with the distance from line to line, in points."""

    size: float
    leading: float


class Run(NamedTuple):
    """A stretch of text in one face; ``is_grey`` marks placeholders, ``is_struck`` the options not chosen."""

    text: str
    face: Face = Face.REGULAR
    is_grey: bool = False
    is_struck: bool = False


class Paragraph(NamedTuple):
    """Runs that flow together; ``hang`` is how far following lines are indented, in points."""

    runs: tuple[Run, ...]
    style: TextStyle
    align: Align = Align.LEFT
    hang: float = 0.0


class Segment(NamedTuple):
    """A part of a line in one run; ``x`` counts from the left edge of the text."""

    x: float
    width: float
    text: str
    run: Run


class Line(NamedTuple):
    """One line of set text."""

    segments: tuple[Segment, ...]
    style: TextStyle


_LEAST_REST = 4

# One unbreakable piece of a word: its text, the number of its run, its width in points.
_Fragment = tuple[str, int, float]


def plain(text: str, style: TextStyle, align: Align = Align.LEFT, face: Face = Face.REGULAR) -> Paragraph:
    """A paragraph of one run of any text."""
    return Paragraph((Run(legible(text), face),), style, align)


def placeholder(text: str, style: TextStyle, align: Align = Align.LEFT) -> Paragraph:
    """Grey italic text that stands for what is still missing."""
    return Paragraph((Run(legible(text), Face.ITALIC, is_grey=True),), style, align)


def bullet(text: str, style: TextStyle) -> Paragraph:
    """A point of a list, led by a dash, with following lines indented behind it."""
    return point("- ", (Run(legible(text)),), style)


def point(lead: str, runs: tuple[Run, ...], style: TextStyle) -> Paragraph:
    """A point of a list behind its dash or number, with following lines indented behind it."""
    first, *others = runs
    led = Run(lead + first.text, first.face, first.is_grey, first.is_struck)
    return Paragraph((led, *others), style, hang=measure(lead, first.face) * style.size)


def widest_word(text: str, style: TextStyle, face: Face = Face.REGULAR) -> float:
    """How wide the longest word is, in points."""
    return max(map(word_widths(face).__getitem__, text.split()), default=0.0) * style.size


def break_lines(paragraph: Paragraph, width: float) -> Sequence[Line]:
    """Set a paragraph to a width in points; a word wider than the width is broken between characters."""
    if len(paragraph.runs) == 1:
        lines = _lines_of_run(paragraph, paragraph.runs[0], width)
        if lines:
            return lines
    return _lines_of_runs(paragraph, width)


def _lines_of_run(paragraph: Paragraph, run: Run, width: float) -> list[Line]:
    """The usual case, done directly: one run and no word wider than the width; nothing where that does not hold."""
    style, hang, align = paragraph.style, paragraph.hang, paragraph.align
    size = style.size
    widths = word_widths(run.face)
    space = widths[" "] * size
    lines: list[Line] = []
    for logical in run.text.split("\n"):
        words = logical.split(" ")
        if "" in words:
            words = [word for word in words if word]
        indent = hang if lines else 0.0
        room = width - indent
        used = 0.0
        begin = 0
        for place, word in enumerate(words):
            wide = widths[word] * size
            if wide > room:
                return []
            if place == begin:
                used = wide
            elif used + space + wide > room:
                lines.append(_line_of_words(words[begin:place], run, style, align, indent, width, used))
                indent = hang
                room = width - hang
                begin, used = place, wide
                if wide > room:
                    return []
            else:
                used += space + wide
        if words:
            lines.append(_line_of_words(words[begin:], run, style, align, indent, width, used))
        else:
            lines.append(Line((), style))
    return lines


def _line_of_words(
    words: list[str], run: Run, style: TextStyle, align: Align, indent: float, width: float, used: float
) -> Line:
    text = " ".join(words)
    if align is Align.LEFT:
        return Line((Segment(indent, used, text, run),), style)
    wide = measure(text, run.face) * style.size
    shift = max(0.0, (width - indent - wide) * align.value)
    return Line((Segment(indent + shift, wide, text, run),), style)


@lru_cache(maxsize=2048)
def _lines_of_runs(paragraph: Paragraph, width: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for words in _logical_lines(paragraph):
        _fill(paragraph, words, width, lines)
    return tuple(lines)


def _logical_lines(paragraph: Paragraph) -> list[list[list[_Fragment]]]:
    """Words per logical line; a word is a list of fragments, since a run may end in the middle of a word."""
    size = paragraph.style.size
    logical: list[list[list[_Fragment]]] = [[]]
    glued = False
    for number, run in enumerate(paragraph.runs):
        for index, text in enumerate(run.text.split("\n")):
            if index:
                logical.append([])
                glued = False
            pieces = text.split(" ")
            for place, piece in enumerate(pieces):
                if place:
                    glued = False
                if not piece:
                    continue
                fragment = piece, number, measure(piece, run.face) * size
                if glued:
                    logical[-1][-1].append(fragment)
                else:
                    logical[-1].append([fragment])
                glued = True
    return logical


def _fill(paragraph: Paragraph, words: list[list[_Fragment]], width: float, lines: list[Line]) -> None:
    setting: list[tuple[bool, _Fragment]] = []  # a space before it?, fragment
    used = 0.0
    room = width - (paragraph.hang if lines else 0.0)
    space = measure(" ", paragraph.runs[0].face) * paragraph.style.size if paragraph.runs else 0.0

    def end_line() -> None:
        nonlocal used, room
        lines.append(_set_line(paragraph, setting, width, paragraph.hang if lines else 0.0))
        setting.clear()
        used = 0.0
        room = width - paragraph.hang

    for word in words:
        wide = sum(fragment[2] for fragment in word)
        if setting and used + space + wide > room:
            end_line()
        if wide <= room:
            used += wide + (space if setting else 0.0)
            for index, fragment in enumerate(word):
                setting.append((index == 0 and bool(setting), fragment))
            continue
        for text, number, _ in word:
            for part in _break_word(paragraph, text, number, used, room, width - paragraph.hang):
                if setting and used + part[2] > room:
                    end_line()
                setting.append((False, part))
                used += part[2]
    end_line()


def _break_word(
    paragraph: Paragraph, text: str, number: int, used: float, first: float, following: float
) -> list[_Fragment]:
    """Parts of a word that is wider than the column, each as long as a line takes; at least one character."""
    size = paragraph.style.size
    table = character_widths(paragraph.runs[number].face)
    parts: list[_Fragment] = []
    room = first - used
    start, wide = 0, 0.0
    for place, character in enumerate(text):
        step = table[character] * size
        if wide + step > room and place > start:
            end = _better_break(text, start, place)
            part = text[start:end]
            parts.append((part, number, sum(table[sign] for sign in part) * size))
            wide = sum(table[sign] for sign in text[end:place]) * size
            start, room = end, following
        wide += step
    parts.append((text[start:], number, wide))
    return parts


def _better_break(text: str, start: int, place: int) -> int:
    """Prefer to break behind a slash or hyphen near the end of the part, and leave no lonely letters behind."""
    for candidate in range(place, max(start + 1, place - 12), -1):
        if text[candidate - 1] in "/-_.,;:":
            return candidate
    if len(text) - place < _LEAST_REST and place - start > 2 * _LEAST_REST:
        return place - _LEAST_REST
    return place


def _set_line(paragraph: Paragraph, setting: list[tuple[bool, _Fragment]], width: float, indent: float) -> Line:
    size = paragraph.style.size
    pieces: list[tuple[int, str]] = []
    for spaced, (text, number, _) in setting:
        if pieces and pieces[-1][0] == number:
            pieces[-1] = number, pieces[-1][1] + (" " + text if spaced else text)
        else:
            if pieces and spaced:
                pieces[-1] = pieces[-1][0], pieces[-1][1] + " "
            pieces.append((number, text))
    segments: list[Segment] = []
    x = indent
    for number, text in pieces:
        run = paragraph.runs[number]
        wide = sum(map(character_widths(run.face).__getitem__, text)) * size
        segments.append(Segment(x, wide, text, run))
        x += wide
    shift = (width - x) * paragraph.align.value
    if shift > 0 and paragraph.align is not Align.LEFT:
        segments = [Segment(part.x + shift, part.width, part.text, part.run) for part in segments]
    return Line(tuple(segments), paragraph.style)
