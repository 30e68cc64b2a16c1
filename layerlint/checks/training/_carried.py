"""What a loss carries of a model's weights: a gradient, numbers alone, or nothing.

Asked of an expression in a function with a tape. What is not understood carries a gradient, so that
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import libcst as cst

from layerlint.facts.gradients import FLOAT_CUTS, WHOLE_CUTS, gradient_function
from layerlint.facts.operations import NUMPY_FUNCTIONS
from layerlint.model.calls import is_name, self_attribute
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.model.walk import children, walk_kinds

_MAX_DEPTH = 3
_NUMBERS = frozenset({"builtins.float", "builtins.int", "builtins.bool"})
_PLAIN = ("builtins.", "numpy.", "math.", "operator.", "functools.")


class Carried(IntEnum):
    """How much of the weights is in a value."""

    NOTHING = 0
    NUMBERS = 1
    GRADIENT = 2


@dataclass(slots=True)
class Cut:
    """Where the gradient is lost: `reason` names the message."""

    node: cst.CSTNode
    reason: str


@dataclass(slots=True)
class Path:
    """The way from the weights of `model` to a value, within one function and what it calls.

    `given` is what the parameters carry.
    """

    module: Module
    function: cst.FunctionDef
    model: str
    bodies: tuple[cst.CSTNode, ...]
    given: Mapping[str, Carried] = field(default_factory=dict)
    depth: int = _MAX_DEPTH
    cuts: list[Cut] = field(default_factory=list)
    _asked: set[str] = field(default_factory=set)
    _recorded: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._recorded = {id(node) for body in self.bodies for node in self.module.walk(body)}

    def carried(self, node: cst.BaseExpression) -> Carried:
        """What an expression carries, that is computed where it stands."""
        if isinstance(node, cst.Name):
            return self._name(node)
        if self._is_model(node):
            return Carried.GRADIENT
        match node:
            case cst.Call():
                return self._outside(node, self._call(node))
            case cst.Lambda() | cst.Await() | cst.Yield() | cst.NamedExpr():
                return Carried.GRADIENT
            case cst.Comparison():
                return self._numbers(node, self._parts(node))
            case cst.BinaryOperation() | cst.UnaryOperation():
                return self._outside(node, self._parts(node))
            case cst.Attribute():
                if self.model == "self" and self_attribute(node) is not None:
                    return Carried.GRADIENT
        return self._parts(node)

    def _parts(self, node: cst.CSTNode) -> Carried:
        found = Carried.NOTHING
        for child in children(node):
            if isinstance(child, cst.BaseExpression):
                found = max(found, self.carried(child))
            elif not isinstance(child, (cst.Attribute, cst.AssignTarget)):
                found = max(found, self._parts(child))
        return found

    def _is_model(self, node: cst.BaseExpression) -> bool:
        """Whether something of the model is read: the model, or what it has."""
        return (
            isinstance(node, (cst.Name, cst.Attribute)) and self.module.source(node) == self.model
        )

    def _name(self, name: cst.Name) -> Carried:
        if name.value == self.model or self._is_function(name.value):
            return Carried.GRADIENT
        if name.value in self._asked:
            return Carried.NOTHING
        self._asked.add(name.value)
        found = self.given.get(name.value, Carried.NOTHING)
        for value in self._bindings(name.value):
            found = max(found, self.carried(value))
        self._asked.discard(name.value)
        return found

    def _is_function(self, name: str) -> bool:
        """Whether a name is that of a function, which somebody is handed and may run the model."""
        return name in self.module.function_defs or any(
            node.name.value == name for node in walk_kinds(self.function.body, cst.FunctionDef)
        )

    def _bindings(self, name: str) -> Iterator[cst.BaseExpression]:
        """What a local name is given, also what is put into it, and what it is looped over."""
        for node in walk_kinds(
            self.function.body,
            cst.Assign,
            cst.AnnAssign,
            cst.AugAssign,
            cst.For,
            cst.Call,
            cst.CompFor,
        ):
            match node:
                case cst.Assign(targets=targets, value=value):
                    if any(_binds(target.target, name) for target in targets):
                        yield value
                case cst.AnnAssign(target=target, value=value) if value is not None:
                    if _binds(target, name):
                        yield value
                case cst.AugAssign(target=target, value=value) if _binds(target, name):
                    yield value
                case (
                    cst.For(target=target, iter=value) | cst.CompFor(target=target, iter=value)
                ) if _binds(target, name):
                    yield value
                case cst.Call(
                    func=cst.Attribute(value=owner, attr=cst.Name("append" | "extend" | "insert")),
                    args=args,
                ) if is_name(owner, name):
                    yield from (argument.value for argument in args)

    def _outside(self, node: cst.BaseExpression, found: Carried) -> Carried:
        """What is computed outside of the tape is numbers to it."""
        if not self.bodies or found is not Carried.GRADIENT or id(node) in self._recorded:
            return found
        reason = "outside" if self._runs_model(node) else "after"
        if reason == "after" and not self._computes(node):
            return found
        self.cuts.append(Cut(node, reason))
        return Carried.NUMBERS

    def _runs_model(self, node: cst.BaseExpression) -> bool:
        return isinstance(node, cst.Call) and self.module.source(node.func) == self.model

    def _computes(self, node: cst.BaseExpression) -> bool:
        """Whether it is an operation on tensors, and no look-up."""
        if not isinstance(node, cst.Call):
            return True
        return self._is_operation(node.func)

    def _is_operation(self, function: cst.BaseExpression) -> bool:
        name = self.module.keras(function) or ""
        return self.module.tf(function) is not None or name.startswith(("ops.", "losses."))

    def _numbers(self, node: cst.CSTNode, found: Carried) -> Carried:
        if found is Carried.GRADIENT:
            self.cuts.append(Cut(node, "cut"))
            return Carried.NUMBERS
        return found

    def _call(self, call: cst.Call) -> Carried:
        given = max((self.carried(each.value) for each in call.args), default=Carried.NOTHING)
        if self._runs_model(call):
            return Carried.GRADIENT
        name = self.module.resolve(call.func) or ""
        if self.module.tf(call.func) in NUMPY_FUNCTIONS:
            return self._numbers(call, max(given, self._of_callback(call)))
        if name in _NUMBERS or name.startswith("numpy."):
            return self._numbers(call, given)
        if gradient_function(name) in FLOAT_CUTS | WHOLE_CUTS:
            return self._numbers(call, given)
        if self._is_operation(call.func) or name.startswith(_PLAIN):
            return given
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == "numpy":
            return self._numbers(call, self.carried(call.func.value))
        return self._other(call, name, given)

    def _of_callback(self, call: cst.Call) -> Carried:
        """What a function that is handed to NumPy carries: as much as the model, if it runs it."""
        runs = bool(call.args) and self._is_run_in(call.args[0].value)
        return Carried.GRADIENT if runs else Carried.NOTHING

    def _other(self, call: cst.Call, name: str, given: Carried) -> Carried:
        """A call of something that is neither the model nor an operation."""
        if isinstance(call.func, cst.Name):
            function = self.module.function_defs.get(call.func.value)
            if function is not None and self._bindings_free(call.func.value):
                return self._inside(function, call)
            value = self.module.steady_value(call.func.value)
            if isinstance(value, cst.Call) and self._is_operation(value.func):
                return given
            if self._is_local_loss(call.func.value):
                return given
        if isinstance(call.func, cst.Attribute) and not isinstance(call.func.value, cst.Name):
            return max(given, self.carried(call.func.value))
        if name and not name.startswith(self.module.name or "\0"):
            return given
        # Another model, or a loss, that is given what the first has computed.
        apart = given is Carried.NUMBERS and not self._is_run_in(call.func)
        return given if apart else Carried.GRADIENT

    def _is_run_in(self, function: cst.BaseExpression) -> bool:
        """Whether a function or method of that name runs the model."""
        last = function.attr if isinstance(function, cst.Attribute) else function
        model = self.model.rpartition(".")[2]
        return any(
            is_name(last, each.name.value)
            and (model == "self" or f"{model}(" in self.module.source(each))
            for each in walk_kinds(self.module.tree, cst.FunctionDef)
        )

    def _bindings_free(self, name: str) -> bool:
        return next(self._bindings(name), None) is None

    def _is_local_loss(self, name: str) -> bool:
        bound = list(self._bindings(name))
        return bool(bound) and all(
            isinstance(value, cst.Call)
            and (self.module.keras(value.func) or "").startswith("losses.")
            for value in bound
        )

    def _inside(self, function: cst.FunctionDef, call: cst.Call) -> Carried:
        """What a function of the module returns for what it is given."""
        if self.depth == 0 or function is self.function or function.params.star_kwarg is not None:
            return Carried.GRADIENT
        names = [each.name for each in parameters_of(function.params)]
        given: dict[str, Carried] = {}
        model = self.model
        for index, argument in enumerate(call.args):
            name = argument.keyword.value if argument.keyword else "".join(names[index : index + 1])
            given[name] = self.carried(argument.value)
            if self.module.source(argument.value) == self.model:
                model = name
        path = Path(self.module, function, model, (), given, self.depth - 1)
        path._recorded = set()
        returned = [
            path.carried(node.value)
            for node in walk_kinds(function.body, cst.Return)
            if node.value is not None and self.module.function(node) is function
        ]
        found = max(returned, default=Carried.NOTHING)
        if found is Carried.NUMBERS and path.cuts:
            self.cuts.append(path.cuts[0])
        return found


def _binds(target: cst.BaseExpression, name: str) -> bool:
    match target:
        case cst.Name():
            return target.value == name
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return any(_binds(element.value, name) for element in elements)
        case cst.Subscript(value=owner):
            return is_name(owner, name)
        case cst.StarredElement(value=inner):
            return _binds(inner, name)
    return False
