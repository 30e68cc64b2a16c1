"""Random lines of `call()` that run in TensorFlow, and what each of them is bound to there.

`python -m tests.interpret.tensors.observation PROGRAMS LINES SEED` is a process of its own. A layer
is made and run anew in each of four modes: eagerly on two and on three examples, eagerly under
mixed precision, and in a graph under mixed precision with a batch of unknown size. A line that
raises in one of them is left out, and with it what rests on its name.
"""

from __future__ import annotations

import json
import sys
import warnings

import numpy as np

from .expressions import HEADER, Lines

STEPS, FEATURES = 4, 6
FLOAT32, MIXED = "float32", "mixed_float16"
MODES = {"two": (FLOAT32, 2), "three": (FLOAT32, 3), "half": (MIXED, 2), "graph": (MIXED, None)}


def described(value, tf, depth=0):
    """What a value is, as plain data."""
    tensor = tf.is_tensor(value) or isinstance(value, tf.Variable) or is_keras_tensor(value)
    if tensor and not hasattr(value, "shape"):
        return {"kind": "tensor"}
    if tensor:
        shape = value.shape
        known = getattr(shape, "rank", len(shape) if isinstance(shape, tuple) else None) is not None
        return {
            "kind": "tensor",
            "shape": list(shape) if known else None,
            "dtype": getattr(value.dtype, "name", str(value.dtype)),
            "eager": hasattr(value, "numpy") and not isinstance(value, tf.Variable),
            "binary": binary(value),
        }
    if isinstance(value, tf.TensorShape):
        parts = list(value) if value.rank is not None else []
        return {"kind": "shape", "parts": [described(part, tf, depth + 1) for part in parts]}
    if isinstance(value, (list, tuple)) and depth < 3:
        parts = [described(part, tf, depth + 1) for part in value]
        return {"kind": "sequence", "parts": parts, "true": bool(value)}
    if type(value).__module__ == "numpy":
        return {"kind": "array"}
    known = value is None or isinstance(value, (bool, int, float, str))
    return {"kind": "none" if value is None else "other", "true": bool(value) if known else None}


def is_keras_tensor(value):
    """Whether it is a variable or a symbolic tensor of Keras 3."""
    return type(value).__module__.startswith("keras.src") and hasattr(value, "dtype")


def binary(value):
    """Whether all numbers in it are 0 or 1; None where they cannot be read."""
    try:
        numbers = np.asarray(value.numpy())
    except (AttributeError, NotImplementedError, TypeError):
        return None
    return bool(((numbers == 0) | (numbers == 1)).all()) if numbers.dtype.kind in "biuf" else None


class Program:
    """Lines that run in every mode, and what each gives there."""

    def __init__(self, seed, count, namespace, tf):
        self.tf, self.namespace = tf, namespace
        self.lines = []
        self.run("two", lambda names: self.lines.extend(self.made(seed, count, names)))
        while True:
            self.seen = {mode: self.run(mode, self.ran) for mode in MODES}
            kept = [each for each in self.lines if all(each[0] in s for s in self.seen.values())]
            if len(kept) == len(self.lines):
                break
            self.lines = kept

    def made(self, seed, count, names):
        """Random lines that run eagerly."""

        def runs(name, line):
            try:
                exec(line, names)
            except Exception:
                names.pop(name, None)
                return False
            return True

        lines = Lines(seed).make(count, runs)
        return [
            (number, line, compile(line, "<line>", "exec")) for number, line in enumerate(lines)
        ]

    def ran(self, names):
        """By number of the line, what it gives, of those that do not raise."""
        seen = {}
        for number, _, code in self.lines:
            try:
                exec(code, names)
            except Exception:
                continue
            seen[number] = described(names[f"v{number}"], self.tf)
        return seen

    def run(self, mode, body):
        """What `body` returns, given the names of a `call` in this mode."""
        policy, size = MODES[mode]
        keras = self.namespace["keras"]
        keras.backend.clear_session()
        keras.mixed_precision.set_global_policy(policy)
        results = []

        def call(layer, x, mask=None):
            names = {**self.namespace, "self": layer, "x": x, "mask": mask}
            results.append(body(names))
            return x

        layer = type("Example", (self.namespace["Example"],), {"call": call})()
        if size is None:
            signature = [self.tf.TensorSpec([None, STEPS, FEATURES], "float32")]
            graph = self.tf.function(layer, input_signature=signature, autograph=False)
            graph.get_concrete_function()
        else:
            numbers = self.tf.range(size * STEPS * FEATURES, dtype="float32")
            layer(self.tf.reshape(numbers, (size, STEPS, FEATURES)))
        return results[-1]

    def answer(self):
        """The lines, and by mode what each gives."""
        places = [number for number, _, _ in self.lines]
        return {
            "lines": [line for _, line, _ in self.lines],
            "seen": [{mode: self.seen[mode][place] for mode in MODES} for place in places],
        }


def main(programs, count, seed):
    """Print the programs."""
    import tensorflow as tf

    warnings.simplefilter("ignore")
    namespace = {"__name__": "programs"}
    exec(HEADER + "        return x\n", namespace)
    seeds = [int(seed) * 10_000 + number for number in range(int(programs))]
    answers = [Program(each, int(count), namespace, tf).answer() for each in seeds]
    print("RESULT" + json.dumps(answers))


if __name__ == "__main__":
    main(*sys.argv[1:])
