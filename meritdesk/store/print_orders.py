"""The print queue in rows: orders, files and sheets, with what became of each.

Paper that was printed stands in the register and the journal; how far an order has come is work in hand, like an
unsaved draft, and stands here only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, and_, bindparam, case, delete, func, insert, select, update

from meritdesk.core.documents import Form, PaperStanding, period_for
from meritdesk.core.periods import Period
from meritdesk.core.print_order import (
    ItemState,
    OrderCounts,
    OrderItem,
    OrderLine,
    OrderPart,
    OrderState,
    PartState,
    PrintOrder,
    wish_facts,
    wish_of,
)
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, at_most, in_chunks, in_normal_form
from meritdesk.store.tables import print_block as drawn
from meritdesk.store.tables import print_item as item
from meritdesk.store.tables import print_order as order
from meritdesk.store.tables import print_part as part

_SETTLED = ("state", "document_id", "number", "copy", "record_id", "record_version", "record_digest", "standing",
            "first_page", "pages", "code", "facts")  # fmt: skip
_PART_SETTLED = ("file_name", "state", "digest", "pages", "printed_at", "signature")


class StoredPrintOrders:
    """Orders as they were given and how far each has come."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def next_id(self, year: int) -> str:
        """A fresh number for an order, short enough to be said over the telephone."""
        return f"{year}-{take_numbers(self._rows, self._rows.agency, 'print-order', year, 1):04d}"

    def add(self, new: PrintOrder, parts: Sequence[OrderPart], items: Sequence[OrderItem]) -> None:
        """Enter an order with all its files and sheets."""
        self._writing()
        self._insert(order, [_order_row(new)])
        self._insert(part, [_part_row(new.order_id, one) for one in parts])
        self._insert(item, [_item_row(new, one) for one in items])

    def settle(self, changed: PrintOrder) -> None:
        """Say how an order stands now."""
        self._writing()
        row = _order_row(changed)
        names = ("state", "runner", "ended_at", "problem", "problem_facts")
        statement = update(order).where(order.c.agency == self._rows.agency, order.c.order_id == changed.order_id)
        self._rows.connection.execute(statement.values({name: row[name] for name in names}))

    def save_parts(self, order_id: str, parts: Iterable[OrderPart]) -> None:
        """Say what became of these files."""
        self._update(part, "part", _PART_SETTLED, [_part_row(order_id, one) for one in parts])

    def save_items(self, of: PrintOrder, items: Iterable[OrderItem]) -> None:
        """Say what became of these sheets."""
        self._update(item, "place", _SETTLED, [_item_row(of, one) for one in items])

    def remove(self, order_id: str) -> None:
        """Take an order out as if it had never been given; what it printed stays in the register."""
        self._writing()
        for table in (drawn, item, part, order):
            place = (table.c.agency == self._rows.agency) & (table.c.order_id == order_id)
            self._rows.connection.execute(delete(table).where(place))

    def by_id(self, order_id: str) -> PrintOrder | None:
        """One order by its number."""
        found = self._rows.read(order, "order_id", [order_id])
        return _order_value(found[0]) if found else None

    def lines(self, with_direct: bool, offset: int, limit: int) -> tuple[OrderLine, ...]:
        """One block of the orders, newest first; those that printed at once only when they are unfinished."""
        statement = select(*(order.c[name] for name in _names(order))).where(order.c.agency == self._rows.agency)
        if not with_direct:
            statement = statement.where(~(order.c.is_direct & (order.c.state == OrderState.DONE.value)))
        statement = (
            statement.order_by(order.c.made_at.desc(), order.c.order_id.desc()).offset(offset).limit(at_most(limit))
        )
        rows = self._rows.connection.execute(statement).mappings().all()
        counts = self._counts([row["order_id"] for row in rows])
        return tuple(OrderLine(_order_value(row), counts.get(row["order_id"], OrderCounts())) for row in rows)

    def counts(self, order_id: str) -> OrderCounts:
        """How the sheets and files of one order stand."""
        return self._counts([order_id]).get(order_id, OrderCounts())

    def parts(self, order_id: str) -> tuple[OrderPart, ...]:
        """The files of an order."""
        return tuple(map(_part_value, self._rows.read(part, "order_id", [order_id], "part")))

    def items(self, order_id: str, parts: Sequence[int] | None = None) -> tuple[OrderItem, ...]:
        """The sheets of an order, all or those of some files, in order."""
        names = _names(item)
        statement = select(*(item.c[name] for name in names)).where(
            item.c.agency == self._rows.agency, item.c.order_id == order_id
        )
        if parts is not None:
            statement = statement.where(item.c.part.in_(parts))
        found = self._rows.connection.execute(statement.order_by(item.c.place)).mappings()
        return tuple(_item_value(row) for row in found)

    def failed(self, order_id: str) -> tuple[OrderItem, ...]:
        """The sheets that could not be printed."""
        statement = select(*(item.c[name] for name in _names(item))).where(
            item.c.agency == self._rows.agency,
            item.c.order_id == order_id,
            item.c.state == ItemState.FAILED.value,
        )
        found = self._rows.connection.execute(statement.order_by(item.c.place)).mappings()
        return tuple(_item_value(row) for row in found)

    def keep_block(self, order_id: str, number_of_part: int, block: int, places: Sequence[int], digest: str) -> None:
        """Remember drawings that are laid aside for a file."""
        self._writing()
        row = {"order_id": order_id, "part": number_of_part, "block": block, "digest": digest}
        self._insert(drawn, [row | {"places": msgspec.json.encode(list(places)).decode()}])

    def blocks(self, order_id: str) -> tuple[tuple[int, int, tuple[int, ...], str], ...]:
        """Drawings that are laid aside: file, block, places of the sheets, digest."""
        rows: list[dict[str, Any]] = self._rows.read(drawn, "order_id", [order_id], "part", "block")
        return tuple(
            (row["part"], row["block"], tuple(msgspec.json.decode(row["places"])), row["digest"]) for row in rows
        )

    def drop_blocks(self, order_id: str, number_of_part: int = 0) -> None:
        """Forget drawings of one file, or of all."""
        self._writing()
        place = (drawn.c.agency == self._rows.agency) & (drawn.c.order_id == order_id)
        if number_of_part:
            place &= drawn.c.part == number_of_part
        self._rows.connection.execute(delete(drawn).where(place))

    def standing(
        self, form: Form, period: Period, keys: Sequence[str]
    ) -> tuple[tuple[PrintOrder, OrderPart, OrderItem], ...]:
        """Sheets of this form and period that finished files hold, newest first, with order and file."""
        statement = self._standing().where(
            item.c.form == form.value, item.c.period == period.code, item.c.state == ItemState.PRINTED.value
        )
        found = []
        for chunk in in_chunks(dict.fromkeys(keys)):
            found += self._joined(statement.where(item.c.item_key.in_(chunk)))
        return tuple(found)

    def same_parts(self, signatures: Sequence[str]) -> Mapping[str, tuple[tuple[PrintOrder, OrderPart], ...]]:
        """Finished files by what is in them, newest first."""
        found: dict[str, list[tuple[PrintOrder, OrderPart]]] = {}
        names = [
            *(part.c[name] for name in _names(part)),
            *(order.c[name].label(f"o_{name}") for name in _names(order)),
        ]
        statement = (
            select(*names)
            .select_from(part.join(order, _same_order(part)))
            .where(part.c.agency == self._rows.agency)
            .where(part.c.state.in_((PartState.DONE.value, PartState.REUSED.value)))
            .order_by(part.c.printed_at.desc())
        )
        for chunk in in_chunks(dict.fromkeys(signatures)):
            for row in self._rows.connection.execute(statement.where(part.c.signature.in_(chunk))).mappings():
                found.setdefault(row["signature"], []).append((_order_value(_of(row, "o_")), _part_value(row)))
        return {signature: tuple(ones) for signature, ones in found.items()}

    def _standing(self) -> Select[Any]:
        names = [
            *(item.c[name] for name in _names(item)),
            *(part.c[name].label(f"p_{name}") for name in _names(part)),
            *(order.c[name].label(f"o_{name}") for name in _names(order)),
        ]
        joined = item.join(part, and_(_same_order(item, part), part.c.part == item.c.part)).join(
            order, _same_order(item)
        )
        return (
            select(*names)
            .select_from(joined)
            .where(item.c.agency == self._rows.agency, part.c.state == PartState.DONE.value)
            .order_by(part.c.printed_at.desc())
        )

    def _joined(self, statement: Select[Any]) -> list[tuple[PrintOrder, OrderPart, OrderItem]]:
        return [
            (_order_value(_of(row, "o_")), _part_value(_of(row, "p_")), _item_value(row))
            for row in self._rows.connection.execute(statement).mappings()
        ]

    def _counts(self, order_ids: Sequence[str]) -> dict[str, OrderCounts]:
        def total(state: ItemState) -> Any:
            return func.sum(case((item.c.state == state.value, 1), else_=0))

        of_items = (
            select(item.c.order_id, *(total(state) for state in ItemState))
            .where(item.c.agency == self._rows.agency, item.c.order_id.in_(order_ids))
            .group_by(item.c.order_id)
        )
        of_parts = (
            select(part.c.order_id, func.count(), func.sum(case((part.c.state != PartState.WAITING.value, 1), else_=0)))
            .where(part.c.agency == self._rows.agency, part.c.order_id.in_(order_ids))
            .group_by(part.c.order_id)
        )
        files = {row[0]: (int(row[1]), int(row[2])) for row in self._rows.execute(of_parts)}
        sheets = {row[0]: dict(zip(ItemState, map(int, row[1:]), strict=True)) for row in self._rows.execute(of_items)}
        return {
            order_id: OrderCounts(
                waiting=sheets.get(order_id, {}).get(ItemState.WAITING, 0),
                printed=sheets.get(order_id, {}).get(ItemState.PRINTED, 0),
                unchanged=sheets.get(order_id, {}).get(ItemState.UNCHANGED, 0),
                failed=sheets.get(order_id, {}).get(ItemState.FAILED, 0),
                parts=files.get(order_id, (0, 0))[0],
                parts_done=files.get(order_id, (0, 0))[1],
            )
            for order_id in order_ids
        }

    def _writing(self) -> None:
        self._rows.require_writing()
        self._rows.has_unjournaled = True

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            own = {"agency": self._rows.agency}
            for chunk in in_chunks(rows):
                given = [{**own, **in_normal_form(row)} for row in self._rows.beat.each(chunk)]
                self._rows.connection.execute(insert(table), given)

    def _update(self, table: Any, key: str, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
        self._writing()
        if not rows:
            return
        statement = update(table).where(
            table.c.agency == self._rows.agency,
            table.c.order_id == bindparam("key_order"),
            table.c[key] == bindparam("key_place"),
        )
        self._rows.connection.execute(
            statement.values({name: bindparam(f"new_{name}") for name in names}),
            [
                {"key_order": row["order_id"], "key_place": row[key], **{f"new_{name}": row[name] for name in names}}
                for row in map(in_normal_form, rows)
            ],
        )


def _names(table: Any) -> list[str]:
    return [str(column.name) for column in table.columns if column.name != "agency"]


def _same_order(table: Any, other: Any = order) -> Any:
    return and_(other.c.agency == table.c.agency, other.c.order_id == table.c.order_id)


def _of(row: Mapping[Any, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}


def _json(values: Mapping[str, object]) -> str:
    return msgspec.json.encode({name: _plain(value) for name, value in values.items()}).decode()


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | bool | list) or value is None else str(value)


def _order_row(one: PrintOrder) -> dict[str, Any]:
    return {
        "order_id": one.order_id,
        "wish": _json(wish_facts(one.wish)),
        "folder": one.folder,
        "made_at": moment_text(one.made_at),
        "made_by": one.made_by,
        "state": one.state.value,
        "runner": one.runner,
        "ended_at": moment_text(one.ended_at) if one.ended_at else None,
        "problem": one.problem,
        "problem_facts": _json(one.problem_facts),
        "is_direct": one.is_direct,
    }


def _order_value(row: Mapping[Any, Any]) -> PrintOrder:
    return PrintOrder(
        order_id=row["order_id"],
        wish=wish_of(msgspec.json.decode(row["wish"])),
        folder=row["folder"],
        made_at=moment_value(row["made_at"]),
        made_by=row["made_by"],
        state=OrderState(row["state"]),
        runner=row["runner"],
        ended_at=moment_value(row["ended_at"]) if row["ended_at"] else None,
        problem=row["problem"],
        problem_facts=msgspec.json.decode(row["problem_facts"]),
        is_direct=bool(row["is_direct"]),
    )


def _part_row(order_id: str, one: OrderPart) -> dict[str, Any]:
    return {
        "order_id": order_id,
        "part": one.part,
        "file_name": one.file_name,
        "title": one.title,
        "sheets": one.sheets,
        "state": one.state.value,
        "digest": one.digest,
        "pages": one.pages,
        "printed_at": moment_text(one.printed_at) if one.printed_at else None,
        "signature": one.signature,
    }


def _part_value(row: Mapping[Any, Any]) -> OrderPart:
    return OrderPart(
        part=row["part"],
        file_name=row["file_name"],
        title=row["title"],
        sheets=row["sheets"],
        state=PartState(row["state"]),
        digest=row["digest"],
        pages=row["pages"],
        printed_at=moment_value(row["printed_at"]) if row["printed_at"] else None,
        signature=row["signature"],
    )


def _item_row(of: PrintOrder, one: OrderItem) -> dict[str, Any]:
    return {
        "order_id": of.order_id,
        "place": one.place,
        "part": one.part,
        "form": one.form.value,
        "period": period_for(one.form, of.wish.period).code,
        "item_key": one.key,
        "person_id": one.person_id,
        "nip": one.nip,
        "name": one.name,
        "section": one.section,
        "state": one.state.value,
        "document_id": one.document_id,
        "number": one.number,
        "copy": one.copy,
        "record_id": one.record_id,
        "record_version": one.record_version,
        "record_digest": one.record_digest,
        "standing": one.standing.value,
        "first_page": one.first_page,
        "pages": one.pages,
        "code": one.code,
        "facts": _json(one.facts),
    }


def _item_value(row: Mapping[Any, Any]) -> OrderItem:
    return OrderItem(
        place=row["place"],
        part=row["part"],
        form=Form(row["form"]),
        key=row["item_key"],
        person_id=row["person_id"],
        nip=row["nip"],
        name=row["name"],
        section=row["section"],
        state=ItemState(row["state"]),
        document_id=row["document_id"],
        number=row["number"],
        copy=row["copy"],
        record_id=row["record_id"],
        record_version=row["record_version"],
        record_digest=row["record_digest"],
        standing=PaperStanding(row["standing"]),
        first_page=row["first_page"],
        pages=row["pages"],
        code=row["code"],
        facts=msgspec.json.decode(row["facts"]),
    )
