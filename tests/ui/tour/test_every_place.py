"""Every tab and every dialog, in both languages, on the smallest screen: nothing cut, nameless, or left in English."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("tour")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_tab_and_every_dialog_can_be_read(language: str, seen: Callable[[str], object]) -> None:
    faults = seen(language).cannot_be_read
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("office", ["agency", "region"])
def test_everything_can_be_read_in_letters_twice_as_large_on_a_screen_twice_as_fine(
    office: str, lived_city: Path, tmp_path: Path
) -> None:
    store = tmp_path / office
    shutil.copytree(lived_city / office, store)
    walking = (sys.executable, str(Path(__file__).with_name("walk_alone.py")), str(store))
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": "2",
        "MERITDESK_PASSPHRASE_FILE": str(lived_city / "passphrase.txt"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(walking, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert told[0] == "2.0", "the picture is really twice as fine"
    assert told[1:] == [], "\n".join(told)
