"""Signing and verifying on the command line: each verb once as it should be, and once refused."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from meritdesk import __main__ as program
from meritdesk.core.documents import Form
from meritdesk.services.print_job import Selection
from meritdesk.store import vault

TESTS = Path(__file__).parents[1]
NURSE, LEADER = "Joko Widagdo, S.Kes", "Endang Lestari, S.Kes"


def module(name: str, folder: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_of_the_commands", TESTS / folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


office_ca, small_office = module("office_ca", "signing"), module("small_office", "services")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("perintah")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(vault, "COST", vault.Cost(memory_kib=64, passes=1, lanes=1))
        with small_office.office(folder) as opened:
            opened.settle()
            opened.plan_everybody()
            opened.desk.assessment.close(small_office.YEAR)
            printed = opened.desk.documents.print(Form.D_1_1, small_office.YEAR, Selection(), folder / "cetak")
            single = Selection(nip=small_office.NIPS["nurse"])
            alone = opened.desk.documents.print(Form.D_1_1, small_office.YEAR, single, folder / "satu")
    (folder / "kata-sandi.txt").write_text(small_office.PASSPHRASE)
    (folder / "sertifikat.txt").write_text(office_ca.PASSPHRASE)
    return folder, office_ca.OfficeCA(folder / "ca"), Path(printed.file.path), Path(alone.file.path)


@pytest.fixture
def call(office, monkeypatch, capsys):
    folder = office[0]
    monkeypatch.setenv("MERITDESK_PASSPHRASE_FILE", str(folder / "kata-sandi.txt"))
    monkeypatch.setenv("MERITDESK_CERTIFICATE_PASSPHRASE_FILE", str(folder / "sertifikat.txt"))

    def run(*words, as_json: bool = True):
        argv = ["meritdesk", "--store", folder / "store", *(["--json"] if as_json else []), "documents", *words]
        monkeypatch.setattr(sys, "argv", [str(word) for word in argv])
        code = program.main()
        text = capsys.readouterr().out
        return code, json.loads(text) if as_json else text

    return run


def test_a_sheet_is_signed_by_number_and_by_file_and_verified(office, call, tmp_path):
    _, ca, _, alone = office
    code, answer = call("trust", "add", ca.root_file)
    assert (code, len(answer["added"]), answer["known"]) == (0, 1, [])
    assert len(call("trust", "add", ca.root_file)[1]["known"]) == 1
    number = call("to-sign", alone)[1]["sheets"][0]["number"]
    options = ("--p12", ca.person(LEADER), "--role", "rater", "--out", tmp_path)
    code, answer = call("sign", "--number", number, "--folder", alone.parent, *options)
    assert code == 0 and [one["signer"] for one in answer["signed"]] == [LEADER]
    assert answer["certificate"]["holder"] == LEADER and {one["code"] for one in answer["remarks"]} >= {"DOC-667"}
    signed = answer["signed"][0]["path"]
    code, text = call("sign", signed, "--p12", ca.person(NURSE), "--role", "ratee", "--out", tmp_path, as_json=False)
    assert code == 0 and NURSE in text and "ttd2.pdf" in text
    final = next(tmp_path.glob("*ttd2.pdf"))
    code, answer = call("verify", final)
    assert (code, answer["finding"], answer["is_good"]) == (0, "CURRENT", True)
    assert [one["state"] for one in answer["signatures"]] == ["TRUSTED", "TRUSTED"]
    code, text = call("verify", final, as_json=False)
    assert "Sah dan tepercaya" in text and LEADER in text
    final.with_name("ubah.pdf").write_bytes(final.read_bytes() + b"\n%x")
    code, answer = call("verify", tmp_path)
    assert code == 1 and answer["good"] == 2 and len(answer["files"]) == 3
    assert call("signatures", "--search", "joko")[1]["total"] == 1


def test_a_batch_signs_what_fits_and_lists_the_rest(office, call, tmp_path):
    _, ca, printed, _ = office
    code, answer = call("sign-batch", printed, "--p12", ca.person(LEADER), "--role", "rater", "--out", tmp_path)
    assert code == 1 and len(answer["signed"]) >= 2
    assert {one["code"] for one in answer["refused"]} == {"DOC-654"}
    assert len(list(tmp_path.glob("*.pdf"))) == len(answer["signed"])
    code, text = call("to-sign", tmp_path, as_json=False)
    assert code == 0 and "1/2" in text


def test_every_verb_refuses_with_a_code(office, call, tmp_path):
    _, ca, _, alone = office
    p12 = ("--p12", ca.person(LEADER), "--out", tmp_path)
    for words, expected in [
        (("sign", tmp_path / "tidak-ada.pdf", *p12, "--role", "rater"), "DOC-410"),
        (("sign", "--number", "X/1", "--folder", alone.parent, *p12, "--role", "rater"), "DOC-655"),
        (("sign", "--number", "X/1", *p12, "--role", "rater"), "CLI-111"),
        (("sign", *p12, "--role", "rater"), "CLI-111"),
        (("sign-batch", ca.root_file, *p12, "--role", "rater"), "DOC-648"),
        (("certificate", ca.root_file), "DOC-642"),
        (("trust", "add", alone), "DOC-658"),
        (("trust", "remove", "ffff0000"), "DOC-660"),
        (("verify", tmp_path / "tidak-ada.pdf"), "DOC-410"),
    ]:
        code, answer = call(*words)
        assert code in (2, 3) and answer["error"]["code"] == expected, words
    assert call("certificate", ca.person(NURSE))[1]["certificate"]["holder"] == NURSE


def test_an_authority_is_taken_off_by_its_fingerprint(office, call, tmp_path):
    other = office_ca.OfficeCA(tmp_path / "lain", "Balai Lain")
    fingerprint = call("trust", "add", other.root_file)[1]["added"][0]["certificate"]["fingerprint"]
    assert fingerprint[:8].upper() in call("trust", "list", as_json=False)[1].replace(" ", "")
    assert call("trust", "remove", fingerprint[:16])[0] == 0
    assert fingerprint not in json.dumps(call("trust", "list")[1])
