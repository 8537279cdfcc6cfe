"""The trust list and everything done with keys come back from the store as they went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import store_samples as sample
from store_samples import ACTOR

from meritdesk.core.handover import KeyCard
from meritdesk.core.trust import (
    BlockedKey,
    Device,
    DeviceRole,
    Enrolment,
    Incident,
    KeyAct,
    KeyActKind,
    KeyRequest,
    KeyStatus,
    ListPlace,
    RequestState,
    TrustList,
    in_order,
)

NOON = datetime(2026, 1, 12, 5, 0, tzinfo=UTC)
REGION = Device("REG07", "Wilayah", "PC01", DeviceRole.REGION, "key-r", "age1r", since=1)
AGENCY = Device(
    "7101", "Kota", "PC02", DeviceRole.PRIMARY, "key-a", "age1a", KeyStatus.RETIRED, "ab" * 16, 17, "PC diganti", 2
)
LIST = TrustList("REG07", "Wilayah", ListPlace(2, 1, 7), (REGION, AGENCY), date(2026, 1, 12))
GROUPS = ("12345", "23456", "34567", "45678", "56789", "67890")


def save(store, change):
    with store.writing(ACTOR, "test") as work:
        change(work)
        return work.commit()


def test_a_list_is_held_with_its_file_and_the_next_one_takes_its_place(store):
    with store.reading() as work:
        assert (work.trust.held(), work.trust.data(), work.trust.devices()) == (None, b"", ())
    changes = save(store, lambda work: work.trust.keep(LIST, b"file", "digest", "epoch", GROUPS))
    assert changes.nouns == {"keys"}
    with store.reading() as work:
        held = work.trust.held()
        assert (held.place, held.digest, held.root_fingerprint) == (LIST.place, "digest", GROUPS)
        assert (work.trust.data(), work.trust.devices()) == (b"file", in_order(LIST.devices))
    later = replace(LIST, place=ListPlace(2, 1, 8), devices=(REGION,))
    save(store, lambda work: work.trust.keep(later, b"later", "other", "epoch", GROUPS))
    with store.reading() as work:
        assert (work.trust.data(), work.trust.devices(), work.trust.held().place.version) == (b"later", (REGION,), 8)


def test_cards_are_those_of_the_list_once_there_is_one_and_a_blocked_key_is_revoked(store):
    save(store, lambda work: work.ledger.trust(sample.CARD))
    with store.reading() as work:
        assert work.ledger.cards() == (sample.CARD,)
    blocked = BlockedKey("12345", "Telepon", NOON)
    save(store, lambda work: work.trust.block(sample.CARD.minisign_key, blocked))
    with store.reading() as work:
        assert work.ledger.cards()[0].standing.status == KeyStatus.REVOKED.value
        assert work.ledger.first_cards() == (sample.CARD,)
        assert work.trust.blocks() == (blocked,)
    save(store, lambda work: work.trust.keep(LIST, b"file", "digest", "epoch", GROUPS))
    save(store, lambda work: work.trust.block("key-r", blocked))
    with store.reading() as work:
        found = {card.minisign_key: card.standing for card in work.ledger.cards()}
    assert set(found) == {"key-r", "key-a"}
    assert found["key-r"].status == KeyStatus.REVOKED.value
    assert (found["key-a"].status, found["key-a"].last_sequence) == (KeyStatus.RETIRED.value, 17)


def test_requests_incidents_and_acts_come_back_as_they_went_in(store):
    card = KeyCard("7101", "Kota", "PC02", False, "key-n", "age1n")
    request = KeyRequest(
        "ab" * 32,
        Enrolment(card, DeviceRole.SECONDARY, "cd" * 16, 17, "key-a"),
        GROUPS,
        RequestState.WAITING,
        (2, 5),
        1,
        NOON,
    )
    incident = Incident(0, NOON, "KEY-520", "x.merit", (("sender", "7101/PC02"),))
    act = KeyAct(
        0,
        KeyActKind.REVOKED,
        NOON,
        "Ani",
        (("KEYFACT:DEVICE", "7101/PC02"),),
        (("KEYROLE:WITNESS", "Budi"),),
        (("7101/PC02", " ".join(GROUPS)),),
        (("17", "2025", "TT-1", "ab"),),
    )

    def enter(work):
        work.trust.save_request(request)
        for _ in range(2):
            work.trust.add_incident(incident)
            work.trust.add_act(act)

    save(store, enter)
    settled = replace(request, state=RequestState.ADMITTED, settled_at=NOON, settled_by="Ani")
    save(store, lambda work: work.trust.save_request(settled))
    with store.reading() as work:
        assert work.trust.requests() == (settled,)
        assert work.trust.incidents() == (replace(incident, number=2), replace(incident, number=1))
        assert work.trust.acts() == (replace(act, number=2), replace(act, number=1))


def test_secrets_are_kept_in_the_key_ring_and_come_back(store):
    assert store.secret("list-key") is None
    store.keep_secrets({"list-key": b"geheim"})
    assert store.secret("list-key") == b"geheim"
    other = replace(store.keys, other_identities=("AGE-SECRET-KEY-1",))
    store.keep_secrets({"device-keys": b"x"}, other)
    assert store.keys == other
