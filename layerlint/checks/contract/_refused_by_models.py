"""What a model of Keras 2 refuses to be given before its base's constructor has run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.model.origins import Place, place_of
from layerlint.model.sublayers import constructed
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import innermost, is_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# What need not happen, or happens later.
_NOT_ALWAYS = (cst.If, cst.IfExp, cst.Try, cst.FunctionDef, cst.Lambda, cst.ClassDef)
_MOST_METHODS = 12


def refused(
    layer: LayerClass, constructor: Method, before: Sequence[cst.CSTNode]
) -> Iterator[tuple[Binding, str]]:
    """What is set by the statements in front of the call, and by the methods that they run.

    A model looks at all that is in what it is given: it raises where these are nothing but layers,
    so that it does of an empty list, too.
    """
    pending: list[tuple[Method, cst.CSTNode]] = [(constructor, each) for each in before]
    seen = [constructor.node]
    while pending:
        method, code = pending.pop(0)
        place = place_of(layer, method)
        for binding in method.uses[0]:
            if binding.value is None or binding.container_index or not is_below(binding.node, code):
                continue
            if _always_runs(binding.node, method):
                message = _message(binding.value, place)
                if message is not None:
                    yield binding, message
        for called in _run_by(layer, method, code):
            if called.node not in seen and len(seen) < _MOST_METHODS:
                seen.append(called.node)
                pending.append((called, called.node))


def _run_by(layer: LayerClass, method: Method, code: cst.CSTNode) -> Iterator[Method]:
    """The methods of the class that some code runs on the instance."""
    for call in walk_kinds(code, cst.Call):
        name = self_attribute(call.func, method.self_name)
        called = layer.method(name) if name is not None else None
        if called is None or called.decorators or not called.self_name:
            continue
        if _always_runs(call, method):
            yield called


def _always_runs(node: cst.CSTNode, method: Method) -> bool:
    return innermost(node, *_NOT_ALWAYS, inside=method.node.body) is None


def _message(value: cst.BaseExpression, place: Place) -> str | None:
    """Which of the messages tells what is wrong with a value, None where a model takes it."""
    match value:
        case cst.List(elements=[]) | cst.Tuple(elements=[]) | cst.Dict(elements=[]):
            return "empty"
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return "models" if all(_is_layer(each.value, place) for each in elements) else None
        case cst.Dict(elements=elements):
            return "models" if all(_is_layer(each.value, place) for each in elements) else None
        case cst.ListComp(elt=elt) | cst.DictComp(value=elt):
            return "models" if _is_layer(elt, place) else None
    return "model" if _is_layer(value, place) else None


def _is_layer(value: cst.BaseExpression, place: Place) -> bool:
    made: cst.BaseExpression | None = value
    if isinstance(value, cst.Name):
        made = value_at(value, value, place.module)
    return isinstance(made, cst.Call) and constructed(made, place) != (None, None)
