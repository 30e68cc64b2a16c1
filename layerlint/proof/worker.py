"""Runs proofs in one process and one Keras generation, and streams what they saw.

`python -m layerlint.proof.worker GENERATION` reads one JSON line per claim from stdin and answers
each with JSON lines on stdout: first the versions found, then for each claim that it has begun and
how it ended. Whatever TensorFlow, Keras and the proofs print goes to stderr.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any, TextIO


def main() -> int:
    """Prove the claims on stdin, one after the other."""
    generation = int(sys.argv[1])
    channel = _claim_stdout()
    try:
        keras, versions = import_keras(generation)
    except ImportError as error:
        _send(channel, event="unavailable", message=str(error))
        return 2
    _send(channel, event="ready", **versions)
    reset = remember(keras)
    for line in sys.stdin:
        claim = json.loads(line)
        _send(channel, event="begin")
        start = time.perf_counter()
        reset()
        result = prove(claim["folder"], claim["subject"], keras)
        _send(channel, event="end", seconds=round(time.perf_counter() - start, 3), **result)
    return 0


def import_keras(generation: int) -> tuple[Any, dict[str, str]]:
    """The module that `tensorflow.keras` resolves to in this generation, and the versions.

    Raises ImportError with one sentence for the user when there is no such generation here.
    """
    os.environ["TF_USE_LEGACY_KERAS"] = "1" if generation == 2 else "0"
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    try:
        tf: Any = importlib.import_module("tensorflow")
    except ImportError as error:
        raise ImportError(f"TensorFlow cannot be imported: {error}") from None
    try:
        keras: Any = importlib.import_module(tf.keras.__name__)  # what the lazy loader stands for
        package: Any = importlib.import_module(keras.__name__.partition(".")[0])
    except ImportError as error:
        raise ImportError(f"Keras {generation} cannot be imported: {error}") from None
    version = str(getattr(keras, "__version__", package.__version__))
    found = 3 if version.startswith("3.") else 2
    if found != generation:
        raise ImportError(
            f"Keras {generation} is not available: TensorFlow {tf.__version__} has Keras {version}"
        )
    with suppress(RuntimeError, ValueError):  # two replicas, for proofs about distribution
        tf.config.set_logical_device_configuration(
            tf.config.list_physical_devices("CPU")[0],
            [tf.config.LogicalDeviceConfiguration()] * 2,
        )
    return keras, {"keras": version, "tensorflow": str(tf.__version__)}


def remember(keras: Any) -> Callable[[], None]:
    """A function that puts the global state of TensorFlow and Keras back to what it is now."""
    tf: Any = importlib.import_module("tensorflow")
    custom_objects = dict(keras.utils.get_custom_objects())
    epsilon, format_ = keras.backend.epsilon(), keras.backend.image_data_format()

    def reset() -> None:
        keras.backend.clear_session()
        keras.mixed_precision.set_global_policy("float32")
        keras.backend.set_floatx("float32")
        keras.backend.set_epsilon(epsilon)
        keras.backend.set_image_data_format(format_)
        registered = keras.utils.get_custom_objects()
        registered.clear()
        registered.update(custom_objects)
        tf.config.run_functions_eagerly(False)
        keras.utils.set_random_seed(0)

    return reset


def prove(folder: str, subject: str, keras: Any) -> dict[str, Any]:
    """Run the proof in `folder` on `buggy` or `fixed`, or on both for what is `unchanged`."""
    try:
        with _fresh_directory(), _modules(folder) as load:
            proof = load("proof")
            may_fail = getattr(proof, "imports_may_fail", False)

            def example(name: str) -> ModuleType | Exception:
                try:
                    return load(name)
                except Exception as error:
                    if not may_fail:
                        raise
                    return error

            if subject == "unchanged":
                seen = proof.unchanged(example("buggy"), example("fixed"), keras)
            else:
                seen = proof.observe(example(subject), keras)
            return {"broken": bool(seen.broken), "detail": str(seen.detail)}
    except Exception as error:  # a proof that raises is a proof that failed, and is shown as such
        return {"broken": False, "detail": "", "error": _describe(error, folder)}


@contextmanager
def _modules(folder: str) -> Iterator[Callable[[str], ModuleType]]:
    """A function that imports `folder/NAME.py` anew, under a name that no other proof has."""
    loaded: list[str] = []

    def load(name: str) -> ModuleType:
        unique = f"proof_{next(_numbers)}_{name}"
        path = os.path.join(folder, f"{name}.py")
        spec = importlib.util.spec_from_file_location(unique, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[unique] = module  # Keras looks classes up by module name when loading
        loaded.append(unique)
        spec.loader.exec_module(module)
        return module

    try:
        yield load
    finally:
        for unique in loaded:
            del sys.modules[unique]


_numbers = iter(range(1, sys.maxsize))


@contextmanager
def _fresh_directory() -> Iterator[None]:
    """An empty current directory, so that proofs may save wherever they like."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        try:
            yield
        finally:
            os.chdir(before)


def _describe(error: Exception, folder: str) -> str:
    """The error and the last line of the rule's folder that it passed through."""
    place = ""
    frame = error.__traceback__
    while frame is not None:
        file = frame.tb_frame.f_code.co_filename
        if os.path.dirname(file) == folder:
            place = f" ({os.path.basename(file)}:{frame.tb_lineno})"
        frame = frame.tb_next
    return f"{type(error).__name__}: {error}{place}"


def _claim_stdout() -> TextIO:
    """The real stdout for the protocol; everybody else's goes to stderr from here on."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return channel


def _send(channel: TextIO, **message: object) -> None:
    channel.write(json.dumps(message) + "\n")
    channel.flush()


if __name__ == "__main__":
    sys.exit(main())
