"""An update file is looked at in the window; only what holds comes out of it, and only a region signs one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meritdesk import exchange
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.exchange import keys as device_keys
from meritdesk.exchange import update_file
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.upkeep.update_card import UpdateCard
from meritdesk.ui.wording import Words


def test_an_update_is_checked_before_its_installer_is_taken_out(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None], tmp_path: Path
) -> None:
    region = device_keys.new_device_keys("3300", "Provinsi Contoh", "PC01", True)
    name, data = update_file.seal_update(b"MZ installer", "MeritDesk-9.9-setup.exe", "9.9", region)
    file = tmp_path / name
    file.write_bytes(data)
    card = UpdateCard(desk, lane, words)
    qtbot.addWidget(card)
    card.retranslate()
    told: list[str] = []
    refusals: list[object] = []
    card.said.connect(lambda say: told.append(say()))
    card.refused.connect(lambda error: refusals.append(error) if error is not None else None)

    out = tmp_path / "keluar"
    card.check(file, out)
    at_rest()
    assert [getattr(one, "code", "") for one in refusals] == ["UPD-104"] and not out.exists()

    exchange.write_card(region.card, tmp_path / "kartu.json")
    desk.handover.trust(tmp_path / "kartu.json")
    card.check(file, out)
    at_rest()
    assert (out / "MeritDesk-9.9-setup.exe").read_bytes() == b"MZ installer"
    *_, holds, lies = told
    assert "9.9" in holds and "Provinsi Contoh" in holds and str(out) in lies

    file.write_bytes(data.replace(b"MZ installer", b"MZ installor"))
    card.check(file, out)
    at_rest()
    assert told[-1] == "", "beside the refusal of this file stands no word of the one before"
    with pytest.raises(FileRefusal, match=r"UPD-10[25]"):
        desk.upkeep.updates.check(file)

    assert not card.make_button.isVisibleTo(card), "an agency signs nothing"
    with pytest.raises(UsageRefusal, match="UPD-109"):
        desk.upkeep.updates.make(file, "", out)
    card.make(file, out)
    at_rest()
    assert getattr(refusals[-1], "code", "") == "UPD-109"
