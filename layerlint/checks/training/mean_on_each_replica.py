"""LL144: each replica differentiates the mean of its own samples, and the gradients are added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layerlint.checks.training._replica_losses import refused_losses
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import run_on_replicas
from layerlint.queries.gradient_calls import Gradient
from layerlint.queries.training_code import Training, training_code
from layerlint.queries.whole_means import averaged
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

# Any of these is a way to see to it that the replicas together make one mean.
_SEEN_TO = re.compile(
    r"compute_average_loss|all_reduce|aggregate_gradients|merge_call|scale_loss"
    r"|scale_regularization",
    re.IGNORECASE,
)
# And these are, but where they only say how large the batches are.
_COUNTS = re.compile(r"replicas|global_batch|batch_size_per", re.IGNORECASE)
_OF_BATCHES = re.compile(r"\.batch\(|\bprint\(|\blog", re.IGNORECASE)
NEEDS = AllOf(
    AnyOf("GradientTape", Text("Strategy")),
    AnyOf(Members("run"), Members("experimental_run_v2")),
)


@check(Module, needs=NEEDS)
def mean_on_each_replica(module: Module) -> Iterator[Finding]:
    """Report the mean that is differentiated in what a strategy runs on each replica."""
    for call, function in refused_losses(module):
        fields = {"loss": module.source(call.func), "function": function.name.value}
        yield Finding(call, "refused", fields, generations=frozenset({2}))
    text = _code(module.text)
    if "strategy" not in text.lower() or _SEEN_TO.search(text) or _counts_elsewhere(module):
        return
    code = training_code(module)
    for function in _on_replicas(module):
        parts = code.reached_from(function)
        if not any(part.updates for part in parts) or _counts_in(parts, module):
            continue
        means = (_mean(each, module) for part in parts for each in part.gradients)
        mean = next((each for each in means if each is not None), None)
        if mean is not None:
            fields = {"mean": module.source(mean), "function": function.name.value}
            yield Finding(mean, fields=fields)


def _code(text: str) -> str:
    """A text without comments, in which one may speak of what the code does not do."""
    return re.sub(r"#.*", "", text)


def _counts_in(parts: Sequence[Training], module: Module) -> bool:
    """Whether one of the functions reckons with the number of replicas or of all samples."""
    functions = (part.function for part in parts if part.function is not None)
    return any(_COUNTS.search(_code(module.source(function))) for function in functions)


def _counts_elsewhere(module: Module) -> bool:
    """Whether another statement has that number, and not only to say how large batches are."""
    nodes: Iterator[cst.Name] = walk_kinds(module.tree, cst.Name)
    lines = {
        line
        for line in (module.statement(node) for node in nodes if _COUNTS.search(node.value))
        if not isinstance(line, (cst.FunctionDef, cst.ClassDef))
    }
    return not all(_tells_batches(line, module) for line in lines)


def _tells_batches(line: cst.CSTNode, module: Module) -> bool:
    """Whether a statement that has the number is about the size of batches, or tells it."""
    said = line.iter if isinstance(line, cst.For) else line
    if not isinstance(said, (cst.SimpleStatementLine, cst.BaseExpression)):
        return False
    text = module.source(said)
    target, equals, _ = text.partition("=")
    return bool(equals and "batch" in target.lower()) or bool(_OF_BATCHES.search(text))


def _on_replicas(module: Module) -> list[cst.FunctionDef]:
    """The functions of the module that a strategy runs, each once."""
    calls: Iterator[cst.Call] = walk_kinds(module.tree, cst.Call)
    found = (run_on_replicas(call, module) for call in calls)
    return list(dict.fromkeys(each for each in found if each is not None))


def _mean(gradient: Gradient, module: Module) -> cst.Call | None:
    """The mean over all axes that is differentiated, by its name."""
    if not isinstance(gradient.loss, cst.Name) or gradient.function is None:
        return None
    value = only_value(gradient.loss.value, assigned(gradient.function.body, module, walk_kinds))
    is_mean = isinstance(value, cst.Call) and averaged(value, module) is not None
    return value if isinstance(value, cst.Call) and is_mean else None
