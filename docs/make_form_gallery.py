"""Make the gallery of the 24 formats, filled from a sample city: all in Folio, the nine most used in A4 as well.

.venv/bin/meritdesk demo sample-city && .venv/bin/python docs/make_form_gallery.py sample-city [B.1.6 ...]

Each picture shows the pages of one sheet side by side. The sheet with most words among the first few is taken, since
a gallery of dashes would show nothing.
"""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from meritdesk.bootstrap import open_desk
from meritdesk.core.documents import FEEDBACK_FORMS, Form, PaperSize, PaperStyle, PrintedFile
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.print_job import Selection

GALLERY = Path(__file__).parent / "forms"
MOST_USED = (
    Form.A_1_1, Form.A_1_2, Form.A_1_6, Form.A_1_7, Form.A_1_8, Form.C_1_1, Form.C_1_2, Form.C_1_3, Form.D_1_1,
)  # fmt: skip
DOTS_PER_INCH = 75
MOST_PAGES = 6
GROUND, GAP = "#8a9199", 10


def fullest(printed: PrintedFile) -> Image.Image:
    """The pages of the sheet with most words, of those that are not longer than a picture can show."""
    document = pypdfium2.PdfDocument(printed.path)
    try:
        places = [place for place in printed.sheets if place.pages <= MOST_PAGES] or list(printed.sheets[:1])

        def letters(first: int, pages: int) -> int:
            return sum(document[number].get_textpage().count_chars() for number in range(first - 1, first - 1 + pages))

        best = max(places, key=lambda place: letters(place.first_page, place.pages))
        pages = [
            document[number].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
            for number in range(best.first_page - 1, best.first_page - 1 + min(best.pages, MOST_PAGES))
        ]
    finally:
        document.close()
    return side_by_side(pages)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Lying pages two abreast, upright ones three abreast."""
    width, height = pages[0].size
    abreast = min(len(pages), 2 if width > height else 3)
    rows = math.ceil(len(pages) / abreast)
    whole = Image.new("RGB", (abreast * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for place, page in enumerate(pages):
        whole.paste(page, (GAP + place % abreast * (width + GAP), GAP + place // abreast * (height + GAP)))
    return whole.quantize(64)


def printable(desk: Desk, form: Form, period: Period) -> Selection | None:
    """Up to a dozen people of one unit who have this form; the agency as a whole where no single unit has any."""
    for unit in desk.register.units():
        most = 200 if form in FEEDBACK_FORMS else 12
        people = desk.register.staff(StaffQuery(unit_ids=(unit.unit_id,), limit=most))
        for person in people:
            is_silent = form in FEEDBACK_FORMS and not desk.execution.feedback.log(person.person_id, period).lines
            if not person.nip or is_silent:
                # The head of region has no sheet, and a record of feedback without a word is not what the form is for.
                continue
            try:
                desk.documents.preview(form, period, person.nip)
            except UsageRefusal:
                continue
            if desk.documents.right_form(form, person.nip, period.year) is form:
                is_alone = len(people) < 2 or form in FEEDBACK_FORMS
                return Selection(nip=person.nip) if is_alone else Selection(unit_ids=(unit.unit_id,))
    return None


def main() -> None:
    """One picture a form and size; what the city does not have is named at the end."""
    city = Path(sys.argv[1])
    GALLERY.mkdir(exist_ok=True)
    period = Period(2025, PeriodKind.YEAR)
    missing = []
    passphrase = (city / "passphrase.txt").read_text(encoding="utf-8").strip()
    with open_desk(city / "agency", passphrase) as desk, tempfile.TemporaryDirectory() as folder:
        for form in [Form(code) for code in sys.argv[2:]] or Form:
            selection = printable(desk, form, period)
            if selection is None:
                missing.append(form.value)
                continue
            for size in PaperSize if form in MOST_USED else (PaperSize.FOLIO,):
                out = Path(folder) / size.value
                printed = desk.documents.print(form, period, selection, out, PaperStyle(size)).file
                if printed is None:
                    missing.append(f"{form.value} {size.value}")
                    continue
                fullest(printed).save(GALLERY / f"{form.value}-{size.value.lower()}.png", optimize=True)
                print(form.value, size.value)
    if missing:
        sys.exit(f"Not in this city: {', '.join(missing)}. Make a larger one.")


if __name__ == "__main__":
    main()
