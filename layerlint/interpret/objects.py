"""Objects of the project's own classes: enumerations, dataclasses, named tuples, helpers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.facts.python import DATACLASS_DECORATORS, DISPATCHING_DECORATORS
from layerlint.interpret import attributes, classes, expressions, invocation, subscripts
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.kinds import ClassRef, Getter, Member, TupleClass
from layerlint.interpret.lifting import plain
from layerlint.interpret.logic import both, compare
from layerlint.interpret.run import OBJECT, Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, asked, constant, revised, truth
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module


def class_of(value: Value, run: Run) -> ClassRef | None:
    """The class of an object that `call` has made."""
    return run.kinds.get(value.path[0]) if value.path and len(value.path) == 1 else None


def is_object(value: Value) -> bool:
    """Whether the value is an object that interpreted code has made."""
    return bool(value.path) and value.path is not None and value.path[0].startswith(OBJECT)


def instantiate(
    made: ClassRef | TupleClass,
    given: Sequence[Argument],
    node: cst.Call,
    frame: Frame,
    run: Run,
) -> Value | None:
    """The object that calling the class makes; None where that is not followed."""
    if isinstance(made, TupleClass):
        return _record(made, made.fields, given, run)
    if classes.enum_kind(made) is not None:
        wanted = plain(given[0].value) if len(given) == 1 else UNKNOWN
        for found in classes.members(made, run) if wanted is not UNKNOWN else ():
            if (found.const.value if isinstance(found.const, Member) else found.const) == wanted:
                return revised(found, derived=given[0].value.derived)
        return asked(*(argument.value for argument in given))
    if not classes.is_own(made):
        return None
    if "typing.NamedTuple" in made.foreign:
        return _record(made, classes.field_names(made), given, run)
    value = _new_object(made, run)
    constructor = classes.function_of(made, "__init__")
    if constructor is not None:
        home, function = constructor
        callee = Callee(function, home.module, lexical=home.scope, given=(Argument(value),))
        invocation.invoke(callee, given, node, frame, run)
    elif _is_dataclass(made):
        _fill(value, made, classes.field_names(made), given, run)
        special(value, "__post_init__", [], node, frame, run)
    elif given:
        return None
    return value


def _new_object(made: ClassRef | None, run: Run) -> Value:
    path = (f"{OBJECT} {run.new_identity()}>",)
    if made is not None:
        run.kinds[path[0]] = made
    return Value(path=path)


def _is_dataclass(made: ClassRef) -> bool:
    for part in made.line:
        for decorator in part.node.decorators:
            function = decorator.decorator
            if isinstance(function, cst.Call):
                function = function.func
            if part.module.resolve(function) in DATACLASS_DECORATORS:
                return True
    return False


def _fill(
    value: Value,
    made: ClassRef | TupleClass,
    names: Sequence[str],
    given: Sequence[Argument],
    run: Run,
) -> tuple[Value, ...]:
    """Give the fields of an object what it was made with."""
    assert value.path is not None
    placed = [argument.value for argument in given if argument.keyword is None]
    named = {argument.keyword: argument.value for argument in given if argument.keyword}
    parts = []
    for position, name in enumerate(names):
        default = classes.class_value(made, name, run) if isinstance(made, ClassRef) else None
        part = named.get(name, default or ANYTHING)
        if position < len(placed):
            part = placed[position]
        field_path = (*value.path, name)
        run.attributes[field_path] = part
        parts.append(part)
    return tuple(parts)


def _record(
    made: ClassRef | TupleClass,
    names: Sequence[str],
    given: Sequence[Argument],
    run: Run,
) -> Value:
    """A tuple whose parts have names."""
    value = _new_object(made if isinstance(made, ClassRef) else None, run)
    return revised(value, items=_fill(value, made, names, given, run), kind=tuple)


def contents(value: Value, run: Run) -> list[Value]:
    """What the attributes of an object hold."""
    if not is_object(value):
        return []
    return [held for path, held in run.attributes.items() if path[:-1] == value.path]


def changed_copy(
    value: Value, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """`dataclasses.replace(value, on=True)`, `value._replace(on=True)`, `copy.copy(value)`."""
    assert value.path is not None
    copy = _new_object(class_of(value, run), run)
    assert copy.path is not None
    parts = []
    named = {argument.keyword: argument.value for argument in given}
    for path, held in [item for item in run.attributes.items() if item[0][:-1] == value.path]:
        part = named.get(path[-1], held)
        field_path = (*copy.path, path[-1])
        run.attributes[field_path] = part
        parts.append(part)
    if given:
        special(copy, "__post_init__", [], node, frame, run)
    return revised(copy, items=tuple(parts), kind=tuple) if value.items is not None else copy


def namespace(given: Sequence[Argument], run: Run) -> Value:
    """`types.SimpleNamespace(on=True)`."""
    value = _new_object(None, run)
    names = [argument.keyword for argument in given if argument.keyword]
    _fill(value, TupleClass(tuple(names)), names, given, run)
    return value


def member_of_object(value: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """An attribute of an object that interpreted code has made."""
    assert value.path is not None
    held = run.attributes.get((*value.path, name))
    if held is not None:
        return held
    found = class_of(value, run)
    if found is None:
        return asked(value, *contents(value, run))
    return _member_of_class(value, found, name, node, frame, run)


def _member_of_class(
    value: Value, found: ClassRef, name: str, node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    method = classes.function_of(found, name)
    if method is None:
        unknown = asked(value, *contents(value, run))
        return classes.class_value(found, name, run) or unknown
    home, function = method
    kinds = {home.module.resolve(each.decorator) for each in function.decorators}
    callee = Callee(function, home.module, lexical=home.scope)
    if kinds & {"builtins.property", "functools.cached_property"}:
        bound = replace(callee, given=(Argument(value),))
        return invocation.invoke(bound, [], node, frame, run)
    if "builtins.staticmethod" in kinds:
        return Value(callees=(callee,), truth=True)
    decorated_function = decorated(
        Value(callees=(callee,), truth=True), function, frame, run, home.module
    )
    return bound_to(decorated_function, value)


def bound_to(function: Value, owner: Value) -> Value:
    """The method that a function becomes as an attribute of `owner`."""
    first = (Argument(owner),)
    callees = tuple(replace(each, given=(*first, *each.given)) for each in function.callees)
    return revised(function, callees=callees)


def special(
    value: Value, name: str, given: Sequence[Value], node: cst.CSTNode, frame: Frame, run: Run
) -> Value | None:
    """What `name` (`__bool__`, `__getitem__`) of an object gives; None if it has no such method."""
    if not has_special(value, name, run):
        return None
    method = member_of_object(value, name, node, frame, run)
    return invocation.invoke_value(method, [Argument(each) for each in given], node, frame, run)


def has_special(value: Value, name: str, run: Run) -> bool:
    """Whether the class of an object that `call` has made defines the method."""
    found = class_of(value, run) if is_object(value) else None
    return found is not None and classes.function_of(found, name) is not None


def tested(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a test of the value asks: the object itself where it has something to say."""
    if not is_object(value) or value.items is not None:
        return value
    for name in ("__bool__", "__len__"):
        answer = special(value, name, [], node, frame, run)
        if answer is not None:
            known = truth(answer)
            return answer if known is None else constant(known, derived=answer.derived)
    return constant(True) if class_of(value, run) is not None else value


