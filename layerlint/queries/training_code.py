"""Code that trains: which gradients it takes, of which loss and model, and where they are applied.

Keras's own `fit` aside, this is every function or method, and every loop at the top level, that
takes the gradient of a loss and gives it to an optimizer: a `train_step`, a tutorial's
`@tf.function`, a method of a trainer, a helper that one of those calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import arguments, callers, function_named
from layerlint.queries.gradient_calls import Gradient, Tape, gradients, tapes
from layerlint.queries.optimizer_calls import Update, updates
from layerlint.queries.recorded_code import content_of
from layerlint.queries.trained_variables import given_at
from layerlint.syntax import cst
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What a file must hold to train something by hand.
BY_HAND = AllOf(
    AnyOf("GradientTape", "minimize", "value_and_grad"),
    AnyOf("apply_gradients", "apply", "minimize", "stateless_apply"),
    Text("keras"),
)
_LOOPS = (cst.For, cst.While)
# A gradient is handed through so many names and calls on its way to the optimizer.
_LONGEST_WAY = 8
_MOST_FUNCTIONS = 60


@dataclass(slots=True)
class Training:
    """What one function does of it, or the top level: `function` is None there.

    `tapes` are opened here, `gradients` taken here, `updates` made here; the parts of one step may
    stand in several functions.
    """

    module: Module
    function: cst.FunctionDef | None
    tapes: list[Tape] = field(default_factory=list)
    gradients: list[Gradient] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)

    def loop(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The innermost loop around a node, within its function."""
        found = innermost(node, *_LOOPS, cst.FunctionDef, cst.Lambda)
        return found if isinstance(found, _LOOPS) else None


@dataclass(slots=True)
class TrainingCode:
    """All training code of a module, by the function that it stands in."""

    module: Module
    parts: dict[cst.FunctionDef | None, Training] = field(default_factory=dict)
    applied: frozenset[cst.CSTNode] = frozenset()

    def __iter__(self) -> Iterator[Training]:
        return iter(self.parts.values())

    def of(self, function: cst.FunctionDef | None) -> Training:
        """What a function does of it; None stands for the top level."""
        found = self.parts.get(function)
        return found if found is not None else Training(self.module, function)

    def reached_from(self, function: cst.FunctionDef) -> list[Training]:
        """What a function does of it, those within it, and those that they call."""
        found: dict[cst.CSTNode, Training] = {}
        waiting, entered = [function], {function}
        while waiting and len(entered) < _MOST_FUNCTIONS:
            around = waiting.pop(0)
            for inner in walk_kinds(around, cst.FunctionDef):
                found.setdefault(inner, self.of(inner))
            for _, other in content_of(around.body, self.module).functions:
                if other not in entered:
                    entered.add(other)
                    waiting.append(other)
        return [each for each in found.values() if each.tapes or each.gradients or each.updates]

    def is_applied(self, gradient: Gradient) -> bool:
        """Whether an optimizer is given the gradient, here or by whoever it is returned to."""
        return gradient.call in self.applied

    def gradient_of(self, update: Update) -> Gradient | None:
        """The one gradient that an optimizer is given, where a straight way leads to it."""
        node, function = update.gradients, update.function
        for _ in range(_LONGEST_WAY):
            match node:
                case cst.Name():
                    given = given_at(function, self.module).get(node.value, ())
                    node = given[0] if len(given) == 1 else None
                case cst.Call():
                    taken = self._taken_by(node, function)
                    if taken is not None:
                        return taken
                    node = node.args[0].value if node.args else None
                case cst.ListComp(for_in=cst.CompFor(iter=node)):
                    pass
                case _:
                    return None
        return None

    def _taken_by(self, call: cst.Call, function: cst.FunctionDef | None) -> Gradient | None:
        return next((each for each in self.of(function).gradients if each.call is call), None)


def training_code(module: Module) -> TrainingCode:
    """The training code of a module; each function that trains, or does a part of it, is listed."""
    return module.once(_training_code)


def _training_code(module: Module) -> TrainingCode:
    code = TrainingCode(module)

    def part(function: cst.FunctionDef | None) -> Training:
        return code.parts.setdefault(function, Training(module, function))

    for tape in tapes(module):
        part(tape.function).tapes.append(tape)
    for gradient in gradients(module):
        part(gradient.function).gradients.append(gradient)
    for update in updates(module):
        part(update.function).updates.append(update)
    code.applied = frozenset(_applied(code))
    return code


def _applied(code: TrainingCode) -> set[cst.CSTNode]:
    """The identities of the calls whose results come to an optimizer, by whatever way."""
    module = code.module
    waiting = [
        (each.gradients, each.function)
        for part in code
        for each in part.updates
        if each.gradients is not None
    ]
    seen: set[object] = set()
    while waiting:
        value, function = waiting.pop()
        if value not in seen:
            seen.add(value)
            for node in walk_kinds(value, cst.Name, cst.Call):
                if isinstance(node, cst.Call):
                    seen.add(node)
                    waiting += _returned(node, seen, module)
                elif isinstance(node, cst.Name) and (function, node.value) not in seen:
                    seen.add((function, node.value))
                    waiting += _given(node.value, function, module)
    minimized = {each.call for part in code for each in part.updates}
    taken = (each.call for part in code for each in part.gradients)
    return {call for call in taken if call in seen or call in minimized}


Value = tuple[cst.BaseExpression, "cst.FunctionDef | None"]


def _returned(call: cst.Call, seen: set[object], module: Module) -> Iterator[Value]:
    """What the function that a call runs gives back, unless somebody has asked it before."""
    function = function_named(call.func, module)
    if function is not None and function not in seen:
        seen.add(function)
        for node in walk_kinds(function.body, cst.Return):
            if node.value is not None:
                yield node.value, function


def _given(name: str, function: cst.FunctionDef | None, module: Module) -> Iterator[Value]:
    """What a name is given: in its function, and by those who call that."""
    for value in given_at(function, module).get(name, ()):
        yield value, function
    if function is not None and any(each.name.value == name for each in function.params.params):
        for call in callers(function, module):
            argument = arguments(call, function, module).get(name)
            if argument is not None:
                yield argument, module.function(call)
