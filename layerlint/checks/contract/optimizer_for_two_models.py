"""LL427: one optimizer is applied to the variables of one model, then to those of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.called_functions import callers, calls_of, named_parameters
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.training_code import BY_HAND, training_code
from layerlint.queries.unpacked_mappings import given_by_mapping
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, self_attribute
from layerlint.syntax.walk import innermost, is_below, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method


NEEDS = AnyOf(HoldsLayer(), BY_HAND, AllOf("compile", "optimizers", AnyOf("fit", "train_on_batch")))
# By what tells an optimizer from others: the first model that it is given, and all of its call.
_Trained = dict[object, tuple[cst.BaseExpression, list[object]]]
_TRAINS = frozenset({"fit", "train_on_batch"})


@check(LayerClass, Module, needs=NEEDS)
def optimizer_for_two_models(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the second model that one optimizer is to train, in a step or by `compile`."""
    if isinstance(subject, LayerClass):
        yield from _steps(subject)
    else:
        for function in walk_kinds(subject.tree, cst.FunctionDef):
            yield from _compiled(function, subject)
            yield from _compiled_in_a_loop(function, subject)
        yield from _by_hand(subject)


def _compiled(function: cst.FunctionDef, module: Module) -> Iterator[Finding]:
    """Models that a function compiles with one optimizer, and that are both trained."""
    first: dict[str, str] = {}
    for call in walk_same_function(function.body, cst.Call):
        match call:
            case cst.Call(func=cst.Attribute(value=model, attr=cst.Name("compile"))):
                given = bind(call, ("optimizer",)).get("optimizer")
                name = module.source(model)
                if not isinstance(given, cst.Name) or not _trains(name, module):
                    continue
                if not _is_optimizer(given, function, module):
                    continue
                known = first.setdefault(given.value, name)
                if known != name and not _in_branch(call, function):
                    fields = {"optimizer": given.value, "first": known, "second": name}
                    yield Finding(call, "compiled", fields)


def _compiled_in_a_loop(function: cst.FunctionDef, module: Module) -> Iterator[Finding]:
    """Models that a loop compiles, with an optimizer that is made before it."""
    for call in walk_same_function(function.body, cst.Call):
        match call:
            case cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("compile"))):
                block = module.parent(module.statement(call) or call)
                loop = module.parent(block) if block is not None else None
                given = bind(call, ("optimizer",)).get("optimizer")
                if not isinstance(loop, cst.For):
                    continue
                made_anew = _is_made_anew(name, loop, module)
                if not made_anew and not is_name(loop.target, name):
                    continue
                if isinstance(given, cst.Name):
                    given = only_value(given.value, assigned(function.body, module))
                elif given is None:
                    given = given_by_mapping("optimizer", call, module)
                if given is None or is_below(given, loop):
                    continue
                made = given.right if isinstance(given, cst.BooleanOperation) else given
                if not isinstance(made, cst.Call) or module.makes(made) != "optimizer":
                    continue
                several = made_anew or _are_several(loop.iter, module)
                if several and _trains(name, module):
                    fields = {"optimizer": module.source(made), "model": name}
                    yield Finding(call, "each", fields)


def _is_made_anew(name: str, loop: cst.For, module: Module) -> bool:
    """Whether each turn of the loop makes the model, and none is the last one for sure."""
    made = only_value(name, assigned(loop.body, module))
    last = (cst.Break, cst.Return, cst.Raise)
    ends = any(True for _ in walk_same_function(loop.body, *last))
    return isinstance(made, cst.Call) and not ends and "clone" not in module.source(made.func)


def _are_several(models: cst.BaseExpression, module: Module) -> bool:
    """Whether a loop certainly meets more than one model, each made for itself."""
    held = held_values(models, module)
    match held[0] if len(held) == 1 else models:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return len(elements) > 1
        case cst.ListComp(elt=cst.Call()):
            return True
    return False


def _is_optimizer(name: cst.Name, function: cst.FunctionDef, module: Module) -> bool:
    """Whether the name is bound once in the function, to an optimizer that is made there."""
    return module.makes(only_value(name.value, assigned(function.body, module))) == "optimizer"


def _trains(model: str, module: Module) -> bool:
    return any(
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value in _TRAINS
        and module.source(node.func.value) == model
        for node in walk_kinds(module.tree, cst.Call)
    )


def _in_branch(call: cst.Call, function: cst.FunctionDef) -> bool:
    kinds = (cst.If, cst.Else, cst.Try, cst.For, cst.While)
    return innermost(call, *kinds, inside=function) is not None


