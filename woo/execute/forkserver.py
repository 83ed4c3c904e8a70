"""The process that others begin as a copy of, so that what takes long to load is loaded once."""

import multiprocessing
from collections.abc import Callable
from functools import partial
from multiprocessing.context import ForkServerContext
from typing import Any


def server_for(function: Callable[..., Any]) -> ForkServerContext:
    """How to start processes that run ``function``, also beside threads.

    There is one server for as long as this process lives. What is asked for first decides what it
    loads: the libraries are in it whoever that is.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "woo.pdf.libraries", _module_of(function)])
    return context


def _module_of(function: Callable[..., Any]) -> str:
    while isinstance(function, partial):
        function = function.func
    return function.__module__
