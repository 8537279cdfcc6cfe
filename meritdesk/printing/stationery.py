"""The paper of the office: sizes, named type, titles, persons, choice lines, signatures, notes and the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from meritdesk.core.documents import DOCUMENT_FORMS, GUIDANCE_FORMS, ChoiceStyle, Form, PaperSize, Sheet
from meritdesk.core.people import PersonBlock
from meritdesk.core.plan import Target
from meritdesk.core.signers import Capacity, SigningBlock
from meritdesk.printing.table import PAD_SIDE, Block, Cell, Frame, cell, known_cell, value_cell
from meritdesk.printing.text import Align, Paragraph, Run, TextStyle, plain, widest_word
from meritdesk.printing.typefaces import Face, legible, measure
from meritdesk.printing.wording import prescribed_wording

# The annex sets everything in 11 pt; only narrow columns step down, never below 9 pt.
BODY = TextStyle(11, 13.2)
NARROW = TextStyle(10, 12.0)
TIGHT = TextStyle(9, 10.8)
_STEPS = (BODY, NARROW, TIGHT)

_SIZES = {PaperSize.FOLIO: (612.0, 936.0), PaperSize.A4: (595.28, 841.89)}
_UPRIGHT = DOCUMENT_FORMS | GUIDANCE_FORMS | {Form.A_1_4, Form.A_1_5, Form.A_1_8, Form.B_1_1, Form.B_1_2}

# Below this line stands the foot of the page.
FOOT_TOP = 74.0
# Three to four empty lines for the hand (forms 2.5).
_SIGNING_SPACE = 3.3 * BODY.leading


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper with its margins, in points from the lower left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def columns(self, *source: float) -> tuple[float, ...]:
        """Column lines of the annex, stretched between the margins of this paper with their proportions kept."""
        scale = (self.right - self.left) / (source[-1] - source[0])
        return tuple(round(self.left + (x - source[0]) * scale, 2) for x in source)

    @property
    def middle(self) -> float:
        """The vertical axis of the written part."""
        return (self.left + self.right) / 2


def paper_for(form: Form, size: PaperSize) -> Paper:
    """The paper of a form: aids, records of guidance, annexes and documents stand upright, everything else lies."""
    return paper_of(form not in _UPRIGHT, size)


@cache
def paper_of(is_landscape: bool, size: PaperSize) -> Paper:
    """A sheet of the office's paper, lying or upright."""
    short, long = _SIZES[size]
    if is_landscape:
        margin = 42.0 if size is PaperSize.FOLIO else 34.0
        return Paper(long, short, margin, long - margin, short - 36, FOOT_TOP + 6)
    margin = 60.0 if size is PaperSize.FOLIO else 52.0
    return Paper(short, long, margin, short - margin, long - 30, FOOT_TOP + 6)


def fitting_style(texts: Sequence[tuple[str, float]]) -> TextStyle:
    """The largest named style in which no word is broken in its column; a word too wide for all of them has no say."""
    longest = [(widest_word(text, TIGHT) / TIGHT.size, width - 2 * PAD_SIDE) for text, width in texts]
    for style in _STEPS[:-1]:
        if all(word * style.size <= room or word * TIGHT.size > room for word, room in longest):
            return style
    return TIGHT


def words(text: str) -> str:
    """What is printed for a value: a dash when there is nothing."""
    return text if text.strip() else prescribed_wording().word("blank")


# Dates and figures as they are written here


def long_date(day: date) -> str:
    """``31 Desember 2025``."""
    wording = prescribed_wording()
    month = wording.lines("months.plain")[day.month - 1]
    return wording.word("sign.date", day=day.day, month=month, year=day.year)


