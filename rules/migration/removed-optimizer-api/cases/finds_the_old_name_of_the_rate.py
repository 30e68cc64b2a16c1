import keras
from keras.optimizers import SGD
from tensorflow.keras import optimizers


def compiled(model):
    model.compile(keras.optimizers.Adam(lr=0.01), "mse")  # LL706
    model.compile(SGD(momentum=0.9, lr=0.01), "mse")  # LL706
    model.compile(optimizers.RMSprop(lr=0.01), "mse")  # LL706
