"""LL131: layers are made trainable within a model that stays frozen as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assignments_to
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.called_functions import methods_in
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, literal, self_attribute
from layerlint.syntax.walk import around, begins_before, mentions, walk_kinds

# What takes single layers out of a model, whose own flag then no longer counts for them.
_TAKEN_APART = frozenset({"input", "inputs", "output", "outputs"})
# A class that sets more flags than these is made by a program.
_MOST = 64
NEEDS = AllOf(Row("trainable", "=", "False"), AnyOf(Members("layers"), Members("get_layer")))


@check(Module, needs=NEEDS)
def thawed_within_frozen_model(module: Module) -> Iterator[Finding]:
    """Report `m.trainable = False` where some `m.layers` are thawed later, and `m` never is."""
    for scope in (*walk_kinds(module.tree, cst.FunctionDef), module.tree):
        flags = [each for each in _flags(scope) if _home(each[0], module) is scope]
        for node, target in flags:
            later = [each for each in flags if each[0] is not node and begins_before(node, each[0])]
            yield from _thawed(node, target.value, later, scope, module)
    for statement in walk_kinds(module.tree, cst.ClassDef):
        constructor = module.facts(statement, methods_in).get("__init__")
        if constructor is not None:
            later = [
                each for each in _flags(statement) if _home(each[0], module) is not constructor
            ]
            for node, target in _flags(constructor.body)[:_MOST] if later else ():
                yield from _thawed(node, target.value, later[:_MOST], statement, module)


# An assignment to a flag `trainable`, and the target.
Flag = tuple[cst.Assign, cst.Attribute]


def _flags(scope: cst.CSTNode) -> list[Flag]:
    return [
        (node, target.target)
        for node in walk_kinds(scope, cst.Assign)
        for target in node.targets
        if isinstance(target.target, cst.Attribute) and target.target.attr.value == "trainable"
    ]


def _thawed(
    node: cst.Assign,
    frozen: cst.BaseExpression,
    later: list[Flag],
    scope: cst.CSTNode,
    module: Module,
) -> Iterator[Finding]:
    """The finding for a model that is frozen at `node`, where layers of it are thawed later."""
    model = module.source(frozen)
    local = isinstance(scope, cst.ClassDef) and self_attribute(frozen) is None
    if literal(node.value) is not False or model == "self" or local:
        return
    thaws = [flag for flag, owner in later if _is_part(owner.value, model, flag, module)]
    thawing = next((flag for flag in thaws if literal(flag.value) is not False), None)
    if thawing is None or _is_thawed(model, module):
        return
    use = _used_whole(model, scope, module)
    if use is not None:
        # On Keras 3 a model takes the variables of all layers below it, and asks these alone.
        generations = frozenset({2}) if use == "layer" else None
        fields = {"model": model, "thaw": module.source(thawing)}
        yield Finding(node, fields=fields, generations=generations)


def _home(node: cst.CSTNode, module: Module) -> cst.CSTNode:
    return module.function(node) or module.tree


def _is_part(owner: cst.BaseExpression, model: str, flag: cst.CSTNode, module: Module) -> bool:
    """Whether it is a layer of the model: by index or name, or in a loop over its layers."""
    text = module.source(owner)
    if text.startswith((f"{model}.layers[", f"{model}.get_layer(")):
        return True
    return isinstance(owner, cst.Name) and any(
        mentions(loop.target, owner.value) and f"{model}.layers" in module.source(loop.iter)
        for loop in around(flag, cst.For)
    )


def _is_thawed(model: str, module: Module) -> bool:
    """Whether the whole is ever given another value."""
    flags = assignments_to(f"{model}.trainable", module)
    return any(literal(flag.value) is not False for flag in flags)


def _used_whole(
    model: str, scope: cst.CSTNode, module: Module
) -> Literal["itself", "layer"] | None:
    """Whether the model itself is compiled or trained, or is a layer of another one."""
    use: Literal["itself", "layer"] | None = None
    for node in walk_kinds(scope, cst.Attribute, cst.Call):
        match node:
            case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                if name in _TAKEN_APART and _begins_with(owner, model, module):
                    return None
                if name in ("compile", "fit") and module.source(owner) == model:
                    use = "itself"
            case cst.Call(func=function, args=args) if args:
                if module.source(function) == model or _is_added(node, model, module):
                    use = use or "layer"
    return use


def _is_added(call: cst.Call, model: str, module: Module) -> bool:
    """Whether a call puts the model into a stack: `Sequential([model])`, `stack.add(model)`."""
    given = call.args[0].value
    if called_name(call.func) == "add":
        return isinstance(call.func, cst.Attribute) and module.source(given) == model
    stacks = module.keras(call.func) in ("Sequential", "models.Sequential")
    return (
        stacks
        and isinstance(given, cst.List)
        and any(module.source(each.value) == model for each in given.elements)
    )


def _begins_with(owner: cst.BaseExpression, model: str, module: Module) -> bool:
    text = module.source(owner)
    return text == model or text.startswith((f"{model}.layers", f"{model}.get_layer"))
