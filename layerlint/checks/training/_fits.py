"""Models that are fitted twice with another `trainable` in between, and compiled only before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from layerlint.facts.hooks import TRACES_AGAIN
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import begins_before, walk_kinds


def set_between_fits(module: Module) -> Iterator[Finding]:
    """Report the first flag between two `fit` of a model that is not compiled in between."""
    for scope in (*walk_kinds(module.tree, cst.FunctionDef), module.tree):
        fits = list(_fits(scope, module))
        for first, second in pairwise(fits):
            model = module.source(_owner(first))
            if module.source(_owner(second)) != model:
                continue
            flags = _flags(scope, first, second, module)
            flag = next((each for each in flags if _concerns(each, model, scope, module)), None)
            if flag is not None and not _is_made_anew(model, scope, first, second, module):
                fields = {"flag": module.source(flag), "fit": module.source(second.func)}
                yield Finding(flag, "refit", fields, generations=frozenset({2, 3}))


def _fits(scope: cst.CSTNode, module: Module) -> Iterator[cst.Call]:
    """The calls of `fit` that stand in the body itself, one after the other."""
    for node in walk_kinds(scope, cst.Call):
        if isinstance(node.func, cst.Attribute) and node.func.attr.value == "fit":
            inside = _around(node, scope, module)
            if inside is not None and not inside:
                yield node


def _around(node: cst.CSTNode, scope: cst.CSTNode, module: Module) -> list[cst.CSTNode] | None:
    """The compound statements between a node and the scope; None where another scope is."""
    found: list[cst.CSTNode] = []
    for ancestor in module.ancestors(node):
        if ancestor is scope:
            return found
        if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return None
        if isinstance(ancestor, cst.BaseCompoundStatement):
            found.append(ancestor)
    return found


def _owner(call: cst.Call) -> cst.BaseExpression:
    assert isinstance(call.func, cst.Attribute)
    return call.func.value


def _between(node: cst.CSTNode, first: cst.CSTNode, second: cst.CSTNode) -> bool:
    return begins_before(first, node) and begins_before(node, second)


def _flags(
    scope: cst.CSTNode, first: cst.Call, second: cst.Call, module: Module
) -> Iterator[cst.Assign]:
    for node in walk_kinds(scope, cst.Assign):
        target = node.targets[0].target
        if isinstance(target, cst.Attribute) and target.attr.value == "trainable":
            around = _around(node, scope, module)
            loops = around is not None and all(isinstance(each, cst.For) for each in around)
            if loops and _between(node, first, second):
                yield node


def _concerns(flag: cst.Assign, model: str, scope: cst.CSTNode, module: Module) -> bool:
    """Whether what gets the flag is the model or a part: a layer in a loop, a base it calls."""
    target = flag.targets[0].target
    assert isinstance(target, cst.Attribute)
    owner = module.source(target.value)
    if owner == model or owner.startswith(f"{model}."):
        return True
    for around in module.ancestors(flag):
        if isinstance(around, cst.For) and is_name(around.target, owner):
            owner = module.source(around.iter).partition(".layers")[0]
    if owner == model or owner.startswith(f"{model}."):
        return True
    return any(
        module.source(call.func) == owner
        or any(module.source(argument.value) == owner for argument in call.args)
        or any(
            module.source(element.value) == owner
            for argument in call.args
            if isinstance(argument.value, cst.List)
            for element in argument.value.elements
        )
        for call in walk_kinds(scope, cst.Call)
        if begins_before(call, flag)
    )


def _is_made_anew(
    model: str, scope: cst.CSTNode, first: cst.Call, second: cst.Call, module: Module
) -> bool:
    """Whether the second `fit` traces again: compiled, or another model by that name.

    So may whatever else is given the model in between.
    """
    for node in walk_kinds(scope, cst.Attribute, cst.Assign, cst.Arg):
        if not _between(node, first, second):
            continue
        match node:
            case cst.Attribute(attr=cst.Name(value=name)) if name in TRACES_AGAIN:
                return True
            case cst.Assign(targets=targets):
                if any(module.source(target.target) == model for target in targets):
                    return True
            case cst.Arg(value=value) if module.source(value) == model:
                return True
    return False
