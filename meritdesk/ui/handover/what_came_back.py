"""What a return of the region brought, part by part, and the places where its parts wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox

from meritdesk.core.handover import NOTED, PackageKind
from meritdesk.core.periods import parse_period
from meritdesk.services.handover import ReceiveOutcome
from meritdesk.ui.handover.dialogs import FactsDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

GoTo = Callable[[str, Mapping[str, object]], None]


def brought_facts(outcome: ReceiveOutcome, words: Words) -> Iterator[tuple[str, str]]:
    """The parts of a return, each with what became of it; one that brought nothing new says so."""
    translate, brought = QCoreApplication.translate, outcome.brought
    number = outcome.receipt.number
    is_noted = number.startswith(NOTED)
    none = translate("CameBack", "nothing new")
    yield (
        translate("CameBack", "Receipt"),
        translate("CameBack", "none: this return answers no package") if is_noted else number,
    )
    waiting = translate("CameBack", "%1 new ones wait on the tab Corrections")
    yield (
        translate("CameBack", "Corrections"),
        waiting.replace("%1", words.number(brought.corrections)) if brought.corrections else none,
    )
    yield (
        translate("CameBack", "Reference data"),
        translate("CameBack", "waits to be looked at and taken") if brought.has_reference else none,
    )
    yield translate("CameBack", "Trust list"), _list_words(outcome, words)
    said = singular(translate("CameBack", "%1 new words on periods").replace("%1", words.number(brought.approvals)))
    if brought.locked:
        locked = translate("CameBack", "locked: %1; work there asks for a reason first")
        said += " · " + locked.replace("%1", ", ".join(words.period(parse_period(one)) for one in brought.locked))
    yield translate("CameBack", "Approvals"), said if brought.approvals else none
    if brought.teams:
        told = translate("CameBack", "%1 new words on teams of other agencies, on the tab Elsewhere")
        yield translate("CameBack", "Teams"), told.replace("%1", words.number(brought.teams))


def offer_places(dialog: FactsDialog, outcome: ReceiveOutcome, go_to: GoTo) -> None:
    """A button for each place where something of the return waits for the clerk."""
    translate, brought = QCoreApplication.translate, outcome.brought
    if outcome.header.kind is not PackageKind.RETURN:
        return
    places: list[tuple[str, Mapping[str, object]]] = []
    if brought.corrections:
        places.append((translate("CameBack", "Corrections…"), {"tab": "corrections"}))
    if brought.has_reference:
        places.append((translate("CameBack", "Reference data…"), {"tab": "corrections", "task": "reference"}))
    if brought.waits_for_groups:
        places.append((translate("CameBack", "Compare the groups…"), {"tab": "keys", "task": "list"}))
    for said, filters in places:
        button = dialog.button(said, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(dialog.accept)
        button.clicked.connect(lambda _=False, filters=filters: go_to("handover", filters))


def _list_words(outcome: ReceiveOutcome, words: Words) -> str:
    translate, brought = QCoreApplication.translate, outcome.brought
    if brought.waits_for_groups:
        return translate("CameBack", "the first one waits: compare its groups with the official circular")
    if brought.trust_list is None:
        return translate("CameBack", "none came with it")
    return words.messages.label_of(brought.trust_list)
