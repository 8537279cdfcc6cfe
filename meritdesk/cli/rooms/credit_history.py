"""Earlier credit points and the way to the next rank on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from meritdesk.cli.answers import Answer, day_told, nothing_found, plain, reason_values, table, taken_out
from meritdesk.cli.given import given_answer, given_grammar, given_source
from meritdesk.cli.options import DATE, FILLED, NUMBER, Allowed
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.own_sheets import paper_grammar, papers_answer, style_of
from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.notation import read_decimal
from meritdesk.core.scoring.credit import points_text
from meritdesk.core.scoring.credit_standing import Shortfall
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection

Deed = Callable[[Desk, argparse.Namespace, Messages], Answer]


def _points(text: str) -> Decimal:
    found = read_decimal(text)
    if found is None:
        raise ValueError(text)
    return found


POINTS = Allowed("ALLOWED:NUMBER", _points)


def _selection(desk: Desk, chosen: argparse.Namespace) -> Selection:
    return Selection(chosen.nip, desk.register.branch(chosen.unit) if chosen.unit else ())


def _need(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    desk_of, selection = desk.follow_up.credit_history, _selection(desk, chosen)
    lines = desk_of.lines(chosen.year, selection)
    values: dict[str, object] = {
        "verb": "follow-up credit need",
        "year": chosen.year,
        "officials": [
            {
                "nip": line.person.nip,
                "name": line.person.full_name,
                "unit": line.unit_name,
                "tier": line.standing.tier.title if line.standing else "",
                "grade": line.person.grade,
                "points": plain(line.standing.total) if line.standing else None,
                "yearly": plain(line.standing.yearly) if line.standing and line.standing.yearly is not None else None,
                "is_complete": line.standing.is_complete if line.standing else False,
                "rank": _way(line.standing.rank) if line.standing else None,
                "next_tier": _way(line.standing.next_tier) if line.standing else None,
                "reasons": reason_values(
                    line.standing.reasons if line.standing else [line.why] if line.why else [], words
                ),
            }
            for line in lines
        ],
    }
    if chosen.export is not None:
        taken = desk_of.export_need(chosen.export, chosen.year, selection)
        values |= {"written": taken.rows, "left_out": taken.left_out}
    names = ("NIP", "NAME", "TIER", "GRADE", "POINTS", "REASON")
    rows = [
        (
            line.person.nip,
            line.person.full_name,
            line.standing.tier.title,
            line.standing.grade,
            words.noted(points_text(line.standing.total)),
            "; ".join(
                words.reason(reason) for reason in line.standing.reasons
                if reason.code.startswith(("CRS-RANK", "CRS-TIER", "CRS-NO-HISTORY"))
            ),
        )
        for line in lines
        if line.standing is not None
    ]  # fmt: skip
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else [words.sentence("FOL-112", {})])


def _way(way: Shortfall | None) -> dict[str, Any] | None:
    if way is None:
        return None
    return {
        "goal": way.goal, "needed": plain(way.needed), "missing": plain(way.missing), "surplus": plain(way.surplus),
        "months": way.months,
    }  # fmt: skip


def _history(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    items = desk.follow_up.credit_history.items(chosen.nip)
    values = {"verb": "follow-up credit history", "nip": chosen.nip, "items": [plain(one) for one in items]}
    names = ("KIND", "FIRST_DAY", "LAST_DAY", "POINTS", "LETTER", "TIER")
    rows = [
        (
            words.label_of(one.kind), day_told(one.starts, words), day_told(one.ends, words),
            words.noted(points_text(one.points)), one.document, one.tier or "-",
        )
        for one in items
    ]  # fmt: skip
    told = table([words.label(f"COLUMN:{name}") for name in names], rows, words)
    return Answer(values, told if rows else nothing_found(words))


def _enter(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    item = CreditItem(
        "", CreditKind(chosen.kind), chosen.starts, chosen.ends or chosen.starts, chosen.points, chosen.letter,
        chosen.dated, chosen.tier,
    )  # fmt: skip
    changes = desk.follow_up.credit_history.enter(chosen.nip, item)
    values = {"verb": "follow-up credit enter", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{words.label_of(item.kind)}: {words.noted(points_text(item.points))} ({item.document})"])


def _drop(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = CreditKind(chosen.kind)
    changes = desk.follow_up.credit_history.drop(chosen.nip, kind, chosen.starts, chosen.ends or chosen.starts)
    values = {"verb": "follow-up credit drop", "nip": chosen.nip, "change_set": changes.change_set_id}
    return Answer(values, [f"{words.label_of(kind)}: -"])


def _import(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    source = given_source(desk, chosen, words)
    outcome = desk.follow_up.credit_history.import_file(source, step("AK", words), chosen.dry_run)
    return given_answer(desk, "follow-up credit import", outcome, source, chosen, words)


def _export(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    taken = desk.follow_up.credit_history.export(chosen.file)
    return taken_out("follow-up credit export", "items", chosen.file, taken, words)


def _determine(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.credit_history.print_determinations(
        chosen.year, _selection(desk, chosen), chosen.out, style_of(chosen), step("PAK", words)
    )
    return papers_answer("follow-up credit determine", outcome, words)


def _print_need(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.follow_up.credit_history.print_need(
        chosen.year, chosen.out, _selection(desk, chosen), style_of(chosen)
    )  # fmt: skip
    return papers_answer("follow-up credit print-need", outcome, words)


CREDIT_DEEDS: Mapping[str, Deed] = {
    "need": _need, "history": _history, "enter": _enter, "drop": _drop, "import": _import, "export": _export,
    "determine": _determine, "print-need": _print_need,
}  # fmt: skip


def credit_history_grammar(deeds: Any) -> None:
    """The words of earlier points, below ``follow-up credit``."""
    for name in ("need", "print-need", "determine"):
        deed = deeds.add_parser(name)
        deed.add_argument("--year", type=NUMBER, required=True)
        whose = deed.add_mutually_exclusive_group(required=name == "determine")
        whose.add_argument("--nip", default="")
        whose.add_argument("--unit", default="", metavar="ID")
        if name == "need":
            deed.add_argument("--export", type=Path, metavar="FILE")
            continue
        if name == "determine":
            whose.add_argument("--all", action="store_true")
        paper_grammar(deed)
    deeds.add_parser("history").add_argument("nip")
    for name in ("enter", "drop"):
        deed = deeds.add_parser(name)
        deed.add_argument("nip")
        deed.add_argument("--kind", required=True, choices=tuple(kind.value for kind in CreditKind))
        deed.add_argument("--starts", required=True, type=DATE, metavar="D")
        deed.add_argument("--ends", type=DATE, metavar="D")
        if name == "enter":
            deed.add_argument("--points", required=True, type=POINTS, metavar="FIGURE")
            deed.add_argument("--letter", required=True, type=FILLED, metavar="NUMBER")
            deed.add_argument("--dated", type=DATE, metavar="D")
            deed.add_argument("--tier", default="", metavar="TITLE")
    given_grammar(deeds.add_parser("import"))
    deeds.add_parser("export").add_argument("file", type=Path)
