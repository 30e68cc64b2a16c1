"""The names that authors give the training flag where it is not `training`."""

from __future__ import annotations

import re

_FLAG = re.compile(r"(is|in)?_?train(ing|ning)?(_(mode|phase|flag))?|phase_train", re.IGNORECASE)


def names_flag(name: str) -> bool:
    """Whether a parameter of this name is the training flag, by the way that it is called."""
    return _FLAG.fullmatch(name) is not None
