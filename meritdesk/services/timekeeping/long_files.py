"""How the longest files are taken over: row by row, and a portion at a time, so that any length takes the same memory.

A portion is written and committed as a batch of its own. Whoever stops a long file keeps the portions that were taken;
the same file once more finds them as they are and goes on behind them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Generic, Protocol, TypeVar, overload

from meritdesk.core.errors import RowFault
from meritdesk.core.intake import Placed, RowStream
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.services.changes import Counts, ImportOutcome, RowOutcome, Step
from meritdesk.services.ports import Surroundings, Work

T = TypeVar("T")

MOST_AT_ONCE = 300_000
"""The rows of a portion; a month of a whole city is one."""
_STEP_EVERY = 2000
_STATES = ("added", "changed", "same")
_PLACES = {state: place for place, state in enumerate(_STATES)}


class Fates(Sequence[RowOutcome]):
    """What became of every row that was taken, kept in nine bytes each; the line of a row is made when it is asked for.

    A file of two million rows names some thousand people.
    """

    def __init__(self) -> None:
        self._rows = array("L")
        self._whose = array("L")
        self._states = bytearray()
        self._places: dict[str, int] = {}
        self._people: list[tuple[str, str]] = []

    def add(self, row: int, key: str, person: Person, state: str) -> None:
        """Note one more row."""
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._people)
            self._people.append((key, person.full_name))
        self._rows.append(row)
        self._whose.append(place)
        self._states.append(_PLACES[state])

    def count(self, state: object) -> int:
        """How many rows had this fate."""
        return self._states.count(_PLACES[str(state)])

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> RowOutcome: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[RowOutcome]: ...
    def __getitem__(self, place: int | slice) -> RowOutcome | Sequence[RowOutcome]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        key, label = self._people[self._whose[place]]
        return RowOutcome(self._rows[place], key, label, _STATES[self._states[place]])


class LongTally:
    """The fate of each row of a long file; ``answer`` checks that the counts add up."""

    def __init__(self) -> None:
        self.fates = Fates()
        self.refused: list[RowFault] = []

    def refuse(self, row: int, column: str, code: str, **facts: object) -> None:
        """Note a row that cannot be taken."""
        self.refused.append(RowFault(row, column, code, facts))

    def answer(self, read: int, skipped: int, left_out: int, changes: Changes) -> ImportOutcome:
        """The outcome of the whole file."""
        states = {state: self.fates.count(state) for state in _STATES}
        counts = Counts(read=read, refused=len(self.refused), **states)
        assert counts.is_complete, f"an import lost rows: {counts}"
        refused = tuple(sorted(self.refused, key=lambda fault: fault.row))
        return ImportOutcome(counts, refused, rows=self.fates, skipped=skipped, changes=changes, left_out=left_out)


class Taking(Protocol[T]):
    """Rows of one kind on their way into the books."""

    tally: LongTally

    def begin(self, work: Work) -> None:
        """Begin a portion with what is known now."""
        ...

    def judge(self, placed: Placed[T]) -> None:
        """Judge one row."""
        ...

    def save(self) -> None:
        """Write what the rows of the portion changed as one batch, and let it go from memory."""
        ...


class LongFile(Generic[T]):
    """One long file on its way into the store."""

    def __init__(self, around: Surroundings, verb: str, stream: RowStream[T], origin: str) -> None:
        self._around, self._verb, self._stream, self._origin = around, verb, stream, origin
        self._read = 0

    def take(self, taking: Taking[T], step: Step, dry_run: bool, left_out: int = 0) -> ImportOutcome:
        """Judge every row and write; a dry run goes the whole way and leaves nothing."""
        rows = iter(self._stream)
        changes = Changes()
        is_more = True
        while is_more:
            with self._around.store.writing(self._around.actor, self._verb, origin=self._origin) as work:
                is_more = self._portion(work, rows, taking, step)
                while is_more and dry_run:
                    is_more = self._portion(work, rows, taking, step)
                if not dry_run:
                    written = work.commit()
                    changes = Changes(changes.nouns | written.nouns, written.change_set_id or changes.change_set_id)
        return taking.tally.answer(self._read, self._stream.skipped, left_out, changes)

    def _portion(self, work: Work, rows: Iterator[Placed[T] | RowFault], taking: Taking[T], step: Step) -> bool:
        """Take the next portion; whether there may be another."""
        watched, total = work.watch(step), self._stream.total
        taking.begin(work)
        taken = 0
        for found in islice(rows, MOST_AT_ONCE):
            if taken % _STEP_EVERY == 0:
                watched(min(self._read + taken, total), total)
            taken += 1
            if isinstance(found, RowFault):
                taking.tally.refused.append(found)
            else:
                taking.judge(found)
        self._read += taken
        taking.save()
        return taken == MOST_AT_ONCE
