"""What can be taken back next, and what can be done again: read from the journal, which forgets nothing.

Taking back is itself a change set (``undo:`` in its origin), and so is doing again. A change stands as long as an even
number of these lie on top of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from meritdesk.core.lines import ChangeLine

UNDO_VERB = "upkeep.undo"
UNDO_ORIGIN = "undo:"


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One step: the change that is meant, and the change set that is taken back to make it undone or done again."""

    change: ChangeLine
    change_set_id: str


@dataclass(frozen=True, slots=True)
class UndoSteps:
    """The two steps that are offered; nothing where there is none."""

    back: UndoStep | None = None
    again: UndoStep | None = None


def undo_steps(lines: Sequence[ChangeLine], actor: str, notes: Collection[str] = ()) -> UndoSteps:
    """The next steps of one person from the journal's lines, newest first; verbs that only note are passed over.

    Something can be done again only until that person changes something else.
    """
    on_top = {line.origin.removeprefix(UNDO_ORIGIN): line for line in lines if line.verb == UNDO_VERB}
    back: UndoStep | None = None
    again: UndoStep | None = None
    last_again = last_change = 0
    for line in lines:
        if line.actor != actor or line.verb == UNDO_VERB or line.verb in notes:
            continue
        last_change = max(last_change, line.number)
        top, height = line, 0
        while top.change_set_id in on_top:
            top, height = on_top[top.change_set_id], height + 1
        if top.undone and height % 2 == 0:
            continue  # taken back by something that these lines do not reach
        if height % 2 == 0:
            back = back or UndoStep(line, top.change_set_id)
        elif top.number > last_again:
            again, last_again = UndoStep(line, top.change_set_id), top.number
    return UndoSteps(back, again if last_again > last_change else None)
