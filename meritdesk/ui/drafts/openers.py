"""How the dialog of a draft is opened again: its record is found on the page, and its own verb is called.

The facts are those of the draft, with ``subject`` as the place under which it was kept. Finding comes first and may ask
the desk; what opens runs when the page has come to rest and answers the dialog, or nothing when its record is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, str]


def record_of_guidance(page: Any, facts: Facts) -> None:
    """One record of the person who was found already."""
    page.listing.choose(lambda line: line.record_id == facts["subject"])


def manual(page: Any, facts: Facts) -> object:
    """The manual of one measure of the plan in front."""
    wanted = facts["subject"].rpartition("|")[2]
    results = page.plan.results if page.plan is not None else ()
    owner = next((one.result_id for one in results for part in one.indicators if part.indicator_id == wanted), "")
    return page.open_manual(owner, wanted) if owner else None


def days_of_somebody(page: Any, facts: Facts) -> None:
    """The line of a person, whatever filter stood there; days for several people lead to the first of them."""
    nip = facts["subject"].partition("|")[0]
    page.narrow({"state": "all", "search": nip})
    page.listing.choose(lambda row: row.line.person.nip == nip)


def days(page: Any, facts: Facts) -> object:
    """The dialog for days, when they were typed for that one person."""
    return page.open_dates() if facts["subject"].split("|")[1] == "1" else None


def paper_that_is_out(page: Any, facts: Facts) -> None:
    """The line of a paper, wherever it is by now."""
    key = facts["subject"].partition("|")[0]
    page.narrow({"where": "all"})
    page.listing.choose(lambda line: line.view.paper.document_id == key)


def move(page: Any, facts: Facts) -> object:
    """What happened to that one paper."""
    return page.open_move() if facts["subject"].split("|")[1] == "1" else None


def paper_of_an_old_year(page: Any, facts: Facts) -> None:
    """The line of one paper of one person."""
    for row, line in enumerate(page.table.lines):
        if f"{line.person_id}|{line.year}|{line.part.value}" == facts["subject"]:
            page.view.setCurrentIndex(page.table.index(row, 0))
            return


def asked_correction(page: Any, facts: Facts) -> None:
    """The correction that the region asks for."""
    key = facts["subject"].rpartition("|")[2]
    page.listing.choose(lambda line: line.line.correction.correction_id == key)


def answer(page: Any, facts: Facts) -> object:
    """The answer to it that was begun: put right, or said in words."""
    return page.accept() if facts["subject"].startswith("accept|") else page.answer()


def approved_period(page: Any, facts: Facts) -> None:
    """The line of an agency and a period, or of the locked period in which work goes on."""
    _, *agency, period = facts["subject"].split("|")
    page.listing.choose(
        lambda line: line.line.approval.period == period and (not agency or line.agency_code == agency[0])
    )


def word_on_a_period(page: Any, facts: Facts) -> object:
    """The word that was begun: complete, approved, locked, open again, or why work goes on."""
    return page.open_word(facts["subject"].partition("|")[0])


def day_off(page: Any, facts: Facts) -> None:
    """The line of a day that is known already."""
    page.listing.choose(lambda line: line.holiday.day.isoformat() == facts["subject"])


def holiday(page: Any, facts: Facts) -> object:
    """What is said of that day; one that is not known yet has no line, and its place is pointed at."""
    line = page.chosen()
    is_here = line is not None and line.holiday.day.isoformat() == facts["subject"]
    return page.open_chosen() if is_here else None
