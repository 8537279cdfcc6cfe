"""The ledger's verdicts: order and repetition of a set of packages never change what is applied."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.handover import LedgerDecision, LedgerEntry, LedgerVerdict, PackageHeader, PackageKind, ReceiptCode
from meritdesk.core.ledger import MAX_MISSING_LISTED, decide

FIRST, SECOND = "a" * 32, "b" * 32
ZEROS = "sha256:" + "0" * 64
WHEN = datetime(2026, 1, 9, tzinfo=UTC)


def _digest(epoch: str, sequence: int) -> str:
    return f"sha256:{hashlib.sha256(f'{epoch}{sequence}'.encode()).hexdigest()}"


def _header(sequence: int, epoch: str = FIRST, period: str = "2025", previous: str = "") -> PackageHeader:
    before = _digest(epoch, sequence - 1) if sequence > 1 else ZEROS
    kind = PackageKind.EXPORT
    return PackageHeader(kind, "7101/PC02", "REG07", period, epoch, sequence, previous or before, f"id-{sequence}")


CODES = {
    LedgerVerdict.NEXT: ReceiptCode.ACCEPTED,
    LedgerVerdict.GAP: ReceiptCode.ACCEPTED,
    LedgerVerdict.NEW_EPOCH: ReceiptCode.ACCEPTED,
    LedgerVerdict.SUPERSEDED: ReceiptCode.SUPERSEDED,
    LedgerVerdict.FORK: ReceiptCode.FORK,
}


class Region:
    """A region that records as the service does: duplicates leave no entry, everything else one."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []
        self.register: tuple[str, int] = ("", 0)
        self.periods: dict[str, int] = {}

    def receive(self, header: PackageHeader, digest: str = "") -> LedgerDecision:
        digest = digest or _digest(header.epoch, header.sequence)
        decision = decide(header, digest, self.entries)
        if decision.verdict is LedgerVerdict.DUPLICATE:
            return decision
        code = CODES[decision.verdict]
        if code is ReceiptCode.ACCEPTED:
            self.periods[header.period] = header.sequence
            if not decision.is_late:
                self.register = (header.epoch, header.sequence)
        number = f"R{len(self.entries) + 1}"
        self.entries.append(
            LedgerEntry(
                header.sender,
                header.epoch,
                header.sequence,
                digest,
                header.previous,
                header.period,
                code,
                number,
                WHEN,
            )
        )
        return decision


def _received(*sequences: int) -> Region:
    region = Region()
    for sequence in sequences:
        region.receive(_header(sequence))
    return region


def test_the_first_and_the_next_package_are_normal() -> None:
    region = Region()
    assert region.receive(_header(1)) == LedgerDecision(LedgerVerdict.NEXT)
    assert region.receive(_header(2)) == LedgerDecision(LedgerVerdict.NEXT)


def test_the_same_package_again_is_a_duplicate_with_its_receipt() -> None:
    region = _received(1, 2, 3)
    for _ in range(3):
        assert region.receive(_header(2)) == LedgerDecision(LedgerVerdict.DUPLICATE, receipt_number="R2")
    assert len(region.entries) == 3


def test_a_gap_is_accepted_and_its_numbers_are_listed_until_they_arrive() -> None:
    region = _received(1)
    assert region.receive(_header(4, period="2025-TW4")) == LedgerDecision(LedgerVerdict.GAP, (2, 3))
    assert region.receive(_header(5)) == LedgerDecision(LedgerVerdict.NEXT, (2, 3))
    assert region.receive(_header(2, period="2025-TW2")) == LedgerDecision(
        LedgerVerdict.NEXT, newer_periods=frozenset({"2025-TW4", "2025"})
    )
    assert region.receive(_header(6)).missing == (3,)


def test_a_stream_may_begin_in_the_middle() -> None:
    assert Region().receive(_header(3)) == LedgerDecision(LedgerVerdict.GAP, (1, 2))


def test_an_older_package_of_the_same_period_is_superseded() -> None:
    region = _received(1, 4)
    assert region.receive(_header(2)).verdict is LedgerVerdict.SUPERSEDED
    assert region.receive(_header(2)).verdict is LedgerVerdict.DUPLICATE


def test_an_older_package_of_another_period_still_counts_for_its_period_only() -> None:
    region = _received(1, 4)
    decision = region.receive(_header(3, period="2024"))
    assert (decision.verdict, decision.is_late) == (LedgerVerdict.GAP, True)
    assert region.register == (FIRST, 4)
    assert region.periods == {"2025": 4, "2024": 3}


@pytest.mark.parametrize("sequence", [1, 2, 3])
def test_another_content_under_a_known_number_is_a_fork(sequence: int) -> None:
    region = _received(1, 2, 3)
    assert region.receive(_header(sequence), "sha256:" + "9" * 64).verdict is LedgerVerdict.FORK


