"""LL232: what is meant for a copy of a model is the model itself, or has none of its weights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.state._late_copies import is_filled_late
from layerlint.declaration import check
from layerlint.facts.members import MODES_OF_METHODS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.called_functions import function_named
from layerlint.queries.fixtures import in_tests
from layerlint.queries.local_bindings import names_in, other_mentions
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk_kinds

_GRAPH = re.compile(r"\b(Model|Input|Sequential)\(")
_TRAINS = re.compile(r"\bGradientTape\(|\.(fit|train_on_batch)\(")
# Networks that stay as they were drawn on purpose: as in random network distillation.
_MEANT = re.compile(r"random|(\b|_)rnd|untrained|curiosity", re.IGNORECASE)
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
            case cst.Call() if module.keras(call.func) in _CLONES and len(call.args) == 1:
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
    """`target = clone_model(...)`, where it is asked and nothing is seen to give it weights."""
    around = module.parent(call)
    if not isinstance(around, cst.Assign) or len(around.targets) != 1 or in_tests(module):
        return
    target = around.targets[0].target
    scope = module.function(call) if isinstance(target, cst.Name) else module.class_around(call)
    key = (_clone, module.source(target), id(scope))
    message = module.remembered(key, lambda: _without_weights(target, scope, module))
    if message is not None and not _MEANT.search(" ".join(_names(target, call, module))):
        yield Finding(call, message, {"copy": module.source(target)})


def _without_weights(
    target: cst.BaseExpression, scope: cst.CSTNode | None, module: Module
) -> str | None:
    """Which message is true of what a scope asks for answers: weights come late, or never."""
    asked = late = False
    for each in _mentions(target, module):
        if _is_asked(each, module):
            asked = asked or scope is None or scope in module.ancestors(each)
        elif is_filled_late(each, module):
            late = True
        elif not _is_made(each, module):
            return None
    return ("late" if late else "clone") if asked else None


def _names(target: cst.BaseExpression, call: cst.Call, module: Module) -> Iterator[str]:
    """What the clone is called, and what is said of the function and the class it is made in."""
    yield module.source(target)
    for around in (module.function(call), module.class_around(call)):
        if around is not None:
            yield around.name.value
            yield around.get_docstring() or ""


def _mentions(target: cst.BaseExpression, module: Module) -> Iterator[cst.CSTNode]:
    """Where a name is mentioned in its function, or an attribute in the module, of whatever owner.

    What is assigned to is among them.
    """
    match target:
        case cst.Name():
            yield from (target, *other_mentions(target, module))
        case cst.Attribute(attr=name) if self_attribute(target) is not None:
            for node in module.facts(module.tree, names_in).get(name.value, []):
                match module.parent(node):
                    case cst.Attribute(attr=attribute) as whole if attribute is node:
                        yield whole


def _is_asked(node: cst.CSTNode, module: Module) -> bool:
    match module.parent(node):
        case cst.Call(func=function):
            return function is node and _is_run(node, module)
        case cst.Attribute(attr=cst.Name(value=method), value=model):
            return model is node and MODES_OF_METHODS.get(method) is False
    return False


def _is_run(model: cst.CSTNode, module: Module) -> bool:
    """Whether a model that is called is run on data there, and not made a part of another one."""
    scope = module.function(model) or module.tree
    code = module.remembered((_is_run, id(scope)), lambda: module.source(scope))
    trains = not isinstance(model, cst.Name) or _TRAINS.search(code) is not None
    return trains and _GRAPH.search(code) is None


def _is_made(node: cst.CSTNode, module: Module) -> bool:
    """Whether a new model is bound, by a clone or a function of the module, or none is trained."""
    match module.parent(node):
        case cst.AssignTarget() as target:
            match module.parent(target):
                case cst.Assign(value=cst.Call(func=maker)):
                    known = function_named(maker, module)
                    return known is not None or module.keras(maker) in _CLONES
                case cst.Assign(value=value):
                    return is_name(value, "None")
        case cst.Attribute(attr=cst.Name("compile" | "summary" | "trainable")):
            return True
    return False
