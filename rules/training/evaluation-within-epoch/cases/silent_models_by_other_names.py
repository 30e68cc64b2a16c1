from tensorflow import keras

# %% a name for another model


class Often(keras.callbacks.Callback):
    def __init__(self, data, teacher):
        super().__init__()
        self.data, self.teacher = data, teacher

    def report(self, batch, net):
        print(batch, net.evaluate(self.data, verbose=0))

    def on_batch_end(self, batch, logs=None):
        net = self.teacher
        self.report(batch, net)


# %% a function that copies it


def held_out(model, data):
    model = keras.models.clone_model(model)
    model.compile(loss="mse")
    return model.evaluate(data, verbose=0)


class Other(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        print(held_out(self.model, self.data))
