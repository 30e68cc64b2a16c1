"""Weights of losses that callbacks change, of which Keras reads the first values alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._late_code import Hook, Setting, hooks, settings, varies
from layerlint.queries.called_functions import calls_on
from layerlint.queries.held_values import held_values
from layerlint.queries.layer_calls import given_to
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_WEIGHTS = "loss_weights"


def weights_set_late(module: Module) -> Iterator[tuple[cst.CSTNode, Hook]]:
    """What hooks put into the weights that `compile` is given, or give the model for them."""
    given = [keyword(call, _WEIGHTS) for call, _ in calls_on("compile", module)]
    compiled = [each for each in given if each is not None]
    if not compiled:
        return
    attributes = _are_kept_by_model(module)
    for hook in hooks(module):
        for setting in settings(hook.code.body) if not attributes else ():
            if setting.name == _WEIGHTS and self_attribute(setting.owner) == "model":
                yield setting.node, hook
        for holder, target, value in _items_set(hook.code):
            shared = _is_shared(holder, hook, compiled, module)
            if shared and _changes(target, holder, value, hook, module):
                yield target, hook


def _are_kept_by_model(module: Module) -> bool:
    """Whether code of the module reads such an attribute: of a model whose own step does, say."""
    for node in walk_kinds(module.tree, cst.Attribute):
        if node.attr.value != _WEIGHTS:
            continue
        around = module.parent(node)
        is_set = isinstance(around, cst.AssignTarget) or (
            isinstance(around, cst.AugAssign) and around.target is node
        )
        if not is_set or self_attribute(node) is not None:
            return True
    return False


Item = tuple[cst.BaseExpression, cst.Subscript, cst.BaseExpression]


def _items_set(code: cst.CSTNode) -> Iterator[Item]:
    """The items that code sets: what holds them, where, and to what."""
    body = code.body if isinstance(code, cst.FunctionDef) else code
    for node in walk_same_function(body, cst.Assign, cst.AugAssign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript() as target)]):
                yield target.value, target, node.value
            case cst.AugAssign(target=cst.Subscript() as target):
                yield target.value, target, target


def _is_shared(
    holder: cst.BaseExpression, hook: Hook, compiled: list[cst.BaseExpression], module: Module
) -> bool:
    """Whether a hook changes the list or dictionary that `compile` is given by a name."""
    names = [holder]
    attribute = self_attribute(holder)
    if attribute is not None and hook.callback is not None:
        names = _handed(attribute, hook.callback, module)
    kept = [each for each in compiled if isinstance(each, cst.Name) and _is_kept(each, module)]
    shared = {(each.value, module.scope_of(each, each.value)) for each in kept}
    return bool(names) and all(
        isinstance(each, cst.Name) and (each.value, module.scope_of(each, each.value)) in shared
        for each in names
    )


def _is_kept(node: cst.Name, module: Module) -> bool:
    """Whether a name stands for one list or dictionary that is written down."""
    if module.scope_of(node, node.value) is None:
        return isinstance(module.first_value(node.value), (cst.Dict, cst.List))
    held = held_values(node, module)
    return len(held) == 1 and isinstance(held[0], (cst.Dict, cst.List))


def _handed(attribute: str, callback: cst.ClassDef, module: Module) -> list[cst.BaseExpression]:
    """What the constructor of a callback is given for an attribute that it keeps as it is."""
    found: list[cst.BaseExpression] = []
    for node in walk_kinds(callback, cst.Assign):
        if self_attribute(node.targets[0].target) != attribute:
            continue
        function = module.function(node)
        if function is None or function.name.value != "__init__":
            return []
        if not isinstance(node.value, cst.Name):
            return []
        found += given_to(node.value.value, function, module)
    return found


def _changes(
    target: cst.Subscript,
    holder: cst.BaseExpression,
    value: cst.BaseExpression,
    hook: Hook,
    module: Module,
) -> bool:
    """Whether an item is not the same in each round: the first comes before Keras reads it."""
    text = module.source(target)
    if any(module.source(each) == text for each in walk_kinds(value, cst.Subscript)):
        return True
    return varies(Setting(target, holder, _WEIGHTS, value), hook, module)
