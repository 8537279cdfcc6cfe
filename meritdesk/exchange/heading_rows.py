"""Which row of a table holds the headings, of what kind the table is, and where each field stands.

Either the headings are those of a layout, or a clerk has said once how the columns are to be read (``ColumnMapping``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import ColumnMapping, FileColumn, Layout, column_letter
from meritdesk.exchange.sheets import SEARCHED_ROWS, RawCell, RawRows, cell_value, clean_text, normal_heading, text_of


@dataclass(frozen=True, slots=True)
class Match:
    """One way to read a file: a heading row, where each field stands, and what is missing.

    ``marks`` counts the headings that only this kind of file has; ``rival`` is a known layout that the row fits better.
    """

    layout: Layout
    heading_row: int
    places: Mapping[str, int]
    headings: Mapping[str, str]
    doubled: tuple[str, ...]
    missing: tuple[str, ...]
    marks: int
    rows: Callable[[], RawRows]
    rival: Layout | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def fits(self) -> bool:
        """Whether the file is of this layout and of no other."""
        return not self.missing and self.rival is None

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """What makes one way to read a file better than another."""
        return (self.fits, self.rival is not None, -len(self.missing), len(self.places))


def best_match(
    candidates: Iterable[Callable[[], RawRows]], layouts: Sequence[Layout], rivals: Sequence[Layout], name: str
) -> Match:
    """The way to read the first candidate that fits a layout; ``IMP-204``, ``IMP-210``, ``IMP-216`` when none does."""
    best: Match | None = None
    broken: FileRefusal | None = None
    for rows in candidates:
        try:
            for number, row in enumerate(islice(rows(), SEARCHED_ROWS), start=1):
                spots = heading_spots(row)
                wanted = [match_row(layout, number, row, spots, rows) for layout in layouts]
                others = [match_row(layout, number, row, spots, rows) for layout in rivals]
                for match in wanted:
                    match = replace(match, rival=_better_layout(match, wanted, others))
                    if best is None or match.rank > best.rank:
                        best = match
        except FileRefusal as fault:
            # With the wrong delimiter quotes do not close; only a delimiter that fits may complain.
            broken = broken or fault
        if best is not None and best.fits:
            break
    if best is None:
        raise broken or FileRefusal("IMP-202", file=name)
    wanted_name = f"LAYOUT:{best.layout.name}"
    if best.rival is not None:
        facts = {"layout": wanted_name, "found": f"LAYOUT:{best.rival.name}", "way": f"IMPORT:{best.rival.name}"}
        raise FileRefusal("IMP-204", file=name, **facts)
    if best.missing:
        usual = (best.layout.columns[field][0] for field in best.missing)
        raise FileRefusal("IMP-216", file=name, headings=", ".join(usual), layout=wanted_name)
    if best.doubled:
        raise FileRefusal("IMP-210", file=name, headings=", ".join(best.doubled))
    return best


def _better_layout(match: Match, wanted: Sequence[Match], others: Sequence[Match]) -> Layout | None:
    """The layout that a heading row speaks of rather than the wanted one.

    A complete row yields to marks of a higher tier: plans, actuals, ratings and levels name people or units as well,
    and a staff file names units. Without a mark of its own it also yields to a complete row of a kind that has one. An
    incomplete row yields to a kind that it fits better, unless it carries marks of its own; then the other kind must
    be higher, or complete and no lower.
    """
    is_marked = any(one.marks for one in wanted)
    found: list[Match] = []
    for other in others:
        if not other.marks:
            continue
        is_higher = other.layout.tier > match.layout.tier
        if not match.missing:
            is_better = is_higher or (not match.marks and not other.missing)
        elif is_marked:
            is_better = is_higher or (other.layout.tier == match.layout.tier and not other.missing)
        else:
            is_better = not other.missing or len(other.places) > len(match.places)
        if is_better:
            found.append(other)
    best = max(found, key=lambda one: (one.layout.tier, not one.missing, one.marks, len(one.places)), default=None)
    return best.layout if best else None


def heading_spots(row: Sequence[RawCell]) -> dict[str, list[int]]:
    """The texts of a row in the form of headings, with the places where each stands."""
    spots: dict[str, list[int]] = {}
    for place, cell in enumerate(row):
        if isinstance(cell, str) and cell:
            spots.setdefault(normal_heading(cell), []).append(place)
    return spots


def match_row(
    layout: Layout,
    number: int,
    row: Sequence[RawCell],
    spots: Mapping[str, Sequence[int]],
    rows: Callable[[], RawRows],
) -> Match:
    """How one row, with these headings at these spots, fits a layout as its row of headings."""
    places: dict[str, int] = {}
    headings: dict[str, str] = {}
    doubled: list[str] = []
    for name, accepted in layout.columns.items():
        heading = next((heading for heading in accepted if heading in spots), None)
        if heading is None:
            continue
        places[name] = spots[heading][0]
        headings[name] = clean_text(str(row[places[name]]))
        if len(spots[heading]) > 1:
            doubled.append(headings[name])
    missing = tuple(name for name in layout.required if name not in places)
    marks = sum(mark in spots for mark in layout.marks)
    return Match(layout, number, places, headings, tuple(doubled), missing, marks, rows)


def mapped_match(mapping: ColumnMapping, layouts: Sequence[Layout], rows: RawRows, name: str) -> Match:
    """Where each field stands by a clerk's own mapping; any row of the first ones may hold its headings.

    ``IMP-273`` columns of the mapping are not there, ``IMP-274`` the mapping is for another kind of file, ``IMP-275``
    it says nothing of a needed field.
    """
    layout = next((one for one in layouts if one.name == mapping.layout), None)
    if layout is None:
        wanted = ", ".join(f"LAYOUT:{one.name}" for one in layouts)
        raise FileRefusal("IMP-274", mapping=mapping.name or name, found=f"LAYOUT:{mapping.layout}", layout=wanted)
    lacking = mapping.lacking(layout)
    if lacking:
        raise FileRefusal("IMP-275", mapping=mapping.name or name, headings=", ".join(map(layout.heading, lacking)))
    columns = {name: heading for name, heading in mapping.columns.items() if name in layout.columns}
    best: tuple[int, int, dict[str, int]] = (-1, 0, {})
    if mapping.has_headings:
        for number, row in enumerate(islice(rows, SEARCHED_ROWS), start=1):
            spots = {_key(heading): place for place, heading in enumerate(column_names(row))}
            found = {name: spots[_key(heading)] for name, heading in columns.items() if _key(heading) in spots}
            if len(found) > best[0]:
                best = (len(found), number, found)
    else:
        width = max((len(row) for row in islice(rows, SEARCHED_ROWS)), default=0)
        letters = {column_letter(place): place for place in range(width)}
        placed = {name: letters[heading] for name, heading in columns.items() if heading in letters}
        best = (len(placed), 0, placed)
    _, heading_row, places = best
    if len(places) < len(columns):
        gone = ", ".join(heading for name, heading in columns.items() if name not in places)
        raise FileRefusal("IMP-273", file=name, mapping=mapping.name or name, headings=gone)
    return Match(
        layout=layout,
        heading_row=heading_row,
        places=places,
        headings=columns,
        doubled=(),
        missing=(),
        marks=0,
        rows=lambda: rows,
        constants={name: text for name, text in mapping.constants.items() if name in layout.columns and text},
        values=mapping.values,
    )


def column_names(row: Sequence[RawCell]) -> tuple[str, ...]:
    """The columns as a mapping knows them: by heading, ``(2)`` where one stands twice, by ``[C]`` where it is blank."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for place, cell in enumerate(row):
        text = " ".join(text_of(cell_value(cell)).split()) or f"[{column_letter(place)}]"
        seen[_key(text)] = seen.get(_key(text), 0) + 1
        while seen[_key(text)] > 1 and _key(f"{text} ({seen[_key(text)]})") in seen:
            seen[_key(text)] += 1
        named = text if seen[_key(text)] == 1 else f"{text} ({seen[_key(text)]})"
        seen.setdefault(_key(named), 1)
        names.append(named)
    return tuple(names)