def figure(value: Decimal) -> str:
    """A number with the decimal comma: ``3,5``; points between thousands."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def target_text(target: Target) -> str:
    """The target as printed: its own words, or the figures when there are only those."""
    if target.text.strip():
        return target.text
    if target.low is None and target.high is None:
        return words("")
    bounds = [figure(bound) for bound in (target.low, target.high) if bound is not None]
    span = bounds[0] if len(set(bounds)) == 1 else " – ".join(bounds)
    return f"{span} {target.unit}".strip()


def period_span(sheet: Sheet) -> str:
    """The assessed days: ``1 JANUARI SD 31 DESEMBER TAHUN 2025``."""
    return _days(sheet.assessed_from, sheet.assessed_to)


def _days(first: date, last: date) -> str:
    wording = prescribed_wording()
    months = wording.lines("months")
    facts = {
        "first_day": first.day,
        "first_month": months[first.month - 1],
        "last_day": last.day,
        "last_month": months[last.month - 1],
        "year": last.year,
    }
    if first.year == last.year:
        return wording.word("agency.span.one-year", **facts)
    return wording.word("agency.span.two-years", first_year=first.year, **facts)


# Heads of a sheet


@lru_cache(maxsize=64)
def title_block(paper: Paper, form: Form, show_form_code: bool) -> Block:
    """The title lines of a form, the code of the format first when the office wants it."""
    lines = prescribed_wording().lines(f"{form}.title")
    paragraphs = [plain(line, BODY, Align.CENTRE) for line in (lines if show_form_code else lines[1:])]
    whole = cell(paper.left, paper.right, paragraphs, frame=Frame.NONE)
    return Block([(whole,)], is_whole=True, is_kept_with_next=True)


def gap(paper: Paper, height: float, *, is_kept_with_next: bool = True) -> Block:
    """Empty space between parts."""
    blank = Cell(paper.left, paper.right, (), frame=Frame.NONE, least=height)
    return Block([(blank,)], is_whole=True, is_kept_with_next=is_kept_with_next)


def agency_line(paper: Paper, sheet: Sheet, split_at: float, *, is_ruled: bool) -> Block:
    """The agency on the left and the assessed period on the right, in one line or two."""
    row = _agency_row(paper, sheet.agency_name, sheet.assessed_from, sheet.assessed_to, split_at, is_ruled)
    return Block([row], is_kept_with_next=True)


@lru_cache(maxsize=256)
def _agency_row(
    paper: Paper, agency: str, first: date, last: date, split_at: float, is_ruled: bool
) -> tuple[Cell, Cell]:
    wording = prescribed_wording()
    span = _days(first, last)
    if paper.width > paper.height:
        period = [plain(wording.word("agency.period", span=span), BODY)]
    else:
        period = [plain(wording.word("agency.period.label"), BODY), plain(span, BODY)]
    frame = Frame.TOP if is_ruled else Frame.NONE
    wide = measure(period[-1].runs[0].text, Face.REGULAR) * BODY.size + 2 * PAD_SIDE + 0.5
    split_at = max(paper.left + 60, min(split_at, paper.right - wide))
    return (
        cell(paper.left, split_at, [plain(words(agency), BODY)], frame=frame, is_centred=True),
        cell(split_at, paper.right, period, frame=frame),
    )


@dataclass(frozen=True, slots=True)
class PersonHead:
    """How the two-person head of a form is drawn: its column lines and the labels that differ."""

    columns: tuple[float, ...]
    rank_key: str = "head.rank.spaced"
    rater_unit_key: str = "head.unit"


@cache
def _person_labels(paper: Paper, head: PersonHead) -> tuple[tuple[Cell, ...], ...]:
    wording = prescribed_wording()
    x = paper.columns(*head.columns)
    number = wording.word("head.no")
    title = (
        cell(x[0], x[1], [plain(number, BODY, Align.CENTRE)], is_filled=True),
        cell(x[1], x[3], [plain(wording.word("head.ratee"), BODY, Align.CENTRE)], is_filled=True),
        cell(x[3], x[4], [plain(number, BODY, Align.CENTRE)], is_filled=True),
        cell(x[4], x[6], [plain(wording.word("head.rater"), BODY, Align.CENTRE)], is_filled=True),
    )
    rows = [title]
    for place, key in enumerate(("head.name", "head.nip", head.rank_key, "head.position", "head.unit"), 1):
        rater_key = head.rater_unit_key if key == "head.unit" else key
        rows.append(
            (
                cell(x[0], x[1], [plain(str(place), BODY, Align.CENTRE)]),
                cell(x[1], x[2], [plain(wording.word(key), BODY)]),
                cell(x[3], x[4], [plain(str(place), BODY, Align.CENTRE)]),
                cell(x[4], x[5], [plain(wording.word(rater_key), BODY)]),
            )
        )
    return tuple(rows)


def person_head(paper: Paper, head: PersonHead, sheet: Sheet) -> list[Block]:
    """Ratee and rater side by side (forms 2.3)."""
    labels = _person_labels(paper, head)
    x = paper.columns(*head.columns)
    blocks = [Block([labels[0]], is_kept_with_next=True)]
    pairs = zip(labels[1:], person_values(sheet.ratee), person_values(sheet.rater), strict=True)
    nips = sheet.ratee.nip, sheet.rater.nip
    for row, ratee, rater in pairs:
        values = (
            value_cell(x[2], x[3], ratee, _unbroken(ratee, x[3] - x[2]) if ratee in nips else BODY),
            value_cell(x[5], x[6], rater, _unbroken(rater, x[6] - x[5]) if rater in nips else BODY),
        )
        blocks.append(Block([(*row, *values)], is_kept_with_next=False))
    return blocks


def _unbroken(nip: str, width: float) -> TextStyle:
    """A NIP stays in one line, in smaller type where the column of an upright form is narrow."""
    return fitting_style([(nip, width)])


def person_values(person: PersonBlock | None) -> tuple[str, str, str, str, str]:
    """The five printed values of a person; a dash where nothing is known or nobody is named."""
    if person is None:
        person = PersonBlock("")
    return words(person.name), words(person.nip), words(person.rank), words(person.position), words(person.unit)


# Bars and choices


def bar(paper: Paper, paragraphs: Sequence[Paragraph], *, is_kept_with_next: bool = True) -> Block:
    """A blue row over the whole width."""
    whole = known_cell(paper.left, paper.right, tuple(paragraphs), is_filled=True)
    return Block([(whole,)], is_whole=True, is_kept_with_next=is_kept_with_next)


def choice_runs(
    options: Sequence[str],
    chosen: int | None,
    style: ChoiceStyle,
    *,
    lead: str = "",
    mark: str = "",
    separator: str = "/ ",
    italic: str = "",
) -> tuple[Run, ...]:
    """The options of a choice line (forms 2.6): not chosen ones struck or left out, all grey when nothing is chosen."""
    runs: list[Run] = [Run(lead)] if lead else []
    is_open = chosen is None
    for index, option in enumerate(options):
        is_chosen = index == chosen
        if not is_open and not is_chosen and style is ChoiceStyle.CHOSEN_ONLY:
            continue
        is_struck = not is_open and not is_chosen
        before, found, after = option.partition(italic) if italic else (option, "", "")
        shown = [Run(before, is_grey=is_open, is_struck=is_struck)]
        if found:
            shown.append(Run(found, Face.ITALIC, is_grey=is_open, is_struck=is_struck))
            shown.append(Run(after, is_grey=is_open, is_struck=is_struck))
        runs += [run for run in shown if run.text]
        if index < len(options) - 1 and (is_open or style is ChoiceStyle.STRIKE):
            runs.append(Run(separator, is_grey=is_open, is_struck=is_struck))
    if mark:
        runs.append(Run(mark, is_grey=is_open))
    return tuple(runs)


# Signatures and notes


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: an optional place and date, the role, and who signs."""

    role: str
    person: PersonBlock
    place_and_date: str = ""


