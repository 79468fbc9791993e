"""Jobs that the API runs in the background: how they are started, polled and fetched, as data."""

from __future__ import annotations

from . import models
from ._runtime.polling import Job
from ._runtime.tables import SavedTable, Table
from .endpoints import reports as reports_endpoints

__all__ = ["EXPORT"]

EXPORT: Job[Table[models.ReportRow], SavedTable[models.ReportRow]] = Job(
    operation="generateReport",
    id="/Content/ReportId",
    status=lambda job_id: reports_endpoints.status(report_id=job_id),
    state="/Content/Status",
    result=lambda job_id: reports_endpoints.retrieve(report_id=job_id),
    done=("DONE",),
    failed=("FAILED",),
    gone=("NOT_FOUND",),
    interval=60.0,
    attempts=2,
    recent=lambda since: reports_endpoints.list_available(report_type="PRODUCT_FEED", created_from=since),
    items="/Content",
    suffixes={".csv": "text/csv", ".xml": "application/xml"},
)
