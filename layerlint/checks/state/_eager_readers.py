"""Who reads an attribute of a layer outside of the graph that `fit` and `predict` run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.queries.application import is_of_application
from layerlint.queries.own_code import reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import is_behind, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

    # A layer, a method of it, the attribute that holds a layer, and where that is looked at.
    _Look = tuple[LayerClass, Method, str, cst.Attribute]

# What Keras runs together with `call`, and what has another reader of its own.
_ALONG = re.compile(
    r"__\w+__|build|call|get_config|from_config|(train|test|predict)_step|compute_\w+|losses|metrics"
    r"|(reset|clear)\w*|get_initial_state|\w*loss\w*|\w*regulari\w*"
)
_NUMBERS = frozenset({"builtins.float", "builtins.int", "builtins.bool", "builtins.print"})
_RUNS = re.compile(r"\.(fit|predict|evaluate|train_on_batch|predict_on_batch)\(")


def eager_reader(layer: LayerClass, attribute: str) -> str | None:
    """The method, or other code of the module, that reads the attribute when no graph is built."""
    for method, reads in _other_methods(layer, attribute):
        if method.is_property:
            continue
        if any(_converts(node, method.module) for node in reads):
            return f"{method.owner.name}.{method.name}"
        if _ALONG.fullmatch(method.name) or _is_abandoned(layer, method):
            continue
        if not _called_from_layers(layer, method):
            return f"{method.owner.name}.{method.name}"
    return _reader_in_owner(layer, attribute) or _reader_outside(layer, attribute)


def _other_methods(
    layer: LayerClass, attribute: str
) -> Iterator[tuple[Method, list[cst.Attribute]]]:
    """The methods of an instance, also of a subclass, that look at it and `call` does not run."""
    for owner in (layer, *layer.subclasses):
        methods = owner.effective_methods() if owner is layer else owner.methods.values()
        looking = [
            (method, reads)
            for method in methods
            if method.name not in ("__init__", "build", "call", "__call__")
            and (reads := _reads(attribute, method))
        ]
        # What `call` runs of a base that many derive from is dear to find out.
        running = reached_by_call(owner) if looking else ()
        yield from (each for each in looking if each[0].node not in running)


def _reads(attribute: str, method: Method) -> list[cst.Attribute]:
    """Where a method reads the attribute for its value."""
    found = [read.node for read in method.uses[1] if read.node.attr.value == attribute]
    return [node for node in found if not _is_test(node, method.module)]


def _is_test(node: cst.CSTNode, module: Module) -> bool:
    """`self.x is None`, `if self.x:`: the tensor itself is not used."""
    parent = module.parent(node)
    return isinstance(parent, (cst.Comparison, cst.If, cst.UnaryOperation, cst.Del))


def _converts(node: cst.CSTNode, module: Module) -> bool:
    """Whether a number, an array or text is made of what is read."""
    for found in module.ancestors(node):
        if isinstance(found, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
            return False
        if isinstance(found, cst.Attribute) and found.attr.value == "numpy":
            return True
        if isinstance(found, cst.Call) and not (
            isinstance(found.func, cst.Attribute) and found.func.value is node
        ):
            name = module.resolve(found.func) or ""
            if name in _NUMBERS or name.startswith(("numpy.", "matplotlib.")):
                return True
            if module.keras(found.func) in ("backend.get_value", "ops.convert_to_numpy"):
                return True
    return False


def _called_from_layers(layer: LayerClass, method: Method) -> bool:
    """Whether the method is called in code that may run in a graph."""
    pattern = rf"\.{re.escape(method.name)}\b"
    return any(
        path != method.module.path or _called_in_function(method)
        for path in layer.project.index.having(method.name, pattern)
    )


def _is_abandoned(layer: LayerClass, method: Method) -> bool:
    """Whether all that could call the method is there to be seen, and nothing names it."""
    if not is_of_application(layer.module):
        return False
    pattern = rf"(?<!def )\b{re.escape(method.name)}\b"
    return not layer.project.index.having(method.name, pattern)


def _called_in_function(method: Method) -> bool:
    module = method.module
    return any(
        node.attr.value == method.name and module.function(node) is not None
        for node in walk_kinds(module.tree, cst.Attribute)
    )


def _reader_in_owner(layer: LayerClass, attribute: str) -> str | None:
    """The method of a layer of the module that holds one of these, and looks at it: `explain`."""
    for owner, method, held, node in layer.module.once(_looks_at_sublayers).get(attribute, ()):
        sublayer = owner.sublayers.get(held)
        if sublayer is None or sublayer.layer is not layer or _ALONG.fullmatch(method.name):
            continue
        if method.node in reached_by_call(owner) or _is_test(node, method.module):
            continue
        module = method.module
        start = module.span(method.node).start
        # One that calls the model itself, eagerly, finds a tensor that it can read.
        if _RUNS.search(module.text[start : module.span(node).start]):
            return f"{owner.name}.{method.name}"
    return None


def _looks_at_sublayers(module: Module) -> dict[str, list[_Look]]:
    """Where methods of the layers of a module name `self.held.attribute`, by the attribute."""
    found: dict[str, list[_Look]] = {}
    for owner in module.classes:
        for method in owner.methods.values():
            for node in method.own_nodes(cst.Attribute):
                held = self_attribute(node.value, method.self_name)
                if held is not None:
                    found.setdefault(node.attr.value, []).append((owner, method, held, node))
    return found


def _reader_outside(layer: LayerClass, attribute: str) -> str | None:
    """Code of the module that is no layer's: callbacks, and lines that follow a `fit`."""
    module = layer.module
    if module.text.count(f".{attribute}") < 2:
        return None
    for node in module.once(_attributes_outside).get(attribute, []):
        if is_name(node.value, "self") or _is_test(node, module):
            continue
        function = module.function(node)
        start = module.span(function).start if function is not None else 0
        runs = _RUNS.search(module.text[start : module.span(node).start])
        if function is None:
            if runs:
                return "the module"
        elif (
            runs
            or function.name.value.startswith("on_")
            or (_converts(node, module) and not _ran_eagerly(node, function))
        ):
            return function.name.value
    return None


def _ran_eagerly(node: cst.Attribute, function: cst.FunctionDef) -> bool:
    """Whether the function calls the layer, or the model that has it, before it looks: `net(x)`."""
    owners = {each.value for each in walk_kinds(node.value, cst.Name)}
    return any(
        isinstance(call.func, cst.Name) and call.func.value in owners and is_behind(node, call)
        for call in walk_kinds(function.body, cst.Call)
    )


def _attributes_outside(module: Module) -> dict[str, list[cst.Attribute]]:
    """The attributes that the module names outside of its layers, by what they are called."""
    inside = {node for one in module.classes for node in walk_same_class(one.node)}
    found: dict[str, list[cst.Attribute]] = {}
    for node in walk_kinds(module.tree, cst.Attribute):
        if node not in inside:
            found.setdefault(node.attr.value, []).append(node)
    return found
