"""Splits a table into its columns and puts it together again."""

import numpy as np

from layerlint.proof import Observation

TABLE = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "float32")


def observe(module, keras):
    predicted = module.split_columns().predict(TABLE, verbose=0)
    return Observation(
        not np.array_equal(predicted, TABLE), f"the row 1, 2, 3 came out as {predicted[0].tolist()}"
    )


def unchanged(buggy, fixed, keras):
    before, after = buggy.split_columns(), fixed.split_columns()
    same = before.output_shape == after.output_shape and len(before.layers) == len(after.layers)
    last = np.array_equal(
        before.predict(TABLE, verbose=0)[:, -1], after.predict(TABLE, verbose=0)[:, -1]
    )
    return Observation(
        not (same and last), "the layers, the shapes and the last column are the same"
    )
