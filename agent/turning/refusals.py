"""What is said when a message is not taken. Nothing of it is kept, so it can be sent again."""

BUSY = "Another message of this interview came in at the same moment, so this one was not taken. Please send it again."
STALE = (
    "The interview has moved on since, so this message was not taken. Please look at the question and send it again."
)
LONG = "This message is longer than 20,000 characters, so it was not taken. Please send a shorter one."
UNKEPT = "This message could not be kept, so it was not taken. {error}"
