"""Functions over iterables: `zip`, `map`, `filter`, `functools.reduce`, `itertools.chain`."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Sequence
from typing import Any

from layerlint.facts.python import ARRANGING, PURE_OPERATORS
from layerlint.interpret import containers, invocation, python_calls
from layerlint.interpret.bounds import UNROLLED
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.laziness import kept
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, asked, constant, revised, truth
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
        answer = _answer(called, item, node, frame, run)
        if truth(answer) is None:
            whole = False
            doubt = asked(doubt, answer)
        if truth(answer) is not False:
            left.append(item)
    if whole:
        return Value(items=tuple(left), kind=Iterator)
    return revised(doubt, element=join(left))


def _answer(called: Value, item: Value, node: cst.Call, frame: Frame, run: Run) -> Value:
    """What a test says of an element; without one (`filter(None, xs)`), the element itself."""
    if called.callees:
        return invocation.invoke_value(called, [Argument(item)], node, frame, run)
    return item if called.known else asked(called)


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


def of_itertools(
    function: str, values: Sequence[Value], node: cst.Call, frame: Frame, run: Run
) -> Value | None:
    """What a function of `itertools` makes of what it is given."""
    match function, values:
        case "filterfalse" | "takewhile" | "dropwhile", [called, row]:
            return _sifted(function, called, row, node, frame, run)
        case "cycle", [row] if containers.exact(row):
            return Value(element=containers.element(row))
        case "repeat", [value]:
            return Value(element=value)
    return arranged(function, values, run) if function in ARRANGING else None


def _sifted(
    function: str, called: Value, row: Value, node: cst.Call, frame: Frame, run: Run
) -> Value:
    """The elements of which a test is false, those before that, or those behind."""
    items = containers.exact(row)
    if items is None or len(items) > UNROLLED:
        return asked(row, called)
    with kept(node, frame, run):
        answers = [_answer(called, item, node, frame, run) for item in items]
    merged = asked(row, *answers)
    if any(truth(answer) is None for answer in answers):
        return merged
    true = [truth(answer) is True for answer in answers]
    first = true.index(False) if False in true else len(true)
    left = {
        "filterfalse": [item for item, holds in zip(items, true, strict=True) if not holds],
        "takewhile": items[:first],
        "dropwhile": items[first:],
    }
    return revised(merged, items=tuple(left[function]), kind=Iterator)


def _row(parts: Sequence[Any]) -> Value:
    """A tuple of parts, or of what `zip_longest` fills it up with."""
    items = tuple(part if isinstance(part, Value) else constant(part) for part in parts)
    return Value(items=items, kind=tuple)


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
    made = [row if isinstance(row, Value) else _row(row) for row in rows]
    merged = asked(*values)
    return revised(merged, items=tuple(made), kind=Iterator, identity=run.new_identity())
