"""Exceptions as objects: what they were made with, of which class they are."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence
from dataclasses import replace

from layerlint.interpret import containers, keeping, objects
from layerlint.interpret.frames import Argument
from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.paths import Raised
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, constant

# In Python 3.11 and later.
_GROUPS = frozenset({"ExceptionGroup", "BaseExceptionGroup"})


def builtin(name: str | None) -> type[BaseException] | None:
    """The exception of Python's own that is so called."""
    home, _, last = (name or "").rpartition(".")
    found = getattr(builtins, last, None) if home == "builtins" else None
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def is_exception(made: object) -> bool:
    """Whether a class is one of exceptions, of Python or of the project."""
    if isinstance(made, ClassRef):
        return any(builtin(name) for part in made.line for name in part.foreign)
    return isinstance(made, type) and issubclass(made, BaseException)


def new(made: object, given: Sequence[Argument], run: Run) -> Value:
    """The exception that calling the class makes, or that Python itself does."""
    value = objects.new_object(made if isinstance(made, ClassRef) else None, run)
    keeping.give(value, "__class__", constant(made), run)
    keeping.give(value, "__cause__", constant(None), run)
    note_arguments(value, given, run)
    return value


def note_arguments(value: Value, given: Sequence[Argument], run: Run) -> None:
    """What the class of all exceptions keeps of that with which one is made."""
    if not any(argument.keyword for argument in given):
        items = tuple(argument.value for argument in given)
        keeping.give(value, "args", Value(items=items, kind=tuple), run)
        first = items[0] if items else constant(None)
        keeping.give(value, "value", first, run)


def class_of(value: Value, run: Run) -> object:
    """The class of an exception, None where nobody knows it."""
    held = keeping.of(value, "__class__", run) if objects.is_object(value) else None
    return None if held is None or not held.known else held.const


def is_of(value: Value, wanted: Value, run: Run) -> bool | None:
    """Whether an exception is of the class `wanted`; None where their classes are not known."""
    kind, asked_for = class_of(value, run), wanted.const
    if isinstance(kind, type) and isinstance(asked_for, type):
        return issubclass(kind, asked_for)
    if isinstance(kind, ClassRef) and isinstance(asked_for, ClassRef):
        return asked_for in kind.line or (None if _unknown_bases(kind) else False)
    if isinstance(kind, ClassRef) and isinstance(asked_for, type):
        return is_below(kind, asked_for)
    return False if isinstance(kind, type) and isinstance(asked_for, ClassRef) else None


def is_below(kind: ClassRef, wanted: type) -> bool | None:
    """Whether a class of the project is below one of Python's exceptions."""
    known = [builtin(name) for part in kind.line for name in part.foreign]
    if any(found is not None and issubclass(found, wanted) for found in known):
        return True
    return None if _unknown_bases(kind) else False


def _unknown_bases(kind: ClassRef) -> bool:
    return any(builtin(name) is None for part in kind.line for name in part.foreign)


def members(raised: Raised, run: Run) -> Iterator[Raised]:
    """What `except*` goes through: the exceptions of a group, or the one that there is."""
    kind = class_of(raised.value, run)
    given = keeping.of(raised.value, "args", run)
    parts = containers.exact(given) if given is not None else None
    inner = containers.exact(parts[1]) if parts is not None and len(parts) == 2 else None
    if getattr(kind, "__name__", "") not in _GROUPS or inner is None:
        yield raised
        return
    for part in inner:
        found = class_of(part, run)
        name = f"builtins.{found.__name__}" if isinstance(found, type) else None
        yield from members(replace(raised, kind=name, value=part), run)
