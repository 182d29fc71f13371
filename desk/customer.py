"""A customer in a terminal: what you type is sent, what the agent answers is printed.

    /usr/bin/python3 desk/customer.py PORT ACCOUNT PASSWORD DESK
"""

import asyncio
import sys

from slixmpp import ClientXMPP


class Customer(ClientXMPP):
    def __init__(self, account, password, desk):
        super().__init__(account, password)
        self.desk = desk
        for plugin in ("xep_0066", "xep_0085", "xep_0184", "xep_0198"):
            self.register_plugin(plugin)
        self.add_event_handler("session_start", self.started)
        self.add_event_handler("message", self.heard)
        self.add_event_handler("failed_all_auth", self.refused)
        self.add_event_handler("chatstate_composing", lambda _: print("(the agent is typing)"))

    async def started(self, _):
        self.send_presence()
        print(f"Signed in. Type a message to {self.desk} and press Enter; Ctrl+D leaves.")

    def heard(self, message):
        if message["type"] not in ("chat", "normal") or not message["body"]:
            return
        words = message["body"]
        if address := message["oob"]["url"]:
            print(f"The agent sent a voice message: {address}")
            words = words.removesuffix(address).strip()
        if words:
            print(f"Agent: {words}")

    def refused(self, _):
        sys.exit("The server does not know this account and password.")

    def say(self, words):
        message = self.make_message(mto=self.desk, mbody=words, mtype="chat")
        message["request_receipt"] = True
        message["chat_state"] = "active"
        message.send()


async def read_lines(customer):
    reader = asyncio.StreamReader()
    await customer.loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        if words := line.decode().strip():
            customer.say(words)
    await customer.disconnect()


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    port, account, password, desk = sys.argv[1:]
    customer = Customer(account, password, desk)
    customer.connect(("127.0.0.1", int(port)), disable_starttls=True, force_starttls=False)
    try:
        customer.loop.run_until_complete(read_lines(customer))
    except KeyboardInterrupt:
        pass


main()
