"""Objects of the project's own classes: enumerations, dataclasses, named tuples, helpers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layerlint.interpret import (
    attributes,
    classes,
    decorations,
    exceptions,
    invocation,
    keeping,
    raised,
    records,
    subscripts,
)
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.joining import OR, join
from layerlint.interpret.kinds import ClassRef, Getter, Member, TupleClass
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import DICT, Run
from layerlint.interpret.values import (
    ANYTHING,
    MISSING,
    OBJECT,
    PERHAPS_MISSING,
    UNKNOWN,
    Value,
    asked,
    constant,
    revised,
    truth,
)
from layerlint.syntax import cst


def class_of(value: Value, run: Run) -> ClassRef | None:
    """The class of an object that `call` has made."""
    return run.kinds.get(value.path[0]) if value.path and len(value.path) == 1 else None


def is_object(value: Value) -> bool:
    """Whether the value is an object that interpreted code has made."""
    return bool(value.path) and value.path is not None and value.path[0].startswith(OBJECT)


def instantiate(
    made: ClassRef | TupleClass,
    given: Sequence[Argument],
    node: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> Value | None:
    """The object that calling the class makes; None where that is not followed."""
    if isinstance(made, TupleClass):
        return records.record(made, made.fields, given, run)
    if classes.enum_kind(made) is not None:
        wanted = plain(given[0].value) if len(given) == 1 else UNKNOWN
        for found in classes.members(made, run) if wanted is not UNKNOWN else ():
            if (found.const.value if isinstance(found.const, Member) else found.const) == wanted:
                return revised(found, derived=given[0].value.derived)
        return asked(*(argument.value for argument in given))
    if not classes.is_own(made):
        return None
    if "typing.NamedTuple" in made.foreign:
        return records.record(made, classes.field_names(made), given, run)
    maker = classes.function_of(made, "__new__")
    if maker is not None:
        first = (Argument(constant(made)),)
        callee = Callee(maker[1], maker[0].module, lexical=maker[0].scope, given=first)
        value = invocation.invoke(callee, given, node, frame, run)
        if class_of(value, run) != made:
            return value
    else:
        exception = raised.is_exception(made)
        value = raised.new(made, given, run) if exception else new_object(made, run)
    constructor = classes.function_of(made, "__init__")
    if constructor is not None:
        home, function = constructor
        callee = Callee(function, home.module, lexical=home.scope, given=(Argument(value),))
        invocation.invoke(callee, given, node, frame, run)
    elif records.is_dataclass(made):
        records.fill(value, made, classes.field_names(made), given, run)
        special(value, "__post_init__", [], node, frame, run)
    elif given and maker is None and not raised.is_exception(made):
        return None
    return value


def new_object(made: ClassRef | None, run: Run) -> Value:
    path = (f"{OBJECT} {run.new_identity()}>",)
    if made is not None:
        run.kinds[path[0]] = made
    return Value(path=path)


def contents(value: Value, run: Run) -> list[Value]:
    """What the attributes of an object hold."""
    if not is_object(value):
        return []
    known = run.lasting | run.attributes
    return [held for path, held in known.items() if path[:-1] == value.path]


def member_of_object(value: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """An attribute of an object that interpreted code has made."""
    assert value.path is not None
    if len(each := value.path[0].split(OR)) > 1:
        options = [Value(path=(name, *value.path[1:])) for name in each]
        return join([member_of_object(one, name, node, frame, run) for one in options])
    held = keeping.held((*value.path, name), run)
    found = class_of(value, run)
    if held is MISSING and (found is None or classes.class_value(found, name, run) is None):
        raise exceptions.fail("AttributeError", run)
    if held is not None and held is not MISSING:
        return held
    if found is None and records.is_namespace(value, run) and not name.startswith("__"):
        raise exceptions.fail("AttributeError", run, value)
    if found is None:
        return revised(asked(value, *contents(value, run)), picked=True)
    if name == "__class__":
        return constant(found)
    if name == DICT:
        return Value(path=(*value.path, DICT))
    return member_of_class(value, found, name, node, frame, run)


def member_of_class(
    value: Value, found: ClassRef, name: str, node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """An attribute of an object that its class has, or that nobody gave it."""
    method = classes.function_of(found, name)
    if method is None:
        given = classes.class_value(found, name, run)
        if given is not None:
            got = got_of_class(given, value, constant(found), node, frame, run)
            return given if got is None else got
        if has_special(value, "__getattr__", run):
            # To run that for each attribute of a wrapper takes longer than all the rest.
            return asked(value, *contents(value, run))
        if value.items is not None or name.startswith("__"):
            return asked(value, *contents(value, run))
        # Whoever made it may have given it one, or nobody.
        exceptions.may_fail("AttributeError", node, frame, run, taken=False)
        return PERHAPS_MISSING if classes.is_own(found) else asked(value, *contents(value, run))
    home, function = method
    kinds = {home.module.resolve(each.decorator) for each in function.decorators}
    callee = Callee(function, home.module, lexical=home.scope)
    if kinds & {"builtins.property", "functools.cached_property"}:
        bound = replace(callee, given=(Argument(value),))
        return invocation.invoke(bound, [], node, frame, run)
    if "builtins.classmethod" in kinds:
        bound = replace(callee, given=(Argument(constant(found)),))
        return Value(callees=(bound,), truth=True)
    if "builtins.staticmethod" in kinds:
        return Value(callees=(callee,), truth=True)
    decorated_function = decorations.decorated(
        Value(callees=(callee,), truth=True), function, frame, run, home.module
    )
    return decorations.bound_to(decorated_function, value)


def got_of_class(
    held: Value, owner: Value, kind: Value, node: cst.CSTNode, frame: Frame, run: Run
) -> Value | None:
    """What an attribute is of which the class holds a descriptor; None of any other."""
    return special(held, "__get__", [owner, kind], node, frame, run)


def set_of_class(
    owner: Value, name: str, value: Value, node: cst.CSTNode, frame: Frame, run: Run
) -> bool:
    """Whether the class has a descriptor that sets the attribute; then it has done so."""
    found = class_of(owner, run)
    if found is not None:
        held = classes.class_value(found, name, run)
    else:
        held = attributes.attribute_before(name, run) if owner.path == () else None
    return held is not None and (
        special(held, "__set__", [owner, value], node, frame, run) is not None
    )


def _of_class_around(frame: Frame, run: Run) -> tuple[Value, list[ClassRef]] | None:
    """What a method of a helper class is given first, and the classes behind the method's own."""
    node, module = frame.node, frame.module
    block = module.parent(node) if isinstance(node, cst.FunctionDef) else None
    home = module.parent(block) if block is not None else None
    if not isinstance(node, cst.FunctionDef) or not node.params.params or home is None:
        return None
    first = frame.names.get(node.params.params[0].name.value, ANYTHING)
    found = first.const if isinstance(first.const, ClassRef) else class_of(first, run)
    line = found.line if found is not None else ()
    places_of = [place for place, part in enumerate(line) if part.node is home]
    return (first, list(line[places_of[0] + 1 :])) if places_of else None


