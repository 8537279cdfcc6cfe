"""Files are recognised by their content, guarded by size, and asked whether they show a result."""

import pytest

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evidence import MEGABYTE, EvidenceKind, MediaKind, guard_file, in_megabytes, likely_kind, media_of


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"%PDF-1.7\n", MediaKind.PDF),
        (b"\xff\xd8\xff\xe0", MediaKind.IMAGE),
        (b"\x89PNG\r\n\x1a\n", MediaKind.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", MediaKind.IMAGE),
        (b"PK\x03\x04", MediaKind.OFFICE),
        ("Laporan é".encode(), MediaKind.TEXT),
        (b"\x00\x01\x02", MediaKind.OTHER),
        (b"", MediaKind.OTHER),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, media: MediaKind) -> None:
    assert media_of(head) is media


@pytest.mark.parametrize(
    ("name", "size", "head", "code"),
    [
        ("kosong.pdf", 0, b"", "EXE-221"),
        ("laporan.pdf", 6 * MEGABYTE, b"%PDF-", "EXE-222"),
        ("foto.jpg", 6 * MEGABYTE, b"\xff\xd8\xff", "EXE-223"),
        ("laporan.pdf.exe", 100, b"MZ\x90", "EXE-224"),
        ("laporan.pdf", 100, b"MZ\x90", "EXE-224"),
        ("pintasan.lnk", 100, b"L\x00", "EXE-224"),
    ],
)
def test_what_may_not_come_in_is_refused_by_its_own_reason(name: str, size: int, head: bytes, code: str) -> None:
    with pytest.raises(UsageRefusal) as refused:
        guard_file(name, size, head, 5 * MEGABYTE)
    assert refused.value.code == code


def test_a_file_of_exactly_the_limit_comes_in() -> None:
    assert guard_file("a.pdf", 5 * MEGABYTE, b"%PDF-1.4", 5 * MEGABYTE) is MediaKind.PDF


def test_a_size_over_the_limit_never_reads_like_the_limit() -> None:
    assert in_megabytes(5 * MEGABYTE) == "5,0 MB"
    assert in_megabytes(5 * MEGABYTE + 1) == "5,1 MB"


def test_a_name_that_speaks_of_activity_asks_for_the_result() -> None:
    assert likely_kind("Daftar_Hadir rapat.pdf", "") is EvidenceKind.ACTIVITY
    assert likely_kind("laporan.pdf", "Foto kegiatan") is EvidenceKind.ACTIVITY
    assert likely_kind("laporan capaian.pdf", "Laporan capaian TW IV") is EvidenceKind.RESULT
