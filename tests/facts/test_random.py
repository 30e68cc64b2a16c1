"""The table of random functions holds against the installed TensorFlow, Keras, NumPy, Python.

Run as a script with a generation (2 or 3) this file prints what it finds in that Keras as JSON.
"""

from __future__ import annotations

import inspect
import json
import os
import random
import subprocess
import sys

import numpy
import pytest

from layerlint.facts.generators import RANDOM_GENERATORS, random_generator
from layerlint.facts.random import (
    DRAWING_LAYERS,
    RANDOM_FUNCTIONS,
    RandomFunction,
    keras_random_function,
    random_function,
)

# Public callables with a `seed` that are no draws a layer could make, and why.
NOT_DRAWS = {
    "compute_accidental_hits": "its seed is ignored",
    "sampled_softmax_loss": "a loss",
    "fractional_avg_pool": "pools",
    "fractional_max_pool": "pools",
    "sample_distorted_bounding_box": "draws from op seeds that v1 and v2 read differently",
    "create_rng_state": "makes a state",
    "fold_in": "makes a seed",
    "split": "makes seeds",
    "set_seed": "sets the global seed",
    "stateless_fold_in": "makes a seed",
    "stateless_split": "makes seeds",
    "SeedGenerator": "a generator",
    "random_normal_variable": "makes a variable",
    "random_uniform_variable": "makes a variable",
}

# What each parameter gets when a function is run: those without a default, and these two always.
ARGUMENTS = {
    "shape": [8],
    "lam": 50.0,
    "alpha": 2.0,
    "beta": 2.0,
    "counts": 20.0,
    "probs": 0.5,
    "probabilities": 0.5,
    "logits": [[0.0] * 50] * 8,
    "num_samples": 3,
    "minval": 0,
    "maxval": 10_000,
    "value": [1.0, *range(100)],
    "x": [1.0, *range(100)],
    "inputs": [1.0, *range(100)],
    "level": 0.5,
    "rate": 0.5,
    "p": 0.5,
}
ALWAYS = ("rate", "p")
# Functions whose arguments are images, candidates or ops: their signature is held, not their draws.
NOT_RUN = ("sampler", "image.", "raw_ops.", "experimental.numpy", "index_shuffle", "random_crop")


