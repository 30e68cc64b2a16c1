"""Functions that draw random numbers: who seeds them, and what a constant seed does.

Names are the library's own (`tensorflow.random.normal`, `keras.random.dropout`,
`numpy.random.rand`, `random.random`); tests/facts/test_random.py holds every row against the
installed TensorFlow, Keras 2 and 3, NumPy and Python, and runs what it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.facts.namespaces import keras_name, tf_name


@dataclass(frozen=True, slots=True)
class RandomFunction:
    """A function whose result is drawn.

    `seed` is the parameter that takes the seed (None: only the global state seeds it) and
    `position` its place among the positional parameters (None: by keyword only).
    `training_only`: what it does (dropout, augmentation) is fit for training and for nothing else.
    `stateless`: the result is a function of the arguments. `constant_with_int_seed`: a literal
    seed makes every call return the same numbers; otherwise it only makes the sequence repeatable.
    `at_trace`: Python draws it, so that a traced `call` keeps the one number drawn at tracing.
    """

    name: str
    seed: str | None
    position: int | None
    training_only: bool = False
    stateless: bool = False
    constant_with_int_seed: bool = False
    at_trace: bool = False


def random_function(name: str | None) -> RandomFunction | None:
    """The random function of a canonical dotted name, whatever home of Keras it is spelled with.

    Takes Keras names without their prefix as well (`backend.random_normal`, `random.dropout`),
    except where Python's own `random` module has the same name: `random.uniform` is Python's;
    ask `keras_random_function` where the name is known to be Keras's.
    """
    if name is None:
        return None
    keras = keras_name(name)
    if keras is not None:
        return keras_random_function(keras)
    return _TABLE.get(canonical(name)) or keras_random_function(name)


def keras_random_function(name: str | None) -> RandomFunction | None:
    """The random function of a Keras name without its prefix: `random.normal`, say."""
    if name is None:
        return None
    return _TABLE.get(f"keras.{name}")


def draws_at_random(layer: str) -> bool:
    """Whether the built-in layer (`"layers.Dropout"`) draws from a generator of its own on Keras 3.

    Mapped by `vectorized_map` that generator moves on once, not once for each row.
    """
    return layer.rpartition(".")[2] in DRAWING_LAYERS


def canonical(name: str) -> str:
    """A name of TensorFlow as the table spells it, any other as it is."""
    tensorflow = tf_name(name)
    return name if tensorflow is None else "tensorflow." + tensorflow.removeprefix("compat.v1.")


# One row a line: the name, the seed parameter and its position. Both `tf` and `tf.compat.v1` names.
_TENSORFLOW = """
random.categorical seed 3
random.gamma seed 4
random.multinomial seed 2
random.normal seed 4
random.poisson seed 3
random.shuffle seed 1
random.truncated_normal seed 4
random.uniform seed 4
random.all_candidate_sampler seed 4
random.fixed_unigram_candidate_sampler seed 11
random.learned_unigram_candidate_sampler seed 5
random.log_uniform_candidate_sampler seed 5
random.uniform_candidate_sampler seed 5
nn.all_candidate_sampler seed 4
nn.fixed_unigram_candidate_sampler seed 11
nn.learned_unigram_candidate_sampler seed 5
nn.log_uniform_candidate_sampler seed 5
nn.uniform_candidate_sampler seed 5
multinomial seed 2
random_gamma seed 4
random_normal seed 4
random_poisson seed 3
random_shuffle seed 1
random_uniform seed 4
truncated_normal seed 4
"""

_TENSORFLOW_TRAINING = """
nn.dropout seed 3
random_crop seed 2
image.random_brightness seed 2
image.random_contrast seed 3
image.random_crop seed 2
image.random_flip_left_right seed 1
image.random_flip_up_down seed 1
image.random_hue seed 2
image.random_jpeg_quality seed 3
image.random_saturation seed 3
"""

_TENSORFLOW_STATELESS = """
random.stateless_binomial seed 1
random.stateless_categorical seed 2
random.stateless_gamma seed 1
random.stateless_multinomial seed 2
random.stateless_normal seed 1
random.stateless_parameterized_truncated_normal seed 1
random.stateless_poisson seed 1
random.stateless_truncated_normal seed 1
random.stateless_uniform seed 1
random.experimental.stateless_shuffle seed 1
random.experimental.index_shuffle seed 1
"""

_TENSORFLOW_STATELESS_TRAINING = """
nn.experimental.stateless_dropout seed 2
image.stateless_random_brightness seed 2
image.stateless_random_contrast seed 3
image.stateless_random_crop seed 2
image.stateless_random_flip_left_right seed 1
image.stateless_random_flip_up_down seed 1
image.stateless_random_hue seed 2
image.stateless_random_jpeg_quality seed 3
image.stateless_random_saturation seed 3
image.stateless_sample_distorted_bounding_box seed 2
"""

_TENSORFLOW_RAW_OPS = """
raw_ops.Multinomial seed
raw_ops.ParameterizedTruncatedNormal seed
raw_ops.RandomGamma seed
raw_ops.RandomPoissonV2 seed
raw_ops.RandomShuffle seed
raw_ops.RandomStandardNormal seed
raw_ops.RandomUniform seed
raw_ops.RandomUniformInt seed
raw_ops.TruncatedNormal seed
"""

_TENSORFLOW_NUMPY = """
experimental.numpy.random.poisson
experimental.numpy.random.rand
experimental.numpy.random.randint
experimental.numpy.random.randn
experimental.numpy.random.random
experimental.numpy.random.standard_normal
experimental.numpy.random.uniform
"""

# `keras.random` exists on Keras 3 only; an integer seed there is used afresh at every call.
_KERAS_RANDOM = """
random.beta seed 4
random.binomial seed 4
random.categorical seed 3
random.gamma seed 3
random.normal seed 4
random.randint seed 4
random.shuffle seed 2
random.truncated_normal seed 4
random.uniform seed 4
"""

_KERAS_RANDOM_TRAINING = """
random.dropout seed 3
"""

_KERAS_BACKEND = """
backend.random_bernoulli seed 3
backend.random_binomial seed 3
backend.random_normal seed 4
backend.random_uniform seed 4
backend.truncated_normal seed 4
"""

_KERAS_BACKEND_TRAINING = """
backend.dropout seed 3
"""

NUMPY_DRAWS = """
beta binomial bytes chisquare choice dirichlet exponential f gamma geometric gumbel hypergeometric
laplace logistic lognormal logseries multinomial multivariate_normal negative_binomial
noncentral_chisquare noncentral_f normal pareto permutation poisson power rand randint randn random
random_integers random_sample ranf rayleigh sample shuffle standard_cauchy standard_exponential
standard_gamma standard_normal standard_t triangular uniform vonmises wald weibull zipf
"""

PYTHON_DRAWS = """
betavariate choice choices expovariate gammavariate gauss getrandbits lognormvariate normalvariate
paretovariate randbytes randint random randrange sample shuffle triangular uniform vonmisesvariate
weibullvariate
"""


def _rows(table: str, home: str, **facts: bool) -> Iterator[RandomFunction]:
    for line in table.split("\n"):
        match line.split():
            case [name, seed, position]:
                yield RandomFunction(home + name, seed, int(position), **facts)
            case [name, seed]:
                yield RandomFunction(home + name, seed, None, **facts)
            case [name]:
                yield RandomFunction(home + name, None, None, **facts)


def _unseeded(names: str, home: str) -> Iterator[RandomFunction]:
    for name in names.split():
        yield RandomFunction(home + name, None, None, at_trace=True)


def _all_rows() -> Iterator[RandomFunction]:
    yield from _rows(_TENSORFLOW, "tensorflow.")
    yield from _rows(_TENSORFLOW_TRAINING, "tensorflow.", training_only=True)
    constant = {"stateless": True, "constant_with_int_seed": True}
    yield from _rows(_TENSORFLOW_STATELESS, "tensorflow.", **constant)
    yield from _rows(_TENSORFLOW_STATELESS_TRAINING, "tensorflow.", training_only=True, **constant)
    yield from _rows(_TENSORFLOW_RAW_OPS, "tensorflow.")
    yield from _rows(_TENSORFLOW_NUMPY, "tensorflow.")
    yield from _rows(_KERAS_RANDOM, "keras.", constant_with_int_seed=True)
    yield from _rows(
        _KERAS_RANDOM_TRAINING, "keras.", training_only=True, constant_with_int_seed=True
    )
    yield from _rows(_KERAS_BACKEND, "keras.")
    yield from _rows(_KERAS_BACKEND_TRAINING, "keras.", training_only=True)
    yield from _unseeded(NUMPY_DRAWS, "numpy.random.")
    yield from _unseeded(PYTHON_DRAWS, "random.")


DRAWING_LAYERS = frozenset(
    {
        "AlphaDropout",
        "Dropout",
        "GaussianDropout",
        "GaussianNoise",
        "RandomBrightness",
        "RandomContrast",
        "RandomCrop",
        "RandomErasing",
        "RandomFlip",
        "RandomHue",
        "RandomRotation",
        "RandomTranslation",
        "RandomZoom",
        "SpatialDropout1D",
    }
)

RANDOM_FUNCTIONS = tuple(_all_rows())
_TABLE = {function.name: function for function in RANDOM_FUNCTIONS}


# Layers that draw where the things of an image come to lie, anew in each call, seed or not.
MOVING_LAYERS = frozenset(
    f"layers.{name}"
    for name in (
        *("RandomCrop", "RandomElasticTransform", "RandomFlip", "RandomHeight"),
        *("RandomPerspective", "RandomRotation", "RandomShear", "RandomTranslation"),
        *("RandomWidth", "RandomZoom"),
    )
)
# Functions of TensorFlow that do, with the number of their arguments in front of the seed.
MOVING_FUNCTIONS = {
    "image.random_crop": 2,
    "image.random_flip_left_right": 1,
    "image.random_flip_up_down": 1,
}
