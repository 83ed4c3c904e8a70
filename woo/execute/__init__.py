"""Run one function over many documents: serially, in processes, or on a cluster."""
