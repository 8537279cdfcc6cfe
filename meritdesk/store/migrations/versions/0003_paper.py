"""The paper: print orders, papers on their way, signers, scans and electronic signatures."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
