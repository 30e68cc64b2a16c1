"""The application that a module belongs to: all that uses its code is there.

A library is used by others, who are not seen: of it nothing is claimed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex

# More files than that are not followed: they are a library, whatever lies around them.
_MOST = 200
# What runs a model: who does so and keeps no file needs none.
RUNS = {
    word: re.escape(word)
    for word in (
        ".fit(",
        "GradientTape",
        "apply_gradients",
        "Checkpoint",
        "save_weights",
        "load_weights",
    )
}


def any_has(module: Module, files: frozenset[str], patterns: dict[str, str]) -> bool:
    """Whether a file has one of the words, and what is to stand around it."""
    index = module.project.index
    return any(
        not files.isdisjoint(index.mentioning(word, pattern)) for word, pattern in patterns.items()
    )


def application(module: Module) -> frozenset[str] | None:
    """The files of the application around a module; None for code that is for others to use."""
    files = module.once(around) if is_of_application(module) else None
    return files if files is not None and any_has(module, files, RUNS) else None


def is_of_application(module: Module) -> bool:
    """Whether a repository is no package to be installed: all that uses its code is in it."""
    generations = module.project.hierarchy.generations
    return generations.is_application(os.path.dirname(os.path.abspath(module.path)))


def around(module: Module) -> frozenset[str] | None:
    """The file, those that import it, and what these import; None where there are too many."""
    index = module.project.index
    users = _closure(module.path, lambda each: _users(index, each))
    if users is None:
        return None
    found: set[str] = set()
    for user in users:
        if user not in found:
            used = _closure(user, lambda each: _used(index, each), found)
            if used is None:
                return None
            found = used
    return frozenset(found)


def _closure(
    start: str, follow: Callable[[str], Iterator[str]], known: set[str] | None = None
) -> set[str] | None:
    found, pending = {*(known or ()), start}, [start]
    while pending:
        for path in follow(pending.pop()):
            if path not in found:
                found.add(path)
                pending.append(path)
        if len(found) > _MOST:
            return None
    return found


def _users(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files that import a module, also where it is not seen which of that name they mean."""
    name = index.module(path).name
    stem = name.rpartition(".")[2]
    if not stem:
        return
    word = rf"\b{re.escape(stem)}\b"
    imports = rf"\bfrom\s+[.\w]*{word}|\bimport\s[^\n]*{word}|\bimport\s*\([^)]*{word}"
    for user in index.mentioning(stem, imports):
        if user == path:
            continue
        named = [each for each in _imports(index, user) if stem in each.split(".")]
        located = [index.locate(each, user) for each in named]
        if not named or any(each is None or _is_same(each[0], path) for each in located):
            yield user


def _used(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files of the project that a file imports."""
    for name in _imports(index, path):
        located = index.locate(name, path)
        if located is not None and index.contains(located[0]):
            yield index.shown(os.path.abspath(located[0]))


def _imports(index: ProjectIndex, path: str) -> set[str]:
    module = index.module(path)
    bound = (name for names in module.bindings.values() for name in names)
    return {*module.required, *module.stars, *bound}


def _is_same(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)
