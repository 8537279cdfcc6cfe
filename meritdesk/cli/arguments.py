"""The words of the command line: rooms, verbs and options. They are a contract (docs/command-line.md)."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from meritdesk import __version__
from meritdesk.cli.about import ABOUT
from meritdesk.cli.options import AGENCY_CODE, AGENCY_CODE_OR_NONE, DEVICE_CODE, FILLED, NUMBER, Allowed
from meritdesk.cli.rooms import ROOMS
from meritdesk.core.errors import UsageRefusal

PROGRAM = "meritdesk"
LANGUAGES = ("id", "en")


class _Parser(argparse.ArgumentParser):
    """argparse that raises our refusals instead of speaking English, and knows the common options at every place."""

    def __init__(self, **settings: Any) -> None:
        # A verb may have a word of its own for a common one: it says the same there, more closely.
        super().__init__(allow_abbrev=False, conflict_handler="resolve", **settings)
        common = self.add_argument_group("umum / common")
        # A default here would undo what stands before the verb: only the outermost parser sets defaults.
        for name, options in COMMON.items():
            common.add_argument(name, default=argparse.SUPPRESS, **options)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        if isinstance(action, argparse._SubParsersAction):
            raise UsageRefusal("CLI-110", word=value, command=self.prog)
        named = "/".join(action.option_strings) or str(action.metavar or action.dest).upper()
        raise self._not_allowed(named, str(value), ", ".join(map(str, action.choices)))

    def error(self, message: str) -> NoReturn:
        """Turn argparse's complaint into a refusal; it calls this while the fault of an option is being handled."""
        fault = sys.exc_info()[1]
        if not isinstance(fault, argparse.ArgumentError):
            names = re.findall(r"--[\w-]+", message) or [message.rpartition(": ")[2]]
            raise UsageRefusal("CLI-111", missing=" / ".join(names), command=self.prog)
        option = fault.argument_name or ""
        other = re.search(r"not allowed with argument (\S+)", fault.message)
        if other is not None:
            raise UsageRefusal("CLI-113", option=option, other=other[1], command=self.prog) from None
        if fault.message.startswith("expected"):
            raise UsageRefusal("CLI-111", missing=f"{option} …", command=self.prog) from None
        kind = next((one.type for one in self._actions if "/".join(one.option_strings) == option), None)
        raise self._not_allowed(option, fault.message, kind.words if isinstance(kind, Allowed) else "-") from None

    def _not_allowed(self, option: str, value: str, allowed: str) -> UsageRefusal:
        return UsageRefusal("CLI-112", option=option, value=value, allowed=allowed, command=self.prog)


class _StoreGiven(argparse.Action):
    """A folder of this PC, or the address of a shared server, for which this PC keeps a folder of its own."""

    def __call__(self, _parser: Any, chosen: argparse.Namespace, value: Any, _option: str | None = None) -> None:
        from meritdesk.core.server import is_address, read_address

        chosen.server = read_address(str(value)) if is_address(str(value)) else None
        chosen.store = Path(str(value))


