"""One thing is said in the singular, in English: the sentences hold the plural, and Indonesian knows no difference."""

from __future__ import annotations

import re

_ONE = {
    "activities": "activity",
    "agencies": "agency",
    "agreements": "agreement",
    "answers": "answer",
    "approvals": "approval",
    "bytes": "byte",
    "cells": "cell",
    "change sets": "change set",
    "changes": "change",
    "characters": "character",
    "columns": "column",
    "conflicts": "conflict",
    "copies": "copy",
    "corrections": "correction",
    "days": "day",
    "deletions": "deletion",
    "digits": "digit",
    "documents": "document",
    "drafts": "draft",
    "editors": "editor",
    "employees": "employee",
    "enrolments": "enrolment",
    "entries": "entry",
    "errors": "error",
    "evaluations": "evaluation",
    "feedback items": "feedback item",
    "files": "file",
    "gaps": "gap",
    "habits": "habit",
    "holders": "holder",
    "hours": "hour",
    "indicators": "indicator",
    "indices": "index",
    "items": "item",
    "keys": "key",
    "letters": "letter",
    "levels": "level",
    "lines": "line",
    "links": "link",
    "minutes": "minute",
    "months": "month",
    "moves": "move",
    "numbers": "number",
    "objections": "objection",
    "officials": "official",
    "ones": "one",
    "packages": "package",
    "pages": "page",
    "papers": "paper",
    "parts": "part",
    "people": "person",
    "periods": "period",
    "persons": "person",
    "pieces": "piece",
    "placeholders": "placeholder",
    "places": "place",
    "plans": "plan",
    "points": "point",
    "problems": "problem",
    "questions": "question",
    "raters": "rater",
    "ratings": "rating",
    "records": "record",
    "remarks": "remark",
    "results": "result",
    "roles": "role",
    "rows": "row",
    "rule packs": "rule pack",
    "seconds": "second",
    "settings": "setting",
    "sheets": "sheet",
    "shifts": "shift",
    "signatures": "signature",
    "steps": "step",
    "superiors": "superior",
    "tasks": "task",
    "texts": "text",
    "times": "time",
    "tries": "try",
    "units": "unit",
    "values": "value",
    "views": "view",
    "violations": "violation",
    "words": "word",
    "years": "year",
}
_SAID_OF = (
    "additional|call|changed|chosen|closed|complete|copied|effective|final|finished|further|good|journal|kept|lesson|"
    "main|more|negative|new|old|open|other|refused|rule|working|wrong"
)
_DO = {
    "are": "is",
    "become": "becomes",
    "differ": "differs",
    "enter": "enters",
    "get": "gets",
    "go": "goes",
    "have": "has",
    "lead": "leads",
    "run": "runs",
    "stay": "stays",
    "wait": "waits",
    "were": "was",
}
SOME = rf"(?:(?:{_SAID_OF}) ){{0,2}}(?:{'|'.join(_ONE)})"
"""Several things, as a sentence names them."""

_COUNTED = re.compile(
    rf"(?<![\d.,/-])1 (?P<said>(?:(?:{_SAID_OF}) ){{0,2}})(?P<many>{'|'.join(sorted(_ONE, key=len, reverse=True))})\b"
    rf"(?: (?P<do>{'|'.join(_DO)})\b)?"
)
_ALONE = re.compile(rf"(?<![\w.,/-])1 (?P<do>{'|'.join(set(_DO) - {'lead'})})\b")


def singular(text: str) -> str:
    """The same words; what is counted once stands in the singular, and so does what it does."""
    if "1 " not in text:
        return text

    def counted(found: re.Match[str]) -> str:
        does = f" {_DO[found['do']]}" if found["do"] else ""
        return f"1 {found['said']}{_ONE[found['many']]}{does}"

    return _ALONE.sub(lambda found: f"1 {_DO[found['do']]}", _COUNTED.sub(counted, text))
