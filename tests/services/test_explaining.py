"""*Mengapa?* says what is asked, on which article, how grave it is and who may set it aside."""

import pytest

from meritdesk.bootstrap import validation_pack
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.validation import Severity
from meritdesk.messages import Messages
from meritdesk.services.explaining import explain, is_known


def test_a_rule_that_asks_is_told_from_one_that_blocks() -> None:
    words = Messages("id")
    asks = explain("V-15", words, validation_pack(), {"word": "semua"})
    assert asks.severity is Severity.WARNING
    assert '"semua"' in asks.what
    assert (asks.regulation, asks.article) == ("PermenPANRB 6/2022", "hlm. 51 angka 7")
    assert asks.set_aside.startswith("Ini pertanyaan")
    blocks = explain("V-64", words, validation_pack())
    assert blocks.severity is Severity.ERROR
    assert blocks.set_aside.startswith("Tidak dapat dikesampingkan")


def test_only_a_waivable_rule_can_be_set_aside_by_a_named_official() -> None:
    assert "nama pejabat" in explain("V-89", Messages("id"), validation_pack()).set_aside


def test_a_refusal_keeps_what_to_do_next_and_gets_its_family_s_reason() -> None:
    found = explain("imp-204", Messages("en"), validation_pack())
    assert found.next and found.asks
    assert found.severity is None and found.set_aside == ""
    assert "{" not in found.what + found.next


def test_an_own_choice_is_not_called_a_regulation() -> None:
    found = explain("V-27", Messages("en"), validation_pack())
    assert found.regulation == "" and found.article.startswith("MeritDesk's own choice")


def test_a_code_that_nobody_says_is_refused() -> None:
    with pytest.raises(UsageRefusal) as refused:
        explain("V-999", Messages("id"), validation_pack())
    assert refused.value.code == "UI-361"
    assert not is_known("V-999", Messages("id")) and is_known("V-01", Messages("id"))
