"""What became of the functions of `keras.backend` in Keras 3.

Keras 3 kept a handful of them. `SUCCESSORS` says what to write instead of the others, as a pair of
signature and expression in which the parameters stand for the arguments. The table is tested by
running both sides on the installed Keras 2 and Keras 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

# The public names of `keras.backend` in Keras 3.
KEPT = frozenset(
    {
        "backend",
        "clear_session",
        "epsilon",
        "floatx",
        "get_uid",
        "image_data_format",
        "is_float_dtype",
        "is_int_dtype",
        "is_keras_tensor",
        "result_type",
        "set_epsilon",
        "set_floatx",
        "set_image_data_format",
        "standardize_dtype",
    }
)

# How to ask for the mode in Keras 2.
LEARNING_PHASE = frozenset(
    {
        "in_test_phase",
        "in_train_phase",
        "learning_phase",
        "learning_phase_scope",
        "set_learning_phase",
        "symbolic_learning_phase",
    }
)

# Gone and without a counterpart that takes the same arguments; the value is what to look at.
WITHOUT_SUCCESSOR = {
    "batch_dot": "keras.ops.einsum",
    "batch_get_value": "keras.ops.convert_to_numpy",
    "batch_set_value": "the `assign` of each weight",
    "bias_add": "keras.ops.add",
    "binary_focal_crossentropy": "keras.losses.binary_focal_crossentropy",
    "categorical_focal_crossentropy": "keras.losses.categorical_focal_crossentropy",
    "control_dependencies": "",
    "conv1d": "keras.ops.conv",
    "conv2d": "keras.ops.conv",
    "conv2d_transpose": "keras.ops.conv_transpose",
    "conv3d": "keras.ops.conv",
    "count_params": "",
    "ctc_batch_cost": "keras.ops.ctc_loss",
    "ctc_decode": "keras.ops.ctc_decode",
    "ctc_label_dense_to_sparse": "",
    "depthwise_conv2d": "keras.ops.depthwise_conv",
    "experimental": "",
    "foldl": "keras.ops.scan",
    "foldr": "keras.ops.scan",
    "function": "keras.Function",
    "get_session": "",
    "gradients": "tf.GradientTape",
    "hard_sigmoid": "keras.ops.hard_sigmoid, which has another slope",
    "is_placeholder": "",
    "is_sparse": "",
    "local_conv1d": "",
    "local_conv2d": "",
    "manual_variable_initialization": "",
    "normalize_batch_in_training": "keras.ops.batch_normalization",
    "placeholder": "keras.Input",
    "pool2d": "keras.ops.max_pool",
    "pool3d": "keras.ops.max_pool",
    "print_tensor": "",
    "random_bernoulli": "keras.random.binomial",
    "random_binomial": "keras.random.binomial",
    "random_normal_variable": "self.add_weight",
    "random_uniform_variable": "self.add_weight",
    "reset_uids": "keras.utils.clear_session",
    "resize_images": "keras.ops.image.resize",
    "resize_volumes": "keras.ops.repeat",
    "rnn": "keras.layers.RNN",
    "separable_conv2d": "keras.ops.separable_conv",
    "spatial_2d_padding": "keras.ops.pad",
    "spatial_3d_padding": "keras.ops.pad",
    "switch": "keras.ops.where or keras.ops.cond",
    "temporal_padding": "keras.ops.pad",
    "to_dense": "keras.ops.convert_to_tensor",
    "variable": "keras.Variable",
}

# Signature in Keras 2: the same in Keras 3. A default is given where it has to be written out,
# because Keras 3 has another or none. A parameter that is not in the expression must not be given.
# `backend` in an expression stands for whatever the code calls it.
SUCCESSORS = {
    "abs(x)": "ops.abs(x)",
    "all(x, axis, keepdims)": "ops.all(x, axis, keepdims)",
    "any(x, axis, keepdims)": "ops.any(x, axis, keepdims)",
    "arange(start, stop, step, dtype)": "ops.arange(start, stop, step, dtype)",
    "argmax(x, axis=-1)": "ops.argmax(x, axis)",
    "argmin(x, axis=-1)": "ops.argmin(x, axis)",
    "batch_flatten(x)": "ops.reshape(x, (ops.shape(x)[0], -1))",
    "batch_normalization(x, mean, var, beta, gamma, axis=-1, epsilon)": (
        "ops.batch_normalization(x, mean, variance=var, axis=axis, offset=beta, scale=gamma,"
        " epsilon=epsilon)"
    ),
    "binary_crossentropy(target, output, from_logits)": (
        "ops.binary_crossentropy(target, output, from_logits)"
    ),
    "cast(x, dtype)": "ops.cast(x, dtype)",
    "cast_to_floatx(x)": "ops.cast(x, backend.floatx())",
    "categorical_crossentropy(target, output, from_logits, axis)": (
        "ops.categorical_crossentropy(target, output, from_logits, axis)"
    ),
    "clip(x, min_value, max_value)": "ops.clip(x, x_min=min_value, x_max=max_value)",
    "concatenate(tensors, axis=-1)": "ops.concatenate(xs=tensors, axis=axis)",
    "constant(value, dtype=backend.floatx(), shape, name)": (
        "ops.convert_to_tensor(x=value, dtype=dtype)"
    ),
    "cos(x)": "ops.cos(x)",
    "cumprod(x, axis=0)": "ops.cumprod(x, axis)",
    "cumsum(x, axis=0)": "ops.cumsum(x, axis)",
    "dot(x, y)": "ops.dot(x1=x, x2=y)",
    "dropout(x, level, noise_shape, seed)": (
        "random.dropout(inputs=x, rate=level, noise_shape=noise_shape)"
    ),
    "dtype(x)": "backend.standardize_dtype(x.dtype)",
    "elu(x, alpha)": "ops.elu(x, alpha)",
    "equal(x, y)": "ops.equal(x1=x, x2=y)",
    "eval(x)": "ops.convert_to_numpy(x)",
    "exp(x)": "ops.exp(x)",
    "expand_dims(x, axis=-1)": "ops.expand_dims(x, axis)",
    "eye(size, dtype, name)": "ops.eye(N=size, dtype=dtype)",
    "flatten(x)": "ops.reshape(x, (-1,))",
    "gather(reference, indices)": "ops.take(x=reference, indices=indices, axis=0)",
    "get_value(x)": "ops.convert_to_numpy(x)",
    "greater(x, y)": "ops.greater(x1=x, x2=y)",
    "greater_equal(x, y)": "ops.greater_equal(x1=x, x2=y)",
    "in_top_k(predictions, targets, k)": (
        "ops.in_top_k(targets=targets, predictions=predictions, k=k)"
    ),
    "int_shape(x)": "tuple(x.shape)",
    "l2_normalize(x, axis)": "ops.normalize(x, axis=axis, epsilon=1e-6)",
    "less(x, y)": "ops.less(x1=x, x2=y)",
    "less_equal(x, y)": "ops.less_equal(x1=x, x2=y)",
    "log(x)": "ops.log(x)",
    "logsumexp(x, axis, keepdims)": "ops.logsumexp(x, axis, keepdims)",
    "map_fn(fn, elems, name, dtype)": "ops.map(f=fn, xs=elems)",
    "max(x, axis, keepdims)": "ops.max(x, axis, keepdims)",
    "maximum(x, y)": "ops.maximum(x1=x, x2=y)",
    "mean(x, axis, keepdims)": "ops.mean(x, axis, keepdims)",
    "min(x, axis, keepdims)": "ops.min(x, axis, keepdims)",
    "minimum(x, y)": "ops.minimum(x1=x, x2=y)",
    "moving_average_update(x, value, momentum)": (
        "x.assign(momentum * x + (1 - momentum) * value)"
    ),
    "name_scope(name)": "keras.name_scope(name)",
    "ndim(x)": "ops.ndim(x)",
    "not_equal(x, y)": "ops.not_equal(x1=x, x2=y)",
    "one_hot(indices, num_classes)": "ops.one_hot(x=indices, num_classes=num_classes)",
    "ones(shape, dtype, name)": "ops.ones(shape, dtype)",
    "ones_like(x, dtype, name)": "ops.ones_like(x, dtype)",
    "permute_dimensions(x, pattern)": "ops.transpose(x, axes=pattern)",
    "pow(x, a)": "ops.power(x1=x, x2=a)",
    "prod(x, axis, keepdims)": "ops.prod(x, axis, keepdims)",
    "random_normal(shape, mean, stddev, dtype, seed)": "random.normal(shape, mean, stddev, dtype)",
    "random_uniform(shape, minval, maxval, dtype, seed)": (
        "random.uniform(shape, minval, maxval, dtype)"
    ),
    "relu(x, alpha, max_value, threshold)": "ops.relu(x)",
    "repeat(x, n)": "ops.repeat(ops.expand_dims(x, 1), n, axis=1)",
    "repeat_elements(x, rep, axis)": "ops.repeat(x, repeats=rep, axis=axis)",
    "reshape(x, shape)": "ops.reshape(x, newshape=shape)",
    "reverse(x, axes)": "ops.flip(x, axis=axes)",
    "round(x)": "ops.round(x)",
    "set_value(x, value)": "x.assign(value)",
    "shape(x)": "ops.shape(x)",
    "sigmoid(x)": "ops.sigmoid(x)",
    "sign(x)": "ops.sign(x)",
    "sin(x)": "ops.sin(x)",
    "softmax(x, axis)": "ops.softmax(x, axis)",
    "softplus(x)": "ops.softplus(x)",
    "softsign(x)": "ops.softsign(x)",
    "sparse_categorical_crossentropy(target, output, from_logits, axis, ignore_class)": (
        "ops.sparse_categorical_crossentropy(target, output, from_logits, axis)"
    ),
    # Keras 2 takes the root of zero where the argument is negative.
    "sqrt(x)": "ops.sqrt(ops.maximum(x, 0))",
    "square(x)": "ops.square(x)",
    "squeeze(x, axis)": "ops.squeeze(x, axis)",
    "stack(x, axis)": "ops.stack(x, axis)",
    "std(x, axis, keepdims)": "ops.std(x, axis, keepdims)",
    "stop_gradient(variables)": "ops.stop_gradient(variable=variables)",
    "sum(x, axis, keepdims)": "ops.sum(x, axis, keepdims)",
    "tanh(x)": "ops.tanh(x)",
    "tile(x, n)": "ops.tile(x, repeats=n)",
    "transpose(x)": "ops.transpose(x)",
    "truncated_normal(shape, mean, stddev, dtype, seed)": (
        "random.truncated_normal(shape, mean, stddev, dtype)"
    ),
    "update(x, new_x)": "x.assign(new_x)",
    "update_add(x, increment)": "x.assign_add(increment)",
    "update_sub(x, decrement)": "x.assign_sub(decrement)",
    "var(x, axis, keepdims)": "ops.var(x, axis, keepdims)",
    "zeros(shape, dtype, name)": "ops.zeros(shape, dtype)",
    "zeros_like(x, dtype, name)": "ops.zeros_like(x, dtype)",
}

# Keras 2 makes a variable, which a layer that keeps it would train and save.
MAKES_VARIABLE = frozenset({"eye", "ones", "ones_like", "zeros", "zeros_like"})
# What `ops.sqrt` may be given as it is: never negative.
NON_NEGATIVE = frozenset({"abs", "epsilon", "exp", "sigmoid", "softplus", "sqrt", "square", "var"})
# Still found under `tf.keras.backend`, but of no use for the weights of Keras 3.
FAILS_ON_WEIGHTS = frozenset({"set_value", "update", "update_add", "update_sub"})
# Not even under `tf.keras.backend`.
GONE_FROM_TF_KERAS = frozenset(
    {
        "control_dependencies",
        "experimental",
        "function",
        "get_session",
        "is_placeholder",
        "local_conv1d",
        "local_conv2d",
        "logsumexp",
        "manual_variable_initialization",
        "normalize_batch_in_training",
        "placeholder",
        "print_tensor",
        "random_binomial",
        "reset_uids",
    }
    | LEARNING_PHASE
)


@dataclass(frozen=True, slots=True)
class Successor:
    """What to write in Keras 3 for a function of `keras.backend`.

    `parameters` are those of Keras 2, `defaults` the ones to write out when they are not given.
    """

    name: str
    parameters: tuple[str, ...]
    defaults: dict[str, str]
    expression: str

    @property
    def target(self) -> str:
        """The name that takes the place of the function: `"keras.ops.sum"`, `"x.assign"`."""
        function = self.expression.partition("(")[0]
        if function == "tuple":
            return self.expression.removeprefix("tuple(").removesuffix(")")
        return function if function.startswith(("x.", "keras.")) else f"keras.{function}"


@cache
def successor(name: str) -> Successor | None:
    """What to write for `keras.backend.<name>`, None where nothing takes its place."""
    return _successors().get(name)


def gone(name: str) -> bool:
    """Whether `keras.backend` had `name` in Keras 2 and does not have it in Keras 3."""
    return name in _successors() or name in WITHOUT_SUCCESSOR or name in LEARNING_PHASE


@cache
def _successors() -> dict[str, Successor]:
    found = {}
    for signature, expression in SUCCESSORS.items():
        name, _, rest = signature.partition("(")
        pairs = [parameter.partition("=") for parameter in rest.removesuffix(")").split(", ")]
        defaults = {parameter: default for parameter, _, default in pairs if default}
        names = tuple(parameter for parameter, _, _ in pairs)
        found[name] = Successor(name, names, defaults, expression)
    return found
