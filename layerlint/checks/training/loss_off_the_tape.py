"""LL132: a loss is differentiated that the tape has not seen the model compute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.checks.training._early_terms import terms_before_the_tape
from layerlint.checks.training._weight_flow import Content, Path, predicts
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, only_value
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import arguments, calls_of, calls_on
from layerlint.queries.straight_values import value_at
from layerlint.queries.trained_variables import VARIABLES
from layerlint.queries.training_code import training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword
from layerlint.syntax.walk import walk, walk_kinds, walk_same_function

_BY_TAPE = AllOf("GradientTape", "gradient", AnyOf(*VARIABLES))
# The way of each is followed through the whole function; one with more is made by a program.
_MOST_GRADIENTS = 16
NEEDS = AnyOf(_BY_TAPE, AllOf(Members("minimize"), Text("optimizers"), Text("keras")))


@check(Module, needs=NEEDS)
def loss_off_the_tape(module: Module) -> Iterator[Finding]:
    """Report where the way from a model's weights to the loss leaves the tape, if no way stays."""
    yield from _computed_before(module)
    yield from terms_before_the_tape(module)
    told: set[cst.CSTNode] = set()
    for taken in _taken(module):
        path = Path(
            module,
            taken.function,
            module.source(taken.model),
            taken.bodies,
            dict(_given(taken, module)),
        )
        if path.content_of(taken.loss) is not Content.NUMBERS:
            continue
        cut = path.cuts[0] if path.cuts else None
        node = cut.node if cut is not None else taken.call
        if node in told or _mentions(taken, path.model, module):
            continue
        told.add(node)
        fields = {
            "model": path.model,
            "code": module.source(node).partition("\n")[0],
            "loss": module.source(taken.loss).partition("\n")[0],
        }
        yield Finding(node, cut.reason if cut is not None else "given", fields)


@dataclass(frozen=True, slots=True)
class _Taken:
    """One `tape.gradient(loss, model.trainable_variables)`, by a tape of the function's own."""

    function: cst.FunctionDef
    call: cst.Call
    loss: cst.BaseExpression
    model: cst.BaseExpression
    bodies: tuple[cst.CSTNode, ...]


def _taken(module: Module) -> Iterator[_Taken]:
    for part in training_code(module):
        for each in part.gradients[:_MOST_GRADIENTS]:
            tape, function = each.tape, part.function
            if tape is None or function is None or tape.function is not function:
                continue
            if each.loss is not None and len(each.models) == 1 and not tape.given_away:
                yield _Taken(function, each.call, each.loss, each.models[0], tape.bodies)


def _mentions(taken: _Taken, model: str, module: Module) -> bool:
    """Whether the tape records something else of the model: its weights, in a penalty."""
    return any(
        module.source(node.value) == model
        for body in taken.bodies
        for node in walk_kinds(body, cst.Attribute)
        if model != "self" or not isinstance(module.parent(node), cst.Call)
        if not predicts(module.parent(node), model, module)
    )


def _given(taken: _Taken, module: Module) -> Iterator[tuple[str, Content]]:
    """The parameters that a caller in the module gives what the model has computed."""
    function, model = taken.function, module.source(taken.model)
    for call in calls_of(function.name.value, module):
        caller = module.function(call)
        if caller is None:
            continue
        for name, value in arguments(call, function, module).items():
            if _is_output(value, model, caller, module):
                yield name, Content.NUMBERS


def _is_output(
    value: cst.BaseExpression,
    model: str,
    caller: cst.FunctionDef,
    module: Module,
    followed: frozenset[str] = frozenset(),
) -> bool:
    """Whether it is what the model returns, or a name for it."""
    if isinstance(value, cst.Name):
        if value.value in followed:
            return False
        given = only_value(value.value, assigned(caller.body, module, walk_kinds))
        names = followed | {value.value}
        return given is not None and _is_output(given, model, caller, module, names)
    return isinstance(value, cst.Call) and module.source(value.func) == model


def _computed_before(module: Module) -> Iterator[Finding]:
    """Report `optimizer.minimize(lambda: loss, ...)` where the lambda computes nothing.

    The optimizers of Keras 3 have no `minimize`.
    """
    for call, optimizer in calls_on("minimize", module):
        loss = bind(call, ("loss", "var_list")).get("loss")
        if loss is None or keyword(call, "tape") is not None:
            continue
        if not _is_optimizer(optimizer, call, module):
            continue
        name = _returned(loss, call, module)
        if name is not None and _is_computed(name, call, module):
            fields = {"code": module.source(call.func), "loss": name.value}
            yield Finding(loss, "closure", fields, generations=frozenset({2}))


def _is_optimizer(node: cst.BaseExpression, use: cst.CSTNode, module: Module) -> bool:
    """Whether it is an optimizer of Keras, by where it is made."""
    made = node if isinstance(node, cst.Call) else value_at(node, use, module)
    return module.makes(made) == "optimizer"


def _returned(loss: cst.BaseExpression, call: cst.Call, module: Module) -> cst.Name | None:
    """The name that a function without arguments returns, which it does not bind itself."""
    if isinstance(loss, cst.Lambda):
        return loss.body if isinstance(loss.body, cst.Name) else None
    around = module.function(call)
    scope = around.body if around is not None else module.tree
    for node in walk_same_function(scope, cst.FunctionDef):
        if isinstance(loss, cst.Name) and node.name.value == loss.value:
            match [line for line in walk(node.body) if isinstance(line, cst.BaseSmallStatement)]:
                case [cst.Return(value=cst.Name() as name)]:
                    return name
    return None


def _is_computed(name: cst.Name, call: cst.Call, module: Module) -> bool:
    """Whether the name stands for the result of a call or of an operation, and no function."""
    value = value_at(name, call, module)
    return isinstance(value, (cst.Call, cst.BinaryOperation)) and not (
        isinstance(value, cst.Call) and (module.keras(value.func) or "").startswith("losses.")
    )
