"""LL149: a loss that has lost the last axis is multiplied by weights that still have it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.losses import ROW_LOSSES
from layerlint.facts.tensors import tensor_function
from layerlint.findings import Finding
from layerlint.model.assignments import only_value, values_of
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Imports, Members
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

_NONE = frozenset({"none", "losses.Reduction.NONE"})
_KEEPS_SHAPE = frozenset({"binary", "cast", "comparison", "elementwise", "like", "where"})
_SAME_SHAPE = frozenset({"cast", "clip", "clip_by_value", "convert_to_tensor"})
_DEPTH = 4


@check(
    Module,
    needs=AllOf(
        AnyOf(*map(Imports, ("keras", "tensorflow", "tf_keras"))),
        AnyOf(*map(Members, sorted(ROW_LOSSES))),
    ),
)
def row_loss_times_columns(module: Module) -> Iterator[Finding]:
    """Report products of such a loss and of something made of the targets element by element."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = [each.name for each in parameters_of(function.params) if each.name != "self"][:2]
        if len(names) < 2 or any(_is_reshaped(name, function, module) for name in names):
            continue
        for product in walk_same_function(function.body, cst.BinaryOperation):
            if not isinstance(product.operator, cst.Multiply) or _is_factor(product, module):
                continue
            factors = list(_factors(product))
            rows = [each for each in factors if _is_row_loss(each, names, function, module)]
            whole = [each for each in factors if _is_whole(each, names, function, module, _DEPTH)]
            if rows and whole:
                fields = {"loss": short(module, rows[0]), "weights": short(module, whole[0])}
                yield Finding(product, fields=fields)


def _is_factor(product: cst.BinaryOperation, module: Module) -> bool:
    around = module.parent(product)
    return isinstance(around, cst.BinaryOperation) and isinstance(around.operator, cst.Multiply)


def _factors(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Multiply):
        yield from _factors(node.left)
        yield from _factors(node.right)
    else:
        yield node


def _is_reshaped(name: str, function: cst.FunctionDef, module: Module) -> bool:
    """Whether a parameter is given another value than itself with another dtype."""
    values = values_of(name, walk_same_function(function.body, cst.Assign))
    return any(not _is_cast_of(value, name, module) for value in values)


def _is_cast_of(node: cst.BaseExpression, name: str, module: Module) -> bool:
    if not isinstance(node, cst.Call) or not node.args or not is_name(node.args[0].value, name):
        return False
    known = tensor_function(module.resolve(node.func))
    return known is not None and known.name in (
        "cast",
        "clip",
        "clip_by_value",
        "convert_to_tensor",
    )


def _is_row_loss(
    node: cst.BaseExpression, names: list[str], function: cst.FunctionDef, module: Module
) -> bool:
    """Whether it is such a loss of both parameters as they are."""
    if isinstance(node, cst.Name):
        value = only_value(node.value, walk_same_function(function.body, cst.Assign))
        changed = any(
            is_name(each.target, node.value)
            for each in walk_same_function(function.body, cst.AugAssign)
        )
        return value is not None and not changed and _is_row_loss(value, names, function, module)
    if not isinstance(node, cst.Call) or len(node.args) < 2:
        return False
    given = [each.value for each in positional(node)[:2]]
    if [module.source(each) for each in given] != names or keyword(node, "axis") is not None:
        return False
    home, _, last = (module.keras(node.func) or "").rpartition(".")
    if last in ROW_LOSSES and home in ("losses", "metrics"):
        return last[0].islower()
    return _is_made_unreduced(node.func, node, module)


def _is_made_unreduced(made: cst.BaseExpression, use: cst.Call, module: Module) -> bool:
    """Whether what is called is a loss object that reduces nothing but the last axis."""
    if isinstance(made, cst.Name) or self_attribute(made) is not None:
        value = value_at(made, use, module)
        return value is not None and _is_made_unreduced(value, use, module)
    if not isinstance(made, cst.Call):
        return False
    home, _, last = (module.keras(made.func) or "").rpartition(".")
    reduction = keyword(made, "reduction")
    if home != "losses" or last not in ROW_LOSSES or reduction is None:
        return False
    return literal(reduction.value) in _NONE or module.keras(reduction.value) in _NONE


def _is_whole(
    node: cst.BaseExpression,
    names: list[str],
    function: cst.FunctionDef,
    module: Module,
    depth: int,
) -> bool:
    """Whether it is made of a parameter element by element, so that it has all axes of it."""
    if depth == 0:
        return False
    match node:
        case cst.Name(value=name):
            if name in names:
                return True
            value = only_value(name, walk_same_function(function.body, cst.Assign))
            return value is not None and _is_whole(value, names, function, module, depth - 1)
        case cst.BinaryOperation(left=left, right=right):
            return any(_is_whole(side, names, function, module, depth) for side in (left, right))
        case cst.Comparison(left=left):
            return _is_whole(left, names, function, module, depth)
        case cst.Call():
            known = tensor_function(module.resolve(node.func))
            if known is None or known.role not in _KEEPS_SHAPE or known.name == "matmul":
                return False
            given = positional(node)
            return bool(given) and _is_whole(given[0].value, names, function, module, depth)
    return False
