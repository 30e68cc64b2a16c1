"""Fit the model and look at what its BatchNormalization has learned about the data."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    readings, labels = data()
    model = compiled(module, keras)
    model.fit(readings, labels, epochs=5, verbose=0)
    learned = float(np.mean(np.asarray(model.scale.moving_mean)))
    return Observation(
        broken=learned == 0.0,
        detail=f"after five epochs on data with mean {readings.mean():.1f}, "
        f"the moving mean of `scale` is {learned:.2f}",
    )


def unchanged(buggy, fixed, keras):
    readings, _ = data()
    seen = []
    for module in (buggy, fixed):
        model = compiled(module, keras)
        outputs = [model.predict(readings, verbose=0)]
        for mode in (None, False, True):
            keras.utils.set_random_seed(1)
            outputs.append(np.asarray(model(readings, training=mode)))
        seen.append([*outputs, *model.get_weights()])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"predict, direct calls in every mode and weights differ by {difference:.1f}",
    )


def data():
    random = np.random.RandomState(0)
    readings = random.normal(3.0, 1.0, (64, 4)).astype("float32")
    return readings, (readings[:, :1] > 3.0).astype("float32")


def compiled(module, keras):
    keras.utils.set_random_seed(0)
    model = module.SensorClassifier()
    model.compile("sgd", "mse")
    return model
