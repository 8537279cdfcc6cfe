"""Sentences of the palette: *cetak D.1.1 puskesmas*, *nilai dinas kesehatan*, *skp sari*, *impor pegawai*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.documents import Form


class Verb(StrEnum):
    """What a sentence wants to be done."""

    PRINT = "PRINT"
    RATE = "RATE"
    PLAN = "PLAN"
    IMPORT = "IMPORT"


VERBS: Mapping[str, Verb] = {
    "cetak": Verb.PRINT,
    "print": Verb.PRINT,
    "nilai": Verb.RATE,
    "rate": Verb.RATE,
    "skp": Verb.PLAN,
    "plan": Verb.PLAN,
    "impor": Verb.IMPORT,
    "import": Verb.IMPORT,
}
"""The first word of a sentence, in both languages at once: nobody has to think in which the window speaks."""


def _squeezed(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


_FORMS = {_squeezed(form.value): form for form in Form}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A verb, perhaps a form, and the words that say of whom."""

    verb: Verb
    form: Form | None
    rest: str


def read_sentence(text: str) -> Sentence | None:
    """The sentence that was typed; nothing when the first word is no verb."""
    parts = text.split()
    verb = VERBS.get(parts[0].casefold()) if parts else None
    if verb is None:
        return None
    form = _FORMS.get(_squeezed(parts[1])) if verb is Verb.PRINT and len(parts) > 1 else None
    rest = parts[2:] if form is not None else parts[1:]
    return Sentence(verb, form, " ".join(rest))
