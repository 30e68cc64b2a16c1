"""LL209: one initializer object draws the same numbers for several weights."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from layerlint.checks.state._exclusive_branches import exclusive_in_class, in_loop
from layerlint.declaration import check
from layerlint.facts.generations import before_2_9
from layerlint.facts.initializers import DRAW_ALIKE
from layerlint.findings import Finding
from layerlint.fixes.edit import Applicability, Fix
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.initializer_uses import Use, uses, uses_in
from layerlint.model.initializers import Instance, instance_of, random_instance
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Text
from layerlint.queries.own_code import assigned_in_text, own_methods
from layerlint.queries.target_generation import asks_for_before
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

NEEDS = AnyOf(HoldsLayer(), AllOf("initializers", Text("kernel_initializer")))
_MAX_DEPTH = 4
_Operations = (cst.Multiply, cst.Divide, cst.FloorDivide, cst.Power, cst.LeftShift, cst.RightShift)


@check(LayerClass, Module, needs=NEEDS)
def shared_initializer_instance(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report each random initializer object at the second weight that it is used for."""
    module = subject if isinstance(subject, Module) else subject.module
    if _draws_anew(module):
        return
    if isinstance(subject, Module):
        yield from _in_functions(subject)
    else:
        yield from _in_class(subject)


def _in_functions(module: Module) -> Iterator[Finding]:
    """What a function, or the top level, gives the layers of which it puts a model together."""
    functions = walk_kinds(module.tree, cst.FunctionDef)
    scopes: list[cst.FunctionDef | cst.Module] = [module.tree, *functions]
    for function in scopes:
        if module.class_of(function) is not None:
            continue
        shared: dict[Hashable, tuple[Instance, list[Use]]] = {}
        for use in uses_in(function, module):
            instance = instance_of(use.expression, module)
            if instance is not None:
                shared.setdefault(instance.key, (instance, []))[1].append(use)
        yield from _findings(shared.values())


def _in_class(layer: LayerClass) -> Iterator[Finding]:
    shared: dict[Hashable, tuple[Instance, list[Use]]] = {}
    overwritten = _overwritten(layer)
    for method in own_methods(layer):
        for use in uses(layer, method):
            instance = random_instance(use.expression, layer, method)
            if instance is not None and use.call not in overwritten:
                shared.setdefault(instance.key, (instance, []))[1].append(use)
    for instance, found in shared.values():
        alike = list(_findings([(instance, found)]))
        yield from alike or _of_the_class(layer, instance)


def _of_the_class(layer: LayerClass, instance: Instance) -> Iterator[Finding]:
    """An object that is the default of an argument: made once, for all layers of the class."""
    default, constructor = instance.default, layer.methods.get("__init__")
    if default is None or constructor is None or instance.seeded:
        return
    if any(parameter.default is default for parameter in constructor.parameters):
        fields = {"initializer": layer.module.source(default), "layer": layer.name}
        yield Finding(default, "class", fields)


def _findings(shared: Iterable[tuple[Instance, list[Use]]]) -> Iterator[Finding]:
    for instance, found in shared:
        for alike in _of_alike_shapes(found):
            yield from _finding(instance, alike)


def _draws_anew(module: Module) -> bool:
    """Whether a module is for a Keras whose initializers draw other numbers at each call."""
    return any(map(before_2_9, module.index.required)) or asks_for_before(module, DRAW_ALIKE)


def _of_alike_shapes(found: list[Use]) -> list[list[Use]]:
    """The uses for weights that may look alike: in rows of other lengths nothing is the same."""
    groups: dict[Hashable, list[Use]] = {}
    for use in found:
        groups.setdefault(_likeness(use), []).append(use)
    return list(groups.values())


def _likeness(use: Use) -> Hashable:
    """What weights of one shape have in common, however the shape is written."""
    given = keyword(use.call, "shape")
    if given is not None:
        return _extent(given, use)
    sizes = [item.value for item in _sized(use) if not isinstance(item.value, cst.SimpleString)]
    return (use.module.source(use.call.func), *(_extent(size, use) for size in sizes))


def _extent(shape: cst.BaseExpression, use: Use) -> Hashable:
    """How many axes there are beside those of size 1, and the size of the last of them."""
    source = use.module.source
    if not isinstance(shape, (cst.Tuple, cst.List)):
        return source(shape)
    sizes = [source(each.value) for each in shape.elements if literal(each.value) != 1]
    return len(sizes), *sizes[-1:]


def _overwritten(layer: LayerClass) -> set[cst.CSTNode]:
    """Where state is made that the layer itself writes: how it begins is soon forgotten.

    The start vectors of a power iteration, for example.
    """
    return {
        weight.call
        for weight in layer.all_weights
        if weight.trainable is False and assigned_in_text(layer, weight.attribute)
    }


