"""LL140: a callback watches a score of which more is better, and is not told so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.metrics import BETTER_WHEN_HIGHER, GUESSED_HIGHER, WATCHERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.metric_functions import metric_functions
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal
from layerlint.syntax.walk import walk_kinds

# Losses that are named for the score that they turn round: `dice_loss`, `one_minus_iou`.
_TURNED = re.compile(r"loss|error|minus|neg|distance|1-")


@check(Module, needs=AllOf("monitor", AnyOf(*WATCHERS)))
def monitor_without_direction(module: Module) -> Iterator[Finding]:
    """Report callbacks of Keras with such a monitor and no `mode`."""
    for call in walk_kinds(module.tree, cst.Call):
        package, _, name = (module.keras(call.func) or "").rpartition(".")
        if package != "callbacks" or name not in WATCHERS or any(a.star for a in call.args):
            continue
        given, mode = keyword(call, "monitor"), keyword(call, "mode")
        monitor = literal(given.value) if given is not None else None
        if given is None or not isinstance(monitor, str):
            continue
        if mode is not None and literal(mode.value) != "auto":
            continue
        if name == "ModelCheckpoint" and not _keeps_best(call):
            continue
        score = monitor.removeprefix("val_")
        if not _is_higher_better(score) or GUESSED_HIGHER[name].search(monitor):
            continue
        own = any(given.value == score for given, _ in metric_functions(module))
        yield Finding(
            given,
            "own" if own else "default",
            {"monitor": monitor, "callback": name, "effect": WATCHERS[name]},
            fix=Fix('Say `mode="max"`', tuple(add_keyword(module, call, 'mode="max"')), "unsafe")
            if mode is None
            else None,
            generations=None if own else frozenset({2}),
        )


def _keeps_best(call: cst.Call) -> bool:
    given = keyword(call, "save_best_only")
    return given is not None and literal(given.value) is True


def _is_higher_better(score: str) -> bool:
    """Whether the name says so: `val_f1_score`, `dice_coef`, `precision_1`."""
    words = set(re.split(r"[_\d]+", score.lower())) | {score.lower()}
    return not _TURNED.search(score.lower()) and not words.isdisjoint(BETTER_WHEN_HIGHER)
