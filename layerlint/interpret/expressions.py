"""Expressions: their value in the run's world, and the effects of evaluating them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from layerlint.interpret import (
    assignment,
    attributes,
    calls,
    comparisons,
    containers,
    displays,
    exceptions,
    loops,
    objects,
    operators,
    subscripts,
)
from layerlint.interpret.frames import Callee, Frame, frame_before
from layerlint.interpret.joining import join
from layerlint.interpret.paths import Snapshot, Unwound
from layerlint.interpret.refine import refine
from layerlint.interpret.run import MODULE, Run
from layerlint.interpret.tensors import transfer
from layerlint.interpret.values import (
    ANYTHING,
    MISSING,
    UNKNOWN,
    Value,
    asked,
    chosen,
    constant,
    revised,
    truth,
    unknown_from,
)
from layerlint.model.methods import Method, parameters_of
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal
from layerlint.syntax.walk import children

_CONSTANTS = {"True": True, "False": False, "None": None}


def evaluate(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """The value of an expression.

    Raises `Unwound` where evaluating it certainly raises.
    """
    run.step()
    value = transfer.noted(node, _evaluated(node, frame, run), frame, run)
    if run.attempts and type(node) in _RISKY and not _certain(value):
        run.risk()
    if run.watched is not None:
        run.watch(node, value)
    return value


# What may raise an exception of any class where its value is not known.
_RISKY = frozenset({cst.Call, cst.Subscript, cst.Attribute, cst.BinaryOperation, cst.Await})


def _certain(value: Value) -> bool:
    return (
        value.known
        or bool(value.callees)
        or value.path is not None
        or value.kind is not None
        or value.truth is not None
    )


def evaluated_before(node: cst.BaseExpression, method: Method, run: Run) -> Value:
    """The value of an expression of `__init__` or `build`, of whose locals nothing is known."""
    with run.aside():
        try:
            return evaluate(node, frame_before(method), run)
        except Unwound:
            return ANYTHING


def ask(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """The value of an expression whose truth is asked for."""
    return objects.tested(evaluate(node, frame, run), node, frame, run)


def _evaluated(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    evaluation = _EVALUATIONS.get(type(node), _parts)
    return evaluation(node, frame, run)


def _conditional(node: cst.IfExp, frame: Frame, run: Run) -> Value:
    return choose(node.test, node.body, node.orelse, frame, run)


def _walrus(node: cst.NamedExpr, frame: Frame, run: Run) -> Value:
    result = evaluate(node.value, frame, run)
    assignment.assign(node.target, result, node.value, node, frame, run)
    return result


def evaluate_statement(node: cst.BaseExpression, frame: Frame, run: Run) -> Value:
    """The value of an expression that is a statement of its own."""
    if isinstance(node, cst.Call):
        value = calls.evaluate_call(node, frame, run, statement=True)
        if run.attempts and not _certain(value):
            run.risk()
        return transfer.noted(node, value, frame, run)
    return evaluate(node, frame, run)


def local_function(node: cst.FunctionDef | cst.Lambda, frame: Frame, run: Run) -> Value:
    """The function that a nested `def` or a lambda makes."""
    defaults = {
        parameter.name: evaluate(parameter.default, frame, run)
        for parameter in parameters_of(node.params)
        if parameter.default is not None
    }
    run.scopes.append(frame)
    callee = Callee(node, frame.module, frame.method, lexical=frame, defaults=defaults)
    return Value(callees=(callee,), truth=True)


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
    value = ask(test, frame, run)
    known = truth(value)
    if known is not None:
        found = evaluate(body if known else orelse, frame, run)
        return chosen(found) if value.opaque else found
    before = run.snapshot(frame)
    results: list[Value] = []
    ends: list[Snapshot] = []
    for taken, option in ((True, body), (False, orelse)):
        run.restore(frame, before)
        with (
            run.traced(run.fact(test).truth is not (not taken)),
            run.guarded(test, frame, taken, value.opaque),
        ):
            refine(test, taken, frame, run)
            try:
                results.append(evaluate(option, frame, run))
            except Unwound:
                continue
        ends.append(run.snapshot(frame))
    if not ends:
        raise Unwound
    run.meet(frame, *ends, opaque=value.opaque)
    return mixed(value, results)


def mixed(test: Value, options: list[Value]) -> Value:
    """One of `options`, an unknown test having picked it."""
    merged = join(options)
    if not merged.known and (test.reads or test.draws):
        reads, draws = merged.reads | test.reads, merged.draws | test.draws
        merged = revised(merged, reads=reads, draws=draws)
    if test.derived and not merged.known:
        merged = revised(merged, derived=True)
    return revised(merged, picked=True) if test.picked and not merged.known else merged


def _name(node: cst.Name, frame: Frame, run: Run) -> Value:
    name = node.value
    if name in _CONSTANTS:
        return constant(_CONSTANTS[name])
    local = frame.lookup(name)
    if local is MISSING:
        raise exceptions.fail("UnboundLocalError", run)
    if local is not None:
        return local
    if name == frame.self_name and name:
        return Value(path=())
    changed = run.attributes.get((MODULE, frame.module.path, name))
    if changed is not None:
        return changed
    found = attributes.of_module(node, frame, run)
    if found is None and run.attempts and frame.module.resolve(node) is None:
        return Value(picked=True)  # it may not be there at all
    return found or ANYTHING


def _attribute(node: cst.Attribute, frame: Frame, run: Run) -> Value:
    found = attributes.of_module(node, frame, run)
    if found is not None:
        return found
    return attributes.attribute_of(
        evaluate(node.value, frame, run), node.attr.value, node, frame, run
    )


def _boolean(node: cst.BooleanOperation, frame: Frame, run: Run) -> Value:
    left = evaluate(node.left, frame, run)
    decisive = isinstance(node.operator, cst.Or)
    known = truth(objects.tested(left, node.left, frame, run))
    if known is decisive:
        return left
    if known is not None:
        right = evaluate(node.right, frame, run)
        held = right.known or right.items is not None or right.mapping is not None
        return chosen(right) if left.opaque and held else right
    before = run.snapshot(frame)
    with run.guarded(node.left, frame, not decisive, left.opaque):
        refine(node.left, not decisive, frame, run)
        try:
            right = evaluate(node.right, frame, run)
        except Unwound:
            run.restore(frame, before)
            return revised(asked(left), truth=decisive)
    run.meet(frame, before, run.snapshot(frame), opaque=left.opaque)
    if truth(right) is decisive:
        return revised(asked(left, right), truth=decisive)
    if truth(right) is not None:
        return revised(left, const=UNKNOWN, path=None, same=None, callees=(), kind=None)
    if left.derived or right.derived or left.draws or right.draws:
        return asked(left, right)
    return join([left, right])


def _constant(node: cst.BaseExpression, frame: Frame, run: Run) -> Value:
    value = literal(node)
    return ANYTHING if value is NOT_LITERAL else constant(value)


def _parts(node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What has no meaning here but that of the expressions inside."""
    return unknown_from(
        *(evaluate(child, frame, run) for child in children(node) if _may_hold_value(child))
    )


