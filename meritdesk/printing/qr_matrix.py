"""The modules of a QR code by table: made for thousands of sheets whose codes differ in a few letters only.

With size, mask and error correction held fixed, every module is a sum (exclusive or) of bits of the text, the error
correction included. So each data byte flips a known pattern of modules, and a code is the patterns of its bytes laid
over each other: two hundred times faster than encoding it step by step. The library stays the authority: the table
begins with a code made by it, everything outside the table is made by it, and the tests compare the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import segno

# A fixed mask saves two thirds of the library's time; every reader accepts any mask.
_MASK = 3
_BYTE_MODE, _ALPHANUMERIC_MODE = 0b0100, 0b0010
_PADDING = bytes((0xEC, 0x11)) * 100
_FIELD_POLYNOMIAL = 0x11D
# Capital letters, digits and some signs take two thirds of the room of bytes; our own marks consist of them.
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_ALPHANUMERIC = {sign: value for value, sign in enumerate(_ALPHABET)}
_PAIRS = {
    first + second: 45 * high + low for first, high in _ALPHANUMERIC.items() for second, low in _ALPHANUMERIC.items()
}


@dataclass(frozen=True, slots=True)
class _Version:
    """One size at error correction M (ISO/IEC 18004, tables 9 and E.1)."""

    side: int
    correction: int
    """Error correction bytes of each block."""
    blocks: tuple[int, ...]
    """Data bytes of each block."""
    alignment: tuple[int, ...]


# Up to version 9 the length of a text takes one byte, of an alphanumeric one nine bits.
_MOST = 255
_VERSIONS = {
    1: _Version(21, 10, (16,), ()),
    2: _Version(25, 16, (28,), (6, 18)),
    3: _Version(29, 26, (44,), (6, 22)),
    4: _Version(33, 18, (32, 32), (6, 26)),
    5: _Version(37, 24, (43, 43), (6, 30)),
    6: _Version(41, 16, (27,) * 4, (6, 34)),
    7: _Version(45, 18, (31,) * 4, (6, 22, 38)),
    8: _Version(49, 22, (38, 38, 39, 39), (6, 24, 42)),
    9: _Version(53, 22, (36, 36, 36, 37, 37), (6, 26, 46)),
}


def qr_modules(text: str) -> tuple[str, int]:
    """The modules of the code of a text, row after row from the top, ``1`` for a dark one; and how long a row is."""
    bits = _bits(text)
    if bits is not None:
        for number, version in _VERSIONS.items():
            if bits[1] <= 8 * sum(version.blocks):
                return _Table.of(number).modules(*bits), version.side
    rows = _rows_of_library(text)
    return "".join(rows), len(rows)


def _bits(text: str) -> tuple[int, int] | None:
    """Mode, length and text as bits and how many they are; nothing for what is left to the library."""
    count = len(text)
    if count > _MOST or not text.isascii() or text.isdigit():
        return None
    if _ALPHANUMERIC.keys() >= set(text):
        bits = _ALPHANUMERIC_MODE << 9 | count
        for place in range(0, count - 1, 2):
            bits = bits << 11 | _PAIRS[text[place : place + 2]]
        if count % 2:
            bits = bits << 6 | _ALPHANUMERIC[text[-1]]
        return bits, 13 + 11 * (count // 2) + 6 * (count % 2)
    return (_BYTE_MODE << 8 | count) << 8 * count | int.from_bytes(text.encode("ascii"), "big"), 12 + 8 * count


def _rows_of_library(text: str, version: int | None = None) -> list[str]:
    code = segno.make(text, error="m", mask=_MASK, boost_error=False, micro=False, version=version)
    return ["".join(map(str, row)) for row in code.matrix]


class _Table:
    """For each place and value of a data byte the modules that it turns dark."""

    def __init__(self, number: int) -> None:
        self._version = version = _VERSIONS[number]
        self._size = sum(version.blocks)
        self._shape = f"0{version.side * version.side}b"
        self._bits = _patterns_of_bits(version)
        self._patterns: list[dict[int, int]] = [{} for _ in range(self._size)]
        begin = "a"
        bits = _bits(begin)
        assert bits is not None
        self._base = int("".join(_rows_of_library(begin, number)), 2) ^ self._laid_over(*bits)

    @staticmethod
    @cache
    def of(number: int) -> _Table:
        """The table of a version, made when it is first needed."""
        return _Table(number)

    def modules(self, bits: int, length: int) -> str:
        """The modules of the code of a text that fits, row after row."""
        return format(self._base ^ self._laid_over(bits, length), self._shape)

    def _laid_over(self, bits: int, length: int) -> int:
        modules = 0
        for place, value in enumerate(self._data(bits, length)):
            pattern = self._patterns[place].get(value)
            if pattern is None:
                pattern = self._patterns[place][value] = self._pattern(place, value)
            modules ^= pattern
        return modules

    def _data(self, bits: int, length: int) -> bytes:
        """The text as bytes, with its end and its padding."""
        length_with_end = min(length + 4, 8 * self._size)
        # The library puts one empty byte before the padding where the end falls between two bytes; readers skip it.
        whole = length_with_end + 8 - length_with_end % 8
        data = (bits << whole - length).to_bytes(whole // 8, "big")
        return (data + _PADDING)[: self._size]

    def _pattern(self, place: int, value: int) -> int:
        pattern = 0
        for bit in range(8):
            if value >> bit & 1:
                pattern ^= self._bits[place][bit]
        return pattern


def _patterns_of_bits(version: _Version) -> list[list[int]]:
    """For each data byte and each of its bits (the lowest first) the modules it flips."""
    places = _module_places(version)
    patterns: list[list[int]] = []
    for block, length in enumerate(version.blocks):
        for within, corrections in enumerate(_corrections(length, version.correction)):
            row = []
            for bit in range(8):
                pattern = _modules(places[_data_index(version, block, within)], 1 << bit)
                for number, factor in enumerate(corrections):
                    index = sum(version.blocks) + number * len(version.blocks) + block
                    pattern |= _modules(places[index], _times(factor, 1 << bit))
                row.append(pattern)
            patterns.append(row)
    return patterns


def _data_index(version: _Version, block: int, within: int) -> int:
    """Where a data byte stands in the interleaved sequence: the short blocks come first and end first."""
    shortest = version.blocks[0]
    if within < shortest:
        return within * len(version.blocks) + block
    return shortest * len(version.blocks) + block - version.blocks.count(shortest)


def _corrections(length: int, count: int) -> list[list[int]]:
    """What each data byte of a block, were it 1, adds to the error correction bytes."""
    generator = [1]
    root = 1
    for _ in range(count):
        longer = [*generator, 0]
        for index, factor in enumerate(generator):
            longer[index + 1] ^= _times(factor, root)
        generator = longer
        root = _times(root, 2)
    remainder = generator[1:]
    remainders = [remainder]
    for _ in range(length - 1):
        lead = remainder[0]
        shifted = [*remainder[1:], 0]
        remainder = [old ^ _times(lead, factor) for old, factor in zip(shifted, generator[1:], strict=True)]
        remainders.append(remainder)
    remainders.reverse()
    return remainders


def _times(a: int, b: int) -> int:
    """The product of two bytes in the field of the code."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0x100:
            a ^= _FIELD_POLYNOMIAL
        b >>= 1
    return product


