"""What calls give: sublayers, methods, functions of the project, builtins."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from layerlint.facts.python import REARRANGEMENTS, VALUE_BUILTINS
from layerlint.facts.tensors import tensor_function
from layerlint.model.calls import is_super_call, self_attribute
from layerlint.model.values.algebra import element, static_shape
from layerlint.model.values.expressions import evaluate
from layerlint.model.values.fact import PYTHON, UNKNOWN, Fact, join
from layerlint.model.values.frames import Frame, Function, Given, Run, bind, bound_arguments
from layerlint.model.values.functions import apply
from layerlint.model.values.interpreter import enter, invoke
from layerlint.model.values.sublayers import given_to

_ACTIVATION_GETTERS = frozenset({"activations.get", "activations.deserialize"})
_ITERATORS = frozenset({"enumerate", "reversed", "zip"})


def evaluate_call(node: cst.Call, frame: Frame, run: Run) -> Fact:
    """The fact of what a call returns."""
    if is_super_call(node):
        return UNKNOWN
    given = [(_key(argument), evaluate(argument.value, frame, run)) for argument in node.args]
    callee = _callee(node, given, frame, run)
    if callee is not None:
        return callee
    name = frame.module.resolve(node.func)
    function = tensor_function(name)
    if function is not None:
        return apply(node, function, [fact for _, fact in given], frame, run)
    if name is not None:
        return _named(name, [fact for _, fact in given])
    if isinstance(node.func, cst.Attribute):
        return _method(node.func, given, frame, run)
    return UNKNOWN


def _key(argument: cst.Arg) -> str | None:
    if argument.star:
        return argument.star
    return argument.keyword.value if argument.keyword is not None else None


def _callee(node: cst.Call, given: Given, frame: Frame, run: Run) -> Fact | None:
    """Run the function that is called, where its code is known; call a sublayer."""
    function = node.func
    attribute = self_attribute(function, frame.self_name) if frame.self_name else None
    if attribute is not None:
        return _own(attribute, given, run)
    match function:
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if is_super_call(owner):
            writer = frame.method.owner if frame.method is not None else run.layer
            method = run.layer.method_after(writer, name)
            if method is None:
                return UNKNOWN
            names = bound_arguments(method.node, given, skip_self=True)
            return invoke(method.node, method.module, method, names, run)
        case cst.Subscript():
            return UNKNOWN
        case cst.Name(value=name):
            local = frame.function(name)
            if local is not None:
                return _local(*local, given, run)
            if frame.lookup(name) is not None:
                return UNKNOWN
    resolved = frame.module.resolve(function)
    found = run.layer.project.function(resolved, frame.module.path) if resolved else None
    if found is None:
        return None
    module, target = found
    if target.asynchronous is not None or target.decorators:
        return UNKNOWN
    names = bound_arguments(target, given, skip_self=False)
    return invoke(target, module, None, names, run)


def _local(function: Function, scope: Frame, given: Given, run: Run) -> Fact:
    """A function defined inside the running one: it sees that one's locals."""
    names = bound_arguments(function, given, skip_self=False)
    return enter(Frame(scope.module, function, scope.method, scope, names), run)


def _own(attribute: str, given: Given, run: Run) -> Fact:
    """`self.name(...)`: a sublayer, a method, or something that was stored."""
    sublayer = run.layer.sublayers.get(attribute)
    if sublayer is not None:
        return given_to(sublayer, given) if sublayer.container is None else UNKNOWN
    method = run.layer.method(attribute)
    if method is None and given and _is_activation(attribute, run):
        return replace(given[0][1].as_tensor(), size=None, weight=False)
    if method is None or method.is_property or method.is_classmethod:
        return UNKNOWN
    names = bound_arguments(method.node, given, skip_self=not method.is_static)
    return invoke(method.node, method.module, method, names, run)


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


def _method(function: cst.Attribute, given: Given, frame: Frame, run: Run) -> Fact:
    """A method of a value: `x.get_shape()`, `x.shape.as_list()`, `parts.append(x)`."""
    owner = evaluate(function.value, frame, run)
    name = function.attr.value
    if name == "get_shape" and owner.kind != "python":
        return static_shape(owner)
    if owner.size == "shape" and name == "as_list":
        return owner
    if name == "append" and isinstance(function.value, cst.Name) and given:
        local = function.value.value
        held = [*(owner.items or ()), *([owner.item] if owner.item is not None else ())]
        if local in frame.names and (held or owner.items is not None):
            frame.names[local] = Fact("python", item=join([*held, given[0][1]]))
    elif name in REARRANGEMENTS and getattr(function.value, "value", None) in frame.names:
        bind(function.value, UNKNOWN, frame)
    return UNKNOWN