def _finding(instance: Instance, found: Sequence[Use]) -> Iterator[Finding]:
    first = found[0]
    module = first.module
    turns = (use for use in found if in_loop(module, use.call, instance.made))
    repeated = next((use for use in turns if not _grows_by_turn(module, use.call)), None)
    others = [use for use in found[1:] if not _either(first, use)]
    second = next((use for use in others if _shape(use) == _shape(first)), next(iter(others), None))
    use = second or repeated
    if use is None:
        return
    node = use.argument or use.call
    twin = next((one for one in found if one is not use and _shape(one) == _shape(use)), None)
    twin = twin if twin is not None and not _either(twin, use) else None
    yield Finding(
        node,
        "loop" if second is None else "default" if twin is not None else "begin",
        {"initializer": module.source(use.expression), "first": _label(twin or first)},
        fix=None if instance.seeded else _fix(instance, found, repeated),
        module=use.module,
    )


def _shape(use: Use) -> tuple[str, ...]:
    """What decides the shape of a weight, as it is written: a layer's makes its own of all."""
    source, given = use.module.source, keyword(use.call, "shape")
    if given is not None:
        return (source(given),)
    return (source(use.call.func), *(source(item) for item in _sized(use)))


def _sized(use: Use) -> list[cst.Arg]:
    """The arguments that decide the shapes of a layer's weights."""
    return [item for item in use.call.args if item.keyword is None or _sizes(item.keyword.value)]


def _sizes(argument: str) -> bool:
    return argument != "name" and not argument.endswith(_SIZELESS)


# What makes no difference to the shapes of a layer's weights.
_SIZELESS = ("activation", "bias", "constraint", "initializer", "regularizer", "dtype", "trainable")


def _either(first: Use, second: Use) -> bool:
    return first.module is second.module and exclusive_in_class(
        first.module, first.call, second.call
    )


def _fix(instance: Instance, found: Sequence[Use], repeated: Use | None) -> Fix | None:
    """Make another instance for each weight but the first."""
    edits = []
    for use in found:
        if use is found[0] and use is not repeated:
            continue
        if use.argument is None:
            return None
        module = use.module
        get, needed = spell(module, use.argument, "keras.initializers.get")
        serialize, _ = spell(module, use.argument, "keras.initializers.serialize")
        edits += replace(module, use.argument, f"{get}({serialize}({module.source(use.argument)}))")
        edits += needed
    # Of a function, or a class that is not registered, no other can be made that way.
    applicability: Applicability = "unsafe" if instance.passed else "safe"
    return Fix(_TITLE, edits, applicability)


_TITLE = "Make an initializer of its own from the configuration of the shared one"


def _label(use: Use) -> str:
    """What a weight or layer is called: by the attribute it becomes, by its name, by its class."""
    module = use.module
    parent = module.parent(use.call)
    if isinstance(parent, cst.Assign):
        attribute = self_attribute(parent.targets[0].target)
        if attribute is not None:
            return f"`{attribute}`"
    name = keyword(use.call, "name")
    text = literal(name) if name is not None else None
    if isinstance(text, str):
        return f"`{text}`"
    return f"a `{module.source(use.call.func).rpartition('.')[2]}`"


def _grows_by_turn(module: Module, call: cst.Call) -> bool:
    """Whether a size that a call is given is computed with the counter of the loop around.

    As in `Dense(units // 2**i)`. What is read at the counter may be the same in every turn.
    """
    loop = innermost(call, cst.For)
    counter = _counter(loop, module) if loop is not None else None
    if loop is None or counter is None:
        return False
    sizes = _Sizes(module, loop, counter)
    return any(sizes.counted(argument.value, _MAX_DEPTH) for argument in call.args)


def _counter(loop: cst.For, module: Module) -> str | None:
    """`i` of `for i in range(n)` and of `for i, x in enumerate(xs)`."""
    name = module.resolve(loop.iter.func) if isinstance(loop.iter, cst.Call) else None
    match loop.target:
        case cst.Name(value=counter) if name == "builtins.range":
            return counter
        case cst.Tuple(elements=[cst.Element(value=cst.Name(value=counter)), *_]):
            return counter if name == "builtins.enumerate" else None
    return None


class _Sizes:
    """The expressions in a loop that its counter has a part in."""

    def __init__(self, module: Module, loop: cst.For, counter: str) -> None:
        self._given = assigned(loop.body, module)
        self._counter = counter

    def counted(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether a size is a product, a quotient or a power in which the counter stands."""
        match node:
            case cst.Tuple(elements=elements) | cst.List(elements=elements):
                return any(self.counted(each.value, depth) for each in elements)
            case cst.BinaryOperation(operator=operator):
                return isinstance(operator, _Operations) and self._holds(node, depth)
            case cst.Name(value=name):
                given = only_value(name, self._given) if depth else None
                return given is not None and self.counted(given, depth - 1)
        return False

    def _holds(self, node: cst.BaseExpression, depth: int) -> bool:
        match node:
            case cst.BinaryOperation(left=left, right=right):
                return self._holds(left, depth) or self._holds(right, depth)
            case cst.Name(value=name):
                given = only_value(name, self._given) if depth else None
                return name == self._counter or (
                    given is not None and self._holds(given, depth - 1)
                )
        return False
