"""A page for people at `/`: operations, state, requests, faults, and a call to try. Needs nothing from elsewhere.

The files in `static` are served as they are. The reference beside them is Swagger UI, from the package flask-swagger-ui
(its files only); without that package the page does without.
"""

from channelsmith.sandbox.page.routes import page_routes

__all__ = ["page_routes"]
