"""Ways of guarding a write in Python, one template each, for the differential test.

`W` is the weight that is written, `T` the guard, `$` a number that makes names unique. A template
is the body of `call`; lines before it under `== class`, `== init` and `== build` go there.
"""

from __future__ import annotations

import re
from textwrap import dedent

from .containers import CONTAINERS
from .detours import DETOURS
from .doubt import DOUBT
from .flow import FLOW
from .functions import FUNCTIONS
from .made import MADE
from .objects import OBJECTS
from .state import STATE
from .values import VALUES

CONSTRUCTS: dict[str, str] = {
    **{f"values: {name}": text for name, text in VALUES.items()},
    **{f"flow: {name}": text for name, text in FLOW.items()},
    **{f"functions: {name}": text for name, text in FUNCTIONS.items()},
    **{f"containers: {name}": text for name, text in CONTAINERS.items()},
    **{f"objects: {name}": text for name, text in OBJECTS.items()},
    **{f"doubt: {name}": text for name, text in DOUBT.items()},
    **{f"detours: {name}": text for name, text in DETOURS.items()},
    **{f"state: {name}": text for name, text in STATE.items()},
    **{f"made: {name}": text for name, text in MADE.items()},
}


def sections(name: str, number: int, guard: str) -> dict[str, list[str]]:
    """The lines of the construct by section, each marked with the number of its counter."""
    text = dedent(CONSTRUCTS[name]).strip("\n")
    text = re.sub(r"\bW\b", f"self.w{number}", text).replace("$", str(number))
    text = re.sub(r"\bT\b", lambda _: f"({guard})", text)
    found: dict[str, list[str]] = {"class": [], "init": [], "build": [], "call": []}
    section = "call"
    for line in text.split("\n"):
        if line.startswith("== "):
            section = line[3:]
        elif line:
            found[section].append(f"{line}  # c{number}")
    return found
