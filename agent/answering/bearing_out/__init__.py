"""The rows that a stated difference in pay is measured by, and how what they show is told."""
