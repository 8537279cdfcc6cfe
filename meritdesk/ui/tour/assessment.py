"""The dialogs of the assessment room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("assessment", "ratings", "bulk", "BulkDialog", (chooses("grid"), does("open_bulk"))),
    Stop("assessment", "ratings", "import", "IntakeWizard", (does("open_import"),)),
    Stop("assessment", "ratings", "unit_sheets", "WriteSheetsDialog", (does("open_sheets"),)),
    Stop("assessment", "ratings", "level", "LevelDialog", (does("open_level"),)),
    Stop("assessment", "ratings", "special", "ActsDialog", (does("open_acts"),)),
    Stop("assessment", "ratings", "check", "CheckDialog", (does("open_check"),)),
    Stop("assessment", "ratings", "close", "CloseDialog", (does("open_close"),)),
    Stop("assessment", "surveys", "new", "NewRoundDialog", (does("open_new"),)),
    Stop("assessment", "surveys", "key_in", "KeyInDialog", (does("open_key_in"),), {"round": "OPEN"}),
    Stop("assessment", "surveys", "result", "SheetDialog", (chooses("view"), does("open_result")), {"round": "CLOSED"}),
    Stop("assessment", "deadlines", "dates", "DatesDialog", (chooses("view"), does("open_dates"))),
    Stop("assessment", "objections", "new", "ObjectionDialog", (does("open_new"),)),
    Stop("assessment", "old_years", "enter", "OldYearDialog", (does("open_entry"),)),
    Stop("assessment", "old_years", "import", "IntakeWizard", (does("open_import"),)),
)
