"""The parts of a comparison: cells, rows and the sentences above them. agent/answering/compare.py is the door."""
