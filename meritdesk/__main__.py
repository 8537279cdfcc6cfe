"""Window or command line? The command line starts without Qt, the window without argparse's rooms."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Start the window when no room is named, else the command line."""
    # In the built program a worker of the press is started by this very file.
    multiprocessing.freeze_support()
    from meritdesk.cli import arguments, misused, quiet_pipe, run
    from meritdesk.core.errors import UsageRefusal

    with quiet_pipe():
        try:
            chosen = arguments.parse(sys.argv[1:])
        except UsageRefusal as error:
            return misused(error, sys.argv[1:])
        if chosen.room is not None:
            return run(chosen)
    from meritdesk.ui.opening import run as run_window

    if chosen.server is not None:
        from meritdesk.bootstrap import server_folder_of

        chosen.store = server_folder_of(chosen.server)
    return run_window(chosen.store, chosen.lang)


if __name__ == "__main__":
    sys.exit(main())
