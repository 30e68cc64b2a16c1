"""Checks of the state family, one module per rule."""
