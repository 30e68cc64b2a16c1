"""Where the gradient of a loss is taken: by a tape, by an optimizer, by a function of JAX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.queries.called_functions import calls_of, function_named, is_of_others
from layerlint.queries.trained_variables import Models, models_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, dotted, is_name
from layerlint.syntax.walk import around, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_OF_JAX = frozenset({"jax.grad", "jax.value_and_grad"})
# The call of a model that has its variables handed in.
STATELESS = "stateless_call"


@dataclass(frozen=True, slots=True)
class Tape:
    """A `tf.GradientTape` of `function`: its name there, and the blocks that it records."""

    name: str
    function: cst.FunctionDef | None
    blocks: tuple[cst.With, ...]
    given_away: bool

    @property
    def bodies(self) -> tuple[cst.CSTNode, ...]:
        """What is recorded."""
        return tuple(block.body for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Gradient:
    """One gradient of `loss`, with respect to the variables of `models`, taken by `call`.

    `recorded` is the code whose results it is the gradient of: what the tape records, or the body
    of the function that is differentiated; nothing where the tape is somebody else's. `tape` is
    None for the latter two. `function` is None at the top level.
    """

    call: cst.Call
    function: cst.FunctionDef | None
    loss: cst.BaseExpression | None
    models: Models
    recorded: tuple[cst.CSTNode, ...]
    tape: Tape | None = None


def tapes(module: Module) -> list[Tape]:
    """The tapes of a module, each with all blocks that it records, in source order."""
    return list(module.once(_tapes).values())


def is_recorded(node: cst.CSTNode, module: Module) -> bool:
    """Whether a node stands in a block that a tape records."""
    blocks = module.once(_blocks)
    return bool(blocks) and any(each in blocks for each in around(node))


def _blocks(module: Module) -> frozenset[cst.CSTNode]:
    """The identities of the blocks that tapes record."""
    return frozenset(block for tape in tapes(module) for block in tape.blocks)


def gradients(module: Module) -> Iterator[Gradient]:
    """The gradients that are taken in a module, in source order for each way to take one."""
    for call in walk_kinds(module.tree, cst.Call):
        name = called_name(call.func)
        if name in ("gradient", "minimize"):
            # `np.gradient` and `scipy.optimize.minimize` are of no tape and of no optimizer.
            if not isinstance(call.func, cst.Attribute) or is_of_others(call.func, module):
                continue
            if name == "gradient":
                yield _by_tape(call, call.func.value, module)
            else:
                yield from _by_optimizer(call, module)
        elif name in ("grad", "value_and_grad") and module.resolve(call.func) in _OF_JAX:
            yield from _by_function(call, module)


Tapes = dict[tuple[cst.FunctionDef | None, str], Tape]


def _tapes(module: Module) -> Tapes:
    """The tapes by their function and their name, which may be empty."""
    if not module.says("GradientTape"):
        return {}
    blocks: dict[tuple[cst.FunctionDef | None, str], list[cst.With]] = {}
    functions: set[cst.FunctionDef | None] = set()
    for node in walk_kinds(module.tree, cst.Assign):
        if _makes_tape(node.value, module):
            place = module.function(node)
            for target in node.targets:
                if isinstance(target.target, cst.Name):
                    blocks[place, target.target.value] = []
    for block in walk_kinds(module.tree, cst.With):
        function = module.function(block)
        for item in block.items:
            name = _tape_of(item, module)
            made = name is not None and not isinstance(item.item, cst.Name)
            if name is not None and (made or (function, name) in blocks):
                functions.add(function)
                blocks.setdefault((function, name), []).append(block)
    handed_on = {each: _handed_on(each, module) for each in functions}
    return {
        (place, name): Tape(name, place, tuple(found), name in handed_on[place])
        for (place, name), found in blocks.items()
        if found
    }


def _tape_of(item: cst.WithItem, module: Module) -> str | None:
    """The name of the tape, if one may be what is entered; `""` for one that gets no name."""
    if isinstance(item.item, cst.Name):
        return item.item.value
    if not _makes_tape(item.item, module):
        return None
    alias = item.asname.name if item.asname is not None else None
    return alias.value if isinstance(alias, cst.Name) else ""


def _makes_tape(value: cst.BaseExpression, module: Module) -> bool:
    return isinstance(value, cst.Call) and module.tf(value.func) == "GradientTape"


def _handed_on(function: cst.FunctionDef | None, module: Module) -> frozenset[str]:
    """The names that a function hands to something, which may record more on a tape."""
    nodes = (
        walk_same_function(module.tree, cst.Call)
        if function is None
        else walk_kinds(function.body, cst.Call)
    )
    return frozenset(
        argument.value.value
        for call in nodes
        for argument in call.args
        if isinstance(argument.value, cst.Name) and not is_name(argument.keyword, "tape")
    )


def _found(name: cst.BaseExpression | None, node: cst.CSTNode, module: Module) -> Tape | None:
    """The tape of that name, of the function around a node or of one around that."""
    known = module.once(_tapes)
    if not isinstance(name, cst.Name):
        return None
    functions = around(node, cst.FunctionDef)
    tapes = (known.get((each, name.value)) for each in (*functions, None))
    return next((each for each in tapes if each is not None), None)


def _by_tape(call: cst.Call, tape: cst.BaseExpression, module: Module) -> Gradient:
    """`tape.gradient(loss, variables)`."""
    given = bind(call, ("target", "sources"))
    return _taped(call, given.get("target"), given.get("sources"), tape, module)


def _taped(
    call: cst.Call,
    loss: cst.BaseExpression | None,
    sources: cst.BaseExpression | None,
    tape: cst.BaseExpression,
    module: Module,
) -> Gradient:
    found = _found(tape, call, module)
    bodies = found.bodies if found is not None else ()
    return Gradient(call, module.function(call), loss, models_of(sources, module), bodies, found)


def _by_optimizer(call: cst.Call, module: Module) -> Iterator[Gradient]:
    """`optimizer.minimize(loss, variables)`, of a function or of what a tape has recorded."""
    given = bind(call, ("loss", "var_list"))
    loss, tape = given.get("loss"), given.get("tape")
    if loss is None:
        return
    if tape is not None:
        yield _taped(call, loss, given.get("var_list"), tape, module)
        return
    code, result = _differentiated(loss, module)
    if code is not None:
        models = models_of(given.get("var_list"), module)
        yield Gradient(call, module.function(call), result, models, (code,))


def _by_function(made: cst.Call, module: Module) -> Iterator[Gradient]:
    """The calls of `jax.value_and_grad(compute_loss)`, on the spot or by a name."""
    code, result = _differentiated(made.args[0].value, module) if made.args else (None, None)
    if code is None:
        return
    around = module.parent(made)
    calls: list[cst.Call] = []
    if isinstance(around, cst.Call) and around.func is made:
        calls = [around]
    elif isinstance(around, cst.Assign) and isinstance(around.targets[0].target, cst.Name):
        calls = calls_of(around.targets[0].target.value, module)
    for call in calls:
        models = models_of(bind(call, ("sources",)).get("sources"), module)
        yield Gradient(
            call, module.function(call), result, models or _stateless_models(code), (code,)
        )


def _differentiated(
    loss: cst.BaseExpression, module: Module
) -> tuple[cst.CSTNode | None, cst.BaseExpression | None]:
    """The body of a function that computes a loss, and the one expression that it returns."""
    if isinstance(loss, cst.Lambda):
        return loss.body, loss.body
    function = function_named(loss, module)
    if function is None:
        return None, None
    returned = [each.value for each in walk_same_function(function.body, cst.Return)]
    return function.body, returned[0] if len(returned) == 1 else None


def _stateless_models(code: cst.CSTNode) -> Models:
    """The models that a function is given the variables of, each once."""
    found: dict[str, cst.BaseExpression] = {}
    for call in walk_kinds(code, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name == STATELESS:
                text = dotted(model)
                if text is not None:
                    found.setdefault(text, model)
    return tuple(found.values())
