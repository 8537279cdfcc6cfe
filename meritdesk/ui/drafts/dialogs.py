"""Every dialog of the window: which editor keeps a draft of it, or why nothing that was typed there can be lost."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from meritdesk.ui.drafts.keeper import DraftKeeper


class Without(Enum):
    """Why a dialog keeps no draft."""

    SHOWS = "it shows and asks nothing"
    CHOOSES = "one line or a few choices, made again in a moment"
    SECRET = "what is typed is a secret and must not be kept"
    NO_STORE = "there is no store yet; its answers are kept elsewhere or are a choice"
    AT_ONCE = "each step in it is stored at once"


KEPT: Mapping[str, str | tuple[str, ...] | Without] = {
    "AccountDialog": Without.SECRET,
    "ActsDialog": "assessment.acts",
    "AdmitDialog": Without.CHOOSES,
    "AgencyWizard": Without.NO_STORE,  # ui/first_run/answers.py
    "AimDialog": "teams.problem",
    "AnswerDialog": "teams.problem",
    "ArrivalDialog": Without.CHOOSES,
    "AskDialog": "planning.question",
    "AskForm": ("pay.form", "discipline.form", "habits.readers", "credit.letter"),
    "AskingDialog": ("upkeep.seldom", "upkeep.audit", "upkeep.requests", "upkeep.retention", "upkeep.leaks"),
    "AssignDialog": Without.CHOOSES,
    "AuthoritiesDialog": Without.AT_ONCE,
    "AwardsDialog": Without.SHOWS,
    "BlockDialog": Without.CHOOSES,
    "BothDialog": Without.SHOWS,
    "BudgetDialog": "planning.budget",
    "BugDialog": Without.SHOWS,
    "BulkDialog": Without.CHOOSES,
    "CallDialog": "teams.problem",
    "CaseDialog": "rotation.open",
    "CeremonyDialog": Without.SECRET,
    "ChangeDialog": "register.change",
    "CheckDialog": Without.SHOWS,
    "ChooseDialog": "recognition.choose",
    "CloseDialog": Without.CHOOSES,
    "ColumnsDialog": Without.CHOOSES,
    "CompareDialog": Without.SHOWS,
    "ConflictQuestionDialog": "handover.conflict",
    "ConsentDialog": "teams.abroad",
    "ContributionDialog": ("teams.problem", "teams.abroad"),
    "CopyDialog": Without.CHOOSES,
    "CorrectDayDialog": "time.day",
    "CreditItemsDialog": Without.AT_ONCE,
    "CustodyDialog": Without.CHOOSES,
    "DatesDialog": "assessment.dates",
    "DecideDialog": "rotation.decide",
    "DecisionDialog": "handover.approval",
    "DelegateDialog": "register.step",
    "DocumentDialog": "execution.steps",
    "EnrolDialog": Without.CHOOSES,
    "EnterDialog": "time.entries",
    "ExtractDialog": Without.CHOOSES,
    "FactsDialog": Without.SHOWS,
    "FilesDialog": Without.CHOOSES,
    "FrontDoor": Without.NO_STORE,
    "GuestDialog": "teams.problem",
    "HabitDialog": "habits.enter",
    "HabitOutcomeDialog": "habits.settle",
    "HistoryDialog": Without.SHOWS,
    "HolidayDialog": "upkeep.holiday",
    "IndicatorDialog": "planning.indicator",
    "IntakeWizard": "intake.table",
    "JournalSheetDialog": Without.CHOOSES,
    "KeeperDialog": Without.SECRET,
    "KeyInDialog": Without.AT_ONCE,
    "KeysDialog": Without.SHOWS,
    "LayDownDialog": Without.CHOOSES,
    "LockDialog": Without.SECRET,
    "PasswordDialog": Without.SECRET,
    "PromoteDialog": Without.CHOOSES,
    "LeadDialog": "teams.problem",
    "LetterDialog": "time.letter",
    "LettingGoDialog": "transfer.out",
    "LevelDialog": "assessment.level",
    "LibraryDialog": Without.CHOOSES,
    "LinkDialog": "planning.link",
    "ListDialog": Without.CHOOSES,
    "MachineDialog": "time.machine",
    "MakeReturnDialog": Without.CHOOSES,
    "MandateDialog": "register.mandate",
    "ManualDialog": "planning.manual",
    "MarkDialog": Without.CHOOSES,
    "MemberDialog": "teams.problem",
    "MeritLevelDialog": "merit.level",
    "MoveDialog": "documents.move",
    "NewRoundDialog": Without.CHOOSES,
    "NextKeyDialog": Without.SHOWS,
    "ObjectionDialog": "assessment.objection.new",
    "OffersDialog": Without.SHOWS,
    "OldYearDialog": "assessment.old_year",
    "OrderDialog": "documents.order",
    "PackingDialog": Without.SHOWS,
    "PaperDialog": Without.CHOOSES,
    "PaperReceiptDialog": "handover.paper",
    "PartDialog": "planning.link",
    "PassphraseDialog": Without.SECRET,
    "PayDifferencesDialog": Without.SHOWS,
    "PayInputsDialog": Without.CHOOSES,
    "PayRuleDialog": "pay.rule",
    "PracticeCopyDialog": Without.CHOOSES,
    "PreviewDialog": Without.SHOWS,
    "PrintOutcomeDialog": Without.SHOWS,
    "ProblemDialog": "teams.problem",
    "ProposeDialog": "handover.propose",
    "ProtectionDialog": Without.CHOOSES,
    "QueuePanel": Without.SHOWS,
    "ReasonDialog": Without.CHOOSES,
    "RecordDialog": "execution.record",
    "RecoveryDialog": Without.SECRET,
    "ReferenceDialog": Without.SHOWS,
    "RefuseDialog": Without.CHOOSES,
    "RegionWordDialog": "handover.word",
    "ResetDialog": Without.NO_STORE,
    "RestoreDialog": Without.NO_STORE,
    "SampleDialog": Without.NO_STORE,
    "ScoreDialog": "results.enter",
    "SearchDialog": "talent.search",
    "SecondDialog": Without.SECRET,
    "SentenceDialog": "handover.answer",
    "ServerDialog": Without.NO_STORE,
    "SettleDialog": "planning.settle",
    "SheetDialog": Without.CHOOSES,
    "ShiftDialog": "time.shift",
    "SigningOutcomeDialog": Without.SHOWS,
    "SpeakDialog": "teams.problem",
    "StartDialog": Without.SECRET,
    "StepDialog": "register.step",
    "StepsDialog": "execution.steps",
    "SuccessionDialog": "talent.succession",
    "SupportCopyDialog": Without.SECRET,
    "SurveyDialog": "merit.survey",
    "TakeOverDialog": "execution.steps",
    "TakingInDialog": "transfer.in",
    "TalkDialog": "habits.talk",
    "TaskDialog": "teams.problem",
    "TeamDialog": "planning.teams",
    "TimeDialog": Without.CHOOSES,
    "TrainingDialog": "training",
    "TurnAwayDialog": Without.CHOOSES,
    "ViewsDialog": Without.CHOOSES,
    "WaiverDialog": "assessment.waiver",
    "WhyDialog": ("rotation.drop", "recognition.withdraw"),
    "WordsDialog": "teams.problem",
    "WorkblockDialog": "planning.workblocks",
    "WriteDialog": Without.CHOOSES,
    "WriteSheetsDialog": Without.CHOOSES,
}
"""By the name of its class. A new dialog needs a line here: a test looks, and sees whether the line is true."""


def untrue(dialog: QDialog) -> str:
    """What is wrong with what the list says of a dialog that is open; empty when it is true."""
    said, keepers = KEPT[type(dialog).__name__], dialog.findChildren(DraftKeeper)
    if said == "intake.table":
        return ""  # what was mended there is kept without fields (ui/intake/mended.py)
    if isinstance(said, Without):
        typed: list[QWidget] = [one for one in dialog.findChildren(QPlainTextEdit) if not one.isReadOnly()]
        typed += [one for one in dialog.findChildren(QTextEdit) if not one.isReadOnly()]
        return f"keeps {keepers[0].name}" if keepers else f"{len(typed)} texts are not kept" if typed else ""
    if not keepers:
        return "keeps nothing"
    # New records and old ones have editors of their own; both begin alike.
    kept = keepers[0].name
    named = {one.removesuffix(".new") for one in ((said,) if isinstance(said, str) else said)}
    if kept.removesuffix(".new") not in named:
        return f"keeps {kept}"
    return ", ".join(f"{one} is not kept" for one in _not_kept(dialog, keepers[0]))


def _not_kept(dialog: QDialog, keeper: DraftKeeper) -> list[str]:
    """Texts, numbers, days and cells that can be typed into and are in no field of the draft."""
    kept = {field.widget for field in keeper.fields.values()}
    has_own = hasattr(dialog, "draft_fields")
    typed: list[QWidget] = []
    for part in dialog.findChildren(QWidget):
        if not part.isVisible() or not part.isEnabled() or part in kept:
            continue
        if isinstance(part, QTextEdit | QPlainTextEdit):
            typed += [] if part.isReadOnly() else [part]
        elif isinstance(part, QAbstractSpinBox):
            typed += [] if has_own else [part]
        elif isinstance(part, QAbstractItemView) and not isinstance(part, QHeaderView) and part.model() is not None:
            flags = part.model().index(0, 0).flags()
            typed += [part] if flags & Qt.ItemFlag.ItemIsEditable else []
    return [f"{type(one).__name__} {one.accessibleName()}".rstrip() for one in typed]
