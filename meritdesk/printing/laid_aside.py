"""Drawn sheets laid aside on the disk as plain values: nothing that is read back can be run, whoever wrote it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from meritdesk.core.documents import PrintedSheet, SignaturePlace
from meritdesk.core.print_work import DrawnBlock, DrawnSheet, SheetFault
from meritdesk.printing.ink import Subset
from meritdesk.printing.pages import DrawnPage, PartPages, Stencil
from meritdesk.printing.typefaces import Face

_Used = list[tuple[int, int, str]]


class _Stencil(msgspec.Struct, array_like=True, tag="s"):
    name: str
    content: bytes
    used: _Used
    entries: str


class _Page(msgspec.Struct, array_like=True, tag="p"):
    width: float
    height: float
    under: tuple[str, ...]
    content: bytes


class _Part(msgspec.Struct, array_like=True):
    used: _Used
    things: list[_Stencil | _Page]
    sheets: list[PrintedSheet]


class _Sheet(msgspec.Struct, array_like=True):
    document_id: str
    first_page: int
    pages: int
    part: int
    places: tuple[SignaturePlace, ...]


class _Fault(msgspec.Struct, array_like=True):
    document_id: str
    code: str
    facts: dict[str, str]


class _Block(msgspec.Struct, array_like=True):
    parts: list[_Part]
    sheets: list[_Sheet]
    faults: list[_Fault]


_DECODER = msgspec.msgpack.Decoder(_Block)


def written(block: DrawnBlock) -> bytes:
    """A block as bytes; a part that its sheets share is written once."""
    parts: dict[int, PartPages] = {}
    for sheet in block.sheets:
        assert isinstance(sheet.part, PartPages)
        parts.setdefault(id(sheet.part), sheet.part)
    number = {key: place for place, key in enumerate(parts)}
    return msgspec.msgpack.encode(
        _Block(
            [_part(part) for part in parts.values()],
            [_Sheet(one.document_id, one.first_page, one.pages, number[id(one.part)], one.places)
             for one in block.sheets],
            [_Fault(one.document_id, one.code, {key: _plain(value) for key, value in one.facts.items()})
             for one in block.faults],
        )
    )  # fmt: skip


def read(data: bytes) -> DrawnBlock | None:
    """The block again; nothing when the bytes are none."""
    try:
        found = _DECODER.decode(data)
        parts = [_part_again(part) for part in found.parts]
        return DrawnBlock(
            tuple(DrawnSheet(one.document_id, one.first_page, one.pages, parts[one.part], one.places)
                  for one in found.sheets),
            tuple(SheetFault(one.document_id, one.code, one.facts) for one in found.faults),
        )  # fmt: skip
    except (msgspec.MsgspecError, ValueError, IndexError):
        return None


def _part(part: PartPages) -> _Part:
    things: list[_Stencil | _Page] = []
    for thing in part.things:
        if isinstance(thing, Stencil):
            things.append(_Stencil(thing.name, thing.content, _used(thing.used), thing.entries))
        else:
            things.append(_Page(thing.width, thing.height, thing.under, thing.content))
    return _Part(_used(part.ink.taken()), things, part.sheets)


def _part_again(found: _Part) -> PartPages:
    part = PartPages()
    for thing in found.things:
        if isinstance(thing, _Stencil):
            part.repeat(Stencil(thing.name, thing.content, _used_again(thing.used), thing.entries))
        else:
            part.things.append(DrawnPage(thing.width, thing.height, thing.under, thing.content))
            part.page_count += 1
    part.ink.add(_used_again(found.used))
    part.sheets = list(found.sheets)
    return part


def _plain(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()


def _used(used: Mapping[Subset, frozenset[str]]) -> _Used:
    return [(int(face), number, "".join(sorted(signs))) for (face, number), signs in used.items()]


def _used_again(used: _Used) -> dict[Subset, frozenset[str]]:
    return {(Face(face), number): frozenset(signs) for face, number, signs in used}
