"""Offices that take a file in and are killed by the system in the middle of it: no farewell, no tidying.

The first argument is the deed (``receive`` at a region, ``take`` somebody who moves at an agency), the second the file,
every further one the folder of an office, named after the moment of its end.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    import small_office

    from meritdesk import exchange
    from meritdesk.services.handover import taking_in
    from meritdesk.services.handover.transfer_taking import TransferTaking
    from meritdesk.store.journal import StoredJournal
    from meritdesk.store.ledger import StoredLedger
    from meritdesk.store.work import StoreWork

    def killed_after(step: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any, **named: Any) -> Any:
            step(*given, **named)
            os.kill(os.getpid(), signal.SIGKILL)

        return done

    deed = sys.argv[1]
    moments: dict[str, tuple[Any, str]] = {
        "records": (taking_in, "write") if deed == "receive" else (TransferTaking, "_write"),
        "ledger": (StoredLedger, "add_incoming"),
        "reply": (exchange, "write_package"),
        "journal": (StoredJournal, "write"),
        "committed": (StoreWork, "commit"),
    }
    package = Path(sys.argv[2])
    for folder in map(Path, sys.argv[3:]):
        child = os.fork()
        if child:
            _, status = os.waitpid(child, 0)
            assert os.WTERMSIG(status) == signal.SIGKILL, f"{folder.name}: {status}"
            continue
        owner, name = moments[folder.name]
        who = ("REG33", "Kantor Regional") if deed == "receive" else ("3314", "Kabupaten Sragen")
        with small_office.office(folder, *who, is_region=deed == "receive") as office:
            setattr(owner, name, killed_after(getattr(owner, name)))
            if deed == "receive":
                office.desk.handover.receive(package, folder)
            else:
                office.desk.handover.transfers.take(package, folder)


if __name__ == "__main__":
    main()
