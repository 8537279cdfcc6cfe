"""Who signs what, asked of the dated register: for the papers that go round, for own sheets and for printing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.agency_settings import settings_of
from meritdesk.core.documents import Form, Sheet
from meritdesk.core.office_paper import PaperSignature
from meritdesk.core.people import PersonBlock
from meritdesk.core.signers import (
    Capacity,
    SignerRegister,
    SigningBlock,
    can_sign,
    signing_block,
)
from meritdesk.services.changes import Blocked
from meritdesk.services.ports import Surroundings, Work


def signer_register(work: Work) -> SignerRegister:
    """The register of signers as it stands."""
    return SignerRegister(work.people.all(), work.units.all(), work.history.all(), work.mandates.all())
