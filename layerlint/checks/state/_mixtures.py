"""Averages of weights that are made of one thing twice, and models that become one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.model.assignments import assignments_to
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal, self_attribute
from layerlint.syntax.walk import is_below, walk_kinds

_SLACK = 1e-9
_WRITES = re.compile(r"\.(assign|set_weights)\(")


def mixed_with_itself(module: Module) -> Iterator[tuple[cst.BinaryOperation, str]]:
    """`tau * w + (1 - tau) * w`, each with what is mixed: no more than that itself."""
    for node in walk_kinds(module.tree, cst.BinaryOperation):
        whole = _whole(node, module) if isinstance(node.operator, cst.Add) else None
        scope = module.function(node)
        if whole is not None and scope is not None and _WRITES.search(module.source(scope)):
            yield node, module.source(whole)


def made_one_later(
    copy: cst.BaseExpression, model: cst.BaseExpression, module: Module
) -> cst.Assign | None:
    """Where an attribute that holds a model of its own is given the model that it is a copy of."""
    owner = module.class_around(copy)
    if self_attribute(copy) is None or self_attribute(model) is None or owner is None:
        return None
    bound = [each for each in assignments_to(module.source(copy), module) if is_below(each, owner)]
    made = [each for each in bound if isinstance(each.value, cst.Call)]
    for each in bound if made else ():
        function = module.function(each)
        joins = each.value is not None and module.source(each.value) == module.source(model)
        if joins and isinstance(each, cst.Assign) and function is not module.function(made[0]):
            return each
    return None


def _whole(node: cst.BinaryOperation, module: Module) -> cst.BaseExpression | None:
    """What two products have shares of that make 1."""
    for one, share in _factors(node.left):
        for other, rest in _factors(node.right):
            same = module.source(one) == module.source(other)
            if same and literal(one) is NOT_LITERAL and _are_shares(share, rest, module):
                return one
    return None


def _factors(
    node: cst.BaseExpression,
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The two factors of a product, in either order."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Multiply):
        yield node.left, node.right
        yield node.right, node.left


def _are_shares(one: cst.BaseExpression, other: cst.BaseExpression, module: Module) -> bool:
    """Whether the two make 1: `tau` and `1 - tau`, or numbers."""
    numbers = literal(one), literal(other)
    if all(isinstance(number, (int, float)) for number in numbers):
        return bool(abs(sum(numbers) - 1) < _SLACK)
    texts = [module.source(each).replace(" ", "").strip("()") for each in (one, other)]
    return any(
        rest in (f"1-{share}", f"1.0-{share}", f"1.-{share}")
        for share, rest in (texts, texts[::-1])
    )
