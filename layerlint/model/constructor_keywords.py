"""Which keywords the constructor of a class takes, by its signature or out of `**kwargs`, and which
it takes only to raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.config import is_root
from layerlint.model.constructor import (
    base_arguments,
    base_calls,
    is_plain,
    key_read,
    passes_on,
    reads_of,
)
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call
from layerlint.syntax.walk import last_statement, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def accepted_keywords(layer: LayerClass) -> frozenset[str] | None:
    """The keywords that the constructor takes, None where that cannot be told, or it takes any."""
    constructor = layer.constructor
    names: set[str] = set()
    while constructor is not None and not is_root(constructor.owner):
        names |= {p.name for p in constructor.parameters if p.kind in ("positional", "keyword")}
        if constructor.varkw is None:
            return frozenset(names)
        popped = _popped(constructor)
        if popped is None or not passes_on(constructor):
            return None
        names |= popped
        constructor = _next_constructor(layer, constructor)
    if not layer.complete or not is_plain(layer.keras_bases):
        return None
    return frozenset(names | base_arguments(layer))


def taken_from_kwargs(layer: LayerClass) -> frozenset[str]:
    """The keys that the constructor, or one of its bases', takes out of `**kwargs`."""
    names: set[str] = set()
    constructor = layer.constructor
    while constructor is not None and not is_root(constructor.owner):
        names |= _popped(constructor) or set()
        constructor = _next_constructor(layer, constructor)
    return frozenset(names)


def _next_constructor(layer: LayerClass, constructor: Method) -> Method | None:
    """The constructor to which `**kwargs` goes; None for Keras's own."""
    for call in base_calls(constructor):
        if not any(argument.star == "**" for argument in call.args):
            continue
        named = call.func.value if isinstance(call.func, cst.Attribute) else call.func
        if is_super_call(named):
            break
        if constructor.module.keras(named) is not None:
            return None
        name = constructor.module.source(named).rpartition(".")[2]
        for base in layer.mro:
            if base.name == name:
                return base.methods.get("__init__") or layer.method_after(base, "__init__")
    return layer.method_after(constructor.owner, "__init__")


def _popped(constructor: Method) -> set[str] | None:
    """The keys that the constructor takes out of `**kwargs`; None where it does more with them."""
    varkw = constructor.varkw
    names: set[str] = set()
    module = constructor.module
    bases = set(base_calls(constructor))
    for node in walk_same_class(constructor.node.body, cst.Name):
        if not is_name(node, varkw or ""):
            continue
        parent = module.parent(node)
        if isinstance(parent, cst.Arg) and parent.star == "**":
            if module.parent(parent) in bases:
                continue
            return None
        key = key_read(module.parent(parent) if parent else None, parent)
        if key is None:
            return None
        names.add(key)
    return names


def refuses(layer: LayerClass, name: str) -> bool:
    """Whether the constructor does nothing with an argument but raise: it has one value only."""
    constructor = layer.constructor
    if constructor is None:
        return False
    reads = reads_of(name, constructor)
    return bool(reads) and all(_raises(constructor, node) for node in reads)


def _raises(constructor: Method, node: cst.CSTNode) -> bool:
    """Whether a read stands in the test of an `if` that raises, or in what is raised."""
    inner: cst.CSTNode = node
    for ancestor in constructor.module.ancestors(node):
        match ancestor:
            case cst.Raise():
                return True
            case cst.If(test=test, body=cst.IndentedBlock() as body) if test is inner:
                return isinstance(last_statement(body), cst.Raise)
            case cst.FunctionDef():
                return False
        inner = ancestor
    return False
