"""The manual is whole in both languages: same places, links that lead somewhere, lists that are not out of date."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import CHAPTERS, LINK, PICTURE, plain, read_chapter, read_manual
from meritdesk.resources import manual_root

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lists() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual_lists", ROOT / "docs" / "make_manual_lists.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["manual_lists"] = module
    spec.loader.exec_module(module)
    return module


def test_both_languages_have_the_same_places_in_the_same_order() -> None:
    indonesian, english = (
        [section.anchor for chapter in read_manual(language).chapters for section in chapter.sections]
        for language in LANGUAGES
    )
    assert [anchor for anchor in indonesian if not anchor.startswith("glossary-")] == [
        anchor for anchor in english if not anchor.startswith("glossary-")
    ]
    assert set(indonesian) == set(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_has_an_anchor_and_no_anchor_is_given_twice(language: str) -> None:
    sections = [section for chapter in read_manual(language).chapters for section in chapter.sections]
    assert [section.title for section in sections if not section.anchor] == []
    anchors = [section.anchor for section in sections]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_in_the_file_it_names(language: str) -> None:
    manual = read_manual(language)
    broken = []
    for chapter in manual.chapters:
        for _, target in LINK.findall(chapter.text):
            path, _, anchor = target.partition("#")
            section = manual.section(anchor)
            there = path.removesuffix(".md") or chapter.key
            if section is None or section.anchor != anchor or section.chapter != there:
                broken.append((chapter.key, target))
    assert broken == []


def test_no_file_lies_in_the_manual_that_nobody_reads() -> None:
    for language in LANGUAGES:
        assert {path.stem for path in (manual_root() / language).glob("*.md")} == set(CHAPTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chapters_that_are_lists_say_what_the_program_says(language: str, lists: ModuleType) -> None:
    folder = manual_root() / language
    again = "run docs/make_manual_lists.py"
    assert (folder / "rules.md").read_text(encoding="utf-8") == lists.rules_chapter(language), again
    assert (folder / "glossary.md").read_text(encoding="utf-8") == lists.glossary_chapter(language), again


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_show_the_same_pictures(language: str) -> None:
    other = "en" if language == "id" else "id"
    for chapter in read_manual(language).chapters:
        shown = [path for _, path in PICTURE.findall(chapter.text)]
        twin = [path for _, path in PICTURE.findall(read_manual(other).chapter(chapter.key).text)]
        assert all(path.endswith(f"-{language}.png") for path in shown)
        assert [path.replace(f"-{language}.png", f"-{other}.png") for path in shown] == twin


def test_a_place_that_is_not_there_opens_the_one_around_it() -> None:
    manual = read_manual("id")
    found = manual.section("planning-matrix-something_new")
    assert found is not None and found.anchor == "planning-matrix"
    assert manual.section("nowhere") is None and manual.section("") is None


def test_a_search_finds_every_word_and_headings_come_first() -> None:
    hits = read_manual("id").search("keberatan")
    assert hits[0].section.title.casefold().startswith("keberatan")
    assert all("keberatan" in f"{hit.section.title} {plain(hit.section.text)}".casefold() for hit in hits)
    assert read_manual("en").search("restore recovery sheet")[0].section.anchor.startswith(("backup", "tasks"))
    assert read_manual("id").search("  ") == () and read_manual("id").search("xyzzy") == ()


def test_a_chapter_is_cut_at_its_headings() -> None:
    chapter = read_chapter("x", '<a id="x"></a>\n# One\n\ntext\n\n<a id="x-two"></a>\n## Two\n\nmore\n\n### Three\n')
    assert [(one.anchor, one.title, one.level, one.text) for one in chapter.sections] == [
        ("x", "One", 1, "text"),
        ("x-two", "Two", 2, "more"),
        ("", "Three", 3, ""),
    ]


def test_the_english_chapters_are_english() -> None:
    for chapter in read_manual("en").chapters:
        if chapter.key not in ("rules", "glossary"):
            assert not re.search(r"\b(yang|tidak|dengan|untuk)\b", plain(chapter.text)), chapter.key
