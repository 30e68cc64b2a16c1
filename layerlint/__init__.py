"""layerlint, the linter that knows what Keras will do with your layer."""

__version__ = "0.1.0"
