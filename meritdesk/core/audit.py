"""Heads of the journal that stand outside the store, and whether the chain still has them in their places.

A chain of digests shows by itself an edited or a missing change set. That its tail was cut, or that the whole chain was
written anew, shows only against heads held elsewhere: on paper, and at the region with every package (faults F79).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import AuditHead

HEAD_MARK = "MDKJ1"
LEAST_DIGITS = 16
"""So many digits of a digest are typed from paper at least: eight bytes cannot be met by trying."""
DIGITS = 64
GROUP = 8
HEADS_SAID = 200
"""How many earlier heads a package says again; older ones are settled by those after them."""

_TYPED = re.compile(r"^(\d{1,9})[^0-9a-f]+([0-9a-f][0-9a-f\s.\-]*)$")
_SCANNED = re.compile(rf"^{HEAD_MARK}:([^:]*):(\d{{1,9}}):([0-9a-f]{{64}})$")


class HeadVerdict(StrEnum):
    """How a head held elsewhere stands to a chain."""

    STANDS = "STANDS"
    CUT = "CUT"
    REWRITTEN = "REWRITTEN"
    UNPROVEN = "UNPROVEN"

    @property
    def is_broken(self) -> bool:
        """Whether somebody has to find out what happened."""
        return self in (HeadVerdict.CUT, HeadVerdict.REWRITTEN)


class HeadSource(StrEnum):
    """Where a head was held."""

    PAPER = "PAPER"
    RECEIPT = "RECEIPT"
    PACKAGE = "PACKAGE"


class ChainFault(StrEnum):
    """What is wrong at the first place where the chain does not hold."""

    MISSING = "MISSING"
    RELINKED = "RELINKED"
    EDITED = "EDITED"


@dataclass(frozen=True, slots=True)
class HeldHead:
    """A head that stands outside the store; of one typed from paper perhaps only the first digits are known."""

    count: int
    digest: str
    source: HeadSource
    note: str = ""
    on: datetime | None = None


@dataclass(frozen=True, slots=True)
class JudgedHead:
    """A held head, how it stands, and the digest that is at its place now (empty when the chain ends before it)."""

    held: HeldHead
    verdict: HeadVerdict
    found: str = ""


@dataclass(frozen=True, slots=True)
class ChainProof:
    """The chain looked at from first to last: how long it is, and where it breaks first (0 when nowhere)."""

    count: int
    broken_at: int = 0
    fault: ChainFault | None = None


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What ``journal verify`` found: the chain itself, its head now, and every head held elsewhere."""

    proof: ChainProof
    head: AuditHead
    heads: tuple[JudgedHead, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was edited, removed, cut or rewritten as far as anything outside can tell."""
        return self.proof.fault is None and not any(one.verdict.is_broken for one in self.heads)


@dataclass(frozen=True, slots=True)
class HeadFinding:
    """A break that a file brought to light, kept until a person says what it was."""

    finding_id: str
    sender: str
    epoch: str
    sequence: int
    held: HeldHead
    verdict: HeadVerdict
    found: str
    found_at: datetime
    settled_by: str = ""
    settled_why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has explained it yet."""
        return not self.settled_by


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One head as a list shows it: who holds or sent it, how it stands, and the finding where one was kept."""

    who: str
    held: HeldHead
    verdict: HeadVerdict
    sequence: int = 0
    finding: HeadFinding | None = None


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which change sets are wanted; what is empty narrows nothing. ``verb`` is the beginning of a verb."""

    since: date | None = None
    until: date | None = None
    actor: str = ""
    verb: str = ""
    origin: str = ""


def judge_head(held: HeldHead, now: AuditHead, digests: Mapping[int, str]) -> JudgedHead:
    """How a held head stands to our own chain, whose digests at the wanted places are given."""
    if held.count > now.count:
        return JudgedHead(held, HeadVerdict.CUT)
    found = digests.get(held.count, "")
    stands = bool(found) and found.startswith(held.digest)
    return JudgedHead(held, HeadVerdict.STANDS if stands else HeadVerdict.REWRITTEN, found)


def judge_stream(now: AuditHead, earlier: Mapping[int, str], held: Sequence[HeldHead]) -> tuple[JudgedHead, ...]:
    """How the heads held of a sender stand to what his new package says.

    A package of an older program says nothing of earlier places: a head before its own stays unproven then.
    """
    said = {**earlier, now.count: now.digest}
    return tuple(
        JudgedHead(one, HeadVerdict.UNPROVEN)
        if one.count < now.count and one.count not in said
        else judge_head(one, now, said)
        for one in held
    )


def head_mark(agency: str, head: AuditHead) -> str:
    """The head as the square code on paper says it."""
    return f"{HEAD_MARK}:{agency}:{head.count}:{head.digest}"


def head_groups(digest: str) -> tuple[str, ...]:
    """A digest in groups to read aloud or to type."""
    return tuple(digest[place : place + GROUP] for place in range(0, len(digest), GROUP))


def read_head(text: str, agency: str) -> HeldHead:
    """A head from what was scanned, or typed as number and digits; ``AUD-101`` unreadable, ``AUD-102`` of another."""
    said = text.strip()
    if scanned := _SCANNED.match(said):
        if scanned[1] != agency:
            raise UsageRefusal("AUD-102", agency=scanned[1], own=agency)
        return HeldHead(int(scanned[2]), scanned[3], HeadSource.PAPER)
    typed = _TYPED.match(said.casefold())
    digits = re.sub(r"[^0-9a-f]", "", typed[2]) if typed else ""
    if typed is None or not LEAST_DIGITS <= len(digits) <= DIGITS:
        raise UsageRefusal("AUD-101", least=LEAST_DIGITS)
    return HeldHead(int(typed[1]), digits, HeadSource.PAPER)
