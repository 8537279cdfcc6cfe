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
    Stop("follow_up", "credit_need", "enter", "AskForm", (does("open_enter"),)),
    Stop("follow_up", "credit_need", "letters", "CreditItemsDialog", (chooses("view"), does("open_items"))),
    Stop("follow_up", "credit_need", "sheet", "SheetDialog", (chooses("view"), does("open_sheet"))),
    Stop("follow_up", "credit_need", "import", "IntakeWizard", (does("open_import"),)),
    Stop("follow_up", "recognition", "choose", "ChooseDialog", (does("open_choose"),), {"month": "12"}),
    Stop("follow_up", "recognition", "chosen", "AwardsDialog", (does("open_awards"),)),
    Stop("follow_up", "recognition", "withdraw", "WhyDialog", (does("open_withdraw"),), {"month": "11"}),
    Stop("follow_up", "recognition", "certificate", "SheetDialog", (does("open_certificate"),), {"month": "11"}),
    Stop("follow_up", "recognition", "ranking", "SheetDialog", (does("open_sheet"),)),
    Stop("follow_up", "improved", "sheet", "SheetDialog", (does("open_sheet"),)),
    Stop("follow_up", "habits", "add", "HabitDialog", (does("open_add"),)),
    Stop("follow_up", "habits", "talk", "TalkDialog", (chooses("view"), does("open_talk"))),
    Stop("follow_up", "habits", "outcome", "HabitOutcomeDialog", (chooses("view"), does("open_settle"))),
    Stop("follow_up", "habits", "import", "IntakeWizard", (does("open_import"),)),
    Stop("follow_up", "discipline", "add", "AskForm", (does("open_add"),)),
)
