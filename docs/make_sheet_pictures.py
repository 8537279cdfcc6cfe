"""Make the pictures of five sheets from a sample city.

.venv/bin/meritdesk demo sample-city && .venv/bin/python docs/make_sheet_pictures.py sample-city
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

FORMS = ("D.1.1", "C.1.3", "C.1.1", "A.1.7", "A.1.8")
PICTURES = Path(__file__).parent / "pictures"
DOTS_PER_INCH = 80


def main() -> None:
    """The first page of each form; of C.1.x the second, where the results stand."""
    PICTURES.mkdir(exist_ok=True)
    for form in FORMS:
        document = pypdfium2.PdfDocument(next((Path(sys.argv[1]) / "paper").glob(f"{form}-*.pdf")))
        page = document[1 if form.startswith("C") else 0]
        page.render(scale=DOTS_PER_INCH / 72).to_pil().save(PICTURES / f"sheet-{form}.png", optimize=True)
        document.close()


if __name__ == "__main__":
    main()
