"""Whom and what a command of execution is about: a NIP, an indicator by its numbers, hints in words."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping, Sequence

from meritdesk.cli.answers import Answer
from meritdesk.cli.verbs import Verb
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.execution.grid import GridQuery

Deed = Callable[[Desk, argparse.Namespace, Messages], Answer]


def person_of(desk: Desk, nip: str) -> Person:
    """The person with a NIP; ``USE-102`` when unknown."""
    return desk.register.show(nip).person


def indicator_of(desk: Desk, person: Person, period: Period, number: str) -> str:
    """The indicator with a number as on paper (``2.1``); ``EXE-233`` and ``EXE-236`` when there is none."""
    found = re.fullmatch(r"(\d{1,3})\.(\d{1,3})", number.strip())
    if found is None:
        raise UsageRefusal("EXE-236", number=number, place=number)
    lines = desk.execution.grid.lines(GridQuery(period.year, person_ids=(person.person_id,))).lines
    if not lines:
        raise UsageRefusal("PLN-101", nip=person.nip, year=period.year)
    wanted = (int(found[1]), int(found[2]))
    for line in lines:
        if (line.result_number, line.indicator_number) == wanted:
            return line.indicator.indicator_id
    if wanted[0] not in {line.result_number for line in lines}:
        raise UsageRefusal("EXE-233", nip=person.nip, year=period.year, number=found[1])
    raise UsageRefusal("EXE-236", number=found[1], place=found[2])


def chosen_deed(deeds: Mapping[str, Deed]) -> Verb:
    """A verb with verbs of its own below it (``evidence add``, ``evidence list``)."""

    def carry(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
        return deeds[chosen.deed](desk, chosen, words)

    return carry


def hint_values(hints: Sequence[Hint], words: Messages) -> list[dict[str, object]]:
    """Hints for machines: rule, words, and where it is."""
    return [
        {"code": hint.code, "text": words.reason(hint.code, hint.facts), "place": list(hint.place)} for hint in hints
    ]


def hint_lines(hints: Sequence[Hint], words: Messages) -> list[str]:
    """Hints for people."""
    return [f"  {hint.code}: {words.reason(hint.code, hint.facts)}" for hint in hints]
