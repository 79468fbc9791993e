"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors

__all__ = [
    "Recipe",
    "RecipeAction",
    "RecipeCreateRequest",
    "RecipeList",
    "RecipeSourceType",
    "RecipeTargetType",
    "RecipeUpdateRequest",
]


class Recipe(Model):
    """What starts an action when something has happened."""

    id: str
    """The id of the recipe."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the recipe."""
    source_id: str = Field(validation_alias="sourceId", serialization_alias="sourceId")
    """What sets the recipe off, such as the id of a schedule."""
    source_type: RecipeSourceType = Field(validation_alias="sourceType", serialization_alias="sourceType")
    """What kind of thing the source is."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action after which to start, where the source is an application."""
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The application that acts, such as the id of a supplier."""
    target_type: RecipeTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    """What kind of application the target is."""
    target_action: RecipeAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What the target does."""
    enabled: bool
    """Whether the recipe is in force."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the recipe was created. Missing in recorded bodies."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the recipe was last changed. Missing in recorded bodies."""
    errors: Errors | None = None


class RecipeAction(StrEnum):
    """The action to start. Each integration has actions of its own, so a reader must accept a value that is not
    listed.

    * `PRODUCT_PULL`: read the products of a supplier.
    * `INVOKE_PLAY`: run a play.
    """

    PRODUCT_PULL = "PRODUCT_PULL"
    INVOKE_PLAY = "INVOKE_PLAY"


class RecipeCreateRequest(Model):
    """A new recipe."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the recipe."""
    source_id: str = Field(validation_alias="sourceId", serialization_alias="sourceId")
    """What sets the recipe off, such as the id of a schedule."""
    source_type: RecipeSourceType = Field(validation_alias="sourceType", serialization_alias="sourceType")
    """What kind of thing the source is."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action after which to start, where the source is an application."""
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The application that is to act, such as the id of a supplier."""
    target_type: RecipeTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    """What kind of application the target is."""
    target_action: RecipeAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What the target is to do, one of the actions of its integration."""
    enabled: bool
    """Whether the recipe is in force."""


class RecipeList(Model):
    """The recipes of a business."""

    recipes: list[Recipe]
    """All of them."""
    errors: Errors | None = None


class RecipeSourceType(StrEnum):
    """What kind of thing sets a recipe off. A reader must accept a value that is not listed; where the source is
    an action, the kind of application that runs it is likely.
    """

    SCHEDULE = "schedule"


class RecipeTargetType(StrEnum):
    """What kind of application a recipe makes work. A reader must accept a value that is not listed; `channel` is
    likely.
    """

    SUPPLIER = "supplier"


class RecipeUpdateRequest(Model):
    """A recipe as it is to be."""

    source_id: str = Field(validation_alias="sourceId", serialization_alias="sourceId")
    """What sets the recipe off, such as the id of a schedule."""
    source_type: RecipeSourceType = Field(validation_alias="sourceType", serialization_alias="sourceType")
    """What kind of thing the source is."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action after which to start, where the source is an application."""
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The application that is to act, such as the id of a supplier."""
    target_type: RecipeTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    """What kind of application the target is."""
    target_action: RecipeAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What the target is to do, one of the actions of its integration."""
    enabled: bool
    """Whether the recipe is in force."""
