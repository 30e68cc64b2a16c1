"""LL432: a method of a callback or a data set is named like a hook, and Keras has no such hook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.contract._hooked_classes import HAS_HOOKS, Hooked, hooked
from layerlint.checks.contract._methods_inside import methods_inside
from layerlint.declaration import check
from layerlint.facts.hooks import HOOK_WORDS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Text
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects

_EDGES = re.compile(r"(begin|start|end|finish)$")


# Objects that Keras calls as functions, and whose class is no function without `__call__`.
_CALLED = ("constraint", "initializer", "regularizer", "schedule")
NEEDS = AnyOf(
    HAS_HOOKS,
    HoldsLayer(),
    AllOf(Text("def "), AnyOf("Loss", "Metric", "losses", "metrics"), HAS_OBJECTS),
    AllOf(Text("def call("), AnyOf("Constraint", "Initializer", "Regularizer", "schedules")),
)


@check(Module, needs=NEEDS)
def hook_never_called(module: Module) -> Iterator[Finding]:
    """Report such methods where nothing of the project calls them either."""
    yield from methods_inside(module)
    for own in keras_objects(module):
        call = own.methods.get("call")
        if own.kind not in _CALLED or not own.complete or call is None:
            continue
        if own.method("__call__") is None and not _is_called("call", module):
            fields = {"name": "call", "owner": own.name, "kind": own.kind}
            advice = "; it calls the object itself, which is `__call__`"
            yield Finding(call.node.name, fields={**fields, "advice": advice})
    for found in hooked(module):
        for method in found.methods:
            name = method.name.value
            if not _looks_like_hook(name, found) or _is_called(name, module):
                continue
            known = [hook for hook in found.hooks if _EDGES.sub("", hook) == _EDGES.sub("", name)]
            advice = f"; `{known[0]}` is one" if len(known) == 1 else ""
            if name.endswith(("start", "begin")):
                known = [hook for hook in known if hook.endswith("begin")]
                advice = f"; `{known[0]}` is one" if known else ""
            fields = {"name": name, "owner": found.node.name.value, "kind": found.kind}
            yield Finding(method.name, fields={**fields, "advice": advice})


def _looks_like_hook(name: str, found: Hooked) -> bool:
    first, *words = name.split("_")
    return (
        first == "on"
        and len(words) > 1
        and name not in found.hooks
        and HOOK_WORDS.issuperset(words)
    )


def _is_called(name: str, module: Module) -> bool:
    """Whether a file of the project calls a method of that name."""
    return bool(module.project.index.having(name, rf"\.{name}\b"))
