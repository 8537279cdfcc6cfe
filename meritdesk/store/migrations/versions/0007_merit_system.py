"""The merit system around the appraisal: time, pay, conduct, talent, and people who move between agencies."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
