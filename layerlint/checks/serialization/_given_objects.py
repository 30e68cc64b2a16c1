"""What the arguments of a constructor are given that is no plain value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.numpy import ARRAY_MAKERS
from layerlint.queries.called_functions import calls_of, methods_in
from layerlint.queries.held_values import only_call
from layerlint.queries.saving_practice import keeps_no_keras_file
from layerlint.syntax import cst
from layerlint.syntax.matching import bind

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# What gives an array of one: `np.arange(4).astype("float32")`.
_OF_ARRAYS = frozenset({"astype", "copy", "reshape"})


def is_given_array(layer: LayerClass, argument: Argument) -> bool:
    """Whether an argument is an array, by its annotation, its default, or where the class is made.

    HDF5 files give a list back, which may be as good.
    """
    constructor = layer.constructor
    if constructor is None or keeps_no_keras_file(layer.module):
        return False
    annotation, module = argument.parameter.annotation, constructor.module
    if annotation is not None and module.resolve(annotation) == "numpy.ndarray":
        return True
    return any(_makes_array(given, home) for given, home in _given(layer, argument))


def may_load_itself(layer: LayerClass, argument: Argument) -> bool:
    """Whether an argument is an object with a config, which some ways of loading make again."""
    constructor = layer.constructor
    if constructor is None:
        return True
    named: list[tuple[cst.BaseExpression, Module]] = []
    if argument.parameter.annotation is not None:
        named.append((argument.parameter.annotation, constructor.module))
    for given, module in _given(layer, argument):
        call = only_call(given, module)
        if call is not None:
            named.append((call.func, module))
    return any(_has_config(each, module) for each, module in named)


def _given(layer: LayerClass, argument: Argument) -> Iterator[tuple[cst.BaseExpression, Module]]:
    """What an argument is by default, and what the module of the class passes for it."""
    constructor = layer.constructor
    if constructor is None:
        return
    if argument.default is not None:
        yield argument.default, constructor.module
    names = [parameter.name for parameter in constructor.positional]
    for call in calls_of(layer.name, layer.module):
        is_of_class = isinstance(call.func, cst.Name)  # no `tf.Variable` for a class so called
        given = bind(call, names).get(argument.name) if is_of_class else None
        if given is not None:
            yield given, layer.module


def _makes_array(node: cst.BaseExpression, module: Module) -> bool:
    call = only_call(node, module)
    while call is not None and module.resolve(call.func) not in ARRAY_MAKERS:
        match call.func:
            case cst.Attribute(value=cst.Call() as inner, attr=cst.Name(name)) if (
                name in _OF_ARRAYS
            ):
                call = inner
            case _:
                return False
    return call is not None


def _has_config(named: cst.BaseExpression, module: Module) -> bool:
    """Whether a class is one of Keras, or of the module and says what its config is."""
    if module.keras(named) is not None or module.find_layer(named) is not None:
        return True
    if not isinstance(named, cst.Name):
        return False
    statement = module.class_statements.get(named.value)
    return statement is not None and "get_config" in methods_in(statement)
