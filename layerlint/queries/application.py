"""The application that a module belongs to: all that uses its code is there.

A library is used by others, who are not seen: of it nothing is claimed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from layerlint.facts.compiled import FITTED_WITHOUT_KERAS
from layerlint.project.importers import imported, importers
from layerlint.project.raw_text import CODE

if TYPE_CHECKING:
    from layerlint.model.module import Module

# More files than that are not followed: they are a library, whatever lies around them.
_MOST = 200
_OTHERS = "".join(rf"(?<!(?i:{name}))(?<!(?i:{name}\(\)))" for name in sorted(FITTED_WITHOUT_KERAS))
# What runs a model: who does so and keeps no file needs none.
RUNS = {".fit(": CODE + _OTHERS + r"\.fit\("} | {
    word: CODE + re.escape(word)
    for word in (
        "GradientTape",
        "apply_gradients",
        "Checkpoint",
        "save_weights",
        "load_weights",
    )
}

_EXAMPLE = re.compile(r"(?:usage|example|demo|tutorial|quick_?start)s?(?![a-z])", re.IGNORECASE)


def any_has(module: Module, files: frozenset[str], patterns: dict[str, str]) -> bool:
    """Whether a file has one of the words, and what is to stand around it."""
    index = module.project.index
    return any(
        not files.isdisjoint(index.mentioning(word, pattern)) for word, pattern in patterns.items()
    )


def anywhere(module: Module, patterns: dict[str, str]) -> bool:
    """Whether any file of the project has one of the words, and what is to stand around it."""
    index = module.project.index
    return any(index.mentioning(word, pattern) for word, pattern in patterns.items())


def runs_models(module: Module) -> bool:
    """Whether a file of the project runs a model, and not to show others how to."""
    index = module.project.index
    return any(
        not is_example(path)
        for word, pattern in RUNS.items()
        for path in index.mentioning(word, pattern)
    )


def is_example(path: str) -> bool:
    """Whether a file is called as what shows others how to: that tells nothing of what they do."""
    return _EXAMPLE.search(os.path.basename(path)) is not None


def application(module: Module) -> frozenset[str] | None:
    """The files of the application around a module; None for code that is for others to use."""
    files = module.once(files_around) if is_of_application(module) else None
    return files if files is not None and any_has(module, files, RUNS) else None


def is_of_application(module: Module) -> bool:
    """Whether a repository is no package to be installed: all that uses its code is in it."""
    applications = module.project.hierarchy.generations.applications
    return applications.hold(os.path.dirname(os.path.abspath(module.path)))


def files_around(module: Module) -> frozenset[str] | None:
    """The file, those that import it, and what these import; None where there are too many."""
    index = module.project.index
    users = closure(module.path, lambda each: importers(index, each))
    if users is None:
        return None
    found: set[str] = set()
    for user in users:
        if user not in found:
            used = closure(user, lambda each: imported(index, each), found)
            if used is None:
                return None
            found = used
    return frozenset(found)


def closure(
    start: str, follow: Callable[[str], Iterator[str]], known: set[str] | None = None
) -> set[str] | None:
    """A file and all that is found by following from it; None where those are too many."""
    found, pending = {*(known or ()), start}, [start]
    while pending:
        for path in follow(pending.pop()):
            if path not in found:
                found.add(path)
                pending.append(path)
        if len(found) > _MOST:
            return None
    return found
