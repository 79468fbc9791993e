"""The error codes that the API documents."""

from ._runtime.error_codes import Code

__all__ = ["ErrorCode"]


class ErrorCode(Code):
    """A code of an error body. Undocumented codes are accepted as well; `is_known` distinguishes them."""

    INTERNAL_SERVER_ERROR = 0
    USER_ALREADY_EXISTS = 1
    INCORRECT_USERNAME_OR_PASSWORD = 2
    INVALID_VERIFICATION_TOKEN = 3
    MALFORMED_AUTHORIZATION_TOKEN = 4
    MALFORMED_USERNAME = 5
    MALFORMED_PASSWORD = 6
    EXPIRED_VERIFICATION_TOKEN = 7
    USERNAME_NOT_FOUND = 8
    INVALID_FORGOT_PASSWORD_TOKEN = 9
    EXPIRED_FORGOT_PASSWORD_TOKEN = 10
    EXPIRED_AUTHORIZATION_TOKEN = 11
    INVALID_AUTHORIZATION_TOKEN = 12
    INVALID_BUSINESS_NAME = 13
    INVALID_TIME_ZONE = 14
    BUSINESS_NOT_FOUND = 15
    INSUFFICIENT_BUSINESS_OWNER_PERMISSIONS = 16
    INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS = 17
    USER_NOT_FOUND = 18
    INSUFFICIENT_USER_PERMISSIONS = 19
    USER_ALREADY_BUSINESS_MEMBER = 20
    BUSINESS_MEMBER_NOT_FOUND = 21
    INVALID_QUERY_PARAMETERS = 22
    OWNER_DELETION_NOT_ALLOWED = 23
    PRODUCT_NOT_FOUND = 24
    SUPPLIER_NOT_FOUND = 25
    SKU_NOT_FOUND = 26
    UPC_NOT_FOUND = 27
    TITLE_NOT_SET = 28
    INVALID_CURRENCY_CODE = 29
    INVALID_INVENTORY_ITEM_KEY = 30
    INVENTORY_ITEM_ALREADY_EXISTS = 31
    INVALID_RETAIL_PRICE = 32
    INVALID_WHOLESALE_PRICE = 33
    INVALID_GRAMS = 34
    INVALID_QUANTITY = 35
    INVENTORY_ITEM_NOT_FOUND = 36
    SKU_DOES_NOT_MATCH_INVENTORY_ITEM_VALUE = 37
    UPC_DOES_NOT_MATCH_INVENTORY_ITEM_VALUE = 38
    NOT_SUPPLIER_OF_BUSINESS = 39
    INTEGRATION_NOT_FOUND = 40
    INVALID_SUPPLIER_INTEGRATION_CREDENTIALS = 41
    INVALID_INTEGRATION_ACTION = 42
    MISSING_REQUIRED_VARIANT_ATTRIBUTES = 43
    VARIANT_EXISTS_CREATION_FAILURE = 44
    VARIANT_NOT_FOUND = 45
    CONDITION_REQUIRED = 46
    TITLE_REQUIRED = 47
    VENDOR_REQUIRED = 48
    RETAIL_PRICE_REQUIRED = 49
    INTEGRATION_ALREADY_EXISTS_FOR_BUSINESS = 50
    INVALID_CONDITION = 51
    INVALID_QUANTITY_MIN = 52
    INVALID_QUANTITY_MAX = 53
    INVALID_RETAIL_PRICE_MIN = 54
    INVALID_RETAIL_PRICE_MAX = 55
    INVALID_WHOLESALE_PRICE_MIN = 56
    INVALID_WHOLESALE_PRICE_MAX = 57
    INVALID_WEIGHT_MIN = 58
    INVALID_WEIGHT_MAX = 59
    INVALID_QUANTITY_RANGE = 60
    INVALID_WEIGHT_RANGE = 61
    INVALID_RETAIL_PRICE_RANGE = 62
    INVALID_WHOLESALE_PRICE_RANGE = 63
    PRODUCT_FILTER_NOT_FOUND = 64
    INVALID_PRODUCT_MODIFIER_NAME = 65
    INVALID_PRODUCT_MODIFIER = 66
    INVALID_PRODUCT_MODIFIER_TARGET = 67
    INVALID_PRODUCT_MODIFIER_VALUE = 68
    INVALID_CHANNEL_INTEGRATION_CREDENTIALS = 69
    CHANNEL_NOT_FOUND = 70
    INVALID_INTEGRATION_TYPE = 71
    PRODUCT_MODIFIER_NOT_FOUND = 72
    PRODUCT_BLOCK_NOT_FOUND = 73
    BUSINESS_ID_NOT_FOUND = 74
    INVALID_VARIANT_REFERENCE_QUERY_MISSING_PARAM = 75
    PRODUCT_FILTER_USED_IN_PRODUCT_BLOCK = 76
    PRODUCT_PUSH_NOT_FOUND = 77
    PRODUCT_FILTER_REQUIRED = 78
    DUPLICATE_PRODUCT_MODIFIER_TARGET = 79
    INVALID_PRODUCT_PUSH_ORDINAL = 80
    PRODUCT_FILTER_USED_IN_PRODUCT_PUSH = 81
    PRODUCT_MODIFIER_USED_IN_PRODUCT_PUSH = 82
    PATH_DOES_NOT_EXIST = 83
    SERVICE_UNAVAILABLE = 84
    INVALID_CHANNEL_SETTINGS_PRICE_TYPE = 85
    INVALID_CHANNEL_SETTINGS_UPDATE_FIELD = 86
    INVALID_CHANNEL_NAME = 87
    CHANNEL_NAME_ALREADY_EXISTS_FOR_BUSINESS = 88
    SHOPIFY_AUTHORIZATION_CODE_REQUIRED = 89
    SHOPIFY_SUBDOMAIN_REQUIRED = 90
    SHOPIFY_SUBDOMAIN_NOT_FOUND = 91
    INVALID_SHOPIFY_AUTHORIZATION_CODE = 92
    SUBSCRIPTION_EXISTS_CREATION_FAILURE = 93
    SUBSCRIPTION_NOT_FOUND = 94
    DAYS_OF_WEEK_REQUIRED = 95
    INVALID_DAYS_OF_WEEK = 96
    INVALID_DAILY_START_TIME_IN_MINUTES = 97
    INVALID_DAILY_END_TIME_IN_MINUTES = 98
    INVALID_DAILY_INTERVAL_IN_MINUTES = 99
    SCHEDULE_NOT_FOUND = 100
    RECIPE_NOT_FOUND = 101
    RECIPE_SOURCE_NOT_FOUND = 102
    INVALID_RECIPE_SOURCE_TYPE = 103
    INVALID_RECIPE_SOURCE_ACTION = 104
    RECIPE_TARGET_NOT_FOUND = 105
    INVALID_RECIPE_TARGET_TYPE = 106
    INVALID_RECIPE_TARGET_ACTION = 107
    DUPLICATE_RECIPE_SOURCE_AND_TARGET = 108
    INVALID_MINUTE_OF_DAY = 109
    INVALID_DAY_OF_WEEK = 110
    ACTION_NOT_FOUND = 111
    INVALID_ACTION_TARGET_TYPE = 112
    ACTION_ALREADY_COMPLETED = 113
    INVALID_ACTION_HEALTH_CHECK_INTERVAL = 114
    INVALID_ACTION_TARGET = 115
    INVALID_SUPPLIER_NAME = 116
    SUPPLIER_NAME_ALREADY_EXISTS_FOR_BUSINESS = 117
    RECIPE_SOURCE_DISABLED = 118
    RECIPE_TARGET_DISABLED = 119
    ACTION_ALREADY_IN_PROGRESS = 120
    ACTION_ON_DISABLED_CHANNEL = 121
    COMPLETED_TASK_NOT_FOUND = 122
    INVALID_COMPLETED_TASK_TARGET = 123
    INVALID_COMPLETED_TASK_TARGET_TYPE = 124
    INVALID_COMPLETED_TASK_OPERATION = 125
    ACTION_ON_DISABLED_SUPPLIER = 126
    INVALID_SUBSCRIPTION_ID = 127
    INVALID_SUBSCRIPTION_PRODUCT_HANDLE = 128
    INVALID_SUBSCRIPTION_START_PERIOD = 129
    INVALID_SUBSCRIPTION_END_PERIOD = 130
    INVALID_START_DATE = 131
    INVALID_END_DATE = 132
    ACTION_ON_INACTIVE_SUBSCRIPTION = 133
    MISSING_SUPPLIER_FILE_SETTINGS_SOURCE = 134
    INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_ID = 135
    SUPPLIER_FILE_SETTINGS_MAPPING_SOURCE_ID_NOT_FOUND = 136
    INVALID_URL = 137
    INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_JOIN_INDEX = 138
    INVALID_FILE_TYPE = 139
    INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_AUTHORIZATION_USERNAME_KEY = 140
    INVALID_SUPPLIER_FILE_SETTINGS_SOURCE_AUTHORIZATION_PASSWORD_KEY = 141
    INVALID_SUPPLIER_FILE_SETTINGS_COLUMN_INDEX = 142
    INVALID_SUPPLIER_FILE_SETTINGS_OPTIONS_KEY = 143
    INVALID_SUPPLIER_FILE_SETTINGS_ADDITIONAL_FIELDS_KEY = 144
    MISSING_SUPPLIER_FILE_SETTINGS_REMOVED_FROM_FEED_TAG = 145
    INVALID_UNIT_OF_MEASUREMENT = 146
    INVALID_FILE_ESCAPE_CHARACTER = 147
    INVALID_TARGET_TYPE = 148
    FILE_NOT_FOUND = 149
    FILE_DOWNLOAD_TIMED_OUT = 150
    FILE_CANNOT_BE_DOWNLOADED = 151
    WALMART_PRIVATE_KEY_REQUIRED = 152
    WALMART_CONSUMER_ID_REQUIRED = 153
    INVALID_WALMART_PRIVATE_KEY = 154
    INVALID_WALMART_CREDENTIALS = 155
    INVALID_SUBSCRIPTION_LAST_COMPLETED_TASK_USAGE_RECORDING_TIME = 156
    INVALID_CATEGORY_MODIFIER_NAME = 157
    INVALID_CATEGORY_MODIFIER_VALUE = 158
    INVALID_ORDER_STATUS = 159
    INVALID_ORDER_TOTAL_PRICE = 160
    INVALID_ORDER_SUBTOTAL_PRICE = 161
    INVALID_ORDER_TOTAL_TAX = 162
    INVALID_ORDER_TOTAL_GRAMS = 163
    INVALID_ORDER_PURCHASED_AT_DATE = 164
    INVALID_ORDER_CANCELED_AT_DATE = 165
    INVALID_FULFILLMENT_STATUS = 166
    INVALID_CHANNEL_ORDER_ID = 167
    DUPLICATE_CHANNEL_ORDER_ID = 168
    INVALID_LINE_ITEM_ID = 169
    DUPLICATE_LINE_ITEM_ID = 170
    INVALID_LINE_ITEM_QUANTITY = 171
    INVALID_LINE_ITEM_PRICE = 172
    LINE_ITEM_REQUIRED = 173
    ORDER_NOT_FOUND = 174
    INVALID_ORDERS_QUERY = 175
    EBAY_RU_NAME_REQUIRED = 176
    EBAY_AUTHORIZATION_CODE_REQUIRED = 177
    EBAY_MARKETPLACE_ID_REQUIRED = 178
    EBAY_TOKEN_GENERATION_FAILED = 179
    EBAY_INVENTORY_LOCATION_ADDRESS_REQUIRED = 180
    EBAY_INVALID_INVENTORY_LOCATION_ADDRESS = 181
    EBAY_DEFAULT_FULFILLMENT_POLICY_REQUIRED = 182
    EBAY_DEFAULT_RETURN_POLICY_REQUIRED = 183
    EBAY_DEFAULT_PAYMENT_POLICY_REQUIRED = 184
    EBAY_SESSION_ID_REQUIRED = 185
    EBAY_AUTH_TOKEN_GENERATION_FAILED = 186
    INVALID_ORDER_TOTAL_SHIPPING_PRICE = 187
    INVALID_ORDER_TOTAL_SHIPPING_TAX = 188
    INVALID_LINE_ITEM_SHIPPING_PRICE = 189
    INVALID_LINE_ITEM_SHIPPING_TAX = 190
    INVALID_SUPPLIER_FILE_SETTINGS_OPTIONS_VALUE = 191
    INVALID_SUPPLIER_FILE_SETTINGS_ADDITIONAL_FIELDS_VALUE = 192
    WALMART_CONSUMER_CHANNEL_TYPE_REQUIRED = 193
    INVENTORY_ITEM_USED_BY_VARIANT_REFERENCE = 194
    INVALID_CHANNEL_OUTPUT_FILE_COLUMN_HEADER = 195
    INVALID_CHANNEL_OUTPUT_FILE_COLUMN_FIELD = 196
    INVALID_CHANNEL_OUTPUT_FILE_COLUMN_KEY = 197
    INVALID_CHANNEL_OUTPUT_FILE_COLUMN_INDEX = 198
    INVALID_SEARCH_FIELD_ORDINAL = 199
    INVALID_SEARCH_FIELD_PREFIX_ALREADY_EXISTS = 200
    INVALID_SEARCH_FIELD_PREFIX_MUST_BE_POPULATED = 201
    INVALID_SEARCH_FIELD_LABEL_ALREADY_EXISTS = 202
    INVALID_SEARCH_FIELD_LABEL_MUST_BE_POPULATED = 203
    ORDINAL_NOT_FOUND = 204
    API_ACCOUNT_NOT_FOUND = 207
    API_ACCOUNTS_FORBIDDEN_TO_CREATE_BUSINESSES = 208
    API_RATE_LIMIT_EXCEEDED = 209
    API_ACCOUNTS_FORBIDDEN_TO_CREATE_API_ACCOUNTS = 210
    API_ACCOUNTS_FORBIDDEN_TO_DELETE_API_ACCOUNTS = 211
    LOCATIONS_NEED_TO_BE_RETRIEVED_USING_A_VALID_SHOPIFY_INTEGRATION = 212
    INVALID_CHANNEL_ID = 213
    LINE_ITEM_MUST_EXIST_ON_THE_ORDER = 214
    REPORT_NOT_FOUND = 215
    INVALID_FULFILLMENT_SHIPPED_AT_DATE = 216
    INVALID_ACTIVITY_OPERATION = 217
    INVALID_ACTIVITY_RESULT = 218
    INVALID_ACTIVITY_MESSAGE_TITLE = 219
    INVALID_ACTIVITIY_MESSAGE_DESCRIPTION = 220
    TOO_MANY_ACTIVITY_MESSAGES = 221
    INVALID_SHOPIFY_REQUEST = 222
    UNAUTHORIZED_SHOPIFY_REQUEST = 223
    INVALID_SHOPIFY_ORDER_SHIPPING_ADDRESS = 224
    UNABLE_TO_SYNC_SHOPIFY_CUSTOMER = 225
    INVALID_EMBED_CODE = 226
    USER_DOES_NOT_HAVE_ACCESS_TO_ANALYTICS = 227
    PLAYBOOK_STEP_NOT_FOUND = 228
    INVALID_PLAYBOOK_STEP_NAME = 229
    DUPLICATE_PLAYBOOK_STEP_NAME = 230
    INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME = 231
    INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS = 232
    INVALID_STEP_SETTINGS_VERSION = 233
    INVALID_STEP_ENVIRONMENT_VARIABLE = 234
    STEP_ID_REQUIRED = 235
    INVALID_ORDER_QUERY_PURCHASED_AT_MIN_INTERVAL = 236
    INVALID_ORDER_QUERY_PURCHASED_AT_MAX_INTERVAL = 237
    INVALID_ORDER_QUERY_PURCHASED_AT_RANGE = 238
    STEP_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION = 239
    STEP_INVOCATIONS_NOT_PERMITTED_FOR_INTEGRATION = 240
    STEP_INVOCATION_FAILED = 241
    BUSINESS_ID_REQUIRED = 242
    INVALID_LOCATION_NAME = 243
    LOCATION_WITH_NAME_ALREADY_EXISTS = 244
    LOCATION_NOT_FOUND = 245
    INVALID_INVENTORY_ITEM_SKU = 246
    INVALID_INVENTORY_ITEM_TITLE = 247
    INVENTORY_ITEM_WITH_SKU_ALREADY_EXISTS = 248
    INVALID_QUANTITY_ADJUSTMENT = 249
    INVALID_INVENTORY_QUANTITY_STATUS = 250
    INVALID_ADJUSTMENT_EFFECTIVE_DATE = 251
    INVALID_MEMO = 252
    INVALID_TOTAL_ADJUSTED_QUANTITY = 253
    INVALID_LOCATION_ID = 254
    QUANTITY_STATUS_NOT_FOUND = 255
    IDEMPOTENT_KEY_IS_REQUIRED = 256
    INVALID_MAXIMUM_CONCURRENT_CONNECTION_SETTING = 257
    INVALID_RESTOCK_TYPE = 258
    INVALID_SUPPLIER_REFUND_RESTOCK_TYPE = 259
    INVALID_UPDATED_LINE_ITEM_QUANTITY = 260
    LINE_ITEMS_REQUIRED_FOR_UPDATE = 261
    INVALID_UPDATED_LINE_ITEM_SKU = 262
    INVALID_FULFILLMENT_LOCATION_ID = 263
    DUPLICATE_CHANNEL_LOCATION_ID = 264
    INVALID_COMMITTED_QUANTITY = 265
    INVALID_UPDATED_AT_START_DATE = 266
    INVALID_UPDATED_AT_END_DATE = 267
    INVALID_ORDER_QUERY_UPDATED_AT_MIN_INTERVAL = 268
    INVALID_ORDER_QUERY_UPDATED_AT_MAX_INTERVAL = 269
    INVALID_ORDER_QUERY_UPDATED_AT_RANGE = 270
    INVALID_ORDER_QUERY_PURCHASED_AND_UPDATED_AT_RANGE = 271
    INVALID_TAX_PRICE = 272
    INVALID_TAX_RATE = 273
    INVALID_TAX_TITLE = 274
    INVALID_REFUND_TRANSACTION_ID = 275
    INVALID_REFUND_TRANSACTION_MESSAGE = 276
    INVALID_REFUND_TRANSACTION_AMOUNT = 277
    INVALID_REFUND_TRANSACTION_STATUS = 278
    INVALID_REFUND_ADJUSTMENT_ID = 279
    INVALID_REFUND_ADJUSTMENT_REASON = 280
    INVALID_REFUND_ADJUSTMENT_AMOUNT = 281
    INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT = 282
    MISSING_REQUIRED_REFUND_ATTRIBUTES = 283
    INVALID_PLAYBOOK_PLAY_NAME = 284
    INVALID_PLAY_NAME = 285
    PLAYBOOK_PLAY_NOT_FOUND = 287
    DUPLICATE_PLAYBOOK_PLAY_NAME = 288
    PLAY_SETTINGS_NOT_PERMITTED_FOR_INTEGRATION = 289
    PLAY_ID_REQUIRED = 290
    INVALID_ON_ORDER_QUANTITY = 291
    INVALID_RESERVE_QUANTITY = 292
    DUPLICATE_PLAYBOOK_PLAY_ENVIRONMENT_VARIABLE_NAME = 293
    MISSING_PLAYBOOK_PLAY_ENVIRONMENT_VARIABLE = 294
    INVALID_PLAYBOOK_PLAY_ENVIRONMENT_VARIABLE = 295
    INVALID_STATE_DEFINITION = 296
    INVALID_PLAYBOOK_PLAY_ENVIRONMENT_VARIABLE_NAME = 297
    DUPLICATE_SHOPIFY_CHANNEL_LOCATION_ID = 298


