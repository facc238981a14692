"""Moves between roles: which statements describe one, what of it is asked, and how it is told."""
