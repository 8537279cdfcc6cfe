"""Reference data: the region says it once, and each agency takes it whole, after a look, in one change set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import (
    PREFIX,
    SUPERIOR,
    AgencySettings,
    changed_setting,
    setting_text,
    settings_of,
    stored_settings,
)
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.reference import (
    LocalPack,
    OfferState,
    ReferenceData,
    ReferenceFate,
    ReferenceLine,
    ReferenceOffer,
    ReferencePart,
    UnitNaming,
)
from meritdesk.core.working_days import Holiday
from meritdesk.services.deriving import derive
from meritdesk.services.handover.returning import WISHES, RegionWord, region_word, require_agency, require_region
from meritdesk.services.local_packs import count_local_packs
from meritdesk.services.ports import Surroundings, Work

MAX_PACK_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class OfferView:
    """Reference data that waits, and what taking it would do."""

    offer: ReferenceOffer
    lines: tuple[ReferenceLine, ...]

    @property
    def brings_something(self) -> bool:
        """Whether anything would change."""
        return any(line.fate in (ReferenceFate.NEW, ReferenceFate.CHANGED) for line in self.lines)


@dataclass(frozen=True, slots=True)
class ReferenceOutcome:
    """What became of reference data; ``changes`` takes it back as one."""

    lines: tuple[ReferenceLine, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class ReferenceDesk:
    """Verbs of reference data, at both ends."""

    around: Surroundings

    def given(self) -> RegionWord:
        """What this region says to every agency alike."""
        require(self.around.actor, Action.READ)
        return region_word(self.around)

    def namings(self, agency_code: str) -> tuple[UnitNaming, ...]:
        """How the region names the units of an agency."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading(agency_code) as work:
            return work.reference.namings()

    def name_unit(self, agency_code: str, unit_id: str, name: str, head_title: str = "", reason: str = "") -> Changes:
        """Say how a unit of an agency and the post of its head are called; it travels in the next return.

        ``PKG-767`` no such unit has arrived, ``PKG-768`` nothing is said.
        """
        require(self.around.actor, Action.UPKEEP)
        require_region(self.around)
        if not name.strip() and not head_title.strip():
            raise UsageRefusal("PKG-768")
        with self.around.store.writing(
            self.around.actor, "handover.reference.name_unit", reason=reason.strip(), agency_code=agency_code
        ) as work:
            if not any(unit.unit_id == unit_id for unit in work.units.all()):
                raise UsageRefusal("PKG-767", unit=unit_id)
            naming = UnitNaming(unit_id, " ".join(name.split()), " ".join(head_title.split()), reason.strip())
            work.reference.name_units([naming])
            return work.commit()

    def wish_setting(self, name: str, value: str) -> Changes:
        """Say what a setting should be at every agency; ``USE-120``, ``USE-121`` as for an own setting."""
        require(self.around.actor, Action.UPKEEP)
        require_region(self.around)
        changed_setting(AgencySettings(), name, value)
        with self.around.store.writing(self.around.actor, "handover.reference.wish_setting", reason=name) as work:
            work.set_setting(f"{WISHES}{PREFIX}{name}", value)
            return work.commit()

    def add_pack(self, path: Path) -> Changes:
        """Take a rule pack from a file: it counts here at once and travels in every return.

        ``PKG-769`` unreadable, ``ASM-111`` not a pack, ``PKG-770`` another pack has its name, ``ASM-112`` a
        shipped pack of its kind counts for the same days.
        """
        require(self.around.actor, Action.UPKEEP)
        require_region(self.around)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_PACK_BYTES + 1)
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise FileRefusal("PKG-769", name=path.name) from None
        if len(data) > MAX_PACK_BYTES:
            raise FileRefusal("PKG-769", name=path.name)
        pack = self.around.rulebook.read_local(text)
        with self.around.store.writing(
            self.around.actor, "handover.reference.add_pack", origin=f"file:{path.name}"
        ) as work:
            self._check_pack(work, pack.pack_id, pack.digest)
            kept = LocalPack(pack.pack_id, pack.kind.value, pack.digest, text, path.name, self.around.clock().date())
            work.reference.save_packs([kept])
            changes = work.commit()
        count_local_packs(self.around)
        return changes

    def packs(self) -> tuple[LocalPack, ...]:
        """The rule packs here that did not come with the program."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.reference.packs()

    def offers(self) -> tuple[ReferenceOffer, ...]:
        """Reference data that arrived, newest first, with what became of each."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return tuple(reversed(work.reference.offers()))

    def look(self) -> OfferView | None:
        """The reference data that waits, and what taking it would do; nothing when none waits."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            offer = next((one for one in work.reference.offers() if one.state is OfferState.WAITING), None)
            if offer is None:
                return None
            return OfferView(offer, tuple(self._judged(work, offer.data)))

    def take(self) -> ReferenceOutcome:
        """Take what waits, all of it in one change set; what is refused is named and the rest counts.

        ``PKG-771`` nothing waits, ``PKG-757`` at the region.
        """
        require(self.around.actor, Action.UPKEEP)
        require_agency(self.around)
        with self.around.store.reading() as work:
            offer = next((one for one in work.reference.offers() if one.state is OfferState.WAITING), None)
        if offer is None:
            raise UsageRefusal("PKG-771")
        with self.around.store.writing(
            self.around.actor, "handover.reference.take", origin=f"package:{offer.package_id}"
        ) as work:
            lines = tuple(self._judged(work, offer.data))
            refused = {(line.part, line.name) for line in lines if line.fate is ReferenceFate.REFUSED}
            self._write(work, offer, refused)
            work.reference.save_offer(replace(offer, state=OfferState.TAKEN))
            changes = work.commit()
        count_local_packs(self.around)
        return ReferenceOutcome(lines, changes)

    def _judged(self, work: Work, data: ReferenceData) -> Iterator[ReferenceLine]:
        units = {unit.unit_id: unit for unit in work.units.all()}
        for naming in data.units:
            unit = units.get(naming.unit_id)
            if unit is None:
                yield ReferenceLine(
                    ReferencePart.UNIT, naming.unit_id, "", naming.name, ReferenceFate.REFUSED, "PKG-767"
                )
                continue
            there = _unit_text(naming.name or unit.name, naming.head_title or unit.head_title)
            yield _line(ReferencePart.UNIT, naming.unit_id, _unit_text(unit.name, unit.head_title), there)
        days = {holiday.day: holiday for holiday in work.holidays.all()}
        for holiday in data.holidays:
            here = days.get(holiday.day)
            yield _line(
                ReferencePart.HOLIDAY, holiday.day.isoformat(), _day_text(here) if here else "", _day_text(holiday)
            )
        packs = {pack.pack_id: pack for pack in work.reference.packs()}
        for pack in data.packs:
            known = packs.get(pack.pack_id)
            try:
                self._check_pack(work, pack.pack_id, pack.digest, pack.content)
            except Refusal as refusal:
                yield ReferenceLine(
                    ReferencePart.PACK, pack.pack_id, "", pack.digest[:16], ReferenceFate.REFUSED, refusal.code
                )
                continue
            yield _line(ReferencePart.PACK, pack.pack_id, known.digest[:16] if known else "", pack.digest[:16])
        settings = settings_of(work.setting)
        names = {one.name for one in fields(AgencySettings)}
        for name, value in sorted(data.settings.items()):
            if name not in names:
                yield ReferenceLine(ReferencePart.SETTING, name, "", value, ReferenceFate.REFUSED, "USE-120")
                continue
            try:
                there = setting_text(changed_setting(settings, name, value), name)
            except Refusal as refusal:
                yield ReferenceLine(ReferencePart.SETTING, name, "", value, ReferenceFate.REFUSED, refusal.code)
                continue
            yield _line(ReferencePart.SETTING, name, setting_text(settings, name), there)

    def _check_pack(self, work: Work, pack_id: str, digest: str, content: str = "") -> None:
        """A published pack is never edited, and no local one takes the place of a shipped one."""
        known = self.around.rulebook.known_pack(pack_id)
        if known is not None and known.digest != digest:
            raise UsageRefusal("PKG-770", pack=pack_id)
        if content:
            self.around.rulebook.read_local(content)

    def _write(self, work: Work, offer: ReferenceOffer, refused: set[tuple[ReferencePart, str]]) -> None:
        data, today = offer.data, self.around.clock().date()

        def taken(part: ReferencePart, name: str) -> bool:
            return (part, name) not in refused

        units = {unit.unit_id: unit for unit in work.units.all()}
        named = [one for one in data.units if taken(ReferencePart.UNIT, one.unit_id)]
        if named:
            work.units.save(
                [
                    replace(
                        units[one.unit_id],
                        name=one.name or units[one.unit_id].name,
                        head_title=one.head_title or units[one.unit_id].head_title,
                    )
                    for one in named
                ]
            )
        work.holidays.save(data.holidays)
        work.reference.save_packs(
            [
                replace(one, taken_from=offer.sender, taken_on=today)
                for one in data.packs
                if taken(ReferencePart.PACK, one.pack_id)
                and one.digest not in {pack.digest for pack in work.reference.packs()}
            ]
        )
        self._set(work, {name: value for name, value in data.settings.items() if taken(ReferencePart.SETTING, name)})
        if named or SUPERIOR in data.settings:
            derive(work, today)

    def _set(self, work: Work, choices: dict[str, str]) -> None:
        settings = settings_of(work.setting)
        for name, value in choices.items():
            settings = changed_setting(settings, name, value)
        stored = stored_settings(settings)
        for name in choices:
            work.set_setting(PREFIX + name, stored[PREFIX + name])


def _line(part: ReferencePart, name: str, here: str, there: str) -> ReferenceLine:
    fate = ReferenceFate.NEW if not here else ReferenceFate.SAME if here == there else ReferenceFate.CHANGED
    return ReferenceLine(part, name, here, there, fate)


def _unit_text(name: str, head_title: str) -> str:
    return f"{name} · {head_title}" if head_title else name


def _day_text(holiday: Holiday) -> str:
    marks = ("" if holiday.is_kept else " (-)") + (" (?)" if holiday.is_doubtful else "")
    return f"{holiday.name} · {holiday.kind.value}{marks}"


def counts_of(lines: Sequence[ReferenceLine]) -> dict[str, int]:
    """How many pieces met each fate."""
    return {fate.value: sum(line.fate is fate for line in lines) for fate in ReferenceFate}
