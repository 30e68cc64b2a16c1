"""LL317: ids enter a model as floats, and its half precision rounds them to their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.tracing._index_sizes import size_of_index
from layerlint.checks.tracing._own_dtype import fixes_its_dtype
from layerlint.declaration import check
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.members import POLICY_SETTERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

# Up to here every whole number is one of the precision.
_EXACT = {"mixed_bfloat16": 256, "mixed_float16": 2048}
_INPUTS = frozenset({"Input", "layers.Input"})
_DTYPES = frozenset({"dtype", "autocast"})

NEEDS = AllOf("Input", AnyOf(*sorted(POLICY_SETTERS)), AnyOf(*sorted(_EXACT)))


@check(Module, needs=NEEDS)
def ids_in_half_precision(module: Module) -> Iterator[Finding]:
    """Report inputs without a dtype that a layer of the project looks up in a large table."""
    calls = list(walk_kinds(module.tree, cst.Call))
    policy = next((name for each in calls if (name := _policy(each, module)) is not None), None)
    if policy is None:
        return
    reported: set[int] = set()
    for made, given in _uses(calls, module):
        layer = module.find_layer(made.func)
        if layer is None or id(given) in reported or _has_dtype(made) or fixes_its_dtype(layer):
            continue
        size = size_of_index(layer, made, module)
        if size is not None and size > _EXACT[policy]:
            reported.add(id(given))
            fields = {"layer": layer.name, "size": size, "policy": policy.removeprefix("mixed_")}
            yield Finding(given, fields=fields)


def _policy(call: cst.Call, module: Module) -> str | None:
    """The precision that a call chooses for all layers that are made from then on."""
    name = (module.keras(call.func) or "").rpartition(".")[2]
    given = positional(call)
    value = literal(given[0].value) if name in POLICY_SETTERS and given else None
    return value if isinstance(value, str) and value in _EXACT else None


def _uses(calls: list[cst.Call], module: Module) -> Iterator[tuple[cst.Call, cst.Call]]:
    """The calls that make a layer, each with the input of floats that the layer is called on."""
    for call in calls:
        if (module.keras(call.func) or "") in SEQUENTIAL and call.args:
            listed = call.args[0].value
            parts = listed.elements if isinstance(listed, (cst.List, cst.Tuple)) else []
            match [each.value for each in parts[:2]]:
                case [cst.Call() as first, cst.Call() as made] if _is_input(first, module):
                    yield made, first
            continue
        given = positional(call)
        if len(given) != 1 or not isinstance(given[0].value, cst.Name):
            continue
        value = value_at(given[0].value, call, module)
        if isinstance(value, cst.Call) and _is_input(value, module):
            maker = only_call(call.func, module)
            if maker is not None:
                yield maker, value


def _is_input(call: cst.Call, module: Module) -> bool:
    """Whether a call makes an input of floats, as it does unless it is told."""
    known = module.keras(call.func) in _INPUTS
    told = any(keyword(call, name) for name in ("dtype", "tensor", "type_spec"))
    return known and not told and not any(each.star for each in call.args)


def _has_dtype(made: cst.Call) -> bool:
    """Whether a layer is made with a dtype of its own."""
    told = (each.keyword.value for each in made.args if each.keyword is not None)
    return any(each.star for each in made.args) or not _DTYPES.isdisjoint(told)
