"""No file and no paper for people leaves the store without a line in the journal, or a sentence says why it may."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_office import YEAR

from meritdesk.core.errors import UsageRefusal
from meritdesk.services import Desk
from meritdesk.services.taken_out import note_taken

NOTES = ("issue_papers(", ".writing(", "note_taken(", "self._note(", "reprinted(", "print_board(")
"""How a verb comes to leave its line: by itself, or through what prints, packs or notes for every room alike."""

READS = frozenset(
    {"set_from", "add", "inspect", "look_into", "look", "take", "find", "find_number", "certificate", "verify",
     "verify_many", "open", "prepare", "corrections", "read", "rehearse", "trust", "take_list", "import_list",
     "look_at", "look_at_list", "attach", "adopt", "add_pack", "sign", "receive"}
)  # fmt: skip
"""Verbs to which a file is given; ``import`` and ``import_`` begin others."""

REASONS = {
    "upkeep.updates.check": "Reads an update and writes nothing.",
    "upkeep.keeping.may_be_second": "Asks which disk a folder lies on and writes nothing.",
    "documents.margin_page": "A page of lines that shows where the printer cuts: it holds no data at all.",
    "documents.orders.place": "The order stands in the register of orders, and each of its papers in that of papers.",
    "documents.orders.print_at_once": "As orders.place: the papers are entered one by one.",
    "documents.print": "Enters the order and each paper by what all rooms print with.",
    "handover.card": "The public half of this PC's key: a code, a device and two keys, no person.",
    "handover.keys.enrol": "Writes public keys and prints the form, which is entered in the register.",
    "handover.keys.rotate": "As keys.enrol.",
    "handover.keys.export_list": "The list of public keys, signed; codes and devices, no person.",
    "handover.pack": "The package stands in the ledger of what was sent.",
    "handover.transfers.pack": "The file stands in the ledger and in the register of transfers.",
    "handover.transfers.pass_on": "As transfers.pack.",
    "upkeep.copy": "Lies encrypted in a private folder until a practice copy is made of it.",
    "upkeep.lists.marked": "Names a file and writes none.",
    "upkeep.print_recovery_sheet": "Holds the key alone; upkeep.change_recovery_key notes the sheet.",
}


def verbs() -> Iterator[tuple[str, object]]:
    for room, kind in typing.get_type_hints(Desk).items():
        if _is_counter(kind):
            yield from _verbs_of(kind, (room,))


def _verbs_of(kind: type, way: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for name, member in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget is not None:
            answer = typing.get_type_hints(member.fget).get("return")
            if _is_counter(answer):
                yield from _verbs_of(answer, (*way, name))
        elif inspect.isfunction(member):
            yield ".".join((*way, name)), member


def _is_counter(kind: object) -> bool:
    return (
        inspect.isclass(kind)
        and dataclasses.is_dataclass(kind)
        and "around" in {field.name for field in dataclasses.fields(kind)}
    )


def writing_verbs() -> dict[str, str]:
    """Verbs that are told a place for a file, with their source."""
    found = {}
    for name, verb in verbs():
        places = [one for one, told in typing.get_type_hints(verb).items() if one != "return" and "Path" in str(told)]
        deed = name.rpartition(".")[2]
        if places and places != ["source"] and deed not in READS and not deed.startswith("import"):
            found[name] = inspect.getsource(verb)
    return found


def test_every_verb_that_writes_for_people_leaves_a_line_or_says_why_not():
    found = writing_verbs()
    assert len(found) > 60
    silent = [name for name, text in found.items() if not any(note in text for note in NOTES) and name not in REASONS]
    assert silent == []


def test_reasons_are_given_only_for_verbs_that_exist():
    assert REASONS.keys() <= {name for name, _ in verbs()}


def test_what_cannot_be_noted_does_not_leave(closed, tmp_path, monkeypatch):
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(b"x")

    def refuse(*given, **named):
        raise UsageRefusal("STO-621")

    around = closed.desk.upkeep.around
    note_taken(around, "DAFTAR", [path])
    line = closed.desk.upkeep.journal(0, 1)[0]
    assert (line.verb, line.origin, line.reason) == ("upkeep.lists.export", "file:daftar.xlsx", "DAFTAR")
    monkeypatch.setattr(type(around.store), "writing", refuse)
    with pytest.raises(UsageRefusal):
        note_taken(around, "DAFTAR", [path])
    assert not Path(path).exists()


def test_a_list_for_the_follow_up_is_noted_like_one_of_the_window(closed, tmp_path):
    closed.desk.follow_up.credit_history.export_need(tmp_path / "ak.xlsx", YEAR.year)
    assert closed.desk.upkeep.journal(0, 1)[0].origin == "file:ak.xlsx"
