"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import Encoding, flat_body
from .._runtime.request.multipart import MultipartBody
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Binary, Content, Nothing
from .._runtime.types import NOT_GIVEN, FileInput, NotGiven

__all__ = ["feed_animal"]

_FEED_ANIMAL: Operation[Content | None] = Operation(
    id="feed animal!",
    method="PUT",
    path="/animals/{class}/{1st}",
    parameters=(
        Parameter("class", "path", models.AnimalsByClassAnd1stClass),
        Parameter("1st", "path", int),
    ),
    bodies=(MultipartBody(models.FeedAnimalRequest, encoding={"photo": Encoding(content_type="image/png")}),),
    responses={"200": Binary("image/png"), "202": Nothing()},
)


def feed_animal(
    class_: models.AnimalsByClassAnd1stClass | str,
    value_1st: int,
    *,
    body: models.FeedAnimalRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    photo: FileInput | NotGiven = NOT_GIVEN,
    body_field: str | NotGiven = NOT_GIVEN,
    notes: Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[Content | None]:
    """`PUT /animals/{class}/{1st}`, deprecated."""
    return _FEED_ANIMAL.call(
        path={"class": class_, "1st": value_1st},
        body=flat_body(body, {"photo": photo, "body": body_field, "notes": notes}),
        options=options,
    )
