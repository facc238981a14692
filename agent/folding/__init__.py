"""Parts of the fold: what was heard about each topic; `agent/fold.py` is the door."""
