"""The pictures of the manual: every tab and every dialog of the window, in both languages, over a sample city.

`make screenshots` calls this. Clock, fonts, size and settings are the same everywhere, so that a picture changes only
when the window does.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSettings
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from story_clock import stand_still

from meritdesk.bootstrap import open_desk
from meritdesk.core.errors import BusyRefusal
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.store import Viewing
from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import PICTURE, read_manual
from meritdesk.resources import manual_root, resource
from meritdesk.sample_city import year as story
from meritdesk.sample_city.city_clock import CityClock
from meritdesk.sample_city.neighbours import bring_neighbours
from meritdesk.services import Desk
from meritdesk.ui import actions
from meritdesk.ui.application import make_application
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.first_run.agency_wizard import AgencyWizard
from meritdesk.ui.first_run.front_door import FrontDoor
from meritdesk.ui.first_run.restore_dialog import RestoreDialog
from meritdesk.ui.first_run.sample_dialog import SampleDialog
from meritdesk.ui.guard.view_band import ViewBand
from meritdesk.ui.help.glossary_window import GlossaryWindow
from meritdesk.ui.help.manual_window import ManualWindow
from meritdesk.ui.help.places import place_of_stop
from meritdesk.ui.help.why_window import Asked, WhyWindow
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import REGION_TABS, TABS
from meritdesk.ui.start_dialog import StartDialog
from meritdesk.ui.tour import stops_of
from meritdesk.ui.tour.stops import AGAIN, chooses, seeks
from meritdesk.ui.tour.walk import Walk, settle
from meritdesk.ui.wording import Words

STAFF, YEAR, SEED = 150, 2025, 7101
MORNING = date(YEAR + 1, 3, 25)  # the day after the last one of the story
SIZE = (1366, 768)
COLOURS, KEPT_EXACTLY = 192, 96
CALM = 8
PAGES_DRAWN = 30
"""The small pages beside a preview are asked for only when the list of them stands still."""

SHOWN: frozenset[str] | None = None
"""What the manual shows; nothing else is kept unless all is asked for."""


def main() -> None:
    """Read the command line, build the city where none is given, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--city", type=Path, help="a folder that `meritdesk demo` made; built anew without it")
    parser.add_argument("--out", type=Path, default=manual_root() / "pictures")
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--only", nargs="*", default=[], help="rooms or beginnings of names such as planning-kpi")
    parser.add_argument("--all", action="store_true", help="also what the manual does not show")
    parser.add_argument("--dark", action="store_true")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    os.environ["HOME"] = os.environ["USERPROFILE"] = "/home/petugas"  # folders that dialogs propose name nobody
    with tempfile.TemporaryDirectory(prefix="meritdesk-pictures-") as scratch:
        _own_settings(Path(scratch))
        _own_screen(Path(scratch))
        city = chosen.city or _built(Path(scratch) / "city")
        stand_still(MORNING)
        global SHOWN
        SHOWN = None if chosen.all else shown_in_manual()
        _take(city, Path(scratch), chosen.out, chosen.languages, tuple(chosen.only), chosen.dark)
    os._exit(0)  # a window that was never closed properly must not hold the pictures up


def shown_in_manual() -> frozenset[str]:
    """The names of the pictures that a chapter shows, without their language."""
    chapters = read_manual(LANGUAGES[0]).chapters
    paths = [path for chapter in chapters for _, path in PICTURE.findall(chapter.text)]
    return frozenset(Path(path).stem.removesuffix(f"-{LANGUAGES[0]}") for path in paths)


