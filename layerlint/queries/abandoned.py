"""Files an application has left behind: copies that nothing uses, beside what replaced them."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from layerlint.queries.application import is_of_application
from layerlint.queries.fixtures import in_tests
from layerlint.queries.importers import certain_importers, importers

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex

# What runs when the file does: a program, whether or not anything imports it.
_RUNS = r"\b__main__\b|(?m:^(?:[\w.]+\(|(?:for|while|with)\b|[\w, ]+=[^\n]*\.fit\())"
# Where a folder or a file is called like that, the project says that it is left behind.
_LEFT = re.compile(
    r"(?:^|[\W\d_])(?:old|unused|backup|bak|copy|deprecated|legacy|archived?|obsolete"
    r"|orig(?:inal)?|reference)(?:$|[\W\d_])",
    re.IGNORECASE,
)


def is_abandoned(module: Module) -> bool:
    """Whether nothing in the application of a module uses it, and it is seen to be left behind.

    It is by its name, or where a file that is used defines most of its classes as well.
    """
    return module.once(_is_abandoned)


def _is_abandoned(module: Module) -> bool:
    if module.path.endswith(".ipynb") or module.index.is_package or in_tests(module):
        return False
    if not is_of_application(module) or re.search(_RUNS, module.text) is not None:
        return False
    index = module.project.index
    if _is_named_so(module.path):
        return not any(certain_importers(index, module.path)) and _others_run(index)
    return not any(importers(index, module.path)) and _others_run(index) and _is_replaced(module)


def _others_run(index: ProjectIndex) -> bool:
    """Whether the project has a program, which is seen to do without the file."""
    return bool(index.mentioning("", _RUNS))


def _is_named_so(path: str) -> bool:
    folder, name = os.path.split(os.path.splitext(path)[0])
    return any(_LEFT.search(part) for part in (name, os.path.basename(folder)))


def _is_replaced(module: Module) -> bool:
    """Whether another file that is used defines most of the classes that the module defines."""
    index = module.project.index
    names = {header.qualname for header in module.index.classes if "." not in header.qualname}
    found = Counter(
        path
        for name in names
        for path in index.having(name, rf"(?m:^)class {re.escape(name)}\b")
        if path != module.path
    )
    return any(
        2 * count >= len(names) and (any(importers(index, path)) or path.endswith(".ipynb"))
        for path, count in found.items()
    )
