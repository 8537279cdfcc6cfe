"""Kejadian: data that got where it should not be, with the notice of three days and its paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.personal_data import Leak, LeakKind
from meritdesk.services import Desk
from meritdesk.services.upkeep.leaks import LeakForm
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Asked, Field, Kind, Question, Told
from meritdesk.ui.upkeep.care_tab import CareTab, members, text_field
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment


class LeakColumn(IntEnum):
    """One failure of protection."""

    NUMBER = 0
    WHAT = 1
    COPY = 2
    NOTICED = 3
    DUE = 4
    PEOPLE = 5
    TOLD = 6


class LeakTable(LineTable[Leak]):
    """Those that still have to be told first."""

    columns = LeakColumn
    numbers = frozenset({LeakColumn.PEOPLE})
    named_by = frozenset({LeakColumn.WHAT})

    def identity(self, line: Leak) -> object:
        return line.leak_id

    def heading(self, column: int) -> str:
        """The headings of incidents."""
        translate = QCoreApplication.translate
        return (
            translate("Care", "Number"),
            translate("Care", "What happened"),
            translate("Care", "File or device"),
            translate("Care", "Noticed"),
            translate("Care", "To be told by"),
            translate("Care", "People"),
            translate("Care", "Told"),
        )[column]

    def cells(self, line: Leak) -> tuple[str, ...]:
        """One incident."""
        told = (
            f"✓ {line.told_whom}" if line.told_at is not None else "✗ " + QCoreApplication.translate("Care", "not yet")
        )
        return (
            line.number,
            self.words.messages.label_of(line.kind),
            line.copy,
            self.words.short_moment(line.noticed_at),
            self.words.short_moment(line.due_at),
            self.words.number(line.people),
            told,
        )

    def value(self, line: Leak, column: int) -> object:
        """Numbers and moments sort as such."""
        typed: dict[int, object] = {
            LeakColumn.NOTICED: line.noticed_at.isoformat(),
            LeakColumn.DUE: line.due_at.isoformat(),
            LeakColumn.PEOPLE: line.people,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: Leak, column: int) -> QColor | None:
        """What was told is quiet."""
        return look.quiet() if line.told_at is not None else None


class LeaksTab(CareTab[Leak]):
    """A lost stick is one click; the rest of the form follows."""

    nouns = frozenset({"personal"})
    key = "leaks"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = LeakTable(words, self)
        self.build(
            "upkeep.leaks",
            self.table,
            [column_facet(self.table, LeakColumn.WHAT, lambda: self.lines)],
            {
                "leak_told": ("", self.open_told),
                "leak_amend": ("F2", self.open_amend),
                "leak_notice": ("Ctrl+P", self.open_notice),
                "leak_new": ("Ctrl+N", self.open_new),
                "leak_lost": ("", self.open_lost),
            },
        )
        self.listing.empty_words = self._told_empty
        self.listing.title_words = self.title.text
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read the incidents."""
        self.lane.ask(lambda step: self.desk.upkeep.leaks.lines(), self.give, self.refused, key="leaks")

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        self.title.setText(translate("Care", "Incidents"))
        self.lead.setText(
            translate(
                "Care",
                "When data got where it should not be, the people concerned and the authority are told in writing "
                "within 3 x 24 hours (UU 27/2022 Art. 46).",
            )
        )
        look.colour(self.lead, look.quiet())
        self.say_parts(
            {
                "leak_lost": (translate("Care", "&Lost stick or laptop..."), translate("Care", "Lost stick or laptop")),
                "leak_new": (translate("Care", "&Other incident..."), translate("Care", "Note an incident")),
                "leak_notice": (translate("Care", "&Notice..."), translate("Care", "Notice on paper")),
                "leak_amend": (translate("Care", "Fill &in..."), translate("Care", "Fill in an incident")),
                "leak_told": (translate("Care", "&Told..."), translate("Care", "Note who was told")),
            }
        )

    def open_lost(self) -> AskingDialog | None:
        """What was lost; the form fills itself in."""
        return self.ask(_lost())

    def open_new(self) -> AskingDialog | None:
        """Note an incident."""
        return self.ask(_form("new", None))

    def open_amend(self) -> AskingDialog | None:
        """Fill in what has become known of the chosen incident."""
        line = self._open_one()
        return self.ask(_form("amend", line)) if line is not None else None

    def open_told(self) -> AskingDialog | None:
        """Note who was told of the chosen incident."""
        line = self._open_one()
        return self.ask(_telling(line.number)) if line is not None else None

    def open_notice(self) -> SheetDialog | None:
        """The notice of the chosen incident."""
        line, leaks = self.current(), self.desk.upkeep.leaks
        if line is None:
            return None
        number = line.number
        return self.show_sheet(
            number,
            lambda style: leaks.preview(number, style),
            lambda folder, style: leaks.print(number, folder, style),
        )

    def openers(self) -> Mapping[str, Callable[[], object]]:
        return {"lost": self.open_lost, "new": self.open_new, "amend": self.open_amend, "told": self.open_told}

    def told_why(self, line: Leak) -> str:
        worded = self.words.messages.worded
        parts = [line.what, line.how, line.whom, line.measures, line.happened]
        return "".join(f"<p>{escape(worded(part))}</p>" for part in parts if part)

    def offer_deeds(self, line: Leak | None) -> None:
        self.offer(("leak_lost", "leak_new"), True)
        self.offer(("leak_notice",), line is not None)
        self.offer(("leak_amend", "leak_told"), line is not None and line.told_at is None)

    def _open_one(self) -> Leak | None:
        line = self.current()
        return line if line is not None and line.told_at is None else None

    def _told_empty(self, arrangement: Arrangement) -> str:
        return QCoreApplication.translate(
            "Care", "No incident. A lost stick or laptop is noted here too, although nothing on it can be read."
        )


