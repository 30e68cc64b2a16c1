"""Names that functions give to the layers of the models they build, and which they repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import keyword_argument, literal
from layerlint.syntax.walk import begins_before, innermost, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

Scope = cst.FunctionDef | cst.Module
_LOOPS = (cst.For, cst.While, cst.BaseComp)
_CHOICES = (cst.If, cst.IfExp, cst.Try, cst.Match)


def repeated(module: Module) -> Iterator[tuple[cst.Arg, str]]:
    """The `name` arguments that more than one layer of a model gets, and why that is so."""
    named = list(_applied(module))
    for argument, call, scope in named:
        if _in_loop(module, call, scope):
            yield argument, "loop"
        elif _is_twin(module, argument, call, scope, named):
            yield argument, "twice"
        elif isinstance(scope, cst.FunctionDef) and _runs_again(module, scope, call):
            yield argument, "function"


def _applied(module: Module) -> Iterator[tuple[cst.Arg, cst.Call, Scope]]:
    """Layers with a literal name that are made and applied, or added to a model, in one go."""
    for node in walk_kinds(module.tree, cst.Call):
        argument = keyword_argument(node, "name")
        if argument is None or not isinstance(literal(argument.value), str):
            continue
        if _is_layer(module, node) and _is_used(module, node) and module.class_of(node) is None:
            yield argument, node, module.function(node) or module.tree


def _is_layer(module: Module, call: cst.Call) -> bool:
    keras = module.keras(call.func) or ""
    if keras.startswith("layers."):
        return keras[len("layers.")].isupper()
    return module.find_layer(call.func) is not None


def _is_used(module: Module, call: cst.Call) -> bool:
    parent = module.parent(call)
    if isinstance(parent, cst.Call):
        return parent.func is call
    outer = module.parent(parent) if isinstance(parent, cst.Arg) else None
    return (
        isinstance(outer, cst.Call)
        and isinstance(outer.func, cst.Attribute)
        and outer.func.attr.value == "add"
    )


def _in_loop(module: Module, call: cst.CSTNode, scope: Scope) -> bool:
    """Whether a loop of the function makes the layer again, for the same model."""
    loop = innermost(call, *_LOOPS, *_CHOICES, inside=scope)
    return isinstance(loop, _LOOPS) and not _makes_model(module, loop) and _goes_round(loop)


def _goes_round(loop: cst.CSTNode) -> bool:
    """Whether the loop is left neither at once nor in its first round."""
    return not any(True for node in walk_same_function(loop, cst.Break, cst.Return))


def _makes_model(module: Module, node: cst.CSTNode) -> bool:
    return any(True for _ in _models(module, node, ("Input", "layers.Input", "layers.InputLayer")))


def _models(module: Module, node: cst.CSTNode, also: Sequence[str] = ()) -> Iterator[cst.CSTNode]:
    wanted = ("Model", "Sequential", "backend.clear_session", *also)
    for part in walk_same_function(node, cst.Call):
        if module.keras(part.func) in wanted:
            yield part


def _is_twin(
    module: Module,
    argument: cst.Arg,
    call: cst.Call,
    scope: Scope,
    named: Sequence[tuple[cst.Arg, cst.Call, Scope]],
) -> bool:
    """Whether the function has used the name before, for the one model that it makes."""
    name = literal(argument.value)
    before = [
        other
        for other_argument, other, other_scope in named
        if other_scope is scope
        and literal(other_argument.value) == name
        and begins_before(other, call)
    ]
    if not before or isinstance(scope, cst.Module):
        return False
    certain = all(_is_certain(node, scope) for node in (call, *before[:1]))
    return certain and len(list(_models(module, scope))) == 1


def _is_certain(node: cst.CSTNode, scope: Scope) -> bool:
    kinds = (*_LOOPS, *_CHOICES, cst.Lambda, cst.ClassDef)
    return innermost(node, *kinds, inside=scope) is None


def _runs_again(module: Module, function: cst.FunctionDef, call: cst.Call) -> bool:
    """Whether another function, or the module, calls this one twice for its one model."""
    if not _is_certain(call, function) or _makes_model(module, function):
        return False
    if module.function_defs.get(function.name.value) is not function:
        return False
    by_scope: dict[int, list[cst.Call]] = {}
    scopes: dict[int, Scope] = {}
    for node in walk_kinds(module.tree, cst.Call):
        if isinstance(node.func, cst.Name):
            scope = module.function(node) or module.tree
            if node.func.value == function.name.value:
                by_scope.setdefault(id(scope), []).append(node)
                scopes[id(scope)] = scope
    for key, calls in by_scope.items():
        caller = scopes[key]
        if caller is function or len(list(_models(module, caller))) != 1:
            continue
        if any(_in_loop(module, node, caller) for node in calls):
            return True
        if sum(_is_certain(node, caller) for node in calls) > 1:
            return True
    return False
