"""What runs while a gradient is recorded: in the block itself, and in the functions it calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.queries.called_functions import arguments, called
from layerlint.queries.flag_names import names_flag
from layerlint.queries.gradient_calls import STATELESS
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name, positional
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

# The functions that are followed from one block: code of thousands of them is made by a program.
_MOST_FUNCTIONS = 60


@dataclass(frozen=True, slots=True)
class Run:
    """One call of a model: it stands in `function` of `module`, None is the top level there.

    `direct` where that is the recorded code itself, and no function which that calls.
    """

    call: cst.Call
    module: Module
    function: cst.FunctionDef | None
    direct: bool

    @property
    def tells_mode(self) -> bool:
        """Whether the flag is passed."""
        return tells_mode(self.call)


def tells_mode(call: cst.Call) -> bool:
    """Whether the flag is passed: by a name of it, by position, or perhaps in starred arguments."""
    return any(
        argument.star or (argument.keyword and names_flag(argument.keyword.value))
        for argument in call.args
    ) or any(
        is_name(argument.value, "True")
        or (isinstance(argument.value, cst.Name) and names_flag(argument.value.value))
        for argument in positional(call)[1:]
    )


def runs(model: cst.BaseExpression, recorded: Iterable[cst.CSTNode], module: Module) -> list[Run]:
    """The calls of a model in recorded code, each once, also in functions that are handed it."""
    return list(_runs(model, recorded, module))


def _runs(
    model: cst.BaseExpression, recorded: Iterable[cst.CSTNode], module: Module
) -> Iterator[Run]:
    waiting = [(module, code, module.source(model), True) for code in recorded]
    seen: set[tuple[cst.CSTNode, str]] = set()
    while waiting and len(seen) < _MOST_FUNCTIONS:
        home, code, name, direct = waiting.pop(0)
        if (code, name) in seen:
            continue
        seen.add((code, name))
        content = content_of(code, home)
        for written in (name, f"{name}.{STATELESS}"):
            for call in content.calls.get(written, ()):
                yield Run(call, home, home.function(call), direct)
        for call, function in content.functions:
            inner = _name_in(function, call, name, home)
            if inner is not None:
                waiting.append((home, function.body, inner, False))
        for call in content.handed.get(name, ())[:_MOST_FUNCTIONS]:
            waiting += _elsewhere(call, name, home)


def _elsewhere(
    call: cst.Call, name: str, module: Module
) -> Iterator[tuple[Module, cst.CSTNode, str, bool]]:
    """The code of another module that is handed a model, with what that is called there."""
    resolved = module.resolve(call.func)
    found = module.project.function(resolved, module.path) if resolved is not None else None
    if found is not None and found[0] is not module:
        for parameter, value in arguments(call, found[1], module).items():
            if module.source(value) == name:
                yield found[0], found[1].body, parameter, False


@dataclass(frozen=True, slots=True)
class Content:
    """The calls in a piece of code by what they call, and those of functions of the module.

    `handed` are the calls of anything else, by what they are given.
    """

    calls: dict[str, list[cst.Call]]
    functions: list[tuple[cst.Call, cst.FunctionDef]]
    handed: dict[str, list[cst.Call]]


def content_of(code: cst.CSTNode, module: Module) -> Content:
    """What is called in a piece of code, read once."""
    return module.remembered((content_of, code), lambda: _content(code, module))


def _content(code: cst.CSTNode, module: Module) -> Content:
    found = Content({}, [], {})
    for call in walk_kinds(code, cst.Call):
        written = module.source(call.func) if _is_short(call.func) else None
        if written is not None:
            found.calls.setdefault(written, []).append(call)
        function = called(call, module) if len(found.functions) < _MOST_FUNCTIONS else None
        if function is not None:
            found.functions.append((call, function))
        elif written is not None:
            for argument in call.args:
                if _is_short(argument.value):
                    found.handed.setdefault(module.source(argument.value), []).append(call)
    return found


def _is_short(function: cst.BaseExpression) -> bool:
    """Whether what is called is written as models are: `model`, `self.model`, `models[0]`."""
    if isinstance(function, cst.Subscript):
        return dotted(function.value) is not None
    return dotted(function) is not None


def _name_in(function: cst.FunctionDef, call: cst.Call, name: str, module: Module) -> str | None:
    """What a model that is called `name` around a call is called in the function that it runs."""
    for parameter, value in arguments(call, function, module).items():
        if _is_short(value) and module.source(value) == name:
            return parameter
    root = name.partition(".")[0].partition("[")[0]
    if root == "self":
        around = module.class_around(function)
        return name if around is not None and around is module.class_around(call) else None
    here, there = module.scope_of(call, root), module.scope_of(function.body, root)
    return name if here is there else None
