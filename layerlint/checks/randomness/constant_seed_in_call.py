"""LL601: a constant seed makes every call draw the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.randomness._seed_generator import with_seed_generator
from layerlint.declaration import check
from layerlint.facts.operations import STATELESS_DRAWS
from layerlint.facts.random import RandomFunction, random_function
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import outer
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import RandomDraw
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, keyword, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method, Parameter


@check(LayerClass)
def constant_seed_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report draws whose seed is an integer at every call, or an attribute that is always one."""
    for effect in layer.forward.of(RandomDraw):
        function = random_function(effect.function)
        if function is None or not function.constant_with_int_seed or effect.method is None:
            continue
        call = effect.node
        if effect.method.owner is not layer or _is_projection(function, effect):
            continue
        seed = seed_of(call, function)
        if seed is None:
            continue
        attribute = self_attribute(seed, effect.method.self_name)
        if _is_constant(seed, effect):
            message = "default"
        elif attribute is not None and _always_integer(layer, attribute):
            message = "attribute"
        else:
            continue
        yield Finding(
            call,
            message,
            {
                "function": effect.module.source(call.func),
                "seed": effect.module.text[slice(*outer(effect.module, seed))],
                "attribute": attribute,
            },
            fix=_fix(layer, effect, function, call, seed),
            module=effect.module,
            generations=frozenset({2, 3}) if function.stateless else frozenset({3}),
        )


def _is_projection(function: RandomFunction, effect: RandomDraw) -> bool:
    """A stateless draw outside of training: the same numbers may be what is wanted."""
    return function.stateless and not function.training_only and effect.in_inference


def _is_constant(seed: cst.BaseExpression, effect: RandomDraw) -> bool:
    """Whether the seed is an integer, or integers, in the code itself."""
    module = effect.module
    if isinstance(seed, cst.Call) and module.tf(seed.func) in ("constant", "convert_to_tensor"):
        seed = seed.args[0].value if seed.args else seed
    if isinstance(seed, cst.Name):
        scope = module.scope_of(seed, seed.value) or module.tree
        given = only_value(seed.value, assigned(scope, module))
        parameters = effect.method.parameters if effect.method is not None else []
        if given is None or any(parameter.name == seed.value for parameter in parameters):
            return False
        seed = given
    value = literal(seed)
    if value is NOT_LITERAL or value is None:
        return False
    values = value if isinstance(value, (list, tuple)) else [value]
    return all(isinstance(item, int) for item in values)


def _always_integer(layer: LayerClass, attribute: str) -> bool:
    """Whether every binding is an integer, or the `seed` that the constructor takes."""
    held = layer.attributes[attribute]
    if not held.bindings or "SeedGenerator" in layer.docstring:
        return False
    for binding in held.bindings:
        value = binding.value
        if isinstance(value, cst.Name) and binding.method is not None:
            parameter = binding.method.parameter(value.value)
            if parameter is None or _may_be_generator(parameter, binding.method):
                return False
        elif value is None or type(literal(value)) is not int:
            return False
    return True


def _may_be_generator(parameter: Parameter, method: Method) -> bool:
    """Whether callers may pass a `SeedGenerator`, or the name may hold one by now."""
    default = literal(parameter.default)
    if type(default) is not int and not (parameter.name == "seed" and default is None):
        return True
    told = method.node.get_docstring() or ""
    if parameter.annotation is not None:
        told += method.module.source(parameter.annotation)
    return "SeedGenerator" in told or method.rebinds(parameter.name)


def _fix(
    layer: LayerClass,
    effect: RandomDraw,
    function: RandomFunction,
    call: cst.Call,
    seed: cst.BaseExpression,
) -> Fix | None:
    """Draw from a generator that keeps its state: one made in `__init__`, or TensorFlow's own."""
    module = effect.module
    kind = STATELESS_DRAWS.get(function.name)
    if not function.stateless:
        return with_seed_generator(layer, effect, call, seed)
    numbers = literal(seed)
    if kind is None or not isinstance(call.func, cst.Attribute) or not keyword(call, "seed"):
        return None
    if not isinstance(numbers, (list, tuple)) or not numbers:
        return None
    edits = [
        *replace(module, call.func.attr, kind),
        Edit(*outer(module, seed), str(numbers[0])),
    ]
    return Fix(
        f"Draw with `random.{kind}`, which goes on from call to call", tuple(edits), "unsafe"
    )
