"""Where the value of an expression goes within a class: into writes of state, or further.

A gradient, or a rounding, takes the same way. Locals, helper methods and functions inside methods
are followed; what cannot be followed counts as used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.facts.python import LIST_ADDERS
from layerlint.facts.state_functions import function_write
from layerlint.facts.tensors import SHAPES
from layerlint.interpret.effects import StateUpdate
from layerlint.queries.local_bindings import names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, positional, self_attribute
from layerlint.syntax.walk import is_label, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_SHAPED = SHAPES | {"isinstance", "len", "ones_like", "print", "range", "zeros_like"}
# They keep a value, or have an effect of their own.
_KEEPERS = frozenset({"add_loss", "add_metric", "stop_gradient", "update_state"})
_STATEMENTS = (cst.BaseSmallStatement, cst.BaseCompoundStatement, cst.BaseSuite)


@dataclass(slots=True)
class Flow:
    """Where a value goes: the calls of the writes that store it, and elsewhere."""

    writes: set[cst.CSTNode] = field(default_factory=set)
    escapes: bool = False


class ValueFlow:
    """The ways of values through what `call()` of one class reaches."""

    def __init__(self, layer: LayerClass) -> None:
        self._layer = layer
        self._writes = {effect.node for effect in layer.forward.of(StateUpdate)}
        self._reached = {found.node: found for found in layer.forward.functions}

    def of_attribute(self, attribute: str) -> Flow:
        """Where `call` puts what it reads of `self.<attribute>`."""
        flow = Flow()
        seen: set[cst.CSTNode] = set()
        for node, module in self.reads(attribute):
            self._follow(node, module, flow, seen)
        return flow

    def reads(self, attribute: str) -> Iterator[tuple[cst.Attribute, Module]]:
        """The reads of `self.<attribute>` that `call` reaches, targets of writes left out."""
        for read in self._layer.attributes[attribute].reads:
            if self._runs(read.method) and not self._is_target(read.node, read.method.module):
                yield read.node, read.method.module

    def _runs(self, method: Method) -> bool:
        return method.node in self._reached and method.name not in ("build", "__init__")

    def _is_target(self, node: cst.CSTNode, module: Module) -> bool:
        """Whether `node` is the weight that a write writes: `self.w.assign(...)`."""
        outer = module.parent(node)
        while isinstance(outer, (cst.Attribute, cst.Subscript)):
            if outer.value is not node:
                return False
            node, outer = outer, module.parent(outer)
        match outer:
            case cst.Call(func=function):
                return function is node and outer in self._writes
            case cst.Arg():
                call = module.parent(outer)
                if not isinstance(call, cst.Call) or call not in self._writes:
                    return False
                given = positional(call)
                named = function_write(module.resolve(call.func) or "")
                return named is not None and bool(given) and given[0] is outer
        return False

    def _follow(
        self, node: cst.CSTNode, module: Module, flow: Flow, seen: set[cst.CSTNode]
    ) -> None:
        if node in seen or flow.escapes:
            return
        seen.add(node)
        parent = module.parent(node)
        match parent:
            case None | cst.Expr() | cst.Assert() | cst.Raise() | cst.Del() | cst.Comparison():
                return
            case cst.ComparisonTarget() | cst.If() | cst.While() | cst.ExceptHandler():
                return
            case cst.Attribute(attr=cst.Name(value=name)):
                if name not in SHAPES:
                    self._follow(parent, module, flow, seen)
            case cst.Arg():
                self._argument(parent, module, flow, seen)
            case cst.IfExp(test=test) if test is node:
                return
            case cst.Assign(targets=targets):
                for target in targets:
                    self._bound(target.target, module, flow, seen)
            case cst.AnnAssign(target=bound) | cst.AugAssign(target=bound):
                self._bound(bound, module, flow, seen)
            case cst.NamedExpr(target=bound):
                self._bound(bound, module, flow, seen)
                self._follow(parent, module, flow, seen)
            case cst.For(target=bound):
                self._bound(bound, module, flow, seen)
            case cst.CompFor(target=bound):
                self._bound(bound, module, flow, seen)
                self._follow(parent, module, flow, seen)
            case cst.Return():
                self._returned(parent, module, flow, seen)
            case cst.With() | cst.WithItem() | cst.Yield():
                flow.escapes = True
            case _ if isinstance(parent, _STATEMENTS):
                return
            case _:
                self._follow(parent, module, flow, seen)

    def _argument(self, arg: cst.Arg, module: Module, flow: Flow, seen: set[cst.CSTNode]) -> None:
        call = module.parent(arg)
        if not isinstance(call, cst.Call):
            flow.escapes = True
            return
        name = called_name(call.func)
        if call in self._writes:
            flow.writes.add(call)
        elif name in _SHAPED:
            return
        elif name in _KEEPERS:
            flow.escapes = True
            return
        elif name in LIST_ADDERS and isinstance(call.func, cst.Attribute):
            self._bound(call.func.value, module, flow, seen)
            return
        else:
            self._into(call, arg, flow, seen)
        self._follow(call, module, flow, seen)

    def _into(self, call: cst.Call, arg: cst.Arg, flow: Flow, seen: set[cst.CSTNode]) -> None:
        """Follow an argument into the method that is called."""
        helper = self_attribute(call.func)
        method = self._layer.method(helper) if helper is not None else None
        if method is None:
            return
        if arg.keyword is not None:
            names = [arg.keyword.value]
        else:
            given = positional(call)
            place = next((i for i, each in enumerate(given) if each is arg), len(given))
            names = [parameter.name for parameter in method.positional[place : place + 1]]
        for name in names:
            self._uses(name, method.node, method.module, flow, seen)

    def _bound(
        self, target: cst.CSTNode, module: Module, flow: Flow, seen: set[cst.CSTNode]
    ) -> None:
        match target:
            case cst.Name(value=name):
                scope = module.scope_of(target, name)
                function = scope if isinstance(scope, cst.FunctionDef) else module.function(target)
                if function is None:
                    flow.escapes = True
                else:
                    self._uses(name, function, module, flow, seen)
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                for element in elements:
                    self._bound(element.value, module, flow, seen)
            case cst.Subscript(value=owner):
                self._bound(owner, module, flow, seen)
            case _:
                flow.escapes = True

    def _uses(
        self,
        name: str,
        function: cst.FunctionDef,
        module: Module,
        flow: Flow,
        seen: set[cst.CSTNode],
    ) -> None:
        for node in module.facts(function.body, names_in).get(name, []):
            if not _binds(module.parent(node), node):
                self._follow(node, module, flow, seen)

    def _returned(
        self, statement: cst.Return, module: Module, flow: Flow, seen: set[cst.CSTNode]
    ) -> None:
        function = module.function(statement)
        outer = module.function(function) if function is not None else None
        found = self._reached.get(function) if function is not None else None
        method = found.method if found is not None else None
        if function is None or function.name.value == "call":
            flow.escapes = True
        elif method is not None and method.node is function:
            self._calls(function.name.value, flow, seen)
        elif outer is not None:
            self._uses(function.name.value, outer, module, flow, seen)
        else:
            flow.escapes = True

    def _calls(self, helper: str, flow: Flow, seen: set[cst.CSTNode]) -> None:
        """Follow what a method returns to where `call` runs it."""
        for found in self._reached.values():
            for node in walk_kinds(found.node, cst.Attribute):
                if node.attr.value == helper:
                    parent = found.module.parent(node)
                    called = isinstance(parent, cst.Call) and parent.func is node
                    self._follow(parent if called and parent else node, found.module, flow, seen)


def writes_of(layer: LayerClass) -> Iterator[StateUpdate]:
    """The state updates of `layer` that happen in training, each place once."""
    seen: set[cst.CSTNode] = set()
    for effect in layer.forward.of(StateUpdate):
        if effect.in_training and effect.node not in seen:
            seen.add(effect.node)
            yield effect


def _binds(parent: cst.CSTNode | None, node: cst.CSTNode) -> bool:
    match parent:
        case cst.AssignTarget(target=target) | cst.AnnAssign(target=target):
            return target is node
        case cst.NamedExpr(target=target) | cst.For(target=target) | cst.CompFor(target=target):
            return target is node
        case cst.Param():
            return True
    return is_label(node)
