"""LL239: the frequencies of random features are drawn once, and left to be trained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.initializers import draws, named_draws
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.model.weights import Weight
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.own_code import own_weights
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

_WAVES = frozenset({"cos", "sin"})
# Random features are by their definition those of a projection that is drawn and kept.
_NAMED = re.compile(r"random_?(fourier|features?|kitchen|cosine|projection)|(^|[^a-z])rff", re.I)
_TOLD = re.compile(
    r"\b(fixed|frozen|untrained)\b[\w ,-]{0,30}\brandom|\brandom fourier features?\b|"
    r"\brandom[\w ,-]{0,30}\b(fixed|frozen|untrained)\b|\brandom kitchen sinks?\b",
    re.I,
)
_NOT_MEANT = re.compile(
    r"\b(not|non|never|no|cannot|\w+n't)[- ](be |being |been )?(train|learn)\w*"
)
_MEANT = re.compile(r"learn|trainable|trained|stop_gradient|variational", re.I)
_SET_LATER = re.compile(r"\.trainable[ \t]*=(?!=)")
_DEPTH = 6


@check(
    LayerClass,
    needs=AllOf(AnyOf(*sorted(_WAVES)), AnyOf(Text("andom"), Text("RFF"), Text("rff"))),
)
def random_features_trained(layer: LayerClass) -> Iterator[Finding]:
    """Report the weights that are drawn at random, and that a wave is computed with."""
    drawn = {each.attribute: each for each in own_weights(layer) if _is_drawn(each)}
    if not drawn or not _is_random_features(layer) or _is_decided(layer):
        return
    told = set[str]()
    for function in traced(layer):
        for call in nodes_of(function, cst.Call):
            if called_name(call.func) in _WAVES and call.args:
                told |= _attributes(call.args[0].value, function.module, _DEPTH)
    for name, weight in drawn.items():
        if name in told and weight.how != "K.variable":
            edits = add_keyword(weight.module, weight.call, "trainable=False")
            yield Finding(
                weight.call,
                fields={"weight": name, "layer": layer.name},
                fix=Fix("Create it with `trainable=False`", tuple(edits), "unsafe"),
                module=weight.module,
                # On Keras 3 a `tf.Variable` is no weight at all, which is another rule's matter.
                generations=frozenset({2}) if weight.of_tensorflow else None,
            )


def _is_random_features(layer: LayerClass) -> bool:
    """Whether the name of the class or its description says that its features are random."""
    return any(pattern.search(text) for pattern, text in _told(layer))


def _told(layer: LayerClass) -> Iterator[tuple[re.Pattern[str], str]]:
    yield _NAMED, layer.name
    yield _TOLD, " ".join(layer.docstring.split())


def _is_decided(layer: LayerClass) -> bool:
    """Whether the class or the module says what of it is to be trained."""
    source = layer.module.source(layer.node)
    if _MEANT.search(_NOT_MEANT.sub("", source)) or _SET_LATER.search(layer.module.text):
        return True
    calls = walk_kinds(layer.module.tree, cst.Call)
    return any(
        called_name(each.func) == layer.name and keyword(each, "trainable") for each in calls
    )


def _is_drawn(weight: Weight) -> bool:
    """Whether it is made of random numbers, and nobody says whether it is trained."""
    given = weight.arguments
    if weight.trainable is not True or "trainable" in given:
        return False
    first = given.get("initializer") or given.get("initial_value")
    first = expression_behind(first, first, weight.module) if first is not None else None
    if isinstance(first, cst.Lambda):
        first = first.body
    if not isinstance(first, cst.Call):
        return named_draws(literal(first))
    name = weight.module.keras(first.func)
    return (name is not None and draws(name)) or (
        random_function(weight.module.resolve(first.func)) is not None
    )


def _attributes(node: cst.BaseExpression, module: Module, depth: int) -> set[str]:
    """The attributes of the layer that a value is computed with."""
    found = set[str]()
    for part in walk_kinds(node, cst.Attribute, cst.Name) if depth else ():
        if isinstance(part, cst.Name):
            value = value_at(part, node, module)
            if value is not None:
                found |= _attributes(value, module, depth - 1)
        else:
            attribute = self_attribute(part)
            found |= {attribute} if attribute is not None else set()
            own = function_named(part, module)
            result = only_result(own) if own is not None else None
            if result is not None:
                found |= _attributes(result, module, depth - 1)
    return found
