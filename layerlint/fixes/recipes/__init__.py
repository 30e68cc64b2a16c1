"""Repairs that rules offer, each made of the edits of one change."""
