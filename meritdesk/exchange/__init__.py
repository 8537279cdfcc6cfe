"""Files that pass between agency and region: sealed packages, receipts and key cards (exchange.md).

This module is the exchange as services know it: its functions are the port.
"""

from __future__ import annotations

from meritdesk.exchange.inbox import inspect, open_package, read_kept, reopen, reopen_beside, stage
from meritdesk.exchange.keys import (
    card_from_text,
    card_to_text,
    fingerprint,
    keys_from_bytes,
    keys_to_bytes,
    new_device_keys,
    read_card,
)
from meritdesk.exchange.label import NO_PREVIOUS, file_name
from meritdesk.exchange.outbox import pack, write_card, write_package
from meritdesk.exchange.paper_receipts import paper_receipt, read_paper_receipt, typing_groups
from meritdesk.exchange.parquet import write_analysis_file
from meritdesk.exchange.record_rows import field_text, row_text, rows_of, snapshot_of, with_field, with_row
from meritdesk.exchange.records import evaluation_row_digest, record_digest
from meritdesk.exchange.relay import pass_on
from meritdesk.exchange.returns import pack_digest, return_digest
from meritdesk.exchange.siasn import write_documents, write_rows
from meritdesk.exchange.update_file import open_update, seal_update
from meritdesk.exchange.weighing import content_digest, weigh

__all__ = [
    "NO_PREVIOUS",
    "card_from_text",
    "card_to_text",
    "content_digest",
    "evaluation_row_digest",
    "field_text",
    "file_name",
    "fingerprint",
    "inspect",
    "keys_from_bytes",
    "keys_to_bytes",
    "new_device_keys",
    "open_package",
    "open_update",
    "pack",
    "pack_digest",
    "paper_receipt",
    "pass_on",
    "read_card",
    "read_kept",
    "read_paper_receipt",
    "record_digest",
    "reopen",
    "reopen_beside",
    "return_digest",
    "row_text",
    "rows_of",
    "seal_update",
    "snapshot_of",
    "stage",
    "typing_groups",
    "weigh",
    "with_field",
    "with_row",
    "write_analysis_file",
    "write_card",
    "write_documents",
    "write_package",
    "write_rows",
]
