"""Functions of Python's own library that compute: `len`, `any`, `zip`, `operator.eq`, `reduce`."""

from __future__ import annotations

import builtins
import math
import operator
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from layerlint.facts.python import (
    CONVERSIONS,
    GIVING_MANAGERS,
    GOING_THROUGH,
    PURE_BUILTINS,
    PURE_FUNCTIONS,
    PURE_OPERATORS,
)
from layerlint.interpret import (
    classes,
    containers,
    exceptions,
    iteration,
    objects,
    ordering,
    records,
)
from layerlint.interpret.bounds import LARGEST_NUMBER, LONGEST_TEXT, UNROLLED
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import lifted, plain
from layerlint.interpret.logic import both, either
from layerlint.interpret.run import DICT, Run
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    asked,
    chosen,
    constant,
    revised,
    truth,
    unknown_from,
)
from layerlint.syntax import cst


def python_call(
    node: cst.Call, name: str, given: Sequence[Argument], frame: Frame, run: Run
) -> Value | None:
    """The value of a call of the function so named, None where it is not one of these."""
    home, _, function = name.rpartition(".")
    values = [argument.value for argument in given]
    keywords = {argument.keyword: argument.value for argument in given if argument.keyword}
    placed = values[: len(values) - len(keywords)]
    if home == "builtins":
        return _builtin(function, values, keywords, node, frame, run)
    if home == "math" and not keywords and (pure := getattr(math, function, None)) is not None:
        return computed(pure, values)
    if home == "operator" and function in PURE_OPERATORS and not keywords:
        return computed(getattr(operator, function), values)
    if home == "itertools" and not keywords:
        found = iteration.of_itertools(function, values, node, frame, run)
        if found is not None:
            return found
    if name in PURE_FUNCTIONS and not keywords:
        return computed(PURE_FUNCTIONS[name], values)
    if name == "collections.Counter" and len(values) == 1:
        counted = computed(Counter, values)
        if counted.mapping is None:
            return revised(counted, picked=True)
        identity = run.new_identity()
        return revised(counted, partial=True, picked=True, element=constant(int), identity=identity)
    if name in GIVING_MANAGERS:
        return revised(asked(*values), items=(*values, constant(None))[:1], kind=Iterator)
    if name == "collections.ChainMap":
        return dictionary(placed[::-1], keywords, run)
    if name == "dataclasses.field":
        return records.default_of_field(keywords, node, frame, run)
    if name == "functools.reduce" and len(values) >= 2:
        return iteration.reduced(values, node, frame, run)
    if name in ("itertools.chain", "itertools.chain.from_iterable"):
        inner = (
            values
            if function == "chain"
            else list(containers.exact(values[0]) or ())
            if values
            else []
        )
        return iteration.chained(inner)
    if name == "itertools.starmap" and len(values) == 2:
        return iteration.mapped(values[0], [values[1]], node, frame, run, starred=True)
    if name in ("collections.OrderedDict", "collections.defaultdict"):
        made = dictionary(placed[function == "defaultdict" :], keywords, run)
        if function == "defaultdict" and made.mapping is None:
            return revised(made, picked=True)
        if function == "defaultdict":
            # What it says of others is for the factory to say, which is kept with them.
            return revised(made, partial=True, picked=True, element=values[0] if values else None)
        return made
    if name == "builtins.dict.fromkeys" and values:
        keys = [plain(key) for key in containers.exact(values[0]) or ()]
        if keys and UNKNOWN not in keys:
            value = values[1] if len(values) > 1 else constant(None)
            return Value(mapping=dict.fromkeys(keys, value), kind=dict, identity=run.new_identity())
    return None


