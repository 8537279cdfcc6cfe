"""The rulebook: reads the shipped rule packs, checks them, and answers which were in force on a day."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from meritdesk.canonical import canonical_json
from meritdesk.core.duties import DeadlineRules
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.old_rules import Numeric2021, NumericPp30, NumericPp46, OldRules
from meritdesk.core.old_years import OldScheme
from meritdesk.core.rules import (
    AGENCY_DECIDES,
    NOT_OF_A_RESULT,
    CircularPercentages,
    DistributionPattern,
    HolidayTable,
    PackKind,
    PredicateMatrix,
    RankNames,
    RatingLabels,
    RulePack,
    RuleSet,
    SpecialCases,
    SuggestionThresholds,
)
from meritdesk.core.signing_order import SigningOrder
from meritdesk.core.validation import ValidationRules
from meritdesk.core.validation.old_year_rules import SECOND_HALF_FIRST_DAY, SECOND_HALF_LAST_DAY
from meritdesk.core.working_days import Holiday
from meritdesk.resources import resource
from meritdesk.rulebook.allowance import ALLOWANCE_DECODERS
from meritdesk.rulebook.bodies import DECODERS, Strict, Text
from meritdesk.rulebook.clock_bodies import CLOCK_DECODERS
from meritdesk.rulebook.credit import CREDIT_DECODERS
from meritdesk.rulebook.discipline import DISCIPLINE_DECODERS
from meritdesk.rulebook.figures import refuse_strange_figures
from meritdesk.rulebook.follow_up import FOLLOW_UP_DECODERS
from meritdesk.rulebook.kpi import KPI_DECODERS
from meritdesk.rulebook.national import NATIONAL_DECODERS
from meritdesk.rulebook.numeric import NUMERIC_DECODERS
from meritdesk.rulebook.personal import PERSONAL_DECODERS
from meritdesk.rulebook.planning_bodies import PLANNING_DECODERS
from meritdesk.rulebook.recognition import RECOGNITION_DECODERS
from meritdesk.rulebook.region import REGION_DECODERS
from meritdesk.rulebook.survey import SURVEY_DECODERS
from meritdesk.rulebook.talent import TALENT_DECODERS
from meritdesk.rulebook.timekeeping import TIMEKEEPING_DECODERS

_OLD_KINDS = {
    OldScheme.PP46: PackKind.NUMERIC_PP46,
    OldScheme.PP30: PackKind.NUMERIC_PP30,
    OldScheme.PAN8: PackKind.NUMERIC_2021,
}

_Body = TypeVar("_Body")
_DECODERS = {
    **DECODERS,
    **CLOCK_DECODERS,
    **CREDIT_DECODERS,
    **ALLOWANCE_DECODERS,
    **DISCIPLINE_DECODERS,
    **FOLLOW_UP_DECODERS,
    **KPI_DECODERS,
    **NATIONAL_DECODERS,
    **NUMERIC_DECODERS,
    **SURVEY_DECODERS,
    **PLANNING_DECODERS,
    **PERSONAL_DECODERS,
    **RECOGNITION_DECODERS,
    **REGION_DECODERS,
    **TALENT_DECODERS,
    **TIMEKEEPING_DECODERS,
}


class _Pack(Strict, frozen=True):
    pack_id: Text
    kind: PackKind
    regulation: Text
    article: Text
    valid_from: date
    periods_from: date
    valid_to: date | None
    source: Text
    doubt: str
    checked_by: Text
    body: msgspec.Raw


class Rulebook:
    """The rule packs of this program, every one checked when the book is opened.

    A pack that cannot be read or says something impossible is refused with ``ASM-111``, two packs of one kind that
    count for the same day with ``ASM-112``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        where = folder if folder is not None else resource("rules")
        paths = sorted(where.glob("*/*.json"))
        self._shipped = [_read_pack(path, where) for path in paths]
        self._paths = {pack.pack_id: path for pack, path in zip(self._shipped, paths, strict=True)}
        self._local: dict[str, str] = {}
        self._by_kind = _sorted_packs(self._shipped)
        self._own: list[RulePack] = []
        self._sets: dict[tuple[str, ...], RuleSet] = {}

    def read_local(self, content: str) -> RulePack:
        """A pack that did not come with the program; ``ASM-111`` when it is none.

        ``ASM-112`` where a shipped pack of its kind counts for the same days, since that one holds. The very same
        pack as a shipped one is no clash: a newer program has it by itself.
        """
        try:
            stated = msgspec.json.decode(content.encode(), type=_Pack)
            pack = _pack_of(content.encode(), stated.kind.value)
        except (ValueError, RecursionError) as error:
            raise FileRefusal("ASM-111", file="-", detail=str(error)) from error
        shipped = next((one for one in self._shipped if one.pack_id == pack.pack_id), None)
        is_own = pack.kind in AGENCY_DECIDES
        if shipped is not None and shipped.digest != pack.digest and is_own:
            raise FileRefusal("ASM-112", first=shipped.pack_id, second=pack.pack_id)
        if (shipped is None or shipped.digest != pack.digest) and not is_own:
            _sorted_packs([*self._shipped, pack])
        return pack

    def set_local(self, contents: Sequence[str]) -> None:
        """Count these packs beside the shipped ones, in the place of all local ones before.

        One that clashes with what the program ships by now, or with another local one, is passed over. Of a kind that
        the agency decides, its own pack goes before the shipped one, and of several the one that begins last.
        """
        taken = list(self._shipped)
        self._own = []
        self._local = {}
        for content in contents:
            try:
                pack = self.read_local(content)
                self._local[pack.pack_id] = content
                if pack.kind in AGENCY_DECIDES:
                    self._own.append(pack)
                elif all(pack.pack_id != one.pack_id for one in taken):
                    _sorted_packs([*taken, pack])
                    taken.append(pack)
            except FileRefusal:
                continue
        self._by_kind = _sorted_packs(taken)
        self._sets.clear()

    def known_pack(self, pack_id: str) -> RulePack | None:
        """The pack of this name, shipped or local."""
        return next((pack for pack in self.packs if pack.pack_id == pack_id), None)

    def text_of(self, pack_id: str) -> str:
        """A pack that counts as the text it is read from, to make another one of it."""
        if pack_id in self._local:
            return self._local[pack_id]
        return self._paths[pack_id].read_text(encoding="utf-8")

    @property
    def packs(self) -> tuple[RulePack, ...]:
        """All packs, by kind and date."""
        known = {pack.pack_id for packs in self._by_kind.values() for pack in packs}
        own = tuple(pack for pack in self._own if pack.pack_id not in known)
        return tuple(pack for packs in self._by_kind.values() for pack in packs) + own

    def in_force(self, on: date) -> RuleSet:
        """The packs that appraise a period ending on a day by PermenPANRB 6/2022.

        Earlier years have rules of their own (``old_rules``): ``V-100`` for July to December 2021, else ``ASM-110``.
        """
        if SECOND_HALF_FIRST_DAY <= on <= SECOND_HALF_LAST_DAY:
            raise UsageRefusal("V-100", period=on.year)
        found = {
            kind: pack
            for kind, packs in self._by_kind.items()
            for pack in packs
            if kind not in NOT_OF_A_RESULT and pack.covers(on)
        }
        key = tuple(pack.pack_id for pack in found.values())
        if key not in self._sets:
            self._sets[key] = _rule_set(found, on)
        return self._sets[key]

    def pack(self, kind: PackKind, on: date) -> RulePack:
        """The pack of one kind that counts on a day, also outside the appraisal set; ``ASM-110`` when none does."""
        own = [pack for pack in self._own if pack.kind is kind and pack.covers(on)]
        if own:
            return max(own, key=lambda pack: (pack.periods_from, pack.pack_id))
        for pack in self._by_kind.get(kind, ()):
            if pack.covers(on):
                return pack
        raise UsageRefusal("ASM-110", year=on.year, rule=f"PACK:{kind.name}")

    def deadlines(self, on: date) -> DeadlineRules:
        """The limits in force for a period that ends on a day; ``ASM-110`` where the older rules are not in."""
        body = self.pack(PackKind.DEADLINES, on).body
        assert isinstance(body, DeadlineRules)
        return body

    def signing_order(self, on: date) -> SigningOrder:
        """Who signs which form in which order, for periods that end on a day; ``ASM-110`` where no pack says it."""
        body = self.pack(PackKind.SIGNING_ORDER, on).body
        assert isinstance(body, SigningOrder)
        return body

    def holidays(self) -> Mapping[int, tuple[Holiday, ...]]:
        """The published holidays of every year that has a table."""
        tables = [pack.body for pack in self._by_kind[PackKind.HOLIDAYS] if isinstance(pack.body, HolidayTable)]
        return {table.days[0].day.year: table.days for table in tables}

    def old_rules(self, on: date) -> OldRules:
        """The numeric packs that calculate a part of an old year ending on a day; never the rules of today (R-83)."""
        found = {
            scheme: pack
            for scheme, kind in _OLD_KINDS.items()
            for pack in self._by_kind.get(kind, ())
            if pack.covers(on)
        }
        bodies = {scheme: pack.body for scheme, pack in found.items()}
        pp46, pp30, pan8 = (bodies.get(scheme) for scheme in (OldScheme.PP46, OldScheme.PP30, OldScheme.PAN8))
        return OldRules(
            {scheme: pack.ref for scheme, pack in found.items()},
            pp46 if isinstance(pp46, NumericPp46) else None,
            pp30 if isinstance(pp30, NumericPp30) else None,
            pan8 if isinstance(pan8, Numeric2021) else None,
        )

    def labels(self, on: date) -> RatingLabels:
        """The words of law in force on a day."""
        return self.in_force(on).labels


