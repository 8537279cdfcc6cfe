"""The timeline of the selected person: where he stood, who rated him, who evaluates each period, and what is open."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from meritdesk.core.career import EntryKind, HistoryEntry
from meritdesk.core.evaluators import Evaluator
from meritdesk.core.periods import Period
from meritdesk.core.standing import Standing
from meritdesk.services.register.careers import PersonTimeline
from meritdesk.ui import look
from meritdesk.ui.wording import Words


class TimelinePane(QTextBrowser):
    """Shows the year of one person as a text that can be read, selected and scrolled by keyboard."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._found: PersonTimeline | None = None
        self._year = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    @property
    def shown(self) -> PersonTimeline | None:
        """Whose timeline is shown."""
        return self._found

    def show_timeline(self, found: PersonTimeline | None, year: int) -> None:
        """Show the timeline of one person; nothing given says what to do."""
        self._found = found
        self._year = year
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("TimelinePane", "Timeline of the selected person"))
        if self._found is None:
            told = QCoreApplication.translate("TimelinePane", "Select a person to see the year.")
            self.setHtml(f"<p>{escape(told)}</p>")
            return
        self.setHtml("".join(self._parts(self._found)))

    def _parts(self, found: PersonTimeline) -> list[str]:
        quiet = look.quiet().name()
        parts = [f"<p><b>{escape(self._words.who(found.person))}</b></p>"]
        if found.hints:
            amber = look.asks().name()
            parts += [
                f'<p style="color:{amber}">⚠ {escape(self._words.messages.sentence(hint.code, hint.facts))} '
                f"({hint.code})</p>"
                for hint in found.hints
            ]
        parts.append(_heading(QCoreApplication.translate("TimelinePane", "Year {year}").format(year=self._year)))
        parts += [self._stretch(part, found, quiet) for part in found.stretches]
        parts.append(_heading(QCoreApplication.translate("TimelinePane", "Who evaluates")))
        parts += [self._evaluator(period, answer, found, quiet) for period, answer in found.evaluators]
        parts.append(_heading(QCoreApplication.translate("TimelinePane", "Recorded history")))
        parts += [self._entry(entry, found, quiet) for entry in reversed(found.entries)]
        return parts

    def _stretch(self, part: Standing, found: PersonTimeline, quiet: str) -> str:
        messages = self._words.messages
        unit = found.units.get(part.person.unit_id)
        lines = [part.person.position_title, unit.name if unit else "", part.person.grade]
        told = [" · ".join(escape(line) for line in lines if line) or "—"]
        if not part.is_known:
            told.append(QCoreApplication.translate("TimelinePane", "(earliest known post stands in)"))
        for kind, unit_id in part.acts_for:
            acted = found.units.get(unit_id)
            told.append(f"{escape(messages.label_of(kind))} {escape(acted.name if acted else '—')}")
        rater = found.people.get(part.line.rater_id)
        if rater is not None:
            said = QCoreApplication.translate("TimelinePane", "Rated by {name}")
            told.append(escape(f"{said.format(name=rater.full_name)} ({messages.label_of(part.line.basis)})"))
            superior = found.people.get(part.line.superior_id)
            if superior is not None:
                said = QCoreApplication.translate("TimelinePane", "Superior of the rater: {name}")
                told.append(escape(said.format(name=superior.full_name)))
            led = found.units.get(part.line.led_unit_id)
            if led is not None:
                said = QCoreApplication.translate("TimelinePane", "Level of {unit} counts")
                told.append(escape(said.format(unit=led.name)))
        elif part.line.problem:
            facts = {"status": messages.label_of(part.person.legal_status)}
            told.append(f"⚠ {escape(messages.reason(part.line.problem, facts))}")
        if part.is_due:
            told.append(escape(messages.label_of(part.job_class)))
        span = escape(self._span(part.since, part.until))
        return f'<p><span style="color:{quiet}">{span}</span><br/>{"<br/>".join(told)}</p>'

    def _evaluator(self, period: Period, answer: Evaluator, found: PersonTimeline, quiet: str) -> str:
        messages = self._words.messages
        rater = found.people.get(answer.rater_id)
        facts = {"status": messages.label_of(answer.person.legal_status)}
        name = rater.full_name if rater else messages.reason(answer.problem, facts)
        why = "<br/>".join(
            f"{escape(messages.reason(reason))} "
            f"<span style='color:{quiet}'>[{escape(messages.cited(reason.source))}]</span>"
            for reason in answer.reasons
        )
        return f"<p>{escape(self._words.period(period))}: <b>{escape(name)}</b>{'<br/>' if why else ''}{why}</p>"

    def _entry(self, entry: HistoryEntry, found: PersonTimeline, quiet: str) -> str:
        said = escape(entry_in_words(entry, found, self._words))
        guess = ""
        if entry.is_estimated:
            told = QCoreApplication.translate("TimelinePane", "day is a guess")
            guess = f" ({escape(told)})"
        note = f"<br/><span style='color:{quiet}'>{escape(entry.note)}</span>" if entry.note else ""
        span = escape(self._span(entry.since, entry.until))
        return f'<p><span style="color:{quiet}">{span}{guess}</span><br/>{said}{note}</p>'

    def _span(self, since: date | None, until: date | None) -> str:
        return span_in_words(since, until)


def span_in_words(since: date | None, until: date | None) -> str:
    """Two days as a stretch: ``01-05-2025 – 31-12-2025``; an open end stays open."""
    first, last = (f"{day:%d-%m-%Y}" if day else "…" for day in (since, until))
    return first if first == last else f"{first} – {last}"


def entry_in_words(entry: HistoryEntry, found: PersonTimeline, words: Words) -> str:
    """What an entry says: its kind, and the post, unit, grade, status or person it is about."""
    unit = found.units.get(entry.unit_id)
    other = found.people.get(entry.other_id)
    parts = [
        entry.position_title,
        unit.name if unit else "",
        entry.grade,
        words.messages.label_of(entry.status) if entry.status else "",
        other.full_name if other else "",
    ]
    if entry.kind in (EntryKind.PLT, EntryKind.PLH):
        parts.append(
            QCoreApplication.translate("TimelinePane", "with the delegation to rate")
            if entry.may_rate
            else QCoreApplication.translate("TimelinePane", "without the delegation to rate")
        )
    return f"{words.messages.label_of(entry.kind)}: {' · '.join(part for part in parts if part) or '—'}"


def _heading(text: str) -> str:
    return f'<p style="margin-top:10px"><b>{escape(text)}</b></p>'
