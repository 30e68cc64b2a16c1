"""Whether a model is only ever run by loops that its own program writes, and never by `fit`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.queries.application import any_has, application
from layerlint.queries.scripts import is_of_script

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_TAPE = {"GradientTape": "GradientTape"}
_FLAG = {"training": r"\btraining\s*=\s*True\b"}
_FITS = {
    word: re.escape(word) for word in (".fit(", ".fit_generator(", ".train_on_batch(", ".compile(")
}
# What puts layers together and runs them as Keras does: its loops, functional models.
_KERAS = _FITS | {
    **{word: re.escape(word) for word in (".predict(", ".evaluate(")},
    "Input(": r"\bInput\(",
    "Sequential(": r"\bSequential\(",
}
# What makes graphs: these, `tf.function` and exports.
_GRAPHS = _KERAS | {
    **{word: re.escape(word) for word in (".export(", "saved_model")},
    "function": r"(?m)^[^#\n]*\b(?:(?:tf|tensorflow|def_function)\.|import\b[^\n]*\b)function\b",
}


def told_by_hand(layer: LayerClass) -> bool:
    """Whether the program trains with a tape of its own and the flag, and never calls `fit`."""
    return _has_loops_without(layer, _FITS, needs=_FLAG)


def called_by_hand(layer: LayerClass) -> bool:
    """Whether the program calls what it makes itself, with a tape, and leaves no call to Keras."""
    return _has_loops_without(layer, _KERAS, needs=_TAPE)


def never_traced(layer: LayerClass) -> bool:
    """Whether the program runs the model as Python does, and makes no graph of anything."""
    return _has_loops_without(layer, _GRAPHS, needs=_TAPE)


def _has_loops_without(layer: LayerClass, patterns: dict[str, str], needs: dict[str, str]) -> bool:
    module = layer.module
    files = frozenset({module.path}) if is_of_script(layer) else module.once(application)
    if files is None or not all(any_has(module, files, each) for each in (_TAPE, needs)):
        return False
    return not any_has(module, files, patterns)
