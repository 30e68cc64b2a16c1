"""Which expressions of a file are symbolic tensors of Keras's functional API.

`keras.Input()` gives one, a layer called with one gives another. Functions of the module take part:
a parameter is symbolic when some call in the module passes something symbolic for it, and no call
something that is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.facts.namespaces import is_class_name, kind
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.model.calls import keyword
from layerlint.model.methods import parameters_of
from layerlint.model.walk import children, walk_kinds, walk_kinds_outside

if TYPE_CHECKING:
    from layerlint.model.module import Module

_INPUTS = frozenset({"Input", "layers.Input", "engine.Input"})
_ROUNDS = 6
# What a model has of its own graph.
_ENDS = frozenset({"input", "inputs", "output", "outputs"})
# Methods that run on tensors, and not while a model is put together.
_RUN_ON_TENSORS = frozenset(
    {"__call__", "build", "call", "predict_step", "test_step", "train_step", "compute_loss"}
)
_CLOSED: frozenset[type] = frozenset({cst.FunctionDef, cst.Lambda, cst.ClassDef})
_STATEMENTS: frozenset[type] = frozenset({cst.Assign, cst.AugAssign, cst.For, cst.Expr, cst.Return})

# Symbolic, not symbolic, or unknown.
State = bool | None
Passed = dict[str, list[dict[str, State]]]


class FunctionalGraph:
    """The symbolic tensors of the functions, and of the top level, of one module."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.functions = {
            name: node for name, node in module.function_defs.items() if not node.decorators
        }
        self.returns: dict[str, State] = {}
        self._symbolic: dict[str, frozenset[str]] = {}
        self._seen: dict[int, tuple[cst.Call, cst.BaseExpression]] = {}
        self._statements: dict[int, list[cst.CSTNode]] = {}
        if self._may_begin():
            self._run()

    def applied(self) -> Iterator[tuple[cst.Call, cst.BaseExpression]]:
        """The calls that are given a symbolic tensor directly, with the argument."""
        yield from self._seen.values()

    def note(self, call: cst.Call, argument: cst.BaseExpression) -> None:
        """A call that is given a symbolic tensor."""
        self._seen[id(call)] = (call, argument)

    def statements(self, scope: cst.CSTNode) -> list[cst.CSTNode]:
        """What a function, or the top level, does with values, without the functions inside."""
        found = self._statements.get(id(scope))
        if found is None:
            found = list(walk_kinds_outside(scope, _CLOSED, _STATEMENTS))
            self._statements[id(scope)] = found
        return found

    def makes_weights(self, function: cst.BaseExpression) -> bool:
        """Whether an expression makes a layer with weights: `Dense(3)`."""
        return isinstance(function, cst.Call) and (
            self.module.keras(function.func) in WEIGHT_LAYERS
        )

    def _may_begin(self) -> bool:
        """Whether the module has anything from which a graph may begin."""
        return any(
            node.attr.value in _ENDS for node in walk_kinds(self.module.tree, cst.Attribute)
        ) or any(
            self.makes_weights(node.func) or self.module.keras(node.func) in _INPUTS
            for node in walk_kinds(self.module.tree, cst.Call)
        )

    def _run(self) -> None:
        """First let whatever may be symbolic be so, then drop what some call contradicts."""
        for strict in (False, True):
            for _ in range(_ROUNDS):
                before = (self._symbolic, self.returns)
                passed = self._read()
                self._symbolic = {
                    name: _symbolic(calls, strict=strict) for name, calls in passed.items()
                }
                if (self._symbolic, self.returns) == before:
                    break

    def _read(self) -> Passed:
        """Follow every function once; what each call passes to the functions of the module."""
        passed: Passed = {}
        self._seen = {}
        returns: dict[str, State] = {}
        _Scope(self, self.module.tree, (), passed).run()
        for name, node in self.functions.items():
            scope = _Scope(self, node, self._symbolic.get(name, ()), passed)
            scope.run()
            returns[name] = _either(scope.returned)
        for function in self._nested():
            _Scope(self, function, (), passed).run()
        self.returns = returns
        return passed

    def _nested(self) -> Iterator[cst.FunctionDef]:
        """The methods and inner functions, which see nothing symbolic but what they make."""
        own = {id(node) for node in self.functions.values()}
        for node in walk_kinds(self.module.tree, cst.FunctionDef):
            if id(node) not in own:
                yield node

    def is_layer(self, function: cst.BaseExpression) -> bool:
        """Whether an expression makes a layer: `Dense(3)`."""
        if not isinstance(function, cst.Call):
            return False
        name = self.module.keras(function.func)
        if name is not None:
            application = name.startswith("applications.") and is_class_name(name.split(".")[-1])
            return application or kind(name) in ("layer", "model")
        resolved = self.module.resolve(function.func)
        project = self.module.project
        return resolved is not None and project.find_layer(resolved, self.module.path) is not None

    def gives_symbolic(self, function: cst.BaseExpression) -> bool:
        """Whether a function gives something symbolic for something symbolic.

        Those of TensorFlow raise on Keras 3; what they would give counts as symbolic all the same.
        """
        name = self.module.keras(function) or ""
        head, _, rest = name.partition(".")
        if head in ("ops", "activations", "backend") or (head == "layers" and rest[:1].islower()):
            return True
        return self.module.tf(function) is not None


