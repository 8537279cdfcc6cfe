"""The sample city looks at its people from all sides, and asks one branch for the pulse of its culture."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

from meritdesk.core.survey import SurveyKind, SurveyRound, Voice
from meritdesk.services import Desk
from meritdesk.services.follow_up.surveys import CODE_COLUMN, REMARK_COLUMN
from meritdesk.services.print_job import Selection

_REMARKS = ("Cepat tanggap bila dimintai bantuan.", "Perlu lebih sering memberi umpan balik.", "Rapatnya terlalu lama.")
_BACK = 0.85


def look_around(desk: Desk, folder: Path, unit_ids: tuple[str, ...], year: int, seed: int) -> int:
    """A 360 view and a pulse of one branch: planned, keyed in from tables, closed; answers with the sheets that count.

    Of a hundred sheets 85 come back. The pulse of the year before is there too, so that there is a trend; that of the
    year itself is still being keyed in.
    """
    counting = 0
    for kind, about in ((SurveyKind.PULSE, year - 1), (SurveyKind.REVIEW, year), (SurveyKind.PULSE, year)):
        name = ("Denyut budaya" if kind is SurveyKind.PULSE else "Pandangan 360") + f" {about}"
        one, _ = desk.follow_up.surveys.open(kind, name, about)
        counting += _key_in(desk, one, folder / f"{name.replace(' ', '-').lower()}.csv", unit_ids, Random(seed + about))
        if kind is SurveyKind.REVIEW or about < year:
            desk.follow_up.surveys.close(one.round_id)
    return counting


def _key_in(desk: Desk, one: SurveyRound, path: Path, unit_ids: tuple[str, ...], chance: Random) -> int:
    surveys = desk.follow_up.surveys
    if not surveys.plan(one.round_id, Selection(unit_ids=unit_ids)).sheets:
        return 0
    surveys.give(one.round_id, path, {voice: voice.value for voice in Voice})
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    items = [name for name in rows[0] if name[:1] in "TV" and name[1:].isdigit()]
    back = [row for row in rows if chance.random() < _BACK] or rows
    for row in back:
        level = chance.choice((3, 3, 4, 4, 5))
        row.update({item: str(min(5, max(1, level + chance.choice((-1, 0, 0, 1))))) for item in items})
        row[REMARK_COLUMN] = chance.choice(_REMARKS) if chance.random() < 0.2 else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [CODE_COLUMN, *items, REMARK_COLUMN], extrasaction="ignore", delimiter=";")
        writer.writeheader()
        writer.writerows(back)
    return surveys.take(one.round_id, path).counts.added