def _may_hold_value(node: cst.CSTNode) -> bool:
    return type(node) in _EVALUATIONS or isinstance(
        node, (cst.BaseExpression, cst.FormattedStringExpression, cst.From)
    )


# By the class itself: libcst's classes are abstract ones, whose `isinstance` is slow.
_EVALUATIONS: dict[type[cst.CSTNode], Callable[[Any, Frame, Run], Value]] = {
    cst.Name: _name,
    cst.Attribute: _attribute,
    cst.Call: lambda node, frame, run: calls.evaluate_call(node, frame, run),
    cst.BooleanOperation: _boolean,
    cst.UnaryOperation: lambda node, frame, run: operators.unary(node, frame, run),
    cst.Comparison: lambda node, frame, run: comparisons.comparison(node, frame, run),
    cst.BinaryOperation: lambda node, frame, run: operators.binary(node, frame, run),
    cst.IfExp: _conditional,
    cst.NamedExpr: _walrus,
    cst.Lambda: local_function,
    cst.Subscript: lambda node, frame, run: subscripts.subscript(node, frame, run),
    **dict.fromkeys((cst.Integer, cst.Float, cst.SimpleString, cst.ConcatenatedString), _constant),
    **dict.fromkeys(
        (cst.Tuple, cst.List, cst.Set),
        lambda node, frame, run: displays.sequence(node, node.elements, frame, run),
    ),
    **dict.fromkeys(
        (cst.ListComp, cst.SetComp, cst.GeneratorExp, cst.DictComp),
        lambda node, frame, run: loops.comprehension(node, frame, run),
    ),
    cst.Dict: lambda node, frame, run: containers.dictionary(node.elements, frame, run),
    cst.StarredElement: lambda node, frame, run: containers.element(
        evaluate(node.value, frame, run)
    ),
    cst.Await: lambda node, frame, run: unknown_from(evaluate(node.expression, frame, run)),
    cst.Yield: lambda node, frame, run: displays.yielded(node.value, frame, run),
    cst.FormattedString: lambda node, frame, run: displays.formatted(node.parts, frame, run),
}
