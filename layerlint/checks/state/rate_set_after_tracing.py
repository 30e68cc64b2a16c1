"""LL236: a number of a built-in layer is changed when the graph that computes with it is made."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._between_trainings import set_between_trainings
from layerlint.checks.state._late_code import Setting, hooks, settings, varies
from layerlint.checks.state._layers_of_models import is_built_in
from layerlint.declaration import check
from layerlint.facts.numbers import NUMBERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text

_TRAINED = AnyOf(Text("allback"), *map(Members, ("fit", "fit_generator", "train_on_batch")))
# What runs the model as Python does.
_EAGER = ("run_eagerly", "run_functions_eagerly", "torch")


@check(Module, needs=AllOf(AnyOf(*sorted(NUMBERS)), Text("keras"), _TRAINED))
def rate_set_after_tracing(module: Module) -> Iterator[Finding]:
    """Report what callbacks give such numbers at each epoch, and what loops around `fit` do."""
    if any(map(module.says, _EAGER)):
        return
    told: set[int] = set()
    for hook in hooks(module):
        for setting in settings(hook.code.body):
            if id(setting.node) in told or not _is_number(setting, module):
                continue
            if varies(setting, hook, module):
                told.add(id(setting.node))
                yield Finding(setting.node, fields=_fields(setting, module, path=hook.path))
    for setting, model in set_between_trainings(NUMBERS, module):
        if id(setting.node) not in told and _is_number(setting, module, model):
            yield Finding(setting.node, "loop", _fields(setting, module, model=model))


def _is_number(setting: Setting, module: Module, model: str = "") -> bool:
    return setting.name in NUMBERS and is_built_in(setting, module, model)


def _fields(setting: Setting, module: Module, **more: str) -> dict[str, str]:
    return {"number": f"{module.source(setting.owner)}.{setting.name}", **more}
