"""LL417: `__init__` takes `**kwargs` and drops them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.config import BASE_KEYS
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.base_keywords import hand_on, loads_with
from layerlint.model.config import is_root
from layerlint.model.constructor import base_arguments, base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.class_uses import is_chosen, makings, never_given
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword
from layerlint.syntax.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# What each layer may be told beside its own arguments.
_OF_LAYERS = ("name", "dtype", "trainable")
# Who says that they go there has forgotten it.
_OF_BASE = re.compile(r"\b(?:base|parent|super|keras|layer|tf)\b", re.IGNORECASE)
_MEANT = ("unused", "ignore", "extra", "_")


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("__init__", HAS_OBJECTS)))
def kwargs_not_forwarded(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report `**kwargs` of which the base gets nothing although it would take them."""
    for layer in classes_of(subject):
        yield from _class(layer)


def _class(layer: LayerClass) -> Iterator[Finding]:
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind == "mixin" or not layer.complete:
        return
    varkw = constructor.varkw
    if varkw is None or varkw.startswith(_MEANT):
        return
    uses = _uses(constructor, varkw)
    if uses is None or (uses and is_object(layer)):
        return
    stands_in = uses or constructor.varargs is not None
    if (stands_in and _is_whole_signature(constructor)) or _takes_everything(layer):
        return
    calls = list(base_calls(constructor))
    if len(calls) != 1 or any(argument.star == "**" for argument in calls[0].args):
        return
    if uses and any(keyword(calls[0], name) for name in ("dtype", "trainable")):
        return
    base = layer.method_after(layer, "__init__")
    if base is not None and not is_root(base.owner) and base.varkw is None:
        return
    names = sorted(base_arguments(layer)) if is_object(layer) else _OF_LAYERS
    lost = [name for name in names if not (constructor.takes(name) or keyword(calls[0], name))]
    # The dtype alone makes no difference to a loss, which computes in that of what it is given.
    if not lost or (is_object(layer) and lost == ["dtype"]):
        return
    if never_given(layer, lambda call: any(_given_more(call, constructor))):
        return
    if is_chosen(layer) or _is_explained(layer, constructor, varkw):
        return
    yield Finding(
        constructor.node.name,
        "object" if is_object(layer) else "picked" if uses else "default",
        fields={
            "layer": layer.name,
            "kwargs": varkw,
            "arguments": f"{_commas(lost)} and typing errors",
        },
        fix=None if uses else _fix(layer, constructor, calls[0], names),
        defect=Defect(layer, "constructor"),
    )


def _is_explained(layer: LayerClass, constructor: Method, varkw: str) -> bool:
    """Whether a text says what the keywords are for, and that is not to go to the base."""
    docstring = constructor.node.get_docstring() or ""
    source = constructor.module.source(constructor.node)
    comments = [line.partition("#")[2] for line in source.splitlines() if "#" in line]
    lines = [*layer.docstring.splitlines(), "", *docstring.splitlines(), "", *comments]
    said = [
        " ".join(lines[index : index + 2])
        for index, line in enumerate(lines)
        if re.search(rf"\b{re.escape(varkw)}\b", line, re.IGNORECASE)
    ]
    return bool(said) and not any(map(_OF_BASE.search, said))


def _given_more(call: cst.Call, constructor: Method) -> Iterator[str]:
    """What a call that makes the class passes and the constructor does not name; `**` for many."""
    for argument in call.args:
        name = argument.keyword.value if argument.keyword is not None else argument.star
        if name == "**" or (argument.keyword is not None and constructor.parameter(name) is None):
            yield name


def _fix(
    layer: LayerClass, constructor: Method, call: cst.Call, names: Sequence[str]
) -> Fix | None:
    """Hand `**kwargs` on: safe where neither a config nor a caller has what the base would refuse.

    What nobody is seen to make may be given anything.
    """
    varkw, keys = constructor.varkw or "", BASE_KEYS.get(layer.kind, frozenset())
    edits = hand_on(constructor, call, varkw, keys)
    if edits is None:
        return None
    known = loads_with(layer, keys) and makings(
        layer, lambda _, made: set(_given_more(made, constructor)).issubset(names), exported=True
    )
    safe = known and not any(map(_makes_of_keywords, layer.effective_methods()))
    return Fix(f"Hand on `**{varkw}`", edits, "safe" if safe else "unsafe")


def _makes_of_keywords(method: Method) -> bool:
    """Whether it is a way to make the class, `from_pretrained`, that hands on what it is given."""
    return (
        method.is_classmethod
        and method.name != "from_config"
        and any(argument.star == "**" for argument in method.own_nodes(cst.Arg))
    )


def _commas(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _is_whole_signature(constructor: Method) -> bool:
    """Whether all that the class is told comes that way: its names are the keys that it takes.

    With `*args` beside it, a class that uses neither stands for another, and takes what that does.
    """
    names = [each.name for each in constructor.parameters if each.name != constructor.self_name]
    return set(names) <= {constructor.varargs, constructor.varkw}


def _takes_everything(layer: LayerClass) -> bool:
    """Whether the project makes it of all attributes of something: what is not its is meant to go.

    `Net(**vars(options))`, `Net(**self.__dict__)`.
    """
    bag = rf"\b{re.escape(layer.name)}\(\s*\*\*\s*(?:vars\(|[\w.]+\.__dict__\b)"
    return any(layer.project.index.having(layer.name, bag))


def _uses(constructor: Method, varkw: str) -> int | None:
    """How often a single key is taken out; None where all of them may be used."""
    module, count = constructor.module, 0
    body = constructor.node.body
    if any(is_name(call.func, "locals") for call in walk_same_class(body, cst.Call)):
        return None
    for node in walk_same_class(body, cst.Name):
        if node.value != varkw:
            continue
        match module.parent(node):
            case cst.Attribute(value=owner, attr=cst.Name("get" | "pop")) if owner is node:
                count += 1
            case cst.Subscript(value=owner) if owner is node:
                count += 1
            case _:
                return None
    return count
