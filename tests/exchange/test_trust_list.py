"""The trust list cannot be forged, rolled back or cut off; ported from the ideas of tuf-conformance (F46 to F48)."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Metadata
from tuf.api.serialization.json import JSONSerializer

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.trust import Device, DeviceRole, KeyStatus, ListPlace, TrustList, device_of, in_order
from meritdesk.core.trust_files import SigningKey, Taken
from meritdesk.exchange import trust_list
from meritdesk.exchange.device_records import is_list
from meritdesk.exchange.keys import new_device_keys
from meritdesk.exchange.root_keys import new_signing_key
from meritdesk.exchange.strict_zip import ZipLimits, read_zip, write_zip

DAY = date(2026, 1, 12)
LIMITS = ZipLimits(members=100, total_size=1 << 23, ratio=1)


@dataclass
class Region:
    """A region with its keys, able to sign anything, honest or not."""

    holders: list[SigningKey]
    desk: SigningKey
    roots: list[bytes]
    devices: tuple[Device, ...]

    def list(self, version: int, devices: tuple[Device, ...] | None = None, era: int = 1, day: date = DAY) -> bytes:
        listed = self.devices if devices is None else devices
        place = ListPlace(len(self.roots), era, version)
        return trust_list.sign_list(self.roots, TrustList("REG07", "Wilayah", place, listed, day), self.desk)

    def next_root(
        self, signers: list[SigningKey], holders: list[SigningKey] | None = None, desk: SigningKey | None = None
    ) -> bytes:
        public = [one.public for one in holders or self.holders]
        return trust_list.next_root(self.roots, public, (desk or self.desk).public, signers, DAY)


@pytest.fixture(scope="module")
def region() -> Region:
    holders = [new_signing_key() for _ in range(3)]
    desk = new_signing_key()
    own = new_device_keys("REG07", "Wilayah", "PC01", True).card
    agency = new_device_keys("7101", "Kota", "PC02", False).card
    root = trust_list.first_root("REG07", False, [one.public for one in holders], desk.public, holders[:2], DAY)
    devices = (device_of(own, DeviceRole.REGION, 1), device_of(agency, DeviceRole.PRIMARY, 1))
    return Region(holders, desk, [root], devices)


def grown(region: Region, root: bytes, desk: SigningKey | None = None) -> Region:
    return replace(region, roots=[*region.roots, root], desk=desk or region.desk)


def code_of(data: bytes) -> str:
    try:
        trust_list.verify_list(data)
    except FileRefusal as refusal:
        return refusal.code
    return ""


def rewritten(data: bytes, name: str, change) -> bytes:
    """A list in which one member is another, everything else as it was."""
    members = [
        (known, change(content) if known == name else content) for known, content in read_zip(data, LIMITS, False)
    ]
    return write_zip(members, deflate=False)


def with_json(change):
    """A change of one metadata file that keeps its spelling but not its signatures."""

    def changed(content: bytes) -> bytes:
        value = json.loads(content)
        change(value)
        return json.dumps(value, indent=1, separators=(",", ": "), sort_keys=True).encode()

    return changed


def test_a_list_says_its_place_its_devices_and_the_fingerprints_of_its_roots(region):
    seen = trust_list.verify_list(region.list(7))
    assert seen.content.place == ListPlace(1, 1, 7)
    assert seen.content.devices == in_order(region.devices)
    assert seen.fingerprints == (trust_list.root_fingerprint(region.roots[0]),)
    assert is_list(seen.data) and not is_list(b"PK")
    assert trust_list.list_file_name(seen.content) == "MD1-REG07-daftar-kunci-000007.zip"


def test_stock_tools_read_the_metadata_of_a_list(region):
    members = dict(read_zip(region.list(3), LIMITS, False))
    root = Metadata.from_bytes(members["1.root.json"])
    targets = Metadata.from_bytes(members["targets.json"])
    root.signed.verify_delegate("root", root.signed_bytes, root.signatures)
    root.signed.verify_delegate("targets", targets.signed_bytes, targets.signatures)
    targets.signed.targets["devices.json"].verify_length_and_hashes(members["devices.json"])


def test_an_expiry_date_long_past_stops_nothing(region):
    old = region.list(2, day=date(1999, 1, 1))
    assert json.loads(dict(read_zip(old, LIMITS, False))["targets.json"])["signed"]["expires"].startswith("2000-")
    assert trust_list.verify_list(old).content.made_on == date(1999, 1, 1)


def test_no_bit_of_any_file_of_a_list_can_be_turned(region):
    whole = region.list(5)
    for name, content in read_zip(whole, LIMITS, False):
        # Places and bits that wander through the file; each run of the loop checks every signature anew.
        for place in range(0, len(content), 7):
            flipped = bytearray(content)
            flipped[place] ^= 1 << (place % 8)
            forged = rewritten(whole, name, lambda _, flipped=flipped: bytes(flipped))
            assert code_of(forged), (name, place)


def test_no_bit_of_the_archive_itself_can_be_turned(region):
    whole = region.list(5)
    for place in range(0, len(whole), 17):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        assert code_of(bytes(flipped)), place
    for cut in range(0, len(whole), 64):
        assert code_of(whole[:cut]) == "KEY-530"
    assert code_of(whole + b"x") == "KEY-530"


def test_a_list_signed_by_another_key_is_refused(region):
    stranger = replace(region, desk=new_signing_key())
    with pytest.raises(UsageRefusal) as wrong:
        stranger.list(2)
    assert wrong.value.code == "KEY-557"
    resigned = rewritten(region.list(2), "targets.json", signed_by(stranger.desk))
    assert code_of(resigned) == "KEY-532"


def signed_by(key: SigningKey, append: bool = False):
    def resigned(content: bytes) -> bytes:
        metadata = Metadata.from_bytes(content)
        metadata.sign(trust_list._signer(key), append=append)
        return metadata.to_bytes(JSONSerializer())

    return resigned


def test_a_list_with_a_second_signature_of_a_stranger_is_refused(region):
    forged = rewritten(region.list(2), "targets.json", signed_by(new_signing_key(), append=True))
    assert code_of(forged) == "KEY-532"


def test_devices_that_contradict_themselves_are_signed_by_nobody(region):
    own, agency = region.devices
    twice = replace(agency, device="PC03", minisign_key=new_device_keys("7101", "K", "PC03", False).card.minisign_key)
    for devices in (
        (own, agency, agency),
        (own, agency, twice),
        (own, replace(agency, role=DeviceRole.REGION)),
        (replace(own, role=DeviceRole.PRIMARY),),
        (own, replace(agency, status=KeyStatus.ANNOUNCED)),
    ):
        with pytest.raises(UsageRefusal) as wrong:
            region.list(2, devices)
        assert wrong.value.code == "KEY-533"


def test_devices_of_other_bytes_than_the_targets_say_are_refused(region):
    other = dict(read_zip(region.list(3), LIMITS, False))["devices.json"]
    assert code_of(rewritten(region.list(2), "devices.json", lambda _: other)) == "KEY-533"


@pytest.mark.parametrize("count", [0, 1])
def test_a_first_root_needs_two_of_its_three_keys(region, count):
    publics = [one.public for one in region.holders]
    with pytest.raises(UsageRefusal) as few:
        trust_list.first_root("REG07", False, publics, region.desk.public, region.holders[:count], DAY)
    assert few.value.code == "KEY-556"


@pytest.mark.parametrize("publics", [2, 4])
def test_a_root_has_three_keys_and_none_of_them_signs_lists(region, publics):
    keys = [new_signing_key().public for _ in range(publics)]
    with pytest.raises(UsageRefusal) as wrong:
        trust_list.first_root("REG07", False, keys, region.desk.public, region.holders, DAY)
    assert wrong.value.code == "KEY-552"
    mixed = [*(one.public for one in region.holders[:2]), region.desk.public]
    with pytest.raises(UsageRefusal):
        trust_list.first_root("REG07", False, mixed, region.desk.public, region.holders, DAY)


def test_one_signer_counted_twice_is_one_signer(region):
    publics = [one.public for one in region.holders]
    with pytest.raises(UsageRefusal):
        trust_list.first_root("REG07", False, publics, region.desk.public, [region.holders[0]] * 2, DAY)


def test_a_root_change_needs_two_of_the_old_and_two_of_the_new(region):
    a, b, c = region.holders
    new = [new_signing_key() for _ in range(3)]
    for signers, holders in (
        ([a, *new], new),  # one old key
        ([a, b, new[0]], new),  # one new key
        ([a, b], new),  # no new key
        (new, new),  # no old key
        ([c, new[0], new[1]], [c, *new[:2]]),  # one old key, though two and three of the new
    ):
        with pytest.raises(UsageRefusal) as few:
            region.next_root(signers, holders)
        assert few.value.code == "KEY-556"
    assert region.next_root([a, b, new[0], new[1]], new)
    assert region.next_root([a, b], [a, b, new[0]])


def test_signatures_missing_from_a_finished_root_refuse_the_list(region):
    a, b, _ = region.holders
    new = [new_signing_key() for _ in range(3)]
    later = grown(region, region.next_root([a, b, *new], new))
    whole = later.list(2)
    assert code_of(whole) == ""
    keyids = {one.public: trust_list._key(one.public).keyid for one in (a, b, *new)}

    def without(*gone: SigningKey):
        names = {keyids[one.public] for one in gone}

        def change(value):
            value["signatures"] = [one for one in value["signatures"] if one["keyid"] not in names]

        return with_json(change)

    assert code_of(rewritten(whole, "2.root.json", without(new[2]))) == ""
    assert code_of(rewritten(whole, "2.root.json", without(a))) == "KEY-531"
    assert code_of(rewritten(whole, "2.root.json", without(new[1], new[2]))) == "KEY-531"
    assert code_of(rewritten(whole, "2.root.json", without(a, b))) == "KEY-531"


def test_duplicate_key_ids_keys_and_signatures_are_refused(region):
    whole = region.list(2)

    def twice_in_the_role(value):
        value["signed"]["roles"]["root"]["keyids"][1] = value["signed"]["roles"]["root"]["keyids"][0]

    def twice_signed(value):
        value["signatures"].append(value["signatures"][0])

    def under_two_names(value):
        keys = value["signed"]["keys"]
        first, second = value["signed"]["roles"]["root"]["keyids"][:2]
        keys[second] = keys[first]

    def lower_threshold(value):
        value["signed"]["roles"]["root"]["threshold"] = 1

    def one_more_key(value):
        extra = trust_list._key(new_signing_key().public)
        value["signed"]["keys"][extra.keyid] = extra.to_dict()

    for change in (twice_in_the_role, twice_signed, under_two_names, lower_threshold, one_more_key):
        assert code_of(rewritten(whole, "1.root.json", with_json(change))) in ("KEY-530", "KEY-531"), change.__name__


def test_roots_come_in_order_and_none_is_left_out(region):
    a, b, _ = region.holders
    second = grown(region, region.next_root([a, b]))
    third = grown(second, second.next_root([a, b]))
    members = read_zip(third.list(2), LIMITS, False)
    assert code_of(third.list(2)) == ""
    skipped = [members[0], ("2.root.json", members[2][1]), *members[3:]]
    swapped = [("1.root.json", members[1][1]), ("2.root.json", members[0][1]), *members[2:]]
    for wrong in (skipped, swapped):
        assert code_of(write_zip(wrong, deflate=False)) == "KEY-531"


def test_a_root_of_another_region_or_of_practice_does_not_continue_this_one(region):
    a, b, _ = region.holders
    publics = [one.public for one in region.holders]
    other = trust_list.first_root("REG08", False, publics, region.desk.public, [a, b], DAY)
    strange = grown(region, trust_list.next_root([other], publics, region.desk.public, [a, b], DAY))
    with pytest.raises(FileRefusal):
        strange.list(2)


def test_an_older_list_changes_nothing_and_another_under_the_same_number_is_refused(region):
    newer, older = region.list(5), region.list(4)
    assert trust_list.take_list(older, newer)[0] is Taken.NEWER
    taken, kept = trust_list.take_list(newer, older)
    assert (taken, kept.data) == (Taken.OLDER, newer)
    assert trust_list.take_list(newer, newer)[0] is Taken.SAME
    other = region.list(5, region.devices[:1])
    with pytest.raises(FileRefusal) as two:
        trust_list.take_list(newer, other)
    assert two.value.code == "KEY-535"


def test_a_list_of_another_region_is_refused(region):
    holders, desk = [new_signing_key() for _ in range(3)], new_signing_key()
    own = device_of(new_device_keys("REG08", "Lain", "PC01", True).card, DeviceRole.REGION, 1)
    root = trust_list.first_root("REG08", False, [one.public for one in holders], desk.public, holders, DAY)
    content = TrustList("REG08", "Lain", ListPlace(1, 1, 9), (own,), DAY)
    other = trust_list.sign_list([root], content, desk)
    with pytest.raises(FileRefusal) as wrong:
        trust_list.take_list(region.list(2), other)
    assert wrong.value.code == "KEY-536"


def test_two_roots_under_one_number_never_replace_each_other(region):
    a, b, c = region.holders
    one = grown(region, region.next_root([a, b], [a, b, new_signing_key()]))
    two = grown(region, region.next_root([b, c], [b, c, new_signing_key()]))
    with pytest.raises(FileRefusal) as parted:
        trust_list.take_list(one.list(2), two.list(3))
    assert parted.value.code == "KEY-531"


def test_a_list_key_that_counted_as_high_as_it_could_is_overcome_by_a_new_root(region):
    a, b, _ = region.holders
    stolen = region.list(trust_list.MAX_VERSION, region.devices[:1])
    _, held = trust_list.take_list(region.list(3), stolen)
    assert held.content.place.version == 999_999_999
    desk = new_signing_key()
    later = grown(region, region.next_root([a, b], desk=desk), desk)
    fresh = later.list(1, era=2)
    taken, recovered = trust_list.take_list(held.data, fresh)
    assert (taken, recovered.content.place) == (Taken.NEWER, ListPlace(2, 2, 1))
    assert recovered.content.devices == in_order(region.devices)
    again, kept = trust_list.take_list(recovered.data, stolen)
    assert (again, kept.data) == (Taken.OLDER, recovered.data)


def test_no_number_is_so_high_that_a_package_could_not_say_it(region):
    with pytest.raises(FileRefusal) as high:
        region.list(2**31)
    assert high.value.code == "KEY-532"


def test_the_first_list_is_believed_for_the_groups_of_any_of_its_roots_only(region):
    a, b, _ = region.holders
    later = grown(region, region.next_root([a, b]))
    data = later.list(4)
    first, newest = trust_list.verify_list(data).fingerprints
    for groups in (first, newest):
        assert trust_list.first_list(data, groups).data == data
    for groups in ((), first[:5], (*first[:5], "00000"), (*first[:3], *newest[3:])):
        with pytest.raises(FileRefusal) as wrong:
            trust_list.first_list(data, groups)
        assert wrong.value.code == "KEY-537"


@pytest.fixture(scope="module")
def lists(region: Region) -> list[bytes]:
    """What an honest region sends in its life: lists, a root with another holder, a root with another list key."""
    a, b, _ = region.holders
    made = [region.list(1), region.list(2, region.devices[:1]), region.list(3)]
    second = grown(region, region.next_root([a, b, d := new_signing_key()], [a, b, d]))
    made += [second.list(4), second.list(5, region.devices[:1])]
    desk = new_signing_key()
    third = grown(
        second, trust_list.next_root(second.roots, [one.public for one in (a, b, d)], desk.public, [a, d], DAY)
    )
    third = replace(third, desk=desk)
    return [*made, third.list(1, era=3), third.list(2, region.devices[:1], era=3)]


@cache
def held_after(held: bytes, arriving: bytes) -> bytes:
    """What is held after a list arrived; the same two meet again and again in these laws."""
    return trust_list.take_list(held, arriving)[1].data


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_order_and_repetition_of_the_lists_leaves_the_same_one(lists, data):
    seen = data.draw(st.lists(st.sampled_from(range(len(lists))), min_size=1, max_size=9))
    held = lists[seen[0]]
    for place in seen[1:]:
        held = held_after(held, lists[place])
    expected = lists[min(seen)]
    for place in sorted(set(seen)):
        expected = held_after(expected, lists[place])
    assert held == expected
    assert held == held_after(held, lists[max(seen)]), "the newest of all is in it"


def test_taking_two_lists_commutes_for_every_pair(lists):
    for one, two in itertools.combinations(lists, 2):
        assert held_after(one, two) == held_after(two, one)
