"""Responses: how bodies are read, and the values and exceptions that result."""
