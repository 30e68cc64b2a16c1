"""LL707: what a metric does between epochs is not what its class says."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsObject
from layerlint.queries.keras_objects import is_direct, keras_objects
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf("update_state", AnyOf("reset_states", "shape"), HoldsObject())


@check(Module, needs=NEEDS)
def metric_reset(module: Module) -> Iterator[Finding]:
    """Report `reset_states` for Keras 3, and for Keras 2 matrices that nobody resets."""
    for found in keras_objects(module):
        if found.kind != "metric" or not is_direct(found):
            continue
        old = found.method("reset_states")
        if found.method("reset_state") is not None:
            continue
        if old is not None:
            if old.owner is found and _matters(old.node):
                edits = replace(module, old.node.name, "reset_state")
                fix = Fix("Rename the method", tuple(edits), "unsafe")
                fields = {"metric": found.name}
                yield Finding(old.node.name, "renamed", fields, fix, generations=frozenset({3}))
        else:
            for call in _matrices(found):
                fields = {"metric": found.name}
                yield Finding(call, fields=fields, generations=frozenset({2}))
                break


def _matters(method: cst.FunctionDef) -> bool:
    """Whether it does what zeros in every variable would not."""
    for node in walk_kinds(method, cst.Assign, cst.Call):
        match node:
            case cst.Assign(targets=targets):
                if any(self_attribute(target.target) is not None for target in targets):
                    return True
            case cst.Call(
                func=cst.Attribute(value=owner, attr=cst.Name(value="assign")),
                args=[argument, *_],
            ) if self_attribute(owner) is not None:
                value = literal(argument.value)
                if isinstance(value, (int, float)) and value != 0:
                    return True
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="clear" | "reset_states" | "reset"))
            ):
                return True
    return False


def _matrices(found: LayerClass) -> Iterator[cst.Call]:
    """The weights of the metric that are no scalars."""
    constructor = found.methods.get("__init__")
    for node in walk_kinds(constructor.node, cst.Call) if constructor is not None else ():
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="add_weight"))) if (
                self_attribute(node.func) is not None
            ):
                shape = bind(node, ("name", "shape")).get("shape")
                value = literal(shape)
                is_scalar = value is not NOT_LITERAL and value in (None, (), [])
                if isinstance(shape, (cst.Tuple, cst.List)) and not is_scalar:
                    yield node
