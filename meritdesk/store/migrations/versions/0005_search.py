"""The search: tables of full-text search beside the rows that say whose words they hold; filled when a store opens."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

WORDS = "tokenize = 'ascii', detail = column, columnsize = 0, prefix = '1 2 3'"
TABLES = ("staff_words", "staff_digits", "entry_words")
LEXEMES = "array_to_tsvector(array_remove(string_to_array(words, ' '), ''))"
"""The words as they are: no parser of the server decides what a word is."""


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        upgrade_server()
        return
    op.execute(f"CREATE VIRTUAL TABLE staff_words USING fts5 (words, {WORDS})")
    op.execute("CREATE VIRTUAL TABLE staff_digits USING fts5 (digits, tokenize = 'trigram', columnsize = 0)")
    op.execute(f"CREATE VIRTUAL TABLE entry_words USING fts5 (words, {WORDS})")
    for table in TABLES:
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', 1)")


def upgrade_server() -> None:
    """The same words in ordinary tables: beginnings of words through an inverted index, digits by reading them."""
    for table in TABLES:
        column = "digits" if table == "staff_digits" else "words"
        op.create_table(
            table,
            sa.Column("agency", sa.String(length=64), nullable=False),
            sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column(column, sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("agency", "entry_id", name=op.f(f"pk_{table}")),
        )
        if column == "words":
            op.execute(f"ALTER TABLE {table} ADD COLUMN lexemes tsvector GENERATED ALWAYS AS ({LEXEMES}) STORED")
            op.execute(f"CREATE INDEX ix_{table}_lexemes ON {table} USING gin (lexemes)")


def downgrade() -> None:
    op.execute("DELETE FROM store_fact WHERE name = 'search_index'")
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
