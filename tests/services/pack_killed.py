"""A program that packs and is killed by the system between the number and the file: no farewell, no tidying."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    import small_office

    from meritdesk.exchange import outbox

    folder, moment = Path(sys.argv[1]), sys.argv[2]

    def killed(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(outbox, moment, killed)
    with small_office.office(folder) as office:
        office.desk.handover.pack(small_office.YEAR, folder / "stick")


if __name__ == "__main__":
    main()
