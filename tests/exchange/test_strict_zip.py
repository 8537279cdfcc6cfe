"""The narrow zip: one spelling, nothing beside it, nothing more than allowed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.exchange.strict_zip import ZipFault, ZipFaultKind, ZipLimits, read_zip, write_zip

LIMITS = ZipLimits(members=8, total_size=8 << 20, ratio=100)
MEMBERS = [("a/one.txt", b"one" * 50), ("a/two.csv", b""), ("a/three.bin", bytes(range(256)))]


def _kind_of(data: bytes, deflate: bool = True, limits: ZipLimits = LIMITS) -> ZipFaultKind:
    with pytest.raises(ZipFault) as caught:
        read_zip(data, limits, deflate)
    return caught.value.kind


@pytest.mark.parametrize("deflate", [True, False])
@settings(max_examples=60)
@given(members=st.dictionaries(st.from_regex(r"\A[a-z]{1,8}/[a-z]{1,8}\Z"), st.binary(max_size=3000), max_size=6))
def test_what_was_written_is_read_by_us_and_by_the_standard_library(deflate: bool, members: dict[str, bytes]) -> None:
    data = write_zip(list(members.items()), deflate)
    assert data == write_zip(list(members.items()), deflate)
    if members:
        assert read_zip(data, LIMITS, deflate) == list(members.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == members


@pytest.mark.parametrize("deflate", [True, False])
def test_every_cut_and_every_addition_is_seen(deflate: bool) -> None:
    data = write_zip(MEMBERS, deflate)
    for length in range(1, len(data)):
        assert _kind_of(data[:length], deflate) is ZipFaultKind.TRUNCATED, length
    assert _kind_of(b"", deflate) is ZipFaultKind.FOREIGN
    assert _kind_of(data + b"\n", deflate) is ZipFaultKind.TRAILING
    assert _kind_of(data + data, deflate) is ZipFaultKind.TRAILING
    assert _kind_of(b"\n" + data, deflate) is ZipFaultKind.FOREIGN


def test_every_changed_byte_is_seen_in_a_stored_archive() -> None:
    data = write_zip(MEMBERS, deflate=False)
    for place in range(len(data)):
        for mask in (1, 0x80):
            changed = bytearray(data)
            changed[place] ^= mask
            with pytest.raises(ZipFault):
                read_zip(bytes(changed), LIMITS, deflate=False)


def test_archives_of_other_programs_are_not_of_our_kind() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/one.txt", b"one")
    assert _kind_of(target.getvalue()) is ZipFaultKind.MALFORMED


def test_two_members_of_one_name_are_refused() -> None:
    assert _kind_of(write_zip([("a", b"1"), ("a", b"2")], deflate=True)) is ZipFaultKind.MALFORMED


def test_a_stored_member_is_not_taken_for_a_packed_one() -> None:
    assert _kind_of(write_zip(MEMBERS, deflate=False)) is ZipFaultKind.MALFORMED
    assert _kind_of(write_zip(MEMBERS, deflate=True), deflate=False) is ZipFaultKind.MALFORMED


def test_too_many_members_and_too_much_content_are_refused() -> None:
    many = [(f"m{number}", b"x") for number in range(9)]
    assert _kind_of(write_zip(many, deflate=True)) is ZipFaultKind.TOO_LARGE
    large = [(f"m{number}", bytes(range(256)) * (12 << 10)) for number in range(3)]
    assert _kind_of(write_zip(large, deflate=False), deflate=False) is ZipFaultKind.TOO_LARGE


def test_a_ratio_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = write_zip([("zeros", bytes(4 << 20))], deflate=True)
    assert len(bomb) < 10_000
    assert _kind_of(bomb) is ZipFaultKind.TOO_LARGE


def test_a_header_that_lies_about_its_size_is_refused_after_one_byte_too_many() -> None:
    honest = write_zip([("zeros", bytes(4 << 20))], deflate=True)
    packed = struct.unpack_from("<I", honest, 18)[0]
    crc = struct.pack("<I", zlib.crc32(bytes(10)))
    lying = honest[:14] + crc + struct.pack("<II", packed, 10) + honest[26:]
    assert _kind_of(lying) is ZipFaultKind.MALFORMED


def test_overlapping_members_cannot_be_expressed() -> None:
    """Two directory entries that share one local header, as overlap bombs do."""
    single = write_zip([("kernel", zlib.compress(bytes(1000)))], deflate=False)
    directory_at = single.index(b"PK\x01\x02")
    central, end = single[directory_at:-22], bytearray(single[-22:])
    twin = central.replace(b"kernel", b"kernal")
    end[8:12] = struct.pack("<HH", 2, 2)
    end[12:16] = struct.pack("<I", 2 * len(central))
    bomb = single[:directory_at] + central + twin + bytes(end)
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        assert len(archive.namelist()) == 2
    assert _kind_of(bomb, deflate=False) is ZipFaultKind.MALFORMED


def test_a_second_stream_hidden_behind_the_packed_one_is_refused() -> None:
    data = write_zip([("a", b"visible")], deflate=True)
    packed = struct.unpack_from("<I", data, 18)[0]
    start = 30 + 1
    body = data[start : start + packed] + b"hidden"
    sizes = struct.pack("<I", len(body))
    local = data[:18] + sizes + data[22:start]
    directory = bytearray(data[start + packed :])
    directory[20:24] = sizes
    directory[-6:-2] = struct.pack("<I", len(local) + len(body))
    assert _kind_of(local + body + bytes(directory)) is ZipFaultKind.MALFORMED