def computed(function: Callable[..., Any], values: Sequence[Value]) -> Value:
    """What a function without effects computes of `values`."""
    arguments = [
        plain(revised(value, kind=tuple) if value.kind is Iterator else value) for value in values
    ]
    unclear = [place for place, argument in enumerate(arguments) if argument is UNKNOWN]
    if len(unclear) == 1 and (choices := values[unclear[0]].choices):
        before, behind = values[: unclear[0]], values[unclear[0] + 1 :]
        given = [[*before, constant(one), *behind] for one in choices]
        answer = join([computed(function, each) for each in given])
        return revised(answer, derived=asked(*values).opaque)
    if unclear or not all(map(_small, arguments)):
        return asked(*values)
    try:
        found = function(*arguments)
    except Exception:
        return asked(*values)
    if isinstance(found, Iterator):
        return asked(*values)
    return lifted(found, derived=any(value.opaque for value in values))


def _small(value: object) -> bool:
    if isinstance(value, int):
        return abs(value) <= LARGEST_NUMBER
    if isinstance(value, (str, bytes, list, tuple, dict, set)):
        return len(value) <= LONGEST_TEXT
    return True


def _builtin(
    function: str,
    values: list[Value],
    keywords: dict[str, Value],
    node: cst.Call,
    frame: Frame,
    run: Run,
) -> Value | None:
    if function == "dict":
        positional = values[: len(values) - len(keywords)]
        return dictionary(positional, keywords, run)
    if function in GOING_THROUGH:
        values = [objects.iterated(value, node, frame, run) for value in values]
    if function in CONVERSIONS and len(values) <= 1 and not keywords:
        return _converted(CONVERSIONS[function], function, values, run)
    if function == "enumerate" and keywords.keys() == {"start"}:
        values, keywords = [*values[:-1], keywords["start"]], {}
    if function in ("sorted", "max", "min") and keywords:
        return ordering.ordered(function, values, keywords, node, frame, run)
    if keywords:
        return asked(*values) if function in PURE_BUILTINS else None
    answer = _of_iterables(function, values, node, frame, run)
    if answer is None:
        answer = _of_object(function, values, node, frame, run)
    computes = function in PURE_BUILTINS and function not in ("bool", "int", "float")
    if answer is not None or not computes:
        return answer
    found = computed(getattr(builtins, function), values)
    if function in ("max", "min") and not found.known and found.items is None:
        return ordering.ordered(function, values, {}, node, frame, run)
    return found


def _of_iterables(
    function: str, values: list[Value], node: cst.Call, frame: Frame, run: Run
) -> Value | None:
    """What functions give that go through what they are given, or make something to go through."""
    match function, values:
        case "map", [called, *rows] if rows and called.callees:
            return iteration.mapped(called, rows, node, frame, run)
        case "map", [_, row] if node.args:
            name = frame.module.resolve(node.args[0].value) or ""
            items = containers.exact(row)
            if items is not None and name.rpartition(".")[2] in PURE_BUILTINS:
                kind = getattr(builtins, name.rpartition(".")[2])
                return Value(items=tuple(computed(kind, [item]) for item in items), kind=Iterator)
            return None
        case "filter", [called, row]:
            return iteration.filtered(called, row, node, frame, run)
        case "next", [iterator, *_] if objects.is_object(iterator):
            # How often it was asked before is not followed.
            return revised(asked(*values, *objects.contents(iterator, run)), picked=True)
        case "next", [iterator, *default]:
            items = containers.exact(iterator)
            if items:
                rest = revised(iterator, items=items[1:])
                containers.put_in_place(iterator, rest, node.args[0].value, frame, run)
                return items[0]
            if items == () and default:
                return chosen(default[0]) if iterator.opaque else default[0]
            if items == ():
                raise exceptions.fail("StopIteration", run, iterator)
            if not default:
                with run.guarded(node, frame, True, iterator.opaque):
                    run.note_raised("builtins.StopIteration", iterator)
            found = join([containers.element(iterator), *default])
            return chosen(found) if iterator.opaque else found
        case "enumerate", [value, *_]:
            items = containers.exact(value)
            start = values[1].const if len(values) > 1 else 0
            if items is None or not isinstance(start, int):
                pair = Value(items=(ANYTHING, containers.element(value)), kind=tuple)
                return Value(element=pair, derived=value.derived)
            pairs = [
                Value(items=(constant(i), part), kind=tuple) for i, part in enumerate(items, start)
            ]
            return Value(items=tuple(pairs), kind=Iterator, derived=value.derived)
        case "iter", [called, _]:
            return revised(asked(called), picked=True)
        case "zip", _:
            return iteration.zipped(values)
        case (("any" | "all"), [value]):
            return _folded(value, function == "all")
        case "range", _:
            return _range(values)
    return None


