"""The primary PC of an agency died: a second one takes its place, and nothing that was on its way is lost."""

from __future__ import annotations

import small_office
from key_office import admit, carry_list, hold_ceremony
from small_office import YEAR
from two_agencies import at_code

from meritdesk.core.handover import ReceiptCode
from meritdesk.core.trust import DeviceRole, KeyActKind, KeyStatus
from meritdesk.exchange import root_keys


def test_a_second_pc_takes_the_place_of_the_primary_that_died(tmp_path, monkeypatch):
    monkeypatch.setattr(root_keys, "COST", root_keys.GuessCost(64, 1, 1))
    with (
        small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region,
        small_office.office(tmp_path / "satu") as first,
        small_office.office(tmp_path / "dua", device="PC02") as second,
    ):
        held = hold_ceremony(region, tmp_path / "upacara")
        groups = held.act.fingerprints[0][1].split()
        admit(first, region, tmp_path / "a")
        promotion = region.desk.handover.keys.promotion
        admit(second, region, tmp_path / "b", DeviceRole.SECONDARY)
        for agency in (first, second):
            carry_list(region, agency, tmp_path / "daftar", groups)
        first.settle()
        first.plan_everybody()
        first.desk.assessment.close(YEAR)
        early = first.desk.handover.pack(YEAR, tmp_path / "stick")
        region.desk.handover.receive(early.path)
        at_code("KEY-561", promotion.promote, "3372/PC02", " ")
        at_code("KEY-560", promotion.promote, "3372/PC09", "rusak")
        at_code("KEY-581", promotion.promote, "3372/PC01", "rusak")
        at_code("KEY-581", promotion.look, "REG33/PC01")
        seen = promotion.look("3372/PC02")
        assert (seen.former.sender, seen.last_sequence) == ("3372/PC01", 1)
        outcome = promotion.promote("3372/PC02", "PC utama rusak")
        assert outcome.act.kind is KeyActKind.PROMOTED and region.desk.handover.keys.papers.preview(outcome.act.number)
        standing = {one.device.sender: one.device for one in region.desk.handover.keys.devices()}
        assert (standing["3372/PC01"].status, standing["3372/PC01"].last_sequence) == (KeyStatus.RETIRED, 1)
        assert (standing["3372/PC02"].role, standing["3372/PC02"].status) == (DeviceRole.PRIMARY, KeyStatus.ACTIVE)
        carry_list(region, second, tmp_path / "daftar baru")
        assert region.desk.handover.receive(early.path).code is ReceiptCode.DUPLICATE
        second.settle()
        second.plan_everybody()
        second.desk.assessment.close(YEAR)
        mine = second.desk.handover.pack(YEAR, tmp_path / "stick")
        assert (mine.header.kind.value, mine.header.sequence) == ("export", 1)
        assert region.desk.handover.look_into(mine.path).header.sender == "3372/PC02"
