"""Objects that are made of their fields: dataclasses, named tuples, namespaces."""

from __future__ import annotations

import types
from collections.abc import Hashable, Sequence

from layerlint.interpret import classes, invocation, keeping, objects
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.kinds import ClassRef, TupleClass
from layerlint.interpret.lifting import lifted
from layerlint.interpret.logic import both, compare
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, Value, asked, constant, revised
from layerlint.model import decorators
from layerlint.syntax import cst


def record(
    made: ClassRef | TupleClass,
    names: Sequence[str],
    given: Sequence[Argument],
    run: Run,
) -> Value:
    """A tuple whose parts have names."""
    value = objects.new_object(made if isinstance(made, ClassRef) else None, run)
    return revised(value, items=fill(value, made, names, given, run), kind=tuple)


def fill(
    value: Value,
    made: ClassRef | TupleClass,
    names: Sequence[str],
    given: Sequence[Argument],
    run: Run,
) -> tuple[Value, ...]:
    """Give the fields of an object what it was made with."""
    placed = [argument.value for argument in given if argument.keyword is None]
    named = {argument.keyword: argument.value for argument in given if argument.keyword}
    parts = []
    for position, name in enumerate(names):
        default: Value | None = None
        if isinstance(made, ClassRef):
            default = classes.class_value(made, name, run)
        elif position >= len(names) - len(made.defaults):
            default = made.defaults[position - len(names)]
        part = named.get(name, default or ANYTHING)
        if position < len(placed):
            part = placed[position]
        keeping.give(value, name, part, run)
        parts.append(part)
    return tuple(parts)


def is_dataclass(made: ClassRef) -> bool:
    """Whether the class, or one above it, gets its constructor from its fields."""
    return any(decorators.is_dataclass(part.node, part.module) for part in made.line)


def changed_copy(
    value: Value, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """`dataclasses.replace(value, on=True)`, `value._replace(on=True)`, `copy.copy(value)`."""
    assert value.path is not None
    copy = objects.new_object(objects.class_of(value, run), run)
    parts = []
    named = {argument.keyword: argument.value for argument in given}
    known = run.lasting | run.attributes
    for path, held in [item for item in known.items() if item[0][:-1] == value.path]:
        part = named.get(path[-1], held)
        keeping.give(copy, path[-1], part, run)
        parts.append(part)
    if given:
        objects.special(copy, "__post_init__", [], node, frame, run)
    return revised(copy, items=tuple(parts), kind=tuple) if value.items is not None else copy


def as_dictionary(value: Value, run: Run) -> Value:
    """`dataclasses.asdict(value)`, `value._asdict()`."""
    found = objects.class_of(value, run)
    held = asked(*objects.contents(value, run))
    if found is None:
        return revised(held, picked=True)
    names = classes.field_names(found)
    mapping: dict[Hashable, Value] = {
        name: keeping.of(value, name, run) or ANYTHING for name in names
    }
    return revised(held, mapping=mapping, kind=dict, identity=run.new_identity())


def namespace(given: Sequence[Argument], run: Run) -> Value:
    """`types.SimpleNamespace(on=True)`."""
    value = objects.new_object(None, run)
    names: dict[str, Value] = {}
    whole = True
    for argument in given:
        mapping = argument.value.mapping
        if argument.keyword not in (None, "*", "**"):
            names[argument.keyword or ""] = argument.value
        elif mapping is not None and not argument.value.partial:
            names.update((key, part) for key, part in mapping.items() if isinstance(key, str))
        else:
            whole = False
    for name, part in names.items():
        keeping.give(value, name, part, run)
    told = asked(*(argument.value for argument in given))
    keeping.give(value, "__class__", constant(types.SimpleNamespace) if whole else told, run)
    return value


def is_namespace(value: Value, run: Run) -> bool:
    """Whether all attributes of the object are known: nobody else gives it any."""
    held = keeping.of(value, "__class__", run)
    return held is not None and held.const is types.SimpleNamespace


def equal(left: Value, right: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value | None:
    """`left == right` of objects; None where neither is one that says anything."""
    answer = objects.special(left, "__eq__", [right], node, frame, run)
    if answer is not None or not objects.is_object(left) or not objects.is_object(right):
        return answer
    found = objects.class_of(left, run)
    if found is None or found is not objects.class_of(right, run) or not is_dataclass(found):
        return None
    assert left.path is not None
    assert right.path is not None
    result = constant(True)
    for name in classes.field_names(found):
        sides = [run.attributes.get((*side, name), ANYTHING) for side in (left.path, right.path)]
        result = both(result, compare(sides[0], cst.Equal(), sides[1]))
    return result


def ordered(left: Value, operation: cst.BaseCompOp, right: Value, run: Run) -> Value | None:
    """`left < right` of objects of one dataclass, which are ordered by their fields."""
    found = objects.class_of(left, run) if objects.is_object(left) else None
    if found is None or found is not objects.class_of(right, run) or not is_dataclass(found):
        return None
    names = classes.field_names(found)
    sides = [
        tuple(keeping.of(side, name, run) or ANYTHING for name in names) for side in (left, right)
    ]
    first, second = (Value(items=parts, kind=tuple) for parts in sides)
    known = compare(first, operation, second)
    parts = (*sides[0], *sides[1])
    return constant(known.const, derived=asked(*parts).opaque) if known.known else asked(*parts)


def default_of_field(keywords: dict[str, Value], node: cst.Call, frame: Frame, run: Run) -> Value:
    """What a field of a dataclass has that is given nothing."""
    maker = keywords.get("default_factory")
    if maker is None:
        return keywords.get("default", ANYTHING)
    return made_by(maker, node, frame, run)


def made_by(maker: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a factory makes: `list`, a function of the project."""
    if maker.callees:
        return invocation.invoke_value(maker, [], node, frame, run)
    if isinstance(maker.const, type):
        return revised(lifted(maker.const()), identity=run.new_identity())
    return asked(maker)
