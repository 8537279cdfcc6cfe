"""Own sheets of the office on the same stationery as the forms: head, facts, tables, texts, signatures, foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from meritdesk.core.documents import PaperSize
from meritdesk.core.office_paper import (
    ColumnAlign,
    OfficePaper,
    PaperCode,
    PaperHonour,
    PaperSignature,
    PaperSpread,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import PersonBlock
from meritdesk.messages import Messages
from meritdesk.printing.curve import curve_picture
from meritdesk.printing.emblem import emblem_picture
from meritdesk.printing.page import HEADING_FILL
from meritdesk.printing.qr import qr_operators
from meritdesk.printing.stationery import (
    BODY,
    Paper,
    Signature,
    fitting_style,
    gap,
    long_date,
    middle_signature_block,
    notes_block,
    paper_of,
    signature_block,
    words,
)
from meritdesk.printing.table import PAD_SIDE, Block, Cell, Frame, Picture, Row, cell
from meritdesk.printing.text import Align, TextStyle, bullet, plain
from meritdesk.printing.typefaces import Face
from meritdesk.printing.wording import prescribed_wording

_ALIGN = {ColumnAlign.LEFT: Align.LEFT, ColumnAlign.CENTRE: Align.CENTRE, ColumnAlign.RIGHT: Align.RIGHT}
_LABEL_SHARE = 0.3
_COLON_WIDTH = 14.0
# Headings that would take more of a page than this are set once and not repeated.
_REPEATED_UP_TO = 0.35
# Where the columns of a spread begin, as shares of the width: label, count, share, bar.
_SPREAD_EDGES = (0.0, 0.3, 0.42, 0.54, 1.0)
_BAR_HEIGHT = 11.0
_BAR_ROW = 20.0
_READ_ALOUD = 12
"""More groups than these are typed and not read aloud."""
_CODE_SIDE = 150.0
_GROUPS = TextStyle(20, 44)
_OF_AGENCY, _OF_TITLE, _OF_WORDS, _OF_NAME = (
    TextStyle(14, 17), TextStyle(28, 34), TextStyle(13, 17), TextStyle(24, 29),
)  # fmt: skip
_CERTIFICATE_WORDS = 0.76
"""The share of the width that the words of a certificate take."""
# A column this narrow still takes the widest letter.
_LEAST_COLUMN = 24.0


def own_paper_for(paper: OfficePaper, size: PaperSize) -> Paper:
    """The sheet of paper on which an own sheet is drawn."""
    return paper_of(paper.is_landscape, size)


def about_line(sheet: OfficePaper) -> str:
    """What the sheet is about, for its foot: a text or a label key in words."""
    return _messages().worded(sheet.about)


def office_story(paper: Paper, sheet: OfficePaper) -> list[Block]:
    """All blocks of an own sheet in the order in which it is read."""
    if any(isinstance(section, PaperHonour) for section in sheet.sections):
        return certificate_story(paper, sheet)
    head = [plain(sheet.agency_name, BODY, Align.CENTRE)] if sheet.agency_name.strip() else []
    head.append(plain(_shown(sheet.title), BODY, Align.CENTRE, Face.BOLD))
    if sheet.subtitle.strip():
        head.append(plain(_shown(sheet.subtitle), BODY, Align.CENTRE))
    blocks = [
        Block([(cell(paper.left, paper.right, head, frame=Frame.NONE),)], is_whole=True, is_kept_with_next=True),
        gap(paper, 8),
        *_facts(paper, sheet.facts),
    ]
    for section in sheet.sections:
        blocks.append(gap(paper, 8))
        blocks += _section(paper, section)
    if sheet.signatures:
        blocks[-1].is_kept_with_next = True
        blocks.append(gap(paper, 10))
        blocks += _signatures(paper, sheet)
    if sheet.notes:
        blocks.append(gap(paper, 6, is_kept_with_next=False))
        blocks.append(notes_block(paper, tuple(_shown(note) for note in sheet.notes)))
    return blocks


def certificate_story(paper: Paper, sheet: OfficePaper) -> list[Block]:
    """A certificate: the emblem, the title, the name in large letters in the middle, and a signature below."""
    emblem = Cell(paper.left, paper.right, (), frame=Frame.NONE, picture=emblem_picture())
    blocks = [
        gap(paper, 10),
        Block([(emblem,)], is_whole=True, is_kept_with_next=True),
        gap(paper, 6),
        _centred(paper, sheet.agency_name, _OF_AGENCY),
        gap(paper, 8),
        _centred(paper, sheet.title, _OF_TITLE, Face.BOLD),
        _centred(paper, sheet.subtitle, BODY),
    ]
    for section in sheet.sections:
        if isinstance(section, PaperHonour):
            told = words(_messages().reason(section.told))
            blocks += [gap(paper, 12), _centred(paper, section.above, _OF_WORDS), gap(paper, 4)]
            blocks += [_centred(paper, section.name, _OF_NAME, Face.BOLD), gap(paper, 2)]
            blocks += [_centred(paper, one, BODY) for one in section.about]
            blocks += [gap(paper, 12), _centred(paper, told, _OF_WORDS, room=_CERTIFICATE_WORDS)]
            blocks += [gap(paper, 4), _centred(paper, section.below, BODY, Face.ITALIC, _CERTIFICATE_WORDS)]
        else:
            blocks += _section(paper, section)
    blocks.append(gap(paper, 14))
    blocks += [middle_signature_block(paper, _signature(one, sheet, is_last=True)) for one in sheet.signatures]
    return blocks


def certificate_frame(paper: Paper) -> str:
    """A double line around a certificate, clear of the foot."""
    left, right = paper.left - 14, paper.right + 14
    bottom, top = paper.bottom - 4, paper.top + 14
    inner = 4.0
    width, height = right - left - 2 * inner, top - bottom - 2 * inner
    return (
        f"q 1.6 w {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S "
        f"0.6 w {left + inner:.2f} {bottom + inner:.2f} {width:.2f} {height:.2f} re S Q"
    )


def _centred(paper: Paper, text: str, style: TextStyle, face: Face = Face.REGULAR, room: float = 1.0) -> Block:
    """A line in the middle of the sheet, over a share of its width."""
    edge = (paper.right - paper.left) * (1 - room) / 2
    shown = [plain(_shown(text), style, Align.CENTRE, face)] if text.strip() else []
    whole = cell(paper.left + edge, paper.right - edge, shown, frame=Frame.NONE)
    return Block([(whole,)], is_whole=True, is_kept_with_next=True)


def _section(paper: Paper, section: PaperTable | PaperText | PaperSpread | PaperCode | PaperHonour) -> list[Block]:
    if isinstance(section, PaperCode):
        return _code(paper, section)
    if isinstance(section, PaperHonour):
        raise TypeError("a page of honour is a sheet of its own")
    if isinstance(section, PaperTable):
        return _table(paper, section)
    return _spread(paper, section) if isinstance(section, PaperSpread) else _text(paper, section)


@cache
def _messages() -> Messages:
    """Paper speaks Indonesian, whatever the language of the window."""
    return Messages("id")


def _shown(text: str) -> str:
    """A text or label key in words; a dash when there is nothing."""
    return words(_messages().worded(text))


def _facts(paper: Paper, facts: Sequence[tuple[str, str]]) -> Iterable[Block]:
    split_at = paper.left + (paper.right - paper.left) * _LABEL_SHARE
    colon = prescribed_wording().word("D.1.1.colon")
    for label, value in facts:
        row = (
            cell(paper.left, split_at, [plain(_shown(label), BODY)], frame=Frame.NONE),
            cell(split_at, split_at + _COLON_WIDTH, [plain(colon, BODY)], frame=Frame.NONE),
            cell(split_at + _COLON_WIDTH, paper.right, [plain(_shown(value), BODY)], frame=Frame.NONE),
        )
        yield Block([row])


def _heading(paper: Paper, text: str) -> list[Block]:
    if not text.strip():
        return []
    whole = cell(paper.left, paper.right, [plain(_shown(text), BODY, face=Face.BOLD)], frame=Frame.NONE)
    return [Block([(whole,)], is_whole=True, is_kept_with_next=True)]


def _text(paper: Paper, section: PaperText) -> list[Block]:
    blocks = _heading(paper, section.heading)
    for line in section.lines or ("",):
        text = _shown(line) if isinstance(line, str) else words(_messages().reason(line))
        paragraph = bullet(text, BODY) if section.is_list else plain(text, BODY)
        blocks.append(Block([(cell(paper.left, paper.right, [paragraph], frame=Frame.NONE),)]))
    return blocks


def _table(paper: Paper, part: PaperTable) -> list[Block]:
    blocks = _heading(paper, part.heading)
    if not part.columns:
        return [*blocks, *_text(paper, PaperText(tuple(" · ".join(row) for row in part.rows) or (part.empty_text,)))]
    edges = _edges(paper, part)
    rows = [_fitted(row, len(part.columns)) for row in part.rows]
    total = _fitted(part.total, len(part.columns)) if part.total else ()
    style = _style(part, edges, [*rows, total] if total else rows)
    headings = tuple(
        cell(left, right, [plain(_shown(column.heading), style, Align.CENTRE)], is_filled=True, is_centred=True)
        for (left, right), column in zip(_spans(edges), part.columns, strict=True)
    )
    head = Block([headings], is_whole=True, is_kept_with_next=True)
    blocks.append(head)
    repeat = (head,) if head.height <= (paper.top - paper.bottom) * _REPEATED_UP_TO else ()
    aligns = [_ALIGN[column.align] for column in part.columns]
    blocks += [Block([_row(edges, row, aligns, style, Face.REGULAR)], repeat=repeat) for row in rows]
    if not rows:
        nothing = plain(_shown(part.empty_text), BODY, Align.CENTRE, Face.ITALIC)
        blocks.append(Block([(cell(paper.left, paper.right, [nothing]),)], repeat=repeat))
    if total:
        blocks[-1].is_kept_with_next = True
        blocks.append(Block([_row(edges, total, aligns, style, Face.BOLD)], repeat=repeat))
    return blocks


def _row(edges: Sequence[float], texts: Sequence[str], aligns: Sequence[Align], style: TextStyle, face: Face) -> Row:
    return tuple(
        cell(left, right, [plain(text, style, align, face)])
        for (left, right), text, align in zip(_spans(edges), texts, aligns, strict=True)
    )


def _spread(paper: Paper, part: PaperSpread) -> list[Block]:
    """The guide curve, then a table whose last column is drawn: one bar a label."""
    blocks = _heading(paper, part.heading)
    if part.level is not None:
        drawn = cell(paper.left, paper.right, [], frame=Frame.NONE, picture=curve_picture(part.level))
        blocks += [Block([(drawn,)], is_whole=True), gap(paper, 8)]
    room = paper.right - paper.left
    edges = [paper.left + room * share for share in _SPREAD_EDGES]
    texts = [
        (_shown(heading), right - left) for (left, right), heading in zip(_spans(edges), part.headings, strict=True)
    ]
    style = fitting_style(texts)
    heads = tuple(
        cell(left, right, [plain(text, style, Align.CENTRE)], is_filled=True, is_centred=True)
        for (left, right), (text, _) in zip(_spans(edges), texts, strict=True)
    )
    head = Block([heads], is_whole=True, is_kept_with_next=True)
    blocks.append(head)
    aligns = (Align.LEFT, Align.RIGHT, Align.RIGHT)
    width = edges[4] - edges[3] - 2 * PAD_SIDE
    for row in part.rows:
        said = [
            cell(left, right, [plain(_shown(text), BODY, align)], is_centred=True, least=_BAR_ROW)
            for (left, right), text, align in zip(
                _spans(edges), (row.label, row.count, row.share), aligns, strict=False
            )
        ]
        bar = Picture(_bar(width * float(row.length)), width, _BAR_HEIGHT)
        blocks.append(Block([(*said, cell(edges[3], edges[4], [], picture=bar, is_centred=True))], repeat=(head,)))
    if any(part.total):
        blocks[-1].is_kept_with_next = True
        said = [
            cell(left, right, [plain(_shown(text), BODY, align, Face.BOLD)])
            for (left, right), text, align in zip(_spans(edges), part.total, aligns, strict=False)
        ]
        blocks.append(Block([(*said, cell(edges[3], edges[4], []))], repeat=(head,)))
    return blocks


def _code(paper: Paper, part: PaperCode) -> list[Block]:
    """The square code left, the groups right: one to scan, the others to read aloud or to type.

    Few groups are numbered and stand large, two a line; a long line to type stands small, four groups a line.
    """
    blocks = _heading(paper, part.heading)
    edge = paper.left + _CODE_SIDE + 4 * PAD_SIDE
    code = Picture(qr_operators(part.text, _CODE_SIDE), _CODE_SIDE, _CODE_SIDE)
    if len(part.groups) <= _READ_ALOUD:
        numbered = [f"{place}) {group}" for place, group in enumerate(part.groups, 1)]
        lines = [" · ".join(numbered[start : start + 2]) for start in range(0, len(numbered), 2)]
        groups = [plain(line, _GROUPS, Align.CENTRE, Face.BOLD) for line in lines]
    else:
        lines = ["   ".join(part.groups[start : start + 4]) for start in range(0, len(part.groups), 4)]
        groups = [plain(line, BODY, Align.CENTRE) for line in lines]
    row = (
        cell(paper.left, edge, [], picture=code, is_centred=True),
        cell(edge, paper.right, groups, is_centred=True),
    )
    return [*blocks, Block([row], is_whole=True)]


def _bar(length: float) -> str:
    """A bar from the left edge; nobody at all leaves the cell empty."""
    if not length:
        return ""
    return f"{HEADING_FILL} 0 0 {length:.2f} {_BAR_HEIGHT} re f 0.48 w 0 0 {length:.2f} {_BAR_HEIGHT} re S"


def _edges(paper: Paper, part: PaperTable) -> tuple[float, ...]:
    """The column lines: by share, but none so narrow that a letter does not fit."""
    room = paper.right - paper.left
    shares = [max(column.share, 1) for column in part.columns]
    least = min(_LEAST_COLUMN, room / len(shares))
    free = room - least * len(shares)
    edges = [paper.left]
    for share in shares:
        edges.append(edges[-1] + least + free * share / sum(shares))
    return (*(round(edge, 2) for edge in edges[:-1]), paper.right)


def _spans(edges: Sequence[float]) -> list[tuple[float, float]]:
    return list(pairwise(edges))


def _fitted(row: Sequence[str], count: int) -> tuple[str, ...]:
    """A row of exactly as many cells as there are columns, in words; no text is dropped."""
    texts = tuple(_messages().worded(text) for text in row)
    if len(texts) > count:
        return (*texts[: count - 1], " ".join(texts[count - 1 :]))
    return (*texts, *[""] * (count - len(texts)))


def _style(part: PaperTable, edges: Sequence[float], rows: Sequence[Sequence[str]]) -> TextStyle:
    spans = [right - left for left, right in _spans(edges)]
    texts = [(_shown(column.heading), width) for column, width in zip(part.columns, spans, strict=True)]
    for row in rows:
        texts += zip(row, spans, strict=True)
    return fitting_style(texts)


def _signatures(paper: Paper, sheet: OfficePaper) -> list[Block]:
    """Two by two; the last one, and a lonely one, stands right under place and date. Each pair stays together."""
    last = len(sheet.signatures) - 1
    signatures: list[Signature | None] = [
        _signature(one, sheet, is_last=place == last) for place, one in enumerate(sheet.signatures)
    ]
    if len(signatures) % 2:
        signatures.insert(len(signatures) - 1, None)
    blocks: list[Block] = []
    for left, right in zip(signatures[::2], signatures[1::2], strict=True):
        if blocks:
            blocks.append(gap(paper, 6))
        assert right is not None
        block = signature_block(paper, left, right)
        block.is_kept_with_next = False
        blocks.append(block)
    return blocks


def _signature(one: PaperSignature, sheet: OfficePaper, *, is_last: bool) -> Signature:
    wording = prescribed_wording()
    day = one.signed_on or (sheet.dated if is_last else None)
    above = ""
    if day or is_last:
        written = long_date(day) if day else wording.word("sign.open-date")
        place = sheet.place.strip()
        above = wording.word("sign.place-and-date", place=place, date=written) if place else written
    signer = one.signer or PersonBlock(wording.word("sign.open-name"))
    return Signature(_shown(one.capacity) if one.capacity.strip() else "", signer, above)
