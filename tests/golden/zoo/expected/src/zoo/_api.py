"""Servers, credentials, limits and errors of the API."""

from __future__ import annotations

from ._runtime.api import Api

__all__ = ["API"]

API = Api(
    name="Zoo",
    version="1",
    user_agent="zoo-client/0.1.0",
    base_url_env="ZOO_BASE_URL",
)
