"""Carrying out a print order: drawn on all cores, entered in the register in blocks, resumable at any moment.

What a file says of itself is settled before it has a name: first the whole file lies aside, then the register knows
its sheets, then it gets its name. Whatever moment the power fails, the next run finds either a file to name, drawings
to bind, or sheets to draw, and no number is ever given to two sheets.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from meritdesk.core.documents import DocumentRecord, PaperStyle, PrintedFile, Sheet
from meritdesk.core.errors import BusyRefusal, Cancelled
from meritdesk.core.file_names import safe_stem
from meritdesk.core.journal import Changes
from meritdesk.core.print_order import ItemState, OrderItem, OrderPart, PartState, PrintOrder
from meritdesk.core.print_work import DrawnBlock, DrawnSheet, FileWanted, MadeFile, Piece, SectionSheet, SheetFault
from meritdesk.services.changes import Blocked, Step
from meritdesk.services.documents.order_cover import CoverMaker
from meritdesk.services.documents.order_sheets import current, entries_of, fill
from meritdesk.services.documents.sources import Candidate
from meritdesk.services.paper_trail import cancelled_among
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.ports.print_shop import Crew
from meritdesk.services.print_job import in_blocks

SMALL_PART = 200
"""A file of at most so many sheets is made whole by one worker; a larger one is drawn by all and bound here."""
COMMIT_SHEETS = 250
"""So many sheets are entered in one transaction, and so many at most are drawn again after a crash."""
FILL_SHEETS = 200
"""So many sheets are given their facts at a time, so that a clerk who stops never waits for more."""
BLOCKS_AT_HAND = 4
_PATIENCE_SECONDS = 60.0


@dataclass(slots=True)
class _Binding:
    """A large file on its way: its sheets, and the drawn blocks that are laid aside for it."""

    part: OrderPart
    items: dict[int, OrderItem]
    blocks: list[_Kept] = field(default_factory=list)
    loose: list[DrawnSheet] = field(default_factory=list)
    loose_items: list[OrderItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Kept:
    """One drawn block on the disk."""

    number: int
    places: tuple[int, ...]
    digest: str


@dataclass(slots=True)
class OrderRun:
    """One run of one order."""

    around: Surroundings
    order: PrintOrder
    step: Step
    done: int = 0
    total: int = 0
    change_sets: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=lambda: {"print_orders"})
    redone: int = 0

    @property
    def work_folder(self) -> Path:
        """Where unfinished files lie: beside the finished ones, so that naming them is one step for the disk."""
        return Path(self.order.folder) / f".meritdesk-{self.order.order_id}"

    @property
    def changes(self) -> Changes:
        """What the run wrote; the change set is named when there was only one."""
        only = self.change_sets[0] if len(self.change_sets) == 1 else ""
        return Changes(frozenset(self.nouns), only)

    def carry_out(self) -> None:
        """Make every file that is not made yet. What the shop or the clerk raises leaves finished files as they are."""
        shop, order = self.around.shop, self.order
        with self.around.store.reading() as work:
            counts = work.print_orders.counts(order.order_id)
            parts = work.print_orders.parts(order.order_id)
        self.done, self.total = counts.done, counts.sheets
        self.beat()
        waiting = [part for part in self._trusted(parts) if part.state is PartState.WAITING]
        if not waiting:
            shop.clear(self.work_folder)  # a kill after the last file may have left it
            return
        self._sweep(waiting)
        shop.ready(self.work_folder)
        if not order.wish.afresh:
            waiting = self._not_made_before(waiting)
        wish = order.wish
        if wish.cover or wish.sections or len(waiting) == 1:
            small: list[OrderPart] = []
        else:
            small = [part for part in waiting if part.sheets <= SMALL_PART]
        numbers = {part.part for part in small}
        large = [part for part in waiting if part.part not in numbers]
        with shop.crew(wish.style, wish.duplex, sum(part.sheets for part in waiting)) as crew:
            self._make_small(crew, small)
            self._bind_large(crew, large)
        shop.clear(self.work_folder)
        with contextlib.suppress(Cancelled):
            self.beat()

    def tidy(self, keeps_drawings: bool) -> None:
        """Take unfinished files away after a stop; drawings may stay for the next run."""
        with self.around.store.reading() as work:
            blocks = work.print_orders.blocks(self.order.order_id)
            parts = work.print_orders.parts(self.order.order_id)
        kept = [self._aside(part).name for part in parts if part.state is PartState.DONE]
        kept = [name for name in kept if (self.work_folder / name).exists()]
        if keeps_drawings:
            kept += [self._drawing(part, number).name for part, number, _, _ in blocks]
        self.around.shop.clear(self.work_folder, kept)
        if not keeps_drawings:
            self._write("documents.order", lambda work: work.print_orders.drop_blocks(self.order.order_id))

    def beat(self) -> None:
        """Tell how far it is; raises when the clerk wants to stop."""
        self.step(self.done, self.total)

    def _write(self, verb: str, act: Callable[[Work], None], origin: str = "") -> None:
        """One short transaction; when another program holds the store, it is tried again for a while."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                with self.around.store.writing(self.around.actor, verb, origin=origin) as work:
                    act(work)
                    changes = work.commit()
            except BusyRefusal:
                if time.monotonic() >= until:
                    raise
                self.beat()
                time.sleep(0.2)
            else:
                self.nouns |= changes.nouns
                if changes.change_set_id:
                    self.change_sets.append(changes.change_set_id)
                return

    # Finished files are believed only byte by byte.

    def _trusted(self, parts: Sequence[OrderPart]) -> list[OrderPart]:
        """Finished files as they are; one without its name is named, one that is gone or changed is made again."""
        answer = []
        for part in parts:
            self.beat()
            if part.state not in (PartState.DONE, PartState.REUSED):
                answer.append(part)
                continue
            target = Path(self.order.folder) / part.file_name
            if self.around.shop.digest_of(target) == part.digest:
                answer.append(part)
            elif self.around.shop.digest_of(self._aside(part)) == part.digest:
                self.around.shop.deliver(self._aside(part), target)
                answer.append(part)
            else:
                answer.append(self._begun_again(part))
        return answer

    def _begun_again(self, part: OrderPart) -> OrderPart:
        again = replace(part, state=PartState.WAITING, digest="", pages=0, printed_at=None)

        with self.around.store.reading() as work:
            found = work.print_orders.items(self.order.order_id, [part.part])
        items = [
            replace(item, state=ItemState.WAITING, document_id="", number="", copy=0, first_page=0, pages=0)
            for item in found
            if item.state is not ItemState.FAILED
        ]

        def act(work: Work) -> None:
            work.print_orders.save_parts(self.order.order_id, [again])
            work.print_orders.save_items(self.order, items)

        self._write("documents.order", act)
        self.done -= len(items)
        self.redone += 1
        return again

    def _sweep(self, waiting: Sequence[OrderPart]) -> None:
        """Half-written files of a run that died are thrown away; drawings that are known stay."""
        with self.around.store.reading() as work:
            blocks = work.print_orders.blocks(self.order.order_id)
        open_parts = {part.part for part in waiting}
        kept = [self._drawing(part, number).name for part, number, _, _ in blocks if part in open_parts]
        self.around.shop.clear(self.work_folder, kept)

    # Files of an earlier order that hold exactly the same are not made again.

    def _not_made_before(self, waiting: Sequence[OrderPart]) -> list[OrderPart]:
        left = []
        for block in in_blocks(waiting):
            with self.around.store.reading() as work:
                same = work.print_orders.same_parts([part.signature for part in block if part.signature])
            for part in block:
                self.beat()
                if not any(self._taken_over(part, other, made) for other, made in same.get(part.signature, ())):
                    left.append(part)
        return left

    def _taken_over(self, part: OrderPart, other: PrintOrder, made: OrderPart) -> bool:
        source = Path(other.folder) / made.file_name
        if other.order_id == self.order.order_id or self.around.shop.digest_of(source) != made.digest:
            return False
        with self.around.store.reading() as work:
            items = work.print_orders.items(self.order.order_id, [part.part])
            earlier = {(one.form, one.key): one for one in work.print_orders.items(other.order_id, [made.part])}
            void = cancelled_among(work, (one.document_id for one in earlier.values()))
        if void:
            return False
        now = current(self.around, self.order, items, self.beat)
        for item in items:
            one, before = now[item.place], earlier.get((item.form, item.key))
            if isinstance(one, Blocked) or before is None or one.record.digest != before.record_digest:
                return False
        target = Path(self.order.folder) / part.file_name
        if source.absolute() != target.absolute():
            target = self._free_target(part)
            self.around.shop.copy(source, target)
        taken = replace(
            part,
            file_name=target.name,
            state=PartState.REUSED,
            digest=made.digest,
            pages=made.pages,
            printed_at=made.printed_at,
        )
        settled = [
            replace(
                earlier[item.form, item.key],
                place=item.place,
                part=item.part,
                section=item.section,
                state=ItemState.UNCHANGED,
            )
            for item in items
        ]

        def act(work: Work) -> None:
            work.print_orders.save_parts(self.order.order_id, [taken])
            work.print_orders.save_items(self.order, settled)

        self._write("documents.order", act)
        self.done += len(settled)
        return True

    # Small files are made whole by the workers.

    def _make_small(self, crew: Crew, parts: Sequence[OrderPart]) -> None:
        made: list[tuple[OrderPart, list[OrderItem], MadeFile]] = []
        begun: deque[tuple[OrderPart, list[OrderItem]]] = deque()
        sheets = 0
        for file in crew.make(self._wanted_files(parts, begun), self.beat):
            part, items = begun.popleft()
            while part.part != file.part:
                made.append((part, items, MadeFile(part.part, None)))
                self.done += len(items)
                part, items = begun.popleft()
            made.append((part, items, file))
            sheets += len(items)
            self.done += len(items)
            if sheets >= COMMIT_SHEETS:
                self._enter_small(made)
                made, sheets = [], 0
        made += [(part, items, MadeFile(part.part, None)) for part, items in begun]
        self._enter_small(made)

    def _wanted_files(
        self, parts: Sequence[OrderPart], begun: deque[tuple[OrderPart, list[OrderItem]]]
    ) -> Iterator[FileWanted]:
        for block in _by_sheets(parts, FILL_SHEETS):
            with self.around.store.reading() as work:
                items = work.print_orders.items(self.order.order_id, [part.part for part in block])
            filled: dict[int, list[tuple[OrderItem, Sheet | None]]] = {part.part: [] for part in block}
            waiting = [item for item in items if item.state is ItemState.WAITING]
            for one in fill(self.around, self.order, waiting, self.beat):
                filled[one.item.part].append((one.item, one.sheet))
            for part in block:
                begun.append((part, [item for item, _ in filled[part.part]]))
                sheets = tuple(sheet for _, sheet in filled[part.part] if sheet is not None)
                if sheets:
                    yield FileWanted(part.part, str(self._aside(part)), sheets)

    def _enter_small(self, made: Sequence[tuple[OrderPart, list[OrderItem], MadeFile]]) -> None:
        if not made:
            return
        now = self.around.clock()
        parts, items, entries = [], [], []
        taken: set[str] = set()
        for part, own, file in made:
            target = self._free_target(part, taken)
            settled = _settled(own, file.printed, file.faults)
            items += settled
            if file.printed is None:
                parts.append(replace(part, state=PartState.EMPTY, signature=""))
                continue
            parts.append(self._finished(part, target, file.printed, settled))
            entries += entries_of(self.order, settled, file.printed, target.name, now)
        self._enter([replace(part, printed_at=now) for part in parts], items, entries)
        for part in parts:
            if part.state is PartState.DONE:
                self.around.shop.deliver(self._aside(part), Path(self.order.folder) / part.file_name)

    # Large files are drawn by all workers, laid aside in blocks, and bound here.

    def _bind_large(self, crew: Crew, parts: Sequence[OrderPart]) -> None:
        begun: deque[tuple[_Binding, list[OrderItem], bool]] = deque()
        for block in crew.draw(self._wanted_blocks(parts, begun, crew.sheets_a_task), self.beat):
            binding, items, is_last = begun.popleft()
            self._take_in(binding, items, block)
            if is_last:
                self._bind(binding)

    def _wanted_blocks(
        self, parts: Sequence[OrderPart], begun: deque[tuple[_Binding, list[OrderItem], bool]], a_task: int
    ) -> Iterator[Sequence[Sheet]]:
        for part in parts:
            binding = self._begun_binding(part)
            drawn = {place for kept in binding.blocks for place in kept.places}
            left = [item for item in binding.items.values() if item.place not in drawn]
            blocks = [left[start : start + FILL_SHEETS] for start in range(0, len(left), FILL_SHEETS)]
            for number, block in enumerate(blocks, 1):
                filled = fill(self.around, self.order, block, self.beat)
                tasks = [filled[start : start + a_task] for start in range(0, len(filled), a_task)]
                for place, task in enumerate(tasks, 1):
                    is_last = number == len(blocks) and place == len(tasks)
                    begun.append((binding, [one.item for one in task], is_last))
                    yield tuple(one.sheet for one in task if one.sheet is not None)
            if not blocks:
                begun.append((binding, [], True))
                yield ()

    def _begun_binding(self, part: OrderPart) -> _Binding:
        """A file to bind, with what an earlier run has drawn for it, as far as that is still true."""
        with self.around.store.reading() as work:
            items = work.print_orders.items(self.order.order_id, [part.part])
            blocks = [row for row in work.print_orders.blocks(self.order.order_id) if row[0] == part.part]
        binding = _Binding(part, {item.place: item for item in items if item.state is ItemState.WAITING})
        for _, number, places, digest in blocks:
            self.beat()
            kept = _Kept(number, places, digest)
            if self._is_still_true(binding, kept):
                binding.blocks.append(kept)
                self.done += len(places)
        return binding

    def _is_still_true(self, binding: _Binding, kept: _Kept) -> bool:
        """Whether a drawn block is whole and shows what its records say today."""
        items = [binding.items[place] for place in kept.places if place in binding.items]
        if len(items) != len(kept.places):
            return False
        if self.around.shop.recall(self._drawing(binding.part.part, kept.number), kept.digest) is None:
            return False
        now = current(self.around, self.order, items, self.beat)
        return all(
            isinstance(one := now[item.place], Candidate)
            and (one.record.digest, one.record.version) == (item.record_digest, item.record_version)
            for item in items
        )

    def _take_in(self, binding: _Binding, items: Sequence[OrderItem], block: DrawnBlock) -> None:
        pages = {sheet.document_id: sheet.pages for sheet in block.sheets}
        faults = {fault.document_id: fault for fault in block.faults}
        for item in items:
            settled = replace(item, pages=pages.get(item.document_id, 0))
            if item.document_id in faults:
                fault = faults[item.document_id]
                settled = replace(item, state=ItemState.FAILED, code=fault.code, facts=fault.facts)
            binding.items[item.place] = settled
            binding.loose_items.append(settled)
        binding.loose += block.sheets
        self.done += len(items)
        if binding.part.sheets > COMMIT_SHEETS and len(binding.loose) >= COMMIT_SHEETS:
            self._lay_aside(binding)

    def _lay_aside(self, binding: _Binding) -> None:
        """Drawn sheets go to the disk and are known by their digest, so that they are not drawn again after a crash."""
        number = max((kept.number for kept in binding.blocks), default=0) + 1
        path = self._drawing(binding.part.part, number)
        digest = self.around.shop.keep(DrawnBlock(tuple(binding.loose)), path)
        drawn = [item for item in binding.loose_items if item.state is ItemState.WAITING]
        kept = _Kept(number, tuple(item.place for item in drawn), digest)

        def act(work: Work) -> None:
            work.print_orders.save_items(self.order, binding.loose_items)
            work.print_orders.keep_block(self.order.order_id, binding.part.part, number, kept.places, digest)

        self._write("documents.order", act)
        binding.blocks.append(kept)
        binding.loose, binding.loose_items = [], []

    def _bind(self, binding: _Binding) -> None:
        part, order = binding.part, self.order
        items = [binding.items[place] for place in sorted(binding.items)]
        drawn = [item for item in items if item.state is ItemState.WAITING and item.pages]
        if not drawn:
            self._enter([replace(part, state=PartState.EMPTY, signature="")], items, [])
            return
        target = self._free_target(part)
        now = self.around.clock()
        covers = CoverMaker(self.around, order, part, target.name)
        cover = covers.make(drawn) if order.wish.cover else None
        pieces = self._pieces(binding, drawn)
        printed = self.around.shop.bind(
            chain([cover] if cover else [], pieces), self._aside(part), order.wish.style, order.wish.duplex, self.beat
        )
        settled = _settled(items, printed, ())
        entries = entries_of(order, settled, printed, target.name, now)
        if cover is not None:
            entries.insert(0, covers.entry(cover, printed, now))
        finished = replace(self._finished(part, target, printed, settled), printed_at=now)
        # From here on it is too late to cancel: what is in the register must get its file.
        self._enter([finished], settled, entries, f"file:{target.name}")
        self.around.shop.deliver(self._aside(part), target)
        self._write("documents.order", lambda work: work.print_orders.drop_blocks(order.order_id, part.part))
        self.around.shop.discard(self._drawing(part.part, kept.number) for kept in binding.blocks)

    def _pieces(self, binding: _Binding, drawn: Sequence[OrderItem]) -> Iterator[Piece]:
        """The drawn sheets in order, a section sheet before each new section; only one block is in memory at a time."""
        place_of = {item.document_id: item for item in drawn}
        in_section: dict[str, int] = {}
        for item in drawn:
            in_section[item.section] = in_section.get(item.section, 0) + 1
        section = None
        for sheet in self._drawn_sheets(binding):
            item = place_of[sheet.document_id]
            if self.order.wish.sections and item.section != section:
                section = item.section
                about = f"{self.around.store.agency.name} · {self.order.wish.period.code}"
                yield SectionSheet(section or "-", about, in_section[section])
            yield sheet

    def _drawn_sheets(self, binding: _Binding) -> Iterator[DrawnSheet]:
        """Drawn sheets in the order of the file; after a crash some blocks may lie crosswise, so a few stay at hand."""
        block_of = {place: kept for kept in binding.blocks for place in kept.places}
        at_hand: dict[int, dict[str, DrawnSheet]] = {0: {sheet.document_id: sheet for sheet in binding.loose}}
        for place in sorted(binding.items):
            item = binding.items[place]
            if item.state is not ItemState.WAITING or not item.pages:
                continue
            kept = block_of.get(place)
            number = kept.number if kept else 0
            if kept is not None and number not in at_hand:
                if len(at_hand) > BLOCKS_AT_HAND:
                    del at_hand[next(one for one in at_hand if one)]
                at_hand[number] = {sheet.document_id: sheet for sheet in self._recalled(binding, kept)}
            yield at_hand[number][item.document_id]

    def _recalled(self, binding: _Binding, kept: _Kept) -> Sequence[DrawnSheet]:
        block = self.around.shop.recall(self._drawing(binding.part.part, kept.number), kept.digest)
        if block is None:
            raise RuntimeError(f"block {kept.number} of file {binding.part.part} is gone while it is bound")
        return block.sheets

    # What both have in common.

    def _enter(
        self,
        parts: Sequence[OrderPart],
        items: Sequence[OrderItem],
        entries: Sequence[DocumentRecord],
        origin: str = "",
    ) -> None:
        """Files, sheets and register in one transaction: all of them know each other, or none does."""

        def act(work: Work) -> None:
            work.documents.save(entries)
            work.print_orders.save_parts(self.order.order_id, parts)
            work.print_orders.save_items(self.order, items)

        self._write("documents.print", act, origin or f"order:{self.order.order_id}")

    def _finished(self, part: OrderPart, target: Path, printed: PrintedFile, items: Sequence[OrderItem]) -> OrderPart:
        is_whole = all(item.state is ItemState.PRINTED for item in items)
        return replace(
            part,
            file_name=target.name,
            state=PartState.DONE,
            digest=printed.digest,
            pages=printed.pages,
            signature=part_signature(self.around, self.order, items) if is_whole else "",
        )

    def _free_target(self, part: OrderPart, taken: set[str] | None = None) -> Path:
        """The name of a finished file; one that somebody else's file bears gets a number behind it."""
        folder = Path(self.order.folder)
        known = taken if taken is not None else set()
        stem = part.file_name.removesuffix(".pdf")
        while True:
            name = f"{safe_stem(stem, 240, '', known)}.pdf"
            if not (folder / name).exists():
                return folder / name

    def _aside(self, part: OrderPart) -> Path:
        return self.work_folder / f"{part.part:05d}.pdf"

    def _drawing(self, part: int, number: int) -> Path:
        return self.work_folder / f"{part:05d}-{number:05d}.sheets"


