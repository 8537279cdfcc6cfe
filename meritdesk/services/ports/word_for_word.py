"""What the desk asks of the memory of tables that stand word for word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from meritdesk.core.periods import Period
from meritdesk.core.word_for_word import TableWords


class StandingWords(Protocol):
    """The tables of an agency that stand here as its last package said them; any other write forgets them."""

    def standing(self, period: Period) -> Mapping[str, TableWords]: ...
    def keys(self, table: str, period: Period) -> frozenset[str]: ...
    def count(self, table: str, period: Period) -> int: ...
    def remember(self, period: Period, words: Mapping[str, TableWords]) -> None: ...
