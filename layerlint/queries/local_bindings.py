"""What the names of a function, or of the top level, are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, parts_bound
from layerlint.syntax.walk import around, innermost, mentions, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_ASSIGNING = (cst.Assign, cst.AnnAssign, cst.AugAssign, cst.NamedExpr)
_BINDERS = (*_ASSIGNING, cst.For, cst.CompFor, cst.WithItem, cst.Call)
# A number of epochs, and what counts up to one: `n_epochs`, `EPOCHS`, no `steps_per_epoch`.
_EPOCHS = re.compile(r"(?<!per_)epochs?\Z", re.IGNORECASE)
_RANGES = frozenset({"range", "trange"})


def bindings(scope: cst.FunctionDef | cst.Module) -> dict[str, list[cst.BaseExpression]]:
    """What each local name is given, also what is put into it, and what it is looped over.

    The functions within a function count, those of a module do not. A name that is unpacked from
    something is given the whole.
    """
    nodes = (
        walk_kinds(scope.body, *_BINDERS)
        if isinstance(scope, cst.FunctionDef)
        else walk_same_function(scope, *_BINDERS)
    )
    found: dict[str, list[cst.BaseExpression]] = {}
    for node in nodes:
        for target, value in _pairs(node):
            for name in _bound_by(target):
                found.setdefault(name, []).append(value)
    return found


def names_in(body: cst.CSTNode) -> dict[str, list[cst.Name]]:
    """The names below a node by what they are, in source order: one of the facts of a module."""
    found: dict[str, list[cst.Name]] = {}
    for node in walk_kinds(body, cst.Name):
        found.setdefault(node.value, []).append(node)
    return found


def attributes_in(body: cst.CSTNode) -> dict[str, list[cst.Attribute]]:
    """The attributes of anything below a node by their own name, as another such fact."""
    found: dict[str, list[cst.Attribute]] = {}
    for node in walk_kinds(body, cst.Attribute):
        found.setdefault(node.attr.value, []).append(node)
    return found


def is_variable(name: cst.Name, module: Module) -> bool:
    """Whether a name stands for a variable, not for an attribute, a keyword or where a module is.

    Also where an import binds it.
    """
    match module.parent(name):
        case cst.Attribute(attr=attr) if attr is name:
            return False
        case cst.Arg(keyword=keyword) | cst.MatchKeywordElement(key=keyword) if keyword is name:
            return False
        case cst.ImportAlias(asname=asname):
            return asname is None
        case cst.AsName():
            return True
    whole = next((up for up in around(name) if not isinstance(up, cst.Attribute)), None)
    return not isinstance(whole, (cst.ImportAlias, cst.ImportFrom))


def loop_over(name: cst.Name) -> cst.For | cst.CompFor | None:
    """The innermost loop or comprehension around a name that gives it its values."""
    scopes = (cst.FunctionDef, cst.Lambda, cst.ClassDef)
    for outer in around(name):
        if isinstance(outer, scopes):
            return None
        loops: list[cst.For | cst.CompFor] = [outer] if isinstance(outer, cst.For) else []
        if isinstance(outer, cst.BaseComp):
            loops = list(walk_kinds(outer.for_in, cst.CompFor))
        for loop in loops:
            if mentions(loop.target, name.value):
                return loop
    return None


def epoch_loops(module: Module) -> Iterator[cst.For]:
    """The loops over epochs: by what they count with, or by how far they count."""
    for loop in walk_kinds(module.tree, cst.For):
        match loop.target:
            case (
                cst.Name(value=counter)
                | cst.Tuple(elements=[cst.Element(value=cst.Name(value=counter)), *_])
            ) if _counts_epochs(counter, loop.iter):
                yield loop


def other_mentions(name: cst.Name, module: Module) -> Iterator[cst.Name]:
    """Where else a variable that is bound somewhere is mentioned in the function, or the module."""
    scope = next((up for up in around(name) if _binds(up, name)), module.tree)
    own = module.scope_of(name, name.value)
    for node in module.facts(scope, names_in).get(name.value, []):
        # A function or a comprehension within may have another of that name.
        other = _is_inner_parameter(node, scope) or module.scope_of(node, name.value) is not own
        if node is not name and not other and is_variable(node, module):
            yield node


def _is_inner_parameter(name: cst.Name, scope: cst.CSTNode) -> bool:
    """Whether a name is that of a parameter of another function than the scope."""
    parameter = next(around(name), None)
    return (
        isinstance(parameter, cst.Param)
        and parameter.name is name
        and innermost(name, cst.FunctionDef, cst.Lambda) is not scope
    )


def _counts_epochs(counter: str, counted: cst.BaseExpression) -> bool:
    """Whether it is `epoch` of anything, or any name in `range(epochs)`, `trange(args.epochs)`."""
    if "epoch" in counter.lower():
        return True
    return any(
        _EPOCHS.search(node.value)
        for call in walk_kinds(counted, cst.Call)
        if called_name(call.func) in _RANGES
        for node in walk_kinds(call, cst.Name)
    )


def _binds(scope: cst.CSTNode, name: cst.Name) -> bool:
    """Whether the names that are given something in a function are its own."""
    return isinstance(scope, cst.FunctionDef) and scope.name is not name


def _pairs(node: cst.CSTNode) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The targets of a statement, each with the value that it is given."""
    match node:
        case cst.Assign(targets=targets, value=value):
            yield from ((target.target, value) for target in targets)
        case cst.AnnAssign(target=target, value=value) if value is not None:
            yield target, value
        case cst.AugAssign(target=target, value=value) | cst.NamedExpr(target=target, value=value):
            yield target, value
        case cst.WithItem(item=value, asname=cst.AsName(name=target)):
            yield target, value
        case cst.For(target=target, iter=value) | cst.CompFor(target=target, iter=value):
            yield target, value
        case cst.Call(
            func=cst.Attribute(
                value=cst.Name() as owner, attr=cst.Name("append" | "extend" | "insert")
            ),
            args=args,
        ):
            yield from ((owner, argument.value) for argument in args)


def _bound_by(target: cst.BaseExpression) -> Iterator[str]:
    for part, _ in parts_bound(target, None):
        match part:
            case cst.Name(value=name) | cst.Subscript(value=cst.Name(value=name)):
                yield name
