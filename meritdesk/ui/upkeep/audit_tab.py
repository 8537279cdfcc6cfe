"""Kepala jurnal: heads of the journal that stand outside this PC, whether they still stand in it, and the sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.audit import AuditReport, HeadLine, head_groups
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Asked, Field, Kind, Question, Told
from meritdesk.ui.upkeep.care_tab import CareTab
from meritdesk.ui.upkeep.journal_sheet_dialog import JournalSheetDialog
from meritdesk.ui.wording import Words


class HeadColumn(IntEnum):
    """One head held outside the store."""

    WHO = 0
    NUMBER = 1
    HEAD = 2
    SOURCE = 3
    WHEN = 4
    STATE = 5


class HeadTable(LineTable[HeadLine]):
    """Findings first, then the newest heads."""

    columns = HeadColumn
    numbers = frozenset({HeadColumn.NUMBER})
    named_by = frozenset({HeadColumn.WHO})

    def identity(self, line: HeadLine) -> object:
        kept = line.finding.finding_id if line.finding is not None else ""
        return (kept, line.who, line.held.note, line.held.count)

    def heading(self, column: int) -> str:
        """The headings of the heads."""
        translate = QCoreApplication.translate
        return (
            translate("Care", "Of whom"),
            translate("Care", "Change no."),
            translate("Care", "Head"),
            translate("Care", "Held as"),
            translate("Care", "Since"),
            translate("Care", "How it stands"),
        )[column]

    def cells(self, line: HeadLine) -> tuple[str, ...]:
        """One head."""
        held = line.held
        return (
            line.who,
            self.words.number(held.count),
            " ".join(head_groups(held.digest)[:2]),
            f"{self.words.messages.label_of(held.source)} {held.note}".strip(),
            self.words.short_moment(held.on) if held.on is not None else "",
            state_of(line, self.words),
        )

    def value(self, line: HeadLine, column: int) -> object:
        """Numbers sort as such."""
        return line.held.count if column == HeadColumn.NUMBER else self.shown(line, column)


def state_of(line: HeadLine, words: Words) -> str:
    """How a head stands, with a sign; what a person explained is said so."""
    said = words.messages.label_of(line.verdict)
    if line.finding is not None and not line.finding.is_open:
        explained = QCoreApplication.translate("Care", "explained")
        return f"○ {said} ({explained})"
    return f"{'✗' if line.verdict.is_broken else '✓'} {said}"


class AuditTab(CareTab[HeadLine]):
    """Whether the journal still is what others have seen of it."""

    nouns = frozenset({"audit", "ledger"})
    key = "audit"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = HeadTable(words, self)
        self.build(
            "upkeep.audit",
            self.table,
            [column_facet(self.table, HeadColumn.WHO, lambda: self.lines)],
            {
                "explain_finding": ("F2", self.open_settle),
                "print_journal": ("Ctrl+Shift+P", self.open_list),
                "print_head": ("Ctrl+P", self.open_sheet),
                "verify_journal": ("Ctrl+Return", self.open_verify),
            },
        )
        self.listing.empty_words = self._told_empty
        self.listing.title_words = self.title.text
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read the heads."""
        self.lane.ask(lambda step: self.desk.upkeep.audit.heads(), self.give, self.refused, key="audit")

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        self.title.setText(translate("Care", "Heads of the journal"))
        self.lead.setText(
            translate(
                "Care",
                "A chain shows edits by itself. That its end was cut or that it was written anew shows only against "
                "heads kept elsewhere: on signed paper and at the region.",
            )
        )
        look.colour(self.lead, look.quiet())
        self.say_parts(
            {
                "verify_journal": (translate("Care", "&Check the journal..."), translate("Care", "Check the journal")),
                "print_head": (translate("Care", "&Head on paper..."), translate("Care", "Print the head")),
                "print_journal": (translate("Care", "Print a &list..."), translate("Care", "Print the journal")),
                "explain_finding": (translate("Care", "E&xplain..."), translate("Care", "Explain a finding")),
            }
        )

    def open_verify(self) -> AskingDialog | None:
        """Ask for a head from paper and prove the chain."""
        return self.ask(_verifying())

    def open_sheet(self) -> SheetDialog:
        """The head as a sheet."""
        audit = self.desk.upkeep.audit
        return self.show_sheet(QCoreApplication.translate("Care", "Head of the journal"), audit.preview, audit.print)

    def open_list(self) -> JournalSheetDialog:
        """Choose what of the journal goes on paper or into a file."""
        dialog = JournalSheetDialog(self.desk, self.lane, self.words, self)
        dialog.open()
        return dialog

    def open_settle(self) -> AskingDialog | None:
        """Say what a break was."""
        line = self.current()
        if line is None or line.finding is None or not line.finding.is_open:
            return None
        return self.ask(_settling(line.finding.finding_id))

    def openers(self) -> Mapping[str, Callable[[], object]]:
        return {"verify": self.open_verify, "settle": self.open_settle}

    def told_why(self, line: HeadLine) -> str:
        translate = QCoreApplication.translate
        groups = "<br>".join(" ".join(head_groups(line.held.digest)[at : at + 4]) for at in (0, 4))
        parts = [f"<p>{state_of(line, self.words)}</p>", f"<p><code>{groups}</code></p>"]
        finding = line.finding
        if finding is not None:
            found = translate("Care", "Found at this place: %1").replace("%1", finding.found[:16] or "–")
            parts.append(f"<p>{escape(found)}</p>")
            if not finding.is_open:
                parts.append(f"<p>{escape(finding.settled_by)}: {escape(finding.settled_why)}</p>")
            else:
                said = translate(
                    "Care",
                    "Ask the office whether an older backup was restored. If not, keep that PC as it is and let an "
                    "auditor look at it. Then explain the finding here.",
                )
                parts.append(f"<p>{said}</p>")
        return "".join(parts)

    def offer_deeds(self, line: HeadLine | None) -> None:
        self.offer(("verify_journal", "print_head", "print_journal"), True)
        self.offer(("explain_finding",), line is not None and line.finding is not None and line.finding.is_open)

    def _told_empty(self, arrangement: Arrangement) -> str:
        return QCoreApplication.translate(
            "Care",
            "Nobody holds a head yet. Print one and file it outside this PC; packages carry theirs by themselves.",
        )