def fingerprint_of(names: Iterable[str]) -> str:
    """What tells the headings of one kind of file from those of another, whatever their order and case."""
    said = sorted({_key(name) for name in names if name})
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def heading_row_of(rows: RawRows, layouts: Sequence[Layout]) -> tuple[int, Match | None]:
    """The row that most likely holds the headings (0 for none), and the layout that it speaks of, whole or in part."""
    best: tuple[tuple[bool, int, int, int], Match] | None = None
    wordy, widest = 0, 0
    for number, row in enumerate(islice(rows, SEARCHED_ROWS), start=1):
        spots = heading_spots(row)
        matches = [match_row(layout, number, row, spots, lambda: rows) for layout in layouts]
        for match in matches:
            is_whole = not match.missing
            # A kind whose marks are all missing is whole only because it asks for little.
            tier = match.layout.tier if match.marks or not match.layout.marks else 0
            rank = (is_whole, tier if is_whole else match.marks, match.marks, len(match.places))
            if match.places and (best is None or rank > best[0]):
                best = (rank, match)
        texts = {cell.strip() for cell in row if isinstance(cell, str) and cell.strip() and not cell.strip().isdigit()}
        if len(texts) > widest:
            wordy, widest = number, len(texts)
    if best is not None and (not best[1].missing or len(best[1].places) > 1):
        return best[1].heading_row, best[1]
    return (wordy if widest > 1 else min(wordy, 1)), None


def file_columns(rows: RawRows, heading_row: int, samples: int = 3, most_words: int = 40) -> tuple[FileColumn, ...]:
    """The columns below a row of headings (by letter without one), with examples and, where few, all their words."""
    listed = list(rows)
    width = max((len(row) for row in listed), default=0)
    heads: Sequence[RawCell] = listed[heading_row - 1] if 0 < heading_row <= len(listed) else ()
    names = [*column_names(heads), *(f"[{column_letter(place)}]" for place in range(len(heads), width))]
    if not heading_row:
        names = [column_letter(place) for place in range(width)]
    counts: list[dict[str, int] | None] = [{} for _ in names]
    shown: list[list[str]] = [[] for _ in names]
    for row in listed[heading_row:]:
        for place, cell in enumerate(row[: len(names)]):
            counted = counts[place]
            if counted is None or cell is None or cell == "":
                continue
            text = text_of(cell_value(cell))
            if not text:
                continue
            if text not in counted and len(shown[place]) < samples:
                shown[place].append(text)
            counted[text] = counted.get(text, 0) + 1
            if len(counted) > most_words:
                counts[place] = None
    return tuple(
        FileColumn(name, tuple(shown[place]), tuple((counts[place] or {}).items()))
        for place, name in enumerate(names)
        if heading_row or shown[place]
    )


def _key(heading: str) -> str:
    return " ".join(clean_text(heading).casefold().split())
