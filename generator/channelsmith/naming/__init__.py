"""Python names for everything in an API."""
