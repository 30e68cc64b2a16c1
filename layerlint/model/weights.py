"""The weights a layer owns: how each is created."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layerlint.facts.operations import KERAS_VARIABLES, TENSORFLOW_VARIABLES
from layerlint.facts.weights import (
    BACKEND_VARIABLE_PARAMETERS,
    KERAS_VARIABLE_PARAMETERS,
    VARIABLE_PARAMETERS,
    parameters as add_weight_parameters,
)
from layerlint.model.origins import Origin, Place, local_values
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    is_name,
    is_super_call,
    literal,
    mapping_display,
    positional,
)

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

How = Literal["add_weight", "add_variable", "tf.Variable", "K.variable", "keras.Variable"]


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight bound to an attribute. `arguments` go by the creating function's parameter names.

    `trainable` is None where it is computed. `method` is where it is created, None in a function of
    the project.
    """

    attribute: str
    call: cst.Call
    how: How
    arguments: dict[str, cst.BaseExpression]
    module: Module
    method: Method | None
    in_container: bool

    @property
    def trainable(self) -> bool | None:
        """Whether it is created trainable; every creating function defaults to True."""
        node = self.arguments.get("trainable")
        if node is None:
            return None if "**" in self.arguments else True
        value = literal(node)
        return None if value is NOT_LITERAL else bool(value)

    @property
    def of_tensorflow(self) -> bool:
        """Whether it is a variable of TensorFlow, which Keras 2 makes a weight and Keras 3 not."""
        return self.how in ("tf.Variable", "K.variable")

    @property
    def keeps_dtype(self) -> bool:
        """Whether it is left as it is under mixed precision: `autocast=False`."""
        return any(
            literal(self.arguments.get(name)) is False
            for name in ("autocast", "experimental_autocast")
        )


def weight_of(attribute: str, origin: Origin, bound_in_container: bool) -> Weight | None:
    """The weight that the origin's call creates, None when it creates none."""
    how = creation(origin.call, origin.place)
    if how is None:
        return None
    return Weight(
        attribute,
        origin.call,
        how,
        dict(_arguments(origin.call, how, origin.place)),
        origin.place.module,
        origin.place.method,
        bound_in_container or origin.container is not None,
    )


def creation(call: cst.Call, place: Place) -> How | None:
    """How a call creates a weight: `self.add_weight`, an alias of it, `tf.Variable`, ..."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value="add_weight" | "add_variable" as verb)):
            name = place.method.self_name if place.method else "self"
            if is_name(owner, name) or is_super_call(owner):
                return "add_weight" if verb == "add_weight" else "add_variable"
        case cst.Name(value=local):
            for value, _ in local_values(local, place):
                match value:
                    case cst.Attribute(value=cst.Name(), attr=cst.Name(value="add_weight")):
                        return "add_weight"
    if place.module.tf(call.func) in TENSORFLOW_VARIABLES:
        return "tf.Variable"
    if place.module.keras(call.func) in ("Variable", "backend.Variable"):
        return "keras.Variable"
    if place.module.keras(call.func) == "backend.variable" and not place.layer.multi_backend:
        return "K.variable"
    return None


def makes_variable(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a variable, of TensorFlow or of Keras, for a layer or for nobody."""
    return (
        module.tf(call.func) in TENSORFLOW_VARIABLES or module.keras(call.func) in KERAS_VARIABLES
    )


def _arguments(call: cst.Call, how: How, place: Place) -> Iterator[tuple[str, cst.BaseExpression]]:
    bound = bind(call, _names(call, how, place))
    starred = bound.pop("**", None)
    if starred is not None:
        expanded = keyword_display(starred, place)
        if expanded is None:
            yield "**", starred
        else:
            yield from expanded.items()
    yield from bound.items()


def keyword_display(node: cst.BaseExpression, place: Place) -> dict[str, cst.BaseExpression] | None:
    """The keywords of `**node` where it is, or names, one `dict(...)` or `{...}` display."""
    if isinstance(node, cst.Name):
        values = local_values(node.value, place)
        # With more than one of them, or an item that is set, it is not what it was made as.
        if len(values) != 1 or values[0][1] is not None or isinstance(values[0][0], cst.Name):
            return None
        return keyword_display(values[0][0], place)
    return mapping_display(node)


def _names(call: cst.Call, how: How, place: Place) -> tuple[str, ...]:
    if how == "tf.Variable":
        return VARIABLE_PARAMETERS
    if how == "K.variable":
        return BACKEND_VARIABLE_PARAMETERS
    if how == "keras.Variable":
        return KERAS_VARIABLE_PARAMETERS
    # A string in first position can only be Keras 2's `name`; anything else is a shape.
    first = next(iter(positional(call)), None)
    named_first = first is not None and isinstance(
        first.value, (cst.SimpleString, cst.FormattedString, cst.ConcatenatedString)
    )
    generation = 2 if named_first or 3 not in place.layer.generations else 3
    return add_weight_parameters(generation)
