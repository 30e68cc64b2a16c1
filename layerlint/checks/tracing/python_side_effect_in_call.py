"""LL305: printing, logging, clocks and files in `call`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.python import LOGGING_METHODS, SIDE_EFFECTS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.host_code import runs_on_host
from layerlint.queries.traced_code import label, nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.walk import innermost, last_statement

if TYPE_CHECKING:
    from layerlint.model.module import Module


@check(LayerClass)
def python_side_effect_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report each call with an effect outside of the graph in code that `call` runs."""
    found = list(_in_call(layer))
    # Who runs the layer is asked of all of the project: last.
    if found and not runs_on_host(layer):
        yield from found


def _in_call(layer: LayerClass) -> Iterator[Finding]:
    for function in traced(layer):
        for node in nodes_of(function, cst.Call):
            if not _has_effect(node, function.module):
                continue
            if _before_raise(node):
                continue
            fields = {
                "function": function.module.source(node.func),
                "path": label(function),
            }
            yield Finding(node, fields=fields, module=function.module)


def _has_effect(call: cst.Call, module: Module) -> bool:
    name = module.resolve(call.func)
    if name in SIDE_EFFECTS or (name is not None and name.startswith("logging.")):
        return True
    if isinstance(call.func, cst.Attribute) and call.func.attr.value in LOGGING_METHODS:
        owner = call.func.value
        spelled = owner.value if isinstance(owner, cst.Name) else ""
        return spelled.lower().strip("_") in ("logger", "log", "logging")
    return False


def _before_raise(call: cst.Call) -> bool:
    """Whether the block in which the call stands ends in a `raise`."""
    block = innermost(call, cst.IndentedBlock)
    return block is not None and isinstance(last_statement(block), cst.Raise)
