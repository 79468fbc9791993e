"""The models: what is sent and what comes back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import DecimalString, StrEnum, Timestamp

__all__ = [
    "Action",
    "ActionProcessingStatus",
    "ActionTargetType",
    "ActionsPage",
    "AdditionalField",
    "Address",
    "Adjustment",
    "AdjustmentBySkuRequest",
    "AdjustmentRequest",
    "AdjustmentType",
    "AggregateLocationIds",
    "AnalyticsReport",
    "AnalyticsReportList",
    "AnalyticsToken",
    "ApiAccount",
    "ApiAccountCreateRequest",
    "ApiAccountList",
    "ApiError",
    "Batch",
    "BatchAdjustment",
    "BatchCreateRequest",
    "BatchStatus",
    "BatchType",
    "Business",
    "BusinessCreateRequest",
    "BusinessInvitation",
    "BusinessList",
    "BusinessMember",
    "BusinessMemberAddRequest",
    "BusinessUpdateRequest",
    "BusinessUserList",
    "CategoryModifier",
    "Channel",
    "ChannelCreateRequest",
    "ChannelCredentials",
    "ChannelList",
    "ChannelPriceType",
    "ChannelSettings",
    "ChannelSettingsRequest",
    "ChannelUpdateField",
    "ChannelUpdateRequest",
    "Customer",
    "DayOfWeek",
    "Embed",
    "EmbedRequest",
    "EnvironmentVariable",
    "EnvironmentVariableKey",
    "ErrorBody",
    "Errors",
    "FileColumn",
    "FileDescriptionColumn",
    "FileFieldColumn",
    "FileOptionColumn",
    "FilePreview",
    "FilePreviewRequest",
    "FilePriceColumn",
    "FileSettings",
    "FileSource",
    "FileSourceAuthorization",
    "FileTag",
    "FileType",
    "FileWeightColumn",
    "Fulfillment",
    "FulfillmentStatus",
    "Integration",
    "IntegrationList",
    "InventoryItem",
    "InventoryItemCreateRequest",
    "InventoryItemKey",
    "InventoryItemList",
    "InventoryItemQuantities",
    "InventoryItemQuantity",
    "InventoryItemUpdateRequest",
    "InventoryStatus",
    "LineItem",
    "Location",
    "LocationClosedDay",
    "LocationClosures",
    "LocationClosuresRequest",
    "LocationCreateRequest",
    "LocationList",
    "LocationSLA",
    "LocationSLAOperatingDay",
    "LocationSLAOperatingDayRequest",
    "LocationSLAUpdateRequest",
    "LocationUpdateRequest",
    "LogReceipt",
    "ManualAction",
    "ManualActionRequest",
    "Order",
    "OrderActivity",
    "OrderActivityCreateRequest",
    "OrderActivityMessage",
    "OrderActivityOperation",
    "OrderActivityResult",
    "OrderCreateRequest",
    "OrderFields",
    "OrderPatchRequest",
    "OrderQueryParameters",
    "OrderStatus",
    "OrderSummary",
    "OrderSummaryChannel",
    "OrderSummaryLineItem",
    "OrderUpdateRequest",
    "OrdersPage",
    "OutputFile",
    "OutputFileColumn",
    "OutputFileColumnField",
    "Pagination",
    "Play",
    "PlayAction",
    "PlayCreateRequest",
    "PlayList",
    "PlayScheduleConfiguration",
    "PlayScheduleConfigurationRequest",
    "PlaySettings",
    "PlayUpdateRequest",
    "Product",
    "ProductBlock",
    "ProductBlockList",
    "ProductCategories",
    "ProductCondition",
    "ProductFilter",
    "ProductFilterCreateRequest",
    "ProductFilterCriteria",
    "ProductFilterList",
    "ProductFilterUpdateRequest",
    "ProductModifier",
    "ProductModifierCreateRequest",
    "ProductModifierList",
    "ProductModifierOperation",
    "ProductModifierTarget",
    "ProductModifierUpdateRequest",
    "ProductPush",
    "ProductPushList",
    "ProductPushRequest",
    "ProductRequest",
    "Recipe",
    "RecipeAction",
    "RecipeCreateRequest",
    "RecipeList",
    "RecipeSourceType",
    "RecipeTargetType",
    "RecipeUpdateRequest",
    "Refund",
    "RefundAdjustment",
    "RestockType",
    "SLADay",
    "Schedule",
    "ScheduleCreateRequest",
    "ScheduleList",
    "Session",
    "SetQuantityBySkuRequest",
    "SetQuantityRequest",
    "Step",
    "StepRequest",
    "StepSettings",
    "StepVersion",
    "StepsPage",
    "Subscription",
    "Supplier",
    "SupplierCreateRequest",
    "SupplierList",
    "SupplierUpdateRequest",
    "Tax",
    "Transaction",
    "TransactionStatus",
    "UnitOfMeasurement",
    "User",
    "Variant",
    "VariantList",
    "VariantSearchPage",
    "VariantSearchResult",
]


class Action(Model):
    """Something an integration does, or has done, with a channel or a supplier."""

    id: str
    """The id of the action."""
    action: str
    """What is done, by the name the integration has for it."""
    processing_status: ActionProcessingStatus = Field(
        validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The channel or supplier that is worked on. One can have a single action of a kind at a time."""
    target_type: ActionTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it is done for."""
    description: str
    """What is done, for people."""
    health_check_interval_in_seconds: int = Field(
        validation_alias="healthCheckIntervalInSeconds", serialization_alias="healthCheckIntervalInSeconds"
    )
    """How often a sign of life is expected, in seconds, from 5 to 43200."""
    last_health_check_time: Timestamp = Field(
        validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The last sign of life."""
    start_time: Timestamp = Field(validation_alias="startTime", serialization_alias="startTime")
    """When it began."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """When it was completed. A failed action has none."""
    errors: Errors | None = None


class ActionProcessingStatus(StrEnum):
    """How far an action is. A reader must accept a value that is not listed.

    * `inProgress`: running.
    * `completed`: ended well.
    * `error`: reported as failed, or silent for too long.
    """

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    ERROR = "error"


class ActionTargetType(StrEnum):
    """The kind of thing an action works on. A reader must accept a value that is not listed."""

    CHANNEL = "channel"
    SUPPLIER = "supplier"


class ActionsPage(Model):
    """A page of actions."""

    actions: list[Action]
    pagination: Pagination
    errors: Errors | None = None


class AdditionalField(Model):
    """A name and a text of your own. A list can hold the same name more than once."""

    name: str
    """What the value means."""
    value: str | None = None
    """The value, always a text. The text `null` occurs too."""


class Address(Model):
    """A postal address. Which members are there depends on the channel."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """The whole name."""
    company: str | None = None
    """Company."""
    address1: str | None = None
    """First line, mostly street and number."""
    address2: str | None = None
    """Second line."""
    city: str | None = None
    """City."""
    postal_code: str | None = Field(default=None, validation_alias="postalCode", serialization_alias="postalCode")
    """Postal code."""
    province: str | None = None
    """The name of the state or province."""
    province_code: str | None = Field(default=None, validation_alias="provinceCode", serialization_alias="provinceCode")
    """Its code, the part of an ISO 3166-2 code behind the hyphen."""
    country: str | None = None
    """The name of the country."""
    country_code: str | None = Field(default=None, validation_alias="countryCode", serialization_alias="countryCode")
    """Its code of ISO 3166-1 with two letters."""
    phone: str | None = None
    """Telephone number."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the address."""


class Adjustment(Model):
    """A change of a quantity, as it was made or is going to be made."""

    inventory_item_id: str = Field(validation_alias="inventoryItemId", serialization_alias="inventoryItemId")
    """The item."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location, a text even where a number was sent."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The status whose quantity has changed."""
    adjustment: int
    """The change, also where a quantity was set."""
    quantity: int
    """The quantity after the change."""
    staged: bool | None = None
    """True while the change waits for its `effectiveAt`."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the change was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the entry was last touched."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The API account that made the change, if it was one."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The user who made the change, if it was one."""
    errors: Errors | None = None


