"""The trust list and everything done with keys as rows; whose keys they are is a matter of this store's owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Table, delete, func, insert, select

from meritdesk.core.handover import KeyCard, KeyStanding
from meritdesk.core.trust import (
    BlockedKey,
    Device,
    DeviceRole,
    Enrolment,
    HeldList,
    Incident,
    KeyAct,
    KeyActKind,
    KeyRequest,
    KeyStatus,
    ListPlace,
    RequestState,
    TrustList,
    in_order,
    role_of,
)
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, moment_text, moment_value
from meritdesk.store.rows import Rows, Values

_Pairs = tuple[tuple[str, str], ...]


class StoredTrust:
    """What this desk knows of keys: the list it holds, the requests, the blocks, the incidents and the acts."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def held(self) -> HeldList | None:
        """The place of the trust list this desk holds; nothing before the first one."""
        rows = self._rows.read(tables.trust_list)
        return _held(rows[0]) if rows else None

    def data(self) -> bytes:
        """The trust list as a file; empty before the first one."""
        held = self.held()
        if held is None:
            return b""
        file = tables.trust_file
        place = (file.c.agency == self._rows.own_agency, file.c.digest == held.digest)
        found = self._rows.connection.execute(select(file.c.data).where(*place)).scalar()
        return bytes(found) if found is not None else b""

    def devices(self) -> tuple[Device, ...]:
        """Every key the list knows, what is in force first."""
        return in_order(map(_device, self._rows.read(tables.trust_device)))

    def keep(self, content: TrustList, data: bytes, digest: str, epoch: str, root_fingerprint: Sequence[str]) -> None:
        """Hold this list from now on, with its file; the one before stays in the journal by its digest."""
        file = tables.trust_file
        here = file.c.agency == self._rows.own_agency
        self._rows.require_writing()
        self._rows.connection.execute(delete(file).where(here))
        values = {"agency": self._rows.own_agency, "digest": digest, "data": data}
        self._rows.connection.execute(insert(file), [values])
        self._rows.write(
            tables.trust_list,
            [
                {
                    "region_code": content.region_code,
                    "root_version": content.place.root_version,
                    "era": content.place.era,
                    "version": content.place.version,
                    "digest": digest,
                    "epoch": epoch,
                    "made_on": day_text(content.made_on),
                    "root_fingerprint": " ".join(root_fingerprint),
                }
            ],
        )
        rows = [_device_row(content.region_code, one) for one in content.devices]
        self._rows.replace_parts(tables.trust_device, "region_code", [content.region_code], rows)

    def lay_by(self, data: bytes, digest: str) -> None:
        """Keep the first list that came with a return until its groups are compared; the one held takes its place."""
        file = tables.trust_file
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        assert self.held() is None, "only a first list waits"
        self._rows.connection.execute(delete(file).where(file.c.agency == self._rows.own_agency))
        values = {"agency": self._rows.own_agency, "digest": digest, "data": data}
        self._rows.connection.execute(insert(file), [values])

    def laid_by(self) -> bytes:
        """The first list that waits for its groups; empty when none does."""
        file = tables.trust_file
        if self.held() is not None:
            return b""
        found = self._rows.connection.execute(
            select(file.c.data).where(file.c.agency == self._rows.own_agency)
        ).scalar()  # fmt: skip
        return bytes(found) if found is not None else b""

    def requests(self) -> tuple[KeyRequest, ...]:
        """The queue of requests, oldest first."""
        return tuple(map(_request, self._rows.read(tables.key_request, "", None, "taken_at", "request_id")))

    def save_request(self, request: KeyRequest) -> None:
        """Add a request or note what became of it."""
        self._rows.write(tables.key_request, [_request_row(request)])

    def blocks(self) -> tuple[BlockedKey, ...]:
        """The keys a person has taken the word from."""
        rows = self._rows.read(tables.key_block, "", None, "blocked_at", "minisign_key")
        return tuple(BlockedKey(row["fingerprint"], row["reason"], moment_value(row["blocked_at"])) for row in rows)  # type: ignore[arg-type]

    def block(self, minisign_key: str, blocked: BlockedKey) -> None:
        """Believe this key no more, whatever a list says."""
        values: Values = {
            "minisign_key": minisign_key,
            "fingerprint": blocked.fingerprint,
            "reason": blocked.reason,
            "blocked_at": moment_text(blocked.blocked_at),
        }
        self._rows.write(tables.key_block, [values])

    def blocked_keys(self) -> frozenset[str]:
        """The minisign keys that are blocked here."""
        return frozenset(str(row["minisign_key"]) for row in self._rows.read(tables.key_block))

    def with_standing(self, bare: Sequence[KeyCard]) -> tuple[KeyCard, ...]:
        """The cards by which packages are judged: those of the list, or the bare ones before there is a list."""
        devices = self.devices()
        blocked = self.blocked_keys()
        cards = [one.card for one in devices] if devices else bare
        return tuple(_blocked(card) if card.minisign_key in blocked else card for card in cards)

    def incidents(self) -> tuple[Incident, ...]:
        """What must not pass unseen, newest first."""
        rows = self._rows.read(tables.key_incident, "", None, "number")
        return tuple(reversed([_incident(row) for row in rows]))

    def add_incident(self, incident: Incident) -> None:
        """Enter an incident; its number is the next one."""
        values: Values = {
            "number": self._next(tables.key_incident),
            "happened_at": moment_text(incident.happened_at),
            "code": incident.code,
            "file_name": incident.file_name,
            "facts": msgspec.json.encode(incident.facts).decode(),
        }
        self._rows.write(tables.key_incident, [values])

    def acts(self) -> tuple[KeyAct, ...]:
        """What was done with keys here, newest first."""
        rows = self._rows.read(tables.key_act, "", None, "number")
        return tuple(reversed([_act(row) for row in rows]))

    def add_act(self, act: KeyAct) -> KeyAct:
        """Enter an act under the next number, so that its record can be printed at any time."""
        numbered = replace(act, number=self._next(tables.key_act))
        values: Values = {
            "number": numbered.number,
            "kind": act.kind.value,
            "done_at": moment_text(act.done_at),
            "done_by": act.done_by,
            "facts": msgspec.json.encode(act.facts).decode(),
            "people": msgspec.json.encode(act.people).decode(),
            "fingerprints": msgspec.json.encode(act.fingerprints).decode(),
            "packages": msgspec.json.encode(act.packages).decode(),
        }
        self._rows.write(tables.key_act, [values])
        return numbered

    def _next(self, table: Table) -> int:
        statement = select(func.max(table.c.number)).where(table.c.agency == self._rows.own_agency)
        return int(self._rows.connection.execute(statement).scalar() or 0) + 1


