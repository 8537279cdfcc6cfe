"""Make the pictures of the own sheets without a form code, filled from a sample city whose year is closed.

.venv/bin/meritdesk demo sample-city && .venv/bin/python docs/make_own_sheet_gallery.py sample-city

The city is copied first: a counselling talk is written into it and its package is handed to the region.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from make_form_gallery import GALLERY, fullest

from meritdesk.bootstrap import open_desk
from meritdesk.core.confidential import Counselling
from meritdesk.core.documents import PrintedFile
from meritdesk.core.errors import Refusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection

PERIOD = Period(2025, PeriodKind.YEAR)
TALK = Counselling(
    "Drs. Agus Salim, Psikolog", False, True, "Ruang konseling BKPSDM", "Keterlambatan pada hari pelayanan",
    "Percakapan selama 45 menit; keadaan keluarga dijelaskan dan jadwal jaga ditinjau bersama.",
    "Hadir sebelum pukul 07.15 pada hari pelayanan.", "Pertemuan berikutnya 1 September 2025",
)  # fmt: skip


def sheets_of(desk: Desk, out: Path) -> dict[str, PrintedFile]:
    """The own sheets that a closed year of an agency gives."""
    units = desk.assessment.distribution_sheets.spreads(PERIOD)
    largest = max(units, key=lambda one: sum(one.check.counts.values())).led_unit_id
    person = next(line for line in desk.register.staff(StaffQuery(limit=50)) if line.nip)
    talk = desk.execution.confidential.add(person.person_id, date(2025, 8, 4), TALK).record.record_id
    found = {
        "POLA": desk.assessment.distribution_sheets.print(PERIOD, out, led_unit_id=largest).file,
        "KON": desk.execution.confidential.print_counselling(talk, out).file,
    }
    official = desk.follow_up.credit.board(2025, Selection()).cards[0].person.nip
    for kind, since in (("AK", 0), ("AAK", 2025)):
        papers = desk.follow_up.credit.print(2025, Selection(nip=official), out, since).papers
        assert papers is not None
        found[kind] = papers.file
    return found


def main() -> None:
    """One picture a kind of sheet."""
    city = Path(sys.argv[1])
    passphrase = (city / "passphrase.txt").read_text(encoding="utf-8").strip()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        for name in ("agency", "region"):
            shutil.copytree(city / name, Path(folder) / name)
        with open_desk(Path(folder) / "agency", passphrase) as desk:
            found = sheets_of(desk, out)
            try:
                package = desk.handover.pack(PERIOD, out).path
            except Refusal as refusal:
                sys.exit(f"No receipt: {refusal}")
        with open_desk(Path(folder) / "region", passphrase) as region:
            number = region.handover.receive(package).receipt.number
            found["TT"] = region.handover.papers.print(number, out).file
        for kind, printed in found.items():
            fullest(printed).save(GALLERY / f"own-{kind}-folio.png", optimize=True)
            print(kind)


if __name__ == "__main__":
    main()
