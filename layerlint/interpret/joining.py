"""What holds of a value after two paths through the code have met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from layerlint.interpret.bounds import ALTERNATIVES
from layerlint.interpret.lifting import is_plain
from layerlint.interpret.tensors.fact import join as join_facts
from layerlint.interpret.values import (
    ANYTHING,
    MISSING,
    OBJECT,
    PERHAPS_MISSING,
    UNKNOWN,
    Value,
    fact_of,
    identical,
    parts_of,
    revised,
    truth,
    unknown_from,
    with_fact,
)

# Between the names of objects of which a value is one.
OR: Final = " or "


def join(values: Iterable[Value]) -> Value:
    """What holds of all `values`: of a name after two paths have met."""
    found = list(values)
    first = found[0] if found else ANYTHING
    if all(other == first for other in found[1:]):
        return first
    if MISSING in found:
        found = [PERHAPS_MISSING if value is MISSING else value for value in found]
        first = found[0]
    source = unknown_from(*found)
    truths = {truth(value) for value in found}
    callees = dict.fromkeys(callee for value in found for callee in value.callees)
    same = {
        name: getattr(first, name)
        for name in ("const", "same", "kind", "identity")
        if all(identical(getattr(v, name), getattr(first, name)) for v in found[1:])
    }
    merged = Value(
        truth=truths.pop() if len(truths) == 1 else None,
        # A constant is followed all the way, the flag too: only an unknown is in doubt.
        derived=any(v.derived for v in found if not v.known),
        picked=any(v.picked for v in found),
        path=_joined_path([v.path for v in found]),
        callees=tuple(callees),
        draws=source.draws,
        reads=source.reads,
        choices=() if "const" in same and first.known else _choices(found),
        **same,
    )
    joined = _joined_parts(merged, found)
    return with_fact(joined, join_facts(map(fact_of, found)))


def _choices(found: Sequence[Value]) -> tuple[object, ...]:
    """The few constants of which a value is one, where each that it may be is known."""
    choices: list[object] = []
    for value in found:
        for one in (value.const,) if value.known else value.choices or (UNKNOWN,):
            if one is UNKNOWN or not is_plain(one):
                return ()
            if not any(identical(one, other) for other in choices):
                choices.append(one)
    return tuple(choices) if len(choices) <= ALTERNATIVES else ()


def _joined_path(given: Sequence[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """State that a name may denote: what is written through it may be the layer's.

    Of several, the container that holds them all, or the first.
    """
    if all(path == given[0] for path in given):
        return given[0]
    paths = [path for path in given if path]
    if len(paths) == len(given) and all(len(p) == 1 and p[0].startswith(OBJECT) for p in paths):
        names = dict.fromkeys(name for path in paths for name in path[0].split(OR))
        return (OR.join(names),) if len(names) <= ALTERNATIVES else None
    if not paths or all(path == paths[0] for path in paths):
        return paths[0] if paths else None
    shared = 0
    for parts in zip(*paths, strict=False):
        if any(part != parts[0] for part in parts):
            break
        shared += 1
    return (*paths[0][:shared], "[*]") if shared else paths[0]


def _joined_parts(merged: Value, found: Sequence[Value]) -> Value:
    """`merged` with the parts of containers: each where they correspond, else any of them."""
    first = found[0]
    if all(v.items is not None and len(v.items) == len(first.items or ()) for v in found):
        columns = zip(*(value.items or () for value in found), strict=True)
        return revised(merged, items=tuple(join(column) for column in columns))
    keys = first.mapping.keys() if first.mapping is not None else None
    if keys is not None and all(v.mapping is not None and v.mapping.keys() == keys for v in found):
        mapping = {key: join([v.mapping[key] for v in found if v.mapping]) for key in keys}
        return revised(merged, mapping=mapping, partial=any(v.partial for v in found))
    inside = [part for value in found for part in parts_of(value)]
    return revised(merged, element=join(inside)) if inside else merged
