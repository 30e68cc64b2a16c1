"""What calls give: sublayers, methods, functions of the project, builtins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.facts.python import VALUE_BUILTINS
from layerlint.facts.tensors import tensor_function
from layerlint.interpret.tensors.algebra import element, static_shape
from layerlint.interpret.tensors.fact import PYTHON, UNKNOWN, Fact, Given
from layerlint.interpret.tensors.functions import apply
from layerlint.interpret.tensors.sublayers import given_to
from layerlint.interpret.values import Value, fact_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.run import Run

_ACTIVATION_GETTERS = frozenset({"activations.get", "activations.deserialize"})
_ITERATORS = frozenset({"enumerate", "reversed", "zip"})


def call_fact(node: cst.Call, value: Value, frame: Frame, run: Run) -> Fact:
    """The fact of what a call returns, which the interpreter knows as `value`."""
    if is_super_call(node):
        return UNKNOWN
    given = [(_key(argument), run.fact(argument.value)) for argument in node.args]
    function = node.func
    attribute = self_attribute(function, frame.self_name) if frame.self_name else None
    if attribute is not None:
        return _own(attribute, given, value, run)
    if isinstance(function, cst.Name) and frame.lookup(function.value) is not None:
        return fact_of(value)
    name = frame.module.resolve(function)
    known = tensor_function(name)
    facts = [fact for _, fact in given]
    if known is not None:
        return apply(node, known, facts, frame, run)
    if name is not None and run.layer.project.function(name, frame.module.path) is None:
        return _named(name, facts)
    if name is None and isinstance(function, cst.Attribute):
        fact = _method(function, run)
        return fact_of(value) if fact is UNKNOWN else fact
    return fact_of(value)


def _key(argument: cst.Arg) -> str | None:
    if argument.star:
        return argument.star
    return argument.keyword.value if argument.keyword is not None else None


def _own(attribute: str, given: Given, value: Value, run: Run) -> Fact:
    """`self.name(...)`: a sublayer, a method, or something that was stored."""
    sublayer = run.layer.sublayers.get(attribute)
    if sublayer is not None:
        return given_to(sublayer, given) if sublayer.container is None else UNKNOWN
    method = run.layer.method(attribute)
    if method is None and given and _is_activation(attribute, run):
        return replace(given[0][1].as_tensor(), size=None, weight=False)
    if method is None or method.is_property or method.is_classmethod:
        return UNKNOWN
    return fact_of(value)


def _is_activation(attribute: str, run: Run) -> bool:
    """Whether the attribute holds a function of Keras that works on every element."""
    bindings = run.layer.attributes[attribute].bindings if attribute in run.layer.attributes else []
    return bool(bindings) and all(
        isinstance(binding.value, cst.Call)
        and binding.method is not None
        and binding.method.module.keras(binding.value.func) in _ACTIVATION_GETTERS
        for binding in bindings
    )


def _named(name: str, facts: list[Fact]) -> Fact:
    """A builtin, or a function of some package."""
    package, _, builtin = name.rpartition(".")
    if package == "builtins" and facts:
        if builtin in ("tuple", "list"):
            return facts[0] if facts[0].size or facts[0].items or facts[0].item else UNKNOWN
        if builtin in ("abs", "round"):
            return replace(facts[0], weight=False)
        if builtin == "sum":
            total = element(facts[0])
            return total if total.is_tensor else UNKNOWN
        if builtin in _ITERATORS:
            return _iterated(builtin, [element(fact) for fact in facts])
    if package == "builtins" and builtin in VALUE_BUILTINS:
        return PYTHON
    if name.startswith(("math.", "os.", "time.")):
        return PYTHON
    if name.startswith("numpy.") and all(fact.kind == "python" for fact in facts):
        return PYTHON
    return UNKNOWN


def _iterated(builtin: str, parts: list[Fact]) -> Fact:
    if builtin == "reversed":
        return Fact("python", item=parts[0])
    if builtin == "enumerate":
        parts = [PYTHON, parts[0]]
    return Fact("python", item=Fact("python", items=tuple(parts)))


def _method(function: cst.Attribute, run: Run) -> Fact:
    """A method of a value: `x.get_shape()`, `x.shape.as_list()`."""
    owner = run.fact(function.value)
    name = function.attr.value
    if name == "get_shape" and owner.kind != "python":
        return static_shape(owner)
    return owner if owner.size == "shape" and name == "as_list" else UNKNOWN
