"""LL232: what is meant for a copy of a model is the model itself, or has none of its weights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds

_CLONES = frozenset({"models.clone_model", "clone_model"})


@check(Module, needs=AnyOf(AllOf("set_weights", "get_weights"), "clone_model"))
def weights_copied_to_themselves(module: Module) -> Iterator[Finding]:
    """Report `a.set_weights(b.get_weights())` of one model, and clones that nobody fills."""
    for call in walk_kinds(module.tree, cst.Call):
        match call:
            case cst.Call(
                func=cst.Attribute(value=copy, attr=cst.Name("set_weights")),
                args=[
                    cst.Arg(
                        value=cst.Call(
                            func=cst.Attribute(value=model, attr=cst.Name("get_weights"))
                        )
                    )
                ],
            ):
                bound = _alias(copy, model, call, module)
                if bound is not None:
                    fields = {"copy": module.source(copy), "model": module.source(model)}
                    yield Finding(call, fields=fields)
            case cst.Call() if module.keras(call.func) in _CLONES:
                yield from _clone(call, module)


def _alias(
    copy: cst.BaseExpression, model: cst.BaseExpression, use: cst.Call, module: Module
) -> cst.BaseExpression | None:
    """What binds one of the two to the other, if that is all that binds it."""
    if not all(isinstance(each, cst.Name) or self_attribute(each) for each in (copy, model)):
        return None
    texts = module.source(copy), module.source(model)
    if texts[0] == texts[1]:
        return None
    for one, other in ((copy, texts[1]), (model, texts[0])):
        value = value_at(one, use, module)
        if value is not None and module.source(value) == other:
            return value
    return None


def _clone(call: cst.Call, module: Module) -> Iterator[Finding]:
    """`self.target = clone_model(...)`, in a class that asks it without giving it weights."""
    around = module.parent(call)
    if not isinstance(around, cst.Assign) or len(around.targets) != 1:
        return
    target = around.targets[0].target
    name = self_attribute(target)
    owner = module.class_around(call)
    if name is None or owner is None or _is_filled(name, module):
        return
    asked = [
        node
        for node in walk_kinds(owner, cst.Call)
        if self_attribute(node.func) == name or _is_predict(node, name)
    ]
    if asked:
        yield Finding(call, "clone", {"copy": module.source(target)})


def _is_predict(node: cst.Call, name: str) -> bool:
    match node.func:
        case cst.Attribute(value=model, attr=cst.Name("predict" | "predict_on_batch")):
            return self_attribute(model) == name
    return False


def _is_filled(name: str, module: Module) -> bool:
    """Whether anything but a call of it, or its answer, is asked of what has the name."""
    asks = re.compile(rf"\b{re.escape(name)}\b(?!\s*(\(|\.predict\b|\.predict_on_batch\b))")
    return len(asks.findall(module.text)) > 1
