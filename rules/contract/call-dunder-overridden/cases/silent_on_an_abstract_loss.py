from abc import abstractmethod

import keras


class BaseLoss(keras.losses.Loss):
    @abstractmethod
    def __call__(self, y_true, y_pred, sample_weight=None):
        """Compute the loss."""


class Refusing(keras.losses.Loss):
    def __call__(self, y_true, y_pred, sample_weight=None):
        raise NotImplementedError
