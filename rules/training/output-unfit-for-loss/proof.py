import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.classifier(2, 3)
    model.optimizer.learning_rate = 0.01
    x = np.random.RandomState(0).normal(size=(600, 2)).astype("float32")
    y = np.argmax(x @ np.array([[1.0, -1.0, 0.0], [0.0, 1.0, -1.0]]), 1)
    history = model.fit(x, y, epochs=20, verbose=0).history
    share = history["accuracy"][-1]
    detail = f"three classes that lines divide were told apart with an accuracy of {share:.2f}"
    return Observation(share < 0.9, detail)
