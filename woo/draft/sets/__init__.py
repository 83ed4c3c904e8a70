"""A nota, its letter and their attachments as one."""
