"""From which trained attributes a value of `call()` gets, and from which no gradient comes back.

Everything is followed that could carry a gradient: what is not known to cut one is taken to pass
it, so that a claim that nothing passes is a claim about the whole of `call()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.checks.state._cut_calls import cut_by, is_numberless, makes_floats
from layerlint.checks.state._flow import NOTHING, Flow, Names, bound, union
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, positional, self_attribute
from layerlint.syntax.walk import children, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_MAX_DEPTH = 5
_STATIC = frozenset({"dtype", "name", "ndim", "rank", "shape"})


@dataclass(slots=True)
class Frame:
    """A function that is followed, with what its names hold there."""

    module: Module
    method: Method | None
    names: Names
    returned: Flow = NOTHING

    @property
    def self_name(self) -> str:
        """What the method calls its instance."""
        return self.method.self_name if self.method is not None else ""


@dataclass(slots=True)
class GradientFlow:
    """The flow of everything that `call()` of a class returns.

    `escaped` are attributes whose values went where they are not followed; `reached` the methods
    that were.
    """

    layer: LayerClass | None
    trained: frozenset[str]
    returned: Flow = NOTHING
    escaped: frozenset[str] = frozenset()
    reached: set[str] = field(default_factory=set)
    _running: list[cst.FunctionDef] = field(default_factory=list)
    _entered: dict[object, Flow] = field(default_factory=dict)
    _held: dict[cst.CSTNode, frozenset[str]] = field(default_factory=dict)
    _of_attributes: dict[str, Flow] = field(default_factory=dict)

    def run(self, method: Method) -> GradientFlow:
        """Follow `call`."""
        self.returned = self._enter(method.node, method.module, method, {})
        return self

    def _enter(
        self, node: cst.FunctionDef, module: Module, method: Method | None, names: Names
    ) -> Flow:
        if node in self._running or len(self._running) >= _MAX_DEPTH:
            return Flow(union(names.values()).live | self._held_in(node, method))
        # However often it is called with the same on the same way, it returns the same.
        key = (node, tuple(self._running), frozenset(names.items()))
        if key not in self._entered:
            if method is not None:
                self.reached.add(method.name)
            self._running.append(node)
            frame = Frame(module, method, names)
            self._block(node.body, frame)
            self._running.pop()
            self._entered[key] = frame.returned
        return self._entered[key]

    def _held_in(self, node: cst.CSTNode, method: Method | None) -> frozenset[str]:
        if node not in self._held:
            name = method.self_name if method is not None else "self"
            found = {self_attribute(inner, name) for inner in walk_kinds(node, cst.Attribute)}
            self._held[node] = frozenset(each for each in found if each in self.trained)
        return self._held[node]

    # Statements

    def _block(self, node: cst.CSTNode, frame: Frame) -> None:
        for statement in children(node):
            self._statement(statement, frame)

    def _statement(self, node: cst.CSTNode, frame: Frame) -> None:
        match node:
            case cst.Assign(targets=targets, value=value):
                for target in targets:
                    self._bind(target.target, value, frame)
            case cst.AnnAssign(target=target, value=value) if value is not None:
                self._bind(target, value, frame)
            case cst.AugAssign(target=target, value=value):
                flow = self.of(target, frame) | self.of(value, frame)
                self._store(target, flow, frame)
            case cst.Return(value=value) if value is not None:
                frame.returned |= self.of(value, frame)
            case cst.Expr(value=value):
                self._effect(value, frame)
            case cst.For(target=target, iter=iterated, body=body):
                self._store(target, self.of(iterated, frame), frame)
                self._repeat(body, frame)
                self._branches([node.orelse], frame)
            case cst.While(body=body):
                self._repeat(body, frame)
            case cst.If(body=body, orelse=orelse):
                self._branches([body, orelse], frame)
            case cst.FunctionDef(name=name):
                frame.names[name.value] = self._closure(node, frame)
            case cst.ClassDef():
                pass
            case cst.With(items=items, body=body):
                for item in items:
                    self.of(item.item, frame)
                self._block(body, frame)
            case _:
                self._block(node, frame)

    def _branches(self, bodies: Sequence[cst.CSTNode | None], frame: Frame) -> None:
        before = dict(frame.names)
        merged = {} if bodies and None not in bodies else dict(before)
        for body in bodies:
            if body is None:
                continue
            frame.names = dict(before)
            self._statement(body, frame)
            for name, flow in frame.names.items():
                merged[name] = merged.get(name, NOTHING) | flow
        frame.names = merged

    def _repeat(self, body: cst.CSTNode, frame: Frame) -> None:
        before = dict(frame.names)
        self._branches([body], frame)
        if frame.names != before:
            self._branches([body], frame)

    def _bind(self, target: cst.BaseExpression, value: cst.BaseExpression, frame: Frame) -> None:
        match target, value:
            case cst.Tuple(elements=names), cst.Tuple(elements=parts) if len(names) == len(parts):
                flows = [self.of(part.value, frame) for part in parts]
                for name, flow in zip(names, flows, strict=True):
                    self._store(name.value, flow, frame)
            case _:
                self._store(target, self.of(value, frame), frame)

    def _store(self, target: cst.CSTNode, flow: Flow, frame: Frame) -> None:
        match target:
            case cst.Name(value=name):
                frame.names[name] = flow
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                for element in elements:
                    self._store(element.value, flow, frame)
            case cst.Subscript(value=cst.Name(value=name)):
                frame.names[name] = frame.names.get(name, NOTHING) | flow
            case _:
                self.escaped |= flow.live

    def _effect(self, value: cst.BaseExpression, frame: Frame) -> None:
        """A call whose result is thrown away: what it is given may go anywhere."""
        flow = self.of(value, frame)
        match value:
            case cst.Call(func=cst.Attribute(value=cst.Name(value=name))) if name in frame.names:
                frame.names[name] |= flow
            case _:
                self.escaped |= flow.live

    # Expressions

    def of(self, node: cst.CSTNode, frame: Frame) -> Flow:
        """The flow of an expression."""
        match node:
            case cst.Name(value=name):
                return frame.names.get(name, NOTHING)
            case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                return self._attribute(node, owner, name, frame)
            case cst.Call():
                return self._call(node, frame)
            case cst.Comparison():
                return self._inside(node, frame).ended(node, frame.module, usable=False)
            case cst.BinaryOperation():
                return self._inside(node, frame).floating()
            case cst.IfExp(body=body, orelse=orelse):
                return self.of(body, frame) | self.of(orelse, frame)
            case cst.Lambda():
                return self._closure(node, frame)
            case cst.CompFor(target=target, iter=iterated):
                self._store(target, self.of(iterated, frame), frame)
                return NOTHING
            case (
                cst.ListComp(elt=element, for_in=loop) | cst.GeneratorExp(elt=element, for_in=loop)
            ):
                before = dict(frame.names)
                self.of(loop, frame)
                flow = self.of(element, frame)
                frame.names = before
                return flow
        return self._inside(node, frame)

    def _inside(self, node: cst.CSTNode, frame: Frame) -> Flow:
        return union([self.of(child, frame) for child in children(node)])

    def _attribute(
        self, node: cst.Attribute, owner: cst.BaseExpression, name: str, frame: Frame
    ) -> Flow:
        own = self_attribute(node, frame.self_name) if frame.self_name else None
        if own is None or self.layer is None:
            return NOTHING if name in _STATIC else self.of(owner, frame)
        if own in self.trained:
            return Flow(frozenset({own}))
        method = self.layer.method(own)
        if method is not None and method.is_property:
            return self._enter(method.node, method.module, method, {})
        if own not in self._of_attributes:
            # An attribute made of a trained one: `self.net = Sequential([self.first, ...])`.
            bindings = self.layer.attributes[own].bindings
            inside = (self._held_in(each.value, each.method) for each in bindings if each.value)
            self._of_attributes[own] = Flow(frozenset().union(*inside))
        return self._of_attributes[own]

    def _call(self, node: cst.Call, frame: Frame) -> Flow:
        if is_numberless(node, frame.module):
            return NOTHING
        cut = cut_by(node, frame.module)
        given = [self.of(argument.value, frame) for argument in node.args]
        if cut == "where" and given:
            given[0] = given[0].ended(node.args[0].value, frame.module, usable=True)
            return union(given).floating()
        if cut is not None:
            return union(given).ended(node, frame.module, usable=cut == "float")
        inlined = self._inlined(node, given, frame)
        if inlined is not None:
            return inlined
        if self._passes_nothing(node, frame):
            given[0] = given[0].ended(node, frame.module, usable=True)
        flow = self.of(node.func, frame) | union(given)
        own = self_attribute(node.func, frame.self_name) if frame.self_name else None
        if own is not None or makes_floats(node, frame.module):
            return flow.floating()
        return flow

    def _passes_nothing(self, node: cst.Call, frame: Frame) -> bool:
        """Whether a sublayer of the project cuts all that its one input could pass gradients to."""
        own = self_attribute(node.func, frame.self_name) if frame.self_name else None
        held = self.layer.sublayers.get(own) if self.layer and own is not None else None
        if held is None or held.container is not None or held.layer is None:
            return False
        single = len(positional(node)) == 1 and node.args[0].keyword is None
        return single and held.layer.facts(cuts_its_input)

    def _inlined(self, node: cst.Call, given: list[Flow], frame: Frame) -> Flow | None:
        """What a method of the class, or a plain function of the project, returns."""
        own = self_attribute(node.func, frame.self_name) if frame.self_name else None
        if own is not None and self.layer is not None:
            method = self.layer.method(own)
            if method is None or method.node.decorators:
                return None
            return self._enter(
                method.node, method.module, method, bound(node, method.node, given, 1)
            )
        if is_super_call(node.func) or not isinstance(node.func, (cst.Name, cst.Attribute)):
            return None
        resolved = frame.module.resolve(node.func)
        found = frame.module.project.function(resolved, frame.module.path) if resolved else None
        if found is None or found[1].decorators:
            return None
        module, function = found
        return self._enter(function, module, None, bound(node, function, given, 0))

    def _closure(self, node: cst.CSTNode, frame: Frame) -> Flow:
        """A function that is handed on: whatever it reads may come back."""
        read = (frame.names.get(each.value, NOTHING) for each in walk_kinds(node, cst.Name))
        return Flow(self._held_in(node, frame.method) | union(read).live)


def cuts_its_input(layer: LayerClass) -> bool:
    """Whether no gradient comes back to the one input of a layer through what `call` returns."""
    method = layer.methods.get("call")
    first = next(iter(method.positional), None) if method is not None else None
    if method is None or first is None or method.is_static or not layer.complete:
        return False
    flow = GradientFlow(layer, frozenset({first.name}))
    flow.returned = flow._enter(
        method.node, method.module, method, {first.name: Flow(frozenset({first.name}))}
    )
    return first.name not in flow.returned.live | flow.escaped and any(
        cut.attribute == first.name and cut.usable for cut in flow.returned.cut
    )
