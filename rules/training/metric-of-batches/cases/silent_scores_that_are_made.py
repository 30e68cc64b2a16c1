from tensorflow.keras import layers, models
from tensorflow.keras import backend as K

# %% one number for each sample


def f_score(beta=1.0):
    weight = beta**2

    def score(y_true, y_pred):
        found = K.round(y_pred)
        hits = K.sum(y_true * found, axis=-1)
        either = weight * K.sum(y_true, axis=-1) + K.sum(found, axis=-1)
        return (1 + weight) * hits / (either + K.epsilon())

    return score


model = models.Sequential([layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", f_score(2.0)])

# %% the loss as well


def f_loss(beta=1.0):
    def score(y_true, y_pred):
        hits = K.sum(y_true * y_pred)
        return -hits / (K.sum(y_true) + beta * K.sum(y_pred) + K.epsilon())

    return score


model = models.Sequential([layers.Dense(1, activation="sigmoid")])
model.compile("adam", loss=f_loss(2.0), metrics=[f_loss(2.0)])
