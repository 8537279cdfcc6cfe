"""The laws of paper, for every form and any text: nothing is lost, nothing leaves the paper, nothing is printed over
something else, and no signature stands alone.

The tests walk through a sheet and change every text in it, so that a form that is added tomorrow is held by the same
laws without a line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meritdesk.core.documents import ChoiceStyle, DocumentStamp, Form, PaperSize, PaperStyle, Sheet
from meritdesk.printing.page import Page
from meritdesk.printing.press import Press
from meritdesk.printing.stationery import paper_for
from meritdesk.printing.stories import STORIES
from meritdesk.printing.table import Flow
from meritdesk.printing.typefaces import legible, measure_once

Texts = Callable[[str, str], str]
Spot = tuple[float, float, float, float, str]
_SLACK = 0.6  # points; lines are set to hundredths and a cell ends on a line
# What stands on paper only as a figure, a name of a column or not at all is no text of the clerk.
_SIGNED = re.compile(r"^place$|\b(name|nip)$")
_NO_TEXT = re.compile(r"(^|\.)(\w*_id|digest|code|stamp|form|packs|explanation|flags|unit_id|version)(\.|$)")


def with_texts(value: object, make: Texts, path: str = "") -> object:
    """The same value with every text in it replaced by what ``make`` says of its place and its old words."""
    if isinstance(value, Enum | DocumentStamp) or _NO_TEXT.search(path):
        return value
    if isinstance(value, str):
        return make(path, value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: with_texts(getattr(value, field.name), make, f"{path}.{field.name}".lstrip("."))
            for field in fields(value)
            if field.init
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(with_texts(one, make, f"{path}.{place}") for place, one in enumerate(value))
    if isinstance(value, Mapping):
        return {key: with_texts(one, make, f"{path}.{key}") for key, one in value.items()}
    return value


def laid_out(sheet: Sheet, size: PaperSize = PaperSize.FOLIO) -> list[Page]:
    style = PaperStyle(size, ChoiceStyle.STRIKE)
    paper = paper_for(sheet.form, size)
    return Flow(paper.top, paper.bottom).place(STORIES[sheet.form](paper, sheet, style))


def written(pages: list[Page]) -> str:
    """All text in the order of the paper, without spaces, since a word may break anywhere."""
    return re.sub(r"\s", "", "".join(text for page in pages for _, _, text, _, _ in page.texts))


def spots(page: Page) -> Iterator[Spot]:
    """Left, right, baseline, size and words of every piece of text on a page."""
    for x, y, text, run, size in page.texts:
        if text.strip():
            yield x, x + measure_once(text.rstrip(), run.face) * size, y, size, text


def check_the_laws(sheet: Sheet, size: PaperSize = PaperSize.FOLIO, *, has_endless_names: bool = False) -> list[Page]:
    """``has_endless_names``: a name or a place fills pages, so its signature cannot share one with a table."""
    paper = paper_for(sheet.form, size)
    pages = laid_out(sheet, size)
    for number, page in enumerate(pages, 1):
        found = list(spots(page))
        for left, right, y, points, text in found:
            assert left >= paper.left - _SLACK and right <= paper.right + _SLACK, (number, "sideways", text)
            assert paper.bottom - _SLACK <= y <= paper.top, (number, "up or down", text, y)
            assert points >= 9, (number, "tiny", text)
        for line in _lines(found):
            for before, after in pairwise(sorted(line)):
                assert after[0] >= before[1] - _SLACK, (number, "over each other", before[4], after[4])
        if page.signatures and number > 1 and not has_endless_names:
            assert any(box.endswith("re") for box in page._boxes), (number, "a lonely signature")
    return pages


def _lines(
    found: list[tuple[float, float, float, float, str]],
) -> Iterator[list[tuple[float, float, float, float, str]]]:
    """Pieces that stand on the same line, or so close that their letters would touch."""
    ordered = sorted(found, key=lambda spot: -spot[2])
    line: list[Spot] = []
    for spot in ordered:
        if line and line[-1][2] - spot[2] > 0.5 * spot[3]:
            yield line
            line = []
        line.append(spot)
    if line:
        yield line


def test_the_walk_reaches_every_kind_of_text(samples):
    seen: dict[str, str] = {}

    def note(path: str, old: str) -> str:
        seen[path] = old
        return old

    sheet = samples.sheet(Form.C_1_3)
    assert with_texts(sheet, note) == sheet
    assert {"agency_name", "ratee.name", "rater.position", "plan.results.0.indicators.0.text"} <= seen.keys()
    assert any(path.startswith("actuals.") for path in seen) and not any("_id" in path for path in seen)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("form", STORIES)
def test_the_sample_keeps_the_laws(form, size, samples):
    check_the_laws(samples.sheet(form), size)


@pytest.mark.parametrize("form", STORIES)
def test_every_text_that_is_printed_is_printed_whole_however_long(form, samples):
    sheet = samples.sheet(form)
    tokens: dict[str, str] = {}

    def token(path: str, old: str) -> str:
        if not old.strip():
            return old
        tokens[path] = f"qz{len(tokens):04d}zq"
        return tokens[path]

    shown = written(check_the_laws(with_texts(sheet, token)))
    # One of each kind: what holds for the first indicator of a result holds for its second.
    kinds = {
        re.sub(r"\.(\d+|[\w-]*\d[\w-]*)(?=\.|$)", ".#", path): path for path, one in tokens.items() if one in shown
    }
    printed = list(kinds.values())
    assert "ratee.name" in printed or form in (Form.A_1_3, Form.A_1_4, Form.A_1_5)
    for place, path in enumerate(printed):
        long = " ".join(f"p{place:03d}w{number:04d}" for number in range(420))
        changed = with_texts(sheet, lambda here, old, path=path, long=long: long if here == path else old)
        pages = check_the_laws(changed, has_endless_names=bool(_SIGNED.search(path)))
        found = written(pages)
        missing = [word for word in long.split() if word not in found]
        assert not missing, (path, missing[:3])


@pytest.mark.parametrize("form", STORIES)
def test_three_hundred_rows_keep_the_laws(form, samples):
    sheet = samples.sheet(form)
    grown = with_more_rows(sheet, 300)
    pages = check_the_laws(grown)
    assert len(pages) >= len(laid_out(sheet))


def with_more_rows(value: object, count: int, path: str = "") -> object:
    """The same value with every list of parts repeated until it has so many entries."""
    if isinstance(value, Enum | DocumentStamp | str) or _NO_TEXT.search(path):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                field.name: with_more_rows(getattr(value, field.name), count, f"{path}.{field.name}".lstrip("."))
                for field in fields(value)
                if field.init
            },
        )
    # Lists of lists would grow to tens of thousands; columns of a matrix are a matter of their own.
    if isinstance(value, tuple) and value and "columns" not in path and path.count(".") <= 2:
        inner = count if not is_dataclass(value[0]) else max(len(value), 2)
        times = count if is_dataclass(value[0]) else inner
        return (value * (times // len(value) + 1))[:times]
    return value


NASTY = (
    "",
    " ",
    "x",
    "\n\n\n",
    "\x00\x1b[2J",
    "A" * 200,
    "Raden Mas Panji " + "Suryo" * 40,
    "<font color=red>&amp;</b><para>&#0;</para>{0}%s${x}",
    "سوراكارتا مدينة",
    "שלום עולם",
    "👩‍⚕️🏥🇮🇩 emoji",
    "\u202egnorts\u202c bidi",
    "ạ̈́̂ẽ̷ combining",
    "漢字かな",
    "∑≥✓…–\u00a0%",
    "a/b/c/d/" * 30,
    "kata " * 300,
)
ANY_TEXT = st.one_of(st.sampled_from(NASTY), st.text(max_size=120))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=st.sampled_from(list(STORIES)),
    size=st.sampled_from(PaperSize),
    drawn=st.lists(ANY_TEXT, min_size=1, max_size=8),
)
def test_no_text_breaks_a_law_on_any_form(form, size, drawn, samples):
    turn = iter(range(1_000_000))
    sheet = with_texts(samples.sheet(form), lambda path, old: drawn[next(turn) % len(drawn)])
    check_the_laws(sheet, size, has_endless_names=any(len(legible(text)) > 150 for text in drawn))


@pytest.mark.parametrize("form", STORIES)
def test_a_sheet_of_nasty_texts_is_a_sound_file_with_every_letter(form, samples, tmp_path, run_tool, page_texts):
    turn = iter(range(1_000_000))
    sheet = with_texts(samples.sheet(form), lambda path, old: NASTY[next(turn) % len(NASTY)] if old.strip() else old)
    path = tmp_path / "lembar.pdf"
    Press().print_file([sheet], path, PaperStyle(), lambda done, total: None, 1)
    assert "No syntax or stream encoding errors found" in run_tool("qpdf", "--check", path)
    found = "".join(page_texts(path))
    shown = written(laid_out(sheet))
    letters = [sign for sign in legible(shown) if sign.isascii() and sign.isalnum()]
    read = [sign for sign in found if sign.isascii() and sign.isalnum()]
    assert len(read) >= len(letters)


@pytest.mark.parametrize("form", STORIES)
def test_an_empty_sheet_keeps_the_laws_and_shows_dashes_not_words_of_ours(form, samples):
    sheet = with_texts(samples.sheet(form), lambda path, old: "")
    pages = check_the_laws(sheet)
    words = {text.strip() for page in pages for _, _, text, _, _ in page.texts}
    assert not words & {"None", "()", "[]", "{}"}
