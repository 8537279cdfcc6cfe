"""The words of the law and of the office, each explained in a sentence or two, with the article it comes from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from meritdesk.messages import LANGUAGES
from meritdesk.messages.articles import article_words, is_own
from meritdesk.resources import resource

REGULATION = "PermenPANRB 6/2022"
"""What the articles of the glossary are articles of, unless a term says otherwise in its own words."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    term: str
    english: str
    means: str
    means_en: str
    article: str = ""
    place: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One term: as the office says it, in English, what it means, where it stands, and where the manual uses it.

    ``key`` is stable; ``also`` are other ways of writing it (``OPD`` for Perangkat Daerah).
    """

    key: str
    term: str
    english: str
    means: str
    article: str
    place: str
    also: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Where the manual has this term."""
        return f"glossary-{self.key}"


def terms(language: str = "id") -> tuple[Term, ...]:
    """All terms, explained in a language, in the order of the Indonesian alphabet."""
    return _read(resource("help", "glossary.json"), language if language in LANGUAGES else LANGUAGES[0])


def find_terms(text: str, language: str = "id") -> tuple[Term, ...]:
    """The terms that fit what was typed: those that begin with it first, then those that name it, then its meaning."""
    wanted = folded(text)
    if not wanted:
        return terms(language)
    ranked = [(rank, term) for term in terms(language) if (rank := _rank(term, wanted)) is not None]
    return tuple(term for _, term in sorted(ranked, key=lambda one: one[0]))


def folded(text: str) -> str:
    """A text as it is compared: small letters, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _rank(term: Term, wanted: str) -> int | None:
    names = [folded(name) for name in (term.term, term.english, *term.also)]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(wanted in name for name in names):
        return 1
    return 2 if all(word in folded(term.means) for word in wanted.split()) else None


def _article(source: str, language: str) -> str:
    told = article_words(source, language)
    return f"{REGULATION}, {told}" if source and not is_own(source) else told


@lru_cache(maxsize=4)
def _read(path: Path, language: str) -> tuple[Term, ...]:
    entries = msgspec.json.decode(path.read_bytes(), type=tuple[_Entry, ...])
    return tuple(
        Term(
            entry.key,
            entry.term,
            entry.english,
            entry.means if language == "id" else entry.means_en,
            _article(entry.article, language),
            entry.place,
            entry.also,
        )
        for entry in sorted(entries, key=lambda entry: folded(entry.term))
    )
