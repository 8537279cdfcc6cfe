"""Why a rule asks and why something was refused: what stands behind a code, in two languages.

``resources/help/why.json`` says for each code (or the beginning of several) where the manual explains it and which
article it rests on; ``why.<language>.json`` beside it says in words what is asked and what to do. The words of a rule
of the law (V-01 .. V-100) take their article from the validation pack instead, so that it stands in one place only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from meritdesk.messages import LANGUAGES
from meritdesk.resources import resource

CODE = re.compile(r"\b(?:V|NIP|USE|REG|IMP|PLN|EXE|ASM|DOC|PKG|KEY|STO|CLI|UI|VAL)-\d{2,3}\b")
"""How a code that the program shows is written."""


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    place: str
    article: str = ""


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    asks: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """What stands behind a code: what is asked, what to do, the article in its short form, and the place.

    ``is_own`` says that the words are those of this very code, not of the family it belongs to.
    """

    code: str
    asks: str
    do: str
    source: str
    place: str
    is_own: bool


class WhyBook:
    """All that is known about codes, in one language."""

    def __init__(self, language: str = "id") -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._places, self._told = _read(resource("help"), self.language)

    @property
    def keys(self) -> frozenset[str]:
        """Codes and beginnings of codes that have words."""
        return frozenset(self._told)

    def why(self, code: str) -> Why | None:
        """What stands behind a code: its own words, else those of the longest beginning that has some."""
        key = next((code[:length] for length in range(len(code), 1, -1) if code[:length] in self._told), "")
        if not key or (code.startswith("V-") and key != code):
            return None
        told, place = self._told[key], self._places.get(key, _Place(""))
        return Why(code, told.asks, told.do, place.article, place.place, is_own=key == code)


def codes_in(text: str) -> tuple[str, ...]:
    """The codes that stand in a text, each once, in their order."""
    return tuple(dict.fromkeys(CODE.findall(text)))


@lru_cache(maxsize=4)
def _read(folder: Path, language: str) -> tuple[Mapping[str, _Place], Mapping[str, _Told]]:
    places = msgspec.json.decode((folder / "why.json").read_bytes(), type=dict[str, _Place])
    told = msgspec.json.decode((folder / f"why.{language}.json").read_bytes(), type=dict[str, _Told])
    return MappingProxyType(places), MappingProxyType(told)
