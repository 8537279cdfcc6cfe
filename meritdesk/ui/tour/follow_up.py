"""The dialogs of the follow-up room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("follow_up", "credit", "sheet", "SheetDialog", (chooses("view"), does("open_sheet")), {"state": "TO_PRINT"}),
    Stop("follow_up", "pay", "inputs", "PayInputsDialog", (does("open_inputs"),)),
    Stop("follow_up", "pay", "input", "AskForm", (does("open_input"),)),
    Stop("follow_up", "pay", "amount", "AskForm", (does("open_amount"),)),
    Stop("follow_up", "pay", "rule", "PayRuleDialog", (does("open_rule"),)),
    Stop("follow_up", "pay", "differences", "PayDifferencesDialog", (does("open_differences"),)),
    Stop("follow_up", "pay", "settle", "AskForm", (does("open_settle"),)),
    Stop("follow_up", "pay", "version", "AskForm", (does("open_reason"),)),
    Stop("follow_up", "discipline", "add", "AskForm", (does("open_add"),)),
)