def part_signature(around: Surroundings, order: PrintOrder, items: Sequence[OrderItem]) -> str:
    """What a file holds and how it is made; equal signatures mean that a file need not be made twice."""
    wish = order.wish
    return around.exchange.record_digest(
        {
            "period": wish.period.code,
            "style": _style_facts(wish.style),
            "manner": [wish.duplex, wish.cover, wish.sections],
            "sheets": [[item.form.value, item.key, item.record_digest, item.section] for item in items],
        }
    )


def _style_facts(style: PaperStyle) -> list[object]:
    return [style.size.value, style.choice.value, style.show_form_code, style.is_landscape, style.is_stage_six]


def _settled(items: Sequence[OrderItem], printed: PrintedFile | None, faults: Sequence[SheetFault]) -> list[OrderItem]:
    """What became of the sheets of a file that is finished."""
    places = {sheet.document_id: sheet for sheet in printed.sheets} if printed else {}
    wrong = {fault.document_id: fault for fault in faults}
    settled = []
    for item in items:
        place, fault = places.get(item.document_id), wrong.get(item.document_id)
        if place is not None:
            item = replace(item, state=ItemState.PRINTED, first_page=place.first_page, pages=place.pages)
        elif fault is not None:
            item = replace(item, state=ItemState.FAILED, code=fault.code, facts=fault.facts)
        settled.append(item)
    return settled


def _by_sheets(parts: Sequence[OrderPart], most: int) -> Iterator[list[OrderPart]]:
    """Files in portions of about so many sheets."""
    block: list[OrderPart] = []
    sheets = 0
    for part in parts:
        block.append(part)
        sheets += part.sheets
        if sheets >= most:
            yield block
            block, sheets = [], 0
    if block:
        yield block
