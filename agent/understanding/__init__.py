"""The keyless reading of a message: rules, the guide's words, and embeddings similarity."""
