"""LL429: a softmax over an axis of one number, which is 1 whatever the number is."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._softmaxes import is_softmax, normalized
from layerlint.declaration import check
from layerlint.facts.losses import ACTIVATION_PLACES
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.held_values import maker_of
from layerlint.queries.straight_values import value_at
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds

_LAYERS = sorted(name.removeprefix("layers.") for name in ACTIVATION_PLACES)
NEEDS = AllOf(Text("oftmax"), Text("keras"), "1", AnyOf(*map(Members, _LAYERS)))
_DEPTH = 3


@check(Module, needs=NEEDS)
def softmax_of_one_number(module: Module) -> Iterator[Finding]:
    """Report a layer of one unit with a softmax, and a softmax of what such a layer gives."""
    for call in walk_kinds(module.tree, cst.Call):
        if _units(call, module) == 1 and is_softmax(_activation(call, module), module):
            yield Finding(call, fields={"layer": module.source(call).partition("\n")[0]})
            continue
        scores = normalized(call, module)
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
    return activation is None or not is_softmax(activation, module)


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
