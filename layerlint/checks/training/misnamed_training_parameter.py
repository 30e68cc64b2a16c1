"""LL108: the training flag has a name that Keras never fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import rename
from layerlint.model.layer import LayerClass
from layerlint.queries.call_sites import passed_by_name
from layerlint.queries.flag_names import names_flag
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, positional
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method, Parameter
    from layerlint.model.module import Module

_ON_AND_OFF = 2
_WORD = re.compile(r"mode|phase|stage", re.IGNORECASE)


@check(LayerClass)
def misnamed_training_parameter(layer: LayerClass) -> Iterator[Finding]:
    """Report the parameter of the class's own `call` that is asked as a flag."""
    method = layer.methods.get("call")
    if method is None or method.parameter("training") is not None:
        return
    for parameter in method.parameters:
        if parameter.kind not in ("positional", "keyword") or parameter.name == method.self_name:
            continue
        if method.positional[:1] == [parameter] or not _is_flag(method, parameter):
            continue
        if _decides_form(method, parameter.name) or _needs_more(layer, method, parameter):
            continue
        if not passed_by_name(layer, parameter.name) and not _is_handed(layer, parameter.name):
            yield Finding(
                parameter.node.name,
                fields={"parameter": parameter.name},
                fix=_fix(method, parameter),
            )
            return


def _is_handed(layer: LayerClass, name: str) -> bool:
    """Whether the module hands such a flag in its place to a layer that a function is given."""
    return name in layer.module.once(_handed_in_place)


def _handed_in_place(module: Module) -> frozenset[str]:
    """The names that functions pass, behind another argument, to what they are given."""
    return frozenset(
        each.value.value
        for call in walk_kinds(module.tree, cst.Call)
        if isinstance(call.func, cst.Name)
        and len(call.args) > 1
        and module.function(call) is not None
        and module.resolve(call.func) is None
        for each in positional(call)[1:]
        if isinstance(each.value, cst.Name)
    )


def _needs_more(layer: LayerClass, method: Method, flag: Parameter) -> bool:
    """Whether a model needs more than inputs and the flag: no loop of Keras can call it."""
    return layer.kind == "model" and any(
        each.default is None and each is not flag for each in method.positional[1:]
    )


def _is_flag(method: Method, parameter: Parameter) -> bool:
    if names_flag(parameter.name):
        return any(_asks(node, parameter.name) for node in method.own_nodes())
    if _WORD.fullmatch(parameter.name):
        words = {word for node in method.own_nodes() for word in _compared(node, parameter.name)}
        # One word of three or more picks a computation: the flag of Keras has two values.
        return len(words) <= _ON_AND_OFF and not words.isdisjoint({"train", "training"})
    return False


def _asks(node: cst.CSTNode, name: str) -> bool:
    """Whether `node` decides by the flag, or passes it on as one."""
    match node:
        case cst.If(test=test) | cst.IfExp(test=test):
            return any(is_name(part, name) for part in _operands(test))
        case cst.Arg(keyword=cst.Name(value="training"), value=value):
            return is_name(value, name)
        case cst.Call(func=cst.Attribute(value=cst.Name("self")), args=[_, *rest]) if rest:
            return name != "train" and any(is_name(argument.value, name) for argument in rest)
        case cst.Call(
            func=cst.Attribute(attr=cst.Name("cond" | "smart_cond" | "switch" | "where"))
            | cst.Name("cond" | "smart_cond" | "switch" | "where"),
            args=[cst.Arg(value=value), *_],
        ):
            return is_name(value, name)
    return False


def _operands(test: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    match test:
        case cst.BooleanOperation(left=left, right=right):
            yield from _operands(left)
            yield from _operands(right)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            yield from _operands(inner)
        case cst.Comparison(left=left):
            yield left
        case _:
            yield test


def _decides_form(method: Method, name: str) -> bool:
    """Whether the flag says how many values are returned: then callers have to know it."""
    returns = list(method.own_nodes(cst.Return))
    for test in method.own_nodes(cst.If):
        if not any(is_name(part, name) for part in _operands(test.test)):
            continue
        inside = [one for one in walk_kinds(test.body, cst.Return) if one in returns]
        outside = {_count(one) for one in returns if one not in inside}
        if inside and not outside.issuperset(map(_count, inside)):
            return bool(outside)
    return False


def _count(node: cst.Return) -> int:
    return len(node.value.elements) if isinstance(node.value, cst.Tuple) else 1


def _compared(node: cst.CSTNode, name: str) -> Iterator[str]:
    """The words in `mode == "train"`, `mode in ("train", "eval")`."""
    match node:
        case cst.Comparison(
            left=left,
            comparisons=[cst.ComparisonTarget(comparator=word)],
        ) if is_name(left, name):
            value = literal(word)
            for one in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(one, (str, int)):
                    yield str(one).lower()


def _fix(method: Method, parameter: Parameter) -> Fix | None:
    """Rename the parameter; a word that is compared with others is no flag yet."""
    if not names_flag(parameter.name) or _is_spelled_by_callers(method, parameter.name):
        return None
    edits = rename(method.module, method.node, parameter.name, "training")
    return Fix("Rename to `training`", tuple(edits), "unsafe") if edits else None


def _is_spelled_by_callers(method: Method, name: str) -> bool:
    """Whether a call outside of the method passes something under that name."""
    index = method.module.project.index
    passed = rf"[(,]\s?\s?{re.escape(name)}\s?=[^=]"
    if any(path != method.module.path for path in index.having(name, passed)):
        return True
    own = set(walk_kinds(method.node, cst.Arg))
    return any(
        argument.keyword is not None and argument.keyword.value == name and argument not in own
        for argument in walk_kinds(method.module.tree, cst.Arg)
    )
