"""Names of other scripts are those of the document."""

from kinds import Kinds, models

order = Kinds(base_url="https://api.test").订单.修改订单("1", größe="M", body=models.订单Schema(编号="7"))
name: str | None = order.商品.名称 if order.商品 else None
paid = order.状态 is models.订单状态Schema.已付款
models.订单Schema(编号="7", 编好="8")  # refused: call-arg
