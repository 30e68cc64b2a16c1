"""`isinstance` and `issubclass`: what is asked of a constant, or of a class of the project."""

from __future__ import annotations

from collections.abc import Sequence

from layerlint.interpret import (
    binding,
    classes,
    containers,
    objects,
    raised,
)
from layerlint.interpret.frames import Frame
from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, asked, constant
from layerlint.syntax import cst


def asked_of_classes(node: cst.Call, function: str, frame: Frame, run: Run) -> Value:
    """`isinstance(value, wanted)`, `issubclass(value, wanted)`."""
    value, given = [argument.value for argument in binding.arguments(node, frame, run)][:2]
    wanted = [part.const for part in containers.exact(given) or (given,)]
    if function == "issubclass":
        return _related(value.const, wanted, value)
    kind = raised.class_of(value, run) or objects.class_of(value, run)
    if kind is not None:
        return _related(kind, wanted, value)
    if not value.known and value.kind is None:
        return asked(value)
    is_kind = type(value.const) if value.known else value.kind
    if isinstance(is_kind, type) and any(
        isinstance(each, type) and issubclass(is_kind, each) for each in wanted
    ):
        return constant(True, derived=value.derived)
    # A tensor takes the flag's place in some callers: not being a bool is no certainty.
    return constant(False, derived=value.derived)


def _related(kind: object, wanted: Sequence[object], value: Value) -> Value:
    """Whether a class is one of those that are asked for, or below one."""
    answers = [_is_below(kind, each) for each in wanted]
    if True in answers:
        return constant(True, derived=value.opaque)
    return asked(value) if None in answers else constant(False, derived=value.opaque)


def _is_below(kind: object, wanted: object) -> bool | None:
    if isinstance(kind, type) and isinstance(wanted, type):
        return issubclass(kind, wanted)
    if not isinstance(kind, ClassRef):
        return None
    if isinstance(wanted, ClassRef) and wanted in kind.line:
        return True
    if isinstance(wanted, type) and raised.is_exception(wanted):
        return raised.is_below(kind, wanted)
    # A base that is written elsewhere may be what is asked for.
    return False if classes.is_own(kind) and isinstance(wanted, ClassRef) else None
