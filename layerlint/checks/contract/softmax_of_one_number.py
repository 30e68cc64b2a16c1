"""LL429: a softmax over an axis of one number, which is 1 whatever the number is."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.losses import ACTIVATION_PLACES
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.held_values import maker_of
from layerlint.queries.straight_values import value_at
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal
from layerlint.syntax.walk import walk_kinds

_LAYERS = sorted(name.removeprefix("layers.") for name in ACTIVATION_PLACES)
NEEDS = AllOf(Text("oftmax"), Text("keras"), "1", AnyOf(*map(Members, _LAYERS)))
_DEPTH = 3


@check(Module, needs=NEEDS)
def softmax_of_one_number(module: Module) -> Iterator[Finding]:
    """Report a layer of one unit with a softmax, and a softmax of what such a layer gives."""
    for call in walk_kinds(module.tree, cst.Call):
        if _units(call, module) == 1 and _is_softmax(_activation(call, module), module):
            yield Finding(call, fields={"layer": module.source(call).partition("\n")[0]})
            continue
        scores = _normalized(call, module)
        made = _made(scores, module, _DEPTH) if scores is not None else None
        if made is not None and _units(made, module) == 1 and _is_linear(made, module):
            fields = {"layer": module.source(made).partition("\n")[0]}
            yield Finding(call, "applied", {**fields, "softmax": module.source(call.func)})


def _units(made: cst.Call, module: Module) -> int | None:
    """How many numbers a layer gives along the last axis, where it says so."""
    name = module.keras(made.func) or ""
    if name not in ACTIVATION_PLACES or name == "layers.EinsumDense":
        return None
    given = bind(made, ("units",))
    if "data_format" in given or "**" in given or "*" in given:
        return None
    size = given.get("units") or given.get("filters")
    count = written_value(size, module) if size is not None else None
    return count if type(count) is int else None


def _activation(made: cst.Call, module: Module) -> cst.BaseExpression | None:
    place = ACTIVATION_PLACES.get(module.keras(made.func) or "", 0)
    names = ["units", *("" for _ in range(place - 1)), "activation"]
    return bind(made, names).get("activation")


def _is_linear(made: cst.Call, module: Module) -> bool:
    activation = _activation(made, module)
    return activation is None or not _is_softmax(activation, module)


def _is_softmax(activation: cst.BaseExpression | None, module: Module) -> bool:
    """Whether an activation is the softmax, which works along the last axis."""
    if activation is None:
        return False
    name = module.keras(activation) or ""
    return (
        literal(activation) == "softmax"
        or name == "activations.softmax"
        or module.tf(activation) == "nn.softmax"
    )


def _normalized(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call applies a softmax to, along the last axis; None for any other call."""
    axis = keyword(call, "axis") or keyword(call, "dim")
    if (axis is not None and literal(axis) != -1) or not call.args:
        return None
    if call.args[0].star or (len(call.args) > 1 and call.args[1].keyword is None):
        return None
    if isinstance(call.func, cst.Call):
        layer = call.func
        name = module.keras(layer.func)
        given = [each.value for each in layer.args]
        if name == "layers.Softmax" and not given:
            return call.args[0].value
        if name == "layers.Activation" and given and _is_softmax(given[0], module):
            return call.args[0].value
        return None
    name = module.keras(call.func) or ""
    softmax = name in ("activations.softmax", "backend.softmax", "ops.softmax", "ops.nn.softmax")
    return call.args[0].value if softmax or module.tf(call.func) == "nn.softmax" else None


def _made(scores: cst.BaseExpression, module: Module, depth: int) -> cst.Call | None:
    """The call that makes the layer which has given the scores: on the spot, or by its name."""
    if depth == 0:
        return None
    match scores:
        case cst.Name():
            value = value_at(scores, scores, module)
            return _made(value, module, depth - 1) if value is not None else None
        case cst.Call():
            return maker_of(scores, module)
    return None
