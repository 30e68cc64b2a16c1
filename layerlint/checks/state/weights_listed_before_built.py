"""LL226: a constructor asks for weights that are made later, and keeps an empty list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.members import WEIGHT_COLLECTIONS
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, LeadsToKeras
from layerlint.queries.called_functions import calls_of
from layerlint.queries.held_values import only_call
from layerlint.queries.trained_variables import VARIABLES, models_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, keyword, self_attribute
from layerlint.syntax.walk import begins_before, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# With one of these the first layer knows its input.
_SIZES = frozenset({"batch_input_shape", "input_dim", "input_shape"})
# Of methods that a constructor runs, and those run.
_DEEPEST = 3
_CHAINS = frozenset({3})
# Beside a class of the file, what is listed is what gradients are taken by.
NEEDS = AllOf(
    AnyOf(*sorted(WEIGHT_COLLECTIONS)), AnyOf(HoldsLayer(), AllOf("gradient", LeadsToKeras()))
)


@check(LayerClass, Module, needs=NEEDS)
def weights_listed_before_built(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report lists of weights that are stored before anything can have built them."""
    if isinstance(subject, LayerClass):
        yield from _in_constructor(subject)
    elif any(map(subject.says, VARIABLES)):
        yield from _beside_models(subject)


def _beside_models(module: Module) -> Iterator[Finding]:
    """Report what a trainer, or code with a tape, keeps of models that it has just made."""
    trained = _trained(module)
    for node in walk_kinds(module.tree, cst.Assign) if trained else ():
        target = node.targets[0].target
        named = isinstance(target, (cst.Name, cst.Attribute)) and module.source(target) in trained
        if not named or module.class_of(node) is not None:
            continue
        models = models_of(node.value, module)
        if models and all(_is_new(model, node, module) for model in models):
            # Keras 2 refuses to list those of a `Sequential` that is not built.
            chains = any(_is_chain(model, module) for model in models)
            fields = {"list": module.source(node.value)}
            yield Finding(node.value, fields=fields, generations=_CHAINS if chains else None)


def _trained(module: Module) -> set[str]:
    """The names, as they are written, under which gradients are taken."""
    taken = (call for call in calls_of("gradient", module) if len(call.args) > 1)
    return {module.source(call.args[1].value) for call in taken}


