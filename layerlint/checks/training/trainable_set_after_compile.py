"""LL125: a model is frozen after it was compiled, and trained by itself afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._fits import set_between_fits
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.callbacks import callbacks, repeated_hooks
from layerlint.queries.called_functions import callers, calls_of, function_named, methods_in
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.straight_values import comes_first
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import around, mentions, walk_kinds

NEEDS = AllOf(
    Members("trainable"), Row("trainable", "="), AnyOf("Callback", "train_on_batch", "fit")
)
_TRAINS = frozenset({"fit", "train_on_batch"})
# From a node to whoever calls the function around it, and so on.
_LONGEST_WAY = 4


@check(Module, needs=NEEDS)
def trainable_set_after_compile(module: Module) -> Iterator[Finding]:
    """Report `d.trainable = False` where `d` was compiled before, and `d` is trained later."""
    yield from _in_callbacks(module)
    yield from set_between_fits(module)
    for node in walk_kinds(module.tree, cst.Assign, cst.Call):
        for model in _freezes(node, module):
            if not _is_compiled(module, model, node):
                continue
            trained = _trained(module, model, node)
            if trained is not None and not _is_thawed(module, model):
                fields = {"model": _name(model), "training": trained}
                yield Finding(node, fields=fields, generations=frozenset({3}))
                break


def _in_callbacks(module: Module) -> Iterator[Finding]:
    """Report what a callback freezes or thaws while `fit` runs the step that it has traced."""
    for callback in callbacks(module):
        for method in repeated_hooks(callback, module):
            yield from _set_in(method, callback.path(method))


def _set_in(method: cst.FunctionDef, path: str) -> Iterator[Finding]:
    for node in walk_kinds(method, cst.Assign):
        target = node.targets[0].target
        match target:
            case cst.Attribute(attr=cst.Name("trainable")) if not is_name(target.value, "self"):
                yield Finding(node, "callback", {"path": path}, generations=frozenset({2, 3}))
                return


def _freezes(node: cst.CSTNode, module: Module) -> Iterator[cst.BaseExpression]:
    """The models that are frozen there: `d.trainable = False`, or `set_trainable(d, False)`."""
    match node:
        case cst.Assign(targets=targets, value=value) if literal(value) is False:
            for target in targets:
                model = _frozen(target.target, module)
                if model is not None:
                    yield model
        case cst.Call(func=cst.Name(value=called), args=[model, flag]) if (
            literal(flag.value) is False and called in module.function_defs
        ):
            if _name(model.value) and _hands_on(module.function_defs[called], module):
                yield model.value


def _hands_on(function: cst.FunctionDef, module: Module) -> bool:
    """Whether a function gives `trainable` of its first argument the second one."""
    names = [each.name.value for each in function.params.params]
    if len(names) != 2:
        return False
    for node in walk_kinds(function.body, cst.Assign):
        frozen = [_frozen(each.target, module) for each in node.targets]
        if is_name(node.value, names[1]) and any(is_name(each, names[0]) for each in frozen):
            return True
    return False


def _frozen(target: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """`d` of `d.trainable`, of `self.d.trainable`, and of a loop over all of `d.layers`."""
    match target:
        case cst.Attribute(value=owner, attr=cst.Name(value="trainable")):
            model = _all_of(owner, module) or owner
            return model if _name(model) else None
    return None


def _all_of(layer: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """The model whose layers a loop goes through, each of them a `layer`."""
    statement = module.statement(layer)
    block = module.parent(statement) if statement is not None else None
    loop = module.parent(block) if block is not None else None
    match loop:
        case cst.For(
            target=cst.Name(value=name),
            iter=cst.Attribute(value=owner, attr=cst.Name("layers")),
            body=body,
        ) if body is block and is_name(layer, name):
            return owner
    return None


def _name(owner: cst.BaseExpression) -> str:
    match owner:
        case cst.Name(value=name) if name != "self":
            return name
        case cst.Attribute(value=cst.Name(value="self"), attr=cst.Name(value=name)):
            return name
    return ""


def _is_same(one: cst.BaseExpression, other: cst.BaseExpression, module: Module) -> bool:
    """Whether two expressions stand for one model: by the call that makes it, or by name."""
    made, known = only_call(one, module), only_call(other, module)
    if made is not None and known is not None:
        return made is known
    return bool(_name(one)) and _name(one) == _name(other)


def _calls(module: Module, model: cst.BaseExpression, verbs: frozenset[str]) -> Iterator[cst.Call]:
    """The calls of such a method on the model."""
    for call in (call for verb in sorted(verbs) for call in calls_of(verb, module)):
        if isinstance(call.func, cst.Attribute) and _is_same(call.func.value, model, module):
            yield call


def _is_compiled(module: Module, model: cst.BaseExpression, frozen: cst.CSTNode) -> bool:
    """Whether it was compiled before it is frozen: by name, or in the function that made it."""
    place = module.span(frozen).start
    compiled = list(_calls(module, model, frozenset({"compile"})))
    function = module.function(frozen)
    if any(
        module.span(call).start > place for call in compiled if module.function(call) is function
    ):
        return False
    if any(
        module.span(call).start < place for call in compiled if module.function(call) is function
    ):
        return True
    if len(compiled) == 1 and _runs_before(compiled[0], frozen, module):
        return True
    return any(_makes_compiled(made) for made in _made(module, model))


def _runs_before(first: cst.CSTNode, then: cst.CSTNode, module: Module) -> bool:
    """Whether a constructor runs one node of its class, by itself or a method, and then another."""
    around = module.class_around(then)
    start = module.facts(around, methods_in).get("__init__") if around is not None else None
    if start is None or module.class_around(first) is not around:
        return False
    one, other = (_run_by(start, each, module) for each in (first, then))
    return one is not None and other is not None and comes_first(one, other)


def _run_by(start: cst.FunctionDef, node: cst.CSTNode, module: Module) -> cst.CSTNode | None:
    """Where a constructor comes to a node: there, or where it runs the method around it, once."""
    method = module.function(node)
    if method is start or method is None:
        return node if method is start else None
    calls = [
        call
        for call in walk_kinds(start, cst.Call)
        if self_attribute(call.func) == method.name.value
    ]
    return calls[0] if len(calls) == 1 else None


def _made(module: Module, model: cst.BaseExpression) -> Iterator[cst.FunctionDef]:
    """The functions whose result is bound to the name, or is the model."""
    made = only_call(model, module)
    bound = [
        node.value
        for node in walk_kinds(module.tree, cst.Assign)
        if isinstance(node.value, cst.Call)
        and any(_name(target.target) == _name(model) for target in node.targets)
    ]
    for call in [made] if made is not None else bound:
        function = function_named(call.func, module)
        if function is not None:
            yield function


def _makes_compiled(function: cst.FunctionDef) -> bool:
    """Whether a function compiles what it returns."""
    returned = [
        node.value.value
        for node in walk_kinds(function, cst.Return)
        if isinstance(node.value, cst.Name)
    ]
    return any(
        isinstance(node.func, cst.Attribute)
        and node.func.attr.value == "compile"
        and any(is_name(node.func.value, name) for name in returned)
        for node in walk_kinds(function, cst.Call)
    )


def _trained(module: Module, model: cst.BaseExpression, frozen: cst.CSTNode) -> str | None:
    """How it is trained by itself, where nothing was trained before."""
    calls = sorted(_calls(module, model, _TRAINS), key=lambda call: module.span(call).start)
    if any(_is_earlier(call, frozen, module) for call in calls):
        return None
    return module.source(calls[0].func) if calls else None


def _is_earlier(node: cst.CSTNode, other: cst.CSTNode, module: Module) -> bool:
    """Whether one node is run before another, as far as one caller of each tells."""
    ways = [{module.function(each): each for each in _way(n, module)} for n in (node, other)]
    met = next(((way, ways[1][each]) for each, way in ways[0].items() if each in ways[1]), None)
    if met is None or met[0] is met[1]:
        return False
    # What stands among the arguments of a call is run before it.
    return module.span(met[0]).end < module.span(met[1]).end


def _way(node: cst.CSTNode, module: Module) -> Iterator[cst.CSTNode]:
    """A node, the one call of the function around it, that of the function around that."""
    for _ in range(_LONGEST_WAY):
        yield node
        function = module.function(node)
        calls = callers(function, module) if function is not None else []
        if len(calls) != 1:
            return
        node = calls[0]


def _is_part(target: cst.BaseExpression, name: str) -> bool:
    """Whether it is the flag of a model, or of something in it, also by way of loops."""
    if not isinstance(target, cst.Attribute) or target.attr.value != "trainable":
        return False
    loops = around(target, cst.For)
    return mentions(target, name) or any(mentions(each.iter, name) for each in loops)


def _is_thawed(module: Module, model: cst.BaseExpression) -> bool:
    """Whether the flag is ever given another value, in whatever way."""
    name = _name(model)
    for node in walk_kinds(module.tree, cst.Assign, cst.Call):
        match node:
            case cst.Assign(targets=targets, value=value):
                given = held_values(value, module) or [value]
                thaws = any(literal(each) is not False for each in given)
                if thaws and any(_is_part(each.target, name) for each in targets):
                    return True
                flags = [_frozen(each.target, module) for each in targets]
                if thaws and any(each and _is_same(each, model, module) for each in flags):
                    return True
            case cst.Call(func=cst.Name(), args=args) if len(args) == 2:
                # `set_trainable(d, True)`
                if literal(args[1].value) is True and _is_same(args[0].value, model, module):
                    return True
    return False
