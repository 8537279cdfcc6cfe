"""The dialogs of the upkeep room."""

from __future__ import annotations

from datetime import UTC, datetime

from meritdesk.core.access import Role
from meritdesk.core.accounts import AccountState, Deed, Protection
from meritdesk.core.drafts import Draft, fields_of
from meritdesk.services.upkeep.accounts import AccountLine, WhoWorks
from meritdesk.ui.drafts.fields import NumberField
from meritdesk.ui.guard.second_dialog import SecondDialog
from meritdesk.ui.room import RoomPage
from meritdesk.ui.seldom.questions import QUESTIONS
from meritdesk.ui.tour.stops import Stop, does
from meritdesk.ui.upkeep.accounts_tab import People


def _older_draft(page: RoomPage) -> None:
    """A draft of the settings that was typed before somebody else changed them."""
    name = next(name for name, field in page.drafts.fields.items() if isinstance(field, NumberField))  # type: ignore[attr-defined]
    draft = Draft(
        "upkeep.settings", "settings", "", fields_of({name: "361"}), fields_of({name: "362"}), datetime.now(UTC)
    )
    page.desk.upkeep.drafts.keep(draft)
    page.drafts.begin("settings", "")  # type: ignore[attr-defined]


def _both(page: RoomPage) -> None:
    page.drafts.show_both()  # type: ignore[attr-defined]


def _peopled(page: RoomPage) -> None:
    """The list as an office sees it that has accounts; none is made, or the store would open by them from then on."""
    here = page.desk.agency
    lines = tuple(
        AccountLine(
            str(number), name, full_name, role, state, last_seen=datetime.now(UTC), wrong=wrong, is_own=not number
        )
        for number, (name, full_name, role, state, wrong) in enumerate(
            (
                ("ibu.ratna", "Ratna Wulandari", Role.HEAD, AccountState.ACTIVE, 0),
                ("siti", "Siti Aminah", Role.REGIONAL if here.is_region else Role.OPERATOR, AccountState.ACTIVE, 5),
                ("joko", "Joko Susilo", Role.AUDITOR, AccountState.SUSPENDED, 0),
            )
        )
    )
    who = WhoWorks("ibu.ratna", "Ratna Wulandari", Role.HEAD, True, True, False, True)
    people = People(who, lines, page.desk.upkeep.accounts.roles(), Protection(), True)
    page.show_people(people)  # type: ignore[attr-defined]


def _second(page: RoomPage) -> None:
    SecondDialog(page.desk, page.lane, page.words, Deed.CLOSE, page).open()


STOPS: tuple[Stop, ...] = (
    *(Stop("upkeep", "seldom", one.key, "AskingDialog", (does("open_key", one.key),)) for one in QUESTIONS),
    Stop("upkeep", "store", "passphrase", "PassphraseDialog", (does("change_passphrase"),)),
    Stop("upkeep", "store", "recovery", "RecoveryDialog", (does("renew_recovery"),)),
    Stop("upkeep", "store", "practice", "PracticeCopyDialog", (does("make_practice_copy"),)),
    Stop("upkeep", "accounts", "first", "AccountDialog", (does("open_new"),)),
    Stop("upkeep", "accounts", "new", "AccountDialog", (_peopled, does("open_new"))),
    Stop("upkeep", "accounts", "change", "AccountDialog", (_peopled, does("open_chosen"))),
    Stop("upkeep", "accounts", "password", "PasswordDialog", (_peopled, does("open_password"))),
    Stop("upkeep", "accounts", "second", "SecondDialog", (_second,)),
    Stop("upkeep", "accounts", "protection", "ProtectionDialog", (does("open_protection"),)),
    Stop("upkeep", "store", "support", "SupportCopyDialog", (does("make_support_copy"),)),
    Stop("upkeep", "audit", "verify", "AskingDialog", (does("open_verify"),)),
    Stop("upkeep", "audit", "head", "SheetDialog", (does("open_sheet"),)),
    Stop("upkeep", "audit", "list", "JournalSheetDialog", (does("open_list"),)),
    Stop("upkeep", "requests", "new", "AskingDialog", (does("open_new"),)),
    Stop("upkeep", "requests", "extract", "ExtractDialog", (does("open_extract"),)),
    Stop("upkeep", "requests", "limit", "AskingDialog", (does("open_limit"),)),
    Stop("upkeep", "requests", "processing", "SheetDialog", (does("open_processing"),)),
    Stop("upkeep", "retention", "person", "AskingDialog", (does("open_person"),)),
    Stop("upkeep", "leaks", "lost", "AskingDialog", (does("open_lost"),)),
    Stop("upkeep", "leaks", "new", "AskingDialog", (does("open_new"),)),
    Stop("upkeep", "settings", "both", "BothDialog", (_older_draft, _both)),
    Stop("upkeep", "holidays", "new", "HolidayDialog", (does("open_new"),)),
    Stop("upkeep", "holidays", "import", "IntakeWizard", (does("open_import"),)),
)
