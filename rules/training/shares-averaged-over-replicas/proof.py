"""Take one step on one device and on two, with the same samples, and read the loss."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    told = [step(module, keras, devices)[0] for devices in (["CPU:0"], ["CPU:0", "CPU:1"])]
    detail = f"the same batch had a loss of {told[0]:.2f} on one device and of {told[1]:.2f} on two"
    return Observation(abs(told[0] - told[1]) > 1e-4, detail)


def unchanged(buggy, fixed, keras):
    weights = [step(module, keras, ["CPU:0", "CPU:1"])[1] for module in (buggy, fixed)]
    difference = abs(weights[0] - weights[1])
    return Observation(difference > 1e-6, f"the kernels differ by {difference:.1f} after a step")


def step(module, keras, devices):
    """The loss that one step tells, and the kernel after it."""
    # Collective operations would remember the shapes for what else this process distributes.
    one_by_one = tf.distribute.ReductionToOneDevice()
    strategy = tf.distribute.MirroredStrategy(devices, cross_device_ops=one_by_one)
    with strategy.scope():
        dense = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
        model = keras.Sequential([keras.Input((1,)), dense])
        optimizer = keras.optimizers.SGD(0.1)
        getattr(optimizer, "build", lambda _: None)(model.trainable_variables)
    ones = np.ones((4, 1), "float32")
    data = tf.data.Dataset.from_tensor_slices((ones, 0 * ones)).batch(4)
    take = module.step_of(strategy, model, optimizer, 4)
    losses = [take(x, y) for x, y in strategy.experimental_distribute_dataset(data)]
    return float(losses[0]), float(model.get_weights()[0][0, 0])
