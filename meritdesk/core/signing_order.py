"""Who signs which form, and in which order (forms 2.5): data of a rule pack, read here as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.documents import Form, PaperKind, SignerRole


@dataclass(frozen=True, slots=True)
class FormSigning:
    """The signatures of one form in the order in which they are given; another signer is whoever coached or mentored.

    ``is_strict``: the form numbers them (D.1.1: 6 the rater, 7 the ratee), so another order is refused unless a reason
    is given; else it is only remarked. A form that nobody signs has no steps.
    """

    steps: tuple[SignerRole, ...]
    is_strict: bool
    source: str


@dataclass(frozen=True, slots=True)
class SigningOrder:
    """The order of signing of all forms in force."""

    forms: Mapping[Form, FormSigning]

    def of(self, form: Form | PaperKind) -> FormSigning:
        """The order of one form; own sheets of the office have none."""
        return self.forms[form] if isinstance(form, Form) else _NO_ORDER


_NO_ORDER = FormSigning((), is_strict=False, source="")
