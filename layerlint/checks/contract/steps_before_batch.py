"""LL444: a layer goes over the steps of a batch and returns the steps in front of the batch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.contract._steps_of_loops import loops_over_steps
from layerlint.declaration import check
from layerlint.facts.operations import AXES_MOVED
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal
from layerlint.syntax.walk import walk_kinds

# Where the author says that the steps come first.
_MEANT = re.compile(
    r"time.?major|[(\[] ?(time\w*|seq\w*|steps?|T|L) ?, ?(batch\w*|N|B|None)\b", re.I
)


@check(LayerClass, needs=AllOf(Text("stack"), AnyOf("range", "unstack")))
def steps_before_batch(layer: LayerClass) -> Iterator[Finding]:
    """Report the stack of what a loop over steps has collected, where `call` returns it as is."""
    call = layer.call
    if call is None or call.owner is not layer:
        return
    module = call.module
    stacks = dict(_stacks(call, module))
    collected = {steps.collected for steps in loops_over_steps(call, layer)} if stacks else ()
    for name, stack in stacks.items():
        if name in collected and not _is_meant(layer, module):
            yield Finding(stack, fields={"stack": short(module, stack), "layer": layer.name})


def _stacks(call: Method, module: Module) -> Iterator[tuple[str, cst.Call]]:
    """The calls that put a collection together along a new first axis, and are returned."""
    for node in call.own_nodes(cst.Return):
        value = node.value
        if isinstance(value, cst.Tuple) and value.elements:
            value = value.elements[0].value
        value = expression_behind(value, value, module) if value is not None else None
        match value:
            case cst.Call(
                func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("stack")), args=[]
            ):
                yield name, value
            case cst.Call() if module.operation(value) == "stack":
                given = bind(value, ("x", "axis"))
                first, axis = given.get("x") or given.get("values"), given.get("axis")
                if isinstance(first, cst.Name) and (axis is None or literal(axis) == 0):
                    yield first.value, value


def _is_meant(layer: LayerClass, module: Module) -> bool:
    """Whether the class says that steps come first, or those who call it move them."""
    if _MEANT.search(module.source(layer.node)):
        return True
    for call in walk_kinds(module.tree, cst.Call):
        made = only_call(call.func, module)
        if made is not None and is_name(made.func, layer.name):
            around = module.function(call)
            text = module.source(around) if around is not None else module.text
            if any(each in text for each in (*AXES_MOVED, "axis=0")):
                return True
    return False
