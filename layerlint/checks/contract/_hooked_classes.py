"""Callbacks and data sets of Keras that a module defines, with the methods that Keras calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.facts.hooks import CALLBACK_HOOKS, DATASET_HOOKS, DATASETS
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, LeadsToKeras, Text
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

# What a file must hold to define one that has hooks.
HAS_HOOKS = AllOf(
    AnyOf("callbacks", "Callback", "Sequence", "PyDataset"), Text("def on_"), LeadsToKeras()
)


@dataclass(frozen=True, slots=True)
class Hooked:
    """A class that derives directly from one of Keras that has hooks."""

    node: cst.ClassDef
    kind: str
    hooks: dict[str, int]

    @property
    def methods(self) -> Iterator[cst.FunctionDef]:
        """The methods that the class itself defines."""
        for line in self.node.body.body:
            if isinstance(line, cst.FunctionDef):
                yield line


def hooked(module: Module) -> Iterator[Hooked]:
    """The callbacks and data sets of the module, with what Keras calls of each."""
    for found in walk_kinds(module.tree, cst.ClassDef):
        bases = [module.keras(base.value) or "" for base in found.bases]
        if len(bases) != 1:
            continue
        if bases[0].startswith("callbacks."):
            yield Hooked(found, "callback", CALLBACK_HOOKS)
        elif bases[0] in DATASETS:
            yield Hooked(found, "data set", DATASET_HOOKS)
