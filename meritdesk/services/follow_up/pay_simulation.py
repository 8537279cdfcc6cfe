"""By which rule pay goes, and what another rule would have paid: looked at on a real month before it is adopted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from meritdesk.core.access import Action, require
from meritdesk.core.allowance_rules import AllowanceRules, PayScheme
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.pay import PayDifference, require_month
from meritdesk.core.periods import Period
from meritdesk.core.reference import LocalPack
from meritdesk.core.rules import RulePack
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.pay_facts import KINDS, SCHEME, gather, reckon, rule_of, scheme_of
from meritdesk.services.local_packs import count_local_packs
from meritdesk.services.ports import Surroundings

MAX_RULE_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a month would pay under another rule: everybody whose pay differs, and the sums of all."""

    period: Period
    rule_name: str
    people: int
    before: Decimal
    after: Decimal
    differences: tuple[PayDifference, ...]

    @property
    def difference(self) -> Decimal:
        """What the whole agency pays more, or less (below nought)."""
        return self.after - self.before

    @property
    def gaining(self) -> int:
        """How many get more."""
        return sum(one.difference > 0 for one in self.differences)

    @property
    def losing(self) -> int:
        """How many get less."""
        return sum(one.difference < 0 for one in self.differences)


@dataclass(frozen=True, slots=True)
class PaySimulation:
    """Verbs of pay rules."""

    around: Surroundings

    def in_force(self, period: Period) -> tuple[PayScheme, RulePack]:
        """The rule that pays a month."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            rule = rule_of(self.around, scheme_of(work), period)
        return rule.scheme, rule.pack

    def draft(self, period: Period, changes: Mapping[str, str] | None = None) -> str:
        """The rule in force as the text of a pack of the agency's own, with some figures changed, to begin that month.

        A figure is named by its place: ``absent``, ``deductions.TL1``, ``measures.ACTIVITY``,
        ``components.WORKLOAD.productivity``. ``FOL-353`` for a place that is not there.
        """
        _, pack = self.in_force(period)
        content = self._content(pack)
        body = content["body"]
        for place, value in (changes or {}).items():
            _put(body, place, value)
        content |= {
            "pack_id": f"{pack.kind.value.replace('_', '-')}-{self.around.store.agency.code}-{period.code}",
            "valid_from": period.first_day.isoformat(),
            "periods_from": period.first_day.isoformat(),
            "valid_to": None,
            "checked_by": self.around.actor.name,
        }
        return json.dumps(content, ensure_ascii=False, indent=2)

    def figures(self, period: Period) -> tuple[tuple[str, str], ...]:
        """Every figure of the rule in force by its place, in the order of the pack; these may be changed in a draft."""
        _, pack = self.in_force(period)
        return tuple(_figures(self._content(pack)["body"]))

    def read(self, path: Path) -> str:
        """The text of a rule from a file; ``FOL-354`` when it cannot be read."""
        try:
            with path.open("rb") as file:
                data = file.read(MAX_RULE_BYTES + 1)
            if len(data) > MAX_RULE_BYTES:
                raise FileRefusal("FOL-354", name=path.name)
            return data.decode("utf-8")
        except (OSError, UnicodeDecodeError):
            raise FileRefusal("FOL-354", name=path.name) from None

    def simulate(
        self, period: Period, content: str = "", scheme: PayScheme | None = None, step: Step = no_step
    ) -> Simulation:
        """Pay a month by the rule in force and by another one, both on the inputs of today; nothing is kept.

        The other rule is the text of a pack, or one of the schemes. ``ASM-111`` when it is no pack, ``FOL-355`` when
        it is not one of pay.
        """
        require(self.around.actor, Action.READ)
        require_month(period)
        if content:
            other = self._checked(content)
            name, rules = other.pack_id, other.body
        else:
            rule = rule_of(self.around, scheme or PayScheme.TPP, period)
            name, rules = rule.pack.pack_id, rule.rules
        assert isinstance(rules, AllowanceRules)
        with self.around.store.reading() as work:
            now = rule_of(self.around, scheme_of(work), period)
            paid = gather(self.around, work, period)
        half = len(paid)
        before = reckon(paid, now.rules, lambda done, _: step(done, 2 * half))
        after = reckon(paid, rules, lambda done, _: step(half + done, 2 * half))
        differences = tuple(
            PayDifference(new.row, old.row.net, new.row.net, new)
            for old, new in zip(before, after, strict=True)
            if old.row.net != new.row.net
        )
        return Simulation(
            period,
            name,
            len(paid),
            sum((slip.row.net for slip in before), Decimal(0)),
            sum((slip.row.net for slip in after), Decimal(0)),
            differences,
        )

    def adopt(self, content: str, name: str = "") -> Changes:
        """Pay by this rule of the agency's own from its first day on; it stands beside the shipped ones.

        ``ASM-111`` no pack, ``FOL-355`` not one of pay, ``FOL-357`` when a rule of this name with other figures was
        adopted before. What begins last goes before what began earlier.
        """
        require(self.around.actor, Action.UPKEEP)
        pack = self._checked(content)
        with self.around.store.writing(
            self.around.actor, "follow_up.pay.adopt", origin=name and f"file:{name}"
        ) as work:
            held = {one.pack_id: one for one in work.reference.packs()}
            same = held.get(pack.pack_id)
            if same is not None and same.digest != pack.digest:
                raise UsageRefusal("FOL-357", name=pack.pack_id)
            new = LocalPack(pack.pack_id, pack.kind.value, pack.digest, content, name, self.around.clock().date())
            work.reference.save_packs([new])
            work.set_setting(SCHEME, next(scheme for scheme, kind in KINDS.items() if kind is pack.kind).value)
            changes = work.commit()
        count_local_packs(self.around)
        return changes

    def _checked(self, content: str) -> RulePack:
        pack = self.around.rulebook.read_local(content)
        if pack.kind not in KINDS.values():
            raise UsageRefusal("FOL-355", name=pack.pack_id)
        return pack

    def _content(self, pack: RulePack) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.around.rulebook.text_of(pack.pack_id))
        return content


def _figures(body: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Every figure of a body with its place; the parts of a list are named by what they are about."""
    for name, value in body.items():
        if isinstance(value, dict):
            yield from _figures(value, f"{place}{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, part in enumerate(value):
                yield from _figures(
                    {key: text for key, text in part.items() if key != "component"},
                    f"{place}{name}.{part.get('component', number)}.",
                )
        elif isinstance(value, (str, int)) and name != "name":
            yield f"{place}{name}", str(value)


def _put(body: Any, place: str, value: str) -> None:
    """Change the figure at a place; numbers are written with a point, as packs have them."""
    *path, last = place.split(".")
    here = body
    for name in path:
        if isinstance(here, list):
            here = next((one for at, one in enumerate(here) if one.get("component", str(at)) == name), None)
        else:
            here = here.get(name) if isinstance(here, dict) else None
        if here is None:
            raise UsageRefusal("FOL-353", place=place)
    if not isinstance(here, dict) or (last not in here and not (path and path[-1] in _OPEN)):
        raise UsageRefusal("FOL-353", place=place)
    text = value.strip().replace(",", ".")
    if isinstance(here.get(last), int):
        if not text.isdigit():
            raise UsageRefusal("FOL-359", place=place, value=value)
        here[last] = int(text)
    else:
        here[last] = text


_OPEN = frozenset({"deductions", "excused", "employment", "measures"})
"""Tables of a rule to which an agency may add a line of its own."""
