"""The register of documents as a list that is searched, filtered, tallied and put in any order."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.lines import DocumentLine, FieldTally
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class PaperRegister:
    """Verbs that read the register; a counter of documents."""

    around: Surroundings

    def lines(self, query: DocumentQuery) -> tuple[DocumentLine, ...]:
        """One block, in the order asked for; without an order the newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.documents.lines(query)

    def count(self, query: DocumentQuery) -> int:
        """How many documents a query finds; order and block do not count."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.documents.count(query)

    def tally(self, query: DocumentQuery, field: DocumentField) -> tuple[FieldTally, ...]:
        """How many documents of a query have each value of a field, the most frequent first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.documents.tally(query, field)
