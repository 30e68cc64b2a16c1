"""LL233: weights are kept for later as they are, and change with the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from layerlint.declaration import check
from layerlint.facts.members import WEIGHT_COLLECTIONS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.keras_objects import keras_objects
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, parts_bound, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

_COLLECTIONS = frozenset({*WEIGHT_COLLECTIONS, "non_trainable_variables", "non_trainable_weights"})
# Functions of Keras and NumPy that give the value of a weight.
_READERS = frozenset({"array", "asarray", "convert_to_numpy", "copy", "get_value"})
_KEPT_BY = frozenset({"regularizer", "constraint"})


@check(
    Module,
    needs=AllOf(
        Text("keras"),
        AnyOf(*_COLLECTIONS, "regularizers", "constraints", "Regularizer", "Constraint"),
    ),
)
def weights_kept_by_reference(module: Module) -> Iterator[Finding]:
    """Report where the weights are kept that the same class later compares with, or restores."""
    for owner in walk_kinds(module.tree, cst.ClassDef):
        for attribute, assignment, model in _kept(owner, module):
            holds = partial(_is_attribute, attribute)
            if _restored(holds, model, owner, module) and not _is_replaced(
                attribute, assignment, owner
            ):
                fields = {"kept": f"self.{attribute}", "weights": module.source(assignment.value)}
                yield Finding(assignment, fields=fields)
    yield from _kept_by_functions(module)
    yield from _compared_with_itself(module)


def _is_attribute(attribute: str, node: cst.BaseExpression) -> bool:
    return self_attribute(node) == attribute


def _kept_by_functions(module: Module) -> Iterator[Finding]:
    """Report `best = model.weights` in a function that gives `best` back to the model later."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        for name, values in module.facts(function, _given).items():
            kept = [each for each in values if not is_name(each, "None")]
            match [_listed(each) for each in kept]:
                case [cst.Attribute(value=model, attr=cst.Name(value=said))] if (
                    said in _COLLECTIONS and len(values) > 1
                ):
                    holds = partial(is_name, value=name)
                    if _restored(holds, module.source(model), function, module):
                        fields = {"kept": name, "weights": module.source(kept[0])}
                        yield Finding(kept[0], fields=fields)


def _given(function: cst.FunctionDef) -> dict[str, list[cst.BaseExpression]]:
    """What each name of a function is assigned, also as one of several."""
    found: dict[str, list[cst.BaseExpression]] = {}
    for node in walk_same_function(function.body, cst.Assign):
        for target in node.targets:
            for part, value in parts_bound(target.target, node.value):
                if isinstance(part, cst.Name) and value is not None:
                    found.setdefault(part.value, []).append(value)
    return found


def _kept(owner: cst.ClassDef, module: Module) -> Iterator[tuple[str, cst.Assign, str]]:
    """`self.kept = model.weights`, or a list of them, with the source of the model."""
    for assignment in walk_kinds(owner.body, cst.Assign):
        collection = _listed(assignment.value)
        attribute = _single_target(assignment)
        match collection:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name in _COLLECTIONS:
                if attribute is not None:
                    yield attribute, assignment, module.source(model)


def _listed(value: cst.BaseExpression) -> cst.BaseExpression:
    """What `list(x)`, `x.copy()` and `x[:]` have the elements of, or `value` itself."""
    match value:
        case cst.Call(func=cst.Name("list" | "tuple"), args=[inner]):
            return inner.value
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name("copy")), args=[]):
            return inner
        case cst.ListComp(elt=element, for_in=cst.CompFor(target=target, iter=inner)):
            if isinstance(target, cst.Name) and is_name(element, target.value):
                return inner
    return value


def _single_target(assignment: cst.Assign) -> str | None:
    if len(assignment.targets) != 1:
        return None
    return self_attribute(assignment.targets[0].target)


def _restored(
    holds: Callable[[cst.BaseExpression], bool],
    model: str,
    owner: cst.ClassDef | cst.FunctionDef,
    module: Module,
) -> bool:
    """Whether the code gives the kept values back to that model, or compares both."""
    for call in walk_kinds(owner.body, cst.Call):
        match call:
            case cst.Call(
                func=cst.Attribute(value=given, attr=cst.Name("set_weights")),
                args=[cst.Arg(value=values)],
            ) if holds(_read(values)) and module.source(given) == model:
                return True
            case cst.Call(func=cst.Name("zip"), args=[first, second]):
                sides = (first.value, second.value)
                for kept, other in (sides, sides[::-1]):
                    if holds(kept) and _is_of(other, model, module):
                        return True
    return False


def _read(values: cst.BaseExpression) -> cst.BaseExpression:
    """The weights whose values are read only where they are given back, or `values` itself."""
    match values:
        case cst.ListComp(
            elt=cst.Call() as value, for_in=cst.CompFor(target=cst.Name(value=one), iter=weights)
        ) if _is_value_of(value, one):
            return weights
        case cst.Call(
            func=cst.Attribute(attr=cst.Name("batch_get_value")), args=[cst.Arg(value=weights)]
        ):
            return weights
    return values


def _is_value_of(value: cst.Call, weight: str) -> bool:
    """`w.numpy()`, `K.get_value(w)`, `np.array(w)`."""
    match value:
        case cst.Call(func=cst.Attribute(value=cst.Name(value=one), attr=cst.Name("numpy"))):
            return one == weight
        case cst.Call(args=[cst.Arg(value=cst.Name(value=one))]):
            return one == weight and called_name(value.func) in _READERS
    return False


def _is_of(node: cst.BaseExpression, model: str, module: Module) -> bool:
    """Whether it is a collection of the weights of that model."""
    match node:
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if name in _COLLECTIONS:
            return module.source(owner) == model
    return False


def _is_replaced(attribute: str, assignment: cst.Assign, owner: cst.ClassDef) -> bool:
    """Whether the class also gives the attribute something that is not known to be empty."""
    values = [
        other.value
        for other in walk_kinds(owner.body, cst.Assign)
        if other is not assignment and _single_target(other) == attribute
    ]
    empty = (cst.List, cst.Dict)
    return any(not is_name(value, "None") and not isinstance(value, empty) for value in values)


def _compared_with_itself(module: Module) -> Iterator[Finding]:
    """Report a regularizer or constraint that keeps the weight that it is called with."""
    for found in keras_objects(module):
        method = found.methods.get("__call__") if found.kind in _KEPT_BY else None
        if method is None or not method.positional:
            continue
        weight = method.positional[0].name
        for assignment in method.own_nodes(cst.Assign):
            attribute = _single_target(assignment)
            if attribute is None or not is_name(assignment.value, weight):
                continue
            for node in method.own_nodes(cst.BinaryOperation):
                sides = (node.left, node.right)
                if any(is_name(side, weight) for side in sides) and any(
                    self_attribute(side) == attribute for side in sides
                ):
                    fields = {"kept": f"self.{attribute}", "weight": weight}
                    yield Finding(assignment, "itself", fields, module=method.module)
                    break
