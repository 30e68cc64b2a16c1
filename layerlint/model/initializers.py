"""Initializer objects: which expressions stand for one instance that draws random numbers.

An initializer of Keras draws the same numbers every time it is called; the ones of
`tf.random_normal_initializer` and its relatives draw anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.facts.initializers import draws, named_draws
from layerlint.facts.namespaces import COPY, namespace
from layerlint.model.assignments import assigned
from layerlint.model.methods import parameters_of
from layerlint.model.origins import local_values, place_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import names_below

if TYPE_CHECKING:
    from collections.abc import Hashable

    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# Their first positional parameter is the seed.
_SEED_FIRST = re.compile(r"(glorot|he|lecun)_?(normal|uniform)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instance:
    """One initializer object; `key` is equal for expressions that stand for the same one.

    `passed`: who makes the layer may pass another one, of a class or function of their own.
    `default`: where it is the one that an argument of the constructor has if none is passed.
    """

    key: Hashable
    seeded: bool
    made: cst.CSTNode | None
    passed: bool
    default: cst.Call | None = None


def random_instance(node: cst.BaseExpression, layer: LayerClass, method: Method) -> Instance | None:
    """The random initializer object that `node` certainly stands for."""
    attribute = self_attribute(node, method.self_name)
    if attribute is not None:
        return _held(attribute, layer)
    if isinstance(node, cst.Call):
        return _in_mapping(node, _made(node, layer, method), method.module)
    if not isinstance(node, cst.Name):
        return None
    place = place_of(layer, method)
    values = [value for value, container in local_values(node.value, place) if not container]
    if values:
        seeded = _made(values[0], layer, method) if len(values) == 1 else None
        key = ("local", method.node, node.value)
        passed = _passed(values[0], method)
        return None if seeded is None else Instance(key, seeded, values[0], passed)
    if method.parameter(node.value) is not None:
        seeded = _made(node, layer, method)
        key = ("parameter", method.node, node.value)
        default = _object_by_default(node, method)
        return None if seeded is None else Instance(key, seeded, None, True, default)
    return _global(node, method.module)


def instance_of(node: cst.BaseExpression, module: Module) -> Instance | None:
    """The same in a function that is no method of a layer, or at the top level."""
    if isinstance(node, cst.Call):
        return _in_mapping(node, _constructed(node, module), module)
    if not isinstance(node, cst.Name):
        return None
    scope = module.scope_of(node, node.value)
    if scope is None:
        return _global(node, module)
    if not isinstance(scope, cst.FunctionDef):
        return None
    given = assigned(scope.body, module).get(node.value, [])
    parameters = {each.name: each.default for each in parameters_of(scope.params)}
    default = parameters.get(node.value)
    made = given[0].value if given else default
    seeded = _constructed(made, module) if isinstance(made, cst.Call) else None
    passed = node.value in parameters
    if seeded is None or len(given) > 1 or (given and passed and not is_name(default, "None")):
        return None
    return Instance(("local", scope, node.value), seeded, made if given else None, passed)


def _in_mapping(node: cst.Call, seeded: bool | None, module: Module) -> Instance | None:
    """The one object that a mapping holds, made where the mapping is: `dict(initializer=He())`."""
    above = module.parent(node)
    around = module.parent(above) if isinstance(above, cst.Arg) else None
    is_item = isinstance(around, cst.Call) and is_name(around.func, "dict")
    if seeded is None or not (is_item or isinstance(above, cst.DictElement)):
        return None
    return Instance(("mapping", node), seeded, node, False)


def _held(attribute: str, layer: LayerClass) -> Instance | None:
    bindings = layer.attributes[attribute].bindings
    if not bindings:
        return _of_keras(attribute, layer)
    seeded = passed = False
    default: cst.Call | None = None
    for binding in bindings:
        if binding.value is None or binding.method is None or binding.container_index:
            return None
        made = _made(binding.value, layer, binding.method)
        if made is None:
            return None
        seeded = seeded or made
        passed = passed or _passed(binding.value, binding.method)
        default = default or _object_by_default(binding.value, binding.method)
    return Instance(("self", attribute), seeded, None, passed, default)


def _object_by_default(value: cst.BaseExpression, method: Method) -> cst.Call | None:
    """The object that a parameter of the constructor has by default, looked up or not."""
    if isinstance(value, cst.Call) and _function(value, method.module) == "get" and value.args:
        value = value.args[0].value
    parameter = method.parameter(value.value) if isinstance(value, cst.Name) else None
    default = parameter.default if parameter is not None else None
    return default if method.name == "__init__" and isinstance(default, cst.Call) else None


def _of_keras(attribute: str, layer: LayerClass) -> Instance | None:
    """What the constructor of `Dense` and its like makes of its `kernel_initializer`."""
    bases = set(layer.keras_bases) - {"layers.Layer", "Model", "layers.Wrapper"}
    if attribute != "kernel_initializer" or not bases or not layer.complete:
        return None
    if COPY in map(namespace, layer.chain):
        return None
    constructor = layer.constructor
    parameter = constructor.parameter(attribute) if constructor is not None else None
    if parameter is not None and not named_draws(literal(parameter.default)):
        # The project's own initializer, of which it is not known that it draws the same again.
        return None
    return Instance(("self", attribute), False, None, True)


def _global(name: cst.Name, module: Module) -> Instance | None:
    """A name of the module that is bound once."""
    if module.scope_of(name, name.value) is not None:
        return None
    made = module.steady_value(name.value)
    if not isinstance(made, cst.Call):
        return None
    seeded = _constructed(made, module)
    return None if seeded is None else Instance(("global", name.value), seeded, None, False)


def _passed(value: cst.BaseExpression, method: Method) -> bool:
    names = names_below(value)
    return any(method.parameter(name) is not None for name in names)


def _made(value: cst.BaseExpression, layer: LayerClass, method: Method) -> bool | None:
    """Whether the object is seeded, None where it is not certainly a random initializer object."""
    module = method.module
    if isinstance(value, cst.Call):
        if _function(value, module) not in ("get", "deserialize"):
            return _constructed(value, module)
        given = [argument.value for argument in value.args]
        if len(given) != 1:
            return None
        if isinstance(literal(given[0]), str):
            return False if named_draws(literal(given[0])) else None
        if isinstance(given[0], cst.Name):
            return _default(given[0].value, method, names=True)
        return _made(given[0], layer, method)
    match value:
        case cst.Name(value=name):
            return _default(name, method, names=False)
        case cst.BooleanOperation(left=cst.Name(value=name), operator=cst.Or(), right=otherwise):
            return _made(otherwise, layer, method) if _is_left_out(name, method) else None
        case cst.IfExp(
            test=cst.Comparison(
                left=cst.Name(value=name), comparisons=[cst.ComparisonTarget(operator=operator)]
            ),
            body=body,
            orelse=orelse,
        ) if _is_left_out(name, method):
            other, passed = (body, orelse) if isinstance(operator, cst.Is) else (orelse, body)
            return _made(other, layer, method) if is_name(passed, name) else None
    return None


def _is_left_out(name: str, method: Method) -> bool:
    """Whether it is a parameter that is None for whoever does not pass it."""
    parameter = method.parameter(name)
    return parameter is not None and is_name(parameter.default, "None")


def _default(name: str, method: Method, *, names: bool) -> bool | None:
    """The same for a parameter, by its default; a string is an object only once it is looked up."""
    parameter = method.parameter(name)
    if parameter is None or parameter.default is None:
        return None
    if isinstance(parameter.default, cst.Call):
        return _constructed(parameter.default, method.module)
    return False if names and named_draws(literal(parameter.default)) else None


def _constructed(call: cst.Call, module: Module) -> bool | None:
    """Whether `RandomNormal(...)` is seeded, None where it is another call."""
    name = _function(call, module)
    if name in ("get", "deserialize") and len(call.args) == 1:
        return False if named_draws(literal(call.args[0].value)) else None
    if name is None or not draws(f"initializers.{name}"):
        return None
    seed = keyword(call, "seed")
    if seed is not None and not is_name(seed, "None"):
        return True
    return bool(_SEED_FIRST.match(name) and positional(call))


def _function(call: cst.Call, module: Module) -> str | None:
    """The last part of a name in `keras.initializers` or `tf.initializers`.

    Those of the copy of Keras 2 in TensorFlow draw anew at each call.
    """
    if namespace(module.resolve(call.func) or "") == COPY:
        return None
    name = module.keras(call.func) or module.tf(call.func) or ""
    home, _, last = name.rpartition(".")
    return last if home.split(".")[0] == "initializers" else None
