"""Accounts at a shared PC: who works here, under which role, and what another person must stand beside.

The law leaves it to the agency how it guards its data; that whoever does so is known and answers for it stands in Law
27/2022 on personal data, Art. 35 to 39. Nothing of an account is ever deleted: one that is closed keeps its name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from meritdesk.core.access import Action, Role, allowed
from meritdesk.core.errors import UsageRefusal

SHORTEST_PASSWORD = 8
ADVISED_PASSWORD = 15
LONGEST_NAME = 80
LONGEST_IDLE_MINUTES = 240
"""After a longer absence than half a morning a lock guards nothing any more."""


class AccountState(StrEnum):
    """What an account is worth: it opens the desk, does not for now, or never again."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    CLOSED = "CLOSED"


class Deed(StrEnum):
    """What two people do together where an agency has two: nobody alone ends, opens again, erases or changes keys."""

    CLOSE = "CLOSE"
    REOPEN = "REOPEN"
    ERASE = "ERASE"
    KEYS = "KEYS"
    PROTECTION = "PROTECTION"


class FourEyes(StrEnum):
    """Whether two people are asked for; by itself from the second account on that may confirm."""

    WHEN_TWO = "WHEN_TWO"
    OFF = "OFF"


@dataclass(frozen=True, slots=True)
class Account:
    """One person at the desk. ``name`` is what is typed at the door and stands in the journal; it is never given twice.

    ``slot`` is the digest of the key slot beside the key ring that opens with the password: no other is accepted, so
    that neither a slot added by hand nor an older copy of the key ring lets anybody in. ``former_name`` is how the
    person was called in the journal before.
    """

    account_id: str
    name: str
    full_name: str
    role: Role
    state: AccountState = AccountState.ACTIVE
    person_id: str = ""
    former_name: str = ""
    slot: str = ""

    @property
    def is_active(self) -> bool:
        """Whether it opens the desk."""
        return self.state is AccountState.ACTIVE

    @property
    def may_confirm(self) -> bool:
        """Whether its holder may be the second person."""
        return self.is_active and Action.CONFIRM in allowed(self.role)


@dataclass(frozen=True, slots=True)
class Witness:
    """A second person who has just shown who he is."""

    name: str
    account_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Protection:
    """What an agency has chosen for its desk: whether two are asked for, and when the window locks itself."""

    four_eyes: FourEyes = FourEyes.WHEN_TWO
    idle_minutes: int = 10


FOUR_EYES = "protection.four_eyes"
IDLE_MINUTES = "protection.idle_minutes"


def protection_of(setting: Callable[[str, str], str]) -> Protection:
    """The choices out of the stored settings; what is not understood is the stricter one."""
    said, minutes = setting(FOUR_EYES, ""), setting(IDLE_MINUTES, "")
    four = FourEyes(said) if said in FourEyes.__members__ else FourEyes.WHEN_TWO
    is_number = minutes.isascii() and minutes.isdigit() and int(minutes) <= LONGEST_IDLE_MINUTES
    return Protection(four, int(minutes) if is_number else Protection().idle_minutes)


def stored_protection(wanted: Protection) -> Mapping[str, str]:
    """The choices as texts to store; ``ACC-160`` for minutes that are none."""
    if not 0 <= wanted.idle_minutes <= LONGEST_IDLE_MINUTES:
        raise UsageRefusal("ACC-160", most=LONGEST_IDLE_MINUTES)
    return {FOUR_EYES: wanted.four_eyes.value, IDLE_MINUTES: str(wanted.idle_minutes)}


ROLES_OF_AGENCY = (Role.HEAD, Role.OPERATOR, Role.VERIFIER, Role.TYPIST, Role.AUDITOR, Role.VIEWER)
ROLES_OF_REGION = (Role.HEAD, Role.REGIONAL, Role.AUDITOR, Role.VIEWER)


