"""What is said to the interviewer beside the answers: controls, questions about the interview, small talk."""
