"""What a clerk types into a cell of the grid of actuals, read against the target it answers (rules section 5, step 1).

A measured indicator wants a number in the unit of its target; a qualitative one takes any words. The text that is kept
is the text that is printed, so a bare number gets the unit of the target behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.plan import Target

LONGEST_TEXT = 2_000

_LEADING_NUMBER = re.compile(r"([+\-\u2212]?(?:\d[\d.,]*\d|\d|[.,]\d+))\s*(.*)", re.DOTALL)
_MORE_FIGURES = re.compile(r"(?:[-–/:]|s\.?d\.?)\s*\d", re.IGNORECASE)
"""A range, a fraction, a time or a date: more than the one number that was achieved."""
_SAME_UNIT = (
    frozenset({"%", "persen", "percent", "pct"}),
    frozenset({"dokumen", "dok"}),
    frozenset({"orang", "org"}),
    frozenset({"hari kerja", "hk"}),
    frozenset({"bulan", "bln"}),
    frozenset({"tahun", "thn"}),
    frozenset({"rupiah", "rp", "idr"}),
)
_UNITS_OF_TIME = frozenset({"detik", "menit", "jam", "hari", "hari kerja", "minggu", "bulan", "triwulan", "tahun"})
_RUPIAH = re.compile(r"rp\.?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Achieved:
    """A cell that was understood: the text for paper and, where the target measures, the number in its unit."""

    text: str
    value: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the clerk cleared the cell."""
        return not self.text


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that is not taken: what was typed stays on the screen with the reason."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


def read_achieved(typed: str, target: Target) -> Achieved | CellFault:
    """Read one cell; ``EXE-211`` no number, ``EXE-212`` another unit, ``EXE-213`` too long, ``EXE-214`` a bad sign.

    Whole words may follow the number (``90 % dari 120 permohonan``) as long as the unit is the target's own.
    """
    text = typed.strip()
    if len(text) > LONGEST_TEXT:
        return CellFault("EXE-213", {"length": str(len(text)), "most": str(LONGEST_TEXT)})
    if any(ord(sign) < 32 and sign not in "\n\t\r" for sign in text):
        return CellFault("EXE-214", {"text": _short(text)})
    if not text or (target.low is None and target.high is None):
        return Achieved(text)
    bare = _RUPIAH.sub("", text, count=1) if _folded(target.unit) in _SAME_UNIT[-1] else text
    found = _LEADING_NUMBER.fullmatch(bare)
    value = read_decimal(found[1]) if found else None
    if found is None or value is None:
        return CellFault("EXE-211", {"text": _short(text), "unit": target.unit or "-", "example": _example(target)})
    rest = found[2].strip()
    if _MORE_FIGURES.match(rest):
        return CellFault("EXE-211", {"text": _short(text), "unit": target.unit or "-", "example": _example(target)})
    if not rest:
        return Achieved(_with_unit(text, target.unit), value)
    other = _other_unit(rest, target.unit)
    if other:
        return CellFault("EXE-212", {"text": _short(text), "unit": target.unit, "other": other})
    return Achieved(text, value)


def _with_unit(text: str, unit: str) -> str:
    """A bare number with the unit of its target: ``85`` becomes ``85 %``, and an amount of money ``Rp 1.000``."""
    if not unit:
        return text
    if _folded(unit) in _SAME_UNIT[-1]:
        return text if _RUPIAH.match(text) else f"Rp {text}"
    return f"{text} {unit}"


def _other_unit(rest: str, unit: str) -> str:
    """The unit that was typed instead of the target's; empty when it is the same or none.

    Only a percent sign and units of time are known for certain to be another unit: other words are remarks.
    """
    said, wanted = _folded(rest), _folded(unit)
    if not wanted:
        return ""
    same = next((names for names in _SAME_UNIT if wanted in names), frozenset({wanted}))
    if any(said == name or said.startswith(name + " ") or (name == "%" and said.startswith("%")) for name in same):
        return ""
    if said.startswith("%") or said.split(" ")[0] in _SAME_UNIT[0]:
        return "%"
    first = " ".join(said.split(" ")[:2])
    for name in sorted(_UNITS_OF_TIME, key=len, reverse=True):
        if (first == name or said.split(" ")[0] == name) and name != wanted:
            return name
    return ""


def _example(target: Target) -> str:
    low = target.low if target.low is not None else target.high
    assert low is not None
    return f"{printed_decimal(low)} {target.unit}".strip()


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(".", " ").split())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"
