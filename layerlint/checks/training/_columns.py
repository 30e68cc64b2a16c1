"""Whether a value has one number for each sample, `(n,)`, or a column of them, `(n, 1)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from layerlint.checks.training._model_ends import end_of_run
from layerlint.checks.training._rows_told import (
    is_documented,
    is_drawn,
    is_loaded,
    is_split_from,
    is_table,
)
from layerlint.facts.data import KEEP_SAMPLES, KEEP_SHAPE
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import arguments, called, callers
from layerlint.queries.straight_values import expression_behind, node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, is_name, keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 16
# Methods and functions of NumPy that make one number of a row.
_ALONG = frozenset({"max", "mean", "min", "prod", "sum"})
_FLATTENS = frozenset({"flatten", "ravel"})
_MOST_CALLERS = 20
# Where batches are of one sample, which has one pair.
_ALONE = re.compile(r"\[None\b|newaxis|expand_dims\([^)\n]*\b0\)|reshape\([(\[]?1,|batch\(1\)")


class Form(NamedTuple):
    """The shape, and the call or expression that it is known of."""

    shape: Literal["flat", "column"]
    origin: cst.CSTNode | None


def form_of(
    node: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int = _DEPTH
) -> Form | None:
    """The form of an expression as it is read at `use`; None where it is unknown."""
    if not depth:
        return None
    key = (form_of, node)
    return module.remembered(key, lambda: _anew(node, use, module, depth - 1))


def _anew(node: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int) -> Form | None:
    match node:
        case cst.Name() | cst.Attribute(value=cst.Name("self")):
            value = value_at(node, use, module)
            if value is not None:
                return form_of(value, value, module, depth)
            return _unpacked(node, use, module, depth) if isinstance(node, cst.Name) else None
        case cst.Attribute(value=cst.Subscript() as column, attr=cst.Name("values")):
            return Form("flat", node) if _is_named_column(column) else None
        case cst.Subscript():
            return _of_part(node, use, module, depth)
        case cst.UnaryOperation(expression=inner):
            return form_of(inner, use, module, depth)
        case cst.BinaryOperation():
            return _of_operation(node, use, module, depth)
        case cst.Call():
            return _of_call(node, use, module, depth)
    return None


def _of_operation(
    node: cst.BinaryOperation, use: cst.CSTNode, module: Module, depth: int
) -> Form | None:
    left, right = (form_of(each, use, module, depth) for each in (node.left, node.right))
    if left is not None and right is not None:
        return left if left.shape == right.shape else None
    known, other = (left, node.right) if left is not None else (right, node.left)
    # Whatever numbers for each sample are added to, they are no column afterwards.
    if known is not None and (known.shape == "flat" or isinstance(literal(other), (int, float))):
        return known
    return None


def _of_part(node: cst.Subscript, use: cst.CSTNode, module: Module, depth: int) -> Form | None:
    whole = form_of(node.value, use, module, depth)
    if whole is None:
        return None
    match [each.slice for each in node.slice]:
        case [cst.Slice()]:
            return whole
        case [cst.Slice(lower=None, upper=None) | cst.Index(cst.Ellipsis()), cst.Index(value=at)]:
            first = literal(at) in (0, -1)
            return Form("flat", whole.origin) if whole.shape == "column" and first else None
    return None


def _of_call(node: cst.Call, use: cst.CSTNode, module: Module, depth: int) -> Form | None:
    name = called_name(node.func)
    values = [each.value for each in positional(node)]
    method = isinstance(node.func, cst.Attribute) and module.resolve(node.func) is None
    if method and isinstance(node.func, cst.Attribute):
        values.insert(0, node.func.value)
    if name == "reshape" and len(values) > 1:
        return _of_shape(
            values[1]
            if len(values) == 2
            else cst.Tuple([cst.Element(each) for each in values[1:]]),
            node,
        )
    if name in _FLATTENS and method and len(values) == 1:
        return Form("flat", node)
    if name == "to_numpy" and values and _is_named_column(values[0]):
        return Form("flat", node)
    if name in KEEP_SHAPE and values:
        numbers = _is_list_of_numbers(values[0])
        return Form("flat", node) if numbers else form_of(values[0], use, module, depth)
    if name == "squeeze" and values and not module.once(_has_lone_samples):
        whole = form_of(values[0], use, module, depth)
        return Form("flat", whole.origin) if whole is not None else None
    if name == "expand_dims" and len(values) > 1 and literal(values[1]) in (1, -1):
        whole = form_of(values[0], use, module, depth)
        flat = whole is not None and whole.shape == "flat"
        return Form("column", whole.origin) if whole is not None and flat else None
    if name in _ALONG and values and not module.once(_has_lone_samples):
        axis = bind(node, ("axis",) if method else ("x", "axis")).get("axis")
        along = axis is not None and literal(axis) in (1, -1)
        if along and keyword(node, "keepdims") is None and is_table(values[0], module):
            return Form("flat", node)
    if is_drawn(node, module):
        return Form("flat", node)
    known = module.tensor_function(node.func)
    if known is not None:
        return _of_reduction(node, module) if known.role == "reduction" else None
    return Form("column", node) if _units(node, module) == 1 else None


def _of_shape(shape: cst.BaseExpression, node: cst.Call) -> Form | None:
    """What `reshape` makes: `-1`, `[-1]`, `(-1, 1)`."""
    value = literal(shape)
    if value == -1 or (isinstance(value, (list, tuple)) and list(value) == [-1]):
        return Form("flat", node)
    if isinstance(value, (list, tuple)) and list(value) == [-1, 1]:
        return Form("column", node)
    return None


def _of_reduction(node: cst.Call, module: Module) -> Form | None:
    """`tf.reduce_max(model(x), axis=1)`, also of scores that are multiplied by something."""
    given = bind(node, ("input_tensor", "axis", "keepdims"))
    axis, scores = given.get("axis"), positional(node)[:1]
    if axis is None or literal(axis) not in (1, -1) or not scores:
        return None
    if "keepdims" in given or "keep_dims" in given or module.once(_has_lone_samples):
        return None
    made = scores[0].value
    factors = [made.left, made.right] if isinstance(made, cst.BinaryOperation) else [made]
    for each in factors:
        value = expression_behind(each, node, module)
        if isinstance(value, cst.Call) and (_units(value, module) or 0) > 1:
            return Form("flat", node)
    return None


def _units(call: cst.Call, module: Module) -> int | None:
    """How many numbers a model gives for a sample, where a call runs one that ends in `Dense`."""
    end = end_of_run(call, module)
    if end is None or end.module.keras(end.call.func) != "layers.Dense":
        return None
    return end.units


def _has_lone_samples(module: Module) -> bool:
    return _ALONE.search(module.text) is not None


def _is_named_column(node: cst.BaseExpression) -> bool:
    """Whether it is one column of a table: `frame["price"]`."""
    match node:
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=name))]):
            return isinstance(literal(name), str)
    return False


def _is_list_of_numbers(node: cst.BaseExpression) -> bool:
    value = literal(node) if isinstance(node, (cst.List, cst.Tuple)) else None
    return (
        isinstance(value, (list, tuple))
        and len(value) > 1
        and all(isinstance(each, (int, float)) for each in value)
    )


def _unpacked(name: cst.Name, use: cst.CSTNode, module: Module, depth: int) -> Form | None:
    """The form of a part of what a call gave: of a known data set, of a split."""
    if is_loaded(name, use, module):
        return Form("flat", node_at(name, use, module))
    split = is_split_from(name, use, module)
    if split is not None:
        return form_of(*split, module, depth)
    return _handed(name, use, module, depth)


def _handed(name: cst.Name, use: cst.CSTNode, module: Module, depth: int) -> Form | None:
    """The form of what a loop over a dataset gives, or of what all calls give a parameter."""
    for around in module.ancestors(use):
        if isinstance(around, cst.For):
            place = _place(around.target, name.value)
            if place is not None:
                return _of_batch(around, place, module, depth)
        if isinstance(around, cst.FunctionDef):
            return _by_callers(name.value, around, module, depth)
    return None


def _by_callers(name: str, function: cst.FunctionDef, module: Module, depth: int) -> Form | None:
    key = (_by_callers, function, name)
    return module.remembered(key, lambda: _agreed(name, function, module, depth))


def _agreed(name: str, function: cst.FunctionDef, module: Module, depth: int) -> Form | None:
    """The form of what all calls of a function give a parameter."""
    found = callers(function, module)
    told = Form("flat", function) if is_documented(name, function) else None
    forms: list[Form | None] = [] if found else [told]
    for call in found[:_MOST_CALLERS]:
        given = arguments(call, function, module).get(name)
        known = form_of(given, call, module, depth) if given is not None else None
        forms.append(known or told)
    shapes = {each.shape if each is not None else None for each in forms}
    return forms[0] if len(shapes) == 1 and len(found) <= _MOST_CALLERS else None


def _place(target: cst.BaseExpression, name: str) -> int | None:
    """Which part of a batch a loop calls so: 1 for `y` of `for step, (x, y) in enumerate(ds)`."""
    for pair in walk_kinds(target, cst.Tuple):
        for place, each in enumerate(pair.elements):
            if isinstance(each.value, cst.Name) and each.value.value == name:
                whole = pair is target or len(pair.elements) > 1
                return place if whole else None
    return None


def _of_batch(loop: cst.For, place: int, module: Module, depth: int) -> Form | None:
    """The form of one part of the batches of `Dataset.from_tensor_slices((x, y)).batch(8)`."""
    data = loop.iter
    use = _outermost(loop, module)
    if any(is_name(each.target, module.source(data)) for each in _assigned_in(use, module)):
        return None
    batched = False
    for _ in range(_DEPTH):
        if isinstance(data, (cst.Name, cst.Attribute)):
            value = value_at(data, use, module)
            if value is None:
                return None
            data, use = value, value
        elif isinstance(data, cst.Call) and called_name(data.func) == "from_tensor_slices":
            given = data.args[0].value if data.args else None
            if not batched or not isinstance(given, cst.Tuple) or place >= len(given.elements):
                return None
            return form_of(given.elements[place].value, data, module, depth)
        elif isinstance(data, cst.Call) and (made := _returned(data, module)) is not None:
            data = use = made
        elif isinstance(data, cst.Call) and called_name(data.func) in ("enumerate", "tqdm"):
            data = data.args[0].value if data.args else data.func
        elif isinstance(data, cst.Call) and called_name(data.func) in KEEP_SAMPLES:
            if module.source(data).endswith("batch(1)"):
                return None
            batched = batched or called_name(data.func) == "batch"
            data = data.func.value if isinstance(data.func, cst.Attribute) else data.func
        else:
            return None
    return None


def _returned(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """The one expression that a function of the module returns."""
    function = called(call, module)
    return only_result(function) if function is not None else None


def _outermost(loop: cst.For, module: Module) -> cst.CSTNode:
    """The loop of the function that all others stand in: what is bound before it holds in it."""
    found: cst.CSTNode = loop
    for around in module.ancestors(loop):
        if isinstance(around, (cst.FunctionDef, cst.Lambda)):
            break
        if isinstance(around, (cst.For, cst.While)):
            found = around
    return found


def _assigned_in(loop: cst.CSTNode, module: Module) -> tuple[cst.AssignTarget, ...]:
    return module.remembered(
        (_assigned_in, loop), lambda: tuple(walk_kinds(loop, cst.AssignTarget))
    )
