"""Modules that cannot be imported: they take a name from another of the project that lacks it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from layerlint.facts.python import NAME_MAKERS

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex


def raises_on_import(module: Module) -> bool:
    """Whether importing a module raises `ImportError`: none of its code ever runs.

    What a package gives is not asked: parts of it may be compiled or generated.
    """
    return module.once(_raises)


def _raises(module: Module) -> bool:
    index = module.project.index
    return not module.path.endswith(".ipynb") and any(
        _is_missing(name, module.path, index) for name in module.index.required
    )


def _is_missing(name: str, near: str, index: ProjectIndex) -> bool:
    located = index.locate(name, near)
    if located is None or len(located[1]) != 1 or not index.contains(located[0]):
        return False
    wanted = located[1][0]
    origin = index.module_with(located[0], wanted)
    shown = index.shown(os.path.abspath(located[0]))
    return not (
        wanted in origin.bindings
        or wanted.startswith("__")
        or origin.stars
        or origin.is_package
        or origin.is_unparsable
        or origin.is_too_deep
        or any(shown in index.having(word) for word in NAME_MAKERS)
    )
