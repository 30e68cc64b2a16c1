"""Which of two places in a function can run in one pass through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_LEAVES = (cst.Return, cst.Raise, cst.Continue, cst.Break)
LOOPS = (cst.For, cst.While, cst.BaseComp)


def exclusive_in_class(module: Module, first: cst.CSTNode, second: cst.CSTNode) -> bool:
    """Whether only one of two nodes runs, be it that only one of two methods is called.

    `if self.gated: self._make_gates() else: self._make_sums()`.
    """
    if module.function(first) is module.function(second):
        return exclusive(module, first, second)
    ways = [(one, other) for one in _runs(first, module) for other in _runs(second, module)]
    return bool(ways) and all(
        module.function(one) is module.function(other) and exclusive(module, one, other)
        for one, other in ways
    )


def _runs(node: cst.CSTNode, module: Module) -> list[cst.CSTNode]:
    """The calls of the helper method that the node stands in, or the node itself."""
    method, owner = module.function(node), module.class_around(node)
    if method is None or owner is None:
        return [node]
    name = method.name.value
    calls = walk_kinds(owner.body, cst.Call)
    return [call for call in calls if self_attribute(call.func) == name] or [node]


def exclusive(module: Module, first: cst.CSTNode, second: cst.CSTNode) -> bool:
    """Whether only one of two nodes runs: branches of one `if`, or behind one that returns."""
    path = {first, *module.ancestors(first)}
    child: cst.CSTNode = second
    for node in module.ancestors(second):
        if node in path:
            common = node
            break
        child = node
    else:
        return False
    if isinstance(common, (cst.If, cst.IfExp)) and child is not common.test:
        return not any(part in path for part in (child, common.test))
    body = getattr(common, "body", ())
    inside = next((line for line in body if line in path), None) if _is_list(body) else None
    return isinstance(inside, cst.If) and _leaves(module, inside, first)


def in_loop(module: Module, node: cst.CSTNode, outside: cst.CSTNode | None) -> bool:
    """Whether `node` is evaluated in every turn of a loop that `outside` does not stand in."""
    around = set(module.ancestors(outside)) if outside is not None else set()
    child = node
    for found in module.ancestors(node):
        if isinstance(found, (cst.FunctionDef, cst.ClassDef)):
            return False
        if isinstance(found, LOOPS) and found not in around:
            once = found.iter if isinstance(found, cst.For) else getattr(found, "for_in", None)
            if child is not once:
                return True
        child = found
    return False


def _leaves(module: Module, statement: cst.If, node: cst.CSTNode) -> bool:
    """Whether the branch of `statement` that holds `node` ends by leaving the block."""
    path = set(module.ancestors(node))
    branch: cst.CSTNode = statement.body
    if branch not in path:
        return False
    last = branch.body[-1] if isinstance(branch, cst.IndentedBlock) else None
    return isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[-1], _LEAVES)


def _is_list(body: object) -> bool:
    return isinstance(body, (list, tuple))
