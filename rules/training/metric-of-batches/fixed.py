from tensorflow import keras


class F1(keras.metrics.Metric):
    def __init__(self, name="f1", **kwargs):
        super().__init__(name=name, **kwargs)
        self.precision = keras.metrics.Precision()
        self.recall = keras.metrics.Recall()

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.precision.update_state(y_true, y_pred, sample_weight)
        self.recall.update_state(y_true, y_pred, sample_weight)

    def result(self):
        precision, recall = self.precision.result(), self.recall.result()
        return 2 * precision * recall / (precision + recall + 1e-7)

    def reset_state(self):
        self.precision.reset_state()
        self.recall.reset_state()


def prepare(model):
    model.compile("sgd", "binary_crossentropy", metrics=[F1()])
    return model
