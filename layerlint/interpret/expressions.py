"""Expressions: their value in the run's world, and the effects of evaluating them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import libcst as cst

from layerlint.interpret import assignment, calls, containers
from layerlint.interpret.arithmetic import arithmetic
from layerlint.interpret.frames import Callee, Frame
from layerlint.interpret.refine import refine
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    Value,
    compare,
    constant,
    join,
    negate,
    truth,
    unknown_from,
)
from layerlint.model.calls import NOT_LITERAL, literal
from layerlint.model.methods import parameters_of
from layerlint.model.walk import children

_CONSTANTS = {"True": True, "False": False, "None": None}
# Attributes that hold a mode somebody else sets: what they guard is guarded, nobody can say how.
_MODE_ATTRIBUTE = re.compile(
    r"_*(is_|in_)*(train|training|inference|infer|testing|eval|evaluating|learning_phase|phase|"
    r"stage)(_mode|_phase)?_*\Z|.*(inference|update_stat).*"
)


def evaluate(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """The value of an expression."""
    run.step()
    match node:
        case cst.Name(value=name):
            return _name(node, name, frame, run)
        case cst.Attribute():
            return _attribute(node, frame, run)
        case cst.Call():
            return calls.evaluate_call(node, frame, run)
        case cst.BooleanOperation():
            return _boolean(node, frame, run)
        case cst.UnaryOperation(operator=operation, expression=operand):
            value = evaluate(operand, frame, run)
            if isinstance(operation, (cst.Not, cst.BitInvert)):
                return negate(value)
            if isinstance(operation, cst.Minus) and value.known:
                return arithmetic(constant(0), cst.Subtract(), value)
            return unknown_from(value)
        case cst.Comparison():
            return _comparison(node, frame, run)
        case cst.BinaryOperation(left=left, operator=operation, right=right):
            first = evaluate(left, frame, run)
            return arithmetic(first, operation, evaluate(right, frame, run))
        case cst.IfExp():
            return choose(node.test, node.body, node.orelse, frame, run)
        case cst.NamedExpr(target=target, value=value):
            result = evaluate(value, frame, run)
            assignment.assign(target, result, value, node, frame, run)
            return result
        case cst.Lambda():
            return local_function(node, frame, run)
        case cst.Subscript():
            return _subscript(node, frame, run)
    return _display(node, frame, run)


def evaluate_statement(node: cst.BaseExpression, frame: Frame, run: Run) -> Value:
    """The value of an expression that is a statement of its own."""
    if isinstance(node, cst.Call):
        return calls.evaluate_call(node, frame, run, statement=True)
    return evaluate(node, frame, run)


def local_function(node: cst.FunctionDef | cst.Lambda, frame: Frame, run: Run) -> Value:
    """The function that a nested `def` or a lambda makes."""
    defaults = {
        parameter.name: evaluate(parameter.default, frame, run)
        for parameter in parameters_of(node.params)
        if parameter.default is not None
    }
    callee = Callee(node, frame.module, frame.method, lexical=frame, defaults=defaults)
    return Value(callees=(callee,))


def evaluate_slice(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """The value of an index or a slice."""
    if isinstance(node, cst.Index):
        return evaluate(node.value, frame, run)
    return unknown_from(*(evaluate(child, frame, run) for child in children(node)))


def evaluate_all(nodes: Iterable[cst.CSTNode], frame: Frame, run: Run) -> list[Value]:
    """The values of several expressions, in order."""
    return [evaluate(node, frame, run) for node in nodes]


def choose(
    test: cst.BaseExpression,
    body: cst.BaseExpression,
    orelse: cst.BaseExpression,
    frame: Frame,
    run: Run,
) -> Value:
    """`body if test else orelse`."""
    value = evaluate(test, frame, run)
    known = truth(value)
    if known is not None:
        return evaluate(body if known else orelse, frame, run)
    before = run.snapshot(frame)
    with run.guarded(test, frame, True, value.derived):
        refine(test, True, frame, run)
        first = evaluate(body, frame, run)
    after_first = run.snapshot(frame)
    run.restore(frame, before)
    with run.guarded(test, frame, False, value.derived):
        refine(test, False, frame, run)
        second = evaluate(orelse, frame, run)
    run.meet(frame, after_first, run.snapshot(frame), opaque=value.derived)
    return mixed(value, [first, second])


def mixed(test: Value, options: list[Value]) -> Value:
    """One of `options`, an unknown test having picked it."""
    merged = join(options)
    if test.derived and not merged.known:
        merged = replace(merged, derived=True)
    return merged


def _name(node: cst.Name, name: str, frame: Frame, run: Run) -> Value:
    if name in _CONSTANTS:
        return constant(_CONSTANTS[name])
    local = frame.lookup(name)
    if local is not None:
        return local
    if name == frame.self_name and name:
        return Value(path=())
    resolved = frame.module.resolve(node)
    if resolved is not None:
        found = run.layer.project.function(resolved, frame.module.path)
        if found is not None:
            module, function = found
            return Value(callees=(Callee(function, module),))
    return ANYTHING


def _attribute(node: cst.Attribute, frame: Frame, run: Run) -> Value:
    return attribute_of(evaluate(node.value, frame, run), node.attr.value, node, frame, run)


def attribute_of(owner: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """`owner.name`, as `node` has it: state of the layer, a method of it, or anything else."""
    if owner.path is None:
        if name in ("value", "T"):
            return replace(unknown_from(owner), same=owner.same)
        return unknown_from(owner)
    path = (*owner.path, name)
    if not owner.path:
        method = run.layer.method(name)
        if method is not None and path not in run.attributes:
            callee = Callee(method.node, method.module, method, bound_to_layer=not method.is_static)
            if method.is_property:
                return calls.invoke(callee, [], node, frame, run)
            return Value(callees=(callee,))
    elif name == "value":
        return replace(owner, path=None)
    value = run.state(path)
    if value.const is not None and not value.known and _MODE_ATTRIBUTE.match(name):
        value = replace(value, derived=True)
    return value


def _subscript(node: cst.Subscript, frame: Frame, run: Run) -> Value:
    owner = evaluate(node.value, frame, run)
    keys = [evaluate_slice(element.slice, frame, run) for element in node.slice]
    index = node.slice[0].slice if len(node.slice) == 1 else None
    inside = containers.looked_up(owner, keys[0] if isinstance(index, cst.Index) else None)
    if inside is not None:
        return inside
    if owner.path:
        key = literal(index.value) if isinstance(index, cst.Index) else NOT_LITERAL
        if key is not NOT_LITERAL:
            return run.state((*owner.path, f"[{key!r}]"))
        merged = unknown_from(owner, *keys)
        return replace(merged, path=(*owner.path, "[*]"), derived=owner.derived)
    return unknown_from(owner, *keys)


def _boolean(node: cst.BooleanOperation, frame: Frame, run: Run) -> Value:
    left = evaluate(node.left, frame, run)
    decisive = isinstance(node.operator, cst.Or)
    known = truth(left)
    if known is decisive:
        return left
    if known is not None:
        return evaluate(node.right, frame, run)
    before = run.snapshot(frame)
    with run.guarded(node.left, frame, not decisive, left.derived):
        refine(node.left, not decisive, frame, run)
        right = evaluate(node.right, frame, run)
    run.meet(frame, before, run.snapshot(frame), opaque=left.derived)
    if truth(right) is decisive:
        return Value(truth=decisive)
    if truth(right) is not None:
        return Value(derived=left.derived, draws=left.draws, reads=left.reads)
    if left.derived or right.derived or left.draws or right.draws:
        return unknown_from(left, right)
    return join([left, right])


def _comparison(node: cst.Comparison, frame: Frame, run: Run) -> Value:
    left = evaluate(node.left, frame, run)
    result: Value | None = None
    for target in node.comparisons:
        right = evaluate(target.comparator, frame, run)
        step = compare(left, target.operator, right)
        result = step if result is None else join([result, step])
        if len(node.comparisons) > 1 and truth(step) is False:
            return step
        left = right
    return result if result is not None else ANYTHING


def _display(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    match node:
        case cst.Integer() | cst.Float() | cst.SimpleString() | cst.ConcatenatedString():
            value = literal(node)
            return ANYTHING if value is NOT_LITERAL else constant(value)
        case (
            cst.Tuple(elements=elements) | cst.List(elements=elements) | cst.Set(elements=elements)
        ):
            parts = evaluate_all((element.value for element in elements), frame, run)
            merged = unknown_from(*parts)
            known = literal(node) if isinstance(node, cst.Tuple) else NOT_LITERAL
            if known is not NOT_LITERAL:
                return replace(constant(known), items=tuple(parts))
            if any(isinstance(element, cst.StarredElement) for element in elements):
                return replace(merged, element=join(parts))
            return replace(merged, items=tuple(parts), truth=bool(parts))
        case cst.Dict(elements=entries):
            return containers.dictionary(entries, frame, run)
        case cst.ListComp() | cst.SetComp() | cst.GeneratorExp() | cst.DictComp():
            return comprehension(node, frame, run)
        case cst.StarredElement(value=inner):
            return containers.element(evaluate(inner, frame, run))
        case cst.Await(expression=inner):
            return unknown_from(evaluate(inner, frame, run))
    # Formatted strings, yields and what else has only expressions inside.
    return unknown_from(
        *(evaluate(child, frame, run) for child in children(node) if _may_hold_value(child))
    )


def _may_hold_value(node: cst.CSTNode) -> bool:
    return isinstance(node, (cst.BaseExpression, cst.FormattedStringExpression, cst.From))


def comprehension(node: cst.BaseComp, frame: Frame, run: Run) -> Value:
    names = dict(frame.names)
    guards = len(run.guards)
    for_in: cst.CompFor | None = node.for_in
    while for_in is not None:
        iterable = evaluate(for_in.iter, frame, run)
        if truth(iterable) is False:
            break
        element = containers.elements_of(for_in.iter, iterable, frame, run)
        assignment.assign(for_in.target, element, None, for_in, frame, run)
        for condition in for_in.ifs:
            value = evaluate(condition.test, frame, run)
            if truth(value) is False:
                break
            if truth(value) is None:
                run.guards.append(calls.guard(condition.test, frame, value))
        else:
            for_in = for_in.inner_for_in
            continue
        break
    if for_in is not None:
        parts = []  # no element is ever made
    elif isinstance(node, cst.DictComp):
        parts = evaluate_all((node.key, node.value), frame, run)[1:]
    else:
        assert isinstance(node, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
        parts = [evaluate(node.elt, frame, run)]
    frame.names = names
    del run.guards[guards:]
    return replace(unknown_from(*parts), element=join(parts) if parts else None)
