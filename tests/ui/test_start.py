"""The icon opens the window without loading a single command; whatever else is said is for the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from meritdesk import __main__ as program
from meritdesk.ui import opening
from meritdesk.ui.start import arriving_file, plain_start


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], ("", "id")),
        (["--lang", "en"], ("", "en")),
        (["--lang=en", "--store", "D:/data kota"], ("D:/data kota", "en")),
        (["--store=/kota"], ("/kota", "id")),
        (["--lang", "fr"], None),
        (["--lang"], None),
        (["--store="], None),
        (["--store", "--lang"], None),
        (["--store", "postgresql://server/merit"], None),
        (["--json"], None),
        (["--help"], None),
        (["--store", "/kota", "overview", "status"], None),
    ],
)
def test_a_store_and_a_language_are_all_that_the_window_is_started_with(said, expected):
    assert plain_start(said) == expected


@pytest.mark.parametrize(("said", "store"), [([], None), (["--store", "kota"], "kota"), (["--json"], None)])
def test_the_window_is_opened_with_what_was_said(monkeypatch, said, store):
    opened = []
    monkeypatch.setattr(sys, "argv", ["meritdesk", *said])
    monkeypatch.setattr(opening, "run", lambda *given: opened.append(given) or 7)
    assert program.main() == 7
    assert [(str(folder) if folder else None, language) for folder, language in opened] == [(store, "id")]


@pytest.mark.parametrize(
    ("said", "file", "others"),
    [
        (["E:/dari kota.merit"], "E:/dari kota.merit", []),
        (["--lang", "en", "A.MERIT"], "A.MERIT", ["--lang", "en"]),
        (["a.merit", "b.merit"], "", ["a.merit", "b.merit"]),
        (["handover", "inspect", "a.merit"], "", ["handover", "inspect", "a.merit"]),
        (["surat.pdf"], "", ["surat.pdf"]),
    ],
)
def test_a_package_opened_by_a_double_click_is_told_from_a_command(said, file, others):
    assert arriving_file(said) == (file, others)


def test_the_window_is_opened_on_the_package_that_was_clicked(monkeypatch, tmp_path):
    opened = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["meritdesk", "kiriman.merit"])
    monkeypatch.setattr(opening, "run", lambda *given: opened.append(given) or 7)
    assert program.main() == 7
    assert opened == [(None, "id", tmp_path / "kiriman.merit")]


def test_nothing_of_the_program_is_loaded_before_the_first_paint():
    script = """
import sys
from meritdesk import __main__ as program
from meritdesk.ui import opening
asked = []
opening.fetch = lambda: asked.extend(sys.modules) or sys.exit(0)
sys.argv = ["meritdesk"]
try:
    program.main()
except SystemExit:
    pass
print(*[name for name in asked if name.startswith(("meritdesk", "multiprocessing", "PySide6"))])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {name for name in loaded if not name.startswith("PySide6")} == {
        "meritdesk",
        "meritdesk.__main__",
        "meritdesk.ui.start",
        "meritdesk.ui",
        "meritdesk.ui.application",
        "meritdesk.ui.ground",
        "meritdesk.ui.opening",
        "meritdesk.ui.second_start",
    }
    assert {name for name in loaded if name.startswith("PySide6.Qt")} == {
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
    }
