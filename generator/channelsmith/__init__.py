"""channelsmith: an OpenAPI document in, a Python client package out."""

__version__ = "0.1.0"
