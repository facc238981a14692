"""The rooms of the claim check (agent/cite.py is its door): locating a quote, hard facts, polarity, support."""
