"""LL420: a recurrent cell does not give Keras 3 the states that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._initial_states import other_than_declared
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import mentions

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

NEEDS = AllOf("state_size")


@check(LayerClass, needs=NEEDS)
def rnn_cell_contract(layer: LayerClass) -> Iterator[Finding]:
    """Report how the cell's initial state, and the states it returns, fail it."""
    call = layer.method("call")
    if layer.kind != "layer" or call is None or len(call.positional) < 2:
        return
    if "state_size" not in layer.attributes and layer.method("state_size") is None:
        return
    if layer.keras_bases != ("layers.Layer",) or not layer.complete:
        return
    initial = layer.method("get_initial_state")
    # That of a base which is a cell itself is reported there.
    own = initial is not None and (initial.owner is layer or initial.owner.kind == "mixin")
    if initial is not None and own and not initial.is_static:
        problem = _refuses(initial) or _uses(initial)
        if problem is not None:
            fields = {"layer": layer.name, "problem": problem}
            where = frozenset({3})
            place, home = initial.node.name, initial.module
            yield Finding(place, fields=fields, generations=where, module=home)
    if initial is not None and own:
        yield from other_than_declared(layer, initial)
    yield from _counted(layer)
    yield from _reordered(layer)


def _refuses(method: Method) -> str | None:
    """Why `get_initial_state(batch_size=...)` raises at once."""
    if not method.takes("batch_size") and method.varkw is None:
        return "does not take `batch_size`, which is all that Keras 3 passes"
    for parameter in method.parameters[1:]:
        needed = parameter.kind in ("positional", "keyword") and parameter.default is None
        if needed and parameter.name != "batch_size":
            return f"needs `{parameter.name}`, and Keras 3 passes `batch_size` alone"
    return None


def _uses(method: Method) -> str | None:
    """Which argument is used although it stays None."""
    for name in ("inputs", "dtype"):
        if method.takes(name) and not _is_asked(method, name) and _is_needed(method, name):
            return f"uses `{name}`, which is None: Keras 3 passes `batch_size` alone"
    return None


def _is_asked(method: Method, name: str) -> bool:
    """Whether the method reckons with None, or gives the name another value."""
    for node in method.own_nodes(cst.If, cst.IfExp, cst.BooleanOperation, cst.AssignTarget):
        match node:
            case cst.If(test=test) | cst.IfExp(test=test):
                if mentions(test, name):
                    return True
            case cst.BooleanOperation(left=left) if is_name(left, name):
                return True
            case cst.AssignTarget(target=target) if is_name(target, name):
                return True
    return False


def _is_needed(method: Method, name: str) -> bool:
    """Whether a function of TensorFlow, which takes no None for it, is given the argument."""
    module = method.module
    for node in method.own_nodes(cst.Attribute, cst.Call):
        match node:
            case cst.Attribute(value=cst.Name(value=owner)) if owner == name:
                return True
            case cst.Call() if _is_strict(node, name, module):
                if any(is_name(argument.value, name) for argument in node.args):
                    return True
    return False


def _is_strict(call: cst.Call, name: str, module: Module) -> bool:
    found = module.tf(call.func) or ""
    if name == "inputs":
        return bool(found) or (module.keras(call.func) or "").startswith("ops.")
    return found in ("ones", "zeros", "cast", "fill")


def _counted(layer: LayerClass) -> Iterator[Finding]:
    """Compare how many states the cell declares with how many `call` returns."""
    declared = _declared(layer)
    call = layer.methods.get("call")
    if declared is None or call is None:
        return
    for node in call.own_nodes(cst.Return):
        match node:
            case cst.Return(
                value=cst.Tuple(
                    elements=[
                        _,
                        cst.Element(value=cst.List(elements=states) | cst.Tuple(elements=states)),
                    ]
                )
            ) if all(isinstance(each, cst.Element) for each in states):
                if len(states) != declared:
                    fields = {"layer": layer.name, "given": len(states), "declared": declared}
                    yield Finding(node, "count", fields)
                    return


def _reordered(layer: LayerClass) -> Iterator[Finding]:
    """Report states that are taken as `h, c = states` and returned as `[c, h]`."""
    call = layer.methods.get("call")
    if call is None or call.rebinds(call.positional[1].name):
        return
    taken = [
        [each.value.value for each in target.elements if isinstance(each.value, cst.Name)]
        for node in call.own_nodes(cst.Assign)
        if is_name(node.value, call.positional[1].name)
        for target in [node.targets[0].target]
        if isinstance(target, (cst.List, cst.Tuple))
    ]
    for node in call.own_nodes(cst.Return) if len(taken) == 1 else ():
        match node.value:
            case cst.Tuple(elements=[_, cst.Element(value=cst.List() | cst.Tuple() as states)]):
                given = [call.module.source(each.value) for each in states.elements]
                if given != taken[0] and len(given) > 1 and sorted(given) == sorted(taken[0]):
                    fields = {"taken": ", ".join(taken[0]), "given": ", ".join(given)}
                    both = frozenset({2, 3})
                    yield Finding(states, "order", fields, generations=both)


def _declared(layer: LayerClass) -> int | None:
    """The number of states by `self.state_size = ...`, where that is plain."""
    given = [each.value for each in layer.attributes["state_size"].bindings]
    method = layer.method("state_size")
    if method is not None:
        given += [each.value for each in method.own_nodes(cst.Return)]
    if len(given) != 1:
        return None
    match given[0]:
        case cst.List(elements=parts) | cst.Tuple(elements=parts) if all(
            isinstance(part, cst.Element) for part in parts
        ):
            return len(parts)
        case cst.Name(value=name) if name in ("units", "hidden_size", "num_units"):
            return 1
        case cst.Integer():
            return 1
        case cst.Attribute(attr=cst.Name(value="units")):
            return 1
    return None
