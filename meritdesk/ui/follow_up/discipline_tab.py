"""Tindak lanjut, disiplin: the entries of the register that who acts may read; opening one is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from meritdesk.core.discipline import Appeal, Sanction, SanctionKind, SanctionState
from meritdesk.core.documents import PaperStyle
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.discipline import OpenedSanction, SanctionLine
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.ask_form import AskForm
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.pay_tables import SanctionColumn, SanctionTable
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

_IN_MENU = ("import_sanctions", "export_sanctions", "print_register", "name_readers", "note_appeal", "revoke_sanction")


def _state(line: object) -> StrEnum:
    assert isinstance(line, SanctionLine)
    return line.state


class DisciplineTab(ListedTab[SanctionLine]):
    """The register of disciplinary sanctions (PP 94/2021)."""

    nouns = frozenset({"people", "units", "discipline", "confidential"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.opened: OpenedSanction | None = None
        self.table = SanctionTable(words, self)
        self.build(
            "follow_up.discipline",
            self.table,
            [
                self.state_facet(SanctionState, _state),
                *(
                    column_facet(self.table, column, lambda: self.lines)
                    for column in (SanctionColumn.LEVEL, SanctionColumn.KIND, SanctionColumn.UNIT)
                ),
            ],
            {
                "import_sanctions": ("", self.open_import),
                "export_sanctions": ("", self.export_into),
                "print_register": ("Ctrl+P", self.open_paper),
                "name_readers": ("", self.open_readers),
                "note_appeal": ("", self.open_appeal),
                "revoke_sanction": ("", self.open_revoke),
                "add_sanction": ("Ctrl+N", self.open_add),
                "open_sanction": ("", self.open_entry),
            },
        )
        self.more = QPushButton(self)
        self.more_menu = QMenu(self)
        for name in _IN_MENU:
            self.buttons[name].hide()
            self.more_menu.addAction(self.deeds[name])
        self.more.setMenu(self.more_menu)
        self.head.insertWidget(1, self.more)
        self.listing.title_words = lambda: QCoreApplication.translate("DisciplineTab", "Discipline register")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.discipline.lines(), self._show, self.refused, key="follow-up-discipline"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("DisciplineTab", "Disciplinary sanctions"))
        self.lead.setText(
            translate(
                "DisciplineTab",
                "Confidential: you see what you entered and what names you as a reader. Each opening is written down.",
            )
        )
        self.more.setText(translate("DisciplineTab", "&More"))
        self.say_parts(
            {
                "import_sanctions": (
                    translate("DisciplineTab", "Import…"),
                    translate("DisciplineTab", "Import sanctions…"),
                ),
                "export_sanctions": (
                    translate("DisciplineTab", "Export…"),
                    translate("DisciplineTab", "Write the register to a spreadsheet…"),
                ),
                "print_register": (
                    translate("DisciplineTab", "Print…"),
                    translate("DisciplineTab", "Print the register…"),
                ),
                "name_readers": (
                    translate("DisciplineTab", "Readers…"),
                    translate("DisciplineTab", "Who may read the entry…"),
                ),
                "note_appeal": (translate("DisciplineTab", "Appeal…"), translate("DisciplineTab", "Note an appeal…")),
                "revoke_sanction": (
                    translate("DisciplineTab", "Revoke…"),
                    translate("DisciplineTab", "Revoke the sanction…"),
                ),
                "add_sanction": (translate("DisciplineTab", "Enter…"), translate("DisciplineTab", "Enter a sanction…")),
                "open_sanction": (translate("DisciplineTab", "Open"), translate("DisciplineTab", "Open the entry")),
            }
        )
        self._tell()

    def told_why(self, line: SanctionLine) -> str:
        """What is known without opening; after it, everything."""
        translate, label = QCoreApplication.translate, self.words.messages.label_of
        rows = [f"NIP {line.person.nip}", line.unit_name, line.person.position_title]
        parts = [
            f"<h3>{escape(self.words.who(line.person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"
        ]
        parts.append(f"<p><b>{escape(label(line.kind))}</b> ({escape(label(line.level))})</p>")
        effect = line.effect
        if effect is not None and effect.cut_starts is not None:
            told = translate("DisciplineTab", "Pay: %1 % less from %2 to %3.")
            told = told.replace("%1", f"{effect.cut_percent.normalize():f}").replace(
                "%2", self.words.day(effect.cut_starts)
            )
            parts.append(
                f"<p>{escape(told.replace('%3', self.words.day(effect.cut_ends) if effect.cut_ends else '–'))}</p>"
            )
        if self.opened is None or self.opened.sanction.sanction_id != line.sanction_id:
            said = translate("DisciplineTab", "Enter opens letter and reason; who did so is written down.")
            parts.append(f"<p>{escape(said)}</p>")
            return "".join(parts)
        one = self.opened.sanction
        facts = [
            (
                translate("DisciplineTab", "Decision"),
                f"{one.letter_number}, {self.words.day(one.decided_on)}, {one.decided_by}",
            ),
            (translate("DisciplineTab", "Reason"), one.reason + (f" ({one.article})" if one.article else "")),
            (translate("DisciplineTab", "Appeal"), f"{label(one.appeal)} {one.appeal_words}"),
        ]
        if one.revoked_on is not None:
            revoked = f"{self.words.day(one.revoked_on)}, {one.revoking_letter}: {one.why_revoked}"
            facts.append((translate("DisciplineTab", "Revoked"), revoked))
        facts.append((translate("DisciplineTab", "Readers"), ", ".join((one.author, *one.readers))))
        seen = "; ".join(
            f"{opening.opened_by} {self.words.moment(opening.opened_at)}" for opening in self.opened.openings
        )
        facts.append((translate("DisciplineTab", "Opened by"), seen or "–"))
        parts += [f"<h4>{escape(name)}</h4><p>{escape(text)}</p>" for name, text in facts]
        return "".join(parts)

    def offer_deeds(self, line: SanctionLine | None) -> None:
        for name, deed in self.deeds.items():
            is_possible = line is not None or name in ("import_sanctions", "add_sanction")
            if name == "revoke_sanction" or name == "note_appeal":
                is_possible = line is not None and line.state is not SanctionState.REVOKED
            deed.setEnabled(is_possible)
            self.buttons[name].setEnabled(is_possible)

    def open_entry(self) -> None:
        """Open the chosen entry: it is written down first, then letter and reason are shown beside the list."""
        line = self.current()
        if line is not None:
            self.lane.ask(
                lambda step: self.desk.follow_up.discipline.open(line.sanction_id), self._opened, self.refusal.tell
            )

    def open_add(self) -> AskForm:
        """Enter a decision from its letter."""
        translate = QCoreApplication.translate
        nip, letter, by, article, reason, readers = (QLineEdit(self) for _ in range(6))
        kind = QComboBox(self)
        for one in SanctionKind:
            kind.addItem(self.words.messages.label_of(one), one)
        today = self.desk.register.today()
        decided, starts = DayField(today, self), DayField(today, self)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("DisciplineTab", "Sanction"),
            translate("DisciplineTab", "As the letter says. The last day follows from the kind of sanction."),
            [
                (translate("DisciplineTab", "&NIP"), nip),
                (translate("DisciplineTab", "&Sanction"), kind),
                (translate("DisciplineTab", "Number of the &letter"), letter),
                (translate("DisciplineTab", "&Decided on"), decided),
                (translate("DisciplineTab", "In &force from"), starts),
                (translate("DisciplineTab", "Decided &by"), by),
                (translate("DisciplineTab", "&Article"), article),
                (translate("DisciplineTab", "&Reason"), reason),
                (translate("DisciplineTab", "R&eaders, with commas"), readers),
            ],
            translate("DisciplineTab", "Enter the sanction"),
            self,
        )

        def work() -> object:
            given = (SanctionKind(kind.currentData()), letter.text(), decided.day, starts.day, by.text(), reason.text())
            who, under, named = nip.text().strip(), article.text().strip(), readers.text().split(",")

            def verb() -> object:
                person = self.desk.register.show(who).person
                chosen, number, on, since, office, why = given
                entry = Sanction("", person.person_id, chosen, number, on, since, office, why, "", article=under)
                return self.desk.follow_up.discipline.add(entry, named).changes

            return verb

        dialog.saves_by(work, self._changed, "")
        self._keep(dialog, "add")
        dialog.open()
        return dialog

    def open_appeal(self) -> AskForm | None:
        """Note an appeal against the chosen sanction, or its outcome."""
        translate, line = QCoreApplication.translate, self.current()
        if line is None:
            return None
        on, outcome, words = DayField(self.desk.register.today(), self), QComboBox(self), QLineEdit(self)
        for one in Appeal:
            outcome.addItem(self.words.messages.label_of(one), one)
        outcome.setCurrentIndex(1)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("DisciplineTab", "Appeal"),
            translate(
                "DisciplineTab", "Whether an open appeal suspends the sanction stands in the rule pack of discipline."
            ),
            [
                (translate("DisciplineTab", "&On"), on),
                (translate("DisciplineTab", "&Standing"), outcome),
                (translate("DisciplineTab", "&Note"), words),
            ],
            translate("DisciplineTab", "Note it"),
            self,
        )

        def work() -> object:
            day, standing, note = on.day, Appeal(outcome.currentData()), words.text()
            return lambda: self.desk.follow_up.discipline.appeal(line.sanction_id, day, standing, note).changes

        dialog.saves_by(work, self._changed, "")
        self._keep(dialog, "appeal", line)
        dialog.open()
        return dialog

    def open_revoke(self) -> AskForm | None:
        """Revoke the chosen sanction by a letter; it stays in the register."""
        translate, line = QCoreApplication.translate, self.current()
        if line is None:
            return None
        on, letter, why = DayField(self.desk.register.today(), self), QLineEdit(self), QLineEdit(self)
        dialog = AskForm(
            self.lane,
            self.words,
            translate("DisciplineTab", "Revoke the sanction"),
            translate(
                "DisciplineTab",
                "The month in which it is revoked is paid in full. Locked months stay; settle them in a later one.",
            ),
            [
                (translate("DisciplineTab", "&From"), on),
                (translate("DisciplineTab", "Number of the &letter"), letter),
                (translate("DisciplineTab", "&Reason"), why),
            ],
            translate("DisciplineTab", "Revoke"),
            self,
        )

        def work() -> object:
            day, number, reason = on.day, letter.text(), why.text()
            return lambda: self.desk.follow_up.discipline.revoke(line.sanction_id, day, number, reason).changes

        dialog.saves_by(work, self._changed, "")
        self._keep(dialog, "revoke", line)
        dialog.open()
        return dialog

    def open_readers(self) -> AskForm | None:
        """Name who may read the chosen entry beside its author."""
        translate, line = QCoreApplication.translate, self.current()
        if line is None:
            return None
        readers = QLineEdit(self)
        if self.opened is not None and self.opened.sanction.sanction_id == line.sanction_id:
            readers.setText(", ".join(self.opened.sanction.readers))
        dialog = AskForm(
            self.lane,
            self.words,
            translate("DisciplineTab", "Readers"),
            translate(
                "DisciplineTab",
                "Names as they stand at the desk, with commas. Only the author of the entry may say so.",
            ),
            [(translate("DisciplineTab", "&Readers"), readers)],
            translate("DisciplineTab", "Name them"),
            self,
        )

        def work() -> object:
            named = readers.text().split(",")
            return lambda: self.desk.follow_up.discipline.allow(line.sanction_id, named)

        dialog.saves_by(work, self._changed, "")
        self._keep(dialog, "readers", line)
        dialog.open()
        return dialog

    def open_kept(self, facts: Mapping[str, str]) -> AskForm | None:
        """The form again in which something was typed and not saved; nothing when its entry is not in front."""
        line, deed = self.current(), facts.get("deed", "")
        if deed == "add":
            return self.open_add()
        opens: Mapping[str, Callable[[], AskForm | None]] = {
            "appeal": self.open_appeal,
            "revoke": self.open_revoke,
            "readers": self.open_readers,
        }
        is_there = line is not None and line.sanction_id == facts.get("entry")
        return opens[deed]() if is_there and deed in opens else None

    def _keep(self, dialog: AskForm, deed: str, line: SanctionLine | None = None) -> None:
        """What is typed about a sanction is confidential, as the register is."""
        entry = line.sanction_id if line is not None else ""
        facts, about = {"deed": deed, "entry": entry}, dialog.windowTitle()
        keep_drafts(dialog, self, "discipline.form", f"{deed}|{entry}", about, is_confidential=True, facts=facts)

    def open_import(self) -> IntakeWizard:
        """The import wizard for a list of sanctions."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "SANCTIONS", self)
        dialog.imported.connect(lambda *_: self.mark_stale())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def export_into(self, path: Path | None = None) -> None:
        """Write the entries one may read to a spreadsheet; without a file, ask for it."""
        target = path
        if target is None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            asked = QCoreApplication.translate("DisciplineTab", "Write the register where?")
            chosen, _ = QFileDialog.getSaveFileName(
                self, asked, str(Path(home) / "hukuman-disiplin.xlsx"), "*.xlsx *.csv"
            )
            if not chosen:
                return
            target = Path(chosen)
        said = QCoreApplication.translate("DisciplineTab", "%1 entries written to %2").replace("%2", target.name)
        self.lane.ask(
            lambda step: self.desk.follow_up.discipline.export(target),
            lambda count: self.message.emit(said.replace("%1", self.words.number(count))),
            self.refusal.tell,
        )

    def open_paper(self) -> SheetDialog:
        """Show the register as it would be printed; to look at it is to open every entry in it."""
        desk = self.desk.follow_up.discipline

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(desk.print_register(folder, style).file.path)

        title = QCoreApplication.translate("DisciplineTab", "Discipline register")
        dialog = SheetDialog(self.desk, self.lane, self.words, title, desk.preview_register, issue, self)
        dialog.open()
        return dialog

    def _opened(self, opened: OpenedSanction) -> None:
        self.opened = opened
        self.settle()

    def _changed(self, _: object) -> None:
        self.opened = None
        self.mark_stale()

    def _show(self, lines: tuple[SanctionLine, ...]) -> None:
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        running = sum(line.state is SanctionState.IN_FORCE for line in self.lines)
        said = QCoreApplication.translate("DisciplineTab", "%1 entries open to you · %2 in force")
        self.summary.setText(
            said.replace("%1", self.words.number(len(self.lines))).replace("%2", self.words.number(running))
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return self.words.messages.sentence("FOL-311", {})
