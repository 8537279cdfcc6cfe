"""Execution on the command line: what was achieved."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from meritdesk.cli.answers import Answer, imported
from meritdesk.cli.progress import step
from meritdesk.cli.verbs import Verb, Verbs
from meritdesk.messages import Messages
from meritdesk.services import Desk


def _import_actuals(desk: Desk, chosen: argparse.Namespace, words: Messages) -> Answer:
    outcome = desk.execution.import_actuals(chosen.file, step("realisasi", words), chosen.dry_run)
    return imported("execution import", outcome, words, chosen.dry_run)


VERBS: Mapping[str, Verb] = {
    "import": _import_actuals,
}


def grammar(verbs: Verbs) -> None:
    """The words of this room."""
    actuals = verbs.add_parser("import")
    actuals.add_argument("file", type=Path)
    actuals.add_argument("--dry-run", action="store_true")
