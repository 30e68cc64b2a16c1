"""Fit on two replicas, of which one sees ones and the other threes, and compare their copies."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
    with strategy.scope():
        layer = module.RunningCenter()
        model = keras.Sequential([keras.Input((1,)), layer, keras.layers.Dense(1)])
        model.compile("sgd", "mse")
    data = np.array([[1.0], [3.0]], "float32")
    model.fit(tf.data.Dataset.from_tensor_slices((data, data)).batch(2), verbose=0)
    mean = layer.mean if isinstance(layer.mean, tf.Variable) else layer.mean.value
    copies = [float(copy.numpy()[0]) for copy in strategy.experimental_local_results(mean)]
    listed = " and ".join(f"{copy:.2f}" for copy in copies)
    return Observation(
        broken=len(set(copies)) != 1,
        detail=f"after one step on two replicas the copies of `mean` are {listed}",
    )
