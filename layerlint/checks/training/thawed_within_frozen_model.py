"""LL131: layers are made trainable within a model that stays frozen as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assignments_to
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import begins_before, walk_kinds

# What takes single layers out of a model, whose own flag then no longer counts for them.
_TAKEN_APART = frozenset({"input", "inputs", "output", "outputs"})
NEEDS = AllOf(Row("trainable", "=", "False"), AnyOf(Members("layers"), Members("get_layer")))


@check(Module, needs=NEEDS)
def thawed_within_frozen_model(module: Module) -> Iterator[Finding]:
    """Report `m.trainable = False` where some `m.layers` are thawed later, and `m` never is."""
    scopes: list[cst.CSTNode] = [*walk_kinds(module.tree, cst.FunctionDef), module.tree]
    for scope in scopes:
        flags = [
            (node, target.target)
            for node in walk_kinds(scope, cst.Assign)
            if _home(node, module) is scope
            for target in node.targets
            if isinstance(target.target, cst.Attribute) and target.target.attr.value == "trainable"
        ]
        for node, target in flags:
            if literal(node.value) is not False or module.source(target.value) == "self":
                continue
            model = module.source(target.value)
            later = [each for each in flags if each[0] is not node and begins_before(node, each[0])]
            thaws = [flag for flag, owner in later if _is_part(owner.value, model, flag, module)]
            thawing = next((flag for flag in thaws if literal(flag.value) is not False), None)
            if thawing is None or _is_thawed(model, module):
                continue
            if _is_used_whole(model, scope, module):
                yield Finding(node, fields={"model": model, "thaw": module.source(thawing)})


def _home(node: cst.CSTNode, module: Module) -> cst.CSTNode:
    return module.function(node) or module.tree


def _is_part(owner: cst.BaseExpression, model: str, flag: cst.CSTNode, module: Module) -> bool:
    """Whether it is a layer of the model: by index or name, or in a loop over its layers."""
    text = module.source(owner)
    if text.startswith((f"{model}.layers[", f"{model}.get_layer(")):
        return True
    return any(
        isinstance(around, cst.For)
        and isinstance(owner, cst.Name)
        and any(is_name(name, owner.value) for name in walk_kinds(around.target, cst.Name))
        and f"{model}.layers" in module.source(around.iter)
        for around in module.ancestors(flag)
    )


def _is_thawed(model: str, module: Module) -> bool:
    """Whether the whole is ever given another value."""
    flags = assignments_to(f"{model}.trainable", module)
    return any(literal(flag.value) is not False for flag in flags)


def _is_used_whole(model: str, scope: cst.CSTNode, module: Module) -> bool:
    """Whether the model itself is compiled or trained, or is a layer of another one."""
    whole = False
    for node in walk_kinds(scope, cst.Attribute, cst.Call):
        match node:
            case cst.Attribute(value=owner, attr=cst.Name(value=name)):
                if name in _TAKEN_APART and _begins_with(owner, model, module):
                    return False
                whole = whole or (name in ("compile", "fit") and module.source(owner) == model)
            case cst.Call(func=function, args=args):
                whole = whole or (bool(args) and module.source(function) == model)
    return whole


def _begins_with(owner: cst.BaseExpression, model: str, module: Module) -> bool:
    text = module.source(owner)
    return text == model or text.startswith((f"{model}.layers", f"{model}.get_layer"))