def _symbolic(calls: list[dict[str, State]], *, strict: bool) -> frozenset[str]:
    """The parameters for which something symbolic is passed."""
    found = {name for call in calls for name, state in call.items() if state}
    if strict:
        found -= {name for call in calls for name, state in call.items() if state is False}
    return frozenset(found)


def _either(states: Iterable[State]) -> State:
    """Whether something is symbolic that holds parts of these states."""
    found = list(states)
    if True in found:
        return True
    return None if None in found else False


class _Scope:
    """One function, or the top level, read statement by statement."""

    def __init__(
        self, graph: FunctionalGraph, node: cst.CSTNode, names: Iterable[str], passed: Passed
    ) -> None:
        self._graph = graph
        self._node = node
        self._names: dict[str, State] = dict.fromkeys(names, True)
        self._layers: set[str] = set()
        self._passed = passed
        self.returned: list[State] = []

    def run(self) -> None:
        """Follow the symbolic names; note what is passed to the functions of the module."""
        for node in self._graph.statements(self._node):
            match node:
                case cst.Assign(targets=targets, value=value):
                    state, layer = self._evaluate(value), self._graph.is_layer(value)
                    for target in targets:
                        self._bind(target.target, state, layer)
                case cst.AugAssign(target=cst.Name(value=name), value=value):
                    self._names[name] = _either([self._names.get(name), self._evaluate(value)])
                case cst.For(target=target, iter=iterated):
                    self._bind(target, self._evaluate(iterated), False)
                case cst.Expr(value=value):
                    self._evaluate(value)
                case cst.Return(value=value) if value is not None:
                    self.returned.append(self._evaluate(value))

    def _bind(self, target: cst.CSTNode, state: State, layer: bool) -> None:
        if isinstance(target, cst.Name):
            self._names[target.value] = state
            (self._layers.add if layer else self._layers.discard)(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                self._bind(element.value, state, False)

    def _evaluate(self, node: cst.CSTNode) -> State:
        """Whether an expression is symbolic, or holds something symbolic."""
        match node:
            case cst.Name(value=name):
                return self._names.get(name, False)
            case cst.Call():
                return self._call(node)
            case cst.BinaryOperation(left=left, right=right):
                return _either([self._evaluate(left), self._evaluate(right)])
            case cst.UnaryOperation(expression=inner):
                return self._evaluate(inner)
            case cst.Subscript(value=owner):
                return self._evaluate(owner)
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                return _either([self._evaluate(element.value) for element in elements])
            case cst.IfExp(body=body, orelse=orelse):
                states = {self._evaluate(body), self._evaluate(orelse)}
                return states.pop() if len(states) == 1 else None
            case cst.Attribute(value=cst.Name(value=owner), attr=cst.Name(value=name)):
                return True if name in _ENDS and owner in self._layers else None
            case cst.Attribute() | cst.Lambda() | cst.Comparison():
                return None
        for child in children(node):
            if isinstance(child, cst.BaseExpression):
                self._evaluate(child)
        return None

    def _call(self, call: cst.Call) -> State:
        given = [(argument, self._evaluate(argument.value)) for argument in call.args]
        if self._graph.module.keras(call.func) in _INPUTS:
            # Keras 3 has no such argument: what is written for Keras 2 alone makes nothing there.
            return None if keyword(call, "type_spec") else True
        if isinstance(call.func, cst.Call):
            self._evaluate(call.func)
        name = call.func.value if isinstance(call.func, cst.Name) else ""
        function = self._graph.functions.get(name) if name not in self._names else None
        if function is not None:
            self._pass(name, function, given)
            return self._graph.returns.get(name)
        symbolic = next((argument for argument, state in given if state), None)
        if symbolic is None and self._makes_weights(call.func) and given:
            return True
        if symbolic is None:
            unknown = _either(state for _, state in given)
            concrete = self._graph.module.tf(call.func) is not None
            return unknown if concrete or not given else None
        self._graph.note(call, symbolic.value)
        if self._graph.is_layer(call.func) or self._graph.gives_symbolic(call.func):
            return True
        return True if name in self._layers else None

    def _makes_weights(self, function: cst.BaseExpression) -> bool:
        """`Dense(3)(x)`: new weights for every `x` make sense only where a model is built."""
        node = self._node
        if not isinstance(node, cst.FunctionDef):
            return False
        if node.name.value in _RUN_ON_TENSORS or node.name.value.startswith("test"):
            return False
        return self._graph.makes_weights(function)

    def _pass(
        self, name: str, function: cst.FunctionDef, given: list[tuple[cst.Arg, State]]
    ) -> None:
        """Note what the parameters of a function of the module get."""
        parameters = [item.name for item in parameters_of(function.params)]
        found: dict[str, State] = {}
        for index, (argument, state) in enumerate(given):
            if argument.keyword is not None:
                found[argument.keyword.value] = state
            elif not argument.star and index < len(parameters):
                found[parameters[index]] = state
        self._passed.setdefault(name, []).append(found)
