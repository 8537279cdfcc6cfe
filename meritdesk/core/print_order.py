"""A print order: what a whole agency wants on paper, cut into files, and how far each sheet has come.

The law asks for paper by the person (the report to the PyB has the document on top, then the plan, its attachment and
the evaluation, p. 114); an office needs it by the stack: a file for each rater's desk, or one for each drawer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from meritdesk.core.documents import (
    CONFIDENTIAL_FORMS,
    DOCUMENT_FORMS,
    EVALUATION_FORMS,
    PLAN_FORMS,
    ChoiceStyle,
    Form,
    PaperSize,
    PaperStanding,
    PaperStyle,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period, parse_period

LONGEST_SPLIT = 100_000


class SheetOrder(StrEnum):
    """In which order the sheets lie."""

    UNIT = "UNIT"
    RATER = "RATER"
    NAME = "NAME"
    NIP = "NIP"


class FilePer(StrEnum):
    """How the sheets are divided into files."""

    ONE = "ONE"
    UNIT = "UNIT"
    RATER = "RATER"
    PERSON = "PERSON"


class OrderState(StrEnum):
    """How far an order has come."""

    WAITING = "WAITING"
    RUNNING = "RUNNING"
    INTERRUPTED = "INTERRUPTED"  # the program ended while it was running
    STOPPED = "STOPPED"  # by the clerk
    FAILED = "FAILED"  # the place for the files refused them: full, locked, gone
    DONE = "DONE"


class PartState(StrEnum):
    """What became of one file of an order."""

    WAITING = "WAITING"
    DONE = "DONE"
    REUSED = "REUSED"  # the same file of an earlier order still stands
    EMPTY = "EMPTY"  # none of its sheets could be printed


class ItemState(StrEnum):
    """What became of one sheet of an order."""

    WAITING = "WAITING"
    PRINTED = "PRINTED"
    UNCHANGED = "UNCHANGED"  # the same sheet lies in a file that still stands
    FAILED = "FAILED"


_SET_PLACES = (DOCUMENT_FORMS, PLAN_FORMS - {Form.A_1_8}, frozenset({Form.A_1_8}), EVALUATION_FORMS)

REPORT_SET: tuple[Form, ...] = tuple(form for forms in _SET_PLACES for form in Form if form in forms)
"""The print set for the report to the PyB: of each kind a person gets the format that fits (forms 9 no. 1)."""


def set_place(form: Form) -> int:
    """Where a form lies in the print set of a person: the document on top, then plan, attachment, evaluation."""
    return next((place for place, forms in enumerate(_SET_PLACES) if form in forms), len(_SET_PLACES))


def form_place(form: Form) -> tuple[int, int]:
    """Where a form lies among all: by the print set, then by its number."""
    return set_place(form), list(Form).index(form)


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What is wanted; no form means the print set for the report to the PyB.

    ``split`` is the most sheets a file may hold (0: as many as come). ``only_changed`` leaves out sheets that lie
    unchanged in an earlier file; ``afresh`` prints everything again as a new copy.
    """

    period: Period
    forms: tuple[Form, ...] = ()
    nip: str = ""
    unit_ids: tuple[str, ...] = ()
    record_id: str = ""
    order: SheetOrder = SheetOrder.UNIT
    files: FilePer = FilePer.ONE
    split: int = 0
    duplex: bool = False
    cover: bool = False
    sections: bool = False
    only_changed: bool = False
    afresh: bool = False
    style: PaperStyle = field(default_factory=PaperStyle)

    @property
    def is_set(self) -> bool:
        """Whether the whole print set is wanted rather than single forms."""
        return not self.forms

    @property
    def wanted_forms(self) -> tuple[Form, ...]:
        """All formats that may come up, in the order in which a person's sheets lie."""
        return REPORT_SET if self.is_set else tuple(sorted(dict.fromkeys(self.forms), key=form_place))


def check_wish(wish: PrintWish) -> None:
    """Refuse what cannot be meant: section sheets without sections (``DOC-556``), a senseless split (``DOC-557``),
    everything afresh and only what changed at once (``DOC-558``), a form that lists may not name (``DOC-566``)."""
    if wish.sections and wish.order not in (SheetOrder.UNIT, SheetOrder.RATER):
        raise UsageRefusal("DOC-556")
    if not 0 <= wish.split <= LONGEST_SPLIT:
        raise UsageRefusal("DOC-557", split=wish.split)
    if CONFIDENTIAL_FORMS & set(wish.forms):
        raise UsageRefusal("DOC-566")
    if wish.only_changed and wish.afresh:
        raise UsageRefusal("DOC-558")