def method_above(name: str, frame: Frame, run: Run) -> Value | None:
    """`super().name` in a method of a helper class, where a base of it has one."""
    found = _of_class_around(frame, run)
    for part in found[1] if found is not None else ():
        method = classes.function_of(part, name)
        if found is not None and method is not None:
            first = (Argument(found[0]),)
            home, node = method
            callee = Callee(node, home.module, lexical=home.scope, given=first)
            return Value(callees=(callee,), truth=True)
    return None


def built_in_above(name: str, given: Sequence[Argument], frame: Frame, run: Run) -> Value | None:
    """What `super().name(...)` does where no class of the project has it: what Python does."""
    found = _of_class_around(frame, run)
    if found is None:
        return None
    first, _ = found
    if name == "__new__" and isinstance(first.const, ClassRef):
        return new_object(first.const, run)
    if name == "__init__" and raised.class_of(first, run) is not None:
        raised.note_arguments(first, given, run)
    if name == "__setattr__" and len(given) == 2 and first.path:
        key, value = given[0].value, given[1].value
        if isinstance(key.const, str):
            keeping.give(first, key.const, value, run)
    return constant(None)


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


def spelt(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a text is made of that the value stands in: what an object says of itself."""
    if not is_object(value) or value.items is not None:
        return value
    for name in ("__str__", "__repr__"):
        answer = special(value, name, [], node, frame, run)
        if answer is not None:
            return answer
    return asked(value, *contents(value, run))


def iterated(value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What a loop over the value runs over: the object itself where it has something to say."""
    if value.items is not None:
        return value
    if isinstance(value.const, ClassRef) and classes.enum_kind(value.const) is not None:
        return Value(items=tuple(classes.members(value.const, run)), kind=Iterator)
    answer = special(value, "__iter__", [], node, frame, run)
    if answer is None and has_special(value, "__next__", run):
        answer = value
    if answer is not None and is_object(answer) and answer.items is None:
        return revised(asked(*contents(answer, run)), picked=True)  # what it gives is not followed
    return value if answer is None else answer


def local_class(node: cst.ClassDef, frame: Frame, run: Run) -> Value:
    """What a `class` statement in a function binds."""
    return constant(classes.class_ref(node, frame.module, frame, run))


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
