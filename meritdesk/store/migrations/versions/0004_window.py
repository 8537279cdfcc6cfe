"""The window: drafts of open editors, saved views, remembered mappings, practice."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
