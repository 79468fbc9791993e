"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "Recipe",
    "RecipeAction",
    "RecipeCreateRequest",
    "RecipeList",
    "RecipeSourceType",
    "RecipeTargetType",
    "RecipeUpdateRequest",
]


from pydantic import Field

from .._runtime.model import Model, TaggedModel, preset as _preset
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors


class Recipe(TaggedModel):
    """A rule that starts an action when an event occurs."""

    id: str
    """The ID of the recipe."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the recipe."""
    source_id: str = Field(validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the source that triggers the recipe, such as a schedule."""
    source_type: RecipeSourceType = _preset("schedule", name="sourceType")
    """The type of the source."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action that triggers the recipe when it completes, if the source is an application."""
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The ID of the application that runs the action, such as a supplier."""
    target_type: RecipeTargetType = _preset("supplier", name="targetType")
    """The type of the target."""
    target_action: RecipeAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """The action of the target to start."""
    enabled: bool
    """Whether the recipe is enabled."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the recipe was created. Absent from recorded responses."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the recipe was last updated. Absent from recorded responses."""
    errors: Errors | None = None


class RecipeAction(StrEnum):
    """The action to start. Each integration has its own actions; clients must accept unlisted values.

    * `PRODUCT_PULL`: read the products of a supplier.
    * `INVOKE_PLAY`: run a play.
    """

    PRODUCT_PULL = "PRODUCT_PULL"
    INVOKE_PLAY = "INVOKE_PLAY"


class RecipeCreateRequest(Model):
    """The recipe to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that will own the recipe."""
    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the source that triggers the recipe, such as a schedule."""
    source_type: RecipeSourceType | None = Field(
        default=None, validation_alias="sourceType", serialization_alias="sourceType"
    )
    """The type of the source."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action that triggers the recipe when it completes, if the source is an application."""
    target_id: str | None = Field(default=None, validation_alias="targetId", serialization_alias="targetId")
    """The ID of the application that runs the action, such as a supplier."""
    target_type: RecipeTargetType | None = Field(
        default=None, validation_alias="targetType", serialization_alias="targetType"
    )
    """The type of the target."""
    target_action: RecipeAction | None = Field(
        default=None, validation_alias="targetAction", serialization_alias="targetAction"
    )
    """The action of the target to start, one of those its integration provides."""
    enabled: bool | None = None
    """Whether the recipe is enabled."""


class RecipeList(Model):
    """The recipes of a business."""

    recipes: list[Recipe]
    """All schedules of the business."""
    errors: Errors | None = None


class RecipeSourceType(StrEnum):
    """The type of source that triggers a recipe. Clients must accept unlisted values; if the source is an action,
    the
    value is probably the type of the application that runs it.
    """

    SCHEDULE = "schedule"


class RecipeTargetType(StrEnum):
    """The type of application on which a recipe starts an action. Clients must accept unlisted values; `channel` is
    likely.
    """

    SUPPLIER = "supplier"


class RecipeUpdateRequest(Model):
    """The new values of a recipe."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the source that triggers the recipe, such as a schedule."""
    source_type: RecipeSourceType | None = Field(
        default=None, validation_alias="sourceType", serialization_alias="sourceType"
    )
    """The type of the source."""
    source_action: str | None = Field(default=None, validation_alias="sourceAction", serialization_alias="sourceAction")
    """The action that triggers the recipe when it completes, if the source is an application."""
    target_id: str | None = Field(default=None, validation_alias="targetId", serialization_alias="targetId")
    """The ID of the application that runs the action, such as a supplier."""
    target_type: RecipeTargetType | None = Field(
        default=None, validation_alias="targetType", serialization_alias="targetType"
    )
    """The type of the target."""
    target_action: RecipeAction | None = Field(
        default=None, validation_alias="targetAction", serialization_alias="targetAction"
    )
    """The action of the target to start, one of those its integration provides."""
    enabled: bool | None = None
    """Whether the recipe is enabled."""
