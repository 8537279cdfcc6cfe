"""The words of the program: every code as a sentence, every member of an enum as a label, in two languages.

The fragments ``resources/messages/<area>.<language>.json`` are merged. An entry with ``what`` (and ``next``) is a
sentence with placeholders; an entry that is a plain text is a label, keyed ``PREFIX:NAME`` (``PREDICATE:GOOD``). A fact
whose value is such a key, or several joined with ``", "``, is replaced by its words: the core never knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import msgspec

from meritdesk.messages.articles import citation
from meritdesk.messages.counting import singular
from meritdesk.messages.figures import NO_FIGURES, turned, written_days, written_decimal
from meritdesk.messages.pack_words import FACTS_OF_A_PACK, pack_words
from meritdesk.resources import resource

LANGUAGES = ("id", "en")

LABEL_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "Action": "ACTION",
        "Approach": "APPROACH",
        "Aspect": "ASPECT",
        "BehaviourValue": "BEHAVIOUR",
        "ChoiceStyle": "CHOICE",
        "Direction": "DIRECTION",
        "EmploymentType": "EMPLOYMENT",
        "EvaluationState": "EVALUATION",
        "Finding": "FINDING",
        "Form": "FORM",
        "IndicatorClass": "RATING",
        "JobClass": "JOBCLASS",
        "LedgerVerdict": "VERDICT",
        "LegalStatus": "STATUS",
        "LimitKind": "LIMIT",
        "OrgLevel": "LEVEL",
        "PackKind": "PACK",
        "PackageKind": "PACKAGE",
        "PaperSize": "PAPER",
        "PeriodKind": "PERIOD",
        "Perspective": "PERSPECTIVE",
        "PlanState": "PLAN",
        "PositionKind": "POSITION",
        "Predicate": "PREDICATE",
        "RaterBasis": "BASIS",
        "Rating": "RATING",
        "ReceiptCode": "RECEIPT",
        "RecordState": "RECORD",
        "ResultKind": "RESULT",
        "Role": "ROLE",
        "Sex": "SEX",
        "Stage": "MILESTONE",
        "SuggestedRating": "RATING",
    }
)
"""The first half of the label key where it is not the enum's name in capitals; a member's own name is the second."""

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_MONTHS = 12
_MINUTE = re.compile(r"(\d{4})-(0[1-9]|1\d)-(\d\d) (\d\d:\d\d)")
_PART_OF_A_YEAR = re.compile(r"(\d{4})-(?:TW([1-4])|(0[1-9]|1\d))")
_QUARTERS = ("I", "II", "III", "IV")
_TWO_STOPS = re.compile(r"[^.]\.\.$")


class Explained(Protocol):
    """One line of an explanation, as the core states it."""

    @property
    def code(self) -> str:
        """The code of the line."""
        ...

    @property
    def facts(self) -> Mapping[str, str]:
        """What fills its placeholders."""
        ...


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be said, and what the clerk does next."""

    what: str
    next: str = ""


