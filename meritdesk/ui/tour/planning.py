"""The dialogs of the planning room."""

from __future__ import annotations

from meritdesk.ui.room import RoomPage
from meritdesk.ui.tour.stops import Stop, chooses, does


def _expand(page: RoomPage) -> None:
    """Show what hangs under the first place of the cascade."""
    view = page.view  # type: ignore[attr-defined]
    view.expand(view.model().index(0, 0))


STOPS: tuple[Stop, ...] = (
    Stop("planning", "plans", "import", "IntakeWizard", (does("open_import"),)),
    Stop("planning", "plans", "bulk", "BulkDialog", (chooses("view"), does("open_bulk"))),
    Stop("planning", "plans", "unit_sheets", "WriteSheetsDialog", (does("open_sheets"),)),
    Stop("planning", "editor", "copy", "CopyDialog", (does("open_copy"),)),
    Stop("planning", "editor", "library", "LibraryDialog", (does("open_library"),)),
    Stop("planning", "editor", "workblocks", "WorkblockDialog", (does("open_workblocks"),)),
    Stop("planning", "editor", "revise", "AskDialog", (does("open_revise"),)),
    Stop("planning", "cascade", "link", "LinkDialog", (_expand, chooses("view", 0, 0), does("open_link"))),
    Stop("planning", "cascade", "part", "PartDialog", (_expand, chooses("view", 0, 0), does("open_part"))),
    Stop("planning", "matrix", "teams", "TeamDialog", (does("open_teams"),)),
    Stop("planning", "tree", "import", "IntakeWizard", (does("open_import"),)),
    Stop("planning", "tree", "budget", "BudgetDialog", (does("open_budget"),)),
    Stop("planning", "tree", "sheet", "SheetDialog", (does("open_sheet"),)),
    Stop("planning", "kpi", "new", "IndicatorDialog", (does("open_new"),)),
    Stop("planning", "kpi", "settle", "SettleDialog", (does("open_settle"),)),
    Stop("planning", "kpi", "import", "IntakeWizard", (does("open_import"),)),
)
