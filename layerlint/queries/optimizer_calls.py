"""Where an optimizer is given gradients, or a loss to take them of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.queries.called_functions import is_of_others
from layerlint.queries.trained_variables import Models, given_at, models_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True)
class Update:
    """One application of gradients, by `optimizer`, in `function`; None is the top level.

    `gradients` are the pairs with `variables` where these are not told apart, and None where the
    optimizer takes the gradients itself (`minimize`); `models` are those whose variables they are.
    """

    call: cst.Call
    function: cst.FunctionDef | None
    optimizer: cst.BaseExpression
    gradients: cst.BaseExpression | None
    variables: cst.BaseExpression | None
    models: Models


def updates(module: Module) -> Iterator[Update]:
    """The applications of gradients in a module, in source order."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=optimizer, attr=cst.Name(value=verb)) if verb in _READERS:
                read = _READERS[verb](call, module)
                if read is not None:
                    gradients, variables = read
                    models = models_of(variables, module)
                    if models or verb not in _COMMON or _is_optimizer(optimizer, verb, module):
                        function = module.function(call)
                        yield Update(call, function, optimizer, gradients, variables, models)


def _is_optimizer(owner: cst.BaseExpression, verb: str, module: Module) -> bool:
    """Whether something may be an optimizer, and not data or a function of others."""
    if is_of_others(owner, module):
        return False
    return verb == "minimize" or "opt" in module.source(owner).lower()


Read = tuple["cst.BaseExpression | None", "cst.BaseExpression | None"]


def _pairs(call: cst.Call, module: Module) -> Read | None:
    """Those of `apply_gradients(zip(gradients, variables))`."""
    pairs = bind(call, ("grads_and_vars",)).get("grads_and_vars")
    if isinstance(pairs, cst.Name):
        given = given_at(module.function(call), module).get(pairs.value, ())
        if len(given) == 1 and isinstance(given[0], (cst.Call, cst.ListComp)):
            pairs = given[0]
    match pairs:
        case cst.Call(func=cst.Name("list"), args=[inner]):
            pairs = inner.value
        case cst.ListComp(
            elt=cst.Tuple(elements=[_, _]), for_in=cst.CompFor(iter=cst.Call() as inner)
        ):
            pairs = inner
    match pairs:
        case cst.Call(func=cst.Name("zip"), args=[first, second]):
            return first.value, second.value
    return pairs, None


def _apply(call: cst.Call, module: Module) -> Read | None:
    """Those of `apply(gradients, variables)`, of an optimizer of Keras 3."""
    match call.args:
        case [cst.Arg(value=gradients), cst.Arg(value=variables)]:
            return gradients, variables
    return None


def _stateless(call: cst.Call, module: Module) -> Read | None:
    """Those of `stateless_apply(optimizer_variables, gradients, variables)`."""
    names = ("optimizer_variables", "grads", "trainable_variables")
    given = bind(call, names)
    return given.get("grads"), given.get("trainable_variables")


def _minimized(call: cst.Call, module: Module) -> Read | None:
    """The variables of `minimize(loss, variables)`."""
    return None, bind(call, ("loss", "var_list")).get("var_list")


# What not only optimizers have.
_COMMON = frozenset({"apply", "minimize"})
_READERS = {
    "apply_gradients": _pairs,
    "apply": _apply,
    "stateless_apply": _stateless,
    "minimize": _minimized,
}
