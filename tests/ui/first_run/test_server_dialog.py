"""The connection page: what is asked for, what is refused in words, and what opens when it went well."""

from __future__ import annotations

import pytest

from meritdesk import bootstrap
from meritdesk.core.store import AgencyInfo
from meritdesk.ui.first_run.server_dialog import BRING, JOIN, MOVE, ServerDialog
from meritdesk.ui.first_run.wishes import Way

PASSPHRASE = "sandi yang cukup panjang"


@pytest.fixture
def page(lane, words, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    dialog = ServerDialog(lane, words)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog, deed, **typed):
    dialog.deed.setCurrentIndex(dialog.deed.findData(deed))
    for name, text in typed.items():
        dialog.fields[name].setText(str(text))


@pytest.mark.parametrize("language", ["id", "en"])
def test_only_what_the_deed_needs_is_asked_and_no_secret_is_shown(page, words, language):
    words.set_language(language)
    shown = {}
    for deed in (JOIN, MOVE, BRING):
        choose(page, deed)
        shown[deed] = {name for name, field in page.fields.items() if field.isVisible()}
        assert page.do_button.isVisible() and not page.open_button.isVisible()
    assert shown[BRING] == {"folder", "secret"} and "code" in shown[JOIN] and "folder" in shown[MOVE]
    for name in ("password", "secret"):
        assert page.fields[name].echoMode() == page.fields[name].EchoMode.Password
    assert all(field.accessibleName() for field in page.fields.values())
    words.set_language("id")


def test_what_cannot_be_is_refused_in_words_and_what_was_typed_stays(page, at_rest):
    choose(page, JOIN, host="127.0.0.1:1", database="merit", user="sari", code="7101", name="Kota", secret=PASSPHRASE)
    page.carry_out()
    at_rest()
    assert "SRV-101" in page.refusal.told.text() if hasattr(page.refusal, "told") else page.refusal.isVisible()
    assert page.fields["user"].text() == "sari" and page.do_button.isEnabled()
    choose(page, JOIN, code="7 1 0 1")
    page.carry_out()
    assert page.refusal.isVisible()
    choose(page, JOIN, code="7101", database="merit data")
    page.carry_out()
    assert page.refusal.isVisible() and page.wish is None


def test_data_are_carried_there_opened_and_another_pc_joins(page, at_rest, prepared_database, tmp_path):
    prepared_database.sweep()
    folder = tmp_path / "dinas"
    bootstrap.create_store(folder, AgencyInfo("7101", "Kota Contoh", False, "PC01"), PASSPHRASE)
    server = {
        "host": f"127.0.0.1:{prepared_database.server.port}",
        "database": prepared_database.name,
        "user": prepared_database.clerk("operator"),
        "password": prepared_database.clerk_password,
    }
    choose(page, MOVE, folder=folder, secret=PASSPHRASE, **server)
    page.carry_out()
    at_rest()
    assert page.open_button.isVisible() and not page.recovery.isVisible() and page.told.text().startswith("✓")
    page.open_button.click()
    assert page.wish.way is Way.OPEN and page.wish.folder == folder
    with bootstrap.open_desk(folder, page.wish.passphrase) as desk:
        assert desk.upkeep.server.state().agencies == ("7101",)


def test_a_pc_that_joins_is_shown_its_recovery_key_once(page, at_rest, prepared_database, tmp_path):
    prepared_database.sweep()
    choose(
        page, JOIN, host=f"127.0.0.1:{prepared_database.server.port}", database=prepared_database.name,
        user=prepared_database.clerk("operator"), password=prepared_database.clerk_password, code="7101",
        name="Kota Contoh", device="PC07", secret=PASSPHRASE,
    )  # fmt: skip
    page.carry_out()
    at_rest()
    key = page.recovery.text()
    assert page.recovery.isVisible() and len(key.replace("-", "")) == 34
    page.open_button.click()
    with bootstrap.open_desk(page.wish.folder, recovery_key=key) as desk:
        assert desk.agency.device == "PC07"
