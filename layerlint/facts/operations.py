"""Functions of TensorFlow and of `keras.ops`, by what they do."""

from __future__ import annotations

# Functions of TensorFlow that give a changed tensor and change none.
TENSORFLOW_UPDATES = frozenset(
    {
        "clip_by_global_norm",
        "clip_by_norm",
        "scatter_nd",
        "tensor_scatter_nd_add",
        "tensor_scatter_nd_max",
        "tensor_scatter_nd_min",
        "tensor_scatter_nd_sub",
        "tensor_scatter_nd_update",
    }
)
# The same of `keras.ops`.
KERAS_UPDATES = frozenset({"scatter", "scatter_update", "slice_update"})
# What gives a tensor other axes than it had.
AXIS_CHANGES = frozenset(
    {"dot", "einsum", "expand_dims", "matmul", "outer", "permute_dimensions", "reshape", "squeeze"}
    | {"swapaxes", "tensordot", "transpose"}
)
# Functions that run one of the functions that they are given.
BRANCHES = frozenset({"case", "cond", "switch", "switch_case"})
# Functions that run a function they are given again and again.
LOOPS = frozenset({"fori_loop", "map", "map_fn", "scan", "while_loop"})
# TensorFlow's draws from a given seed, and the counterparts of `keras.random`.
STATELESS_DRAWS = {
    f"tensorflow.random.stateless_{kind}": kind
    for kind in ("normal", "truncated_normal", "uniform")
}
# What makes a tensor.
TENSOR_MAKERS = frozenset({"constant", "convert_to_tensor", "zeros", "ones", "range"})
# What makes a variable of TensorFlow.
TENSORFLOW_VARIABLES = frozenset({"Variable", "compat.v1.Variable", "compat.v1.get_variable"})
# What makes a variable of Keras.
KERAS_VARIABLES = frozenset({"Variable", "backend.Variable", "backend.variable"})
# What runs Python on the values of tensors, and has no gradient.
NUMPY_FUNCTIONS = frozenset({"numpy_function", "compat.v1.py_func", "py_func"})
# TensorFlow's names whose counterparts in `keras.ops` take the same arguments.
KERAS_COUNTERPARTS = {
    "abs": "abs",
    "add": "add",
    "cast": "cast",
    "concat": "concatenate",
    "cos": "cos",
    "divide": "divide",
    "exp": "exp",
    "expand_dims": "expand_dims",
    "einsum": "einsum",
    "linalg.matmul": "matmul",
    "math.add": "add",
    "math.divide": "divide",
    "math.exp": "exp",
    "math.log": "log",
    "math.maximum": "maximum",
    "math.minimum": "minimum",
    "math.multiply": "multiply",
    "math.reduce_max": "max",
    "math.reduce_mean": "mean",
    "math.reduce_min": "min",
    "math.reduce_sum": "sum",
    "math.sigmoid": "sigmoid",
    "math.sqrt": "sqrt",
    "math.square": "square",
    "math.subtract": "subtract",
    "math.tanh": "tanh",
    "maximum": "maximum",
    "minimum": "minimum",
    "multiply": "multiply",
    "nn.elu": "elu",
    "nn.gelu": "gelu",
    "nn.relu": "relu",
    "nn.sigmoid": "sigmoid",
    "nn.silu": "silu",
    "nn.softmax": "softmax",
    "nn.softplus": "softplus",
    "nn.swish": "silu",
    "nn.tanh": "tanh",
    "reduce_max": "max",
    "reduce_mean": "mean",
    "reduce_min": "min",
    "reduce_sum": "sum",
    "reshape": "reshape",
    "sigmoid": "sigmoid",
    "sin": "sin",
    "sqrt": "sqrt",
    "square": "square",
    "squeeze": "squeeze",
    "stack": "stack",
    "subtract": "subtract",
    "tanh": "tanh",
    "tile": "tile",
}
# What TensorFlow can be asked about anything.
ASKED_OF_ANYTHING = frozenset(
    {"is_tensor", "print", "executing_eagerly", "nest", "TensorShape", "function"}
    | {"get_static_value", "is_symbolic_tensor", "debugging.is_numeric_tensor"}
    | {"backend.int_shape", "backend.is_keras_tensor", "backend.is_sparse"}
)
# Draws from an interval.
UNIFORM_DRAWS = frozenset({"uniform", "random_uniform", "stateless_uniform"})
# Draws of zeros and ones.
COIN_DRAWS = frozenset({"bernoulli", "random_bernoulli", "binomial", "random_binomial"})
# What is asked of a tensor without its values.
SHAPE_QUESTIONS = frozenset(
    {"shape", "int_shape", "shape_v2", "get_shape", "ndim", "rank", "dtype"}
)
# What makes a mask of uniform numbers.
MASKING = frozenset({"floor", "round", "less", "less_equal", "greater", "greater_equal", "ceil"})
# Members of `tf.TensorShape` that a tuple does not have.
TENSOR_SHAPE_MEMBERS = frozenset(
    {"as_list", "as_proto", "assert_has_rank", "assert_is_compatible_with", "concatenate", "dims"}
    | {"assert_is_fully_defined", "assert_same_rank", "is_compatible_with", "is_fully_defined"}
    | {"merge_with", "ndims", "num_elements", "rank", "with_rank", "with_rank_at_least"}
    | {"with_rank_at_most"}
)
# A value of what these give comes of one value of each tensor that they are given.
BY_VALUE = frozenset(
    {"abs", "square", "sqrt", "sign", "round", "equal", "not_equal", "greater", "less", "subtract"}
    | {"greater_equal", "less_equal", "logical_and", "logical_or", "multiply", "add", "maximum"}
    | {"minimum", "squared_difference"}
)
# What gives no number below 0, whatever it is given.
NEVER_NEGATIVE = frozenset({"abs", "norm", "relu", "sigmoid", "softplus", "sqrt", "square"})
# Sums and means over axes of a tensor, or over all of them.
SUMS = frozenset({"reduce_sum", "sum"})
MEANS = frozenset({"mean", "reduce_mean"})
# Reductions of numbers above 0 to one that is no smaller than the smallest of them.
AT_LEAST_THE_LEAST = (
    frozenset({"amax", "amin", "max", "min", "reduce_max", "reduce_min"}) | MEANS | SUMS
)
# What positions in a sequence or an image are made with.
POSITION_FUNCTIONS = frozenset({"arange", "range", "linspace", "cumsum", "sin", "cos", "meshgrid"})
# What makes a tensor that stands for another one, to build or trace with.
PLACEHOLDERS = frozenset(
    {"zeros", "ones", "zeros_like", "ones_like", "empty", "Input", "KerasTensor"}
)
# Functions whose result says nothing of the numbers that they are given.
NUMBERLESS = frozenset({"epsilon", "floatx", "int_shape", "ones_like", "rank", "shape", "size"})
# What puts the axes of a tensor into another order, by any spelling: words to look for.
AXES_MOVED = ("transpose", "permute", "Permute", "moveaxis", "swapaxes", "einsum")
# TensorFlow's functions that take no integers, by the last part of their names.
FLOATS_ONLY = frozenset(
    {"cos", "erf", "exp", "expm1", "log", "log1p", "rsqrt", "sigmoid", "sin", "sqrt", "tan", "tanh"}
)
# Those of two numbers that take no integer tensor beside a float of Python.
ONE_DTYPE = frozenset({"add", "divide", "maximum", "minimum", "multiply", "pow", "subtract"})
