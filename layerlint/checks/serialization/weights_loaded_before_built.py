"""LL515: `load_weights` on a model of the project that has no weights yet."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, assignments_of
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import Members
from layerlint.queries.built_children import has_weights
from layerlint.queries.called_functions import calls_on, function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, literal, positional, self_attribute
from layerlint.syntax.walk import begins_before, walk_kinds

# What is asked of a model before it has weights, without making any.
_HARMLESS = frozenset({"compile", "load_weights", "name", "trainable"})


@check(Module, needs=Members("load_weights"))
def weights_loaded_before_built(module: Module) -> Iterator[Finding]:
    """Report the first thing done with `net = Net()`, where that is `net.load_weights(...)`."""
    for load, model in calls_on("load_weights", module):
        layer = _made_before(model.value, load, module) if isinstance(model, cst.Name) else None
        if layer is None or not load.args or not _is_built_later(layer):
            continue
        if _is_hdf5(load) or module.generations == frozenset({3}):
            fields = {"model": module.source(model), "layer": layer.name}
            yield Finding(load, fields=fields)


def _is_hdf5(load: cst.Call) -> bool:
    """Whether the path is written out, and is no checkpoint of TensorFlow, which may wait."""
    path = positional(load)[0].value if positional(load) else None
    return str(literal(path)).endswith((".h5", ".hdf5"))


def _made_before(name: str, load: cst.Call, module: Module) -> LayerClass | None:
    """The class of the model, if all that is done between making it and loading is harmless."""
    scope = module.function(load) or module.tree
    made = list(assignments_of(name, assigned(scope, module, walk_kinds)))
    if len(made) != 1 or not isinstance(made[0].value, cst.Call):
        return None
    if not begins_before(made[0], load) or module.function(made[0]) is not module.function(load):
        return None
    for node in walk_kinds(scope, cst.Name):
        if node.value == name and begins_before(made[0].value, node) and begins_before(node, load):
            parent = module.parent(node)
            member = parent.attr.value if isinstance(parent, cst.Attribute) else ""
            if member not in _HARMLESS:
                return None
    layer = _class_made(made[0].value, module)
    return layer if layer is not None and layer.kind == "model" else None


def _class_made(call: cst.Call, module: Module) -> LayerClass | None:
    """The class that a call makes one of, itself or in a function that does nothing to it."""
    function = function_named(call.func, module)
    result = only_result(function) if function is not None and not function.decorators else None
    return module.find_layer(result.func if isinstance(result, cst.Call) else call.func)


def _is_built_later(layer: LayerClass) -> bool:
    """Whether the constructor surely leaves the layers of a model without weights."""
    if not layer.complete or layer.keras_bases != ("Model",):
        return False
    held = [each for each in layer.all_sublayers if has_weights(each)]
    if not held or layer.method("load_weights") is not None:
        return False
    return not any(_makes_weights(layer, call) for call in _constructor_calls(layer))


def _constructor_calls(layer: LayerClass) -> Iterator[cst.Call]:
    for method in layer.effective_methods():
        if method.name not in ("call", "build"):
            yield from method.own_nodes(cst.Call)


def _makes_weights(layer: LayerClass, call: cst.Call) -> bool:
    """Whether it builds or runs something: `self.build(...)`, `self(...)`, a functional graph."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("__init__")) if is_super_call(owner):
            return bool(positional(call)) or any(
                each.keyword is not None and each.keyword.value in ("inputs", "outputs")
                for each in call.args
            )
        case cst.Attribute(attr=cst.Name("build" | "_set_inputs" | "compute_output_shape")):
            return True
        case cst.Name("self") | cst.Call():
            return True
        case cst.Attribute():
            return self_attribute(call.func) in layer.sublayers
    return False
