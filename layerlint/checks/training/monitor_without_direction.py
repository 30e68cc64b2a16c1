"""LL140: a callback watches a score of which more is better, and is not told so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.metrics import (
    BETTER_WHEN_HIGHER,
    GUESSED_HIGHER,
    PLAINLY_HIGHER,
    PLAINLY_LOWER,
    QUALIFIERS,
    UNDIRECTED,
    WATCHER_PARAMETERS,
    WATCHERS,
)
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import calls_of
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compiled_with, given_for_outputs, metric_functions
from layerlint.queries.unpacked_mappings import given_to
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, called_name, keyword, literal
from layerlint.syntax.walk import walk_kinds

# Losses that are named for the score that they turn round: `dice_loss`, `one_minus_iou`.
_TURNED = re.compile(r"loss|error|minus|neg|distance|1-")


@check(Module, needs=AllOf(Text("callbacks"), AnyOf(*WATCHERS)))
def monitor_without_direction(module: Module) -> Iterator[Finding]:
    """Report callbacks of Keras with such a monitor and no `mode`, or the opposite one."""
    for call in walk_kinds(module.tree, cst.Call):
        package, _, name = (module.keras(call.func) or "").rpartition(".")
        if package != "callbacks" or name not in WATCHERS:
            continue
        given = given_to(call, WATCHER_PARAMETERS[name], module)
        if not given.keys().isdisjoint({"*", "**"}):
            continue
        watched, mode = given.get("monitor"), given.get("mode")
        monitor = written_value(watched, module) if watched is not None else None
        if watched is None or not isinstance(monitor, str):
            continue
        told = written_value(mode, module) if mode is not None else "auto"
        if name == "ModelCheckpoint" and not _is_true(given.get("save_best_only")):
            continue
        if mode is not None and told != "auto":
            if _is_opposite(monitor, told):
                yield _opposite(mode, monitor, name, module)
            continue
        message = _message(monitor, name, module)
        if message is None:
            continue
        says = Fix('Say `mode="max"`', tuple(add_keyword(module, call, 'mode="max"')), "unsafe")
        higher = message != "unknown" or GUESSED_HIGHER[name].search(monitor)
        yield Finding(
            watched,
            message,
            {"monitor": monitor, "callback": name, "effect": WATCHERS[name]},
            fix=says if mode is None and higher else None,
            generations=_GENERATIONS[message],
        )


def _is_opposite(monitor: str, mode: object) -> bool:
    """Whether a callback is told that less of a score is better, or more of an error."""
    wrong = {"min": PLAINLY_HIGHER, "max": PLAINLY_LOWER}.get(str(mode), frozenset())
    score = re.sub(r"_\d+\Z", "", monitor.removeprefix("val_").lower())
    words = set(score.split("_"))
    return not words.isdisjoint(wrong) and words <= wrong | QUALIFIERS


def _opposite(mode: cst.BaseExpression, monitor: str, callback: str, module: Module) -> Finding:
    told = "less" if written_value(mode, module) == "min" else "more"
    right = "max" if told == "less" else "min"
    written = literal(mode) is not NOT_LITERAL
    edits = tuple(replace(module, mode, f'"{right}"')) if written else ()
    return Finding(
        mode,
        "opposite",
        {"monitor": monitor, "callback": callback, "told": told, "effect": WATCHERS[callback]},
        fix=Fix(f'Say `mode="{right}"`', edits, "unsafe") if edits else None,
    )


# `own`: a score of the module's own. `unknown`: one that Keras 2 guesses right, for all we know.
_GENERATIONS = {"default": frozenset({2}), "own": None, "unknown": frozenset({3})}


def _message(monitor: str, callback: str, module: Module) -> str | None:
    """What is wrong with a monitor, None if nothing is known to be."""
    score = monitor.removeprefix("val_")
    own = score in module.once(_own_names)
    if _is_higher_better(score) and not GUESSED_HIGHER[callback].search(monitor):
        return "own" if own else "default"
    return "unknown" if own else None


def _own_names(module: Module) -> frozenset[str]:
    """The names of what the module defines and gives to `compile` as metrics."""
    functions = {
        given.value for given, _ in metric_functions(module) if isinstance(given, cst.Name)
    }
    made = {
        called_name(each.func): each
        for call in calls_of("compile", module)
        for each in given_for_outputs(compiled_with(call).get("metrics"), call, module)
        if isinstance(each, cst.Call)
    }
    classes = {
        _name_of(made[each.name], each)
        for each in keras_objects(module)
        if each.name in made
        if each.kind == "metric" and set(each.keras_bases) <= UNDIRECTED
    }
    return frozenset(functions | classes)


def _name_of(made: cst.Call, metric: LayerClass) -> str:
    """What a metric is called that the call makes, `""` where that is not seen."""
    given = keyword(made, "name")
    if given is None:
        parameter = metric.constructor.parameter("name") if metric.constructor else None
        default = parameter.default if parameter is not None else None
        told = literal(default) if default is not None else None
    else:
        told = literal(given)
    return told if isinstance(told, str) else ""


def _is_true(given: cst.BaseExpression | None) -> bool:
    return literal(given) is True


def _is_higher_better(score: str) -> bool:
    """Whether the name says so: `val_f1_score`, `dice_coef`, `precision_1`."""
    words = {*re.split(r"[_\d]+", score.lower()), *score.lower().split("_")}
    return not _TURNED.search(score.lower()) and not words.isdisjoint(BETTER_WHEN_HIGHER)
