"""A receipt file that no careful region wrote is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import PackageHeader, Receipt
from meritdesk.exchange.receipts import read_receipt, write_receipt

PATH = "data/receipt.json"


def test_a_receipt_survives_its_files(answer_header: PackageHeader, receipt: Receipt) -> None:
    files = write_receipt(receipt)
    assert read_receipt(answer_header, files) == receipt
    assert write_receipt(receipt) == files
    assert files["data/hasil.csv"].decode("utf-8").splitlines()[1] == '"pegawai","p-9","refused","unit_id","PKG-552"'


@pytest.mark.parametrize(
    "spoil",
    [
        lambda values: values.pop("number"),
        lambda values: values.update(extra="x"),
        lambda values: values.update(code="Z"),
        lambda values: values.update(sequence="17"),
        lambda values: values.update(sequence=True),
        lambda values: values.update(highest_sequence=-1),
        lambda values: values.update(counts={"added": "10"}),
        lambda values: values.update(counts={"lost": 1}),
        lambda values: values.update(counts=[]),
        lambda values: values.update(missing_sequences=[3, None]),
        lambda values: values.update(missing_sequences={}),
        lambda values: values.update(audit_head={"count": 1}),
        lambda values: values.update(audit_head={"count": 1, "digest": 2}),
        lambda values: values.update(period=2025),
    ],
)
def test_a_field_that_is_not_what_it_must_be_refuses_the_receipt(
    answer_header: PackageHeader, receipt: Receipt, spoil: Callable[[dict[str, object]], object]
) -> None:
    files = write_receipt(receipt)
    values = json.loads(files[PATH])
    spoil(values)
    with pytest.raises(FileRefusal) as caught:
        read_receipt(answer_header, {**files, PATH: json.dumps(values).encode("utf-8")})
    assert (caught.value.code, caught.value.facts) == ("PKG-534", {"name": PATH})


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"number":"1","number":"2"}'])
def test_a_text_that_is_no_receipt_is_refused(answer_header: PackageHeader, receipt: Receipt, data: bytes) -> None:
    with pytest.raises(FileRefusal, match="PKG-534"):
        read_receipt(answer_header, {**write_receipt(receipt), PATH: data})


def test_an_outcome_of_an_unknown_state_refuses_the_receipt(answer_header: PackageHeader, receipt: Receipt) -> None:
    files = write_receipt(receipt)
    files["data/hasil.csv"] = files["data/hasil.csv"].replace(b'"refused"', b'"forgotten"')
    with pytest.raises(FileRefusal, match="PKG-534"):
        read_receipt(answer_header, files)
