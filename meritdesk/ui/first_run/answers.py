"""The answers of the wizard while there is no store yet: kept among the settings of the PC until the agency is made.

Names, codes and choices only. A passphrase or a recovery key is never among them, and nothing about a person.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from meritdesk.ui.drafts.fields import Field, fields_in

PLACE = "first-run/answers"
SECRET = ("lock.secret", "sheet", "pages")
"""Parts of the wizard in which secrets are typed or shown, and the list in which they stand a second time."""

KEEP_MILLISECONDS = 1500


class KeptAnswers(QObject):
    """Keeps what is answered a moment after it was typed, and puts it back when the wizard did not come to an end."""

    def __init__(self, wizard: QWidget) -> None:
        super().__init__(wizard)
        found = fields_in(wizard, SECRET)
        self._fields: dict[str, Field] = {
            name: field for name, field in found.items() if not name.startswith(tuple(f"{one}." for one in SECRET))
        }
        self._first = self._now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    def put_back(self) -> bool:
        """Fill in what was answered the last time; whether there was anything."""
        kept = _kept()
        for name, value in kept.items():
            field = self._fields.get(name)
            if field is not None and field.read() != value:
                field.write(value)
        is_back = self._now() != self._first
        deed: Callable[[], None] = self._timer.start
        for field in self._fields.values():
            field.on_change(deed)
        return is_back

    def keep(self) -> None:
        """Keep what stands there now."""
        self._timer.stop()
        now = self._now()
        if now != self._first:
            QSettings().setValue(PLACE, json.dumps(now, ensure_ascii=False))
            QSettings().sync()

    def forget(self) -> None:
        """The agency is made, or the clerk gave the wizard up: nothing is left."""
        self._timer.stop()
        QSettings().remove(PLACE)

    def _now(self) -> dict[str, str]:
        return {name: field.read() for name, field in self._fields.items()}


def _kept() -> dict[str, str]:
    try:
        told = json.loads(str(QSettings().value(PLACE, "") or "{}"))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}
