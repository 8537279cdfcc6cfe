"""What is open with unsaved work in it, so that closing the window can ask about each."""

from __future__ import annotations

from PySide6.QtCore import QObject


class OpenEditor(QObject):
    """An editor as the window sees it: is something unsaved in it, whose is it, and the three ways to leave."""

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        raise NotImplementedError

    @property
    def about(self) -> str:
        """What is edited, in words."""
        raise NotImplementedError

    def save(self) -> None:
        """Save as the editor's own button does."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what was typed as a draft, now."""
        raise NotImplementedError

    def discard(self) -> None:
        """Throw away what was typed."""
        raise NotImplementedError


def unsaved_in(window: QObject) -> tuple[OpenEditor, ...]:
    """Every editor below a window that has unsaved work."""
    return tuple(editor for editor in window.findChildren(OpenEditor) if editor.is_changed)
