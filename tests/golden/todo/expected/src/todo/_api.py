"""Servers, credentials, limits and errors of the API."""

from __future__ import annotations

from ._runtime.api import Api, Server
from ._runtime.auth.schemes import Bearer, Credential, SecuritySchemes

__all__ = ["API"]

API = Api(
    name="Todo",
    version="1.2",
    user_agent="todo-client/0.1.0",
    servers=(Server("https://todo.example/api"),),
    base_url_env="TODO_BASE_URL",
    authentication=SecuritySchemes(
        credentials=(Credential("token", env="TODO_TOKEN", schemes=("token",)),),
        schemes={"token": Bearer()},
        security=(("token",),),
    ),
)
