"""Binding names, attributes of the layer and items of containers."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from layerlint.facts.python import CONTAINER_CHANGES
from layerlint.interpret import (
    attributes,
    containers,
    expressions,
    invocation,
    keeping,
    objects,
    operators,
    subscripts,
)
from layerlint.interpret.effects import AttributeWrite
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.joining import OR, join
from layerlint.interpret.lifting import plain
from layerlint.interpret.paths import Path, dotted_path
from layerlint.interpret.run import DICT, MODULE, Run
from layerlint.interpret.tensors import transfer
from layerlint.interpret.values import (
    ANYTHING,
    MISSING,
    OBJECT,
    PERHAPS_MISSING,
    UNKNOWN,
    Value,
    asked,
    chosen,
    constant,
    fact_of,
    revised,
    truth,
    with_fact,
)
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_same_function

_CHANGING = (cst.Del, cst.Call)


def assign(
    target: cst.CSTNode,
    value: Value,
    expression: cst.BaseExpression | None,
    statement: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> None:
    """Bind `target` to `value`, which `expression` (None: part of something) evaluated to."""
    run.watch(target, value)
    match target:
        case cst.Name(value=name):
            value = with_fact(value, fact_of(value).named(name))
            if name in frame.globals:
                run.attributes[(MODULE, frame.module.path, name)] = value
                return
            if isinstance(statement, cst.NamedExpr):
                frame.walrus.add(name)
            frame.bind(name, value, _is_certain(name, frame, run))
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for element, part in zip(elements, _parts(value, elements), strict=True):
                assign(element.value, part, None, statement, frame, run)
        case cst.StarredElement(value=inner):
            assign(inner, value, None, statement, frame, run)
        case cst.Attribute():
            owner = expressions.evaluate(target.value, frame, run)
            told = [constant(target.attr.value), value]
            if objects.special(owner, "__setattr__", told, target, frame, run) is not None:
                return
            if objects.set_of_class(owner, target.attr.value, value, target, frame, run):
                return
            where = keeping.place(owner)
            if where is not None:
                path = (*where, target.attr.value)
                write_attribute(target, path, "=", value, expression, frame, run)
            elif value.opaque:
                keeping.doubt(target.value, frame, run)
        case cst.Subscript():
            _assign_item(target, value, expression, frame, run)


def _assign_item(
    target: cst.Subscript,
    value: Value,
    expression: cst.BaseExpression | None,
    frame: Frame,
    run: Run,
) -> None:
    owner = expressions.evaluate(target.value, frame, run)
    index = target.slice[0].slice if len(target.slice) == 1 else None
    if owner.kind is list and isinstance(index, cst.Slice):
        changed = subscripts.with_slice(owner, index, value, frame, run)
        if changed is not None:
            containers.put_in_place(owner, changed, target.value, frame, run)
            return
    keys = [expressions.evaluate_slice(index.slice, frame, run) for index in target.slice]
    key = keys[0] if len(keys) == 1 else None
    told = [*keys, value]
    if objects.special(owner, "__setitem__", told, target, frame, run) is not None:
        return
    if owner.path and owner.path[-1] == DICT and key is not None:
        if isinstance(key.const, str):
            path = (*owner.path[:-1], key.const)
            write_attribute(target, path, "=", value, expression, frame, run)
        return
    if owner.kind is not None:
        containers.store(owner, target.value, key, value, frame, run)
    if owner.path is not None and owner.path:
        write_attribute(target, owner.path, "[]=", value, expression, frame, run)
        if owner.kind is None and key is not None and isinstance(key.const, (str, int)):
            inside = (*owner.path, f"[{key.const!r}]")
            run.attributes[inside] = value
    elif owner.kind is None:
        containers.store(owner, target.value, key, value, frame, run)


def _is_certain(name: str, frame: Frame, run: Run) -> bool:
    """Whether no test of unknown outcome stands between the owner of a borrowed name and here."""
    owner = frame.owner_of(name) if name in frame.borrowed else None
    return owner is not None and run.comes_surely_from(owner)


def augment(node: cst.AugAssign, frame: Frame, run: Run) -> None:
    """`target <op>= value`."""
    right = expressions.evaluate(node.value, frame, run)
    left = expressions.evaluate(node.target, frame, run)
    result = operators.computed(left, node.operator, right, node, frame, run)
    result = transfer.augmented(node, result, run)
    if isinstance(node.target, cst.Name):
        frame.bind(node.target.value, result, _is_certain(node.target.value, frame, run))
        return
    name = node.target.attr.value if isinstance(node.target, cst.Attribute) else ""
    if not left.path or attributes.setter_of(name, run) is not None:
        assign(node.target, result, node.value, node, frame, run)
    else:
        operation = "[]=" if isinstance(node.target, cst.Subscript) else _symbol(node.operator)
        path = left.path[:-1] if operation == "[]=" else left.path
        write_attribute(node.target, path, operation, result, node.value, frame, run)


def delete(target: cst.CSTNode, frame: Frame, run: Run) -> None:
    """`del target`."""
    match target:
        case cst.Name(value=name):
            frame.names[name] = MISSING
        case cst.Tuple(elements=elements):
            for element in elements:
                delete(element.value, frame, run)
        case cst.Subscript(value=container):
            owner = expressions.evaluate(container, frame, run)
            if owner.kind is not None:
                _delete_item(owner, target, frame, run)
        case cst.Attribute():
            owner = expressions.evaluate(target.value, frame, run)
            delete_attribute(owner, target.attr.value, run)


def delete_attribute(owner: Value, name: str, run: Run) -> None:
    """`del owner.name`."""
    where = keeping.place(owner)
    if where is None:
        return
    path = (*where, name)
    for known in [key for key in run.attributes if key[: len(path)] == path]:
        del run.attributes[known]
    run.attributes[path] = MISSING
    attribute = run.layer.attributes.get(name) if not where else None
    if attribute is not None and any(b.method is None for b in attribute.bindings):
        run.attributes[path] = PERHAPS_MISSING  # what the class has is left


def _delete_item(owner: Value, target: cst.Subscript, frame: Frame, run: Run) -> None:
    """What `del owner[key]` leaves of a container; nothing is known of it where that is unclear."""
    index = target.slice[0].slice if len(target.slice) == 1 else None
    key = expressions.evaluate(index.value, frame, run) if isinstance(index, cst.Index) else None
    at = UNKNOWN if key is None else plain(key)
    left = revised(asked(owner), kind=owner.kind, partial=True, identity=owner.identity)
    if owner.mapping is not None and isinstance(at, Hashable) and at in owner.mapping:
        rest = {name: part for name, part in owner.mapping.items() if name != at}
        left = revised(owner, mapping=rest)
    elif owner.items is not None and isinstance(at, int) and -len(owner.items) <= at:
        kept = list(owner.items)
        del kept[at : at + 1 or None]
        left = revised(owner, items=tuple(kept))
    containers.put_in_place(owner, left, target.value, frame, run)


def _parts(value: Value, targets: Sequence[cst.BaseElement]) -> tuple[Value, ...]:
    """What the targets of an unpacking get; a starred one gets what the others leave."""
    starred = [i for i, target in enumerate(targets) if isinstance(target, cst.StarredElement)]
    surplus = len(value.items or ()) - len(targets)
    if value.items is None or len(starred) != 1 or surplus < -1:
        return containers.unpacked(value, len(targets))
    first, last = starred[0], starred[0] + surplus + 1
    middle = Value(items=value.items[first:last], kind=list)
    return (*value.items[:first], middle, *value.items[last:])


def write_attribute(
    target: cst.CSTNode,
    path: Path,
    operation: str,
    value: Value,
    expression: cst.BaseExpression | None,
    frame: Frame,
    run: Run,
) -> None:
    """Bind an attribute of the layer, or of something it holds."""
    if path and path[0].startswith(OBJECT):
        options = path[0].split(OR)
        for name in options:
            inner = (name, *path[1:])
            before = run.attributes.get(inner, ANYTHING)
            for known in [key for key in run.attributes if key[: len(path)] == inner]:
                del run.attributes[known]
            if operation != "[]=":
                run.attributes[inner] = value if len(options) == 1 else join([before, value])
        return
    setter = attributes.setter_of(path[0], run) if len(path) == 1 else None
    if setter is not None:
        invocation.invoke(setter, [Argument(value)], target, frame, run)
        return
    run.sink(value)
    effect = run.emit(
        AttributeWrite(target, frame.module, frame.method, dotted_path(path), operation, expression)
    )
    effect.reads |= value.reads
    held = run.attributes.get(path)
    if operation == "[]=" and held is not None and held.kind is not None:
        run.written(path)
        return
    for known in [key for key in run.attributes if key[: len(path)] == path]:
        del run.attributes[known]
    if operation != "[]=":
        run.attributes[path] = value
    run.written(path)


def note_choice(node: cst.CSTNode, test: Value, frame: Frame) -> None:
    """After a statement that the flag decided: nobody knows what its other way would have bound."""
    if truth(test) is not None and test.opaque:
        choose_bound(node, frame)


def choose_bound(node: cst.CSTNode, frame: Frame) -> None:
    """The flag chose what the names hold that the statement may bind."""
    for name in frame.module.facts(node, _bound_names):
        known = frame.names.get(name)
        if known is not None and known is not MISSING and not known.picked:
            frame.names[name] = chosen(known)


def _bound_names(node: cst.CSTNode) -> frozenset[str]:
    """The names that a statement may bind."""
    found: set[str] = set()
    for part in walk_same_function(
        node, cst.AssignTarget, cst.For, cst.NamedExpr, cst.AugAssign, cst.AnnAssign, *_CHANGING
    ):
        match part:
            case cst.Del(target=target):
                found.update(name.value for name in walk_kinds(target, cst.Name))
            case cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=verb)):
                if verb.value in CONTAINER_CHANGES:
                    found.add(name)
            case cst.AssignTarget(target=target) | cst.For(target=target):
                found.update(name.value for name in walk_kinds(target, cst.Name))
            case (
                cst.NamedExpr(target=cst.Name(value=name))
                | cst.AugAssign(target=cst.Name(value=name))
                | cst.AnnAssign(target=cst.Name(value=name))
            ):
                found.add(name)
    return frozenset(found)


def bound_twice(body: cst.BaseSuite) -> Iterator[str]:
    """The names to which the block assigns in more than one place."""
    seen: set[str] = set()
    for node in walk_same_function(body, cst.AssignTarget, cst.NamedExpr, cst.AugAssign):
        match node:
            case cst.AssignTarget(target=target) | cst.NamedExpr(target=target):
                names = [part.value for part in walk_kinds(target, cst.Name)]
            case cst.AugAssign(target=cst.Name(value=name)):
                names = [name]
            case _:
                continue
        yield from (name for name in names if name in seen)
        seen.update(names)


def _symbol(operation: cst.BaseAugOp) -> str:
    return "+=" if isinstance(operation, cst.AddAssign) else "augmented"
