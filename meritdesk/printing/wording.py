"""The prescribed words of the forms, kept as data: every label exactly as the regulation prints it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from meritdesk.resources import resource

FORM_YEAR = "2022"
_PARTS = (
    "shared",
    "plan_forms",
    "aid_forms",
    "execution_forms",
    "guidance_forms",
    "evaluation_forms",
    "evaluation_document",
    "electronic_signature",
)


class Wording:
    """Labels by key; a key that does not exist is our own mistake and raises ``KeyError``."""

    def __init__(self, entries: Mapping[str, str | list[str]]) -> None:
        self._entries = entries

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def word(self, key: str, **facts: object) -> str:
        """One label; ``facts`` fill its placeholders."""
        entry = self._entries[key]
        if not isinstance(entry, str):
            raise TypeError(f"{key} is a list")
        return entry.format(**facts) if facts else entry

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of labels."""
        entry = self._entries[key]
        if isinstance(entry, str):
            raise TypeError(f"{key} is one label")
        return tuple(entry)


@cache
def prescribed_wording() -> Wording:
    """The words of the annex of PermenPANRB 6/2022."""
    entries: dict[str, str | list[str]] = {}
    for part in _PARTS:
        entries |= json.loads(resource("forms", FORM_YEAR, f"{part}.json").read_text(encoding="utf-8"))
    return Wording(entries)
