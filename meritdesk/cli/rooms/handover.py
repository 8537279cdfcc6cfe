"""Hand-over on the command line: packages, receipts and keys."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, counted, figure, listed, plain
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import (
    handover_inbox,
    handover_keys,
    handover_national,
    handover_outbox,
    handover_returns,
    handover_transfers,
    own_sheets,
)
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.handover import PackageKind
from meritdesk.core.periods import parse_period
from meritdesk.messages import Messages
from meritdesk.services import Desk

_RECEIPT_HEADS = ("DIRECTION", "FILE", "SENDER", "PERIOD", "SEQUENCE", "STATE", "RECEIPT")


def _pack(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    kind = PackageKind.HANDOVER if chosen.colleague else None
    outcome = desk.handover.outbox.pack(parse_period(chosen.period), chosen.out, step("kemas", words), kind)
    values = {
        "verb": "handover pack",
        "file": str(outcome.path),
        "size": outcome.size,
        "payload_digest": outcome.payload_digest,
        "header": plain(outcome.header),
        "counts": outcome.counts,
        "drafts": outcome.drafts,
        "reissued": outcome.reissued,
        "state": outcome.state,
    }
    facts = {"file": outcome.path.name, "evaluations": figure(outcome.counts["evaluations"], words)}
    facts["drafts"] = figure(outcome.drafts, words)
    lines = [words.reason("CLI-REISSUED" if outcome.reissued else "CLI-PACKED", facts)]
    return Answer(values, lines)


def _inspect(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    view = desk.handover.inspect(chosen.file)
    values = {
        "verb": "handover inspect",
        "header": plain(view.header),
        "is_verified": view.is_verified,
        "signer": plain(view.signer),
        "key_id": view.key_id,
        "size": view.size,
        "payload_digest": view.payload_digest,
    }
    lines = [f"  {name}: {value}" for name, value in plain(view.header).items()]
    lines.append(words.reason("CLI-SIGNED-BY" if view.is_verified else "CLI-NOT-VERIFIED", {"name": _signer(values)}))
    return Answer(values, lines, 0 if view.is_verified else 1)


def _signer(values: dict[str, object]) -> str:
    signer = values["signer"]
    return str(signer["agency_name"]) if isinstance(signer, dict) else "-"


def _receive(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.handover.receive(
        chosen.file,
        chosen.out,
        step("terima", words),
        chosen.confirm_new_epoch,
        handover_inbox.consent_of(chosen),
    )
    values = {
        "verb": "handover receive",
        "kind": outcome.header.kind.value,
        "code": outcome.code.value,
        "receipt": plain(outcome.receipt),
        "reply": str(outcome.reply) if outcome.reply else "",
        "unwritten": outcome.unwritten.code if outcome.unwritten else "",
    }
    lines = [words.label(f"RECEIPT:{outcome.code.name}"), counted(outcome.receipt.counts, words)]
    missing = outcome.receipt.missing_sequences
    if missing:
        numbers = ", ".join(map(str, missing[:SHOWN])) + (", …" if len(missing) > SHOWN else "")
        lines.append(words.sentence("CLI-GAP", {"numbers": numbers, "sender": outcome.receipt.sender}))
    if outcome.reply:
        lines.append(words.reason("CLI-REPLY", {"file": outcome.reply.name}))
    if outcome.unwritten is not None:
        lines += [words.reason("CLI-OWED", {}), *words.refusal(outcome.unwritten.code, outcome.unwritten.facts)]
    clean = outcome.code.value in ("A", "D") and outcome.unwritten is None
    return Answer(values, lines, 0 if clean else 1)


def _receipts(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.handover.receipts()
    heads = [words.label(f"COLUMN:{name}") for name in _RECEIPT_HEADS]
    sent = [
        (
            words.label("WAY:OUT"),
            one.file_name,
            "",
            one.period,
            one.sequence,
            words.label(f"SENT:{one.state}"),
            one.receipt_number,
        )
        for one in found.outgoing
    ]
    received = [
        (
            words.label("WAY:IN"),
            "",
            f"{one.sender_name} ({one.sender})",
            one.period,
            one.sequence,
            words.label(f"SENT:{one.code}"),
            one.receipt_number,
        )
        for one in found.incoming
    ]
    rows = [*sent, *received]
    lines = listed(heads, rows, words)
    values = {"verb": "handover receipts", "outgoing": plain(found.outgoing), "incoming": plain(found.incoming)}
    values["owed"] = plain(found.owed)
    return Answer(values, lines)


def _card(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    shown = desk.handover.card(chosen.out)
    facts = {"file": chosen.out.name, "fingerprint": " ".join(shown.fingerprint)}
    return Answer({"verb": "handover card", **plain(shown)}, [words.reason("CLI-CARD", facts)])


def _trust(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    shown = desk.handover.trust(chosen.file)
    facts = {"name": shown.card.agency_name, "fingerprint": " ".join(shown.fingerprint)}
    return Answer({"verb": "handover trust", **plain(shown)}, [words.reason("CLI-TRUSTED", facts)])


def _resume(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.handover.resume_sending()
    values = {"verb": "handover resume-sending", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-SENDING-RESUMED", {})])


VERBS: Mapping[str, Verb] = {
    "resume-sending": _resume,
    "pack": _pack,
    "inspect": _inspect,
    "receive": _receive,
    "receipts": _receipts,
    "receipt": own_sheets.print_receipt,
    "card": _card,
    "trust": _trust,
    **handover_keys.VERBS,
    **handover_national.VERBS,
    **handover_outbox.VERBS,
    **handover_inbox.VERBS,
    **handover_returns.VERBS,
    **handover_transfers.VERBS,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    pack = verbs.add_parser("pack")
    pack.add_argument("--period", required=True)
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    pack.add_argument("--colleague", action="store_true", help="untuk PC rekan / for a colleague's PC")
    handover_outbox.grammar(verbs)
    verbs.add_parser("inspect").add_argument("file", type=Path)
    receive = verbs.add_parser("receive")
    receive.add_argument("file", type=Path)
    receive.add_argument("--out", type=Path, default=None, metavar="DIR", help="folder tanda terima / for the receipt")
    receive.add_argument("--confirm-new-epoch", action="store_true", help="PC pengirim memang diganti atau dipulihkan")
    receive.add_argument("--reason", default="", help="mengapa catatan hilang dapat diterima / why what is missing is")
    receive.add_argument("--second", default="", metavar="NAME", help="orang kedua yang menyetujui / who agrees too")
    handover_inbox.grammar(verbs)
    verbs.add_parser("receipts")
    verbs.add_parser("resume-sending")
    own_sheets.receipt_grammar(verbs)
    verbs.add_parser("card").add_argument("--out", type=Path, required=True, metavar="FILE")
    verbs.add_parser("trust").add_argument("file", type=Path)
    handover_keys.grammar(verbs)
    handover_national.grammar(verbs)
    handover_returns.grammar(verbs)
    handover_transfers.grammar(verbs)
