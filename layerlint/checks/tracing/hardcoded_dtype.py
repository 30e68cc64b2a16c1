"""LL308: a float32 tensor meets one of the layer's compute dtype."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.checks.tracing._own_dtype import under_mixed_precision
from layerlint.declaration import check
from layerlint.facts.operations import POSITION_FUNCTIONS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.interpret.tensors.fact import BOTH, EnteredFunction
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import after_super_init
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import around

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact, Facts
    from layerlint.model.module import Module

# The operands that have to be of one dtype, and the module that they stand in.
_Meeting = tuple[Sequence[cst.BaseExpression], "Module"]
_OPERATORS = (cst.Add, cst.Subtract, cst.Multiply, cst.Divide, cst.MatrixMultiply, cst.FloorDivide)
_IN_PLACE = (cst.AddAssign, cst.SubtractAssign, cst.MultiplyAssign, cst.DivideAssign)


@check(LayerClass)
def hardcoded_dtype(layer: LayerClass) -> Iterator[Finding]:
    """Report what makes a float32 tensor, where that certainly meets the compute dtype."""
    yield from under_mixed_precision(layer, _found(layer))


def _found(layer: LayerClass) -> Iterator[Finding]:
    values = layer.values
    found: dict[cst.CSTNode, tuple[EnteredFunction, list[tuple[str, frozenset[int]]]]] = {}
    together: list[_Meeting] = []
    for function in traced(layer):
        for node in nodes_of(function, cst.BinaryOperation, cst.AugAssign, cst.Call):
            together.append((list(_operands(node, function)), function.module))
            for origin, other, generations in _meetings(node, function, values):
                home = layer.facts(_homes).get(origin)
                if home is not None:
                    met = (short(function.module, other), generations)
                    found.setdefault(origin, (home, []))[1].append(met)
    groups = _partners(together, layer) if found else {}
    fixes: dict[_Partners, Fix | None] = {}
    for origin, (home, meetings) in found.items():
        group = groups[origin]
        if group not in fixes:
            fixes[group] = _together(group, home, layer)
        yield _finding(origin, home, meetings, fixes[group])


def _finding(
    origin: cst.CSTNode,
    home: EnteredFunction,
    meetings: Sequence[tuple[str, frozenset[int]]],
    fix: Fix | None,
) -> Finding:
    said: frozenset[int] = frozenset()
    for _, generations in meetings:
        # Of the places where it meets the other dtype, those that say most.
        said = said if generations <= said else generations
    others = list(dict.fromkeys(other for other, generations in meetings if generations == said))
    made = _maker(origin)
    return Finding(
        made,
        "default" if len(others) == 1 else "several",
        {"expression": short(home.module, made), "other": _listed(others)},
        fix=fix,
        module=home.module,
        generations=said,
    )


def _listed(others: Sequence[str]) -> str:
    if len(others) < 3:
        return " and ".join(f"`{other}`" for other in others)
    return f"`{others[0]}` and {len(others) - 1} more"


def _meetings(
    node: cst.CSTNode, function: EnteredFunction, values: Facts
) -> Iterator[tuple[cst.CSTNode, cst.BaseExpression, frozenset[int]]]:
    """What made an operand of `node` float32, the operand that follows the policy, and where."""
    operands = list(_operands(node, function))
    other = next((each for each in operands if _follows(each, values)), None)
    if other is None:
        return
    for single in operands:
        fact = values.of(single)
        generations = fact.generations & _generations(values.of(other), node)
        if fact.origin is not None and fact.is_tensor and generations:
            yield fact.origin, other, generations


def _operands(node: cst.CSTNode, function: EnteredFunction) -> Iterator[cst.BaseExpression]:
    """The expressions that have to be of one dtype at a node."""
    match node:
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            if isinstance(operator, _OPERATORS):
                yield from (left, right)
        case cst.AugAssign(target=target, operator=operator, value=value):
            if isinstance(operator, _IN_PLACE):
                yield from (target, value)
        case cst.Call(args=arguments):
            known = function.module.tensor_function(node.func)
            if known is None or known.promotes:
                return
            if known.role == "binary":
                yield from (each.value for each in arguments if not each.star)
            elif known.role == "join" and arguments:
                yield from _elements(arguments[0].value)


def _elements(node: cst.BaseExpression) -> Sequence[cst.BaseExpression]:
    if isinstance(node, (cst.List, cst.Tuple)):
        return [element.value for element in node.elements]
    return []


def _follows(node: cst.BaseExpression, values: Facts) -> bool:
    fact = values.of(node)
    return fact.dtype == "compute" and fact.may_be_tensor


def _generations(other: Fact, node: cst.CSTNode) -> frozenset[int]:
    """Where the other side follows the policy: a weight adapts to operators of Keras 3 alone."""
    return BOTH if other.weight and isinstance(node, cst.Call) else other.generations


def _homes(layer: LayerClass) -> dict[cst.CSTNode, EnteredFunction]:
    """The function that each node stands in, of those that `call` runs, `__init__` and `build`."""
    methods = (layer.methods.get(name) for name in ("__init__", "build"))
    made = [EnteredFunction(each.node, each.module, each, 1) for each in methods if each]
    return {
        node: function
        for function in reversed([*traced(layer), *made])
        for node in nodes_of(function)
    }


def _counts(home: EnteredFunction) -> bool:
    """Whether the function makes positions, of which half precision tells few apart."""
    module = home.module
    return module.remembered(
        (_counts, home.node),
        lambda: any(
            (module.resolve(node.func) or "").rpartition(".")[2] in POSITION_FUNCTIONS
            for node in nodes_of(home, cst.Call)
        ),
    )


def _maker(origin: cst.CSTNode) -> cst.Call:
    """The call that makes the float32 tensor: the origin, or the one that it is the dtype of."""
    if isinstance(origin, cst.Call) and origin.args:
        return origin
    return next(around(origin, cst.Call))


def _together(group: _Partners, home: EnteredFunction, layer: LayerClass) -> Fix | None:
    """The fixes of tensors that meet as one: what is float32 still would not fit the others."""
    fixes = [] if group.stuck else [_fix(each, home.module, layer) for each in group.origins]
    made = [fix for fix in fixes if fix is not None]
    if not made or len(made) != len(fixes):
        return None
    safe = all(fix.applicability == "safe" for fix in made)
    edits = tuple(edit for fix in made for edit in fix.edits)
    return Fix(made[0].title, edits, "safe" if safe else "unsafe")


def _fix(origin: cst.CSTNode, module: Module, layer: LayerClass) -> Fix | None:
    """Follow the policy: safe where nobody may have wanted the precision.

    A layer has a policy once the constructor of its base has run.
    """
    home = layer.facts(_homes).get(origin)
    if home is None or home.module is not module:
        return None
    if home.method is None or not home.method.self_name:
        return None
    made = _maker(origin)
    if home.method.name == "__init__" and not after_super_init(home.method, origin):
        return None
    dtype = f"{home.method.self_name}.compute_dtype"
    safe = not _counts(home) and not _is_chosen(made, home, layer.values)
    if made is not origin:
        edits = replace(home.module, origin, dtype)
    elif _creates(made, home.module):
        edits = add_keyword(home.module, made, f"dtype={dtype}")
    else:
        return None
    return Fix(f"Use `{dtype}`", tuple(edits), "safe" if safe else "unsafe")


def _creates(made: cst.Call, module: Module) -> bool:
    """Whether a call makes a tensor of sizes, in float32 where it is told nothing else."""
    known = module.tensor_function(made.func)
    return known is not None and known.role == "create" and not any(arg.star for arg in made.args)


def _is_chosen(made: cst.Call, home: EnteredFunction, values: Facts) -> bool:
    """Whether it casts what may be a float already, of which more digits may be wanted."""
    known = home.module.tensor_function(made.func)
    if known is None or known.role != "cast" or not made.args:
        return False
    fact = values.of(made.args[0].value)
    return not fact.mask and fact.dtype not in ("bool", "int")


@dataclass(slots=True, eq=False)
class _Partners:
    """What makes float32 tensors that meet each other.

    `stuck` where they also meet one that stays float32: they would not fit it any more.
    """

    origins: list[cst.CSTNode] = field(default_factory=list)
    stuck: bool = False


def _partners(meetings: Iterable[_Meeting], layer: LayerClass) -> dict[cst.CSTNode, _Partners]:
    """The partners of each node that makes a float32 tensor, itself among them."""
    found: dict[cst.CSTNode, _Partners] = {}
    for operands, module in meetings:
        facts = [layer.values.of(each) for each in operands]
        origins = [fact.origin for fact in facts if fact.origin is not None]
        if not origins:
            continue
        group = _of(origins[0], found)
        for origin in origins[1:]:
            group = _merged(group, _of(origin, found), found)
        group.stuck |= any(
            fact.origin is None and _stays_float32(each, layer.values, module, layer)
            for each, fact in zip(operands, facts, strict=True)
        )
    return found


def _of(origin: cst.CSTNode, found: dict[cst.CSTNode, _Partners]) -> _Partners:
    return found.setdefault(origin, _Partners([origin]))


def _merged(first: _Partners, second: _Partners, found: dict[cst.CSTNode, _Partners]) -> _Partners:
    """The larger one, with what the smaller one has."""
    if first is second:
        return first
    small, large = sorted((first, second), key=lambda each: len(each.origins))
    large.origins += small.origins
    large.stuck |= small.stuck
    found.update(dict.fromkeys(small.origins, large))
    return large


def _stays_float32(
    node: cst.BaseExpression, values: Facts, module: Module, layer: LayerClass
) -> bool:
    """Whether it is a float32 tensor, or an attribute that a function of tensors has made one."""
    fact = values.of(node)
    if fact.is_tensor and fact.dtype == "float32":
        return True
    return any(
        isinstance(each.value, cst.Call) and module.tensor_function(each.value.func) is not None
        for each in layer.attributes[self_attribute(node) or ""].bindings
    )
