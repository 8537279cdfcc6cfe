"""The manual has a place for every tab and every dialog, and the names it gives to buttons are those of the window."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import read_manual
from meritdesk.resources import resource
from meritdesk.ui.help.places import place_of_stop
from meritdesk.ui.intake.mapping_page import MappingPage
from meritdesk.ui.intake.outcome_page import OutcomePage
from meritdesk.ui.intake.preview_page import PreviewPage
from meritdesk.ui.rooms import TABS
from meritdesk.ui.tour import STOPS

BOLD = re.compile(r"\*\*(.+?)\*\*")
COUNT = re.compile(r" \(\{\w+\}\)")
LISTS = ("rules", "glossary")


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
