"""Stage indices in an indicator manual: ``90: draft law harmonised`` (p. 138), read from the lines of a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.notation import read_decimal

_STAGE = re.compile(r"\s*(?P<value>\d[\d.,]{0,9})\s*[:=]\s*(?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a piece of work and the value it stands for."""

    value: Decimal
    text: str


def stages_of(formula: str) -> tuple[Stage, ...]:
    """The stages that a formula lists, one a line, the highest first; empty for a formula of another kind."""
    found = []
    for line in formula.splitlines():
        match = _STAGE.fullmatch(line)
        value = read_decimal(match["value"]) if match else None
        if match is not None and value is not None:
            found.append(Stage(value, match["text"].strip()))
    return tuple(sorted(found, key=lambda stage: stage.value, reverse=True)) if len(found) > 1 else ()


def value_of_stage(formula: str, reached: str) -> Decimal | None:
    """The value of the stage that was reached, named as in the manual; nothing for a stage it does not list."""
    wanted = " ".join(reached.casefold().split())
    for stage in stages_of(formula):
        if " ".join(stage.text.casefold().split()) == wanted:
            return stage.value
    return None
