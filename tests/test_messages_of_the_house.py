"""Every code that the program can raise has its words, in both languages, once."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from meritdesk.resources import resource

PACKAGE = Path(__file__).resolve().parent.parent / "meritdesk"
CODE = re.compile(r'"((?:NIP|USE|REG|IMP|PLN|EXE|ASM|DOC|PKG|KEY|STO|CLI|UI|OVR|ACC)-\d{3}|V-\d{2,3})"')
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def fragments(language: str) -> dict[str, dict[str, dict[str, str]]]:
    return {
        path.name.removesuffix(f".{language}.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(resource("messages").glob(f"*.{language}.json"))
    }


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_in_the_source_has_its_words(language: str) -> None:
    known = {code for fragment in fragments(language).values() for code in fragment}
    used = {code for path in PACKAGE.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used - known == set()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_code_has_two_meanings(language: str) -> None:
    counted = Counter(code for fragment in fragments(language).values() for code in fragment)
    assert [code for code, count in counted.items() if count > 1] == []


def test_both_languages_know_the_same_codes_with_the_same_placeholders() -> None:
    indonesian, english = fragments("id"), fragments("en")
    assert indonesian.keys() == english.keys()
    for area, codes in indonesian.items():
        assert codes.keys() == english[area].keys(), area
        for code, words in codes.items():
            other = english[area][code]
            if isinstance(words, str):
                continue
            assert words.keys() == other.keys(), code
            for part, text in words.items():
                assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(other[part])), f"{code} {part}"


def test_every_numbered_refusal_says_what_to_do_next() -> None:
    silent = [
        code
        for fragment in fragments("id").values()
        for code, words in fragment.items()
        if re.fullmatch(r"(?:NIP|USE|REG|IMP|PLN|EXE|DOC|PKG|KEY|STO|OVR|ACC)-\d{3}", code) and not words.get("next")
    ]
    assert silent == []
