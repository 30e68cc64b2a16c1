"""LL109: the training flag is read from `**kwargs`, which never holds it on Keras 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._flag_in_kwargs import reads_flag
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import add_parameter, delete_statement, replace
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def training_only_in_kwargs(layer: LayerClass) -> Iterator[Finding]:
    """Report the first read of the flag in the class's own `call`."""
    method = layer.methods.get("call")
    if method is None or method.varkw is None:
        return
    if method.parameter("training") is not None:
        return
    reads = [
        node
        for node in method.own_nodes()
        if reads_flag(node, method.varkw) and not _thrown_away(node, method)
    ]
    if reads:
        yield Finding(
            reads[0], fields={"kwargs": method.varkw}, fix=_fix(method, method.varkw, reads)
        )


def _thrown_away(read: cst.CSTNode, method: Method) -> bool:
    """Whether nothing is done with the flag: `kwargs.pop("training", None)`, or a name unread."""
    parent = method.module.parent(read)
    match parent:
        case cst.Expr():
            return True
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name) as target)]):
            mentions = [node for node in method.own_nodes(cst.Name) if is_name(node, name)]
            return parent.value is read and all(node is target for node in mentions)
    return False


def _fix(method: Method, kwargs: str, reads: list[cst.CSTNode]) -> Fix | None:
    """A parameter in the place of each read; `"training" in kwargs` has no such place."""
    module = method.module
    if any(isinstance(read, cst.Comparison) for read in reads):
        return None
    edits: list[Edit] = add_parameter(module, method.node, "training=None")
    for read in reads:
        if module.function(read) is not method.node:
            return None
        statement = module.statement(read)
        match statement:
            case cst.SimpleStatementLine(
                body=[cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)]
            ) if is_name(target, "training") and value is read:
                edits += delete_statement(module, statement)
            case _:
                edits += replace(module, read, "training")
    mentions = [node for node in method.own_nodes(cst.Name) if is_name(node, kwargs)]
    alone = len(mentions) == len(reads) + 1  # the parameter itself
    return Fix("Take `training` as a parameter", tuple(edits), "safe" if alone else "unsafe")
