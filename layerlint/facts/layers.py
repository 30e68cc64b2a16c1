"""What built-in layers own, and what a call of them does besides returning a tensor.

tests/facts/test_layers.py constructs and calls every exported layer of the installed Keras 2 and
Keras 3 that can be, and compares.
"""

from __future__ import annotations

from layerlint.facts.namespaces import is_class_name

_NORMALIZATIONS = "BatchNormalization GroupNormalization LayerNormalization RMSNormalization"
_CONVOLUTIONS = " ".join(
    f"{kind}{rank}D{suffix}"
    for kind in ("Conv", "Convolution")
    for rank in (1, 2, 3)
    for suffix in ("", "Transpose")
)
_SEPARABLE = """
DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D SeparableConvolution1D
SeparableConvolution2D LocallyConnected1D LocallyConnected2D
"""
_RECURRENT = """
ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell
"""
_OTHERS = """
Dense EinsumDense Embedding ReversibleEmbedding PReLU AdditiveAttention GroupQueryAttention
MultiHeadAttention STFTSpectrogram
"""
OWNERS = frozenset(f"{_NORMALIZATIONS} {_CONVOLUTIONS} {_SEPARABLE} {_RECURRENT} {_OTHERS}".split())
# Layers whose weights are those of the layers that they hold, by the parameters for these.
HOLDERS = {
    "Bidirectional": ("layer",),
    "Pipeline": ("layers",),
    "RNN": ("cell",),
    "Sequential": ("layers",),
    "SpectralNormalization": ("layer",),
    "StackedRNNCells": ("cells",),
    "TimeDistributed": ("layer",),
}

_DROPPING = """
AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout1D SpatialDropout2D
SpatialDropout3D
"""
_POOLING = " ".join(
    f"{globally}{kind}{rank}D"
    for globally in ("", "Global")
    for kind in ("AveragePooling", "AvgPool", "MaxPool", "MaxPooling")
    for rank in (1, 2, 3)
)
_SHAPING = """
Activation Add Average Concatenate Cropping1D Cropping2D Cropping3D Dot ELU Flatten Identity
LeakyReLU Masking Maximum Minimum Multiply Permute ReLU RepeatVector Rescaling Reshape Resizing
Softmax Subtract ThresholdedReLU UnitNormalization UpSampling1D UpSampling2D UpSampling3D
ZeroPadding1D ZeroPadding2D ZeroPadding3D
"""
_COMPUTING_OWNERS = f"""
{_CONVOLUTIONS} {_SEPARABLE} Dense EinsumDense Embedding PReLU GroupNormalization
LayerNormalization RMSNormalization
"""
_PURE = frozenset(f"{_DROPPING} {_POOLING} {_SHAPING} {_COMPUTING_OWNERS}".split())


def owns_weights(keras_name: str) -> bool:
    """Whether the built-in layer (`"layers.Dense"`) creates weights, by itself."""
    return keras_name.rpartition(".")[2] in OWNERS


def held_parameters(keras_name: str) -> tuple[str, ...]:
    """The parameters of a built-in layer that take the layers whose weights it has."""
    return HOLDERS.get(keras_name.rpartition(".")[2], ())


def only_computes(keras_name: str) -> bool:
    """Whether a call of the built-in layer returns a tensor and changes no state.

    Building it aside, and the loss of an `activity_regularizer`.
    """
    return keras_name.startswith("layers.") and keras_name.rpartition(".")[2] in _PURE


def is_application(name: str) -> bool:
    """Tell whether a Keras name makes a network of `keras.applications`: `applications.VGG16`."""
    return name.startswith("applications.") and is_class_name(name.rpartition(".")[2])


# Classes from which Keras derives public layers and which it keeps for itself: some take arguments
# that no config has, such as the `rank` of `Conv` (keras 3.15, tf_keras 2.21).
_INNER = """
    BaseAdaptiveAveragePooling BaseAdaptiveMaxPooling BaseAdaptivePooling BaseConv
    BaseConvTranspose BaseDenseAttention BaseDepthwiseConv BaseGlobalPooling
    BaseImagePreprocessingLayer BasePooling BaseRandomLayer BaseSeparableConv BaseSpatialDropout
    BatchNormalizationBase Conv ConvLSTM ConvRNN DataLayer DepthwiseConv GlobalPooling1D
    GlobalPooling2D GlobalPooling3D IndexLookup Merge Pooling1D Pooling2D Pooling3D
    PreprocessingLayer SeparableConv _BaseFeaturesLayer _Merge
"""
INNER_BASES = frozenset(_INNER.split())

# Layers that keep moving averages of their inputs, and as `momentum` the share of them that stays.
# Keras 2 has the second one as experimental.
MOVING_STATISTICS = frozenset({"layers.BatchNormalization", "layers.SyncBatchNormalization"})
# What makes a model of layers put one behind another, and what makes one of any other shape.
SEQUENTIAL = frozenset({"Sequential", "models.Sequential"})
FUNCTIONAL = frozenset({"Model", "models.Model"})
