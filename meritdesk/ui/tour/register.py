"""The dialogs of the register room."""

from __future__ import annotations

from operator import attrgetter

from meritdesk.ui.tour.stops import Deed, Stop, chooses, does


def _list_does(verb: str) -> Deed:
    """Call a command of the page's list."""
    return lambda page: attrgetter(f"listing.commands.{verb}")(page)()


STOPS: tuple[Stop, ...] = (
    Stop("register", "staff", "import", "ImportDialog", (does("open_import"),)),
    Stop("register", "staff", "columns", "ColumnsDialog", (_list_does("open_columns"),)),
    Stop("register", "staff", "views", "ViewsDialog", (_list_does("open_views"),)),
    Stop("register", "staff", "change", "ChangeDialog", (chooses("view"), does("open_change"))),
    Stop("register", "staff", "bulk", "BulkDialog", (chooses("view"), does("open_bulk"))),
    Stop("register", "blockers", "delegate", "DelegateDialog", (does("open_delegation"),)),
    Stop("register", "signers", "mandate", "MandateDialog", (does("open_mandate"),)),
)
