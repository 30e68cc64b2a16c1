"""Checks of the backend family, one module per rule."""
