"""Running functions: their locals, and how arguments and targets are bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.model.calls import NOT_LITERAL, literal
from layerlint.model.methods import parameters_of
from layerlint.model.values.fact import PYTHON, UNKNOWN, Fact, Values, join

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

Environment = dict[str, Fact]
Function = cst.FunctionDef | cst.Lambda
Given = Sequence[tuple[str | None, Fact]]


@dataclass(slots=True, eq=False)
class Frame:
    """One running function: its locals and what it has returned so far."""

    module: Module
    node: Function
    method: Method | None
    lexical: Frame | None = None
    names: Environment = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    returned: list[Fact] = field(default_factory=list)
    # What the running loops are left with at each `break` and `continue`.
    exits: list[list[Environment]] = field(default_factory=list)
    # What a `nonlocal` statement says belongs to an enclosing function.
    borrowed: set[str] = field(default_factory=set)

    @property
    def self_name(self) -> str:
        """What the enclosing method calls the layer."""
        return self.method.self_name if self.method is not None else ""

    def lookup(self, name: str) -> Fact | None:
        """The local of that name, here or in the functions around."""
        frame: Frame | None = self
        while frame is not None:
            if name in frame.names:
                return frame.names[name]
            frame = frame.lexical
        return None

    def function(self, name: str) -> tuple[Function, Frame] | None:
        """The local function of that name, and where it was defined."""
        frame: Frame | None = self
        while frame is not None:
            if name in frame.functions:
                return frame.functions[name], frame
            frame = frame.lexical
        return None


@dataclass(slots=True, eq=False)
class Run:
    """One interpretation: what was found so far, and which functions are running.

    `asked` are the attributes whose constants are being looked up, `graphs` those of the running
    functions that are decorated with `tf.function`.
    """

    layer: LayerClass
    values: Values
    results: dict[tuple[int, tuple[tuple[str, Fact], ...]], Fact] = field(default_factory=dict)
    running: list[int] = field(default_factory=list)
    graphs: set[int] = field(default_factory=set)
    calls: int = 0
    asked: frozenset[str] = frozenset()


def bound_arguments(function: Function, given: Given, *, skip_self: bool) -> Environment:
    """The parameters of a function bound to evaluated arguments, defaults included."""
    parameters = [item for item in parameters_of(function.params) if item.kind != "varkw"]
    if skip_self and parameters:
        parameters = parameters[1:]
    names: Environment = {}
    positional = [fact for keyword, fact in given if keyword is None]
    named = {keyword: fact for keyword, fact in given if keyword is not None}
    starred = "*" in named or "**" in named
    for parameter in parameters:
        if parameter.kind == "positional" and positional:
            names[parameter.name] = positional.pop(0)
        elif parameter.name in named:
            names[parameter.name] = named[parameter.name]
        elif parameter.default is not None and not starred:
            known = literal(parameter.default) is not NOT_LITERAL
            names[parameter.name] = PYTHON if known else UNKNOWN
        else:
            names[parameter.name] = UNKNOWN
    return names


def is_mask_name(name: str) -> bool:
    """Whether a tensor of that name marks positions."""
    return any(part in name.lower() for part in ("mask", "padding"))


def bind(target: cst.CSTNode, fact: Fact, frame: Frame) -> None:
    """Give the names of an assignment's target their parts of the value."""
    match target:
        case cst.Name(value=name):
            if fact.kind == "input" and is_mask_name(name):
                fact = replace(fact, mask=True)
            _bind_name(name, fact, frame)
        case cst.Subscript(value=cst.Name(value=name)) if name in frame.names:
            frame.names[name] = UNKNOWN
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            for element, part in zip(elements, _unpacked(fact, len(elements)), strict=True):
                value = UNKNOWN if isinstance(element, cst.StarredElement) else part
                bind(element.value, value, frame)


def _bind_name(name: str, fact: Fact, frame: Frame) -> None:
    owner: Frame | None = frame
    while owner is not None and name in frame.borrowed:
        owner = owner.lexical
        if owner is not None and name in owner.names:
            owner.names[name] = join([owner.names[name], fact])
            return
    frame.names[name] = fact
    frame.functions.pop(name, None)


def _unpacked(fact: Fact, count: int) -> list[Fact]:
    """The facts of the parts when a value is unpacked into `count` targets."""
    if fact.items is not None and len(fact.items) == count:
        return list(fact.items)
    if fact.size == "shape":
        return [Fact("python", size="batch"), *[PYTHON] * (count - 1)]
    if fact.item is not None:
        return [fact.item] * count
    if fact.kind == "input":
        # A tensor of the graph cannot be unpacked: it is a structure, each part with the batch.
        return [replace(fact, kind="input", batch=True)] * count
    return [UNKNOWN] * count
