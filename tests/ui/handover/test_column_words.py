"""Every column that two PCs can set differently is called by words of the clerk's language, never by its raw name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from meritdesk.core.travel_layouts import TRAVELLING
from meritdesk.ui.handover.column_words import SAID
from meritdesk.ui.handover.merging_words import field_words
from meritdesk.ui.wording import Words


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_column_of_a_table_that_travels_has_words(qapp: QApplication, language):
    Words(language)
    columns = {(one.name, column.name) for one in TRAVELLING for column in one.table.columns}
    told = {place: field_words(place[1], place[0]) for place in columns}
    assert {place: said for place, said in told.items() if "_" in said or not said} == {}


def test_words_are_kept_only_for_columns_that_there_are(qapp: QApplication):
    assert set(SAID) <= {column.name for one in TRAVELLING for column in one.table.columns}


def test_the_words_are_those_of_the_language(qapp: QApplication):
    words = Words("id")
    told = field_words("holder_id", "perjalanan_dokumen")
    words.set_language("en")
    assert (told, field_words("holder_id", "perjalanan_dokumen")) == ("pemegang", "holder")
    assert field_words("a_new_one", "bukti") == "a new one"
