"""Numbers that a callback keeps for itself, and that a loss or a layer asks it for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._callback_writes import running_functions
from layerlint.queries.callbacks import Callback, callbacks, repeated_hooks
from layerlint.queries.held_values import only_call
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, last_part, literal, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_SHORTEST = 3


def asked_of_callbacks(module: Module) -> Iterator[tuple[cst.Attribute, str, str]]:
    """Each as it is read in code that Keras traces, with the method that sets it, and the reader.

    `self.note.epoch` in a loss, where `EpochNote.on_epoch_begin` sets `self.epoch`.
    """
    found = [] if module.says("run_eagerly") else list(_numbers(module))
    seen: set[tuple[str, str]] = set()
    for path, function in running_functions(module) if found else ():
        for read in walk_kinds(function.body, cst.Attribute):
            for callback, name, setter in found:
                if read.attr.value != name or (path, name) in seen:
                    continue
                if _is(read.value, callback, module):
                    seen.add((path, name))
                    yield read, setter, path


def _numbers(module: Module) -> Iterator[tuple[Callback, str, str]]:
    """The attributes that begin as a number and that a hook sets again and again."""
    for callback in callbacks(module):
        first = callback.methods.get("__init__")
        begun = dict(_set_in(first)) if first is not None else {}
        for hook in repeated_hooks(callback, module):
            for name, _ in _set_in(hook):
                if _is_number(begun.get(name)):
                    yield callback, name, callback.path(hook)


def _set_in(method: cst.FunctionDef) -> Iterator[tuple[str, cst.BaseExpression]]:
    for node in walk_same_function(method.body, cst.Assign, cst.AugAssign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=target)], value=value):
                name = self_attribute(target)
            case cst.AugAssign(target=target, value=value):
                name = self_attribute(target)
            case _:
                continue
        if name is not None:
            yield name, value


def _is_number(value: cst.BaseExpression | None) -> bool:
    number = literal(value)
    return number is not NOT_LITERAL and isinstance(number, (int, float))


def _is(node: cst.BaseExpression, callback: Callback, module: Module) -> bool:
    """Whether an expression is an object of the callback: it is made so, or called so."""
    made = only_call(node, module)
    if made is not None:
        return is_name(made.func, callback.node.name.value)
    called = last_part(module.source(node)).strip("_").lower()
    kind = callback.node.name.value.lower()
    plain = called.replace("_", "")
    return "callback" in called or (len(plain) >= _SHORTEST and plain in kind)
