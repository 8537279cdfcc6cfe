"""The register of disciplinary sanctions on the command line; reason and letter for those named only."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, day_told, figure, nothing_found, plain, table
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import Deed, chosen_deed
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.discipline import Appeal, Sanction, SanctionKind
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.follow_up.discipline import OpenedSanction


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    lines = desk.follow_up.discipline.lines()
    values = {
        "verb": "follow-up discipline list",
        "sanctions": [
            {
                "id": line.sanction_id,
                "nip": line.person.nip,
                "name": line.person.full_name,
                "level": line.level.value,
                "kind": line.kind.value,
                "state": line.state.value,
                "starts": line.starts,
                "ends": line.ends,
                "appeal": line.appeal.value,
            }
            for line in lines
        ],
    }
    names = ("RECORD", "NIP", "NAME", "SANCTION", "STATE", "SINCE")
    rows = [
        (
            line.sanction_id,
            line.person.nip,
            line.person.full_name,
            words.label_of(line.kind),
            words.label_of(line.state),
            day_told(line.starts, words),
        )
        for line in lines
    ]
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _add(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    person = desk.register.show(chosen.nip).person
    entry = Sanction(
        sanction_id="",
        person_id=person.person_id,
        kind=SanctionKind(chosen.kind),
        letter_number=chosen.letter,
        decided_on=chosen.decided,
        starts=chosen.starts or chosen.decided,
        decided_by=chosen.by,
        reason=chosen.reason,
        author="",
        ends=chosen.ends,
        article=chosen.article,
    )
    return _opened(desk.follow_up.discipline.add(entry, chosen.reader), "follow-up discipline add", words)


def _open(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _opened(desk.follow_up.discipline.open(chosen.record), "follow-up discipline open", words)


def _appeal(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.discipline.appeal(chosen.record, chosen.on, Appeal(chosen.outcome), chosen.words)
    return _opened(found, "follow-up discipline appeal", words)


def _revoke(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.follow_up.discipline.revoke(chosen.record, chosen.on, chosen.letter, chosen.reason)
    return _opened(found, "follow-up discipline revoke", words)


def _allow(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.follow_up.discipline.allow(chosen.record, chosen.reader)
    values = {"verb": "follow-up discipline allow", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-READERS", {"names": ", ".join(chosen.reader) or "-"})])


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.discipline.import_file(source, step("PP 94", words), chosen.dry_run)
    return given_answer(desk, "follow-up discipline import", outcome, source, chosen, words)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    count = desk.follow_up.discipline.export(chosen.file)
    values = {"verb": "follow-up discipline export", "file": str(chosen.file), "sanctions": count}
    facts = {"count": figure(count, words), "file": chosen.file.name}
    return Answer(values, [words.reason("CLI-SANCTIONS-EXPORTED", facts)])


def _print(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.discipline.print_register(chosen.out, style_of(chosen))
    return papers_answer("follow-up discipline print", outcome, words)


def _opened(found: OpenedSanction, verb: str, words: Messages) -> Answer:
    one = found.sanction
    values = {
        "verb": verb,
        "sanction": plain(one),
        "effect": plain(found.effect) if found.effect else None,
        "openings": [{"by": opening.opened_by, "at": opening.opened_at} for opening in found.openings],
        "change_set": found.changes.change_set_id,
    }
    text = [
        f"{one.sanction_id} · {words.label_of(one.kind)}",
        f"  {one.letter_number} · {day_told(one.decided_on, words)} · {one.decided_by}",
        f"  {day_told(one.starts, words)} - {day_told(one.ends, words) if one.ends else '-'}",
        f"  {one.reason}",
        f"  {words.label_of(one.appeal)}",
    ]
    return Answer(values, text)


DEEDS: Mapping[str, Deed] = {
    "list": _list,
    "add": _add,
    "open": _open,
    "appeal": _appeal,
    "revoke": _revoke,
    "allow": _allow,
    "import": _import,
    "export": _export,
    "print": _print,
}
DISCIPLINE_VERBS: Mapping[str, Verb] = {"discipline": chosen_deed(DEEDS)}


def discipline_grammar(verbs: Verbs) -> None:
    """The words of the register of sanctions."""
    deeds = verbs.add_parser("discipline").add_subparsers(dest="deed", required=True)
    deeds.add_parser("list")
    adding = deeds.add_parser("add")
    adding.add_argument("nip")
    adding.add_argument("--kind", required=True, choices=tuple(kind.value for kind in SanctionKind))
    adding.add_argument("--letter", required=True, type=FILLED, metavar="NUMBER")
    adding.add_argument("--decided", required=True, type=DATE, metavar="D")
    adding.add_argument("--starts", type=DATE, metavar="D")
    adding.add_argument("--ends", type=DATE, metavar="D")
    adding.add_argument("--by", required=True, type=FILLED, metavar="TEXT")
    adding.add_argument("--article", default="", metavar="TEXT")
    adding.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
    adding.add_argument("--reader", action="append", default=[], metavar="NAME")
    deeds.add_parser("open").add_argument("record", metavar="ID")
    appealing = deeds.add_parser("appeal")
    appealing.add_argument("record", metavar="ID")
    appealing.add_argument("--on", required=True, type=DATE, metavar="D")
    appealing.add_argument("--outcome", required=True, choices=tuple(one.value for one in Appeal))
    appealing.add_argument("--words", default="", metavar="TEXT")
    revoking = deeds.add_parser("revoke")
    revoking.add_argument("record", metavar="ID")
    revoking.add_argument("--on", required=True, type=DATE, metavar="D")
    revoking.add_argument("--letter", required=True, type=FILLED, metavar="NUMBER")
    revoking.add_argument("--reason", required=True, type=FILLED, metavar="TEXT")
    allowing = deeds.add_parser("allow")
    allowing.add_argument("record", metavar="ID")
    allowing.add_argument("--reader", action="append", default=[], metavar="NAME")
    given_grammar(deeds.add_parser("import"))
    deeds.add_parser("export").add_argument("file", type=Path)
    paper_grammar(deeds.add_parser("print"))
