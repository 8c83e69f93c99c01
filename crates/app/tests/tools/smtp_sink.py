"""A real SMTP server that keeps what it gets: one JSON line on standard output per event.

First {"port": N}, then for each message its envelope, whether it came over TLS, the decoded
headers and text, and the raw bytes in base64. A word on its standard input changes its manners. It
ends when that closes, so that it never outlives the test that started it.
"""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP


def say(event):
    print(json.dumps(event), flush=True)


def text_of(message):
    part = message.get_body(preferencelist=("plain", "html"))
    return part.get_content() if part else ""


class Keeper:
    def __init__(self, options):
        self.options = options

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.options.manners == "refuse":
            return "550 5.1.1 No such mailbox"
        if self.options.manners == "busy":
            return "451 4.3.2 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "tls": session.ssl is not None,
                "user": (session.auth_data.login.decode() if session.auth_data else None),
                "headers": [[name, str(value)] for name, value in message.items()],
                "text": text_of(message),
                "raw": base64.b64encode(envelope.content).decode(),
            }
        )
        return "250 2.0.0 Kept"


async def serve(options):
    context = None
    if options.manners != "no-tls":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)

    def session():
        return SMTP(
            Keeper(options),
            hostname="localhost",
            tls_context=context,
            require_starttls=context is not None,
            enable_SMTPUTF8=True,
            loop=asyncio.get_running_loop(),
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, "127.0.0.1", options.port)
    say({"port": server.sockets[0].getsockname()[1]})
    while word := await loop.run_in_executor(None, sys.stdin.readline):
        options.manners = word.strip()
        say({"manners": options.manners})
    server.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--certificate")
    arguments.add_argument("--key")
    arguments.add_argument("--port", type=int, default=0)
    manners = ("keep", "no-tls", "refuse", "busy")
    arguments.add_argument("--manners", choices=manners, default="keep")
    asyncio.run(serve(arguments.parse_args()))


main()
