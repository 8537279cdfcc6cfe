"""Where the packaged program begins: the same first line as ``python -m meritdesk``."""

import sys
from importlib import import_module

PREPARING = ("pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing", "pyi_rth_pyside6")
"""What PyInstaller would do before any program's first line; `build.spec` leaves it to this file.

It takes longer than the answer to ``--help``, which needs none of it.
"""

_HOW_IT_IS_USED = frozenset({"-h", "--help", "--version"})


def prepare() -> None:
    """Make a packaged Python ready for work; a worker of the press, started by this very file, never comes back."""
    for name in PREPARING:
        import_module(name)
    import multiprocessing

    multiprocessing.freeze_support()


if __name__ == "__main__":
    if _HOW_IT_IS_USED.isdisjoint(sys.argv):
        prepare()
    from meritdesk.__main__ import main

    sys.exit(main())
