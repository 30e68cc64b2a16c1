"""Call the model directly, as serving code does, and compare with predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model, data = setup(module, keras)
    predicted = model.predict(data, verbose=0)
    called = np.asarray(model(data))
    dropped = float(np.mean(called == 0.0))
    return Observation(
        broken=not np.allclose(predicted, called, atol=1e-6),
        detail=f"`model(x)` drops {dropped:.0%} of the samples, "
        f"predict {float(np.mean(predicted == 0.0)):.0%}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        model, data = setup(module, keras)
        outputs = [model.predict(data, verbose=0)]
        for mode in (True, False):
            keras.utils.set_random_seed(1)
            outputs.append(np.asarray(model(data, training=mode)))
        keras.utils.set_random_seed(1)
        model.compile("sgd", "mse")
        loss = model.fit(data, data, epochs=2, shuffle=False, verbose=0).history["loss"]
        seen.append([*outputs, np.asarray(loss)])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"fit, predict and calls with an explicit mode differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    inputs = keras.Input((3,))
    model = keras.Model(inputs, module.DropPath(0.5)(inputs))
    return model, np.ones((64, 3), "float32")
