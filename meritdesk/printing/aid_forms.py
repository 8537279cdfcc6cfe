"""The aids of planning: the indicator manual A.1.3, the workblock A.1.4 and the role-result matrix A.1.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meritdesk.core.aid_content import ManualContent, MatrixContent, MatrixLine, MatrixPart, WorkblockContent
from meritdesk.core.documents import PaperStyle, Sheet
from meritdesk.core.people import PersonBlock
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle, Workblock
from meritdesk.printing.page import Anchor
from meritdesk.printing.stationery import BODY, Paper, agency_line, bar, fitting_style, gap, title_block, words
from meritdesk.printing.table import Block, Cell, Frame, Row, cell
from meritdesk.printing.text import Align, Paragraph, Run, TextStyle, bullet, plain
from meritdesk.printing.typefaces import Face
from meritdesk.printing.wording import prescribed_wording

_MANUAL_COLUMNS = (87.0, 222.0, 838.0)
_CONTROL_COLUMNS = (87.0, 222.0, 406.0, 611.0, 838.0)
_REPORTING_COLUMNS = (87.0, 222.0, 349.0, 498.0, 661.0, 838.0)
_WORKBLOCK_COLUMNS = (79.0, 200.0, 311.0, 434.0, 554.0)
_WORKBLOCK_LIST = (79.0, 107.0, 554.0)
# Upright as the format draws them (p. 48), lying as the filled examples (p. 145).
_MATRIX_UPRIGHT = (93.0, 207.0, 285.0, 561.0)
_MATRIX_LYING = (81.0, 183.0, 285.0, 908.0)
# A column narrower than this breaks the long words of results; then the columns go over several pages.
_LEAST_COLUMN = 100.0
# A head that takes more of the page is not repeated whole, or nothing else would find room.
_MOST_OF_A_PAGE = 0.35
_ON_PAPER = (ControlLevel.OUTCOME, ControlLevel.INTERMEDIATE, ControlLevel.LOW)


def lies(sheet: Sheet, style: PaperStyle) -> bool:
    """Whether an aid that stands upright is printed lying: when asked for, and a matrix of more than three columns."""
    content = sheet.content
    is_wide = isinstance(content, MatrixContent) and content.widest > 3
    return is_wide or (style.is_landscape and isinstance(content, MatrixContent | WorkblockContent))


# A.1.3


def manual_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of an indicator manual: no persons, no signature (p. 38)."""
    wording = prescribed_wording()
    content = sheet.content if isinstance(sheet.content, ManualContent) else ManualContent("", "", IndicatorManual())
    manual = content.manual
    x = paper.columns(*_MANUAL_COLUMNS)

    def row(key: str, text: str) -> Block:
        label = cell(x[0], x[1], [_label(key)], is_filled=True)
        return Block([(label, cell(x[1], x[2], [plain(words(text), BODY)]))])

    def ground(runs: tuple[Run, ...]) -> Row:
        return (cell(x[1], x[2], [Paragraph(runs, BODY)], is_filled=True),)

    description = Block(
        [
            ground((Run(wording.word("manual.definition")),)),
            (cell(x[1], x[2], [plain(words(manual.definition), BODY)]),),
            ground(
                (Run(wording.word("manual.formula")), Run(wording.word("manual.formula.hint"), Face.ITALIC)),
            ),
            (cell(x[1], x[2], [plain(words(manual.formula), BODY)]),),
        ],
        (cell(x[0], x[1], [_label("manual.description")], is_filled=True),),
    )
    return [
        title_block(paper, sheet.form, style.show_form_code),
        gap(paper, 8),
        agency_line(paper, sheet, paper.columns(87, 502, 838)[1], is_ruled=False),
        row("manual.result", content.result),
        row("manual.indicator", content.indicator),
        row("manual.purpose", manual.purpose),
        description,
        row("manual.unit", manual.unit),
        _control_block(paper, manual),
        row("manual.source", manual.data_source),
        _reporting_block(paper, manual),
    ]