COMMON: dict[str, dict[str, Any]] = {
    "--store": {
        "action": _StoreGiven,
        "metavar": "DIR",
        "help": "folder penyimpanan atau alamat server / folder of the store or address of a server",
    },
    "--json": {"action": "store_true", "help": "jawaban untuk mesin / machine-readable answer"},
    "--lang": {"choices": LANGUAGES, "help": "bahasa jawaban / language of answers"},
    "--actor": {"metavar": "NAME", "type": FILLED, "help": "nama petugas yang dicatat di jurnal / who acts"},
    "--account": {
        "metavar": "NAME",
        "type": FILLED,
        "help": "nama akun; kata sandinya sendiri / whose account opens it",
    },
    "--second": {
        "metavar": "NAME",
        "type": FILLED,
        "dest": "witness",
        "help": "akun orang kedua, bila dua orang diminta / account of the second person where two are asked for",
    },
    "--view": {
        "action": "store_true",
        "dest": "as_viewer",
        "help": "hanya melihat, juga bila sedang dipakai / look only, also while it is in use",
    },
    "--recovery-key-file": {
        "type": Path,
        "metavar": "FILE",
        "help": "berkas kunci pemulihan, pengganti kata sandi / recovery key instead of the passphrase",
    },
}


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; misuse is a ``UsageRefusal``, and only ``--help`` and ``--version`` end the program."""
    # Only a room whose name stands in the line can be meant by it; the others need not be loaded.
    chosen, unknown = build(tuple(name for name in ROOMS if name in argv)).parse_known_args(argv)
    if unknown:
        command = " ".join(word for word in (PROGRAM, chosen.room, chosen.verb) if word)
        raise UsageRefusal("CLI-110", word=unknown[0], command=command)
    return chosen


def manner(argv: Sequence[str]) -> tuple[bool, str]:
    """Whether JSON is wanted and in which language, from a command line that could not be read as a whole."""
    language = LANGUAGES[0]
    for place, word in enumerate(argv):
        name, sign, value = word.partition("=")
        if name == "--lang":
            wanted = value if sign else "".join(argv[place + 1 : place + 2])
            language = wanted if wanted in LANGUAGES else language
    return "--json" in argv, language


@cache
def build(entered: tuple[str, ...] = tuple(ROOMS)) -> argparse.ArgumentParser:
    """The grammar of the command line with the verbs of these rooms, built once: reading a line changes nothing."""
    parser = _Parser(
        prog=PROGRAM,
        description="Meja kerja penilaian kinerja ASN. Tanpa perintah: membuka jendela.",
    )
    parser.add_argument("--version", action="version", version=f"meritdesk {__version__}")
    parser.set_defaults(
        store=None,
        server=None,
        json=False,
        lang=LANGUAGES[0],
        actor="operator",
        recovery_key_file=None,
        account=None,
        witness=None,
        as_viewer=False,
        room=None,
        verb=None,
    )
    rooms = parser.add_subparsers(dest="room", metavar="ROOM")

    demo = rooms.add_parser("demo", help="kota contoh dengan kerja setahun / sample city with a year's work")
    demo.add_argument("folder", type=Path)
    demo.add_argument("--staff", type=NUMBER, default=1200)
    demo.add_argument("--year", type=NUMBER, default=2025)
    demo.add_argument("--seed", type=NUMBER, default=7101)
    demo.add_argument(
        "--region",
        type=NUMBER,
        default=0,
        metavar="GOVERNMENTS",
        help="kantor regional dengan sekian pemerintah daerah / a regional office with so many governments",
    )

    init = rooms.add_parser("init", help="membuat penyimpanan baru / make a new store")
    init.add_argument("--agency", required=True, type=FILLED, metavar="NAME")
    init.add_argument("--code", required=True, type=AGENCY_CODE)
    init.add_argument("--region", action="store_true", help="kantor regional / regional office")
    init.add_argument(
        "--region-code", default="", type=AGENCY_CODE_OR_NONE, help="kode kantor regional / regional office"
    )
    init.add_argument("--recovery-sheet", type=Path, default=None, metavar="FILE", help="lembar kunci pemulihan (PDF)")
    init.add_argument("--place", default="", help="tempat tanda tangan / where papers are signed")
    init.add_argument("--device", default="PC01", type=DEVICE_CODE, help="kode PC / code of this PC")

    why = rooms.add_parser("why", help="mengapa? aturan dan pasal di balik satu kode / the rule behind a code")
    why.add_argument("code", metavar="CODE", type=FILLED)

    for name, room in ROOMS.items():
        verbs = _verbs(rooms, name, room.about)
        if name in entered:
            room.grammar(verbs)
    _say_what_verbs_do(rooms, ())
    return parser


def _verbs(
    rooms: argparse._SubParsersAction[_Parser], name: str, words: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    room = rooms.add_parser(name, help=words)
    return room.add_subparsers(dest="verb", metavar="VERB", required=True)  # type: ignore[return-value]


def _say_what_verbs_do(verbs: argparse._SubParsersAction[Any], path: tuple[str, ...]) -> None:
    """Put a line about every verb into the help of its room; argparse lists only verbs that have one."""
    listed = {known.dest for known in verbs._choices_actions}
    for name, verb in verbs.choices.items():
        place = (*path, name)
        about = ABOUT.get(" ".join(place), "")
        if about and name not in listed:
            verbs._choices_actions.append(verbs._ChoicesPseudoAction(name, (), about))
        verb.description = verb.description or about or None
        for action in verb._actions:
            if isinstance(action, argparse._SubParsersAction):
                _say_what_verbs_do(action, place)
