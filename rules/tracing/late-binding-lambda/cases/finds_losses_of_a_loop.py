import keras
from keras import ops


def weighted(weights):
    losses = {}
    for task, factor in weights.items():

        def scaled(y_true, y_pred):  # LL313
            return factor * ops.mean(ops.abs(y_true - y_pred), axis=-1)

        losses[task] = scaled
    return losses


def start(model):
    model.compile("adam", loss=weighted({"pose": 1.0, "depth": 0.3}))


# %% metrics that a comprehension makes
def watch(model, levels):
    metrics = [lambda y, p: ops.mean(p > level) for level in levels]  # LL313
    model.compile(optimizer="adam", loss="mse", metrics=metrics)
