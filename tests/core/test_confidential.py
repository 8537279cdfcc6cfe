"""Confidential records are read by the people named on them and by nobody else."""

import pytest

from meritdesk.core.access import Actor, Role
from meritdesk.core.confidential import may_read, require_reader
from meritdesk.core.errors import UsageRefusal


@pytest.mark.parametrize(
    ("name", "role", "may"),
    [
        ("Endang Lestari", Role.OPERATOR, True),
        ("endang  LESTARI", Role.OPERATOR, True),
        ("Konselor", Role.OPERATOR, True),
        ("Orang Lain", Role.OPERATOR, False),
        ("", Role.OPERATOR, False),
        ("Konselor", Role.VIEWER, False),
        ("Endang Lestari", Role.REGIONAL, False),
    ],
)
def test_only_author_and_named_readers_of_the_office_may_read(name: str, role: Role, may: bool) -> None:
    actor = Actor(name, role, "PC01")
    assert may_read(actor, "Endang Lestari", ("Konselor",)) is may


def test_the_refusal_tells_nothing_of_the_record() -> None:
    with pytest.raises(UsageRefusal) as refused:
        require_reader(Actor("Orang Lain", Role.OPERATOR, "PC01"), "Endang", ())
    assert refused.value.code == "EXE-241"
    assert dict(refused.value.facts) == {"name": "Orang Lain"}
