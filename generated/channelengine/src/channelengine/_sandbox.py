"""Behaviour of the sandbox for ChannelEngine: the rows of reports."""

from decimal import Decimal
from random import Random

from channelsmith.sandbox import Behavior, JsonObject, gtin

ARTICLES = (
    ("desk lamp", "Home > Lighting"),
    ("floor lamp", "Home > Lighting"),
    ("storage box", "Home > Storage"),
    ("coat rack", "Home > Storage"),
    ("wool throw", "Home > Textiles"),
    ("linen cushion", "Home > Textiles"),
    ("stoneware mug", "Kitchen > Drinkware"),
    ("water carafe", "Kitchen > Drinkware"),
)
BRANDS = ("Nordlys", "Havn", "Kestrel", "Oakfield", "Lumo", "Tern & Co")
COLORS = ("black", "white", "oak", "sage green", "blue")

behavior = Behavior()


@behavior.rows("retrieveReport", count=300, xml=("Products", "Product"))
def make_product(number: int, random: Random) -> JsonObject:
    """A row of a product report."""
    noun, category = random.choice(ARTICLES)
    product_type = random.choice(("SINGLE", "SINGLE", "SINGLE", "BUNDLE"))
    brand, color = random.choice(BRANDS), random.choice(COLORS)
    sku = f"SKU-{number:05}"
    return {
        "Id": number,
        "MerchantProductNo": sku,
        "ChannelProductNo": f"5{number:05}",
        "ProductType": product_type,
        "Brand": brand,
        "Color": color,
        "Size": random.choice((None, None, "S", "M", "L")),
        "Name": f"{brand} {noun}, {color}",
        "Description": f"<p>A {noun} by {brand}, in {color}.</p>",
        "CategoryTrail": category,
        "Ean": gtin("871", number),
        "Url": f"https://shop.example/products/{sku}",
        "ImageUrl": f"https://shop.example/images/{sku}.jpg",
        "Price": price(random, 495, 24995),
        "MSRP": price(random, 24999, 29999),
        "VatRateType": random.choice(("STANDARD", "STANDARD", "STANDARD", "REDUCED")),
        "Stock": random.randint(0, 120),
        "ShippingTime": random.choice(("1 day", "2-3 days", "1 week", None)),
    }


def price(random: Random, least: int, most: int) -> Decimal:
    """Return an amount between two numbers of cents."""
    return Decimal(random.randint(least, most)).scaleb(-2)