def place_and_date(sheet: Sheet, day: date | None) -> str:
    """``Surakarta, 31 Desember 2025``; a dotted line to be filled by hand when the day is not known."""
    wording = prescribed_wording()
    written = long_date(day) if day is not None else wording.word("sign.open-date")
    return wording.word("sign.place-and-date", place=words(sheet.place), date=written)


def grouped_nip(nip: str) -> str:
    """A NIP as it stands under a signature: ``19810725 201101 1 009``."""
    if len(nip) == 18 and nip.isdigit():
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return nip


def signature_block(paper: Paper, left: Signature | None, right: Signature, *, room: float = _SIGNING_SPACE) -> Block:
    """The signatures of a sheet with room for the hand; never split from the row above."""
    return _signature_rows(((paper.left, paper.middle, left), (paper.middle, paper.right, right)), room)


def middle_signature_block(paper: Paper, signature: Signature, *, room: float = _SIGNING_SPACE) -> Block:
    """A further signature below the others, in the middle of the page (D.1.3)."""
    return _signature_rows(((paper.left, paper.right, signature),), room)


def capacity_lines(person: PersonBlock) -> tuple[str, ...]:
    """What stands above the name of somebody who does not sign by his own post: Plt., Plh., a.n., u.b."""
    if not isinstance(person, SigningBlock) or person.line is None:
        return ()
    word, line = prescribed_wording().word, person.line
    if line.capacity is Capacity.DEFINITIVE:
        return (line.title,)
    if line.capacity in (Capacity.PLT, Capacity.PLH):
        return (word(f"sign.{line.capacity.value}", title=line.title),)
    between = (line.through, word("sign.UB")) if line.capacity is Capacity.UB else ()
    return (word("sign.AN", title=line.title), *between, line.post)


