"""Security schemes and OAuth 2 tokens."""