def roles_here(is_region: bool) -> tuple[Role, ...]:
    """The roles that an account can have, the most trusted first."""
    return ROLES_OF_REGION if is_region else ROLES_OF_AGENCY


def folded(name: str) -> str:
    """A name as it is compared: small and capital letters, blanks and ways of writing an accent are the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def named(accounts: Iterable[Account], name: str) -> Account | None:
    """The account of this name."""
    wanted = folded(name)
    return next((one for one in accounts if folded(one.name) == wanted), None)


def require_account(accounts: Iterable[Account], name: str) -> Account:
    """The account of this name; ``ACC-124`` when there is none."""
    found = named(accounts, name)
    if found is None:
        raise UsageRefusal("ACC-124", name=name)
    return found


def begun(accounts: Sequence[Account], new: Account, is_region: bool) -> Account:
    """A new account beside the others, its texts in order.

    ``ACC-120`` the first must be the head's, ``ACC-121`` the name, or the one in the journal until now, is somebody
    else's, ``ACC-122`` no name or too long, ``ACC-126`` a role that does not exist at this office.
    """
    name, full_name = " ".join(new.name.split()), " ".join(new.full_name.split())
    is_said = name and all(character.isprintable() for character in name + full_name)
    if not is_said or max(len(name), len(full_name)) > LONGEST_NAME:
        raise UsageRefusal("ACC-122", most=LONGEST_NAME)
    former = " ".join(new.former_name.split())
    taken = {folded(one) for known in accounts for one in (known.name, known.former_name) if one}
    for given in filter(None, (name, former)):
        if folded(given) in taken:
            raise UsageRefusal("ACC-121", name=given)
    _require_role(new.role, is_region)
    if not accounts and new.role is not Role.HEAD:
        raise UsageRefusal("ACC-120")
    return replace(new, name=name, full_name=full_name or name, former_name=former)


def changed(accounts: Sequence[Account], before: Account, after: Account, is_region: bool) -> Account:
    """An account with another role, state, person or full name.

    ``ACC-123`` when no active head would be left, ``ACC-126`` no such role here, ``ACC-127`` it is closed for good.
    """
    if before.state is AccountState.CLOSED:
        raise UsageRefusal("ACC-127", name=before.name)
    _require_role(after.role, is_region)
    full_name = " ".join(after.full_name.split()) or before.name
    if len(full_name) > LONGEST_NAME or not all(character.isprintable() for character in full_name):
        raise UsageRefusal("ACC-122", most=LONGEST_NAME)
    others = [one for one in accounts if one.account_id != before.account_id]
    if not any(one.is_active and one.role is Role.HEAD for one in (*others, after)):
        raise UsageRefusal("ACC-123", name=before.name)
    return replace(after, full_name=full_name)


def _require_role(role: Role, is_region: bool) -> None:
    if role not in roles_here(is_region):
        raise UsageRefusal("ACC-126", role=f"ROLE:{role.name}")


def require_password(password: str, name: str, common: frozenset[str]) -> None:
    """Refuse a password that is guessed first.

    ``ACC-110`` shorter than 8, ``ACC-111`` among the common ones or one sign over and over, ``ACC-112`` the name.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise UsageRefusal("ACC-110", least=SHORTEST_PASSWORD, advised=ADVISED_PASSWORD)
    said = folded(password)
    if said in common or len(set(said)) <= 2 or said.rstrip("0123456789!?.") in common:
        raise UsageRefusal("ACC-111", advised=ADVISED_PASSWORD)
    own = folded(name).replace(" ", "")
    if own and own in said.replace(" ", "") and len(said) - len(own) < 5:
        raise UsageRefusal("ACC-112")


@dataclass(frozen=True, slots=True)
class Tried:
    """How an account was tried at the door: when it opened last, and how many wrong passwords came since."""

    last_seen: datetime | None = None
    wrong: int = 0
    wait_seconds: int = 0
