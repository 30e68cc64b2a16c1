"""LL441: the second residual connection of a block adds what went into the block once more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import node_at
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, names_bound, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

_Sum = tuple[cst.BaseExpression, cst.BaseExpression]
_DEPTH = 16
_ATTENTION = re.compile(r"attention|attn|mha", re.IGNORECASE)
_NOT_OF_STEPS = re.compile(r"channel|spatial|squeeze|cbam|pixel|gate|coord", re.IGNORECASE)
_BINDERS = (cst.Assign, cst.AnnAssign, cst.AugAssign, cst.For, cst.AsName, cst.NamedExpr)
_FIRST = ("query", "inputs", "x")
NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf(Text("ttention"), Text("attn"), Text("mha")),
)


@check(Module, needs=NEEDS)
def first_residual_lost(module: Module) -> Iterator[Finding]:
    """Report `x + ffn(norm(x + attention(x)))`, the inner sum being used for nothing else."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        residuals = _Residuals(module, function)
        for total in residuals.sums():
            found = _added_again(total, residuals)
            if found is not None:
                added, through = found
                fields = {"input": module.source(added), "through": module.source(through)}
                yield Finding(added, fields=fields)


def _added_again(
    total: _Sum, residuals: _Residuals
) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """What a sum adds that a sum below it has added already, and what stands between the two."""
    for added, branch in (total, total[::-1]):
        if not isinstance(added, cst.Name):
            continue
        calls = residuals.calls_below(branch)
        inner = calls.end if calls is not None and calls.alone else None
        if calls is None or not calls.made or inner is None:
            continue
        for first, attended in (inner, inner[::-1]):
            if residuals.is_same(added, first) and residuals.is_attention_to(attended, added):
                return added, calls.made[0].func
    return None


@dataclass
class _Calls:
    """Calls of one tensor each, outermost first, down to a sum or to something else.

    `alone` tells whether nothing else reads what any of them is given.
    """

    made: list[cst.Call] = field(default_factory=list)
    end: _Sum | None = None
    alone: bool = True
    source: cst.BaseExpression | None = None


