"""``woo web``: the review application, in the browser on this computer."""

import secrets
import socket
import webbrowser

import click

from woo.cli.session import Session
from woo.errors import InputError

HOST = "127.0.0.1"  # never another address: the pages hold personal data


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Op welke poort; anders een vrije poort.",
)
@click.option("--no-browser", is_flag=True, help="Open geen browser, toon alleen het adres.")
@click.pass_obj
def web(session: Session, *, port: int, no_browser: bool) -> None:
    """Open de beoordeling in de browser, alleen op deze computer.

    Het adres bevat een toegangswoord: geef het aan niemand. Stop met Ctrl+C.
    """
    import uvicorn

    from woo.web.app import create_app

    token = secrets.token_urlsafe(32)
    app = create_app(session.folder, token, session.executor())
    with _listen(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}/?token={token}"
        click.echo(f"De beoordeling staat op: {address}")
        click.echo("Geef dit adres aan niemand. Stop met Ctrl+C.")
        if not no_browser:
            webbrowser.open(address)
        # Addresses hold the token and document numbers: none of them goes into a log.
        config = uvicorn.Config(
            app, access_log=False, log_level="critical", server_header=False, ws="none"
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    """A socket on this computer's own address. Raises InputError when the port is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # before the browser comes
    except OSError:
        listening.close()
        raise InputError(
            f"Poort {port} is niet vrij.", "Kies een andere met --port, of laat --port weg."
        ) from None
    return listening
