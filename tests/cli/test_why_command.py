"""``meritdesk why CODE`` explains without a store."""

import json

import pytest

from meritdesk.cli import arguments, run


def test_a_code_is_explained_for_people_and_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments.parse(["why", "V-15"])) == 0
    told = capsys.readouterr().out
    assert "PermenPANRB 6/2022, hlm. 51 angka 7" in told and "Mengapa" in told
    assert run(arguments.parse(["--json", "--lang", "en", "why", "sto-610"])) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["verb"] == "why" and answer["code"] == "STO-610" and answer["place"] == "backup-key"


def test_an_unknown_code_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments.parse(["why", "V-999"])) == 2
    assert "UI-361" in capsys.readouterr().err
