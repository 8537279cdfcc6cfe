"""Amounts, inputs, recaps and slips of performance pay as rows; slips are written in bulk beside the journal."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import delete, insert, select

from meritdesk.core.allowance_rules import PayComponent, PayScheme
from meritdesk.core.evaluation import EvaluationState, Predicate, Reason
from meritdesk.core.pay import (
    PaidMonth,
    PayAmount,
    PayHolder,
    PayInput,
    PayInputKind,
    PayRecap,
    PayRow,
    PaySlip,
    PayState,
    holder_key,
)
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.scoring.allowance import PayLine, PaySource
from meritdesk.store import tables
from meritdesk.store.notation import decimal_text, moment_text, moment_value
from meritdesk.store.rows import Rows, Values, in_chunks

_ENCODE = msgspec.json.Encoder(order="deterministic").encode
_LINES = msgspec.json.Decoder(list[tuple[str, str, str, dict[str, str], str, str]])
_ROW = ("person_id", "nip", "name", "unit_id", "unit_name", "post", "grade", "state", "gross", "productivity",
        "discipline", "other", "net")  # fmt: skip


class StoredPay:
    """Performance pay of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def amounts(self) -> tuple[PayAmount, ...]:
        """Every basic amount, by holder and day."""
        found = self._rows.read(tables.pay_amount, "", None, "holder_kind", "holder", "valid_from")
        return tuple(map(_amount, found))

    def save_amounts(self, amounts: Sequence[PayAmount]) -> None:
        """Add these amounts or bring them up to date."""
        self._rows.write(tables.pay_amount, map(_amount_row, amounts))

    def inputs(self, period: Period) -> tuple[PayInput, ...]:
        """What is entered for a month."""
        return tuple(map(_input, self._rows.read(tables.pay_input, "period", [period.code], "kind", "subject")))

    def save_inputs(self, inputs: Sequence[PayInput]) -> None:
        """Enter these or bring them up to date."""
        self._rows.write(tables.pay_input, map(_input_row, inputs))

    def drop_inputs(self, inputs: Sequence[PayInput]) -> None:
        """Take these entries out."""
        keys = [(one.period.code, one.kind.value, one.subject) for one in inputs]
        self._rows.settle(tables.pay_input, dict.fromkeys(keys))

    def recaps(self, period: Period | None = None) -> tuple[PayRecap, ...]:
        """The recaps of a month, or of all, oldest version first."""
        wanted = None if period is None else [period.code]
        return tuple(map(_recap, self._rows.read(tables.pay_recap, "period", wanted, "period", "version")))

    def save_recap(self, recap: PayRecap, in_place_of: str = "") -> None:
        """Keep a recap, or that it was locked; a draft gives way but keeps its slips, so that this can be undone."""
        states: dict[Any, Values | None] = {(recap.recap_id,): _recap_row(recap)}
        if in_place_of:
            states[(in_place_of,)] = None
        self._rows.settle(tables.pay_recap, states)

    def sweep_slips(self) -> None:
        """Throw the slips of drafts away that gave way to another."""
        self._rows.require_writing()
        slip, recap = tables.pay_slip, tables.pay_recap
        kept = select(recap.c.recap_id).where(recap.c.agency == self._rows.agency)
        self._rows.connection.execute(
            delete(slip).where(slip.c.agency == self._rows.agency, slip.c.recap_id.not_in(kept))
        )

    def put_slips(self, recap_id: str, slips: Sequence[PaySlip]) -> None:
        """Make these the slips of a recap; only the recap, with their digest, stands in the journal."""
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        table, agency = tables.pay_slip, self._rows.agency
        self._rows.connection.execute(delete(table).where(table.c.agency == agency, table.c.recap_id == recap_id))
        for chunk in in_chunks(enumerate(slips)):
            rows = [
                {"agency": agency, "recap_id": recap_id, "place": place, **_slip_row(slip)}
                for place, slip in self._rows.beat.each(chunk)
            ]
            self._rows.connection.execute(insert(table), rows)

    def rows(self, recap_id: str) -> tuple[PayRow, ...]:
        """The people of a recap in its order, without their lines."""
        table = tables.pay_slip
        statement = (
            select(*(table.c[name] for name in _ROW))
            .where(table.c.agency == self._rows.agency, table.c.recap_id == recap_id)
            .order_by(table.c.place)
        )
        return tuple(_row(found) for found in self._rows.execute(statement))

    def slips(self, recap_id: str, person_ids: Sequence[str] | None = None) -> tuple[PaySlip, ...]:
        """The people of a recap with every line of theirs, all or these, in its order."""
        table = tables.pay_slip
        statement = select(*(table.c[name] for name in (*_ROW, "lines"))).where(
            table.c.agency == self._rows.agency, table.c.recap_id == recap_id
        )
        if person_ids is not None:
            statement = statement.where(table.c.person_id.in_(list(person_ids)))
        found = self._rows.execute(statement.order_by(table.c.place))
        return tuple(PaySlip(_row(row[:-1]), lines_of(zlib.decompress(row[-1]))) for row in found)

    def digest(self, slips: Iterable[PaySlip]) -> str:
        """What seals the slips of a recap, in their order."""
        seal = hashlib.sha256()
        for slip in slips:
            seal.update(_ENCODE([slip.row.person_id, decimal_text(slip.row.gross), decimal_text(slip.row.net)]))
            seal.update(_lines(slip.lines))
        return seal.hexdigest()

    def save_paid(self, months: Sequence[PaidMonth]) -> None:
        """Keep what a locked recap says of each person; this travels to the region."""
        self._rows.write(tables.paid_month, map(_paid_row, months))

    def paid(self, period: Period) -> tuple[PaidMonth, ...]:
        """What locked recaps of a month say of each person, at home or at the region."""
        return tuple(map(_paid, self._rows.read(tables.paid_month, "period", [period.code], "person_id")))

    def predicates(self, periods: Sequence[Period]) -> Mapping[str, tuple[Period, Predicate]]:
        """The closed predicate of each person in the first of these periods that has one."""
        table = tables.evaluation
        order = {period.code: place for place, period in enumerate(periods)}
        statement = select(table.c.person_id, table.c.period, table.c.predicate).where(
            table.c.agency == self._rows.agency,
            table.c.period.in_(list(order)),
            table.c.state == EvaluationState.CLOSED.value,
            table.c.predicate.is_not(None),
        )
        best: dict[str, tuple[int, Predicate]] = {}
        for person_id, code, predicate in self._rows.execute(statement):
            place = order[code]
            if person_id not in best or place < best[person_id][0]:
                best[person_id] = (place, Predicate(predicate))
        return {person_id: (periods[place], predicate) for person_id, (place, predicate) in best.items()}


