"""The pane "why?": how suggestion, rating and predicate of one person came about, line by line with the article."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from meritdesk.core.evaluation import Reason
from meritdesk.core.lines import RatingLine
from meritdesk.services.assessment import EvaluationCard
from meritdesk.ui import look
from meritdesk.ui.assessment.verdicts import is_closed
from meritdesk.ui.wording import Words


class WhyPane(QTextBrowser):
    """Says what the desk knows; it explains and never judges."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._line: RatingLine | None = None
        self._predicted: tuple[Reason, ...] = ()
        self._card: EvaluationCard | None = None
        self.setOpenLinks(False)
        self.retranslate()

    def show_line(self, line: RatingLine | None, predicted: Sequence[Reason]) -> None:
        """At once: the person and the reasons of the predicate; the rest follows when it has been read."""
        if line is None or self._line is None or line.person_id != self._line.person_id:
            self._card = None
        self._line = line
        self._predicted = tuple(predicted)
        self.retranslate()

    def show_card(self, card: EvaluationCard | None) -> None:
        """Then: suggestion, level, rater."""
        if card is None or (self._line is not None and card.person.person_id == self._line.person_id):
            self._card = card
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("WhyPane", "Why?"))
        line = self._line
        if line is None:
            self.setPlainText(
                QCoreApplication.translate("WhyPane", "Select a person to see how the result comes about.")
            )
            return
        self.setHtml(self._head(line) + self._hints_part() + self._predicate_part(line) + self._suggestion_part())

    def _head(self, line: RatingLine) -> str:
        card = self._card
        facts = [escape(line.position), escape(line.unit_name)]
        if card is not None and card.level is not None:
            level = QCoreApplication.translate("WhyPane", "Level of the unit: {level}")
            facts.append(escape(level.format(level=self._words.messages.label_of(card.level.level))))
        if card is not None and card.rater is not None:
            rater = QCoreApplication.translate("WhyPane", "Rater: {name}")
            facts.append(escape(rater.format(name=self._words.who(card.rater))))
        if card is not None and card.made_by:
            said = QCoreApplication.translate("WhyPane", "Made by {agency}: read here, changed only there")
            facts.append(f"⌂ <b>{escape(said.format(agency=card.made_by))}</b>")
        facts += [f"⚑ <b>{escape(self._words.messages.label_of(flag))}</b>" for flag in line.flags]
        name = self._words.person(line.name, line.nip)
        return f"<p><b>{escape(name)}</b><br/>{'<br/>'.join(fact for fact in facts if fact)}</p>"

    def _hints_part(self) -> str:
        """What the law still asks for before this person can be closed, and what it doubts."""
        card = self._card
        if card is None or not card.hints:
            return ""
        colour = look.asks().name()
        lines = [
            f'<span style="color: {colour}">⚠ {escape(self._words.messages.reason(hint.code, hint.facts))}</span>'
            f" <small>({hint.code})</small>"
            for hint in card.hints
        ]
        return _part(QCoreApplication.translate("WhyPane", "Still asked for"), lines)

    def _predicate_part(self, line: RatingLine) -> str:
        heading = QCoreApplication.translate("WhyPane", "Predicate")
        if is_closed(line) and self._card is not None:
            return _part(QCoreApplication.translate("WhyPane", "Closed, with these reasons"),
                         [self._told(reason) for reason in self._card.explanation])  # fmt: skip
        before = [self._told(reason) for reason in self._basis()]
        if self._predicted:
            return _part(heading, [*before, *(self._told(reason) for reason in self._predicted)])
        missing = QCoreApplication.translate("WhyPane", "Both ratings are needed before there is a predicate.")
        return _part(heading, [*before, escape(missing)])

    def _basis(self) -> tuple[Reason, ...]:
        """Level, evaluator and what else stands before the predicate of an open evaluation."""
        card = self._card
        if card is None or card.evaluation.is_closed:
            return ()
        return tuple(reason for reason in card.explanation if not reason.code.startswith("PRD-"))

    def _suggestion_part(self) -> str:
        card, line = self._card, self._line
        heading = QCoreApplication.translate("WhyPane", "Suggestion from the figures (not a verdict)")
        if card is None and line is not None and line.suggested and not is_closed(line):
            return _part(heading, [escape(self._words.messages.label_of(line.suggested))])
        if card is None or card.evaluation.is_closed:
            return ""
        lines = [self._told(reason) for reason in card.suggestion.reasons]
        if not lines:
            lines = [escape(QCoreApplication.translate("WhyPane", "No plan or no actuals yet: nothing to suggest."))]
        colour = look.asks().name()
        lines += [
            f'<span style="color: {colour}">⚠ {self._told(warning)}</span>' for warning in card.suggestion.warnings
        ]
        return _part(heading, lines)

    def _told(self, reason: Reason) -> str:
        article = f" <small>({escape(self._words.messages.cited(reason.source))})</small>" if reason.source else ""
        return f"{escape(self._words.messages.reason(reason))}{article}"


def _part(heading: str, lines: Sequence[str]) -> str:
    return f"<p><b>{escape(heading)}</b></p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
