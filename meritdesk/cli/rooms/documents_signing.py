"""Electronic signatures on the command line: sign sheets, see whose turn it is, keep the list of authorities."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from meritdesk.cli.answers import SHOWN, Answer, day_told, figure, listed, more, plain
from meritdesk.cli.options import FILLED, NUMBER
from meritdesk.cli.passphrases import certificate_passphrase
from meritdesk.cli.progress import step
from meritdesk.cli.rooms.execution_places import chosen_deed
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.documents import SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.signatures import Certificate, TrustAnchor
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.documents.sheets_to_sign import SigningWish

ROLES = {role.name.lower(): role for role in SignerRole}


def _sign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Sign one sheet, named by its file or by its number in a folder."""
    paths: Sequence[Path] = [chosen.file] if chosen.file else []
    numbers: tuple[str, ...] = ()
    if chosen.number:
        if chosen.folder is None:
            raise UsageRefusal("CLI-111", missing="--folder", command="meritdesk documents sign")
        paths = desk.documents.electronic.find_number(chosen.number, chosen.folder)[:1]
        numbers = (chosen.number,)
    elif chosen.file is None:
        raise UsageRefusal("CLI-111", missing="FILE / --number", command="meritdesk documents sign")
    return _carry_out("documents sign", desk, paths, numbers, chosen, words)


