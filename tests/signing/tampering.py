"""What can be done to a signed PDF, each kind as a function from bytes to bytes."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def _later(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """One more revision behind the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _numbers(*values: int) -> generic.ArrayObject:
    return generic.ArrayObject([generic.NumberObject(value) for value in values])


def _dictionary(**entries) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(f"/{key}"): value for key, value in entries.items()})


def _picture(writer) -> generic.DictionaryObject:
    """A red field, as what an annotation shows."""
    form = {"Type": pdf_name("/XObject"), "Subtype": pdf_name("/Form"), "BBox": _numbers(0, 0, 400, 60)}
    return _dictionary(N=writer.add_object(_stream(b"1 0 0 rg 0 0 400 60 re f", **form)))


def _page(writer, number: int = 0):
    return writer.find_page_for_modification(number)[0]


def _stream(content: bytes, **entries) -> generic.StreamObject:
    return generic.StreamObject({pdf_name(f"/{key}"): value for key, value in entries.items()}, stream_data=content)


WORDS = b"q 1 1 1 rg 60 500 400 60 re f BT /F1 24 Tf 70 520 Td (SANGAT BAIK) Tj ET Q"


def changed_byte(data):
    place = data.index(b"stream\n") + 60
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def changed_word_in_the_head(data):
    return data.replace(b"/Lang(id-ID)", b"/Lang(en-GB)", 1)


def bytes_behind_the_end(data):
    return data + b"\n% added\n"


def second_end_mark(data):
    return data + b"\nstartxref\n0\n%%EOF\n"


def cut_off_in_the_signature(data):
    return data[: data.rindex(b"/Contents") + 200]


def page_appended(data):
    def change(writer):
        pages = writer.root.raw_get("/Pages").get_object()
        body = writer.add_object(_stream(WORDS))
        new = _dictionary(Type=pdf_name("/Page"), MediaBox=_numbers(0, 0, 612, 936), Contents=body)
        new["/Parent"] = writer.root.raw_get("/Pages")
        pages["/Kids"].append(writer.add_object(new))
        pages["/Count"] = generic.NumberObject(pages["/Count"] + 1)
        writer.mark_update(writer.root.raw_get("/Pages"))

    return _later(data, change)


def page_replaced(data):
    def change(writer):
        page = _page(writer).get_object()
        page["/Contents"] = writer.add_object(_stream(WORDS))
        writer.mark_update(_page(writer))

    return _later(data, change)


def content_stream_overridden(data):
    def change(writer):
        contents = _page(writer).get_object().raw_get("/Contents")
        reference = contents.raw_get(0) if isinstance(contents, generic.ArrayObject) else contents
        if isinstance(reference.get_object(), generic.ArrayObject):
            reference = reference.get_object().raw_get(0)
        writer.objects[(reference.generation, reference.idnum)] = _stream(WORDS)

    return _later(data, change)


def words_added_to_the_page(data):
    def change(writer):
        page = _page(writer).get_object()
        before = page.raw_get("/Contents")
        kept = list(before) if isinstance(before, generic.ArrayObject) else [before]
        kept = [before.raw_get(n) for n in range(len(before))] if isinstance(before, generic.ArrayObject) else kept
        page["/Contents"] = generic.ArrayObject([*kept, writer.add_object(_stream(WORDS))])
        writer.mark_update(_page(writer))

    return _later(data, change)


def page_turned(data):
    def change(writer):
        _page(writer).get_object()["/Rotate"] = generic.NumberObject(180)
        writer.mark_update(_page(writer))

    return _later(data, change)


def page_cropped(data):
    def change(writer):
        box = _numbers(0, 400, 612, 936)
        _page(writer).get_object()["/CropBox"] = box
        writer.mark_update(_page(writer))

    return _later(data, change)


def _annotation(writer, **entries):
    note = generic.DictionaryObject({pdf_name("/Type"): pdf_name("/Annot")})
    note["/Rect"] = _numbers(60, 500, 460, 560)
    note["/F"] = generic.NumberObject(4)
    for key, value in entries.items():
        note[f"/{key}"] = value
    note["/AP"] = _picture(writer)
    return writer.add_object(note)


def _put_on_page(writer, annotation, number: int = 0):
    page = _page(writer, number).get_object()
    if "/Annots" in page:
        page["/Annots"].append(annotation)
        if isinstance(page.raw_get("/Annots"), generic.IndirectObject):
            writer.mark_update(page.raw_get("/Annots"))
    else:
        page["/Annots"] = generic.ArrayObject([annotation])
    writer.mark_update(_page(writer, number))


def note_laid_over(data):
    return _later(
        data,
        lambda writer: _put_on_page(
            writer, _annotation(writer, Subtype=pdf_name("/FreeText"), Contents=pdf_string("SANGAT BAIK"))
        ),
    )


def link_laid_over(data):
    action = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/URI"), pdf_name("/URI"): pdf_string("https://contoh.invalid")}
    )
    return _later(data, lambda writer: _put_on_page(writer, _annotation(writer, Subtype=pdf_name("/Link"), A=action)))


