"""How foreign files are read, on the command line: look at a file, remember a mapping, list, show and forget it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, listed, plain, table
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import ColumnMapping
from meritdesk.core.likeness import proposed
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _look(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    tables = desk.upkeep.tables
    book = tables.open(chosen.file, step("baca", words))
    given = tables.prepare(chosen.file, chosen.sheet) if chosen.sheet else book.table(tables.fitting_sheet(book))
    assert not isinstance(given, Path)
    found = tables.recognise(given, chosen.heading_row)
    kind = chosen.layout or found.layout or found.nearest
    layout = next((one for one in tables.layouts() if one.name == kind), None)
    guessed = proposed(found.columns, layout) if layout is not None else {}
    offered = desk.upkeep.mappings.offered(found.fingerprint, [column.name for column in found.columns])
    values = {
        "verb": "upkeep look",
        "sheets": [one.name for one in book.sheets],
        "sheet": given.sheet,
        "layout": found.layout,
        "nearest": found.nearest,
        "heading_row": found.heading_row,
        "fingerprint": found.fingerprint,
        "columns": plain(found.columns),
        "proposed": guessed,
        "mappings": [one.name for one in offered],
    }
    back = {heading: name for name, heading in guessed.items()}
    rows = [(one.name, " · ".join(one.samples)[:60], back.get(one.name, "")) for one in found.columns]
    heads = [words.label(f"MAPPING:{name}") for name in ("COLUMN", "SAMPLES", "FIELD")]
    return Answer(values, [words.label(f"LAYOUT:{kind}") if kind else "?", *table(heads, rows, words)])


def _list(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    found = desk.upkeep.mappings.list()
    heads = [words.label(f"MAPPING:{name}") for name in ("NAME", "LAYOUT", "COLUMNS")]
    rows = [(one.name, words.label(f"LAYOUT:{one.layout}"), len(one.columns)) for one in found]
    lines = listed(heads, rows, words)
    return Answer({"verb": "upkeep mapping-list", "mappings": plain(found)}, lines)


def _show(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    mapping = desk.upkeep.mappings.show(chosen.name)
    values = {"verb": "upkeep mapping-show", "mapping": plain(mapping)}
    return Answer(values, json.dumps(plain(mapping), ensure_ascii=False, indent=2).splitlines())


def _save(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    mapping = desk.upkeep.mappings.save(_read_mapping(chosen.file, chosen.name))
    values = {"verb": "upkeep mapping-save", "mapping": plain(mapping)}
    return Answer(values, [words.reason("CLI-MAPPING-KEPT", {"mapping": mapping.name})])


def _delete(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    desk.upkeep.mappings.delete(chosen.name)
    values = {"verb": "upkeep mapping-delete", "name": chosen.name}
    return Answer(values, [words.reason("CLI-MAPPING-GONE", {"mapping": chosen.name})])


def _read_mapping(path: Path, name: str) -> ColumnMapping:
    """A mapping from a small JSON file; ``IMP-287`` when it is none."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8-sig"))
        texts = {part: {str(key): str(value) for key, value in facts.get(part, {}).items()} for part in _PARTS}
        values = {
            str(field): {str(said): str(meant) for said, meant in words.items()}
            for field, words in facts.get("values", {}).items()
        }
        return ColumnMapping(
            layout=str(facts["layout"]),
            columns=texts["columns"],
            constants=texts["constants"],
            values=values,
            has_headings=bool(facts.get("has_headings", True)),
            name=name or str(facts.get("name", "")),
            fingerprint=str(facts.get("fingerprint", "")),
        )
    except FileNotFoundError as fault:
        raise FileRefusal("IMP-217", file=path.name) from fault
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError) as fault:
        raise FileRefusal("IMP-287", file=path.name) from fault


_PARTS = ("columns", "constants")

VERBS: Mapping[str, Verb] = {
    "look": _look,
    "mapping-list": _list,
    "mapping-show": _show,
    "mapping-save": _save,
    "mapping-delete": _delete,
}


def grammar(verbs: Verbs) -> None:
    """The words about foreign files."""
    look = verbs.add_parser("look")
    look.add_argument("file", type=Path)
    look.add_argument("--sheet", default="", metavar="NAMA")
    look.add_argument("--layout", default="", metavar="JENIS", help="usulkan kolom untuk jenis berkas ini")
    look.add_argument("--heading-row", type=int, default=None, metavar="N", help="baris judul; 0 bila tanpa judul")
    verbs.add_parser("mapping-list")
    verbs.add_parser("mapping-show").add_argument("name")
    save = verbs.add_parser("mapping-save")
    save.add_argument("file", type=Path)
    save.add_argument("--name", default="", metavar="NAMA")
    verbs.add_parser("mapping-delete").add_argument("name")
