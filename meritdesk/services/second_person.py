"""Four eyes: what nobody does alone where an agency has two people who may confirm it.

The verb asks in the middle of its work; whoever stands beside the clerk gives name and password at the spot, and both
names stand in the change set. His word is good for one deed, once, and for a few minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from meritdesk.core.access import Action, Role, allowed, require
from meritdesk.core.accounts import Deed, FourEyes, Witness, folded, protection_of
from meritdesk.core.errors import UsageRefusal
from meritdesk.services.ports import Surroundings, Work

GOOD_FOR = timedelta(minutes=5)
"""Long enough to walk to the PC and press the button again, too short to be forgotten."""


def ask(around: Surroundings, work: Work, deed: Deed) -> str:
    """Ask for the second person in the middle of a writing verb; answers with his name, empty where one is enough.

    ``ACC-140`` when he has not come; his word is used up by asking. The change set then carries both names.
    """
    if not is_asked(work):
        return ""
    presence = around.presence
    witness, meant, since = presence.witness, presence.deed, presence.since
    presence.witness = presence.deed = presence.since = None
    is_fresh = since is not None and timedelta() <= around.clock() - since <= GOOD_FOR
    if witness is None or not is_fresh or meant not in (None, deed):
        raise UsageRefusal("ACC-140", deed=f"DEED:{deed.value}")
    work.countersign(witness.name)
    return witness.name


def is_asked(work: Work) -> bool:
    """Whether two are asked for at this desk: at least two may confirm, and the agency has not put it off."""
    return work.accounts.confirmers() >= 2 and protection_of(work.setting).four_eyes is not FourEyes.OFF


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Verbs of the second person."""

    around: Surroundings

    def bring(self, name: str, password: str, deed: Deed | None = None) -> Witness:
        """Somebody stands beside whoever acts and shows who he is, for one deed (any, when none is named).

        ``ACC-101`` wrong name or password, ``ACC-102`` tried too often, ``ACC-103`` no account that opens the desk,
        ``ACC-141`` whoever acts himself, ``ACC-142`` a role that confirms nothing.
        """
        if self.around.actor.role is not Role.KEEPER:
            require(self.around.actor, Action.READ)
        witness = self.around.store.vouch(name, password)
        own = self.around.actor
        if witness.account_id == own.account_id != "" or folded(witness.name) == folded(own.name):
            raise UsageRefusal("ACC-141", name=witness.name)
        if Action.CONFIRM not in allowed(witness.role):
            raise UsageRefusal("ACC-142", name=witness.name, role=f"ROLE:{witness.role.name}")
        presence = self.around.presence
        presence.witness, presence.deed, presence.since = witness, deed, self.around.clock()
        return witness
