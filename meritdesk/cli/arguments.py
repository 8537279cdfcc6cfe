"""The words of the command line: rooms, verbs and options. They are a contract (docs/command-line.md)."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from meritdesk import __version__
from meritdesk.core.errors import UsageRefusal

PROGRAM = "meritdesk"
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand behind an option; ``words`` are read to a clerk who wrote something else."""

    words: str
    read: Callable[[str], Any]

    def __call__(self, text: str) -> Any:
        """The value, or the refusal that argparse hands on to ``_Parser.error``."""
        try:
            return self.read(text)
        except ValueError:
            raise argparse.ArgumentTypeError(text) from None


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text.strip()


def _matching(pattern: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if re.fullmatch(pattern, text.upper()) is None:
            raise ValueError(text)
        return text.upper()

    return read


NUMBER = Allowed("ALLOWED:NUMBER", _number)
FILLED = Allowed("ALLOWED:FILLED", _filled)
# The same signs that a key card and a package name may carry: a store with another code could never send anything.
AGENCY_CODE = Allowed("ALLOWED:AGENCY-CODE", _matching("[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?"))
DEVICE_CODE = Allowed("ALLOWED:DEVICE-CODE", _matching("[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?"))


class _Parser(argparse.ArgumentParser):
    """argparse that raises our refusals instead of speaking English, and knows the common options at every place."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        common = self.add_argument_group("umum / common")
        # A default here would undo what stands before the verb: only the outermost parser sets defaults.
        for name, options in COMMON.items():
            common.add_argument(name, default=argparse.SUPPRESS, **options)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        if isinstance(action, argparse._SubParsersAction):
            raise UsageRefusal("CLI-110", word=value, command=self.prog)
        raise self._not_allowed("/".join(action.option_strings), str(value), ", ".join(map(str, action.choices)))

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


COMMON: dict[str, dict[str, Any]] = {
    "--store": {"type": Path, "metavar": "DIR", "help": "folder penyimpanan / folder of the store"},
    "--json": {"action": "store_true", "help": "jawaban untuk mesin / machine-readable answer"},
    "--lang": {"choices": LANGUAGES, "help": "bahasa jawaban / language of answers"},
    "--actor": {"metavar": "NAME", "type": FILLED, "help": "nama petugas yang dicatat di jurnal / who acts"},
    "--recovery-key-file": {
        "type": Path,
        "metavar": "FILE",
        "help": "berkas kunci pemulihan, pengganti kata sandi / recovery key instead of the passphrase",
    },
}


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; misuse is a ``UsageRefusal``, and only ``--help`` and ``--version`` end the program."""
    chosen, unknown = build().parse_known_args(argv)
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


def build() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    parser = _Parser(
        prog=PROGRAM,
        description="Meja kerja penilaian kinerja ASN. Tanpa perintah: membuka jendela.",
    )
    parser.add_argument("--version", action="version", version=f"meritdesk {__version__}")
    parser.set_defaults(
        store=None, json=False, lang=LANGUAGES[0], actor="operator", recovery_key_file=None, room=None, verb=None
    )
    rooms = parser.add_subparsers(dest="room", metavar="ROOM")

    demo = rooms.add_parser("demo", help="kota contoh dengan kerja setahun / sample city with a year's work")
    demo.add_argument("folder", type=Path)
    demo.add_argument("--staff", type=NUMBER, default=1200)
    demo.add_argument("--year", type=NUMBER, default=2025)
    demo.add_argument("--seed", type=NUMBER, default=7101)

    init = rooms.add_parser("init", help="membuat penyimpanan baru / make a new store")
    init.add_argument("--agency", required=True, type=FILLED, metavar="NAME")
    init.add_argument("--code", required=True, type=AGENCY_CODE)
    init.add_argument("--region", action="store_true", help="kantor regional / regional office")
    init.add_argument("--place", default="", help="tempat tanda tangan / where papers are signed")
    init.add_argument("--device", default="PC01", type=DEVICE_CODE, help="kode PC / code of this PC")

    register = _verbs(rooms, "register", "pegawai dan unit kerja / people and units")
    units = register.add_parser("import-units")
    units.add_argument("file", type=Path)
    units.add_argument("--dry-run", action="store_true")
    units.add_argument("--attach-orphans", action="store_true", help="gantungkan unit tanpa induk pada akar")
    staff = register.add_parser("import")
    staff.add_argument("file", type=Path)
    staff.add_argument("--dry-run", action="store_true")
    listing = register.add_parser("list")
    listing.add_argument("--unit", default="", metavar="ID")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--problems", action="store_true", help="hanya yang belum punya penilai")
    listing.add_argument("--limit", type=NUMBER, default=200)
    listing.add_argument("--offset", type=NUMBER, default=0)
    register.add_parser("show").add_argument("nip")

    planning = _verbs(rooms, "planning", "rencana kinerja (SKP) / plans")
    plans = planning.add_parser("import")
    plans.add_argument("file", type=Path)
    plans.add_argument("--dry-run", action="store_true")
    show_plan = planning.add_parser("show")
    show_plan.add_argument("nip")
    show_plan.add_argument("--year", type=NUMBER, required=True)

    execution = _verbs(rooms, "execution", "realisasi / actuals")
    actuals = execution.add_parser("import")
    actuals.add_argument("file", type=Path)
    actuals.add_argument("--dry-run", action="store_true")

    assessment = _verbs(rooms, "assessment", "penilaian / assessment")
    ratings = assessment.add_parser("import")
    ratings.add_argument("file", type=Path)
    ratings.add_argument("--dry-run", action="store_true")
    close = assessment.add_parser("close")
    close.add_argument("--period", required=True)
    close.add_argument("--unit", default="", metavar="ID")
    show_evaluation = assessment.add_parser("show")
    show_evaluation.add_argument("nip")
    show_evaluation.add_argument("--period", required=True)

    documents = _verbs(rooms, "documents", "dokumen / paper")
    printing = documents.add_parser("print")
    printing.add_argument("--form", required=True)
    printing.add_argument("--period", required=True)
    whose = printing.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", default="", metavar="ID")
    whose.add_argument("--all", action="store_true")
    printing.add_argument("--out", type=Path, required=True, metavar="DIR")
    printing.add_argument("--paper", choices=("FOLIO", "A4"), default="FOLIO")
    printing.add_argument("--choice", choices=("STRIKE", "CHOSEN_ONLY"), default="STRIKE")
    documents.add_parser("verify").add_argument("file", type=Path)
    documents.add_parser("resolve").add_argument("mark", help="isi kode QR / text of the QR")
    register_of_paper = documents.add_parser("list")
    register_of_paper.add_argument("--search", default="", metavar="TEXT")
    register_of_paper.add_argument("--limit", type=NUMBER, default=200)
    register_of_paper.add_argument("--offset", type=NUMBER, default=0)

    handover = _verbs(rooms, "handover", "kirim dan terima / hand-over")
    pack = handover.add_parser("pack")
    pack.add_argument("--period", required=True)
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    handover.add_parser("inspect").add_argument("file", type=Path)
    receive = handover.add_parser("receive")
    receive.add_argument("file", type=Path)
    receive.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder tanda terima / for the receipt")
    receive.add_argument("--confirm-new-epoch", action="store_true", help="PC pengirim memang diganti atau dipulihkan")
    handover.add_parser("receipts")
    handover.add_parser("card").add_argument("--out", type=Path, required=True, metavar="FILE")
    handover.add_parser("trust").add_argument("file", type=Path)

    overview = _verbs(rooms, "overview", "beranda / overview")
    overview.add_parser("status").add_argument("--period", default="")

    upkeep = _verbs(rooms, "upkeep", "pemeliharaan / upkeep")
    upkeep.add_parser("check")
    upkeep.add_parser("backup").add_argument("--out", type=Path, required=True, metavar="DIR")
    upkeep.add_parser("restore").add_argument("file", type=Path)
    upkeep.add_parser("change-passphrase")
    upkeep.add_parser("self-test")
    journal = upkeep.add_parser("journal")
    journal.add_argument("--limit", type=NUMBER, default=50)
    journal.add_argument("--offset", type=NUMBER, default=0)
    upkeep.add_parser("undo").add_argument("change_set")
    return parser


def _verbs(
    rooms: argparse._SubParsersAction[_Parser], name: str, words: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    room = rooms.add_parser(name, help=words)
    return room.add_subparsers(dest="verb", metavar="VERB", required=True)  # type: ignore[return-value]
