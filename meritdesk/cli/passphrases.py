"""Where the passphrase or the recovery key comes from: a named file, or a question on the terminal."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from meritdesk.core.errors import UsageRefusal
from meritdesk.messages import Messages

PASSPHRASE_FILE = "MERITDESK_PASSPHRASE_FILE"
CERTIFICATE_PASSPHRASE_FILE = "MERITDESK_CERTIFICATE_PASSPHRASE_FILE"
NEW_PASSPHRASE_FILE = "MERITDESK_NEW_PASSPHRASE_FILE"
SERVER_PASSWORD_FILE = "MERITDESK_SERVER_PASSWORD_FILE"
LOGIN_PASSWORD_FILE = "MERITDESK_LOGIN_PASSWORD_FILE"
SECOND_PASSWORD_FILE = "MERITDESK_SECOND_PASSWORD_FILE"
RECOVERY_KEY_FILE = "MERITDESK_RECOVERY_KEY_FILE"


def passphrase(words: Messages) -> str:
    """The passphrase from the named file or from a prompt; without either ``CLI-102``."""
    named = os.environ.get(PASSPHRASE_FILE)
    return _from_file(named, PASSPHRASE_FILE) if named else _typed("CLI-PASSPHRASE", PASSPHRASE_FILE, words)


def certificate_passphrase(words: Messages) -> str:
    """The passphrase of a certificate file, from the named file or from a prompt; without either ``CLI-102``."""
    named = os.environ.get(CERTIFICATE_PASSPHRASE_FILE)
    if named:
        return _from_file(named, CERTIFICATE_PASSPHRASE_FILE)
    return _typed("CLI-CERTIFICATE-PASSPHRASE", CERTIFICATE_PASSPHRASE_FILE, words)


def new_passphrase(words: Messages) -> str:
    """The passphrase to come, from the named file or typed twice; ``CLI-108`` when the two differ."""
    named = os.environ.get(NEW_PASSPHRASE_FILE)
    if named:
        return _from_file(named, NEW_PASSPHRASE_FILE)
    first = _typed("CLI-NEW-PASSPHRASE", NEW_PASSPHRASE_FILE, words)
    if _typed("CLI-NEW-PASSPHRASE-AGAIN", NEW_PASSPHRASE_FILE, words) != first:
        raise UsageRefusal("CLI-108")
    return first


def root_passphrase(holder: str, named: Path | None, words: Messages, is_new: bool = False) -> str:
    """The passphrase of one holder of a root key, from a file or typed by him alone; a new one is typed twice."""
    if named is not None:
        return _from_file(named, "--passphrase-file")
    print(holder, file=sys.stderr)
    first = _typed("CLI-ROOT-PASSPHRASE", "--passphrase-file", words)
    if is_new and _typed("CLI-NEW-PASSPHRASE-AGAIN", "--passphrase-file", words) != first:
        raise UsageRefusal("CLI-108")
    return first


def second_password(words: Messages) -> str:
    """The password of the second person, from the named file or typed by that person; without either ``CLI-102``."""
    named = os.environ.get(SECOND_PASSWORD_FILE)
    if named:
        return _from_file(named, SECOND_PASSWORD_FILE)
    return _typed("CLI-SECOND-PASSWORD", SECOND_PASSWORD_FILE, words)


def server_password(words: Messages) -> str:
    """The password of a server's login, from the named file or a prompt; empty leaves it to the system's own file."""
    return _perhaps(SERVER_PASSWORD_FILE, "CLI-SERVER-PASSWORD", words)


def login_password(words: Messages) -> str:
    """The password that a clerk's login on the server shall have; empty keeps the one it has."""
    return _perhaps(LOGIN_PASSWORD_FILE, "CLI-LOGIN-PASSWORD", words)


def _perhaps(variable: str, question: str, words: Messages) -> str:
    named = os.environ.get(variable)
    if named:
        return _from_file(named, variable)
    return _typed(question, variable, words) if sys.stdin and sys.stdin.isatty() else ""


def what_opens(chosen: argparse.Namespace, words: Messages) -> tuple[str, str]:
    """What opens a store, passphrase or recovery key: the key where its file is named, else the passphrase."""
    named = chosen.recovery_key_file or os.environ.get(RECOVERY_KEY_FILE)
    if not named:
        return passphrase(words), ""
    return "", _from_file(named, "--recovery-key-file").strip()


def _from_file(named: str | Path, origin: str) -> str:
    try:
        return Path(named).read_text(encoding="utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise UsageRefusal("CLI-104", variable=origin) from None


def _typed(question: str, variable: str, words: Messages) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise UsageRefusal("CLI-102", variable=variable)
    try:
        return getpass.getpass(words.reason(question, {}) + " ")
    except EOFError:
        raise UsageRefusal("CLI-102", variable=variable) from None
