from tensorflow.keras import layers, models
from tensorflow.keras import backend as K

# %% a function that returns the metric


def f_score(beta=1.0):
    weight = beta**2

    def score(y_true, y_pred):
        found = K.round(y_pred)
        hits = K.sum(y_true * found)
        either = weight * K.sum(y_true) + K.sum(found)
        return (1 + weight) * hits / (either + K.epsilon())

    return score


model = models.Sequential([layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", f_score(2.0)])  # LL136
