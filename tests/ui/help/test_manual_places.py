"""The manual has a place for every tab and every dialog, and the names it gives to buttons are those of the window."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import LINK, read_manual
from meritdesk.resources import resource
from meritdesk.ui import actions
from meritdesk.ui.help.places import place_of_stop
from meritdesk.ui.intake.mapping_page import MappingPage
from meritdesk.ui.intake.outcome_page import OutcomePage
from meritdesk.ui.intake.preview_page import PreviewPage
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.tour import STOPS
from meritdesk.ui.wording import Words

BOLD = re.compile(r"\*\*(.+?)\*\*")
COUNT = re.compile(r" \(\{\w+\}\)")
LISTS = ("rules", "glossary")
STEP = re.compile(r"^\d+\. .+$", re.MULTILINE)
NAMED = re.compile(r"\b(tab|room|ruang) ([A-Z][^\n]*)")


def bare(text: str) -> str:
    """A name as it is said: without mnemonics, dots that promise a dialog, counts and keys behind it."""
    plain = (
        COUNT.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&").replace("…", "").replace("...", "")
    )
    return plain.partition("  ")[0].rstrip(": ").strip()


@pytest.fixture(scope="module")
def names() -> dict[str, frozenset[str]]:
    """Every word of the window in each language, buttons and labels alike."""
    said: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for path in resource("translations").glob("*_id.ts"):
        for message in ElementTree.parse(path).getroot().iter("message"):
            said["en"].add(bare(message.findtext("source") or ""))
            said["id"].add(bare(message.findtext("translation") or ""))
    for language in LANGUAGES:
        for path in resource("messages").glob(f"*.{language}.json"):
            entries = json.loads(path.read_text(encoding="utf-8"))
            said[language] |= {bare(entry) for entry in entries.values() if isinstance(entry, str)}
    return {language: frozenset(words) for language, words in said.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tab_of_the_window_has_its_section(language: str) -> None:
    wanted = {f"{room}-{tab.key}" for room, tabs in TABS.items() for tab in tabs} | set(TABS)
    assert wanted - read_manual(language).anchors == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_of_the_tour_has_its_section(language: str) -> None:
    assert sorted({place_of_stop(stop) for stop in STOPS} - read_manual(language).anchors) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bold_name_of_the_manual_stands_in_the_window(language: str, names: dict[str, frozenset[str]]) -> None:
    chapters = [chapter for chapter in read_manual(language).chapters if chapter.key not in LISTS]
    used = [(chapter.key, name) for chapter in chapters for name in BOLD.findall(chapter.text)]
    assert len(used) > 100
    assert [(chapter, name) for chapter, name in used if bare(name) not in names[language]] == []


def test_a_page_of_a_wizard_that_names_its_place_names_one_that_exists() -> None:
    named = [page.manual_place for page in (MappingPage, PreviewPage, OutcomePage)]
    assert set(named) <= read_manual("id").anchors


# --- rooms and tabs --------------------------------------------------------------------------------------------------


@pytest.fixture(params=LANGUAGES)
def titles(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """A language, and in it what the rail says of each room (under the empty key) and what stands on its tabs."""
    words = Words(request.param)
    yield (
        request.param,
        {
            room: {"": actions.room_name(room)} | {tab.key: tab.title() for tab in tabs_of(room, is_region=True)}
            for room, _ in actions.ROOMS
        },
    )
    words.set_language("en")


def begins_with(text: str, names: set[str]) -> bool:
    """Whether one of the names stands whole at the beginning of the text."""
    return any(text.startswith(name) and not text[len(name) : len(name) + 1].isalnum() for name in names)


def test_what_the_manual_calls_a_room_or_a_tab_is_called_so_in_the_window(
    titles: tuple[str, dict[str, dict[str, str]]],
) -> None:
    language, said = titles
    rooms = {names[""] for names in said.values()}
    tabs = {title for names in said.values() for key, title in names.items() if key}
    chapters = [chapter for chapter in read_manual(language).chapters if chapter.key not in LISTS]
    found = [(kind, rest) for chapter in chapters for kind, rest in NAMED.findall(chapter.text)]
    assert len(found) > 5
    assert [(kind, rest) for kind, rest in found if not begins_with(rest, tabs if kind == "tab" else rooms)] == []


def test_what_a_message_calls_a_room_or_a_tab_is_called_so_in_the_window(
    titles: tuple[str, dict[str, dict[str, str]]],
) -> None:
    language, said = titles
    rooms = {names[""] for names in said.values()}
    tabs = {title for names in said.values() for key, title in names.items() if key}
    found = [
        (path.name, kind, rest)
        for path in sorted(resource("messages").glob(f"*.{language}.json"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for kind, rest in NAMED.findall(line)
    ]
    assert len(found) > 5
    assert [one for one in found if not begins_with(one[2], tabs if one[1] == "tab" else rooms)] == []


def test_a_link_with_a_capital_to_a_tab_bears_a_name_of_the_window(
    titles: tuple[str, dict[str, dict[str, str]]], names: dict[str, frozenset[str]]
) -> None:
    language, said = titles
    tabs = {f"{room}-{key}" for room, keys in said.items() for key in keys if key}
    links = [
        (chapter.key, label, target)
        for chapter in read_manual(language).chapters
        for label, target in LINK.findall(chapter.text)
        if target.partition("#")[2] in tabs and label[:1].isupper()
    ]
    assert len(links) > 30
    assert [(chapter, label) for chapter, label, _ in links if bare(label) not in names[language]] == []


def test_each_step_of_a_job_names_the_room_and_the_tab_to_which_it_leads(
    titles: tuple[str, dict[str, dict[str, str]]],
) -> None:
    language, said = titles
    steps = STEP.findall(read_manual(language).chapter("tasks").text)
    assert len(steps) > 30
    lacking = []
    for step in steps:
        for _, target in LINK.findall(step):
            room, _, rest = target.partition("#")[2].partition("-")
            tab = rest.partition("-")[0]
            if room in said and tab:
                lacking += [(name, step) for name in (said[room][""], said[room][tab]) if name not in step]
    assert lacking == []


def test_the_quick_card_has_every_room_with_its_key(titles: tuple[str, dict[str, dict[str, str]]]) -> None:
    language, said = titles
    rooms = [f"| {said[room]['']} `Ctrl+{place % 10}` |" for place, (room, _) in enumerate(actions.ROOMS, 1)]
    card = read_manual(language).chapter("card").text
    assert [row for row in rooms if row not in card] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_beginning_of_a_code_is_told(language: str) -> None:
    codes = {
        found[1]
        for path in resource("messages").glob(f"*.{language}.json")
        for code in json.loads(path.read_text(encoding="utf-8"))
        if (found := re.fullmatch(r"([A-Z]+)-\d+", code))
    }
    section = read_manual(language).section("messages-families")
    assert section is not None
    told = {
        letters for row in re.findall(r"^\| ([A-Z, ]+) \|", section.text, re.MULTILINE) for letters in row.split(", ")
    }
    assert len(codes) > 20 and codes - told == set()
