"""LL444: a layer goes over the steps of a batch and returns the steps in front of the batch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from layerlint.declaration import check
from layerlint.facts.gradients import MOVES
from layerlint.facts.operations import AXES_MOVED
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import arguments
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_DEPTH = 6
_PRODUCTS = frozenset({"dot", "matmul"})
_JOINS = frozenset({"concat", "concatenate"})
_KEEPING = frozenset({"cast", "elementwise", "binary", "join"})
# What a name is given in a loop, and its place if several names are given the parts.
_Given = tuple[cst.BaseExpression, "int | None"]
# Where the author says that the steps come first.
_MEANT = re.compile(
    r"time.?major|[(\[] ?(time\w*|seq\w*|steps?|T|L) ?, ?(batch\w*|N|B|None)\b", re.I
)


@check(LayerClass, needs=AllOf(Text("stack"), AnyOf("range", "unstack")))
def steps_before_batch(layer: LayerClass) -> Iterator[Finding]:
    """Report the stack of what a loop over steps has collected, where `call` returns it as is."""
    call = layer.call
    if call is None or call.owner is not layer:
        return
    module = call.module
    stacks = dict(_stacks(call, module))
    collected = {steps.collected for steps in _loops_over_steps(call, layer)} if stacks else ()
    for name, stack in stacks.items():
        if name in collected and not _is_meant(layer, module):
            yield Finding(stack, fields={"stack": short(module, stack), "layer": layer.name})


def _stacks(call: Method, module: Module) -> Iterator[tuple[str, cst.Call]]:
    """The calls that put a collection together along a new first axis, and are returned."""
    for node in call.own_nodes(cst.Return):
        value = node.value
        if isinstance(value, cst.Tuple) and value.elements:
            value = value.elements[0].value
        value = expression_behind(value, value, module) if value is not None else None
        match value:
            case cst.Call(
                func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("stack")), args=[]
            ):
                yield name, value
            case cst.Call() if module.operation(value) == "stack":
                given = bind(value, ("x", "axis"))
                first, axis = given.get("x") or given.get("values"), given.get("axis")
                if isinstance(first, cst.Name) and (axis is None or literal(axis) == 0):
                    yield first.value, value


def _is_meant(layer: LayerClass, module: Module) -> bool:
    """Whether the class says that steps come first, or those who call it move them."""
    if _MEANT.search(module.source(layer.node)):
        return True
    for call in walk_kinds(module.tree, cst.Call):
        made = only_call(call.func, module)
        if made is not None and is_name(made.func, layer.name):
            around = module.function(call)
            text = module.source(around) if around is not None else module.text
            if any(each in text for each in (*AXES_MOVED, "axis=0")):
                return True
    return False


class _Steps(NamedTuple):
    """A loop over steps, and the name that collects one value for the batch at each step."""

    loop: cst.For
    collected: str


def _loops_over_steps(call: Method, layer: LayerClass) -> Iterator[_Steps]:
    """The loops of `call` that collect what a layer makes of the batch at each step."""
    for loop in call.own_nodes(cst.For):
        body = _Body(loop, layer, call)
        for name, value, index in body.collected():
            counted = index is None or body.counts(index)
            if counted and body.is_of_step(value, _DEPTH):
                yield _Steps(loop, name)


class _Body:
    """The body of a loop: its steps are `x[:, t]`, or the items of `tf.unstack(x, axis=1)`."""

    def __init__(self, loop: cst.For, layer: LayerClass, call: Method) -> None:
        self.loop = loop
        self.layer = layer
        self.module: Module = call.module
        self.known: dict[cst.CSTNode, bool] = {}
        self.given = _given(loop.body)
        self.step, self.index = self._targets()
        self.rows = frozenset({self.step})

    def _targets(self) -> tuple[str | None, str | None]:
        """The name of the step itself, and that of its number."""
        match self.loop.target, self.loop.iter:
            case (
                cst.Tuple(
                    elements=[
                        cst.Element(value=cst.Name(value=number)),
                        cst.Element(value=cst.Name(value=step)),
                    ]
                ),
                cst.Call(func=cst.Name("enumerate"), args=[arg]),
            ):
                if self._is_unstacked(arg.value):
                    return step, number
            case cst.Name(value=name), iterated:
                if self._is_unstacked(iterated):
                    return name, None
                counts = isinstance(iterated, cst.Call) and _last(iterated, self.module) == "range"
                return None, name if counts else None
        return None, None

    def _is_unstacked(self, node: cst.BaseExpression) -> bool:
        given = bind(node, ("value", "num", "axis")) if isinstance(node, cst.Call) else {}
        named = isinstance(node, cst.Call) and self.module.operation(node) == "unstack"
        return named and literal(given.get("axis")) == 1

    def counts(self, index: cst.BaseExpression) -> bool:
        """Whether it is the number of the step."""
        return self.index is not None and is_name(index, self.index)

    def collected(
        self,
    ) -> Iterator[tuple[str, cst.BaseExpression, cst.BaseExpression | None]]:
        """`xs.append(v)` and `xs = xs.write(t, v)`: the name, the value, and where it goes."""
        for node in walk_same_function(self.loop.body, cst.Call):
            match node:
                case cst.Call(
                    func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("append")),
                    args=[cst.Arg(value=value)],
                ):
                    yield name, value, None
                case cst.Call(
                    func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("write")),
                    args=[cst.Arg(value=index), cst.Arg(value=value)],
                ):
                    yield name, value, index

    def is_of_step(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether a value has a row for each sample, and is computed from the batch at a step."""
        if depth and node not in self.known:
            # What is computed from itself is computed from what came before, too.
            self.known[node] = False
            self.known[node] = self._is_of_step(node, depth)
        return self.known.get(node, False)

    def _is_of_step(self, node: cst.BaseExpression, depth: int) -> bool:
        match node:
            case cst.Name(value=name):
                if name in self.rows:
                    return True
                given = self.given.get(name, [])
                first = len(given) == 1 and given[0][1] in (None, 0)
                return first and self.is_of_step(given[0][0], depth - 1)
            case cst.Subscript(slice=[first, second, *rest]):
                return self._is_step(first, second, rest)
            case cst.Subscript(value=whole, slice=[cst.SubscriptElement(slice=cst.Index(at))]):
                called = isinstance(whole, cst.Call) and literal(at) == 0
                return called and self.is_of_step(whole, depth - 1)
            case cst.BinaryOperation(left=left, right=right):
                return any(self.is_of_step(each, depth - 1) for each in (left, right))
            case cst.List(elements=elements) | cst.Tuple(elements=elements):
                return any(self.is_of_step(each.value, depth - 1) for each in elements)
            case cst.Call() if (helper := self._helper(node)) is not None:
                return self._is_of_step_there(node, helper, depth)
            case cst.Call(args=[first, *_]) if self._keeps_rows(node):
                return self.is_of_step(first.value, depth - 1)
        return False

    def _helper(self, call: cst.Call) -> cst.FunctionDef | None:
        """The method of the class that a call runs."""
        method = self.layer.methods.get(self_attribute(call.func) or "")
        known = method is not None and not method.decorators
        return method.node if method is not None and known else None

    def _is_of_step_there(self, call: cst.Call, helper: cst.FunctionDef, depth: int) -> bool:
        """The same of what a method makes of what it is given."""
        given = arguments(call, helper, self.module)
        rows = [name for name, value in given.items() if self.is_of_step(value, depth - 1)]
        result = only_result(helper)
        if not rows or result is None:
            return False
        inner = copy(self)
        inner.known, inner.rows, inner.index = {}, frozenset(rows), None
        inner.given = _given(helper.body)
        return inner.is_of_step(result, depth - 1)

    def _is_step(
        self,
        first: cst.SubscriptElement,
        second: cst.SubscriptElement,
        rest: tuple[cst.SubscriptElement, ...] | list[cst.SubscriptElement],
    ) -> bool:
        """`[:, t]` and `[:, t, :]`."""
        whole = all(
            isinstance(each.slice, cst.Slice) and each.slice.lower is each.slice.upper is None
            for each in (first, *rest)
        )
        at = second.slice.value if isinstance(second.slice, cst.Index) else None
        return whole and at is not None and self.counts(at)

    def _keeps_rows(self, call: cst.Call) -> bool:
        """Whether it is a layer that the class holds, or works on every row by itself."""
        name = self.module.operation(call)
        if name:
            function = self.module.tensor_function(call.func)
            if name in _JOINS:
                axis = bind(call, ("values", "axis")).get("axis")
                return axis is None or literal(axis) in (-1, 1)
            joins = name in MOVES and name != "cast"
            return (function is not None and function.role in _KEEPING and not joins) or (
                name in _PRODUCTS
            )
        held = call.func.value if isinstance(call.func, cst.Subscript) else call.func
        attribute = self_attribute(held)
        return attribute in self.layer.sublayers or self._is_handed_in(attribute)

    def _is_handed_in(self, attribute: str | None) -> bool:
        """Whether it is a cell that the constructor is given."""
        held = self.layer.attributes[attribute or ""]
        if "cell" not in held.name.lower():
            return False
        return bool(held.bindings) and all(
            isinstance(each.value, cst.Name)
            and each.method is not None
            and each.method.takes(each.value.value)
            for each in held.bindings
        )


def _given(body: cst.CSTNode) -> dict[str, list[_Given]]:
    """What the names of some code are given."""
    found: dict[str, list[_Given]] = {}
    for node in walk_same_function(body, cst.Assign):
        for target in node.targets:
            for name, place in _names(target.target):
                found.setdefault(name, []).append((node.value, place))
    return found


def _names(target: cst.BaseExpression) -> Iterator[tuple[str, int | None]]:
    match target:
        case cst.Name(value=name):
            yield name, None
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for place, element in enumerate(elements):
                for name, inner in _names(element.value):
                    yield name, place if inner is None else -1


def _last(call: cst.Call, module: Module) -> str:
    name = module.resolve(call.func) or module.source(call.func)
    return name.rpartition(".")[2]
