"""The one application object, with the name under which settings are kept and the look of the last session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from meritdesk.ui import ground


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The application, made when first asked for; light, so that something stands on the screen at once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication) and existing.organizationName() == _NAME:
        return existing
    application = existing if isinstance(existing, QApplication) else QApplication(["meritdesk", *arguments])
    application.setOrganizationName(_NAME)
    application.setApplicationName(_NAME)
    application.setApplicationDisplayName(_NAME)
    ground.lay(application, _is_dark_wanted())
    return application


def whole_application(arguments: Sequence[str] = ()) -> QApplication:
    """The application with all of its look: its icon, and the borders of the system as light or dark as itself."""
    from meritdesk.ui import look

    application = make_application(arguments)
    look.finish(application, _is_dark_wanted())
    application.setWindowIcon(look.icon("assessment", 64))
    return application


def _is_dark_wanted() -> bool:
    return str(QSettings().value("dark", "false")).casefold() == "true"


_NAME = "MeritDesk"
