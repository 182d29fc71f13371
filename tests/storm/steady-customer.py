"""A customer who does not give up: slixmpp, which after each lost connection sends again, under the
same ids, what no receipt (XEP-0184) came for. That the server has a message is not enough: one that is
killed may have said so before it kept it. Like the programs that people use, it shows each id of a sender
once (XEP-0359); what comes again is told as `again`. Orders as in slixmpp-customer.py."""

import asyncio
import json
import sys

from slixmpp import ClientXMPP


def tell(**event):
    print(json.dumps(event), flush=True)


class SteadyCustomer(ClientXMPP):
    def __init__(self, jid, password):
        super().__init__(jid, password)
        for plugin in ("xep_0184", "xep_0359"):
            self.register_plugin(plugin)
        self.waiting = {}
        self.shown = set()
        self.is_there = False
        self.add_event_handler("session_start", self.started)
        self.add_event_handler("message", self.heard)
        self.add_event_handler("receipt_received", lambda m: self.waiting.pop(m["receipt"], None))
        self.add_event_handler("disconnected", self.left)
        self.add_event_handler("connection_failed", self.failed)

    def start(self):
        self.connect(self.door, disable_starttls=True, force_starttls=False)

    def started(self, _):
        self.is_there = True
        self.send_presence()
        for order in list(self.waiting.values()):
            self.write(order)
        tell(type="ready")

    def left(self, _):
        self.is_there = False
        tell(type="left")
        self.loop.call_later(0.2, self.start)

    def failed(self, _):
        # A restart takes seconds; the library would wait ever longer.
        self._connect_loop_wait = 0.2

    def heard(self, message):
        if message["type"] in ("chat", "normal") and message["body"]:
            place = message["stanza_id"]["id"]
            own = message["origin_id"]["id"] or message["id"]
            kind = "again" if (message["from"].bare, own) in self.shown else "message"
            self.shown.add((message["from"].bare, own))
            tell(type=kind, id=message["id"], text=message["body"], state=place)

    def write(self, order):
        message = self.make_message(mto=order["to"], mbody=order["text"], mtype="chat")
        message["id"] = order["id"]
        message["origin_id"]["id"] = order["id"]
        message["request_receipt"] = True
        message.send()

    def obey(self, order):
        self.waiting[order["id"]] = order
        if self.is_there:
            self.write(order)


async def read_orders(customer):
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        customer.obey(json.loads(line))
    customer.loop.stop()


def main():
    jid, password, port = sys.argv[1:4]
    customer = SteadyCustomer(jid, password)
    customer.door = ("127.0.0.1", int(port))
    customer.start()
    # Held by a name: the loop itself holds tasks weakly, and one that was collected obeys no more.
    orders = customer.loop.create_task(read_orders(customer))
    customer.loop.run_forever()
    orders.cancel()


main()
