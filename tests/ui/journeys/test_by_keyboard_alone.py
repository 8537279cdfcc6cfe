"""The main journeys of a clerk by keyboard alone: no test here touches a widget, it only looks."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from keyboard import Script, Text, dialog_named, no_dialog, path_given, play, to
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.lines import StaffQuery
from meritdesk.core.store import AgencyInfo
from meritdesk.sample_city.year import City
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.restore_dialog import RestoreDialog
from meritdesk.ui.wording import Words

pytestmark = pytest.mark.xdist_group("journeys")
RATED = "agency-rated"
SitDown = Callable[..., object]


def test_a_unit_is_rated_and_closed(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.folder / RATED)
    status = lambda: office.desk.overview.status(whole_city.period)  # noqa: E731 - asked twice
    assert office.asked(status).whole.closed == 0

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
        yield from to("Selesai")
        yield "Space"
        yield no_dialog

    office.play(rate_and_close())
    assert office.asked(status).whole.closed == 8


def test_a_unit_is_planned(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.agency)
    year = whole_city.year + 1
    duties = office.asked(lambda: office.desk.planning.due(year))
    sizes = Counter(duty.unit_name for duty in duties)
    unit = min((name for name, count in sizes.items() if count > 1), key=lambda name: (sizes[name], name))
    members = {duty.nip for duty in duties if duty.unit_name == unit}

    def shown() -> set[str]:
        return {line.nip for line in office.window.page("planning").tab("editor").people.lines}

    def write() -> Script:
        yield "Ctrl+Alt+Right"
        yield "Ctrl+3"
        yield "Ctrl+PgDown"
        yield "Ctrl+F"
        yield Text(unit)
        yield lambda: members <= shown() and len(shown()) < len(duties)
        yield from to("Pegawai dan keadaan SKP-nya")
        yield "Home"
        for _ in sorted(shown()):
            yield "Ctrl+Shift+N"
            yield from to("Hasil kerja")
            yield "Ctrl+A"
            yield Text("Berkas terdistribusi tepat waktu")
            yield "Ctrl+Return"

    office.play(write())
    written = {duty.nip for duty in office.asked(lambda: office.desk.planning.due(year)) if duty.state is not None}
    assert members <= written
    for nip in members:
        opened = office.asked(lambda nip=nip: office.desk.planning.editor.open(nip, year))
        assert "Berkas terdistribusi tepat waktu" in {result.text for result in opened.plan.results}


def test_a_sheet_is_printed(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.agency)

    def print_one() -> Script:
        yield "Ctrl+7"
        yield from to("Pegawai yang dapat dipilih")
        yield "Home"
        yield "Ctrl+P"
        yield from path_given(office.folder / "stick")
        yield dialog_named("PrintOutcomeDialog")
        yield "Esc"
        yield no_dialog

    office.play(print_one())
    assert len(list((office.folder / "stick").glob("*.pdf"))) == 1


def test_a_period_is_packed_and_the_answer_is_taken(sit_down: SitDown, whole_city: City) -> None:
    office = sit_down(whole_city, whole_city.agency)
    stick = office.folder / "stick"

    def pack() -> Script:
        yield "Ctrl+9"
        yield "Ctrl+Shift+K"
        yield dialog_named("PackingDialog")
        yield "Return"
        yield from path_given(stick)
        yield dialog_named("FactsDialog")
        yield from to("Tutup")
        yield "Space"
        yield no_dialog

    office.play(pack())
    sent = next(stick.glob("*.merit"))
    shutil.copytree(whole_city.region, office.folder / "region")
    with bootstrap.open_desk(office.folder / "region", whole_city.passphrase) as region:
        reply = region.handover.receive(sent).reply
    assert reply is not None
    shutil.copy(reply, stick / "jawaban.merit")

    def receive() -> Script:
        yield "Ctrl+9"
        yield "Ctrl+Shift+R"
        yield from path_given(stick / "jawaban.merit")
        yield dialog_named("FactsDialog")
        yield from to("Terima")
        yield "Space"
        yield from to("Tutup")
        yield "Space"
        yield no_dialog

    office.play(receive())
    sent_line = office.asked(lambda: office.desk.handover.receipts().outgoing)[0]
    assert sent_line.receipt_number


def test_a_backup_is_made_and_restored(
    sit_down: SitDown, whole_city: City, lane: Lane, indonesian: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    office = sit_down(whole_city, whole_city.agency)
    stick = office.folder / "stick"

    def backup() -> Script:
        yield "Ctrl+0"
        yield "Ctrl+B"
        yield from path_given(stick)

    office.play(backup())
    made = next(path for path in stick.iterdir() if path.is_file())
    dialog = RestoreDialog(lane, indonesian, tmp_path / "pulih")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()

    def restore() -> Script:
        yield from to("Berkas cadangan")
        yield "Ctrl+A"
        yield Text(str(made))
        yield from to("Kata sandi")
        yield Text(whole_city.passphrase)
        yield from to("Lihat isinya")
        yield "Space"
        yield lambda: dialog.contents is not None
        yield from to("Pulihkan sekarang")
        yield "Space"
        yield lambda: dialog.open_button.isVisible()

    play(lane, restore())
    with bootstrap.open_desk(tmp_path / "pulih", whole_city.passphrase) as desk:
        assert desk.register.count(StaffQuery()) == office.asked(lambda: office.desk.register.count(StaffQuery()))


def test_units_and_staff_are_imported_into_an_empty_store(sit_down: SitDown, whole_city: City, tmp_path: Path) -> None:
    bootstrap.create_store(tmp_path / "baru", AgencyInfo("3372", "Kota Baru", False, "PC01"), whole_city.passphrase)
    office = sit_down(whole_city, tmp_path / "baru")

    def bring_in(path: Path) -> Script:
        yield "Ctrl+2"
        yield "Ctrl+I"
        yield dialog_named("IntakeWizard")
        yield from to("Pilih berkas")
        yield "Space"
        yield from path_given(path)
        yield from to("Impor")
        yield "Space"
        yield from to("Tutup")
        yield "Space"
        yield no_dialog

    office.play(bring_in(whole_city.files.units))
    office.play(bring_in(whole_city.files.staff))
    assert office.asked(lambda: office.desk.register.count(StaffQuery())) == 40
