import keras
from keras import ops


def pinball(level):
    def loss(y_true, y_pred):
        return level * (y_true - y_pred)

    return loss


def weighted(weights):
    losses = {}
    for task, factor in weights.items():

        def scaled(y_true, y_pred, factor=factor):
            return factor * ops.mean(ops.abs(y_true - y_pred), axis=-1)

        losses[task] = scaled
        print(task, sorted(weights, key=lambda each: weights[each] + factor))
    return losses


def start(model, levels):
    model.compile("adam", loss=weighted({"pose": 1.0, "depth": 0.3}))
    losses = [pinball(level) for level in levels]
    model.compile("adam", loss=losses, metrics=[lambda y, p: ops.mean(p)])
