"""The manual as the program reads it: chapters of Markdown, cut into sections by their anchors, and searched.

The one source is ``docs/manual/<language>/*.md``. A line ``<a id="register-staff"></a>`` before a heading gives the
section its anchor; anchors of rooms are ``room-tab``, those of dialogs ``room-tab-dialog``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from meritdesk.messages import LANGUAGES
from meritdesk.messages.glossary import folded
from meritdesk.resources import manual_root

CHAPTERS: tuple[str, ...] = (
    "start",
    "year",
    "tasks",
    "overview",
    "register",
    "planning",
    "execution",
    "teams",
    "assessment",
    "documents",
    "follow_up",
    "handover",
    "upkeep",
    "import",
    "paper",
    "backup",
    "keyboard",
    "messages",
    "rules",
    "glossary",
    "it",
    "card",
)
"""The chapters in the order in which they are read; each is one file in each language."""

ANCHOR = re.compile(r'^<a id="([a-zA-Z0-9_.-]+)"></a>\s*$')
HEADING = re.compile(r"^(#{1,4}) (.+?)\s*$")
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_MARKS = re.compile(r"(^[-*] |^\d+\. |^[|:\- ]+$|\*|`|\||\\(?=[*_\[\]<>#|~]))", re.MULTILINE)
_SNIPPET = 140


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its anchor (empty when nothing leads there), heading, level 1 to 4, and its text as Markdown."""

    chapter: str
    anchor: str
    title: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its key, title, the whole Markdown with anchors, and its sections in their order."""

    key: str
    title: str
    text: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that has all the words that were sought, with the sentence around the first of them."""

    section: Section
    snippet: str


@dataclass(frozen=True)
class Manual:
    """The manual in one language."""

    language: str
    chapters: tuple[Chapter, ...]
    _by_anchor: Mapping[str, Section] = field(repr=False, default_factory=dict)

    @property
    def anchors(self) -> frozenset[str]:
        """Every place that can be opened."""
        return frozenset(self._by_anchor)

    def section(self, anchor: str) -> Section | None:
        """The section at an anchor, or at the nearest anchor around it: ``a-b-c`` falls back to ``a-b``, then ``a``."""
        while anchor:
            if anchor in self._by_anchor:
                return self._by_anchor[anchor]
            anchor = anchor.rpartition("-")[0]
        return None

    def chapter(self, key: str) -> Chapter:
        """One chapter by its key."""
        return next(chapter for chapter in self.chapters if chapter.key == key)

    def search(self, text: str) -> tuple[Hit, ...]:
        """The sections that have every word, those with it in the heading first; nothing typed finds nothing."""
        words = folded(text).split()
        if not words:
            return ()
        ranked: list[tuple[int, int, Hit]] = []
        for place, section in enumerate(self._sections()):
            title, body = folded(section.title), folded(plain(section.text))
            if all(word in title or word in body for word in words):
                in_title = sum(word in title for word in words)
                ranked.append((-in_title, place, Hit(section, _snippet(section, words))))
        return tuple(hit for _, _, hit in sorted(ranked, key=lambda one: one[:2]))

    def _sections(self) -> Iterator[Section]:
        return (section for chapter in self.chapters for section in chapter.sections if section.anchor)


def read_manual(language: str = "id") -> Manual:
    """The shipped manual in a language; an unknown language is read in Indonesian."""
    return _read(manual_root(), language if language in LANGUAGES else LANGUAGES[0])


def read_chapter(key: str, text: str) -> Chapter:
    """Cut the Markdown of one chapter into its sections."""
    sections: list[Section] = []
    anchor, title, level = "", "", 0
    lines: list[str] = []

    def close() -> None:
        if title:
            sections.append(Section(key, anchor, title, level, "\n".join(lines).strip()))

    waiting = ""
    for line in text.splitlines():
        if found := ANCHOR.match(line):
            waiting = found[1]
        elif found := HEADING.match(line):
            close()
            anchor, title, level, lines = waiting, found[2], len(found[1]), []
            waiting = ""
        else:
            lines.append(line)
    close()
    return Chapter(key, sections[0].title if sections else key, text, tuple(sections))


def plain(text: str) -> str:
    """Markdown as it is heard: without marks, links only by their words, pictures not at all."""
    return _MARKS.sub("", LINK.sub(r"\1", PICTURE.sub("", text)))


def _snippet(section: Section, words: list[str]) -> str:
    told = " ".join(plain(section.text).split())
    at = next((place for word in words if (place := folded(told).find(word)) >= 0), 0)
    begin = max(told.rfind(" ", 0, max(at - _SNIPPET // 3, 0)) + 1, 0)
    cut = told[begin : begin + _SNIPPET]
    return f"{'… ' if begin else ''}{cut}{' …' if begin + _SNIPPET < len(told) else ''}"


@lru_cache(maxsize=4)
def _read(root: Path, language: str) -> Manual:
    chapters = tuple(read_chapter(key, (root / language / f"{key}.md").read_text(encoding="utf-8")) for key in CHAPTERS)
    by_anchor = {section.anchor: section for chapter in chapters for section in chapter.sections if section.anchor}
    return Manual(language, chapters, by_anchor)
