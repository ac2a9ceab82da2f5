"""What Unjargon costs, and what its peers cost on the same pages. Run by `make bench`."""
