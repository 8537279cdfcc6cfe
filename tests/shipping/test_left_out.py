"""What the packaged program leaves out, none of its parts asks for: a part that did would only fail at the office."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS = """
import importlib.abc, sys

class LeftOut(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        asked = sys._getframe(1)
        while asked is not None:
            if asked.f_code.co_name == "find_spec" and "importlib.util" in asked.f_code.co_filename:
                return None  # only asks whether it is there
            asked = asked.f_back
        if any(name == one or name.startswith(one + ".") for one in sys.argv[1:]):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None

sys.meta_path.insert(0, LeftOut())
import meritdesk.signing.examination
import meritdesk.signing.pades
import meritdesk.signing.certificates
import meritdesk.store.postgres
import meritdesk.store.server
import meritdesk.scanning.scanner
import meritdesk.pictures
"""


def test_the_optional_parts_start_without_what_is_left_out():
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    listed = re.search(r"LEFT_OUT = \[(.*?)\]", spec, re.DOTALL)
    assert listed is not None
    names = re.findall(r'"([^"]+)"', listed[1])
    done = subprocess.run([sys.executable, "-c", STARTS, *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
