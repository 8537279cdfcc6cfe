"""Who may see and write what on a shared server, said to the server itself, so that it holds for ``psql`` too.

Five roles that nobody logs in as are granted to the clerks' own logins; which agencies a login works for stands in the
table ``server_member``. A policy on every table shows a login the rows of those agencies alone; the regional office
sees all. The journal can be added to and never changed. Only the administrator who prepared the database stands above
it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from meritdesk.core.access import Role
from meritdesk.core.errors import UsageRefusal
from meritdesk.store import postgres_words
from meritdesk.store.tables import metadata

OPERATOR = "meritdesk_operator"
VERIFIER = "meritdesk_verifier"
HEAD = "meritdesk_head"
AUDITOR = "meritdesk_auditor"
REGIONAL = "meritdesk_regional"
ROLES = {
    "operator": OPERATOR,
    "verifier": VERIFIER,
    "head": HEAD,
    "auditor": AUDITOR,
    "regional": REGIONAL,
}
"""The names on the command line and in the database, the most trusted of an agency first."""

DESK_ROLES = {
    OPERATOR: Role.OPERATOR,
    HEAD: Role.HEAD,
    VERIFIER: Role.VERIFIER,
    AUDITOR: Role.AUDITOR,
    REGIONAL: Role.REGIONAL,
}

MEMBERS = "server_member"
OUTSIDE_THE_MODELS = frozenset({MEMBERS, "alembic_version", *postgres_words.NAMES})
"""Tables of the database that are no models of ours."""

JOURNAL = frozenset({"change_set", "row_change"})
"""To these is only ever added."""
_VERIFIED = frozenset(
    {"waiver", "document", "paper_entry", "document_process", "print_order", "print_block", "print_item", "print_part",
     "electronic_signature"}
)  # fmt: skip
_CLOSED = _VERIFIED | frozenset(
    {"evaluation", "superseded_evaluation", "organisation_level", "behaviour_feedback", "calibration_session",
     "calibration_entry", "calibration_participant", "objection", "outgoing", "outgoing_data", "time_closing",
     "time_batch", "absence_step", "survey_round", "survey_figure", "setting", "confidential", "opening"}
)  # fmt: skip

_MINE = "(agency = ANY ((SELECT meritdesk_agencies())::text[]) OR (SELECT meritdesk_sees_all()))"
_FUNCTIONS = (
    f"CREATE TABLE IF NOT EXISTS {MEMBERS} (login text NOT NULL, agency text NOT NULL, PRIMARY KEY (login, agency))",
    f"""CREATE OR REPLACE FUNCTION meritdesk_agencies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp
        AS $$ SELECT coalesce(array_agg(agency), '{{}}') FROM {MEMBERS} WHERE login = session_user $$""",
    f"""CREATE OR REPLACE FUNCTION meritdesk_sees_all() RETURNS boolean LANGUAGE sql STABLE
        AS $$ SELECT pg_has_role(session_user, '{REGIONAL}', 'MEMBER') $$""",
    f"""CREATE OR REPLACE FUNCTION meritdesk_confirmers(owner text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp
        AS $$ SELECT count(DISTINCT m.login) FROM {MEMBERS} m JOIN pg_roles r ON r.rolname = m.login AND r.rolcanlogin
        WHERE m.agency = owner AND (pg_has_role(r.oid, '{OPERATOR}', 'MEMBER') OR pg_has_role(r.oid, '{HEAD}', 'MEMBER')
        OR pg_has_role(r.oid, '{VERIFIER}', 'MEMBER') OR pg_has_role(r.oid, '{REGIONAL}', 'MEMBER')) $$""",
    # Only the owner of a table may count it for the planner; after an import the clerk who did it asks for it. Counted
    # are the tables that are new or half as large again as when they were counted last: a region takes in a hundred
    # packages a day, and how values repeat in a table of millions does not change with one of them.
    """CREATE OR REPLACE FUNCTION meritdesk_count_rows() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp SET client_min_messages = 'error' AS $$
        DECLARE grown regclass;
        BEGIN
            FOR grown IN
                SELECT DISTINCT coalesce(i.inhparent, c.oid)
                FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
                WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                AND pg_relation_size(c.oid) > greatest(c.relpages, 0) * 1.5 * current_setting('block_size')::integer
            LOOP
                EXECUTE 'ANALYZE ' || grown::text;
            END LOOP;
        END $$""",
    # The journal of an agency that went home into its file makes room for the one that comes back; no other ever goes.
    """CREATE OR REPLACE FUNCTION meritdesk_forget_journal(owner text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        BEGIN
            IF NOT (owner = ANY (meritdesk_agencies()) OR meritdesk_sees_all()) OR NOT EXISTS (
                SELECT 1 FROM store_fact WHERE agency = owner AND name = 'brought_back' AND value <> ''
            ) THEN
                RAISE insufficient_privilege;
            END IF;
            DELETE FROM row_change WHERE agency = owner;
            DELETE FROM change_set WHERE agency = owner;
        END $$""",
)


def confirmers(connection: Connection, agency: str) -> int:
    """How many logins of an agency may stand beside somebody as the second person."""
    return int(connection.execute(text("SELECT meritdesk_confirmers(:agency)"), {"agency": agency}).scalar_one())


def make_roles(connection: Connection) -> None:
    """The five roles of the cluster; those that are there stay."""
    for role in ROLES.values():
        connection.exec_driver_sql(
            f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )


def guard_tables(connection: Connection) -> None:
    """Policies and rights on every table, anew after each upgrade of the schema; running it again changes nothing."""
    for statement in _FUNCTIONS:
        connection.exec_driver_sql(statement)
    everyone = ", ".join(ROLES.values())
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {everyone}")
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {everyone}")
    for name in guarded_tables():
        connection.exec_driver_sql(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        connection.exec_driver_sql(f"DROP POLICY IF EXISTS own_agency ON {name}")
        connection.exec_driver_sql(f"CREATE POLICY own_agency ON {name} USING {_MINE} WITH CHECK {_MINE}")
        connection.exec_driver_sql(f"REVOKE ALL ON {name} FROM PUBLIC, {everyone}")
        connection.exec_driver_sql(f"GRANT SELECT ON {name} TO {everyone}")
        writing = "INSERT" if name in JOURNAL else "INSERT, UPDATE, DELETE"
        connection.exec_driver_sql(f"GRANT {writing} ON {name} TO {', '.join(_writers(name))}")


def guarded_tables() -> list[str]:
    """Every table with rows of agencies; the pieces of a large one are reached through it alone."""
    return sorted({*metadata.tables, *postgres_words.NAMES})


def _writers(name: str) -> Iterable[str]:
    yield from (OPERATOR, REGIONAL)
    table = metadata.tables.get(name)
    is_no_record = table is None or "noun" not in table.info
    # The window's memory, numbers, journal and index follow whatever a role may write.
    if (name != "outgoing_data" and is_no_record) or name in _CLOSED:
        yield HEAD
    if (name != "outgoing_data" and is_no_record) or name in _VERIFIED:
        yield VERIFIER


def admit(connection: Connection, login: str, role: str, agencies: Iterable[str], password: str) -> None:
    """Let somebody in under a role for these agencies; an existing login gets this role instead of its earlier one."""
    quote = connection.dialect.identifier_preparer.quote_identifier
    name = quote(login)
    exists = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": login}).scalar()
    raw: Any = connection.connection.driver_connection
    # Only the digest by which the server will know the password leaves this PC.
    sealed = (
        raw.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode() if password else ""
    )
    secret = f" PASSWORD '{sealed}'" if sealed else ""
    connection.exec_driver_sql(f"{'ALTER' if exists else 'CREATE'} ROLE {name} LOGIN{secret}")
    for other in ROLES.values():
        connection.exec_driver_sql(f"{'GRANT' if other == ROLES[role] else 'REVOKE'} {other} "
                                   f"{'TO' if other == ROLES[role] else 'FROM'} {name}")  # fmt: skip
    connection.exec_driver_sql(
        f"ALTER ROLE {name} SET default_transaction_read_only = {'on' if ROLES[role] == AUDITOR else 'off'}"
    )
    connection.execute(text(f"DELETE FROM {MEMBERS} WHERE login = :login"), {"login": login})
    for agency in dict.fromkeys(agencies):
        connection.execute(
            text(f"INSERT INTO {MEMBERS} (login, agency) VALUES (:login, :agency)"), {"login": login, "agency": agency}
        )


def dismiss(connection: Connection, login: str) -> None:
    """Let somebody in no more; what he wrote stays under his name. ``SRV-128`` when nobody is called so."""
    exists = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": login}).scalar()
    if not exists:
        raise UsageRefusal("SRV-128", user=login)
    name = connection.dialect.identifier_preparer.quote_identifier(login)
    connection.exec_driver_sql(f"ALTER ROLE {name} NOLOGIN")
    for role in ROLES.values():
        connection.exec_driver_sql(f"REVOKE {role} FROM {name}")
    connection.execute(text(f"DELETE FROM {MEMBERS} WHERE login = :login"), {"login": login})


def role_of(connection: Connection) -> str:
    """The role of whoever is connected; ``SRV-127`` when the administrator has not let him in.

    The administrator himself, who stands above all roles, works as an operator.
    """
    statement = text("SELECT rolname FROM pg_roles WHERE rolname = ANY (:known) AND pg_has_role(oid, 'MEMBER')")
    found = set(connection.execute(statement, {"known": list(ROLES.values())}).scalars())
    for role in (OPERATOR, REGIONAL, HEAD, VERIFIER, AUDITOR):
        if role in found:
            return role
    raise UsageRefusal("SRV-127", user=str(connection.execute(text("SELECT session_user")).scalar()))
