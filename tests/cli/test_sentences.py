"""What the program says with a code is a sentence of the message files in both languages, never the bare code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import meritdesk
from meritdesk.messages import Messages

_SAID = re.compile(r'\.(?:reason|sentence)\(\s*["\']([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)["\']')


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_that_is_said_has_its_sentence(language):
    words = Messages(language)
    said = {
        code
        for module in Path(meritdesk.__file__).parent.rglob("*.py")
        for code in _SAID.findall(module.read_text(encoding="utf-8"))
    }
    assert len(said) > 30
    assert [code for code in sorted(said) if words.reason(code).startswith(code)] == []
