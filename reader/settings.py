"""The user's wishes, from one TOML file, and the folders where things that belong to no library are kept."""
