"""What the scan desk says of a page, of documents that are not whole, and of a list with nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from meritdesk.core.documents import Finding
from meritdesk.core.scans import ScanPlace
from meritdesk.services.documents.scan_views import PageLine, ScannedDocument
from meritdesk.ui.wording import Words

STANDS = (Finding.CURRENT, Finding.DRAFT)


def standing(line: PageLine, words: Words) -> str:
    """Why a page lies where it does, and what to do next."""
    translate = QCoreApplication.translate
    if line.page.reason:
        return f"{words.messages.sentence(line.page.reason, line.facts)} ({line.page.reason})"
    said = translate("ScanTab", "Filed by hand: %1") if line.page.decided_by else translate("ScanTab", "Filed")
    return "✓ " + said.replace("%1", line.page.decided_by)


def doubts(documents: Sequence[ScannedDocument], words: Words) -> list[str]:
    """Documents of which pages are missing, with where they may be, and those that no longer stand."""
    return [_missing(one, words) for one in documents if not one.scan.is_whole] + [
        _fallen(one, words) for one in documents if one.finding not in STANDS
    ]


def nothing_here(number: str, has_stacks: bool, place: ScanPlace) -> str:
    """Why a list is empty, and what to do."""
    translate = QCoreApplication.translate
    if number:
        return translate("ScanTab", "No page of %1 has come back from the scanner.").replace("%1", number)
    if not has_stacks:
        return translate(
            "ScanTab",
            "Nothing was scanned yet. Scan the signed sheets at 150 to 300 dpi into one folder, in any order and "
            "any way up, and read that folder: each page finds its document by the code in its foot.",
        )
    if place is ScanPlace.DESK:
        return translate("ScanTab", "✓ No page waits for a hand.")
    return translate("ScanTab", "No page of this stack lies here.")


def _missing(one: ScannedDocument, words: Words) -> str:
    translate = QCoreApplication.translate
    said = translate("ScanTab", "%1 (copy %2): page %3 has not come back")
    said = (
        said.replace("%1", one.scan.record.number)
        .replace("%2", words.number(one.scan.record.copy))
        .replace("%3", ", ".join(map(str, one.scan.missing)))
    )
    if one.scan.elsewhere:
        other = one.scan.elsewhere[0]
        mixed = translate("ScanTab", "; it is here from version %1, copy %2")
        said += mixed.replace("%1", words.number(other.record_version)).replace("%2", words.number(other.copy))
    return said


def _fallen(one: ScannedDocument, words: Words) -> str:
    said = QCoreApplication.translate("ScanTab", "%1 (copy %2): %3")
    return (
        said.replace("%1", one.scan.record.number)
        .replace("%2", words.number(one.scan.record.copy))
        .replace("%3", words.messages.label_of(one.finding))
    )