class Messages:
    """All words in one language; an unknown code or a missing fact never raises, it shows as it is."""

    def __init__(self, language: str = "id") -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._sentences, self._labels = _read(resource("messages"), self.language)
        self._pack_words = pack_words(self.language)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that has a sentence."""
        return frozenset(self._sentences)

    def refusal(self, code: str, facts: Mapping[str, object] | None = None) -> tuple[str, str]:
        """What happened, and what to do next (empty when there is nothing to do)."""
        facts = facts or {}
        sentence = self._sentences.get(code)
        if sentence is None:
            told = ", ".join(f"{name}: {self._fact(name, value)}" for name, value in facts.items())
            return (f"{code} ({told})" if told else code), ""
        return self._filled(sentence.what, facts), self._filled(sentence.next, facts)

    def sentence(self, code: str, facts: Mapping[str, object] | None = None) -> str:
        """What happened and what to do next, in one piece."""
        what, then = self.refusal(code, facts)
        return f"{what} {then}" if then else what

    def reason(self, stated: str | Explained, facts: Mapping[str, object] | None = None) -> str:
        """One explanation line in words, without its article: a ``Reason``, or a code with facts."""
        if isinstance(stated, str):
            return self.refusal(stated, facts)[0]
        return self.refusal(stated.code, stated.facts)[0]

    def label(self, key: str) -> str:
        """The words for a label key such as ``PREDICATE:GOOD``; an unknown key shows its own second half."""
        return self._labels.get(key) or key.partition(":")[2] or key

    def phrase(self, text: str) -> str:
        """A text as it is, or in words where it is a label key or several of them."""
        return self._word(text)

    def label_of(self, member: Enum) -> str:
        """The words for a member of an enum of the core."""
        return self.label(label_key(member))

    def worded(self, text: str) -> str:
        """A text as it is read: a label key (several joined with ``", "``) in words, anything else as it is."""
        return self._word(text)

    def of_pack(self, text: str) -> str:
        """What a rule pack says in Indonesian, as the reader reads it; an agency's own words as they were typed."""
        return self._pack_words.get(text, text)

    def noted(self, text: str) -> str:
        """A figure, an amount or a day of Indonesian notation in the reader's own; any other text as it is."""
        return text if self.language == "id" else turned(text)

    def dated(self, text: str) -> str:
        """A day or a span of days of Indonesian words in the reader's own; a text that somebody typed as it is."""
        return written_days(text, self.language)

    def cited(self, source: str) -> str:
        """Where something stands in the law, as the reader cites it: ``hlm. 99``, in English ``p. 99``."""
        return self._pack_words.get(source) or citation(source, self.language)

    def _filled(self, text: str, facts: Mapping[str, object]) -> str:
        """Fill placeholders; one without a fact stays visible, and no other text is touched.

        A name that ends in a title (*S.E.*) brings the full stop of its sentence with it.
        """
        filled = _PLACEHOLDER.sub(
            lambda found: self._fact(found[1], facts[found[1]]) if found[1] in facts else found[0],
            text,
        )
        if self.language == "en":
            filled = singular(filled)
        return filled[:-1] if text.endswith("}.") and _TWO_STOPS.search(filled) else filled

    def _fact(self, name: str, value: object) -> str:
        said = self._dated(name, self._word(value))
        if self.language == "id":
            return said
        if name in FACTS_OF_A_PACK:
            return self.of_pack(said)
        return said if name in NO_FIGURES else turned(said)

    def _dated(self, name: str, said: str) -> str:
        """A minute or the code of a period in words, as every page says them: ``2025-TW4`` is no word of the office."""
        if (minute := _MINUTE.fullmatch(said)) and int(minute[2]) <= _MONTHS:
            return f"{int(minute[3])} {self.label(f'MONTH:{int(minute[2])}')} {minute[1]} {minute[4]}"
        part = _PART_OF_A_YEAR.fullmatch(said) if name == "period" else None
        if part is None or int(part[3] or 1) > _MONTHS:
            return said
        if part[2]:
            return f"{self.label('PERIOD:QUARTER')} {_QUARTERS[int(part[2]) - 1]} {part[1]}"
        return f"{self.label(f'MONTH:{int(part[3])}')} {part[1]}"

    def _word(self, value: object) -> str:
        if isinstance(value, Enum):
            return self.label_of(value)
        if isinstance(value, Decimal):
            return written_decimal(value, self.language)
        text = value if isinstance(value, str) else str(value)
        if ":" not in text:
            return text
        parts = text.split(", ")
        if all(part in self._labels for part in parts):
            return ", ".join(self._labels[part] for part in parts)
        return text


def label_key(member: Enum) -> str:
    """The label key of a member of an enum of the core: ``Predicate.GOOD`` is ``PREDICATE:GOOD``."""
    kind = type(member).__name__
    return f"{LABEL_PREFIXES.get(kind, kind.upper())}:{member.name}"


@lru_cache(maxsize=8)
def _read(folder: Path, language: str) -> tuple[Mapping[str, Sentence], Mapping[str, str]]:
    """All sentences and labels of a language; an entry that two fragments define belongs to the first by name."""
    sentences: dict[str, Sentence] = {}
    labels: dict[str, str] = {}
    for path in sorted(folder.glob(f"*.{language}.json")):
        entries = msgspec.json.decode(path.read_bytes(), type=dict[str, Sentence | str])
        for code, entry in entries.items():
            if isinstance(entry, Sentence):
                sentences.setdefault(code, entry)
            else:
                labels.setdefault(code, entry)
    return MappingProxyType(sentences), MappingProxyType(labels)
