"""typst: one template in its language, the sheets as data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typst

from meritdesk.core.documents import Form
from peers.common import FONT_FOLDER, pictures, qr_svg
from peers.content import PERSON_LABELS, Document, Results

WANTS_SHEETS = False


class Contender:
    def __init__(self, form: Form, workshop: Path) -> None:
        pictures(workshop)
        self._workshop = workshop
        self._template = Path(__file__).with_name("document.typ" if form is Form.D_1_1 else "results.typ")
        for name in ("document.typ", "results.typ", "shared.typ"):
            (workshop / name).write_bytes(self._template.with_name(name).read_bytes())
        self._compiler = typst.Compiler(
            str(workshop / self._template.name),
            root=str(workshop),
            font_paths=[str(FONT_FOLDER)],
            ignore_system_fonts=True,
        )

    def one_file(self, contents: Sequence[Document | Results], target: Path) -> None:
        data = [
            {**asdict(content), "qr": qr_svg(content.foot.qr_text), "labels": PERSON_LABELS} for content in contents
        ]
        self._compiler.compile(output=str(target), sys_inputs={"sheets": json.dumps(data)}, pdf_tags=False)

    def separate(self, contents: Sequence[Document | Results], folder: Path) -> None:
        for number, content in enumerate(contents):
            self.one_file([content], folder / f"{number}.pdf")
