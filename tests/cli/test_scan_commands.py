"""The scan desk from the command line: read, see what waits, decide, write out."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path

import pytest

from meritdesk import __main__ as program
from meritdesk.core.documents import Form
from meritdesk.services.print_job import Selection
from meritdesk.store import vault

TESTS = Path(__file__).parent.parent


def module(name: str, path: Path):
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(name, found)
    spec.loader.exec_module(found)
    return found


small_office = module("small_office_of_commands", TESTS / "services" / "small_office.py")
paper = module("paper_of_commands", TESTS / "scanning" / "paper.py")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed year; two sheets came back: one as it was, one whose code was stamped over, and a blank back."""
    folder = tmp_path_factory.mktemp("cli-pindai")
    chance = random.Random(3)
    with pytest.MonkeyPatch.context() as patched:
        # Each command opens the store anew; what is tested here is not how slowly a passphrase is stretched.
        patched.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
        with small_office.office(folder / "kota") as office:
            office.settle()
            office.plan_everybody()
            office.desk.assessment.close(small_office.YEAR)
            pages = []
            for name in ("nurse", "clerk"):
                chosen = Selection(nip=small_office.NIPS[name])
                printed = office.desk.documents.print(Form.D_1_1, small_office.YEAR, chosen, folder / "kertas")
                pages += paper.pictures_of(folder / "kertas" / Path(printed.file.path).name, chance)
    stamped = pages[1].copy()
    for x in (0, stamped.width - 230):
        for y in (0, stamped.height - 230):
            stamped.paste(90, (x, y, x + 230, y + 230))
    (folder / "sandi.txt").write_text(small_office.PASSPHRASE, encoding="utf-8")
    (folder / "pindai").mkdir()
    paper.as_pdf([pages[0], stamped, paper.blank_page(chance)], folder / "pindai" / "pindai.pdf")
    return folder


@pytest.fixture
def call(city, monkeypatch, capsys):
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(city / "sandi.txt"))

    def run(*words: str, as_json: bool = True):
        argv = ["meritdesk", "--store", str(city / "kota" / "store"), *(["--json"] if as_json else [])]
        monkeypatch.setattr(sys, "argv", [*argv, "documents", "scans", *words])
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


def test_from_the_scanner_to_the_file_of_the_document(city, call, tmp_path):
    code, empty = call("read", str(tmp_path))
    assert (code, empty["error"]["code"]) == (3, "DOC-625")
    code, read = call("read", str(city / "pindai"))
    assert code == 1 and read["places"] == {"FILED": 1, "SPARE": 0, "DESK": 1, "ASIDE": 1} and read["whole"] == 1
    code, again = call("read", str(city / "pindai"))
    assert (code, again["read"], again["known"]) == (0, 0, 3)
    assert [one["is_open"] for one in call("stacks")[1]["stacks"]] == [False, False]

    code, desk = call("list")
    (waiting,) = desk["pages"]
    assert code == 0 and (waiting["reason"], waiting["place"]) == ("DOC-610", "DESK")
    assert "DOC-610" not in call("list", as_json=False)[1] and "pindai.pdf 2" in call("list", as_json=False)[1]
    assert len(call("list", "--stack", read["batch"])[1]["pages"]) == 3
    assert call("list", "--stack", "bukan")[1]["error"]["code"] == "DOC-632"

    number = "D.1.1/3372/2025/000002"
    code, refused = call("assign", waiting["page_id"], "D.1.1/3372/2025/000099")
    assert (code, refused["error"]["code"]) == (2, "DOC-627")
    assert call("aside", waiting["page_id"], "--blank")[0] == 0 and call("list")[1]["pages"] == []
    assert call("back", waiting["page_id"])[0] == 0
    assert call("back", "bukan")[1]["error"]["code"] == call("aside", "bukan")[1]["error"]["code"] == "DOC-630"
    code, done = call("assign", waiting["page_id"], number)
    assert (code, done["page"], done["missing"]) == (0, 1, [])
    (document,) = call("list", "--number", number)[1]["documents"]
    assert document["filed"] == [1] and document["missing"] == []

    code, written = call("export", number, "--out", str(tmp_path / "keluar"))
    assert code == 0 and Path(written["file"]).read_bytes().startswith(b"%PDF")
    assert call("export", "D.1.1/3372/2025/000099", "--out", str(tmp_path))[1]["error"]["code"] == "DOC-627"
    assert "000002" in call("list", "--number", number, as_json=False)[1]


def test_what_was_read_before_is_said_in_words(city, call):
    call("read", str(city / "pindai"))
    code, said = call("read", str(city / "pindai"), as_json=False)
    assert code == 0 and "sudah pernah" in said
