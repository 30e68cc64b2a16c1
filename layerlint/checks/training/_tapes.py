"""Gradients that a function takes of a loss: by which tape, and of which model's weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.model.module import Module
from layerlint.queries.training_code import owner_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name
from layerlint.syntax.walk import walk, walk_kinds


@dataclass(frozen=True, slots=True)
class Gradient:
    """One `tape.gradient(loss, model.trainable_variables)`.

    `bodies` are what the tape records, each the block of a `with`.
    """

    function: cst.FunctionDef
    call: cst.Call
    loss: cst.BaseExpression
    model: cst.BaseExpression
    bodies: tuple[cst.CSTNode, ...]


def gradients(module: Module) -> Iterator[Gradient]:
    """The gradients that functions of the module take, by tapes of their own."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        tapes = _tapes(function, module)
        if not tapes:
            continue
        nodes = list(walk(function.body))
        for node in nodes:
            match node:
                case cst.Call(
                    func=cst.Attribute(value=cst.Name(value=tape), attr=cst.Name("gradient"))
                ):
                    given = bind(node, ("target", "sources"))
                    loss, sources = given.get("target"), given.get("sources")
                    model = owner_of(sources, nodes, module) if sources is not None else None
                    if loss is not None and model is not None and tape in tapes:
                        yield Gradient(function, node, loss, model, tuple(tapes[tape]))


def _tapes(function: cst.FunctionDef, module: Module) -> dict[str, list[cst.CSTNode]]:
    """The blocks that each tape of the function records, by the name of the tape."""
    found: dict[str, list[cst.CSTNode]] = {}
    for block in walk_kinds(function.body, cst.With):
        if module.function(block) is not function:
            continue
        for item in block.items:
            match item:
                case cst.WithItem(
                    item=cst.Call(func=made), asname=cst.AsName(name=cst.Name(value=name))
                ) if module.tf(made) == "GradientTape":
                    found.setdefault(name, []).append(block.body)
                case cst.WithItem(item=cst.Name(value=name)) if name in found:
                    found[name].append(block.body)
    return {name: bodies for name, bodies in found.items() if not _is_given_away(name, function)}


def _is_given_away(tape: str, function: cst.FunctionDef) -> bool:
    """Whether the tape is handed to something that may record more on it."""
    return any(
        is_name(argument.value, tape)
        for call in walk_kinds(function.body, cst.Call)
        for argument in call.args
    )
