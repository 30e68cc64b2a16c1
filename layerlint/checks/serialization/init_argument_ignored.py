"""LL507: `__init__` takes an argument and does nothing with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.serialization._config_reads import raising_read
from layerlint.checks.serialization._gathered_arguments import reads_all_arguments
from layerlint.checks.serialization._ported_signatures import is_of_signature
from layerlint.declaration import check
from layerlint.facts.objects import OBJECT_ARGUMENTS, OBJECT_KINDS, OBJECT_ROOTS
from layerlint.findings import Finding
from layerlint.model.constructor import Argument, arguments_of, base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, keyword, literal, self_attribute
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# What Keras calls of a layer, a loss, a metric, an initializer, ...
_ENTRIES = frozenset({"__call__", "build", "call", "result", "update_state"})
_SUBCLASS = r"\bclass[ \t]+\w+[ \t]*\([^()]{0,400}\b%s\b"
# The kinds whose base class has no constructor that would have to be called.
_WITHOUT_CONSTRUCTOR = frozenset(OBJECT_ROOTS.values()) - OBJECT_ARGUMENTS.keys()
_EXCUSE = re.compile(
    r"unused|not used|ignored|no effect|deprecat|compat|legacy|reserved|placeholder|not supported"
    r"|unsupported|kept for|no longer|api consistency|for consistency|dummy|parity|signature"
    r"|not (yet )?implemented|inferred|(same|common|shared) (interface|arguments|api)"
    r"|drop-in|no-?op\b|does nothing|do nothing|unneeded|not needed|obsolete|accepted (but|for)"
    r"|to[- ]be[- ]removed|will be removed"
    r"|(for|keeps?|matches|match|mirrors?|as) (the |an? )?(\w+ )?(api|interface)\b",
    re.IGNORECASE,
)


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), HAS_OBJECTS))
def init_argument_ignored(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report arguments that the constructor never reads, once each."""
    for layer in classes_of(subject):
        yield from _class(layer)


def _class(layer: LayerClass) -> Iterator[Finding]:
    constructor = layer.methods.get("__init__")
    if constructor is None or _is_extended(layer):
        return
    if layer.kind not in _WITHOUT_CONSTRUCTOR and not any(base_calls(constructor)):
        return
    if reads_all_arguments(layer, constructor):
        return
    # What is only declared is used by those who write the rest.
    if constructor.is_unimplemented or _leaves_work_open(layer):
        return
    for argument in arguments_of(layer).values():
        if argument.used or argument.name.startswith("_") or _excused(layer, argument.name):
            continue
        if _deleted(constructor, argument.name) or _shared(layer, argument.name):
            continue
        if is_of_signature(layer, argument) or _is_switched_off(layer, argument.name):
            continue
        fields = {"layer": layer.name, "argument": argument.name}
        message = "default"
        if argument.name in ("name", "dtype", "trainable"):
            if argument.name == "trainable" and _is_fixed(constructor, argument.name):
                continue
            message = "name"
        elif (path := raising_read(layer, argument.name)) is not None:
            message, fields = "unset", {**fields, "path": path}
        elif (value := _constant(layer, constructor, argument)) is not None:
            message, fields = "overwritten", {**fields, "value": value}
        yield Finding(argument.parameter.node.name, message, fields)


def _excused(layer: LayerClass, name: str) -> bool:
    """Whether a text that names the argument says that it has no effect."""
    constructor = layer.methods["__init__"]
    text = layer.docstring + "\n" + (constructor.node.get_docstring(clean=True) or "")
    source = layer.module.source(layer.node)
    comments = "\n".join(line for line in source.splitlines() if "#" in line)
    for part in re.split(r"\n\s*\n", f"{text}\n\n{comments}"):
        lines = part.splitlines()
        for index, line in enumerate(lines):
            if re.search(rf"\b{re.escape(name)}\b", line):
                near = " ".join(lines[index : index + 4])
                if _EXCUSE.search(near):
                    return True
    return _under_excuse(layer.module.source(constructor.node), name)


def _under_excuse(source: str, name: str) -> bool:
    """Whether the argument stands below a heading such as `# Reserved` among the parameters."""
    heading = ""
    for line in source.splitlines()[1:]:
        text = line.strip()
        if text.startswith("#"):
            heading = text
        elif re.match(rf"{re.escape(name)}\b\s*[:=,]", text):
            return _EXCUSE.search(heading) is not None
        elif text.startswith(")"):
            break
    return False


def _is_switched_off(layer: LayerClass, name: str) -> bool:
    """Whether the code that would use the argument stands there as a comment."""
    used = re.compile(rf"[(=,] *{re.escape(name)} *[),]|= *{re.escape(name)} *$")
    return any(
        line.lstrip().startswith("#") and used.search(line)
        for line in layer.module.source(layer.node).splitlines()
    )


def _deleted(constructor: Method, name: str) -> bool:
    return any(
        part.value == name
        for node in walk_same_class(constructor.node.body, cst.Del)
        for part in walk_same_class(node, cst.Name)
    )


def _shared(layer: LayerClass, name: str) -> bool:
    """Whether another class with the same base, one of the project, takes the argument too."""
    base = layer.mro[1] if len(layer.mro) > 1 else None
    return base is not None and any(
        other is not layer and other.constructor is not None and other.constructor.takes(name)
        for other in base.subclasses
    )


def _is_fixed(constructor: Method, name: str) -> bool:
    """Whether the base is told a constant instead: what configs hold is taken, and may not vary."""
    return any(
        (given := keyword(call, name)) is not None and literal(given) is not NOT_LITERAL
        for call in base_calls(constructor)
    )


def _constant(layer: LayerClass, constructor: Method, argument: Argument) -> str | None:
    """The constant that an attribute of the argument's name is given instead."""
    bindings = layer.attributes[argument.name].bindings
    if len(bindings) != 1 or bindings[0].method is not constructor:
        return None
    if literal(bindings[0].value) is NOT_LITERAL or bindings[0].value is None:
        return None
    return f"`{layer.module.source(bindings[0].value)}`"


def _is_extended(layer: LayerClass) -> bool:
    """Whether the project has a class that extends this one.

    A loss and the like is known by its name in other files: these are not looked through for its
    subclasses.
    """
    if layer.project.is_extended(layer):
        return True
    if layer.kind not in OBJECT_KINDS:
        return False
    pattern = _SUBCLASS % re.escape(layer.name)
    return bool(layer.project.index.having(layer.name, pattern))


def _leaves_work_open(layer: LayerClass) -> bool:
    """Whether the class cannot run by itself: a method that it needs is for subclasses to write.

    By `@abstractmethod`; or it does nothing but raise `NotImplementedError`, and Keras or another
    method that is written beside it calls it.
    """
    methods = list(layer.effective_methods())
    if any(method.is_abstract for method in methods):
        return True
    open_ones = {method.name for method in methods if _only_raises(method)}
    if not open_ones:
        return False
    return not _ENTRIES.isdisjoint(open_ones) or any(
        self_attribute(call.func, method.self_name) in open_ones
        for method in layer.methods.values()
        for call in method.own_nodes(cst.Call)
    )


def _only_raises(method: Method) -> bool:
    """Whether a method is `raise NotImplementedError`, with at most a docstring above it."""
    body = [
        part
        for line in method.node.body.body
        for part in (line.body if isinstance(line, cst.SimpleStatementLine) else [line])
    ]
    *above, last = body
    if not isinstance(last, cst.Raise) or any(not isinstance(part, cst.Expr) for part in above):
        return False
    raised = last.exc.func if isinstance(last.exc, cst.Call) else last.exc
    return is_name(raised, "NotImplementedError")
