"""One turn of an interview, from a message to what is said next; `agent/interview.py` is the door."""
