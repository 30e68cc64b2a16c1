"""What the functions of TensorFlow and Keras make of their arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.facts.tensors import (
    DRAWS,
    DTYPE_POSITIONS,
    FLATTENS_WITHOUT_AXIS,
    INTEGER_DTYPES,
    KEEPS_BINARY,
    WITHOUT_DTYPE,
    TensorFunction,
)
from layerlint.interpret.tensors.algebra import combined, static_shape
from layerlint.interpret.tensors.contractions import keeps_steps
from layerlint.interpret.tensors.fact import BOTH, PYTHON, TENSOR, UNKNOWN, Dtype, Fact
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, keyword, literal, positional

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.run import Run

_OTHER_FLOATS = frozenset({"float16", "bfloat16", "float64"})
_FROM_VALUES = frozenset({"constant", "convert_to_tensor", "range", "arange", "linspace"})
_OF_ONES = frozenset({"ones", "zeros", "eye", "one_hot"})
_CONTRACTIONS = frozenset({"matmul", "einsum", "tensordot", "dot", "batch_dot"})
_QUANTIFIERS = frozenset({"all", "any", "reduce_all", "reduce_any"})
_QUOTIENTS = frozenset({"divide", "divide_no_nan", "true_divide", "truediv"})
_MASK_PRODUCTS = frozenset({"multiply", "maximum", "minimum", "subtract"})


def apply(
    node: cst.Call, function: TensorFunction, facts: Sequence[Fact], frame: Frame, run: Run
) -> Fact:
    """The fact of a function's result, given those of its arguments."""
    result = _applied(node, function, facts, frame, run)
    if result.eager:
        result = replace(result, eager=False)
    if result.implicit == "kept":
        # A conversion may give back the very tensor that it is given.
        same = function.role in ("cast", "create")
        return replace(result, implicit=None if same else "lost")
    return result


def _applied(
    node: cst.Call, function: TensorFunction, facts: Sequence[Fact], frame: Frame, run: Run
) -> Fact:
    first = facts[0] if facts else UNKNOWN
    match function.role:
        case "python":
            return PYTHON
        case "static-shape":
            return static_shape(first)
        case "elementwise":
            return _elementwise(node, function, first)
        case "reduction":
            return _reduced(node, function, first)
        case "layout":
            return _laid_out(node, function, first)
        case "comparison":
            if function.name in _QUANTIFIERS:
                return replace(_reduced(node, function, first), dtype="bool", mask=True)
            both = combined(facts)
            return Fact("tensor", both.batch, "bool", mask=True, steps=both.steps)
        case "integer":
            return Fact("tensor", dtype="int")
        case "like":
            typed = _typed(node, function, frame, run)
            return typed or replace(first.as_tensor(), trained=None, size=None, weight=False)
        case "cast":
            return _cast(node, function, first, frame, run)
        case "create":
            return _created(node, function, first, frame, run)
        case "binary":
            return _binary(node, function, facts)
        case "join":
            return _joined(node, first)
        case "where":
            chosen = [fact for fact in facts[1:3] if fact.kind != "python"]
            return replace(combined(chosen) if chosen else TENSOR, kind="tensor", mask=False)
        case "split":
            part = replace(first.as_tensor(), steps=False, whole=False, batch=False, size=None)
            return Fact("python", item=part)
    return Fact("tensor", trained=first.trained)


def dtype_argument(node: cst.Call, function: TensorFunction) -> cst.BaseExpression | None:
    """The expression that says the dtype of what a function makes, if one does."""
    found = keyword(node, "dtype")
    if found is not None:
        return found
    place = DTYPE_POSITIONS.get(function.name)
    arguments = positional(node)
    if place is not None and len(arguments) > place:
        return arguments[place].value
    return None


def dtype_named(node: cst.BaseExpression, module: Module) -> str | None:
    """`"float32"` for `tf.float32`, `"float32"` and `K.floatx()`; None for a computed dtype."""
    value = literal(node)
    if isinstance(value, str):
        return value
    if isinstance(node, cst.Call):
        return "float32" if module.keras(node.func) in _FLOATX else None
    last = (module.resolve(node) or "").rpartition(".")[2]
    return last if last in _OTHER_FLOATS | INTEGER_DTYPES | {"float32", "bool"} else None


_FLOATX = frozenset({"backend.floatx", "config.floatx"})


def _binary(node: cst.Call, function: TensorFunction, facts: Sequence[Fact]) -> Fact:
    operands = facts if function.name == "einsum" else facts[:2]
    result = replace(combined(operands), kind="tensor", size=None, items=None, item=None)
    result = replace(result, dtype=_promoted(function, result))
    if function.name in _QUOTIENTS and result.dtype == "int":
        result = replace(result, dtype=None)
    if function.name in _CONTRACTIONS:
        steps = keeps_steps(node, function, facts)
        return replace(result, steps=steps, whole=False, mask=False)
    masks = all(fact.mask or fact.kind == "python" for fact in operands)
    return replace(result, mask=result.mask and masks and function.name in _MASK_PRODUCTS)


