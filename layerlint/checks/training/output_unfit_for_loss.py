"""LL135: a loss takes for probabilities what is none, or applies the activation once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.checks.training._model_ends import End, end_of_model, end_of_run
from layerlint.declaration import check
from layerlint.facts.losses import (
    CROSSENTROPIES,
    LOGIT_FUNCTIONS,
    OUT_OF_RANGE,
    PROBABILITIES,
    THRESHOLDS,
)
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.local_bindings import bindings
from layerlint.queries.metric_functions import compiled_with
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(AnyOf(Text("rossentropy"), Text("cross_entropy")), Text("keras"))


@check(Module, needs=NEEDS)
def output_unfit_for_loss(module: Module) -> Iterator[Finding]:
    """Report the loss, or the metric, that does not fit the last layer of the model."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("compile")):
                yield from _in_compile(call, model, module)
            case _:
                yield from _in_loop(call, module)


def _in_compile(call: cst.Call, model: cst.BaseExpression, module: Module) -> Iterator[Finding]:
    """`model.compile(...)`."""
    given = compiled_with(call)
    loss = given.get("loss")
    if loss is None:
        return
    found = _crossentropy(loss, call, module)
    end = end_of_model(model, call, module)
    if found is not None and end is not None:
        yield from _compared(found, end, loss)
    if found is not None and found.of_logits and found.binary and "metrics" in given:
        yield from _metrics(given["metrics"], end, module)
    if end is not None:
        yield from _own_loss(loss, end, module)


def _in_loop(call: cst.Call, module: Module) -> Iterator[Finding]:
    """A loss that is computed of what a model gives, in a loop of the module's own."""
    place = LOGIT_FUNCTIONS.get(module.tf(call.func) or "")
    found = None
    if place is None and len(call.args) > 1 and keyword(call, "from_logits") is None:
        found = _crossentropy(call.func, call, module)
    if place is None and found is None:
        return
    names = ("labels", "logits") if place is not None else ("y_true", "y_pred")
    scores = bind(call, names).get(names[1])
    ends = [_end_of_scores(*each, module) for each in _given(scores, call, module)]
    known = [each for each in ends if each is not None]
    if not known or len(known) < len(ends):
        return
    if found is not None:
        yield from _compared(found, known[0], call)
    elif all(each.activation in PROBABILITIES for each in known):
        yield _twice(call, known[0], call, module)


def _given(
    scores: cst.BaseExpression | None, call: cst.Call, module: Module
) -> Iterator[tuple[cst.BaseExpression | None, cst.Call]]:
    """What a loss is given, or what the callers of a function give it that hands it on."""
    function = module.function(call)
    handed = isinstance(scores, cst.Name) and value_at(scores, call, module) is None
    if not handed or not isinstance(scores, cst.Name) or function is None:
        yield scores, call
    elif scores.value not in module.facts(function, bindings):
        for each in callers(function, module):
            yield arguments(each, function, module).get(scores.value), each


def _end_of_scores(scores: cst.BaseExpression | None, use: cst.Call, module: Module) -> End | None:
    """The last layer of the model that gave them."""
    ran = expression_behind(scores, use, module) if scores is not None else None
    return end_of_run(ran, module) if isinstance(ran, cst.Call) else None


def _compared(found: _Crossentropy, end: End, node: cst.CSTNode) -> Iterator[Finding]:
    """What is wrong between a loss of Keras and the last layer."""
    fields = {"layer": end.label, "loss": found.name}
    if found.categorical and end.units == 1 and end.activation != "softmax":
        yield Finding(node, "one", fields)
    elif not found.of_logits and end.activation in OUT_OF_RANGE:
        yield Finding(node, fields=fields)


def _own_loss(loss: cst.BaseExpression, end: End, module: Module) -> Iterator[Finding]:
    """A loss of the module that applies the activation itself to what the model gives."""
    function = module.function_defs.get(loss.value) if isinstance(loss, cst.Name) else None
    if function is None or end.activation not in PROBABILITIES:
        return
    parameters = [each.name for each in parameters_of(function.params)]
    for call in walk_kinds(function.body, cst.Call):
        if module.tf(call.func) in LOGIT_FUNCTIONS and len(parameters) > 1:
            scores = bind(call, ("labels", "logits")).get("logits")
            if scores is not None and is_name(scores, parameters[1]):
                bound = walk_kinds(function.body, cst.AssignTarget)
                if not any(is_name(each.target, parameters[1]) for each in bound):
                    yield _twice(loss, end, call, module)
                    return


def _twice(node: cst.CSTNode, end: End, call: cst.Call, module: Module) -> Finding:
    fields = {"layer": end.label, "function": module.source(call.func)}
    return Finding(node, "twice", {**fields, "activation": end.activation})


def _metrics(metrics: cst.BaseExpression, end: End | None, module: Module) -> Iterator[Finding]:
    """The metrics of two classes that compare a logit with 0.5."""
    if end is not None and end.activation != "linear":
        return
    for element in metrics.elements if isinstance(metrics, (cst.List, cst.Tuple)) else ():
        node, one = element.value, end is not None and end.units == 1
        name = literal(node)
        if name == "binary_accuracy" or (one and name in ("accuracy", "acc")):
            yield Finding(node, "threshold", {"metric": name})
        elif isinstance(node, cst.Call):
            made = (module.keras(node.func) or "").rpartition(".")
            told = THRESHOLDS.get(made[2]) if made[0] == "metrics" else None
            if told is None or keyword(node, told) is not None:
                continue
            if not any(each.star or each.keyword is None for each in node.args):
                yield Finding(node, "threshold", {"metric": made[2]})


@dataclass(frozen=True, slots=True)
class _Crossentropy:
    """A loss by its name, and whether it is told that it gets logits."""

    name: str
    of_logits: bool

    @property
    def binary(self) -> bool:
        """Whether it is a loss of two classes."""
        return self.name.lower().startswith("binary")

    @property
    def categorical(self) -> bool:
        """Whether it compares vectors of one number for each class."""
        return self.name.lower().startswith("categorical")


def _crossentropy(
    loss: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> _Crossentropy | None:
    """The crossentropy of Keras that `loss` is; None for any other loss, or an unknown one."""
    if isinstance(loss, (cst.Name, cst.Attribute)) and module.keras(loss) is None:
        value = value_at(loss, use, module)
        if value is None or isinstance(value, (cst.Name, cst.Attribute)):
            return None
        loss = value
    text = literal(loss)
    if isinstance(text, str):
        return _Crossentropy(text, False) if text in CROSSENTROPIES else None
    if isinstance(loss, cst.Call):
        name = _name(loss.func, module)
        told = keyword(loss, "from_logits")
        logits = literal(told) if told is not None else False
        placed = any(each.star or each.keyword is None for each in loss.args)
        if name is None or not name[0].isupper() or placed or not isinstance(logits, bool):
            return None
        return _Crossentropy(name, logits)
    name = _name(loss, module)
    return _Crossentropy(name, False) if name is not None and name[0].islower() else None


def _name(node: cst.BaseExpression, module: Module) -> str | None:
    head, _, name = (module.keras(node) or "").rpartition(".")
    return name if head == "losses" and name in CROSSENTROPIES else None