def test_a_broken_link_to_either_neighbour_is_a_fork() -> None:
    after = _received(1, 2)
    assert after.receive(_header(3, previous="sha256:" + "9" * 64)).verdict is LedgerVerdict.FORK
    before = _received(1, 3)
    assert before.receive(_header(2), "sha256:" + "9" * 64).verdict is LedgerVerdict.FORK


def test_a_fork_freezes_its_epoch_but_known_packages_are_still_answered() -> None:
    region = _received(1, 2)
    region.receive(_header(2), "sha256:" + "9" * 64)
    assert region.receive(_header(3)).verdict is LedgerVerdict.FORK
    assert region.receive(_header(1)).verdict is LedgerVerdict.DUPLICATE
    assert region.receive(_header(1, epoch=SECOND)).verdict is LedgerVerdict.NEW_EPOCH


def test_a_new_epoch_asks_once_and_closes_the_old_one() -> None:
    region = _received(1, 2)
    assert region.receive(_header(1, epoch=SECOND)).verdict is LedgerVerdict.NEW_EPOCH
    assert region.receive(_header(2, epoch=SECOND)).verdict is LedgerVerdict.NEXT
    assert region.receive(_header(3)).verdict is LedgerVerdict.SUPERSEDED
    assert region.receive(_header(3, epoch=SECOND, period="2026")).verdict is LedgerVerdict.NEXT


def test_a_new_epoch_that_nobody_confirmed_leaves_no_trace() -> None:
    region = _received(1, 2)
    unconfirmed = list(region.entries)
    region.receive(_header(1, epoch=SECOND))
    assert decide(_header(1, epoch=SECOND), "x", unconfirmed).verdict is LedgerVerdict.NEW_EPOCH
    assert decide(_header(3), _digest(FIRST, 3), unconfirmed).verdict is LedgerVerdict.NEXT


def test_the_first_package_after_a_lost_start_of_an_epoch_lists_what_is_missing() -> None:
    region = _received(1)
    assert region.receive(_header(3, epoch=SECOND)) == LedgerDecision(LedgerVerdict.NEW_EPOCH, (1, 2))


def test_streams_of_different_devices_do_not_meet() -> None:
    region = _received(1, 2, 3)
    other = PackageHeader(PackageKind.EXPORT, "7101/PC03", "REG07", "2025", FIRST, 1, ZEROS, "x")
    assert decide(other, "sha256:" + "9" * 64, region.entries).verdict is LedgerVerdict.NEXT


def test_a_rejected_package_can_be_received_again() -> None:
    rejected = LedgerEntry("7101/PC02", FIRST, 1, _digest(FIRST, 1), ZEROS, "2025", ReceiptCode.REJECTED, "R1", WHEN)
    assert decide(_header(1), _digest(FIRST, 1), [rejected]).verdict is LedgerVerdict.NEXT


def test_the_list_of_missing_numbers_is_bounded() -> None:
    missing = Region().receive(_header(999_999)).missing
    assert len(missing) == MAX_MISSING_LISTED
    assert missing[-1] == 999_998


PERIODS = {1: "2025-TW1", 2: "2025-TW2", 3: "2025-TW1", 4: "2025", 5: "2025-TW2", 6: "2025"}


def _state_after(order: Sequence[int]) -> tuple[object, ...]:
    region = Region()
    for sequence in order:
        decision = region.receive(_header(sequence, period=PERIODS[sequence]))
        assert decision.verdict is not LedgerVerdict.FORK
    known = {(entry.sequence, entry.payload_digest) for entry in region.entries}
    return region.register, tuple(sorted(region.periods.items())), frozenset(known)


def test_all_orders_of_six_files_lead_to_one_state() -> None:
    states = {_state_after(order) for order in itertools.permutations(range(1, 7))}
    assert len(states) == 1
    register, periods, _ = states.pop()
    assert register == (FIRST, 6)
    assert dict(periods) == {"2025-TW1": 3, "2025-TW2": 5, "2025": 6}  # type: ignore[call-overload]


@settings(max_examples=200)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=25))
def test_any_order_with_any_repetition_equals_each_file_once_in_order(arrivals: list[int]) -> None:
    assert _state_after(arrivals) == _state_after(sorted(set(arrivals)))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=15))
def test_a_forged_twin_never_replaces_what_was_applied(arrivals: list[tuple[int, bool]]) -> None:
    region = Region()
    for sequence, is_forged in arrivals:
        before = dict(region.periods)
        digest = "sha256:" + f"{sequence:064x}" if is_forged else ""
        decision = region.receive(_header(sequence, period=PERIODS[sequence]), digest)
        if decision.verdict in (LedgerVerdict.FORK, LedgerVerdict.DUPLICATE, LedgerVerdict.SUPERSEDED):
            assert region.periods == before
    accepted = [entry.sequence for entry in region.entries if entry.code is ReceiptCode.ACCEPTED]
    assert len(set(accepted)) == len(accepted)
