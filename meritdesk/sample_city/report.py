"""What the sample city made and where, stage by stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meritdesk.sample_city.cases import CaseTable


@dataclass(frozen=True, slots=True)
class Stage:
    """One line of the table that the demo prints."""

    name: str
    read: int = 0
    added: int = 0
    refused: int = 0
    seconds: float = 0.0
    note: str = ""
    reasons: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What the demo made and where."""

    folder: str
    passphrase: str
    passphrase_file: str
    staff: int
    year: int
    seed: int
    stages: tuple[Stage, ...]
    plans: int
    evaluations: int
    blocked: int
    sheets: int
    pages: int
    package_size: int
    receipt: Mapping[str, int]
    receipt_code: str
    seconds: float
    peak_mb: int
    cases: CaseTable
