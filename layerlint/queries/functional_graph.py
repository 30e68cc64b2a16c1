"""Which expressions of a file are symbolic tensors of Keras's functional API.

`keras.Input()` gives one, a layer called with one gives another. Functions of the module take part:
a parameter is symbolic when some call in the module passes something symbolic for it, and no call
something that is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.layers import is_application
from layerlint.facts.namespaces import kind
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.project.needs import AnyOf, Members
from layerlint.queries.called_functions import methods_in
from layerlint.queries.functional_scope import ENDS, INPUTS, Passed, Scope, State, either
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_kinds_outside

if TYPE_CHECKING:
    from layerlint.model.module import Module

# From what a graph begins, if it does: see `_may_begin`.
NEEDS = AnyOf(
    *map(Members, sorted(ENDS)),
    *(Members(name.rpartition(".")[2]) for name in sorted(WEIGHT_LAYERS | INPUTS)),
)
_ROUNDS = 6
_CLOSED: frozenset[type] = frozenset({cst.FunctionDef, cst.Lambda, cst.ClassDef})
_STATEMENTS: frozenset[type] = frozenset(
    {cst.Assign, cst.AnnAssign, cst.AugAssign, cst.For, cst.AsName, cst.Expr, cst.Return}
)


class FunctionalGraph:
    """The symbolic tensors of the functions, and of the top level, of one module."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.functions = {
            name: node for name, node in module.function_defs.items() if not node.decorators
        }
        self.functions |= _methods_of_builders(module)
        self.returns: dict[str, State] = {}
        # Functions that return ordinary tensors, and parameters that are only given such.
        self.plain_returns: frozenset[str] = frozenset()
        self._plain: dict[str, frozenset[str]] = {}
        self._symbolic: dict[str, frozenset[str]] = {}
        self._seen: dict[cst.Call, cst.BaseExpression] = {}
        self._statements: dict[cst.CSTNode, list[cst.CSTNode]] = {}
        if self._may_begin():
            self._run()

    def applied(self) -> Iterator[tuple[cst.Call, cst.BaseExpression]]:
        """The calls that are given a symbolic tensor directly, with the argument."""
        yield from self._seen.items()

    def note(self, call: cst.Call, argument: cst.BaseExpression) -> None:
        """A call that is given a symbolic tensor."""
        self._seen[call] = argument

    def statements(self, scope: cst.CSTNode) -> list[cst.CSTNode]:
        """What a function, or the top level, does with values, without the functions inside."""
        found = self._statements.get(scope)
        if found is None:
            found = list(walk_kinds_outside(scope, _CLOSED, _STATEMENTS))
            self._statements[scope] = found
        return found

    def makes_weights(self, function: cst.BaseExpression) -> bool:
        """Whether an expression makes a layer with weights: `Dense(3)`."""
        return isinstance(function, cst.Call) and (
            self.module.keras(function.func) in WEIGHT_LAYERS
        )

    def _may_begin(self) -> bool:
        """Whether the module has anything from which a graph may begin."""
        return any(
            node.attr.value in ENDS for node in walk_kinds(self.module.tree, cst.Attribute)
        ) or any(
            self.makes_weights(node.func) or self.module.keras(node.func) in INPUTS
            for node in walk_kinds(self.module.tree, cst.Call)
        )

    def _run(self) -> None:
        """First let whatever may be symbolic be so, then drop what some call contradicts."""
        for strict in (False, True):
            for _ in range(_ROUNDS):
                before = (self._symbolic, self.returns, self._plain, self.plain_returns)
                passed = self._read()
                self._symbolic = {
                    name: _symbolic(calls, strict=strict) for name, calls in passed.items()
                }
                self._plain = {name: _plain(calls) for name, calls in passed.items()}
                if (self._symbolic, self.returns, self._plain, self.plain_returns) == before:
                    break

    def _read(self) -> Passed:
        """Follow every function once; what each call passes to the functions of the module."""
        passed: Passed = {}
        self._seen = {}
        returns: dict[str, State] = {}
        plain = set()
        Scope(self, self.module.tree, (), (), passed).run()
        for name, node in self.functions.items():
            given = self._symbolic.get(name, frozenset()), self._plain.get(name, frozenset())
            scope = Scope(self, node, *given, passed)
            scope.run()
            returns[name] = either(state for state, _ in scope.returned)
            if scope.returned and all(is_plain for _, is_plain in scope.returned):
                plain.add(name)
        for function in self._nested():
            Scope(self, function, (), (), passed).run()
        self.returns, self.plain_returns = returns, frozenset(plain)
        return passed

    def _nested(self) -> Iterator[cst.FunctionDef]:
        """The methods and inner functions, which see nothing symbolic but what they make."""
        own = set(self.functions.values())
        for node in walk_kinds(self.module.tree, cst.FunctionDef):
            if node not in own:
                yield node

    def is_layer(self, function: cst.BaseExpression) -> bool:
        """Whether an expression makes a layer: `Dense(3)`."""
        if not isinstance(function, cst.Call):
            return False
        name = self.module.keras(function.func)
        if name is not None:
            return is_application(name) or kind(name) in ("layer", "model")
        return self.module.find_layer(function.func) is not None

    def gives_symbolic(self, function: cst.BaseExpression) -> bool:
        """Whether a function gives something symbolic for something symbolic.

        Those of TensorFlow raise on Keras 3; what they would give counts as symbolic all the same.
        """
        name = self.module.keras(function) or ""
        head, _, rest = name.partition(".")
        if head in ("ops", "activations", "backend") or (head == "layers" and rest[:1].islower()):
            return True
        return self.module.tf(function) is not None


def _methods_of_builders(module: Module) -> dict[str, cst.FunctionDef]:
    """What classes call of their own that build models and are no layers: `"self.block"`.

    A name that several classes of the module give a method may mean either.
    """
    found: dict[str, list[cst.FunctionDef]] = {}
    for statement in walk_kinds(module.tree, cst.ClassDef):
        for name, method in methods_in(statement).items():
            found.setdefault(f"self.{name}", []).append(method)
    return {
        name: methods[0]
        for name, methods in found.items()
        if len(methods) == 1
        and not methods[0].decorators
        and not name.startswith("self.__")
        and module.class_of(methods[0]) is None
    }


def _symbolic(calls: list[dict[str, tuple[State, bool]]], *, strict: bool) -> frozenset[str]:
    """The parameters for which something symbolic is passed."""
    found = {name for call in calls for name, (state, _) in call.items() if state}
    if strict:
        found -= {name for call in calls for name, (state, _) in call.items() if state is False}
    return frozenset(found)


def _plain(calls: list[dict[str, tuple[State, bool]]]) -> frozenset[str]:
    """The parameters for which every call passes an ordinary tensor."""
    names = {name for call in calls for name in call}
    return frozenset(
        name for name in names if all(call.get(name, (None, False))[1] for call in calls)
    )
