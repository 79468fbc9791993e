"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["get_animals_by_class_and_1st"]

_GET_ANIMALS_BY_CLASS_AND_1ST: Operation[models.Animal] = Operation(
    id="GET /animals/{class}/{1st}",
    method="GET",
    path="/animals/{class}/{1st}",
    parameters=(
        Parameter("class", "path", models.AnimalsByClassAnd1stClass),
        Parameter("1st", "path", int),
        Parameter("class", "query", str),
        Parameter("X-Self", "header", str),
    ),
    responses={"200": Json(models.Animal)},
)


def get_animals_by_class_and_1st(
    class_: models.AnimalsByClassAnd1stClass | str,
    value_1st: int,
    *,
    class_query: str | None | NotGiven = NOT_GIVEN,
    x_self: str | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Animal]:
    """`GET /animals/{class}/{1st}`."""
    return _GET_ANIMALS_BY_CLASS_AND_1ST.call(
        path={"class": class_, "1st": value_1st},
        query={"class": class_query},
        header={"X-Self": x_self},
        options=options,
    )
