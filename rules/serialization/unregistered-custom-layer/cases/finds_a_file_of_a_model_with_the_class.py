import keras
from keras import layers


# %% the function that makes the model puts one in
class Scale(layers.Layer):  # LL506
    def call(self, x):
        return x * 0.5


def scaled():
    return keras.Sequential([layers.Dense(10), Scale()])


model = keras.Sequential([layers.Dense(10)])
model = scaled()
model.save("best.keras")
model = keras.models.load_model("best.keras")


# %% it is added later
class Shift(layers.Layer):  # LL506
    def call(self, x):
        return x + 0.5


model = keras.Sequential([layers.Dense(10)])
model.add(Shift())
model.save("best.keras")
model = keras.models.load_model("best.keras")
