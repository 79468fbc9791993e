"""Resource classes, one module for each resource."""
