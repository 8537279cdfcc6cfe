"""Wilayah, merit: the merit index of all governments side by side, with their IP ASN and talent boxes."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.discipline import SanctionLevel
from meritdesk.core.periods import Period
from meritdesk.core.region_merit import GovernmentMerit
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_list_tab import RegionListTab
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class MeritColumn(IntEnum):
    """What stands in a line of the comparison."""

    NAME = 0
    SCHEME = 1
    INDEX = 2
    CATEGORY = 3
    STATE = 4
    IP = 5
    PLACED = 6
    SUCCESSION = 7
    CODE = 8


class RegionMeritTable(LineTable[GovernmentMerit]):
    """One line a government and scheme, the highest index first."""

    columns = MeritColumn
    numbers = frozenset({MeritColumn.INDEX, MeritColumn.IP, MeritColumn.PLACED, MeritColumn.SUCCESSION})
    named_by = frozenset({MeritColumn.NAME, MeritColumn.SCHEME})
    hidden = frozenset({MeritColumn.CODE})

    def identity(self, line: GovernmentMerit) -> object:
        return line.agency, line.pack_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Talent", "Government"),
            translate("Talent", "Scheme"),
            translate("Talent", "Merit index"),
            translate("Talent", "Category"),
            translate("Talent", "State"),
            translate("Talent", "IP ASN"),
            translate("Talent", "Boxes"),
            translate("Talent", "Boxes 7-9"),
            translate("Talent", "Code"),
        )[column]

    def shown(self, line: GovernmentMerit, column: int) -> str:
        translate = QCoreApplication.translate
        state = translate("Talent", "Preliminary") if line.pack_id else translate("Talent", "Nothing handed over")
        return (
            line.name,
            line.pack_id or "–",
            self.words.decimal(line.index) if line.index is not None else "–",
            line.category or "–",
            translate("Talent", "Fixed") if line.is_fixed else state,
            self.words.decimal(line.mean_index) if line.mean_index is not None else "–",
            self.words.number(line.placed),
            self.words.number(line.succession),
            line.agency,
        )[column]

    def value(self, line: GovernmentMerit, column: int) -> object:
        known = {
            MeritColumn.INDEX: line.index if line.index is not None else Decimal(-1),
            MeritColumn.IP: line.mean_index if line.mean_index is not None else Decimal(-1),
            MeritColumn.PLACED: line.placed,
            MeritColumn.SUCCESSION: line.succession,
        }
        return known.get(MeritColumn(column), self.shown(line, column))


class RegionMeritTab(RegionListTab[GovernmentMerit]):
    """The governments of the region side by side."""

    nouns = frozenset({"merit", "talent", "asn_index", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.lines: tuple[GovernmentMerit, ...] = ()
        self.table = RegionMeritTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (MeritColumn.SCHEME, MeritColumn.CATEGORY, MeritColumn.STATE)
        ]
        self.build("overview.region.merit", self.table, facets, {"region_merit_again": ("Ctrl+Return", self.refresh)})
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Merit system of the governments")
        self.listing.empty_words = lambda how: (
            "" if how.is_narrowed else QCoreApplication.translate("Talent", "No government is known here yet.")
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.ask("region.merit", lambda: self.desk.overview.region_merit.lines(period.year), self._show)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Merit system of the governments"))
        self.lead.setText(
            translate(
                "Talent",
                "Index, IP ASN and boxes as each government fixed them and handed them over. Indices of the two "
                "schemes are not comparable.",
            )
        )
        self.say_deeds({"region_merit_again": translate("Talent", "Read again")})

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        self.why.setHtml(self._told(line) if line is not None else "")

    def _show(self, lines: tuple[GovernmentMerit, ...]) -> None:
        self.lines = lines
        self.listing.show_lines(lines)
        self.settle()

    def _told(self, line: GovernmentMerit) -> str:
        translate = QCoreApplication.translate
        said = [
            singular(translate("Talent", "%1 levels given").replace("%1", self.words.number(line.given))),
            singular(translate("Talent", "%1 indices of staff fixed").replace("%1", self.words.number(line.indices))),
        ]
        level = {
            SanctionLevel.LIGHT: translate("Talent", "light"),
            SanctionLevel.MODERATE: translate("Talent", "moderate"),
            SanctionLevel.SEVERE: translate("Talent", "severe"),
        }
        for counts, words in (
            (line.steps, translate("Talent", "Unexcused absence has brought people to a level of discipline: %1")),
            (line.sanctions, translate("Talent", "Sanctions of the year: %1")),
        ):
            if counts:
                told = ", ".join(f"{level[one]} {self.words.number(counts[one])}" for one in level if one in counts)
                said.append(words.replace("%1", told))
        if line.pulse is not None:
            said.append(
                translate("Talent", "Culture pulse, mean of all answers: %1").replace(
                    "%1", self.words.decimal(line.pulse)
                )
            )
        said += [f"{code}: {self.words.decimal(value)}" for code, value in line.aspects.items()]
        rows = "".join(f"<p>{escape(one)}</p>" for one in said)
        return f"<h3>{escape(line.name)}</h3><p>{escape(line.pack_id or '–')} · {line.year}</p>{rows}"
