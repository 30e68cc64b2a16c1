from tensorflow import keras

mean_loss = keras.metrics.Mean(name="loss")


class Constant(keras.Model):
    def call(self, inputs):
        return 0 * inputs


def run(batches, epochs):
    model = Constant()
    reported = []
    for epoch in range(epochs):
        for batch in batches(epoch):
            mean_loss.update_state(keras.losses.MeanSquaredError()(batch, model(batch)))
        reported.append(float(mean_loss.result()))
    return reported
