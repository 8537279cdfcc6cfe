"""What a verb of the command line is: a function of the desk, the words chosen, and the language."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from meritdesk.cli.answers import Answer
from meritdesk.messages import Messages
from meritdesk.services import Desk

Verb = Callable[[Desk, argparse.Namespace, Messages], Answer]

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Verbs = object
