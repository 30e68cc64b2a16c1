"""LL201: a layer keeps a `tf.Variable`, which Keras 3 does not track."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._plain_objects import module_class
from layerlint.checks.state._random_arrays import seeds_globally
from layerlint.declaration import check
from layerlint.facts.initializers import named_draws
from layerlint.facts.members import STEPS, WEIGHT_COLLECTIONS
from layerlint.findings import Finding
from layerlint.fixes.recipes.variable_to_weight import weight_fix
from layerlint.model.layer import LayerClass
from layerlint.model.origins import Origin, Place, place_of
from layerlint.model.weights import weight_of
from layerlint.queries.called_functions import calls_of
from layerlint.queries.held_values import only_call
from layerlint.queries.own_code import assigned_in_text, own_methods, own_weights, reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight

_NOT_FLOATING = re.compile(r"\bu?int(8|16|32|64)?\b|\bbool\b|\bstring\b")
_RANDOM = re.compile(r"random|initializ|glorot|xavier|orthogonal|_init\(|\bhe_")
_CONSTANT = re.compile(r"zeros|ones|constant", re.IGNORECASE)
_BY_HAND = re.compile(r"\b_track_variable\b|\._(non_)?trainable_(variables|weights)\b|\._tracker\b")


@check(LayerClass)
def untracked_variable(layer: LayerClass) -> Iterator[Finding]:
    """Report each variable that an attribute holds, but for constants."""
    yield from _in_modules(layer)
    weights = [*own_weights(layer), *_of_the_class(layer)]
    variables = [weight for weight in weights if weight.how == "tf.Variable"]
    if not variables or _tracks_by_hand(layer):
        return
    running = reached_by_call(layer)
    for weight in variables:
        # A variable made by `call` is wrong in another way.
        if weight.method is not None and weight.method.node in running:
            continue
        message = _loss(layer, weight)
        if message is not None:
            yield Finding(
                weight.call,
                message,
                {"attribute": weight.attribute},
                fix=weight_fix(layer, weight),
                module=weight.module,
            )


def _in_modules(layer: LayerClass) -> Iterator[Finding]:
    """Objects of a `tf.Module` of the project that makes variables: Keras 3 does not look there."""
    for method in own_methods(layer):
        for binding in method.uses[0]:
            if binding.container_index:
                continue
            for call in _made_for(binding.value, method, layer):
                made = module_class(call, place_of(layer, method))
                if made is not None and any(
                    weight.how == "tf.Variable" and weight.trainable is True
                    for weight in made.all_weights
                ):
                    fields = {"attribute": binding.attribute, "kind": made.name}
                    yield Finding(call, "module", fields, module=method.module)


def _made_for(
    value: cst.BaseExpression | None, method: Method, layer: LayerClass
) -> Iterator[cst.Call]:
    """The call that makes a value, or those in its place where the constructor is given it."""
    if isinstance(value, cst.Call):
        yield value
    elif isinstance(value, cst.Name) and method is layer.constructor and method.takes(value.value):
        names = [parameter.name for parameter in method.positional]
        for call in calls_of(layer.name, method.module):
            given = bind(call, names).get(value.value)
            made = only_call(given, method.module) if given is not None else None
            if made is not None and not _is_trained_by_hand(given, method.module):
                yield made


def _is_trained_by_hand(held: cst.BaseExpression | None, module: Module) -> bool:
    """Whether the variables of an object that has a name are asked for."""
    name = module.source(held) if isinstance(held, (cst.Name, cst.Attribute)) else ""
    return bool(name) and any(module.says(f"{name}.{each}") for each in WEIGHT_COLLECTIONS)


def _of_the_class(layer: LayerClass) -> Iterator[Weight]:
    """The variables that the class body makes, where no method binds the name anew."""
    place = Place(layer, layer.module, None, None)
    for binding in layer.class_bindings:
        others = layer.attributes[binding.attribute].bindings
        if isinstance(binding.value, cst.Call) and len(others) == 1:
            weight = weight_of(binding.attribute, Origin(binding.value, place), False)
            if weight is not None:
                yield weight


def _loss(layer: LayerClass, weight: Weight) -> str | None:
    """What is lost with the variable, as a message; None for a constant."""
    source = weight.module.source(weight.call)
    value = literal(weight.arguments.get("initial_value"))
    whole = isinstance(value, (int, str)) and "float" not in source
    written = assigned_in_text(layer, weight.attribute)
    if written and _is_in_config(layer, weight.attribute):
        return None
    if weight.trainable is True and not whole and not _NOT_FLOATING.search(source):
        # What the layer writes itself was hardly meant to be trained, unless it says so.
        written = written and "trainable" not in weight.arguments
        return "frozen" if written or _is_listed(layer, weight) else "default"
    if written:
        return None if _is_never_read(layer, weight) else "frozen"
    if not _RANDOM.search(source) or _CONSTANT.search(source):
        return None
    if weight.trainable is None:
        return "default"
    return "random" if _may_draw(layer, weight) else None


def _is_in_config(layer: LayerClass, attribute: str) -> bool:
    """Whether the class saves what the variable holds as an argument of its constructor."""
    return any(read.method.name == "get_config" for read in layer.attributes[attribute].reads)


def _is_listed(layer: LayerClass, weight: Weight) -> bool:
    """Whether a model lists the variable among what a step of its own trains."""
    return layer.kind == "model" and any(
        self_attribute(element.value, method.self_name) == weight.attribute
        for method in own_methods(layer)
        if method.name in STEPS
        for listed in method.own_nodes(cst.List, cst.Tuple)
        if isinstance(listed, cst.List | cst.Tuple)
        for element in listed.elements
    )


def _is_never_read(layer: LayerClass, weight: Weight) -> bool:
    """Whether the project only counts in a private variable, and asks nowhere for what it counts.

    The class may save it by name all the same, where it is named in a string.
    """
    name = re.escape(weight.attribute)
    asked = rf"\.{name}\b(?!\.assign)(?!\s?(?::[^=\n]*)?=[^=])|[\"']{name}[\"']"
    private = weight.attribute.startswith("_")
    return private and not layer.project.index.having(weight.attribute, asked)


def _may_draw(layer: LayerClass, weight: Weight) -> bool:
    """Whether other numbers are drawn next time: no global seed is set just before, and the
    initializer is none that the constructor takes and that makes constants."""
    if weight.method is not None and seeds_globally(weight.module.source(weight.method.node)):
        return False
    value, constructor = weight.arguments.get("initial_value"), layer.constructor
    name = self_attribute(value.func) if isinstance(value, cst.Call) else None
    parameter = constructor.parameter(name) if constructor is not None and name else None
    default = literal(parameter.default) if parameter is not None else None
    return not isinstance(default, str) or named_draws(default)


def _tracks_by_hand(layer: LayerClass) -> bool:
    """Whether the class tells Keras about its variables itself."""
    return any(
        _BY_HAND.search(base.module.source(base.node))
        or any(name in base.methods for name in WEIGHT_COLLECTIONS)
        for base in layer.mro
    )
