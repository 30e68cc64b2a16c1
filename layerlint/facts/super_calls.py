"""What a built-in layer loses when a subclass calls `super().call(...)` without an argument.

Keras hands the mode on when a layer is called as a layer; a plain `super().call()` falls back to
the default of `training`. On Keras 2 some layers ask the call context by themselves. Every row was
run: tests/facts/test_super_calls.py runs them again.
"""

from __future__ import annotations

# Without the flag these do nothing of what they do in training, on both generations ...
_SILENT = frozenset(
    {
        "BatchNormalization",
        "ConvLSTM1D",
        "ConvLSTM2D",
        "ConvLSTM3D",
        "Dropout",
        "SpatialDropout1D",
        "SpatialDropout2D",
        "SpatialDropout3D",
        "SpectralNormalization",
    }
)
# ... and these on Keras 3 alone.
_SILENT_ON_KERAS_3 = frozenset(
    {
        "AlphaDropout",
        "Bidirectional",
        "GRU",
        "GaussianDropout",
        "GaussianNoise",
        "LSTM",
        "RNN",
        "SimpleRNN",
        "TimeDistributed",
    }
)
# The default of their `training` is True: without the flag they augment in inference as well.
_AUGMENTING = frozenset(
    {
        "RandomBrightness",
        "RandomContrast",
        "RandomCrop",
        "RandomFlip",
        "RandomHeight",
        "RandomRotation",
        "RandomTranslation",
        "RandomWidth",
        "RandomZoom",
    }
)
_AUGMENTING_ON_KERAS_3 = frozenset(
    {
        "AugMix",
        "CutMix",
        "MixUp",
        "RandAugment",
        "RandomColorDegeneration",
        "RandomElasticTransform",
        "RandomErasing",
        "RandomGaussianBlur",
        "RandomGrayscale",
        "RandomHue",
        "RandomInvert",
        "RandomPerspective",
        "RandomSaturation",
        "RandomSharpness",
    }
)

# Layers whose `call` takes a `mask` that changes what they compute.
USES_MASK = frozenset(
    {
        "AdditiveAttention",
        "Attention",
        "BatchNormalization",
        "Bidirectional",
        "ConvLSTM1D",
        "ConvLSTM2D",
        "ConvLSTM3D",
        "GRU",
        "GlobalAveragePooling1D",
        "LSTM",
        "RNN",
        "SimpleRNN",
        "Softmax",
        "TimeDistributed",
    }
)


def loses_training(layer: str) -> frozenset[int]:
    """The generations on which a built-in layer (`"Dropout"`) needs the flag in `super().call`."""
    if layer in _SILENT or layer in _AUGMENTING:
        return frozenset({2, 3})
    if layer in _SILENT_ON_KERAS_3 or layer in _AUGMENTING_ON_KERAS_3:
        return frozenset({3})
    return frozenset()


def augments_by_default(layer: str) -> bool:
    """Whether the layer acts as in training where it is not told the mode."""
    return layer in _AUGMENTING or layer in _AUGMENTING_ON_KERAS_3
