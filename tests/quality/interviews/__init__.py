"""Simulated people who are interviewed, and what is measured on them."""
