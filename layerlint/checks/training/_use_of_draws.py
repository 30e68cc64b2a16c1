"""What becomes of the numbers that a function draws: do they disturb its input, or mask it?"""

from __future__ import annotations

from collections.abc import Container, Iterator

from layerlint.facts.operations import COIN_DRAWS, MASKING, SHAPE_QUESTIONS, UNIFORM_DRAWS
from layerlint.facts.random import random_function
from layerlint.interpret.effects import RandomDraw
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, literal, self_attribute
from layerlint.syntax.walk import around, children, names_below, walk_kinds


class Draw:
    """One draw within the function that makes it.

    Tells which of the function's locals come from the draw, and which from its arguments.
    """

    def __init__(self, effect: RandomDraw) -> None:
        self.effect = effect
        self.scope = next(around(effect.node, cst.FunctionDef, cst.Lambda))
        self.inputs = {
            parameter.name.value for parameter in walk_kinds(self.scope.params, cst.Param)
        } - {"self", "training"}
        self.drawn: set[str] = set()
        for names, value in effect.module.facts(self.scope, _assignments):
            if self.from_draw(value):
                # `x = x + noise`: x is the input still, only disturbed.
                self.drawn |= names - self.inputs
            if self.from_input(value):
                self.inputs |= names - self.drawn

    def from_draw(self, node: cst.CSTNode) -> bool:
        """Whether the drawn numbers are in the value of `node`."""
        nodes, names = self._parts(node)
        return self.effect.node in nodes or not names.isdisjoint(self.drawn)

    def from_input(self, node: cst.CSTNode) -> bool:
        """Whether the value of `node` (not only its shape) depends on the arguments."""
        return not self._parts(node)[1].isdisjoint(self.inputs)

    def _parts(self, node: cst.CSTNode) -> tuple[frozenset[cst.CSTNode], frozenset[str]]:
        return self.effect.module.facts(node, _parts)

    def depends_on_input(self) -> bool:
        """Whether an argument of the draw after the first, a rate, is computed from the input."""
        call = self.effect.node
        return isinstance(call, cst.Call) and any(
            self.from_input(argument.value) for argument in call.args[1:]
        )

    def disturbs_input(self, weights: Container[str | None]) -> bool:
        """Whether the function adds the numbers to its input, or masks it with them.

        Not in an amount that depends on the input, or that one of the `weights` sets: who learns
        the amount of noise uses it in inference too.
        """
        nodes = walk_kinds(self.scope, cst.BinaryOperation, cst.AugAssign, cst.Call)
        return any(self._disturbs(node, weights) for node in nodes)

    def is_returned(self) -> bool:
        """Whether the numbers are one of several results: who asks for the mask needs it drawn."""
        return any(
            isinstance(node.value, cst.Tuple)
            and any(
                self.from_draw(element.value) and not self.from_input(element.value)
                for element in node.value.elements
            )
            for node in walk_kinds(self.scope, cst.Return)
        )

    def is_gumbel(self) -> bool:
        """Whether `-log(-log(u))` is made of the numbers: added to scores, it draws a sample."""
        return any(
            self._is_log(node)
            and any(self._is_log(part) for part in walk_kinds(node, cst.Call) if part is not node)
            for node in walk_kinds(self.scope, cst.Call)
        )

    def _is_log(self, node: cst.Call) -> bool:
        return called_name(node.func) == "log" and self.from_draw(node)

    def left_out(self, expression: cst.BaseExpression) -> cst.BaseExpression | None:
        """What `expression` is without the draw directly in it, None where that is not plain."""
        call = self.effect.node
        known = random_function(self.effect.function)
        if expression is call and known is not None and known.training_only:
            first = call.args[0] if isinstance(call, cst.Call) else None
            return first.value if first is not None and not first.star else None
        match expression:
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Subtract(), right=right):
                if self.from_draw(right):
                    return None if self.from_draw(left) else left
                if self.from_draw(left) and isinstance(expression.operator, cst.Add):
                    return right
        return None

    def _disturbs(self, node: cst.CSTNode, weights: Container[str | None]) -> bool:
        """`x + amount * noise`, `x * mask`, `where(mask, 0, x)`."""
        match node:
            case cst.BinaryOperation(left=left, operator=operator, right=right):
                added = isinstance(operator, (cst.Add, cst.Subtract))
                multiplied = isinstance(operator, cst.Multiply)
            case cst.AugAssign(target=left, operator=augmented, value=right):
                added = isinstance(augmented, (cst.AddAssign, cst.SubtractAssign))
                multiplied = isinstance(augmented, cst.MultiplyAssign)
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="add" | "multiply" as verb)),
                args=[cst.Arg(value=left), cst.Arg(value=right), *_],
            ):
                added, multiplied = verb == "add", verb == "multiply"
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="where")),
                args=[cst.Arg(value=test), cst.Arg(value=left), cst.Arg(value=right)],
            ):
                kept = right if _is_zero(left) else left
                zeroed = _is_zero(left) or _is_zero(right)
                return zeroed and self.from_draw(test) and self.from_input(kept)
            case _:
                return False
        for clean, noise in ((left, right), (right, left)):
            if self.from_draw(clean) or not self.from_input(clean) or not self.from_draw(noise):
                continue
            if self.from_input(noise):
                continue
            if added:
                return not any(self_attribute(part) in weights for part in _values(noise))
            if multiplied:
                return self._masks() or self._around_one(noise)
        return False

    def _masks(self) -> bool:
        """Whether the drawn numbers are made into zeros and ones."""
        function = (self.effect.function or "").rpartition(".")[2]
        if function in COIN_DRAWS:
            return True
        return function in UNIFORM_DRAWS and any(
            self._makes_mask(node) for node in walk_kinds(self.scope, cst.Comparison, cst.Call)
        )

    def _makes_mask(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.Comparison(
                left=left, comparisons=[cst.ComparisonTarget(comparator=right), *_]
            ):
                return self.from_draw(left) or self.from_draw(right)
            case cst.Call(func=function, args=[cst.Arg(value=first), *_]):
                return called_name(function) in MASKING and self.from_draw(first)
        return False

    def _around_one(self, noise: cst.BaseExpression) -> bool:
        """`1 + noise`, or noise with a mean of one."""
        match noise:
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Subtract(), right=right):
                return 1 in (literal(left), literal(right))
        call = self.effect.node
        mean = keyword(call, "mean") if isinstance(call, cst.Call) else None
        return literal(mean) in (1,)