def _label(key: str) -> Paragraph:
    """A label of the manual; what stands in brackets on the form is a hint for filling it in, in italics."""
    wording = prescribed_wording()
    hint = f"{key}.hint"
    runs = [Run(wording.word(key))]
    if hint in wording:
        runs += [Run(" "), Run(wording.word(hint), Face.ITALIC)]
    return Paragraph(tuple(runs), BODY)


def _control_block(paper: Paper, manual: IndicatorManual) -> Block:
    """Quality and level of control; a level the form has no box for is added behind its last one, never dropped."""
    x = paper.columns(*_CONTROL_COLUMNS)
    chosen = manual.control_level
    row = [cell(x[0], x[1], [_label("manual.control")], is_filled=True)]
    for place, level in enumerate(_ON_PAPER, 1):
        paragraphs = [_box(_foreign(f"manual.control.{level.value}"), level is chosen)]
        if level is ControlLevel.LOW and chosen is not None and chosen not in _ON_PAPER:
            paragraphs.append(_box(_foreign(f"manual.control.{chosen.value}"), is_chosen=True))
        row.append(cell(x[place], x[place + 1], paragraphs))
    return Block([tuple(row)])


def _reporting_block(paper: Paper, manual: IndicatorManual) -> Block:
    x = paper.columns(*_REPORTING_COLUMNS)
    row = [cell(x[0], x[1], [_label("manual.reporting")], is_filled=True)]
    for place, cycle in enumerate(ReportingCycle, 1):
        runs = (Run(prescribed_wording().word(f"manual.reporting.{cycle.value}")),)
        row.append(cell(x[place], x[place + 1], [_box(runs, cycle is manual.reporting)]))
    return Block([tuple(row)])


def _foreign(key: str) -> tuple[Run, ...]:
    """A label whose foreign word stands in italics."""
    wording = prescribed_wording()
    text = wording.word(key)
    for foreign in wording.lines("manual.control.italic"):
        if text.startswith(foreign):
            rest = text.removeprefix(foreign)
            return (Run(foreign, Face.ITALIC), *((Run(rest),) if rest else ()))
    return (Run(text),)


def _box(runs: tuple[Run, ...], is_chosen: bool) -> Paragraph:
    mark = prescribed_wording().word("manual.box.chosen" if is_chosen else "manual.box.open")
    return Paragraph((Run(mark), *runs), BODY)


# A.1.4


def workblock_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of a workblock: no agency, no persons, no signature (p. 43)."""
    wording = prescribed_wording()
    block = sheet.content.block if isinstance(sheet.content, WorkblockContent) else Workblock("")
    x = paper.columns(*_WORKBLOCK_COLUMNS)
    labels = wording.lines("workblock.labels")
    values = (
        block.title, block.indicator_text, block.owner, block.parties,
        block.finished_by, block.beneficiaries, block.purpose, block.budget,
    )  # fmt: skip
    blocks = [_workblock_title(paper, sheet, style), gap(paper, 10)]
    for row in range(0, len(labels), 2):
        cells: list[Cell] = []
        for place in (0, 1):
            left, middle, right = x[2 * place : 2 * place + 3]
            cells.append(cell(left, middle, [plain(labels[row + place], BODY)], is_filled=True))
            cells.append(cell(middle, right, [plain(words(values[row + place]), BODY)]))
        blocks.append(Block([tuple(cells)]))
    for key, routine, transforming in (
        ("workblock.activities", block.routine_activities, block.transforming_activities),
        ("workblock.milestones", block.routine_milestones, block.transforming_milestones),
    ):
        blocks += _workblock_list(paper, wording.lines(key), routine, transforming)
    return blocks


def _workblock_title(paper: Paper, sheet: Sheet, style: PaperStyle) -> Block:
    """The title with its foreign word in italics."""
    wording = prescribed_wording()
    code, line = wording.lines(f"{sheet.form}.title")
    foreign = wording.word(f"{sheet.form}.title.italic")
    titles = [plain(code, BODY, Align.CENTRE)] if style.show_form_code else []
    titles.append(Paragraph((Run(foreign, Face.ITALIC), Run(line.removeprefix(foreign))), BODY, Align.CENTRE))
    whole = cell(paper.left, paper.right, titles, frame=Frame.NONE)
    return Block([(whole,)], is_whole=True, is_kept_with_next=True)


def _workblock_list(
    paper: Paper, heading: Sequence[str], routine: Sequence[str], transforming: Sequence[str]
) -> Iterator[Block]:
    """Activities or milestones: numbered through both parts, anew in each list."""
    wording = prescribed_wording()
    x = paper.columns(*_WORKBLOCK_LIST)
    name, foreign = heading
    yield bar(paper, [Paragraph((Run(name), Run(foreign, Face.ITALIC)), BODY, Align.CENTRE)])
    number = 0
    for key, texts in (("workblock.routine", routine), ("workblock.transforming", transforming)):
        yield bar(paper, [plain(wording.word(key), BODY)])
        for text in texts or ("",):
            number += bool(texts)
            shown = f"{number}." if texts else words("")
            numbers = cell(x[0], x[1], [plain(shown, BODY, Align.CENTRE)])
            yield Block([(numbers, cell(x[1], x[2], [plain(words(text), BODY)]))])


# A.1.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """Column lines of one group of result columns and which of the table's columns they show."""

    x: tuple[float, ...]
    first: int
    last: int


