"""Files that were left behind: copies that nothing uses, beside what replaced them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.project.importers import certain_importers, importers
from layerlint.project.raw_text import CODE
from layerlint.queries.application import closure, is_of_application
from layerlint.queries.fixtures import in_tests

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex

# What runs when the file does: a program, whether or not anything imports it.
_RUNS = r"\b__main__\b|(?m:^(?:[\w.]+\(|(?:for|while|with)\b|[\w, ]+=[^\n]*\.fit\())"
# Where a folder or a file is called like that, the project says that it is left behind; what is
# legacy in a package is there for those who still use it.
_WORDS = r"(?:^|[\W\d_])(?:%s)(?:$|[\W\d_])"
_LEFT_IN_PACKAGE = re.compile(_WORDS % "old|unused|backup|bak" + r"|[\W_]copy\W*$", re.IGNORECASE)
_LEFT = re.compile(
    _WORDS
    % r"old|unused|backup|bak|copy|deprecated|legacy|archived?|obsolete|orig(?:inal)?|reference",
    re.IGNORECASE,
)
# `importlib.import_module("nets.old")`.
_LOADS = CODE + r"\b(?:import_module|__import__)\([^)\n]*\b%s\b"
# `else:`, `return x` and the like are in many files.
_TELLING = 12
# `netold` beside `net`.
_SUFFIXES = ("old", "bak")


def is_abandoned(module: Module) -> bool:
    """Whether nothing uses a module, and it is seen to be left behind.

    It is by its name, or where a file that is used defines half of its classes or more as well.
    Those of a package may be used by others, but hardly a copy of what it has, or what bears such a
    name.
    """
    return module.once(_is_abandoned)


def _is_abandoned(module: Module) -> bool:
    if module.path.endswith(".ipynb") or module.index.is_package or in_tests(module):
        return False
    if re.search(_RUNS, module.text) is not None:
        return False
    index = module.project.index
    if _is_loaded(module):
        return False
    if not is_of_application(module):
        return _is_left_in_package(module)
    if _is_named_so(module.path):
        return not any(certain_importers(index, module.path)) and _others_run(index)
    return not any(importers(index, module.path)) and _others_run(index) and _is_replaced(module)


def _is_left_in_package(module: Module) -> bool:
    """Whether only what is left behind as well uses a file, or nothing, as another replaces it."""
    index = module.project.index
    if not _is_in_left_part(module.path, module):
        return not any(importers(index, module.path)) and _is_copied(module)
    users = closure(module.path, lambda each: importers(index, each))
    return users is not None and all(_is_in_left_part(user, module) for user in users)


def _is_in_left_part(path: str, module: Module) -> bool:
    """Whether a folder around a file, or itself, is called as what is left behind is."""
    around = module.project.hierarchy.generations.applications.whole
    entries = module.project.index.locator.entries
    for part in os.path.relpath(os.path.abspath(path), around).split(os.sep):
        name = os.path.splitext(part)[0]
        beside = name.endswith(_SUFFIXES) and name[: -len(_SUFFIXES[0])] in entries(around)
        if beside or _LEFT_IN_PACKAGE.search(name) is not None:
            return True
        around = os.path.join(around, part)
    return False


def _others_run(index: ProjectIndex) -> bool:
    """Whether the project has a program, which is seen to do without the file."""
    return bool(index.mentioning("", _RUNS))


def _is_named_so(path: str) -> bool:
    folder, name = os.path.split(os.path.splitext(path)[0])
    return any(_LEFT.search(part) for part in (name, os.path.basename(folder)))


def _is_loaded(module: Module) -> bool:
    """Whether another file imports it by a name that stands in a string."""
    name = os.path.splitext(os.path.basename(module.path))[0]
    loading = module.project.index.having(name, _LOADS % re.escape(name))
    return any(path != module.path for path in loading)


def _is_replaced(module: Module) -> bool:
    """Whether another file that is used defines half of the classes of the module or more."""
    index = module.project.index
    return any(
        path.endswith(".ipynb") or any(importers(index, path)) for path in _with_its_classes(module)
    )


def _is_copied(module: Module) -> bool:
    """Whether another file of a package that is used has most of the lines of the module too.

    The names of classes alone say little there: many have an `Encoder`.
    """
    lines = _telling_lines(module)
    used = (
        path
        for path in _with_its_classes(module)
        if not path.endswith(".ipynb") and any(importers(module.project.index, path))
    )
    return any(
        2 * len(lines & _telling_lines(other)) >= len(lines)
        for other in module.project.readable(used)
    )


def _telling_lines(module: Module) -> frozenset[str]:
    """The lines of a file that are longer than what is in many."""
    return frozenset(
        line for each in module.text.splitlines() if len(line := each.strip()) > _TELLING
    )


def _with_its_classes(module: Module) -> Iterator[str]:
    """The other files that define half of the classes that the module defines, or more."""
    names = {header.qualname for header in module.index.classes if "." not in header.qualname}
    found = Counter(
        path
        for name in names
        for path in module.project.index.defining(name)
        if path != module.path
    )
    return (path for path, count in found.items() if 2 * count >= len(names))
