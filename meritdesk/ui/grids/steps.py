"""Steps of a grid that can be taken back and done again, newest first; what they mean for the store is the keeper's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meritdesk.ui.grids.cells import CellKey, Deed, LaidCell, Red

MOST_STEPS = 500


@dataclass(slots=True)
class Step:
    """One deed of the clerk, however many cells it filled.

    ``change_sets`` are those that taking the step back, or doing it again, takes back next: an undo is a change set
    of its own, and undoing that one does the step again (design 3.19). The red cells are kept as they were and became.
    """

    deed: Deed
    cells: tuple[LaidCell, ...] = ()
    reds_before: Mapping[CellKey, Red | None] = field(default_factory=dict)
    reds_after: Mapping[CellKey, Red | None] = field(default_factory=dict)
    change_sets: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many cells it touched."""
        return len({one.key for one in self.cells} | set(self.reds_after))


class Steps:
    """A line of steps with a place in it, as in Excel: a new step forgets what was taken back."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._done = 0

    def add(self, step: Step) -> None:
        """A new step is done; whatever was taken back before cannot be done again any more."""
        del self._steps[self._done :]
        self._steps.append(step)
        del self._steps[: max(0, len(self._steps) - MOST_STEPS)]
        self._done = len(self._steps)

    def undo(self) -> Step | None:
        """The newest step, which counts as taken back from now on."""
        if not self._done:
            return None
        self._done -= 1
        return self._steps[self._done]

    def redo(self) -> Step | None:
        """The step that was taken back last, which counts as done again from now on."""
        if self._done == len(self._steps):
            return None
        self._done += 1
        return self._steps[self._done - 1]

    def forget(self, step: Step) -> None:
        """A step that came to nothing is no step."""
        place = next((place for place, one in enumerate(self._steps) if one is step), -1)
        if place >= 0:
            del self._steps[place]
            self._done -= place < self._done

    def clear(self) -> None:
        """Another list is on the screen."""
        self._steps.clear()
        self._done = 0

    @property
    def next_undo(self) -> Step | None:
        """What Ctrl+Z would take back."""
        return self._steps[self._done - 1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """What Ctrl+Y would do again."""
        return self._steps[self._done] if self._done < len(self._steps) else None
