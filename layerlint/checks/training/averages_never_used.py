"""LL156: an optimizer keeps averages of the weights, and nothing puts them into the model."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.optimizers import USES_OF_AVERAGES
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.application import anywhere
from layerlint.queries.called_functions import calls_of
from layerlint.queries.held_values import only_call
from layerlint.queries.optimizer_calls import updates
from layerlint.queries.unpacked_mappings import given_to
from layerlint.syntax import cst
from layerlint.syntax.matching import literal


@check(Module, needs=AllOf("use_ema", AnyOf("apply_gradients", "apply", "minimize")))
def averages_never_used(module: Module) -> Iterator[Finding]:
    """Report where an optimizer is made with `use_ema=True` that only loops of one's own use."""
    if anywhere(module, dict.fromkeys(USES_OF_AVERAGES, "")):
        return
    compiled = set(_compiled(module))
    told: set[cst.CSTNode] = set()
    for update in updates(module):
        made = only_call(update.optimizer, module)
        if made is None or made in compiled or made in told:
            continue
        if module.makes(made) == "optimizer" and _keeps_averages(made, module):
            told.add(made)
            yield Finding(made, fields={"optimizer": module.source(update.optimizer)})


def _keeps_averages(made: cst.Call, module: Module) -> bool:
    """Whether they are kept, and never put in the place of the weights on the way."""
    given = given_to(made, (), module)
    used, often = given.get("use_ema"), given.get("ema_overwrite_frequency")
    never = often is None or literal(often) is None
    return literal(used) is True and never and given.keys().isdisjoint({"*", "**"})


def _compiled(module: Module) -> Iterator[cst.Call]:
    """The optimizers that a model is compiled with, whose `fit` uses the averages at its end."""
    for call in calls_of("compile", module):
        for argument in call.args:
            made = only_call(argument.value, module)
            if made is not None:
                yield made
