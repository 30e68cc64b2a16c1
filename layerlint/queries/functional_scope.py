"""One function of a module, or its top level, and what is symbolic in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from layerlint.facts.members import RUN_ON_TENSORS
from layerlint.model.methods import parameters_of
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, self_attribute
from layerlint.syntax.walk import children

if TYPE_CHECKING:
    from layerlint.queries.functional_graph import FunctionalGraph

INPUTS = frozenset({"Input", "layers.Input", "engine.Input"})
# What a model has of its own graph.
ENDS = frozenset({"input", "inputs", "output", "outputs"})

# Symbolic, not symbolic, or unknown.
State = bool | None
# For each call of a function: what its parameters get, and whether that is an ordinary tensor.
Passed = dict[str, list[dict[str, tuple[State, bool]]]]


def either(states: Iterable[State]) -> State:
    """Whether something is symbolic that holds parts of these states."""
    found = list(states)
    if True in found:
        return True
    return None if None in found else False


class Scope:
    """One function, or the top level, read statement by statement."""

    def __init__(
        self,
        graph: FunctionalGraph,
        node: cst.CSTNode,
        names: Iterable[str],
        plain: Iterable[str],
        passed: Passed,
    ) -> None:
        self._graph = graph
        self._node = node
        self._names: dict[str, State] = dict.fromkeys(names, True)
        self._layers: set[str] = set()
        self._plain = set(plain)
        self._passed = passed
        self.returned: list[tuple[State, bool]] = []

    def run(self) -> None:
        """Follow the symbolic names; note what is passed to the functions of the module."""
        for node in self._graph.statements(self._node):
            match node:
                case cst.Assign(targets=targets, value=value):
                    self._assign([target.target for target in targets], value)
                case cst.AnnAssign(target=target, value=value) if value is not None:
                    self._assign([target], value)
                case cst.AsName(name=target):
                    self._bind(target, None, False)
                case cst.AugAssign(target=cst.Name(value=name), value=value):
                    self._names[name] = either([self._names.get(name), self._evaluate(value)])
                case cst.For(target=target, iter=iterated):
                    self._bind(target, self._evaluate(iterated), False)
                case cst.Expr(value=value):
                    self._evaluate(value)
                case cst.Return(value=value) if value is not None:
                    self.returned.append((self._evaluate(value), self._is_plain(value)))

    def _assign(self, targets: Iterable[cst.CSTNode], value: cst.BaseExpression) -> None:
        state, layer = self._evaluate(value), self._graph.is_layer(value)
        plain = state is not True and self._is_plain(value)
        for target in targets:
            self._bind(target, state, layer, plain)

    def _bind(self, target: cst.CSTNode, state: State, layer: bool, plain: bool = False) -> None:
        if isinstance(target, cst.Name):
            self._names[target.value] = state
            (self._layers.add if layer else self._layers.discard)(target.value)
            (self._plain.add if plain else self._plain.discard)(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._bind(element.value, state, False, plain)

    def _is_plain(self, node: cst.CSTNode) -> bool:
        """Whether an expression is an ordinary tensor, because TensorFlow made it, or from one."""
        match node:
            case cst.Name(value=name):
                return name in self._plain
            case cst.Call(func=function, args=arguments):
                if self._graph.module.tf(function) is not None:
                    return True
                name = self._graph.module.source(function)
                if name in self._graph.functions:
                    return name in self._graph.plain_returns
                return any(self._is_plain(argument.value) for argument in arguments)
            case cst.BinaryOperation(left=left, right=right):
                return self._is_plain(left) or self._is_plain(right)
            case cst.Subscript(value=owner):
                return self._is_plain(owner)
        return False

    def _evaluate(self, node: cst.CSTNode) -> State:
        """Whether an expression is symbolic, or holds something symbolic."""
        match node:
            case cst.Name(value=name):
                return self._names.get(name, False)
            case cst.Call():
                return self._call(node)
            case cst.BinaryOperation(left=left, right=right):
                return either([self._evaluate(left), self._evaluate(right)])
            case cst.UnaryOperation(expression=inner):
                return self._evaluate(inner)
            case cst.Subscript(value=owner):
                return self._evaluate(owner)
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                return either([self._evaluate(element.value) for element in elements])
            case cst.IfExp(body=body, orelse=orelse):
                states = {self._evaluate(body), self._evaluate(orelse)}
                return states.pop() if len(states) == 1 else None
            case cst.Attribute(value=cst.Name(value=owner), attr=cst.Name(value=name)):
                return True if name in ENDS and owner in self._layers else None
            case cst.Attribute() | cst.Lambda() | cst.Comparison():
                return None
            case cst.Integer() | cst.Float() | cst.SimpleString():
                return False
            case cst.BaseComp():
                return self._comprehension(node)
        for child in children(node):
            if isinstance(child, cst.BaseExpression):
                self._evaluate(child)
        return None

    def _comprehension(self, node: cst.BaseComp) -> State:
        """The same of a comprehension, whose names are its own."""
        outside = dict(self._names), set(self._layers), set(self._plain)
        each: cst.CompFor | None = node.for_in
        while each is not None:
            self._bind(each.target, self._evaluate(each.iter), False)
            each = each.inner_for_in
        for child in children(node):
            if isinstance(child, cst.BaseExpression):
                self._evaluate(child)
        self._names, self._layers, self._plain = outside
        return None

    def _call(self, call: cst.Call) -> State:
        given = [(argument, self._evaluate(argument.value)) for argument in call.args]
        if self._graph.module.keras(call.func) in INPUTS:
            # Keras 3 has no such argument: what is written for Keras 2 alone makes nothing there.
            return None if keyword(call, "type_spec") else True
        if isinstance(call.func, cst.Call):
            self._evaluate(call.func)
        self._heed_shape(call.func)
        if isinstance(call.func, cst.Attribute) and isinstance(call.func.value, cst.Call):
            self._evaluate(call.func.value)
        match call.func:
            case cst.Attribute(value=cst.Name() as owner, attr=cst.Name(value="get_shape")):
                if self._evaluate(owner):
                    self._graph.note(call, owner)
                return None
        own = self_attribute(call.func)
        name = f"self.{own}" if own is not None else ""
        if isinstance(call.func, cst.Name):
            name = call.func.value
        function = self._graph.functions.get(name) if name not in self._names else None
        if function is not None:
            self._pass(name, function, given)
            return self._graph.returns.get(name)
        symbolic = next((argument for argument, state in given if state), None)
        if symbolic is None and self._makes_weights(call.func) and given:
            return not any(self._is_plain(argument.value) for argument in call.args)
        if symbolic is None:
            unknown = either(state for _, state in given)
            concrete = self._graph.module.tf(call.func) is not None
            return unknown if concrete or not given else None
        self._graph.note(call, symbolic.value)
        if self._graph.is_layer(call.func) or self._graph.gives_symbolic(call.func):
            return True
        return True if name in self._layers else None

    def _heed_shape(self, function: cst.BaseExpression) -> None:
        """`x.shape.as_list()`: the shape of a symbolic Keras tensor is a tuple, and has no such."""
        match function:
            case cst.Attribute(
                value=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("shape")),
                attr=cst.Name("as_list"),
            ) if not self._names.get(name):
                self._plain.add(name)

    def _makes_weights(self, function: cst.BaseExpression) -> bool:
        """`Dense(3)(x)`: new weights for every `x` make sense only where a model is built."""
        node = self._node
        if not isinstance(node, cst.FunctionDef):
            return False
        if node.name.value in RUN_ON_TENSORS or node.name.value.startswith("test"):
            return False
        return self._graph.makes_weights(function)

    def _pass(
        self, name: str, function: cst.FunctionDef, given: list[tuple[cst.Arg, State]]
    ) -> None:
        """Note what the parameters of a function of the module get."""
        parameters = [item.name for item in parameters_of(function.params)]
        if name.startswith("self."):
            del parameters[:1]
        found: dict[str, tuple[State, bool]] = {}
        for index, (argument, state) in enumerate(given):
            passed = (state, state is not True and self._is_plain(argument.value))
            if argument.keyword is not None:
                found[argument.keyword.value] = passed
            elif not argument.star and index < len(parameters):
                found[parameters[index]] = passed
        self._passed.setdefault(name, []).append(found)
