import keras
from keras.optimizers import Adam as AdamOptimizer


def finetune(model, x, y):
    opt = AdamOptimizer(learning_rate=1e-4)
    updates = opt.get_updates(loss=model.losses, params=model.trainable_weights)  # LL706
    print(len(updates))
    model.compile(opt, "mse")
    model.fit(x, y)
