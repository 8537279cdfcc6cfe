"""The search: tables of full-text search beside the rows that say whose words they hold; filled when a store opens."""

from alembic import op

revision = "0005"
down_revision = "0004"

WORDS = "tokenize = 'ascii', detail = column, columnsize = 0, prefix = '1 2 3'"


def upgrade() -> None:
    op.execute(f"CREATE VIRTUAL TABLE staff_words USING fts5 (words, {WORDS})")
    op.execute("CREATE VIRTUAL TABLE staff_digits USING fts5 (digits, tokenize = 'trigram', columnsize = 0)")
    op.execute(f"CREATE VIRTUAL TABLE entry_words USING fts5 (words, {WORDS})")
    for table in ("staff_words", "staff_digits", "entry_words"):
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('secure-delete', 1)")


def downgrade() -> None:
    op.execute("DELETE FROM store_fact WHERE name = 'search_index'")
    for table in ("staff_words", "staff_digits", "entry_words"):
        op.execute(f"DROP TABLE {table}")
