"""LL304: the static batch size is used as a number, and it is None."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._numpy_counterparts import uses_tensorflow
from layerlint.checks.tracing._weights_of_a_batch import weights_of_a_batch
from layerlint.declaration import check
from layerlint.facts.tensors import SIZE_PARAMETERS, tensor_function
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.queries.application import RUNS, any_has, around
from layerlint.queries.local_bindings import names_in
from layerlint.queries.loops_by_hand import never_traced
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional, self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction, Facts
    from layerlint.model.module import Module

_FULL = {"drop_remainder": r"\bdrop_remainder\s*=\s*(?!False\b)"}
_SMALLER = {"drop_remainder": r"\bdrop_remainder\s*=\s*False\b"}
_FIXED = {
    "Input": r"\bInput\([^\n]{0,200}\bbatch_(?:shape\s*=\s*[(\[]\s*|size\s*=\s*)(?!None|[(\[\s])"
}
_OPEN = {"Input": r"\bInput\((?![^\n]{0,200}\bbatch_(?:shape\s*=\s*[(\[]\s*|size\s*=\s*)(?!None))"}


@check(LayerClass)
def static_batch_dimension(layer: LayerClass) -> Iterator[Finding]:
    """Report each size of a tensor function that certainly holds the static batch size."""
    found = [*weights_of_a_batch(layer), *_found(layer)]
    # A loop in Python has batches of a known size, as graphs have where none is smaller.
    if found and not (never_traced(layer) or layer.module.once(_all_batches_are_full)):
        yield from found


def _found(layer: LayerClass) -> Iterator[Finding]:
    values = layer.values
    for function in traced(layer):
        if id(function.node) in values.size_tested:
            continue
        reported: set[int | str] = set()
        for node in nodes_of(function, cst.BinaryOperation, cst.Call):
            for size in _sizes(node, function.module, values):
                for culprit in _culprits(size, values):
                    place = _definition(culprit, function, values)
                    # One line gives a name its size, however often the name is used.
                    cause = place.value if isinstance(place, cst.Name) else id(place)
                    if cause not in reported:
                        reported.add(cause)
                        yield _finding(place, culprit, function, values)


def _all_batches_are_full(module: Module) -> bool:
    """Whether those who run the module's models let the data drop what fills no batch.

    Or their models, all of them, begin with inputs for batches of one size.
    """
    files = module.once(around)
    if files is None:
        return False
    if any_has(module, files, _FIXED) and not any_has(module, files, _OPEN):
        return True
    return all(any_has(module, files, words) for words in (RUNS, _FULL)) and not (
        any_has(module, files, _SMALLER)
    )


def _sizes(node: cst.CSTNode, module: Module, values: Facts) -> Iterator[cst.BaseExpression]:
    """The parts of a node that have to be numbers."""
    if isinstance(node, cst.BinaryOperation):
        for number, other in ((node.left, node.right), (node.right, node.left)):
            if values.of(number).size == "batch" and values.of(other).is_tensor:
                yield number
    if isinstance(node, cst.Call):
        yield from _arguments(node, module)


def _arguments(call: cst.Call, module: Module) -> Iterator[cst.BaseExpression]:
    """The arguments of a call that have to be numbers."""
    name = module.resolve(call.func)
    if name == "builtins.range":
        yield from (argument.value for argument in positional(call))
    function = tensor_function(name)
    if function is None:
        return
    places = SIZE_PARAMETERS.get(function.name, ())
    for index, keyword in places:
        for position, argument in enumerate(call.args):
            if argument.keyword is not None:
                if argument.keyword.value == keyword:
                    yield argument.value
            elif position == index and not argument.star:
                yield argument.value


def _culprits(size: cst.BaseExpression, values: Facts) -> Iterator[cst.BaseExpression]:
    """The parts of a size that are, or begin with, the static batch size."""
    match size:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            # Behind the batch size in front stands the size of something else.
            behind = bool(elements) and _is_batch(elements[0].value)
            for element in elements[:1] if behind else elements:
                yield from _culprits(element.value, values)
        case cst.BinaryOperation(left=left, right=right):
            yield from _culprits(left, values)
            yield from _culprits(right, values)
        case cst.Call(func=cst.Name(value="tuple" | "list"), args=[cst.Arg(value=inner)]):
            yield from _culprits(inner, values)
        case _:
            if values.of(size).size is not None:
                yield size


def _is_batch(size: cst.BaseExpression) -> bool:
    """Whether a size is spelled as the one of the batch when the graph runs: `-1`, `shape[0]`."""
    match size:
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            return bool(literal(index) == 0)
    return bool(literal(size) == -1)


def _definition(
    culprit: cst.BaseExpression, function: EnteredFunction, values: Facts
) -> cst.BaseExpression:
    """The expression that a local name stands for, where that is all it is ever given."""
    if not isinstance(culprit, cst.Name):
        return culprit
    name, body, module = culprit.value, function.node.body, function.module
    given = only_value(name, assigned(body, module)) or module.facts(body, _unpacked).get(name)
    if given is not None and values.of(given).size == "batch":
        return given
    return culprit


def _unpacked(body: cst.CSTNode) -> dict[str, cst.BaseExpression]:
    """What names have that one tuple binds, in their places: `n, width = x.shape[0], 3`."""
    found: dict[str, list[cst.BaseExpression | None]] = {}
    for assign in walk_same_function(body, cst.Assign):
        values = assign.value.elements if isinstance(assign.value, cst.Tuple) else ()
        for target in assign.targets:
            if isinstance(target.target, (cst.Tuple, cst.List)):
                for index, element in enumerate(target.target.elements):
                    if isinstance(element.value, cst.Name):
                        value = values[index].value if index < len(values) else None
                        found.setdefault(element.value.value, []).append(value)
    return {
        name: values[0]
        for name, values in found.items()
        if len(values) == 1 and values[0] is not None
    }


def _finding(
    place: cst.BaseExpression,
    culprit: cst.BaseExpression,
    function: EnteredFunction,
    values: Facts,
) -> Finding:
    module = function.module
    method = function.method
    if method is not None and self_attribute(culprit, method.self_name) is not None:
        return Finding(culprit, "stored", {"size": module.source(culprit)}, module=module)
    whole = values.of(place).size == "shape"
    fields = {"size": short(module, place)}
    fix = None if _counts(place, culprit, function) else _fix(place, module, values)
    return Finding(place, "shape" if whole else "default", fields, fix=fix, module=module)


def _counts(
    place: cst.BaseExpression, culprit: cst.BaseExpression, function: EnteredFunction
) -> bool:
    """Whether Python itself counts with the size, and so works where the batch size is static.

    A tensor there would make the loop one of the graph, or raise.
    """
    module = function.module
    used: list[cst.CSTNode] = [place]
    if place is not culprit and isinstance(culprit, cst.Name):
        used += module.facts(function.node.body, names_in).get(culprit.value, ())
    for node in used:
        for ancestor in module.ancestors(node):
            if isinstance(ancestor, cst.Call) and module.resolve(ancestor.func) in _COUNTING:
                return True
            if isinstance(ancestor, (cst.Comparison, cst.Index)):
                return True
            if isinstance(ancestor, (cst.BaseSmallStatement, cst.FunctionDef)):
                break
    return False


_COUNTING = frozenset(f"builtins.{name}" for name in ("int", "max", "min", "range"))


def _fix(place: cst.BaseExpression, module: Module, values: Facts) -> Fix | None:
    """Read the size from the tensor itself when the graph runs."""
    tensor = _tensor_of(place)
    if tensor is None:
        return None
    dynamic = "tensorflow.shape" if uses_tensorflow(module) else "keras.ops.shape"
    spelled, edits = spell(module, place, dynamic)
    text = f"{spelled}({written(module, tensor)})"
    if values.of(place).size == "batch":
        text += "[0]"
    return Fix(f"Use `{spelled}`", (*replace(module, place, text), *edits))


def _tensor_of(place: cst.BaseExpression) -> cst.BaseExpression | None:
    """`x` of `x.shape`, `x.shape[0]`, `x.get_shape()[0]` and `K.int_shape(x)[0]`."""
    match place:
        case cst.Subscript(value=shape, slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            return _tensor_of(shape) if literal(index) == 0 else None
        case cst.Attribute(value=tensor, attr=cst.Name(value="shape")):
            return tensor
        case cst.Call(func=cst.Attribute(value=tensor, attr=cst.Name(value="get_shape"))):
            return tensor
        case cst.Call(func=cst.Attribute(value=shape, attr=cst.Name(value="as_list"))):
            return _tensor_of(shape)
        case cst.Call(func=cst.Attribute(attr=cst.Name(value="int_shape")), args=[argument]):
            return argument.value
    return None
