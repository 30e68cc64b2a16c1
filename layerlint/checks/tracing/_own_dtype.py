"""Whether a layer has one dtype, by its own decision or as those who run it have."""

from __future__ import annotations

from layerlint.model.layer import LayerClass
from layerlint.queries.precision import can_be_half
from layerlint.syntax import cst


def has_one_dtype(layer: LayerClass) -> bool:
    """Whether nobody runs the layer under mixed precision, or it does as it likes there."""
    return fixes_its_dtype(layer) or not layer.module.once(can_be_half)


def fixes_its_dtype(layer: LayerClass) -> bool:
    """Whether the class passes a dtype of its own to the constructor of its base."""
    return any(
        node.keyword is not None
        and node.keyword.value in ("dtype", "autocast")
        and not (isinstance(node.value, cst.Name) and node.value.value == "dtype")
        for base in layer.mro
        if (constructor := base.methods.get("__init__")) is not None
        for call in constructor.own_nodes(cst.Call)
        if _is_super_init(call)
        for node in call.args
    )


def _is_super_init(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "__init__"
