# %% told what it gets
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "mse", metrics=[keras.metrics.MeanIoU(3, sparse_y_pred=False)])

# %% with a threshold
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mse", metrics=[keras.metrics.BinaryIoU([1], threshold=0.5)])

# %% a helper that is given models of two kinds
import keras


def head(activation):
    inputs = keras.Input((4,))
    return keras.Model(inputs, keras.layers.Dense(3, activation=activation)(inputs))


def soft():
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])


def plain():
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])


def prepare(model):
    model.compile("adam", "mse", metrics=[keras.metrics.MeanIoU(num_classes=3)])
    return model


def given(model):
    model.compile("adam", "mse", metrics=[keras.metrics.MeanIoU(num_classes=3)])


prepare(soft())
prepare(plain())
given(head("softmax"))
