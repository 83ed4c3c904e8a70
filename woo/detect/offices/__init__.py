"""Who holds an office or signs for it, and so stays."""
