"""Names of weights that are given a tensor and not read again: the weight stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.members import WEIGHT_COLLECTIONS
from layerlint.facts.namespaces import keras_name
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name
from layerlint.syntax.walk import innermost, is_behind, is_below, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What an optimizer is asked to do with one gradient and one variable.
_UPDATES = ("update_step", "_resource_apply_dense")
_OPTIMIZERS = frozenset({"Optimizer", "optimizers.Optimizer", "optimizers.legacy.Optimizer"})
_COLLECTIONS = frozenset({*WEIGHT_COLLECTIONS, "non_trainable_weights", "non_trainable_variables"})
_Scope = cst.FunctionDef | cst.Module


def rebound_names(module: Module) -> Iterator[Finding]:
    """Report `w = 0.9 * w` in a loop over weights, and the same in the step of an optimizer."""
    for loop in walk_kinds(module.tree, cst.For):
        scope = innermost(loop, cst.FunctionDef) or module.tree
        for name in _weights_of(loop):
            if isinstance(scope, (cst.FunctionDef, cst.Module)):
                yield from _lost(name, loop.body, scope, module)
    for method in _optimizer_steps(module):
        given = [each.name for each in parameters_of(method.params)]
        if len(given) > 2:
            yield from _lost(given[2], method.body, method, module)


def _weights_of(loop: cst.For) -> Iterator[str]:
    """The names that a loop gives weights: of one model, of two in step, with their numbers."""
    match loop.target, loop.iter:
        case cst.Name(value=name), iterated if _are_weights(iterated):
            yield name
        case cst.Tuple(elements=targets), cst.Call(args=args) if called_name(
            loop.iter.func
        ) == "zip" and len(targets) == len(args):
            for target, argument in zip(targets, args, strict=True):
                if isinstance(target.value, cst.Name) and _are_weights(argument.value):
                    yield target.value.value
        case cst.Tuple(elements=[_, cst.Element(value=cst.Name(value=name))]), cst.Call(
            args=[first, *_]
        ) if called_name(loop.iter.func) == "enumerate" and _are_weights(first.value):
            yield name


def _are_weights(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Attribute) and node.attr.value in _COLLECTIONS


def _optimizer_steps(module: Module) -> Iterator[cst.FunctionDef]:
    for found in walk_kinds(module.tree, cst.ClassDef):
        bases = [keras_name(module.resolve(base.value) or "") for base in found.bases]
        if _OPTIMIZERS.intersection(bases):
            for line in found.body.body:
                if isinstance(line, cst.FunctionDef) and line.name.value in _UPDATES:
                    yield line


def _lost(name: str, body: cst.CSTNode, scope: _Scope, module: Module) -> Iterator[Finding]:
    """Statements that give the name a computed value which nothing reads."""
    for statement in walk_same_function(body, cst.Assign, cst.AugAssign):
        target = _target(statement)
        if target is None or not is_name(target, name) or not _is_computed(statement, module):
            continue
        read = (
            node
            for node in walk_kinds(scope, cst.Name)
            if node.value == name and node is not target and not is_below(node, statement)
        )
        if not any(is_behind(node, statement) or _comes_round(node, body) for node in read):
            # The variables of TensorFlow refuse `w *= 0.9` themselves.
            only = frozenset({3}) if isinstance(statement, cst.AugAssign) else None
            yield Finding(statement, "name", {"name": name}, module=module, generations=only)


def _comes_round(node: cst.CSTNode, body: cst.CSTNode) -> bool:
    """Whether an inner loop or function may read what was bound in an earlier turn of it."""
    inner = innermost(node, cst.For, cst.While, cst.FunctionDef, cst.Lambda)
    return inner is not None and is_below(inner, body)


def _target(statement: cst.CSTNode) -> cst.BaseExpression | None:
    match statement:
        case cst.Assign(targets=[cst.AssignTarget(target=target)]):
            return target
        case cst.AugAssign(target=target):
            return target
    return None


def _is_computed(statement: cst.CSTNode, module: Module) -> bool:
    match statement:
        case cst.AugAssign() | cst.Assign(value=cst.BinaryOperation()):
            return True
        case cst.Assign(value=cst.Call(func=function)):
            return module.tensor_function(function) is not None
    return False
