"""Facts as data: TOML and text files beside this module, and the functions that load them."""
