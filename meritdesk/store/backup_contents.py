"""What is in a backup, told before it takes the place of anything: whose it is, of which day, and how much."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import Connection

from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.store import SAMPLE_ENDING, AgencyInfo, BackupContents, Practice
from meritdesk.store import sqlite
from meritdesk.store.backup import DATABASE_MEMBER, manifest_of, unpack
from meritdesk.store.tables import SCHEMA_NUMBER
from meritdesk.store.vault import Keyring, unlock_with_passphrase, unlock_with_recovery

_COUNTED = ("person", "plan", "evaluation", "change_set")


def contents(backup: Path, passphrase: str | None, recovery_key: str | None) -> BackupContents:
    """What a backup holds, opened with the passphrase or recovery key of the day it was made; refusals as restoring."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-lihat-") as private:
        ring = unpack(backup, Path(private) / "isi")
        key = _key(ring, passphrase, recovery_key)
        return _read(Path(private) / "isi" / DATABASE_MEMBER, key, backup)


def contents_with(backup: Path, key: bytes) -> BackupContents:
    """The same with the key of the store that made it, its pages proved one by one; ``STO-698`` of another store."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-uji-") as private:
        unpack(backup, Path(private) / "isi")
        path = Path(private) / "isi" / DATABASE_MEMBER
        try:
            found = _read(path, key, backup)
        except Refusal as error:
            raise FileRefusal("STO-698", path=str(backup)) from error
        with sqlite.refusing(path):
            if sqlite.page_faults(path, key, thorough=True):
                raise FileRefusal("STO-641", path=str(backup))
        return found


def _key(ring: Keyring, passphrase: str | None, recovery_key: str | None) -> bytes:
    if recovery_key:
        return unlock_with_recovery(ring, recovery_key).data_key
    return unlock_with_passphrase(ring, passphrase or "").data_key


def _read(path: Path, key: bytes, backup: Path) -> BackupContents:
    sqlite.recognise(path)
    engine = sqlite.engine_for(path, key)
    try:
        with sqlite.refusing(path), engine.connect() as connection:
            number = sqlite.schema_number(connection, path)
            if number > SCHEMA_NUMBER:
                raise FileRefusal("STO-607", found=number, known=SCHEMA_NUMBER)
            facts = {
                str(row[0]): str(row[1]) for row in connection.exec_driver_sql("SELECT name, value FROM store_fact")
            }
            counts = {name: _count(connection, name) for name in _COUNTED}
            last = connection.exec_driver_sql("SELECT max(at) FROM change_set").scalar()
    finally:
        engine.dispose()
    known = facts.get("practice")
    practice = Practice(known) if known is not None else Practice.NONE
    if known is None and facts["name"].endswith(SAMPLE_ENDING):
        practice = Practice.SAMPLE
    return BackupContents(
        agency=AgencyInfo(
            facts["code"],
            facts["name"],
            bool(facts["is_region"]),
            facts["device"],
            facts["place"],
            facts["region_code"],
            practice,
        ),
        made_at=manifest_of(backup).made_at,
        schema=number,
        people=counts["person"],
        plans=counts["plan"],
        evaluations=counts["evaluation"],
        change_sets=counts["change_set"],
        last_change=str(last or ""),
    )


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())
