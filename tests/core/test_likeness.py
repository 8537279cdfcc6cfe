"""A foreign heading finds the field that it most likely means; nothing is proposed twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.given import ColumnMapping, FileColumn, Layout, column_letter
from meritdesk.core.likeness import likeness, proposed

LAYOUT = Layout(
    "STAFF",
    {
        "nip": ("NIP BARU", "NIP"),
        "name": ("NAMA",),
        "birth_date": ("TANGGAL LAHIR",),
        "sex": ("JENIS KELAMIN",),
        "grade": ("GOL AKHIR NAMA", "GOLONGAN"),
        "position": ("JABATAN NAMA", "JABATAN"),
        "unit_name": ("UNOR NAMA", "UNIT KERJA"),
    },
    ("nip", "name"),
)


def test_headings_of_a_common_list_are_matched():
    columns = [
        FileColumn("No", ("1", "2")),
        FileColumn("Nama Pegawai", ("Sari",)),
        FileColumn("N I P", ("19850404 201001 2 004", "'198003032005011003")),
        FileColumn("Tgl. Lahir", ("04-04-1985",)),
        FileColumn("JK", ("P",)),
        FileColumn("Pangkat/Gol. Ruang", ("III/c",)),
        FileColumn("Jabatan", ("Perawat",)),
        FileColumn("OPD", ("Dinas Kesehatan",)),
    ]
    assert proposed(columns, LAYOUT) == {
        "nip": "N I P",
        "name": "Nama Pegawai",
        "birth_date": "Tgl. Lahir",
        "sex": "JK",
        "grade": "Pangkat/Gol. Ruang",
        "position": "Jabatan",
        "unit_name": "OPD",
    }


@settings(max_examples=30)
@given(st.lists(st.tuples(st.text(max_size=12), st.lists(st.text(max_size=6), max_size=3)), max_size=8))
def test_no_column_is_proposed_twice(found):
    columns = [FileColumn(f"{name}#{place}", tuple(samples)) for place, (name, samples) in enumerate(found)]
    chosen = proposed(columns, LAYOUT)
    assert len(set(chosen.values())) == len(chosen)
    assert set(chosen.values()) <= {column.name for column in columns}


@pytest.mark.parametrize(("one", "other", "least"), [("NAMA", "nama", 100), ("Nama Lengkap", "NAMA", 100)])
def test_the_same_words_are_alike_whatever_their_case(one, other, least):
    assert likeness(one, other) >= least


def test_letters_go_on_after_z():
    assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_mapping_says_what_it_lacks():
    assert ColumnMapping("STAFF", {"nip": "A"}).lacking(LAYOUT) == ("name",)
    assert ColumnMapping("STAFF", {"nip": "A"}, {"name": "-"}).lacking(LAYOUT) == ()
