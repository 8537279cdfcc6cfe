"""Rule packs that did not come with the program count beside the shipped ones, from the moment they are taken."""

from __future__ import annotations

from meritdesk.services.ports import Surroundings


def count_local_packs(around: Surroundings) -> None:
    """Let the rulebook read what the store holds now; after taking packs, after an undo, and when a desk is opened."""
    with around.store.reading() as work:
        around.rulebook.set_local([pack.content for pack in work.reference.packs()])