def iterated(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a loop over the value runs over: the object itself where it has something to say."""
    if value.items is not None:
        return value
    if isinstance(value.const, ClassRef) and classes.enum_kind(value.const) is not None:
        return Value(items=tuple(classes.members(value.const, run)), kind=Iterator)
    answer = special(value, "__iter__", [], node, frame, run)
    return value if answer is None else answer


def local_class(node: cst.ClassDef, frame: Frame, run: Run) -> Value:
    """What a `class` statement in a function binds."""
    return constant(classes.class_ref(node, frame.module, frame, run))


def decorated(
    function: Value, node: cst.FunctionDef, frame: Frame, run: Run, module: Module | None = None
) -> Value:
    """The function after its decorators, as far as these are written in the project.

    `module`: the home of one that is defined once, at the top or in a class.
    """
    if not node.decorators:
        return function
    home = module or frame.module
    if any(home.resolve(each.decorator) in DISPATCHING_DECORATORS for each in node.decorators):
        # Which of its registered functions runs is asked of an argument, which may be the flag.
        return Value(derived=True)
    if module is None:
        return _applied(function, node, frame, run)
    if id(node) not in run.decorations:
        run.decorations[id(node)] = _applied(function, node, Frame(module, None, None), run)
    return run.decorations[id(node)]


def _applied(function: Value, node: cst.FunctionDef, home: Frame, run: Run) -> Value:
    for decorator in reversed(node.decorators):
        with run.aside():
            applied = expressions.evaluate(decorator.decorator, home, run)
            if not applied.callees:
                if isinstance(applied.const, ClassRef) or is_object(applied):
                    # What an object that holds the function does with it is not followed.
                    function = revised(function, derived=True)
                continue
            result = invocation.invoke_value(
                applied, [Argument(function)], decorator.decorator, home, run
            )
        if result.callees:
            function = result
    return function


def equal(left: Value, right: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value | None:
    """`left == right` of objects; None where neither is one that says anything."""
    answer = special(left, "__eq__", [right], node, frame, run)
    if answer is not None or not is_object(left) or not is_object(right):
        return answer
    found = class_of(left, run)
    if found is None or found is not class_of(right, run) or not _is_dataclass(found):
        return None
    assert left.path is not None
    assert right.path is not None
    result = constant(True)
    for name in classes.field_names(found):
        sides = [run.attributes.get((*side, name), ANYTHING) for side in (left.path, right.path)]
        result = both(result, compare(sides[0], cst.Equal(), sides[1]))
    return result


def got(getter: Getter, value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a getter gives of `value`."""
    asked_for = getter.given[0].value
    if getter.kind == "itemgetter":
        return subscripts.item_of(value, [asked_for], node, frame, run)
    if not isinstance(asked_for.const, str):
        return asked(value)
    found = attributes.attribute_of(value, asked_for.const, node, frame, run)
    if getter.kind == "attrgetter" or not found.callees:
        return found
    return invocation.invoke_value(found, getter.given[1:], node, frame, run)
