"""Resource classes. One module for each resource."""
