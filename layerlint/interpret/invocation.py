"""Running functions of the project: arguments, recursion, generators, what is returned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.facts.state_functions import WRITES
from layerlint.interpret import (
    binding,
    expressions,
    repeated_calls,
    statements,
)
from layerlint.interpret.bounds import ALTERNATIVES
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.gradients import defines_gradient, without_gradient
from layerlint.interpret.joining import join
from layerlint.interpret.laziness import is_lazy, kept, left_early
from layerlint.interpret.paths import Unwound
from layerlint.interpret.run import Run
from layerlint.interpret.trace import Step, function_label
from layerlint.interpret.values import (
    ANYTHING,
    Value,
    asked,
    chosen,
    constant,
    revised,
    unknown_from,
)
from layerlint.interpret.writes import update_state
from layerlint.model.methods import parameters_of
from layerlint.syntax import cst


def invoke_value(
    function: Value, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Call what `function` denotes; each of several in turn, any of them may be the one."""
    if len(function.callees) == 1 and not function.derived:
        return invoke(function.callees[0], given, node, frame, run)
    if len(function.callees) > ALTERNATIVES:
        run.record.tainted = True
        return unknown_from(function, *(argument.value for argument in given))
    results = []
    before = run.snapshot(frame)
    ends = []
    for callee in function.callees:
        run.restore(frame, before)
        with run.guarded(node, frame, True, function.opaque):
            try:
                results.append(invoke(callee, given, node, frame, run))
            except Unwound:
                continue
        ends.append(run.snapshot(frame))
    if not ends:
        raise Unwound
    run.meet(frame, *ends)
    return expressions.mixed(function, results)


def invoke(
    callee: Callee, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Interpret the body of a function that is called with `given`.

    Raises `Unwound` where every path through it raises.
    """
    function = callee.node
    given = [*callee.given, *given]
    if callee.state is not None:
        position = WRITES[callee.operation]
        rest = given[position:]
        return update_state(node, callee.state, callee.operation, rest, frame, run, False)
    assert function is not None
    if callee.bound_to_layer:
        given = [Argument(Value(path=())), *given]
    entering = function is not (callee.method.node if callee.method else None) or bool(run.trace)
    label = function_label(function, callee.method)
    step = Step(label, node, frame.module) if entering or run.running else None
    call = repeated_calls.begun(callee, given, step, run)
    known = repeated_calls.recalled(call, step, run)
    if known is not None:
        return known
    raised = len(run.attempts[-1].raised) if run.attempts else 0
    result = _entered(callee, given, step, node, frame, run)
    if run.attempts and any(each.opaque for each in run.attempts[-1].raised[raised:]):
        run.guards.append(Guard(node, frame.module, True, True))  # that it came back tells the flag
    return repeated_calls.ended(call, result, run)


def _entered(
    callee: Callee,
    given: list[Argument],
    step: Step | None,
    node: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> Value:
    """Run the body of the function."""
    function = callee.node
    assert function is not None
    inner = Frame(callee.module, function, callee.method, lexical=callee.lexical)
    binding.bind_parameters(parameters_of(function.params), given, inner, callee.defaults)
    with run.inside(inner, step) as entered:
        if not entered:
            return unknown_from(*(argument.value for argument in given))
        if isinstance(function, cst.Lambda):
            return expressions.evaluate(function.body, inner, run)
        raised = len(run.abstract)
        lazy = callee.module.facts(function, is_lazy)
        inner.left_early = lazy and left_early(node, frame)
        with kept(node, frame, run, lazy=lazy):
            alive = statements.execute(statements.body_of(function.body), inner, run)
        if alive:
            run.note_return(inner)
        if inner.left:
            run.come_back(inner.left, inner.left_in_doubt)
    if lazy:
        return _generated(inner, run) if not function.asynchronous else asked(*inner.returned)
    if alive:
        inner.returned.append(constant(None))
    if not inner.returned:
        if len(run.abstract) > raised:
            return ANYTHING
        raise Unwound
    if defines_gradient(callee):
        return join([without_gradient(value) for value in inner.returned])
    result = join(inner.returned)
    if inner.left_in_doubt and not result.known and any(each.known for each in inner.returned):
        return revised(result, derived=True)
    return chosen(result) if inner.steered and result.known else result


def _generated(inner: Frame, run: Run) -> Value:
    """What a generator yields."""
    whole = not inner.doubtful_yields
    merged = asked(*inner.yielded, *inner.returned)
    if inner.steered:
        merged = revised(merged, picked=True)
    if whole:
        items, identity = tuple(inner.yielded), run.new_identity()
        return revised(merged, items=items, kind=Iterator, identity=identity)
    return revised(merged, element=join(inner.yielded))