ErrorCode.describe(
    messages={
        0: "An internal server error occurred. Please check the server logs.",
        1: "User already exists for email address.",
        2: "Invalid email or password.",
        3: "Invalid verification code. Please check the link in your email.",
        4: "A malformed authorization token was received. Please check the server logs and try again.",
        5: "Email address is not valid.",
        6: "Password does not meet our requirements.",
        7: "Verification code has expired. Please request a new one.",
        8: "Could not find user for given username.",
        9: "Invalid forgot password code. Please check the link in your email.",
        10: "Password reset code has expired. Please request a new one.",
        11: "Authorization token has expired. Please request a new one.",
        12: "Invalid authorization token. Please check the server logs and try again.",
        13: "Business name cannot be blank.",
        14: "Provided time zone is invalid.",
        15: "Requested business cannot be found.",
        16: "Only the business owner is allowed to perform this action.",
        17: "Only a member of this business can perform this action.",
        18: "Requested user cannot be found.",
        19: "You are not authorized to update this user.",
        20: "User cannot be added to business because they are already a member.",
        21: "Requested business member cannot be found.",
        22: "Request cannot be completed with given query parameters.",
        23: "Business owner cannot be removed from members list.",
        24: "Product not found.",
        25: "Supplier could not be found for business.",
        26: "SKU is required for this request and could not be found.",
        27: "UPC is required for this request and could not be found.",
        28: "Title is required field for this request.",
        29: "Alphabetic currency code provided must be one from ISO4217.",
        30: "Inventory item key of SKU or UPC is required for business creation.",
        31: "Inventory item already exists for this supplier with given index key.",
        32: "Retail price must be a number greater than or equal to zero.",
        33: "Wholesale price must be a number greater than or equal to zero.",
        34: "Grams must be a number greater than or equal to zero.",
        35: "Quantity must be a number greater than or equal to zero.",
        36: "Inventory item could not be found for business.",
        37: "SKU cannot be changed on an inventory item when SKU is selected as the inventory item key for the business.",
        38: "UPC cannot be changed on an inventory item when UPC is selected as the inventory item key for the business.",
        39: "One of the provided supplier IDs does not exist or is not a supplier of your business.",
        40: "Requested integration cannot be found.",
        41: "Required supplier integration values were not found.",
        42: "This action is not supported by the given integration.",
        43: "Missing a required variant attribute. Please confirm your request has IDs for the title, condition, and retailPrice attributes.",
        44: "Cannot create variant because this variant already exists in our system. If you're trying to update this variant, please refer to the update API.",
        45: "Variant not found. Please check the provided SKU or UPC and Product ID.",
        46: "Attribute: condition is required. Please specify NEW, USED, or REFURBISHED as the item condition.",
        47: "Attribute: title is required. Please specify title for this request.",
        48: "Attribute: vendor is required. Please specify vendor for this request.",
        49: "Attribute: retailPrice is required. Please specify retailPrice for this request.",
        50: "This integration already exists for your business.",
        51: "Received invalid condition. Please specify NEW, USED, or REFURBISHED.",
        52: "Minimum quantity must be a number greater than or equal to zero.",
        53: "Maximum quantity must be a number greater than or equal to zero.",
        54: "Minimum retail price must be a number greater than or equal to zero.",
        55: "Maximum retail price must be a number greater than or equal to zero.",
        56: "Minimum wholesale price must be a number greater than or equal to zero.",
        57: "Maximum wholesale price must be a number greater than or equal to zero.",
        58: "Minimum weight must be a number greater than or equal to zero.",
        59: "Maximum weight must be a number greater than or equal to zero.",
        60: "Maximum quantity cannot be less than minimum quantity.",
        61: "Maximum weight cannot be less than minimum weight.",
        62: "Maximum retail price cannot be less than minimum retail price.",
        63: "Maximum wholesale price cannot be less than minimum wholesale price.",
        64: "Product filter could not be found.",
        65: "Product modifier name cannot be blank.",
        66: "Provided product modifier is invalid.",
        67: "Provided product modifier target is invalid.",
        68: "Provided product modifier value is invalid.",
        69: "Required channel integration values were not found.",
        70: "Channel could not be found for business.",
        71: "This resource cannot be used with the provided integration due to conflicting integration types.",
        72: "Product modifier could not be found.",
        73: "Product block could not be found.",
        74: "Business ID is a required query parameter for this request.",
        75: "You must supply an inventoryItemValue or sku for this query.",
        76: "Product filter cannot be deleted because it is currently being used by one or many product blocks.",
        77: "Product push could not be found.",
        78: "Attribute: productFilterIds is required. Please specify at least one product filter ID for this request.",
        79: "Product push cannot have two product modifiers with the same target.",
        80: "Product push ordinal must be greater than zero.",
        81: "Product filter cannot be deleted because it is currently being used by one or many product pushes.",
        82: "Product modifier cannot be deleted because it is currently being used by one or many product pushes.",
        83: "Requested path does not exist.",
        84: "Service is temporarily unavailable.",
        85: "Price type for channel settings is invalid.",
        86: "Update field for channel settings is invalid.",
        87: "Channel name cannot be blank.",
        88: "This name already exists for a channel in your business.",
        89: "Attribute: authorizationCode is required. Please specify authorization code for this request.",
        90: "Attribute: shopifySubdomain is required. Please specify shop subdomain for this request.",
        91: "Shopify subdomain could not be found.",
        92: "Shopify authorization code is invalid.",
        93: "Cannot create subscription because this subscription already exists in our system. If you're trying to update this subscription, please refer to the update API.",
        94: "Subscription not found for business.",
        95: "At least one day of the week is required for this request and could not be found.",
        96: "Days of week provided are invalid.",
        97: "Daily start time in minutes must be a number between 1 and 1440.",
        98: "Daily end time in minutes must be a number between 1 and 1440 that is greater than the daily start time in minutes.",
        99: "Daily interval in minutes must be a number between 1 and 1440.",
        100: "Schedule could not be found.",
        101: "Recipe could not be found.",
        102: "Recipe source could not be found for business.",
        103: "Recipe source type is invalid.",
        104: "Recipe source action could not be found for integration.",
        105: "Recipe target could not be found for business.",
        106: "Recipe target type is invalid.",
        107: "Recipe target action could not be found for integration.",
        108: "Recipes source ID, type, and action cannot match recipe target ID, type, and action.",
        109: "Minute of day must be a number between 1 and 1440.",
        110: "Day of week provided is invalid.",
        111: "Action could not be found.",
        112: "Action target type is invalid.",
        113: "Action has already been completed.",
        114: "Action health check interval must be a number between 5 seconds and 12 hours.",
        115: "Action target could not be found for business.",
        116: "Supplier name cannot be blank.",
        117: "This name already exists for a supplier in your business.",
        118: "Recipes require enabled applications. The provided source application is currently disabled.",
        119: "Recipes require enabled applications. The provided target application is currently disabled.",
        120: "Action cannot be processed right now because another matching action is currently in progress. Please try again later.",
        121: "Action cannot be performed on a disabled channel.",
        122: "Completed task could not be found.",
        123: "Completed task target could not be found for business.",
        124: "Completed task target type is invalid.",
        125: "Completed task operation is invalid.",
        126: "Action cannot be performed on a disabled supplier.",
        127: "Subscription ID is invalid.",
        128: "Subscription product handle is invalid.",
        129: "Subscription start period date is invalid. Must be a valid ISO 8601 formatted date.",
        130: "Subscription end period date is invalid. Must be a valid ISO 8601 formatted date after the start period date.",
        131: "Start date parameter is invalid. Must be a valid ISO 8601 formatted date.",
        132: "End date parameter is invalid. Must be a valid ISO 8601 formatted date after the start date.",
        133: "Action cannot be performed for business with inactive subscription.",
        134: "At least one source is required for supplier file settings.",
        135: "Source ID for supplier file settings must be non-empty and unique.",
        136: "Source ID for supplier file settings mapping cannot be found in sources.",
        137: "Valid URL is required.",
        138: "Join index greater than or equal to zero is required for all supplier file settings sources.",
        139: "Invalid file type. Acceptable values are CSV, TSV, and PSV.",
        140: "Username key for supplier file settings source cannot be found for integration.",
        141: "Password key for supplier file settings source cannot be found for integration.",
        142: "Column index greater than or equal to zero is required for all supplier file setting mappings.",
        143: "Non-empty key is required for supplier file settings options mapping.",
        144: "Non-empty key is required for supplier file settings additional fields mapping.",
        145: "Removed from feed tag is required for supplier file settings.",
        146: "Unit of measurement must be oz, lb, g, kg, or t.",
        147: "Escape character for must be a valid non-newline ASCII character.",
        148: "Invalid target type",
        149: "File could not be found on server.",
        150: "File could not be downloaded within time limit.",
        151: "You do not have permission to download the file or some other server error occurred.",
        152: "Attribute: privateKey is required. Please specify Private Key for this request.",
        153: "Attribute: consumerId is required. Please specify Consumer ID for this request.",
        154: None,
        155: "Invalid Walmart consumerId or privateKey.",
        156: "Subscription last completed task usage recording time is invalid. Must be a valid ISO 8601 formatted date.",
        157: "Category Modifier name cannot be blank.",
        158: "Category Modifier value cannot be blank.",
        159: "Received invalid order status. Please specify OPEN, CLOSED, IN_PROGRESS, or CANCELED.",
        160: "Order total price must be a number greater than or equal to zero.",
        161: "Order subtotal price must be a number greater than or equal to zero.",
        162: "Order total tax must be a number greater than or equal to zero.",
        163: "Order total grams must be a number greater than or equal to zero.",
        164: "Attribute: purchasedAt is required. Order creation requires valid ISO 8601 fomatted date for purchasedAt.",
        165: "Order canceled at date is invalid. Must be a valid ISO 8601 formatted date.",
        166: "Received invalid fulfillment status. Please specify PENDING, OPEN, SUCCESS, or CANCELED.",
        167: "Channel order ID cannot be blank.",
        168: "Duplicate channel order ID found. All channel order IDs must be unique for business.",
        169: "Line Item ID cannot be blank.",
        170: "Duplicate line item ID found for order. All line items must have unique ID.",
        171: "Line item quantity must be greater than zero.",
        172: "Line item price must be a number greater than or equal to zero.",
        173: "Attribute: lineItems cannot be empty. Line item list needs to contain at least one line item.",
        174: "Order could not be found.",
        175: "Attribute: businessId and channelId cannot be empty. Business ID or Channel ID is a required query parameter for this request.",
        176: "Attribute: ruName cannot be empty. Please specify eBay RuName for this request.",
        177: "Attribute: authorizationCode cannot be empty. Please specify eBay authorization code for this request.",
        178: "Attribute: marketplaceId must be valid. Please specify valid eBay Marketplace ID for this request.",
        179: "Could not generate long lived eBay refresh token. Please retry request with new authorization code.",
        180: "Attribute: address is required. Please specify valid inventory location address for this request.",
        181: "Attribute: address is invalid. Could not create eBay inventory location using provided address. Please ensure address is valid for marketplace and try again.",
        182: "Could not find default fulfillment policy for given eBay marketplace. Please create policy within eBay and then try your request again.",
        183: "Could not find default return policy for given eBay marketplace. Please create policy within eBay and then try your request again.",
        184: "Could not find default payment policy for given eBay marketplace. Please create policy within eBay and then try your request again.",
        185: "Arrtibue: sessionId cannot be empty. Please specify eBay Session ID for this request.",
        186: "Could not generate long lived eBay auth token. Please retry request with new session ID.",
        187: "Order total shipping price must be a number greater than or equal to zero.",
        188: "Order total shipping tax must be a number greater than or equal to zero.",
        189: "Line item shipping price must be a number greater than or equal to zero.",
        190: "Line item shipping tax must be a number greater than or equal to zero.",
        191: "Non-empty value is required for supplier file settings options mapping.",
        192: "Non-empty value is required for supplier file settings additional fields mapping.",
        193: "Attribute: consumerChannelType is required. Please specify Consumer Channel Type for this request.",
        194: "Inventory item cannot be deleted because it is currently being used by one or many variant references.",
        195: "Non-empty header is required for all channel output file columns.",
        196: "Field for one or more channel output file columns is invalid.",
        197: "Non-empty key is required for each optionalValue and additionalFieldValue field within channel output file columns.",
        198: "Valid index is required for each productImage and image field within channel output file columns.",
        199: "Attribute: ordinal is invalid. Search Field ordinal must be greater than zero.",
        200: "Search Field Prefix already exists for business.",
        201: "Attribute: prefix is required. Please specify search field prefix for this request.",
        202: "Search Field Label already exists for business.",
        203: "Attribute: label is required. Please specify search field label for this request.",
        204: "Requested search field with ordinal not found for business.",
        207: "Requested API Account with id not found for business.",
        208: "API Accounts are forbidden from creating businesses.",
        209: "You have exceeded the rate limit for your business. Try again in a moment.",
        210: "API Accounts are forbidden from creating other API Accounts.",
        211: "API Accounts are forbidden from deleting other API Accounts.",
        212: "Locations can only be retrieved from a valid Shopify Integration.",
        213: "Attribute: channelId is required. Please specify field channelId for this request.",
        214: "Line Item must exist on the order.",
        215: "Requested report with embed code not found.",
        216: "Fulfillment shipped at date is invalid. Must be a valid ISO 8601 formatted date.",
        217: "Attribute: operation is invalid. Operation must be CREATE, UPDATE, or DELETE.",
        218: "Attribute: result is invalid. Result must be SUCCESS, ERROR, WARNING, or UNCHANGED.",
        219: "Attribute: title is invalid. Activity Message Title is required on messages and must be 100 characters or less.",
        220: "Attribute: description is invalid. Activity Message Description is required on messages and must be 1000 characters or less.",
        221: "Attribute: messages is invalid. Exceeded limit of 20 messages per activity.",
        222: "Attempt to update Shopify resulted in bad request.",
        223: "Attempt to update Shopify resulted in unauthorized request.",
        224: "Attempt to update Shopify order shipping address resulted in bad request.",
        225: "Shopify customer can not be synchronized because the shopify order does not have a customer.",
        226: "Attribute: embedCode is invalid. Embed code is required.",
        227: "User does not have permissions to access analytics.",
        228: "Playbook Step could not be found.",
        229: "Attribute: name is required. Please specify a non-empty Playbook Step Name for this request.",
        230: "Attribute: name must be unique across all steps. Playbook Step Name must be unique across all Playbook Steps.",
        231: "Attribute: environmentVariableKeys cannot contain duplicate or empty names. Name must be unique across all environment variable keys in the Playbook Step.",
        232: "Only Playbook Administrators are allowed to perform this action.",
        233: "Attribute: version is invalid. Version must be PRODUCTION, STAGING, or TEST",
        234: "Attribute: environmentVariables are not valid for the provided step.",
        235: "Attribute: step id is required. Please specify a non-empty Playbook Step ID for this request.",
        236: "Attribute: purchasedAtMaxIntervalMinutes must be a valid positive number.",
        237: "Attribute: purchasedAtMinIntervalMinutes must be a valid positive number.",
        238: "Order Query Range is invalid. purchasedAtMinIntervalMinutes must be greater than purchasedAtMaxIntervalMinutes.",
        239: "Attribute: stepSettings are only allowed for step integration.",
        240: "Steps can only be invoked by a step integration.",
        241: "Step invocation has failed for the given message.",
        242: "Attribute: businessId is required. Please specify a non-empty valid Business ID for this request.",
        243: "Attribute: name is invalid. Please specify a non-empty valid location name less than 256 characters for this request.",
        244: "Attribute: name is invalid. Location name must be unique to the business.",
        245: "Location could not be found.",
        246: "Attribute: sku is invalid. Please specify a non-empty valid SKU less than 101 characters for this request.",
        247: "Attribute: title is invalid. Please specify a non-empty valid title less than 256 characters for this request.",
        248: "Attribute: sku is invalid. Inventory Item sku must be unique to the business.",
        249: "Attribute: quantity is invalid. Adjustment must be a valid number greater or equal to -500000000 or less than or equal to 500000000.",
        250: "Attribute: inventoryStatus is invalid. Please specify a non-empty valid inventoryStatus for this request.",
        251: "Attribute: effectiveDate is invalid. Must be a valid ISO 8601 formatted date.",
        252: "Attribute: memo is invalid. Memo cannot be more than 1000 characters.",
        253: "Total Quantity for an inventory item cannot be adjusted to greater than 1000000000 or less than -1000000000.",
        254: "Attribute: locationId is invalid. Please specify a non-empty valid locationId for this request.",
        255: "Quantity status could not be found.",
        256: "A unique X-Channel-Ape-Idempotent-Key header is required for this request.",
        257: "Maximum concurrent connections is invalid.",
        258: "Attribute: restockType on refund is invalid. Must be NO_RESTOCK, CANCEL, or RETURN.",
        259: "Attribute: restockType on refund line item is invalid. Supplier Refund Line Items must have NO_RESTOCK restock type.",
        260: "Attribute: quantity on line item is invalid. It must be greater than or equal to the existing quantity to update a line item.",
        261: "Attribute: lineItems is invalid. At least all existing line items must be provided to update the line items of the order.",
        262: "Attribute: sku on line item is invalid. It must match existing sku to update a line item.",
        263: "Attribute: locationId on fulfillment is invalid. Location must exist on the same business as the order.",
        264: "Attribute: locationId is invalid. A channel with that location is already configured for your business.",
        265: "Total Committed Quantity for an inventory item cannot be adjusted to less than 0.",
        266: "Updated at start date parameter is invalid. Must be a valid ISO 8601 formatted date after the start date.",
        267: "Updated at end date parameter is invalid. Must be a valid ISO 8601 formatted date after the start date and updated at start date.",
        268: "Attribute: updateAtMaxIntervalMinutes must be a valid positive number.",
        269: "Attribute: updateMinIntervalMinutes must be a valid positive number.",
        270: "Order Query Range is invalid. updatedAtMinIntervalMinutes must be greater than updatedAtMaxIntervalMinutes.",
        271: "Order Query Range is invalid. purchasedAtMinIntervalMinutes must be greater than updatedAtMaxIntervalMinutes.",
        272: "Tax price must be a number greater than or equal to zero.",
        273: "Tax Rate is invalid. Optional tax rate field must be a decimal.",
        274: "Tax Title is invalid. Tax titles have a maximum length of 255 characters.",
        275: "Refund Transaction ID is invalid. Transaction ID is a required field.",
        276: "Refund Message is invalid. Refund transaction messages have a maximum length of 255 characters.",
        277: "Refund Transaction Amount must be a number.",
        278: "Refund Transaction Status is invalid. Please specify PENDING, SUCCESS, FAILURE, ERROR.",
        279: "Refund Adjustment ID is invalid. Adjustment ID is a required field.",
        280: "Adjustment Reason is invalid. Refund adjustment messages have a maximum length of 255 characters.",
        281: "Refund Adjustment Amount must be a number.",
        282: "Refund Adjustment Tax Amount is invalid. Optional refund adjustment tax amount field must be a number.",
        283: "Refund is invalid. Refunds cannot be empty. Provide at least one of lineItems, transactions, or adjustments.",
        284: "Attribute: name is required. Please specify a non-empty Playbook Play Name for this request.",
        285: "Attribute: Play Name is invalid. Play Name Should have a maximum length of 100 characters.",
        287: "Playbook Play could not be found.",
        288: "Attribute: name must be unique across all plays. Playbook Play Name must be unique across all Playbook Plays.",
        289: "Attribute: playSettings are only allowed for step integration.",
        290: "Attribute: playId is required. Please specify a non-empty Playbook Play ID for this request.",
        291: "Total On-Order Quantity for an inventory item cannot be adjusted to less than 0.",
        292: "Total Reserve Quantity for an inventory item cannot be adjusted to less than 0.",
        293: "Attribute: environmentVariables are duplicated. Environment variable names must be unique per play supplier.",
        294: "Attribute: environmentVariables are missing for the provided play.",
        295: "Attribute: environmentVariables are not valid for the provided play.",
        296: "The play does not currently have a valid definition. Please update the play to have a valid definition and retry your request.",
        297: "Attribute: environmentVariable names are not valid for the provided play. Environment variable name is required.",
        298: "Attribute: locationId is invalid. Location is already set for a Shopify channel on this business. Location cannot be set for multiple Shopify Channels on the same business.",
    },
    retryable=(0, 84, 120, 209),
)
