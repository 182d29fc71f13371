# long: one program that speaks both protocols and is wrong in a score of ways
"""A speech box for the tests: Debian's pocketsphinx behind the two protocols of such boxes.

`POST …/v1/audio/transcriptions` for recordings, and vosk-server's WebSocket for live words. The
first part of the path says how it behaves: `general` and `grammar` recognise, the others are each
wrong in their own way. `GET /log` tells what was asked. Prints its port, ends with its stdin.
"""
import base64
import email.parser
import email.policy
import hashlib
import io
import json
import os
import struct
import sys
import threading
import time
import wave
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pocketsphinx import Decoder

MODEL = "/usr/share/pocketsphinx/model/en-us/"
GRAMMAR = os.path.join(os.path.dirname(__file__), "speech-box.gram")
SCRIPT = "<script>alert('boo')</script> <b>hello</b>"
KEY = "bluebell-3141"
JSON = "application/json"
WRONG = {
    "html": (200, "text/html", "<!doctype html><title>Router</title><h1>Sign in</h1>"),
    "half": (200, JSON, '{"text": "please send the'),
    "array": (200, JSON, '["please"]'),
    "script": (200, JSON, json.dumps({"text": SCRIPT, "language": "en"})),
    "chinese": (200, JSON, json.dumps({"text": "请把新地址发给我们", "language": "chinese"})),
    "refused": (401, JSON, "{}"),
    "forbidden": (403, JSON, "{}"),
    "broken": (500, JSON, "{}"),
    "small": (413, JSON, "{}"),
}
log = []
spare = []
lock = threading.Lock()


def make_decoder():
    with lock:
        if spare:
            return spare.pop()
    config = Decoder.default_config()
    config.set_string("-hmm", MODEL + "en-us")
    config.set_string("-dict", MODEL + "cmudict-en-us.dict")
    config.set_string("-logfn", "/dev/null")
    decoder = Decoder(config)
    decoder.set_lm_file("general", MODEL + "en-us.lm.bin")
    decoder.set_jsgf_file("grammar", GRAMMAR)
    return decoder


def warm():
    decoder = make_decoder()
    with lock:
        spare.append(decoder)


class Listening:
    """One stream of 16 kHz samples, cut into utterances at the pauses."""

    def __init__(self, search, phrases=None):
        self.decoder = make_decoder()
        if phrases:
            choice = " | ".join(filter(self.is_known, phrases))
            self.decoder.set_jsgf_string("phrases", f"#JSGF V1.0; grammar p; public <p> = {choice};")
            search = "phrases"
        self.decoder.set_search(search)
        self.decoder.start_stream()
        self.samples = 0
        self.begin()

    def is_known(self, phrase):
        """As vosk-server does, words without a sound are left out and not an error."""
        return all(self.decoder.lookup_word(word) for word in phrase.split())

    def begin(self):
        self.begun = self.samples / 16000
        self.decoder.start_utt()
        self.spoke = False

    def feed(self, data):
        self.decoder.process_raw(data, False, False)
        self.samples += len(data) // 2
        speaks = self.decoder.get_in_speech()
        self.spoke = self.spoke or speaks
        if self.spoke and not speaks:
            result = self.result()
            self.begin()
            return result
        hypothesis = self.decoder.hyp()
        return {"partial": hypothesis.hypstr if hypothesis else ""}

    def result(self):
        self.decoder.end_utt()
        hypothesis = self.decoder.hyp()
        math = self.decoder.get_logmath()
        words = [
            {
                "word": part.word.split("(")[0],
                "conf": min(1.0, max(0.0, math.exp(part.prob))),
                "start": self.begun + part.start_frame / 100,
                "end": self.begun + (part.end_frame + 1) / 100,
            }
            for part in (self.decoder.seg() or [])
            if part.word[0] not in "<["
        ]
        return {"text": hypothesis.hypstr if hypothesis else "", "result": words}

    def end(self):
        result = self.result()
        with lock:
            spare.append(self.decoder)
        return result


