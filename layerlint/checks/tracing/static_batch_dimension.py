"""LL304: the static batch size is used as a number, and it is None."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as changed
from typing import TYPE_CHECKING

from layerlint.checks.tracing._batches_of_one_size import batches_of_one_size
from layerlint.checks.tracing._compared_with_numpy import EAGER
from layerlint.checks.tracing._numpy_counterparts import uses_tensorflow
from layerlint.checks.tracing._sizes import is_dynamic, sizes_given, tensor_of
from layerlint.checks.tracing._sizes_in_losses import sizes_in_losses
from layerlint.checks.tracing._weights_of_a_batch import weights_of_a_batch
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.application import RUNS, any_has, files_around
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.local_bindings import names_in
from layerlint.queries.loops_by_hand import never_traced
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction, Facts

_FULL = {"drop_remainder": r"\bdrop_remainder\s*=\s*(?!False\b)"}
_SMALLER = {"drop_remainder": r"\bdrop_remainder\s*=\s*False\b"}
_FIXED = {
    "Input": r"\bInput\([^\n]{0,200}\bbatch_(?:shape\s*=\s*[(\[]\s*|size\s*=\s*)(?!None|[(\[\s])"
}
_OPEN = {"Input": r"\bInput\((?![^\n]{0,200}\bbatch_(?:shape\s*=\s*[(\[]\s*|size\s*=\s*)(?!None))"}

NEEDS = AnyOf(HoldsLayer(), AllOf(Text("shape"), AnyOf(HAS_OBJECTS, Members("compile"))))


@check(LayerClass, Module, needs=NEEDS)
def static_batch_dimension(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report each size of a tensor function that certainly holds the static batch size."""
    if isinstance(subject, Module):
        found = [*_in_losses(subject), *sizes_in_losses(subject)]
        if found and not subject.once(_all_batches_are_full):
            yield from found
        return
    found = [*weights_of_a_batch(subject), *_found(subject), *batches_of_one_size(subject)]
    # A loop in Python has batches of a known size, as graphs have where none is smaller.
    if found and not (never_traced(subject) or subject.module.once(_all_batches_are_full)):
        yield from found


def _in_losses(module: Module) -> Iterator[Finding]:
    """The same in losses, which no model is built with: graphs of `fit` alone have the size."""
    for loss in keras_objects(module):
        found = list(_found(loss)) if loss.kind == "loss" else []
        if found and not (any(map(module.says, EAGER)) or never_traced(loss)):
            yield from (changed(finding, message="loss") for finding in found)


def _found(layer: LayerClass) -> Iterator[Finding]:
    values = layer.values
    for function in traced(layer):
        if function.node in values.size_tested:
            continue
        reported: set[cst.CSTNode | str] = set()
        for node in nodes_of(function, cst.BinaryOperation, cst.Call):
            for size in _sizes(node, function.module, values):
                for culprit in _culprits(size, values):
                    place = _definition(culprit, function, values)
                    # One line gives a name its size, however often the name is used.
                    cause = place.value if isinstance(place, cst.Name) else place
                    if cause not in reported:
                        reported.add(cause)
                        yield _finding(place, culprit, function, values)


def _all_batches_are_full(module: Module) -> bool:
    """Whether those who run the module's models let the data drop what fills no batch.

    Or their models, all of them, begin with inputs for batches of one size.
    """
    files = module.once(files_around)
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
        yield from sizes_given(node, module)


def _culprits(size: cst.BaseExpression, values: Facts) -> Iterator[cst.BaseExpression]:
    """The parts of a size that are, or begin with, the static batch size."""
    match size:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            # Behind the batch size in front stands the size of something else.
            behind = bool(elements) and is_dynamic(elements[0].value)
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
    fix = None if _counts(place, culprit, function, values) else _fix(place, module, values)
    return Finding(place, "shape" if whole else "default", fields, fix=fix, module=module)


def _counts(
    place: cst.BaseExpression,
    culprit: cst.BaseExpression,
    function: EnteredFunction,
    values: Facts,
) -> bool:
    """Whether Python itself counts with the size, and so works where the batch size is static.

    A tensor there would make the loop one of the graph, or raise, as it does beside floats.
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
            if isinstance(ancestor, cst.BinaryOperation) and any(
                values.of(each).may_be_tensor for each in (ancestor.left, ancestor.right)
            ):
                return True
            if isinstance(ancestor, (cst.BaseSmallStatement, cst.FunctionDef)):
                break
    return False


_COUNTING = frozenset(f"builtins.{name}" for name in ("int", "max", "min", "range"))


def _fix(place: cst.BaseExpression, module: Module, values: Facts) -> Fix | None:
    """Read the size from the tensor itself when the graph runs."""
    tensor = tensor_of(place)
    if tensor is None:
        return None
    dynamic = "tensorflow.shape" if uses_tensorflow(module) else "keras.ops.shape"
    spelled, edits = spell(module, place, dynamic)
    text = f"{spelled}({written(module, tensor)})"
    if values.of(place).size == "batch":
        text += "[0]"
    return Fix(f"Use `{spelled}`", (*replace(module, place, text), *edits))