def matrix_story(paper: Paper, sheet: Sheet, style: PaperStyle) -> list[Block]:
    """All blocks of a matrix: the unit's table, and one for each team joined to the line of its lead (p. 48-49)."""
    content = sheet.content if isinstance(sheet.content, MatrixContent) else MatrixContent("", ())
    blocks = [title_block(paper, sheet.form, style.show_form_code)]
    parts = content.parts or (MatrixPart("", "", (), ()),)
    size = fitting_style([found for part in parts for grid in _grids(paper, part) for found in _texts(part, grid)])
    for part in parts:
        blocks.append(gap(paper, 12 if len(blocks) == 1 else 22))
        if part.team and part.team_name.strip():
            team = plain(prescribed_wording().word("matrix.team", name=part.team_name), BODY)
            blocks.append(Block([(cell(paper.left, paper.right, [team], frame=Frame.NONE),)], is_kept_with_next=True))
        grids = _grids(paper, part)
        for place, grid in enumerate(grids):
            table = list(_table(paper, part, grid, size, is_first=place == 0, is_last=place == len(grids) - 1))
            table[0].starts_page = place > 0
            blocks += table
    return blocks


def _grids(paper: Paper, part: MatrixPart) -> list[_Grid]:
    """The result columns in as few groups as leave every column wide enough to read, all of about the same size."""
    is_lying = paper.width > paper.height
    left, name, position, right = paper.columns(*(_MATRIX_LYING if is_lying else _MATRIX_UPRIGHT))
    count = max(1, len(part.columns))
    room = right - position
    # The format itself draws three columns on upright paper.
    most = max(3, int(room / _LEAST_COLUMN))
    groups = -(-count // most)
    grids = []
    first = 0
    for group in range(groups):
        last = first + count // groups + (1 if group < count % groups else 0)
        wide = room / (last - first)
        x = (left, name, *(round(position + wide * place, 2) for place in range(last - first + 1)))
        grids.append(_Grid(x, first, last))
        first = last
    return grids


def _texts(part: MatrixPart, grid: _Grid) -> Iterator[tuple[str, float]]:
    """All texts of a group with the room they have; the points of a list have less."""
    x = grid.x
    wide = x[3] - x[2]
    for name, position in ((part.name, part.position), *((line.name, line.position) for line in part.lines)):
        yield name, x[1] - x[0]
        yield position, x[2] - x[1]
    for place in range(grid.first, min(grid.last, len(part.columns))):
        yield part.columns[place], wide
        for line in part.lines:
            roles = line.cells[place]
            for role in roles:
                yield role, wide - (bullet("", BODY).hang if len(roles) > 1 else 0.0)
    yield prescribed_wording().word("matrix.no-role"), wide


def _table(
    paper: Paper, part: MatrixPart, grid: _Grid, style: TextStyle, *, is_first: bool, is_last: bool
) -> Iterator[Block]:
    """One table, or one group of its columns, with its two head rows on every page."""
    x = grid.x
    head = Block([_heads(part, grid, style)], is_whole=True, is_kept_with_next=True)
    tops = [part.columns[place] if part.columns else "" for place in range(grid.first, grid.last)]
    leader = Block(
        [
            (
                cell(x[0], x[1], [plain(words(part.name), style)], is_filled=True),
                cell(x[1], x[2], [plain(words(part.position), style, Align.CENTRE)], is_filled=True),
                *(
                    cell(x[2 + place], x[3 + place], [plain(words(text), style, Align.CENTRE)], is_filled=True)
                    for place, text in enumerate(tops)
                ),
            )
        ],
        is_kept_with_next=True,
        repeat=(head,),
    )
    leader.is_framed = bool(part.team)
    if part.team and is_first:
        leader.anchors = (Anchor(part.team, is_end=True),)
    repeat = (head, leader) if leader.height <= _MOST_OF_A_PAGE * (paper.top - paper.bottom) else (head,)
    yield head
    yield leader
    for line in part.lines:
        row = Block([_row(part, line, grid, style)], repeat=repeat)
        row.is_framed = bool(line.teams)
        if is_last:
            row.anchors = tuple(Anchor(team, is_end=False) for team in line.teams)
        yield row


def _heads(part: MatrixPart, grid: _Grid, style: TextStyle) -> Row:
    """The top row: the words of the form, and which columns these are when they go over several pages."""
    wording = prescribed_wording()
    x = grid.x
    runs = tuple(
        Run(text, Face.ITALIC if place % 2 == 0 else Face.REGULAR)
        for place, text in enumerate(wording.lines("matrix.results"))
    )
    if grid.last - grid.first < len(part.columns):
        group = wording.word("matrix.group", first=grid.first + 1, last=grid.last, count=len(part.columns))
        runs = (*runs, Run(group))
    return (
        cell(x[0], x[1], [plain(wording.word("matrix.person"), style)], is_filled=True),
        cell(x[1], x[2], [plain(wording.word("matrix.position"), style, Align.CENTRE)], is_filled=True),
        cell(x[2], x[-1], [Paragraph(runs, style, Align.CENTRE)], is_filled=True),
    )


def _row(part: MatrixPart, line: MatrixLine, grid: _Grid, style: TextStyle) -> Row:
    x = grid.x
    cells = [
        cell(x[0], x[1], [plain(words(line.name), style)], is_filled=True),
        cell(x[1], x[2], [plain(words(line.position), style, Align.CENTRE)], is_filled=True),
    ]
    for place in range(grid.first, grid.last):
        roles = line.cells[place] if part.columns else ()
        left = x[2 + place - grid.first]
        cells.append(cell(left, x[3 + place - grid.first], _role_paragraphs(roles, style)))
    return tuple(cells)


def _role_paragraphs(roles: Sequence[str], style: TextStyle) -> list[Paragraph]:
    """The roles of a cell: one stands alone, several are points of a list, none is ``TIDAK ADA PERAN``."""
    if not roles:
        return [plain(prescribed_wording().word("matrix.no-role"), style, Align.CENTRE)]
    if len(roles) == 1:
        return [plain(words(roles[0]), style, Align.CENTRE)]
    return [bullet(words(role), style) for role in roles]


def about_unit(content: MatrixContent, leader: PersonBlock) -> str:
    """Whose matrix it is, for the foot: the unit, and who leads it when somebody does."""
    unit = words(content.unit)
    if not leader.name.strip():
        return unit
    key = "footer.unit" if leader.nip.strip() else "footer.unit.no-nip"
    return prescribed_wording().word(key, unit=unit, name=leader.name, nip=leader.nip)