def small(widget: QWidget) -> bytes:
    """What a widget looks like, as a PNG of few colours."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes(data.data()))).convert("RGB")
    out = io.BytesIO()
    few_colours(picture).save(out, "PNG", optimize=True)
    return out.getvalue()


def few_colours(picture: Image.Image) -> Image.Image:
    """The picture in few colours: the most frequent ones exactly, so that grounds are the same everywhere."""
    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    frequent = [bytes(colour) for _, colour in counted[:KEPT_EXACTLY] if isinstance(colour, tuple)]
    others = picture.quantize(COLOURS - len(frequent), method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    rest_of_them = bytes(others.getpalette() or ())[: 3 * (COLOURS - len(frequent))]
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(frequent) + rest_of_them)
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _own_settings(scratch: Path) -> None:
    """Nothing that a user of this machine has chosen is seen."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(scratch / "settings"))


def _own_screen(scratch: Path) -> None:
    """A screen as small as the smallest that is promised; the one that comes by itself is smaller still."""
    width, height = SIZE
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height}
    told = scratch / "screen.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"


def _built(folder: Path) -> Path:
    began = time.monotonic()
    story.live(folder, STAFF, YEAR, SEED, lambda done, total: None, story.Practice.NONE)
    bring_neighbours(folder, YEAR)
    print(f"sample city: {time.monotonic() - began:.0f} s", flush=True)
    return folder


def _take(city: Path, scratch: Path, out: Path, languages: Sequence[str], only: tuple[str, ...], dark: bool) -> None:
    """Each language sees the same city: on copies, for a dialog or two is reached only by doing something."""
    application = _application()
    for language in languages:
        words = Words(language)
        for is_region in (False, True):
            QSettings().clear()
            lane = Lane()
            store = scratch / language / ("region" if is_region else "agency")
            shutil.copytree(city / store.name, store)
            walk = _opened(city, store, lane, words, dark)
            _tabs(walk, out, language, only)
            _dialogs(walk, out, language, only)
            if not is_region:
                _help(words, out, language, only)
                _first_day(words, lane, out, language, only)
            application.processEvents()
            walk.window.close()
            lane.stop()


def _opened(city: Path, store: Path, lane: Lane, words: Words, dark: bool) -> Walk:
    """The window of an office of the city, on the day after the story."""
    opened: list[Desk] = []
    passphrase = (city / "passphrase.txt").read_text(encoding="utf-8").splitlines()[0]
    lane.open(lambda: open_desk(store, passphrase, clock=CityClock(MORNING)), opened.append)
    rest(lane)
    window = MainWindow(opened[0], lane, words)
    window.resize(*SIZE)
    window.show()
    if dark:
        window.commands["look"].trigger()
    window.start()
    rest(lane, CALM)
    window.set_period(Period(YEAR, PeriodKind.YEAR))
    rest(lane, CALM)
    return Walk(window)


def _application() -> QApplication:
    """The application in the letters that come with the program."""
    application = make_application()
    family = QFontDatabase.addApplicationFont(str(resource("fonts", "DejaVuSans.ttf")))
    font = QFont(QFontDatabase.applicationFontFamilies(family)[0])
    font.setPointSizeF(max(application.font().pointSizeF(), 10))
    application.setFont(font)
    return application


SOMEBODY: dict[str, tuple[str, str]] = {
    "execution-action_plan": ("people.view", "view"),
    "execution-feedback": ("people.view", "view"),
    "execution-guidance": ("people.view", "view"),
}
"""Tabs about one person: the list of people, and the list in which that person must have something to show."""

FIRST_LINE = {"register-staff": "view"}
"""Tabs that show nothing beside their list until somebody is chosen."""


def _tabs(walk: Walk, out: Path, language: str, only: tuple[str, ...]) -> None:
    own = REGION_TABS if walk.window.desk.agency.is_region else TABS
    for room, _ in actions.ROOMS:
        for tab in own.get(room, ()):
            name = f"{room}-{tab.key}"
            if _wanted(name, only):
                page = walk.stand(room, tab.key)
                if name in SOMEBODY:
                    _choose_somebody(walk, page, *SOMEBODY[name])
                if name in FIRST_LINE:
                    chooses(FIRST_LINE[name])(page)
                rest(walk.window.lane, CALM)
                settle(walk.window)
                walk.window.notice.hide()  # what was done for the picture before has no place in this one
                _keep(walk.window, out, name, language)


