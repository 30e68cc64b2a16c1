"""Objects that draw random numbers, and the names that make one.

tests/facts/test_random.py holds them against the installed TensorFlow, Keras, NumPy and Python.
"""

from __future__ import annotations

from dataclasses import dataclass

from layerlint.facts.namespaces import keras_name
from layerlint.facts.random import NUMPY_DRAWS, PYTHON_DRAWS, canonical


@dataclass(frozen=True, slots=True)
class RandomGenerator:
    """An object that draws: the names that make one, and its drawing methods."""

    name: str
    makers: frozenset[str]
    draws: frozenset[str]
    at_trace: bool = False


def random_generator(name: str | None) -> RandomGenerator | None:
    """The kind of generator that a call of `name` makes: `numpy.random.default_rng`, ..."""
    if name is None:
        return None
    keras = keras_name(name)
    name = canonical(name) if keras is None else f"keras.{keras}"
    return next((kind for kind in RANDOM_GENERATORS if name in kind.makers), None)


_TENSORFLOW_DRAWS = "binomial make_seeds normal truncated_normal uniform uniform_full_int"
_GENERATOR_DRAWS = """
beta binomial bytes chisquare choice dirichlet exponential f gamma geometric gumbel hypergeometric
integers laplace logistic lognormal logseries multinomial multivariate_hypergeometric
multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto permutation
permuted poisson power random rayleigh shuffle standard_cauchy standard_exponential standard_gamma
standard_normal standard_t triangular uniform vonmises wald weibull zipf
"""

RANDOM_GENERATORS = (
    RandomGenerator(
        "tensorflow.random.Generator",
        frozenset(
            "tensorflow.random." + home + maker
            for home in ("", "experimental.")
            for maker in (
                "Generator",
                "Generator.from_key_counter",
                "Generator.from_non_deterministic_state",
                "Generator.from_seed",
                "Generator.from_state",
                "get_global_generator",
            )
        ),
        frozenset(_TENSORFLOW_DRAWS.split()),
    ),
    RandomGenerator(
        "keras.random.SeedGenerator",
        frozenset({"keras.random.SeedGenerator"}),
        frozenset({"next"}),
    ),
    RandomGenerator(
        "numpy.random.Generator",
        frozenset({"numpy.random.default_rng", "numpy.random.Generator"}),
        frozenset(_GENERATOR_DRAWS.split()),
        at_trace=True,
    ),
    RandomGenerator(
        "numpy.random.RandomState",
        frozenset({"numpy.random.RandomState"}),
        frozenset(NUMPY_DRAWS.split()) - {"ranf", "sample"},
        at_trace=True,
    ),
    RandomGenerator(
        "random.Random",
        frozenset({"random.Random", "random.SystemRandom"}),
        frozenset(PYTHON_DRAWS.split()),
        at_trace=True,
    ),
)
