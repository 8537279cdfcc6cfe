"""The manual as PDF, and the quick card of two pages: ``make manual`` writes both languages to ``dist/manual``.

It is the same book that F1 opens in the program, laid out by the same code as its own *print*.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from meritdesk.messages import LANGUAGES
from meritdesk.messages.manual import read_manual
from meritdesk.ui.application import whole_application
from meritdesk.ui.help.printing import print_to
from meritdesk.ui.wording import Words

CARD = "card"
CARD_PAGES = 2


def main() -> int:
    """Write them all; 1 when the quick card no longer fits on its two pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "dist" / "manual")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    application = whole_application()
    for language in LANGUAGES:
        words = Words(language)
        manual = read_manual(language)
        books = {
            f"MeritDesk-{'panduan' if language == 'id' else 'manual'}-{language}.pdf": manual.chapters,
            f"MeritDesk-{'kartu-ringkas' if language == 'id' else 'quick-card'}-{language}.pdf": [manual.chapter(CARD)],
        }
        for name, chapters in books.items():
            target = chosen.out / name
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(target))
            print_to(printer, chapters, words)
            pages = len(pypdfium2.PdfDocument(target))
            print(f"{target.name}: {pages} pages, {target.stat().st_size / 1024 / 1024:.1f} MB")
            if len(chapters) == 1 and pages > CARD_PAGES:
                print(f"The quick card must fit on {CARD_PAGES} pages.", file=sys.stderr)
                return 1
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
