"""Is the paper still the paper? Every object that left the press must be as it was in every later revision.

Signatures are added beside the paper: the head of the file gets a form, a page gets the places where signatures show
themselves. Nothing else of what we wrote may be touched, not even for one revision and back again.
"""

from __future__ import annotations

import io
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

# What may be new in the head of the paper when signatures come in; a script or another list of pages may not.
_NEW_IN_HEAD = frozenset({"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Version", "/Perms"})
_NEW_ON_PAGE = frozenset({"/Annots"})
_NEW_IN_INFO = frozenset({"/ModDate", "/CreationDate", "/Creator", "/Producer", "/PTEX.Fullbanner"})


def stands_on(reader: PdfFileReader, data: bytes, length: int) -> bool:
    """Whether the chain of revisions begins in our own bytes: not a new file that merely carries ours inside."""
    own = PdfFileReader(io.BytesIO(data[:length]))
    return (
        reader.xrefs.get_xref_container_info(0).end_location <= length
        and reader.xrefs.get_startxref_for_revision(0) == own.last_startxref
        and own.xrefs.total_revisions == 1
        and not reader.xrefs.hybrid_xrefs_present
        and "/Encrypt" not in reader.trailer
        and "/XRefStm" not in reader.trailer
        and all(
            reader.get_historical_resolver(revision).root_ref.idnum == own.root_ref.idnum
            for revision in range(reader.xrefs.total_revisions)
        )
    )


def is_untouched(reader: PdfFileReader, data: bytes, length: int) -> bool:
    """Whether all revisions leave every object of the paper as it was, apart from the form and the places to sign."""
    own = PdfFileReader(io.BytesIO(data[:length]))
    known = {reference.idnum: reference for reference in own.xrefs.explicit_refs_in_revision(0)}
    information = _number(own.trailer.raw_get("/Info")) if "/Info" in own.trailer else 0
    for revision in range(1, reader.xrefs.total_revisions):
        if reader.xrefs.refs_freed_in_revision(revision):
            return False
        later = reader.get_historical_resolver(revision)
        for reference in reader.xrefs.explicit_refs_in_revision(revision):
            if reference.idnum not in known:
                continue
            if reference.generation != 0:
                return False
            before, after = own.get_object(known[reference.idnum]), later.get_object(reference)
            if reference.idnum == own.root_ref.idnum:
                allowed = _NEW_IN_HEAD
            elif reference.idnum == information:
                allowed = _NEW_IN_INFO
            else:
                is_page = isinstance(before, generic.DictionaryObject) and before.get("/Type") == "/Page"
                allowed = _NEW_ON_PAGE if is_page else frozenset()
            if not _is_same(before, after, allowed):
                return False
    return True


def _is_same(before: Any, after: Any, may_differ: frozenset[str] = frozenset()) -> bool:
    """Whether two objects are the same as written; references are compared, not followed."""
    numbers = (generic.NumberObject, generic.FloatObject)
    if isinstance(before, numbers) and isinstance(after, numbers):
        return bool(before == after)  # a writer may put 612 for 612.00
    if type(before) is not type(after):
        return False
    if isinstance(before, generic.IndirectObject):
        return (before.idnum, before.generation) == (after.idnum, after.generation)
    if isinstance(before, generic.ArrayObject):
        return len(before) == len(after) and all(
            _is_same(before.raw_get(place), after.raw_get(place)) for place in range(len(before))
        )
    if isinstance(before, generic.DictionaryObject):
        if isinstance(before, generic.StreamObject) and before.encoded_data != after.encoded_data:
            return False
        keys = set(before) - may_differ
        return keys == set(after) - may_differ and all(
            _is_same(before.raw_get(key), after.raw_get(key)) for key in keys
        )
    if isinstance(before, generic.TextStringObject | generic.ByteStringObject):
        return bool(before.original_bytes == after.original_bytes)
    return bool(before == after)


def _number(value: Any) -> int:
    return value.idnum if isinstance(value, generic.IndirectObject) else 0
