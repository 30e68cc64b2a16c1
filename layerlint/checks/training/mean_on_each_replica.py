"""LL144: each replica differentiates the mean of its own samples, and the gradients are added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import only_value
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.queries.training_code import updates
from layerlint.queries.whole_means import averaged
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, self_attribute
from layerlint.syntax.walk import walk_kinds

# Any of these is a way to see to it that the replicas together make one mean.
_SEEN_TO = re.compile(
    r"replicas|compute_average_loss|global_batch|all_reduce|aggregate_gradients|merge_call"
    r"|scale_loss|scale_regularization|batch_size_per",
    re.IGNORECASE,
)
NEEDS = AllOf("GradientTape", AnyOf(Members("run"), Members("experimental_run_v2")))


@check(Module, needs=NEEDS)
def mean_on_each_replica(module: Module) -> Iterator[Finding]:
    """Report the mean that is differentiated in what a strategy runs on each replica."""
    if "strategy" not in module.text.lower() or _SEEN_TO.search(_code(module)):
        return
    told: set[int] = set()
    for call in walk_kinds(module.tree, cst.Call):
        function = _run_on_replicas(call, module)
        if function is None or id(function) in told:
            continue
        told.add(id(function))
        nodes = list(module.walk(function))
        if not any(True for _ in updates(nodes)):
            continue
        for inner in walk_kinds(function.body, cst.Call):
            mean = _differentiated(inner, function, module)
            if mean is not None:
                name = function.name.value
                yield Finding(mean, fields={"mean": module.source(mean), "function": name})
                break


def _code(module: Module) -> str:
    """The text without comments, in which one may speak of what the code does not do."""
    return re.sub(r"#.*", "", module.text)


def _run_on_replicas(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of the module that `strategy.run` is given."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("run" | "experimental_run_v2")):
            given = bind(call, ("fn",)).get("fn")
            if "strategy" not in module.source(owner).lower():
                return None
            name = given.value if isinstance(given, cst.Name) else None
            name = name or (self_attribute(given) if given is not None else None)
            found = [
                node for node in walk_kinds(module.tree, cst.FunctionDef) if node.name.value == name
            ]
            return found[0] if len(found) == 1 else None
    return None


def _differentiated(
    call: cst.Call, function: cst.FunctionDef, module: Module
) -> cst.BaseExpression | None:
    """The mean over all axes that `tape.gradient` is given, by its name."""
    match call.func:
        case cst.Attribute(value=cst.Name(), attr=cst.Name("gradient")):
            target = bind(call, ("target", "sources")).get("target")
            if not isinstance(target, cst.Name):
                return None
            value = only_value(target.value, walk_kinds(function.body, cst.Assign))
            is_mean = isinstance(value, cst.Call) and averaged(value, module) is not None
            return value if is_mean else None
    return None
