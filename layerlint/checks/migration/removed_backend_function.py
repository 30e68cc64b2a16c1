"""LL702: a function of `keras.backend` is used that Keras 3 does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.migration._backend_calls import modernised
from layerlint.checks.migration._backend_names import backend_function, imported_names, short
from layerlint.declaration import check
from layerlint.facts.backend import (
    FAILS_ON_WEIGHTS,
    GONE_FROM_TF_KERAS,
    LEARNING_PHASE,
    WITHOUT_SUCCESSOR,
    gone,
    successor,
)
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Reaches
from layerlint.queries.target_generation import excused, target
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, last_part, self_attribute
from layerlint.syntax.walk import walk_kinds

# What everybody calls the backend; a name from another module of the project may hide it.
_SPELLED = re.compile(r"\b(?:backend|K)\b")
NEEDS = AllOf(AnyOf("backend", "K"), Reaches("backend"))


@check(Module, needs=NEEDS, judged_by="target", halts_on=(3,), tests=True)
def removed_backend_function(module: Module) -> Iterator[Finding]:
    """Report each use of a function that is gone, and imports of such functions."""
    if not _SPELLED.search(module.text):
        return
    for node in walk_kinds(module.tree, cst.ImportFrom, cst.Attribute):
        if isinstance(node, cst.ImportFrom):
            yield from _imported(module, node)
        elif isinstance(node, cst.Attribute) and not isinstance(module.parent(node), cst.Attribute):
            found = backend_function(module, node)
            if found is None or found[1] in LEARNING_PHASE:
                continue
            package, name = found
            is_gone = _is_gone(package, name)
            fails = not is_gone and package == "tensorflow.keras" and name in FAILS_ON_WEIGHTS
            if not (is_gone or fails) or excused(module, node):
                continue
            if is_gone:
                yield _finding(module, node, package, name)
            else:
                yield from _write(module, node, name)


def _is_gone(package: str, name: str) -> bool:
    return gone(name) if package == "keras" else name in GONE_FROM_TF_KERAS


def _finding(module: Module, node: cst.Attribute, package: str, name: str) -> Finding:
    found = successor(name)
    instead = found.target if found is not None else WITHOUT_SUCCESSOR.get(name, "")
    fields = {"name": f"{short(package)}.backend.{name}", "replacement": instead}
    return Finding(node, "default" if instead else "gone", fields, fix=_fix(module, node, name))


def _fix(module: Module, node: cst.Attribute, name: str) -> Fix | None:
    call, found = module.parent(node), successor(name)
    if found is None or not isinstance(call, cst.Call) or call.func is not node:
        return None
    needs_three = "ops." in found.expression or "random." in found.expression
    if needs_three and target(module) != {3}:
        return None
    edits = modernised(module, call, found)
    return None if edits is None else Fix(f"Use `{found.target}`", tuple(edits))


def _write(module: Module, node: cst.Attribute, name: str) -> Iterator[Finding]:
    """`tf.keras.backend.update_add(self.w, ...)` on a weight, or on the rate of an optimizer."""
    call, found = module.parent(node), successor(name)
    if not isinstance(call, cst.Call) or call.func is not node or not call.args or found is None:
        return
    written = call.args[0].value
    if _is_rate(written) or _is_weight(written, module):
        instead = found.target.replace("x.", ".")
        fields = {"name": f"tf.keras.backend.{name}", "replacement": instead}
        yield Finding(node, "weight", fields, fix=_fix(module, node, name))


def _is_weight(node: cst.BaseExpression, module: Module) -> bool:
    attribute, layer = self_attribute(node), module.class_of(node)
    weight = layer.weights.get(attribute) if layer is not None and attribute else None
    return weight is not None and weight.how in ("add_weight", "add_variable")


def _is_rate(node: cst.BaseExpression) -> bool:
    """`self.model.optimizer.learning_rate`, `optimizer.learning_rate`."""
    match node:
        case cst.Attribute(value=owner, attr=cst.Name("learning_rate")):
            return last_part(dotted(owner) or "") == "optimizer"
    return False


def _imported(module: Module, node: cst.ImportFrom) -> Iterator[Finding]:
    for alias, package, name in imported_names(node):
        if name in LEARNING_PHASE or not _is_gone(package, name) or excused(module, node):
            continue
        found = successor(name)
        instead = found.target if found is not None else WITHOUT_SUCCESSOR.get(name, "")
        fields = {"name": f"{package}.backend.{name}", "replacement": instead}
        yield Finding(alias, "import" if instead else "import-gone", fields)
