"""Tindak lanjut, pangkat berikut: credit points with those of earlier letters, what is missing, and for how long."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import read_decimal
from meritdesk.core.periods import Period
from meritdesk.core.scoring.credit import points_text
from meritdesk.core.scoring.credit_standing import Shortfall, time_text
from meritdesk.services import Desk
from meritdesk.services.credit_accounts import StandingLine
from meritdesk.services.print_job import Selection
from meritdesk.services.taken_out import TakenOut
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.ask_form import AskForm
from meritdesk.ui.follow_up.credit_items_dialog import CreditItemsDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

_IN_MENU = ("import_credit", "export_credit", "export_need", "print_need")
_NEVER = 10**6


class NeedColumn(IntEnum):
    """What stands in a line of the way to the next rank."""

    NAME = 0
    TIER = 1
    POINTS = 2
    RANK = 3
    RANK_MISSING = 4
    RANK_TIME = 5
    NEXT_TIER = 6
    TIER_MISSING = 7
    TIER_TIME = 8
    UNIT = 9
    LETTERS = 10
    NIP = 11


class NeedTable(LineTable[StandingLine]):
    """Functional officials with what is missing to the next rank and tier."""

    columns = NeedColumn
    numbers = frozenset(
        {NeedColumn.POINTS, NeedColumn.RANK_MISSING, NeedColumn.TIER_MISSING, NeedColumn.RANK_TIME,
         NeedColumn.TIER_TIME, NeedColumn.LETTERS}
    )  # fmt: skip
    named_by = frozenset({NeedColumn.NAME})
    hidden = frozenset({NeedColumn.NIP, NeedColumn.NEXT_TIER, NeedColumn.TIER_TIME, NeedColumn.LETTERS})

    def identity(self, line: StandingLine) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Recognition", "Employee"),
            translate("Recognition", "Tier"),
            translate("Recognition", "Points"),
            translate("Recognition", "Next rank"),
            translate("Recognition", "Missing"),
            translate("Recognition", "Time"),
            translate("Recognition", "Next tier"),
            translate("Recognition", "Tier missing"),
            translate("Recognition", "Time to the tier"),
            translate("Recognition", "Unit"),
            translate("Recognition", "Letters"),
            "NIP",
        )[column]

    def cells(self, line: StandingLine) -> tuple[str, ...]:
        found = line.standing
        rank, tier = (found.rank, found.next_tier) if found is not None else (None, None)
        return (
            line.person.full_name,
            f"{found.tier.title} · {found.grade or '–'}" if found is not None else "–",
            f"{self.points(found.total)}{'' if found.is_complete else ' ⚠'}" if found is not None else "–",
            rank.goal if rank is not None else "–",
            self.missing(rank),
            self.time(rank),
            tier.goal if tier is not None else "–",
            self.missing(tier),
            self.time(tier),
            line.unit_name,
            self.words.number(len(line.items)),
            line.person.nip,
        )

    def points(self, value: Decimal) -> str:
        """Points in the notation of the window."""
        return self.words.noted(points_text(value))

    def missing(self, way: Shortfall | None) -> str:
        """What is missing; a sign where it is reached."""
        if way is None:
            return "–"
        return self.points(way.missing) if way.missing else f"✓ +{self.points(way.surplus)}"

    def time(self, way: Shortfall | None) -> str:
        """Years and months, as short as they can be."""
        if way is None or way.months is None:
            return "–"
        years, months = time_text(way.months)
        said = QCoreApplication.translate("Recognition", "%1 y %2 m")
        return said.replace("%1", years).replace("%2", months)

    def value(self, line: StandingLine, column: int) -> object:
        found = line.standing
        rank, tier = (found.rank, found.next_tier) if found is not None else (None, None)
        if column == NeedColumn.POINTS:
            return found.total if found is not None else Decimal(-1)
        if column in (NeedColumn.RANK_MISSING, NeedColumn.TIER_MISSING):
            way = rank if column == NeedColumn.RANK_MISSING else tier
            return way.missing - way.surplus if way is not None else Decimal(_NEVER)
        if column in (NeedColumn.RANK_TIME, NeedColumn.TIER_TIME):
            way = rank if column == NeedColumn.RANK_TIME else tier
            return way.months if way is not None and way.months is not None else _NEVER
        return len(line.items) if column == NeedColumn.LETTERS else self.shown(line, column)

    def colour(self, line: StandingLine, column: int) -> QColor | None:
        if column == NeedColumn.POINTS and line.standing is not None and not line.standing.is_complete:
            return look.asks()
        is_reached = line.standing is not None and line.standing.rank is not None and not line.standing.rank.missing
        return look.arrived() if column == NeedColumn.RANK_MISSING and is_reached else None


class CreditNeedTab(DeedTab[StandingLine]):
    """What each functional official has at the end of the year in the head, and what is missing."""

    nouns = frozenset({"people", "units", "plans", "evaluations", "credit"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = NeedTable(words, self)
        self.build(
            "follow_up.credit_need",
            self.table,
            [
                column_facet(self.table, column, lambda: self.lines)
                for column in (NeedColumn.TIER, NeedColumn.RANK, NeedColumn.UNIT)
            ],
            {
                "import_credit": ("", self.open_import),
                "export_credit": ("", self.export_into),
                "export_need": ("", self.export_need),
                "print_need": ("", self.open_need),
                "credit_letters": ("", self.open_items),
                "enter_credit": ("Ctrl+N", self.open_enter),
                "determine_credit": ("Ctrl+P", self.open_sheet),
            },
        )
        self.more = QPushButton(self)
        self.more_menu = QMenu(self)
        for name in _IN_MENU:
            self.buttons[name].hide()
            self.more_menu.addAction(self.deeds[name])
        self.more.setMenu(self.more_menu)
        self.head.insertWidget(1, self.more)
        self.listing.title_words = lambda: QCoreApplication.translate("Recognition", "Way to the next rank")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.credit_history.lines(period.year), self._show, self.refused, key="need"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Recognition", "Way to the next rank"))
        self.lead.setText(
            translate(
                "Recognition",
                "Points by earlier letters and by closed years, no month twice. The time holds at the last yearly "
                "predicate; a new tier also takes a competency test.",
            )
        )
        self.more.setText(translate("Recognition", "&More"))
        self.say_parts(
            {
                "import_credit": (
                    translate("Recognition", "Import…"),
                    translate("Recognition", "Import earlier credit points…"),
                ),
                "export_credit": (
                    translate("Recognition", "Export…"),
                    translate("Recognition", "Write earlier credit points to a spreadsheet…"),
                ),
                "export_need": (
                    translate("Recognition", "Export…"),
                    translate("Recognition", "Write what is missing to a spreadsheet…"),
                ),
                "print_need": (
                    translate("Recognition", "On paper…"),
                    translate("Recognition", "Show and print the list of what is missing"),
                ),
                "credit_letters": (
                    translate("Recognition", "Letters…"),
                    translate("Recognition", "Show the earlier points of the chosen official"),
                ),
                "enter_credit": (
                    translate("Recognition", "Enter…"),
                    translate("Recognition", "Enter points of a letter"),
                ),
                "determine_credit": (
                    translate("Recognition", "Determination…"),
                    translate("Recognition", "Show and print the determination of the chosen official"),
                ),
            }
        )
        self._tell()

    def open_sheet(self) -> SheetDialog | None:
        """Show the determination of the chosen official."""
        line, room, year = self.current(), self.desk.follow_up.credit_history, self.year
        if line is None or line.standing is None:
            return None
        nip = line.person.nip
        return self.show_sheet(
            line.person.full_name,
            lambda style: room.preview_determination(year, nip, style),
            lambda folder, style: room.print_determinations(year, Selection(nip=nip), folder, style),
        )

    def open_need(self) -> SheetDialog | None:
        """Show the list of what is missing."""
        room, year = self.desk.follow_up.credit_history, self.year
        if not self.lines:
            return None
        return self.show_sheet(
            QCoreApplication.translate("Recognition", "Way to the next rank"),
            lambda style: room.preview_need(year, None, style),
            lambda folder, style: room.print_need(year, folder, None, style),
        )

    def open_items(self) -> CreditItemsDialog | None:
        """Show the earlier points of the chosen official; one can be taken out there."""
        line = self.current()
        if line is None:
            return None
        dialog = CreditItemsDialog(self.desk, self.lane, self.words, line.person, self)
        dialog.changed.connect(self.mark_stale)
        dialog.open()
        return dialog

    def open_enter(self) -> AskForm:
        """Enter the points of one letter."""
        translate, line = QCoreApplication.translate, self.current()
        nip = QLineEdit(line.person.nip if line is not None else "", self)
        kind = QComboBox(self)
        for one in CreditKind:
            kind.addItem(self.words.messages.label_of(one), one)
        today = self.today()
        starts, ends = DayField(today, self), DayField(today, self)
        dated = DayField(today, self)
        points, letter, tier = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("Recognition", "Earlier credit points"),
            translate("Recognition", "As the letter says. The tier only where it is another than today's."),
            [
                (translate("Recognition", "&NIP"), nip),
                (translate("Recognition", "&Row"), kind),
                (translate("Recognition", "&From"), starts),
                (translate("Recognition", "&To"), ends),
                (translate("Recognition", "&Points"), points),
                (translate("Recognition", "Number of the &letter"), letter),
                (translate("Recognition", "&Dated"), dated),
                (translate("Recognition", "T&ier"), tier),
            ],
            translate("Recognition", "Enter them"),
            self,
        )

        def work() -> object:
            figure = read_decimal(points.text())
            if figure is None:
                raise UsageRefusal("CRH-102", points=points.text() or "–")
            item = CreditItem(
                "", CreditKind(kind.currentData()), starts.day, ends.day, figure, letter.text(), dated.day, tier.text()
            )  # fmt: skip
            who = nip.text().strip()
            return lambda: self.desk.follow_up.credit_history.enter(who, item)

        dialog.saves_by(work, lambda _: self.mark_stale(), "")
        keep_drafts(dialog, self, "credit.letter", "new", dialog.windowTitle())
        dialog.open()
        return dialog

    def open_import(self) -> IntakeWizard:
        """The import wizard for earlier credit points."""
        return self.open_wizard("CREDIT_ITEMS")

    def export_into(self, path: Path | None = None) -> None:
        """Write the earlier points to a spreadsheet, as they are read back; without a file, ask for it."""
        target = path or self._ask_target("riwayat-angka-kredit.xlsx")
        if target is not None:
            self.lane.ask(
                lambda step: self.desk.follow_up.credit_history.export(target),
                lambda taken: self._written(taken, target),
                self.refusal.tell,
            )

    def export_need(self, path: Path | None = None) -> None:
        """Write what is missing to a spreadsheet; without a file, ask for it."""
        target, year = path or self._ask_target("kekurangan-angka-kredit.xlsx"), self.year
        if target is not None:
            self.lane.ask(
                lambda step: self.desk.follow_up.credit_history.export_need(target, year),
                lambda taken: self._written(taken, target),
                self.refusal.tell,
            )

    def told_why(self, line: StandingLine) -> str:
        rows = [f"NIP {line.person.nip}", line.unit_name, line.person.position_title]
        parts = [
            f"<h3>{escape(self.words.who(line.person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"
        ]
        reason = self.words.messages.reason
        if line.standing is None:
            return "".join([*parts, *([f"<p>{escape(reason(line.why))}</p>"] if line.why is not None else [])])
        return "".join([*parts, *(f"<p>{escape(reason(one))}</p>" for one in line.standing.reasons)])

    def offer_deeds(self, line: StandingLine | None) -> None:
        has_account = line is not None and line.standing is not None
        self.offer(("determine_credit",), has_account)
        self.offer(("credit_letters",), line is not None)
        self.offer(("print_need", "export_need"), any(one.standing is not None for one in self.lines))
        self.offer(("export_credit",), any(one.items for one in self.lines))

    def _ask_target(self, name: str) -> Path | None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        asked = QCoreApplication.translate("Recognition", "Write the list where?")
        chosen, _ = QFileDialog.getSaveFileName(self, asked, str(Path(home) / name), "*.xlsx *.csv")
        return Path(chosen) if chosen else None

    def _written(self, taken: TakenOut, target: Path) -> None:
        said = QCoreApplication.translate("Recognition", "%1 entries written to %2").replace("%2", target.name)
        self.message.emit(self.words.without(said.replace("%1", self.words.number(taken.rows)), taken.left_out))

    def _show(self, lines: tuple[StandingLine, ...]) -> None:
        self.give(sorted(lines, key=lambda line: line.standing is None))
        self._tell()

    def _tell(self) -> None:
        known = [line.standing for line in self.lines if line.standing is not None]
        reached = sum(one.rank is not None and not one.rank.missing for one in known)
        said = QCoreApplication.translate("Recognition", "%1 officials · %2 have reached the next rank · %3 incomplete")
        told = (len(self.lines), reached, sum(not one.is_complete for one in known))
        for place, number in enumerate(told, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return self.words.messages.sentence("FOL-112", {})
