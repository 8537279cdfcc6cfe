"""Practice and work never meet: each refuses the files of the other, and all that leaves practice is named so."""

from __future__ import annotations

import pytest
import small_office
from small_office import NIPS, YEAR

from meritdesk.core.documents import Form
from meritdesk.core.errors import FileRefusal
from meritdesk.core.store import Practice
from meritdesk.services.print_job import Selection


def introduced(one, other, folder):
    one.desk.handover.card(folder / "satu.json")
    other.desk.handover.card(folder / "dua.json")
    other.desk.handover.trust(folder / "satu.json")
    one.desk.handover.trust(folder / "dua.json")


@pytest.fixture
def practising(tmp_path):
    with small_office.office(tmp_path / "latihan", practice=Practice.COPY) as office:
        office.settle()
        office.plan_everybody()
        office.desk.assessment.close(YEAR)
        yield office


def test_a_real_region_takes_nothing_that_was_only_practised(practising, tmp_path):
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", is_region=True) as region:
        introduced(practising, region, tmp_path)
        packed = practising.desk.handover.pack(YEAR, tmp_path / "stick")
        assert packed.header.is_practice and packed.path.name.startswith("LATIHAN-MD1-")
        assert region.desk.handover.inspect(packed.path).header.is_practice
        before = region.desk.overview.status(YEAR).journal
        with pytest.raises(FileRefusal) as refused:
            region.desk.handover.receive(packed.path)
        assert refused.value.code == "STO-695"
        assert region.desk.overview.status(YEAR).journal == before


def test_a_practice_region_answers_practice_and_takes_no_real_file(practising, closed, tmp_path):
    kind = {"is_region": True, "practice": Practice.SAMPLE}
    with small_office.office(tmp_path / "wilayah", "REG33", "Kantor Regional", **kind) as region:
        introduced(practising, region, tmp_path)
        received = region.desk.handover.receive(practising.desk.handover.pack(YEAR, tmp_path / "stick").path)
        assert received.reply.name.startswith("LATIHAN-")
        assert practising.desk.handover.receive(received.reply).receipt.number == received.receipt.number
        introduced(closed, region, tmp_path)
        real = closed.desk.handover.pack(YEAR, tmp_path / "stick")
        assert not real.header.is_practice
        with pytest.raises(FileRefusal) as refused:
            region.desk.handover.receive(real.path)
        assert refused.value.code == "STO-696"


def test_files_that_leave_practice_are_named_so_and_found_again(practising, tmp_path):
    desk = practising.desk
    printed = desk.documents.print(Form.D_1_1, YEAR, Selection(nip=NIPS["nurse"]), tmp_path / "kertas")
    path = next((tmp_path / "kertas").iterdir())
    assert path.name.endswith("-LATIHAN.pdf") and printed.sheets == 1
    assert [one.finding.value for one in desk.documents.verify(path).documents] == ["CURRENT"]
    assert desk.upkeep.backup(tmp_path / "cadangan").name.endswith("-LATIHAN.meritbackup")
