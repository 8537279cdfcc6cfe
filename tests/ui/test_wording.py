"""How numbers, days and periods are said, and that no word of the window is left without Indonesian."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.working_days import WorkCalendar
from meritdesk.resources import resource
from meritdesk.ui.wording import Words

WRITTEN = sorted(resource("translations").glob("*_id.ts"))
SOURCES = sorted((resource("translations").parent.parent / "meritdesk" / "ui").rglob("*.py"))
PLACEHOLDER = re.compile(r"%\d|\{[a-z]+\}")


def all_entries() -> list[tuple[str, str, ElementTree.Element]]:
    """The entries of every area."""
    return [entry for path in WRITTEN for entry in entries(path)]


def entries(path: Path) -> list[tuple[str, str, ElementTree.Element]]:
    """Context, English and the translation of every message."""
    return [
        (context.findtext("name") or "", message.findtext("source") or "", translation)
        for context in ElementTree.parse(path).getroot().findall("context")
        for message in context.findall("message")
        if (translation := message.find("translation")) is not None
    ]


def test_numbers_days_and_periods_are_said_as_the_office_says_them(indonesian: Words) -> None:
    assert indonesian.number(1_234_567) == "1.234.567"
    assert indonesian.day(date(2025, 1, 1)) == "1 Januari 2025"
    assert indonesian.moment(datetime(2025, 8, 17, 3, 5, tzinfo=UTC)).startswith("17 Agustus 2025 ")
    said = [indonesian.period(parse_period(code)) for code in ("2025", "2025-TW4", "2025-05")]
    assert said == ["Tahun 2025", "Triwulan IV 2025", "Mei 2025"]


def test_english_is_complete_too(qapp: QApplication) -> None:
    words = Words("en")
    assert words.number(1_234) == "1,234"
    said = [words.period(parse_period(code)) for code in ("2025", "2025-TW4", "2025-05")]
    assert said == ["Year 2025", "Quarter IV 2025", "May 2025"]


def test_switching_the_language_changes_program_words_and_words_of_law_together(indonesian: Words) -> None:
    heard: list[tuple[str, str]] = []
    indonesian.language_changed.connect(
        lambda language: heard.append((language, indonesian.messages.label("RATING:ABOVE")))
    )
    assert QCoreApplication.translate("Rooms", "Staff") == "Pegawai"
    indonesian.set_language("en")
    assert QCoreApplication.translate("Rooms", "Staff") == "Staff"
    indonesian.set_language("id")
    assert [language for language, _ in heard] == ["en", "id"]
    assert heard[0][1] != heard[1][1] == "Di atas ekspektasi"


def test_a_refusal_is_told_in_three_parts(words: Words) -> None:
    code, what, then = words.told(UsageRefusal("USE-102", nip="199001012015011008"))
    assert code == "USE-102"
    assert "199001012015011008" in what
    assert then
    assert words.told(RuntimeError("secret"))[0] == "UI-901"
    assert "secret" not in " ".join(words.told(RuntimeError("secret")))


def test_time_left_is_told_in_working_days(indonesian: Words) -> None:
    friday = date(2025, 1, 31)
    assert indonesian.until(friday, date(2025, 1, 24)) == "5 hari kerja lagi"
    assert indonesian.until(friday, friday) == "hari ini"
    assert indonesian.until(friday, date(2025, 2, 3)) == "lewat 1 hari kerja"


def test_time_left_skips_the_holidays_of_the_office(indonesian: Words) -> None:
    calendar = WorkCalendar(frozenset({date(2025, 1, 27), date(2025, 1, 29)}))
    assert indonesian.until(date(2025, 1, 31), date(2025, 1, 24), calendar) == "3 hari kerja lagi"
    assert [indonesian.days_left(count) for count in (2, 0, -1)] == [
        "2 hari kerja lagi",
        "hari ini",
        "lewat 1 hari kerja",
    ]
    assert indonesian.weekday(date(2025, 1, 31)) == "Jumat"
    assert indonesian.short_day(date(2025, 1, 31)) == "31 Jan 2025"


def test_every_word_of_the_window_is_translated() -> None:
    unfinished = [
        (context, source)
        for context, source, translation in all_entries()
        if translation.get("type") or not translation.text
    ]
    assert len(all_entries()) > 300
    assert unfinished == []


def test_no_word_in_the_code_is_missing_from_the_translations(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    program = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert program is not None
    subprocess.run([program, *map(str, SOURCES), "-ts", str(fresh)], check=True, capture_output=True)
    spoken = {(context, source) for context, source, _ in entries(fresh)}
    written = {(context, source) for context, source, _ in all_entries()}
    assert spoken - written == set()
    assert written - spoken == set()


def test_no_word_hides_in_an_f_string_where_the_translators_tool_cannot_see_it() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("tr", "translate")
    ]
    assert len(SOURCES) > 40
    assert hidden == []


def test_translations_keep_their_placeholders() -> None:
    lost = [
        (context, source, translation.text)
        for context, source, translation in all_entries()
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(translation.text or ""))
    ]
    assert lost == []


def test_the_compiled_translations_are_those_of_the_source(qapp: QApplication) -> None:
    for path in WRITTEN:
        compiled = QTranslator()
        assert compiled.load(str(path.with_suffix(".qm"))), path.name
        stale = [
            (context, source)
            for context, source, translation in entries(path)
            if compiled.translate(context, source) != translation.text
        ]
        assert stale == [], path.name


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_refusals_of_the_window_have_both_parts(language: str, qapp: QApplication) -> None:
    words = Words(language)
    for code in ("UI-901", "UI-902", "UI-903", "UI-904"):
        what, then = words.messages.refusal(code, {"file": "daftar.bin"})
        assert what and then and code not in what
    words.set_language("en")


def test_words_outlive_the_files_that_they_were_read_from(qapp: QApplication, tmp_path: Path) -> None:
    written = tmp_path / "tabs_id.qm"
    shutil.copy(resource("translations") / "tabs_id.qm", written)
    words = Words("en")
    words._install(str(written))
    before = QCoreApplication.translate("TabbedRoom", "Groups of parts")
    written.write_bytes(b"")
    said = QCoreApplication.translate("TabbedRoom", "Groups of parts")
    translator = Words._installed.pop()
    QCoreApplication.removeTranslator(translator)
    assert said == before == "Kelompok bagian"
