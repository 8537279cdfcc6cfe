"""Kirim & terima, SIASN: what goes to the national application, the files and sheets for it, and what was uploaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.national import OBSTACLE_CODES, NationalFact, NationalState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover.national import MarkOutcome, NationalBatch, NationalDesk, WriteOutcome
from meritdesk.services.handover.national_lines import NationalBoard, NationalLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.handover.national_dialogs import MarkDialog, WriteDialog
from meritdesk.ui.handover.national_table import NationalColumn, NationalTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

NATIONAL = frozenset({"national"})


def _state(line: object) -> NationalState:
    assert isinstance(line, NationalLine)
    return line.state


_Batches = tuple[NationalBatch, ...]


class NationalTab(ListedTab[NationalLine]):
    """The national hand-over of the period in the head."""

    room = "handover"
    nouns = frozenset({"national", "evaluations", "people", "units", "documents", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: NationalBoard | None = None
        self.batches: tuple[NationalBatch, ...] = ()
        self.table = NationalTable(words, self)
        facets = [
            self.state_facet(NationalState, _state),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (NationalColumn.PREDICATE, NationalColumn.UNIT, NationalColumn.BATCH)
            ),
        ]
        self.build(
            "handover.national",
            self.table,
            facets,
            {
                "show_rekey": ("Ctrl+P", self.show_rekey),
                "mark_uploaded": ("Ctrl+Shift+T", self.open_mark),
                "write_national": ("Ctrl+Shift+S", self.open_write),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("NationalTab", "Hand-over to SIASN")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        national = self.desk.handover.national
        self.lane.ask(
            lambda step: _read(national, period, step),
            lambda found: self._show(*found),
            self.refused,
            key="handover-national",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("NationalTab", "Hand-over to SIASN and e-Kinerja"))
        self.lead.setText(
            translate(
                "NationalTab",
                "Closed results in the shape of the national application. Write the files, upload or type them there, "
                "then mark here what is really in: the next time only the difference goes.",
            )
        )
        self.say_parts(
            {
                "show_rekey": (
                    translate("NationalTab", "Re-key sheet…"),
                    translate("NationalTab", "Show and print the sheets for typing by hand"),
                ),
                "mark_uploaded": (
                    translate("NationalTab", "Mark as uploaded…"),
                    translate("NationalTab", "Note what is really in the national application"),
                ),
                "write_national": (
                    translate("NationalTab", "Write the files…"),
                    translate("NationalTab", "Write rows and documents for SIASN"),
                ),
            }
        )
        self._tell()

    def open_write(self) -> WriteDialog | None:
        """Ask what goes and where to; then the files are written, with progress."""
        if self.board is None or not self._has_something():
            return None
        dialog = WriteDialog(self.board, self.words, self)
        dialog.accepted.connect(lambda: self.write_into(dialog.out(), dialog.papers(), dialog.wants_everything()))
        dialog.open()
        return dialog

    def write_into(self, out: Path | None = None, papers: Path | None = None, everything: bool = False) -> None:
        """Write what is new or changed into a folder; without one, ask for it."""
        period = self.period
        target = out or ask_folder(self, QCoreApplication.translate("NationalTab", "Into which folder?"))
        if period is None or target is None:
            return
        words = {code: self.words.messages.refusal(code, {}) for code in OBSTACLE_CODES.values()}

        def work(step: Step) -> WriteOutcome:
            return self.desk.handover.national.write(
                period, target, words, papers=papers, everything=everything, step=step
            )

        self.refusal.tell(None)
        self.lane.ask(
            work,
            self._written,
            self.refusal.tell,
            QCoreApplication.translate("NationalTab", "Writing the hand-over to SIASN"),
            shows_progress=True,
            touches=NATIONAL,
        )

    def open_mark(self) -> MarkDialog | None:
        """Ask which hand-over was really uploaded."""
        waiting = [one for one in self.batches if one.waiting]
        if not waiting:
            return None
        chosen = {line.person.nip: line.batch for line in self.listing.selected() if line.is_waiting}
        dialog = MarkDialog(waiting, chosen, self.words, self)
        dialog.accepted.connect(lambda: self.mark(dialog.batch(), dialog.nips()))
        dialog.open()
        return dialog

    def mark(self, batch: str, nips: tuple[str, ...] = ()) -> None:
        """Note a hand-over, or these people of it, as uploaded."""
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.handover.national.mark(batch, nips),
            self._marked,
            self.refusal.tell,
            touches=NATIONAL,
        )

    def show_rekey(self) -> SheetDialog | None:
        """Show the re-key sheet of the newest hand-over, or of that of the chosen line; all units are printed."""
        line = self.current()
        batch = (line.batch if line is not None and line.batch else "") or (
            self.batches[0].batch if self.batches else ""
        )
        if not batch:
            return None
        dialog = self._sheet_dialog(batch)
        dialog.open()
        return dialog

    def _sheet_dialog(self, batch: str) -> SheetDialog:
        national = self.desk.handover.national
        return SheetDialog(
            self.desk,
            self.lane,
            self.words,
            QCoreApplication.translate("NationalTab", "Re-key sheet · %1").replace("%1", batch),
            lambda style: national.preview_rekey(batch, style),
            lambda folder, style: Path(national.print_rekey(batch, folder, style).file.path),
            self,
        )

    def told_why(self, line: NationalLine) -> str:
        return why_html(line, self.board, self.words)

    def offer_deeds(self, line: NationalLine | None) -> None:
        can = {
            "show_rekey": bool(self.batches),
            "mark_uploaded": any(one.waiting for one in self.batches),
            "write_national": self._has_something(),
        }
        for name, is_possible in can.items():
            self.buttons[name].setEnabled(is_possible)
            self.deeds[name].setEnabled(is_possible)

    def refused(self, error: Exception) -> None:
        self.board, self.batches = None, ()
        super().refused(error)
        self._tell()

    def _has_something(self) -> bool:
        return self.counted.get(NationalState.CANNOT, 0) < len(self.lines)

    def _show(self, board: NationalBoard, counted: Mapping[NationalState, int], batches: _Batches) -> None:
        self.board, self.batches = board, batches
        self.give(board.lines, counted)
        self._tell()

    def _tell(self) -> None:
        label, number = self.words.messages.label_of, self.words.number
        self.summary.setText(
            " · ".join(f"{label(state)} {number(self.counted.get(state, 0))}" for state in NationalState)
            if self.lines
            else ""
        )

    def _written(self, outcome: WriteOutcome) -> None:
        said = QCoreApplication.translate("NationalTab", "Hand-over %1: %2 rows and %3 documents in %4")
        for place, text in enumerate(
            (outcome.batch, self.words.number(outcome.rows), self.words.number(outcome.documents), outcome.folder.name),
            1,
        ):
            said = said.replace(f"%{place}", text)
        self.message.emit(said)

    def _marked(self, outcome: MarkOutcome) -> None:
        said = QCoreApplication.translate("NationalTab", "Hand-over %1: %2 noted as uploaded, %3 as taken out")
        number = self.words.number
        self.message.emit(_filled(said, outcome.batch, number(outcome.marked), number(outcome.withdrawn)))

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        period = self.words.period(self.period) if self.period is not None else ""
        return self.words.messages.sentence("SIA-134", {"period": period})


def _read(
    national: NationalDesk, period: Period, step: Step
) -> tuple[NationalBoard, Mapping[NationalState, int], _Batches]:
    """On the lane: everybody, counted there, and the writings."""
    board = national.preview(period, step=step)
    return board, Counter(line.state for line in board.lines), national.batches(period)


def why_html(line: NationalLine, board: NationalBoard | None, words: Words) -> str:
    """One person: the codes that go up and why, what is other than there, what is still to do."""
    translate = QCoreApplication.translate
    rows = [f"NIP {line.person.nip or '–'}", line.unit_name, line.person.position_title]
    parts = [f"<h3>{escape(words.who(line.person))}</h3><p>{'<br>'.join(escape(row) for row in rows if row)}</p>"]
    told = []
    if line.code:
        told.append(_coded(words, line.code, {}))
    elif board is not None:
        facts = line.facts
        told.append(
            _coded(
                words,
                "SIA-130",
                {
                    "result": facts[NationalFact.RESULT],
                    "behaviour": facts[NationalFact.BEHAVIOUR],
                    "pair": facts[NationalFact.RESULT] + facts[NationalFact.BEHAVIOUR],
                    "predicate": words.messages.of_pack(facts[NationalFact.PREDICATE]),
                    "quadrant": facts[NationalFact.QUADRANT],
                },
            )
        )
    if line.state is NationalState.WITHDRAWN:
        told.append(_coded(words, "SIA-133", {}))
    parts.append(_lines(words.messages.label_of(line.state), told))
    if line.changed:
        fact_of, of_pack = words.messages.label_of, words.messages.of_pack
        parts.append(
            _lines(
                translate("NationalTab", "Other than in the national application"),
                [
                    f"{escape(fact_of(fact))}: {escape(of_pack(before or '–'))} → {escape(of_pack(now or '–'))}"
                    for fact, before, now in line.changed
                ],
            )
        )
    known = []
    if line.told_at is not None:
        known.append(_coded(words, "SIA-131", {"day": words.moment(line.told_at)}))
    if line.is_waiting:
        known.append(_coded(words, "SIA-132", {"batch": line.batch}))
    if known:
        parts.append(_lines(translate("NationalTab", "Handed over"), known))
    if line.hints:
        parts.append(_lines(translate("NationalTab", "To be known"), [_coded(words, code, {}) for code in line.hints]))
    return "".join(parts)


def _filled(said: str, *texts: str) -> str:
    for place, text in enumerate(texts, 1):
        said = said.replace(f"%{place}", text)
    return said


def _lines(title: str, lines: list[str]) -> str:
    return f"<h4>{escape(title)}</h4>{''.join(f'<p>{line}</p>' for line in lines)}"


def _coded(words: Words, code: str, facts: dict[str, object]) -> str:
    said = escape(words.messages.sentence(code, facts))
    return f'{said} <span style="color:{look.quiet().name()}"><small>({code})</small></span>'
