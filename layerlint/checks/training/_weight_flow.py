"""What a loss carries of a model's weights: a gradient, numbers alone, or nothing.

Asked of an expression in a function with a tape. What is not understood carries a gradient, so that
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from layerlint.facts.gradients import FLOAT_CUTS, WHOLE_CUTS, gradient_function
from layerlint.facts.operations import NUMPY_FUNCTIONS
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.local_bindings import bindings
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import children, walk_kinds

_MAX_DEPTH = 3
# Names that are given each other's values are asked again until nothing rises, so many times.
_PASSES = 8
# A name is followed through so many others.
_LONGEST_CHAIN = 100
_PREDICTS = frozenset({"predict", "predict_on_batch"})
_NUMBERS = frozenset({"builtins.float", "builtins.int", "builtins.bool"})
_PLAIN = ("builtins.", "numpy.", "math.", "operator.", "functools.")


class Content(IntEnum):
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
class Names:
    """What the local names carry, as far as it is known, and how far the question has come."""

    known: dict[str, Content] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    rises: int = 0

    def rise(self, name: str, found: Content) -> None:
        """Remember what one more look at a name has found."""
        if found > self.known.get(name, Content.NOTHING):
            self.known[name] = found
            self.rises += 1


def predicts(call: cst.CSTNode | None, model: str, module: Module) -> bool:
    """Whether a call is `model.predict(...)` of Keras, which returns arrays."""
    match call:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb))):
            own = module.project.index.having(verb, rf"def {verb}\b") if verb in _PREDICTS else ()
            return verb in _PREDICTS and not own and module.source(owner) == model
    return False


@dataclass(slots=True)
class Path:
    """The way from the weights of `model` to a value, within one function and what it calls.

    `given` is what the parameters carry.
    """

    module: Module
    function: cst.FunctionDef
    model: str
    bodies: tuple[cst.CSTNode, ...]
    given: Mapping[str, Content] = field(default_factory=dict)
    depth: int = _MAX_DEPTH
    cuts: list[Cut] = field(default_factory=list)
    # What functions of the module came to for what they were given, with the first cut in them.
    returned: dict[object, tuple[Content, Cut | None]] = field(default_factory=dict)
    _names: Names = field(default_factory=Names)
    _bound: dict[str, list[cst.BaseExpression]] = field(init=False)
    _functions: frozenset[str] = field(init=False)
    _recorded: set[cst.CSTNode] = field(init=False)

    def __post_init__(self) -> None:
        self._recorded = {node for body in self.bodies for node in self.module.walk(body)}
        self._bound = self.module.facts(self.function, bindings)
        self._functions = frozenset(
            node.name.value for node in walk_kinds(self.function.body, cst.FunctionDef)
        )

    def content_of(self, node: cst.BaseExpression) -> Content:
        """What an expression carries, that is computed where it stands."""
        if isinstance(node, cst.Name):
            return self._name(node)
        if self._is_model(node):
            return Content.GRADIENT
        match node:
            case cst.Call():
                return self._outside(node, self._call(node))
            case cst.Lambda() | cst.Await() | cst.Yield() | cst.NamedExpr():
                return Content.GRADIENT
            case cst.Comparison():
                return self._numbers(node, self._parts(node))
            case cst.BinaryOperation() | cst.UnaryOperation():
                return self._outside(node, self._parts(node))
            case cst.Attribute():
                if self.model == "self" and self_attribute(node) is not None:
                    return Content.GRADIENT
        return self._parts(node)

    def _parts(self, node: cst.CSTNode) -> Content:
        found = Content.NOTHING
        for child in children(node):
            if isinstance(child, cst.BaseExpression):
                found = max(found, self.content_of(child))
            elif not isinstance(child, (cst.Attribute, cst.AssignTarget)):
                found = max(found, self._parts(child))
        return found

    def _is_model(self, node: cst.BaseExpression) -> bool:
        """Whether something of the model is read: the model, or what it has."""
        return (
            isinstance(node, (cst.Name, cst.Attribute)) and self.module.source(node) == self.model
        )

    def _name(self, name: cst.Name) -> Content:
        if name.value == self.model or self._is_function(name.value):
            return Content.GRADIENT
        return self._once(name.value) if self._names.asked else self._settled(name.value)

    def _settled(self, name: str) -> Content:
        """What a name carries, once the names that are given each other's values agree."""
        names = self._names
        settled = set(names.done)
        for _ in range(_PASSES):
            names.rises, names.done = 0, set(settled)
            found = self._once(name)
            if not names.rises:
                return found
        return Content.GRADIENT

    def _once(self, name: str) -> Content:
        names = self._names
        if len(names.asked) > _LONGEST_CHAIN:
            return Content.GRADIENT
        if name not in names.asked and name not in names.done:
            names.asked.add(name)
            found = self.given.get(name, Content.NOTHING)
            for value in self._bound.get(name, ()):
                found = max(found, self.content_of(value))
            names.rise(name, found)
            names.asked.discard(name)
            names.done.add(name)
        return names.known.get(name, Content.NOTHING)

    def _is_function(self, name: str) -> bool:
        """Whether a name is that of a function, which somebody is handed and may run the model."""
        return name in self.module.function_defs or name in self._functions

    def _outside(self, node: cst.BaseExpression, found: Content) -> Content:
        """What is computed outside of the tape is numbers to it."""
        if not self.bodies or found is not Content.GRADIENT or node in self._recorded:
            return found
        reason = "outside" if self._runs_model(node) else "after"
        if reason == "after" and not self._computes(node):
            return found
        self._cut(node, reason)
        return Content.NUMBERS

    def _cut(self, node: cst.CSTNode, reason: str) -> None:
        if all(cut.node is not node for cut in self.cuts):
            self.cuts.append(Cut(node, reason))

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

    def _numbers(self, node: cst.CSTNode, found: Content) -> Content:
        if found is Content.GRADIENT:
            self._cut(node, "cut")
            return Content.NUMBERS
        return found

    def _call(self, call: cst.Call) -> Content:
        given = max((self.content_of(each.value) for each in call.args), default=Content.NOTHING)
        if self._runs_model(call):
            return Content.GRADIENT
        if predicts(call, self.model, self.module):
            return self._numbers(call, Content.GRADIENT)
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
            return self._numbers(call, self.content_of(call.func.value))
        return self._other(call, name, given)

    def _of_callback(self, call: cst.Call) -> Content:
        """What a function that is handed to NumPy carries: as much as the model, if it runs it."""
        runs = bool(call.args) and self._is_run_in(call.args[0].value)
        return Content.GRADIENT if runs else Content.NOTHING

    def _other(self, call: cst.Call, name: str, given: Content) -> Content:
        """A call of something that is neither the model nor an operation."""
        if isinstance(call.func, cst.Name):
            function = self.module.function_defs.get(call.func.value)
            if function is not None and call.func.value not in self._bound:
                return self._inside(function, call)
            value = self.module.steady_value(call.func.value)
            if isinstance(value, cst.Call) and self._is_operation(value.func):
                return given
            if self._is_local_loss(call.func.value):
                return given
        if isinstance(call.func, cst.Attribute) and not isinstance(call.func.value, cst.Name):
            return max(given, self.content_of(call.func.value))
        if name and not name.startswith(self.module.name or "\0"):
            return given
        # Another model, or a loss, that is given what the first has computed.
        apart = given is Content.NUMBERS and not self._is_run_in(call.func)
        return given if apart else Content.GRADIENT

    def _is_run_in(self, function: cst.BaseExpression) -> bool:
        """Whether a function or method of that name runs the model."""
        last = function.attr if isinstance(function, cst.Attribute) else function
        model = self.model.rpartition(".")[2]
        return any(
            is_name(last, each.name.value)
            and (model == "self" or f"{model}(" in self.module.source(each))
            for each in walk_kinds(self.module.tree, cst.FunctionDef)
        )

    def _is_local_loss(self, name: str) -> bool:
        bound = self._bound.get(name, ())
        return bool(bound) and all(
            isinstance(value, cst.Call)
            and (self.module.keras(value.func) or "").startswith("losses.")
            for value in bound
        )

    def _inside(self, function: cst.FunctionDef, call: cst.Call) -> Content:
        """What a function of the module returns for what it is given."""
        if self.depth == 0 or function is self.function or function.params.star_kwarg is not None:
            return Content.GRADIENT
        names = [each.name for each in parameters_of(function.params)]
        given: dict[str, Content] = {}
        model = self.model
        for index, argument in enumerate(call.args):
            name = argument.keyword.value if argument.keyword else "".join(names[index : index + 1])
            given[name] = self.content_of(argument.value)
            if self.module.source(argument.value) == self.model:
                model = name
        key = (function, model, self.depth, frozenset(given.items()))
        if key not in self.returned:
            self.returned[key] = self._returned(function, model, given)
        found, cut = self.returned[key]
        if found is Content.NUMBERS and cut is not None:
            self._cut(cut.node, cut.reason)
        return found

    def _returned(
        self, function: cst.FunctionDef, model: str, given: dict[str, Content]
    ) -> tuple[Content, Cut | None]:
        """What a function comes to, and where the gradient is lost in it."""
        path = Path(self.module, function, model, (), given, self.depth - 1, [], self.returned)
        returned = [
            path.content_of(node.value)
            for node in walk_kinds(function.body, cst.Return)
            if node.value is not None and self.module.function(node) is function
        ]
        return max(returned, default=Content.NOTHING), next(iter(path.cuts), None)
