"""The main journeys of a clerk by keyboard alone: no test here touches a widget, it only looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from keyboard import Script, Text, dialog_named, no_dialog, tell, to

from meritdesk.core.evaluation import Predicate
from meritdesk.sample_city.year import City
from meritdesk.services import Desk

RATED = "agency-rated"
SitDown = Callable[..., object]


def path_given(path: Path) -> Script:
    """Type a path into the file dialog that is open and take it."""
    yield dialog_named("QFileDialog")
    yield "Ctrl+A"
    yield Text(str(path))
    yield "Return"
    yield lambda: not dialog_named("QFileDialog")()


def test_a_unit_is_rated_and_closed(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.folder / RATED)
    desk: Desk = office.desk
    before = office.asked(lambda: desk.overview.status(whole_city.period)).whole

    def rate_and_close() -> Script:
        yield "Ctrl+6"
        yield from to("Rating pegawai yang dinilai")
        yield "Ctrl+Home"
        yield "Right"
        yield "Right"
        yield Text("a")
        yield "Right"
        yield Text("a")
        yield from to("Tutup periode")
        yield "Space"
        yield dialog_named("CloseDialog")
        yield from to("Tutup 8 penilaian")
        yield "Space"
        yield tell()
        yield "Tab"
        yield tell()
        yield "Return"
        yield no_dialog

    office.play(rate_and_close())
    after = office.asked(lambda: desk.overview.status(whole_city.period)).whole
    assert before.closed == 0 and after.closed == 8


def test_a_unit_is_printed(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.agency)

    def print_unit() -> Script:
        yield "Ctrl+7"
        for _ in range(16):
            yield tell()
            yield "Tab"
        yield "Ctrl+P"
        yield tell()
        yield from path_given(office.folder / "stick")
        yield tell()
        yield "Tab"
        yield tell()

    office.play(print_unit())


def test_a_period_is_packed_onto_the_stick_and_the_answer_is_taken(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.agency)

    def pack() -> Script:
        yield "Ctrl+8"
        yield "Ctrl+Shift+K"
        yield from path_given(office.folder / "stick")
        yield tell()
        yield "Tab"
        yield tell()
        yield "Tab"
        yield tell()
        yield "Esc"

    office.play(pack())
    print(list((office.folder / "stick").iterdir()))
