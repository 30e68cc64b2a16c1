"""LL402: an attribute that the base constructor resets is set before it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.contract._refused_by_models import refused
from layerlint.declaration import check
from layerlint.facts.members import INITIAL_VALUES, RESET_BY_CONSTRUCTOR
from layerlint.facts.multi_backend import NOT_RESET
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.lines import indentation
from layerlint.fixes.rewrite import delete_statement, insert_statement_after
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, self_attribute
from layerlint.syntax.walk import is_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def attribute_before_super_init(layer: LayerClass) -> Iterator[Finding]:
    """Report assignments in front of the base's constructor that do not outlive it."""
    constructor = layer.methods.get("__init__")
    if constructor is None or not layer.complete or not layer.keras_bases:
        return
    body = constructor.node.body.body
    calls = list(base_calls(constructor))
    index = next((i for i, statement in enumerate(body) if _is_one_of(statement, calls)), None)
    if index is None or len(calls) != 1:
        return
    if any(_switches_tracking_off(statement, constructor) for statement in body[:index]):
        return
    later = {assigned[0] for each in body[index:] if (assigned := _assigned(each, constructor))}
    reported = []
    for statement in body[:index]:
        assigned = _assigned(statement, constructor)
        if assigned is not None and (assigned[0] in later or _is_initial(layer, *assigned)):
            continue
        if assigned is None or _is_passed(assigned[0], assigned[1], calls[0], constructor):
            continue
        name, value = assigned
        sublayer = layer.sublayers.get(name)
        held = layer.kind == "model" and sublayer is not None and sublayer.call is value
        weight = layer.weights.get(name)
        made = weight is not None and weight.call is value and weight.how == "add_weight"
        generations = RESET_BY_CONSTRUCTOR.get(name) or _refused(held=held, made=made)
        if generations is None or (layer.multi_backend and name in NOT_RESET):
            continue
        reported.append(statement)
        yield Finding(
            statement,
            "default" if name in RESET_BY_CONSTRUCTOR else "weight" if made else "model",
            {"attribute": name},
            fix=_fix(name, body[: index + 1], statement, constructor),
            generations=generations,
        )
    yield from _on_the_way(layer, constructor, body[:index], reported)


def _on_the_way(
    layer: LayerClass,
    constructor: Method,
    before: Sequence[cst.CSTNode],
    reported: Sequence[cst.CSTNode],
) -> Iterator[Finding]:
    """What else a model of Keras 2 refuses, where the base's constructor has still to run."""
    if layer.kind != "model":
        return
    for binding, message in refused(layer, constructor, before):
        if not any(is_below(binding.node, each) for each in reported):
            fields = {"attribute": binding.attribute}
            yield Finding(
                binding.node,
                message,
                fields,
                module=binding.module,
                generations=frozenset({2}),
            )


def _refused(*, held: bool, made: bool) -> frozenset[int] | None:
    """Where Keras raises: for weights always, for layers in a model of Keras 2."""
    if made:
        return frozenset({2, 3})
    return frozenset({2}) if held else None


def _is_one_of(statement: cst.CSTNode, calls: list[cst.Call]) -> bool:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Expr(value=value)]):
            return any(value is call for call in calls)
    return False


def _assigned(statement: cst.CSTNode, constructor: Method) -> tuple[str, cst.BaseExpression] | None:
    """The attribute that a statement sets, and nothing else."""
    match statement:
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)]
        ):
            name = self_attribute(target, constructor.self_name)
            return None if name is None else (name, value)
    return None


def _is_initial(layer: LayerClass, name: str, value: cst.BaseExpression) -> bool:
    """Whether the value is the one that the base's constructor gives the attribute anyway.

    Both generations let a layer that overrides `compute_mask` support masking, and then that method
    decides what becomes of a mask.
    """
    if name == "supports_masking" and _decides_on_masks(layer):
        return True
    if name not in INITIAL_VALUES:
        return False
    known = layer.attributes.get(self_attribute(value) or "")
    held = [binding.value for binding in known.bindings] if known is not None else [value]
    return bool(held) and all(literal(each) is INITIAL_VALUES[name] for each in held)


def _decides_on_masks(layer: LayerClass) -> bool:
    """Whether the class overrides `compute_mask`, or each of those that the project makes of it."""
    heirs = layer.subclasses
    return layer.method("compute_mask") is not None or (
        bool(heirs) and all(heir.method("compute_mask") is not None for heir in heirs)
    )


def _switches_tracking_off(statement: cst.CSTNode, constructor: Method) -> bool:
    """`self._setattr_tracking = False`: nothing is tracked, so that a model refuses nothing."""
    assigned = _assigned(statement, constructor)
    return assigned is not None and assigned[0] in ("_setattr_tracking", "_self_setattr_tracking")


def _is_passed(name: str, value: cst.BaseExpression, call: cst.Call, constructor: Method) -> bool:
    """Whether the base's constructor is given the value too, and so sets the same."""
    argument = keyword(call, name)
    if argument is None:
        return False
    source = constructor.module.source
    return source(argument) in (source(value), f"{constructor.self_name}.{name}")


def _fix(
    name: str, body: Sequence[cst.CSTNode], statement: cst.CSTNode, constructor: Method
) -> Fix | None:
    """Move the statement behind the last one of `body`, where nothing on the way needs it."""
    module, call = constructor.module, body[-1]
    between = body[next(i for i, each in enumerate(body) if each is statement) + 1 :]
    if any(_may_read(each, name, constructor) for each in between):
        return None
    text = module.source(statement)
    indent = indentation(module.text, module.span(statement).start)
    first, *rest = text.splitlines()
    if any(not line.startswith(indent) for line in rest) or (rest and _MULTILINE.search(text)):
        return None
    edits = delete_statement(module, statement)
    edits += insert_statement_after(
        module, call, "\n".join([first, *(line.removeprefix(indent) for line in rest)])
    )
    return Fix("Move it behind `super().__init__()`", tuple(edits))


def _may_read(statement: cst.CSTNode, name: str, constructor: Method) -> bool:
    """Whether a statement reads the attribute, or runs a method, which may."""
    for node in walk_kinds(statement, cst.Attribute, cst.Call):
        if self_attribute(node, constructor.self_name) == name:
            return True
        called = (
            self_attribute(node.func, constructor.self_name) if isinstance(node, cst.Call) else None
        )
        if called is not None and constructor.owner.method(called) is not None:
            return True
    return False


_MULTILINE = re.compile(r"\"\"\"|'''|\\\n")
