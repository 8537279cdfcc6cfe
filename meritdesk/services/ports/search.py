"""What the search needs of the store besides the staff list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.finding import Match


class SearchIndex(Protocol):
    """Units, papers and the texts of plans by the words in them; words come from ``core.search_words.asked_words``."""

    def units(self, words: Sequence[str], limit: int) -> tuple[Match, ...]: ...
    def papers(self, words: Sequence[str], limit: int) -> tuple[Match, ...]: ...
    def results(self, words: Sequence[str], limit: int) -> tuple[Match, ...]: ...
