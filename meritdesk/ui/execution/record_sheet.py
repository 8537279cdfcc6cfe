"""A record of guidance to be read: every part with its heading, in the order of the form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication

from meritdesk.core.confidential import ConfidentialRecord
from meritdesk.core.guidance import CompetencyScore, GuidanceRecord
from meritdesk.ui.execution.record_parts import PARTS, Part, Shape
from meritdesk.ui.wording import Words


def record_html(record: GuidanceRecord | ConfidentialRecord, words: Words, proofs: Mapping[str, str]) -> str:
    """The record as rich text; ``proofs`` are the words of the feedback entries that it names."""
    who = record.guide_name if isinstance(record, GuidanceRecord) else record.author
    head = " · ".join(part for part in (words.messages.label_of(record.kind), words.day(record.held_on), who) if part)
    parts = [f"<h3>{escape(head)}</h3>"]
    for part in PARTS[record.kind]:
        told = _told(part, getattr(record.body, part.field), words, proofs)
        if told:
            parts.append(f"<p><b>{escape(part.said())}</b></p>{told}")
    return "".join(parts)


def _told(part: Part, value: object, words: Words, proofs: Mapping[str, str]) -> str:
    if part.shape is Shape.ROWS and isinstance(value, tuple):
        rows = [[_word(getattr(row, name)) for name, _ in part.columns] for row in value]
        return _table(part.headings(), rows) if rows else ""
    if part.shape is Shape.SCORES and isinstance(value, tuple):
        scores = [one for one in value if isinstance(one, CompetencyScore)]
        rows = [
            [words.messages.label_of(one.competency) if one.competency else one.technical, str(one.score), one.reason]
            for one in scores
        ]
        return _table(part.headings(), rows) if rows else ""
    if part.shape is Shape.PROOFS and isinstance(value, tuple):
        return "".join(f"<p>· {escape(proofs.get(one, '—'))}</p>" for one in value)
    if isinstance(value, date):
        return f"<p>{escape(words.day(value))}</p>"
    said = _word(value)
    return f"<p>{escape(said).replace(chr(10), '<br>')}</p>" if said else ""


def _word(value: object) -> str:
    if value is True:
        return QCoreApplication.translate("RecordSheet", "yes")
    if value is False:
        return QCoreApplication.translate("RecordSheet", "no")
    return "" if value is None else str(value)


def _table(headings: tuple[str, ...], rows: list[list[str]]) -> str:
    head = "".join(f"<th align='left'>{escape(heading)}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table border='1' cellspacing='0' cellpadding='4' width='98%'><tr>{head}</tr>{body}</table>"
