"""How the dialog of a draft is opened again: its record is found on the page, and its own verb is called.

The facts are those of the draft, with ``subject`` as the place under which it was kept. Finding comes first and may ask
the desk; what opens runs when the page has come to rest and answers the dialog, or nothing when its record is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
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
    """What is said of that day, when it is still in the table."""
    line = page.chosen()
    is_here = line is not None and line.holiday.day.isoformat() == facts["subject"]
    return page.open_chosen() if is_here else None


def _place(facts: Facts) -> str:
    return facts["subject"]


def part_of_a_year(facts: Facts) -> str:
    """The code of a sub-aspect: a place begins with its year."""
    return facts["subject"].partition("-")[2]


def chosen(key: Callable[[Any], str], of: Callable[[Facts], str] = _place) -> Callable[[Any, Facts], None]:
    """Finds the line of a list whose key is the place of the draft, whatever filter stood there."""

    def find(page: Any, facts: Facts) -> None:
        page.listing.narrow_to("")
        page.listing.choose(lambda line: key(line) == of(facts))

    return find


def on_chosen(
    verb: str, key: Callable[[Any], str], of: Callable[[Facts], str] = _place
) -> Callable[[Any, Facts], object]:
    """Calls a verb of the page when the line of the draft is in front; nothing when that line is gone."""

    def open_it(page: Any, facts: Facts) -> object:
        line = page.listing.current()
        return getattr(page, verb)() if line is not None and key(line) == of(facts) else None

    return open_it


def linked_place(page: Any, facts: Facts) -> None:
    """The place in the tree of the cascade, opened from the top down to it."""
    page.stand_on([one for one in facts.get("way", "").split("\n") if one])


def link(page: Any, facts: Facts) -> object:
    """The link of that place to something above, or the part it takes."""
    deed, _, key = facts["subject"].partition("|")
    line = page.tree.line(page.view.currentIndex())
    if line is None or (line.link_id if deed == "part" else line.node) != key:
        return None
    return page.open_part() if deed == "part" else page.open_link()


def result_on_its_way(page: Any, facts: Facts) -> None:
    """The result of the person who was found already."""
    page.find_result(facts["subject"].rpartition("|")[2])


def steps(page: Any, facts: Facts) -> object:
    """Its steps, one line of its documentation, or that the leader takes it over."""
    opens = {
        "StepsDialog": page.open_steps,
        "DocumentDialog": page.open_document,
        "TakeOverDialog": page.open_take_over,
    }
    deed = facts["subject"].partition("|")[0]
    return opens[deed]() if deed in opens else None


def rater_of_a_unit(page: Any, facts: Facts) -> None:
    """Whoever leads the unit whose level was asked for."""
    page.raters.narrow_to("")
    page.raters.choose(lambda line: line.led_unit_id == facts["subject"].partition("|")[0])


def level(page: Any, facts: Facts) -> object:
    """The level of that unit, when its rater is in front."""
    rater = page.raters.rater
    is_there = rater is not None and rater.led_unit_id == facts["subject"].partition("|")[0]
    return page.open_level() if is_there else None


def hindrance(page: Any, facts: Facts) -> None:
    """The line that blocks or is to be settled; a delegation of any unit needs none."""
    place = facts["subject"].partition("|")[2]
    if place:
        page.listing.narrow_to("")
        page.listing.choose(lambda line: line.place == place)


def next_step(page: Any, facts: Facts) -> object:
    """The step of that line that was begun."""
    deed, _, place = facts["subject"].partition("|")
    if deed == "delegate":
        return page.open_delegation()
    line = page.listing.current()
    return page.do_next_step() if line is not None and line.place == place else None


def month_of_somebody(page: Any, facts: Facts) -> None:
    """The month in which a day of somebody was put right, and his line."""
    page.narrow({"search": facts.get("nip", "")})
    page.listing.choose(lambda line: line.person.nip == facts.get("nip"))
    page.show_month(facts.get("month", ""))


def day(page: Any, facts: Facts) -> object:
    """The day that was being put right."""
    line = page.current()
    is_there = line is not None and line.person.nip == facts.get("nip")
    return page.open_correct() if is_there else None


def sanction(page: Any, facts: Facts) -> None:
    """The entry of the register that the form is about."""
    if facts.get("entry"):
        page.listing.narrow_to("")
        page.listing.choose(lambda line: line.sanction_id == facts["entry"])


def arrival(page: Any, facts: Facts) -> object:
    """The transfer file again, when it is still where it was."""
    path = Path(facts.get("path", ""))
    if not path.is_file():
        return None
    page.take(path)
    return path


def reopened_merit(page: Any, facts: Facts) -> object:
    """Why the fixed index is opened again; one that is open already needs no reason."""
    board = page.board
    is_fixed = board is not None and board.assessment.is_fixed and str(page.year) == facts["subject"]
    return page.fix_or_open() if is_fixed else None
