"""Checks of the training family, one module per rule."""
