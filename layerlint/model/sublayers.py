"""The layers a layer owns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.facts.layers import is_application
from layerlint.facts.modes import mode_dependent, mode_of
from layerlint.model.modes import FLAG, decides_by_mode, known_arguments
from layerlint.model.optional_parts import asked_for
from layerlint.model.origins import Origin, Place, origins
from layerlint.model.weights import keyword_display
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, with_unpacked

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_MODEL_NAMES = frozenset({"Model", "Sequential", "Functional"})


@dataclass(frozen=True, slots=True)
class Sublayer:
    """A layer bound to an attribute, alone or in a container.

    `keras` is its Keras name (`"layers.Dropout"`, `"Sequential"`), `layer` its class where that is
    the project's own.
    """

    attribute: str
    call: cst.Call
    keras: str | None
    layer: LayerClass | None
    place: Place
    container: str | None

    @property
    def method(self) -> Method | None:
        """The method that constructs it, None in a function of the project."""
        return self.place.method

    @property
    def module(self) -> Module:
        """The module of the constructing call."""
        return self.place.module

    @property
    def arguments(self) -> dict[str, cst.BaseExpression]:
        """The constructor's keyword arguments (positional ones only for the project's classes)."""
        names: list[str] = []
        if self.layer is not None and self.layer.constructor is not None:
            names = [parameter.name for parameter in self.layer.constructor.positional]
        given = bind(self.call, names)
        unpacked = given.get("**")
        return with_unpacked(given, keyword_display(unpacked, self.place) if unpacked else None)

    @property
    def label(self) -> str:
        """What to call its class in a message: `Dropout`, `MyBlock`."""
        if self.keras is not None:
            return self.keras.rpartition(".")[2]
        return self.layer.name if self.layer is not None else "layer"

    @property
    def parts(self) -> list[Sublayer]:
        """The layers that a `Sequential` or a wrapping layer is given where it is constructed."""
        mode = mode_of(self.keras or "")
        held = _held(self, mode.held) if mode is not None else {}
        return [part for parts in held.values() for part in parts]

    @property
    def mode_dependent(self) -> bool | None:
        """Whether it behaves differently in training; None where that cannot be told."""
        return _mode_dependent(self, ())

    @property
    def mode_dependent_part(self) -> Sublayer | None:
        """The innermost layer that makes it mode-dependent, itself when it holds no such layer."""
        return _culprit(self, ())


def sublayer_of(attribute: str, origin: Origin, in_container: str | None) -> Sublayer | None:
    """The sublayer that the origin's call constructs, None when it constructs none."""
    place = origin.place
    keras, layer = constructed(origin.call, place)
    if keras is None and layer is None:
        return None
    container = in_container or origin.container
    return Sublayer(attribute, origin.call, keras, layer, place, container)


def constructed(call: cst.Call, place: Place) -> tuple[str | None, LayerClass | None]:
    """The Keras name and the project class of the layer that a call constructs, if it does."""
    name = place.module.resolve(call.func)
    if name is None:
        return None, _local_class(call.func, place.module)
    layer = place.layer.project.find_layer(name, place.module.path)
    if layer is not None:
        return None, layer
    keras = place.module.keras(call.func)
    if keras is None:
        return None, None
    head, _, tail = keras.partition(".")
    if keras in _MODEL_NAMES or is_application(keras):
        return keras, None
    if head == "layers" and tail[:1].isupper() and tail not in ("Input", "InputSpec"):
        return keras, None
    return None, None


def _local_class(function: cst.BaseExpression, module: Module) -> LayerClass | None:
    """The layer class that a function around the call defines under the name that is called."""
    if not isinstance(function, cst.Name):
        return None
    scope = module.scope_of(function, function.value)
    if scope is None:
        return None
    return next(
        (
            layer
            for layer in module.classes
            if layer.name == function.value and module.function(layer.node) is scope
        ),
        None,
    )


def _culprit(sublayer: Sublayer, seen: tuple[LayerClass, ...]) -> Sublayer | None:
    if sublayer.keras is not None:
        mode = mode_of(sublayer.keras)
        held = _held(sublayer, mode.held) if mode is not None else {}
        for part in (part for parts in held.values() for part in parts):
            if (found := _culprit(part, seen)) is not None:
                return found
        return sublayer if not held and _mode_dependent(sublayer, seen) else None
    layer = sublayer.layer
    if layer is None or layer in seen:
        return None
    for inner in asked_for(_left_to_the_mode(layer), sublayer):
        if (found := _culprit(inner, (*seen, layer))) is not None:
            return found
    return sublayer if decides_by_mode(layer) else None


def _mode_dependent(sublayer: Sublayer, seen: tuple[LayerClass, ...]) -> bool | None:
    if sublayer.keras is not None:
        return _built_in(sublayer, sublayer.keras, seen)
    layer = sublayer.layer
    if layer is None or layer in seen:
        return None
    decides = decides_by_mode(layer)
    if decides:
        return True
    answers = [
        _mode_dependent(inner, (*seen, layer))
        for inner in asked_for(_left_to_the_mode(layer), sublayer)
    ]
    answers.append(decides)
    return _any([*answers, None if not layer.complete else False])


def _left_to_the_mode(layer: LayerClass) -> list[Sublayer]:
    """The sublayers without those that the layer always tells one mode: `training=True`.

    Those of functions come last, which may make something else.
    """
    names = {each.attribute for each in layer.all_sublayers}
    told = {name for name in names if _always_told(name, layer)}
    left = [each for each in layer.all_sublayers if each.attribute not in told]
    return sorted(left, key=lambda each: each.method is None)


def _always_told(attribute: str, layer: LayerClass) -> bool:
    reads = layer.attributes[attribute].reads
    return bool(reads) and all(_is_told(read.node, read.method.module) for read in reads)


def _is_told(node: cst.CSTNode, module: Module) -> bool:
    """Whether an attribute is called with a constant mode."""
    call = module.parent(node)
    flag = keyword(call, FLAG) if isinstance(call, cst.Call) and call.func is node else None
    return isinstance(literal(flag), bool)


def _built_in(sublayer: Sublayer, keras: str, seen: tuple[LayerClass, ...]) -> bool | None:
    if keras in _UNSEEN or keras.startswith("applications."):
        return None
    mode = mode_of(keras)
    if mode is None:
        return False
    arguments = known_arguments(sublayer.call, mode.positional)
    for name, parts in _held(sublayer, mode.held).items():
        arguments[name] = _any([_mode_dependent(part, seen) for part in parts] or [None])
    return mode_dependent(keras, arguments)


def _held(sublayer: Sublayer, names: tuple[str, ...]) -> dict[str, list[Sublayer]]:
    """The layers given to the parameters of a `Sequential` or of a wrapping layer."""
    mode = mode_of(sublayer.keras or "")
    bound = bind(sublayer.call, mode.positional if mode else ())
    held: dict[str, list[Sublayer]] = {}
    for name in names:
        if name not in bound:
            continue
        parts = [
            part
            for origin in origins(bound[name], sublayer.place)
            if (part := sublayer_of(sublayer.attribute, origin, None)) is not None
        ]
        held[name] = [part for part in parts if part.call is not sublayer.call]
    return held


def _any(answers: list[bool | None]) -> bool | None:
    """True if any is, None if that is unknown."""
    if True in answers:
        return True
    return None if None in answers else False


# Models whose layers stand outside the class.
_UNSEEN = frozenset({"Model", "Functional"})