class Box(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, kind, body):
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "authorization")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def json(self, value, status=200):
        self.answer(status, "application/json", json.dumps(value))

    def way(self):
        return self.path.split("?")[0].strip("/").split("/")[0] or "general"

    def do_OPTIONS(self):
        self.answer(204, "text/plain", "")

    def do_GET(self):
        way = self.way()
        if way == "log":
            return self.json(log)
        if self.headers.get("Upgrade", "").lower() == "websocket":
            return self.socket(way)
        if self.path.endswith("/v1/models"):
            return self.json({"data": [{"id": "voices-of-all-sorts"}, {"id": "test-whisper"}]})
        return self.wrong(way) or self.answer(200, "text/html", "<h1>A router</h1>")

    def wrong(self, way):
        """Answers as a wrong box does; true if this is one."""
        if way in WRONG:
            self.answer(*WRONG[way])
        elif way in ("slow", "silent"):
            time.sleep(60)
        elif way == "cut":
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", "500")
            self.end_headers()
            self.wfile.write(b'{"text": "ple')
            self.close_connection = True
        else:
            return False
        return True

    def do_POST(self):
        way = self.way()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        form = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
        fields = {
            part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
            for part in form.iter_parts()
        }
        entry = {key: value.decode() for key, value in fields.items() if key and key != "file"}
        sound = fields.get("file", b"")
        log.append(
            {
                "path": self.path,
                "key": self.headers.get("Authorization"),
                "bytes": len(sound),
                "begins": sound[:4].decode("latin1"),
                **entry,
            }
        )
        if self.wrong(way):
            return None
        if way == "keyed" and self.headers.get("Authorization") != f"Bearer {KEY}":
            return self.json({"detail": "Invalid key"}, 401)
        if way == "plain" and entry.get("response_format") != "json":
            return self.json({"detail": "Only json"}, 400)
        try:
            with wave.open(io.BytesIO(sound)) as recording:
                rate, samples = recording.getframerate(), recording.readframes(10**9)
        except (wave.Error, EOFError):
            return self.json({"detail": "no sound"}, 400)
        listening = Listening("grammar" if way == "grammar" else "general")
        parts = [listening.feed(samples[at : at + 8000]) for at in range(0, len(samples), 8000)]
        parts = [part for part in [*parts, listening.end()] if part.get("text")]
        text = " ".join(part["text"] for part in parts)
        if way == "plain":
            return self.json({"text": text})
        words = [
            {"word": w["word"], "start": w["start"], "end": w["end"], "probability": w["conf"]}
            for part in parts
            for w in part["result"]
        ]
        seconds = len(samples) / 2 / rate
        log[-1]["answered"] = True
        answer = {"task": "transcribe", "language": "english", "duration": seconds}
        return self.json({**answer, "text": text, "words": words})

    def socket(self, way):
        if way in ("refused", "forbidden", "html"):
            return self.wrong(way)
        if way == "unanswered":
            return time.sleep(60)
        guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        key = hashlib.sha1((self.headers["Sec-WebSocket-Key"] + guid).encode()).digest()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(key).decode())
        self.end_headers()
        self.close_connection = True
        entry = {"path": self.path, "texts": [], "frames": 0, "afterEof": 0}
        log.append(entry)
        try:
            self.hear(way, entry)
        except (ConnectionError, EOFError):
            pass

    def hear(self, way, entry):
        phrases, listening, is_over = None, None, False
        while True:
            code, data = self.receive()
            if code == 8:
                return self.send(8, data[:2])
            if code == 1:
                entry["texts"].append(data.decode())
                if data == b'{"eof" : 1}':
                    is_over = True
                    if way == "silent":
                        continue
                    if listening:
                        self.send(1, json.dumps(listening.end(), indent=2).encode())
                    return self.send(8, struct.pack("!H", 1000))
                phrases = json.loads(data).get("config", {}).get("phrase_list")
                continue
            if is_over:
                entry["afterEof"] += 1
                continue
            entry["frames"] += len(data) // 2
            wrong = {
                "half": '{"partial": "ple',
                "array": "[1]",
                "cut": '{"partial": ""}',
                "script": json.dumps({"text": SCRIPT}),
                "chinese": json.dumps({"text": "请 把 新 地址 发 给 我们"}),
            }.get(way)
            if way == "silent":
                continue
            if way == "cut" and entry["frames"] > 16000:
                return None
            if way == "key" and entry["frames"] > 8000:
                return self.send(8, struct.pack("!H", 1008))
            if wrong:
                self.send(1, wrong.encode())
                continue
            if not listening:
                listening = Listening("grammar" if way == "grammar" else "general", phrases)
            answer = listening.feed(data)
            self.send(1, json.dumps(answer).encode())
            if way == "leave" and answer.get("text"):
                return None

    def receive(self):
        first, second = self.take(2)
        length = second & 127
        if length == 126:
            (length,) = struct.unpack("!H", self.take(2))
        elif length == 127:
            (length,) = struct.unpack("!Q", self.take(8))
        mask = self.take(4)
        data = self.take(length)
        # XOR as one number: a loop over bytes would be slower than speech.
        wide = int.from_bytes((mask * (length // 4 + 1))[:length], "big")
        return first & 15, (int.from_bytes(data, "big") ^ wide).to_bytes(length, "big")

    def take(self, length):
        data = self.rfile.read(length)
        if len(data) < length:
            raise EOFError
        return data

    def send(self, code, data):
        size = len(data)
        head = bytes([128 | code]) + (bytes([size]) if size < 126 else b"\x7e" + struct.pack("!H", size))
        self.wfile.write(head + data)
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        # Whoever asked has gone, as the tests want it; all else is a fault of this program.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*_)


server = Server(("127.0.0.1", 0), Box)
threading.Thread(target=warm, daemon=True).start()
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