def _kind(asked: Asked, otherwise: LeakKind) -> LeakKind:
    chosen = asked.values.get("kind")
    return chosen if isinstance(chosen, LeakKind) else otherwise


def _lost() -> Question:
    translate = QCoreApplication.translate

    def copies(desk: Desk, words: Words, period: Period) -> list[tuple[object, str]]:
        """What may have been lost: this PC, the last backup, the newest packages."""
        sent = [one.file_name for one in desk.handover.receipts().outgoing[:30]]
        backup = desk.overview.status(period).last_backup
        made = words.day(noted_moment(backup).date()) if backup else ""
        own = [translate("Care", "backup of %1").replace("%1", made)] if backup else []
        here = translate("Care", "PC or laptop %1").replace("%1", desk.agency.device)
        return [(text, text) for text in (*own, *sent, here)]

    def work(asked: Asked) -> Told:
        made = asked.desk.upkeep.leaks.note_lost(asked.text("copy"), _kind(asked, LeakKind.LOST_STICK))
        told = translate("Care", "%1 is noted; to be told by %2. The notice can be printed from the list.")
        return Told([told.replace("%1", made.number).replace("%2", asked.words.moment(made.due_at))])

    return Question(
        "lost", "upkeep",
        lambda: translate("Care", "Lost stick or laptop"),
        lambda: translate("Care", "Choose what was on it. The notice fills itself in: what is sealed cannot be read."),
        lambda: translate("Care", "&Note it"),
        (
            Field("copy", lambda: translate("Care", "&What was lost"), Kind.CHOICE, copies),
            Field("kind", lambda: translate("Care", "&How"), Kind.CHOICE, members(LeakKind)),
        ),
        work,
    )  # fmt: skip


def _form(key: str, line: Leak | None) -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        people = asked.text("people")
        form = LeakForm(
            _kind(asked, line.kind if line is not None else LeakKind.OTHER), asked.text("what"),
            asked.text("happened"), asked.text("how"), asked.text("whom"),
            int(people) if people.isdigit() else -1, asked.text("measures"),
        )  # fmt: skip
        leaks = asked.desk.upkeep.leaks
        if line is not None:
            return Told([translate("Care", "Kept.")], leaks.amend(line.number, form))
        made = leaks.note(form)
        told = translate("Care", "%1 is noted; to be told by %2. The notice can be printed from the list.")
        return Told([told.replace("%1", made.number).replace("%2", asked.words.moment(made.due_at))])

    title = translate("Care", "Note an incident") if line is None else translate("Care", "Fill in an incident")
    return Question(
        key, "upkeep",
        lambda: title,
        lambda: translate("Care", "What is not known yet stays empty and is filled in later. Name nobody here."),
        lambda: translate("Care", "&Keep"),
        (
            Field("kind", lambda: translate("Care", "&Kind"), Kind.CHOICE, members(LeakKind)),
            text_field("what", translate("Care", "&Data that came to light")),
            text_field("happened", translate("Care", "&When it happened")),
            text_field("how", translate("Care", "&How it came to light")),
            text_field("whom", translate("Care", "Whom it &concerns")),
            text_field("people", translate("Care", "How many &people")),
            text_field("measures", translate("Care", "What is done a&bout it")),
        ),
        work,
    )  # fmt: skip


def _telling(number: str) -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        return Told([translate("Care", "Kept.")], asked.desk.upkeep.leaks.told(number, asked.text("whom")))

    return Question(
        "told", "upkeep",
        lambda: translate("Care", "Note who was told"),
        lambda: translate("Care", "The people concerned and the authority, by letter; after this nothing is changed."),
        lambda: translate("Care", "&Keep"),
        (text_field("whom", translate("Care", "Who was &told")),),
        work,
    )  # fmt: skip
