"""What the attributes of the layer are: weights, shapes that `build` stored, constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.interpret import expressions
from layerlint.interpret.tensors.fact import UNKNOWN, Fact
from layerlint.interpret.values import fact_of
from layerlint.model.attributes import Attribute
from layerlint.syntax import cst
from layerlint.syntax.matching import literal

if TYPE_CHECKING:
    from layerlint.interpret.run import Run
    from layerlint.model.layer import LayerClass


def own_attribute(name: str, run: Run) -> Fact:
    """An attribute of the layer: a weight, or a shape that `build` stored."""
    weight = run.layer.weights.get(name)
    attribute = run.layer.attributes.get(name)
    if weight is not None and attribute is not None and not weight.in_container:
        if len(attribute.bindings) != 1 or "dtype" in weight.arguments:
            return Fact(kind="tensor", weight=True) if len(attribute.bindings) == 1 else UNKNOWN
        trained = name if weight.trainable else None
        if weight.of_tensorflow or weight.keeps_dtype:
            return Fact("tensor", trained=trained, weight=True)  # nothing casts it
        # Keras 2 casts what is read of it in `call`; a weight of Keras 3 adapts to the other side.
        return Fact(
            "tensor", dtype="compute", generations=frozenset({2}), trained=trained, weight=True
        )
    if attribute is not None and attribute.bindings:
        size = run.layer.facts(_stored_sizes).get(name)
        if size is not None:
            return Fact("python", size="shape" if size == "shape" else "batch")
        return _constant(attribute, run)
    return UNKNOWN


def _constant(attribute: Attribute, run: Run) -> Fact:
    """A float32 tensor that `__init__` or `build` makes and keeps, whatever the policy."""
    if attribute.name not in run.made_before:
        run.made_before[attribute.name] = UNKNOWN
        run.made_before[attribute.name] = _made_before(attribute, run)
    return run.made_before[attribute.name]


def _made_before(attribute: Attribute, run: Run) -> Fact:
    binding = attribute.bindings[0]
    method, value = binding.method, binding.value
    if len(attribute.bindings) != 1 or not isinstance(value, cst.Call) or method is None:
        return UNKNOWN
    if method.name not in ("__init__", "build"):
        return UNKNOWN
    fact = fact_of(expressions.evaluated_before(value, method, run))
    if not fact.is_tensor or fact.dtype != "float32" or fact.origin is None:
        return UNKNOWN
    own = any(node is fact.origin for node in method.own_nodes())
    origin = fact.origin if own else value
    return Fact("tensor", dtype="float32", origin=origin, eager=True)


def _stored_sizes(layer: LayerClass) -> dict[str, str]:
    """The attributes that are nothing but a shape that `build` is given, or its first entry."""
    found = {}
    for name, attribute in layer.attributes.items():
        stored = {_stored(binding.value, binding.method) for binding in attribute.bindings}
        if len(stored) == 1 and (size := stored.pop()) is not None:
            found[name] = size
    return found


def _stored(value: cst.BaseExpression | None, method: object) -> str | None:
    """Whether `build` stores the shape it is given (`"shape"`) or its first entry (`"batch"`)."""
    if getattr(method, "name", None) != "build" or value is None:
        return None
    parameters = getattr(method, "positional", [])
    if len(parameters) != 1:
        return None
    name = parameters[0].name
    match value:
        case cst.Name(value=found) if found == name:
            return "shape"
        case cst.Call(func=cst.Name(value="tuple" | "list"), args=[cst.Arg(value=inner)]):
            return "shape" if _stored(inner, method) else None
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name(value="as_list"))):
            return "shape" if _stored(inner, method) else None
        case cst.Subscript(value=cst.Name(value=found), slice=[cst.SubscriptElement(slice=index)]):
            if found == name and isinstance(index, cst.Index) and literal(index.value) == 0:
                return "batch"
    return None
