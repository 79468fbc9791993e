"""The programs that scripts/bench.py starts, each the whole text of one; `{url}` is the server's.

The last two print what they measured as JSON: seconds of the download, and bytes of memory before it and at most.
"""

NOTHING = "pass"

IMPORT = "from {package} import {client}"

BARE_FIRST_CALL = """
import httpx
from pydantic import BaseModel, Field


class ReportState(BaseModel):
    status: str = Field(alias="Status")
    resource_url: str | None = Field(default=None, alias="ResourceUrl")


class ReportStatusResponse(BaseModel):
    status_code: int = Field(alias="StatusCode")
    success: bool = Field(alias="Success")
    request_id: str | None = Field(default=None, alias="RequestId")
    message: str | None = Field(default=None, alias="Message")
    validation_errors: dict[str, list[str]] | None = Field(default=None, alias="ValidationErrors")
    content: ReportState = Field(alias="Content")


with httpx.Client() as client:
    answer = client.get("{url}/v2/reports/PF_1/status", headers={{"X-CE-KEY": "secret"}})
    ReportStatusResponse.model_validate_json(answer.raise_for_status().content)
"""

FIRST_CALL = """
from channelengine import ChannelEngine

with ChannelEngine(api_key="secret", base_url="{url}") as client:
    client.reports.status("PF_1")
"""

_MEASURED = """
import json, time


def memory(line):
    with open("/proc/self/status") as status:
        return next(int(each.split()[1]) * 1024 for each in status if each.startswith(line))


idle, begin = memory("VmRSS"), time.perf_counter()
{download}
print(json.dumps({{"seconds": time.perf_counter() - begin, "idle": idle, "most": memory("VmHWM")}}))
"""

BARE_DOWNLOAD = """
import httpx

client = httpx.Client()
client.get("{url}/v2/reports/PF_1/status")
""" + _MEASURED.replace(
    "{download}",
    """
with client.stream("GET", "{url}/v2/reports/{mebibytes}") as response, open("{target}", "wb") as file:
    for chunk in response.iter_bytes():
        file.write(chunk)
""",
)

DOWNLOAD = """
from channelengine import ChannelEngine, endpoints

client = ChannelEngine(api_key="secret", base_url="{url}", rate_limits=False)
client.reports.status("PF_1")
""" + _MEASURED.replace("{download}", 'client.download(endpoints.reports.retrieve("{mebibytes}"), "{target}")')
