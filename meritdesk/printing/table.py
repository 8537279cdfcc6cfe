"""The one table of the press: blocks of cells that split between lines, so that no text can be too long for a page.

A block is a set of rows side by side with cells that run over all of them (a number, a superior's result). Titles,
signatures and notes are blocks without a frame. The flow puts blocks on pages, repeats heads and keeps together what
belongs together; a signature never stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from meritdesk.core.people import PersonBlock
from meritdesk.printing.page import Anchor, Page, Written, written
from meritdesk.printing.text import Align, Line, Paragraph, TextStyle, break_lines, plain

PAD_SIDE = 5.0
PAD_TOP = 1.2
PAD_BOTTOM = 2.2
_THICK = 1.8

# A block up to this height moves to the next page as a whole; a taller one is split between lines.
_WHOLE_UP_TO = 112.0
_LEAST_START = 48.0


class Frame(Enum):
    """Which lines a cell draws."""

    NONE = 0
    ALL = 1
    TOP = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """Operators drawn in the middle of a cell, below its text; drawn with the lower left corner as origin."""

    operators: str
    width: float
    height: float


@dataclass(slots=True, eq=False)
class Cell:
    """One cell between two vertical positions, in points from the left edge of the paper; never changed once made."""

    left: float
    right: float
    lines: tuple[Line, ...]
    is_filled: bool = False
    is_centred: bool = False
    frame: Frame = Frame.ALL
    picture: Picture | None = None
    least: float = 0.0
    signer: PersonBlock | None = None
    height: float = field(init=False)
    """What the cell needs."""
    _filled_height: float = field(init=False)
    _written: Written | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        height = sum([line.style.leading for line in self.lines]) + PAD_TOP + PAD_BOTTOM
        if self.picture is not None:
            height += self.picture.height
        self._filled_height = height
        self.height = max(height, self.least)

    @property
    def written(self) -> Written:
        """The lines as they are put on a page, spelled once."""
        if self._written is None:
            self._written = written(self.lines, self.left + PAD_SIDE)
        return self._written

    def split(self, room: float, is_forced: bool) -> tuple[Cell, Cell]:
        """The lines that fit into ``room`` and the rest; at least one line when forced."""
        used = PAD_TOP + PAD_BOTTOM
        count = 0
        for line in self.lines:
            used += line.style.leading
            if used > room and not (is_forced and count == 0):
                break
            count += 1
        first = replace(self, lines=self.lines[:count], least=0.0)
        rest = replace(self, lines=self.lines[count:], least=0.0)
        if count < len(self.lines):
            return replace(first, picture=None), rest
        return first, replace(rest, picture=None)

    def draw(self, page: Page, top: float, height: float) -> None:
        """Put the cell on a page with its upper edge at ``top``."""
        if self.frame is Frame.ALL:
            page.ground(self.left, self.right, top - height, height, is_filled=self.is_filled)
        else:
            if self.is_filled:
                page.fill(self.left, top - height, self.right - self.left, height)
            if self.frame is Frame.TOP:
                page.rule(self.left, self.right, top)
        if self.signer is not None:
            page.signature(self.signer, self.left, top - height, self.right - self.left, height)
        y = top - PAD_TOP
        if self.is_centred:
            y -= (height - self._filled_height) / 2
        if self.lines:
            page.text(self.written, y)
        if self.picture is not None:
            x = self.left + (self.right - self.left - self.picture.width) / 2
            bottom = y - self._filled_height + PAD_TOP + PAD_BOTTOM
            page.drawing(f"1 0 0 1 {x:.2f} {bottom:.2f} cm {self.picture.operators}")


def cell(
    left: float,
    right: float,
    paragraphs: Iterable[Paragraph],
    *,
    is_filled: bool = False,
    is_centred: bool = False,
    frame: Frame = Frame.ALL,
    picture: Picture | None = None,
    least: float = 0.0,
) -> Cell:
    """A cell with its paragraphs set to its width."""
    width = right - left - 2 * PAD_SIDE
    lines: list[Line] = []
    for paragraph in paragraphs:
        lines += break_lines(paragraph, width)
    return Cell(left, right, tuple(lines), is_filled, is_centred, frame, picture, least)


@lru_cache(maxsize=4096)
def value_cell(left: float, right: float, text: str, style: TextStyle, align: Align = Align.LEFT) -> Cell:
    """A cell with one short value in a plain frame; ranks, posts and units come again and again and are remembered."""
    return cell(left, right, [plain(text, style, align)])


@lru_cache(maxsize=1024)
def known_cell(
    left: float, right: float, paragraphs: tuple[Paragraph, ...], *, is_filled: bool = False, frame: Frame = Frame.ALL
) -> Cell:
    """A cell that very many sheets share: choices, dates and roles, bars."""
    return cell(left, right, paragraphs, is_filled=is_filled, frame=frame)


Row = tuple[Cell, ...]


def _row_height(row: Row) -> float:
    return max([part.height for part in row])


class Block:
    """Rows that belong to one thing, with cells that run over all rows; ``repeat`` is set again on every new page.

    A framed block has a thick line around it; ``anchors`` are what a bracket may join it to. A block that starts a page
    never follows another on the same one.
    """

    __slots__ = (
        "anchors",
        "height",
        "heights",
        "is_framed",
        "is_kept_with_next",
        "is_whole",
        "merged",
        "repeat",
        "rows",
        "starts_page",
    )

    def __init__(
        self,
        rows: Sequence[Row],
        merged: Row = (),
        *,
        is_kept_with_next: bool = False,
        is_whole: bool = False,
        repeat: tuple[Block, ...] = (),
    ) -> None:
        self.rows = tuple(rows)
        self.merged = merged
        self.is_kept_with_next = is_kept_with_next
        self.is_whole = is_whole
        self.repeat = repeat
        self.is_framed = False
        self.anchors: tuple[Anchor, ...] = ()
        self.starts_page = False
        self.heights = [_row_height(row) for row in self.rows]
        height = sum(self.heights)
        if merged:
            tallest = _row_height(merged)
            if tallest > height:
                self.heights[-1] += tallest - height
                height = tallest
        self.height = height

    @property
    def stays_whole(self) -> bool:
        """Whether the block moves to the next page rather than being split."""
        return self.is_whole or self.height <= _WHOLE_UP_TO

    def draw(self, page: Page, top: float) -> None:
        """Put all rows on a page."""
        if self.is_framed:
            left, right = self.rows[0][0].left, self.rows[0][-1].right
            page.drawing(f"{_THICK} w {left:.2f} {top - self.height:.2f} {right - left:.2f} {self.height:.2f} re S")
            page.anchors += [(anchor, left, top, top - self.height) for anchor in self.anchors]
        for part in self.merged:
            part.draw(page, top, self.height)
        for row, height in zip(self.rows, self.heights, strict=True):
            for part in row:
                part.draw(page, top, height)
            top -= height

    def split(self, room: float, is_forced: bool = False) -> tuple[Block, Block] | None:
        """What fits into ``room`` points and the rest, or None when nothing sensible fits."""
        first: list[Row] = []
        rest: list[Row] = []
        used = 0.0
        for row in self.rows:
            height = _row_height(row)
            if not rest and used + height <= room:
                first.append(row)
                used += height
            elif not rest and (parts := _split_row(row, room - used, is_forced and not first)) is not None:
                first.append(parts[0])
                rest.append(parts[1])
                used += _row_height(parts[0])
            else:
                rest.append(row)
        if not first:
            return None
        merged = [part.split(max(room, used), is_forced) for part in self.merged]
        if not rest:
            if not any(second.lines for _, second in merged):
                return None
            rest.append(tuple(replace(part, lines=(), picture=None, least=0.0) for part in self.rows[-1]))
        begun = Block(first, tuple(one for one, _ in merged), repeat=self.repeat)
        left = Block(
            rest,
            tuple(two for _, two in merged),
            is_kept_with_next=self.is_kept_with_next,
            repeat=self.repeat,
        )
        begun.is_framed = left.is_framed = self.is_framed
        begun.anchors = self.anchors
        return begun, left


def _split_row(row: Row, room: float, is_forced: bool) -> tuple[Row, Row] | None:
    parts = [part.split(room, is_forced) for part in row]
    if not any(first.lines for first, _ in parts) or not any(second.lines for _, second in parts):
        return None
    if not is_forced and any(second.lines and not first.lines for first, second in parts):
        return None
    return tuple(first for first, _ in parts), tuple(second for _, second in parts)


class Flow:
    """Puts blocks on pages from ``top`` down to ``bottom``."""

    def __init__(self, top: float, bottom: float) -> None:
        self._top = top
        self._bottom = bottom
        self.pages = [Page()]
        self._y = top
        self._is_fresh = True

    def place(self, blocks: Sequence[Block]) -> list[Page]:
        """Lay out a whole sheet; every line of every block ends up on some page."""
        needs = _start_needs(blocks)
        for index, block in enumerate(blocks):
            follow = needs[index + 1] if block.is_kept_with_next else 0.0
            if (block.starts_page or self._room < needs[index]) and not self._is_fresh:
                self._turn(block)
            self._put(block, follow)
        return self.pages

    @property
    def _room(self) -> float:
        return self._y - self._bottom

    def _turn(self, block: Block) -> None:
        self.pages.append(Page())
        self._y = self._top
        for head in block.repeat:
            head.draw(self.pages[-1], self._y)
            self._y -= head.height
        self._is_fresh = True

    def _put(self, block: Block, follow: float) -> None:
        while True:
            room = self._room
            if block.height <= room and (block.height + follow <= room or self._cannot_help(block)):
                self._draw(block)
                return
            wanted = room
            if block.height <= room:
                # It fits, but what must stand with it does not: leave its last lines for the next page.
                wanted = block.height - min(_LEAST_START, block.height / 2)
            parts = block.split(wanted, is_forced=self._is_fresh)
            if parts is None and self._is_fresh:
                self._draw(block)
                return
            if parts is not None:
                self._draw(parts[0])
                block = parts[1]
            self._turn(block)

    def _cannot_help(self, block: Block) -> bool:
        """Whether turning the page would bring no more room for a block that stays whole."""
        return self._is_fresh and block.stays_whole

    def _draw(self, block: Block) -> None:
        block.draw(self.pages[-1], self._y)
        self._y -= block.height
        self._is_fresh = False


def _start_needs(blocks: Sequence[Block]) -> list[float]:
    """For each block the least room in which it may begin, what must follow it on the same page included."""
    needs = [0.0] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.stays_whole:
            needs[index] = block.height + (needs[index + 1] if block.is_kept_with_next else 0.0)
        else:
            needs[index] = _LEAST_START
    return needs
