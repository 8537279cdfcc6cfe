"""Who signs what, asked of the dated register: for the papers that go round, for own sheets and for printing."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.career import short_day
from meritdesk.core.documents import Form, Sheet, SignerRole
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.office_paper import PaperSignature
from meritdesk.core.people import LegalStatus, Person, PersonBlock
from meritdesk.core.signers import SignerRegister, SigningBlock, SigningLine, signing_block
from meritdesk.services.clocks import office_settings
from meritdesk.services.ports import Store, Surroundings, Work

_FIRST_DAY = date(2022, 1, 31)


def signer_register(work: Work) -> SignerRegister:
    """The register of signers as it stands."""
    return SignerRegister(work.people.all(), work.units.all(), work.history.all(), work.mandates.all())


def office_signature(around: Surroundings, work: Work, day: date, unit_id: str = "") -> PaperSignature | None:
    """The signature place of whoever signs own sheets for a unit on a day, with capacity, rank line and NIP.

    Without a unit it is the one that the agency has named in its settings; where it named none, own sheets of this kind
    bear no signature of the office. ``DOC-592`` when nobody may sign for the unit on that day.
    """
    wanted = unit_id or office_settings(work).office_unit.strip()
    if not wanted:
        return None
    register = signer_register(work)
    unit = next((one for one in register.units if wanted in (one.unit_id, one.source_id)), None)
    if unit is None:
        raise UsageRefusal("USE-103", unit=wanted)
    signer = register.office_signer(unit.unit_id, day)
    rank = around.rulebook.in_force(max(day, _FIRST_DAY)).rank_name(signer.person.grade)
    shown = f"{rank} / {signer.person.grade}" if rank else signer.person.grade
    units = {one.unit_id: one for one in register.units}
    return PaperSignature("", signing_block(signer.person, units, shown, signer.line, shows_rank=True), day)


@dataclass(frozen=True, slots=True)
class SheetSigners:
    """The signature places of printed forms: the line of an acting signer, the rank where the office wants it."""

    register: SignerRegister
    by_nip: Mapping[str, Person]
    shows_rank: bool
    today: date

    @classmethod
    def gather(cls, around: Surroundings, work: Work) -> SheetSigners:
        """Read the register once for as long as nothing is written."""
        head = work.journal.head()
        key = (head.count, head.digest, around.clock().date())
        known = _READ.get(around.store)
        if known is None or known[0] != key:
            register = signer_register(work)
            by_nip = {person.nip: person for person in register.people if person.nip}
            shows_rank = office_settings(work).signature_rank
            known = key, cls(register, by_nip, shows_rank, around.clock().date())
            _READ[around.store] = known
        return known[1]

    def dressed(self, sheet: Sheet, ratee_id: str) -> Sheet:
        """The sheet with what stands at its signature places beside name and NIP, by the day of each signature.

        An evaluation names the unit that its rater leads; a plan belongs to the unit of today.
        """
        ratee = self.register.tree(self.today).people.get(ratee_id)
        unit_id = sheet.evaluation.led_unit_id if sheet.evaluation else ratee.unit_id if ratee else ""
        rated_on = sheet.signed_on if sheet.form is not Form.D_1_2 else None
        above_on = sheet.superior_signed_on or (sheet.signed_on if sheet.form is Form.D_1_2 else None)
        return replace(
            sheet,
            ratee=self._block(sheet.ratee, None),
            rater=self._block(sheet.rater, self._line(sheet.rater, unit_id, rated_on)),
            superior=self._block(sheet.superior, self._line(sheet.superior, unit_id, above_on))
            if sheet.superior is not None
            else None,
        )

    def missing(
        self, form: Form, steps: tuple[SignerRole, ...], parties: tuple[PersonBlock, ...], signed_on: date | None
    ) -> UsageRefusal | None:
        """Why one of the signers of a document cannot be named on the day of signing; nothing when all can.

        ``DOC-606`` nobody is known, ``DOC-605`` whoever is printed has left: he can sign nothing any more, unless he
        did so before.
        """
        for role in steps:
            if role is SignerRole.RATEE:
                continue
            place = 1 if role is SignerRole.RATER else 2
            block = parties[place] if len(parties) > place else None
            if block is None or block.name.strip() in ("", "-"):
                return UsageRefusal("DOC-606", role=f"SIGNERROLE:{role.name}")
            person = self.by_nip.get(block.nip)
            if person is None or signed_on is not None:
                continue
            if self.register.tree(self.today).people[person.person_id].legal_status is LegalStatus.LEFT:
                return UsageRefusal(
                    "DOC-605",
                    name=block.name,
                    role=f"SIGNERROLE:{role.name}",
                    day=short_day(self.today),
                    status="STATUS:LEFT",
                )
        return None

    def _line(self, block: PersonBlock | None, unit_id: str, day: date | None) -> SigningLine | None:
        person = self.by_nip.get(block.nip) if block is not None and block.nip else None
        return self.register.acting_line(person.person_id, unit_id, day or self.today) if person else None

    def _block(self, block: PersonBlock, line: SigningLine | None) -> PersonBlock:
        if line is None and not self.shows_rank:
            return block
        return SigningBlock(
            block.name, block.nip, block.rank, block.position, block.unit, line=line, shows_rank=self.shows_rank
        )


_READ: weakref.WeakKeyDictionary[Store, tuple[object, SheetSigners]] = weakref.WeakKeyDictionary()
"""The register as it was read last, by store: thousands of sheets are dressed from one reading."""
