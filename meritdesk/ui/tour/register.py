"""The dialogs of the register room."""

from __future__ import annotations

from operator import attrgetter

from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.room import RoomPage
from meritdesk.ui.tour.stops import Deed, Stop, chooses, does


def _list_does(verb: str) -> Deed:
    """Call a command of the page's list."""
    return lambda page: attrgetter(f"listing.commands.{verb}")(page)()


_FOREIGN = (
    "DAFTAR URUT KEPANGKATAN\n\nNo\tNama Lengkap\tNomor Induk Pegawai\tL/P\tStatus Kepegawaian\tOPD\n"
    "1\tContoh Satu\t199001012015011001\tL\t1\tDinas Contoh\n2\tContoh Dua\t199102022016012002\tP\t2\tDinas Contoh\n"
)
_KNOWN = (
    "NIP\tNAMA\tGOLONGAN\n199001012015011001\tContoh Satu\tIII/c\n199102022016012002\tContoh Dua\t3c\n"
    "1,98107E+17\tContoh Tiga\tIII/a\n"
)


def pastes(block: str) -> Deed:
    """Open the import wizard and give it a block of cells; nothing is written."""

    def paste(page: RoomPage) -> None:
        assert isinstance(page, RegisterPage)
        page.open_import().take_block(block)

    return paste


STOPS: tuple[Stop, ...] = (
    Stop("register", "staff", "import", "IntakeWizard", (does("open_import"),)),
    Stop("register", "staff", "columns", "ColumnsDialog", (_list_does("open_columns"),)),
    Stop("register", "staff", "views", "ViewsDialog", (_list_does("open_views"),)),
    Stop("register", "staff", "import-columns", "IntakeWizard", (pastes(_FOREIGN),)),
    Stop("register", "staff", "import-preview", "IntakeWizard", (pastes(_KNOWN),)),
    Stop("register", "staff", "change", "ChangeDialog", (chooses("view"), does("open_change"))),
    Stop("register", "staff", "bulk", "BulkDialog", (chooses("view"), does("open_bulk"))),
    Stop("register", "blockers", "delegate", "DelegateDialog", (does("open_delegation"),)),
    Stop("register", "signers", "mandate", "MandateDialog", (does("open_mandate"),)),
)
