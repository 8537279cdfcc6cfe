"""The rows of the palette: from the window's own lists at once, from what the desk has found a moment later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from meritdesk.core.access import Action, Actor
from meritdesk.core.agency_settings import AgencySettings
from meritdesk.core.finding import Findings, FoundIn, FoundKind, Match
from meritdesk.messages.glossary import terms
from meritdesk.ui import actions
from meritdesk.ui.guard.deeds import why_not
from meritdesk.ui.guard.greying import WHY_NOT
from meritdesk.ui.palette.offers import Found, OfferKind, page_actions
from meritdesk.ui.palette.sentences import Sentence, Verb
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.wording import Words

_KINDS: Mapping[FoundKind, OfferKind] = {
    FoundKind.PERSON: OfferKind.PERSON,
    FoundKind.UNIT: OfferKind.UNIT,
    FoundKind.PAPER: OfferKind.PAPER,
    FoundKind.RESULT: OfferKind.RESULT,
}


def setting_words(words: Words) -> dict[str, str]:
    """Every setting of the agency by name, as the settings tab calls it."""
    names = AgencySettings.__dataclass_fields__
    return {name: words.messages.label(f"SETTING:{name.upper()}") for name in names}


def window_offers(
    commands: Mapping[str, QAction], words: Words, is_region: bool = False, actor: Actor | None = None
) -> list[Found]:
    """Commands, tabs, the actions of all pages and all settings, in the current language; the region has more tabs.

    What the ``actor`` may not do is offered all the same, with the reason.
    """
    found = []
    for name, action in commands.items():
        if name != "find":
            icon = name.partition(":")[2] or "keys"
            keys, why = actions.keys_of(action), str(action.property(WHY_NOT) or "")
            found.append(
                Found(
                    actions.words_of(action), icon, command=name, detail=why, keys=keys, recall=f"command {name}",
                    why_not=why,
                )
            )  # fmt: skip
    tabs_by_room = {room: tabs_of(room, is_region) for room in TABS}
    for room, tabs in tabs_by_room.items():
        for tab in tabs if len(tabs) > 1 else ():
            found.append(
                Found(
                    tab.title(), room, room=room, filters={"tab": tab.key}, kind=OfferKind.PLACE,
                    detail=actions.room_name(room), recall=f"tab {room} {tab.key}",
                )
            )  # fmt: skip
    titles = {(room, tab.key): tab.title() for room, tabs in tabs_by_room.items() for tab in tabs}
    for one in page_actions():
        room, key = str(one["room"]), str(one["tab"])
        if (room, key) not in titles:
            continue
        place = dict.fromkeys((actions.room_name(room), titles[room, key]))
        needs = frozenset(Action(deed) for deed in str(one["deeds"]).split())
        why = why_not(actor, needs, words) if actor is not None else ""
        found.append(
            Found(
                str(one["words"][words.language]), room, room=room, filters=_to_tab(room, key), kind=OfferKind.ACTION,
                detail=why or " › ".join(place), keys=str(one["keys"]), action=str(one["name"]),
                recall=f"action {room} {key} {one['name']}", why_not=why,
            )
        )  # fmt: skip
    settings_room = actions.room_name("upkeep")
    for name, text in setting_words(words).items():
        found.append(
            Found(
                text, "upkeep", room="upkeep", filters={"tab": "settings", "setting": name}, kind=OfferKind.SETTING,
                detail=settings_room, recall=f"setting {name}",
            )
        )  # fmt: skip
    for term in terms(words.language):
        names = " · ".join((term.english, *term.also))
        found.append(
            Found(term.term, "search", kind=OfferKind.TERM, detail=names, term=term.key, recall=f"term {term.key}")
        )
    return found


def desk_offers(findings: Findings, sentence: Sentence | None, why: str = "") -> list[Found]:
    """People, units, papers and texts of plans; in a sentence only those it can be about, leading where it says.

    ``why`` says that whoever sits here may not do what the sentence wants (``why_not_said``).
    """
    if sentence is not None:
        wanted = _WANTED[sentence.verb]
        return [
            _withheld(_in_sentence(sentence, match), why)
            for match in sorted(findings.matches, key=lambda match: match.kind is not wanted[0])
            if match.kind in wanted and (match.kind is FoundKind.UNIT or match.why in (FoundIn.NAME, FoundIn.NIP))
        ]
    return [_leading_to(match) for match in findings.matches if match.kind in _KINDS]


def why_not_said(sentence: Sentence, actor: Actor, words: Words) -> str:
    """Why whoever sits here may not do what a sentence wants, and who may; empty when he may."""
    return why_not(actor, _NEEDED.get(sentence.verb, frozenset()), words)


def bare_sentence(sentence: Sentence, why: str = "") -> Found | None:
    """A sentence that names nobody yet: to the place where the rest is chosen, unless ``why`` says that he may not."""
    found = _bare(sentence)
    return _withheld(found, why) if found is not None else None


def _withheld(found: Found, why: str) -> Found:
    return replace(found, why_not=why, detail=why) if why else found


def _bare(sentence: Sentence) -> Found | None:
    translate = QCoreApplication.translate
    if sentence.verb is Verb.PRINT and sentence.form is not None:
        told = translate("Palette", "Print {form}").format(form=sentence.form.value)
        filters = {"tab": "print", "form": sentence.form.value}
        return Found(told, "documents", room="documents", filters=filters, kind=OfferKind.SENTENCE)
    if sentence.verb is Verb.IMPORT:
        told = translate("Palette", "Import staff, units or other files")
        return Found(
            told, "register", room="register", filters={"tab": "staff", "task": "import"}, kind=OfferKind.SENTENCE
        )
    return None


def places_of(person: Found) -> list[Found]:
    """Where one may go with a person: the list that Right opens."""
    translate = QCoreApplication.translate
    nip = person.nip
    ways = (
        (translate("Palette", "Staff: the card"), "register", {"tab": "staff", "nip": nip}),
        (translate("Palette", "Plan (SKP)"), "planning", {"tab": "editor", "nip": nip}),
        (translate("Palette", "Rating"), "assessment", {"tab": "ratings", "nip": nip}),
        (translate("Palette", "Papers"), "documents", {"tab": "register", "search": nip}),
        (translate("Palette", "Print"), "documents", {"tab": "print", "nip": nip}),
    )
    return [
        Found(told, room, room=room, filters=filters, kind=OfferKind.PERSON, detail=person.words)
        for told, room, filters in ways
    ]


def _leading_to(match: Match) -> Found:
    kind = _KINDS[match.kind]
    if match.kind is FoundKind.PERSON:
        filters: dict[str, object] = {"tab": "staff", "nip": match.nip}
        return Found(
            match.title, "register", room="register", filters=filters, kind=kind, detail=match.detail, nip=match.nip
        )
    if match.kind is FoundKind.UNIT:
        filters = {"tab": "staff", "unit": match.key, "unit_name": match.title}
        return Found(match.title, "overview", room="register", filters=filters, kind=kind, detail=match.detail)
    if match.kind is FoundKind.PAPER:
        filters = {"tab": "register", "search": match.title}
        return Found(match.title, "documents", room="documents", filters=filters, kind=kind, detail=match.detail)
    filters = {"tab": "editor", "nip": match.nip}
    detail = f"{match.detail} · SKP {match.year}"
    return Found(match.title, "planning", room="planning", filters=filters, kind=kind, detail=detail, nip=match.nip)


def _in_sentence(sentence: Sentence, match: Match) -> Found:
    translate = QCoreApplication.translate
    is_unit = match.kind is FoundKind.UNIT
    about: dict[str, object] = {"unit": match.key, "unit_name": match.title} if is_unit else {"nip": match.nip}
    if sentence.verb is Verb.PRINT:
        form = sentence.form.value if sentence.form else ""
        told = translate("Palette", "Print {form}: {name}") if form else translate("Palette", "Print: {name}")
        filters = {"tab": "print", **({"form": form} if form else {}), **about}
        room, told = "documents", told.format(form=form, name=match.title)
    elif sentence.verb is Verb.RATE:
        room, filters = "assessment", {"tab": "ratings", **about}
        told = translate("Palette", "Rate: {name}").format(name=match.title)
    else:
        room, filters = "planning", {"tab": "editor" if "nip" in about else "plans", **about}
        told = translate("Palette", "SKP: {name}").format(name=match.title)
    return Found(told, room, room=room, filters=filters, kind=OfferKind.SENTENCE, detail=match.detail)


_WANTED: Mapping[Verb, Sequence[FoundKind]] = {
    Verb.PRINT: (FoundKind.UNIT, FoundKind.PERSON),
    Verb.RATE: (FoundKind.UNIT, FoundKind.PERSON),
    Verb.PLAN: (FoundKind.PERSON, FoundKind.UNIT),
    Verb.IMPORT: (),
}


_NEEDED: Mapping[Verb, frozenset[Action]] = {
    Verb.PRINT: frozenset({Action.PRINT}),
    Verb.RATE: frozenset({Action.TYPE}),
    Verb.IMPORT: frozenset({Action.IMPORT}),
}
"""What a sentence wants to be done; a plan is led to and looked at."""


def _to_tab(room: str, tab: str) -> dict[str, object]:
    return {"tab": tab} if len(TABS[room]) > 1 else {}
