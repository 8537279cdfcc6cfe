"""The words of the command line: rooms, verbs and options. They are a contract (docs/command-line.md)."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from meritdesk import __version__


class _Parser(argparse.ArgumentParser):
    """argparse with exit code 2 for every misuse, which is also its own default."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line; misuse ends with exit code 2 and the usage line."""
    return build().parse_args(argv)


def build() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    parser = _Parser(
        prog="meritdesk",
        description="Meja kerja penilaian kinerja ASN. Tanpa perintah: membuka jendela.",
    )
    parser.add_argument("--version", action="version", version=f"meritdesk {__version__}")
    parser.add_argument("--store", type=Path, metavar="DIR", help="folder penyimpanan / folder of the store")
    parser.add_argument("--json", action="store_true", help="jawaban untuk mesin / machine-readable answer")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="bahasa jawaban / language of answers")
    parser.add_argument("--actor", default="operator", help="nama petugas yang dicatat di jurnal / who acts")
    parser.set_defaults(room=None, verb=None)
    rooms = parser.add_subparsers(dest="room", metavar="ROOM")

    demo = rooms.add_parser("demo", help="kota contoh dengan kerja setahun / sample city with a year's work")
    demo.add_argument("folder", type=Path)
    demo.add_argument("--staff", type=int, default=1200)
    demo.add_argument("--year", type=int, default=2025)
    demo.add_argument("--seed", type=int, default=7101)

    init = rooms.add_parser("init", help="membuat penyimpanan baru / make a new store")
    init.add_argument("--agency", required=True, metavar="NAME")
    init.add_argument("--code", required=True)
    init.add_argument("--region", action="store_true", help="kantor regional / regional office")
    init.add_argument("--place", default="", help="tempat tanda tangan / where papers are signed")
    init.add_argument("--device", default="PC01", help="kode PC / code of this PC")

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
    listing.add_argument("--limit", type=int, default=200)
    listing.add_argument("--offset", type=int, default=0)
    register.add_parser("show").add_argument("nip")

    planning = _verbs(rooms, "planning", "rencana kinerja (SKP) / plans")
    plans = planning.add_parser("import")
    plans.add_argument("file", type=Path)
    plans.add_argument("--dry-run", action="store_true")
    show_plan = planning.add_parser("show")
    show_plan.add_argument("nip")
    show_plan.add_argument("--year", type=int, required=True)

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
    register_of_paper.add_argument("--limit", type=int, default=200)
    register_of_paper.add_argument("--offset", type=int, default=0)

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
    upkeep.add_parser("self-test")
    journal = upkeep.add_parser("journal")
    journal.add_argument("--limit", type=int, default=50)
    journal.add_argument("--offset", type=int, default=0)
    upkeep.add_parser("undo").add_argument("change_set")
    return parser


def _verbs(
    rooms: argparse._SubParsersAction[_Parser], name: str, words: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    room = rooms.add_parser(name, help=words)
    return room.add_subparsers(dest="verb", metavar="VERB", required=True)  # type: ignore[return-value]
