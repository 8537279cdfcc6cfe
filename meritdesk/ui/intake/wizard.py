"""One wizard for every table that comes to the desk: where it comes from, how it is read, what becomes of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from meritdesk.core.drafts import Draft
from meritdesk.core.given import ColumnMapping, DoubtAnswer, GivenBook
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.timekeeping.long_files import MOST_AT_ONCE
from meritdesk.ui.background import Lane
from meritdesk.ui.intake.deeds import OutcomeDeeds
from meritdesk.ui.intake.frame import WizardFrame
from meritdesk.ui.intake.kinds import ImportVerb, every_verb
from meritdesk.ui.intake.mapping_page import MappingPage
from meritdesk.ui.intake.mended import MendedCells
from meritdesk.ui.intake.outcome_page import OutcomePage
from meritdesk.ui.intake.preview_page import PreviewPage
from meritdesk.ui.intake.reading import Judged, Looked, judging, judging_again, look_at
from meritdesk.ui.intake.session import IntakeSession
from meritdesk.ui.intake.source_page import SHOWN_ROWS, SourcePage
from meritdesk.ui.intake.telling import told_counts, told_steps
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class IntakeWizard(WizardFrame):
    """File, columns, preview, outcome. What is known by its headings goes straight to the preview."""

    imported = Signal(object)  # ImportOutcome

    def __init__(self, lane: Lane, words: Words, desk: Desk, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(lane, words, parent)
        self._desk = desk
        self._wanted = kind
        self._verbs = every_verb(desk)
        self._session: IntakeSession | None = None
        self._looked: Looked | None = None
        self._pending: set[int] = set()
        self._is_writing = False
        self.mended = MendedCells(desk, lane)
        self.folder = Path()
        self.source = SourcePage(self._verbs, self)
        self.mapping = MappingPage(self)
        self.preview = PreviewPage(words, self)
        self.outcome = OutcomePage(words, self)
        for page in (self.source, self.mapping, self.preview, self.outcome):
            self.pages.addWidget(page)
        self.deeds = OutcomeDeeds(self, desk)
        self._connect()
        self.retranslate()
        self._go_to(self.source)
        words.language_changed.connect(self.retranslate)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.start.clicked.connect(self.go_on)
        self.save_corrections.clicked.connect(self.deeds.choose_corrections)
        self.source.choose_wanted.connect(self.choose_file)
        self.source.paste_wanted.connect(self.paste)
        self.source.sheet_chosen.connect(self._look)
        self.source.kind_chosen.connect(lambda _: self._kind_chosen())
        self.mapping.heading_row_chosen.connect(self._look_below)
        self.mapping.changed.connect(self.settle)
        self.mapping.forget_wanted.connect(self.deeds.forget)
        self.preview.option.toggled.connect(lambda _: self._judge())
        self.preview.corrected.connect(self._correct)
        self.preview.corrected_alike.connect(self._correct_all)
        self.preview.answered.connect(self._answer)
        self.outcome.go_on.clicked.connect(lambda: self._judge())
        for keys, deed in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
            ("Ctrl+O", self.choose_file),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.source)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    @property
    def verb(self) -> ImportVerb:
        """The kind of table that is being taken over."""
        chosen = self.source.kind.currentIndex()
        if chosen > 0:
            return self._verbs[chosen - 1]
        return self._verb_for(self._layout()) or self._verb_for(self._wanted) or self._verbs[1]

    @property
    def session(self) -> IntakeSession | None:
        """What is being taken over."""
        return self._session

    @property
    def looked(self) -> Looked | None:
        """The sheet that is being taken over, as it was looked at."""
        return self._looked

    def _layout(self) -> str:
        """The layout that the table is read by."""
        session = self._session
        if session is None:
            return ""
        if session.mapping is not None:
            return session.mapping.layout
        if session.book.fill:
            return f"FILL_{session.book.fill}"
        return session.recognition.layout if session.recognition else ""

    def _verb_for(self, layout: str) -> ImportVerb | None:
        return next((verb for verb in self._verbs if layout and layout in verb.layouts), None)

    # Page one: where the table comes from.

    def open_file(self, path: Path) -> None:
        """Read a file; what is known goes straight to the preview. Nothing is written."""
        self.folder = path.parent
        self.mended.path, self.mended.block = str(path), ""
        self._read(lambda step: self._desk.upkeep.tables.open(path, step), path.name)

    def paste(self) -> None:
        """Read the block of cells on the clipboard."""
        if not self.is_busy:
            self.take_block(QGuiApplication.clipboard().text())

    def take_block(self, text: str) -> None:
        """Read a block of cells as a file without a name."""
        name = QCoreApplication.translate("IntakeWizard", "clipboard")
        self.mended.path, self.mended.block = "", text
        self._read(lambda step: self._desk.upkeep.tables.open_pasted(text, name), name)

    def go_on_with(self, path: str, block: str) -> None:
        """Take the table of a draft again; a file that is no longer where it was is asked for."""
        if block:
            self.take_block(block)
        elif Path(path).is_file():
            self.open_file(Path(path))
        else:
            said = QCoreApplication.translate(
                "IntakeWizard", "The file {file} is not where it was. Choose it here: what was mended in it is kept."
            )
            self.say(said.format(file=Path(path).name))

    def _read(self, opening: Callable[[Step], GivenBook], name: str) -> None:
        self._session = self._looked = None
        self.source.say_name(name)
        self.source.show_rows((), 0)
        self._go_to(self.source)
        self.say(QCoreApplication.translate("IntakeWizard", "Reading the file. Nothing is written yet."))
        title = QCoreApplication.translate("IntakeWizard", "Reading {file}").format(file=name)
        self.run(lambda step: look_at(self._desk, opening(step), most_rows=SHOWN_ROWS), self._begin, title=title)

    def _look(self, sheet: str, heading_row: int | None = None) -> None:
        looked = self._looked
        if looked is not None:
            work: Callable[[Step], Looked] = lambda step: look_at(self._desk, looked.book, sheet, heading_row)  # noqa: E731
            then = self._begin if heading_row is None else self._show_mapping
            self.run(work, then)

    def _look_below(self, heading_row: int) -> None:
        if self._looked is not None:
            self._look(self._looked.sheet, heading_row)

    def _begin(self, looked: Looked) -> None:
        """A sheet was looked at: known ones are judged at once, others are mapped first."""
        self._looked = looked
        found = looked.recognition
        self._session = IntakeSession.of(self._lane, looked.book, looked.sheet)
        self._session.recognition = found
        self.source.say_name(looked.book.name)
        self.source.show_sheets([sheet.name for sheet in looked.book.sheets], looked.sheet)
        self.source.show_rows(looked.start, found.heading_row if found else 0)
        self._pending.clear()
        session = self._session

        def mended(draft: Draft | None) -> None:
            if session is self._session:
                self.mended.put_back(session, draft)
                self._begin_judging(looked)

        self.run(lambda step: self.mended.of(session), mended, is_long=False)

    def _begin_judging(self, looked: Looked) -> None:
        found, session = looked.recognition, self._session
        if session is None:
            return
        if found is not None:
            self._show_mapping(looked, goes_there=False)
        exact = next((one for one in looked.offered if found and one.fingerprint == found.fingerprint), None)
        if found is not None and not found.layout:
            if exact is None:
                self._go_to(self.mapping)
                return
            session.mapping = exact
        self._judge()

    def _kind_chosen(self) -> None:
        self.source.retranslate()
        if self._looked is not None:
            self._begin(self._looked)
        else:
            self.settle()

    # Page two: how it is read.

    def _show_mapping(self, looked: Looked, goes_there: bool = True) -> None:
        found = looked.recognition
        if found is None:
            return
        self._looked = looked
        session = self._session
        chosen = self.source.kind.currentIndex()
        by_hand = self._verbs[chosen - 1].layouts[0] if chosen > 0 else ""
        kind = by_hand or found.layout or self._wanted or found.nearest
        kept = session.mapping if session else None
        name = Path(looked.book.name).stem
        self.mapping.show_table(found, kind, name, looked.offered, kept)
        if goes_there:
            self.settle()

    def _use_mapping(self) -> None:
        session = self._session
        if session is None or not self.mapping.is_complete:
            return
        mapping = self.mapping.mapping()
        session.read = None
        session.mapping = mapping
        if mapping.name:
            keep = self._desk.upkeep.mappings.save

            def then(kept: ColumnMapping) -> None:
                session.mapping = kept
                self._judge()

            self.run(lambda step: keep(mapping), then, is_long=False)
        else:
            self._judge()

    def show_columns(self, looked: Looked, mapping: ColumnMapping) -> None:
        """Show a sheet's columns as a mapping reads them."""
        if self._session is not None:
            self._session.mapping = mapping
        self._show_mapping(looked)

    # Page three: what becomes of each row.

    def _judge(self, is_dry: bool = True) -> None:
        session = self._session
        if session is None:
            return
        verb, option = self.verb, self.preview.option.isChecked()
        judges = QCoreApplication.translate("IntakeWizard", "Judging every row. Nothing is written yet.")
        self.say(judges if is_dry else QCoreApplication.translate("IntakeWizard", "Writing the good rows…"))
        work = judging(self._desk, session, verb, self._words.messages, is_dry, option)
        # What was only looked at may not stand in the queue and the history as an import that is done.
        looks = QCoreApplication.translate("IntakeWizard", "Preview: {what}").format(what=verb.name())
        self.run(work, lambda judged: self._judged(session, judged, is_dry), title=looks if is_dry else "")
        self._is_writing = not is_dry

    def cancelled_words(self, reached: int) -> str:
        """Of the longest files the portions that were written before stay, and the clerk is told so."""
        written = reached // MOST_AT_ONCE * MOST_AT_ONCE if self._is_writing and self.verb.is_in_portions else 0
        if not written:
            return super().cancelled_words(reached)
        told = QCoreApplication.translate(
            "IntakeWizard",
            "Cancelled. The first {rows} rows were written before and stay; import the same file again to go on.",
        )
        return singular(told.format(rows=self._words.number(written)))

    def _judged(self, session: IntakeSession, judged: Judged, is_dry: bool) -> None:
        if session is not self._session:
            return
        session.outcome, session.lines = judged.outcome, judged.lines
        self._pending.clear()
        if is_dry:
            self._go_to(self.preview)
            self.preview.show_session(session)
            self._say_counts()
            self.preview.view.setFocus()
            return
        if judged.outcome.changes.change_set_id:
            session.written.append(judged.outcome.changes.change_set_id)
        self.mended.drop(session)
        self._go_to(self.outcome)
        self.outcome.show_session(session, told_counts(judged.outcome, False, self._words))
        self.say("")
        self.imported.emit(judged.outcome)
        next((one for one in self.outcome.buttons if one.isVisibleTo(self)), self.finish).setFocus()

    def _correct(self, row: int, name: str, text: str) -> None:
        if self._session is not None:
            self._judge_again(row, self._session.correct(row, name, text))

    def _correct_all(self, rows: Sequence[int], name: str, text: str) -> None:
        if self._session is not None:
            self._judge_again(rows[0], self._session.correct_all(rows, name, text))

    def _answer(self, row: int, said: DoubtAnswer | None) -> None:
        if self._session is not None:
            self._judge_again(row, self._session.answer(row, said))

    def _judge_again(self, row: int, rows: Set[int]) -> None:
        """Judge what stands or falls with a corrected row: these rows, or the whole table where all is bound."""
        session = self._session
        found = frozenset(rows)
        if session is None or session.outcome is None:
            return
        self.mended.keep(session)
        verb, option, messages = self.verb, self.preview.option.isChecked(), self._words.messages
        if found:
            self._pending |= found
            asked = frozenset(self._pending)
            work = judging_again(session, verb, messages, asked, option)
        else:
            asked = frozenset(self._pending)
            work = judging(self._desk, session, verb, messages, True, option)

        def then(judged: Judged) -> None:
            if session is self._session:
                session.outcome, session.lines = judged.outcome, judged.lines
                self._pending -= asked
                self.preview.show_session(session, keeps_place=True)
                self._say_counts()
                self.settle()

        self.say(QCoreApplication.translate("IntakeWizard", "Row {row} is judged again…").format(row=row))
        looks = QCoreApplication.translate("IntakeWizard", "Preview: {what}").format(what=verb.name())
        self._lane.ask(work, then, self.fail, title=looks, key=f"intake.{id(self)}")
        self.settle()

    def _say_counts(self) -> None:
        session = self._session
        if session is None or session.outcome is None:
            return
        told = told_counts(session.outcome, True, self._words)
        if session.mapping is not None and session.mapping.name:
            said = QCoreApplication.translate("IntakeWizard", "Read by the mapping “{name}”.")
            told += " " + said.format(name=session.mapping.name)
        if session.kept.corrections:
            said = QCoreApplication.translate("IntakeWizard", "{count} cells were put right here, not in the file.")
            told += " " + said.format(count=self._words.number(len(session.kept.corrections)))
        self.say(told)

    # All pages.

    def go_back(self) -> None:
        """One page back; corrections and answers stay."""
        if self.is_busy:
            return
        page = self.pages.currentWidget()
        if page is self.outcome:
            self._judge()
        elif page is self.preview and self._looked is not None and self._looked.recognition is not None:
            self._show_mapping(self._looked)
            self._go_to(self.mapping)
        elif page is not self.source:
            self._go_to(self.source)

    def go_on(self) -> None:
        """One page on; from the preview that means writing the good rows."""
        if self.is_busy or not self.start.isEnabled() or not self.start.isVisible():
            return
        page = self.pages.currentWidget()
        if page is self.source and self._looked is not None:
            found = self._looked.recognition
            if found is None or found.layout:
                self._judge()
            else:
                self._go_to(self.mapping)
        elif page is self.mapping:
            self._use_mapping()
        elif page is self.preview and not self._pending:
            self._judge(is_dry=False)

    def _go_to(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        if page is self.mapping:
            known = QCoreApplication.translate(
                "IntakeWizard", "The headings are known. Change a line only where something is read wrongly."
            )
            said = QCoreApplication.translate(
                "IntakeWizard",
                "The headings are not known yet. Say which column is what (F2 opens a cell); "
                "the file itself is only read.",
            )
            self.say(known if self.mapping.is_known else said)
            self.mapping.column_view.setFocus()
            if self.mapping.columns.rowCount():
                self.mapping.column_view.setCurrentIndex(self.mapping.columns.index(0, 2))
        elif page is self.source:
            self.say("")
            self.source.choose.setFocus()
        self.settle()

    def settle(self) -> None:
        """Show the buttons that make sense now, and only those."""
        page, session = self.pages.currentWidget(), self._session
        counts = session.outcome.counts if session and session.outcome else None
        to_write = counts.added + counts.changed if counts else 0
        self.bar.setVisible(self.is_busy)
        self.left.setVisible(self.is_busy)
        self.stop.setVisible(self.is_busy)
        self.pages.setEnabled(not self.is_busy or page is self.source)
        self.source.set_busy(self.is_busy)
        self.outcome.set_busy(self.is_busy)
        self.back.setVisible(page is not self.source)
        self.back.setEnabled(not self.is_busy)
        verb = self.verb
        self.preview.option.setVisible(verb.option is not None)
        has_refusals = bool(session and session.outcome and session.outcome.has_refusals)
        # Where nothing can be imported there is no outcome page: what was refused is taken along from here.
        self.save_corrections.setVisible(page is self.preview and has_refusals)
        self._say_corrections()
        self.save_corrections.setEnabled(not self.is_busy)
        if page is self.source:
            is_ready = self._looked is not None
        elif page is self.mapping:
            is_ready = session is not None and self.mapping.is_complete
        else:
            is_ready = to_write > 0 and not self._pending
        has_more = {self.source: is_ready, self.preview: to_write > 0, self.outcome: False}
        self.start.setVisible(has_more.get(page, True) if page is not None else False)
        self.start.setEnabled(not self.is_busy and is_ready)
        self._say_steps()

    def _say_corrections(self) -> None:
        sheet = QCoreApplication.translate("IntakeWizard", "Save the sheet for &correction…")
        rows = QCoreApplication.translate("IntakeOutcome", "Save a &workbook of refused rows…")
        self.save_corrections.setText(rows if self.verb.corrections is None else sheet)

    def _say_steps(self) -> None:
        translate = QCoreApplication.translate
        page, session = self.pages.currentWidget(), self._session
        self.steps.setText(told_steps(self.pages.currentIndex()))
        counts = session.outcome.counts if session and session.outcome else None
        to_write = self._words.number(counts.added + counts.changed if counts else 0)
        if page is self.preview:
            self.start.setText(singular(translate("IntakeWizard", "&Import {count} rows").format(count=to_write)))
        else:
            self.start.setText(translate("IntakeWizard", "&Next"))
        what = self.verb.name() if session is not None or self._wanted or self.source.kind.currentIndex() else ""
        title = translate("IntakeWizard", "Import: {what}").format(what=what) if what else ""
        self.setWindowTitle(title or translate("IntakeWizard", "Import"))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        label = self._words.messages.label
        layouts = self._desk.upkeep.tables.layouts()
        self.mapping.offer_layouts(layouts, {one.name: label(f"LAYOUT:{one.name}") for one in layouts})
        for page in (self.source, self.mapping, self.preview, self.outcome):
            page.retranslate()
        option = self.verb.option
        self.preview.option.setText(option() if option else "")
        self.say_foot()
        if self.pages.currentWidget() is self.preview:
            self._say_counts()
        self.settle()
