"""Requests: URLs, parameters, bodies."""
