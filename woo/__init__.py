"""Draft notas and Kamerbrieven, redact personal data for the Woo, publish the result."""

__version__ = "0.1.0"
