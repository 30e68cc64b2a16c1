"""Arguments of which nothing comes but names of layers and weights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.constructor import read_names
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


def only_names(layer: LayerClass, argument: Argument) -> bool:
    """Whether an argument is read for nothing but `name=`, by the class and by all the project.

    A copy that is made without it computes the same, and takes the weights of a file.
    """
    constructor = layer.constructor
    if constructor is None:
        return False
    names, attributes = {argument.name}, set(argument.given)
    for statement in constructor.own_nodes(cst.Assign):
        if _keeps(statement, constructor, names, attributes):
            for target in statement.targets:
                attribute = self_attribute(target.target, constructor.self_name)
                if attribute is not None:
                    attributes.add(attribute)
                elif isinstance(target.target, cst.Name):
                    names.add(target.target.value)
    reads = [
        *((constructor.module, read) for read in read_names(constructor) if read.value in names),
        *_reads(layer, attributes),
    ]
    found = {_serves(module, node, constructor, names, attributes) for module, node in reads}
    return found <= {"name", "kept"} and "name" in found and not _is_asked(layer, attributes)


def _keeps(
    statement: cst.Assign, constructor: Method, names: set[str], attributes: set[str]
) -> bool:
    """Whether an assignment has something of the argument, other than a name."""
    module = constructor.module
    return any(
        (
            node.value in names
            if isinstance(node, cst.Name)
            else self_attribute(node, constructor.self_name) in attributes
        )
        and _serves(module, node, constructor, names, attributes) != "name"
        for node in walk_kinds(statement.value, cst.Name, cst.Attribute)
    )


def _reads(layer: LayerClass, attributes: set[str]) -> Iterator[tuple[Module, cst.CSTNode]]:
    for owner in (layer, *layer.subclasses):
        for name in attributes:
            known = owner.attributes.get(name)
            for read in known.reads if known is not None else ():
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
            case cst.Arg() | cst.BaseCompoundStatement() | cst.BaseSmallStatement():
                return "more"
    return "more"


def _is_asked(layer: LayerClass, attributes: set[str]) -> bool:
    """Whether a file that knows the class asks another object for an attribute of that name."""
    if not attributes:
        return False
    asked = rf"(?<!\bself)\.(?:{'|'.join(map(re.escape, sorted(attributes)))})\b"
    return bool(layer.project.index.having(layer.name, asked))
