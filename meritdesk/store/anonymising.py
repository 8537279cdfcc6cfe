"""A copy for support: names, numbers and texts replaced alike everywhere, counts and figures kept, another key.

What is worked out of names is worked out anew; what cannot be made nameless (files, packages, drafts, the journal) is
left out. The seals of closed evaluations do not fit replaced texts, and a check of the copy says so.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from meritdesk.core.personal_data import DataRecord
from meritdesk.store import search_index, sqlite, tables
from meritdesk.store.rows import shape_of
from meritdesk.store.tables import store_fact
from meritdesk.store.vault import Vault

Step = Callable[[int, int], None]

_LEFT_OUT = (
    tables.row_change, tables.change_set, tables.outgoing_data, tables.owed_answer, tables.incoming_data,
    tables.draft, tables.remembered, tables.work_record, tables.saved_view, tables.plan_draft, tables.column_mapping,
    tables.reference_offer, tables.journal_redaction, tables.account, tables.scan_page, tables.scan_batch,
)  # fmt: skip
_PEOPLE = frozenset(
    {"name", "full_name", "former_name", "giver_name", "guide_name", "taken_by_name", "lead_name", "signer_name",
     "holder", "signer", "author", "entered_by", "added_by", "decided_by", "waived_by", "noted_by", "settled_by",
     "computed_by", "locked_by", "chosen_by", "made_by", "done_by", "second", "agreed_by", "told_by", "closed_by",
     "fixed_by", "asked_by", "answered_by", "received_by", "set_by", "lifted_by", "started_by", "cancelled_by",
     "replaced_by", "talk_by", "action_by", "kept_by", "actor", "owner", "opened_by", "signed_by"}
)  # fmt: skip
_UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}([T ].*)?$")
_CODE = re.compile(r"^[A-Z][A-Z0-9_]*$")
_FIGURE = re.compile(r"^-?\d{1,7}([.,]\d+)?$")
_FIRST_DAY = "-01-01"


@dataclass(frozen=True, slots=True)
class Veil:
    """How one copy replaces what it finds: the same thing always by the same, and nobody can go back."""

    salt: bytes
    names: Mapping[str, str]
    numbers: Mapping[str, str]

    def person(self, text: str) -> str:
        """A made-up name for whoever is called so."""
        return self.names.get(text.casefold()) or f"Orang {self._mark(text.casefold())[:6]}"

    def number(self, text: str) -> str:
        """A made-up NIP of the same length and kind."""
        if text in self.numbers:
            return self.numbers[text]
        return str(int(self._mark(text), 16))[: len(text)].rjust(len(text), "0")

    def words(self, text: str) -> str:
        """A text of the same length that says nothing."""
        return re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "0", text))

    def value(self, column: str, value: Any) -> Any:
        """What stands in the place of one value of a column with personal data."""
        if not isinstance(value, str) or not value:
            return value
        if column in _PEOPLE:
            return self.person(value)
        return self._said(value)

    def _said(self, value: str) -> str:
        if value in self.numbers or (value.isdigit() and len(value) > 7):
            return self.number(value)
        if value.casefold() in self.names:
            return self.names[value.casefold()]
        if value[0] in "[{":
            try:
                return json.dumps(self._within(json.loads(value)), ensure_ascii=False)
            except ValueError:
                return self.words(value)
        if _DAY.match(value):
            return f"{value[:4]}{_FIRST_DAY}{value[10:]}"
        if _UUID.match(value) or _CODE.match(value) or _FIGURE.match(value):
            return value
        return self.words(value)

    def _within(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._within(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._within(one) for one in value]
        return self._said(value) if isinstance(value, str) and value else value

    def _mark(self, text: str) -> str:
        return hashlib.sha256(self.salt + text.encode("utf-8")).hexdigest()


def make_nameless(
    database: Path, known: Vault, vault: Vault, records: Sequence[DataRecord], salt: bytes, step: Step
) -> None:
    """Replace everything personal in a copy, lock it with another key, and write it anew page by page."""
    engine = sqlite.engine_for(database, known.data_key)
    try:
        with engine.connect() as plain, plain.execution_options(immediate=True).begin():
            sqlite.look_at_references_later(plain)
            own = str(plain.execute(select(store_fact.c.value).where(store_fact.c.name == "code")).scalar_one())
            for table in _LEFT_OUT:
                plain.execute(delete(table))
            plain.execute(delete(tables.setting).where(tables.setting.c.name.like("last_%")))
            veil = _veil(plain, salt)
            for done, record in enumerate(records):
                step(done, len(records) + 1)
                _veil_table(plain, tables.metadata.tables[record.table], record.columns, veil)
            search_index.make_anew(plain, own, lambda *_: None)
    finally:
        engine.dispose()
    sqlite.write_anew(database, known.data_key, vault.data_key)
    step(1, 1)


def _veil(connection: Connection, salt: bytes) -> Veil:
    person = tables.person
    found = connection.execute(
        select(person.c.agency, person.c.person_id, person.c.nip, person.c.name, person.c.front_title,
               person.c.back_title).order_by(person.c.agency, person.c.person_id)
    ).all()  # fmt: skip
    names: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for place, (_, _, nip, name, front, back) in enumerate(found, 1):
        made_up = f"Pegawai {place:05d}"
        full = f"{front} {name}".strip() + (f", {back}" if back else "")
        for spelling in (name, full):
            names[str(spelling).casefold()] = made_up
        if nip:
            numbers[str(nip)] = f"19700101{place:010d}"[: len(str(nip))]
    return Veil(salt, names, numbers)


def _veil_table(connection: Connection, table: Table, columns: Sequence[str], veil: Veil) -> None:
    if table in _LEFT_OUT or table.name in ("staff_row", "search_entry"):
        return
    shape = shape_of(table)
    key = ("agency", *shape.key)
    wanted = [name for name in columns if name not in key or table.name in ("machine_id", "pay_input")]
    files = [name for name in wanted if table.c[name].type.python_type is bytes]
    texts = [name for name in wanted if name in shape.names and table.c[name].type.python_type is str]
    texts = [name for name in texts if name not in shape.key]
    if files:
        connection.execute(update(table).values(dict.fromkeys(files, b"")))
    if not texts:
        return
    names = [*dict.fromkeys((*key, *shape.names))]
    rows = connection.execute(select(*(table.c[name] for name in names))).mappings().all()
    changed = []
    for row in rows:
        after = {**row, **{name: veil.value(name, row[name]) for name in texts}}
        if table is tables.person:
            after = {**after, "nip": veil.number(row["nip"]) if row["nip"] else "", "front_title": "", "back_title": ""}
        if shape.derive is not None:
            after.update(shape.derive(after))
        changed.append({**after, "agency": row["agency"]})
    connection.execute(delete(table))
    for start in range(0, len(changed), 2000):
        connection.execute(insert(table), changed[start : start + 2000])
