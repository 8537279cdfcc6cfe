"""The words of rule packs in English: a pack says what the law says, in Indonesian; the screen may say it in English.

They stand in ``resources/pack_words/en.json``, by kind of pack and by the Indonesian text itself, and not in the packs:
a closed evaluation keeps the digests of its packs, and a published pack is never edited. What stands in no shipped pack
(an agency's own) is said as it was written. Papers ask for Indonesian and never come here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from meritdesk.resources import resource

FACTS_OF_A_PACK = frozenset({"aspect", "category", "sanction"})
"""Facts of a reason whose value a pack has worded."""


def pack_words(language: str) -> Mapping[str, str]:
    """Indonesian text of a pack to its words in a language; Indonesian needs none."""
    return _read(resource("pack_words")) if language == "en" else MappingProxyType({})


@lru_cache(maxsize=2)
def _read(folder: Path) -> Mapping[str, str]:
    kinds = msgspec.json.decode((folder / "en.json").read_bytes(), type=dict[str, dict[str, str]])
    return MappingProxyType({text: said for words in kinds.values() for text, said in words.items()})
