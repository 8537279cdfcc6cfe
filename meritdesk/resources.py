"""Where the shipped files are: beside the package in a checkout, inside the bundle when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_root() -> Path:
    """The folder that holds rules, forms, messages, fonts and icons."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """One shipped file or folder by its place below ``resources/``."""
    return resource_root().joinpath(*parts)


def manual_root() -> Path:
    """The folder of the manual: ``docs/manual`` in a checkout, ``manual`` beside the resources when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "manual"
    return Path(__file__).resolve().parent.parent / "docs" / "manual"