def wish_facts(wish: PrintWish) -> dict[str, object]:
    """The wish as plain values, as the store keeps it."""
    return {
        "period": wish.period.code,
        "forms": [form.value for form in wish.forms],
        "nip": wish.nip,
        "units": list(wish.unit_ids),
        "record": wish.record_id,
        "order": wish.order.value,
        "files": wish.files.value,
        "split": wish.split,
        "duplex": wish.duplex,
        "cover": wish.cover,
        "sections": wish.sections,
        "only_changed": wish.only_changed,
        "afresh": wish.afresh,
        "size": wish.style.size.value,
        "choice": wish.style.choice.value,
        "show_form_code": wish.style.show_form_code,
        "is_landscape": wish.style.is_landscape,
        "is_stage_six": wish.style.is_stage_six,
    }


def wish_of(facts: Mapping[str, object]) -> PrintWish:
    """The wish that was kept."""
    forms, units = facts["forms"], facts["units"]
    assert isinstance(forms, list) and isinstance(units, list)
    return PrintWish(
        period=parse_period(str(facts["period"])),
        forms=tuple(Form(code) for code in forms),
        nip=str(facts["nip"]),
        unit_ids=tuple(map(str, units)),
        record_id=str(facts["record"]),
        order=SheetOrder(str(facts["order"])),
        files=FilePer(str(facts["files"])),
        split=int(str(facts["split"])),
        duplex=bool(facts["duplex"]),
        cover=bool(facts["cover"]),
        sections=bool(facts["sections"]),
        only_changed=bool(facts["only_changed"]),
        afresh=bool(facts["afresh"]),
        style=PaperStyle(
            PaperSize(str(facts["size"])),
            ChoiceStyle(str(facts["choice"])),
            bool(facts["show_form_code"]),
            bool(facts["is_landscape"]),
            bool(facts["is_stage_six"]),
        ),
    )


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One sheet of an order: whose, in which file, its number once it has one, and what became of it.

    ``place`` counts through the order; ``part`` is 0 for a sheet that could not be placed in any file. ``code`` with
    its ``facts`` says why it could not be printed.
    """

    place: int
    part: int
    form: Form
    key: str
    person_id: str
    nip: str
    name: str
    section: str = ""
    state: ItemState = ItemState.WAITING
    document_id: str = ""
    number: str = ""
    copy: int = 0
    record_id: str = ""
    record_version: int = 0
    record_digest: str = ""
    standing: PaperStanding = PaperStanding.CURRENT
    first_page: int = 0
    pages: int = 0
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OrderPart:
    """One file of an order; ``signature`` says what is in it, so that the same file is not made twice."""

    part: int
    file_name: str
    title: str
    sheets: int
    state: PartState = PartState.WAITING
    digest: str = ""
    pages: int = 0
    printed_at: datetime | None = None
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One order as it was given; ``runner`` names the running program, so that a dead one is recognised.

    ``problem`` with ``problem_facts`` is why it stopped, when it failed.
    """

    order_id: str
    wish: PrintWish
    folder: str
    made_at: datetime
    made_by: str
    state: OrderState = OrderState.WAITING
    runner: str = ""
    ended_at: datetime | None = None
    problem: str = ""
    problem_facts: Mapping[str, object] = field(default_factory=dict)
    is_direct: bool = False


@dataclass(frozen=True, slots=True)
class OrderCounts:
    """How the sheets and files of an order stand; the first four add up to all its sheets."""

    waiting: int = 0
    printed: int = 0
    unchanged: int = 0
    failed: int = 0
    parts: int = 0
    parts_done: int = 0

    @property
    def sheets(self) -> int:
        """All sheets of the order."""
        return self.waiting + self.printed + self.unchanged + self.failed

    @property
    def done(self) -> int:
        """Sheets about which nothing more is to be done."""
        return self.sheets - self.waiting


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order in the list, with its counts."""

    order: PrintOrder
    counts: OrderCounts

    @property
    def can_resume(self) -> bool:
        """Whether there is something left to print."""
        return self.order.state in (
            OrderState.WAITING,
            OrderState.INTERRUPTED,
            OrderState.STOPPED,
            OrderState.FAILED,
        )
