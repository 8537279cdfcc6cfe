"""The pane beside the staff list: one person, who rates him, why, and what stands in the way."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from meritdesk.core.nip import printed_nip
from meritdesk.core.people import Person
from meritdesk.services.register import PersonCard
from meritdesk.ui import look
from meritdesk.ui.limited_people import SIGN, explained
from meritdesk.ui.wording import Words


class PersonPane(QScrollArea):
    """Shows a card of the register, or what to do when nobody is chosen."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._card: PersonCard | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self.name = QLabel(inside)
        self.name.setWordWrap(True)
        look.strong(self.name)
        self.problem = QLabel(inside)
        self.problem.setWordWrap(True)
        self.problem.setObjectName("notice")
        self.problem.setMargin(8)
        self.facts = QFormLayout()
        self.facts.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.facts.setVerticalSpacing(2)
        layout = QVBoxLayout(inside)
        layout.setSpacing(8)
        layout.addWidget(self.name)
        layout.addWidget(self.problem)
        layout.addLayout(self.facts)
        layout.addStretch(1)
        self.setWidget(inside)
        words.limited_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def card(self) -> PersonCard | None:
        """Who is shown."""
        return self._card

    def show_card(self, card: PersonCard | None) -> None:
        """Show one person; nothing given says what to do."""
        self._card = card
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("PersonPane", "Details of the selected person"))
        while self.facts.rowCount():
            self.facts.removeRow(0)
        card = self._card
        self.problem.setVisible(card is not None and bool(_problem_of(card)))
        if card is None:
            self.name.setText(QCoreApplication.translate("PersonPane", "Select a person to see who rates them."))
            return
        self.name.setText(self._words.who(card.person))
        if code := _problem_of(card):
            what, then = self._words.messages.refusal(code)
            self.problem.setText(f"⚠ {what}\n{then}\n({code})")
        for heading, text in self._lines(card):
            value = QLabel(text or "—")
            value.setWordWrap(True)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.facts.addRow(look.colour(QLabel(heading), look.quiet()), value)

    def _lines(self, card: PersonCard) -> list[tuple[str, str]]:
        person, messages = card.person, self._words.messages
        lines = [
            (QCoreApplication.translate("PersonPane", "NIP"), printed_nip(person.nip)),
            (QCoreApplication.translate("PersonPane", "Post"), person.position_title),
            (QCoreApplication.translate("PersonPane", "Kind of post"), messages.label_of(person.position_kind)),
            (QCoreApplication.translate("PersonPane", "Grade"), person.grade),
            (QCoreApplication.translate("PersonPane", "Unit"), card.unit.name if card.unit else ""),
            (
                QCoreApplication.translate("PersonPane", "Status"),
                f"{messages.label_of(person.employment)} · {messages.label_of(person.legal_status)}",
            ),
            (QCoreApplication.translate("PersonPane", "Date of birth"), self._day(person.birth_date)),
            (QCoreApplication.translate("PersonPane", "In this post since"), self._day(person.position_since)),
        ]
        limited = self._words.limited
        if (limit := limited.of_key(person.nip) or limited.of_key(person.person_id)) is not None:
            heading = QCoreApplication.translate("Limits", "Processing limited")
            told = explained(limit, self._words.day(limit.limit.set_at.date()))
            lines.insert(0, (f"{SIGN} {heading}", told))
        if not person.is_appraised:
            not_due = QCoreApplication.translate("PersonPane", "not appraised because of the legal status")
            return [*lines, (QCoreApplication.translate("PersonPane", "Rater"), not_due)]
        lines.append((QCoreApplication.translate("PersonPane", "Rater"), self._named(card.rater)))
        if card.line is not None and card.rater is not None:
            lines.append((QCoreApplication.translate("PersonPane", "Why"), messages.label_of(card.line.basis)))
        lines.append((QCoreApplication.translate("PersonPane", "Superior of the rater"), self._named(card.superior)))
        return lines

    def _named(self, person: Person | None) -> str:
        if person is None:
            return ""
        name = self._words.who(person)
        return f"{name}\n{person.position_title}" if person.position_title else name

    def _day(self, day: date | None) -> str:
        return self._words.day(day) if day else ""


def _problem_of(card: PersonCard) -> str:
    return card.line.problem if card.line is not None else ""
