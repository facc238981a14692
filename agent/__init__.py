"""The interviewer: it asks, answers with checked citations, and reports."""