def _is_new(model: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether a model is made in the same function, and is not mentioned from there to `use`."""
    made, around = only_call(model, module), module.function(use)
    if made is None or module.function(made) is not around or not _is_empty_model(made, module):
        return False
    text, making, here = module.source(model), module.statement(made), module.statement(use)
    mentions = walk_kinds(around.body if around is not None else module.tree, type(model))
    return all(
        module.statement(each) is making or not begins_before(each, here)
        for each in mentions
        if module.source(each) == text
    )


def _is_chain(model: cst.BaseExpression, module: Module) -> bool:
    made = only_call(model, module)
    return made is not None and module.keras(made.func) in SEQUENTIAL


def _is_empty_model(made: cst.Call, module: Module) -> bool:
    layer = module.find_layer(made.func)
    if layer is None:
        return module.keras(made.func) in SEQUENTIAL and _is_empty(made, module, [])
    return layer.kind == "model" and _makes_nothing(layer, _DEEPEST)


def _makes_nothing(layer: LayerClass, depth: int) -> bool:
    """Whether an instance of a class of the project has no weights until it is called."""
    start = layer.constructor
    lazy = start is not None and layer.complete and _is_lazy(layer, "", depth)
    return lazy and start is not None and not _builds(layer, start)


def _in_constructor(layer: LayerClass) -> Iterator[Finding]:
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind == "mixin" or not layer.complete:
        return
    if _builds(layer, constructor) or any(name in layer.methods for name in WEIGHT_COLLECTIONS):
        return
    for method in (constructor, *_helpers(layer, constructor)):
        for value in _kept(method):
            owners = _listed(value, method)
            if owners and all(_is_lazy(layer, owner) for owner in owners):
                yield Finding(value, fields={"list": method.module.source(value)})


def _helpers(layer: LayerClass, constructor: Method) -> list[Method]:
    """The methods of the class itself that its constructor, and nobody else in it, runs."""
    found = []
    for name in dict.fromkeys(_own_calls(constructor)):
        method = layer.methods.get(name)
        elsewhere = any(
            name in _own_calls(other)
            for other in layer.methods.values()
            if other is not constructor
        )
        if method is not None and not elsewhere:
            found.append(method)
    return found


def _own_calls(method: Method) -> Iterator[str]:
    for call in method.own_nodes(cst.Call):
        name = self_attribute(call.func, method.self_name)
        if name is not None:
            yield name


def _kept(constructor: Method) -> Iterator[cst.BaseExpression]:
    """What the constructor binds to attributes, and what it builds an optimizer with."""
    for node in constructor.own_nodes(cst.Assign, cst.Call):
        match node:
            case cst.Assign(targets=targets, value=value):
                names = [self_attribute(each.target, constructor.self_name) for each in targets]
                if any(name is not None for name in names):
                    yield value
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="build")), args=[argument]):
                yield argument.value


def _listed(value: cst.BaseExpression, constructor: Method) -> tuple[str, ...]:
    """Whose weights an expression lists: `""` for the layer's own, else attributes."""
    match value:
        case cst.Call(func=cst.Name(value="list" | "tuple"), args=[cst.Arg(value=inner)]):
            return _listed(inner, constructor)
        case cst.BinaryOperation(left=left, operator=cst.Add()):
            return _listed(left, constructor)
        case cst.List(elements=[cst.StarredElement(), *_] as starred):
            listed = [_listed(each.value, constructor) for each in starred]
            return tuple(name for names in listed for name in names) if all(listed) else ()
        case cst.ListComp(
            for_in=cst.CompFor(
                target=cst.Name(value=each),
                iter=cst.Tuple(elements=parts) | cst.List(elements=parts),
                inner_for_in=cst.CompFor(iter=cst.Attribute(value=owner, attr=listed)),
            )
        ) if is_name(owner, each) and listed.value in WEIGHT_COLLECTIONS:
            owners = [self_attribute(part.value, constructor.self_name) for part in parts]
            return tuple(owner for owner in owners if owner) if None not in owners else ()
        case cst.ListComp(for_in=cst.CompFor(iter=iterated)):
            return _listed(iterated, constructor)
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if name in WEIGHT_COLLECTIONS:
            if isinstance(owner, cst.Name):
                return ("",) if owner.value == constructor.self_name else ()
            attribute = self_attribute(owner, constructor.self_name)
            return (attribute,) if attribute is not None else ()
    return ()


def _is_lazy(layer: LayerClass, owner: str, depth: int = _DEEPEST) -> bool:
    """Whether what is asked makes its weights when it is first called."""
    if owner:
        held = [each for each in layer.all_sublayers if each.attribute == owner]
        own = [each for each in held if each.container is None]
        # What is added to a `Sequential` stands in it, and is no layer of its own.
        chain = all(each.keras == "Sequential" for each in own)
        alone = len(own) == len(held) or chain
        return bool(own) and alone and all(_is_unbuilt(each, depth) for each in own)
    if any(
        weight.method is None or weight.method.name == "__init__" for weight in layer.all_weights
    ):
        return False
    held = layer.all_sublayers
    unbuilt = [_is_unbuilt(each, depth) for each in held]
    lazy = bool(layer.all_weights) or any(unbuilt)
    return lazy and all(
        empty or _is_without_input(each.call, each.module)
        for each, empty in zip(held, unbuilt, strict=True)
    )


def _is_unbuilt(held: Sublayer, depth: int) -> bool:
    """Whether a sublayer has no weights yet: a layer of Keras, or several without an input."""
    if held.keras in WEIGHT_LAYERS:
        return True
    if held.layer is not None:
        return held.layer.kind == "layer" and depth > 0 and _makes_nothing(held.layer, depth - 1)
    return held.keras == "Sequential" and _is_empty(held.call, held.module, _added(held))


def _is_empty(chain: cst.Call, module: Module, added: list[cst.BaseExpression]) -> bool:
    """Whether nothing that a `Sequential` is made of, or is added to it, knows its input."""
    match chain.args[0].value if chain.args else None:
        case None:
            made = added
        case cst.List(elements=elements):
            made = [each.value for each in elements]
        case cst.ListComp(elt=each):
            made = [each]
        case _:
            return False
    return bool(made) and all(
        isinstance(each, cst.Call) and _is_without_input(each, module) for each in made
    )


def _added(held: Sublayer) -> list[cst.BaseExpression]:
    """What the method that makes an empty `Sequential` adds to it."""
    method = held.method
    return [
        argument.value
        for call in (method.own_nodes(cst.Call) if method is not None else ())
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == "add"
        if method is not None
        and self_attribute(call.func.value, method.self_name) == held.attribute
        for argument in call.args
    ]


def _is_without_input(made: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer of Keras that does not know its input, and so has no weights."""
    name = module.keras(made.func) or ""
    return (
        name.startswith("layers.")
        and name not in ("layers.Input", "layers.InputLayer")
        and not any(keyword(made, size) for size in _SIZES)
    )


def _builds(layer: LayerClass, constructor: Method, depth: int = 0) -> bool:
    """Whether the constructor calls or builds something, or is one of the functional kind."""
    base = layer.method_after(constructor.owner, "__init__")
    if base is not None and depth <= _DEEPEST:
        if _builds(layer, base, depth + 1):
            return True
    elif any(call.args and _is_functional(call) for call in base_calls(constructor)):
        return True
    for node in constructor.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value="build"))):
                listed = [_listed(each.value, constructor) for each in node.args]
                if not is_super_call(owner) and (not listed or () in listed):
                    return True
            case cst.Call(func=cst.Attribute(value=cst.Name(value=owner)) as function):
                name = function.attr.value
                if owner == constructor.self_name and layer.method(name) is not None:
                    helper = layer.methods.get(name)
                    if helper is None or helper.name == constructor.name or depth > _DEEPEST:
                        return True
                    if _builds(layer, helper, depth + 1):
                        return True
                    continue
                if owner == constructor.self_name and name in layer.attributes:
                    return True
            case cst.Call(func=cst.Name(value=name)) if name == constructor.self_name:
                return True
    return False


def _is_functional(call: cst.Call) -> bool:
    """`super().__init__(inputs, outputs)`, by position or by name."""
    return any(
        not argument.star
        and (argument.keyword is None or argument.keyword.value in ("inputs", "outputs"))
        for argument in call.args
    )