def _sign_batch(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    """Sign every sheet in some files and folders for which the certificate fits."""
    return _carry_out("documents sign-batch", desk, chosen.path, (), chosen, words)


def _carry_out(
    verb: str,
    desk: Desk,
    paths: Sequence[Path],
    numbers: tuple[str, ...],
    chosen: argparse.Namespace,
    words: Messages,
) -> Answer:
    out = chosen.out or (paths[0] if paths[0].is_dir() else paths[0].parent)
    wish = SigningWish(
        chosen.p12, certificate_passphrase(words), ROLES[chosen.role], out, chosen.reason, chosen.timestamp
    )
    outcome = desk.documents.electronic.sign(paths, wish, step("tanda tangan", words), numbers)
    values = {
        "verb": verb,
        "certificate": plain(outcome.certificate),
        "signed": plain(outcome.signed),
        "refused": [
            {**one_values, "message": words.sentence(one.code, one.facts)}
            for one in outcome.refused
            for one_values in [{"number": one.number, "owner": one.owner, "file": one.name, "code": one.code}]
        ],
        "remarks": [{"code": code, "message": words.sentence(code, facts)} for code, facts in outcome.remarks],
        "change_set": outcome.changes.change_set_id,
    }
    facts = {
        "count": figure(len(outcome.signed), words),
        "holder": outcome.certificate.holder,
        "folder": str(out),
        "left": figure(len(outcome.refused), words),
    }
    lines = [words.reason("CLI-SIGNED", facts)]
    lines += [
        f"  {one.number} · {words.label_of(one.role)}: {one.signer} → {one.path.name}" for one in outcome.signed[:SHOWN]
    ]
    lines += more(len(outcome.signed) - SHOWN, words)
    lines += [
        f"  {one.number or one.name} {one.owner} · {one.code}: {words.sentence(one.code, one.facts)}"
        for one in outcome.refused[:SHOWN]
    ]
    lines += more(len(outcome.refused) - SHOWN, words)
    lines += [f"  {code}: {words.sentence(code, remark)}" for code, remark in outcome.remarks]
    return Answer(values, lines, 1 if outcome.refused else 0)


def _to_sign(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.electronic.find(chosen.path, step("lembar", words))
    heads = [words.label(f"COLUMN:{name}") for name in ("NUMBER", "NAME", "SIGNED", "NEXT-SIGNER", "FILE")]
    rows = [
        (
            one.document.number,
            one.owner,
            f"{len(one.signed)}/{one.places}",
            words.sentence(one.code, dict(one.facts))
            if one.code
            else (f"{words.label_of(one.role)}: {one.signer}" if one.role else words.label("COLUMN:COMPLETE")),
            one.path.name,
        )
        for one in found.sheets
    ]
    lines = listed(heads, rows, words)
    lines += [f"  {name} · {code}: {words.sentence(code, {'name': name})}" for name, code in found.others[:SHOWN]]
    lines += more(len(found.others) - SHOWN, words)
    values = {
        "verb": "documents to-sign",
        "sheets": [
            {
                "number": one.document.number,
                "owner": one.owner,
                "file": str(one.path),
                "signed": list(one.signed),
                "places": one.places,
                "next_role": one.role.value if one.role else "",
                "next_signer": one.signer,
                "code": one.code,
            }
            for one in found.sheets
        ],
        "others": [{"file": name, "code": code} for name, code in found.others],
    }
    return Answer(values, lines)


def _signatures(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.electronic.lines(chosen.search, chosen.offset, chosen.limit)
    heads = [words.label(f"COLUMN:{name}") for name in ("WHEN", "ROLE", "NAME", "CERTIFICATE", "ISSUER", "FILE")]
    rows = [
        (
            day_told(one.signed_at.date(), words),
            words.label_of(one.role),
            one.signer_name,
            one.holder,
            one.issuer,
            one.file_name,
        )
        for one in found
    ]
    lines = listed(heads, rows, words)
    total = desk.documents.electronic.count(chosen.search)
    return Answer({"verb": "documents signatures", "total": total, "signatures": plain(found)}, lines)


def _certificate(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.electronic.certificate(chosen.file, certificate_passphrase(words))
    return Answer({"verb": "documents certificate", "certificate": plain(found)}, _certificate_lines(found, words))


def _certificate_lines(found: Certificate, words: Messages) -> list[str]:
    facts = {
        "holder": found.holder,
        "issuer": found.issuer,
        "valid_from": day_told(found.valid_from.date(), words),
        "valid_to": day_told(found.valid_to.date(), words),
        "fingerprint": grouped(found.fingerprint),
    }
    return [words.reason("CLI-CERTIFICATE", facts), f"  SHA-256 {grouped(found.fingerprint)}"]


def grouped(fingerprint: str) -> str:
    """A fingerprint as it is read aloud: four signs at a time."""
    return " ".join(fingerprint[start : start + 4].upper() for start in range(0, len(fingerprint), 4))


def _anchor_lines(found: Sequence[TrustAnchor], words: Messages) -> list[str]:
    return [line for one in found for line in _certificate_lines(one.certificate, words)]


def _trust_add(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.documents.authorities.add(chosen.file)
    facts = {"added": figure(len(outcome.added), words), "known": figure(len(outcome.known), words)}
    lines = [words.reason("CLI-TRUST-ADDED", facts), *_anchor_lines((*outcome.added, *outcome.known), words)]
    values = {
        "verb": "documents trust add",
        "added": plain(outcome.added),
        "known": plain(outcome.known),
        "change_set": outcome.changes.change_set_id,
    }
    return Answer(values, lines)


def _trust_list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.documents.authorities.all()
    lines = _anchor_lines(found, words) or [words.reason("CLI-TRUST-NOBODY", {})]
    return Answer({"verb": "documents trust list", "authorities": plain(found)}, lines)


def _trust_remove(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    changes = desk.documents.authorities.remove(chosen.fingerprint)
    values = {"verb": "documents trust remove", "change_set": changes.change_set_id}
    return Answer(values, [words.reason("CLI-TRUST-REMOVED", {})])


VERBS: Mapping[str, Verb] = {
    "sign": _sign,
    "sign-batch": _sign_batch,
    "to-sign": _to_sign,
    "signatures": _signatures,
    "certificate": _certificate,
    "trust": chosen_deed({"add": _trust_add, "list": _trust_list, "remove": _trust_remove}),
}


def grammar(verbs: Verbs) -> None:
    """The words of electronic signatures."""
    one = verbs.add_parser("sign")
    one.add_argument("file", type=Path, nargs="?", default=None)
    one.add_argument("--number", default="", help="nomor dokumen / document number")
    one.add_argument("--folder", type=Path, default=None, metavar="DIR", help="tempat PDF / where the PDF files are")
    _wish(one)
    batch = verbs.add_parser("sign-batch")
    batch.add_argument("path", type=Path, nargs="+", help="PDF, folder")
    _wish(batch)
    verbs.add_parser("to-sign").add_argument("path", type=Path, nargs="+", help="PDF, folder")
    made = verbs.add_parser("signatures")
    made.add_argument("--search", default="", metavar="TEXT")
    made.add_argument("--limit", type=NUMBER, default=200)
    made.add_argument("--offset", type=NUMBER, default=0)
    verbs.add_parser("certificate").add_argument("file", type=Path, help=".p12, .pfx")
    trust = verbs.add_parser("trust", help="penerbit sertifikat tepercaya / trusted authorities").add_subparsers(
        dest="deed", metavar="VERB", required=True
    )
    trust.add_parser("add").add_argument("file", type=Path, help=".crt, .pem, .cer, .p7b")
    trust.add_parser("list")
    trust.add_parser("remove").add_argument("fingerprint", type=FILLED, help="sidik jari / fingerprint")


def _wish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--p12", type=Path, required=True, metavar="FILE", help="berkas sertifikat / certificate file")
    parser.add_argument("--role", choices=tuple(ROLES), required=True)
    parser.add_argument("--out", type=Path, default=None, metavar="DIR")
    parser.add_argument("--reason", default="", metavar="TEXT", help="orang atau urutan lain / another person or order")
    parser.add_argument("--timestamp", default="", metavar="URL", help="layanan cap waktu / timestamp service")
