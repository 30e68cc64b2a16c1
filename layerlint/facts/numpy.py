"""NumPy's functions, and what does the same in TensorFlow and `keras.ops`."""

from __future__ import annotations

# By NumPy's name: TensorFlow's, where the arguments are the same or only keywords differ. Those of
# `keras.ops` have NumPy's names.
TENSORFLOW_COUNTERPARTS = {
    "abs": "abs",
    "absolute": "abs",
    "add": "add",
    "arccos": "acos",
    "arcsin": "asin",
    "arctan": "atan",
    "ceil": "math.ceil",
    "clip": "clip_by_value",
    "cos": "cos",
    "cosh": "cosh",
    "cumsum": "cumsum",
    "divide": "divide",
    "equal": "equal",
    "exp": "exp",
    "expand_dims": "expand_dims",
    "expm1": "math.expm1",
    "floor": "floor",
    "greater": "greater",
    "isfinite": "math.is_finite",
    "isinf": "math.is_inf",
    "isnan": "math.is_nan",
    "less": "less",
    "log": "math.log",
    "log1p": "math.log1p",
    "matmul": "matmul",
    "max": "reduce_max",
    "maximum": "maximum",
    "mean": "reduce_mean",
    "min": "reduce_min",
    "minimum": "minimum",
    "multiply": "multiply",
    "ones_like": "ones_like",
    "power": "pow",
    "prod": "reduce_prod",
    "reshape": "reshape",
    "sign": "sign",
    "sin": "sin",
    "sinh": "sinh",
    "sqrt": "sqrt",
    "square": "square",
    "squeeze": "squeeze",
    "std": "math.reduce_std",
    "subtract": "subtract",
    "sum": "reduce_sum",
    "tan": "tan",
    "tanh": "tanh",
    "tile": "tile",
    "var": "math.reduce_variance",
    "where": "where",
    "zeros_like": "zeros_like",
}
# NumPy's names that `keras.ops` has too.
KERAS_COUNTERPARTS = frozenset(TENSORFLOW_COUNTERPARTS) | {
    "concatenate",
    "stack",
    "transpose",
    "argmax",
    "repeat",
}
# What draws an array: the counterpart, and the names of the arguments, in order, that it takes
# behind the shape. `rand` and `randn` take the sizes one by one.
RANDOM_COUNTERPARTS = {
    "numpy.random.normal": ("normal", ("loc", "scale", "size")),
    "numpy.random.uniform": ("uniform", ("low", "high", "size")),
    "numpy.random.standard_normal": ("normal", ("size",)),
    "numpy.random.random": ("uniform", ("size",)),
    "numpy.random.random_sample": ("uniform", ("size",)),
    "numpy.random.rand": ("uniform", None),
    "numpy.random.randn": ("normal", None),
}
# Functions of NumPy whose arguments after the first few are sizes; without one they draw a number.
SIZES_AFTER = {"rand": 0, "randn": 0, "permutation": 0, "shuffle": 0, "choice": 1}
# Functions of `random` and NumPy that draw several values, or an order.
SEQUENCE_DRAWS = frozenset({"sample", "choices", "permutation", "permuted"})
# What makes an array.
ARRAY_MAKERS = frozenset(
    {"numpy.array", "numpy.asarray", "numpy.zeros", "numpy.ones", "numpy.arange"}
    | {"numpy.concatenate", "numpy.empty", "numpy.eye", "numpy.full", "numpy.linspace"}
    | {"numpy.logspace", "numpy.stack"}
)
# What NumPy can tell of a tensor without its values.
WITHOUT_VALUES = frozenset({"shape", "ndim", "isscalar", "iterable", "newaxis"})
