"""LL307: a `tf.function` inside a layer keeps the training mode of its first trace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import delete_decorator
from layerlint.model.decorators import tf_function
from layerlint.model.layer import LayerClass
from layerlint.queries.built_children import builds, has_weights
from layerlint.queries.flag_names import names_flag
from layerlint.queries.traced_code import in_project, label, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.sublayers import Sublayer

# What AutoGraph translates; on Keras 3 nothing else does.
_TRANSLATED = (cst.If, cst.While, cst.For, cst.IfExp, cst.BooleanOperation, cst.Not, cst.Assert)


@check(LayerClass)
def tf_function_in_layer(layer: LayerClass) -> Iterator[Finding]:
    """Report decorated functions that `call` runs and that a sublayer's mode depends on."""
    for function in traced(layer):
        decorator = _decorator(function)
        if decorator is None or not in_project(function.module):
            continue
        called = list(_called(layer, function))
        mode = next((sublayer for sublayer in called if sublayer.mode_dependent), None)
        # Keras 2 tells whatever takes keywords.
        only = frozenset({3}) if function.method and function.method.varkw else None
        found, message, generations = mode, "mode", only
        if mode is None and layer.kind == "layer":
            found = next((each for each in called if _frozen(layer, each)), None)
            message, generations = "frozen", frozenset({3})
        if found is None:
            continue
        yield Finding(
            decorator,
            message,
            {"function": label(function), "sublayer": f"self.{found.attribute}"},
            fix=_fix(function, decorator),
            module=function.module,
            generations=generations,
        )


def _decorator(function: EnteredFunction) -> cst.Decorator | None:
    """The `@tf.function` of a method that does not get the mode as an argument."""
    method = function.method
    if method is None or function.node is not method.node or method.takes("training"):
        return None
    if any(
        names_flag(each.name) or "training" in each.name or "mode" in each.name
        for each in method.positional
    ):
        return None
    return tf_function(method.node, function.module)


def _called(layer: LayerClass, function: EnteredFunction) -> Iterator[Sublayer]:
    """The sublayers that the function calls without telling them the mode."""
    assert function.method is not None
    for node in walk_kinds(function.node.body, cst.Call):
        name = self_attribute(node.func, function.method.self_name)
        sublayer = layer.sublayers.get(name) if name is not None else None
        told = any(
            argument.keyword is not None and argument.keyword.value == "training"
            for argument in node.args
        )
        if sublayer is not None and sublayer.container is None and not told:
            yield sublayer


def _frozen(layer: LayerClass, sublayer: Sublayer) -> bool:
    """Whether the sublayer's weights would first be made inside the function."""
    return has_weights(sublayer) and not builds(layer, sublayer.attribute)


def _fix(function: EnteredFunction, decorator: cst.Decorator) -> Fix:
    translated = any(isinstance(node, _TRANSLATED) for node in walk(function.node.body))
    edits = delete_decorator(function.module, decorator)
    return Fix("Delete the decorator", tuple(edits), "unsafe" if translated else "safe")