def _choose_somebody(walk: Walk, page: RoomPage, people: str, view: str) -> None:
    """Go down the people until one has something to show; where nobody has the first one stays."""
    seek = seeks(people, view)
    try:
        while seek(page) is AGAIN:
            rest(walk.window.lane)
    except (AssertionError, AttributeError) as nobody:
        print(f"nobody to show: {nobody}", flush=True)


def _dialogs(walk: Walk, out: Path, language: str, only: tuple[str, ...]) -> None:
    taken = {f"{room}-{tab.key}" for room, tabs in TABS.items() for tab in tabs}
    for stop in stops_of(walk.window.desk.agency.is_region):
        name = place_of_stop(stop)
        if name in taken or not _wanted(name, only):
            continue
        taken.add(name)  # a dialog that is the same on every tab is taken once

        def see(dialog: QDialog, name: str = name) -> None:
            for preview in dialog.findChildren(Preview):
                rest(walk.window.lane, PAGES_DRAWN)
                preview.repaint()
            _keep(dialog, out, name, language)

        try:
            walk.visit(stop, see)
        except Exception as fault:  # noqa: BLE001 - one dialog that does not open must not cost the other pictures
            print(f"NOT TAKEN {stop.name}: {fault!r}", flush=True)


def _help(words: Words, out: Path, language: str, only: tuple[str, ...]) -> None:
    """The windows of help themselves; they hold no data of the city."""
    if _wanted("start-help", only):
        manual = ManualWindow(words)
        manual.resize(1060, 700)
        manual.show()
        manual.open_at("planning-cascade")
        _keep(manual, out, "start-help", language)
    if _wanted("messages-why", only):
        why = WhyWindow(words)
        why.show()
        why.explain([Asked("V-15", {"word": "semua"}), Asked("V-52"), Asked("IMP-204")])
        _keep(why, out, "messages-why", language)
    if _wanted("start-glossary", only):
        glossary = GlossaryWindow(words)
        glossary.resize(860, 540)
        glossary.show()
        glossary.search.setText("pen" if language == "id" else "ra")
        _keep(glossary, out, "start-glossary", language)


def _first_day(words: Words, lane: Lane, out: Path, language: str, only: tuple[str, ...]) -> None:
    """The dialogs before the window."""
    folder = Path("/home/petugas/MeritDesk")
    wizard = AgencyWizard(lane, words, MORNING)
    wizard.agency.name.setText("Pemerintah Kota Surakarta")
    taken = StartDialog(lane, words, open_desk, folder, has_others=True)
    taken._refused(BusyRefusal("STO-620", who="siti", host="PC-UMPEG-02", since=f"{MORNING} 01:10"))
    for name, dialog in (
        ("start-view", taken),
        ("start-view-band", ViewBand(Viewing("siti", "PC-UMPEG-02", f"{MORNING}T08:10"), words)),
        ("start-door", FrontDoor(words)),
        ("start-practice", SampleDialog(lane, words, folder / "contoh")),
        ("backup-restore", RestoreDialog(lane, words, folder)),
        ("start-first", wizard),
    ):
        if _wanted(name, only):
            if isinstance(dialog, ViewBand):
                dialog.resize(SIZE[0], dialog.sizeHint().height())
            dialog.show()
            _keep(dialog, out, name, language)
        dialog.close()


def _keep(widget: QWidget, out: Path, name: str, language: str) -> None:
    QApplication.processEvents()
    (out / f"{name}-{language}.png").write_bytes(small(widget))


def _wanted(name: str, only: tuple[str, ...]) -> bool:
    if SHOWN is not None and name not in SHOWN:
        return False
    return not only or any(name == part or name.startswith(f"{part}-") for part in only)


if __name__ == "__main__":
    main()
