"""The life whose traces are looked for: run by ``traces`` in a private HOME with the folder and the marker."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "services"))


def did(what: str) -> None:
    """One workflow more."""
    print(f"DID {what}", flush=True)


def main(folder: Path, mark: str) -> None:
    """A year of ten people whose names carry the mark."""
    import small_office
    from small_office import PASSPHRASE, YEAR

    from meritdesk.core.documents import Form
    from meritdesk.core.errors import Refusal
    from meritdesk.services.print_job import Selection

    brought, asked, kept = folder / "brought", folder / "asked", folder / "kept"
    small_office.STAFF[:] = [
        [cell if place != 2 else f"{mark} {cell}" for place, cell in enumerate(row)] for row in small_office.STAFF
    ]
    for nip in small_office.NIPS.values():
        print(f"MARK {nip}")
    (kept / "kota").mkdir()
    (kept / "wilayah").mkdir()
    with (
        small_office.office(kept / "kota") as agency,
        small_office.office(kept / "wilayah", "REG33", "Wilayah Uji", is_region=True) as region,
    ):
        agency.folder = region.folder = brought
        desk = agency.desk
        agency.settle()
        did("import of units and staff")
        agency.plan_everybody()
        did("plans, actuals and ratings")
        desk.assessment.close(YEAR)
        did("closing")
        person = small_office.NIPS["nurse"]
        desk.register.staff(small_office_query(mark))
        did("search by name")
        for form in (Form.A_1_1, Form.D_1_1):
            with contextlib.suppress(Refusal):
                desk.documents.print(form, YEAR, Selection(), asked)
        did("printing")
        (printed, *_) = [*asked.glob("*.pdf"), None]
        if printed is not None:
            desk.documents.verify(printed)
        did("checking a paper")
        desk.handover.card(kept / "kota.json")
        region.desk.handover.card(kept / "wilayah.json")
        desk.handover.trust(kept / "wilayah.json")
        region.desk.handover.trust(kept / "kota.json")
        packed = desk.handover.pack(YEAR, kept / "stik")
        did("packing for the region")
        got = region.desk.handover.receive(packed.path, kept / "stik")
        did("receiving at the region")
        if got.reply is not None:
            desk.handover.receive(got.reply)
        did("the receipt")
        desk.upkeep.backup(kept / "cadangan")
        did("backup")
        desk.upkeep.check()
        did("check of the store")
        with contextlib.suppress(Refusal):
            desk.register.import_staff(brought / "tidak-ada.csv")
        broken = brought / "rusak.xlsx"
        broken.write_bytes(b"PK\3\4" + f"{mark}".encode() * 50)
        with contextlib.suppress(Refusal):
            desk.register.import_staff(broken)
        did("refusals")
    secret = kept / "kota" / "rahasia.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    os.environ["MERITDESK_PASSPHRASE_FILE"] = str(secret)
    store = str(kept / "kota" / "store")
    on_the_command_line(store, person, mark, asked)
    in_the_window(Path(store), mark)
    shutil.rmtree(brought / "none", ignore_errors=True)


def small_office_query(mark: str) -> object:
    """A search for the mark."""
    from meritdesk.core.lines import StaffQuery

    return StaffQuery(search=mark)


def on_the_command_line(store: str, nip: str, mark: str, asked: Path) -> None:
    """Lists, exports, refusals and a bug of ours, each through the program's own front door."""
    from meritdesk import cli
    from meritdesk.services.register import Register

    def run(*words: str) -> None:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), contextlib.suppress(SystemExit):
            cli.run(cli.arguments.parse(["--store", store, *words]))

    run("register", "list", "--search", mark)
    run("register", "show", nip)
    run("register", "export", str(asked / "daftar.xlsx"))
    run("upkeep", "journal")
    did("command line: lists, one person, an export, the journal")
    run("register", "show", "000000000000000000")
    run("planning", "import", str(asked / "tidak-ada.xlsx"))
    did("command line: refusals")
    right = Register.show

    def wrong(self: object, *given: object, **named: object) -> object:
        raise RuntimeError(f"{mark} {nip}")

    Register.show = wrong  # type: ignore[method-assign, assignment]
    run("register", "show", nip)
    Register.show = right  # type: ignore[method-assign]
    did("command line: a bug of ours")


def in_the_window(store: Path, mark: str) -> None:
    """The window opens, walks its rooms, searches, meets a bug of ours, and closes as a clerk closes it."""
    import time

    from PySide6.QtCore import QSettings
    from small_office import PASSPHRASE

    from meritdesk.bootstrap import open_desk
    from meritdesk.ui.application import whole_application
    from meritdesk.ui.background import Lane
    from meritdesk.ui.main_window import MainWindow
    from meritdesk.ui.notices import BugCatcher
    from meritdesk.ui.wording import Words

    application = whole_application()
    words, lane, opened = Words("id"), Lane(), []
    lane.open(lambda: open_desk(store, PASSPHRASE, "penguji"), opened.append)

    def wait(seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            application.processEvents()
            time.sleep(0.01)

    until = time.monotonic() + 60
    while not opened and time.monotonic() < until:
        wait(0.1)
    window = MainWindow(opened[0], lane, words)
    window.show()
    window.start()
    wait(4)
    catcher = BugCatcher(words, window)
    catcher.caught.disconnect()
    error = RuntimeError(f"{mark} in the window")
    catcher.hook(RuntimeError, error, None)
    window.close()
    wait(1)
    lane.stop()
    QSettings().sync()
    did("the window: opened, a bug of ours, closed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
