"""Models that only serve to make a functional one: `Model(inputs=x, outputs=self.call(x))`.

Of such a class Keras never runs `call` itself: it is run once, on symbolic tensors, and each layer
that it uses or makes belongs to the functional model, which tells it the mode and saves it. So it
is where a `__call__` of its own runs `call` on the tensors that it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.queries.class_uses import makings
from layerlint.queries.local_bindings import other_mentions
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


def only_gives_graph(layer: LayerClass) -> bool:
    """Whether the project asks each that it makes of a model for the graph of its `call` alone.

    Or the class puts itself into the graph that it is called in, layer by layer.
    """
    if layer.facts(_runs_call_itself):
        return True
    return layer.kind == "model" and layer.facts(_only_gives_graph)


def _runs_call_itself(layer: LayerClass) -> bool:
    method = layer.method("__call__")
    return method is not None and _runs_call(method) and not _leaves_to_keras(method)


def _runs_call(method: Method) -> bool:
    return any(
        self_attribute(node.func, method.self_name) == "call" for node in method.own_nodes(cst.Call)
    )


def _leaves_to_keras(method: Method) -> bool:
    """Whether it runs the `__call__` of the base, which runs `call`, whatever it is asked for."""
    return not any(method.own_nodes(cst.If, cst.IfExp)) and any(
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value == "__call__"
        and is_super_call(node.func.value)
        for node in method.own_nodes(cst.Call)
    )


def _only_gives_graph(layer: LayerClass) -> bool:
    givers = frozenset(
        method.node.name.value for method in layer.effective_methods() if _gives_graph(method)
    )
    return bool(givers) and makings(layer, lambda module, made: _asks(module, made, givers))


def _gives_graph(method: Method) -> bool:
    """Whether a method returns a functional model of what its own `call` makes of inputs."""
    return _runs_call(method) and any(
        _is_model(node.value, method) for node in method.own_nodes(cst.Return) if node.value
    )


def _is_model(value: cst.BaseExpression, method: Method) -> bool:
    if isinstance(value, cst.Name):
        return any(
            isinstance(given, cst.Call) and _is_model(given, method)
            for given in values_of(
                value.value, assigned(method.node, method.module, walk_same_class)
            )
        )
    return isinstance(value, cst.Call) and method.module.keras(value.func) == "Model"


def _asks(module: Module, made: cst.Call, givers: frozenset[str]) -> bool:
    """Whether what is made somewhere is only asked for its graph there."""
    match module.parent(made):
        case cst.Attribute(attr=cst.Name(value=asked)):
            return asked in givers
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name() as name)]):
            read = [
                each
                for each in other_mentions(name, module)
                if not isinstance(module.parent(each), cst.AssignTarget)
                and value_at(each, each, module) in (made, None)
            ]
            uses = list(map(module.parent, read))
            return bool(uses) and all(
                isinstance(use, cst.Attribute) and use.attr.value in givers for use in uses
            )
    return False
