"""What the tabs of audit and personal data have in common: a list, and questions that are asked over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.line_table import Line
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Field, Kind, Offers, Question
from meritdesk.ui.wording import Words


class CareTab(DeedTab[Line]):
    """A tab of the upkeep room that asks its deeds one dialog each."""

    room = "upkeep"
    key = ""

    def openers(self) -> Mapping[str, Callable[[], object]]:
        """What opens the dialog of each question, by the key of the question."""
        return {}

    def open_key(self, key: str) -> object:
        """Open a dialog again whose draft was kept; one of a line opens for the line that is chosen."""
        opener = self.openers().get(key.partition(":")[0])
        return opener() if opener is not None else None

    def ask(self, question: Question) -> AskingDialog | None:
        """Open the dialog of one deed; the list is read anew when it is closed."""
        if self.period is None:
            return None
        dialog = AskingDialog(question, self.desk, self.lane, self.words, self.period, self)
        keep_drafts(dialog, self, f"upkeep.{self.key}", question.key, question.title(), facts={"key": question.key})
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()
        return dialog


def members(kinds: type[Enum]) -> Offers:
    """The members of an enum as a choice."""

    def offers(desk: Desk, words: Words, period: Period) -> Sequence[tuple[object, str]]:
        return [(kind, words.messages.label_of(kind)) for kind in kinds]

    return offers


def text_field(name: str, label: str) -> Field:
    """One line to fill in; ``label`` is already in the language of the window."""
    return Field(name, lambda: label)


def nip_field(label: str) -> Field:
    """Whom it is about."""
    return Field("nip", lambda: label, Kind.NIP)
