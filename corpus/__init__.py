"""Documents, passages and the search over them. Knows nothing of interviews."""
