"""LL447: a callback sets `stop_training` of itself, and `fit` asks the model."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._hooked_classes import HAS_HOOKS, hooked
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Members
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, self_attribute
from layerlint.syntax.walk import walk_kinds

_STOP = "stop_training"


@check(Module, needs=AllOf(HAS_HOOKS, Members(_STOP)))
def training_stopped_elsewhere(module: Module) -> Iterator[Finding]:
    """Report the first time that it does, where nothing of the project asks it."""
    for found in hooked(module):
        if found.kind != "callback" or _says_anything_else(found.node):
            continue
        for statement in walk_kinds(found.node.body, cst.Assign):
            target = statement.targets[0].target
            if self_attribute(target) == _STOP and literal(statement.value) is True:
                if not module.project.index.having(_STOP, rf"(?<!self|odel)\.{_STOP}\b"):
                    edits = tuple(replace(module, target, f"self.model.{_STOP}"))
                    fix = Fix("Tell the model", edits, "unsafe")
                    yield Finding(target, fields={"callback": found.node.name.value}, fix=fix)
                break


def _says_anything_else(callback: cst.ClassDef) -> bool:
    """Whether it reads the attribute, or sets that of something else."""
    written = {
        each.target
        for statement in walk_kinds(callback.body, cst.Assign)
        for each in statement.targets
        if self_attribute(each.target) == _STOP
    }
    return any(
        node.attr.value == _STOP and node not in written
        for node in walk_kinds(callback.body, cst.Attribute)
    )
