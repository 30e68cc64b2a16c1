"""What code sets between one training of a model and the next, which use the same graph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.state._late_code import (
    Setting,
    builds_on_itself,
    is_chosen,
    reads_one,
    settings,
)
from layerlint.checks.state._setters import told_setters
from layerlint.facts.hooks import TRACES_AGAIN
from layerlint.facts.python import VALUE_BUILTINS
from layerlint.queries.callbacks import traces_again
from layerlint.queries.called_functions import function_named
from layerlint.queries.straight_values import comes_first
from layerlint.syntax import cst
from layerlint.syntax.walk import (
    around,
    begins_before,
    is_below,
    names_below,
    walk_kinds,
    walk_same_function,
)

if TYPE_CHECKING:
    from layerlint.model.module import Module

_TRAINS = frozenset({"fit", "fit_generator", "train_on_batch"})
# What makes models, or drops the graphs of all that there are.
_RENEWS = re.compile(
    r"(clone_model|load_model|from_config|from_json|clear_session|build|Model|Sequential)$"
)

# A function with more trainings is no training code.
_MOST = 30


class Between(NamedTuple):
    """A setting, with the model that is trained before and after it."""

    setting: Setting
    model: str


class _Scope(NamedTuple):
    """What stands in one function, or at the top level: trainings by model, and renewals."""

    trainings: list[tuple[str, cst.Call]]
    renewals: list[cst.CSTNode]
    module: Module

    def renewal_after(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The first renewal that does not begin before a node."""
        place = bisect_left(self.renewals, True, key=lambda each: not begins_before(each, node))
        return self.renewals[place] if place < len(self.renewals) else None


def set_between_trainings(names: Container[str] | None, module: Module) -> Iterator[Between]:
    """Where attributes are changed in a loop that trains a model, or between two trainings.

    Those of these names, or all of them.
    """
    bodies: list[cst.CSTNode] = [each.body for each in walk_kinds(module.tree, cst.FunctionDef)]
    for body in [*bodies, module.tree]:
        trainings = [
            (module.source(call.func.value), call)
            for call in walk_same_function(body, cst.Call)
            if isinstance(call.func, cst.Attribute) and call.func.attr.value in _TRAINS
        ]
        if not trainings or len(trainings) > _MOST:
            continue
        renewals: list[cst.CSTNode] = [
            node
            for node in walk_same_function(body, cst.Call, cst.Attribute)
            if _renews(node, {model for model, _ in trainings}, module)
        ]
        scope = _Scope(trainings, renewals, module)
        told = (
            Setting(function, function.value, function.attr.value, given.value)
            for function, given in (told_setters(body, module) if names is None else ())
        )
        for setting in (*settings(body), *told):
            if names is not None and setting.name not in names:
                continue
            model = _in_loop(setting, scope) or _in_line(setting, scope)
            if model is not None:
                yield Between(setting, model)


def _renews(node: cst.CSTNode, models: set[str], module: Module) -> bool:
    """Whether a model may be made or compiled there, also by a function that is given one."""
    match node:
        case cst.Attribute(attr=cst.Name(value=name)):
            return name in TRACES_AGAIN
        case cst.Call(func=function, args=args):
            name = module.source(function)
            called = function_named(function, module)
            if called is not None:
                return traces_again(called, module)
            given = any(module.source(each.value) in models for each in args)
            return _RENEWS.search(name) is not None or (given and name not in VALUE_BUILTINS)
    return False


def _in_loop(setting: Setting, scope: _Scope) -> str | None:
    """The model that the innermost loop around the setting trains that trains one."""
    for loop in around(setting.node, cst.For, cst.While):
        inside = [model for model, call in scope.trainings if is_below(call, loop)]
        if not inside:
            continue
        bound = _bound(loop, scope.module)
        changing = bound - _inner(setting, loop)
        changes = (
            reads_one(setting.value, changing)
            or builds_on_itself(setting, scope.module)
            or is_chosen(setting, loop, changing, scope.module)
        )
        renewal = scope.renewal_after(loop)
        renewed = renewal is not None and is_below(renewal, loop)
        kept = inside[0] not in bound and inside[0].partition(".")[0] not in bound
        return inside[0] if changes and kept and not renewed else None
    return None


def _inner(setting: Setting, loop: cst.CSTNode) -> set[str]:
    """The names of loops within the loop, which are the same in each of its rounds."""
    found: set[str] = set()
    for inner in around(setting.node, cst.For):
        if inner is loop:
            break
        found |= set(names_below(inner.target))
    return found


def _bound(loop: cst.For | cst.While, module: Module) -> set[str]:
    """What a loop gives a value: `rate`, `self.rate`."""
    return module.remembered((_bound, loop), lambda: _bound_anew(loop, module))


def _bound_anew(loop: cst.For | cst.While, module: Module) -> set[str]:
    targets: list[cst.CSTNode] = [each.target for each in walk_kinds(loop, cst.For)]
    targets += [each.target for each in walk_kinds(loop, cst.AssignTarget)]
    targets += [each.target for each in walk_kinds(loop, cst.AugAssign)]
    found: set[str] = set()
    for target in targets:
        for each in walk_kinds(target, cst.Name, cst.Attribute):
            if isinstance(each, cst.Name) and isinstance(module.parent(each), cst.Attribute):
                continue  # `model` of `model.rate = ...` stays what it was
            found.add(module.source(each))
    return found


def _in_line(setting: Setting, scope: _Scope) -> str | None:
    """The model that is trained before the setting, and once more after it."""
    for model, first in scope.trainings:
        if not comes_first(first, setting.node):
            continue
        for name, again in scope.trainings:
            if name == model and _follows(again, setting.node):
                renewal = scope.renewal_after(first)
                renewed = renewal is not None and begins_before(renewal, again)
                return None if renewed else model
    return None


def _follows(training: cst.Call, setting: cst.CSTNode) -> bool:
    """Whether a training comes after a setting, and not in the other branch of a test."""
    return begins_before(setting, training) and not any(
        is_below(training, test) for test in around(setting, cst.If)
    )
