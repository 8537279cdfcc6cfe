"""The draft of the SKP editor: kept while typing and on leaving a field; a newer stored plan is shown beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from meritdesk.core.plan import PerformancePlan
from meritdesk.core.plan_compare import compare_plans, only_changes
from meritdesk.ui.drafts.names import PLAN, editor_words
from meritdesk.ui.drafts.open_editors import OpenEditor
from meritdesk.ui.drafts.strip import BothDialog

if TYPE_CHECKING:
    from meritdesk.ui.planning.skp_deeds import SkpDeeds


class PlanDraft(OpenEditor):
    """The plan in front as the window sees it when it is to be closed."""

    def __init__(self, page: SkpDeeds) -> None:
        super().__init__(page)
        self._page = page
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    @property
    def is_changed(self) -> bool:
        return self._page.is_changed

    @property
    def about(self) -> str:
        opened = self._page.opened
        return f"{editor_words(PLAN)} · {opened.person.full_name}" if opened is not None else editor_words(PLAN)

    def save(self) -> None:
        self._page.save()

    def keep(self) -> None:
        self._page.keep_now()

    def discard(self) -> None:
        self._page.discard()

    def show_both(self, stored: PerformancePlan, typed: PerformancePlan) -> None:
        """The stored plan was changed since the draft: both stand side by side, and nothing is decided by itself."""
        page, messages = self._page, self._page.words.messages
        rows = [
            (
                " · ".join(part for part in (messages.label_of(line.field), line.subject) if part),
                "",
                messages.dated(line.old),
                messages.dated(line.new),
            )
            for line in only_changes(compare_plans(stored, typed))
        ]
        dialog = BothDialog(rows, page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: page.take_up(typed))
        dialog.rejected.connect(lambda: page.drop_draft(typed.plan_id) if dialog.throws_away else None)
        self.both = dialog
        dialog.open()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """A field of the paper was left: what was typed in it is kept at once."""
        if old is not None and self._page.paper.isAncestorOf(old):
            self._page.keep_if_waiting()


def said_of_stale() -> str:
    """What the strip says when the stored plan is newer than the draft."""
    return QCoreApplication.translate(
        "SkpTab", "The plan was changed since you typed an unsaved draft; the saved plan is shown."
    )