def _assignments(scope: cst.CSTNode) -> list[tuple[set[str], cst.BaseExpression]]:
    """The names that each assignment binds, and the value, in source order."""
    found = []
    for node in walk_kinds(scope, cst.Assign, cst.AugAssign, cst.NamedExpr):
        targets: list[cst.CSTNode]
        match node:
            case cst.Assign(targets=assigned, value=value):
                targets = [target.target for target in assigned]
            case (
                cst.AugAssign(target=target, value=value)
                | cst.NamedExpr(target=target, value=value)
            ):
                targets = [target]
        names = {name for each in targets for name in names_below(each)}
        found.append((names, value))
    return found


def _is_zero(node: cst.BaseExpression) -> bool:
    if isinstance(node, cst.Call):
        return called_name(node.func) in ("zeros", "zeros_like")
    return literal(node) in (0,)


def _parts(node: cst.CSTNode) -> tuple[frozenset[cst.CSTNode], frozenset[str]]:
    """The parts of an expression that `_values` tells, and the names among them."""
    nodes = frozenset(_values(node))
    return nodes, frozenset(part.value for part in nodes if isinstance(part, cst.Name))


def _values(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The parts of an expression whose values, not only whose shapes or types, are in its own."""
    stack = [node]
    while stack:
        part = stack.pop()
        yield part
        match part:
            case cst.Attribute(attr=cst.Name(value=name)) if name in SHAPE_QUESTIONS:
                continue
            case cst.Call(func=function, args=arguments):
                if called_name(function) in SHAPE_QUESTIONS:
                    continue
                stack += [
                    argument.value
                    for argument in arguments
                    if argument.keyword is None or argument.keyword.value not in ("shape", "dtype")
                ]
                if isinstance(function, cst.Attribute):
                    stack.append(function.value)
            case cst.Attribute(value=value):
                stack.append(value)
            case _:
                stack += children(part)
