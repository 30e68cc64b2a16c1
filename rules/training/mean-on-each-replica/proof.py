"""Take one step on one device and on two, with the same sample everywhere."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    moved = []
    for devices in (["CPU:0"], ["CPU:0", "CPU:1"]):
        # Collective operations would remember the shapes for what else this process distributes.
        one_by_one = tf.distribute.ReductionToOneDevice()
        strategy = tf.distribute.MirroredStrategy(devices, cross_device_ops=one_by_one)
        with strategy.scope():
            dense = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
            model = keras.Sequential([keras.Input((1,)), dense])
            optimizer = keras.optimizers.SGD(0.1)
            getattr(optimizer, "build", lambda _: None)(model.trainable_variables)
        ones = np.ones((2 * len(devices), 1), "float32")
        data = tf.data.Dataset.from_tensor_slices((ones, 0 * ones)).batch(len(ones))
        step = module.step_of(strategy, model, optimizer)
        for x, y in strategy.experimental_distribute_dataset(data):
            step(x, y)
        moved.append(1.0 - float(model.get_weights()[0][0, 0]))
    detail = f"the kernel moved by {moved[0]:.2f} on one device and by {moved[1]:.2f} on two"
    return Observation(abs(moved[0] - moved[1]) > 1e-4, detail)
