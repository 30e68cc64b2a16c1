import keras
import tf_keras
import torch


def compiled(model, weights):
    model.compile(keras.optimizers.Adam(learning_rate=0.01), "mse")
    model.compile(tf_keras.optimizers.Adam(lr=0.01), "mse")
    if keras.__version__ < "3":
        model.compile(keras.optimizers.Adam(lr=0.01), "mse")
    return torch.optim.Adam(weights, lr=0.01)
