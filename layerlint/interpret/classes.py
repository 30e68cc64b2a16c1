"""Classes of the project that are no layers: what their bodies give names, their methods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.interpret import expressions, keeping, objects, raised
from layerlint.interpret.frames import Callee, Frame
from layerlint.interpret.kinds import ClassRef, Member
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, Value, constant
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


_ENUMS = {"enum.Enum": None, "enum.IntEnum": int, "enum.StrEnum": str}
_PLAIN_BASES = frozenset({"builtins.object", "typing.NamedTuple", "abc.ABC", "typing.Protocol"})


def class_ref(node: cst.ClassDef, module: Module, scope: Frame | None, run: Run) -> ClassRef:
    """The class of a `class` statement, with those of its bases whose source is known."""
    bases: list[ClassRef] = []
    foreign: list[str] = []
    meta: ClassRef | None = None
    for argument in node.bases:
        name = module.resolve(argument.value)
        base = _local_class(argument.value, scope)
        if base is None and name:
            base = project_class(name, module, run)
        if base is not None:
            bases.append(base)
        else:
            foreign.append(name or "?")
    for argument in node.keywords:
        if argument.keyword is not None and argument.keyword.value == "metaclass":
            meta = project_class(module.resolve(argument.value) or "", module, run)
    if scope is not None:
        run.scopes.append(scope)
    return ClassRef(node, module, scope, tuple(bases), tuple(foreign), meta)


def _local_class(base: cst.BaseExpression, scope: Frame | None) -> ClassRef | None:
    """The class that a function has given the name of a base, where it is certain which."""
    value = scope.lookup(base.value) if scope is not None and type(base) is cst.Name else None
    return value.const if value is not None and isinstance(value.const, ClassRef) else None


def project_class(name: str, module: Module, run: Run) -> ClassRef | None:
    """The class that is no layer which `name` denotes in the project."""
    key = (name, module.path)
    if key not in run.classes:
        run.classes[key] = None
        found = run.layer.project.class_statement(name, module.path)
        if found is not None:
            run.classes[key] = class_ref(found[1], found[0], None, run)
    return run.classes[key]


def is_own(found: ClassRef) -> bool:
    """Whether all that its objects do is written in the project, or said of all exceptions."""
    names = (name for part in found.line for name in part.foreign)
    return all(name in _PLAIN_BASES or raised.builtin(name) is not None for name in names)


def extends_python(found: ClassRef) -> bool:
    """Whether the class is one of Python's own containers, or of its library, with changes."""
    names = {name for part in found.line for name in part.foreign}
    return any(name.partition(".")[0] in ("builtins", "collections", "enum") for name in names)


def enum_kind(found: ClassRef) -> str | None:
    """The kind of enumeration that the class is."""
    return next((name for part in found.line for name in part.foreign if name in _ENUMS), None)


def member(found: ClassRef, name: str, run: Run) -> Value:
    """`Mode.TRAIN`."""
    value = class_value(found, name, run)
    kind = enum_kind(found)
    if value is None or kind is None:
        return ANYTHING
    known = plain(value)
    mixed_in = _ENUMS[kind]
    texts = any("builtins.str" in part.foreign for part in found.line)
    if isinstance(known, mixed_in or (str if texts else ())):
        return constant(known)
    return constant(Member(found.node.name.value, name, known, found))


def members(found: ClassRef, run: Run) -> Iterator[Value]:
    for line in _assignments(found):
        yield member(found, line[0], run)


def _assignments(found: ClassRef) -> Iterator[tuple[str, cst.BaseExpression | None]]:
    for line in found.node.body.body:
        if not isinstance(line, cst.SimpleStatementLine):
            continue
        for statement in line.body:
            match statement:
                case cst.Assign(targets=targets, value=value):
                    for target in targets:
                        if isinstance(target.target, cst.Name):
                            yield target.target.value, value
                case cst.AnnAssign(target=cst.Name(value=name), value=value):
                    yield name, value


def _methods(found: ClassRef) -> Iterator[cst.FunctionDef]:
    yield from (line for line in found.node.body.body if isinstance(line, cst.FunctionDef))


def function_of(found: ClassRef, name: str) -> tuple[ClassRef, cst.FunctionDef] | None:
    """The method that the class or a base of it defines."""
    for part in found.line:
        methods = {node.name.value: node for node in _methods(part)}
        if name in methods:
            return part, methods[name]
        for assigned, value in _assignments(part) if name.startswith("__") else ():
            # `__radd__ = __add__`
            if assigned == name and isinstance(value, cst.Name) and value.value in methods:
                return part, methods[value.value]
    return None


def class_value(found: ClassRef, name: str, run: Run) -> Value | None:
    """What the class body, or a base's, gives the name, or code has given it since."""
    given = keeping.given_to_class([part.node for part in found.line], name, run)
    if given is not None:
        return given
    if function_of(found, "__init_subclass__") is not None:
        return Value(picked=True)  # what that gives a class is not followed
    for part in found.line:
        for assigned, value in _assignments(part):
            if assigned == name and value is not None:
                with run.aside():
                    body = frame_of_body(part, value, run)
                    made = expressions.evaluate(value, body, run)
                    told = [constant(part), constant(name)]
                    objects.special(made, "__set_name__", told, value, body, run)
                return made
    return None


def frame_of_body(part: ClassRef, value: cst.BaseExpression, run: Run) -> Frame:
    """Where the names in an expression of a class body are looked up: those bound above it too."""
    frame = Frame(part.module, None, None, lexical=part.scope)
    above: dict[str, cst.BaseExpression | None] = {}
    for name, given in _assignments(part):
        if given is value:
            break
        above[name] = given
    for name in {each.value for each in walk_kinds(value, cst.Name)} & above.keys():
        inner = above[name]
        if inner is not None:
            run.step()
            frame.names[name] = expressions.evaluate(inner, frame_of_body(part, inner, run), run)
    for node in _methods(part):
        function = Callee(node, part.module, lexical=part.scope)
        frame.names.setdefault(node.name.value, Value(callees=(function,), truth=True))
    return frame


def class_of_layer(run: Run) -> Value:
    """`type(self)`."""
    return constant(class_ref(run.layer.node, run.layer.module, None, run))


def field_names(made: ClassRef) -> tuple[str, ...]:
    """The fields of a dataclass or a typed named tuple, a base's first."""
    names: dict[str, None] = {}
    for part in reversed(made.line):
        for line in part.node.body.body:
            if isinstance(line, cst.SimpleStatementLine):
                for statement in line.body:
                    match statement:
                        case cst.AnnAssign(target=cst.Name(value=name)):
                            names[name] = None
    return tuple(names)