def _sorted_packs(packs: Sequence[RulePack]) -> dict[PackKind, list[RulePack]]:
    """Packs by kind and date; ``ASM-112`` when two of one kind count for the same day.

    A pack without an end counts until the day before the next of its kind begins, so that a published one need not be
    touched when the law changes.
    """
    by_kind: dict[PackKind, list[RulePack]] = defaultdict(list)
    for pack in sorted(packs, key=lambda pack: (pack.kind, pack.periods_from)):
        known = by_kind[pack.kind]
        before = known[-1] if known else None
        if before is not None and before.covers(pack.periods_from):
            if before.valid_to is not None or before.periods_from == pack.periods_from:
                raise FileRefusal("ASM-112", first=before.pack_id, second=pack.pack_id)
            known[-1] = replace(before, valid_to=pack.periods_from - timedelta(days=1))
        known.append(pack)
    return by_kind


def _rule_set(found: Mapping[PackKind, RulePack], on: date) -> RuleSet:
    def need(kind: PackKind, body: type[_Body]) -> _Body:
        pack = found.get(kind)
        if pack is None or not isinstance(pack.body, body):
            raise UsageRefusal("ASM-110", year=on.year, rule=f"PACK:{kind.name}")
        return pack.body

    circular = found.get(PackKind.DISTRIBUTION_CIRCULAR)
    return RuleSet(
        packs=tuple(found[kind] for kind in sorted(found)),
        predicate_matrix=need(PackKind.PREDICATE_MATRIX, PredicateMatrix),
        labels=need(PackKind.LABELS, RatingLabels),
        pattern=need(PackKind.DISTRIBUTION_PATTERN, DistributionPattern),
        suggestion=need(PackKind.SUGGESTION, SuggestionThresholds),
        special_cases=need(PackKind.SPECIAL_CASES, SpecialCases),
        ranks=need(PackKind.RANKS, RankNames),
        validation=need(PackKind.VALIDATION, ValidationRules),
        circular=need(PackKind.DISTRIBUTION_CIRCULAR, CircularPercentages) if circular is not None else None,
    )


