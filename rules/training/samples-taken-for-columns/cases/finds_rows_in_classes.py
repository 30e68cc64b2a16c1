from tensorflow import keras

# %% a loss that a model is compiled with


class Pose(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return (y_true[0] - y_pred[0]) ** 2 + (y_true[1] - y_pred[1]) ** 2  # LL138


model = keras.Sequential([keras.layers.Dense(2)])
model.compile("adam", loss=Pose())