class AdjustmentBySkuRequest(Model):
    """By how much to change a quantity of the article with a SKU."""

    sku: str
    """The SKU. An unknown one becomes a new item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to change."""
    quantity: int | str
    """The units to add; negative to take away. At most 500 million either way, and the sum must stay within
    a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Make the same change at the parents of the location."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """When to take the change back, by an adjustment of the same size in the other direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of what can be promised (ATP) in place of a fixed number, worked out at `effectiveAt`. With 5
    and 100 units left, five are reserved; with nothing left, nothing.
    """


class AdjustmentRequest(Model):
    """By how much to change a quantity, as `quantity` or as `futureAppliedAtpPercentage`."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to change."""
    quantity: int | str | None = None
    """The units to add; negative to take away. At most 500 million either way, and the sum must stay within
    a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Make the same change at the parents of the location."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """When to take the change back, by an adjustment of the same size in the other direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of what can be promised (ATP) in place of a fixed number, worked out at `effectiveAt`. With 5
    and 100 units left, five are reserved; with nothing left, nothing.
    """


class AdjustmentType(StrEnum):
    """How a quantity is to be understood.

    * `SET`: it replaces the present one.
    * `ADJUST`: it is added to the present one.
    """

    SET = "SET"
    ADJUST = "ADJUST"


AggregateLocationIds = TypeAliasType("AggregateLocationIds", list[str])
"""The locations this one sums up, 5 at most, of the same business. Not itself, and none that sums up others;
one location may be part of several sums.
"""


class AnalyticsReport(Model):
    """A report that can be embedded."""

    category: str
    """The group it belongs to."""
    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """What to hand to the call that creates an address for it."""
    name: str
    """Its title."""


class AnalyticsReportList(Model):
    """The reports the caller may see."""

    reports: list[AnalyticsReport]
    """The reports."""
    errors: Errors


class AnalyticsToken(Model):
    """A token for analytics."""

    access_token: str = Field(validation_alias="accessToken", serialization_alias="accessToken")
    """The token. Treat it as a secret."""
    errors: Errors | None = None


class ApiAccount(Model):
    """A key for programs, and what it has been used for."""

    id: str
    """The id of the API account. Adjustments of quantities name it as their author."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it acts for."""
    name: str
    """What people call it."""
    creation_time: Timestamp | None = Field(
        default=None, validation_alias="creationTime", serialization_alias="creationTime"
    )
    """When it was created."""
    last_accessed_time: Timestamp | None = Field(
        default=None, validation_alias="lastAccessedTime", serialization_alias="lastAccessedTime"
    )
    """When it was last used; missing if that was never."""
    expired: bool | None = None
    """Whether the key has stopped working."""
    private_key: str | None = Field(default=None, validation_alias="privateKey", serialization_alias="privateKey")
    """The key itself, a secret."""
    errors: Errors | None = None


class ApiAccountCreateRequest(Model):
    """A new API account."""

    name: str
    """What people call it."""


class ApiAccountList(Model):
    """The API accounts of a business."""

    api_accounts: list[ApiAccount] = Field(validation_alias="apiAccounts", serialization_alias="apiAccounts")
    """The API accounts."""
    errors: Errors | None = None


class ApiError(Model):
    """One reason for a failure."""

    code: int
    """The number of the reason in the error catalogue."""
    message: str | None
    """The reason in words. Decide by `code`: the wording may change and can hold details of the request."""


class Batch(Model):
    """A batch and how far it is."""

    id: str
    """The id of the batch."""
    type: BatchType
    status: BatchStatus
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When it was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it runs in."""
    errors: Errors | None = None


class BatchAdjustment(Model):
    """One change of the quantity of an article at a location. Name the article by `inventoryItemId` or by
    `sku`, not by both.
    """

    idempotent_key: str = Field(validation_alias="idempotentKey", serialization_alias="idempotentKey")
    """A text of your own that no other adjustment has, in this batch or another. An adjustment with a key
    that was seen before is left out.
    """
    inventory_item_id: str | int | None = Field(
        default=None, validation_alias="inventoryItemId", serialization_alias="inventoryItemId"
    )
    """The id of the article."""
    sku: str | None = None
    """The SKU of the article. One that is not known yet is created."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The state of the units to change."""
    quantity: int | None = None
    """How many units to add (less than 0 to take away), or how many there are from now on."""
    operation: AdjustmentType
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether the locations that this one is part of change too."""
    memo: str | None = None
    """Why the change is made."""
    effective_time: Timestamp | None = Field(
        default=None, validation_alias="effectiveTime", serialization_alias="effectiveTime"
    )
    """When the change takes effect."""
    expiration_time: Timestamp | None = Field(
        default=None, validation_alias="expirationTime", serialization_alias="expirationTime"
    )
    """When the change is taken back."""
    future_applied_atp_percentage: float | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """How many percent of the units that are still to come become available, in place of `quantity`. It
    needs an `expirationTime`.
    """


class BatchCreateRequest(Model):
    """The work of a batch."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business to run in."""
    type: BatchType | None = None
    """What the batch does; `INVENTORY` when not given."""
    adjustments: list[BatchAdjustment]
    """The changes to make, in one body of at most 1 MB. Split larger work into several batches."""


class BatchStatus(StrEnum):
    """How far a batch is. A reader must accept a value that is not listed.

    * `READY`: accepted, waits for its turn.
    * `COMPLETE`: worked off.
    """

    READY = "READY"
    COMPLETE = "COMPLETE"


class BatchType(StrEnum):
    """What a batch does. A reader must accept a value that is not listed."""

    INVENTORY = "INVENTORY"


class Business(Model):
    """A business and its settings."""

    id: str
    """The id of the business."""
    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of its articles, and of orders whose currency is not known."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    embeds: list[str]
    """Reports that are embedded in its pages."""
    errors: Errors | None = None


class BusinessCreateRequest(Model):
    """The settings of a new business."""

    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are shown. The API itself speaks UTC."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of its articles, and of orders whose currency is not known."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    """What tells the articles of a supplier apart. It can not be changed later."""


class BusinessInvitation(Model):
    """A user who has been asked to join a business."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business to join."""
    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The user who is invited."""
    errors: Errors | None = None


class BusinessList(Model):
    """The businesses of a user."""

    businesses: list[Business]
    """The businesses."""
    errors: Errors | None = None


class BusinessMember(Model):
    """A user as a member of a business."""

    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The user."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business."""
    owner: bool
    """Whether the business belongs to the user."""
    errors: Errors | None = None


class BusinessMemberAddRequest(Model):
    """Who to invite."""

    username: str
    """The user's e-mail address, which is the name to log in with."""


