"""The one application object, with the name under which settings are kept and the look of the last session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from meritdesk.ui import look


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The application, made when first asked for; light, so that something stands on the screen at once."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["meritdesk", *arguments])
    application.setOrganizationName("MeritDesk")
    application.setApplicationName("MeritDesk")
    application.setApplicationDisplayName("MeritDesk")
    application.setWindowIcon(look.icon("assessment", 64))
    look.apply(application, str(QSettings().value("dark", "false")).casefold() == "true")
    return application
