from tensorflow import keras

# %% a function that is handed the model


def switch(model, rate):
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=model.loss)  # LL134


class Switch(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 3:
            switch(self.model, 1e-3)