def lines_of(data: bytes) -> tuple[PayLine, ...]:
    """The lines of a slip out of their bytes."""
    return tuple(
        PayLine(Decimal(amount), Reason(code, source, facts), PaySource(place), key)
        for amount, code, source, facts, place, key in _LINES.decode(data)
    )


def _lines(lines: Sequence[PayLine]) -> bytes:
    return _ENCODE(
        [
            [f"{line.amount:f}", line.reason.code, line.reason.source, line.reason.facts, line.source.value, line.key]
            for line in lines
        ]
    )


def _slip_row(slip: PaySlip) -> dict[str, object]:
    row = slip.row
    return {
        "person_id": row.person_id, "nip": row.nip, "name": row.name, "unit_id": row.unit_id,
        "unit_name": row.unit_name, "post": row.post, "grade": row.grade, "state": row.state.value,
        "gross": f"{row.gross:f}", "productivity": f"{row.productivity:f}", "discipline": f"{row.discipline:f}",
        "other": f"{row.other:f}", "net": f"{row.net:f}", "lines": zlib.compress(_lines(slip.lines), 1),
    }  # fmt: skip


def _row(found: Sequence[Any]) -> PayRow:
    person_id, nip, name, unit_id, unit_name, post, grade, state, *figures = found
    gross, productivity, discipline, other, net = map(Decimal, figures)
    return PayRow(person_id, nip, name, unit_id, unit_name, post, grade, PayState(state), gross, productivity,
                  discipline, other, net)  # fmt: skip


def _amount(row: Mapping[str, Any]) -> PayAmount:
    amounts = msgspec.json.decode(row["amounts"], type=dict[PayComponent, Decimal])
    kind = PayHolder(row["holder_kind"])
    return PayAmount(kind, row["holder"], date.fromisoformat(row["valid_from"]), amounts, row["post_class"])


def _amount_row(amount: PayAmount) -> Values:
    amounts = {component.value: decimal_text(value) for component, value in amount.amounts.items() if value}
    return {
        "holder_kind": amount.holder_kind.value,
        "holder": holder_key(amount.holder_kind, amount.holder),
        "valid_from": amount.valid_from.isoformat(),
        "post_class": amount.post_class,
        "amounts": _ENCODE(amounts).decode(),
    }


def _input(row: Mapping[str, Any]) -> PayInput:
    kind = PayInputKind(row["kind"])
    return PayInput(parse_period(row["period"]), kind, row["subject"], Decimal(row["value"]), row["words"])


def _input_row(one: PayInput) -> Values:
    return {
        "period": one.period.code,
        "kind": one.kind.value,
        "subject": one.subject,
        "value": decimal_text(one.value),
        "words": one.words,
    }


def _recap(row: Mapping[str, Any]) -> PayRecap:
    return PayRecap(
        recap_id=row["recap_id"],
        period=parse_period(row["period"]),
        version=row["version"],
        scheme=PayScheme(row["scheme"]),
        pack_id=row["pack_id"],
        pack_digest=row["pack_digest"],
        computed_at=moment_value(row["computed_at"]),
        computed_by=row["computed_by"],
        people=row["people"],
        gross=Decimal(row["gross"]),
        net=Decimal(row["net"]),
        digest=row["digest"],
        reason=row["reason"],
        locked_at=moment_value(row["locked_at"]) if row["locked_at"] else None,
        locked_by=row["locked_by"],
    )


def _recap_row(recap: PayRecap) -> Values:
    return {
        "recap_id": recap.recap_id,
        "period": recap.period.code,
        "version": recap.version,
        "scheme": recap.scheme.value,
        "pack_id": recap.pack_id,
        "pack_digest": recap.pack_digest,
        "computed_at": moment_text(recap.computed_at),
        "computed_by": recap.computed_by,
        "people": recap.people,
        "gross": decimal_text(recap.gross),
        "net": decimal_text(recap.net),
        "digest": recap.digest,
        "reason": recap.reason,
        "locked_at": moment_text(recap.locked_at) if recap.locked_at else None,
        "locked_by": recap.locked_by,
    }


def _paid(row: Mapping[str, Any]) -> PaidMonth:
    return PaidMonth(parse_period(row["period"]), row["person_id"], row["version"], Decimal(row["gross"]),
                     Decimal(row["taken"]), Decimal(row["net"]))  # fmt: skip


def _paid_row(one: PaidMonth) -> Values:
    return {
        "period": one.period.code,
        "person_id": one.person_id,
        "version": one.version,
        "gross": decimal_text(one.gross),
        "taken": decimal_text(one.taken),
        "net": decimal_text(one.net),
    }