class _Residuals:
    """The sums of two tensors in one function."""

    def __init__(self, module: Module, function: cst.FunctionDef) -> None:
        self._module = module
        self._function = function
        self._reads: dict[tuple[str, cst.CSTNode | None], int] | None = None

    def sums(self) -> Iterator[_Sum]:
        """Every sum of the function, in source order."""
        for node in walk_same_function(self._function.body, cst.BinaryOperation, cst.Call):
            terms = self._terms(node)
            if terms is not None:
                yield terms

    def calls_below(self, node: cst.BaseExpression) -> _Calls | None:
        """The calls that make a tensor of one sum; None where its making is not followed."""
        found = _Calls()
        for _ in range(_DEPTH):
            found.end = self._terms(node)
            if found.end is not None:
                return found
            if isinstance(node, cst.Name):
                value = self._given(node)
                if value is None:
                    found.source = node
                    return found
                found.alone = found.alone and self._is_read_once(node)
                node = value
            elif isinstance(node, cst.Call):
                given = _tensor(node)
                if given is None:
                    return None
                found.made.append(node)
                node = given
            else:
                return None
        return None

    def is_same(self, one: cst.BaseExpression, other: cst.BaseExpression) -> bool:
        """Whether two names are one, and nothing is given to it between them."""
        if not isinstance(one, cst.Name) or not isinstance(other, cst.Name):
            return False
        return one.value == other.value and self._rank(one) == self._rank(other)

    def is_attention_to(self, node: cst.BaseExpression, tensor: cst.Name) -> bool:
        """Whether a tensor comes from an attention whose queries another one is, or its norm."""
        for _ in range(_DEPTH):
            if isinstance(node, cst.Name):
                value = self._given(node)
                if value is None or not self._is_read_once(node):
                    return False
                node = value
            elif isinstance(node, cst.Call) and (given := _tensor(node)) is not None:
                if self._attends(node):
                    return self._comes_from(given, tensor)
                node = given
            else:
                return False
        return False

    def _comes_from(self, node: cst.BaseExpression, tensor: cst.Name) -> bool:
        for _ in range(_DEPTH):
            if self.is_same(node, tensor):
                return True
            if isinstance(node, cst.Name):
                value = self._given(node)
            else:
                value = _tensor(node) if isinstance(node, cst.Call) else None
            if value is None:
                return False
            node = value
        return False

    def _attends(self, call: cst.Call) -> bool:
        made = only_call(call.func, self._module)
        text = self._module.source(call.func) + (self._module.source(made) if made else "")
        return _ATTENTION.search(text) is not None and _NOT_OF_STEPS.search(text) is None

    def _terms(self, node: cst.CSTNode) -> _Sum | None:
        """The two tensors that are added, by an operator, a function or a layer."""
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                return left, right
            case cst.Call(args=[cst.Arg(star="", value=first), *rest]) if self._adds(node):
                if isinstance(first, (cst.List, cst.Tuple)):
                    parts = [each.value for each in first.elements]
                    return (parts[0], parts[1]) if len(parts) == 2 else None
                return (first, rest[0].value) if rest else None
        return None

    def _adds(self, call: cst.Call) -> bool:
        module = self._module
        if module.operation(call) in ("add", "add_n") or module.keras(call.func) == "layers.add":
            return True
        if isinstance(call.func, cst.Call):
            return module.keras(call.func.func) == "layers.Add"
        if not call.args or not isinstance(call.args[0].value, cst.List):
            return False
        made = only_call(call.func, module)
        return made is not None and module.keras(made.func) == "layers.Add"

    def _rank(self, name: cst.Name) -> int:
        """How often the function has given the name a value by then, in source order."""
        ends = self._module.remembered(
            (_ends, self._function), lambda: _ends(self._function, self._module)
        )
        return bisect_right(ends.get(name.value, []), self._module.span(name)[0])

    def _given(self, name: cst.Name) -> cst.BaseExpression | None:
        """What a name was given last, be it the first of several results."""
        match node_at(name, name, self._module):
            case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
                if isinstance(target, cst.Name):
                    return value
                if isinstance(target, cst.Tuple) and isinstance(value, cst.Call):
                    first = target.elements[0].value
                    is_first = isinstance(first, cst.Name) and first.value == name.value
                    return value if is_first else None
        return None

    def _is_read_once(self, name: cst.Name) -> bool:
        """Whether nothing but this place reads what the name holds there."""
        if self._reads is None:
            self._reads = {}
            for each in walk_same_function(self._function.body, cst.Name):
                around = self._module.parent(each)
                if isinstance(around, cst.Arg) and around.keyword is each:
                    continue
                if not isinstance(around, cst.AssignTarget):
                    key = each.value, node_at(each, each, self._module)
                    self._reads[key] = self._reads.get(key, 0) + 1
        return self._reads.get((name.value, node_at(name, name, self._module))) == 1


def _ends(function: cst.FunctionDef, module: Module) -> dict[str, list[int]]:
    """Where the statements end that give a name of a function a value, in their order."""
    found: dict[str, list[int]] = {}
    for node in walk_same_function(function.body, *_BINDERS):
        targets: list[cst.BaseExpression] = []
        match node:
            case cst.Assign():
                targets = [each.target for each in node.targets]
            case cst.AnnAssign(target=target) | cst.AugAssign(target=target):
                targets = [target]
            case cst.For(target=target) | cst.NamedExpr(target=target) | cst.AsName(name=target):
                targets = [target]
        for bound in (part for target in targets for part in names_bound(target)):
            found.setdefault(bound, []).append(module.span(node)[1])
    return {bound: sorted(each) for bound, each in found.items()}


def _tensor(call: cst.Call) -> cst.BaseExpression | None:
    """The one tensor that a call works on: the first, or the queries of an attention."""
    given = positional(call)
    if given:
        value: cst.BaseExpression | None = given[0].value
    else:
        named = (keyword(call, name) for name in _FIRST)
        value = next((each for each in named if each is not None), None)
    return None if isinstance(value, (cst.List, cst.Tuple)) else value
