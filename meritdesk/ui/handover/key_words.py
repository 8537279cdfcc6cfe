"""What the keys tab says: how this PC's key stands, what comes next, and why a list is empty."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from meritdesk.core.trust import Incident, KeyAct, KeyRequest, KeyStatus, RequestState
from meritdesk.services.handover.keys import DeviceLine, OwnKeys
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class KeyRoom:
    """What the tab shows."""

    own: OwnKeys
    devices: tuple[DeviceLine, ...]
    requests: tuple[KeyRequest, ...]
    acts: tuple[KeyAct, ...]
    incidents: tuple[Incident, ...]


def standing(own: OwnKeys, words: Words) -> str:
    """How the region thinks of this PC's key."""
    if own.status is None:
        return QCoreApplication.translate("KeysTab", "in no list yet")
    return words.messages.label_of(own.status)


def what_is_next(held: KeyRoom, words: Words, is_region: bool) -> str:
    """What has to be done with keys next; nothing when all is as it should be."""
    translate = QCoreApplication.translate
    own = held.own
    waiting = [one for one in held.requests if one.state is RequestState.WAITING]
    if is_region:
        if own.list_place is None:
            return translate(
                "KeysTab",
                "Hold the key ceremony with three holders and two witnesses; the manual has the page to read.",
            )
        if waiting:
            said = translate("KeysTab", "%1 enrolments wait for their paper.")
            return singular(said.replace("%1", words.number(len(waiting))))
        return ""
    if own.list_waits:
        return translate(
            "KeysTab",
            "The trust list of the regional office came with a return: compare its groups with the official "
            "circular (Take in the trust list).",
        )
    if own.list_place is None:
        return translate(
            "KeysTab", "Enrol this PC, and take in the trust list of the regional office when it comes back."
        )
    if own.status is None:
        return translate(
            "KeysTab", "This key is not in the list yet: take file and stamped form to the regional office."
        )
    if own.status in (KeyStatus.RETIRED, KeyStatus.REVOKED):
        return translate("KeysTab", "The regional office takes nothing signed with this key any more: change the keys.")
    return ""


def no_devices(how: Arrangement) -> str:
    """Why there are no keys."""
    return "" if how.is_narrowed else QCoreApplication.translate("KeysTab", "No key of anybody else is known here yet.")


def no_requests(how: Arrangement) -> str:
    """Why nobody waits."""
    if how.is_narrowed:
        return ""
    return QCoreApplication.translate("KeysTab", "Nobody waits. Take in the enrolment file from an agency's stick.")


def no_acts(how: Arrangement) -> str:
    """Why nothing was done."""
    return "" if how.is_narrowed else QCoreApplication.translate("KeysTab", "Nothing was done with keys here yet.")


def no_incidents(how: Arrangement) -> str:
    """Why there are no incidents."""
    if how.is_narrowed:
        return ""
    return QCoreApplication.translate("KeysTab", "No file was refused for its key or for a name that is not its own.")
