"""What a report says, part by part; `agent/report.py` is the door."""
