"""Classes that derive from one of Keras's and ask nothing of it: places for functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.members import RUN_ON_TENSORS
from layerlint.model.constructor import is_plain
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# Methods that mean something to Keras, beside those that it runs on tensors.
_OF_KERAS = RUN_ON_TENSORS - {"build"} | {"compile", "compute_output_shape", "fit", "get_config"}


def only_holds_functions(layer: LayerClass) -> bool:
    """Whether objects of the class keep values for methods of its own, and nobody can run them.

    `Generator(size).build()`, which returns another model: nothing that Keras would do for the
    layer is missed.
    """
    methods = list(layer.effective_methods())
    if len(methods) < 2 or not is_plain(layer.keras_bases) or layer.project.is_extended(layer):
        return False
    if layer.all_weights or layer.all_sublayers:
        return False
    own = {method.name for method in methods}
    return all(_asks_nothing(method) and _stays_at_home(layer, method, own) for method in methods)


def _asks_nothing(method: Method) -> bool:
    """Whether Keras does not run the method: a `build` without a shape is none of its own."""
    is_build = method.name == "build" and len(method.positional) > 0
    return method.name not in _OF_KERAS and not is_build


def _stays_at_home(layer: LayerClass, method: Method, own: set[str]) -> bool:
    """Whether a method uses its object for nothing but values and methods of the class."""
    module = method.module
    for node in method.own_nodes(cst.Name):
        if not is_name(node, method.self_name) or isinstance(module.parent(node), cst.Param):
            continue
        access = module.parent(node)
        if not isinstance(access, cst.Attribute) or access.value is not node:
            return False
        name, around = access.attr.value, module.parent(access)
        called = isinstance(around, cst.Call) and around.func is access
        if name not in own and (called or not layer.attributes[name].bindings):
            return False
    return True
