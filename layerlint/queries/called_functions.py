"""Which function of a module a call runs, and with which arguments, asked from either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.methods import names_taken
from layerlint.model.origins import only_result
from layerlint.model.top_level import values_given
from layerlint.queries.local_bindings import names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, names_bound, self_attribute
from layerlint.syntax.walk import innermost, mentions, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

# Where a function stands that is handed on.
_HANDING = (cst.Arg, cst.Assign, cst.Return, cst.Element, cst.DictElement)
# What runs a function on each replica: `strategy.run(step, args=(x, y))`.
_RUNS_ON_REPLICAS = frozenset({"run", "experimental_run_v2"})


def function_named(name: cst.BaseExpression, module: Module) -> cst.FunctionDef | None:
    """The function of the module that an expression names: at the top, around it, on `self`.

    Or on an object that is made on the spot: `Builder(flags).trunk`. A name for
    `tf.function(step)` or `jax.jit(step)` at the top level means `step`.
    """
    if isinstance(name, cst.Name):
        scope = module.scope_of(name, name.value)
        if isinstance(scope, cst.FunctionDef):
            return module.facts(scope, _functions_in).get(name.value)
        return _at_the_top(name.value, module) if scope is None else None
    attribute = self_attribute(name)
    around = module.class_around(name) if attribute is not None else None
    match name:
        case cst.Attribute(value=cst.Call(func=cst.Name(value=made)), attr=cst.Name(attribute)):
            around = module.class_statements.get(made)
    return module.facts(around, methods_in).get(attribute or "") if around is not None else None


def called(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of the module that a call runs, itself or on each replica."""
    on_replicas = run_on_replicas(call, module)
    return function_named(call.func, module) if on_replicas is None else on_replicas