def _verifying() -> Question:
    translate = QCoreApplication.translate
    return Question(
        "verify",
        "upkeep",
        lambda: translate("Care", "Check the journal"),
        lambda: translate(
            "Care",
            "The whole chain is proved and compared with what the region acknowledged. Scan the square code of a sheet "
            "Head of the journal into the field, or type its number and its groups; it may stay empty.",
        ),
        lambda: translate("Care", "&Check"),
        (Field("head", lambda: translate("Care", "&Head from paper")),),
        _verify,
    )


def _verify(asked: Asked) -> Told:
    typed = [asked.text("head")] if asked.text("head") else []
    return Told(report_words(asked.desk.upkeep.audit.verify(typed, asked.step), asked.words))


def report_words(report: AuditReport, words: Words) -> list[str]:
    """What was found, in sentences: the chain, then every head held elsewhere."""
    messages, proof = words.messages, report.proof
    if proof.fault is not None:
        said = messages.sentence(f"AUD-BROKEN-{proof.fault.name}", {"number": words.number(proof.broken_at)})
        lines = [f"✗ {said}"]
    else:
        head = {"count": words.number(report.head.count), "digest": " ".join(head_groups(report.head.digest)[:2])}
        lines = [f"✓ {messages.reason('AUD-WHOLE', head)}"]
    for one in report.heads:
        facts = {
            "source": messages.label_of(one.held.source),
            "note": one.held.note,
            "number": words.number(one.held.count),
            "verdict": messages.label_of(one.verdict),
        }
        lines.append(f"{'✗' if one.verdict.is_broken else '✓'} {messages.reason('AUD-HEAD', facts)}")
    return lines


def _settling(finding_id: str) -> Question:
    translate = QCoreApplication.translate
    return Question(
        "settle",
        "upkeep",
        lambda: translate("Care", "Explain a finding"),
        lambda: translate("Care", "What was found, and who looked. The finding stays in the list with these words."),
        lambda: translate("Care", "&Explain"),
        (Field("reason", lambda: translate("Care", "&What it was"), Kind.TEXT),),
        lambda asked: Told(
            [translate("Care", "The finding is explained.")],
            asked.desk.upkeep.audit.settle(finding_id, asked.text("reason")),
        ),
    )
