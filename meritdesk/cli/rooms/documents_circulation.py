"""Papers that go round on the command line: what is out, given out, signed, brought back, called back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, blocked_lines, blocked_values, counted, figure, listed, more
from meritdesk.cli.options import DATE, NUMBER
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.circulation import OUT_STAGES, PaperStage
from meritdesk.core.documents import PaperSize, PaperStyle, SignerRole
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.documents.circulation import CirculationQuery, PaperLine
from meritdesk.services.paper_moves import MoveOutcome

_GIVEN = {
    "rater": PaperStage.AT_RATER,
    "employee": PaperStage.AT_EMPLOYEE,
    "superior": PaperStage.AT_SUPERIOR,
    "leader": PaperStage.AT_LEADER,
    "lost": PaperStage.LOST,
    "withdrawn": PaperStage.WITHDRAWN,
}


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    stages = frozenset(PaperStage(one) for one in chosen.stage) if chosen.stage else OUT_STAGES
    query = CirculationQuery(
        year=chosen.year,
        stages=frozenset(PaperStage) if chosen.all else stages,
        unit_ids=desk.register.branch(chosen.unit) if chosen.unit else (),
        holder=chosen.holder,
        forms=tuple(form.upper() for form in chosen.form),
        search=chosen.search,
        only_overdue=chosen.overdue,
        only_recalled=chosen.recalled,
    )
    board = desk.documents.circulation.board(query)
    values = {
        "verb": "documents circulation list",
        "year": board.year,
        "today": board.today,
        "stages": {stage.value: board.stages.get(stage, 0) for stage in PaperStage},
        "holders": [{"name": name, "papers": count} for name, count in board.holders],
        "overdue": board.overdue,
        "recalled": board.recalled,
        "papers": [_values(line) for line in board.lines],
    }
    heads = [
        words.label(f"COLUMN:{name}")
        for name in ("NUMBER", "COPY", "NAME", "PAPER_STAGE", "HOLDER", "WORKING_DAYS", "NEXT_STEP")
    ]
    rows = [
        (
            line.view.paper.number,
            line.view.paper.copy,
            line.view.paper.name,
            words.label_of(line.view.state.stage),
            line.view.state.holder,
            "-" if line.days is None else line.days,
            words.label_of(line.next_step),
        )
        for line in board.lines
    ]
    text = listed(heads, rows[:SHOWN], words)
    facts = {
        "out": figure(sum(board.stages.get(stage, 0) for stage in OUT_STAGES), words),
        "overdue": figure(board.overdue, words),
        "recalled": figure(board.recalled, words),
    }
    summary = words.reason("CLI-PAPERS-OUT", facts)
    return Answer(
        values, [summary, *text, *more(len(rows) - SHOWN, words)], 1 if board.overdue or board.recalled else 0
    )


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    line = desk.documents.circulation.find(chosen.paper)
    view = line.view
    values = {
        "verb": "documents circulation show",
        **_values(line),
        "history": [
            {
                "on": one.on,
                "stage": one.stage.value if one.stage else "",
                "holder": one.holder,
                "signed": one.signed.value if one.signed else "",
                "signer": one.signer,
                "capacity": one.capacity.value if one.signed else "",
                "entered_by": one.entered_by,
                "reason": one.reason,
            }
            for one in view.entries
        ],
    }
    standing = words.label_of(view.standing)
    lines = [f"{view.paper.number} v{view.paper.version} #{view.paper.copy} · {view.paper.name} · {standing}"]
    for one in view.entries:
        told = [words.label_of(one.stage)] if one.stage else []
        told += [one.holder] if one.holder else []
        if one.signed is not None:
            told.append(
                words.reason("CLI-PAPER-SIGNED", {"role": words.label_of(one.signed), "name": one.signer or "-"})
            )
        lines.append(f"  {one.on or '-'} · {' · '.join(told)}" + (f" ({one.reason})" if one.reason else ""))
    lines.append(words.reason("CLI-NEXT-STEP", {"step": words.label_of(line.next_step)}))
    return Answer(values, lines)


def _give(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.move(
        _papers(desk, chosen), _GIVEN[chosen.to], chosen.on, chosen.holder, chosen.reason
    )
    return _moved("documents circulation give", outcome, words)


def _sign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.sign(
        _papers(desk, chosen), SignerRole(chosen.role), chosen.on, chosen.signer, chosen.reason
    )
    return _moved("documents circulation sign", outcome, words)


def _back(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.bring_back(
        _papers(desk, chosen), chosen.on, not chosen.unsigned, chosen.signed_on, chosen.reason
    )
    return _moved("documents circulation back", outcome, words)


def _scanned(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.note_scanned(_papers(desk, chosen), chosen.on)
    return _moved("documents circulation scanned", outcome, words)


def _call_back(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.print_call_back(
        chosen.year, chosen.out, chosen.holder, PaperStyle(PaperSize(chosen.paper)), step("lembar penarikan", words)
    )
    values = {
        "verb": "documents circulation call-back",
        "file": outcome.file.path,
        "digest": outcome.file.digest,
        "pages": outcome.file.pages,
        "numbers": outcome.numbers,
    }
    facts = {"count": figure(len(outcome.numbers), words), "file": str(outcome.file.path)}
    return Answer(values, [words.reason("CLI-CALL-BACK", facts)])


def _reprint(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.circulation.reprint(
        chosen.paper, chosen.out, chosen.version, PaperStyle(PaperSize(chosen.size))
    )
    values = {
        "verb": "documents circulation reprint",
        "number": outcome.number,
        "version": outcome.version,
        "copy": outcome.copy,
        "standing": outcome.standing.value,
        "file": outcome.file.path,
        "digest": outcome.file.digest,
    }
    facts = {
        "number": f"{outcome.number} v{outcome.version} #{outcome.copy}",
        "standing": words.label_of(outcome.standing),
        "file": Path(outcome.file.path).name,
    }
    return Answer(values, [words.reason("CLI-REPRINTED", facts)])


def _papers(desk: Desk, chosen: argparse.Namespace) -> list[str]:
    """The papers named by number or QR; the first unknown one is a refusal, nothing is moved then."""
    return [desk.documents.circulation.find(text).view.paper.document_id for text in chosen.paper]


def _moved(verb: str, outcome: MoveOutcome, words: Messages) -> Answer:
    numbers = {
        "asked": outcome.asked,
        "changed": len(outcome.moved),
        "same": outcome.same,
        "refused": len(outcome.refused),
    }
    values = {
        "verb": verb,
        "counts": numbers,
        "refused": blocked_values(outcome.refused, words),
        "remarks": [
            {
                "number": one.number,
                "code": one.reason.code,
                "message": words.sentence(one.reason.code, one.reason.facts),
            }
            for one in outcome.remarks
        ],
        "change_set": outcome.changes.change_set_id,
    }
    lines = [counted(numbers, words), *blocked_lines(outcome.refused, words)]
    for one in outcome.remarks[:SHOWN]:
        lines.append(f"  {one.reason.code}: {words.sentence(one.reason.code, one.reason.facts)}")
    return Answer(values, [*lines, *more(len(outcome.remarks) - SHOWN, words)], 1 if outcome.refused else 0)


def _values(line: PaperLine) -> dict[str, object]:
    paper, state = line.view.paper, line.view.state
    return {
        "number": paper.number,
        "version": paper.version,
        "copy": paper.copy,
        "form": paper.form.value,
        "period": paper.period.code,
        "nip": paper.nip,
        "name": paper.name,
        "unit": line.unit_name,
        "standing": line.view.standing.value,
        "stage": state.stage.value,
        "holder": state.holder,
        "since": state.since,
        "working_days": line.days,
        "limit": line.deadline.limit if line.deadline else None,
        "is_overdue": line.is_overdue,
        "signed": [role.value for role in state.signatures],
        "next_step": line.next_step.value,
    }


_ACTS: Mapping[str, Callable[[Desk, argparse.Namespace, Messages], Answer]] = {
    "list": _list,
    "show": _show,
    "give": _give,
    "sign": _sign,
    "back": _back,
    "scanned": _scanned,
    "call-back": _call_back,
    "reprint": _reprint,
}

VERBS: Mapping[str, Verb] = {"circulation": lambda desk, chosen, words: _ACTS[chosen.act](desk, chosen, words)}


def grammar(verbs: Verbs) -> None:
    """The words of the papers that go round, in the room of documents."""
    acts = verbs.add_parser("circulation").add_subparsers(dest="act", metavar="ACT", required=True)
    listed = acts.add_parser("list")
    listed.add_argument("--year", type=NUMBER, required=True)
    listed.add_argument("--stage", action="append", default=[], choices=[one.value for one in PaperStage])
    listed.add_argument("--all", action="store_true")
    listed.add_argument("--unit", default="", metavar="ID")
    listed.add_argument("--holder", default="", metavar="NAME")
    listed.add_argument("--form", action="append", default=[])
    listed.add_argument("--search", default="", metavar="TEXT")
    listed.add_argument("--overdue", action="store_true")
    listed.add_argument("--recalled", action="store_true")
    acts.add_parser("show").add_argument("paper", help="nomor atau isi kode QR / number or text of the QR")
    give = acts.add_parser("give")
    give.add_argument("--to", required=True, choices=tuple(_GIVEN))
    give.add_argument("--holder", default="", metavar="NAME-OR-NIP")
    sign = acts.add_parser("sign")
    sign.add_argument("--role", required=True, choices=[one.value for one in SignerRole])
    sign.add_argument("--signer", default="", metavar="NIP")
    back = acts.add_parser("back")
    back.add_argument("--unsigned", action="store_true")
    back.add_argument("--signed-on", type=DATE, default=None, metavar="DAY")
    scanned = acts.add_parser("scanned")
    for act in (give, sign, back, scanned):
        act.add_argument("paper", nargs="+", help="nomor atau isi kode QR / number or text of the QR")
        act.add_argument("--on", type=DATE, default=None, metavar="DAY")
    for act in (give, sign, back):
        act.add_argument("--reason", default="", metavar="TEXT")
    call_back = acts.add_parser("call-back")
    call_back.add_argument("--year", type=NUMBER, required=True)
    call_back.add_argument("--holder", default="", metavar="NAME")
    call_back.add_argument("--out", type=Path, required=True, metavar="DIR")
    call_back.add_argument("--paper", default=PaperSize.FOLIO.value, choices=[size.value for size in PaperSize])
    again = acts.add_parser("reprint")
    again.add_argument("paper", help="nomor atau isi kode QR / number or text of the QR")
    again.add_argument("--version", type=NUMBER, default=None, metavar="N")
    again.add_argument("--out", type=Path, required=True, metavar="DIR")
    again.add_argument("--size", default=PaperSize.FOLIO.value, choices=[size.value for size in PaperSize])
