"""Print orders on the command line: a whole agency on paper, resumable."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, figure, listed, more, plain
from meritdesk.cli.options import NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.documents import ChoiceStyle, Form, PaperSize, PaperStyle
from meritdesk.core.errors import Cancelled, UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.print_order import FilePer, OrderItem, OrderLine, PrintWish, SheetOrder
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.documents.orders import OrderOutcome

_ERROR_HEADS = ("NIP", "NAME", "ORDER-FORM", "ORDER-WHY", "ORDER-CODE")


def _order(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    wish = PrintWish(
        period=parse_period(chosen.period),
        forms=tuple(_form(desk, code) for code in chosen.form or ()),
        nip=chosen.nip,
        unit_ids=tuple(dict.fromkeys(unit for root in chosen.unit or () for unit in desk.register.branch(root))),
        order=SheetOrder(chosen.order.upper()),
        files=FilePer(chosen.files.upper()),
        split=chosen.split,
        duplex=chosen.duplex,
        cover=chosen.cover,
        sections=chosen.sections,
        only_changed=chosen.only_changed,
        afresh=chosen.afresh,
        style=PaperStyle(PaperSize(chosen.paper), ChoiceStyle(chosen.choice)),
    )
    placed = desk.documents.orders.place(wish, chosen.out, step("", words))
    if chosen.hold or not placed.parts:
        return _answer("documents order", placed, desk, words, "CLI-ORDER-HELD" if placed.parts else "CLI-ORDER")
    with _resumable(placed.line.order.order_id):
        outcome = desk.documents.orders.run(placed.line.order.order_id, step(placed.line.order.order_id, words))
    return _answer("documents order", outcome, desk, words, "CLI-ORDER-DONE")


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.orders.lines(chosen.offset, chosen.limit)
    heads = [
        words.label(f"COLUMN:{name}")
        for name in ("ORDER", "ORDER-WANTED", "ORDER-SHEETS", "ORDER-FILES", "ORDER-FAILED", "ORDER-STATE")
    ]
    rows = [
        (
            line.order.order_id,
            wanted(line, words),
            f"{figure(line.counts.done, words)}/{figure(line.counts.sheets, words)}",
            f"{figure(line.counts.parts_done, words)}/{figure(line.counts.parts, words)}",
            figure(line.counts.failed, words),
            words.label_of(line.order.state),
        )
        for line in found
    ]
    text = listed(heads, rows, words)
    return Answer({"verb": "documents orders list", "orders": [_line_values(line) for line in found]}, text)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    return _answer("documents orders show", desk.documents.orders.show(chosen.order), desk, words, "CLI-ORDER-STATE")


def _resume(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    with _resumable(chosen.order):
        outcome = desk.documents.orders.run(chosen.order, step(chosen.order, words))
    return _answer("documents orders resume", outcome, desk, words, "CLI-ORDER-DONE")


def _check(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    with _resumable(chosen.order):
        outcome = desk.documents.orders.check(chosen.order, step(chosen.order, words))
    return _answer("documents orders check", outcome, desk, words, "CLI-ORDER-DONE")


@contextmanager
def _resumable(order_id: str) -> Iterator[None]:
    """Whoever stops an order that was entered is told that it waits, and how it goes on."""
    try:
        yield
    except (Cancelled, KeyboardInterrupt) as stop:
        raise Cancelled("DOC-567", order=order_id) from stop


def _cancel(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.orders.cancel(chosen.order)
    return _answer("documents orders cancel", outcome, desk, words, "CLI-ORDER-STATE")


def _errors(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.orders.errors(chosen.order)
    values: dict[str, object] = {
        "verb": "documents orders errors",
        "order": chosen.order,
        "errors": [_error_values(item, words) for item in found],
        "file": "",
    }
    lines = [words.reason("CLI-ORDER-ERRORS", {"count": figure(len(found), words)}), *error_lines(found, words)]
    if chosen.out is not None:
        heads = [words.label(f"COLUMN:{name}") for name in _ERROR_HEADS]
        count = desk.documents.orders.write_errors(chosen.order, chosen.out, heads, words.sentence)
        facts = {"count": figure(count, words), "file": str(chosen.out)}
        values["file"] = str(chosen.out)
        lines.append(words.reason("CLI-ORDER-ERRORS-SAVED", facts))
    return Answer(values, lines)


def wanted(line: OrderLine, words: Messages) -> str:
    """What an order prints, in a few words."""
    wish = line.order.wish
    forms = words.label("ORDER-SET") if wish.is_set else ", ".join(form.value for form in wish.wanted_forms)
    return f"{forms} · {wish.period.code} · {words.label_of(wish.files)}"


def error_lines(items: tuple[OrderItem, ...], words: Messages) -> list[str]:
    """The first people without paper, with the reason; the rest is counted."""
    lines = [
        f"  {item.nip} {item.name} · {item.form.value} · {item.code}: {words.sentence(item.code, item.facts)}"
        for item in items[:SHOWN]
    ]
    return lines + more(len(items) - SHOWN, words)


def _form(desk: Desk, code: str) -> Form:
    try:
        form = Form(code.upper())
    except ValueError:
        form = None
    if form is None or form not in desk.documents.forms:
        known = ", ".join(one.value for one in desk.documents.forms)
        raise UsageRefusal("DOC-421", form=code, known=known)
    return form


def _answer(verb: str, outcome: OrderOutcome, desk: Desk, words: Messages, code: str) -> Answer:
    line = outcome.line
    counts = line.counts
    failed = desk.documents.orders.errors(line.order.order_id)
    facts = {
        "order": line.order.order_id,
        "state": words.label_of(line.order.state),
        "folder": line.order.folder,
        "sheets": figure(counts.sheets, words),
        "done": figure(counts.done, words),
        "printed": figure(counts.printed, words),
        "unchanged": figure(counts.unchanged, words),
        "failed": figure(counts.failed, words),
        "files": figure(counts.parts, words),
    }
    lines = [words.reason(code, facts)]
    if outcome.redone:
        lines.append(words.reason("CLI-ORDER-REDONE", {"files": figure(outcome.redone, words)}))
    if line.order.problem:
        lines.append(f"  {line.order.problem}: {words.sentence(line.order.problem, line.order.problem_facts)}")
    lines += error_lines(failed, words)
    values = {
        "verb": verb,
        **_line_values(line),
        "files": [
            {"file": part.file_name, "state": part.state, "sheets": part.sheets, "pages": part.pages,
             "digest": part.digest}
            for part in outcome.parts
        ],
        "redone": outcome.redone,
        "other_form": outcome.other_form,
        "errors": [_error_values(item, words) for item in failed],
    }  # fmt: skip
    return Answer(values, lines, 1 if failed else 0)


def _line_values(line: OrderLine) -> dict[str, object]:
    return {
        "order": line.order.order_id,
        "state": line.order.state,
        "folder": line.order.folder,
        "forms": [form.value for form in line.order.wish.wanted_forms],
        "period": line.order.wish.period.code,
        "made_at": line.order.made_at,
        "made_by": line.order.made_by,
        "problem": line.order.problem,
        "counts": plain(line.counts),
    }


def _error_values(item: OrderItem, words: Messages) -> dict[str, str]:
    return {
        "nip": item.nip,
        "name": item.name,
        "form": item.form.value,
        "code": item.code,
        "why": words.sentence(item.code, item.facts),
    }


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "list": _list,
    "show": _show,
    "resume": _resume,
    "check": _check,
    "cancel": _cancel,
    "errors": _errors,
}

VERBS: Mapping[str, Verb] = {
    "order": _order,
    "orders": lambda desk, chosen, words: _ACTS[chosen.act](desk, chosen, words),
}


def grammar(verbs: Verbs) -> None:
    """The words of the print queue, in the room of documents."""
    order = verbs.add_parser("order")
    what = order.add_mutually_exclusive_group(required=True)
    what.add_argument("--form", action="append")
    what.add_argument("--set", action="store_true", help="set laporan PyB / the report set for the PyB")
    order.add_argument("--period", required=True)
    whose = order.add_mutually_exclusive_group(required=True)
    whose.add_argument("--nip", default="")
    whose.add_argument("--unit", action="append", metavar="ID")
    whose.add_argument("--all", action="store_true")
    order.add_argument("--out", type=Path, required=True, metavar="DIR")
    order.add_argument("--order", choices=[one.value.lower() for one in SheetOrder], default="unit")
    order.add_argument("--files", choices=[one.value.lower() for one in FilePer], default="one")
    order.add_argument("--split", type=NUMBER, default=0, metavar="SHEETS")
    order.add_argument("--duplex", action="store_true")
    order.add_argument("--cover", action="store_true")
    order.add_argument("--sections", action="store_true")
    order.add_argument("--only-changed", action="store_true")
    order.add_argument("--afresh", action="store_true")
    order.add_argument("--hold", action="store_true", help="hanya mencatat pesanan / only enter the order")
    order.add_argument("--paper", choices=[one.value for one in PaperSize], default=PaperSize.FOLIO.value)
    order.add_argument("--choice", choices=[one.value for one in ChoiceStyle], default=ChoiceStyle.STRIKE.value)
    acts = verbs.add_parser("orders").add_subparsers(dest="act", metavar="ACT", required=True)
    listed = acts.add_parser("list")
    listed.add_argument("--limit", type=NUMBER, default=50)
    listed.add_argument("--offset", type=NUMBER, default=0)
    for act in ("show", "resume", "check", "cancel"):
        acts.add_parser(act).add_argument("order")
    errors = acts.add_parser("errors")
    errors.add_argument("order")
    errors.add_argument("--out", type=Path, metavar="FILE", help=".xlsx / .csv")