def _modules(places: list[int], value: int) -> int:
    return sum([1 << place for bit, place in enumerate(places) if value >> (7 - bit) & 1])


def _module_places(version: _Version) -> list[list[int]]:
    """For each byte of the interleaved sequence the modules of its bits, the highest bit first."""
    side = version.side
    free = [(row, column) for row, column in _way(side) if not _is_fixed(version, row, column)]
    places = [side * side - 1 - (row * side + column) for row, column in free]
    return [places[start : start + 8] for start in range(0, len(places) - 7, 8)]


def _way(side: int) -> list[tuple[int, int]]:
    """The order in which bits fill the square: two columns at a time, up and down from the right."""
    way = []
    upward = True
    for right in range(side - 1, 0, -2):
        column = right if right > 6 else right - 1
        rows = range(side - 1, -1, -1) if upward else range(side)
        way += [(row, place) for row in rows for place in (column, column - 1)]
        upward = not upward
    return way


def _is_fixed(version: _Version, row: int, column: int) -> bool:
    """Whether a module belongs to the patterns by which readers find and read the code."""
    side, centres = version.side, version.alignment
    if (row < 9 and (column < 9 or column >= side - 8)) or (row >= side - 8 and column < 9):
        return True
    if row == 6 or column == 6:
        return True
    if side >= 45 and ((row < 6 and side - 11 <= column < side - 8) or (column < 6 and side - 11 <= row < side - 8)):
        return True
    return any(
        abs(row - centre_row) <= 2 and abs(column - centre_column) <= 2
        for centre_row in centres
        for centre_column in centres
        if (centre_row, centre_column) not in ((6, 6), (6, centres[-1]), (centres[-1], 6))
    )
