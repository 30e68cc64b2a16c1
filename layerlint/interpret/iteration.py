"""Functions over iterables: `zip`, `map`, `filter`, `functools.reduce`, `itertools.chain`."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Sequence
from typing import Any

from layerlint.facts.python import PURE_OPERATORS
from layerlint.interpret import containers, invocation, python_calls
from layerlint.interpret.bounds import UNROLLED
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.laziness import kept
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, asked, revised, truth
from layerlint.syntax import cst


def zipped(values: list[Value]) -> Value:
    rows = [containers.exact(value) for value in values]
    if all(row is not None for row in rows):
        columns = zip(*(row or () for row in rows), strict=False)
        return Value(items=tuple(Value(items=c, kind=tuple) for c in columns), kind=Iterator)
    return Value(
        element=Value(items=tuple(containers.element(value) for value in values), kind=tuple)
    )


def mapped(
    called: Value,
    rows: Sequence[Value],
    node: cst.Call,
    frame: Frame,
    run: Run,
    *,
    starred: bool = False,
) -> Value:
    """`map(f, xs)`: `f` of every element."""
    together = zipped(list(rows)) if not starred else rows[0]
    items = containers.exact(together)
    if items is not None and len(items) <= UNROLLED:
        with kept(node, frame, run):
            results = [
                invocation.invoke_value(
                    called, [Argument(p) for p in containers.exact(item) or ()], node, frame, run
                )
                for item in items
            ]
        return Value(items=tuple(results), kind=Iterator)
    parts = containers.exact(containers.element(together)) or ()
    opaque = any(row.opaque for row in rows)
    with kept(node, frame, run), run.guarded(node, frame, True, opaque):
        result = invocation.invoke_value(called, [Argument(p) for p in parts], node, frame, run)
    return Value(element=result)


def filtered(called: Value, row: Value, node: cst.Call, frame: Frame, run: Run) -> Value:
    """`filter(f, xs)`: the elements of which `f` is true."""
    items = containers.exact(row)
    if items is None or len(items) > UNROLLED:
        return revised(asked(row, called), element=containers.element(row))
    left: list[Value] = []
    whole = True
    doubt = ANYTHING
    for item in items:
        answer = item
        if called.callees:
            answer = invocation.invoke_value(called, [Argument(item)], node, frame, run)
        elif not called.known:
            answer = asked(called)
        if truth(answer) is None:
            whole = False
            doubt = asked(doubt, answer)
        if truth(answer) is not False:
            left.append(item)
    if whole:
        return Value(items=tuple(left), kind=Iterator)
    return revised(doubt, element=join(left))


def reduced(values: list[Value], node: cst.Call, frame: Frame, run: Run) -> Value:
    """`functools.reduce(f, xs)`."""
    items = containers.exact(values[1])
    name = frame.module.resolve(node.args[0].value) or ""
    function = name.removeprefix("operator.")
    if items is None or len(items) + len(values) < 3:
        return asked(*values)
    result, *rest = [*values[2:], *items]
    for item in rest:
        if values[0].callees:
            pair = [Argument(result), Argument(item)]
            result = invocation.invoke_value(values[0], pair, node, frame, run)
        elif name.startswith("operator.") and function in PURE_OPERATORS:
            result = python_calls.computed(getattr(operator, function), [result, item])
        else:
            return asked(*values)
    return result


def chained(values: Sequence[Value]) -> Value:
    rows = [containers.exact(value) for value in values]
    if all(row is not None for row in rows):
        return Value(items=tuple(part for row in rows for part in row or ()), kind=Iterator)
    return revised(asked(*values), element=join([containers.element(value) for value in values]))


def arranged(function: str, values: Sequence[Value], run: Run) -> Value | None:
    """`itertools.product(xs, ys)`: the parts of what is given, whatever they are, arranged anew."""
    given: list[Any] = []
    for place, value in enumerate(values):
        items: tuple[Any, ...] | None = containers.exact(value)
        if function == "compress" and place == 1 and items is not None:
            items = tuple(truth(part) for part in items)
            if None in items:
                return None
        found = plain(value) if items is None else items
        if found is UNKNOWN:
            return None
        given.append(found)
    try:
        rows = list(itertools.islice(getattr(itertools, function)(*given), UNROLLED + 1))
    except (AttributeError, TypeError, ValueError):
        return None
    if len(rows) > UNROLLED:
        return None
    made = [row if isinstance(row, Value) else Value(items=row, kind=tuple) for row in rows]
    merged = asked(*values)
    return revised(merged, items=tuple(made), kind=Iterator, identity=run.new_identity())
