"""The methods that set a layer up before it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from layerlint.model.calls import is_super_call, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_ROOTS = ("__init__", "build")


def set_up_methods(layer: LayerClass) -> list[Method]:
    """`__init__` and `build`, those of bases that they go on to, and the methods that they run."""
    found: dict[int, Method] = {}
    waiting = [method for name in _ROOTS if (method := layer.method(name)) is not None]
    while waiting:
        method = waiting.pop(0)
        if id(method.node) in found:
            continue
        found[id(method.node)] = method
        for node in method.own_nodes():
            if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
                continue
            name = node.func.attr.value
            target = None
            if self_attribute(node.func, method.self_name) is not None:
                target = layer.method(name) if name != "call" else None
            elif is_super_call(node.func.value):
                target = layer.method_after(method.owner, name)
            if target is not None:
                waiting.append(target)
    return list(found.values())
