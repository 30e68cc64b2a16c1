"""LL407: a layer overrides `__call__` instead of `call`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.config import is_root
from layerlint.model.decorators import tf_function
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, HoldsObject, Text
from layerlint.queries.construction_sites import made_within_owners, only_called_on_the_spot
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.loops_by_hand import called_by_hand, compiles_nothing, weighs_nothing
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# Who restores what was built, knows that Keras does not do it.
_RESTORING = frozenset({"build_from_config", "load_own_variables"})
# So many classes of a module that do it alike do so on purpose.
_FEW = 3
# What a docstring says of weights that have no effect.
_NOT_MEANT = re.compile(
    r"sample_weight\b[^`]{0,120}?\b(?:not (?:yet )?(?:implemented|supported|used)|ignored|unused)",
    re.IGNORECASE,
)
_METRIC_ARGUMENTS = frozenset({"y_true", "y_pred", "sample_weight"})


NEEDS = AnyOf(HoldsLayer(), AllOf("__call__", Text("oss"), Text("keras"), HoldsObject()))


@check(LayerClass, Module, needs=NEEDS)
def call_dunder_overridden(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report a `__call__` that takes the place of Keras's."""
    if isinstance(subject, LayerClass):
        yield from _layer(subject)
        return
    for loss in keras_objects(subject):
        method = loss.methods.get("__call__") if loss.kind == "loss" else None
        if method is None or method.varkw is not None or _does_nothing(method):
            continue
        found = [] if _delegates(loss, method) else list(_loss(loss, method))
        # Who calls it is asked of all of the project: last. By hand it is given what it takes.
        if found and not (compiles_nothing(subject) or weighs_nothing(subject)):
            yield from found


def _loss(loss: LayerClass, method: Method) -> Iterator[Finding]:
    """A loss that cannot be given weights, or throws them away."""
    fields = {"layer": loss.name}
    if len(method.positional) < 3 and method.varargs is None:
        yield Finding(method.node.name, "raises", fields)
    elif method.takes("sample_weight") and not (
        mentions(method.node.body, "sample_weight")
        or _NOT_MEANT.search(method.node.get_docstring() or "")
    ):
        yield Finding(method.node.name, "weights", fields)


def _layer(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("__call__")
    if method is None or layer.kind == "mixin" or is_root(layer) or not layer.keras_bases:
        return
    if not method.positional or _delegates(layer, method) or _does_nothing(method):
        return
    base = layer.method_after(layer, "__call__")
    if base is not None and not is_root(base.owner):
        return  # the base has a way of its own to be called
    if any(parameter.name in _METRIC_ARGUMENTS for parameter in method.parameters):
        return
    if (
        _runs_build(layer, method)
        or _is_initializer(method)
        or tf_function(method.node, method.module)
    ):
        return  # one that is made a graph itself is called by hand, or exported
    fit = layer.method("fit")
    if layer.call is None and fit is not None and not is_root(fit.owner):
        return  # an estimator of its own, which Keras never trains
    if not _misses_something(layer, method) or _RESTORING.intersection(layer.methods):
        return
    if not _builds(layer) and (called_by_hand(layer) or _only_groups(layer, method)):
        return  # its loops pass what `__call__` takes, and the rest is made in `__init__`
    owns_more = _builds(layer) or layer.weights or _asks_for_mode(method)
    if not owns_more and (_only_applies(layer, method) or layer.module.once(_has_blocks_alone)):
        return  # a function of layers, each of which Keras calls and finds by itself
    fix = None
    if layer.call is None:
        fix = Fix(
            "Rename it to `call`", tuple(replace(method.module, method.node.name, "call")), "unsafe"
        )
    yield Finding(method.node.name, fields={"layer": layer.name}, fix=fix)


def _misses_something(layer: LayerClass, method: Method) -> bool:
    """Whether the class has what only Keras's `__call__` makes work."""
    return _builds(layer) or method.takes("training") or bool(layer.sublayers or layer.weights)


def _only_groups(layer: LayerClass, method: Method) -> bool:
    """Whether it only calls layers of its own, where it is made: they are in the model around."""
    grouping = not layer.weights and not method.takes("training")
    return grouping and only_called_on_the_spot(layer) and not made_within_owners(layer)


def _only_applies(layer: LayerClass, method: Method) -> bool:
    """Whether a layer has nothing but the layers that it applies, and is called in this way."""
    return layer.kind == "layer" and layer.call is None and not method.takes("training")


def _asks_for_mode(method: Method) -> bool:
    return mentions(method.node.body, "training")


def _has_blocks_alone(module: Module) -> bool:
    """Whether all of a module's layers, and there are a few, are called in a way of their own.

    And some of them are made of others, as functions call functions.
    """
    classes = [layer for layer in module.classes if layer.keras_bases]
    if len(classes) < _FEW or any(layer.call for layer in classes):
        return False
    return all(layer.method("__call__") for layer in classes) and any(
        part.layer in classes for layer in classes for part in layer.all_sublayers
    )


def _builds(layer: LayerClass) -> bool:
    build = layer.method("build")
    return build is not None and not is_root(build.owner)


def _delegates(layer: LayerClass, method: Method) -> bool:
    """Whether another `__call__` is run in it, or in a method that it uses."""
    return any(
        node.attr.value in ("__call__", "_call_fn")
        for each in (method, *_helpers(layer, method))
        for node in walk_kinds(each.node.body, cst.Attribute)
    )


def _helpers(layer: LayerClass, method: Method) -> list[Method]:
    """The methods that a `__call__` uses, but for `call`."""
    used = {
        name
        for node in method.own_nodes(cst.Attribute)
        if (name := self_attribute(node, method.self_name)) is not None
    }
    helpers = (layer.method(name) for name in sorted(used))
    return [each for each in helpers if each is not None and each.name != "call"]


def _runs_build(layer: LayerClass, method: Method) -> bool:
    """Whether it builds the layer itself: then it is a way of its own, and knows that it is.

    By `build`, by Keras 2's own `_maybe_build`, or in a method that it uses.
    """
    return any(
        (self_attribute(node.func, each.self_name) or "").endswith("build")
        for each in (method, *_helpers(layer, method))
        for node in each.own_nodes(cst.Call)
    )


def _is_initializer(method: Method) -> bool:
    """Whether it is called as Keras calls initializers: `(shape, dtype=None)`."""
    names = [parameter.name for parameter in method.positional if parameter.name != "self"]
    return names[:1] == ["shape"]


def _does_nothing(method: Method) -> bool:
    """Whether nothing is returned: an abstract method, or one that refuses."""
    return not any(node.value is not None for node in walk_kinds(method.node.body, cst.Return))
