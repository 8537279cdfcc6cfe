"""Rows of the spreadsheets of pay and discipline, as they are read and before they are judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.discipline import SanctionKind
from meritdesk.core.pay import PayInputKind
from meritdesk.core.periods import Period


@dataclass(frozen=True, slots=True)
class PayAmountRow:
    """Basic amounts of a person (``nip``), a post, or a post class; the first of these that is filled says whose."""

    valid_from: date
    nip: str = ""
    post: str = ""
    post_class: str = ""
    amounts: Mapping[PayComponent, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PayInputRow:
    """One input of a month, of a person or of a unit (by its id in the national system, or its name)."""

    period: Period
    kind: PayInputKind
    value: Decimal
    nip: str = ""
    unit: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class SanctionRow:
    """One decision of the discipline register."""

    nip: str
    kind: SanctionKind
    letter_number: str
    decided_on: date
    starts: date
    decided_by: str
    reason: str
    ends: date | None = None
    article: str = ""
