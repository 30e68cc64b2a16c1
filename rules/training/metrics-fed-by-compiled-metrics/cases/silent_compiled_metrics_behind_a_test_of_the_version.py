import keras


class Gauge(keras.Model):
    def test_step(self, data):
        x, y = data
        guess = self(x, training=False)
        if keras.__version__ < '3':
            self.compiled_metrics.update_state(y, guess)
        return {metric.name: metric.result() for metric in self.metrics}
