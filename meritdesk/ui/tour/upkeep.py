"""The dialogs of the upkeep room."""

from __future__ import annotations

from meritdesk.ui.seldom.questions import QUESTIONS
from meritdesk.ui.tour.stops import Stop, does

STOPS: tuple[Stop, ...] = (
    *(Stop("upkeep", "seldom", one.key, "AskingDialog", (does("open_key", one.key),)) for one in QUESTIONS),
    Stop("upkeep", "store", "passphrase", "PassphraseDialog", (does("change_passphrase"),)),
    Stop("upkeep", "store", "recovery", "RecoveryDialog", (does("renew_recovery"),)),
    Stop("upkeep", "store", "practice", "PracticeCopyDialog", (does("make_practice_copy"),)),
    Stop("upkeep", "holidays", "new", "HolidayDialog", (does("open_new"),)),
    Stop("upkeep", "holidays", "import", "IntakeWizard", (does("open_import"),)),
)
