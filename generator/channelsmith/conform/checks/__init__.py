"""What is wrong with a request, a returned value, an error, and a whole cell; each problem is a line of text."""
