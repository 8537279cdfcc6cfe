"""People and access: accounts at the desk, what personal data is kept for how long, and what became of it."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
