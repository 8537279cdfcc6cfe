"""The words by which things are found: one folding for what is written and for what is asked.

Case, accents and signs do not count: ``Ma'ruf`` is found by *ma'ruf*, *maruf* and *ruf*. The store's index holds these
words as they are, so no database decides what a word is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

LEAST_DIGITS = 4
"""A run of digits shorter than this is looked for at the beginning of words only."""

_ASCII_WORD = re.compile(r"[0-9a-z]+")
_APOSTROPHES = re.compile("['`‘’ʼ]+")
_GROUPED_DIGITS = re.compile(r"\d[\d\s.\-]{6,}\d")


def folded(text: str) -> str:
    """A text without case and accents."""
    if text.isascii():
        return text.lower()
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFKC", bare.casefold())


@lru_cache(maxsize=16_384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in their order, each once; a word is a run of letters and digits of any script."""
    plain = folded(text)
    if plain.isascii():
        return tuple(dict.fromkeys(_ASCII_WORD.findall(plain)))
    return tuple(dict.fromkeys("".join(sign if sign.isalnum() else " " for sign in plain).split()))


def indexed_words(texts: Iterable[str]) -> str:
    """What the index keeps of these texts: their words, each once; with an apostrophe also written together."""
    return " ".join(dict.fromkeys(chain.from_iterable(map(_in_both_ways, texts))))


@lru_cache(maxsize=16_384)
def _in_both_ways(text: str) -> tuple[str, ...]:
    """The words of a text, and those that it has without its apostrophes."""
    if _APOSTROPHES.search(text) is None:
        return words_of(text)
    return (*words_of(text), *words_of(_APOSTROPHES.sub("", text)))


def asked_words(search: str) -> tuple[str, ...]:
    """The words a search asks for; a NIP typed in groups (``19850312 201001 1 004``) is one word."""
    if _GROUPED_DIGITS.fullmatch(search.strip()):
        digits = re.sub(r"\D", "", search)
        if digits.isascii():
            return (digits,)
    return words_of(search)


def is_part_of_number(word: str) -> bool:
    """Whether a word is looked for anywhere inside a NIP, and not at the beginning of words only."""
    return len(word) >= LEAST_DIGITS and word.isascii() and word.isdigit()
