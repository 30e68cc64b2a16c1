"""LL705: the mode is read from `keras.backend` instead of the `training` argument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.migration._backend_names import backend_function, imported_names, short
from layerlint.declaration import check
from layerlint.facts.backend import LEARNING_PHASE
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import outer
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Reaches
from layerlint.queries.target_generation import excused
from layerlint.queries.training_flag import flag_edits
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name
from layerlint.syntax.walk import around, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method


_CHOICES = ("in_train_phase", "in_test_phase")
_SETS = re.compile(r"\bset_learning_phase\b|\blearning_phase_scope\b")
NEEDS = AllOf(AnyOf(*LEARNING_PHASE), Reaches("backend"))


@check(Module, needs=NEEDS, judged_by="target", halts_on=(3,), tests=True)
def learning_phase_api(module: Module) -> Iterator[Finding]:
    """Report every use of the functions, and imports of them."""
    nodes: Iterator[cst.ImportFrom | cst.Attribute]
    nodes = walk_kinds(module.tree, cst.ImportFrom, cst.Attribute)
    for node in nodes:
        if isinstance(node, cst.ImportFrom):
            yield from _imported(module, node)
        elif not _is_part(module, node):  # of a mere name the import is reported
            found = backend_function(module, node)
            if found is not None and found[1] in LEARNING_PHASE and not excused(module, node):
                yield _finding(module, node, *found)


def _is_part(module: Module, node: cst.CSTNode) -> bool:
    return isinstance(module.parent(node), (cst.Attribute, cst.ImportAlias))


def _finding(module: Module, node: cst.Attribute, package: str, name: str) -> Finding:
    call, method = module.parent(node), _call_method(module, node)
    fields = {"name": f"{short(package)}.backend.{name}"}
    fix = None
    if isinstance(call, cst.Call) and call.func is node and method is not None:
        fix = _fix(module, call, method, name)
    always = (
        name == "learning_phase"
        and package == "tensorflow.keras"
        and method is not None
        and not _fills_none(node)
    )
    if always:
        return Finding(node, "always-inference", fields, fix=fix)
    return Finding(node, fields=fields, fix=fix, generations=frozenset({3}))


def _call_method(module: Module, node: cst.CSTNode) -> Method | None:
    """The `call` that the node stands in directly."""
    layer, function = module.class_of(node), module.function(node)
    if layer is None or function is None:
        return None
    method = layer.methods.get("call")
    return method if method is not None and method.node is function else None


def _fills_none(node: cst.CSTNode) -> bool:
    """Whether the mode is only asked for where `training` is None."""
    return any(
        True
        for each in around(node, cst.If, cst.IfExp)
        for _ in walk_kinds(each.test, cst.Is, cst.IsNot)
    )


def _fix(module: Module, call: cst.Call, method: Method, name: str) -> Fix | None:
    if name == "learning_phase" and not call.args:
        if _fills_none(call):
            if not method.takes("training"):
                return None
            # Without the flag of a `fit`, only what sets the mode for all says otherwise.
            sets = module.project.index.mentioning("learning_phase", _SETS.pattern)
            inference = tuple(replace(module, call, "False"))
            return Fix("Take the mode for inference", inference, "unsafe" if sets else "safe")
        parameter = flag_edits(method)
        if parameter is None:
            return None
        edits = [*parameter, *replace(module, call, "training")]
        return Fix("Ask `training`", tuple(edits))
    if name in _CHOICES:
        return _choice(module, call, method, name)
    return None


def _choice(module: Module, call: cst.Call, method: Method, name: str) -> Fix | None:
    """`K.in_train_phase(a, b, training=training)` is `a if training else b`."""
    given = bind(call, ("x", "alt", "training"))
    flag = given.get("training")
    if len(given) != len(call.args) or not {"x", "alt"} <= given.keys():
        return None
    if flag is not None and not is_name(flag, "training"):
        return None
    parameter = flag_edits(method)
    if parameter is None:
        return None
    first, second = _chosen(module, method, given["x"]), _chosen(module, method, given["alt"])
    if first is None or second is None:
        return None
    if name == "in_test_phase":
        first, second = second, first
    text = f"{first} if training else {second}"
    parent = module.parent(call)
    if not isinstance(parent, (cst.Assign, cst.Return, cst.AnnAssign)):
        text = f"({text})"
    start, end = outer(module, call)
    return Fix("Choose by `training`", (*parameter, Edit(start, end, text)), "unsafe")


def _chosen(module: Module, method: Method, node: cst.BaseExpression) -> str | None:
    """The value that one of the two stands for: functions are called."""
    if isinstance(node, cst.Lambda):
        if node.params.params:
            return None
        body = module.source(node.body)
        return f"({body})" if isinstance(node.body, (cst.IfExp, cst.Lambda)) else body
    if isinstance(node, cst.Name) and any(
        inner.name.value == node.value for inner in method.own_nodes(cst.FunctionDef)
    ):
        return f"{node.value}()"
    if isinstance(node, (cst.IfExp, cst.NamedExpr)):
        return f"({module.source(node)})"
    return module.source(node)


def _imported(module: Module, node: cst.ImportFrom) -> Iterator[Finding]:
    for alias, package, name in imported_names(node):
        if name in LEARNING_PHASE and not excused(module, node):
            yield Finding(
                alias, "import", {"name": f"{package}.backend.{name}"}, generations=frozenset({3})
            )
