"""Keys without a network on the command line: enrolment, admission, the ceremony, and the region's trust list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from meritdesk.cli.answers import Answer, listed, nothing_found, plain
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.passphrases import root_passphrase
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.trust import DeviceRole, KeyAct
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.handover.key_ceremony import CeremonyDraft, CeremonyOutcome, PresentKey, Seat
from meritdesk.services.handover.key_standing import StandingOutcome
from meritdesk.services.handover.keys import EnrolOutcome

_ROLES = (DeviceRole.PRIMARY.value, DeviceRole.SECONDARY.value)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    own = desk.handover.keys.show()
    standing = words.label_of(own.status) if own.status else words.reason("CLI-KEYS-UNLISTED", {})
    facts = {
        "device": f"{own.card.agency_code}/{own.card.device}",
        "fingerprint": " ".join(own.fingerprint),
        "standing": standing,
    }
    lines = [words.reason("CLI-KEYS-OWN", facts)]
    if own.list_place is None:
        lines.append(words.reason("CLI-KEYS-NO-LIST", {}))
    else:
        told = {
            "region": own.region_code,
            "version": own.list_place.version,
            "root": " ".join(own.root_fingerprint),
            "day": own.list_made_on or "-",
        }
        lines.append(words.reason("CLI-KEYS-LIST", told))
    return Answer({"verb": "handover keys show", **plain(own)}, lines)


def _devices(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.keys.devices()
    heads = [words.label(f"COLUMN:{name}") for name in ("DEVICE", "KEYROLE", "STATE", "FINGERPRINT", "REASON")]
    rows = [
        (
            one.device.sender,
            words.label_of(one.device.role),
            words.label("KEYSTATUS:BLOCKED" if one.is_blocked else f"KEYSTATUS:{one.device.status.name}"),
            " ".join(one.fingerprint),
            one.device.reason or "-",
        )
        for one in found
    ]
    lines = listed(heads, rows, words)
    return Answer({"verb": "handover keys devices", "devices": plain(found)}, lines)


def _enrol(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _enrolled("enrol", desk.handover.keys.enrol(chosen.out, DeviceRole(chosen.role)), words)


def _rotate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _enrolled("rotate", desk.handover.keys.rotate(chosen.out, chosen.reason), words)


def _enrolled(verb: str, outcome: EnrolOutcome, words: Messages) -> Answer:
    facts = {
        "file": outcome.file.name,
        "form": outcome.form.name,
        "fingerprint": " ".join(outcome.fingerprint),
    }
    return Answer({"verb": f"handover keys {verb}", **plain(outcome)}, [words.reason("CLI-KEYS-ENROLLED", facts)])


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    path = desk.handover.keys.export_list(chosen.out)
    return Answer(
        {"verb": "handover keys export-list", "file": str(path)},
        [words.reason("CLI-KEYS-EXPORTED", {"file": path.name})],
    )


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    keys, groups = desk.handover.keys, chosen.groups.split()
    outcome = keys.import_list(chosen.file, groups) if chosen.file is not None else keys.take_waiting(groups)
    facts = {"taken": outcome.taken, "version": outcome.place.version, "day": outcome.made_on or "-"}
    values = {"verb": "handover keys import-list", **plain(outcome)}
    return Answer(values, [words.reason("CLI-KEYS-TAKEN", facts)])


def _look(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    seen = desk.handover.keys.look_at_list(chosen.file)
    facts = {
        "region": f"{seen.region_name} ({seen.region_code})",
        "version": seen.place.version,
        "devices": seen.devices,
        "day": seen.made_on or "-",
    }
    return Answer({"verb": "handover keys look-at-list", **plain(seen)}, [words.reason("CLI-KEYS-SEEN", facts)])


def _take(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    request = desk.handover.keys.admission.take(chosen.file)
    card = request.enrolment.card
    facts = {
        "sender": f"{card.agency_code}/{card.device}",
        "request": request.request_id[:12],
        "first": request.places[0],
        "second": request.places[1],
    }
    # The groups themselves stand on the paper and nowhere here.
    values = {"verb": "handover keys take", "request": request.request_id, "places": list(request.places)}
    return Answer({**values, "sender": facts["sender"]}, [words.reason("CLI-KEYS-REQUEST", facts)])


def _requests(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.keys.admission.requests()
    heads = [words.label(f"COLUMN:{name}") for name in ("REQUEST", "DEVICE", "STATE", "GROUPS")]
    rows = [
        (
            one.request_id[:12],
            f"{one.enrolment.card.agency_code}/{one.enrolment.card.device}",
            words.label_of(one.state),
            f"{one.places[0]}, {one.places[1]}",
        )
        for one in found
    ]
    lines = listed(heads, rows, words)
    told = [
        {
            "request": one.request_id,
            "sender": f"{one.enrolment.card.agency_code}/{one.enrolment.card.device}",
            "state": one.state.value,
            "places": list(one.places),
            "wrong_tries": one.wrong_tries,
        }
        for one in found
    ]
    return Answer({"verb": "handover keys requests", "requests": told}, lines)


def _admit(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.keys.admission.answer(
        chosen.request, chosen.groups.split(), DeviceRole(chosen.role), chosen.scanned
    )
    facts = {"sender": outcome.device.sender, "version": outcome.version, "number": outcome.act.number}
    return Answer({"verb": "handover keys admit", **plain(outcome)}, [words.reason("CLI-KEYS-ADMITTED", facts)])


def _turn_away(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done("turn-away", desk.handover.keys.admission.turn_away(chosen.request, chosen.reason), words)


def _retire(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    standings = desk.handover.keys.standings
    return _standing("retire", standings.retire(chosen.device, chosen.last, chosen.reason), words)


def _promote(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _standing("promote", desk.handover.keys.promotion.promote(chosen.device, chosen.reason), words)


def _revoke(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    standings = desk.handover.keys.standings
    if chosen.look:
        found = standings.doubtful(chosen.device, chosen.first)
        numbers = ", ".join(str(one.sequence) for one in found) or "-"
        values = {"verb": "handover keys revoke", "doubtful": plain(found), "look": True}
        return Answer(values, [words.reason("CLI-KEYS-DOUBTFUL", {"numbers": numbers})])
    if not chosen.reason:
        raise UsageRefusal("KEY-561")
    return _standing("revoke", standings.revoke(chosen.device, chosen.first, chosen.reason), words)


def _block(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _done("block", desk.handover.keys.standings.block(chosen.groups.split(), chosen.reason), words)


def _announce(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _standing("announce", desk.handover.keys.standings.announce(), words)


def _take_up(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _standing("take-up", desk.handover.keys.standings.take_up(), words)


def _standing(verb: str, outcome: StandingOutcome, words: Messages) -> Answer:
    facts = {"sender": outcome.sender, "version": outcome.version, "number": outcome.act.number}
    lines = [words.reason("CLI-KEYS-STANDING", facts)]
    if outcome.doubtful:
        numbers = ", ".join(str(one.sequence) for one in outcome.doubtful)
        lines.append(words.reason("CLI-KEYS-DOUBTFUL", {"numbers": numbers}))
    return Answer({"verb": f"handover keys {verb}", **plain(outcome)}, lines)


def _done(verb: str, act: KeyAct, words: Messages) -> Answer:
    facts = {"what": words.label_of(act.kind), "number": act.number}
    return Answer({"verb": f"handover keys {verb}", **plain(act)}, [words.reason("CLI-KEYS-DONE", facts)])


def _ceremony(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    draft = desk.handover.keys.ceremony.prepare(_seats(chosen, words))
    return _finished("ceremony", desk, draft, chosen, words)


def _change_root(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    present = []
    for place, file in enumerate(chosen.present):
        holder = desk.handover.keys.ceremony.look_at(file).holder
        present.append(PresentKey(file, root_passphrase(holder, _named(chosen.present_passphrase, place), words)))
    draft = desk.handover.keys.ceremony.prepare_change(
        present, _seats(chosen, words), chosen.replace, chosen.new_list_key, chosen.reason
    )
    return _finished("change-root", desk, draft, chosen, words)


def _finished(verb: str, desk: Desk, draft: CeremonyDraft, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Read the fingerprint aloud, take what the witness wrote down, and only then let anything stand."""
    print(words.reason("CLI-KEYS-READ-ALOUD", {"fingerprint": " ".join(draft.fingerprint)}), file=sys.stderr)
    print(words.reason("CLI-KEYS-HEARD", {}), file=sys.stderr, flush=True)
    heard = sys.stdin.readline().split()
    outcome: CeremonyOutcome = desk.handover.keys.ceremony.finish(draft, heard, chosen.witness, chosen.leader)
    facts = {
        "files": ", ".join(path.name for path in outcome.files) or "-",
        "fingerprint": " ".join(outcome.fingerprint),
        "number": outcome.act.number,
    }
    return Answer({"verb": f"handover keys {verb}", **plain(outcome)}, [words.reason("CLI-KEYS-CEREMONY", facts)])


