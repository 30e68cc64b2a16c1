"""Checks of the randomness family, one module per rule."""
