"""The words by which things are found: one folding for what is written and for what is asked.

Case, accents and signs do not count: ``Ma'ruf`` is found by *ma'ruf*, *maruf* and *ruf*. The store's index holds these
words as they are, so no database decides what a word is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LEAST_DIGITS = 4
"""A run of digits shorter than this is looked for at the beginning of words only."""

_ASCII_WORD = re.compile(r"[0-9a-z]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'`‘’ʼ", ""))
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
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(words_of(text)))
        joined = text.translate(_APOSTROPHES)
        if joined != text:
            found.update(dict.fromkeys(words_of(joined)))
    return " ".join(found)


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
