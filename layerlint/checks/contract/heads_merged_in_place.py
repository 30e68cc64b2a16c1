"""LL436: the heads of an attention are reshaped into one, and time takes the place of the heads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.checks.contract._axes_given import reshaped, reshaped_to
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.called_functions import called
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, literal, positional
from layerlint.syntax.walk import begins_before, is_behind, walk_kinds, walk_same_function

_TRANSPOSES = frozenset({"permute_dimensions", "transpose"})
# Batch, heads, time, width: the second and the third axis have changed places.
_HEADS_FIRST = (0, 2, 1, 3)
# The same for batch, time, which of the three, heads, width.
_STACK_FIRST = (2, 0, 3, 1, 4)
_DEPTH = 5
# A value, its place if several names are given its parts, and the statement.
_Bound = tuple[cst.BaseExpression, int | None, cst.CSTNode]


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        "reshape",
        AnyOf("transpose", "permute_dimensions"),
        AnyOf("matmul", "batch_dot", Text(" @ ")),
    ),
)
def heads_merged_in_place(module: Module) -> Iterator[Finding]:
    """Report reshapes to three axes of what heads attend to, where the heads come before time."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        heads = _Heads(module, function)
        for call in walk_same_function(function.body, cst.Call):
            merged = heads.merged(call)
            if merged is not None:
                yield Finding(call, fields={"merge": short(module, call), "heads": merged})


