"""A few agencies whose files are delivered, repeated, held back and lost in every way that a machine can think of."""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import many_agencies
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from many_agencies import REGION, ROUNDS

from meritdesk.core.handover import ReceiptCode
from meritdesk.services.handover import Consent

AGREED = Consent("sudah ditanyakan", "Kepala Bidang")


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Two agencies' files of three periods in the order in which they were made."""
    folder = tmp_path_factory.mktemp("jalan")
    chance = random.Random(7)
    files: list[Path] = []
    with many_agencies.world(folder / "instansi", [3, 4], 7) as (agencies, stack):
        region = stack.enter_context(many_agencies.store(folder / "wilayah", REGION, is_region=True))
        many_agencies.introduce(agencies, region, folder)
        shutil.copytree(folder / "wilayah", folder / "kosong", ignore=shutil.ignore_patterns("*.lock*"))
        for number, period in enumerate(ROUNDS):
            for agency in agencies:
                newcomer = agency.person(500 + number)
                agency.hire([newcomer])
                if number:
                    files.append(agency.pack(ROUNDS[number - 1], folder / "stik"))
                agency.remove(newcomer.person_id)
                agency.amend(chance.choice(sorted(agency.people)))
                agency.close(period)
                files.append(agency.pack(period, folder / "stik"))
                agency.correct(chance.choice(sorted(agency.people)), period)
        yield folder, list(dict.fromkeys(files)), [agency.code for agency in agencies]


def test_whatever_arrives_in_whatever_order_counts_as_if_it_had_come_in_turn(sent):
    folder, files, codes = sent
    in_turn: dict[frozenset[int], object] = {}

    def rows_in_turn(numbers: frozenset[int]) -> object:
        if numbers not in in_turn:
            with tempfile.TemporaryDirectory() as place, many_agencies.twin_of(folder, Path(place)) as region:
                for number in sorted(numbers):
                    region.handover.receive(files[number], Path(place) / "balas", consent=AGREED)
                in_turn[numbers] = many_agencies.rows_of_region(region, codes)
        return in_turn[numbers]

    class Travelling(RuleBasedStateMachine):
        @initialize()
        def open_the_region(self) -> None:
            self.stack = ExitStack()
            self.place = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
            self.region = self.stack.enter_context(many_agencies.twin_of(folder, self.place))
            self.receipts: dict[int, bytes] = {}

        @rule(number=st.integers(0, len(files) - 1))
        def a_file_arrives(self, number: int) -> None:
            got = self.region.handover.receive(files[number], self.place / "balas", consent=AGREED)
            assert got.reply is not None
            reply = got.reply.read_bytes()
            if number in self.receipts:
                assert got.code is ReceiptCode.DUPLICATE and reply == self.receipts[number]
            self.receipts[number] = reply

        @precondition(lambda self: self.receipts)
        @rule()
        def the_rows_are_those_of_the_same_files_in_turn(self) -> None:
            found = many_agencies.rows_of_region(self.region, codes)
            assert found == rows_in_turn(frozenset(self.receipts))

        def teardown(self) -> None:
            if hasattr(self, "stack"):
                self.stack.close()

    run_state_machine_as_test(
        Travelling, settings=settings(max_examples=40, stateful_step_count=14, deadline=None, derandomize=False)
    )
