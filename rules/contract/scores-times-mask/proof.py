"""Mask two steps of four, and add up their weights."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    mask = tf.constant([[True, True, False, False]])
    weights = np.array(module.Weights()(tf.ones((1, 4, 3)), mask=mask))
    hidden = float(weights[0, 2:].sum())
    heard = f"the two masked steps of four have a weight of {hidden:.2f}"
    return Observation(hidden > 1e-6, heard)
