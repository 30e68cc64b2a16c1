"""Losses of a module that return one number for a batch, in models that are fitted with weights."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._batch_values import is_of_batch
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword
from layerlint.syntax.walk import walk_kinds


def lost_in_loss(module: Module, arguments: tuple[str, ...]) -> Iterator[Finding]:
    """Report the loss that `compile` is given where `fit` of that model is given weights."""
    weighted = dict(_weighted(module, arguments))
    for call in walk_kinds(module.tree, cst.Call) if weighted else ():
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("compile")):
                weight = weighted.get(module.source(model))
                loss = bind(call, ("optimizer", "loss")).get("loss")
                if weight is None or not isinstance(loss, cst.Name):
                    continue
                function = module.function_defs.get(loss.value)
                if function is not None and is_of_batch(function, module):
                    fields = {"loss": loss.value, "argument": weight}
                    yield Finding(loss, "loss", fields)


def _weighted(module: Module, arguments: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The models whose `fit` is given weights, each with the argument that holds them."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("fit")):
                for name in arguments:
                    given = keyword(call, name)
                    if given is not None and not is_name(given.value, "None"):
                        yield module.source(model), name
