"""Whether a program makes graphs as TensorFlow 1 did, with eager execution off from the start."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from layerlint.project.raw_text import CODE

if TYPE_CHECKING:
    from layerlint.model.module import Module

_SWITCHES = {
    name: CODE + rf"\b{name}\(" for name in ("disable_eager_execution", "disable_v2_behavior")
}


def without_eager(module: Module) -> bool:
    """Whether a module, or a package that is imported before it, turns eager execution off.

    Such a model is one graph: what a `Lambda` computes is computed once, where it is called.
    """
    return module.once(_without_eager)


def _without_eager(module: Module) -> bool:
    index = module.project.index
    switching = {
        os.path.abspath(path)
        for name, pattern in _SWITCHES.items()
        for path in index.mentioning(name, pattern)
    }
    if not switching:
        return False
    path = os.path.abspath(module.path)
    before = {path, *(os.path.join(above, "__init__.py") for above in _above(path, module.name))}
    return not switching.isdisjoint(before)


def _above(path: str, name: str) -> list[str]:
    """The directories of the packages that a module lies in."""
    found = [os.path.dirname(path)]
    for _ in range(name.count(".")):
        found.append(os.path.dirname(found[-1]))
    return found
