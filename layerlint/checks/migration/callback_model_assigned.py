"""LL709: a callback assigns `self.model`, which is a property of Keras 3's callbacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.hooks import CALLBACK_PROPERTIES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Row, Text
from layerlint.queries.callbacks import callbacks
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.queries.callbacks import Callback

NEEDS = AllOf(Row("self", ".", "model", "="), Text("allback"))


@check(Module, needs=NEEDS, halts_on=(3,))
def callback_model_assigned(module: Module) -> Iterator[Finding]:
    """Report each assignment in a callback that does not define the property itself."""
    for callback in callbacks(module):
        own = _names_of_class(callback.node)
        for assignment in walk_kinds(callback.node.body, cst.Assign):
            if innermost(assignment, cst.ClassDef) is not callback.node:
                continue
            for target in assignment.targets:
                name = self_attribute(target.target)
                if name in CALLBACK_PROPERTIES and name not in own:
                    fix = _fix(assignment, callback, module)
                    yield Finding(assignment, fields={"name": name}, fix=fix)


def _names_of_class(node: cst.ClassDef) -> frozenset[str]:
    """What stands in the body of a class under a name: functions, properties, values."""
    found = {each.name.value for each in node.body.body if isinstance(each, cst.FunctionDef)}
    for line in node.body.body:
        if isinstance(line, cst.SimpleStatementLine):
            for each in line.body:
                if isinstance(each, cst.Assign):
                    found |= {
                        target.target.value
                        for target in each.targets
                        if isinstance(target.target, cst.Name)
                    }
    return frozenset(found)


def _fix(assignment: cst.Assign, callback: Callback, module: Module) -> Fix | None:
    """`self.set_model(model)`, where that is Keras's own, which keeps the model and no more."""
    plain = all(module.keras(base.value) == "callbacks.Callback" for base in callback.node.bases)
    if not plain or "set_model" in callback.methods or len(assignment.targets) != 1:
        return None
    text = f"self.set_model({module.source(assignment.value)})"
    return Fix("Call `set_model`", tuple(replace(module, assignment, text)))
