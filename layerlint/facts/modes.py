"""Which built-in Keras layers behave differently in training, and on what that depends.

Four kinds: those that always do (`BatchNormalization`, image augmentation), those that do unless
a rate is zero (`Dropout`, `LSTM(dropout=...)`), those that do if what they hold does
(`Bidirectional`, `Sequential`), and those that hold foreign code of which nothing is known
(`JaxLayer`). Every other layer computes the same in every mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Unknown:
    """The value of an argument that the source does not tell."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Mode:
    """How a layer depends on the training mode.

    `positional` names the leading constructor parameters that matter, for binding a call.
    `rates` are numbers that switch the difference on, `held` parameters that hold other layers,
    `frozen_by` one that switches it off when it is `False`.
    """

    positional: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    frozen_by: str | None = None
    opaque: bool = False


_RECURRENT = Mode(rates=("dropout", "recurrent_dropout"))
_RATE = Mode(("rate",), rates=("rate",))
_ALWAYS = Mode()
_HOLDS_LAYER = Mode(("layer",), held=("layer",))
_OPAQUE = Mode(opaque=True)

# Image augmentation: without any flag these act as in training, because the default of their own
# `training` parameter is `True`.
AUGMENTATION: frozenset[str] = frozenset(
    {
        "AugMix",
        "CutMix",
        "Equalization",
        "MixUp",
        "RandAugment",
        "RandomBrightness",
        "RandomColorDegeneration",
        "RandomColorJitter",
        "RandomContrast",
        "RandomCrop",
        "RandomElasticTransform",
        "RandomErasing",
        "RandomFlip",
        "RandomGaussianBlur",
        "RandomGrayscale",
        "RandomHeight",
        "RandomHue",
        "RandomInvert",
        "RandomPerspective",
        "RandomPosterization",
        "RandomRotation",
        "RandomSaturation",
        "RandomSharpness",
        "RandomShear",
        "RandomTranslation",
        "RandomWidth",
        "RandomZoom",
        "Solarization",
    }
)

MODES: Mapping[str, Mode] = {
    "BatchNormalization": Mode(frozen_by="trainable"),
    "SyncBatchNormalization": Mode(frozen_by="trainable"),
    "SpectralNormalization": _ALWAYS,
    "Dropout": _RATE,
    "AlphaDropout": _RATE,
    "GaussianDropout": _RATE,
    "SpatialDropout1D": _RATE,
    "SpatialDropout2D": _RATE,
    "SpatialDropout3D": _RATE,
    "GaussianNoise": Mode(("stddev",), rates=("stddev",)),
    "Attention": Mode(("use_scale", "score_mode", "dropout"), rates=("dropout",)),
    "AdditiveAttention": Mode(("use_scale", "dropout"), rates=("dropout",)),
    "MultiHeadAttention": Mode(
        ("num_heads", "key_dim", "value_dim", "dropout"), rates=("dropout",)
    ),
    "GroupQueryAttention": Mode(
        ("head_dim", "num_query_heads", "num_key_value_heads", "dropout"), rates=("dropout",)
    ),
    "LSTM": _RECURRENT,
    "GRU": _RECURRENT,
    "SimpleRNN": _RECURRENT,
    "LSTMCell": _RECURRENT,
    "GRUCell": _RECURRENT,
    "SimpleRNNCell": _RECURRENT,
    "ConvLSTM1D": _RECURRENT,
    "ConvLSTM2D": _RECURRENT,
    "ConvLSTM3D": _RECURRENT,
    "RNN": Mode(("cell",), held=("cell",)),
    "StackedRNNCells": Mode(("cells",), held=("cells",)),
    "Bidirectional": Mode(
        ("layer", "merge_mode", "weights", "backward_layer"), held=("layer", "backward_layer")
    ),
    "TimeDistributed": _HOLDS_LAYER,
    "Pipeline": Mode(("layers",), held=("layers",)),
    "Sequential": Mode(("layers",), held=("layers",)),
    "Lambda": Mode(("function",), held=("function",)),
    "DenseFeatures": _OPAQUE,
    "FlaxLayer": _OPAQUE,
    "JaxLayer": _OPAQUE,
    "TFSMLayer": _OPAQUE,
    "TorchModuleWrapper": _OPAQUE,
    **dict.fromkeys(sorted(AUGMENTATION), _ALWAYS),
}


def mode_of(keras_name: str) -> Mode | None:
    """The entry of a layer by its Keras name (`layers.Dropout`), None if no mode changes it."""
    return MODES.get(keras_name.rpartition(".")[2])


def mode_dependent(keras_name: str, arguments: Mapping[str, object]) -> bool | None:
    """Whether a layer so constructed behaves differently in training; None if that is unknown.

    `arguments` are by parameter name: a Python value, or UNKNOWN for an expression that could be
    anything; for a parameter that holds layers, this function's own answer for what it holds. A
    "**" key says that there may be more. A rate nobody can read counts as set: whoever passes one
    means it to be used.
    """
    mode = mode_of(keras_name)
    if mode is None:
        return False
    if mode.opaque:
        return None
    if mode.frozen_by and arguments.get(mode.frozen_by) is False:
        return False
    if not mode.rates and not mode.held:
        return True
    answers: list[bool | None] = []
    answers += [_rate_set(arguments[name]) for name in mode.rates if name in arguments]
    answers += [_held(arguments[name]) for name in mode.held if name in arguments]
    if True in answers:
        return True
    return None if None in answers or "**" in arguments else False


def acts_in_training_by_default(keras_name: str) -> bool:
    """Whether the layer behaves as in training when nobody tells it the mode."""
    return keras_name.rpartition(".")[2] in AUGMENTATION


def only_disturbs(keras_name: str) -> bool:
    """Whether the layer is dropout, noise or augmentation, which inference does without."""
    mode = mode_of(keras_name)
    rated = mode is not None and bool(mode.rates) and mode.rates == mode.positional
    return rated or acts_in_training_by_default(keras_name)


def _rate_set(value: object) -> bool:
    if value is None or value is False:
        return False
    return not (isinstance(value, (int, float)) and value == 0)


def _held(answer: object) -> bool | None:
    return answer if isinstance(answer, bool) else None
