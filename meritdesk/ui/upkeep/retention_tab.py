"""Retensi: what is no longer kept by the archive schedule, what was destroyed, and the certificates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.personal_data import DueRecords, Erasure, Fate
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Asked, Question, Told
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.care_tab import CareTab, nip_field, text_field
from meritdesk.ui.wording import Words


class KeptColumn(IntEnum):
    """Records that are due, or a destruction."""

    WHAT = 0
    YEAR = 1
    ROWS = 2
    SINCE = 3
    STATE = 4


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What is due, or what was destroyed."""

    due: DueRecords | None = None
    erasure: Erasure | None = None


class KeptTable(LineTable[KeptLine]):
    """What is due first, then the certificates, newest first."""

    columns = KeptColumn
    numbers = frozenset({KeptColumn.ROWS})
    named_by = frozenset({KeptColumn.WHAT})

    def identity(self, line: KeptLine) -> object:
        if line.due is not None:
            return (line.due.retention.code, line.due.year)
        return line.erasure.number if line.erasure is not None else ""

    def heading(self, column: int) -> str:
        """The headings of retention."""
        translate = QCoreApplication.translate
        return (
            translate("Care", "Records"),
            translate("Care", "Year or mark"),
            translate("Care", "Rows"),
            translate("Care", "Over since"),
            translate("Care", "What the schedule says"),
        )[column]

    def cells(self, line: KeptLine) -> tuple[str, ...]:
        """One line of retention."""
        label = self.words.messages.label_of
        if line.due is not None:
            due = line.due
            return (
                self.words.messages.of_pack(due.retention.title),
                str(due.year),
                self.words.number(due.rows),
                self.words.short_day(due.over_on),
                label(due.retention.fate),
            )
        assert line.erasure is not None
        one, gone = line.erasure, QCoreApplication.translate("Care", "destroyed")
        return (
            f"{one.number} {label(one.kind)}",
            one.subject,
            self.words.number(one.rows),
            self.words.short_day(one.done_at.date()),
            f"✓ {gone}",
        )

    def value(self, line: KeptLine, column: int) -> object:
        """Numbers sort as such."""
        if column == KeptColumn.ROWS:
            return line.due.rows if line.due is not None else line.erasure.rows if line.erasure is not None else 0
        return self.shown(line, column)

    def colour(self, line: KeptLine, column: int) -> QColor | None:
        """What is gone is quiet."""
        return look.quiet() if line.erasure is not None else None