def _seats(chosen: argparse.Namespace, words: Messages) -> list[Seat]:
    return [
        Seat(name, root_passphrase(name, _named(chosen.passphrase_file, place), words, is_new=True), Path(folder))
        for place, (name, folder) in enumerate(chosen.holder)
    ]


def _named(files: Sequence[Path], place: int) -> Path | None:
    return files[place] if place < len(files) else None


def _look_at_root(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    seen = desk.handover.keys.ceremony.look_at(chosen.file)
    facts = {"holder": seen.holder, "region": seen.region, "number": seen.number}
    return Answer({"verb": "handover keys root-key", **plain(seen)}, [words.reason("CLI-KEYS-ROOT-KEY", facts)])


def _acts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.keys.acts()
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "DEED", "DONE-AT", "DONE-BY")]
    rows = [(one.number, words.label_of(one.kind), one.done_at.date(), one.done_by) for one in found]
    lines = listed(heads, rows, words)
    return Answer({"verb": "handover keys acts", "acts": plain(found)}, lines)


def _incidents(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.keys.incidents()
    lines = [
        f"{one.number}  {one.happened_at.date()}  {words.refusal(one.code, dict(one.facts))[0]} ({one.code})"
        for one in found
    ]
    values = {
        "verb": "handover keys incidents",
        "incidents": plain(found),
        "blocks": plain(desk.handover.keys.blocks()),
    }
    return Answer(values, lines or nothing_found(words), 1 if found else 0)


def _record(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.keys.papers.print(chosen.number, chosen.out)
    facts = {"file": Path(outcome.file.path).name, "number": outcome.numbers[0]}
    values = {"verb": "handover keys record", "file": str(outcome.file.path), "numbers": list(outcome.numbers)}
    return Answer(values, [words.reason("CLI-KEYS-RECORD", facts)])


_DEEDS: Mapping[str, Verb] = {
    "show": _show,
    "devices": _devices,
    "enrol": _enrol,
    "rotate": _rotate,
    "export-list": _export,
    "import-list": _import,
    "look-at-list": _look,
    "take": _take,
    "requests": _requests,
    "admit": _admit,
    "turn-away": _turn_away,
    "retire": _retire,
    "promote": _promote,
    "revoke": _revoke,
    "block": _block,
    "announce": _announce,
    "take-up": _take_up,
    "ceremony": _ceremony,
    "change-root": _change_root,
    "root-key": _look_at_root,
    "acts": _acts,
    "incidents": _incidents,
    "record": _record,
}

VERBS: Mapping[str, Verb] = {"keys": chosen_deed(_DEEDS)}


def grammar(verbs: Verbs) -> None:
    """The words of keys, in the room of hand-over."""
    deeds = verbs.add_parser("keys").add_subparsers(dest="deed", metavar="VERB", required=True)
    for name in ("show", "devices", "requests", "announce", "take-up", "acts", "incidents"):
        deeds.add_parser(name)
    enrol = deeds.add_parser("enrol")
    enrol.add_argument("--out", type=Path, required=True, metavar="DIR")
    enrol.add_argument("--role", default=_ROLES[0], choices=_ROLES)
    rotate = deeds.add_parser("rotate")
    rotate.add_argument("--out", type=Path, required=True, metavar="DIR")
    rotate.add_argument("--reason", type=FILLED, required=True)
    deeds.add_parser("export-list").add_argument("--out", type=Path, required=True, metavar="DIR")
    arriving = deeds.add_parser("import-list")
    arriving.add_argument("file", type=Path, nargs="?", help="tanpa berkas: yang datang dengan balasan / from a return")
    arriving.add_argument("--groups", default="", metavar="DIGITS", help="sidik kunci akar / root fingerprint")
    deeds.add_parser("look-at-list").add_argument("file", type=Path, nargs="?")
    for name in ("take", "root-key"):
        deeds.add_parser(name).add_argument("file", type=Path)
    admit = deeds.add_parser("admit")
    admit.add_argument("request", type=FILLED)
    admit.add_argument("--groups", default="", metavar="DIGITS", help="dua kelompok dari kertas / two groups on paper")
    admit.add_argument("--scanned", default="", metavar="TEXT", help="kode kotak yang dipindai / scanned square code")
    admit.add_argument("--role", default=_ROLES[0], choices=_ROLES)
    away = deeds.add_parser("turn-away")
    away.add_argument("request", type=FILLED)
    away.add_argument("--reason", type=FILLED, required=True)
    retire = deeds.add_parser("retire")
    retire.add_argument("device", type=FILLED, help="7101/PC02")
    retire.add_argument("--last", type=NUMBER, required=True, metavar="N")
    retire.add_argument("--reason", type=FILLED, required=True)
    promote = deeds.add_parser("promote")
    promote.add_argument("device", type=FILLED, help="7101/PC03")
    promote.add_argument("--reason", type=FILLED, required=True)
    revoke = deeds.add_parser("revoke")
    revoke.add_argument("device", type=FILLED, help="7101/PC02")
    revoke.add_argument("--first", type=NUMBER, required=True, metavar="N")
    revoke.add_argument("--reason", default="")
    revoke.add_argument("--look", action="store_true", help="hanya lihat paket yang diragukan / only look")
    block = deeds.add_parser("block")
    block.add_argument("--groups", type=FILLED, required=True, metavar="DIGITS")
    block.add_argument("--reason", type=FILLED, required=True)
    _ceremony_words(deeds.add_parser("ceremony"))
    change = deeds.add_parser("change-root")
    change.add_argument("--present", type=Path, action="append", default=[], metavar="FILE")
    change.add_argument("--present-passphrase", type=Path, action="append", default=[], metavar="FILE")
    change.add_argument("--replace", type=NUMBER, action="append", default=[], metavar="N")
    change.add_argument("--new-list-key", action="store_true")
    change.add_argument("--reason", type=FILLED, required=True)
    _ceremony_words(change)
    record = deeds.add_parser("record")
    record.add_argument("number", type=NUMBER)
    record.add_argument("--out", type=Path, required=True, metavar="DIR")


def _ceremony_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--holder", nargs=2, action="append", default=[], metavar=("NAME", "DIR"))
    parser.add_argument("--passphrase-file", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--witness", action="append", default=[], metavar="NAME")
    parser.add_argument("--leader", default="", metavar="NAME")
