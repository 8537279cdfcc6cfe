"""What a return carries: gathered at the region, taken at the agency; a receipt is only the first of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import PREFIX, AgencySettings
from meritdesk.core.approvals import newer
from meritdesk.core.corrections import fresh_ones
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import NOTED, KeyCard, OpenedPackage, PackageKind, Receipt, ReceiptCode
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.reference import OfferState, ReferenceData, ReferenceOffer
from meritdesk.core.returned import ReturnContent
from meritdesk.core.trust import DeviceRole, is_in_force, role_of
from meritdesk.core.trust_files import Taken
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.keys import Keys
from meritdesk.services.handover.outgoing import enter_outgoing, next_header
from meritdesk.services.handover.team_words import take_words, words_for
from meritdesk.services.ports import Surroundings, Work

WISHES = "reference."
"""Settings of the region whose name begins so are what it wishes for the settings of its agencies."""

GIVEN = "GIVEN"
"""The state of a return that answers no package: nothing comes back for it."""


@dataclass(frozen=True, slots=True)
class RegionWord:
    """What the region says to every agency alike: reference data and its trust list."""

    reference: ReferenceData
    trust_list: bytes


@dataclass(frozen=True, slots=True)
class Brought:
    """What a return brought beside a receipt; ``waits_for_groups`` when the first trust list must be compared first.

    ``locked`` are the periods on which its newest word is a lock.
    """

    corrections: int = 0
    approvals: int = 0
    has_reference: bool = False
    trust_list: Taken | None = None
    waits_for_groups: bool = False
    locked: tuple[str, ...] = ()
    teams: int = 0


NOTHING_BROUGHT = Brought()


@dataclass(frozen=True, slots=True)
class ReturnOutcome:
    """A return made for an agency, and what is in it."""

    path: Path
    agency_code: str
    corrections: int
    approvals: int
    has_reference: bool
    has_trust_list: bool
    reissued: bool


@dataclass(frozen=True, slots=True)
class Returns:
    """Verbs of returns at the region."""

    around: Surroundings

    def waiting(self, agency_code: str) -> ReturnContent:
        """What a return made now would carry; nothing is written."""
        require(self.around.actor, Action.READ)
        own = region_word(self.around)
        with self.around.store.reading(agency_code) as work:
            return waiting_content(work, own, None, agency_code)

    def make(self, agency_code: str, out: Path) -> ReturnOutcome:
        """Make the return of everything that waits for an agency, without a package to answer.

        The same content again writes the same file. ``PKG-754`` nothing waits, ``PKG-755`` at an agency, ``PKG-756``
        an agency whose keys are not known here.
        """
        require(self.around.actor, Action.RECEIVE)
        require_region(self.around)
        own = region_word(self.around)
        store, exchange = self.around.store, self.around.exchange
        with store.writing(self.around.actor, "handover.returns.make", agency_code=agency_code) as work:
            readers = agency_cards(work, agency_code)
            content = waiting_content(work, own, None, agency_code)
            if content.is_empty:
                raise UsageRefusal("PKG-754", agency=agency_code)
            digest = exchange.record_digest({"agency": agency_code, "content": exchange.return_digest(content)})
            line = next(
                (
                    one
                    for one in work.ledger.outgoing()
                    if one.content_digest == digest and one.epoch == work.ledger.epoch()
                ),
                None,
            )
            reissued = line is not None
            if line is None:
                period = Period(self.around.clock().year, PeriodKind.YEAR).code
                line, data = freeze(self.around, work, readers, content, period, digest)
                work.commit()
            else:
                data = work.ledger.outgoing_data(line.package_id)
        path = exchange.write_package(data, ready_folder(out), line.file_name)
        return ReturnOutcome(
            path,
            agency_code,
            len(content.corrections),
            len(content.approvals),
            content.reference is not None,
            bool(content.trust_list),
            reissued,
        )


def require_region(around: Surroundings) -> None:
    """``PKG-755`` at an agency."""
    if not around.store.agency.is_region:
        raise UsageRefusal("PKG-755")


def require_agency(around: Surroundings) -> None:
    """``PKG-757`` at the region."""
    if around.store.agency.is_region:
        raise UsageRefusal("PKG-757")


def agency_cards(work: Work, agency_code: str) -> tuple[KeyCard, ...]:
    """The devices of an agency that can read what is written to it, its primary first; ``PKG-756`` without any."""
    cards = [
        card
        for card in work.ledger.cards()
        if card.agency_code == agency_code and not card.is_region and is_in_force(card)
    ]
    if not cards:
        raise UsageRefusal("PKG-756", agency=agency_code)
    return tuple(sorted(cards, key=lambda card: role_of(card) is not DeviceRole.PRIMARY))


def region_word(around: Surroundings) -> RegionWord:
    """What this region says to every agency; it is read before a file is worked on, since it is the region's own."""
    with around.store.reading() as work:
        wishes = {
            name: value
            for name in (one.name for one in fields(AgencySettings))
            if (value := work.setting(WISHES + PREFIX + name))
        }
        data = ReferenceData(
            holidays=work.holidays.all(),
            packs=tuple(replace(pack, taken_from="", taken_on=None) for pack in work.reference.packs()),
            settings=wishes,
        )
        return RegionWord(data, work.trust.data())


