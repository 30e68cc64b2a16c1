"""Classes of which nothing ever happens: nobody can make one, or a program does without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.model.constructor import read_names
from layerlint.model.names import is_unbound
from layerlint.queries.application import any_has, application
from layerlint.queries.class_uses import made_by_nobody
from layerlint.queries.local_bindings import is_variable
from layerlint.syntax import cst
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# What finds a class by a name that is put together.
_BY_NAME = {
    **dict.fromkeys(("importlib", "__import__", "globals", "sys.modules"), ""),
    "eval(": r"(?<![\w.])eval\(",
    "getattr(": r"\bgetattr\(\s*(?!self\b)[\w.]+\s*,\s*(?![\s\"'])",
}
# Code in these may not be run, or what it raises is caught; types are read by nobody.
_PERHAPS = (
    *(cst.If, cst.IfExp, cst.BooleanOperation, cst.Try, cst.TryStar, cst.Match),
    *(cst.For, cst.While, cst.BaseComp, cst.Lambda, cst.FunctionDef, cst.Annotation),
)


def lives(layer: LayerClass, judged_by: str) -> bool:
    """Whether anybody makes the class; what is about a move to Keras 3 is met without that."""
    return not (cannot_be_made(layer) or (judged_by == "code" and layer.facts(_is_dead)))


def _is_dead(layer: LayerClass) -> bool:
    """Whether an application is seen to run its models, and none of it makes the class.

    What has the name of a part of its module is for nobody else, whoever runs that.
    """
    module, name = layer.module, re.escape(layer.name)
    return (
        (layer.name.startswith("_") or module.once(_makes_all_it_needs))
        and made_by_nobody(layer)
        and not module.project.index.having(layer.name, rf"[\"']{name}[\"']")
    )


def _makes_all_it_needs(module: Module) -> bool:
    """Whether the programs with a module run models, and say in their code what these are of."""
    files = module.once(application)
    if files is None or any_has(module, files, _BY_NAME):
        return False
    starred = files.intersection(module.project.index.mentioning("import *"))
    return not any(map(_calls_unknown, module.project.readable(sorted(starred))))


def _calls_unknown(module: Module) -> bool:
    """Whether a module calls what nothing binds there: a star brings it, from wherever."""
    return any(
        isinstance(call.func, cst.Name)
        and module.resolve(call.func) is None
        and module.scope_of(call.func, call.func.value) is None
        and not module.defines(call.func.value)
        for call in walk_kinds(module.tree, cst.Call)
    )


def cannot_be_made(layer: LayerClass) -> bool:
    """Whether making the class raises `NameError`: nothing else of it ever happens."""
    return layer.facts(_is_broken)


def _is_broken(layer: LayerClass) -> bool:
    constructor = layer.methods.get("__init__")
    return constructor is not None and any(
        is_unbound(node, node.value, constructor.module)
        and is_variable(node, constructor.module)
        and _is_always_run(node, constructor)
        for node in read_names(constructor)
    )


def _is_always_run(node: cst.Name, constructor: Method) -> bool:
    return innermost(node, *_PERHAPS, inside=constructor.node) is None
