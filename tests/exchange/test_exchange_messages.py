"""Every refusal of the exchange has its words in both languages, with the facts it is raised with."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path

import meritdesk.core.merging
import meritdesk.exchange
from meritdesk.exchange.package_layout import EXPORT_TABLES, RETURN_TABLES
from meritdesk.exchange.seal import README
from meritdesk.resources import resource

SOURCES = [*Path(meritdesk.exchange.__file__).parent.glob("*.py"), Path(meritdesk.core.merging.__file__)]


KEY_SOURCES = sorted((Path(meritdesk.exchange.__file__).parents[1] / "services" / "handover").glob("key*.py"))


def _fragment(name: str, language: str) -> dict[str, dict[str, str]]:
    entries = json.loads(resource("messages", f"{name}.{language}.json").read_text(encoding="utf-8"))
    return {code: entry for code, entry in entries.items() if isinstance(entry, dict)}


def _words(language: str) -> dict[str, dict[str, str]]:
    return _fragment("exchange", language)


def _words_of_keys(language: str) -> dict[str, dict[str, str]]:
    """The exchange raises some of them, the rooms of keys the others."""
    return {code: entry for code, entry in _fragment("keys", language).items() if code.startswith("KEY-")}


def _raised(sources: list[Path]) -> set[str]:
    raised: set[str] = set()
    for source in sources:
        # Codes in the docstrings are promises to callers; only those in the code itself count as raised.
        code = re.sub(r'"""(?:.|\n)*?"""', "", source.read_text(encoding="utf-8"))
        raised |= set(re.findall(r'"((?:PKG|KEY)-\d{3})"', code))
    return raised


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_code_that_is_raised_has_words_and_every_word_is_used() -> None:
    keys = set(_words_of_keys("id"))
    rooms = {path.name.partition(".")[0] for path in resource("messages").glob("*.id.json")} - {"exchange", "keys"}
    elsewhere = {code for name in rooms for code in _fragment(name, "id")}
    assert _raised(SOURCES) - keys - elsewhere == set(_words("id"))
    assert keys <= _raised(SOURCES) | _raised([*KEY_SOURCES, KEY_SOURCES[0].with_name("__init__.py")])


def test_both_languages_say_the_same_with_the_same_facts() -> None:
    indonesian, english = _words("id"), _words("en")
    assert list(indonesian) == list(english)
    for code, words in indonesian.items():
        assert set(words) == set(english[code]) == {"what", "next"}
        assert _fields(words["what"]) == _fields(english[code]["what"]), code
        assert not _fields(words["next"]) | _fields(english[code]["next"]), code
        assert all(text.endswith(".") for text in [*words.values(), *english[code].values()]), code


def test_the_facts_a_refusal_is_raised_with_fill_its_sentence() -> None:
    words = _words("en") | _words_of_keys("en")
    seen = 0
    for source in [*SOURCES, *KEY_SOURCES]:
        for code, arguments in re.findall(
            r'Refusal\(\s*"((?:PKG|KEY)-\d{3})"((?:[^()]|\([^()]*\))*)\)', source.read_text(encoding="utf-8")
        ):
            given = set(re.findall(r"(\w+)=", arguments))
            if code in words:
                said = words[code]["what"] + words[code]["next"]
                assert _fields(said) <= given, f"{code} in {source.name}"
                seen += 1
    assert seen > 40


def test_the_format_page_names_every_table_column_and_code() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "exchange-format.md").read_text(encoding="utf-8")
    for table in (*EXPORT_TABLES, *RETURN_TABLES):
        section = page.split(f"#### `{table.name}.csv`")[1].split("####")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)[: len(table.columns)] == [
            column.name for column in table.columns
        ]
        for column in table.columns:
            for choice in column.choices or ():
                assert f"`{choice.value}`" in section
    refusals = page.split("## 10 Refusals")[1]
    for code in _words("id"):
        if code < "PKG-540" and code.startswith("PKG"):
            assert code[4:] in refusals, code
    for line in README.decode("ascii").splitlines():
        assert line in page
