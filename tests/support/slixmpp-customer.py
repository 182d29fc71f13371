"""A customer for the tests: slixmpp, driven by one JSON object a line on standard input."""

import asyncio
import base64
import json
import sys
import urllib.request

from slixmpp import ClientXMPP
from slixmpp.xmlstream import ET


def tell(**event):
    print(json.dumps(event), flush=True)


class Customer(ClientXMPP):
    def __init__(self, jid, password):
        super().__init__(jid, password)
        for plugin in ("xep_0030", "xep_0066", "xep_0085", "xep_0184", "xep_0199", "xep_0359"):
            self.register_plugin(plugin)
        self.add_event_handler("session_start", self.started)
        self.add_event_handler("message", self.heard)
        self.add_event_handler("message_error", self.refused)
        self.add_event_handler("receipt_received", lambda m: tell(type="receipt", id=m["receipt"]))
        for state in ("active", "composing", "paused", "gone"):
            self.add_event_handler(f"chatstate_{state}", self.saw_state)
        self.add_event_handler("disconnected", lambda why: tell(type="left", text=str(why)))
        self.add_event_handler("failed_all_auth", lambda _: tell(type="refused"))

    async def started(self, _):
        self.send_presence()
        tell(type="ready")

    def heard(self, message):
        if message["type"] in ("chat", "normal") and message["body"]:
            event = {"sender": message["from"].bare, "id": message["id"], "text": message["body"]}
            if address := message["oob"]["url"]:
                event |= {"file": address, "xml": str(message)}
            tell(type="message", **event)

    def refused(self, message):
        tell(type="error", id=message["id"], condition=message["error"]["condition"])

    def saw_state(self, message):
        if not message["body"]:
            tell(type="state", sender=message["from"].bare, state=message["chat_state"])

    def obey(self, order):
        if order["do"] == "send":
            message = self.make_message(mto=order["to"], mbody=order["text"], mtype="chat")
            message["id"] = order.get("id") or self.new_id()
            message["origin_id"]["id"] = message["id"]
            message["request_receipt"] = True
            if "file" in order:
                message["oob"]["url"] = order["file"]
            message.send()
            tell(type="sent", id=message["id"])
        elif order["do"] == "state":
            message = self.make_message(mto=order["to"], mtype="chat")
            message["chat_state"] = order["state"]
            message.send()
        elif order["do"] == "fetch":
            with urllib.request.urlopen(order["file"]) as answer:
                data = base64.b64encode(answer.read()).decode()
                tell(type="fetched", mime=answer.headers["content-type"], data=data)
        elif order["do"] == "raw":
            self.send_raw(order["xml"])


async def read_orders(customer):
    reader = asyncio.StreamReader(limit=2**24)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        customer.obey(json.loads(line))
    customer.disconnect()
    customer.loop.stop()


def main():
    jid, password, port = sys.argv[1:4]
    customer = Customer(jid, password)
    customer.connect(("127.0.0.1", int(port)), disable_starttls=True, force_starttls=False)
    # Held by a name: the loop itself holds tasks weakly, and one that was collected obeys no more.
    orders = customer.loop.create_task(read_orders(customer))
    customer.loop.run_forever()
    orders.cancel()


main()
