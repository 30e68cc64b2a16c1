"""The mask that Keras attaches to what `Embedding(mask_zero=True)` gives, and where it is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.contract._masked_chains import passes_mask, starts_mask
from layerlint.facts.members import MASK_USERS
from layerlint.facts.tensors import RECURRENT_LAYERS, STEPWISE_LAYERS
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# A mask that was made before so many layers is followed no further.
LONGEST_CHAIN = 100
_STARTING = frozenset({"layers.Embedding", "layers.Masking"})


def losing_calls(layer: LayerClass) -> Iterator[tuple[cst.Call, str, Module]]:
    """Calls of sublayers that would use the mask, but get a tensor that has lost it."""
    for function in traced(layer):
        if function.method is None:
            continue
        for node in nodes_of(function, cst.Call):
            if len(node.args) < 1:
                continue
            name = self_attribute(node.func, function.method.self_name)
            sublayer = layer.sublayers.get(name) if name is not None else None
            if (
                sublayer is None
                or sublayer.container is not None
                or sublayer.keras not in MASK_USERS
            ):
                continue
            if _is_told(node) or not _has_lost(layer.values.of(node.args[0].value)):
                continue
            yield node, sublayer.attribute, function.module


def returns_without(layer: LayerClass) -> bool:
    """Whether `call` returns what was computed from a masked embedding, step by step."""
    return _has_lost(layer.values.returned)


def user_behind(layer: LayerClass) -> str | None:
    """The layer of Keras that gets no mask in a model of the module, because of `layer`."""
    module = layer.module
    for chain in module.once(_chains):
        masked, lost = False, False
        for call in chain:
            keras = module.keras(call.func)
            if keras in _STARTING:
                masked, lost = starts_mask(call, module), False
            elif masked and keras in MASK_USERS:
                if lost:
                    return (keras or "").rpartition(".")[2]
                masked = keras in RECURRENT_LAYERS and passes_mask(call, module)
            elif _makes(call, layer):
                lost = masked
            elif keras not in STEPWISE_LAYERS:
                masked = False
    return None


def _has_lost(fact: Fact) -> bool:
    return fact.implicit == "lost" and fact.steps


def _is_told(call: cst.Call) -> bool:
    """Whether a mask of some kind is passed."""
    return any(
        argument.star or (argument.keyword is not None and "mask" in argument.keyword.value)
        for argument in call.args
    )


def _makes(call: cst.Call, layer: LayerClass) -> bool:
    return is_name(call.func, layer.name) and "<locals>" not in layer.qualname


def _chains(module: Module) -> list[Sequence[cst.Call]]:
    """The constructors of layers that are applied one after the other."""
    return list(_find_chains(module))


def _find_chains(module: Module) -> Iterator[Sequence[cst.Call]]:
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) == "Sequential" and call.args:
            held = call.args[0].value
            if isinstance(held, cst.List):
                yield [each.value for each in held.elements if isinstance(each.value, cst.Call)]
    for scope in (module.tree, *walk_kinds(module.tree, cst.FunctionDef)):
        yield from _added(scope)
        yield from _applied(scope)


def _added(scope: cst.CSTNode) -> Iterator[Sequence[cst.Call]]:
    """`model.add(Layer())`, again and again."""
    models: dict[str, list[cst.Call]] = {}
    for node in walk_same_function(scope, cst.Call):
        match node:
            case cst.Call(
                func=cst.Attribute(value=cst.Name(name), attr=cst.Name("add")),
                args=[cst.Arg(value=cst.Call() as made)],
            ):
                models.setdefault(name, []).append(made)
    yield from models.values()


def _applied(scope: cst.CSTNode) -> Iterator[Sequence[cst.Call]]:
    """`x = Layer()(x)`, again and again, until a name gets something else; also `B()(A()(x))`."""
    values: dict[str, list[cst.Call]] = {}
    layers: dict[str, cst.Call] = {}
    seen: set[int] = set()
    for node in walk_same_function(scope, cst.Assign, cst.Call):
        value = node.value if isinstance(node, cst.Assign) else node
        if id(value) in seen:
            continue
        chain = list(_chain(value, values, layers, seen))
        if chain:
            yield chain
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
                values.pop(name, None)
                layers.pop(name, None)
                if chain:
                    values[name] = chain
                elif isinstance(value, cst.Call):
                    layers[name] = value


def _chain(
    value: cst.CSTNode,
    values: dict[str, list[cst.Call]],
    layers: dict[str, cst.Call],
    seen: set[int],
) -> Iterator[cst.Call]:
    """The layers that were applied one after the other for a value; none for any other value."""
    made: cst.Call | None = None
    match value:
        case cst.Call(func=cst.Call() as called, args=[cst.Arg(value=given, star="")]):
            made = called
        case cst.Call(func=cst.Name(value=name), args=[cst.Arg(value=given, star="")]):
            made = layers.get(name)
    if made is not None:
        seen.add(id(value))
        if isinstance(given, cst.Name):
            yield from values.get(given.value, [])[-LONGEST_CHAIN:]
        else:
            yield from _chain(given, values, layers, seen)
        yield made
