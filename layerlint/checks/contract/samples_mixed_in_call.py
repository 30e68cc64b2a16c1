"""LL434: a layer computes with a mean over the whole batch, in inference as well."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.tensors import tensor_function
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, positional

_MEANS = frozenset({"mean", "reduce_mean"})
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
                        of = _averaged(mean, module)
                        if of is None or not layer.values.of(of).batch:
                            continue
                        if layer.values.of(other).batch:
                            fields = {"mean": short(module, mean), "layer": layer.name}
                            yield Finding(mean, fields=fields, module=module)


def _averaged(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What a mean over all axes is of."""
    if not isinstance(node, cst.Call) or keyword(node, "axis") is not None:
        return None
    known = tensor_function(module.resolve(node.func))
    given = positional(node)
    if known is None or known.name not in _MEANS or len(given) != 1:
        return None
    return given[0].value


def _is_guarded(node: cst.CSTNode, module: Module) -> bool:
    """Whether a test stands around it, of the mode perhaps."""
    for around in module.ancestors(node):
        if isinstance(around, (cst.If, cst.IfExp)):
            return True
        if isinstance(around, cst.FunctionDef):
            return False
    return False
