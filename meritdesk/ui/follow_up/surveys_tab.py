"""Pandangan 360 dan budaya: rounds, their sheets, and what was said, beside the ratings and never in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QMenu, QPushButton, QWidget

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.core.survey import ItemGroup, RoundState, SurveyKind, Voice
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome
from meritdesk.services.follow_up.surveys import PlanOutcome, RoundLine, SubjectLine, SurveyBoard
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import actions
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.survey_dialogs import KeyInDialog, NewRoundDialog
from meritdesk.ui.follow_up.survey_table import SurveyColumn, SurveyTable, mean_words
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.notices import asks
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class SurveysTab(ListedTab[SubjectLine]):
    """One round at a time; the choice stands beside the search."""

    room = "assessment"
    nouns = frozenset({"surveys", "people", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: SurveyBoard | None = None
        self._wanted = ""
        self.rounds = QComboBox(self)
        self._rounds: tuple[RoundLine, ...] = ()
        self.rounds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rounds.setMinimumContentsLength(24)
        self.rounds.activated.connect(lambda _: self._round_chosen())
        self.more = QPushButton(self)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.table = SurveyTable(words, self)
        self.build(
            "assessment.surveys",
            self.table,
            [column_facet(self.table, SurveyColumn.UNIT, lambda: self.lines)],
            {
                "survey_new": ("Ctrl+N", self.open_new),
                "survey_plan": ("Ctrl+Shift+N", self.plan),
                "survey_key_in": ("Ctrl+I", self.open_key_in),
                "survey_result": ("Ctrl+P", self.open_result),
            },
        )
        verbs: dict[str, Callable[[], object]] = {
            "survey_give": self.write_table,
            "survey_take": self.take,
            "survey_take_second": lambda: self.take(is_second=True),
            "survey_print": self.print_questions,
            "survey_list": self.print_list,
            "survey_results": self.print_results,
            "survey_close": self.close_round,
        }
        self.others: dict[str, QAction] = {}
        for name, verb in verbs.items():
            action = actions.page_action(self, name)
            action.triggered.connect(lambda _=False, verb=verb: verb())
            self.menu.addAction(action)
            self.others[name] = action
        self.listing.put_before(self.rounds)
        self.listing.put_beside(self.more)
        self.listing.title_words = lambda: QCoreApplication.translate("SurveysTab", "360 views and culture")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        surveys, wanted = self.desk.follow_up.surveys, self._wanted

        def ask() -> tuple[tuple[RoundLine, ...], SurveyBoard | None]:
            rounds = surveys.rounds()
            if not rounds:
                return (), None
            # Without a wish the newest round in which something is to be done, else the newest.
            fits = [line for line in rounds if wanted in {line.round.round_id, line.round.state.value}]
            still_open = [line for line in rounds if line.round.state is RoundState.OPEN]
            return rounds, surveys.board((fits or still_open or rounds)[0].round.round_id)

        self.lane.ask(lambda step: ask(), self._show, self.refused, key="surveys")

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``round`` chooses a round by its number, or the newest one in a state; the rest as everywhere."""
        super().narrow(filters)
        if (wanted := str(filters.get("round", ""))) and wanted != self._wanted:
            self._go_to_round(wanted)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("SurveysTab", "360 views and the pulse of the culture"))
        self.lead.setText(
            translate(
                "SurveysTab",
                "Beside the rating and never in it (PermenPANRB 6/2022, Art. 17). Sheets carry a code and no name; "
                "what they say is read after the round is closed, and only where enough answered.",
            )
        )
        self.rounds.setAccessibleName(translate("SurveysTab", "Round"))
        self.more.setText(translate("SurveysTab", "Sheets"))
        for name, words in {
            "survey_give": translate("SurveysTab", "Write the table to key sheets into…"),
            "survey_take": translate("SurveysTab", "Take a table of keyed sheets…"),
            "survey_take_second": translate("SurveysTab", "Take a table as second entry…"),
            "survey_print": translate("SurveysTab", "Print the sheets still out…"),
            "survey_list": translate("SurveysTab", "Print the list for handing out…"),
            "survey_results": translate("SurveysTab", "Print what was said about the selected…"),
            "survey_close": translate("SurveysTab", "Close the round…"),
        }.items():
            self.others[name].setText(words)
        self.say_parts(
            {
                "survey_new": (translate("SurveysTab", "New round…"), translate("SurveysTab", "Begin a new round")),
                "survey_plan": (
                    translate("SurveysTab", "Plan by rule"),
                    translate("SurveysTab", "Plan by rule who is asked about whom"),
                ),
                "survey_key_in": (
                    translate("SurveysTab", "Key in sheets…"),
                    translate("SurveysTab", "Key in the sheets that came back"),
                ),
                "survey_result": (
                    translate("SurveysTab", "What was said…"),
                    translate("SurveysTab", "Show and print what was said about the chosen one"),
                ),
            }
        )
        self._say_rounds()
        self._tell()

    def open_new(self) -> NewRoundDialog:
        """Begin a round."""
        surveys = self.desk.follow_up.surveys
        today = self.desk.teams.today()
        year = self.period.year if self.period is not None else today.year
        dialog = NewRoundDialog(self.words, surveys.rules(today), year, self)

        def begin() -> None:
            kind, numbers = dialog.chosen_kind, (dialog.peers.value(), dialog.subordinates.value())
            peers, below = numbers if kind is SurveyKind.REVIEW else (0, 0)
            name, about, least = dialog.name.text(), dialog.year.value(), dialog.minimum.value()
            is_double = dialog.is_double.isChecked()
            self.lane.ask(
                lambda step: surveys.open(kind, name, about, peers, below, least, is_double)[0],
                lambda one: self._go_to_round(one.round_id),
                self.refusal.tell,
            )

        dialog.accepted.connect(begin)
        dialog.open()
        return dialog

    def plan(self) -> None:
        """Make the sheets of everybody who has none yet."""
        if (round_id := self._open_round()) is not None:
            surveys = self.desk.follow_up.surveys
            title = QCoreApplication.translate("SurveysTab", "Planning who is asked")
            self.lane.ask(lambda step: surveys.plan(round_id), self._planned, self.refusal.tell, title)

    def open_key_in(self) -> KeyInDialog | None:
        """Key in sheets, one after the other."""
        if self._open_round() is None or self.board is None:
            return None
        dialog = KeyInDialog(self.desk, self.lane, self.words, self.board, lambda _: self.mark_stale(), self)
        dialog.open()
        return dialog

    def open_result(self) -> SheetDialog | None:
        """Show what was said about the chosen one; before the round is closed this keys in sheets instead."""
        board, line = self.board, self.current()
        if board is None or line is None:
            return None
        if board.round.state is RoundState.OPEN:
            self.open_key_in()
            return None
        surveys, round_id, subject = self.desk.follow_up.surveys, board.round.round_id, line.subject_id

        def issue(folder: Path, style: PaperStyle) -> Path:
            return Path(surveys.print_results(round_id, folder, [subject], style).file.path)

        dialog = SheetDialog(
            self.desk,
            self.lane,
            self.words,
            f"{board.round.name} · {line.name}",
            lambda style: surveys.preview_result(round_id, subject, style),
            issue,
            self,
        )
        dialog.open()
        return dialog

    def write_table(self, path: Path | None = None) -> None:
        """Write the table with a row for each sheet that is still out."""
        round_id = self._open_round()
        if round_id is None:
            return
        target = path or self._ask_file(is_new=True)
        if target is None:
            return
        voices = {voice: self.words.messages.label_of(voice) for voice in Voice}
        surveys = self.desk.follow_up.surveys
        said = QCoreApplication.translate("SurveysTab", "%1 sheets in %2")

        def told(count: int) -> None:
            self.message.emit(said.replace("%1", self.words.number(count)).replace("%2", target.name))

        self.lane.ask(lambda step: surveys.give(round_id, target, voices), told, self.refusal.tell)

    def take(self, path: Path | None = None, is_second: bool = False) -> None:
        """Key in a whole table; refused rows are named and the others are kept."""
        round_id = self._open_round()
        if round_id is None:
            return
        target = path or self._ask_file(is_new=False)
        if target is None:
            return
        surveys = self.desk.follow_up.surveys
        self.lane.ask(
            lambda step: surveys.take(round_id, target, is_second, step),
            self._taken,
            self.refusal.tell,
            QCoreApplication.translate("SurveysTab", "Taking keyed sheets"),
            shows_progress=True,
        )

    def print_questions(self, folder: Path | None = None) -> None:
        """Print the sheets that are still out."""
        surveys = self.desk.follow_up.surveys
        if (round_id := self._open_round()) is not None:
            self._print(lambda out, style, step: surveys.print_questions(round_id, out, None, style, step), folder)

    def print_list(self, folder: Path | None = None) -> None:
        """Print who is handed a sheet about whom."""
        surveys = self.desk.follow_up.surveys
        if self.board is not None:
            round_id = self.board.round.round_id
            self._print(lambda out, style, step: surveys.print_distribution(round_id, out, style), folder)

    def print_results(self, folder: Path | None = None) -> None:
        """Print what was said about the selected lines."""
        surveys, chosen = self.desk.follow_up.surveys, [line.subject_id for line in self.listing.selected()]
        if self.board is not None and chosen:
            round_id = self.board.round.round_id
            self._print(lambda out, style, step: surveys.print_results(round_id, out, chosen, style, step), folder)

    def close_round(self, is_sure: bool = False) -> None:
        """End the round, after asking; it cannot be opened again."""
        round_id = self._open_round()
        if round_id is None or self.board is None:
            return
        translate = QCoreApplication.translate
        out = sum(sum(line.out.values()) - sum(line.back.values()) for line in self.board.lines)
        asked = translate("SurveysTab", "Close %1? %2 sheets are still out and will not be taken any more.")
        asked = asked.replace("%1", self.board.round.name).replace("%2", self.words.number(out))
        loss = translate("SurveysTab", "A closed round is never opened again; what was said can then be read.")
        if not is_sure and not asks(self, asked, loss, translate("SurveysTab", "Close the round")):
            return
        surveys = self.desk.follow_up.surveys
        self.lane.ask(lambda step: surveys.close(round_id), lambda _: self.mark_stale(), self.refusal.tell)

    def told_why(self, line: SubjectLine) -> str:
        translate, label = QCoreApplication.translate, self.words.messages.label_of
        parts = [f"<h3>{escape(line.name)}</h3>"]
        if line.nip:
            parts.append(f"<p>{escape(line.nip)} · {escape(line.unit_name)}</p>")
        for one in line.short:
            said = translate("SurveysTab", "%1: only %2 of %3 found").replace("%1", label(one.voice))
            said = said.replace("%2", self.words.number(one.found)).replace("%3", self.words.number(one.wanted))
            parts.append(f"<p>{escape(said)}</p>")
        if line.result is None:
            parts.append(
                "<p>" + escape(translate("SurveysTab", "What was said is read after the round is closed.")) + "</p>"
            )
            return "".join(parts)
        is_english = self.words.language == "en"
        for group in ItemGroup:
            rows = [score for score in line.result.items if score.item.group is group]
            if not rows:
                continue
            told = "".join(
                f"<tr><td>{escape(score.item.english if is_english else score.item.text)}</td>"
                f"<td align='right'><b>{self._mean(score.mean)}</b></td></tr>"
                for score in rows
            )
            mean = self._mean(line.result.mean_of(group))
            parts.append(f"<h4>{escape(label(group))} · {mean}</h4><table width='100%' cellpadding='2'>{told}</table>")
        for voice in line.result.hidden:
            said = singular(translate("SurveysTab", "%1: fewer than %2 answers, not shown").replace("%1", label(voice)))
            least = self.board.round.minimum if self.board is not None else 0
            parts.append(f"<p><i>{escape(said.replace('%2', self.words.number(least)))}</i></p>")
        parts += [f"<p>– {escape(remark)}</p>" for remark in line.result.remarks]
        return "".join(parts)

    def offer_deeds(self, line: SubjectLine | None) -> None:
        one = self.board.round if self.board is not None else None
        is_open = one is not None and one.state is RoundState.OPEN
        can = {
            "survey_new": True,
            "survey_plan": is_open,
            "survey_key_in": is_open and bool(self.lines),
            "survey_result": line is not None and one is not None and not is_open,
        }
        for name, ready in can.items():
            self.buttons[name].setEnabled(ready)
            # Enter on a line of an open round keys in sheets, so the action itself stays alive with a line.
            self.deeds[name].setEnabled(ready or (name == "survey_result" and line is not None))
        for name in ("survey_give", "survey_take", "survey_print", "survey_close"):
            self.others[name].setEnabled(is_open and bool(self.lines))
        is_double = one is not None and one.is_double
        self.others["survey_take_second"].setVisible(is_double)
        self.others["survey_take_second"].setEnabled(is_open and is_double)
        self.others["survey_list"].setEnabled(one is not None and one.kind is SurveyKind.REVIEW and bool(self.lines))
        self.others["survey_results"].setEnabled(line is not None and one is not None and not is_open)
        self.more.setEnabled(any(action.isEnabled() for action in self.others.values()))

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _show(self, found: tuple[tuple[RoundLine, ...], SurveyBoard | None]) -> None:
        rounds, self.board = found
        self.rounds.clear()
        for line in rounds:
            self.rounds.addItem("", line.round.round_id)
        self._rounds = rounds
        self._say_rounds()
        if self.board is not None:
            self.rounds.setCurrentIndex(max(0, self.rounds.findData(self.board.round.round_id)))
        self.rounds.setVisible(bool(rounds))
        self.lines = self.board.lines if self.board is not None else ()
        self.listing.show_lines(self.lines)
        self.settle()
        self._tell()

    def _say_rounds(self) -> None:
        for place, line in enumerate(self._rounds):
            state = self.words.messages.label_of(line.round.state)
            self.rounds.setItemText(place, f"{line.round.name} · {state}")

    def _go_to_round(self, round_id: str) -> None:
        self._wanted = round_id
        self.refresh()

    def _round_chosen(self) -> None:
        self._go_to_round(str(self.rounds.currentData()))

    def _open_round(self) -> str | None:
        if self.board is None or self.board.round.state is not RoundState.OPEN:
            return None
        return self.board.round.round_id

    def _planned(self, outcome: PlanOutcome) -> None:
        said = QCoreApplication.translate("SurveysTab", "%1 sheets made; for %2 people somebody is lacking")
        lacking = len({one.subject_id for one in outcome.plan.short})
        self.message.emit(
            said.replace("%1", self.words.number(outcome.sheets)).replace("%2", self.words.number(lacking))
        )
        self.mark_stale()

    def _taken(self, outcome: ImportOutcome) -> None:
        counts = outcome.counts
        said = QCoreApplication.translate("SurveysTab", "%1 new, %2 changed, %3 the same, %4 refused")
        for place, number in enumerate((counts.added, counts.changed, counts.same, counts.refused), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.message.emit(said)
        if outcome.refused:
            # The whole list, row by row, stands in the outcome list of this work.
            first = outcome.refused[0]
            self.refusal.tell(UsageRefusal(first.code, **first.facts))
        self.mark_stale()

    def _print(self, verb: Callable[..., PapersOutcome], folder: Path | None) -> None:
        target = folder or ask_folder(self, QCoreApplication.translate("SurveysTab", "Into which folder?"))
        if target is None:
            return
        style = PaperStyle(PaperSize(str(QSettings().value("paper", PaperSize.FOLIO.value))))
        self.refusal.tell(None)

        def told(outcome: PapersOutcome) -> None:
            said = QCoreApplication.translate("SurveysTab", "%1 sheets printed: %2")
            file = Path(outcome.file.path).name
            self.message.emit(said.replace("%1", self.words.number(len(outcome.numbers))).replace("%2", file))

        self.lane.ask(
            lambda step: verb(target, style, step),
            told,
            self.refusal.tell,
            QCoreApplication.translate("SurveysTab", "Printing questionnaires"),
            shows_progress=True,
        )

    def _ask_file(self, is_new: bool) -> Path | None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        tables = QCoreApplication.translate("SurveysTab", "Tables (*.xlsx *.csv)")
        if is_new:
            asked = QCoreApplication.translate("SurveysTab", "Where to write the table?")
            chosen, _ = QFileDialog.getSaveFileName(self, asked, str(Path(home) / "kuesioner.xlsx"), tables)
        else:
            asked = QCoreApplication.translate("SurveysTab", "Which table?")
            chosen, _ = QFileDialog.getOpenFileName(self, asked, home, tables)
        return Path(chosen) if chosen else None

    def _mean(self, mean: Decimal | None) -> str:
        return "–" if mean is None else mean_words(mean, self.words.language)

    def _tell(self) -> None:
        if self.board is None:
            self.summary.setText("")
            return
        out = sum(sum(line.out.values()) for line in self.lines)
        back = sum(sum(line.back.values()) for line in self.lines)
        waiting = sum(line.waiting for line in self.lines)
        said = QCoreApplication.translate("SurveysTab", "%1 of %2 sheets back · %3 to check")
        for place, number in enumerate((back, out, waiting), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if self.board is None:
            return translate(
                "SurveysTab", "No round yet. Begin one: a 360 view of people, or the yearly pulse of the departments."
            )
        if self.lines and arrangement.is_narrowed:
            return ""
        return translate("SurveysTab", "No sheets yet. Plan by rule who is asked; the sheets are made at once.")
