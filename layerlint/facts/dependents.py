"""Packages that can be imported with one generation of Keras only.

tests/facts/test_dependents.py holds against the installed Keras what they import of it.
"""

from __future__ import annotations

# Each with a module that it imports as soon as it is imported itself, and that Keras 3 lacks:
# tensorflow_addons 0.23.0, the last release, in `utils/types.py`.
NEED_KERAS_2 = {"tensorflow_addons": "keras.src.engine.keras_tensor"}
# What TensorFlow had when `tensorflow.keras` was Keras 2, and has no more.
TENSORFLOW_1 = "tensorflow.contrib"