def field_to_fill_in(data):
    def change(writer):
        field = _annotation(
            writer, Subtype=pdf_name("/Widget"), FT=pdf_name("/Tx"), T=pdf_string("Nilai"), V=pdf_string("A")
        )
        _put_on_page(writer, field)
        if "/AcroForm" not in writer.root:
            writer.root["/AcroForm"] = writer.add_object(
                generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
            )
            writer.update_root()
        form = writer.root["/AcroForm"]
        form["/Fields"].append(field)
        writer.mark_update(writer.root.raw_get("/AcroForm"))
        if isinstance(form.raw_get("/Fields"), generic.IndirectObject):
            writer.mark_update(form.raw_get("/Fields"))

    return _later(data, change)


def _in_head(data, key, value):
    def change(writer):
        writer.root[key] = value(writer)
        writer.update_root()

    return _later(data, change)


def script_on_opening(data):
    script = {"S": pdf_name("/JavaScript"), "JS": pdf_string("app.alert(1)")}
    return _in_head(data, "/OpenAction", lambda writer: _dictionary(**script))


def hidden_layer(data):
    return _in_head(data, "/OCProperties", lambda writer: _dictionary(OCGs=generic.ArrayObject(), D=_dictionary()))


def attachment(data):
    files = {"EmbeddedFiles": _dictionary(Names=generic.ArrayObject())}
    return _in_head(data, "/Names", lambda writer: _dictionary(**files))


def another_list_of_pages(data):
    def pages(writer):
        page = {"Type": pdf_name("/Page"), "MediaBox": _numbers(0, 0, 612, 936)}
        new = writer.add_object(_dictionary(**page, Contents=writer.add_object(_stream(WORDS))))
        tree = {"Type": pdf_name("/Pages"), "Count": generic.NumberObject(1), "Kids": generic.ArrayObject([new])}
        reference = writer.add_object(_dictionary(**tree))
        new.get_object()["/Parent"] = reference
        return reference

    return _in_head(data, "/Pages", pages)


def font_overridden(data):
    def change(writer):
        fonts = _page(writer).get_object()["/Resources"]["/Font"]
        name = next(iter(fonts))
        reference = fonts.raw_get(name)
        font = reference.get_object()
        font["/Widths"] = generic.ArrayObject([generic.NumberObject(100)] * 256)
        writer.mark_update(reference)

    return _later(data, change)


def _signature_values(data: bytes) -> list[tuple[int, int]]:
    return [found.span(1) for found in re.finditer(rb"/Contents\s*<([0-9a-fA-F]{200,})>", data)]


def signature_emptied(data):
    start, end = _signature_values(data)[-1]
    return data[:start] + b"0" * (end - start) + data[end:]


def signature_of_another_document(data, other):
    start, end = _signature_values(data)[-1]
    from_there, to_there = _signature_values(other)[-1]
    value = other[from_there:to_there][: end - start].ljust(end - start, b"0")
    return data[:start] + value + data[end:]


def signature_value_changed(data):
    start, _ = _signature_values(data)[-1]
    place = start + 600
    return data[:place] + (b"1" if data[place : place + 1] != b"1" else b"2") + data[place + 1 :]


def range_widened(data):
    """Leave more out of the signed range than the signature itself."""
    found = list(re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", data))[-1]
    start, first, second, last = (int(found[n]) for n in range(1, 5))
    text = f"/ByteRange [{start} {first - 10} {second} {last}"
    return data[: found.start()] + text.encode().ljust(found.end() - found.start()) + data[found.end() :]


def revision_of_another_document(data, other, base, other_base):
    """The signed revision of one paper behind the bytes of another."""
    return data[:base] + other[other_base:]


def new_file_around_ours(data):
    """A whole other document behind ours, whose table of contents knows nothing of the paper."""
    start = len(data)
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 936]/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(WORDS), WORDS),
    ]
    out = bytearray(data)
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    place = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % one for one in offsets)
    out += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % place
    assert place > start
    return bytes(out)


def picture_of_the_signature_replaced(data):
    """What is shown at the place of a signature that was made before."""

    def change(writer):
        form = writer.root["/AcroForm"]
        for place in range(len(form["/Fields"])):
            reference = form["/Fields"].raw_get(place)
            field = reference.get_object()
            if "/V" in field:
                field["/AP"] = _picture(writer)
                writer.mark_update(reference)

    return _later(data, change)


def place_of_the_signature_moved(data):
    def change(writer):
        form = writer.root["/AcroForm"]
        for place in range(len(form["/Fields"])):
            reference = form["/Fields"].raw_get(place)
            field = reference.get_object()
            if "/V" in field:
                field["/Rect"] = _numbers(60, 500, 460, 560)
                writer.mark_update(reference)

    return _later(data, change)


def bomb(data):
    """An object that unpacks to a hundred times the memory of a desk."""

    def change(writer):
        packed = zlib.compress(zlib.compress(bytes(1 << 26)) * 40)
        stream = generic.StreamObject({pdf_name("/Filter"): pdf_name("/FlateDecode")}, encoded_data=packed)
        writer.root["/Metadata"] = writer.add_object(stream)
        writer.update_root()

    return _later(data, change)


def table_that_leads_back(data):
    """A cross-reference chain that goes round in a circle."""
    place = len(data) + 1
    return data + (b"\nxref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (place, place))
