"""LL101: `call` has no `training` parameter although its behaviour depends on the mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._flag_in_kwargs import reads_flag
from layerlint.checks.training._noise import drawn, is_noise, told_by_caller
from layerlint.checks.training._state_writes import is_step_of_training, unguarded
from layerlint.declaration import check
from layerlint.facts.modes import acts_in_training_by_default
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.interpret.effects import RandomDraw, StateUpdate, SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.queries.call_sites import is_sublayer, trains_itself
from layerlint.queries.class_uses import makings
from layerlint.queries.construction_sites import made_within_owners
from layerlint.queries.flag_names import names_flag
from layerlint.queries.loops_by_hand import told_by_hand
from layerlint.queries.own_graph import only_gives_graph
from layerlint.queries.training_flag import defect, flag_edits
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer


@check(LayerClass)
def missing_training_parameter(layer: LayerClass, *, require: str) -> Iterator[Finding]:
    """Report the class's own `call`, with the strongest reason there is."""
    method = layer.methods.get("call")
    if method is None or method.is_static:
        return
    if method.parameter("training") is not None:
        return
    if method.varkw and any(reads_flag(node, method.varkw) for node in method.own_nodes()):
        return
    if is_step_of_training(layer):
        return
    found = next(_reasons(layer, require), None)
    if found is not None:
        message, fields, what, generations = found
        yield Finding(
            method.node.name,
            message,
            fields,
            fix=_fix(method),
            defect=what,
            generations=generations,
        )


Reason = tuple[str, dict[str, object], Defect | None, frozenset[int]]
_KERAS_3 = frozenset({3})
_BOTH = frozenset({2, 3})


def _reasons(layer: LayerClass, require: str) -> Iterator[Reason]:
    part = next(_mode_dependent(layer), None)
    names: dict[str, object] = {"model": layer.name, "layer": layer.name}
    if part is not None:
        names |= {"sublayer": part.attribute, "kind": _kind(part)}
    if part is not None and layer.kind == "model" and 3 in layer.generations:
        told = trains_itself(layer)
        # Keras 3 hands the flag of a loop on, also where `call` has no parameter for it.
        by_hand = told_by_hand(layer) or _demands_flag(layer)
        if told != "told" and not _is_part(layer) and not by_hand:
            inner = part.mode_dependent_part or part
            augments = inner.keras is not None and acts_in_training_by_default(inner.keras)
            message = "augmentation" if augments else "default"
            yield message, names, Defect(layer, "training" if told else "model"), _KERAS_3
    for effect in layer.forward.of(StateUpdate):
        if unguarded(effect) and not told_by_caller(layer, effect):
            yield "state", names | {"target": effect.target}, defect(layer, effect), _BOTH
    for draw in layer.forward.of(RandomDraw):
        if draw.in_inference and is_noise(layer, draw) and not told_by_caller(layer, draw):
            yield "noise", names | {"function": drawn(draw)}, defect(layer, draw), _BOTH
    if part is not None and require != "mode-dependent":
        yield "sublayers", names, None, _BOTH
    if require == "always":
        yield "always", names, None, _BOTH


def _demands_flag(layer: LayerClass) -> bool:
    """Whether `call` has to be given a flag by another name, as `fit` cannot: loops by hand do."""
    return any(
        names_flag(parameter.name) and parameter.default is None
        for parameter in (layer.call.positional if layer.call is not None else ())
    )


def _is_part(layer: LayerClass) -> bool:
    """Whether a model is only used as a layer of others, or a part: `fit` of those tells it."""
    return (
        is_sublayer(layer)
        or made_within_owners(layer)
        or layer.facts(_only_in_models)
        or only_gives_graph(layer)
    )


def _mode_dependent(layer: LayerClass) -> Iterator[Sublayer]:
    """The sublayers that `call` leaves to the context and that behave differently in training."""
    for effect in layer.forward.of(SublayerCall):
        if effect.training is not None or effect.bypass or not effect.in_training:
            continue
        for sublayer in layer.all_sublayers:
            if sublayer.attribute == effect.attribute and sublayer.mode_dependent:
                yield sublayer


def _kind(sublayer: Sublayer) -> str:
    """`Dropout`, `Encoder with Dropout`."""
    part = sublayer.mode_dependent_part
    if part is None or part.label == sublayer.label:
        return sublayer.label
    return f"{sublayer.label} with {part.label}"


def _fix(method: Method) -> Fix | None:
    """A parameter for the flag, if `call` has none by another name: that one would be asked."""
    if any(names_flag(parameter.name) for parameter in method.parameters):
        return None
    edits = flag_edits(method)
    return Fix("Add `training=None`", tuple(edits)) if edits else None


def _only_in_models(layer: LayerClass) -> bool:
    """Whether each that is made is called where it is made, or stands in a `Sequential([...])`.

    A package may export the class all the same.
    """
    return makings(layer, _is_in_model, exported=True)


def _is_in_model(module: Module, made: cst.Call) -> bool:
    match module.parent(made):
        case cst.Call(func=called):
            return called is made
        case cst.Element() as element:
            return _is_sequential(module, module.parent(element))
    return False


def _is_sequential(module: Module, layers: cst.CSTNode | None) -> bool:
    given = module.parent(layers) if isinstance(layers, (cst.List, cst.Tuple)) else None
    call = module.parent(given) if isinstance(given, cst.Arg) else None
    keras = module.keras(call.func) if isinstance(call, cst.Call) else None
    return keras is not None and last_part(keras) == "Sequential"
