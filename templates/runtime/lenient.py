"""Reading a value that does not fit its type: everything that fits is kept, the rest is delivered raw and reported.

Used only after the strict way has failed, so that a response that keeps its promises never pays for this.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Union, cast, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from .codec import Codec, escaped
from .drift import Finding

_KINDS = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}


class Spot:
    """One place in a type: its annotation, a validator for it made when first needed, and the places inside."""
