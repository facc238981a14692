"""What the articles do not cover, a matter a file."""
