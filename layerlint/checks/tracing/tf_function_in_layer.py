"""LL307: a `tf.function` inside a layer keeps the training mode of its first trace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import delete_decorator, replace
from layerlint.model.decorators import tf_function
from layerlint.model.layer import LayerClass
from layerlint.queries.built_children import builds, has_weights
from layerlint.queries.flag_names import names_flag
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.own_code import reached_by_call
from layerlint.queries.traced_code import in_project, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.sublayers import Sublayer

# What AutoGraph translates; on Keras 3 nothing else does.
_TRANSLATED = (cst.If, cst.While, cst.For, cst.IfExp, cst.BooleanOperation, cst.Not, cst.Assert)


class _Compiled(NamedTuple):
    """A method that a `tf.function` runs, reported at `node`, with what undoes that."""

    method: Method
    node: cst.CSTNode
    edits: Sequence[Edit]
    module: Module


@check(LayerClass)
def tf_function_in_layer(layer: LayerClass) -> Iterator[Finding]:
    """Report compiled methods that `call` runs and that a sublayer's mode depends on."""
    for method, node, edits, module in (*_decorated(layer), *_wrapped(layer)):
        called = list(_called(layer, method))
        mode = next((sublayer for sublayer in called if sublayer.mode_dependent), None)
        # Keras 2 tells whatever takes keywords.
        only = frozenset({3}) if method.varkw else None
        found, message, generations = mode, "mode", only
        if mode is None and layer.kind == "layer":
            found = next((each for each in called if _frozen(layer, each)), None)
            message, generations = "frozen", frozenset({3})
        if found is None:
            continue
        path = f"{method.owner.name}.{method.name}"
        fields = {"function": path, "sublayer": f"self.{found.attribute}"}
        fix = _fix(method, edits)
        yield Finding(node, message, fields, fix, module=module, generations=generations)


def _decorated(layer: LayerClass) -> Iterator[_Compiled]:
    """The methods that `call` runs with a `@tf.function` of their own."""
    for function in traced(layer):
        method = function.method
        if method is None or function.node is not method.node or _is_told(method):
            continue
        decorator = tf_function(method.node, function.module)
        if decorator is not None:
            edits = delete_decorator(function.module, decorator)
            yield _Compiled(method, decorator, edits, function.module)


def _wrapped(layer: LayerClass) -> Iterator[_Compiled]:
    """The methods that `call` runs by another name: `self.fast = tf.function(self._body)`."""
    running = reached_by_call(layer)
    for attribute in layer.attributes.values():
        if len(attribute.bindings) != 1 or attribute.bindings[0].method is None:
            continue
        value, module = attribute.bindings[0].value, attribute.bindings[0].method.module
        match value:
            case cst.Call(func=function, args=[cst.Arg(value=cst.Attribute() as name), *_]):
                method = layer.method(self_attribute(name) or "")
                is_run = any(read.method.node in running for read in attribute.reads)
                if method is None or not is_run or _is_told(method):
                    continue
                if module.tf(function) == "function" and in_project(module):
                    edits = replace(module, value, module.source(name))
                    yield _Compiled(method, value, edits, module)


def _is_told(method: Method) -> bool:
    """Whether a method gets the mode as an argument."""
    return any(
        names_flag(each.name) or "training" in each.name or "mode" in each.name
        for each in method.parameters
    )


def _called(layer: LayerClass, method: Method) -> Iterator[Sublayer]:
    """The sublayers that the method calls without telling them the mode, also those of a list."""
    for node in walk_kinds(method.node.body, cst.Call):
        if keyword(node, "training") is not None:
            continue
        loop = loop_over(node.func) if isinstance(node.func, cst.Name) else None
        if loop is None:
            single = layer.sublayers.get(self_attribute(node.func, method.self_name) or "")
            if single is not None and single.container is None:
                yield single
            continue
        name = self_attribute(loop.iter, method.self_name)
        for sublayer in layer.all_sublayers:
            if sublayer.attribute == name and sublayer.container is not None:
                yield sublayer


def _frozen(layer: LayerClass, sublayer: Sublayer) -> bool:
    """Whether the sublayer's weights would first be made inside the function."""
    single = sublayer.container is None
    return single and has_weights(sublayer) and not builds(layer, sublayer.attribute)


def _fix(method: Method, edits: Sequence[Edit]) -> Fix:
    translated = any(isinstance(node, _TRANSLATED) for node in walk(method.node.body))
    return Fix("Do without `tf.function`", tuple(edits), "unsafe" if translated else "safe")