def _of_object(
    function: str, values: list[Value], node: cst.Call, frame: Frame, run: Run
) -> Value | None:
    """What functions give that ask what an object is."""
    match function, values:
        case "locals", []:
            return Value(mapping=dict(frame.names.items()), kind=dict, partial=True)
        case "globals", []:
            return Value(picked=True)
        case "object", []:
            return constant(object())
        case "len", [value]:
            if value.kind is not None and not value.partial and value.kind is not Iterator:
                parts = value.mapping if value.mapping is not None else value.items
                if parts is not None and value.kind is not set:
                    return constant(len(parts), derived=value.derived)
            answer = objects.special(value, "__len__", [], node, frame, run)
            if answer is not None:
                return answer
        case "str", [value] if objects.is_object(value):
            return objects.spelt(value, node, frame, run)
        case "callable", [value]:
            if value.callees or value.known:
                return constant(bool(value.callees) or callable(value.const))
        case "type", [value] if value.path == ():
            return constant(classes.class_ref(run.layer.node, run.layer.module, None, run))
        case "type", [value]:
            kind = type(value.const) if value.known else value.kind
            return asked(value) if kind is None else constant(kind, derived=value.derived)
        case "vars", [value] if value.path is not None:
            return Value(path=(*value.path, DICT))
    return None


def _converted(kind: type, function: str, values: list[Value], run: Run) -> Value:
    if not values:
        return Value(items=(), kind=kind, identity=run.new_identity())
    (value,) = values
    items = containers.exact(value)
    if function == "sorted" or kind in (set, frozenset):
        found = computed(getattr(builtins, function), values)
        if found.items is not None:
            return revised(found, identity=run.new_identity())
        items = None if function == "sorted" else items
    if items is None:
        part = containers.element(value)
        return revised(asked(value), element=part, path=value.path, truth=None)
    if function == "reversed":
        items = items[::-1]
    merged = asked(value)
    return revised(merged, items=items, kind=kind, identity=run.new_identity())


def dictionary(positional: Sequence[Value], keywords: dict[str, Value], run: Run) -> Value:
    """What `dict(...)` makes."""
    mapping: dict[Any, Value] = {}
    partial = False
    for value in positional:
        if value.kind is dict and value.mapping is not None:
            mapping.update(value.mapping)
            partial = partial or value.partial
            continue
        pairs = containers.exact(value)
        for pair in (ANYTHING,) if pairs is None else pairs:
            parts = containers.exact(pair)
            key = plain(parts[0]) if parts is not None and len(parts) == 2 else UNKNOWN
            if parts is None or key is UNKNOWN:
                return unknown_from(*positional, *keywords.values())
            mapping[key] = parts[1]
    partial = partial or keywords.pop("**", None) is not None
    mapping.update(keywords)
    merged = asked(*mapping.values())
    return revised(merged, mapping=mapping, kind=dict, partial=partial, identity=run.new_identity())


def _range(values: list[Value]) -> Value:
    """`range(0)` has no elements, a short one is known to the last."""
    numbers = [plain(value) for value in values]
    derived = any(value.derived for value in values)
    if not numbers or not all(isinstance(number, int) for number in numbers):
        return asked(*values)
    try:
        found = range(*numbers)
    except (TypeError, ValueError):
        return asked(*values)
    # `len` of a longer one than a list can be overflows.
    if not found[UNROLLED:]:
        return lifted(tuple(found), derived=derived)
    return Value(truth=True, derived=derived)


def _folded(value: Value, every: bool) -> Value:
    """`all([training, self.trainable])`."""
    items = value.items if value.kind is set else containers.exact(value)
    if items is None:
        return asked(value)
    result = constant(every)
    for part in items:
        result = (both if every else either)(result, part)
    known = truth(result)
    derived = result.derived or value.opaque
    return result if known is None else constant(known, derived=derived)
