"""What tells that there is one number for each sample: documentation, and data that are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.facts.data import LOADERS_OF_NUMBERS, MAKERS_OF_NUMBERS
from layerlint.facts.random import random_function
from layerlint.queries.straight_values import expression_behind, node_at
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal, names_bound, positional

if TYPE_CHECKING:
    from layerlint.model.module import Module

_SAMPLES = r"(?:None|n|b|bs|batch(?:_?size)?|(?:n|num)_(?:samples|examples|rows|points)|samples)"
# `y: (n,)`, `y (np.ndarray): of shape [batch]`, and not `(n,) or (n, 1)`.
_TOLD = (
    rf"\b{{name}}\b`*(?: ?\((?!{_SAMPLES},? ?\))[^()\n]{{{{0,60}}}}\))?[^()\[\]\n]{{{{0,80}}}}?"
    rf"(?:[(\[]{_SAMPLES}, ?[)\]]|shape:? ?[(\[]{_SAMPLES}[)\]])(?! ?(?:or\b|/))"
)
# What a program that makes its data calls the numbers that are to be predicted.
_TARGET = re.compile(
    r"(?:ys?|labels?|targets?)(?:_?(?:train|val|valid|test|true|data|all))?", re.IGNORECASE
)
# Functions of NumPy whose arguments are the axes.
_TAKE_AXES = ("numpy.random.rand", "numpy.random.randn")


def is_documented(name: str, function: cst.FunctionDef) -> bool:
    """Whether the docstring of a function says of a parameter that its shape is `(n,)`."""
    told = function.get_docstring(clean=True) or ""
    told_so = _TOLD.format(name=re.escape(name))
    return bool(told) and re.search(told_so, told, re.IGNORECASE) is not None


def is_drawn(call: cst.Call, module: Module) -> bool:
    """Whether targets are made at random: `y = np.random.rand(100)`."""
    match module.statement(call):
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[target])]):
            names = names_bound(target.target)
            return all(map(_TARGET.fullmatch, names)) and _axes(call, module) == 1
    return False


def is_table(node: cst.BaseExpression, module: Module) -> bool:
    """Whether it is drawn with a row and a column: `np.random.rand(100, 3).astype("float32")`."""
    made = expression_behind(node, node, module)
    match made:
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name("astype"))):
            made = inner
    return isinstance(made, cst.Call) and _axes(made, module) == 2


def _axes(call: cst.Call, module: Module) -> int | None:
    name = module.resolve(call.func) or ""
    drawn = random_function(name)
    if name in _TAKE_AXES:
        return len(positional(call))
    size = keyword(call, "size")
    if size is None or (drawn is None and not isinstance(call.func, cst.Attribute)):
        return None
    match size:
        case cst.Tuple(elements=elements):
            return len(elements)
    return 1 if isinstance(literal(size), int) else None


def is_loaded(name: cst.Name, use: cst.CSTNode, module: Module) -> bool:
    """Whether it is among what a known data set was unpacked to, and its targets."""
    places, value = unpacked(name, use, module)
    if value is None or not places:
        return False
    made = called_name(value.func)
    if made == "load_data":
        known = (module.keras(value.func) or "").removeprefix("datasets.").split(".")[0]
        return known in LOADERS_OF_NUMBERS and len(places) == 2 and places[1] == 1
    return made in MAKERS_OF_NUMBERS and places == (1,) and keyword(value, "n_targets") is None


def is_split_from(
    name: cst.Name, use: cst.CSTNode, module: Module
) -> tuple[cst.BaseExpression, cst.Call] | None:
    """What `train_test_split` has split to make it, and the call."""
    places, value = unpacked(name, use, module)
    part = split_at(value, places[0]) if value is not None and len(places) == 1 else None
    return (part, value) if part is not None and value is not None else None


def split_at(call: cst.Call, place: int) -> cst.BaseExpression | None:
    """What `train_test_split` splits to give what stands at a place: each array gives two."""
    given = positional(call) if called_name(call.func) == "train_test_split" else []
    return given[place // 2].value if place // 2 < len(given) else None


def unpacked(
    name: cst.Name, use: cst.CSTNode, module: Module
) -> tuple[tuple[int, ...], cst.Call | None]:
    """The places of a name in what a call is unpacked to: `(1, 0)` for `x` of `_, (x, y) = f()`."""
    match node_at(name, use, module):
        case cst.Assign(targets=[cst.AssignTarget(target=target)], value=cst.Call() as call):
            return _places(target, name.value), call
    return (), None


def _places(target: cst.BaseExpression, name: str) -> tuple[int, ...]:
    if isinstance(target, (cst.Tuple, cst.List)):
        for place, each in enumerate(target.elements):
            if isinstance(each.value, cst.Name) and each.value.value == name:
                return (place,)
            within = _places(each.value, name)
            if within:
                return (place, *within)
    return ()
