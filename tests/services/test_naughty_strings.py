"""515 strings that break programs are saved, exported and imported as they were (F68)."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import many_agencies

from meritdesk.core.handover import ReceiptCode
from meritdesk.core.periods import parse_period
from meritdesk.exchange.sheets import clean_text

YEAR = parse_period("2025")
STRINGS = Path(__file__).parents[1] / "naughty" / "strings.json"


def test_every_string_is_saved_exported_and_imported_as_it_was(tmp_path):
    said = json.loads(STRINGS.read_text(encoding="utf-8"))
    texts = [text for text in (*said["blns"], *said["own"]) if text.strip()]
    with many_agencies.world(tmp_path / "instansi", [1], 3) as (agencies, stack):
        agency = agencies[0]
        region = stack.enter_context(many_agencies.store(tmp_path / "wilayah", many_agencies.REGION, is_region=True))
        many_agencies.introduce(agencies, region, tmp_path)
        first = next(iter(agency.plans.values()))
        results = tuple(
            replace(first.results[0], result_id=f"n-{number:04d}", number=number + 1, text=text, indicators=())
            for number, text in enumerate(texts, start=1)
        )
        person = replace(agency.people[first.person_id], name=texts[0])
        with agency.change() as work:
            work.people.save([person])
            work.plans.save([replace(first, results=(*first.results, *results))])
            work.commit()
        agency.close(YEAR)
        kept = texts_of(agency.desk, first.person_id)
        assert kept == [unicodedata.normalize("NFC", text.replace("\x00", "")) for text in texts]
        got = region.handover.receive(agency.pack(YEAR, tmp_path / "stik"), tmp_path / "balas")
        assert got.code is ReceiptCode.ACCEPTED
        arrived = texts_of(region, first.person_id, agency.code)
        travelled = [re.sub(r"\s+", " ", clean_text(text)) for text in texts]
        assert [re.sub(r"\s+", " ", clean_text(text)) for text in arrived] == travelled


def texts_of(desk, person_id, agency=""):
    """The results of one plan that carry the strings, in their order."""
    with desk.handover.around.store.reading(agency) as work:
        (plan,) = work.plans.of_people([person_id])
        return [one.text for one in plan.results if one.result_id.startswith("n-")]
