"""Batches that are scaled as a whole, where each sample is meant: to unit length, or to shares."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.operations import SUMS
from layerlint.facts.tensors import WHOLE_NORMS
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.lambda_functions import lambda_functions
from layerlint.queries.metric_functions import compared_functions
from layerlint.queries.straight_values import node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, is_name, literal, positional
from layerlint.syntax.walk import innermost, walk_kinds, walk_same_function

_PRODUCTS = frozenset({"batch_dot", "dot", "einsum", "matmul", "tensordot", "transpose"})
_KEEPS_NAME = frozenset({"abs", "absolute", "relu"})


def unit_of(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call scales to a length of 1, over all axes or along the first; None for any other.

    Columns of unit length are what is multiplied to compare columns.
    """
    name = module.tf(call.func) or module.keras(call.func)
    given = bind(call, ("x", "axis"))
    scaled = positional(call)
    if name not in WHOLE_NORMS or not scaled or {"**", "*"} & given.keys():
        return None
    axis = _axis(call)
    if axis is not None and (literal(axis) != 0 or _compares_columns(call, module)):
        return None
    return scaled[0].value


def has_axis(call: cst.Call) -> bool:
    """Whether what scales something to a length of 1 is told along which axis."""
    return _axis(call) is not None


def _axis(call: cst.Call) -> cst.BaseExpression | None:
    given = bind(call, ("x", "axis"))
    axis = given.get("axis") or given.get("dim")
    return None if axis is None or is_name(axis, "None") else axis


def _compares_columns(call: cst.Call, module: Module) -> bool:
    """Whether the function multiplies matrices, turned perhaps."""
    function = innermost(call, cst.FunctionDef, cst.Lambda)
    if function is None:
        return True
    operators = (each.operator for each in walk_kinds(function, cst.BinaryOperation))
    names = (called_name(each.func) for each in walk_kinds(function, cst.Call))
    return any(isinstance(each, cst.MatrixMultiply) for each in operators) or any(
        each in _PRODUCTS for each in names
    )


def shares_of(node: cst.BinaryOperation, module: Module) -> cst.BaseExpression | None:
    """The `x` of `x / sum(x)`, summed over all axes; None for any other quotient."""
    if not isinstance(node.operator, cst.Divide):
        return None
    text = module.source(node.left)
    summed = _summed(node.right, module)
    return node.left if summed is not None and module.source(summed) == text else None


def range_of(node: cst.BinaryOperation, module: Module) -> cst.BaseExpression | None:
    """The `x` of `(x - min(x)) / (max(x) - min(x))`, both over all axes."""
    match node:
        case cst.BinaryOperation(
            left=cst.BinaryOperation(left=scaled, operator=cst.Subtract(), right=low),
            operator=cst.Divide(),
            right=span,
        ):
            if isinstance(span, cst.BinaryOperation) and isinstance(span.operator, cst.Add):
                span = span.left
            if not isinstance(span, cst.BinaryOperation):
                return None
            text = module.source(scaled)
            least = [_extreme(each, "min", module) for each in (low, span.right)]
            if least == [text, text] and _extreme(span.left, "max", module) == text:
                return scaled
    return None


def standardized(node: cst.BinaryOperation | cst.Call, module: Module) -> cst.BaseExpression | None:
    """The `x` that is returned less the mean of the samples, by `moments(x, [0])`."""
    match node:
        case cst.BinaryOperation(left=scaled, operator=cst.Subtract(), right=cst.Name() as mean):
            pass
        case cst.Call(args=[first, cst.Arg(value=cst.Name() as mean), *_]):
            if module.tf(node.func) != "nn.batch_normalization":
                return None
            scaled = first.value
        case _:
            return None
    if not isinstance(innermost(node, cst.Return, cst.FunctionDef, cst.Lambda), cst.Return):
        return None
    binding = node_at(mean, node, module)
    made = binding.value if isinstance(binding, cst.Assign) else None
    if not isinstance(made, cst.Call) or module.tf(made.func) != "nn.moments":
        return None
    given = bind(made, ("x", "axes"))
    axes = literal(given["axes"]) if "axes" in given else None
    along = axes == 0 or (isinstance(axes, (list, tuple)) and 0 in axes)
    same = "x" in given and module.source(given["x"]) == module.source(scaled)
    return scaled if along and same else None


def _extreme(node: cst.BaseExpression, kind: str, module: Module) -> str | None:
    """What the least or the largest number is taken of, over all axes."""
    found = value_at(node, node, module) if isinstance(node, cst.Name) else node
    if not isinstance(found, cst.Call) or len(found.args) != 1:
        return None
    name = module.operation(found).removeprefix("reduce_").removeprefix("a")
    return module.source(found.args[0].value) if name == kind else None


def _summed(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What a divisor is the sum of, a small number added to it perhaps."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Add()):
            return _summed(left, module)
        case cst.Call():
            known = module.tensor_function(node.func)
            given = positional(node)
            if known is None or not given:
                return None
            if known.name == "maximum":
                return _summed(given[0].value, module)
            if known.name in SUMS and len(node.args) == 1:
                return _plain(given[0].value, module)
        case cst.Name():
            value = value_at(node, node, module)
            return _summed(value, module) if value is not None else None
    return None


def _plain(node: cst.BaseExpression, module: Module) -> cst.BaseExpression:
    """What `abs(x)` is of, or `node` itself."""
    if isinstance(node, cst.Call) and module.operation(node) in _KEEPS_NAME and node.args:
        return node.args[0].value
    return node


def units_of_batches(module: Module) -> Iterator[tuple[cst.Call, str]]:
    """Where Lambda layers, losses and metrics scale a batch to unit length, and their names."""
    for each in lambda_functions(module):
        if each.code is not None:
            yield from _units(each.code, "Lambda", module)
    for compared in compared_functions(module):
        yield from _units(compared, compared.name.value, module)
    for found in keras_objects(module):
        method = found.methods.get("call") or found.methods.get("update_state")
        if found.kind in ("loss", "metric") and method is not None and method.module is module:
            yield from _units(method.node, found.name, module)


def _units(
    function: cst.FunctionDef | cst.Lambda, name: str, module: Module
) -> Iterator[tuple[cst.Call, str]]:
    parameters = set(names_taken(function))
    for call in walk_same_function(function.body, cst.Call):
        scaled = unit_of(call, module)
        if scaled is not None and _has_samples(scaled, parameters, call, module):
            yield call, name


def _has_samples(
    node: cst.BaseExpression, parameters: set[str], use: cst.Call, module: Module
) -> bool:
    """Whether it is what Keras hands to the function, columns of it, or the like."""
    match node:
        case cst.Name(value=name) if name in parameters:
            return value_at(node, use, module) is None
        case cst.Subscript(value=owner, slice=[first, *_]):
            columns = not isinstance(first.slice, cst.Index) or isinstance(
                first.slice.value, cst.Ellipsis
            )
            return columns and _has_samples(owner, parameters, use, module)
        case cst.Call(args=[first, *_]):
            known = module.tensor_function(node.func)
            same = known is not None and known.role in ("cast", "elementwise")
            return same and _has_samples(first.value, parameters, use, module)
    return False
