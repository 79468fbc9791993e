"""Endpoint functions. One module for each resource."""
