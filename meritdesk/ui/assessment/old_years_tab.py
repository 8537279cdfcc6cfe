"""Tahun lama: the papers of the years before 2022, entered, taken over, recalculated and printed by their own rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_years import (
    LAST_OLD_YEAR,
    OldCategory,
    OldEvaluation,
    OldPart,
    OldScheme,
    OldYearField,
    OldYearLine,
    OldYearQuery,
    OldYearState,
)
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.old_years import OldEntered, OldPrintOutcome, OldYearCard, Recalculation
from meritdesk.services.changes import ImportOutcome
from meritdesk.services.print_job import Selection
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.assessment.old_year_dialog import OldYearDialog
from meritdesk.ui.assessment.old_year_table import OLD_YEAR_FIELDS, OldYearColumn, OldYearTable, label_words
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_FACETS = {
    OldYearField.YEAR: OldYearColumn.YEAR,
    OldYearField.PART: OldYearColumn.PART,
    OldYearField.SCHEME: OldYearColumn.RULE,
    OldYearField.CATEGORY: OldYearColumn.LABEL,
    OldYearField.STATE: OldYearColumn.STATE,
}
"""What the list can be filtered by, each called as its column is."""


class OldYearsPage(RoomPage):
    """The shelf of old papers; it never touches the evaluations of today."""

    room = "assessment"
    nouns = frozenset({"old_years", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._card: OldYearCard | None = None
        self._years: tuple[int, ...] = ()
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.enter_button = QPushButton(self)
        self.enter_button.setObjectName("primary")
        self.enter_button.clicked.connect(lambda: self.open_entry())
        self.import_button = QPushButton(self)
        self.import_button.clicked.connect(self.open_import)
        self.edit_button = QPushButton(self)
        self.edit_button.clicked.connect(self.edit_chosen)
        self.recalculate_button = QPushButton(self)
        self.recalculate_button.clicked.connect(self.recalculate)
        self.print_button = QPushButton(self)
        self.print_button.clicked.connect(lambda: self.print_to())
        self.print_year_button = QPushButton(self)
        self.print_year_button.clicked.connect(lambda: self.print_to(is_whole_year=True))
        self.remove_button = QPushButton(self)
        self.remove_button.clicked.connect(self.remove_chosen)
        self.refusal = RefusalStrip(self.words, self)
        self.table = OldYearTable(self.words, self)
        old = self.desk.assessment.old_years
        self.listing = LineList(
            "assessment.old_years",
            self.table,
            self,
            facets=[self._facet(field, column) for field, column in _FACETS.items()],
            reading=Reading(
                lambda how: old.count(_query(how)),
                lambda how, offset, limit: old.lines(replace(_query(how), offset=offset, limit=limit)),
            ),
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("OldYearsPage", "Years before 2022")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(self._line_chosen)
        self.listing.line_opened.connect(lambda _: self.edit_chosen())
        self.listing.settled.connect(self._settled)
        self.view, self.search = self.listing.view, self.listing.search
        self.listing.put_beside(self.edit_button, self.remove_button)
        self.why = QTextBrowser(self)
        self.why.setOpenLinks(False)
        self.page_actions = {
            name: page_action(self, name, *keys)
            for name, keys in (
                ("old_enter", ("Ctrl+N",)),
                ("old_edit", ("F2",)),
                ("old_import", ("Ctrl+I",)),
                ("old_recalculate", ("Ctrl+R",)),
                ("old_print", ("Ctrl+P",)),
                ("old_print_year", ("Ctrl+Shift+P",)),
                ("old_remove", ("Ctrl+Del",)),
            )
        }
        for name, verb in (
            ("old_enter", self.open_entry),
            ("old_edit", self.edit_chosen),
            ("old_import", self.open_import),
            ("old_recalculate", self.recalculate),
            ("old_print", self.print_to),
            ("old_print_year", lambda: self.print_to(is_whole_year=True)),
            ("old_remove", self.remove_chosen),
        ):
            self.page_actions[name].triggered.connect(lambda _=False, do=verb: do())
        self.listing.offer(*(self.page_actions[name] for name in ("old_edit", "old_print", "old_remove")))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        for button in (
            self.print_button,
            self.print_year_button,
            self.recalculate_button,
            self.import_button,
            self.enter_button,
        ):
            top.addWidget(button)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.listing)
        splitter.addWidget(self.why)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 2)
        self.why.setMinimumWidth(look.in_letters(230))
        splitter.setSizes([890, 290])
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(splitter, 1)

    def load(self, period: Period) -> None:
        """Read the shelf; the year of the head chooses the filter when it is an old one."""
        self.lane.ask(lambda step: self.desk.assessment.old_years.years(), self._show_years, key="old-years.known")
        if period.year <= LAST_OLD_YEAR and period.year in self._years and period.year != self._year:
            self.listing.keep("year", [str(period.year)])
        else:
            self.listing.ask()

    def primary_focus(self) -> QWidget:
        """The list, or the search while there is nothing in it."""
        return self.view if self.listing.total else self.enter_button

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A person or a year that another page asked for."""
        wanted = str(filters.get("nip") or filters.get("search") or "")
        if wanted:
            self.listing.narrow_to(wanted)

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self.title.setText(translate("OldYearsPage", "Years before 2022"))
        self.enter_button.setText(translate("OldYearsPage", "Enter a paper..."))
        self.import_button.setText(translate("OldYearsPage", "Import..."))
        self.edit_button.setText(translate("OldYearsPage", "Correct..."))
        self.remove_button.setText(translate("OldYearsPage", "Remove..."))
        self.recalculate_button.setText(translate("OldYearsPage", "Recalculate the year"))
        self.print_button.setText(translate("OldYearsPage", "Print..."))
        self.print_year_button.setText(translate("OldYearsPage", "Print the year..."))
        self.why.setAccessibleName(translate("OldYearsPage", "How it came about"))
        for name, text in (
            ("old_enter", translate("OldYearsPage", "Enter an old paper")),
            ("old_edit", translate("OldYearsPage", "Correct the chosen paper")),
            ("old_import", translate("OldYearsPage", "Import old papers")),
            ("old_recalculate", translate("OldYearsPage", "Recalculate the chosen year")),
            ("old_print", translate("OldYearsPage", "Print the sheet of the chosen person")),
            ("old_print_year", translate("OldYearsPage", "Print the sheets of the whole year")),
            ("old_remove", translate("OldYearsPage", "Remove the chosen paper")),
        ):
            self.page_actions[name].setText(text)
        self.listing.say()
        self._say_count()
        self._say_why()

    @property
    def _year(self) -> int:
        """The one year to which the list is narrowed, or none."""
        return int(self.listing.arrangement.only("year") or 0)

    def _show_years(self, years: tuple[int, ...]) -> None:
        self._years = years

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "OldYearsPage",
            "No papers of years before 2022 yet.\nEnter one with Ctrl+N, or import a sheet with Ctrl+I. "
            "They keep their own rules: PP 46/2011, PP 30/2019 and PermenPANRB 8/2021.",
        )

    def _facet(self, field: OldYearField, column: OldYearColumn) -> Facet:
        return Facet(field.value, lambda: self.table.heading(column), lambda: self._choices(field))

    def _choices(self, field: OldYearField) -> list[Choice]:
        label = self.words.messages.label_of
        if field is OldYearField.YEAR:
            return [Choice(str(year), str(year)) for year in self._years]
        if field is OldYearField.STATE:
            asking = (OldYearState.OPEN, OldYearState.DIFFERS)
            return [Choice(state.value, self.table.state_words(state)) for state in asking]
        kinds: Iterable[OldPart | OldScheme | OldCategory] = {
            OldYearField.PART: OldPart,
            OldYearField.SCHEME: OldScheme,
        }.get(field, OldCategory)
        return [Choice(kind.value, label(kind)) for kind in kinds]

    def _settled(self) -> None:
        if not self.listing.total:
            self._card = None
            self._say_why()
        self._say_count()
        self._settle()

    def _say_count(self) -> None:
        said = QCoreApplication.translate("OldYearsPage", "%1 papers · %2 of those shown ask for a look")
        open_ones = sum(line.state is not OldYearState.AGREES for line in self.table.here())
        told = said.replace("%1", self.words.number(self.listing.total)).replace("%2", self.words.number(open_ones))
        self.listing.summary.setText(told if self.listing.total else "")

    def _chosen(self) -> OldYearLine | None:
        return self.listing.current()

    def _line_chosen(self, line: OldYearLine | None) -> None:
        self._settle()
        if line is None:
            return
        self.lane.ask(
            lambda step: self.desk.assessment.old_years.show(line.nip, line.year),
            self._show_card,
            self.refusal.tell,
            key="old-year-card",
        )

    def _show_card(self, card: OldYearCard) -> None:
        self._card = card
        self._say_why()

    def _settle(self) -> None:
        has_line = self._chosen() is not None
        for button in (
            self.edit_button,
            self.remove_button,
            self.print_button,
            self.print_year_button,
            self.recalculate_button,
        ):
            button.setEnabled(has_line)

    def _say_why(self) -> None:
        translate = QCoreApplication.translate
        card = self._card
        if card is None:
            self.why.setPlainText(translate("OldYearsPage", "Choose a paper to see how its score came about."))
            return
        say = self.words.messages
        blocks = [f"<p><b>{escape(self.words.who(card.person))}</b><br/>{card.year}</p>"]
        if len(card.papers) > 1 or card.outcome.score is None:
            heading = translate("OldYearsPage", "The whole year")
            if card.outcome.score is not None:
                final = card.rules.pp30.final if card.rules.pp30 else None
                label = say.of_pack(final.labels[card.outcome.category]) if final and card.outcome.category else ""
                heading += f": {say.noted(printed_decimal(card.outcome.score))} {label}"
            blocks.append(_part(heading, [self._told(one) for one in card.outcome.explanation]))
        for one in card.papers:
            stated = one.record.paper
            heading = f"{say.label_of(stated.part)} · {say.label_of(stated.scheme)}"
            if one.result is not None:
                label = label_words(self.words, one.result.category, stated.scheme)
                heading += f": {say.noted(printed_decimal(one.result.score))} {label}"
            amber = look.asks().name()
            lines = [
                f'<span style="color:{amber}">⚠ {escape(say.sentence(hint.code, hint.facts))}</span>'
                for hint in (*one.faults, *one.remarks)
            ]
            lines += [self._told(reason) for reason in (one.result.explanation if one.result else ())]
            blocks.append(_part(heading, lines))
        self.why.setHtml("".join(blocks))

    def _told(self, reason: object) -> str:
        source = getattr(reason, "source", "")
        article = f" <small>({escape(self.words.messages.cited(source))})</small>" if source else ""
        return f"{escape(self.words.messages.reason(reason))}{article}"  # type: ignore[arg-type]

    def open_entry(self) -> OldYearDialog:
        """A new paper; the year of the filter is the first guess."""
        chosen = self._chosen()
        year = self._year or (chosen.year if chosen else LAST_OLD_YEAR)
        dialog = OldYearDialog(self.desk, self.words, self._keep, year=year, parent=self)
        keep_drafts(dialog, self, "assessment.old_year.new", str(year), str(year))
        return self._open(dialog)

    def edit_chosen(self) -> OldYearDialog | None:
        """The chosen paper, to be corrected as its next version."""
        line, card = self._chosen(), self._card
        if line is None or card is None or card.person.person_id != line.person_id:
            return None
        found = next((one.record.paper for one in card.papers if one.record.paper.part is line.part), None)
        if found is None or card.year != line.year:
            return None
        dialog = OldYearDialog(self.desk, self.words, self._keep, line.nip, line.name, found, parent=self)
        place = f"{line.person_id}|{line.year}|{line.part.value}"
        keep_drafts(dialog, self, "assessment.old_year", place, line.name, facts={"nip": line.nip})
        return self._open(dialog)

    def _open(self, dialog: OldYearDialog) -> OldYearDialog:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _keep(self, nip: str, paper: OldEvaluation) -> None:
        dialog = self._dialog

        def done(entered: OldEntered) -> None:
            self.listing.choose(lambda line: line.nip == nip)
            dialog.accept()
            said = QCoreApplication.translate("OldYearsPage", "The paper of %1 is kept.")
            self.offer_undo.emit(said.replace("%1", str(paper.year)), entered.changes.change_set_id)

        self.lane.ask(
            lambda step: self.desk.assessment.old_years.enter(nip, paper),
            done,
            dialog.tell,
            touches=frozenset({"old_years"}),
        )

    def open_import(self) -> IntakeWizard:
        """The import wizard, for old papers and for the lines of old SKPs."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "OLD_YEARS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            said = QCoreApplication.translate("OldYearsPage", "Import finished: %1 rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(said.replace("%1", self.words.number(written)), outcome.changes.change_set_id)

    def recalculate(self) -> None:
        """Hold the chosen year against its own rules; changed outcomes are kept only after a yes in numbers."""
        line = self._chosen()
        year = self._year or (line.year if line else 0)
        if not year:
            return
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.old_years.recalculate(year, step=step),
            self._recalculated,
            self.refusal.tell,
            QCoreApplication.translate("OldYearsPage", "Recalculating"),
            True,
        )

    def _recalculated(self, found: Recalculation) -> None:
        translate = QCoreApplication.translate
        changed = found.count("changed")
        if not changed:
            said = translate("OldYearsPage", "%1: %2 papers recalculated, all outcomes are the same. Digest %3")
            told = said.replace("%1", str(found.year)).replace("%2", self.words.number(found.count("same")))
            self.message.emit(told.replace("%3", found.digest[:12]))
            return
        question = translate("OldYearsPage", "Keep %1 changed outcomes of %2?")
        if asks(
            self,
            question.replace("%1", self.words.number(changed)).replace("%2", str(found.year)),
            translate("OldYearsPage", "Each becomes the next version of its paper; the journal keeps the old figures."),
            translate("OldYearsPage", "Keep them"),
        ):
            self.lane.ask(
                lambda step: self.desk.assessment.old_years.recalculate(found.year, keep=True, step=step).changes,
                self._kept,
                self.refusal.tell,
                translate("OldYearsPage", "Recalculating"),
                True,
            )

    def _kept(self, changes: Changes) -> None:
        said = QCoreApplication.translate("OldYearsPage", "The new outcomes are kept.")
        self.offer_undo.emit(said, changes.change_set_id)

    def print_to(self, folder: Path | None = None, is_whole_year: bool = False) -> None:
        """Print the sheet of the chosen person, or everybody's of that year, into a folder."""
        line = self._chosen()
        if line is None:
            return
        translate = QCoreApplication.translate
        target = folder or ask_folder(self, translate("OldYearsPage", "Where to print to"))
        if target is None:
            return
        selection = Selection() if is_whole_year else Selection(nip=line.nip)
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.old_years.print(line.year, selection, target, step=step),
            self._printed,
            self.refusal.tell,
            translate("OldYearsPage", "Printing"),
            is_whole_year,
            touches=frozenset({"documents"}),
        )

    def _printed(self, outcome: OldPrintOutcome) -> None:
        translate = QCoreApplication.translate
        if outcome.file is None:
            self.message.emit(translate("OldYearsPage", "Not printed: the paper is not complete yet."))
            return
        said = translate("OldYearsPage", "Printed: %1 (%2 sheets, %3 left out as incomplete)")
        told = said.replace("%1", Path(outcome.file.path).name).replace("%2", self.words.number(outcome.sheets))
        self.message.emit(told.replace("%3", self.words.number(len(outcome.blocked))))

    def remove_chosen(self) -> None:
        """Take the chosen paper out after a yes; it can be undone."""
        line = self._chosen()
        if line is None:
            return
        translate = QCoreApplication.translate
        question = translate("OldYearsPage", "Remove the paper of %1 for %2?")
        if not asks(
            self,
            question.replace("%1", str(line.year)).replace("%2", line.name),
            translate("OldYearsPage", "One paper leaves the list. It can be taken back at once or from the journal."),
            translate("OldYearsPage", "Remove it"),
        ):
            return

        def done(changes: Changes) -> None:
            self.offer_undo.emit(translate("OldYearsPage", "The paper was removed."), changes.change_set_id)

        self.lane.ask(
            lambda step: self.desk.assessment.old_years.remove(line.nip, line.year, line.part),
            done,
            self.refusal.tell,
        )


def _query(arrangement: Arrangement) -> OldYearQuery:
    kept = [(field, tuple(sorted(arrangement.kept.get(field.value, ())))) for field in _FACETS]
    order = tuple((OLD_YEAR_FIELDS[OldYearColumn(column)], falls) for column, falls in arrangement.order)
    return OldYearQuery(search=arrangement.search, kept=tuple(one for one in kept if one[1]), order=order)


def _part(heading: str, lines: list[str]) -> str:
    return f"<p><b>{escape(heading)}</b></p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
