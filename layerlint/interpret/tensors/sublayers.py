"""What the layers that a layer owns make of their input."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from layerlint.facts.tensors import (
    KERNEL_LAYERS,
    MERGING_LAYERS,
    PLAIN_LAYERS,
    RECURRENT_LAYERS,
    STEPWISE_LAYERS,
    WEIGHT_LAYERS,
)
from layerlint.interpret.tensors.algebra import combined, element
from layerlint.interpret.tensors.fact import UNKNOWN, Dtype, Fact, Given
from layerlint.model.sublayers import Sublayer
from layerlint.syntax.matching import is_name

_BOTH_WAYS = "layers.Bidirectional"


def given_to(sublayer: Sublayer, given: Given) -> Fact:
    """What a sublayer returns; that of a class of the project may be anything."""
    keras = sublayer.keras or ""
    first = given[0][1] if given and given[0][0] is None else UNKNOWN
    dtype: Dtype | None = None if "dtype" in sublayer.arguments else "compute"
    if keras in MERGING_LAYERS:
        parts = list(first.items or ()) or [element(first)]
        if any(part.dtype in ("int", "bool") for part in parts):
            dtype = None
        return replace(combined(parts), kind="tensor", dtype=dtype, mask=False, whole=False)
    attention = keras == "layers.MultiHeadAttention" and not any(
        key == "return_attention_scores" for key, _ in given
    )
    computes = keras in WEIGHT_LAYERS
    if not computes and first.kind == "python":
        # What is no tensor may be given back as it is.
        return UNKNOWN
    if not computes and first.dtype not in ("compute", "float32"):
        # A layer casts floating point numbers to its dtype and leaves all others as they are.
        dtype = None
    if keras not in PLAIN_LAYERS and not attention and not _gives_sequence(sublayer):
        return Fact(trained=next((fact.trained for _, fact in given if fact.trained), None))
    stepwise = attention or keras in STEPWISE_LAYERS | RECURRENT_LAYERS | {_BOTH_WAYS}
    return Fact(
        "tensor",
        batch=first.batch,
        dtype=dtype,
        steps=first.steps and stepwise,
        implicit=_implicit(sublayer, first) if stepwise else None,
        trained=sublayer.attribute if keras in KERNEL_LAYERS or attention else first.trained,
    )


def _implicit(sublayer: Sublayer, first: Fact) -> Literal["kept", "lost"] | None:
    """What becomes of the mask of Keras: an embedding may make one, all others keep theirs."""
    if sublayer.keras == "layers.Embedding":
        return "kept" if is_name(sublayer.arguments.get("mask_zero"), "True") else None
    return first.implicit


def _gives_sequence(sublayer: Sublayer) -> bool:
    """Whether a recurrent layer returns its output of every step, and nothing else."""
    if sublayer.keras == _BOTH_WAYS and "merge_mode" not in sublayer.arguments:
        return bool(sublayer.parts) and all(map(_gives_sequence, sublayer.parts))
    if sublayer.keras not in RECURRENT_LAYERS or "**" in sublayer.arguments:
        return False
    if not is_name(sublayer.arguments.get("return_sequences"), "True"):
        return False
    state = sublayer.arguments.get("return_state")
    return state is None or is_name(state, "False")
