"""A file of a bag is the same packed bytes however many pieces it comes in."""

from __future__ import annotations

import hashlib
import zlib

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.exchange.package import write_bag
from meritdesk.exchange.pressing import Press, deflated, press
from meritdesk.exchange.strict_zip import write_zip, zip_of

LINE = b'"3301-%d","Laporan %d tersusun tepat waktu","12 laporan"\n'


@given(st.lists(st.integers(0, 4000), max_size=12), st.integers(0, 9))
def test_pieces_of_any_length_come_to_the_same(cuts: list[int], seed: int) -> None:
    data = b"".join(LINE % (number * seed, number) for number in range(sum(cuts) // 30))
    pressed, rest = Press(), data
    for cut in cuts:
        pressed.add(rest[: cut * 7])
        rest = rest[cut * 7 :]
    pressed.add(rest)
    found = pressed.done()
    assert found == press(data)
    assert (found.size, found.crc, found.packed) == (len(data), zlib.crc32(data), deflated(data))
    assert (found.sha256, found.sha512) == (hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest())


def test_a_long_file_in_pieces_is_what_it_is_whole() -> None:
    data = b"".join(LINE % (number, number % 97) for number in range(40_000))
    pressed = Press()
    for start in range(0, len(data), 33_333):
        pressed.add(data[start : start + 33_333])
    assert pressed.done().packed == deflated(data)


def test_what_is_packed_already_makes_the_same_archive() -> None:
    files = {"a/one.csv": LINE * 3000, "a/nothing.csv": b"", "b": b"x"}
    whole = write_zip(list(files.items()), deflate=True)
    assert zip_of((name, press(data)) for name, data in files.items()) == whole


def test_what_nobody_will_pack_is_only_counted_and_digested() -> None:
    counted, packed = press(LINE * 9, keeps=False), press(LINE * 9)
    assert (counted.size, counted.sha256, counted.packed) == (packed.size, packed.sha256, b"")


def test_a_bag_takes_both(header) -> None:
    files = {"data/a.csv": LINE * 5, "data/b.csv": LINE}
    assert write_bag(header, files) == write_bag(header, files | {"data/a.csv": press(files["data/a.csv"])})
