import tf_keras


class Net(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = tf_keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)


# %% a checkpoint waits for the weights
def resume():
    net = Net()
    net.load_weights("checkpoints/net")
    return net


# %% nobody knows what the path names
def resume(path):
    net = Net()
    net.load_weights(path)
    return net
