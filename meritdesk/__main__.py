"""Window or command line? The command line starts without Qt, the window without the command line's rooms."""

from __future__ import annotations

import sys

# ``python -m meritdesk`` looks for modules in the present folder first, where anybody may have left a json.py (F82).
# The packaged program never looks there: its first place is its own library.
if not getattr(sys, "frozen", False) and sys.path and sys.path[0] and not __file__.startswith(sys.path[0]):
    del sys.path[0]

from meritdesk.ui.start import arriving_file, plain_start


def main() -> int:
    """Start the window when no room is named, else the command line."""
    file, said = arriving_file(sys.argv[1:])
    plain = plain_start(said)
    if plain is not None:
        return _open_window(*plain, file)
    from meritdesk.cli import arguments, misused, quiet_pipe, run
    from meritdesk.core.errors import UsageRefusal

    with quiet_pipe():
        try:
            chosen = arguments.parse(sys.argv[1:])
        except UsageRefusal as error:
            return misused(error, sys.argv[1:])
        if chosen.room is not None:
            return run(chosen)
    if chosen.server is not None:
        from meritdesk.bootstrap import server_folder_of

        chosen.store = server_folder_of(chosen.server)
    return _open_window(str(chosen.store or ""), chosen.lang, as_viewer=chosen.as_viewer)


def _open_window(store: str, language: str, file: str = "", as_viewer: bool = False) -> int:
    from meritdesk.ui.opening import run

    if not (store or file or as_viewer):
        return run(None, language)
    from pathlib import Path

    folder = Path(store) if store else None
    if as_viewer:
        return run(folder, language, as_viewer=True)
    # The clerk's own folder is meant, wherever the program goes from here.
    return run(folder, language, Path(file).absolute()) if file else run(folder, language)


if __name__ == "__main__":
    sys.exit(main())
