"""Hand-over and the regional office: streams, trust, conflicts, custody, approvals, answers."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
