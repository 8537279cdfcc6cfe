"""Pictures from outside are unpacked by a process apart; what comes back fits, what hurts is named (F54, F74)."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageFile

from meritdesk import pictures, quarantine
from meritdesk.pictures import Box, Raster, Unshown, Why
from meritdesk.quarantine import Bounds, lent

BOX = Box(168, 120)


def packed(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **more)
    return stream.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: int, colour: int, extra: bytes = b"") -> bytes:
    """A PNG that says this size and brings so many rows of black."""
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(width * (4 if colour else 1) + 1)) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def saying(data: bytes, width: int, height: int) -> bytes:
    """A JPEG that says another size than it has."""
    place = data.find(b"\xff\xc0")
    return data[: place + 5] + struct.pack(">HH", height, width) + data[place + 9 :]


def of_two_gigabytes(data: bytes) -> bytes:
    return data[:18] + struct.pack("<ii", 30_000, 20_000) + data[26:500]


def text_bomb() -> bytes:
    return png(8, 8, 8, 6, chunk(b"zTXt", b"k\0\0" + zlib.compress(b"x" * (60 << 20), 9)))


PHOTO = Image.radial_gradient("L").resize((640, 480)).convert("RGB")
HOSTILE = {
    "30,000 x 30,000 in colour": (lambda: png(30_000, 30_000, 1, 6), Why.TOO_LARGE),
    "8,900 x 8,900 in colour": (lambda: png(8_900, 8_900, 1, 6), Why.TOO_LARGE),
    "2,147,483,647 x 1": (lambda: png((1 << 31) - 1, 1, 0, 0), Why.TOO_LARGE),
    "no width": (lambda: png(0, 9, 9, 0), Why.DAMAGED),
    "60 MB of text": (text_bomb, Why.DAMAGED),
    "PNG cut in the middle": (lambda: packed(PHOTO)[:2_000], Why.DAMAGED),
    "JPEG cut in the middle": (lambda: packed(PHOTO, "JPEG")[:2_000], Why.DAMAGED),
    "JPEG of 65,500 x 65,500": (lambda: saying(packed(PHOTO, "JPEG"), 65_500, 65_500), Why.TOO_LARGE),
    "WEBP cut in the middle": (lambda: packed(PHOTO, "WEBP")[:500], Why.DAMAGED),
    "GIF without its points": (lambda: packed(PHOTO, "GIF")[:20], Why.DAMAGED),
    "BMP of 2 GB": (lambda: of_two_gigabytes(packed(PHOTO, "BMP")), Why.TOO_LARGE),
    "noise": (lambda: b"\xff\xd8\xff" + random.Random(1).randbytes(5_000), Why.DAMAGED),
    "an SVG": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', Why.DAMAGED),
    "PostScript": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n", Why.DAMAGED),
    "nothing": (lambda: b"", Why.DAMAGED),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_picture_that_was_made_to_hurt_is_named_and_the_next_one_is_drawn(name, tmp_path):
    make, why = HOSTILE[name]
    path = tmp_path / "foto.png"
    path.write_bytes(make())
    for asked in (lambda: pictures.small(path.read_bytes(), BOX), lambda: pictures.smaller_file(path, Box(1600, 1600))):
        with pytest.raises(Unshown) as unshown:
            asked()
        assert unshown.value.why is why
    assert pictures.small(packed(PHOTO), BOX).width == 160
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("bounds", "why"),
    [
        (Bounds(megabytes=60), Why.TOO_LARGE),
        (Bounds(seconds=0.05), Why.GAVE_UP),
        (Bounds(clock_seconds=0), Why.GAVE_UP),
    ],
)
def test_a_picture_that_takes_its_reader_down_is_named(bounds, why):
    large = packed(Image.effect_noise((4_000, 4_000), 60).convert("RGB"), "BMP")
    quarantine.dismiss()
    with lent("paper", bounds) as ward:
        ward.ask(len, ())
        ward.bounds, kept = Bounds(), ward.bounds
        ward.answer()
        ward.bounds = kept
    with pytest.raises(Unshown) as unshown:
        pictures.small(large, BOX)
    assert unshown.value.why is why
    quarantine.dismiss()


def test_what_comes_back_is_believed_only_where_it_is_as_many_points_as_it_says(monkeypatch):
    for answer in (
        None,
        b"",
        Raster(9, 9, b""),
        Raster(999, 1, bytes(2_997)),
        Raster(0, 9, b""),
        Raster(2, 2, bytes(13)),
    ):
        monkeypatch.setattr(pictures, "_apart", lambda *_, answer=answer: answer)
        with pytest.raises(Unshown):
            pictures.small(b"", BOX)
    monkeypatch.setattr(pictures, "_apart", lambda *_: bytes(3 * 100 * 100 + 1))
    with pytest.raises(Unshown):
        pictures.smaller_file(Path("foto.png"), Box(100, 100))


def test_a_picture_of_one_column_is_refused_before_its_rows_are_held(monkeypatch):
    def never(*_: object) -> None:
        raise AssertionError("unpacked")

    with monkeypatch.context() as patch, pytest.raises(Unshown) as unshown:
        patch.setattr(ImageFile.ImageFile, "load", never)
        pictures.drawn(png(1, 70_000_000, 1, 0), BOX)  # in this very process, where nobody watches
    assert unshown.value.why is Why.TOO_LARGE
    assert pictures.drawn(png(1, 65_535, 65_535, 6), BOX)[:2] == (1, 120)


def test_among_several_pictures_a_bad_one_stays_alone():
    found = pictures.several((packed(PHOTO), b"rusak", packed(PHOTO, "JPEG")), BOX)
    assert [one and one.width for one in found] == [160, None, 160]
    assert pictures.several((), BOX) == []


def test_nothing_is_unpacked_in_the_process_of_the_window(monkeypatch, tmp_path):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("unpacked here")

    for name in ("open", "frombytes", "frombuffer", "new"):
        monkeypatch.setattr(Image, name, never)
    for name in ("drawn", "drawn_each", "drawn_page", "written"):
        kept = getattr(pictures, name)
        assert kept.__module__ == "meritdesk.pictures"
    path = tmp_path / "foto.gif"
    path.write_bytes(
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )
    assert pictures.small(path.read_bytes(), BOX) == Raster(1, 1, b"\xff\x00\x00")
    assert pictures.smaller_file(path, BOX).startswith(b"\xff\xd8\xff")


def test_a_photo_stands_as_its_camera_held_it_and_clear_parts_are_white():
    tall = Image.new("RGB", (400, 200), "black")
    tall.paste("red", (0, 0, 100, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned to the right: what was left is on top
    found = pictures.small(packed(tall, "JPEG", exif=exif), Box(50, 50))
    assert (found.width, found.height) == (25, 50)
    red, _, blue = found.points[3 * 12 : 3 * 13]
    assert red > 200 > blue
    clear = Image.new("RGBA", (30, 30), (0, 0, 0, 0))
    assert pictures.small(packed(clear), Box(10, 10)).points == b"\xff" * 300
    hidden = Image.new("P", (30, 30), 1)
    assert pictures.small(packed(hidden, "GIF", transparency=1), Box(10, 10)).points == b"\xff" * 300


def test_a_photo_of_a_large_camera_is_drawn_within_the_bounds():
    content = packed(Image.linear_gradient("L").resize((12_000, 9_000)), "JPEG")
    assert pictures.small(content, BOX)[:2] == (160, 120)


@settings(max_examples=60, deadline=None)
@given(
    size=some.tuples(some.integers(1, 400), some.integers(1, 400)),
    box=some.tuples(some.integers(1, 300), some.integers(1, 300)),
    mode=some.sampled_from(["1", "L", "P", "LA", "RGB", "RGBA", "I;16", "CMYK"]),
    turn=some.sampled_from([1, 3, 6, 8]),
)
def test_every_picture_fits_its_box_keeps_its_shape_and_is_never_larger(size, box, mode, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    content = packed(Image.new(mode, size), "JPEG" if mode == "CMYK" else "PNG", exif=exif)
    width, height, points = pictures.drawn(content, Box(*box))
    upright = size[::-1] if turn in (6, 8) else size
    assert len(points) == 3 * width * height
    assert 1 <= width <= min(box[0], upright[0]) and 1 <= height <= min(box[1], upright[1])
    scale = min(1.0, box[0] / upright[0], box[1] / upright[1])
    assert max(width / upright[0], height / upright[1]) >= scale * 2 / 3 - 1 / max(upright)
    for one, other, whole, beside in ((width, height, *upright), (height, width, *upright[::-1])):
        assert one == 1 or abs(one - other * whole / beside) <= 2 + 2 * whole / beside
