"""Snapshots of files, answers about them, and what those answers rest on."""
