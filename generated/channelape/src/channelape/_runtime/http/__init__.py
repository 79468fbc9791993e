"""HTTP messages and the transport that sends them with an HTTP library."""
