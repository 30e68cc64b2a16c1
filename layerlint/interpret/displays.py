"""Tuples, lists and texts as they are written, and what a generator yields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from layerlint.interpret import (
    containers,
    expressions,
    objects,
)
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Frame
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    asked,
    constant,
    revised,
    unknown_from,
)
from layerlint.syntax import cst

# What the text of is the same in every Python.
_SPELT = (str, bool, int, float, type(None), tuple, list)
_CONVERSIONS: dict[str | None, Callable[[object], str]] = {"r": repr, "s": str, "a": ascii}
_WIDE = re.compile(r"\d{4}")
_TEXT = cst.FormattedStringText
_SEQUENCES: dict[type, type] = {cst.Tuple: tuple, cst.List: list, cst.Set: set}


def sequence(
    node: cst.CSTNode, elements: Iterable[cst.BaseElement], frame: Frame, run: Run
) -> Value:
    parts: list[Value] = []
    whole = True
    for element in elements:
        value = expressions.evaluate(element.value, frame, run)
        if isinstance(element, cst.StarredElement):
            value = objects.iterated(value, element, frame, run)
            inside = containers.exact(value)
            whole = whole and inside is not None
            parts += inside if inside is not None else [containers.element(value)]
        else:
            parts.append(value)
    merged = unknown_from(*parts)
    picked = any(part.picked for part in parts)
    if not whole:
        return revised(merged, element=join(parts), picked=picked)
    kind = _SEQUENCES[type(node)]
    identity = None if kind is tuple else run.new_identity()
    return revised(merged, items=tuple(parts), kind=kind, identity=identity, picked=picked)


def yielded(inner: cst.CSTNode | None, frame: Frame, run: Run) -> Value:
    if isinstance(inner, cst.From):
        value = expressions.evaluate(inner.item, frame, run)
        items = containers.exact(value)
        frame.yielded += items if items is not None else [containers.element(value)]
        return asked(value)
    frame.yielded.append(
        constant(None) if inner is None else expressions.evaluate(inner, frame, run)
    )
    if frame.left_early:
        assert frame.node is not None
        run.guards.append(Guard(frame.node, frame.module, True, True))
    return ANYTHING


def formatted(pieces: Iterable[cst.BaseFormattedStringContent], frame: Frame, run: Run) -> Value:
    text = ""
    values: list[Value] = []
    for piece in pieces:
        if isinstance(piece, cst.FormattedStringText):
            text += piece.value
        elif isinstance(piece, cst.FormattedStringExpression):
            value = expressions.evaluate(piece.expression, frame, run)
            value = objects.spelt(value, piece, frame, run)
            values.append(value)
            told = _told(piece, plain(value))
            if told is None:
                return asked(*values, *_rest(pieces, values, frame, run))
            text += told
    return constant(text, derived=any(value.opaque for value in values))


def _told(piece: cst.FormattedStringExpression, known: object) -> str | None:
    """What stands for `known` in the text; None where that is not clear."""
    if known is UNKNOWN or not isinstance(known, _SPELT):
        return None
    parts = [part.value for part in piece.format_spec or () if isinstance(part, _TEXT)]
    if len(parts) != len(piece.format_spec or ()):
        return None
    form = "".join(parts)
    if _WIDE.search(form):
        return None
    convert = _CONVERSIONS.get(piece.conversion)
    try:
        return format(known if convert is None else convert(known), form)
    except (TypeError, ValueError):
        return None


def _rest(
    pieces: Iterable[cst.BaseFormattedStringContent], done: list[Value], frame: Frame, run: Run
) -> list[Value]:
    holes = [p for p in pieces if isinstance(p, cst.FormattedStringExpression)]
    return [expressions.evaluate(piece.expression, frame, run) for piece in holes[len(done) :]]
