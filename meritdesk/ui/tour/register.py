"""The dialogs of the register room."""

from __future__ import annotations

from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("register", "staff", "import", "ImportDialog", (does("open_import"),)),
    Stop("register", "staff", "change", "ChangeDialog", (chooses("view"), does("open_change"))),
    Stop("register", "blockers", "delegate", "DelegateDialog", (does("open_delegation"),)),
    Stop("register", "signers", "mandate", "MandateDialog", (does("open_mandate"),)),
)