def _read_pack(path: Path, folder: Path) -> RulePack:
    name = path.relative_to(folder).as_posix()
    try:
        return _pack_of(path.read_bytes(), path.parent.name)
    except (OSError, ValueError) as error:
        raise FileRefusal("ASM-111", file=name, detail=str(error)) from error


@lru_cache(maxsize=128)
def _pack_of(data: bytes, kind: str) -> RulePack:
    """The pack that these bytes are; the same bytes are read and digested once, however many desks are opened."""
    stated = msgspec.json.decode(data, type=_Pack)
    if stated.kind.value != kind:
        raise ValueError(f"kind {stated.kind.value} in folder {kind}")
    if stated.valid_to is not None and stated.valid_to < stated.periods_from:
        raise ValueError("valid_to before periods_from")
    whole = msgspec.json.decode(data)
    refuse_strange_figures(whole)
    try:
        body = _DECODERS[stated.kind](stated.body, stated.source)
    except ArithmeticError as error:  # Decimal's own word for a text that is no number
        raise ValueError(f"a figure in the body is no number: {error}") from error
    return RulePack(
        pack_id=stated.pack_id,
        kind=stated.kind,
        regulation=stated.regulation,
        article=stated.article,
        valid_from=stated.valid_from,
        periods_from=stated.periods_from,
        valid_to=stated.valid_to,
        source=stated.source,
        doubt=stated.doubt,
        checked_by=stated.checked_by,
        body=body,
        digest=hashlib.sha256(canonical_json(whole)).hexdigest(),
    )
