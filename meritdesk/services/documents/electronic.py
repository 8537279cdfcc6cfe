"""Electronic signatures, if the office wants them: sheets are signed with a key file, one signer after the other.

Every signature is written behind what is there, so earlier ones stay good. What is signed is known to the register by
the digest of each file that came out; the unsigned paper stays known too. The key file is never kept, nor its
passphrase. Nothing is fetched from anywhere unless a timestamp service is named.
"""

from __future__ import annotations

import contextlib
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import SignerRole
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.notation import printed_date
from meritdesk.core.signatures import Certificate, SigningRecord, field_box
from meritdesk.half_written import clear, give_name, mark
from meritdesk.services.changes import Step, no_step
from meritdesk.services.documents.sheets_to_sign import (
    HeldSheet,
    SheetRefused,
    SheetsFound,
    SigningWish,
    held_sheets,
    listed,
    place_for,
    refused_sheet,
)
from meritdesk.services.folders import ready_folder
from meritdesk.services.paper_moves import PaperMover
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.ports.signing import SigningKey

_SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """One signature that was made."""

    number: str
    owner: str
    role: SignerRole
    signer: str
    path: Path
    left: int


@dataclass(frozen=True, slots=True)
class SigningOutcome:
    """What was signed with which certificate, what was not, and what the clerk should know (codes)."""

    certificate: Certificate
    signed: tuple[SignedSheet, ...]
    refused: tuple[SheetRefused, ...]
    remarks: tuple[tuple[str, dict[str, object]], ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class ElectronicSignatures:
    """Verbs of the electronic signature."""

    around: Surroundings

    @property
    def is_ready(self) -> bool:
        """Whether the optional part that reads and writes signatures is installed."""
        return self.around.signatures.is_ready

    def certificate(self, p12: Path, passphrase: str) -> Certificate:
        """Whose certificate a key file holds (``DOC-641`` to ``DOC-647``)."""
        require(self.around.actor, Action.READ)
        return self.around.signatures.open_key(p12, passphrase).certificate

    def find(self, paths: Sequence[Path], step: Step = no_step) -> SheetsFound:
        """The sheets in these files and folders, with whose turn it is to sign; a sheet signed further is not repeated.

        Of several files of one document only the one with the most signatures is listed.
        """
        require(self.around.actor, Action.READ)
        held, others = held_sheets(self.around, paths, step)
        newest: dict[str, HeldSheet] = {}
        for one in held:
            known = newest.get(one.document.document_id)
            if known is None or len(one.chain) > len(known.chain):
                newest[one.document.document_id] = one
        sheets = tuple(listed(one) for one in newest.values())
        return SheetsFound(sheets, tuple((one.name, one.code) for one in others))

    def find_number(self, number: str, folder: Path, step: Step = no_step) -> tuple[Path, ...]:
        """The files in a folder that hold the document of this number, most signed first; ``DOC-655`` without any."""
        require(self.around.actor, Action.READ)
        held, _ = held_sheets(self.around, [folder], step)
        found = [one for one in held if one.document.number == number]
        if not found:
            raise UsageRefusal("DOC-655", number=number, folder=str(folder))
        found.sort(key=lambda one: (one.document.copy, len(one.chain)), reverse=True)
        return tuple(dict.fromkeys(one.path for one in found))

    def sign(
        self, paths: Sequence[Path], wish: SigningWish, step: Step = no_step, numbers: Sequence[str] = ()
    ) -> SigningOutcome:
        """Sign the sheets in these files and folders, each into a file of its own, and note every signature.

        A sheet out of a file with many is taken out of it first. ``numbers`` limits to these documents. Sheets that
        cannot be signed are listed; where only one is meant it is a refusal. Cancelling or a fault leaves no file and
        no note. ``DOC-640`` to ``DOC-647`` for the optional part, the key file and the certificate.
        """
        require(self.around.actor, Action.PRINT)
        self.around.signatures.require()
        key = self.around.signatures.open_key(wish.p12, wish.passphrase)
        now = self.around.clock()
        if not key.certificate.is_valid_at(now):
            raise UsageRefusal(
                "DOC-645",
                holder=key.certificate.holder,
                valid_from=printed_date(key.certificate.valid_from.date()),
                valid_to=printed_date(key.certificate.valid_to.date()),
            )
        held, refused = held_sheets(self.around, paths, no_step)
        held = [one for one in held if not numbers or one.document.number in numbers]
        ready: list[tuple[HeldSheet, int]] = []
        for one in held:
            try:
                ready.append((one, place_for(one, key.certificate, wish)))
            except Refusal as refusal:
                refused.append(refused_sheet(one, refusal))
        if not ready and len(refused) == 1:
            kind = UsageRefusal if refused[0].number else FileRefusal
            raise kind(refused[0].code, **refused[0].facts)
        if not ready and not refused:
            raise UsageRefusal("DOC-665")
        out = ready_folder(wish.out)
        signed, late, changes = self._carry_out(ready, key, wish, out, now, step)
        return SigningOutcome(
            key.certificate, signed, (*refused, *late), self._remarks(key.certificate, wish, now), changes
        )

    def lines(self, search: str = "", offset: int = 0, limit: int = 200) -> tuple[SigningRecord, ...]:
        """One block of the signatures made here, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.signatures.lines(search, offset, limit)

    def count(self, search: str = "") -> int:
        """How many signatures a search finds."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.signatures.count(search)

    def _carry_out(
        self,
        ready: Sequence[tuple[HeldSheet, int]],
        key: SigningKey,
        wish: SigningWish,
        out: Path,
        now: datetime,
        step: Step,
    ) -> tuple[tuple[SignedSheet, ...], tuple[SheetRefused, ...], Changes]:
        made: list[tuple[Path, Path, SigningRecord, SignedSheet]] = []
        late: list[SheetRefused] = []
        taken: set[Path] = set()
        clear(out)
        step(0, len(ready))
        try:
            for done, (one, place) in enumerate(ready, 1):
                try:
                    base, data = self._signed(one, place, key, wish, now)
                except Refusal as refusal:
                    if len(ready) == 1 or refusal.code == "DOC-662":
                        raise
                    late.append(refused_sheet(one, refusal))
                    continue
                target = _free_target(out, one, taken, self.around.store.agency.file_mark)
                aside = out / f".meritdesk-{mark()}.part"
                record = _record(one, place, key.certificate, wish, now, base, data, target.name)
                left = len(one.document.places) - len(one.chain) - 1
                sheet = SignedSheet(one.document.number, one.owner, record.role, record.signer_name, target, left)
                made.append((aside, target, record, sheet))
                _write(aside, data)
                step(done, len(ready))
            with self.around.store.writing(
                self.around.actor, "documents.electronic.sign", reason=wish.reason.strip()
            ) as work:
                work.signatures.save([record for _, _, record, _ in made])
                self._note_on_the_way(work, [record for _, _, record, _ in made], key.certificate, ready)
                for aside, target, _, _ in made:
                    give_name(aside, target)
                changes = work.commit()
        except BaseException:
            # A signed file that is in no register would be unknown to the next one who asks.
            for aside, target, _, _ in made:
                for path in (aside, target):
                    with contextlib.suppress(OSError):
                        path.unlink(missing_ok=True)
            raise
        return tuple(sheet for *_, sheet in made), tuple(late), changes

    def _note_on_the_way(
        self,
        work: Work,
        records: Sequence[SigningRecord],
        certificate: Certificate,
        ready: Sequence[tuple[HeldSheet, int]],
    ) -> None:
        """Papers that go round are signed by this too: noted for the person printed, when the certificate is his.

        What the way of a paper does not allow is no reason against a signature that has been made.
        """
        own = {one.document.document_id for one, place in ready if certificate.names(one.document.places[place])}
        noted = [one for one in records if one.document_id in own and one.role is not SignerRole.OTHER]
        if not noted:
            return
        ids = [one.document_id for one in noted]
        role, day = noted[0].role, noted[0].signed_at.date()
        mover = PaperMover.gather(self.around, work, ids)
        mover.each(ids, lambda hand: mover.sign(hand, role, day, "", noted[0].reason))
        mover.write()

    def _signed(
        self, one: HeldSheet, place: int, key: SigningKey, wish: SigningWish, now: datetime
    ) -> tuple[str, bytes]:
        """The digest of what was signed and the signed bytes; read once, so that nothing can be put in between."""
        try:
            data = one.path.read_bytes()
        except OSError as error:
            raise FileRefusal("DOC-410", path=str(one.path)) from error
        if hashlib.sha256(data).hexdigest() != one.digest:
            raise FileRefusal("DOC-648", name=one.path.name)
        if not one.is_alone:
            data = self.around.press.take_out(data, one.document.first_page, one.document.pages)
        places = one.document.places
        left, bottom, right, top = field_box(places[place])
        certificate = key.certificate
        picture = self.around.press.signature_picture(
            certificate.holder, certificate.issuer, now, right - left, top - bottom
        )
        signed = self.around.signatures.sign(
            data, key, places, place, picture, now, wish.reason.strip(), self.around.store.agency.place,
            wish.timestamp_service,
        )  # fmt: skip
        return hashlib.sha256(data).hexdigest(), signed

    def _remarks(
        self, certificate: Certificate, wish: SigningWish, now: datetime
    ) -> tuple[tuple[str, dict[str, object]], ...]:
        """What is missing or will be: no timestamp, an authority not believed here, a certificate running out."""
        with self.around.store.reading() as work:
            anchors = work.anchors.all()
        remarks: list[tuple[str, dict[str, object]]] = []
        if not wish.timestamp_service:
            remarks.append(("DOC-667", {"valid_to": printed_date(certificate.valid_to.date())}))
        if not any(one.certificate.holder == certificate.issuer for one in anchors):
            remarks.append(("DOC-668", {"issuer": certificate.issuer}))
        if certificate.valid_to - now < _SOON:
            remarks.append(
                ("DOC-669", {"holder": certificate.holder, "valid_to": printed_date(certificate.valid_to.date())})
            )
        return tuple(remarks)


def _record(
    one: HeldSheet,
    place: int,
    certificate: Certificate,
    wish: SigningWish,
    now: datetime,
    base: str,
    data: bytes,
    name: str,
) -> SigningRecord:
    return SigningRecord(
        signature_id=str(uuid.uuid4()),
        document_id=one.document.document_id,
        place=place,
        role=one.document.places[place].role,
        signer_name=one.document.places[place].name,
        holder=certificate.holder,
        subject=certificate.subject,
        issuer=certificate.issuer,
        fingerprint=certificate.fingerprint,
        signed_at=now,
        original_digest=one.chain[0].original_digest if one.chain else base,
        base_digest=base,
        file_digest=hashlib.sha256(data).hexdigest(),
        file_name=name,
        reason=wish.reason.strip(),
    )


def _free_target(out: Path, one: HeldSheet, taken: set[Path], mark: str) -> Path:
    """A name of codes only: number, version, copy, and how many signatures the file has."""
    document = one.document
    stem = (
        f"{document.number.replace('/', '-')}-V{document.record_version}-C{document.copy}-ttd{len(one.chain) + 1}{mark}"
    )
    target = out / f"{stem}.pdf"
    again = 2
    while target in taken or target.exists():
        target = out / f"{stem}-{again}.pdf"
        again += 1
    taken.add(target)
    return target


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FileRefusal("DOC-401", path=path.parent.name, cause=error.strerror or str(error)) from error
