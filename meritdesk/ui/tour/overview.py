"""The dialogs of the overview; all of them are those of the regional board."""

from __future__ import annotations

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.region_board import BoardCount, BoardFigure
from meritdesk.ui.tour.stops import Stop, chooses, does

STOPS: tuple[Stop, ...] = (
    Stop("overview", "region", "print", "PaperDialog", (does("print_board"),), at_region=True),
    Stop(
        "overview",
        "region_people",
        "sheet",
        "PaperDialog",
        (chooses("listing.view"), does("sheet")),
        filters={"figure": BoardFigure(BoardCount.CLOSED, "3372", Period(2025, PeriodKind.YEAR)), "told": "Surakarta"},
        at_region=True,
    ),
    Stop("overview", "region_awards", "print", "PaperDialog", (does("print_honours"),), at_region=True),
    Stop("overview", "region_awards", "sheet", "PaperDialog", (chooses("listing.view"), does("sheet")), at_region=True),
    Stop("overview", "region_credit", "print", "PaperDialog", (does("print_accounts"),), at_region=True),
    Stop("overview", "region_credit", "sheet", "PaperDialog", (chooses("listing.view"), does("sheet")), at_region=True),
)
