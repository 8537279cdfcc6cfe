"""A program that carries out a print order and is killed by the system in the middle of it: no farewell, no tidying."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    import small_office

    from meritdesk.services.documents import order_run

    folder, order_id, after = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    order_run.COMMIT_SHEETS = 4
    order_run.SMALL_PART = 3

    def step(done: int, total: int) -> None:
        if done >= after:
            os.kill(os.getpid(), signal.SIGKILL)

    with small_office.office(folder) as office:
        office.desk.documents.orders.run(order_id, step)


if __name__ == "__main__":
    main()
