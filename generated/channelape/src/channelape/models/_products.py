"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors, ProductCategories

__all__ = ["Product", "ProductRequest"]


class Product(Model):
    """Something a business sells."""

    id: str | None = None
    """The id of the product."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the product."""
    title: str | None = None
    """What the product is called."""
    description: str | None = None
    """What the product is, as plain text or HTML."""
    vendor: str | None = None
    """Who makes the product."""
    categories: ProductCategories | None = None
    """Where the product belongs."""
    images: list[str] | None = None
    """The addresses of its pictures."""
    option_keys: list[str] | None = Field(default=None, validation_alias="optionKeys", serialization_alias="optionKeys")
    """What its variants differ in, such as color and size."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the product was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the product was last changed."""
    errors: Errors | None = None


class ProductRequest(Model):
    """A product as it is to be, new or changed."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the product."""
    title: str
    """What the product is called."""
    description: str | None = None
    """What the product is, as plain text or HTML."""
    vendor: str | None = None
    """Who makes the product."""
    categories: ProductCategories | None = None
    """Where the product belongs."""
    images: list[str] | None = None
    """The addresses of its pictures, in the order in which to show them."""
    option_keys: list[str] | None = Field(default=None, validation_alias="optionKeys", serialization_alias="optionKeys")
    """What its variants differ in, such as color and size."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