def function_called(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of the module that a call runs by its plain name, and no method."""
    return function_named(call.func, module) if isinstance(call.func, cst.Name) else None


def run_on_replicas(call: cst.Call, module: Module) -> cst.FunctionDef | None:
    """The function of the module that `strategy.run` is given."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if verb in _RUNS_ON_REPLICAS:
            given = bind(call, ("fn",)).get("fn")
            if given is not None and "strategy" in module.source(owner).lower():
                return function_named(given, module)
    return None


def named_parameters(function: cst.FunctionDef) -> frozenset[str]:
    """The names of the parameters that stand for one argument each."""
    params = function.params
    every = (*params.posonly_params, *params.params, *params.kwonly_params)
    return frozenset(each.name.value for each in every)


def arguments(
    call: cst.Call, function: cst.FunctionDef, module: Module
) -> dict[str, cst.BaseExpression]:
    """What a call gives the parameters of the function that it runs, as far as it can be read."""
    names = names_taken(function)
    if run_on_replicas(call, module) is function:
        match bind(call, ("fn", "args")).get("args"):
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                return dict(zip(names, (each.value for each in elements), strict=False))
        return {}
    return bind(call, tuple(names))


def calls_of(name: str, module: Module) -> list[cst.Call]:
    """The calls in the module of whatever has that name, alone or behind a dot."""
    return module.once(_calls_by_name).get(name, [])


def is_of_others(node: cst.BaseExpression, module: Module) -> bool:
    """Whether a name, or what is behind its dots, is imported from outside of the project."""
    name = module.resolve(node)
    return name is not None and module.project.index.locate(name, module.path) is None


def calls_on(method: str, module: Module) -> Iterator[tuple[cst.Call, cst.BaseExpression]]:
    """The calls in the module of a method of that name, each with what it is called on."""
    for call in calls_of(method, module):
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == method:
            yield call, call.func.value


def callers(function: cst.FunctionDef, module: Module) -> list[cst.Call]:
    """The calls in the module that seem to run a function, told by its name alone.

    Those of a constructor are calls of its class.
    """
    around = module.parent(module.parent(function) or function)
    name = function.name.value
    if isinstance(around, cst.ClassDef) and name == "__init__":
        return calls_of(around.name.value, module)
    is_method = isinstance(around, cst.ClassDef)
    return [
        call
        for call in calls_of(name, module)
        if is_method == isinstance(call.func, cst.Attribute) or run_on_replicas(call, module)
    ]


def _at_the_top(name: str, module: Module) -> cst.FunctionDef | None:
    found = module.function_defs.get(name)
    if found is None:
        match module.steady_value(name):
            case cst.Call(args=[cst.Arg(value=cst.Name(value=inner)), *_]):
                return module.function_defs.get(inner)
        return None
    return found if all(_wraps(value, name) for value in values_given(module, name)) else None


def _wraps(value: cst.BaseExpression, name: str) -> bool:
    """Whether a name is given what still runs its function: `step = tf.function(step)`."""
    return isinstance(value, cst.Call) and mentions(value, name)


def is_handed_on(function: cst.FunctionDef, module: Module) -> bool:
    """Whether the module gives a function to what may call it, but for what keeps its name."""
    key = (is_handed_on, function)
    return module.remembered(key, lambda: any(_hand_on(function, module)))


def _hand_on(function: cst.FunctionDef, module: Module) -> Iterator[bool]:
    method = isinstance(module.parent(module.parent(function) or function), cst.ClassDef)
    for name, node, above in module.once(_handed).get((function.name.value, method), ()):
        call = module.parent(above)
        wraps = innermost(name, cst.Assign, inside=function)
        kept = wraps is not None and mentions(wraps.targets[0], function.name.value)
        runs = isinstance(call, cst.Call) and run_on_replicas(call, module) is function
        label = isinstance(above, cst.Arg) and above.value is not node
        yield not (kept or runs or label)


def _handed(
    module: Module,
) -> dict[tuple[str, bool], list[tuple[cst.Name, cst.CSTNode, cst.CSTNode]]]:
    """Where the module gives names away, by each and by whether it is that of an attribute.

    The name, the expression that it is or ends, and what that stands in.
    """
    found: dict[tuple[str, bool], list[tuple[cst.Name, cst.CSTNode, cst.CSTNode]]] = {}
    for value, names in names_in(module.tree).items():
        for name in names:
            above = module.parent(name)
            is_part = isinstance(above, cst.Attribute) and above.attr is name
            node, above = (above, module.parent(above)) if is_part and above else (name, above)
            if isinstance(above, _HANDING):
                found.setdefault((value, is_part), []).append((name, node, above))
    return found


def made_by(maker: cst.FunctionDef) -> cst.FunctionDef | None:
    """The function that another one defines and returns, whatever it is called with."""
    result = only_result(maker)
    return _functions_in(maker).get(result.value) if isinstance(result, cst.Name) else None


def _functions_in(scope: cst.FunctionDef) -> dict[str, cst.FunctionDef]:
    """The functions that a function defines, the last of a name, but for names of other things."""
    found = {each.name.value: each for each in walk_same_function(scope.body, cst.FunctionDef)}
    for other in walk_same_function(scope.body, cst.Assign) if found else ():
        given = {name for each in other.targets for name in names_bound(each.target)}
        for name in found.keys() & given:
            if not _wraps(other.value, name):
                del found[name]
    return found


def methods_in(statement: cst.ClassDef) -> dict[str, cst.FunctionDef]:
    """The methods that the body of a class defines, the last of a name."""
    return {
        each.name.value: each for each in statement.body.body if isinstance(each, cst.FunctionDef)
    }


def _calls_by_name(module: Module) -> dict[str, list[cst.Call]]:
    """The calls of the module by what they call, and by what they have a strategy run."""
    found: dict[str, list[cst.Call]] = {}
    for call in walk_kinds(module.tree, cst.Call):
        name = called_name(call.func)
        found.setdefault(name, []).append(call)
        if name in _RUNS_ON_REPLICAS and call.args:
            found.setdefault(called_name(call.args[0].value), []).append(call)
    return found
