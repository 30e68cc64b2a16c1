"""Arguments of a call, and the parameters to which they are bound."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from layerlint.interpret import containers, expressions
from layerlint.interpret.frames import Argument, Environment, Frame
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, Value, constant, revised, unknown_from
from layerlint.model.methods import Parameter
from layerlint.syntax import cst
from layerlint.syntax.matching import literal

_SIMPLE = (bool, int, float, str, bytes, tuple)


def arguments(node: cst.Call, frame: Frame, run: Run) -> list[Argument]:
    """The evaluated arguments of a call; starred ones in parts where these are known."""
    result = []
    for argument in node.args:
        value = expressions.evaluate(argument.value, frame, run)
        parts = containers.exact(value) if argument.star == "*" else None
        if parts is not None:
            result += [Argument(part) for part in parts]
        elif argument.star == "**" and _is_keywords(value):
            assert value.mapping is not None
            result += [Argument(part, str(key)) for key, part in value.mapping.items()]
        else:
            name = argument.keyword.value if argument.keyword is not None else None
            result.append(Argument(value, argument.star or name, argument.value))
    return result


def _is_keywords(value: Value) -> bool:
    """Whether all of a dictionary is known: a display's is, what `call` was given is not."""
    return (
        value.mapping is not None
        and not value.partial
        and all(isinstance(key, str) for key in value.mapping)
    )


def bind_parameters(
    parameters: list[Parameter],
    given: Sequence[Argument],
    inner: Frame,
    defaults: Environment,
) -> None:
    """Bind the arguments to the parameters; what is not passed has its default."""
    positional = [argument.value for argument in given if argument.keyword is None]
    named = {argument.keyword: argument.value for argument in given if argument.keyword}
    spread = named.pop("*", None)
    rest = named.pop("**", None)
    for parameter in parameters:
        name = parameter.name
        if parameter.kind == "varargs":
            merged = unknown_from(*positional)
            inner.names[name] = revised(merged, items=tuple(positional), kind=tuple)
            positional = []
        elif parameter.kind == "varkw":
            inherited = rest.mapping if rest is not None and rest.mapping else {}
            mapping: dict[Hashable, Value] = {**inherited}
            mapping.update(named)
            merged = unknown_from(*mapping.values())
            kind = dict if rest is None else None
            inner.names[name] = revised(
                merged, mapping=mapping, partial=rest is not None, kind=kind
            )
        elif parameter.kind == "positional" and positional:
            inner.names[name] = positional.pop(0)
        elif name in named:
            inner.names[name] = named.pop(name)
        elif rest is not None and rest.mapping is not None and name in rest.mapping:
            inner.names[name] = rest.mapping[name]
        elif spread is not None or (rest is not None and rest.mapping is None):
            inner.names[name] = unknown_from(*(value for value in (spread, rest) if value))
        else:
            inner.names[name] = defaults.get(name) or _default(parameter)


def _default(parameter: Parameter) -> Value:
    value = literal(parameter.default) if parameter.default is not None else None
    if parameter.default is None or (value is not None and not isinstance(value, _SIMPLE)):
        return ANYTHING
    return constant(value)
