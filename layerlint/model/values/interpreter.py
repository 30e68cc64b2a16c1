"""Runs `call`, and the functions that it calls, on facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.model.call_override import filled_arguments
from layerlint.model.calls import NOT_LITERAL, dotted, literal
from layerlint.model.decorators import tf_function
from layerlint.model.values.fact import PYTHON, UNKNOWN, EnteredFunction, Fact, Values, join
from layerlint.model.values.frames import Environment, Frame, Function, Run, is_mask_name
from layerlint.model.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter
    from layerlint.model.module import Module

_MAX_DEPTH = 8
_MAX_CALLS = 400
_PYTHON_TYPES = frozenset({"bool", "int", "str", "float", "dict", "Callable"})
# Asking one of these means that the code tells eager tensors, arrays, symbolic tensors or backends
# apart.
_CAREFUL = re.compile(
    r"(.*_)?(backend|eager|eagerly|executing_eagerly|hasattr|inside_function|tf_function|in_graph"
    r"|is_tensor|is_tf_type|keras_tensor|symbolic_tensors?)"
)


def interpret(layer: LayerClass) -> Values:
    """The facts about everything that `call` of an instance of `layer` reaches."""
    values = Values(layer)
    method = layer.call
    if method is not None and not method.is_static:
        names = dict(_entered(layer, method))
        run = Run(layer, values)
        values.returned = invoke(method.node, method.module, method, names, run)
    return values


def invoke(
    node: Function, module: Module, method: Method | None, names: Environment, run: Run
) -> Fact:
    """The fact of what a function returns for these arguments."""
    key = (id(node), tuple(sorted(names.items(), key=lambda item: item[0])))
    if key not in run.results:
        frame = Frame(module, node, method, names=dict(names))
        run.results[key] = enter(frame, run)
    return run.results[key]


def enter(frame: Frame, run: Run) -> Fact:
    """Run the function of a frame; unknown where it runs already, or too much does."""
    node = frame.node
    run.calls += 1
    if id(node) in run.running or len(run.running) >= _MAX_DEPTH or run.calls > _MAX_CALLS:
        return UNKNOWN
    run.running.append(id(node))
    depth = len(run.running)
    if isinstance(node, cst.FunctionDef) and tf_function(node, frame.module):
        run.graphs.add(id(node))  # AutoGraph goes on to what it runs
    entered = EnteredFunction(node, frame.module, frame.method, depth, bool(run.graphs))
    run.values.entered.setdefault(id(node), entered)
    result = _body(frame, run)
    run.running.pop()
    run.graphs.discard(id(node))
    return result


def _body(frame: Frame, run: Run) -> Fact:
    from layerlint.model.values.expressions import evaluate
    from layerlint.model.values.statements import execute

    if isinstance(frame.node, cst.Lambda):
        return evaluate(frame.node.body, frame, run)
    for node in walk_same_function(frame.node, cst.Call):
        if isinstance(node, cst.Call):
            name = dotted(node.func) or ""
            if _CAREFUL.fullmatch(name.rpartition(".")[2]):
                run.values.careful.add(id(frame.node))
    if not execute(frame.node.body.body, frame, run):
        frame.returned.append(PYTHON)
    return join(frame.returned)


def _entered(layer: LayerClass, method: Method) -> Iterator[tuple[str, Fact]]:
    """The arguments with which Keras enters `call`."""
    first = True
    given = filled_arguments(layer)
    for parameter in method.parameters:
        if parameter.name == method.self_name or parameter.kind in ("varargs", "varkw"):
            continue
        fact = _argument(parameter, first)
        if first and fact.kind == "input" and _is_taken_apart(method, parameter.name):
            fact = replace(fact, item=replace(fact, steps=False, whole=False))
        yield parameter.name, replace(fact, given=True) if parameter.name in given else fact
        first = False


def _is_taken_apart(method: Method, name: str) -> bool:
    """Whether `call` uses `inputs[0]` and `inputs[1]`: then it is given a list of tensors."""
    found = set()
    for node in method.own_nodes(cst.Subscript):
        match node:
            case cst.Subscript(
                value=cst.Name(value=owner),
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Integer(value=index)))],
            ) if owner == name:
                found.add(index)
    return len(found) > 1


def _argument(parameter: Parameter, first: bool) -> Fact:
    name = parameter.name
    annotation = dotted(parameter.annotation) if parameter.annotation is not None else None
    if name == "training":
        return UNKNOWN
    mask = is_mask_name(name)
    if first:
        # Keras 2 casts the first argument alone.
        return Fact("input", batch=True, dtype="compute", steps=True, whole=True, mask=mask)
    default = literal(parameter.default)
    if isinstance(default, bool):
        # Neither `fit` nor `predict` passes such a switch: what it excludes is never traced there.
        return Fact("python", truth=default)
    if annotation is not None and annotation.rpartition(".")[2] in _PYTHON_TYPES:
        return PYTHON
    if parameter.default is not None and default is not None:
        return PYTHON if default is not NOT_LITERAL else UNKNOWN
    batch = parameter.default is None
    return Fact(batch=batch, dtype="compute", generations=frozenset({3}), mask=mask)
