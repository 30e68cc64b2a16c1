"""LL149: a loss that has lost the last axis is multiplied by weights that still have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from layerlint.checks.training._new_forms import is_new_form
from layerlint.declaration import check
from layerlint.facts.losses import ROW_LOSSES
from layerlint.findings import Finding
from layerlint.model.assignments import Assigned, assigned, only_value, values_of
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Members
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

_NONE = frozenset({"losses.Reduction.NONE"})
_KEEPS_SHAPE = frozenset({"binary", "cast", "comparison", "elementwise", "like", "where"})
_SAME_SHAPE = frozenset({"cast", "clip", "clip_by_value", "convert_to_tensor"})
_DEPTH = 4


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        AnyOf(*map(Members, sorted(ROW_LOSSES))),
    ),
)
def row_loss_times_columns(module: Module) -> Iterator[Finding]:
    """Report products of such a loss and of something made of the targets element by element."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = names_taken(function)[:2]
        samples = _Samples(module, function, names)
        if len(names) < 2 or samples.are_reshaped():
            continue
        for product in walk_same_function(function.body, cst.BinaryOperation):
            if not isinstance(product.operator, cst.Multiply) or _is_factor(product, module):
                continue
            factors = _factors(product)
            rows = [each for each in factors if samples.make_row_loss(each)]
            whole = [each for each in factors if samples.are_whole_in(each)] if rows else []
            if whole:
                fields = {"loss": short(module, rows[0]), "weights": short(module, whole[0])}
                yield Finding(product, fields=fields)


def _is_factor(product: cst.BinaryOperation, module: Module) -> bool:
    around = module.parent(product)
    return isinstance(around, cst.BinaryOperation) and isinstance(around.operator, cst.Multiply)


def _factors(product: cst.BaseExpression) -> list[cst.BaseExpression]:
    found, pending = [], [product]
    while pending:
        node = pending.pop()
        if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Multiply):
            pending += (node.right, node.left)
        else:
            found.append(node)
    return found


@dataclass(slots=True)
class _Samples:
    """The first two parameters of a function, and what its expressions make of them."""

    module: Module
    function: cst.FunctionDef
    names: list[str]
    _whole: dict[tuple[cst.CSTNode, int], bool] = field(default_factory=dict)

    def _assigned(self) -> Assigned:
        return assigned(self.function.body, self.module)

    def are_reshaped(self) -> bool:
        """Whether one is given another value than itself with another dtype."""
        return any(
            not is_new_form(value, name, _SAME_SHAPE, self.module)
            for name in self.names
            for value in values_of(name, self._assigned())
        )

    def make_row_loss(self, node: cst.BaseExpression) -> bool:
        """Whether it is such a loss of both as they are."""
        followed: set[str] = set()
        while isinstance(node, cst.Name):
            name = node.value
            value = only_value(name, self._assigned())
            changed = name in self.module.facts(self.function.body, _changed)
            if value is None or changed or name in followed:
                return False
            followed.add(name)
            node = value
        if not isinstance(node, cst.Call) or len(node.args) < 2:
            return False
        given = [each.value for each in positional(node)[:2]]
        written = [self.module.source(each) for each in given]
        if written != self.names or keyword(node, "axis") is not None:
            return False
        home, _, last = (self.module.keras(node.func) or "").rpartition(".")
        if last in ROW_LOSSES and home in ("losses", "metrics"):
            return last[0].islower()
        return _is_made_unreduced(node.func, node, self.module)

    def are_whole_in(self, node: cst.BaseExpression, depth: int = _DEPTH) -> bool:
        """Whether it is made of one element by element, so that it has all axes of it."""
        key = (node, depth)
        if key not in self._whole:
            self._whole[key] = depth > 0 and self._make_whole(node, depth)
        return self._whole[key]

    def _make_whole(self, node: cst.BaseExpression, depth: int) -> bool:
        match node:
            case cst.Name(value=name):
                if name in self.names:
                    return True
                value = only_value(name, self._assigned())
                return value is not None and self.are_whole_in(value, depth - 1)
            case cst.BinaryOperation(left=left, right=right):
                return self.are_whole_in(left, depth) or self.are_whole_in(right, depth)
            case cst.Comparison(left=left):
                return self.are_whole_in(left, depth)
            case cst.Call():
                known = self.module.tensor_function(node.func)
                if known is None or known.role not in _KEEPS_SHAPE or known.name == "matmul":
                    return False
                given = positional(node)
                return bool(given) and self.are_whole_in(given[0].value, depth)
        return False


def _is_made_unreduced(made: cst.BaseExpression, use: cst.Call, module: Module) -> bool:
    """Whether what is called is a loss object that reduces nothing but the last axis."""
    followed: set[cst.CSTNode] = set()
    while isinstance(made, cst.Name) or self_attribute(made) is not None:
        value = value_at(made, use, module)
        if value is None or value in followed:
            return False
        followed.add(value)
        made = value
    if not isinstance(made, cst.Call):
        return False
    home, _, last = (module.keras(made.func) or "").rpartition(".")
    reduction = keyword(made, "reduction")
    if home != "losses" or last not in ROW_LOSSES or reduction is None:
        return False
    return literal(reduction) == "none" or module.keras(reduction) in _NONE


def _changed(body: cst.CSTNode) -> frozenset[str]:
    """The names that are given something made of what they were."""
    targets = (each.target for each in walk_same_function(body, cst.AugAssign))
    return frozenset(each.value for each in targets if isinstance(each, cst.Name))
