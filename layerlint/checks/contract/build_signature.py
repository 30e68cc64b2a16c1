"""LL405: `build` has parameters that Keras does not fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.queries.functional_model import may_be_functional
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method, Parameter
    from layerlint.model.module import Module


@check(LayerClass)
def build_signature(layer: LayerClass) -> Iterator[Finding]:
    """Report a `build` that Keras cannot call."""
    method = layer.methods.get("build")
    if method is None or layer.kind == "mixin" or is_root(layer) or method.is_static:
        return
    if method.varargs is not None or method.varkw is not None or _calls_otherwise(method):
        return
    if may_be_functional(layer):
        return  # such a model is built when it is made, and Keras never asks for it
    parameters = [each for each in method.parameters if each.name != method.self_name]
    required = [each for each in parameters if each.default is None]
    generations = layer.generations
    if not parameters and 2 in generations:
        yield Finding(method.node.name, "empty", generations=frozenset({2}))
    elif len(required) > 1 and 2 in generations:
        named = _wrong_name(layer, parameters) is not None
        fields = {"parameters": ", ".join(each.name for each in required)}
        only = None if named and 3 in generations else frozenset({2})
        yield Finding(method.node.name, "required", fields, generations=only)
    elif len(parameters) > 1 and 3 in generations:
        wrong = _wrong_name(layer, parameters)
        if wrong is not None:
            name = wrong.name.removesuffix("_shape")
            message = "names" if wrong.name.endswith("_shape") else "suffix"
            fields = {"parameter": wrong.name, "argument": name}
            yield Finding(method.node.name, message, fields, generations=frozenset({3}))


def _wrong_name(layer: LayerClass, parameters: list[Parameter]) -> Parameter | None:
    """The first parameter for which Keras 3 finds no argument of `call`."""
    call = layer.call
    if call is None or call.varargs is not None:
        return None
    names = {each.name for each in call.parameters}
    for parameter in parameters:
        stem, found, _ = parameter.name.rpartition("_shape")
        if not found or stem not in names:
            return parameter
    return None


def _calls_otherwise(method: Method) -> bool:
    return method.module.once(_calls_build_otherwise)


def _calls_build_otherwise(module: Module) -> bool:
    """Whether code of the module calls some `build` with other than one argument."""
    return any(
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value == "build"
        and len(node.args) != 1
        for node in walk_kinds(module.tree, cst.Call)
    )
