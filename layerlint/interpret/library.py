"""How the interpreter reads names: which parameters are modes, and the last part of a name."""

from __future__ import annotations

import re

# A parameter so named is a mode, which Keras never fills: what it guards is guarded by somebody.
MODE_PARAMETER = re.compile(
    r"(is_?|in_?)?(train|training|trainning|inference|infer|test|testing|eval|evaluation|predict)"
    r"(_mode|_phase|_flag|_?bool)?\Z|(learn|mode|phase|stage)\Z|learn_.*\Z|learning_phase\Z"
)


def last(name: str) -> str:
    """The last part of a dotted name."""
    return name.rpartition(".")[2]
