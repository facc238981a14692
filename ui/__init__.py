"""The doors: browser, terminal and lines of JSON."""
