"""The dialogs of the execution room."""

from __future__ import annotations

from meritdesk.core.confidential import ConfidentialKind
from meritdesk.core.guidance import GuidanceKind
from meritdesk.ui.tour.stops import Stop, chooses, does, seeks

STOPS: tuple[Stop, ...] = (
    Stop("execution", "actuals", "bulk", "BulkDialog", (chooses("grid"), does("open_bulk"))),
    Stop("execution", "actuals", "import", "IntakeWizard", (does("open_import"),)),
    Stop("execution", "actuals", "unit_sheets", "WriteSheetsDialog", (does("open_sheets"),)),
    Stop("execution", "action_plan", "steps", "StepsDialog", (does("open_steps"),)),
    Stop("execution", "action_plan", "document", "DocumentDialog", (does("open_document"),)),
    Stop("execution", "action_plan", "take_over", "TakeOverDialog", (does("open_take_over"),)),
    Stop("execution", "guidance", "coaching", "RecordDialog", (does("write", GuidanceKind.COACHING),)),
    Stop("execution", "guidance", "counselling", "RecordDialog", (does("write", ConfidentialKind.COUNSELLING),)),
    Stop("execution", "guidance", "amend", "RecordDialog", (seeks("people.view", "view"), does("amend"))),
    Stop("execution", "attendance", "import", "IntakeWizard", (does("open_import"),)),
    Stop("execution", "attendance", "correct", "CorrectDayDialog", (does("open_correct"),)),
    Stop("execution", "attendance", "print", "SheetDialog", (does("open_paper"),)),
    Stop("execution", "letters", "new", "LetterDialog", (does("open_new"),)),
    Stop("execution", "letters", "withdraw", "ReasonDialog", (does("open_withdraw"),)),
    Stop("execution", "absence", "sheet", "SheetDialog", (does("open_sheet"),)),
    Stop("execution", "shifts", "new", "ShiftDialog", (does("open_new"),)),
    Stop("execution", "shifts", "assign", "AssignDialog", (does("open_assign"),)),
    Stop("execution", "machines", "whose", "MachineDialog", (does("open_new"),)),
    Stop("execution", "activity", "enter", "EnterDialog", (does("open_enter"),)),
    Stop("execution", "activity", "refuse", "RefuseDialog", (does("open_refuse"),)),
    Stop("execution", "activity", "remove", "ReasonDialog", (does("open_remove"),)),
    Stop("execution", "minutes", "print", "SheetDialog", (does("open_paper"),)),
    Stop("execution", "guidance", "print", "SheetDialog", (seeks("people.view", "view"), does("print_record"))),
)