class RetentionTab(CareTab[KeptLine]):
    """Nothing goes by itself: a person, a second person, a reason, a certificate."""

    nouns = frozenset({"personal"})
    key = "retention"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = KeptTable(words, self)
        self.build(
            "upkeep.retention",
            self.table,
            [column_facet(self.table, one, lambda: self.lines) for one in (KeptColumn.WHAT, KeptColumn.STATE)],
            {
                "erase_person": ("", self.open_person),
                "erase_year": ("", self.open_year),
                "show_certificate": ("Ctrl+P", self.open_certificate),
            },
        )
        self.listing.empty_words = self._told_empty
        self.listing.title_words = self.title.text
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read what is due and what was destroyed."""
        destruction = self.desk.upkeep.destruction

        def work(step: object) -> tuple[KeptLine, ...]:
            due = tuple(KeptLine(due=one) for one in destruction.due())
            return due + tuple(KeptLine(erasure=one) for one in destruction.lines())

        self.lane.ask(work, self.give, self.refused, key="retention")

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        self.title.setText(translate("Care", "Retention"))
        self.lead.setText(
            translate(
                "Care",
                "What the archive schedule no longer keeps. Nothing goes by itself: it takes a reason, a second "
                "person and a certificate, and closed evaluations never go before their time.",
            )
        )
        look.colour(self.lead, look.quiet())
        self.say_parts(
            {
                "show_certificate": (translate("Care", "&Certificate..."), translate("Care", "Certificate")),
                "erase_year": (translate("Care", "Destroy a &year..."), translate("Care", "Destroy records of a year")),
                "erase_person": (
                    translate("Care", "Destroy a &person..."),
                    translate("Care", "Destroy data of a person"),
                ),
            }
        )

    def open_person(self) -> AskingDialog | None:
        """Destroy everything about one person."""
        return self.ask(_erasing_person())

    def open_year(self) -> AskingDialog | None:
        """Destroy the chosen records of a year."""
        line = self.current()
        if line is None or line.due is None or line.due.retention.fate is not Fate.DESTROY:
            return None
        return self.ask(_erasing_year(line.due))

    def open_certificate(self) -> SheetDialog | None:
        """The certificate of the chosen destruction."""
        line, destruction = self.current(), self.desk.upkeep.destruction
        if line is None or line.erasure is None:
            return None
        number = line.erasure.number
        return self.show_sheet(
            number,
            lambda style: destruction.preview(number, style),
            lambda folder, style: destruction.print(number, folder, style),
        )

    def openers(self) -> Mapping[str, Callable[[], object]]:
        return {"person": self.open_person, "year": self.open_year}

    def told_why(self, line: KeptLine) -> str:
        if line.due is not None:
            counts = "".join(
                f"<li>{escape(self.words.messages.of_pack(name))}: {self.words.number(count)}</li>"
                for name, count in line.due.counts.items()
            )
            return f"<p>{escape(self.words.messages.cited(line.due.retention.basis))}</p><ul>{counts}</ul>"
        assert line.erasure is not None
        one = line.erasure
        copies = "".join(f"<li>{escape(copy)}</li>" for copy in one.copies)
        said = QCoreApplication.translate("Care", "Copies that still have to age out:")
        who = f"{escape(one.done_by)}; {escape(one.second)}"
        return f"<p>{escape(one.reason)}</p><p>{who}</p><p>{said}</p><ul>{copies}</ul>"

    def offer_deeds(self, line: KeptLine | None) -> None:
        self.offer(("erase_person",), True)
        may_go = line is not None and line.due is not None and line.due.retention.fate is Fate.DESTROY
        self.offer(("erase_year",), may_go)
        self.offer(("show_certificate",), line is not None and line.erasure is not None)

    def _told_empty(self, arrangement: Arrangement) -> str:
        return QCoreApplication.translate("Care", "Nothing is over its time, and nothing was destroyed.")


def _told(one: Erasure, words: Words) -> Told:
    said = QCoreApplication.translate("Care", "%1: %2 rows and %3 journal entries are gone. Print the certificate.")
    numbers = (one.number, words.number(one.rows), words.number(one.changes))
    for place, text in enumerate(numbers, 1):
        said = singular(said.replace(f"%{place}", text))
    return Told([said])


def _copies(asked: Asked) -> list[str]:
    return [one.strip() for one in asked.text("copies").split(";") if one.strip()]


def _common() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        ("reason", translate("Care", "&Reason")),
        ("second", translate("Care", "&Second person")),
        ("copies", translate("Care", "&Backups that still hold it (;)")),
    )


def _erasing_person() -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        one = asked.desk.upkeep.destruction.erase_person(
            asked.text("nip"), asked.text("reason"), asked.text("second"), _copies(asked), asked.step
        )
        return _told(one, asked.words)

    return Question(
        "person", "upkeep",
        lambda: translate("Care", "Destroy data of a person"),
        lambda: translate(
            "Care",
            "Rows, drafts, the search index, unused pages and the values in the journal go. What stays is a tombstone "
            "without a name. It cannot be taken back.",
        ),
        lambda: translate("Care", "&Destroy"),
        (nip_field(translate("Care", "&NIP")), *(text_field(*one) for one in _common())),
        work,
        lambda: translate("Care", "Destroy everything about this person for good?"),
    )  # fmt: skip


def _erasing_year(due: DueRecords) -> Question:
    translate = QCoreApplication.translate
    title = f"{due.retention.title}, {due.year}"

    def work(asked: Asked) -> Told:
        one = asked.desk.upkeep.destruction.erase_year(
            due.year, due.retention.code, asked.text("reason"), asked.text("second"), _copies(asked), asked.step
        )
        return _told(one, asked.words)

    return Question(
        f"year:{due.retention.code}:{due.year}", "upkeep",
        lambda: title,
        lambda: singular(translate("Care", "%1 rows go for good, in the journal too.").replace("%1", str(due.rows))),
        lambda: translate("Care", "&Destroy"),
        tuple(text_field(*one) for one in _common()),
        work,
        lambda: translate("Care", "Destroy these records for good?"),
    )  # fmt: skip
