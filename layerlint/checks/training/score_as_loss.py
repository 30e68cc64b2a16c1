"""LL147: a loss is a score of which more is better, and the optimizer makes it small."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.training._scores import ScoresOfModule
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.called_functions import calls_on
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compiled_with
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

# What the two are called that a loss compares: the targets stand first.
_TARGETS = re.compile(r"\A(?:y|gt)\Z|true|target|label|mask|truth")
_PREDICTIONS = re.compile(r"pred|prob|y_?hat|output|logit")


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        AnyOf(Text("loss"), Text("Loss")),
        AnyOf(Text("sum("), Text("ssim")),
    ),
)
def score_as_loss(module: Module) -> Iterator[Finding]:
    """Report the loss that `compile` is given, a class of losses, or what is named as a loss."""
    told: set[cst.CSTNode] = set()
    scores = ScoresOfModule(module)
    for node, function, name in (*_compiled(module), *_named(module)):
        if function in told:
            continue
        told.add(function)
        score = scores.counted_up(function)
        if score is not None:
            yield Finding(node or score, fields={"score": short(module, score), "loss": name})


def _compiled(module: Module) -> Iterator[tuple[cst.CSTNode | None, cst.FunctionDef, str]]:
    """The functions that are the loss of a model, and the classes of losses."""
    for call, _ in calls_on("compile", module):
        loss = compiled_with(call).get("loss")
        if isinstance(loss, cst.Name) and loss.value in module.function_defs:
            yield loss, module.function_defs[loss.value], loss.value
    for found in keras_objects(module):
        method = found.methods.get("call") if found.kind == "loss" else None
        if method is not None and method.module is module:
            yield None, method.node, found.name


def _named(module: Module) -> Iterator[tuple[None, cst.FunctionDef, str]]:
    """Functions of targets and predictions that are called a loss, unless somebody turns them."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = [each.name for each in parameters_of(function.params)]
        around = module.function(function)
        name = function.name.value
        if len(names) < 2 or not _TARGETS.search(names[0]):
            continue
        if not _PREDICTIONS.search(names[1]):
            continue
        if "loss" not in name.lower() and (
            around is None or "loss" not in around.name.value.lower()
        ):
            continue
        home = around.name.value if around is not None and "loss" not in name.lower() else name
        if not module.project.index.having(home, rf"-\s*(\w+\.)*{home}\b"):
            yield None, function, name