def _blocked(card: KeyCard) -> KeyCard:
    return replace(card, standing=KeyStanding(role_of(card).value, KeyStatus.REVOKED.value))


def _held(row: Mapping[str, Any]) -> HeldList:
    return HeldList(
        place=ListPlace(row["root_version"], row["era"], row["version"]),
        region_code=row["region_code"],
        digest=row["digest"],
        epoch=row["epoch"],
        made_on=day_value(row["made_on"]),
        root_fingerprint=tuple(row["root_fingerprint"].split()),
    )


def _device(row: Mapping[str, Any]) -> Device:
    return Device(
        agency_code=row["agency_code"],
        agency_name=row["agency_name"],
        device=row["device"],
        role=DeviceRole(row["role"]),
        minisign_key=row["minisign_key"],
        age_recipient=row["age_recipient"],
        status=KeyStatus(row["status"]),
        last_epoch=row["last_epoch"],
        last_sequence=row["last_sequence"],
        reason=row["reason"],
        since=row["since"],
    )


def _device_row(region_code: str, one: Device) -> Values:
    return {
        "region_code": region_code,
        "minisign_key": one.minisign_key,
        "agency_code": one.agency_code,
        "device": one.device,
        "agency_name": one.agency_name,
        "role": one.role.value,
        "age_recipient": one.age_recipient,
        "status": one.status.value,
        "last_epoch": one.last_epoch,
        "last_sequence": one.last_sequence,
        "reason": one.reason,
        "since": one.since,
    }


def _request(row: Mapping[str, Any]) -> KeyRequest:
    card = KeyCard(
        row["agency_code"], row["agency_name"], row["device"], False, row["minisign_key"], row["age_recipient"]
    )
    return KeyRequest(
        request_id=row["request_id"],
        enrolment=Enrolment(card, DeviceRole(row["wanted"]), row["epoch"], row["last_sequence"], row["replaces"]),
        fingerprint=tuple(row["fingerprint"].split()),
        state=RequestState(row["state"]),
        places=(row["first_place"], row["second_place"]),
        wrong_tries=row["wrong_tries"],
        taken_at=moment_value(row["taken_at"]),
        settled_at=moment_value(row["settled_at"]) if row["settled_at"] else None,
        settled_by=row["settled_by"],
    )


def _request_row(request: KeyRequest) -> Values:
    asked, card = request.enrolment, request.enrolment.card
    return {
        "request_id": request.request_id,
        "agency_code": card.agency_code,
        "device": card.device,
        "agency_name": card.agency_name,
        "minisign_key": card.minisign_key,
        "age_recipient": card.age_recipient,
        "wanted": asked.wanted.value,
        "epoch": asked.epoch,
        "last_sequence": asked.last_sequence,
        "replaces": asked.replaces,
        "fingerprint": " ".join(request.fingerprint),
        "state": request.state.value,
        "first_place": request.places[0],
        "second_place": request.places[1],
        "wrong_tries": request.wrong_tries,
        "taken_at": moment_text(request.taken_at),
        "settled_at": moment_text(request.settled_at) if request.settled_at else None,
        "settled_by": request.settled_by,
    }


def _incident(row: Mapping[str, Any]) -> Incident:
    return Incident(
        number=row["number"],
        happened_at=moment_value(row["happened_at"]),
        code=row["code"],
        file_name=row["file_name"],
        facts=_pairs(row["facts"]),
    )


def _act(row: Mapping[str, Any]) -> KeyAct:
    return KeyAct(
        number=row["number"],
        kind=KeyActKind(row["kind"]),
        done_at=moment_value(row["done_at"]),
        done_by=row["done_by"],
        facts=_pairs(row["facts"]),
        people=_pairs(row["people"]),
        fingerprints=_pairs(row["fingerprints"]),
        packages=msgspec.json.decode(row["packages"], type=tuple[tuple[str, ...], ...]),
    )


def _pairs(text: str) -> _Pairs:
    return msgspec.json.decode(text, type=_Pairs)
