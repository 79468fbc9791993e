"""The HTTP library and the messages that pass to it."""
