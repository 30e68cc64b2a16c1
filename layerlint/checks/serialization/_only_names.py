"""Arguments of which nothing comes but names of layers and weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from layerlint.model.constructor import reads_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# The how manieth of a constructor, what it is, and in the value of which assignment.
_Mention = tuple[int, cst.CSTNode, cst.Assign]


def only_names(layer: LayerClass, argument: Argument) -> bool:
    """Whether an argument is read for nothing but `name=`, by the class and by all the project.

    A copy that is made without it computes the same, and takes the weights of a file.
    """
    constructor = layer.constructor
    if constructor is None:
        return False
    names, attributes = _keepers(argument, constructor)
    reads = [
        *((constructor.module, read) for name in names for read in reads_of(name, constructor)),
        *_reads(layer, attributes),
    ]
    found = {_serves(module, node, constructor, names, attributes) for module, node in reads}
    return found <= {"name", "kept"} and "name" in found and not _is_asked(layer, attributes)


def _keepers(argument: Argument, constructor: Method) -> tuple[set[str], set[str]]:
    """The names and the attributes that have something of the argument, other than a name."""
    module = constructor.module
    mentions = module.remembered((_mentions, constructor.node), lambda: _mentions(constructor))
    names, attributes = {argument.name}, set(argument.given)
    waiting = [each for key in _keys(names, attributes) for each in mentions.get(key, ())]
    heapify(waiting)  # the assignments are gone through once, as they stand
    while waiting:
        place, node, statement = heappop(waiting)
        if _serves(module, node, constructor, names, attributes) == "name":
            continue
        more_names, more = _bound(statement, constructor)
        fresh = _keys(more_names - names, more - attributes)
        names |= more_names
        attributes |= more
        for each in (each for key in fresh for each in mentions.get(key, ())):
            if each[0] > place:
                heappush(waiting, each)
    return names, attributes


def _mentions(constructor: Method) -> dict[tuple[str, bool], list[_Mention]]:
    """What the values of its assignments mention: names, and attributes of the layer."""
    found: dict[tuple[str, bool], list[_Mention]] = {}
    place = 0
    for statement in constructor.own_nodes(cst.Assign):
        for node in walk_kinds(statement.value, cst.Name, cst.Attribute):
            place += 1
            named = node.value if isinstance(node, cst.Name) else None
            text = named or self_attribute(node, constructor.self_name)
            if text is not None:
                found.setdefault((text, named is None), []).append((place, node, statement))
    return found


def _keys(names: set[str], attributes: set[str]) -> list[tuple[str, bool]]:
    return [*((name, False) for name in names), *((name, True) for name in attributes)]


def _bound(statement: cst.Assign, constructor: Method) -> tuple[set[str], set[str]]:
    """The names and the attributes of the layer that an assignment binds."""
    targets = [each.target for each in statement.targets]
    attributes = {self_attribute(each, constructor.self_name) for each in targets}
    names = {each.value for each in targets if isinstance(each, cst.Name)}
    return names, {each for each in attributes if each is not None}


def _reads(layer: LayerClass, attributes: set[str]) -> Iterator[tuple[Module, cst.CSTNode]]:
    for owner in (layer, *layer.subclasses):
        for name in attributes:
            for read in owner.attributes[name].reads:
                yield read.method.module, read.node


def _serves(
    module: Module, node: cst.CSTNode, constructor: Method, names: set[str], attributes: set[str]
) -> str:
    """What a value is read for: a `name`, or to be `kept`."""
    for ancestor in module.ancestors(node):
        match ancestor:
            case cst.Arg(keyword=cst.Name("name")):
                call = module.parent(ancestor)
                of_base = isinstance(call, cst.Call) and is_method_of_super(call)
                return "more" if of_base else "name"
            case cst.Assign(targets=[cst.AssignTarget(target=target)]):
                kept = self_attribute(target, constructor.self_name) in attributes
                return "kept" if kept or getattr(target, "value", None) in names else "more"
            case cst.Arg() if _is_written(module.parent(ancestor)):
                continue
            case cst.Arg() | cst.BaseCompoundStatement() | cst.BaseSmallStatement():
                return "more"
    return "more"


def _is_written(call: cst.CSTNode | None) -> bool:
    """Whether a call makes a text of what it is given: `"part_{}".format(i)`, `str(i)`."""
    match call:
        case cst.Call(func=cst.Name("str")):
            return True
        case cst.Call(func=cst.Attribute(value=cst.SimpleString(), attr=cst.Name("format"))):
            return True
    return False


def _is_asked(layer: LayerClass, attributes: set[str]) -> bool:
    """Whether a file that knows the class asks another object for an attribute of that name."""
    if not attributes:
        return False
    asked = rf"(?<!\bself)\.(?:{'|'.join(map(re.escape, sorted(attributes)))})\b"
    return bool(layer.project.index.having(layer.name, asked))
