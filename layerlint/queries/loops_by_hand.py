"""Whether a model is only ever run by loops that its own program writes, and never by `fit`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.project.raw_text import CODE
from layerlint.queries.application import (
    RUNS,
    any_has,
    anywhere,
    application,
    files_around,
    is_of_application,
)
from layerlint.queries.host_code import runs_on_host
from layerlint.queries.scripts import is_of_script

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_TAPE = {"GradientTape": RUNS["GradientTape"]}
_WEIGHTS = CODE + r"\b(?:sample|class)_weights?\s*=\s*(?!None\b)"
# What a parameter is by default says nothing of who passes it.
_FLAG = {"training": r"(?m:^)(?!\s*def\b)[^#\n]*?\btraining\s*=\s*True\b"}
_INFERENCE = {"training": _FLAG["training"].replace("True", "False")}
_COMPILES = CODE + r"(?<!\bre)\.compile\("
_FITS = {
    ".fit(": RUNS[".fit("],
    **{word: CODE + re.escape(word) for word in (".fit_generator(", ".train_on_batch(")},
    ".compile(": _COMPILES,
}
# What puts layers together and runs them as Keras does: its loops, functional models.
_KERAS = _FITS | {
    **{word: CODE + re.escape(word) for word in (".predict(", ".evaluate(")},
    "Input(": CODE + r"\bInput\(",
    "Sequential(": CODE + r"\bSequential\(",
}
# A model may have loops of its own under these names; `compile` keeps what they need.
_LOOPS = frozenset(word for word in _KERAS if word.startswith(".") and word != ".compile(")
_SYMBOLIC = {word: _KERAS[word] for word in ("Input(", "Sequential(")}
# What makes graphs of code, whoever runs the loops.
_FUNCTIONS = {
    **{word: CODE + re.escape(word) for word in (".export(", "saved_model")},
    "function": CODE + r"\b(?:(?:tf|tensorflow|def_function)\.|import\b[^\n]*\b)function\b",
}
_GRAPHS = _KERAS | _FUNCTIONS
# Keras's loops make no graph of the steps of such a model.
_EAGERLY = {"run_eagerly": CODE + r"\brun_eagerly\s*=\s*True\b"}
_NOT_EAGERLY = {
    **_FUNCTIONS,
    **_SYMBOLIC,
    ".compile(": (
        _COMPILES + r"(?!(?:[^()]|\((?:[^()]|\([^()]*\))*\)){0,600}run_eagerly\s*=\s*True\b)"
    ),
}


def told_by_hand(layer: LayerClass) -> bool:
    """Whether the program trains with a tape of its own and the flag, and never calls `fit`."""
    return _has_loops_without(layer, _FITS, needs=_FLAG)


def untold_by_hand(layer: LayerClass) -> bool:
    """Whether the program, or the module alone, trains with a tape and never says that it does."""
    return _has_loops_without(layer, _FITS | _FLAG, needs=_TAPE, alone=True)


def trained_by_hand(layer: LayerClass) -> bool:
    """Whether the program, or the module alone, trains with a tape, said or not, without `fit`."""
    return _has_loops_without(layer, _FITS, needs=_TAPE, alone=True)


def called_by_hand(layer: LayerClass) -> bool:
    """Whether the program calls what it makes itself, with a tape, and leaves no call to Keras."""
    return _has_loops_without(layer, _KERAS, needs=_TAPE)


def says_inference(module: Module) -> bool:
    """Whether an application tells its models somewhere that they are not in training.

    Then its author knows the flag, and leaves it out where that is meant.
    """
    files = module.once(files_around) if is_of_application(module) else None
    return files is not None and any_has(module, files, _INFERENCE)


def hands_to_graphs(layer: LayerClass) -> bool:
    """Whether anything makes a graph of the model: something in its program, or in its file.

    It is taken for granted of a file by itself, which others may run.
    """
    module, files = layer.module, _program(layer)
    if files is None and "." not in module.name:
        return True
    files = files or frozenset({module.path})
    graphs = _without_sequential(_GRAPHS) if layer.kind == "model" else _GRAPHS
    return any_has(module, files, graphs)


def trained_by_own_loops(module: Module, without: dict[str, str]) -> bool:
    """Whether the files around a module train with a tape, never by `fit`, and have none of these.

    `without`: words, and the pattern that stands around each.
    """
    files = module.once(files_around)
    return files is not None and _have_loops_without(module, files, _FITS | without, _TAPE)


def compiles_nothing(module: Module) -> bool:
    """Whether the project trains with a tape, and hands no model what `compile` takes."""
    return anywhere(module, _TAPE) and not anywhere(module, {".compile(": _COMPILES})


def weighs_nothing(module: Module) -> bool:
    """Whether the project fits models, and passes weights of samples or classes nowhere."""
    fits = {".fit(": _FITS[".fit("]}
    return anywhere(module, fits) and not anywhere(module, {"_weight": _WEIGHTS})


def _without_own_loops(
    patterns: dict[str, str], module: Module, files: frozenset[str]
) -> dict[str, str]:
    """The patterns but for the loops that the program writes itself, and does not leave to Keras.

    `def train_on_batch(self, x, y)` without a call of the base's.
    """
    names = {word: word[1:-1] for word in _LOOPS & patterns.keys()}
    own = {
        word
        for word, name in names.items()
        if any_has(module, files, {name: rf"\bdef {name}\(\s*self\b"})
        and not any_has(module, files, {name: rf"\bsuper\([^()\n]*\)\.{name}\("})
    }
    own |= {".compile("} if own else own
    return {word: pattern for word, pattern in patterns.items() if word not in own}


def never_traced(layer: LayerClass) -> bool:
    """Whether the program runs the model as Python does, and makes no graph of anything.

    Either in loops of its own, or because it has Keras run all of its models so, or on the host. A
    `Sequential` makes graphs of the layers in it, and models hold them.
    """
    if runs_on_host(layer):
        return True
    graphs, not_eagerly = _GRAPHS, _NOT_EAGERLY
    if layer.kind == "loss":
        # No model is put together with it: it runs where its loop or Keras's runs it.
        graphs = {word: pattern for word, pattern in _GRAPHS.items() if word not in _SYMBOLIC}
    elif layer.kind == "model":
        graphs, not_eagerly = _without_sequential(graphs), _without_sequential(not_eagerly)
    if _has_loops_without(layer, graphs, needs=_TAPE):
        return True
    files = _program(layer)
    return files is not None and (
        any_has(layer.module, files, _EAGERLY) and not any_has(layer.module, files, not_eagerly)
    )


def _without_sequential(patterns: dict[str, str]) -> dict[str, str]:
    return {word: pattern for word, pattern in patterns.items() if word != "Sequential("}


def _has_loops_without(
    layer: LayerClass, patterns: dict[str, str], needs: dict[str, str], *, alone: bool = False
) -> bool:
    module, files = layer.module, _program(layer)
    if files is None and alone:
        files = frozenset({module.path})
    return files is not None and _have_loops_without(module, files, patterns, needs)


def _have_loops_without(
    module: Module, files: frozenset[str], patterns: dict[str, str], needs: dict[str, str]
) -> bool:
    if not all(any_has(module, files, each) for each in (_TAPE, needs)):
        return False
    # Whose loops they are takes a search of the whole project for each, and most have none.
    return not any_has(module, files, patterns) or not any_has(
        module, files, _without_own_loops(patterns, module, files)
    )


def _program(layer: LayerClass) -> frozenset[str] | None:
    """The files of the program that the class belongs to; None where others may run it."""
    module = layer.module
    return frozenset({module.path}) if is_of_script(layer) else module.once(application)