class BusinessUpdateRequest(Model):
    """The new name and time zone of a business."""

    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are shown. The API itself speaks UTC."""


class BusinessUserList(Model):
    """The users of a business."""

    users: list[User]
    """The users."""
    errors: Errors | None = None


class CategoryModifier(Model):
    """What to do with a category. Name and value belong together; neither may be blank."""

    name: str | None = None
    """The name. Probably that of an operation, as in product modifiers."""
    value: str | None = None
    """The value, probably a category."""


class Channel(Model):
    """Where a business sells, such as a shop or a marketplace, or a file it exports to."""

    id: str
    """The id of the channel."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that sells here."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The integration that does the work; it says which kind of channel this is."""
    name: str
    """The name, unique among the channels of the business."""
    enabled: bool
    """Whether the channel is installed. One that is not can run no actions."""
    settings: ChannelSettings
    additional_fields: list[AdditionalField] = Field(
        validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the channel."""
    location_id: str | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The location whose stock the channel sells; orders of the channel then move quantities there. One
    location has one channel at most (code 264).
    """
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the channel was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class ChannelCreateRequest(Model):
    """A new custom export."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that exports."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The integration of custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`."""
    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. One that is not can run no actions."""
    settings: ChannelSettingsRequest | None = None
    """What ChannelApe may do on the channel, and how."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the channel."""
    credentials: ChannelCredentials | None = None
    """Secrets of the channel, by the names its integration has for them."""


ChannelCredentials = TypeAliasType("ChannelCredentials", dict[str, Any])
"""Secrets of the channel, by the names its integration has for them. They never come back."""


class ChannelList(Model):
    """The channels of a business."""

    channels: list[Channel]
    """The channels, all of them."""
    errors: Errors | None = None


class ChannelPriceType(StrEnum):
    """Which price of a variant a channel uses. A reader must accept a value that is not listed."""

    RETAIL = "retail"
    WHOLESALE = "wholesale"


class ChannelSettings(Model):
    """What ChannelApe may do on a channel, and how."""

    allow_create: bool = Field(validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products may be added."""
    allow_read: bool = Field(validation_alias="allowRead", serialization_alias="allowRead")
    """Whether the products that are there may be read."""
    allow_update: bool = Field(validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products may be changed."""
    allow_delete: bool = Field(validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products may be removed."""
    disable_variants: bool = Field(validation_alias="disableVariants", serialization_alias="disableVariants")
    """Whether products go there without variants."""
    price_type: ChannelPriceType = Field(validation_alias="priceType", serialization_alias="priceType")
    update_fields: list[ChannelUpdateField] = Field(validation_alias="updateFields", serialization_alias="updateFields")
    """What is carried over when a product changes."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelSettingsRequest(Model):
    """What ChannelApe may do on a channel, and how. Whatever is left out gets its default."""

    allow_create: bool | None = Field(default=None, validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products may be added."""
    allow_read: bool | None = Field(default=None, validation_alias="allowRead", serialization_alias="allowRead")
    """Whether the products that are there may be read."""
    allow_update: bool | None = Field(default=None, validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products may be changed."""
    allow_delete: bool | None = Field(default=None, validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products may be removed."""
    disable_variants: bool | None = Field(
        default=None, validation_alias="disableVariants", serialization_alias="disableVariants"
    )
    """Whether products go there without variants."""
    price_type: ChannelPriceType | None = Field(
        default=None, validation_alias="priceType", serialization_alias="priceType"
    )
    """Which price of a variant is used, `retail` unless given (code 85)."""
    update_fields: list[ChannelUpdateField] | None = Field(
        default=None, validation_alias="updateFields", serialization_alias="updateFields"
    )
    """What is carried over when a product changes (code 86)."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelUpdateField(StrEnum):
    """Something that is carried over to a channel. A reader must accept a value that is not listed."""

    IMAGES = "images"
    INVENTORY_QUANTITY = "inventoryQuantity"
    VENDOR = "vendor"
    PRICE = "price"
    WEIGHT = "weight"
    DESCRIPTION = "description"
    TITLE = "title"
    TAGS = "tags"


class ChannelUpdateRequest(Model):
    """A custom export as it is to be."""

    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. Left out means not."""
    settings: ChannelSettingsRequest | None = None
    """What ChannelApe may do on the channel, and how."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the channel."""
    credentials: ChannelCredentials | None = None
    """Secrets of the channel, by the names its integration has for them."""


class Customer(Model):
    """Who bought, and where it goes."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """The whole name."""
    email: str | None = None
    """E-mail address."""
    phone: str | None = None
    """Telephone number."""
    billing_address: Address | None = Field(
        default=None, validation_alias="billingAddress", serialization_alias="billingAddress"
    )
    """Where the bill goes."""
    shipping_address: Address | None = Field(
        default=None, validation_alias="shippingAddress", serialization_alias="shippingAddress"
    )
    """Where the goods go."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the customer."""


class DayOfWeek(StrEnum):
    """A day, in full. (The opening hours of locations use single letters instead.)"""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class Embed(Model):
    """An address under which a report can be seen for a while."""

    embed_url: str = Field(validation_alias="embedUrl", serialization_alias="embedUrl")
    """The address. Whoever has it can see the report."""
    expiration: Timestamp
    """When it stops working."""


class EmbedRequest(Model):
    """Which report to embed, and for a reader in which time zone."""

    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """The code of a report, from the list of reports."""
    timezone: str
    """The time zone in which the report counts days, by its Java name."""


class EnvironmentVariable(Model):
    """The value of a variable that a step asks for."""

    name: str
    """The name of the variable."""
    value: str | None = None
    """Its value; never returned for secured variables."""


class EnvironmentVariableKey(Model):
    """A setting that a step takes. Its value is given where the step is put to use."""

    name: str
    """The name of the setting."""
    secured: bool | None = None
    """Whether the value is a secret, which can be written but is never handed out."""
    default_value: str | None = Field(default=None, validation_alias="defaultValue", serialization_alias="defaultValue")
    """The value for suppliers that give none. It has no effect in plays."""
    description: str | None = None
    """What the setting is for, up to 1000 characters."""


class ErrorBody(Model):
    """The body of a failure."""

    errors: Errors
    status_code: int | None = Field(default=None, validation_alias="statusCode", serialization_alias="statusCode")
    """The HTTP status once more. Rarely there."""


Errors = TypeAliasType("Errors", list[ApiError])
"""What went wrong, one entry for each reason. Bodies of successes have this list too, empty; a success with
entries in it is a failure all the same.
"""


class FileColumn(Model):
    """A column of a file."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""


class FileDescriptionColumn(Model):
    """A column of a description, with text around its value."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    prefix: str | None = None
    """Text in front of the value."""
    suffix: str | None = None
    """Text behind the value."""


class FileFieldColumn(Model):
    """A column of an additional field."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    key: str
    """The name of the additional field."""


class FileOptionColumn(Model):
    """A column of an option. The name of the option is fixed, or stands in another column."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    key: str | None = None
    """The name of the option."""
    key_column_index: int | None = Field(
        default=None, validation_alias="keyColumnIndex", serialization_alias="keyColumnIndex"
    )
    """The column with the name of the option, counted from 0."""


class FilePreview(Model):
    """The beginning of a file. Every member that comes is kept."""

    errors: Errors | None = None


class FilePreviewRequest(Model):
    """A file and how to read it."""

    file_type: FileType = Field(validation_alias="fileType", serialization_alias="fileType")
    """What separates the columns (code 139)."""
    url: str
    """Where the file is, an address of http, https or ftp (codes 137 and 149 to 151)."""
    authorization: dict[str, str] | None = None
    """What the server of the file asks for, such as `username` and `password`."""
    headers: bool | None = None
    """Whether the first row holds the names of the columns."""


class FilePriceColumn(Model):
    """A column of a price."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")


class FileSettings(Model):
    """The files of a supplier, and which of their columns hold what. Columns are counted from 0. Where a list
    of columns is allowed, their values are joined or collected.
    """

    sources: list[FileSource] | None = None
    """The files, at least one."""
    product_mapping: FileColumn | None = Field(
        default=None, validation_alias="productMapping", serialization_alias="productMapping"
    )
    sku_mapping: FileColumn | None = Field(
        default=None, validation_alias="skuMapping", serialization_alias="skuMapping"
    )
    upc_mapping: FileColumn | None = Field(
        default=None, validation_alias="upcMapping", serialization_alias="upcMapping"
    )
    vendor_mapping: FileColumn | None = Field(
        default=None, validation_alias="vendorMapping", serialization_alias="vendorMapping"
    )
    primary_category_mapping: FileColumn | None = Field(
        default=None, validation_alias="primaryCategoryMapping", serialization_alias="primaryCategoryMapping"
    )
    secondary_category_mapping: FileColumn | None = Field(
        default=None, validation_alias="secondaryCategoryMapping", serialization_alias="secondaryCategoryMapping"
    )
    title_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="titleMapping", serialization_alias="titleMapping"
    )
    """The columns of the title."""
    images_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="imagesMapping", serialization_alias="imagesMapping"
    )
    """The columns with addresses of images."""
    quantity_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="quantityMapping", serialization_alias="quantityMapping"
    )
    """The columns of the quantity."""
    description_mapping: list[FileDescriptionColumn] | None = Field(
        default=None, validation_alias="descriptionMapping", serialization_alias="descriptionMapping"
    )
    """The columns of the description."""
    options_mapping: list[FileOptionColumn] | None = Field(
        default=None, validation_alias="optionsMapping", serialization_alias="optionsMapping"
    )
    """The columns of the options, such as color and size."""
    additional_fields_mapping: list[FileFieldColumn] | None = Field(
        default=None, validation_alias="additionalFieldsMapping", serialization_alias="additionalFieldsMapping"
    )
    """The columns of additional fields."""
    tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="tagsMapping", serialization_alias="tagsMapping"
    )
    """The columns of the variant's tags, and tags that all variants get."""
    product_tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="productTagsMapping", serialization_alias="productTagsMapping"
    )
    """The columns of the product's tags, and tags that all products get."""
    retail_price_mapping: FilePriceColumn | None = Field(
        default=None, validation_alias="retailPriceMapping", serialization_alias="retailPriceMapping"
    )
    wholesale_price_mapping: FilePriceColumn | None = Field(
        default=None, validation_alias="wholesalePriceMapping", serialization_alias="wholesalePriceMapping"
    )
    weight_mapping: FileWeightColumn | None = Field(
        default=None, validation_alias="weightMapping", serialization_alias="weightMapping"
    )
    removed_from_feed_tag: str | None = Field(
        default=None, validation_alias="removedFromFeedTag", serialization_alias="removedFromFeedTag"
    )
    """The tag of articles that are no longer in the file."""


class FileSource(Model):
    """A file of a supplier."""

    id: str
    """A name of your own, which the columns refer to. Each source has a different one."""
    file_type: FileType = Field(validation_alias="fileType", serialization_alias="fileType")
    url: str
    """Where the file is."""
    join_index: int | None = Field(default=None, validation_alias="joinIndex", serialization_alias="joinIndex")
    """The column by which the files are joined."""
    headers: bool | None = None
    """Whether the first line holds names."""
    authorization: FileSourceAuthorization | None = None


class FileSourceAuthorization(Model):
    """Where the credentials for a file are: names of entries among the credentials of the supplier, not the
    credentials themselves.
    """

    username_key: str | None = Field(default=None, validation_alias="usernameKey", serialization_alias="usernameKey")
    """The name of the entry with the user."""
    password_key: str | None = Field(default=None, validation_alias="passwordKey", serialization_alias="passwordKey")
    """The name of the entry with the password."""


class FileTag(Model):
    """A column with tags, or one tag that everything gets."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    value: str | None = None
    """The tag itself, in place of a column."""


class FileType(StrEnum):
    """What separates the columns of a text file: comma, tab or vertical bar. A reader must accept a value that
    is not listed.
    """

    CSV = "CSV"
    TSV = "TSV"
    PSV = "PSV"


class FileWeightColumn(Model):
    """A column of a weight."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )


class Fulfillment(Model):
    """Lines that go, or went, to the buyer together."""

    id: str | None = None
    """The id of the fulfillment."""
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What is in it. The lines have to be lines of the order (code 214)."""
    status: FulfillmentStatus
    supplier_id: str | None = Field(default=None, validation_alias="supplierId", serialization_alias="supplierId")
    """The supplier that ships."""
    location_id: str | int | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The location that ships, one of the same business (code 263)."""
    shipping_company: str | None = Field(
        default=None, validation_alias="shippingCompany", serialization_alias="shippingCompany"
    )
    """The carrier."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """The service of the carrier."""
    tracking_number: str | None = Field(
        default=None, validation_alias="trackingNumber", serialization_alias="trackingNumber"
    )
    """The number under which the carrier knows the parcel."""
    tracking_urls: list[str] | None = Field(
        default=None, validation_alias="trackingUrls", serialization_alias="trackingUrls"
    )
    """Addresses where the parcel can be followed."""
    shipped_at: Timestamp | None = Field(default=None, validation_alias="shippedAt", serialization_alias="shippedAt")
    """When it was shipped (code 216 when it is no date)."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the fulfillment."""


class FulfillmentStatus(StrEnum):
    """The state of a fulfillment. A reader must accept a value that is not listed."""

    OPEN = "OPEN"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    PENDING = "PENDING"
    NEW = "NEW"
    BACKORDER = "BACKORDER"


class Integration(Model):
    """A kind of channel, supplier, step or play that can be connected."""

    id: str | None = None
    """The id of the integration."""
    name: str | None = None
    """The name of the integration."""
    errors: Errors | None = None


class IntegrationList(Model):
    """Integrations."""

    integrations: list[Integration] | None = None
    """The integrations, all of them."""
    errors: Errors | None = None


class InventoryItem(Model):
    """An article a business keeps stock of."""

    id: str
    """The id, a text of digits."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the item."""
    sku: str
    """The SKU, unique within the business."""
    title: str | None = None
    """What the article is called."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the item was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the item was last changed."""
    errors: Errors | None = None


class InventoryItemCreateRequest(Model):
    """A new article."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the item."""
    sku: str
    """The SKU, up to 100 characters, unique within the business."""
    title: str | None = None
    """What the article is called."""


class InventoryItemKey(StrEnum):
    """What tells the articles of a supplier apart. Of two with the same value one is left out."""

    SKU = "SKU"
    UPC = "UPC"


class InventoryItemList(Model):
    """The article that was looked for, if there is one."""

    inventory_items: list[InventoryItem] = Field(
        validation_alias="inventoryItems", serialization_alias="inventoryItems"
    )
    """One entry or none."""
    errors: Errors | None = None


class InventoryItemQuantities(Model):
    """All quantities of an article."""

    quantities: list[InventoryItemQuantity]
    """One entry for each pair of location and status that has ever been adjusted."""
    errors: Errors | None = None


class InventoryItemQuantity(Model):
    """How many units stand at a location in one status."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The status of the units."""
    quantity: int
    """The units; can be negative where no rule forbids it."""


class InventoryItemUpdateRequest(Model):
    """An article as it is to be. What belongs to the business is not changed by it."""

    sku: str
    """The SKU, up to 100 characters, unique within the business. Send the old one to keep it."""
    title: str | None = None
    """What the article is called."""


class InventoryStatus(StrEnum):
    """The state of units at a location. A reader must accept a value that is not listed.

    * `ON_HAND`: all units that are there.
    * `AVAILABLE_TO_SELL`: what can be sold; it includes `COMMITTED`, not `ON_HOLD` and `ON_ORDER`.
    * `COMMITTED`: the part of the available units that orders have claimed.
    * `ON_HOLD`: there, but not to be sold.
    * `ON_ORDER`: ordered from suppliers, on the way.
    * `RESERVE`: kept back.
    * `INCOMING`, `UNAVAILABLE`: added to the vendor's library in 2023, without an explanation.
    """

    AVAILABLE_TO_SELL = "AVAILABLE_TO_SELL"
    COMMITTED = "COMMITTED"
    ON_ORDER = "ON_ORDER"
    RESERVE = "RESERVE"
    ON_HOLD = "ON_HOLD"
    ON_HAND = "ON_HAND"
    INCOMING = "INCOMING"
    UNAVAILABLE = "UNAVAILABLE"


class LineItem(Model):
    """A line of an order, or the part of it that a fulfillment or a refund is about. In an order that exists,
    the SKU and id of a line are fixed and its quantity can only grow; when lines are sent, all lines that
    exist have to be among them (codes 260 to 262).
    """

    id: str
    """The id of the line, unique in the order (codes 169 and 170)."""
    sku: str | None = None
    """SKU."""
    upc: str | None = None
    """UPC."""
    title: str | None = None
    """What the article is called."""
    vendor: str | None = None
    """Who makes the article."""
    quantity: int
    """How many units, more than 0 (code 171)."""
    price: DecimalString | None = None
    """The price of one unit, 0 or more (code 172)."""
    grams: DecimalString | None = None
    """What it weighs, in grams."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """How the line is shipped."""
    shipping_price: DecimalString | None = Field(
        default=None, validation_alias="shippingPrice", serialization_alias="shippingPrice"
    )
    """The price of shipping the line, 0 or more (code 189)."""
    shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="shippingTax", serialization_alias="shippingTax"
    )
    """The tax on shipping the line, 0 or more (code 190)."""
    taxes: list[Tax] | None = None
    """The taxes on the line."""
    restock_type: RestockType | None = Field(
        default=None, validation_alias="restockType", serialization_alias="restockType"
    )
    """What happens to the units. Only in refunds."""
    reserve_quantity: int | None = Field(
        default=None, validation_alias="reserveQuantity", serialization_alias="reserveQuantity"
    )
    """How many of the units are taken from what is kept in reserve."""
    presale_quantity: int | None = Field(
        default=None, validation_alias="presaleQuantity", serialization_alias="presaleQuantity"
    )
    """How many of the units are sold before they are there."""
    gift_card_code: str | None = Field(
        default=None, validation_alias="giftCardCode", serialization_alias="giftCardCode"
    )
    """The code of a gift card."""
    gift_card_id: str | None = Field(default=None, validation_alias="giftCardId", serialization_alias="giftCardId")
    """The id of a gift card. Set by the server."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the line."""


class Location(Model):
    """A place that holds stock, such as a warehouse, or a virtual one that sums up others."""

    id: str
    """The id of the location, a number as text."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the stock belongs to."""
    name: str
    """The name, unique in the business."""
    aggregate_location_ids: list[str] | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up; empty for a real one."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the location was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class LocationClosedDay(Model):
    """A day on which a location is closed."""

    id: str
    """The id of the entry, a number as text."""
    date: str
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""


class LocationClosures(Model):
    """The days on which a location is closed."""

    closed_days: list[LocationClosedDay] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """The closed days."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    errors: Errors | None = None


class LocationClosuresRequest(Model):
    """All days on which a location is to be closed."""

    closed_days: list[str] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """The closed days, all of them; an empty list removes what there was."""


class LocationCreateRequest(Model):
    """A new location."""

    name: str
    """The name, up to 255 characters, unique in the business (codes 243 and 244)."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the stock belongs to (code 242 when it is missing)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up, 5 at most, none of which sums up others."""


class LocationList(Model):
    """The locations of a business."""

    locations: list[Location]
    """The locations, all of them."""
    errors: Errors | None = None


class LocationSLA(Model):
    """How fast a location ships, and when it is open."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    fulfillment_sla_hours: DecimalString | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Within how many hours it ships."""
    operating_days: list[LocationSLAOperatingDay] = Field(
        validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which it is open, one entry each."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the SLA was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class LocationSLAOperatingDay(Model):
    """The hours of one day of the week."""

    id: str
    """The id of the entry, a number as text."""
    day: SLADay
    open: str
    """When it opens, as `HH:mm`."""
    end: str
    """When it closes, as `HH:mm`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """When it stops shipping for the day, as `HH:mm`."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""


class LocationSLAOperatingDayRequest(Model):
    """The hours of one day of the week."""

    day: SLADay
    open: str
    """When it opens, as `HH:mm`; before `end`."""
    end: str
    """When it closes, as `HH:mm`; after `open`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """When it stops shipping for the day, as `HH:mm`; after `open` and not after `end`."""


class LocationSLAUpdateRequest(Model):
    """How fast a location is to ship, and when it is open."""

    fulfillment_sla_hours: DecimalString | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Within how many hours it ships, more than 0."""
    operating_days: list[LocationSLAOperatingDayRequest] | None = Field(
        default=None, validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which it is open, one entry each."""


class LocationUpdateRequest(Model):
    """A location as it is to be."""

    name: str
    """The name, up to 255 characters, unique in the business (codes 243 and 244)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up, 5 at most, none of which sums up others."""


class LogReceipt(Model):
    """What was logged, where and when."""

    flow: str
    """The flow, `default` when none was given."""
    logtime: Timestamp
    """When it was logged. (One word, in lower case.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it was logged for."""
    errors: Errors | None = None


class ManualAction(Model):
    """The action that was started. It has the members of an action; which of them are there at this moment is
    not known, so each may be missing.
    """

    id: str | None = None
    """The id of the action. Follow it with the calls for actions."""
    action: str | None = None
    """What is done, by the name the integration has for it."""
    processing_status: ActionProcessingStatus | None = Field(
        default=None, validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str | None = Field(default=None, validation_alias="targetId", serialization_alias="targetId")
    """The channel."""
    target_type: ActionTargetType | None = Field(
        default=None, validation_alias="targetType", serialization_alias="targetType"
    )
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business it is done for."""
    description: str | None = None
    """What is done, for people."""
    health_check_interval_in_seconds: int | None = Field(
        default=None,
        validation_alias="healthCheckIntervalInSeconds",
        serialization_alias="healthCheckIntervalInSeconds",
    )
    """How often a sign of life is expected, in seconds."""
    last_health_check_time: Timestamp | None = Field(
        default=None, validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The last sign of life."""
    start_time: Timestamp | None = Field(default=None, validation_alias="startTime", serialization_alias="startTime")
    """When it began."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """When it was completed."""
    errors: Errors | None = None


class ManualActionRequest(Model):
    """Which action to start."""

    action: str
    """The name of the action, one that the integration of the channel has (code 42)."""


class Order(Model):
    """An order as ChannelApe keeps it, the same form for every channel. Members without a value are left out
    rather than null.
    """

    id: str
    """The id ChannelApe gave the order."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to."""
    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It never changes."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """The id the channel gave the order, unique in the business. It never changes."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    status: OrderStatus
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
    """When the buyer ordered."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When ChannelApe first had the order."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the order last changed in ChannelApe."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams."""
    customer: Customer | None = None
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What was ordered."""
    fulfillments: list[Fulfillment]
    """What was shipped, or is to be. Empty as long as there is nothing."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the order."""
    errors: Errors | None = None


class OrderActivity(Model):
    """What happened to an order, as it was noted."""

    operation: OrderActivityOperation
    result: OrderActivityResult
    completion_time: Timestamp = Field(validation_alias="completionTime", serialization_alias="completionTime")
    """When it happened."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The id ChannelApe gave the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel of the order."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business of the order."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The action it was part of."""
    messages: list[OrderActivityMessage] | None = None
    """What people should read about it."""
    errors: Errors | None = None


class OrderActivityCreateRequest(Model):
    """What happened to an order. Name the order by `orderId`, or by `channelId` and `channelOrderId` when
    ChannelApe does not know it yet.
    """

    operation: OrderActivityOperation
    """What was done with the order (code 217)."""
    result: OrderActivityResult
    """How it went (code 218)."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The id ChannelApe gave the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """A channel of the business (code 213 when it is missing)."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order (code 167 when it is empty)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business of the order."""
    completion_time: Timestamp | None = Field(
        default=None, validation_alias="completionTime", serialization_alias="completionTime"
    )
    """When it happened."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The action it was part of."""
    messages: list[OrderActivityMessage] | None = None
    """What people should read about it, 20 messages at most (code 221)."""


class OrderActivityMessage(Model):
    """Something people should read about an activity."""

    title: str
    """The message in short, at most 100 characters (code 219)."""
    description: str
    """The message itself, at most 1000 characters (code 220)."""


class OrderActivityOperation(StrEnum):
    """What was done with the order (code 217). A reader must accept a value that is not listed."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


class OrderActivityResult(StrEnum):
    """How it went (code 218). A reader must accept a value that is not listed."""

    SUCCESS = "SUCCESS"
    ERROR = "ERROR"
    WARNING = "WARNING"
    UNCHANGED = "UNCHANGED"


class OrderCreateRequest(Model):
    """A new order."""

    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through (code 213 when it is missing)."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """Your own id for the order, unique in the business (codes 167 and 168)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus
    """The state of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
    """When the buyer ordered (code 164 when it is no date)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled (code 165 when it is no date)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything, 0 or more (code 160)."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together, 0 or more (code 161)."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together, 0 or more (code 162)."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping, 0 or more (code 187)."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, 0 or more (code 188)."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams, 0 or more (code 163)."""
    customer: Customer | None = None
    """Who bought, and where it goes."""
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class OrderFields(Model):
    """What can be set on an order at any time."""

    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus | None = None
    """The state of the order (code 159)."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp | None = Field(
        default=None, validation_alias="purchasedAt", serialization_alias="purchasedAt"
    )
    """When the buyer ordered (code 164 when it is no date)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled (code 165 when it is no date)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything, 0 or more (code 160)."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together, 0 or more (code 161)."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together, 0 or more (code 162)."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping, 0 or more (code 187)."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, 0 or more (code 188)."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams, 0 or more (code 163)."""
    customer: Customer | None = None
    """Who bought, and where it goes."""
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class OrderPatchRequest(Model):
    """What is to change; whatever is left out stays as it is. A list that is given **replaces** the whole list,
    at every level: single fulfillments, refunds, lines or additional fields can not be patched.
    """

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It can not be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order. It can not be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether the change goes on to the channel."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus | None = None
    """The state of the order (code 159)."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp | None = Field(
        default=None, validation_alias="purchasedAt", serialization_alias="purchasedAt"
    )
    """When the buyer ordered (code 164 when it is no date)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled (code 165 when it is no date)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything, 0 or more (code 160)."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together, 0 or more (code 161)."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together, 0 or more (code 162)."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping, 0 or more (code 187)."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, 0 or more (code 188)."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams, 0 or more (code 163)."""
    customer: Customer | None = None
    """Who bought, and where it goes."""
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class OrderQueryParameters(Model):
    """Which orders a step or play gets to see. The intervals are minutes before the run, digits as text: `Max`
    is the later end of the span, `Min` the earlier one, so `Min` is the greater number.
    """

    purchased_at_max_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMaxIntervalMinutes",
        serialization_alias="purchasedAtMaxIntervalMinutes",
    )
    """How long ago the order was placed at least."""
    purchased_at_min_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMinIntervalMinutes",
        serialization_alias="purchasedAtMinIntervalMinutes",
    )
    """How long ago the order was placed at most."""
    updated_at_max_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMaxIntervalMinutes", serialization_alias="updatedAtMaxIntervalMinutes"
    )
    """How long ago the order changed at least."""
    updated_at_min_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMinIntervalMinutes", serialization_alias="updatedAtMinIntervalMinutes"
    )
    """How long ago the order changed at most."""
    status: OrderStatus | None = None
    """The state of the orders. The older form of `statuses`."""
    statuses: list[OrderStatus] | None = None
    """The states of the orders."""
    channel_ids: list[str] | None = Field(default=None, validation_alias="channelIds", serialization_alias="channelIds")
    """The channels of the orders."""


class OrderStatus(StrEnum):
    """The state of an order. A reader must accept a value that is not listed.

    * `PENDING`: not ready to be worked on.
    * `OPEN`: ready, and can still be changed.
    * `HOLD`: somebody has to look at it first.
    * `IN_PROGRESS`: handed to a warehouse, in whole or in part.
    * `CLOSED`: everything is shipped.
    * `CANCELED`: will not be shipped.
    """

    PENDING = "PENDING"
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    CLOSED = "CLOSED"
    CANCELED = "CANCELED"
    HOLD = "HOLD"


class OrderSummary(Model):
    """What a business sold in a span of time, in numbers."""

    earliest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="earliestCreationTime", serialization_alias="earliestCreationTime"
    )
    """The beginning of the span, as asked for or seven days before the call."""
    latest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="latestCreationTime", serialization_alias="latestCreationTime"
    )
    """The end of the span, as asked for or the moment of the call."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the business, taken for that of every order: nothing is converted."""
    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """Orders in the span, whatever their status."""
    open_orders: int | None = Field(default=None, validation_alias="openOrders", serialization_alias="openOrders")
    """Those with the status `OPEN`."""
    in_progress_orders: int | None = Field(
        default=None, validation_alias="inProgressOrders", serialization_alias="inProgressOrders"
    )
    """Those with the status `IN_PROGRESS`."""
    closed_orders: int | None = Field(default=None, validation_alias="closedOrders", serialization_alias="closedOrders")
    """Those with the status `CLOSED`."""
    canceled_orders: int | None = Field(
        default=None, validation_alias="canceledOrders", serialization_alias="canceledOrders"
    )
    """Those with the status `CANCELED`. The other two statuses have no counter."""
    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The total prices of the orders that are `OPEN`, `IN_PROGRESS` or `CLOSED`, added up."""
    channels: list[OrderSummaryChannel] | None = None
    """The channels that had orders, enabled or not, the highest revenue first."""
    top_selling_line_items: list[OrderSummaryLineItem] | None = Field(
        default=None, validation_alias="topSellingLineItems", serialization_alias="topSellingLineItems"
    )
    """The lines with the highest revenue, 100 at most. Lines with the same id count as one."""
    aging_orders: list[dict[str, Any]] | None = Field(
        default=None, validation_alias="agingOrders", serialization_alias="agingOrders"
    )
    """Orders that are `OPEN` or `IN_PROGRESS` and were created more than seven days and less than two
    months ago, whatever span was asked for.
    """
    errors: Errors | None = None


class OrderSummaryChannel(Model):
    """What one channel sold. Other members tell which channel it is."""

    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """Orders of the channel in the span."""
    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The total prices of those that are `OPEN`, `IN_PROGRESS` or `CLOSED`, added up."""


class OrderSummaryLineItem(Model):
    """What was sold of one line. Other members tell which line it is."""

    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """Price times quantity, of all lines with the same id."""


class OrderUpdateRequest(Model):
    """The whole order, as it is to be from now on. **Whatever is left out is erased**, so start from the order as
    it is, or use a patch.
    """

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It can not be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order. It can not be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether the change goes on to the channel."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus
    """The state of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp | None = Field(
        default=None, validation_alias="purchasedAt", serialization_alias="purchasedAt"
    )
    """When the buyer ordered (code 164 when it is no date)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled (code 165 when it is no date)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything, 0 or more (code 160)."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together, 0 or more (code 161)."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together, 0 or more (code 162)."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping, 0 or more (code 187)."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, 0 or more (code 188)."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams, 0 or more (code 163)."""
    customer: Customer | None = None
    """Who bought, and where it goes."""
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class OrdersPage(Model):
    """A page of orders."""

    orders: list[Order]
    """The orders of this page."""
    pagination: Pagination
    errors: Errors | None = None


class OutputFile(Model):
    """What an exported file looks like."""

    header: bool | None = None
    """Whether the first row holds the headings of the columns."""
    columns: list[OutputFileColumn] | None = None
    """The columns, from left to right."""


class OutputFileColumn(Model):
    """A column of an exported file: either a `field` of product or variant, or the same `value` in every cell."""

    header: str | bool
    """The heading, a text that is not empty (code 195)."""
    field: OutputFileColumnField | None = None
    index: int | None = None
    """Which picture, from 0; for `productImage` and `image`, where it is needed (code 198). The cell is null
    when there is none.
    """
    key: str | None = None
    """Which entry; for `optionValue` and `additionalFieldValue`, where it is needed (code 197). The cell is
    null when there is none.
    """
    value: str | None = None
    """What to write into every cell. Only without `field`."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )
    """The unit of `weight`, grams unless given (code 146)."""


class OutputFileColumnField(StrEnum):
    """What a column holds. Names that begin with `product` are about the product, the others about the variant.
    Option names and tags are sorted and joined by commas. A reader must accept a value that is not listed.
    """

    PRODUCT_CREATED_AT = "productCreatedAt"
    PRODUCT_DESCRIPTION = "productDescription"
    PRODUCT_ID = "productId"
    PRODUCT_IMAGE = "productImage"
    PRODUCT_OPTION_KEYS = "productOptionKeys"
    PRODUCT_PRIMARY_CATEGORY = "productPrimaryCategory"
    PRODUCT_SECONDARY_CATEGORY = "productSecondaryCategory"
    PRODUCT_TAGS = "productTags"
    PRODUCT_TITLE = "productTitle"
    PRODUCT_UPDATED_AT = "productUpdatedAt"
    PRODUCT_VENDOR = "productVendor"
    PRODUT_DESCRIPTION = "produtDescription"
    ADDITIONAL_FIELD_VALUE = "additionalFieldValue"
    ALPHABETIC_CURRENCY_CODE = "alphabeticCurrencyCode"
    CONDITION = "condition"
    DESCRIPTION = "description"
    IMAGE = "image"
    INVENTORY_ITEM_VALUE = "inventoryItemValue"
    OPTION_VALUE = "optionValue"
    PRIMARY_CATEGORY = "primaryCategory"
    QUANTITY = "quantity"
    RETAIL_PRICE = "retailPrice"
    SECONDARY_CATEGORY = "secondaryCategory"
    SKU = "sku"
    TAGS = "tags"
    TITLE = "title"
    UPC = "upc"
    VARIANT_CREATED_AT = "variantCreatedAt"
    VARIANT_UPDATED_AT = "variantUpdatedAt"
    VENDOR = "vendor"
    WEIGHT = "weight"
    WHOLESALE_PRICE = "wholesalePrice"


class Pagination(Model):
    """Where a page stands among the others."""

    last_page: bool = Field(validation_alias="lastPage", serialization_alias="lastPage")
    """Whether this is the last page. The only member to go by."""
    last_key: str | None = Field(default=None, validation_alias="lastKey", serialization_alias="lastKey")
    """The cursor of the next page. It can be there on the last page too, where it leads nowhere."""
    next_page_href: str | None = Field(
        default=None, validation_alias="nextPageHref", serialization_alias="nextPageHref"
    )
    """The next page as an address relative to the server, without a slash in front. Like `lastKey` it can
    be there on the last page.
    """
    page_size: int | None = Field(default=None, validation_alias="pageSize", serialization_alias="pageSize")
    """The size that was asked for, or the number of items here. For information only."""
    total_items: int | None = Field(default=None, validation_alias="totalItems", serialization_alias="totalItems")
    """How many items match in all. Orders have it only when `count=true` was asked for."""


class Play(Model):
    """A sequence of steps that runs as one."""

    id: str
    """The id of the play."""
    name: str
    """The name, unique among all plays."""
    schedule_configurations: list[PlayScheduleConfiguration] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play. Missing in recorded lists."""
    steps: list[Step] | None = None
    """The steps. Only the call for a single play has them."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the play was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the play was last changed."""
    errors: Errors | None = None


class PlayAction(StrEnum):
    """The action to start when a play is due. A reader must accept a value that is not listed."""

    INVOKE_PLAY = "INVOKE_PLAY"
    PUSH_ORDERS = "PUSH_ORDERS"


class PlayCreateRequest(Model):
    """A new play."""

    name: str
    """The name, unique among all plays. Keep it within 100 characters to be safe; the text allows 190."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play."""


class PlayList(Model):
    """All plays that can be installed."""

    plays: list[Play]
    """The plays, without their steps."""
    errors: Errors | None = None


class PlayScheduleConfiguration(Model):
    """A proposal when to run a play."""

    id: int
    """Its number. (The schedules of recipes have texts instead.)"""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, in no order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Minutes between two runs. (The schedules of recipes call it intervalInMinutes.)"""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the proposal was made."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the proposal was last changed."""


class PlayScheduleConfigurationRequest(Model):
    """A proposal when to run a play."""

    id: int | None = None
    """The number of an existing proposal; none for a new one."""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days; their order means nothing."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Minutes between two runs. (The schedules of recipes call it intervalInMinutes.)"""


class PlaySettings(Model):
    """Which play a supplier runs, and with what."""

    play_id: str = Field(validation_alias="playId", serialization_alias="playId")
    """The play to run."""
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the variables that the steps of the play ask for."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """How many runs may be under way at a time, digits as text."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class PlayUpdateRequest(Model):
    """What to change in a play."""

    name: str | None = None
    """The name, unique among all plays. Keep it within 100 characters to be safe."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play."""
    steps: list[Step] | None = None
    """The steps, in the order in which they run."""


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


class ProductBlock(Model):
    """A channel, and the filter whose products it must not show."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel."""
    product_filter_id: str | None = Field(
        default=None, validation_alias="productFilterId", serialization_alias="productFilterId"
    )
    """The filter that chooses the products."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns both."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the block was put."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the block was last put."""
    errors: Errors | None = None


class ProductBlockList(Model):
    """Some of the blocks of a business."""

    product_blocks: list[ProductBlock] | None = Field(
        default=None, validation_alias="productBlocks", serialization_alias="productBlocks"
    )
    """The blocks."""
    errors: Errors | None = None


class ProductCategories(Model):
    """Where a product belongs."""

    primary: str | None = None
    """The main category."""
    secondary: str | None = None
    """A narrower one."""


class ProductCondition(StrEnum):
    """The condition of an article. A reader must accept a value that is not listed."""

    NEW = "NEW"
    USED = "USED"
    REFURBISHED = "REFURBISHED"


class ProductFilter(Model):
    """A rule that chooses products."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str]
    """SKUs to match."""
    upcs: list[str]
    """UPCs to match."""
    tags: list[str]
    """Tags to match."""
    vendors: list[str]
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""
    id: str
    """The id of the filter."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the filter."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the price criteria."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the filter was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the filter was last changed."""
    errors: Errors | None = None


class ProductFilterCreateRequest(Model):
    """A new filter. The business alone is enough."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the filter."""
    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""


class ProductFilterCriteria(Model):
    """What a product has to fulfil. Criteria that are not there ask for nothing."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""


class ProductFilterList(Model):
    """Some of the filters of a business."""

    product_filters: list[ProductFilter] | None = Field(
        default=None, validation_alias="productFilters", serialization_alias="productFilters"
    )
    """The filters."""
    errors: Errors | None = None


class ProductFilterUpdateRequest(Model):
    """A filter as it is to be, which may be a whole filter as it was read."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""
    id: str | None = None
    """The id of the filter; the path decides."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """As it was read."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """As it was read."""
    errors: Errors | None = None


class ProductModifier(Model):
    """A rule that changes a value of products on their way to a channel."""

    id: str | None = None
    """The id of the modifier."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the modifier."""
    name: str | None = None
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation | None = None
    """What it does."""
    target: ProductModifierTarget | None = None
    """What it does that with."""
    value: str | None = None
    """What it sets or adds, as text even where it is a number."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the modifier was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the modifier was last changed."""
    errors: Errors | None = None


class ProductModifierCreateRequest(Model):
    """A new modifier."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the modifier."""
    name: str
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation
    """What to do."""
    target: ProductModifierTarget
    """What to do it with."""
    value: str
    """What to set or add, as text even where it is a number."""


class ProductModifierList(Model):
    """The modifiers of a business."""

    product_modifiers: list[ProductModifier] | None = Field(
        default=None, validation_alias="productModifiers", serialization_alias="productModifiers"
    )
    """All of them."""
    errors: Errors | None = None


class ProductModifierOperation(StrEnum):
    """What to do with a value. Only two are known, so a reader must accept a value that is not listed.

    * `setEqualTo`: use the modifier's value instead.
    * `addAmount`: add the modifier's value.
    """

    SET_EQUAL_TO = "setEqualTo"
    ADD_AMOUNT = "addAmount"


class ProductModifierTarget(StrEnum):
    """The member of a variant whose value is changed. Only two are known, so a reader must accept a value that is
    not listed.
    """

    QUANTITY = "quantity"
    RETAIL_PRICE = "retailPrice"


class ProductModifierUpdateRequest(Model):
    """A modifier as it is to be."""

    name: str
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation
    """What to do."""
    target: ProductModifierTarget
    """What to do it with."""
    value: str
    """What to set or add, as text even where it is a number."""


class ProductPush(Model):
    """What a channel shows at one place, and how."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel."""
    ordinal: int | None = None
    """The place among the pushes of the channel, from 1. Lower ones come first."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the channel."""
    product_filter_ids: list[str] | None = Field(
        default=None, validation_alias="productFilterIds", serialization_alias="productFilterIds"
    )
    """The filters that choose the products."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The modifiers that change them."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """What is done with the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """What is done with the narrower category."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the push was put."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the push was last changed."""
    errors: Errors | None = None


class ProductPushList(Model):
    """The pushes of a channel."""

    product_pushes: list[ProductPush] | None = Field(
        default=None, validation_alias="productPushes", serialization_alias="productPushes"
    )
    """All of them."""
    errors: Errors | None = None


class ProductPushRequest(Model):
    """What a push is to show, and how."""

    product_filter_ids: list[str] = Field(validation_alias="productFilterIds", serialization_alias="productFilterIds")
    """The filters that choose the products, at least one."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The modifiers that change them, no two of which change the same thing."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """What to do with the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """What to do with the narrower category."""


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


class Refund(Model):
    """What the buyer got back. At least one of the three lists is there (code 283)."""

    channel_refund_id: str | None = Field(
        default=None, validation_alias="channelRefundId", serialization_alias="channelRefundId"
    )
    """The id of the refund at the channel."""
    supplier_refund_id: str | None = Field(
        default=None, validation_alias="supplierRefundId", serialization_alias="supplierRefundId"
    )
    """The id of the refund at the supplier. The lines of such a refund have the restock type `NO_RESTOCK`
    (code 259).
    """
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """The lines that came back or were given up, with the units they are about."""
    transactions: list[Transaction] | None = None
    """The payments to the buyer."""
    adjustments: list[RefundAdjustment] | None = None
    """Amounts that belong to no line."""


class RefundAdjustment(Model):
    """An amount of a refund that belongs to no line."""

    id: str
    """The id of the adjustment (code 279 when it is missing)."""
    amount: DecimalString
    """The amount (code 281 when it is no number). It can be negative."""
    tax_amount: DecimalString | None = Field(
        default=None, validation_alias="taxAmount", serialization_alias="taxAmount"
    )
    """The tax in it (code 282 when it is no number). It can be negative."""
    reason: str | None = None
    """Why, at most 255 characters (code 280)."""


class RestockType(StrEnum):
    """What happens to units that are refunded (code 258). A reader must accept a value that is not listed.

    * `NO_RESTOCK`: nothing; the stock stays as it is.
    * `CANCEL`: they were never shipped and can be sold again.
    * `RETURN`: they came back.
    """

    NO_RESTOCK = "NO_RESTOCK"
    CANCEL = "CANCEL"
    RETURN = "RETURN"


class SLADay(StrEnum):
    """A day of the week by one letter: Monday to Friday are `M`, `T`, `W`, `R` and `F`, Saturday is `S` and Sunday
    `U`. (Schedules spell days out instead.) A reader must accept a value that is not listed.
    """

    M = "M"
    T = "T"
    W = "W"
    R = "R"
    F = "F"
    S = "S"
    U = "U"


class Schedule(Model):
    """Times of the week at which recipes are set off."""

    id: str
    """The id of the schedule. (The schedules of plays have numbers instead.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, in no order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_in_minutes: int = Field(validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes")
    """Minutes between two runs."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the schedule was created. Missing in recorded bodies."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the schedule was last changed. Missing in recorded bodies."""
    errors: Errors | None = None


class ScheduleCreateRequest(Model):
    """New times of the week."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, at least one; their order means nothing."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day from 1 to 1440."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day up to 1440, later than the start."""
    interval_in_minutes: int = Field(validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes")
    """The time between two runs, from 1 to 1440 minutes."""


class ScheduleList(Model):
    """The schedules of a business."""

    schedules: list[Schedule]
    """All of them."""
    errors: Errors | None = None


class Session(Model):
    """A session, with the user or the API account it belongs to."""

    session_id: str = Field(validation_alias="sessionId", serialization_alias="sessionId")
    """The id of the session. Treat it as a secret."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The user; missing in the session of an API account."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The API account; missing in the session of a user."""
    errors: Errors | None = None


class SetQuantityBySkuRequest(Model):
    """What a quantity of the article with a SKU is to be."""

    sku: str
    """The SKU. An unknown one becomes a new item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to set."""
    quantity: int | str
    """The new quantity, whatever it was before. The change it amounts to has the limits of an adjustment."""
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Set the parents of the location to the sum of their children."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """


class SetQuantityRequest(Model):
    """What a quantity is to be."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to set."""
    quantity: int | str
    """The new quantity, whatever it was before. The change it amounts to has the limits of an adjustment."""
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Set the parents of the location to the sum of their children."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """


class Step(Model):
    """A program that plays are made of."""

    id: str
    """The id of the step."""
    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step shows up in queries."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The settings the step takes."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the step was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the step was last changed."""
    errors: Errors | None = None


class StepRequest(Model):
    """A step as it is to be."""

    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step shows up in queries. A private one can be had by its id only."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The settings a step takes; no two with the same name."""


class StepSettings(Model):
    """Which step a supplier runs, and with what."""

    step_id: str = Field(validation_alias="stepId", serialization_alias="stepId")
    """The step to run."""
    version: StepVersion | None = None
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the variables that the step asks for."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """How many runs may be under way at a time, digits as text."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class StepVersion(StrEnum):
    """Which version of a step to run. A reader must accept a value that is not listed."""

    PRODUCTION = "PRODUCTION"
    STAGING = "STAGING"
    TEST = "TEST"


class StepsPage(Model):
    """A page of steps."""

    steps: list[Step] | None = None
    """The steps of this page."""
    pagination: Pagination | None = None
    errors: Errors | None = None


class Subscription(Model):
    """What a business has booked. A body with nothing but an empty list of errors occurs too."""

    active: bool | None = None
    """Whether it is running. Without one, no action can start."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business it is for."""
    subscription_id: str | None = Field(
        default=None, validation_alias="subscriptionId", serialization_alias="subscriptionId"
    )
    """Its id, digits as text."""
    subscription_product_handle: str | None = Field(
        default=None, validation_alias="subscriptionProductHandle", serialization_alias="subscriptionProductHandle"
    )
    """What was booked."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When it was booked."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    period_started_at: Timestamp | None = Field(
        default=None, validation_alias="periodStartedAt", serialization_alias="periodStartedAt"
    )
    """When the present period began."""
    period_ends_at: Timestamp | None = Field(
        default=None, validation_alias="periodEndsAt", serialization_alias="periodEndsAt"
    )
    """When the present period ends."""
    last_completed_task_usage_recording_time: Timestamp | None = Field(
        default=None,
        validation_alias="lastCompletedTaskUsageRecordingTime",
        serialization_alias="lastCompletedTaskUsageRecordingTime",
    )
    """When its use was last recorded."""
    api_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="apiRateLimitPerSecond", serialization_alias="apiRateLimitPerSecond"
    )
    """How many calls a second an API account may make."""
    user_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="userRateLimitPerSecond", serialization_alias="userRateLimitPerSecond"
    )
    """How many calls a second a user may make."""
    errors: Errors


class Supplier(Model):
    """Where data of a business comes from, or a program that works for it. Of the three kinds of settings it
    has the one that fits its integration, or none.
    """

    id: str
    """The id of the supplier."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it belongs to."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The kind of supplier it is."""
    name: str
    """Its name, which no other supplier of the business has."""
    enabled: bool
    """Whether actions can run on it."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When it was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""
    errors: Errors | None = None


class SupplierCreateRequest(Model):
    """A new supplier."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it belongs to."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The kind of supplier it is."""
    name: str
    """Its name, which no other supplier of the business has."""
    enabled: bool | None = None
    """Whether actions can run on it."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""


class SupplierList(Model):
    """The suppliers of a business."""

    suppliers: list[Supplier]
    """The suppliers."""
    errors: Errors | None = None


class SupplierUpdateRequest(Model):
    """What to change of a supplier."""

    name: str | None = None
    """Its name, which no other supplier of the business has."""
    enabled: bool | None = None
    """Whether actions can run on it."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""


class Tax(Model):
    """A tax on a line."""

    title: str
    """What the tax is called, at most 255 characters (code 274)."""
    price: DecimalString
    """The amount, 0 or more (code 272)."""
    rate: DecimalString | None = None
    """The rate, 0.06 for 6 % (code 273 when it is no decimal)."""


class Transaction(Model):
    """A payment to the buyer."""

    id: str
    """The id of the transaction (code 275 when it is missing)."""
    amount: DecimalString
    """The amount (code 277 when it is no number)."""
    status: TransactionStatus
    message: str | None = None
    """What there is to say about it, at most 255 characters (code 276)."""


class TransactionStatus(StrEnum):
    """The state of a payment (code 278). A reader must accept a value that is not listed."""

    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    ERROR = "ERROR"


class UnitOfMeasurement(StrEnum):
    """A unit of weight: ounce, pound, gram, kilogram or tonne. A reader must accept a value that is not listed."""

    OZ = "oz"
    LB = "lb"
    G = "g"
    KG = "kg"
    T = "t"


class User(Model):
    """A person with a login."""

    id: str
    """The id of the user."""
    username: str
    """The e-mail address to log in with."""
    analytics_enabled: bool | None = Field(
        default=None, validation_alias="analyticsEnabled", serialization_alias="analyticsEnabled"
    )
    """Whether the user may see analytics."""
    verified: bool | None = None
    """Whether the e-mail address is verified."""
    errors: Errors | None = None


class Variant(Model):
    """A product in one of its forms, such as a color and a size."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The product it is a variant of."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that names the variant, depending on the inventory item key of the business."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str
    """What the variant is called."""
    description: str | None = None
    """What it is, mostly as HTML."""
    vendor: str | None = None
    """Who makes it."""
    condition: ProductCondition | None = None
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of both prices. Hits of a search call it `currencyCode`."""
    retail_price: DecimalString | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """What a customer pays."""
    wholesale_price: DecimalString | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """What the business pays."""
    grams: DecimalString | None = None
    """The weight in grams, a decimal text."""
    quantity: int | None = None
    """How many units there are."""
    categories: ProductCategories | None = None
    """Where it belongs."""
    options: dict[str, str] | None = None
    """What makes it differ from the other variants, by the option keys of the product."""
    additional_fields: dict[str, str] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Texts of your own, by name. A map, unlike the lists of the same name elsewhere."""
    images: list[str] | None = None
    """The addresses of its pictures."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the variant was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the variant was last changed."""
    errors: Errors | None = None


class VariantList(Model):
    """The variants of a product."""

    variants: list[Variant]
    """All of them."""
    errors: Errors | None = None


class VariantSearchPage(Model):
    """A page of hits."""

    variant_search_results: list[VariantSearchResult] = Field(
        validation_alias="variantSearchResults", serialization_alias="variantSearchResults"
    )
    """The hits of this page."""
    pagination: Pagination
    errors: Errors | None = None


class VariantSearchResult(Model):
    """A hit of a search, with the short facts of a variant. Get the variant for the others."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The product it is a variant of."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that names the variant, depending on the inventory item key of the business."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that sells it. A variant itself does not tell."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str | None = None
    """What the variant is called."""
    vendor: str | None = None
    """Who makes it."""
    condition: ProductCondition | None = None
    primary_category: str | None = Field(
        default=None, validation_alias="primaryCategory", serialization_alias="primaryCategory"
    )
    """The main category."""
    secondary_category: str | None = Field(
        default=None, validation_alias="secondaryCategory", serialization_alias="secondaryCategory"
    )
    """A narrower one."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")
    """The currency of both prices. A variant itself calls it `alphabeticCurrencyCode`."""
    retail_price: DecimalString | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """What a customer pays."""
    wholesale_price: DecimalString | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """What the business pays."""
    grams: DecimalString | None = None
    """The weight in grams, a decimal text."""
    quantity: int | None = None
    """How many units there are."""
