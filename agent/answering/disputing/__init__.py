"""The parts of a conflict: sources named, figures quoted, why they differ. agent/answering/dispute.py is the door."""
