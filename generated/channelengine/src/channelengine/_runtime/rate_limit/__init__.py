"""Declared rate limits and concurrency limits."""
