import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Line()
    model.compile(optimizer="sgd")
    x = np.ones((8, 2), "float32")
    try:
        history = model.fit(x, x[:, :1], batch_size=4, epochs=3, verbose=0).history
    except ValueError as error:
        found = "tf.function only supports singleton tf.Variables created on the first call"
        return Observation(found in str(error), f"`fit` raised ValueError: {found}")
    return Observation(False, f"after 3 epochs the error was {history['error'][-1]:.2f}")