@pytest.fixture(scope="module", params=[2, 3], ids=["keras2", "keras3"])
def installed(request: pytest.FixtureRequest) -> dict[str, dict]:
    """What the installed libraries of one generation say, seen from a process of its own."""
    environment = {
        **os.environ,
        "TF_USE_LEGACY_KERAS": "1" if request.param == 2 else "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    run = subprocess.run(
        [sys.executable, __file__, str(request.param)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return {"generation": request.param, **json.loads(run.stdout)}


def test_each_seed_parameter_is_where_the_table_says(installed):
    found = installed["signatures"]
    expected = {
        function.name: [function.seed, function.position]
        for function in RANDOM_FUNCTIONS
        if function.name in found
    }
    assert found == expected


def test_every_function_of_the_table_exists_in_some_generation(installed):
    homes = ("tensorflow.", "keras.")
    missing = {
        function.name
        for function in RANDOM_FUNCTIONS
        if function.name.startswith(homes) and function.name not in installed["signatures"]
    }
    if installed["generation"] == 3:
        assert missing == {"keras.backend.random_binomial"}
    else:
        assert all(name.startswith("keras.random.") for name in missing)


def test_no_function_that_takes_a_seed_is_forgotten(installed):
    known = {function.name for function in RANDOM_FUNCTIONS}
    forgotten = {
        name
        for name in installed["seeded"]
        if name not in known and name.rpartition(".")[2] not in NOT_DRAWS
    }
    assert forgotten == set()


def test_an_integer_seed_makes_the_result_constant_just_where_the_table_says(installed):
    expected = {
        function.name: function.constant_with_int_seed
        for function in RANDOM_FUNCTIONS
        if function.name in installed["constant"]
    }
    assert installed["constant"] == expected
    assert len(expected) >= 20


def test_a_layer_that_draws_gives_every_row_of_a_vectorized_map_the_same(installed):
    if installed["generation"] == 2:
        assert all(alike is not True for alike in installed["alike"].values())
    else:
        assert installed["alike"] == dict.fromkeys(sorted(DRAWING_LAYERS), True)


def test_every_drawing_function_of_numpy_is_in_the_table():
    functions = {name for name in dir(numpy.random) if name[0].islower()}
    functions = {name for name in functions if callable(getattr(numpy.random, name))}
    no_draws = {"default_rng", "get_state", "set_state", "seed", "get_bit_generator"}
    no_draws |= {"set_bit_generator", "test"}
    table = {f.name.rpartition(".")[2] for f in RANDOM_FUNCTIONS if f.name.startswith("numpy.")}
    assert functions - no_draws == table & functions
    assert table - functions <= {"random_integers", "ranf", "sample"}


def test_every_drawing_function_of_python_is_in_the_table():
    hidden = random.choice.__self__
    functions = {
        name
        for name in dir(random)
        if getattr(getattr(random, name), "__self__", None) is hidden and name[0].islower()
    }
    table = {f.name.rpartition(".")[2] for f in RANDOM_FUNCTIONS if f.name.startswith("random.")}
    assert functions - {"seed", "getstate", "setstate", "binomialvariate"} == table


@pytest.mark.parametrize(
    ("kind", "instance"),
    [
        ("numpy.random.Generator", numpy.random.default_rng()),
        ("numpy.random.RandomState", numpy.random.RandomState()),
        ("random.Random", random.Random()),
    ],
)
def test_the_drawing_methods_of_a_generator_exist(kind, instance):
    draws = next(generator.draws for generator in RANDOM_GENERATORS if generator.name == kind)
    assert [name for name in draws if not callable(getattr(instance, name, None))] == []


def test_the_makers_and_methods_of_tensorflow_generators_exist(installed):
    assert installed["generators"] == []


@pytest.mark.parametrize(
    ("spelled", "name"),
    [
        ("tensorflow.random.normal", "tensorflow.random.normal"),
        ("tensorflow.compat.v1.random_normal", "tensorflow.random_normal"),
        ("tensorflow.compat.v2.nn.dropout", "tensorflow.nn.dropout"),
        ("tensorflow.keras.backend.random_normal", "keras.backend.random_normal"),
        ("tf_keras.backend.dropout", "keras.backend.dropout"),
        ("keras.src.backend.random.uniform", "keras.random.uniform"),
        ("backend.random_normal", "keras.backend.random_normal"),
        ("random.dropout", "keras.random.dropout"),
        ("random.uniform", "random.uniform"),
        ("numpy.random.rand", "numpy.random.rand"),
    ],
)
def test_a_function_is_known_under_each_of_its_spellings(spelled, name):
    assert random_function(spelled).name == name


def test_a_keras_name_is_never_pythons():
    assert keras_random_function("random.uniform").name == "keras.random.uniform"


@pytest.mark.parametrize("name", [None, "random", "numpy.mean", "tensorflow.random.set_seed"])
def test_other_functions_are_not_random(name):
    assert random_function(name) is None
    assert random_generator(name) is None


@pytest.mark.parametrize(
    ("maker", "kind"),
    [
        ("tensorflow.random.Generator.from_seed", "tensorflow.random.Generator"),
        ("tensorflow.compat.v2.random.get_global_generator", "tensorflow.random.Generator"),
        ("tensorflow.keras.random.SeedGenerator", "keras.random.SeedGenerator"),
        ("numpy.random.default_rng", "numpy.random.Generator"),
        ("random.Random", "random.Random"),
    ],
)
def test_a_generator_is_known_by_what_makes_it(maker, kind):
    assert random_generator(maker).name == kind


def _lookup(root: object, dotted: str) -> object | None:
    for part in dotted.split("."):
        root = getattr(root, part, None)
    return root


def _homes(tensorflow: object, keras: object, function: RandomFunction) -> list[object]:
    library, _, dotted = function.name.partition(".")
    roots = {"tensorflow": [tensorflow, tensorflow.compat.v1], "keras": [keras]}[library]
    found = [_lookup(root, dotted) for root in roots]
    return [item for item in found if callable(item)]


def _seed_of(function: object) -> list:
    parameters = list(inspect.signature(function).parameters.values())
    positional = [p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD]
    # A raw op takes keywords only, whatever its signature says.
    raw_op = "seed2" in positional
    if "seed" in positional and not raw_op:
        return ["seed", positional.index("seed")]
    return ["seed" if "seed" in [p.name for p in parameters] else None, None]


def _is_constant(tensorflow: object, function: RandomFunction, implementation: object) -> bool:
    arguments = {"seed": [1, 2] if function.stateless else 42}
    for parameter in inspect.signature(implementation).parameters.values():
        required = parameter.default is parameter.empty and parameter.name != "seed"
        if required or parameter.name in ALWAYS:
            value = ARGUMENTS[parameter.name]
            tensor = parameter.name in ("value", "x", "inputs", "logits")
            arguments[parameter.name] = tensorflow.constant(value) if tensor else value

    @tensorflow.function
    def draw() -> object:
        return implementation(**arguments)

    return bool((draw().numpy() == draw().numpy()).all())


def _seeded_functions(tensorflow: object, keras: object) -> set[str]:
    names = set()
    for library, root, homes in (
        ("tensorflow", tensorflow, ["random", "random.experimental", "nn", "image"]),
        ("tensorflow", tensorflow, ["nn.experimental"]),
        ("keras", keras, ["random", "backend"]),
    ):
        for home in homes:
            module = _lookup(root, home)
            for name in dir(module) if module else ():
                item = getattr(module, name)
                if inspect.isfunction(item) and "seed" in inspect.signature(item).parameters:
                    names.add(f"{library}.{home}.{name}")
    return names


def _rows_alike(tensorflow: object, keras: object, name: str) -> bool | None:
    """Whether the layer treats all rows of a vectorized map alike, None where there is no such map.

    Mapped one by one the rows differ.
    """
    import numpy

    dropout = name.endswith(("Dropout", "Dropout1D", "Noise"))
    one = numpy.random.default_rng(0).uniform(0, 255, (1, 1, 64) if dropout else (1, 8, 8, 3))
    rows = numpy.tile(one.astype("float32"), (16, *[1] * (one.ndim - 1)))
    arguments = {"RandomCrop": (4, 4), "RandomTranslation": (0.5, 0.5)}
    plain = ("RandomErasing", "RandomFlip")
    layer = getattr(keras.layers, name)(*arguments.get(name, () if name in plain else (0.5,)))
    layer(rows[:1])

    def apply(row: object) -> object:
        return (
            layer(row[None], training=True)[0]
            if name == "SpatialDropout1D"
            else layer(row, training=True)
        )

    counts = []
    for mapping in (tensorflow.vectorized_map, tensorflow.map_fn):
        try:
            mapped = numpy.asarray(mapping(apply, rows))
        except (TypeError, ValueError, tensorflow.errors.InvalidArgumentError):
            return None
        counts.append(len({row.tobytes() for row in mapped}))
    assert counts[1] > 1, name
    return counts[0] == 1


def _missing_of_generators(tensorflow: object) -> list[str]:
    missing = []
    for kind in RANDOM_GENERATORS:
        if kind.name != "tensorflow.random.Generator":
            continue
        missing += [n for n in kind.makers if not _lookup(tensorflow, n.partition(".")[2])]
        missing += [n for n in kind.draws if not hasattr(tensorflow.random.Generator, n)]
    return sorted(missing)


def _print_installed(generation: int) -> None:
    import tensorflow
    from tensorflow import keras

    assert hasattr(keras, "ops") == (generation == 3)
    signatures: dict[str, list] = {}
    constant: dict[str, bool] = {}
    for function in RANDOM_FUNCTIONS:
        if not function.name.startswith(("tensorflow.", "keras.")):
            continue
        for implementation in _homes(tensorflow, keras, function):
            seed = _seed_of(implementation)
            agrees = seed == [function.seed, function.position]
            signatures.setdefault(function.name, seed)
            if not agrees:  # v1 and v2 differ: let the table be wrong about one
                signatures[function.name] = seed
            if not any(part in function.name for part in NOT_RUN):
                constant[function.name] = _is_constant(tensorflow, function, implementation)
    report = {
        "signatures": signatures,
        "constant": constant,
        "seeded": sorted(_seeded_functions(tensorflow, keras)),
        "generators": _missing_of_generators(tensorflow),
        "alike": {
            name: _rows_alike(tensorflow, keras, name)
            for name in sorted(DRAWING_LAYERS)
            if hasattr(keras.layers, name)
        },
    }
    print(json.dumps(report))


if __name__ == "__main__":
    _print_installed(int(sys.argv[1]))