def _by_hand(module: Module) -> Iterator[Finding]:
    """Models that training code, which is no part of a model, trains with one optimizer."""
    shared: _Trained = {}
    for part in training_code(module):
        if part.function is not None and module.class_of(part.function) is not None:
            continue
        own: _Trained = {}
        for update in part.updates:
            made = only_call(update.optimizer, module)
            if made is None or module.makes(made) != "optimizer":
                continue
            optimizer = module.source(update.optimizer)
            if not update.models or _is_built(made, module):
                continue
            if _is_in_branch(update.call, part.function):
                continue
            models = [_model(each, module) for each in update.models]
            if models == [None] and not _is_made_often(made):
                given = _given_in_turn(update.models[0], part.function, module)
                if given is not None:
                    fields = {"optimizer": optimizer, "first": given[0], "second": given[1]}
                    yield Finding(update.call, fields=fields)
            if None in models:
                continue
            key = optimizer if _is_made_often(made) else made
            first = shared if _is_run_beside(made, part.function, module) else own
            known, built = first.setdefault(key, (update.models[0], models))
            named = zip(update.models, models, strict=True)
            other = next((name for name, each in named if each not in built), None)
            if other is not None:
                names = module.source(known), module.source(other)
                fields = {"optimizer": optimizer, "first": names[0], "second": names[1]}
                yield Finding(update.call, fields=fields)
                break


def _is_run_beside(made: cst.Call, function: cst.FunctionDef | None, module: Module) -> bool:
    """Whether a function that uses what the top level makes is run, whatever others are."""
    if function is None or module.function(made) is not None or _is_made_often(made):
        return False
    return any(
        (around := module.function(call)) is not None
        and around is not function
        and not _is_in_branch(call, around)
        for call in callers(function, module)
    )


def _model(model: cst.BaseExpression, module: Module) -> object:
    """What tells a model from others: the call that makes it, or the argument that it is."""
    made = only_call(model, module)
    if made is not None:
        return made
    match held_values(model, module) if self_attribute(model) is not None else []:
        case [cst.Name(value=given) as name]:
            function = module.function(name)
            if function is not None and function.name.value == "__init__":
                return given if given in named_parameters(function) else None
    return None


def _given_in_turn(
    model: cst.BaseExpression, function: cst.FunctionDef | None, module: Module
) -> tuple[str, str] | None:
    """Two models that a function gets, one call after the other, for its parameter or loop."""
    if not isinstance(model, cst.Name) or function is None:
        return None
    held = held_values(model, module)
    made = [_model(each, module) for each in held]
    if len(set(made)) < 2 or None in made:
        return None
    places = [module.function(each) for each in held]
    if any(each is not places[0] or each is None for each in places):
        return None
    if any(_is_in_branch(each, places[0]) for each in held):
        return None
    return module.source(held[0]), module.source(held[1])


def _is_made_often(made: cst.Call) -> bool:
    """Whether each turn of a loop makes one: names of what it gives may mean several."""
    return innermost(made, cst.For, cst.While, cst.BaseComp, cst.Lambda) is not None


def _is_built(made: cst.Call, module: Module) -> bool:
    """Whether the optimizer is built for a list of variables beforehand."""
    return any(
        isinstance(call.func, cst.Attribute) and only_call(call.func.value, module) is made
        for call in calls_of("build", module)
    )


def _steps(layer: LayerClass) -> Iterator[Finding]:
    """Report the second of two applications by the model's one optimizer in one method."""
    if layer.kind != "model" or not layer.complete or _prepares(layer):
        return
    for method in layer.methods.values():
        yield from _method(layer, method)


def _method(layer: LayerClass, method: Method) -> Iterator[Finding]:
    module = method.module
    first: dict[object, str] = {}
    for update in training_code(module).of(method.node).updates:
        owner = update.models[0] if len(update.models) == 1 else None
        part = self_attribute(owner, method.self_name) if owner is not None else None
        held = self_attribute(update.optimizer, method.self_name)
        if part is None or held is None or _is_in_branch(update.call, method.node):
            continue
        if not _is_one_part(layer, part):
            continue
        known = first.setdefault(_given_as(layer, held), part)
        if known != part:
            yield Finding(
                update.call,
                fields={
                    "optimizer": module.source(update.optimizer),
                    "first": known,
                    "second": part,
                },
            )
            return


def _given_as(layer: LayerClass, held: str) -> object:
    """What tells an optimizer from others: its attribute, or the argument that this is given."""
    bindings = layer.attributes[held].bindings
    match bindings[0].value if len(bindings) == 1 else None:
        case cst.Name(value=name) if (method := bindings[0].method) is not None:
            return (method.name, name) if method.takes(name) else held
    return held


def _prepares(layer: LayerClass) -> bool:
    """Whether an optimizer is built for a list of variables beforehand, or is none of Keras's."""
    return any(
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value == "build"
        and isinstance(node.func.value, cst.Attribute)
        and "opt" in node.func.value.attr.value.lower()
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes(cst.Call)
    )


def _is_one_part(layer: LayerClass, name: str) -> bool:
    """Whether the attribute holds one layer, made by the class or given to its constructor."""
    bindings = layer.attributes[name].bindings
    if len(bindings) != 1:
        return False
    binding = bindings[0]
    if isinstance(binding.value, cst.Name) and binding.method is not None:
        return binding.method.name == "__init__" and binding.method.takes(binding.value.value)
    return name in layer.sublayers


def _is_in_branch(call: cst.CSTNode, function: cst.FunctionDef | None) -> bool:
    """Whether the call stands in a branch, of which one may run for ever."""
    kinds = (cst.If, cst.Else, cst.Try, cst.IfExp, cst.FunctionDef, cst.Lambda)
    return innermost(call, *kinds, inside=function) is not None