def _axis(node: cst.Call) -> object:
    found = bind(node, ("x", "axis")).get("axis")
    return literal(found) if found is not None else None


def _elementwise(node: cst.Call, function: TensorFunction, first: Fact) -> Fact:
    if first.items is not None or first.item is not None:
        # Some functions take a list for a tensor, others go into it.
        return UNKNOWN
    flat = function.library == "ops" and function.name in FLATTENS_WITHOUT_AXIS
    if flat and _axis(node) is None:
        return Fact("tensor", trained=first.trained)
    return replace(
        first.as_tensor(),
        size=None,
        weight=False,
        mask=first.mask and function.name in KEEPS_BINARY,
        dtype=_promoted(function, first),
    )


def _promoted(function: TensorFunction, first: Fact) -> Dtype | None:
    """The dtype of a result; Keras goes on with floating point numbers where it has to."""
    exact = first.dtype in ("int", "bool")
    return None if exact and function.library in ("ops", "backend") else first.dtype


def _reduced(node: cst.Call, function: TensorFunction, first: Fact) -> Fact:
    axis = _axis(node)
    axes = axis if isinstance(axis, (list, tuple)) else (axis,)
    inner = all(isinstance(item, int) and item != 0 for item in axes)
    return Fact(
        "tensor",
        batch=first.batch and inner,
        dtype=_promoted(function, first),
        generations=first.generations,
        origin=first.origin,
        trained=first.trained,
    )


def _laid_out(node: cst.Call, function: TensorFunction, first: Fact) -> Fact:
    axis = _axis(node)
    keeps = function.name == "expand_dims" and isinstance(axis, int) and axis != 0
    return replace(
        first.as_tensor(),
        batch=first.batch and keeps,
        steps=first.steps and keeps and axis in (-1, 2),
        whole=False,
        size=None,
        weight=False,
    )


def _joined(node: cst.Call, first: Fact) -> Fact:
    parts = first.items or ((first.item,) if first.item is not None else ())
    inner = _axis(node) in (-1, 2) and bool(parts)
    result = replace(combined(parts) if parts else TENSOR, kind="tensor", mask=False)
    return replace(
        result,
        batch=inner and all(part.batch for part in parts),
        steps=inner and all(part.steps for part in parts),
        whole=False,
    )


def _cast(node: cst.Call, function: TensorFunction, first: Fact, frame: Frame, run: Run) -> Fact:
    if first.items is not None or first.item is not None:
        first = Fact(trained=first.trained)
    kept = replace(first.as_tensor(), dtype=None, generations=BOTH, origin=None, weight=False)
    typed = _typed(node, function, frame, run)
    if typed is None:
        return kept
    return replace(kept, dtype=typed.dtype, generations=typed.generations, origin=typed.origin)


def _typed(node: cst.Call, function: TensorFunction, frame: Frame, run: Run) -> Fact | None:
    """A tensor of the dtype that the call says, None where it says none."""
    argument = dtype_argument(node, function)
    if argument is None or literal(argument) is None:
        return None
    name = dtype_named(argument, frame.module)
    if name is not None:
        return _of_dtype(name, argument)
    like = run.fact(argument)
    if like.kind != "python":
        return TENSOR
    return Fact("tensor", dtype=like.dtype, generations=like.generations, origin=like.origin)


def _of_dtype(name: str, argument: cst.BaseExpression) -> Fact:
    if name == "float32":
        return Fact("tensor", dtype="float32", origin=argument)
    dtype: Dtype | None = "bool" if name == "bool" else None
    return Fact("tensor", dtype="int" if name in INTEGER_DTYPES else dtype)


def _has_fraction(value: object) -> bool:
    """Whether a number, or one of those in a list, is written with a point."""
    if isinstance(value, (list, tuple)):
        return any(_has_fraction(part) for part in value)
    return isinstance(value, float)


def _created(node: cst.Call, function: TensorFunction, first: Fact, frame: Frame, run: Run) -> Fact:
    typed = _typed(node, function, frame, run)
    if typed is not None:
        return typed
    name = function.name
    if name in ("constant", "convert_to_tensor") and first.may_be_tensor:
        return replace(first.as_tensor(), weight=False)
    if name in _FROM_VALUES:
        values = [literal(argument.value) for argument in positional(node)[:2]]
        known = bool(values) and NOT_LITERAL not in values
        if known and any(_has_fraction(value) for value in values):
            return Fact("tensor", dtype="float32")
        if function.library == "backend" and name == "constant":
            return TENSOR
        return Fact("tensor", dtype="int" if known and name != "linspace" else None)
    if name in WITHOUT_DTYPE or name == "full":
        return TENSOR
    # Noise is mostly of models that nobody runs in half precision.
    origin = node if function.library == "tf" and name not in DRAWS else None
    return Fact("tensor", dtype="float32", origin=origin, mask=name in _OF_ONES)
