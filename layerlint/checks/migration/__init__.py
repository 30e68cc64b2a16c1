"""Checks of the migration family, one module per rule."""
