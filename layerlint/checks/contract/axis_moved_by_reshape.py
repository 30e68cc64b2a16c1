"""LL445: a reshape puts a new axis in front of others, and mixes what these hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeGuard

from layerlint.checks.contract._axes_given import reshaped, reshaped_to
from layerlint.checks.contract._axis_sizes import Size, input_sizes, size_of, tensor_of
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf
from layerlint.queries.called_functions import arguments, callers, named_parameters
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, names_assigned_to
from layerlint.syntax.walk import walk_kinds

_CUTS = frozenset({"slice", "strided_slice"})


NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf(AllOf("reshape", AnyOf("shape", "get_shape", "int_shape")), AllOf("Reshape", "Input")),
)


@check(Module, needs=NEEDS)
def axis_moved_by_reshape(module: Module) -> Iterator[Finding]:
    """Report `reshape(x, (b, heads, n, depth))` where `n` is the size of the axis 1 of `x`."""
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) == "layers.Reshape":
            yield from _layer(call, module)
        if module.operation(call) != "reshape":
            continue
        listed, value = reshaped_to(call), reshaped(call)
        if value is None or any(isinstance(each, cst.StarredElement) for each in listed):
            continue
        sizes = [each.value for each in listed]
        if _is_exchange(sizes, value, module):
            if not _is_shift(call, module):
                yield Finding(call, "exchanged", {"reshape": short(module, call)})
            continue
        moved = _moved(sizes, value, module) or _moved_for_callers(call, sizes, value, module)
        if moved is not None:
            new, axis, size = moved
            yield Finding(call, fields={"new": new, "size": size, "axis": axis})


def _layer(made: cst.Call, module: Module) -> Iterator[Finding]:
    """The same of a `Reshape` layer where the model's input says the sizes, but for the batch."""
    applied = module.parent(made)
    given = bind(made, ("target_shape",)).get("target_shape")
    if not isinstance(applied, cst.Call) or applied.func is not made or not applied.args:
        return
    if not isinstance(given, cst.Tuple) or len(given.elements) != 3:
        return
    before = input_sizes(applied.args[0].value, module)
    new, kept, last = (each.value for each in given.elements)
    if len(before) != 2 or not _is_many(new) or not _is_many(kept):
        return
    names = [module.source(each) for each in (new, kept, last)]
    if names[1] == module.source(before[0]) and names[1] not in (names[0], names[2]):
        yield Finding(made, fields={"new": names[0], "size": names[1], "axis": 1})


def _moved(
    sizes: list[cst.BaseExpression], value: cst.BaseExpression, module: Module
) -> tuple[str, int, str] | None:
    """The new size, and the axis behind it that was in front of what the new one is split from."""
    tensor = tensor_of(value, module)
    if tensor is None or len(sizes) < 4:
        return None
    found = [size_of(each, module) for each in sizes]
    if found[0] != Size(tensor, 0):
        return None
    new: list[cst.BaseExpression] = []
    whole = 0
    for place, (node, size) in enumerate(zip(sizes, found, strict=True)):
        if size is None or size.tensor != tensor:
            new.append(node)
        elif size.axis != whole:
            return None
        elif new and place < len(sizes) - 1 and found[-1] is None:
            return module.source(new[0]), size.axis, module.source(node)
        else:
            whole += 1
        if new and (len(new) > 1 or not _is_many(new[0])):
            return None
    return None


def _moved_for_callers(
    call: cst.Call,
    sizes: list[cst.BaseExpression],
    value: cst.BaseExpression,
    module: Module,
) -> tuple[str, int, str] | None:
    """The same in a function that is handed the tensor and its sizes, by all of its callers."""
    function = module.function(call)
    if function is None or not isinstance(value, cst.Name):
        return None
    taken = named_parameters(function) - module.facts(function.body, names_assigned_to)
    if value.value not in taken or not any(_is_one_of(each, taken) for each in sizes):
        return None
    found = []
    for caller in callers(function, module):
        given = arguments(caller, function, module)
        tensor = given.get(value.value)
        told = [given.get(each.value, each) if _is_one_of(each, taken) else each for each in sizes]
        found.append(_moved(told, tensor, module) if tensor is not None else None)
    return found[0] if found and all(found) else None


def _is_one_of(node: cst.BaseExpression, names: Collection[str]) -> TypeGuard[cst.Name]:
    return isinstance(node, cst.Name) and node.value in names


def _is_exchange(
    sizes: list[cst.BaseExpression], value: cst.BaseExpression, module: Module
) -> bool:
    """`reshape(x, (n, b, c))` of the sizes of all axes of `x`, in another order."""
    tensor = tensor_of(value, module)
    found = [size_of(each, module) for each in sizes]
    axes = [each.axis for each in found if each is not None and each.tensor == tensor]
    whole = len(axes) == len(sizes) > 1 and sorted(axes) == list(range(len(axes)))
    return whole and axes != sorted(axes)


def _is_shift(call: cst.Call, module: Module) -> bool:
    """Whether what follows drops a row of the result and puts the axes back in their order.

    So the relative positions of attention are shifted: row by row by one more place.
    """
    statement = module.statement(call)
    block = module.parent(statement)
    if not isinstance(block, (cst.IndentedBlock, cst.Module)):
        return False
    place = next((i for i, each in enumerate(block.body) if each is statement), len(block.body))
    match [_value(each) for each in block.body[place + 1 : place + 3]]:
        case [cst.Subscript(), cst.Call() as back]:
            return module.operation(back) == "reshape"
        case [cst.Call() as cut, cst.Call() as back]:
            return module.operation(cut) in _CUTS and module.operation(back) == "reshape"
    return False


def _value(statement: cst.CSTNode) -> cst.BaseExpression | None:
    match statement:
        case cst.SimpleStatementLine(body=[cst.Assign(value=value) | cst.Return(value=value)]):
            return value
    return None


def _is_many(node: cst.BaseExpression) -> bool:
    """Whether it is no 1, and no size that is left open."""
    value = literal(node)
    return value is NOT_LITERAL or (isinstance(value, int) and value > 1)