def waiting_content(work: Work, own: RegionWord, receipt: Receipt | None, agency_code: str) -> ReturnContent:
    """Everything that waits for the agency of this work; reference data and approvals always go whole."""
    answers = work.corrections.answers()
    reference = replace(own.reference, units=work.reference.namings())
    return ReturnContent(
        receipt=receipt,
        corrections=tuple(one for one in work.corrections.all() if one.correction_id not in answers),
        approvals=work.approvals.all(),
        reference=None if reference.is_empty else reference,
        trust_list=own.trust_list,
        teams=words_for(work, agency_code),
    )


def freeze(
    around: Surroundings,
    work: Work,
    readers: Sequence[KeyCard],
    content: ReturnContent,
    period: str,
    digest: str = "",
) -> tuple[OutgoingLine, bytes]:
    """Give a return its number and keep its bytes, in the transaction of the caller; its corrections are sent now."""
    keys = around.store.keys
    header = next_header(around, work, PackageKind.RETURN, readers[0].agency_code, period)
    sealed = around.exchange.pack(header, content, keys, (*readers, keys.card))
    receipt = content.receipt
    line = enter_outgoing(
        around,
        work,
        header,
        sealed,
        receipt.code.value if receipt is not None else GIVEN,
        receipt_number=receipt.number if receipt is not None else "",
        content_digest=digest,
        counts=receipt.counts if receipt is not None else None,
    )
    work.corrections.save([replace(one, sent_in=header.package_id) for one in content.corrections if not one.sent_in])
    return line, sealed.data


def noted_receipt(opened: OpenedPackage) -> Receipt:
    """What the inbox book keeps of a return without a receipt: its own number, and nothing counted."""
    header = opened.header
    return Receipt(
        number=f"{NOTED}{header.epoch[:8]}-{header.sequence:06d}",
        code=ReceiptCode.ACCEPTED,
        package_id=header.package_id,
        sender=header.sender,
        period=header.period,
        epoch=header.epoch,
        sequence=header.sequence,
        payload_digest=opened.payload_digest,
        counts={},
    )


def take_list_first(around: Surroundings, content: ReturnContent) -> Brought:
    """Hold the trust list of a return before anything else of it, as a list that came by itself would be held.

    The first list of a desk waits, kept here: its groups must be typed from the circular. Refusals as
    ``keys.take_list``.
    """
    if not content.trust_list:
        return Brought()
    with around.store.reading() as work:
        is_first = work.trust.held() is None
    if not is_first:
        return Brought(trust_list=Keys(around).take_list(content.trust_list).taken)
    around.keysmith.verify_list(content.trust_list)
    return Brought(waits_for_groups=True)


def take_parts(around: Surroundings, work: Work, opened: OpenedPackage, before: Brought) -> Brought:
    """Keep corrections, approvals and reference data of a return; whatever is known already changes nothing."""
    content = opened.returned
    assert content is not None
    fresh = fresh_ones(work.corrections.all(), content.corrections)
    work.corrections.save([replace(one, sent_in=opened.header.package_id) for one in fresh])
    known = {one.period: one for one in work.approvals.all()}
    words = [one for one in content.approvals if newer(known.get(one.period), one)]
    for one in words:
        work.approvals.save(one)
    has_reference = content.reference is not None and _offered(around, work, opened, content.reference)
    if before.waits_for_groups:
        _lay_list_by(around, work, content.trust_list)
    locked = tuple(sorted(one.period for one in words if one.is_locked))
    return replace(
        before,
        corrections=len(fresh),
        approvals=len(words),
        has_reference=has_reference,
        locked=locked,
        teams=take_words(work, content.teams),
    )


def _lay_list_by(around: Surroundings, work: Work, data: bytes) -> None:
    """Keep the first trust list until its groups are compared; of several the newest waits (F46)."""
    arrived, waiting = around.keysmith.verify_list(data), work.trust.laid_by()
    if waiting and around.keysmith.verify_list(waiting).content.place.rank >= arrived.content.place.rank:
        return
    work.trust.lay_by(data, arrived.digest)


def _offered(around: Surroundings, work: Work, opened: OpenedPackage, data: ReferenceData) -> bool:
    """Lay reference data before the clerk, unless it is what he knows or older than that (F46)."""
    header = opened.header
    offers = work.reference.offers()
    offer = ReferenceOffer(header.package_id, header.sender, header.epoch, header.sequence, around.clock().date(), data)
    same_stream = [one for one in offers if (one.sender, one.epoch) == (offer.sender, offer.epoch)]
    newest = max(same_stream, key=lambda one: one.sequence, default=None)
    if newest is not None and (newest.sequence >= offer.sequence or newest.data == data):
        return False
    for one in offers:
        if one.state is OfferState.WAITING:
            work.reference.save_offer(replace(one, state=OfferState.REPLACED))
    work.reference.save_offer(offer)
    return True
