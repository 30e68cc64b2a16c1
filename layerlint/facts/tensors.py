"""What functions of TensorFlow and Keras do to dtype and shape, as far as rules need it.

A function is known by the last part of its name (`tf.math.log`, `keras.ops.log`, `K.log` are
`log`); tests/facts/test_tensors.py runs each of them where the installed libraries have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from layerlint.facts.namespaces import keras_name, tf_name

Role = Literal[
    "elementwise",  # same shape and dtype as the first argument
    "reduction",  # dtype kept, `axis` goes
    "layout",  # dtype kept, other shape
    "like",  # shape and, unless given, dtype of the first argument
    "binary",  # all tensors have one dtype, which the result has too
    "join",  # a list of tensors of one dtype
    "where",
    "comparison",  # a boolean tensor
    "integer",  # an integer tensor
    "create",  # made from sizes and numbers, float32 unless a dtype is given
    "cast",
    "split",  # several tensors like the first argument
    "function",  # a tensor of which nothing else is known
    "python",  # a Python value
    "static-shape",  # the static shape of the first argument
]
Library = Literal["tf", "ops", "backend", "random"]


@dataclass(frozen=True, slots=True)
class TensorFunction:
    """One function: its role, the library it is from and its last name."""

    role: Role
    library: Library
    name: str

    @property
    def promotes(self) -> bool:
        """Whether operands of different dtypes are promoted instead of refused."""
        return self.library == "ops"


def tensor_function(name: str | None) -> TensorFunction | None:
    """What the function of a canonical dotted name does, None for any that is not known."""
    if name is None:
        return None
    rest, library = _home(name)
    if rest is None or library is None:
        return None
    space, _, last = rest.rpartition(".")
    if library == "random" or space == "random":
        role = "create" if last in DRAWS else _RANDOM_LIKE.get(last)
        return TensorFunction(role, library, last) if role is not None else None
    role = _BACKEND_ROLES.get(last) if library == "backend" else None
    role = role or _ROLES.get(last)
    if library == "tf" and last in MAKE_TENSORS.get(space, ()):
        return TensorFunction("function", library, last)
    if role is None or (library == "tf" and space not in _TF_SPACES):
        return None
    if last in _ANOTHER_ROLE.get(library, ()):
        return None
    return TensorFunction(role, library, last)


def _home(name: str) -> tuple[str | None, Library | None]:
    inside = keras_name(name)
    if inside is None:
        rest = tf_name(name)
        return (_VERSION.sub("", rest), "tf") if rest else (None, None)
    space, _, rest = inside.partition(".")
    return (rest, space) if space in ("ops", "backend", "random") else (None, None)  # type: ignore[return-value]


_VERSION = re.compile(r"^(?:compat\.v[12]|_api\.v2(?:\.v2)?)\.")

# The parts of TensorFlow whose functions the tables name.
_TF_SPACES = frozenset({"", "math", "nn", "linalg", "dtypes"})

# The functions of other parts that return one tensor.
_IMAGE = """
adjust_brightness adjust_contrast adjust_gamma central_crop crop_and_resize extract_patches
flip_left_right flip_up_down grayscale_to_rgb hsv_to_rgb per_image_standardization resize
resize_with_crop_or_pad resize_with_pad rgb_to_grayscale rgb_to_hsv rot90 sobel_edges
"""
_SIGNAL = """
dct fft fft2d frame idct ifft ifft2d inverse_stft irfft irfft2d overlap_and_add rfft rfft2d stft
"""
MAKE_TENSORS = {
    "image": frozenset(_IMAGE.split()),
    "signal": frozenset(_SIGNAL.split()),
}

_ELEMENTWISE = """
abs absolute acos acosh asin asinh atan atanh ceil clip clip_by_value cos cosh cumprod cumsum
digamma dropout elu ensure_shape erf erfinv exp expm1 floor gelu hard_sigmoid identity
l2_normalize leaky_relu lgamma log log10 log1p log2 log_sigmoid log_softmax nan_to_num
negative normalize reciprocal relu relu6 rint round rsqrt selu sigmoid sign silu sin sinh softmax
softplus softsign sqrt square stop_gradient swish tan tanh
"""
_REDUCTIONS = """
amax amin logsumexp max mean median min norm prod reduce_logsumexp reduce_max reduce_mean
reduce_min reduce_prod reduce_std reduce_sum reduce_variance std sum var
"""
_LAYOUT = """
band_part batch_flatten bias_add boolean_mask broadcast_to avg_pool avg_pool2d conv conv1d conv2d
conv2d_transpose depth_to_space depthwise_conv2d diag diag_part embedding_lookup expand_dims
flip gather gather_nd max_pool max_pool2d moveaxis pad permute_dimensions pool
ravel repeat repeat_elements reshape reverse roll separable_conv2d slice sort space_to_depth
squeeze strided_slice swapaxes take take_along_axis temporal_padding tile transpose tril triu
"""
_BINARY = """
add atan2 batch_dot divide divide_no_nan dot einsum floor_divide floordiv floormod matmul maximum
minimum mod multiply multiply_no_nan pow power squared_difference subtract tensordot true_divide
truediv xdivy xlogy
"""
_COMPARISONS = """
all any equal greater greater_equal in_top_k is_finite is_inf is_nan isfinite isinf isnan less
less_equal logical_and logical_not logical_or logical_xor not_equal reduce_all reduce_any
sequence_mask
"""
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_ELEMENTWISE.split(), "elementwise"),
    **dict.fromkeys(_REDUCTIONS.split(), "reduction"),
    **dict.fromkeys(_LAYOUT.split(), "layout"),
    **dict.fromkeys(_BINARY.split(), "binary"),
    **dict.fromkeys(_COMPARISONS.split(), "comparison"),
    **dict.fromkeys(("zeros_like", "ones_like", "full_like"), "like"),
    **dict.fromkeys(("add_n", "concat", "concatenate", "stack", "hstack", "vstack"), "join"),
    **dict.fromkeys(("argmax", "argmin", "argsort", "shape", "size", "rank"), "integer"),
    **dict.fromkeys(("constant", "convert_to_tensor", "eye", "fill", "full"), "create"),
    **dict.fromkeys(("linspace", "one_hot", "ones", "range", "arange", "zeros"), "create"),
    **dict.fromkeys(("split", "unstack"), "split"),
    "cast": "cast",
    "where": "where",
    "histogram_fixed_width": "integer",
    "bincount": "function",
    "segment_sum": "function",
    "segment_mean": "function",
    "unsorted_segment_sum": "function",
    "numpy_function": "function",
    "executing_eagerly": "python",
    "is_tensor": "python",
    "get_static_value": "python",
}
# What `keras.ops` answers with numbers where they are known and with tensors where they are not,
# and what TensorFlow gives together with something else: the result and the norm.
_ANOTHER_ROLE: dict[str, frozenset[str]] = {
    "ops": frozenset({"shape", "size"}),
    "tf": frozenset({"normalize"}),
}
# Functions of each element that make ones and zeros of ones and zeros.
KEEPS_BINARY = frozenset(
    {"abs", "absolute", "ceil", "clip", "clip_by_value", "ensure_shape", "floor", "identity"}
    | {"relu", "relu6", "rint", "round", "sign", "sqrt", "square", "stop_gradient"}
)
# Functions that go along the only axis of the flattened input where `keras.ops` is told no axis.
FLATTENS_WITHOUT_AXIS = frozenset({"cumprod", "cumsum"})
_BACKEND_ROLES: dict[str, Role] = {
    "epsilon": "python",
    "floatx": "python",
    "image_data_format": "python",
    "int_shape": "static-shape",
    "is_keras_tensor": "python",
    "is_sparse": "python",
    "ndim": "python",
    "variable": "function",
    "zeros": "function",
    "ones": "function",
    "eye": "function",
    "random_normal": "create",
    "random_uniform": "create",
    "truncated_normal": "create",
    "random_bernoulli": "create",
}
DRAWS = frozenset(
    {"normal", "uniform", "truncated_normal", "gamma", "beta", "binomial"}
    | {"stateless_normal", "stateless_uniform", "stateless_truncated_normal"}
)
_RANDOM_LIKE: dict[str, Role] = {"dropout": "elementwise", "shuffle": "layout"}

# Where a function of the role "create", "like" or "cast" takes its dtype, by position.
DTYPE_POSITIONS = {
    "arange": 3,
    "cast": 1,
    "constant": 1,
    "convert_to_tensor": 1,
    "eye": 3,
    "full": 2,
    "full_like": 2,
    "ones": 1,
    "ones_like": 1,
    "one_hot": 5,
    "stateless_normal": 4,
    "stateless_truncated_normal": 4,
    "stateless_uniform": 4,
    "zeros": 1,
    "zeros_like": 1,
    "normal": 3,
    "truncated_normal": 3,
    "uniform": 3,
    "random_normal": 3,
    "random_uniform": 3,
}
# Functions of the role "create" that take no dtype: it is that of a value they are given.
WITHOUT_DTYPE = frozenset({"fill", "linspace"})
# Where functions take a size that must be a number, by position and by name.
SIZE_PARAMETERS: dict[str, tuple[tuple[int, str], ...]] = {
    "broadcast_to": ((1, "shape"),),
    "eye": ((0, "num_rows"), (1, "num_columns"), (0, "N"), (1, "M")),
    "fill": ((0, "dims"),),
    "full": ((0, "shape"),),
    "arange": ((0, "start"), (1, "stop")),
    "range": ((0, "start"), (1, "limit")),
    "ones": ((0, "shape"),),
    "zeros": ((0, "shape"),),
    "repeat": ((1, "repeats"),),
    "reshape": ((1, "shape"), (1, "newshape")),
    "slice": ((2, "size"),),
    "tile": ((1, "multiples"), (1, "repeats"), (1, "n")),
    "normal": ((0, "shape"),),
    "uniform": ((0, "shape"),),
    "truncated_normal": ((0, "shape"),),
    "random_normal": ((0, "shape"),),
    "random_uniform": ((0, "shape"),),
    "stateless_normal": ((0, "shape"),),
    "stateless_uniform": ((0, "shape"),),
    "stateless_truncated_normal": ((0, "shape"),),
    "sequence_mask": ((1, "maxlen"),),
    "split": ((1, "num_or_size_splits"),),
    "one_hot": ((1, "depth"),),
    "cast": ((0, "x"),),
    "constant": ((0, "value"),),
    "convert_to_tensor": ((0, "value"),),
    "linspace": ((2, "num"),),
}


def _layers(names: str) -> frozenset[str]:
    return frozenset(f"layers.{name}" for name in names.split())


# Built-in layers whose result is one tensor of the layer's dtype that begins with the batch.
PLAIN_LAYERS = _layers(
    """
    Activation AlphaDropout AveragePooling1D AveragePooling2D BatchNormalization Conv1D
    Conv1DTranspose Conv2D Conv2DTranspose Conv3D Dense DepthwiseConv1D DepthwiseConv2D Dropout
    ELU EinsumDense Embedding Flatten GaussianDropout GaussianNoise GlobalAveragePooling1D
    GlobalAveragePooling2D
    GlobalMaxPooling1D GlobalMaxPooling2D GroupNormalization LayerNormalization LeakyReLU
    MaxPooling1D MaxPooling2D PReLU ReLU SeparableConv1D SeparableConv2D SpatialDropout1D
    SpatialDropout2D UnitNormalization UpSampling1D UpSampling2D ZeroPadding1D ZeroPadding2D
    """
)
# Those of them that work on every step of a sequence by itself, or keep its steps.
STEPWISE_LAYERS = _layers(
    """
    Activation AlphaDropout BatchNormalization Dense Dropout ELU Embedding GaussianDropout
    GaussianNoise GroupNormalization LayerNormalization LeakyReLU PReLU ReLU SpatialDropout1D
    UnitNormalization
    """
)
# Those that give steps, or rows of them, and no mask, whatever they are given.
MASKLESS_LAYERS = _layers(
    """
    Conv1D Conv1DTranspose Cropping1D DepthwiseConv1D MaxPooling1D Permute Reshape SeparableConv1D
    UpSampling1D ZeroPadding1D
    """
)
# Built-in layers that own weights once they are built.
WEIGHT_LAYERS = _layers(
    """
    BatchNormalization Bidirectional Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D
    Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D Dense DepthwiseConv1D DepthwiseConv2D
    EinsumDense
    Embedding GRU GroupNormalization GroupQueryAttention LSTM LayerNormalization
    MultiHeadAttention PReLU SeparableConv1D SeparableConv2D SimpleRNN
    """
)
# Built-in layers that put their input through a trained kernel.
KERNEL_LAYERS = _layers(
    """
    Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Dense DepthwiseConv1D DepthwiseConv2D
    EinsumDense Embedding SeparableConv1D SeparableConv2D
    """
)
# Built-in layers that put several tensors of one shape together, element by element.
MERGING_LAYERS = _layers("Add Average Maximum Minimum Multiply Subtract")
# Recurrent layers, whose output is a sequence with `return_sequences=True`.
RECURRENT_LAYERS = _layers("GRU LSTM SimpleRNN")

INTEGER_DTYPES = frozenset(
    {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}
)
# Attributes and functions that ask a tensor for anything but its numbers.
SHAPES = frozenset({"dtype", "get_shape", "int_shape", "name", "ndim", "rank", "shape", "size"})
# What scales a tensor to unit length, over all axes unless it is told one.
WHOLE_NORMS = frozenset({"backend.l2_normalize", "math.l2_normalize", "nn.l2_normalize"})
# Functions after which probabilities or classes are still the same ones, in another form perhaps.
SAME_MEANING = frozenset(
    {"batch_flatten", "cast", "clip", "clip_by_value", "expand_dims", "flatten", "identity"}
    | {"reshape", "round", "sigmoid", "softmax", "squeeze"}
)
