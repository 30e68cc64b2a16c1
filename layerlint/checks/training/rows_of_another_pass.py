"""LL150: predictions are set beside labels that another pass over shuffled data has given."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._passes import Pass, passes, predictions
from layerlint.checks.training._rows import Rows
from layerlint.checks.training._shuffled_data import shuffles
from layerlint.declaration import check
from layerlint.facts.data import SHUFFLED_DATASETS, SHUFFLED_FLOWS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

# A function with more of either is none that somebody wrote to look at a model.
_MOST = 20
NEEDS = AllOf(
    AnyOf(Members("predict"), Members("predict_generator")),
    AnyOf(Members("shuffle"), *sorted(SHUFFLED_DATASETS | SHUFFLED_FLOWS)),
)


@check(Module, needs=NEEDS)
def rows_of_another_pass(module: Module) -> Iterator[Finding]:
    """Report each pass over shuffled data whose rows meet the predictions of another one."""
    scopes: list[cst.FunctionDef | None] = [*walk_kinds(module.tree, cst.FunctionDef), None]
    for scope in scopes:
        code = scope.body if scope is not None else module.tree
        predicted = predictions(code, module)
        passed = list(passes(code, predicted, module)) if predicted else []
        if not 0 < len(passed) <= _MOST or sum(map(len, predicted.values())) > _MOST:
            continue
        pairs = [
            (each, call)
            for each in passed
            for call in predicted[each.data]
            if _is_shuffled(each, call, module)
        ]
        if pairs:
            yield from _met(pairs, code, module)


def _is_shuffled(found: Pass, predicted: cst.Call, module: Module) -> bool:
    """Whether both go over the same data, which come in another order each time."""
    values = [value_at(found.root, node, module) for node in (found.use, predicted)]
    return values[0] is values[1] and shuffles(found.root, predicted, module)


def _met(
    pairs: list[tuple[Pass, cst.Call]], code: cst.CSTNode, module: Module
) -> Iterator[Finding]:
    """The passes whose rows stand beside those of the predictions."""
    expressions: dict[cst.CSTNode, cst.CSTNode] = {call: call for _, call in pairs}
    names: dict[str, frozenset[cst.CSTNode]] = {}
    for found, _ in pairs:
        if found.expression is not None:
            expressions[found.expression] = found.node
        for name in found.names:
            names[name] = names.get(name, frozenset()) | {found.node}
    meetings = list(dict.fromkeys(Rows(code, expressions, names).meetings()))
    told: set[cst.CSTNode] = set()
    for found, call in pairs:
        both = {found.node, call}
        if found.node not in told and any(both <= each for each in meetings):
            told.add(found.node)
            texts = {"rows": short(module, found.node), "predicted": short(module, call)}
            yield Finding(found.node, found.message, {"data": found.data, **texts})
