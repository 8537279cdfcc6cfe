"""Carry out one command: open what it needs, hand it to its room, and answer."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from meritdesk import bootstrap
from meritdesk.cli import server_deeds
from meritdesk.cli.answers import Answer, figure, plain
from meritdesk.cli.passphrases import new_passphrase, passphrase, second_password, server_password, what_opens
from meritdesk.cli.progress import step
from meritdesk.cli.rooms import ROOMS
from meritdesk.cli.rooms.upkeep import told_contents
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.store import AgencyInfo
from meritdesk.messages import Messages
from meritdesk.services.explaining import explain


def carry_out(chosen: argparse.Namespace, words: Messages) -> Answer:
    """Find the command, open what it needs, and answer."""
    if chosen.server is not None:
        chosen.store = bootstrap.server_folder_of(chosen.server)
    if chosen.room == "demo":
        return _demo(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "self-test":
        return _self_test(words)
    if chosen.room == "why":
        return _why(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "contents":
        return _contents(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "server" and chosen.deed in server_deeds.DEEDS:
        return server_deeds.carry_out(chosen, words)
    if chosen.store is None:
        raise UsageRefusal("CLI-101")
    if chosen.room == "init":
        return _init(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "restore":
        return _restore(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "practice-copy":
        return _practice_copy(chosen, words)
    if chosen.room == "upkeep" and chosen.verb == "support-copy":
        return _support_copy(chosen, words)
    if chosen.server is not None and bootstrap.server_of(chosen.store) is None:
        raise UsageRefusal("SRV-132", server=chosen.server.shown)
    verb = ROOMS[chosen.room].verbs[chosen.verb]
    known, key = what_opens(chosen, words)
    with bootstrap.open_desk(
        chosen.store,
        known,
        chosen.actor,
        recovery_key=key,
        account=chosen.account or "",
        as_viewer=chosen.as_viewer,
    ) as desk:
        second = chosen.witness or _also_agrees(chosen)
        if second and desk.upkeep.accounts.is_second_asked():
            desk.upkeep.second.bring(second, second_password(words))
        return verb(desk, chosen, words)


def _also_agrees(chosen: argparse.Namespace) -> str:
    """Who agrees too that people are gone from a file: the same person where two are asked for."""
    said = getattr(chosen, "second", "")
    return said if isinstance(said, str) else ""


def _init(chosen: argparse.Namespace, words: Messages) -> Answer:
    info = AgencyInfo(
        code=chosen.code,
        name=chosen.agency,
        is_region=chosen.region,
        device=chosen.device,
        place=chosen.place,
        region_code=chosen.region_code or (chosen.code if chosen.region else ""),
    )
    known = passphrase(words)
    if chosen.server is not None:
        return _join(chosen, info, known, words)
    new = bootstrap.prepare_store(info, known)
    bootstrap.check_place(chosen.store)
    if chosen.recovery_sheet is not None:
        bootstrap.print_recovery_sheet(info, new.recovery_key, chosen.recovery_sheet)
    bootstrap.found_store(new, chosen.store, known)
    recovery = new.recovery_key
    values = {"verb": "init", "agency": asdict(info), "store": str(chosen.store), "recovery_key": recovery}
    lines = [words.reason("CLI-CREATED", {"name": info.name}), words.reason("CLI-RECOVERY", {"key": recovery})]
    if chosen.recovery_sheet is not None:
        values["recovery_sheet"] = str(chosen.recovery_sheet)
        lines.append(words.reason("CLI-RECOVERY-SHEET", {"file": chosen.recovery_sheet.name}))
    return Answer(values, lines)


def _join(chosen: argparse.Namespace, info: AgencyInfo, known: str, words: Messages) -> Answer:
    """A PC begins to work on a server: its key ring stays here, the rows are there."""
    key = bootstrap.join_server(chosen.store, chosen.server, server_password(words), info, known)
    values = {"verb": "init", "agency": asdict(info), "store": str(chosen.store), "recovery_key": key}
    values["server"] = chosen.server.shown
    lines = [words.reason("SRV-JOINED", {"name": info.name, "server": chosen.server.shown})]
    lines.append(words.reason("CLI-RECOVERY", {"key": key}))
    if chosen.recovery_sheet is not None:
        bootstrap.print_recovery_sheet(info, key, chosen.recovery_sheet)
        values["recovery_sheet"] = str(chosen.recovery_sheet)
        lines.append(words.reason("CLI-RECOVERY-SHEET", {"file": chosen.recovery_sheet.name}))
    return Answer(values, lines)


def _restore(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    saved = bootstrap.restore_store(chosen.file, chosen.store, known, recovery_key=key)
    values = {"verb": "upkeep restore", "store": str(chosen.store), "previous_saved_as": str(saved) if saved else ""}
    lines = [words.reason("CLI-RESTORED", {"store": chosen.store.name})]
    if saved:
        lines.append(words.reason("CLI-PREVIOUS-SAVED", {"name": saved.name}))
    return Answer(values, lines)


def _contents(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    return told_contents("upkeep contents", bootstrap.backup_contents(chosen.file, known, key), words)


def _practice_copy(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    bootstrap.make_practice_copy(chosen.file, chosen.store, known, recovery_key=key)
    values = {"verb": "upkeep practice-copy", "store": str(chosen.store)}
    return Answer(values, [words.reason("CLI-PRACTICE-COPY", {"store": chosen.store.name})])


def _support_copy(chosen: argparse.Namespace, words: Messages) -> Answer:
    known, key = what_opens(chosen, words)
    bootstrap.make_support_copy(chosen.file, chosen.store, new_passphrase(words), known, recovery_key=key)
    values = {"verb": "upkeep support-copy", "store": str(chosen.store)}
    return Answer(values, [words.reason("PRV-SUPPORT-COPY", {"store": chosen.store.name})])


def _demo(chosen: argparse.Namespace, words: Messages) -> Answer:
    from meritdesk.sample_city import region, telling, year

    if chosen.region:
        made = region.show_region(chosen.folder, chosen.region, chosen.year, chosen.seed)
        told = words.reason("CLI-DEMO-REGION", {"governments": made.governments, "store": str(made.store)})
        return Answer({"verb": "demo", **plain(made)}, [told])
    report = year.live(chosen.folder, chosen.staff, chosen.year, chosen.seed, step("demo", words))
    values = {"verb": "demo", **plain(report)}
    return Answer(values, telling.tell(report, words, figure))


def _self_test(words: Messages) -> Answer:
    from meritdesk.sample_city import year

    findings = year.self_test(step("self-test", words))
    lines = [f"{'✓' if ok else '✗'} {words.reason(f'SELFTEST-{name.upper()}', {})}" for name, ok in findings.items()]
    return Answer({"verb": "upkeep self-test", "findings": findings}, lines, 0 if all(findings.values()) else 1)


def _why(chosen: argparse.Namespace, words: Messages) -> Answer:
    found = explain(chosen.code, words, bootstrap.validation_pack())
    basis = ", ".join(one for one in (found.regulation, found.article) if one)
    gravity = words.label(f"WHY:{found.severity.value}") if found.severity is not None else ""
    told = (
        ("", gravity),
        ("WHY:ASKS", found.asks),
        ("WHY:ARTICLE", basis),
        ("WHY:DO", " ".join(one for one in (found.next, found.do) if one)),
        ("WHY:SETASIDE", found.set_aside),
        ("WHY:PLACE", found.place),
    )
    lines = [f"{found.code}: {found.what}"]
    lines += [f"  {words.label(name)}: {text}" if name else f"  {text}" for name, text in told if text]
    return Answer({"verb": "why", **plain(found)}, lines)
