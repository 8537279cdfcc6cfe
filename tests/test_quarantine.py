"""What a child of the program opens cannot take the program with it: it swells, dawdles or dies alone (F74)."""

from __future__ import annotations

import hashlib
import operator
import os
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from meritdesk import pictures, quarantine
from meritdesk.core.errors import FileRefusal
from meritdesk.pictures import Unshown
from meritdesk.printing.marks import read_marks
from meritdesk.printing.press import Press
from meritdesk.quarantine import Bounds, Fate, Lost, Ward, lent
from meritdesk.scanning.scanner import Scanner


def in_wards() -> int:
    return sum(one.name == "meritdesk-uji" for one in active_children())


def test_a_child_that_swells_dawdles_or_dies_is_named_and_replaced():
    ward = Ward("uji", Bounds(megabytes=120, seconds=0.3, clock_seconds=20.0))
    try:
        assert ward.do(operator.add, 1, 2) == 3
        first = ward.process
        for fate, work, given in (
            (Fate.SWOLLEN, operator.mul, (b"x", 200 << 20)),
            (Fate.SLOW, hashlib.pbkdf2_hmac, ("sha256", b"", b"", 1 << 30)),
            (Fate.DIED, os._exit, (9,)),
            (Fate.DIED, os._exit, (0,)),  # as one that went home for want of work, and so once more
        ):
            with pytest.raises(Lost) as lost:
                ward.do(work, *given)
            assert lost.value.fate is fate
        assert ward.do(operator.add, 1, 2) == 3 and ward.process is not first
        ward.process.kill()
        ward.process.join()
        assert ward.do(operator.add, 1, 3) == 4
        ward.bounds = Bounds(clock_seconds=0.0)
        with pytest.raises(Lost) as lost:
            ward.do(time.sleep, 30)
        assert lost.value.fate is Fate.SLOW and in_wards() == 0
    finally:
        ward.stop()


def test_a_child_that_cannot_be_started_is_lost_and_the_next_one_is_tried(monkeypatch):
    def no_room(self):
        raise OSError(12, "Cannot allocate memory")

    ward = Ward("uji")
    try:
        with monkeypatch.context() as without:
            without.setattr("multiprocessing.context.SpawnProcess.start", no_room)
            with pytest.raises(Lost) as lost:
                ward.do(operator.add, 1, 2)
            assert lost.value.fate is Fate.DIED and not ward.is_busy
        assert ward.do(operator.add, 1, 2) == 3
    finally:
        ward.stop()


def test_what_is_raised_apart_is_raised_here_and_the_child_stays_for_the_next():
    with lent("uji") as ward:
        assert ward.do(operator.add, 1, 2) == 3
        child = ward.process
    with lent("uji") as ward:
        assert ward.process is child
        with pytest.raises(FileRefusal) as refusal:
            ward.do(read_marks, Path(__file__))
        assert (refusal.value.code, refusal.value.facts) == ("DOC-411", {"path": __file__})
        with pytest.raises(ZeroDivisionError):
            ward.do(operator.truediv, 1, 0)
        with pytest.raises(RuntimeError, match="lock"):
            ward.do(__import__("threading").Lock)
        assert ward.process is child
        ward.ask(time.sleep, 30)
    assert in_wards() == 0  # one that is still at work is not kept
    with lent("uji") as ward:
        ward.do(operator.add, 1, 2)
    assert in_wards() == 1
    quarantine.dismiss()
    assert in_wards() == 0


def self_drawing(path: Path) -> Path:
    """A page of 871 bytes that draws itself until there is no memory."""
    again = b"/F Do " * 50
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/F Do\nendstream",
        b"<</Length %d/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>>>stream\n%s\nendstream"
        % (len(again), again),
    )
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )
    path.write_bytes(data + tail)
    return path


def test_a_paper_made_to_fill_the_memory_is_refused_at_every_door_and_the_program_goes_on(tmp_path):
    bomb = self_drawing(tmp_path / "lembar.pdf")
    quarantine.dismiss()
    with lent("paper", Bounds(megabytes=130)) as ward:  # less, so that it comes sooner
        ward.do(operator.add, 1, 2)
    with pytest.raises(FileRefusal) as refusal:
        Press().read_marks(bomb)
    assert refusal.value.code in ("DOC-674", "DOC-676") and refusal.value.facts == {"name": "lembar.pdf"}
    with pytest.raises(Unshown):
        pictures.page(bomb.read_bytes(), 2.0)
    scanner = Scanner()
    files = scanner.look([bomb], lambda done, total: None)
    (sight,) = scanner.read(files, ())
    assert sight.file_page == 1 and sight.fault in ("DOC-623", "DOC-624")
    assert sorted(tmp_path.iterdir()) == [bomb]