@dataclass(slots=True)
class _Heads:
    """What the expressions of one function are; `owner` is the class around it, if any."""

    module: Module
    function: cst.FunctionDef
    depth: int = _DEPTH

    def merged(self, call: cst.Call) -> str | None:
        """What a call reshapes to three axes, if those are heads, time and width of a batch."""
        if self.module.operation(call) != "reshape":
            return None
        sizes, value = [each.value for each in reshaped_to(call)], reshaped(call)
        if value is None or len(sizes) != 3 or self._keeps_heads(sizes):
            return None
        return self.module.source(value) if self._is_attended(value, call, self.depth) else None

    def _keeps_heads(self, sizes: list[cst.BaseExpression]) -> bool:
        """Whether the heads go to the batch: a product in front, or a head's width behind."""
        if isinstance(expression_behind(sizes[0], sizes[0], self.module), cst.BinaryOperation):
            return True
        return self.module.source(sizes[-1]) in self.module.once(_widths_of_heads)

    def _is_attended(self, node: cst.BaseExpression, use: cst.CSTNode, depth: int) -> bool:
        """Whether it is a product of something with values that were split into heads."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                bound = self._bound(name, use)
                if bound is None:
                    return False
                value, place, statement = bound
                if place is None:
                    return self._is_attended(value, statement, depth - 1)
                return place == 0 and self._is_attended_elsewhere(value, statement, depth - 1)
            case cst.BinaryOperation(operator=cst.MatrixMultiply(), right=right):
                return self._is_split(right, use, depth)
            case cst.Call():
                given = positional(node)
                if self.module.operation(node) in ("matmul", "batch_dot") and len(given) > 1:
                    plain = len(node.args) == 2
                    return plain and self._is_split(given[1].value, use, depth)
                return self._is_attended_elsewhere(node, use, depth - 1)
        return False

    def _is_attended_elsewhere(
        self, node: cst.BaseExpression, use: cst.CSTNode, depth: int
    ) -> bool:
        """Whether it is a call of an own function that multiplies with one of its arguments."""
        own = called(node, self.module) if isinstance(node, cst.Call) else None
        if own is None or not isinstance(node, cst.Call) or depth <= 0:
            return False
        inside = _Heads(self.module, own, depth)
        returned = inside._returned()
        if isinstance(returned, cst.Tuple) and returned.elements:
            returned = returned.elements[0].value
        factor = inside._factor(returned, depth) if returned is not None else None
        names = names_taken(own)
        value = bind(node, names).get(factor) if factor is not None else None
        return value is not None and self._is_split(value, use, depth)

    def _factor(self, node: cst.BaseExpression, depth: int) -> str | None:
        """The parameter that is the right factor of a product."""
        if depth == 0:
            return None
        match node:
            case cst.Name(value=name):
                bound = self._bound(name, None)
                if bound is not None and bound[1] is None:
                    return self._factor(bound[0], depth - 1)
            case cst.BinaryOperation(operator=cst.MatrixMultiply(), right=cst.Name(value=name)):
                return name
            case cst.Call(args=[_, cst.Arg(value=cst.Name(value=name), keyword=None)]):
                if self.module.operation(node) in ("matmul", "batch_dot"):
                    return name
        return None

    def _is_split(self, node: cst.BaseExpression, use: cst.CSTNode, depth: int) -> bool:
        """Whether the axis of the heads was put before that of time."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                bound = self._bound(name, use)
                if bound is None:
                    return False
                value, place, statement = bound
                match value:
                    case cst.GeneratorExp() | cst.ListComp() if place is not None:
                        value = value.elt
                    case cst.Tuple() | cst.List() if place is not None:
                        value = value.elements[place].value
                    case _ if place is not None:
                        return self._is_stack(value, statement, depth - 1)
                return self._is_split(value, statement, depth - 1)
            case cst.Subscript(
                value=stack, slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Integer()))]
            ):
                return self._is_stack(stack, use, depth - 1)
            case cst.Call():
                if self.module.operation(node) in _TRANSPOSES:
                    return self._puts_heads_first(node)
                own = called(node, self.module)
                if own is not None:
                    inside = _Heads(self.module, own, depth - 1)
                    returned = inside._returned()
                    return returned is not None and inside._is_split(returned, own, depth - 1)
        return False

    def _is_stack(self, node: cst.BaseExpression, use: cst.CSTNode, depth: int) -> bool:
        """Whether it is queries, keys and values in one, with the heads of each put first."""
        if depth <= 0:
            return False
        match node:
            case cst.Name(value=name):
                bound = self._bound(name, use)
                value, place, statement = bound if bound is not None else (node, 0, use)
                return place is None and self._is_stack(value, statement, depth - 1)
            case cst.Call():
                if called_name(node.func) == "unstack" and len(node.args) == 1:
                    return self._is_stack(node.args[0].value, use, depth - 1)
                if self.module.operation(node) in _TRANSPOSES:
                    return self._axes(node) == _STACK_FIRST
        return False

    def _puts_heads_first(self, call: cst.Call) -> bool:
        return self._axes(call) == _HEADS_FIRST

    def _axes(self, call: cst.Call) -> tuple[object, ...]:
        given = bind(call, ("x", "axes"))
        found = literal(given.get("axes") or given.get("perm") or given.get("pattern"))
        return tuple(found) if isinstance(found, (list, tuple)) else ()

    def _returned(self) -> cst.BaseExpression | None:
        return self.module.facts(self.function, only_result)

    def _bound(self, name: str, use: cst.CSTNode | None) -> _Bound | None:
        """What a name was given last before its use, and its place if several names were."""
        given = self.module.facts(self.function.body, _bound_in).get(name, [])
        if use is not None and use is not self.function:
            before = bisect_left(given, True, key=lambda each: not begins_before(each[2], use))
            # The binding that holds the use, `x = tf.reshape(x, ...)`, comes after it.
            while before and not is_behind(use, given[before - 1][2]):
                before -= 1
        else:
            before = len(given)
        return given[before - 1] if before else None


def _bound_in(body: cst.CSTNode) -> dict[str, list[_Bound]]:
    """What each name is given, in source order, and its place if several names are."""
    found: dict[str, list[_Bound]] = {}
    for node in walk_same_function(body, cst.Assign):
        for each in node.targets:
            target = each.target
            if isinstance(target, cst.Name):
                found.setdefault(target.value, []).append((node.value, None, node))
            elif isinstance(target, (cst.Tuple, cst.List)):
                for place, part in enumerate(target.elements):
                    if isinstance(part.value, cst.Name):
                        found.setdefault(part.value.value, []).append((node.value, place, node))
    return found


def _widths_of_heads(module: Module) -> set[str]:
    """The last of four sizes that the module reshapes to, as they are written."""
    displays: Iterator[cst.Tuple | cst.List] = walk_kinds(module.tree, cst.Tuple, cst.List)
    return {
        module.source(display.elements[-1].value)
        for display in displays
        if len(display.elements) == 4 and isinstance(module.parent(display), cst.Arg)
    }
