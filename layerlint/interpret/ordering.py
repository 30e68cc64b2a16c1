"""What stands in an order: `sorted`, `max` and `min` with a key, `list.sort`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

from layerlint.interpret import containers, invocation, subscripts
from layerlint.interpret.bounds import UNROLLED
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.kinds import Getter
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import UNKNOWN, Value, asked, chosen, constant, revised
from layerlint.syntax import cst


def ordered(
    function: str,
    values: Sequence[Value],
    keywords: Mapping[str, Value],
    node: cst.Call,
    frame: Frame,
    run: Run,
) -> Value:
    """`sorted(xs, key=f)`, `max(xs, key=f, default=x)`."""
    placed = values[: len(values) - len(keywords)]
    items = containers.exact(placed[0]) if len(placed) == 1 else tuple(placed)
    if items == () and "default" in keywords:
        return keywords["default"]
    keys: list[Any] | None = _keys(items, keywords.get("key", constant(None)), node, frame, run)
    backwards = keywords.get("reverse", constant(False)).const
    if items is None or keys is None or not isinstance(backwards, (bool, int)):
        return asked(*values)
    numbers = range(len(keys))
    try:
        if function == "sorted":
            order = sorted(numbers, key=keys.__getitem__, reverse=bool(backwards))
        else:
            order = [getattr(builtins, function)(numbers, key=keys.__getitem__)]
    except (TypeError, ValueError):
        return asked(*values)
    found = tuple(items[place] for place in order)
    if function != "sorted":
        return chosen(found[0]) if any(item.opaque for item in items) else found[0]
    return revised(asked(*values), items=found, kind=list, identity=run.new_identity())


def _ranked(value: Value) -> Any:
    """What the value is in an order: of a tuple, nobody knows how an unknown part compares."""
    known = plain(value)
    if known is not UNKNOWN or value.kind is not tuple or value.items is None:
        return known
    parts = [plain(part) for part in value.items]
    return tuple(object() if part is UNKNOWN else part for part in parts)


def _keys(
    items: Sequence[Value] | None, key: Value, node: cst.Call, frame: Frame, run: Run
) -> list[Any] | None:
    """What the items are ordered by; None where that is not known of each."""
    if items is None or len(items) > UNROLLED:
        return None
    if key.callees:
        answers = [
            invocation.invoke_value(key, [Argument(item)], node, frame, run) for item in items
        ]
    elif isinstance(key.const, Getter) and key.const.kind == "itemgetter":
        wanted = [key.const.given[0].value]
        answers = [subscripts.item_of(item, wanted, node, frame, run) for item in items]
    elif key.const is None:
        answers = list(items)
    else:
        return None
    found = [_ranked(answer) for answer in answers]
    return None if any(each is UNKNOWN for each in found) else found
