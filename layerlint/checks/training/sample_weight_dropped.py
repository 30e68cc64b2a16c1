"""LL127: a step, or a loss of one number for a batch, loses the weights of the samples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._weighted_losses import lost_in_loss, never_weighted, refused_by_step
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.own_code import own_method
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_STEPS = ("train_step", "test_step")
_UNPACKS = "unpack_x_y_sample_weight"


_ARGUMENTS = ("sample_weight", "class_weight")
_BY_STEP = AllOf(HoldsLayer(), Text("weight"), AnyOf(*_STEPS))
_BY_LOSS = AllOf(AnyOf(*_ARGUMENTS), AnyOf(Members("compile"), Members("fit")))


@check(LayerClass, Module, needs=AnyOf(_BY_STEP, _BY_LOSS))
def sample_weight_dropped(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the name that weights are bound to and nothing reads, and losses that mix samples."""
    if isinstance(subject, Module):
        yield from lost_in_loss(subject, _ARGUMENTS)
        yield from never_weighted(subject, _ARGUMENTS[0])
        yield from refused_by_step(subject, _ARGUMENTS)
        return
    layer = subject
    if layer.kind != "model":
        return
    for name in _STEPS:
        step = own_method(layer, name)
        if step is None or not step.positional:
            continue
        for target in _unpacked(step):
            if not _is_read(step, target):
                fields = {"weight": target.value, "method": f"{layer.name}.{name}"}
                yield Finding(target, fields=fields, module=step.module)


def _unpacked(step: Method) -> Iterator[cst.Name]:
    """The third name of `x, y, w = data`, where it is certainly the weights."""
    data = step.positional[-1].name
    for node in step.own_nodes(cst.Assign):
        match node:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Tuple(elements=[_, _, third]))], value=value
            ) if isinstance(third.value, cst.Name) and not third.value.value.startswith("_"):
                unpacks = isinstance(value, cst.Call) and _is_unpacking(value)
                named = is_name(value, data) and "weight" in third.value.value
                if (unpacks or named) and not _is_handed_on(step, data, node):
                    yield third.value


def _is_unpacking(call: cst.Call) -> bool:
    match call.func:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name == _UNPACKS
    return False


def _is_handed_on(step: Method, data: str, unpacking: cst.Assign) -> bool:
    """Whether the data as a whole goes somewhere else than to a question of what there is of it."""
    inside = {id(node) for node in walk_kinds(unpacking, cst.Name)}
    return any(
        is_name(node, data) and id(node) not in inside and not _only_tells(step, node)
        for node in walk_kinds(step.node.body, cst.Name)
    )


def _only_tells(step: Method, data: cst.Name) -> bool:
    """Whether it is asked how long it is, or is taken apart where it holds no weights."""
    around = step.module.parent(data)
    match around:
        case cst.Arg():
            call = step.module.parent(around)
            return isinstance(call, cst.Call) and dotted(call.func) in ("isinstance", "len")
        case cst.Assign(
            targets=[cst.AssignTarget(target=cst.Tuple(elements=[cst.Element(), cst.Element()]))]
        ):
            return True
    return False


def _is_read(step: Method, name: cst.Name) -> bool:
    """Whether the name is more than given something, or the keyword of an argument."""
    labels = {
        id(node.keyword) for node in walk_kinds(step.node.body, cst.Arg) if node.keyword is not None
    }
    return any(
        is_name(node, name.value) and node is not name and id(node) not in labels
        for node in walk_kinds(step.node.body, cst.Name)
        if not isinstance(step.module.parent(node), (cst.AssignTarget, cst.Del))
    )
