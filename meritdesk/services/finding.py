"""One question to the whole store: people, units, papers, the texts of plans and the settings that hold some words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meritdesk.core.access import Action, require
from meritdesk.core.finding import Findings, FoundIn, FoundKind, Match, holds_all, where_found
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.search_words import asked_words
from meritdesk.services.ports import Surroundings

LEAST_RESULT_LETTERS = 3
"""The texts of plans are looked through from this length on: shorter beginnings are in all of them."""


def find(around: Surroundings, search: str, limit: int, settings: Mapping[str, str]) -> Findings:
    """Everything that holds these words, of each kind at most ``limit``; ``settings`` are their words by name."""
    require(around.actor, Action.READ)
    words = asked_words(search)
    if not words or limit < 1:
        return Findings(())
    with around.store.reading() as work:
        lines = work.people.lines(StaffQuery(search=search, limit=limit + 1))
        found: dict[FoundKind, Sequence[Match]] = {
            FoundKind.PERSON: [_person(line, words) for line in lines],
            FoundKind.UNIT: work.index.units(words, limit + 1),
            FoundKind.PAPER: work.index.papers(words, limit + 1),
        }
        if max(map(len, words)) >= LEAST_RESULT_LETTERS:
            found[FoundKind.RESULT] = work.index.results(words, limit + 1)
    found[FoundKind.SETTING] = [
        Match(FoundKind.SETTING, name, text, "", FoundIn.SETTING, text)
        for name, text in settings.items()
        if holds_all(f"{text} {name}", words)
    ]
    return Findings(
        tuple(match for kind in FoundKind for match in found.get(kind, ())[:limit]),
        frozenset(kind for kind, matches in found.items() if len(matches) > limit),
    )


def _person(line: StaffLine, words: Sequence[str]) -> Match:
    places = {
        FoundIn.NAME: line.name,
        FoundIn.NIP: line.nip,
        FoundIn.POST: line.position,
        FoundIn.UNIT: line.unit_name,
    }
    why = where_found(words, places)
    detail = " · ".join(part for part in (line.nip, line.position, line.unit_name) if part)
    return Match(
        FoundKind.PERSON, line.person_id, line.name, detail, why, places[why], nip=line.nip, unit_id=line.unit_id
    )
