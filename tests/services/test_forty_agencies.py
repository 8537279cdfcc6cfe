"""Forty agencies send, correct and pass people on; the region comes to the same rows however the files travel."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import many_agencies
import pytest
from many_agencies import REGION, ROUNDS, Agency
from sqlalchemy import func, select

from meritdesk.core.handover import ReceiptCode
from meritdesk.core.people import LegalStatus
from meritdesk.services import Desk
from meritdesk.services.handover import Consent
from meritdesk.store import tables

pytestmark = pytest.mark.xdist_group("forty agencies")  # they are built once, by one worker

SIZES = [2 + number * number // 120 for number in range(40)]
MOVED = select(func.count()).select_from(
    select(tables.person.c.nip).group_by(tables.person.c.nip).having(func.count() > 1).subquery()
)
AGREED = Consent("sudah ditanyakan", "Kepala Bidang")
SETTLED = (ReceiptCode.ACCEPTED, ReceiptCode.ERRORS)


def one_round(agencies: list[Agency], number: int, out: Path, chance: random.Random) -> None:
    """What happens in an office between two files: changes, arrivals, removals, people who move, a file in between."""
    period = ROUNDS[number]
    for agency in agencies:
        in_service = [key for key, one in agency.people.items() if one.legal_status is not LegalStatus.LEFT]
        for person_id in chance.sample(in_service, len(in_service) // 3):
            agency.amend(person_id)
        if chance.random() < 0.5:
            newcomer = agency.person(500 + number)
            agency.hire([newcomer])
            if chance.random() < 0.5:
                # Known to one file and then removed aloud, before anything was closed.
                if number:
                    agency.pack(ROUNDS[number - 1], out)
                agency.remove(newcomer.person_id)
        agency.close(period)
        if chance.random() < 0.3:
            agency.pack(period, out)
            agency.correct(chance.choice(in_service), period)
    for giver in chance.sample(agencies, 6):
        taker = chance.choice([one for one in agencies if one is not giver])
        movable = [key for key, one in giver.people.items() if one.legal_status is not LegalStatus.LEFT]
        if len(movable) > 1 and movable[0].startswith(giver.code):
            gone = giver.leave(movable[0])
            arrived = many_agencies.replace(
                gone, legal_status=LegalStatus.ACTIVE, unit_id=f"{taker.code}-u0", position_title="Pindahan"
            )
            if arrived.person_id not in taker.people:
                with taker.change() as work:
                    work.people.save([arrived])
                    work.reporting.save([many_agencies.ReportingLine(arrived.person_id)])
                    work.commit()
    for agency in agencies:
        agency.pack(period, out)


def deliver(region: Desk, files: Iterable[Path], replies: Path) -> dict[Path, tuple[ReceiptCode, bytes]]:
    """Receive every file; what came of each, and the receipt's bytes. A file that comes again gets the same receipt."""
    answers: dict[Path, tuple[ReceiptCode, bytes]] = {}
    for file in files:
        got = region.handover.receive(file, replies, consent=AGREED)
        reply = got.reply.read_bytes()
        if file in answers:
            assert got.code is ReceiptCode.DUPLICATE and reply == answers[file][1]
        else:
            answers[file] = (got.code, reply)
    return answers


def newest(agencies: list[Agency]) -> set[Path]:
    """The last file of each agency and period: the ones that must have been applied in the end."""
    found: dict[tuple[str, str], Path] = {}
    for agency in agencies:
        for file in agency.files:
            found[agency.code, file.name.rsplit("-", 2)[0]] = file
    return set(found.values())


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Three rounds, with receipts that come back late, twice or never."""
    folder = tmp_path_factory.mktemp("wilayah")
    chance = random.Random(33)
    with many_agencies.world(folder / "instansi", SIZES, 33) as (agencies, stack):
        region = stack.enter_context(many_agencies.store(folder / "wilayah", REGION, is_region=True))
        many_agencies.introduce(agencies, region, folder)
        shutil.copytree(folder / "wilayah", folder / "kosong", ignore=shutil.ignore_patterns("*.lock*"))
        answers: dict[Path, tuple[ReceiptCode, bytes]] = {}
        for number in range(len(ROUNDS)):
            one_round(agencies, number, folder / "stik", chance)
            for agency in agencies:
                fresh = [file for file in dict.fromkeys(agency.files) if file not in answers]
                for file in fresh:
                    got = region.handover.receive(file, folder / "balas", consent=AGREED)
                    answers[file] = (got.code, got.reply.read_bytes())
                    if chance.random() < 0.7:
                        agency.desk.handover.receive(got.reply)
        yield folder, agencies, region, answers


def test_files_in_order_are_all_settled(lived):
    _, agencies, region, answers = lived
    assert len(answers) >= 120
    assert {answers[file][0] for file in newest(agencies)} <= set(SETTLED)
    assert not [code for code, _ in answers.values() if code in (ReceiptCode.FORK, ReceiptCode.REJECTED)]
    held_twice = region.handover.custody.lines(2025)
    assert not held_twice, "whoever moved on says so in the file of the agency that was left"
    with region.handover.around.store.reading() as work:
        moved = work._connection.execute(MOVED).scalar_one()
    assert moved >= 10, "people of several agencies stand in two of them"


def test_shuffled_repeated_and_delayed_files_lead_to_the_same_rows(lived, tmp_path):
    folder, agencies, region, answers = lived
    chance = random.Random(1)
    files = list(answers)
    travelling = files + chance.sample(files, len(files) // 4)
    chance.shuffle(travelling)
    codes = [agency.code for agency in agencies]
    with many_agencies.twin_of(folder, tmp_path) as other:
        again = deliver(other, travelling, tmp_path / "balas")
        assert many_agencies.rows_of_region(other, codes) == many_agencies.rows_of_region(region, codes)
    assert {again[file][0] for file in newest(agencies)} <= set(SETTLED)
    for file in newest(agencies):
        assert again[file][0] is answers[file][0]


def test_a_lost_file_is_made_good_by_the_next_of_its_period(lived, tmp_path):
    folder, agencies, region, answers = lived
    codes = [agency.code for agency in agencies]
    last = newest(agencies)
    kept = [file for file in answers if file in last]
    with many_agencies.twin_of(folder, tmp_path) as other:
        deliver(other, kept, tmp_path / "balas")
        full, found = (many_agencies.rows_of_region(one, codes) for one in (region, other))
    for table in ("person", "plan", "work_result", "indicator", "actual", "evaluation", "org_unit"):
        assert found[table] == full[table]
