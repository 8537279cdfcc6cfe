"""Who signs what, asked of the dated register: for the papers that go round, for own sheets and for printing."""

from __future__ import annotations

from meritdesk.core.signers import (
    SignerRegister,
)
from meritdesk.services.ports import Work


def signer_register(work: Work) -> SignerRegister:
    """The register of signers as it stands."""
    return SignerRegister(work.people.all(), work.units.all(), work.history.all(), work.mandates.all())
