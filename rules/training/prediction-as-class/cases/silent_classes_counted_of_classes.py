# %% told what it gets
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "mse", metrics=[keras.metrics.MeanIoU(3, sparse_y_pred=False)])

# %% with a threshold
import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "mse", metrics=[keras.metrics.BinaryIoU([1], threshold=0.5)])
