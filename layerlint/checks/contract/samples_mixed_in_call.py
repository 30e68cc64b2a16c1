"""LL434: a layer computes with a mean over the whole batch, in inference as well."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.queries.whole_means import averaged
from layerlint.syntax import cst

_OPERATORS = (cst.Add, cst.Subtract)


@check(LayerClass)
def samples_mixed_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report means without an axis that are added to, or taken from, what each sample has."""
    for function in traced(layer):
        if layer.call is None or function.node is not layer.call.node:
            continue
        module = function.module
        for node in nodes_of(function, cst.BinaryOperation):
            match node:
                case cst.BinaryOperation(left=left, operator=operator, right=right):
                    if not isinstance(operator, _OPERATORS) or _is_guarded(node, module):
                        continue
                    for mean, other in ((left, right), (right, left)):
                        of = averaged(mean, module) if isinstance(mean, cst.Call) else None
                        if of is None or not layer.values.of(of).batch:
                            continue
                        if layer.values.of(other).batch:
                            fields = {"mean": short(module, mean), "layer": layer.name}
                            yield Finding(mean, fields=fields, module=module)


def _is_guarded(node: cst.CSTNode, module: Module) -> bool:
    """Whether a test stands around it, of the mode perhaps."""
    for around in module.ancestors(node):
        if isinstance(around, (cst.If, cst.IfExp)):
            return True
        if isinstance(around, cst.FunctionDef):
            return False
    return False