def rank_lines(person: PersonBlock) -> tuple[str, ...]:
    """The rank under a name, where the office wants it and the person has one."""
    return (person.rank,) if isinstance(person, SigningBlock) and person.shows_rank and person.rank.strip() else ()


def _signature_rows(places: Sequence[tuple[float, float, Signature | None]], room: float) -> Block:
    rows: list[list[Cell]] = [[], [], []]
    for start, end, signature in places:
        above: list[str] = []
        under: list[str] = []
        if signature:
            role = signature.role.strip()
            above = [signature.place_and_date, *([role] if role else []), *capacity_lines(signature.person)]
            under.append(words(signature.person.name))
            under += rank_lines(signature.person)
            if signature.person.nip.strip():
                under.append(prescribed_wording().word("sign.nip", nip=grouped_nip(signature.person.nip)))
        shown = [plain(text or " ", BODY, Align.CENTRE) for text in above]
        rows[0].append(known_cell(start, end, tuple(shown), frame=Frame.NONE))
        signer = signature.person if signature else None
        rows[1].append(Cell(start, end, (), frame=Frame.NONE, least=room, signer=signer))
        rows[2].append(cell(start, end, [plain(text, BODY, Align.CENTRE) for text in under], frame=Frame.NONE))
    return Block([tuple(row) for row in rows], is_whole=True, is_kept_with_next=True)


@lru_cache(maxsize=64)
def notes_block(paper: Paper, notes: tuple[str, ...]) -> Block:
    """The footnotes of a form, in italics."""
    paragraphs = [plain(note, BODY, face=Face.ITALIC) for note in notes]
    return Block([(cell(paper.left, paper.right, paragraphs, frame=Frame.NONE),)], is_whole=True)


def assigned_by(who: str) -> Run:
    """Who gave the task, in brackets and italics behind the result (forms 2.10)."""
    return Run(" " + legible(prescribed_wording().word("results.assigned-by", who=who)), Face.ITALIC)


def result_paragraph(text: str, who: str, style: TextStyle) -> Paragraph:
    """A work result with the person who gave it."""
    runs = (Run(legible(words(text))),)
    return Paragraph((*runs, assigned_by(who)) if who.strip() else runs, style)
