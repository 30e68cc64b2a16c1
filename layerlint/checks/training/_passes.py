"""What predicts over data as a whole, and what else passes over the same data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.training._shuffled_data import root_of
from layerlint.facts.data import ROWS_OF_FLOWS, SHUFFLED_FLOWS
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword
from layerlint.syntax.walk import names_below, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_COMPREHENSIONS = (cst.ListComp, cst.GeneratorExp, cst.SetComp, cst.DictComp)


class Pass(NamedTuple):
    """A pass over `data`, reported at `node`: what of it has rows, an expression or names.

    `use` is where the data are read, once for all of the pass.
    """

    node: cst.CSTNode
    data: str
    root: cst.BaseExpression
    expression: cst.CSTNode | None
    names: frozenset[str]
    use: cst.CSTNode
    message: str = "default"


def predictions(code: cst.CSTNode, module: Module) -> dict[str, list[cst.Call]]:
    """The calls of `predict` by the data that they are given."""
    found: dict[str, list[cst.Call]] = {}
    for call in walk_same_function(code, cst.Call):
        if isinstance(call.func, cst.Attribute) and called_name(call.func) in _PREDICT:
            given = bind(call, ("x",)).get("x") or keyword(call, "generator")
            root = root_of(given) if given is not None else None
            if isinstance(root, (cst.Name, cst.Attribute)):
                found.setdefault(module.source(root), []).append(call)
    return found


_PREDICT = ("predict", "predict_generator")


def passes(code: cst.CSTNode, data: Collection[str], module: Module) -> Iterator[Pass]:
    """The passes over any of these data, but for those of `predict`."""
    for loop in walk_same_function(code, cst.For):
        found = _of(loop.iter, data, module)
        if found is not None:
            yield Pass(loop.iter, *found, None, frozenset(names_below(loop.target)) - {"_"}, loop)
    for node in walk_same_function(code, *_COMPREHENSIONS):
        found = _of(node.for_in.iter, data, module)
        if found is not None:
            yield Pass(node, *found, node, frozenset(), node)
    for call in walk_same_function(code, cst.Call):
        if called_name(call.func) == "map" and any(
            isinstance(each.value, cst.Lambda) for each in call.args
        ):
            found = _of(call, data, module)
            if found is not None and not _is_iterated(call, module):
                yield Pass(call, *found, call, frozenset(), call)
    if any(map(module.says, SHUFFLED_FLOWS)):
        for attribute in walk_same_function(code, cst.Attribute):
            if attribute.attr.value in ROWS_OF_FLOWS:
                found = _of(attribute.value, data, module)
                if found is not None:
                    yield Pass(attribute, *found, attribute, frozenset(), attribute, "flow")


def _of(
    node: cst.BaseExpression, data: Collection[str], module: Module
) -> tuple[str, cst.BaseExpression] | None:
    root = root_of(node)
    text = module.source(root) if isinstance(root, (cst.Name, cst.Attribute)) else ""
    return (text, root) if text in data else None


def _is_iterated(call: cst.Call, module: Module) -> bool:
    """Whether it is what `predict` is given, or what a loop goes over, which is a pass itself."""
    below: cst.CSTNode = call
    for around in module.ancestors(call):
        if isinstance(around, cst.Call) and called_name(around.func) in _PREDICT:
            return True
        if isinstance(around, (cst.For, cst.CompFor)) and around.iter is below:
            return True
        if isinstance(around, cst.BaseSmallStatement):
            return False
        below = around
    return False
