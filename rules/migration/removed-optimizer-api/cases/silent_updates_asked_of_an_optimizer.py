import keras
from keras.optimizers import Adam as AdamOptimizer


def finetune(model, x, y):
    opt = AdamOptimizer(learning_rate=1e-4)
    print(len(opt.variables))
    model.compile(opt, "mse")
    model.fit(x, y)
