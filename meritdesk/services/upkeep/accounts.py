"""The people at the desk: who works here, under which role, and how the window guards itself when nobody does.

From the first account on, which is the head's, the office's passphrase and the recovery sheet open nothing but the
keeping of accounts (decision 0047). On a shared server its logins stand for accounts, and its administrator keeps them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from meritdesk.core.access import Action, Actor, Role, may, require
from meritdesk.core.accounts import (
    Account,
    AccountState,
    Deed,
    Protection,
    Tried,
    Witness,
    begun,
    changed,
    protection_of,
    require_account,
    require_password,
    roles_here,
    stored_protection,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.resources import resource
from meritdesk.services import second_person
from meritdesk.services.ports import Surroundings, Work

VERBS = "upkeep.accounts."
"""Change sets of these verbs are not taken back: a suspended account would open the desk again unseen."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account in the list of the desk, with what the door knows of it."""

    account_id: str
    name: str
    full_name: str
    role: Role
    state: AccountState
    person_id: str = ""
    person: str = ""
    last_seen: datetime | None = None
    wrong: int = 0
    wait_seconds: int = 0
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class WhoWorks:
    """Who sits here: an account, or whoever knows the passphrase of a desk without any (``has_account`` is no)."""

    name: str
    full_name: str
    role: Role
    has_account: bool
    has_accounts: bool
    has_logins: bool
    may_keep: bool
    """Whether the accounts are his to keep; also of whoever begins them."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Verbs of the accounts."""

    around: Surroundings

    @property
    def actor(self) -> Actor:
        """Who acts at this desk, under which role."""
        return self.around.actor

    @property
    def role(self) -> Role:
        """Under which role this desk was opened."""
        return self.around.actor.role

    @property
    def account_id(self) -> str:
        """The account of whoever acts; empty where nobody has one."""
        return self.around.actor.account_id

    @property
    def may_look(self) -> bool:
        """Whether the register is open to whoever acts."""
        return may(self.around.actor, Action.READ)

    def who(self) -> WhoWorks:
        """Who sits at this desk."""
        self._require_here()
        actor, store = self.around.actor, self.around.store
        with store.reading() as work:
            accounts = work.accounts.all()
        own = next((one for one in accounts if one.account_id == actor.account_id), None)
        return WhoWorks(
            name=actor.name,
            full_name=own.full_name if own is not None else actor.name,
            role=actor.role,
            has_account=own is not None,
            has_accounts=bool(accounts) and not store.has_logins,
            has_logins=store.has_logins,
            may_keep=not store.has_logins and (may(actor, Action.ACCOUNTS) or self._is_founding(accounts)),
        )

    def lines(self) -> tuple[AccountLine, ...]:
        """Every account by name; whoever keeps them or looks into the journal sees all, others their own."""
        self._require_here()
        actor, store = self.around.actor, self.around.store
        with store.reading() as work:
            accounts = work.accounts.all()
            people = work.people.by_ids([one.person_id for one in accounts if one.person_id])
            sees_all = may(actor, Action.ACCOUNTS) or may(actor, Action.AUDIT)
        tried, names = store.tried(), {person_id: one.name for person_id, one in people.items()}
        return tuple(
            _line(one, names.get(one.person_id, ""), tried.get(one.account_id, Tried()), actor.account_id)
            for one in accounts
            if sees_all or one.account_id == actor.account_id
        )

    def roles(self) -> tuple[Role, ...]:
        """The roles that an account of this office can have."""
        self._require_here()
        return roles_here(self.around.store.agency.is_region)

    def begin(
        self, name: str, role: Role, password: str, full_name: str = "", person_id: str = "", former_name: str = ""
    ) -> Changes:
        """Give somebody an account with a first password; ``former_name`` is how the journal called him until now.

        ``ACC-110`` to ``ACC-112`` for the password, ``ACC-120`` to ``ACC-122`` and ``ACC-126`` for the account,
        ``ACC-129`` no such person, ``ACC-128`` on a server.
        """
        new = Account(str(uuid.uuid4()), name, full_name, role, person_id=person_id, former_name=former_name)
        with self._writing("begin") as work:
            accounts = work.accounts.all()
            self._require_keeping(accounts)
            one = begun(accounts, new, self.around.store.agency.is_region)
            require_password(password, one.name, common_passwords())
            _require_person(work, person_id)
            slot = self.around.store.cut_slot(one.account_id, one.name, password)
            work.accounts.save([replace(one, slot=slot)])
            return self._settled(work)

    def change(
        self, name: str, role: Role | None = None, full_name: str | None = None, person_id: str | None = None
    ) -> Changes:
        """Give an account another role, full name or person; its name stays. ``ACC-122`` to ``ACC-127``."""

        def act(work: Work, one: Account) -> Account:
            _require_person(work, person_id or "")
            return replace(
                one,
                role=role or one.role,
                full_name=one.full_name if full_name is None else full_name,
                person_id=one.person_id if person_id is None else person_id,
            )

        return self._change("change", name, act)

    def suspend(self, name: str) -> Changes:
        """Let somebody in no more until ``resume``; ``ACC-123`` the last head, ``ACC-125`` one's own account."""
        return self._move("suspend", name, AccountState.SUSPENDED)

    def resume(self, name: str) -> Changes:
        """Let somebody in again; wrong tries before are forgotten."""
        changes = self._move("resume", name, AccountState.ACTIVE)
        self._forgive(name)
        return changes

    def close(self, name: str) -> Changes:
        """End an account for good; its name stays in the journal and is never given again. ``ACC-123``, ``ACC-125``."""
        return self._move("close", name, AccountState.CLOSED)

    def reset(self, name: str, password: str) -> Changes:
        """Give somebody a new password, which he then changes himself. ``ACC-110`` to ``ACC-112``, ``ACC-127``."""
        with self._writing("reset") as work:
            accounts = work.accounts.all()
            self._require_keeping(accounts)
            one = require_account(accounts, name)
            if one.state is AccountState.CLOSED:
                raise UsageRefusal("ACC-127", name=one.name)
            changes = self._with_password(work, one, password)
        self.around.store.forgive(one.account_id)
        return changes

    def change_password(self, old: str, new: str) -> Changes:
        """Change one's own password; ``ACC-101`` the old one is wrong, ``ACC-110`` to ``ACC-112`` for the new."""
        self._require_here()
        own = self.around.actor
        if not own.account_id:
            raise UsageRefusal("ACC-105")
        self.around.store.vouch(own.name, old)
        with self._writing("change_password") as work:
            return self._with_password(work, require_account(work.accounts.all(), own.name), new)

    def prove(self, password: str) -> None:
        """Show that one is still who opened the desk: with one's own password, or the passphrase where nobody has any.

        ``ACC-101``, ``STO-610``, ``ACC-102``, ``ACC-103``.
        """
        self._require_here()
        if self.around.actor.account_id:
            self.around.store.vouch(self.around.actor.name, password)
        else:
            self.around.store.proves(password)

    def admit(self, name: str, password: str) -> Witness:
        """Who wants to work here in the other's place, shown by his password; ``ACC-101`` to ``ACC-103``."""
        self._require_here()
        return self.around.store.vouch(name, password)

    def protection(self) -> Protection:
        """Whether two are asked for at this desk, and after how many minutes the window locks itself."""
        self._require_here()
        with self.around.store.reading() as work:
            return protection_of(work.setting)

    def is_second_asked(self) -> bool:
        """Whether closing the year, opening again, erasing and keys ask for a second person at this desk today."""
        self._require_here()
        with self.around.store.reading() as work:
            return second_person.is_asked(work)

    def protect(self, wanted: Protection) -> Changes:
        """Choose both; ``ACC-140`` where two are asked for, ``ACC-160`` for minutes that are none.

        The head chooses, and whoever knows the passphrase where there are no accounts.
        """
        with self._writing("protect", is_of_accounts=False) as work:
            accounts = work.accounts.all()
            if accounts and not self.around.store.has_logins:
                self._require_keeping(accounts)
            else:
                require(self.around.actor, Action.BACKUP)
            stored = stored_protection(wanted)
            if wanted.four_eyes is not protection_of(work.setting).four_eyes:
                second_person.ask(self.around, work, Deed.PROTECTION)
            for setting, value in stored.items():
                work.set_setting(setting, value)
            return work.commit()

    def _change(self, verb: str, name: str, act: Callable[[Work, Account], Account]) -> Changes:
        with self._writing(verb) as work:
            accounts = work.accounts.all()
            self._require_keeping(accounts)
            before = require_account(accounts, name)
            work.accounts.save([changed(accounts, before, act(work, before), self.around.store.agency.is_region)])
            return self._settled(work)

    def _move(self, verb: str, name: str, state: AccountState) -> Changes:
        def act(work: Work, one: Account) -> Account:
            if one.account_id == self.around.actor.account_id:
                raise UsageRefusal("ACC-125", name=one.name)
            return replace(one, state=state)

        return self._change(verb, name, act)

    def _with_password(self, work: Work, one: Account, password: str) -> Changes:
        require_password(password, one.name, common_passwords())
        work.accounts.save([replace(one, slot=self.around.store.cut_slot(one.account_id, one.name, password))])
        return self._settled(work)

    def _settled(self, work: Work) -> Changes:
        """Commit, and only then let go of slots that no account believes any more."""
        changes = work.commit()
        with self.around.store.reading() as after:
            kept = [one for one in after.accounts.all() if one.state is not AccountState.CLOSED]
        self.around.store.settle_slots({one.account_id: one.slot for one in kept})
        return changes

    def _forgive(self, name: str) -> None:
        with self.around.store.reading() as work:
            self.around.store.forgive(require_account(work.accounts.all(), name).account_id)

    def _writing(self, verb: str, *, is_of_accounts: bool = True) -> AbstractContextManager[Work]:
        self._require_here()
        if is_of_accounts and self.around.store.has_logins:
            raise UsageRefusal("ACC-128")
        return self.around.store.writing(self.around.actor, VERBS + verb)

    def _require_here(self) -> None:
        """Whoever opened the desk may ask for himself; what the others do is asked below."""
        require(self.around.actor, Action.BACKUP if self.around.actor.role is Role.KEEPER else Action.READ)

    def _require_keeping(self, accounts: tuple[Account, ...]) -> None:
        if not self._is_founding(accounts):
            require(self.around.actor, Action.ACCOUNTS)

    def _is_founding(self, accounts: tuple[Account, ...]) -> bool:
        """Whoever opened this desk before it had accounts begins them; the passphrase would let him do so anyway."""
        actor = self.around.actor
        return not actor.account_id and actor.role in (Role.OPERATOR, Role.REGIONAL)


def require_keeper(around: Surroundings, work: Work) -> None:
    """The office's own keys are the head's to change where there are accounts, else the clerk's."""
    has_accounts = bool(work.accounts.all()) and not around.store.has_logins
    require(around.actor, Action.ACCOUNTS if has_accounts else Action.BACKUP)


@lru_cache(maxsize=1)
def common_passwords() -> frozenset[str]:
    """What people type first, here and everywhere."""
    return frozenset(resource("common_passwords.txt").read_text(encoding="utf-8").split())


def _require_person(work: Work, person_id: str) -> None:
    if person_id and not work.people.by_ids([person_id]):
        raise UsageRefusal("ACC-129")


def _line(one: Account, person: str, tried: Tried, own: str) -> AccountLine:
    return AccountLine(
        account_id=one.account_id,
        name=one.name,
        full_name=one.full_name,
        role=one.role,
        state=one.state,
        person_id=one.person_id,
        person=person,
        last_seen=tried.last_seen,
        wrong=tried.wrong,
        wait_seconds=tried.wait_seconds,
        is_own=one.account_id == own != "",
    )
