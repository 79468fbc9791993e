"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Product", "ProductCreateRequest", "ProductUpdateRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors, ProductCategories


class Product(Model):
    """A product sold by a business."""

    id: str | None = None
    """The ID of the product."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the product."""
    title: str | None = None
    """The title of the product."""
    description: str | None = None
    """The description of the product, as plain text or HTML."""
    vendor: str | None = None
    """The manufacturer of the product."""
    categories: ProductCategories | None = None
    """The categories of the product."""
    images: list[str] | None = None
    """The URLs of the product's images."""
    option_keys: list[str] | None = Field(default=None, validation_alias="optionKeys", serialization_alias="optionKeys")
    """The names of the options by which its variants differ, such as color and size."""
    tags: list[str] | None = None
    """Custom tags. Product filters can match them."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the product was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the product was last updated."""
    errors: Errors | None = None


class ProductCreateRequest(Model):
    """The product to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the product."""
    title: str
    """The title of the product."""
    description: str | None = None
    """The description of the product, as plain text or HTML."""
    vendor: str | None = None
    """The manufacturer of the product."""
    categories: ProductCategories | None = None
    """The categories of the product."""
    images: list[str] | None = None
    """The URLs of the product's images, in display order."""
    option_keys: list[str] | None = Field(default=None, validation_alias="optionKeys", serialization_alias="optionKeys")
    """The names of the options by which its variants differ, such as color and size."""
    tags: list[str] | None = None
    """Custom tags. Product filters can match them."""


class ProductUpdateRequest(Model):
    """The new values of a product."""

    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the product."""
    title: str
    """The title of the product."""
    description: str | None = None
    """The description of the product, as plain text or HTML."""
    vendor: str | None = None
    """The manufacturer of the product."""
    categories: ProductCategories | None = None
    """The categories of the product."""
    images: list[str] | None = None
    """The URLs of the product's images, in display order."""
    option_keys: list[str] | None = Field(default=None, validation_alias="optionKeys", serialization_alias="optionKeys")
    """The names of the options by which its variants differ, such as color and size."""
    tags: list[str] | None = None
    """Custom tags. Product filters can match them."""
