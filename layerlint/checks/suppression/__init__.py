"""Checks of the suppression family, one module per rule."""
