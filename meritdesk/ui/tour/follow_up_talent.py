"""The dialogs of talent, candidates, merit, rotation and of the registers they read."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

TALENT_STOPS: tuple[Stop, ...] = (
    Stop("follow_up", "talent", "map", "SheetDialog", (does("open_sheet"),)),
    Stop("follow_up", "candidates", "search", "SearchDialog", (does("open_search"),)),
    Stop("follow_up", "candidates", "succession", "SuccessionDialog", (does("open_succession"),)),
    Stop("follow_up", "candidates", "sheet", "SheetDialog", (chooses("view"), does("open_sheet"))),
    Stop("follow_up", "index", "sheet", "SheetDialog", (does("open_sheet"),)),
    Stop("follow_up", "merit", "level", "MeritLevelDialog", (chooses("view"), does("open_level"))),
    Stop("follow_up", "merit", "survey", "SurveyDialog", (does("open_survey"),)),
    Stop("follow_up", "merit", "import", "IntakeWizard", (does("open_import"),)),
    Stop("follow_up", "merit", "dossier", "SheetDialog", (does("open_sheet"),)),
    Stop("follow_up", "merit", "files", "FilesDialog", (chooses("view"), does("open_files"))),
    Stop("follow_up", "rotation", "open", "CaseDialog", (does("open_case"),)),
    Stop("follow_up", "rotation", "decide", "DecideDialog", (chooses("view"), does("open_decide"))),
    Stop("follow_up", "rotation", "give_up", "WhyDialog", (chooses("view"), does("open_drop"))),
    Stop("follow_up", "rotation", "sheet", "SheetDialog", (chooses("view"), does("open_sheet"))),
)

REGISTER_STOPS: tuple[Stop, ...] = (
    Stop("register", "training", "training", "TrainingDialog", (chooses("view"), does("open_chosen"))),
    Stop("register", "training", "import", "IntakeWizard", (does("open_import"),)),
    Stop("register", "results", "result", "ScoreDialog", (chooses("view"), does("open_chosen"))),
    Stop("register", "results", "import", "IntakeWizard", (does("open_import"),)),
)
