"""The register on the command line: units, people, and who rates whom."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from meritdesk.cli.answers import Answer, figure, listed, plain, without
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import bulk, register_history, register_repairs, register_signers
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.lines import StaffField, StaffQuery
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.upkeep.lists import ListSheet

EXPORT_BLOCK = 2000


def _import_units(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.register.import_units(source, step("unit", words), chosen.dry_run, chosen.attach_orphans)
    return given_answer(desk, "register import-units", outcome, source, chosen, words)


def _import_staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.register.import_staff(source, step("pegawai", words), chosen.dry_run)
    return given_answer(desk, "register import", outcome, source, chosen, words)


def _list_staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    query = StaffQuery(
        unit_ids=desk.register.branch(chosen.unit) if chosen.unit else (),
        search=chosen.search,
        offset=chosen.offset,
        limit=chosen.limit,
        only_problems=chosen.problems,
    )
    total = desk.register.count(query)
    lines = desk.register.staff(query)
    heads = [words.label(f"COLUMN:{name}") for name in ("NIP", "NAME", "POSITION", "UNIT", "RATER")]
    rows = [(one.nip, one.name, one.position, one.unit_name, one.rater_name or one.problem) for one in lines]
    text = listed(heads, rows, words)
    return Answer({"verb": "register list", "total": total, "people": plain(lines)}, text)


def _export_staff(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    query = StaffQuery(
        unit_ids=desk.register.branch(chosen.unit) if chosen.unit else (),
        search=chosen.search,
        only_problems=chosen.problems,
    )
    total = desk.register.count(query)
    names = ("NIP", "NAME", "POSITION", "UNIT", "RATER", "GRADE", "EMPLOYMENT", "LEGAL_STATUS")
    headings = [words.label_of(StaffField[name]) for name in names]

    def rows() -> Iterator[tuple[str, ...]]:
        for offset in range(0, total, EXPORT_BLOCK):
            for one in desk.register.staff(replace(query, offset=offset, limit=EXPORT_BLOCK)):
                yield (
                    one.nip, one.name, one.position, one.unit_name, one.rater_name, one.grade,
                    words.label_of(one.employment), words.label_of(one.legal_status),
                )  # fmt: skip

    widths = (21, 36, 40, 40, 36, 10, 14, 24)
    sheet = ListSheet("register.staff", words.label("LIST:STAFF"), headings, rows(), widths)
    outcome = desk.upkeep.lists.export(sheet, chosen.file)
    values = {
        "verb": "register export", "file": str(outcome.path), "rows": outcome.rows, "left_out": outcome.left_out,
    }  # fmt: skip
    facts = {"count": figure(outcome.rows, words), "file": outcome.path.name}
    return Answer(values, [words.reason("CLI-LIST-EXPORTED", facts), *without(outcome.left_out, words)])


def _show_person(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    card = desk.register.show(chosen.nip)
    problem = card.line.problem if card.line else ""
    values = {
        "verb": "register show",
        "person": plain(card.person),
        "unit": plain(card.unit),
        "rater": plain(card.rater),
        "superior": plain(card.superior),
        "basis": card.line.basis.value if card.line else "",
        "problem": problem,
    }
    lines = [
        f"{card.person.full_name}  {card.person.nip}",
        f"  {card.person.position_title} · {card.unit.name if card.unit else '-'} · {card.person.grade}",
        f"  {words.label('COLUMN:RATER')}: {card.rater.full_name if card.rater else '-'}",
        f"  {words.label('COLUMN:SUPERIOR')}: {card.superior.full_name if card.superior else '-'}",
    ]
    if problem:
        lines.append(f"  {problem}: {words.sentence(problem, {})}")
    return Answer(values, lines)


VERBS: Mapping[str, Verb] = {
    "import-units": _import_units,
    "import": _import_staff,
    "import-staff": _import_staff,
    "list": _list_staff,
    "export": _export_staff,
    "show": _show_person,
    **bulk.verbs_of("register"),
    **register_history.VERBS,
    **register_repairs.VERBS,
    **register_signers.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    bulk.grammar("register", verbs)
    units = verbs.add_parser("import-units")
    given_grammar(units)
    units.add_argument("--attach-orphans", action="store_true", help="gantungkan unit tanpa induk pada akar")
    for name in ("import", "import-staff"):
        given_grammar(verbs.add_parser(name))
    listing = verbs.add_parser("list")
    listing.add_argument("--unit", default="", metavar="ID")
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--problems", action="store_true", help="hanya yang belum punya penilai")
    listing.add_argument("--limit", type=NUMBER, default=200)
    listing.add_argument("--offset", type=NUMBER, default=0)
    export = verbs.add_parser("export")
    export.add_argument("file", type=Path, help="berkas .xlsx atau .csv")
    export.add_argument("--unit", default="", metavar="ID")
    export.add_argument("--search", default="", metavar="TEXT")
    export.add_argument("--problems", action="store_true", help="hanya yang belum punya penilai")
    verbs.add_parser("show").add_argument("nip")
    register_history.grammar(verbs)
    register_repairs.grammar(verbs)
    register_signers.grammar(verbs)
