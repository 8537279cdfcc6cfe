"""Print orders: a whole agency on paper, given once, carried out as often as it takes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PrintedFile, PrintedSheet
from meritdesk.core.errors import Cancelled, Refusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.print_order import (
    OrderItem,
    OrderLine,
    OrderPart,
    OrderState,
    PrintOrder,
    PrintWish,
    check_wish,
)
from meritdesk.services.changes import Step, no_step
from meritdesk.services.documents.order_plan import cut, leave_out_unchanged, look_up, rows_of
from meritdesk.services.documents.order_run import OrderRun, part_signature
from meritdesk.services.folders import ready_folder
from meritdesk.services.ports import Surroundings
from meritdesk.services.taken_out import note_taken

_running: set[str] = set()
"""The runs that are going on in this program; an order that claims another run was left behind when that ended."""

_TOUCHED = frozenset({"print_orders"})
_LISTS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """An order as it stands after a verb; ``redone`` counts finished files that were gone or changed and made again.

    ``file`` and ``failed`` are told of an order that printed at once into one file.
    """

    line: OrderLine
    parts: tuple[OrderPart, ...]
    other_form: int = 0
    redone: int = 0
    changes: Changes = field(default_factory=Changes)
    file: PrintedFile | None = None
    failed: tuple[OrderItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Orders:
    """The print queue."""

    around: Surroundings

    def place(self, wish: PrintWish, out: Path, step: Step = no_step) -> OrderOutcome:
        """Enter an order: who has a sheet, who has none and why, and which files there will be; nothing is drawn yet.

        ``DOC-556`` to ``DOC-558`` for a wish that makes no sense, ``DOC-563`` when nobody is chosen.
        """
        require(self.around.actor, Action.PRINT)
        check_wish(wish)
        return self._enter(wish, ready_folder(out), step, is_direct=False)

    def run(self, order_id: str, step: Step = no_step) -> OrderOutcome:
        """Carry out an order, or go on where it stopped; finished files are looked at first and not made again.

        Cancelling leaves finished files and takes the unfinished away. ``DOC-555`` unknown, ``DOC-562`` it is running,
        ``DOC-564`` nothing is left; ``DOC-401`` to ``DOC-405`` the place for the files refused them: it can be
        resumed. ``DOC-561`` a worker died.
        """
        require(self.around.actor, Action.PRINT)
        order = self._order(order_id)
        if order.state is OrderState.RUNNING:
            raise UsageRefusal("DOC-562", order=order_id)
        if order.state is OrderState.DONE:
            raise UsageRefusal("DOC-564", order=order_id)
        return self._carry_out(order, step)

    def check(self, order_id: str, step: Step = no_step) -> OrderOutcome:
        """Look at the files of a finished order again and make those anew that are gone or changed."""
        require(self.around.actor, Action.PRINT)
        order = self._order(order_id)
        if order.state is OrderState.RUNNING:
            raise UsageRefusal("DOC-562", order=order_id)
        return self._carry_out(order, step)

    def cancel(self, order_id: str) -> OrderOutcome:
        """Give up an order that does not run: what is unfinished goes, finished files stay; it can be resumed still."""
        require(self.around.actor, Action.PRINT)
        order = self._order(order_id)
        if order.state is OrderState.RUNNING:
            raise UsageRefusal("DOC-562", order=order_id)
        if order.state is OrderState.DONE:
            raise UsageRefusal("DOC-564", order=order_id)
        OrderRun(self.around, order, no_step).tidy(keeps_drawings=False)
        self._settle(replace(order, state=OrderState.STOPPED, runner="", ended_at=self.around.clock(), problem=""))
        return self._outcome(order_id, Changes(_TOUCHED))

    def show(self, order_id: str) -> OrderOutcome:
        """One order with its files. ``DOC-555`` when there is none of this number."""
        require(self.around.actor, Action.READ)
        self._order(order_id)
        return self._outcome(order_id, Changes())

    def lines(self, offset: int = 0, limit: int = 200) -> tuple[OrderLine, ...]:
        """One block of the orders, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.print_orders.lines(False, offset, limit)
        return tuple(replace(line, order=_seen(line.order)) for line in found)

    def errors(self, order_id: str) -> tuple[OrderItem, ...]:
        """Whose sheets of an order could not be printed, and why."""
        require(self.around.actor, Action.READ)
        self._order(order_id)
        with self.around.store.reading() as work:
            return work.print_orders.failed(order_id)

    def write_errors(
        self, order_id: str, path: Path, headings: Sequence[str], told: Callable[[str, Mapping[str, object]], str]
    ) -> int:
        """Write the list of errors as .xlsx or .csv; ``told`` puts a reason into words.

        ``DOC-565`` for a name with another ending.
        """
        require(self.around.actor, Action.READ)
        if path.suffix.lower() not in _LISTS:
            raise UsageRefusal("DOC-565", file=path.name)
        rows = [
            (item.nip, item.name, item.form.value, told(item.code, item.facts), item.code)
            for item in self.errors(order_id)
        ]
        count = self.around.spreadsheets.write_list(path, headings, rows, order_id, (20, 36, 10, 80, 12))
        note_taken(self.around, order_id, [path])
        return count

    def print_at_once(self, wish: PrintWish, out: Path, name: str, step: Step) -> OrderOutcome:
        """Enter an order and carry it out; when it does not succeed it was never given.

        ``name`` is that of its file.
        """
        require(self.around.actor, Action.PRINT)
        placed = self._enter(wish, ready_folder(out), step, is_direct=True, name=name)
        order = placed.line.order
        failed = self.errors(order.order_id)
        try:
            outcome = self._carry_out(order, step) if placed.parts else placed
        except BaseException:
            OrderRun(self.around, order, no_step).tidy(keeps_drawings=False)
            self._forget(order.order_id)
            raise
        if not outcome.line.counts.printed:
            self._forget(order.order_id)
            return replace(outcome, failed=failed, changes=Changes())
        return replace(
            outcome,
            other_form=placed.other_form,
            file=self._file_of(outcome),
            failed=self.errors(order.order_id),
        )

    def _file_of(self, outcome: OrderOutcome) -> PrintedFile:
        order, part = outcome.line.order, outcome.parts[0]
        with self.around.store.reading() as work:
            items = work.print_orders.items(order.order_id, [part.part])
        sheets = (PrintedSheet(one.document_id, one.first_page, one.pages) for one in items if one.pages)
        return PrintedFile(str(Path(order.folder) / part.file_name), part.digest, part.pages, tuple(sheets))

    def _enter(self, wish: PrintWish, out: Path, step: Step, *, is_direct: bool, name: str = "") -> OrderOutcome:
        found = look_up(self.around, wish, step)
        if not found.people and not is_direct:
            raise UsageRefusal("DOC-563")
        settled: list[OrderItem] = []
        if wish.only_changed:
            with self.around.store.reading() as work:
                step = work.watch(step)
                settled = leave_out_unchanged(self.around, work, wish, found, step)
        parts = cut(self.around, wish, found, out)
        now = self.around.clock()
        with self.around.store.writing(self.around.actor, "documents.order") as work:
            step = work.watch(step)
            order = PrintOrder(
                order_id=work.print_orders.next_id(now.year),
                wish=wish,
                folder=str(out.absolute()),
                made_at=now,
                made_by=self.around.actor.name,
                is_direct=is_direct,
            )
            files, items = rows_of(order, parts, found, settled)
            by_part: dict[int, list[OrderItem]] = {}
            for item in items:
                by_part.setdefault(item.part, []).append(item)
            files = [
                replace(
                    file,
                    file_name=f"{name}.pdf" if name and len(files) == 1 else file.file_name,
                    signature=part_signature(self.around, order, by_part[file.part]),
                )
                for file in files
            ]
            if not files:
                order = replace(order, state=OrderState.DONE, ended_at=now)
            work.print_orders.add(order, files, items)
            work.commit()
        return replace(self._outcome(order.order_id, Changes(_TOUCHED)), other_form=found.other_form)

    def _carry_out(self, order: PrintOrder, step: Step) -> OrderOutcome:
        running = replace(
            order, state=OrderState.RUNNING, runner=uuid.uuid4().hex, problem="", problem_facts={}, ended_at=None
        )
        _running.add(running.runner)
        self._settle(running)
        run = OrderRun(self.around, running, step)
        ended, keeps_drawings = OrderState.INTERRUPTED, True
        problem: Refusal | None = None
        try:
            run.carry_out()
            ended = OrderState.DONE
        except Cancelled:
            ended, keeps_drawings = OrderState.STOPPED, False
            raise
        except Refusal as refusal:
            ended, problem = OrderState.FAILED, refusal
            raise
        finally:
            _running.discard(running.runner)
            if ended is not OrderState.DONE:
                run.tidy(keeps_drawings)
            self._settle(
                replace(
                    running,
                    state=ended,
                    runner="",
                    ended_at=self.around.clock(),
                    problem=problem.code if problem else "",
                    problem_facts=dict(problem.facts) if problem else {},
                )
            )
        return replace(self._outcome(order.order_id, run.changes), redone=run.redone)

    def _settle(self, order: PrintOrder) -> None:
        with self.around.store.writing(self.around.actor, "documents.order") as work:
            work.print_orders.settle(order)
            work.commit()

    def _forget(self, order_id: str) -> None:
        with self.around.store.writing(self.around.actor, "documents.order") as work:
            work.print_orders.remove(order_id)
            work.commit()

    def _order(self, order_id: str) -> PrintOrder:
        with self.around.store.reading() as work:
            order = work.print_orders.by_id(order_id)
        if order is None:
            raise UsageRefusal("DOC-555", order=order_id)
        return _seen(order)

    def _outcome(self, order_id: str, changes: Changes) -> OrderOutcome:
        with self.around.store.reading() as work:
            order = work.print_orders.by_id(order_id)
            assert order is not None
            counts, parts = work.print_orders.counts(order_id), work.print_orders.parts(order_id)
        return OrderOutcome(OrderLine(_seen(order), counts), parts, changes=changes)


def _seen(order: PrintOrder) -> PrintOrder:
    """An order that is said to be running, but not by this program, was interrupted."""
    if order.state is OrderState.RUNNING and order.runner not in _running:
        return replace(order, state=OrderState.INTERRUPTED)
    return order
